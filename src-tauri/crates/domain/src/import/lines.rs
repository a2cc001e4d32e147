//! A plan that was typed as plain text, a line for each row: «1. Анализ результатов — сентябрь — Ветрова Г. Н.»

use super::one_line;
use crate::calendar::{SchoolYear, Term, read_term};

/// Takes a line apart into what is done, when, and who answers. A line that does not say when stays whole.
#[must_use]
pub fn split_line(line: &str, year: SchoolYear) -> Vec<String> {
    let line = one_line(line);
    let (_, bare) = line
        .split_once(['.', ')'])
        .filter(|(number, rest)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with(' ')
        })
        .unwrap_or(("", &line));
    let bare = bare.trim();
    let parts: Vec<&str> = parts(bare);
    let is_term = |text: &&str| {
        !matches!(read_term(text.trim(), year), None | Some(Term::Words { .. })) && text.chars().count() <= 40
    };
    let Some(when) = parts.iter().skip(1).position(is_term).map(|at| at + 1) else {
        return vec![bare.to_owned()];
    };
    let text = parts[..when].join(" — ");
    let rest = parts[when + 1..].join(", ");
    let bare = |cell: &str| cell.trim_end_matches([';', ' ']).to_owned();
    vec![bare(&text), bare(parts[when].trim().trim_end_matches('.')), bare(&rest)]
}

/// Parts between dashes with spaces and, where there are none, the last brackets.
fn parts(line: &str) -> Vec<&str> {
    let dashed: Vec<&str> = line.split([' ', '\u{a0}']).collect();
    let has_dash = dashed.iter().any(|word| matches!(*word, "—" | "–" | "-"));
    if has_dash {
        let mut parts = Vec::new();
        let mut rest = line;
        while let Some((at, length)) =
            [" — ", " – ", " - "].iter().filter_map(|dash| Some((rest.find(dash)?, dash.len()))).min()
        {
            parts.push(rest[..at].trim());
            rest = &rest[at + length..];
        }
        parts.push(rest.trim());
        return parts;
    }
    match line.rsplit_once('(') {
        Some((text, within)) if within.trim_end_matches(['.', ' ']).ends_with(')') => {
            let within = within.trim_end_matches(['.', ' ']).trim_end_matches(')');
            std::iter::once(text.trim()).chain(within.splitn(2, ", ").map(str::trim)).collect()
        }
        _ => vec![line],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1. Анализ результатов — сентябрь — Ветрова Г. Н.", &["Анализ результатов", "сентябрь", "Ветрова Г. Н."])]
    #[case("Семинар – практикум - до 15 октября", &["Семинар — практикум", "до 15 октября", ""])]
    #[case("Чтения (ноябрь, Лапшин О. Ю.)", &["Чтения", "ноябрь", "Лапшин О. Ю."])]
    #[case("2) Смотр кабинетов", &["Смотр кабинетов"])]
    #[case("Круглый стол (опыт школ)", &["Круглый стол (опыт школ)"])]
    #[case("14.11 совещание", &["14.11 совещание"])]
    fn lines_are_taken_apart(#[case] line: &str, #[case] cells: &[&str]) {
        assert_eq!(split_line(line, SchoolYear(2025)), cells);
    }
}
