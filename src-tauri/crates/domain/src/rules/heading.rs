//! How things are, in one sentence.

use super::{Deadline, Finding, Severity};
use crate::russian::{of_count, plural};

/// «Сроки соблюдены, не хватает двух бумаг»: requirements of the regulation that are broken, papers that are to be made
/// (orders asked of РИМК and protocols to be signed), assignments that are late.
#[must_use]
pub fn heading(findings: &[Finding], unsigned: usize, late: usize, deadlines: &[Deadline]) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let orders = findings.iter().filter(|finding| {
        finding.severity == Severity::Warning && matches!(finding.clause, Some("1.3" | "1.4"))
    });
    let papers = orders.count() + unsigned;
    let broken = (errors > 0).then(|| {
        let are = plural(errors, "Не выполнено", "Не выполнены", "Не выполнено");
        let what = plural(errors, "требование", "требования", "требований");
        format!("{are} {} {what} Положения", number(errors))
    });
    let missing = (papers > 0).then(|| {
        let count = if papers == 1 { "одной".to_owned() } else { of_count(papers) };
        format!("не хватает {count} {}", plural(papers, "бумаги", "бумаг", "бумаг"))
    });
    let overdue = (late > 0).then(|| {
        let are = plural(late, "просрочено", "просрочены", "просрочено");
        format!("{are} {} {}", number(late), plural(late, "поручение", "поручения", "поручений"))
    });
    let rest: Vec<String> = missing.into_iter().chain(overdue).collect();
    // Of a year in which nothing was due yet, it cannot be said that its terms were kept.
    if broken.is_none() && rest.is_empty() && !deadlines.iter().any(|deadline| deadline.met) {
        return "Ничего не просрочено".to_owned();
    }
    let after = match (rest.is_empty(), &broken) {
        (false, _) => rest.join(", "),
        (true, Some(_)) => "остальное в порядке".to_owned(),
        (true, None) => "всё в порядке".to_owned(),
    };
    format!("{}, {after}", broken.unwrap_or_else(|| "Сроки соблюдены".to_owned()))
}

/// «два»; beyond ten the number itself.
fn number(count: usize) -> String {
    const WORDS: [&str; 11] =
        ["ноль", "одно", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;

    fn finding(severity: Severity, clause: &'static str) -> Finding {
        Finding::regulation(clause, severity, String::new(), String::new())
    }

    fn told(findings: &[Finding], unsigned: usize, late: usize, met: bool) -> String {
        let deadline = Deadline { date: day(2025, 9, 15), what: "", clause: "4.7", met };
        heading(findings, unsigned, late, &[deadline])
    }

    #[test]
    fn the_heading_says_how_things_are() {
        use Severity::{Error, Info, Warning};
        assert_eq!(told(&[finding(Info, "4.8")], 0, 0, true), "Сроки соблюдены, всё в порядке");
        assert_eq!(told(&[finding(Warning, "1.4")], 1, 0, true), "Сроки соблюдены, не хватает двух бумаг");
        assert_eq!(
            told(&[], 1, 1, true),
            "Сроки соблюдены, не хватает одной бумаги, просрочено одно поручение"
        );
        assert_eq!(told(&[], 0, 2, true), "Сроки соблюдены, просрочены два поручения");
        assert_eq!(
            told(&[finding(Error, "4.7")], 0, 0, true),
            "Не выполнено одно требование Положения, остальное в порядке"
        );
        assert_eq!(
            told(&[finding(Error, "4.5"), finding(Error, "4.5")], 1, 0, true),
            "Не выполнены два требования Положения, не хватает одной бумаги"
        );
        assert_eq!(told(&[], 21, 0, true), "Сроки соблюдены, не хватает 21 бумаги");
        // Advice of office practice is no paper.
        assert_eq!(told(&[finding(Warning, "4.2")], 0, 0, true), "Сроки соблюдены, всё в порядке");
    }

    #[test]
    fn of_a_year_that_has_only_begun_nothing_is_claimed() {
        assert_eq!(told(&[], 0, 0, false), "Ничего не просрочено");
    }
}
