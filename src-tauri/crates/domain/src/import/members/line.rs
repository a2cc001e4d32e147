//! A person in one line, as people write lists: «1. Соколова Марина Викторовна, учитель русского языка, МБОУ
//! «Рыбновская СШ № 3», высшая».

use crate::import::one_line;

/// The parts of such a line, as written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct MemberLine {
    /// With the number of the line and what stands in brackets.
    pub name: String,
    pub post: String,
    pub organisation: String,
    pub category: String,
    pub experience: String,
    pub role: String,
}

/// Takes a line apart. A line that holds a name alone is a name.
pub(super) fn member_line(text: &str) -> MemberLine {
    let mut line = MemberLine::default();
    let mut parts = parts_of(text).into_iter();
    let (name, rest) = name_apart(&parts.next().unwrap_or_default());
    line.name = name;
    for part in rest.into_iter().chain(parts) {
        take(&mut line, &part);
    }
    line
}

/// Takes apart what stands in one cell of somebody's work: «МБОУ «Вакинская СШ», учитель».
pub(in crate::import) fn work_line(text: &str) -> MemberLine {
    let mut line = MemberLine::default();
    for part in parts_of(text) {
        take(&mut line, &part);
    }
    line
}

/// Whether a text is nothing but the name of an organisation: «МБОУ «Вакинская СШ»» across a list.
pub(super) fn is_organisation(text: &str) -> bool {
    let plain = parts_of(text).len() == 1;
    plain
        && organisation_in(text) == Some(0)
        && text.chars().any(|sign| matches!(sign, '«' | '"' | '№') || sign.is_ascii_digit())
}

/// A name as one line: a line end within it is none, before a post it parts the two.
pub(super) fn name_in_one_line(cell: &str) -> String {
    // Cells of a plain list stay apart.
    if cell.contains('\t') {
        return cell.to_owned();
    }
    let mut joined = String::new();
    for line in cell.split(['\n', '\r']).map(one_line).filter(|line| !line.is_empty()) {
        let lower = line.to_lowercase();
        let goes_on = line.starts_with(char::is_uppercase)
            && !POSTS.iter().any(|post| lower.starts_with(post))
            && organisation_in(&line).is_none();
        if !joined.is_empty() {
            joined.push_str(if goes_on || line.starts_with('(') { " " } else { ", " });
        }
        joined.push_str(&line);
    }
    joined
}

/// The words of a name and what follows them: «Соколова Марина Викторовна», «учитель».
pub(super) fn name_and_rest(text: &str) -> (String, Option<String>) {
    name_apart(&one_line(text))
}

fn take(line: &mut MemberLine, part: &str) {
    let lower = part.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let is_category = lower.contains("катег")
        || lower.contains("сзд")
        || lower.contains("соотв")
        || lower.starts_with("не аттест")
        || has(&["вкк", "пкк", "кк"])
        || matches!(
            words.as_slice(),
            ["высшая" | "первая" | "вторая" | "высш" | "перв" | "i" | "ii" | "1" | "2"] | ["б", "к"]
        );
    let slot = if is_category {
        &mut line.category
    } else if has(&["стаж"])
        || (has(&["лет", "год", "года"]) && lower.starts_with(|c: char| c.is_ascii_digit()))
    {
        &mut line.experience
    } else if has(&["ппс"]) || matches!(words.as_slice(), ["секретарь" | "руководитель" | "участник"])
    {
        &mut line.role
    } else if let Some(at) = organisation_in(part).filter(|_| line.organisation.is_empty()) {
        let (post, organisation) = part.split_at(at);
        put(&mut line.post, post.trim_end());
        line.organisation = organisation.trim().to_owned();
        return;
    } else if !line.organisation.is_empty() && has(&["г", "с", "п", "пос", "село"]) {
        // «МБОУ «…», г. Рыбное»
        &mut line.organisation
    } else {
        &mut line.post
    };
    put(slot, part);
}

fn put(slot: &mut String, part: &str) {
    if !slot.is_empty() && !part.is_empty() {
        slot.push_str(", ");
    }
    slot.push_str(part);
}

/// Kinds of organisations, where the legal form is left out.
const KINDS: &[&str] = &[
    "сш",
    "сош",
    "оош",
    "нош",
    "ош",
    "школа",
    "гимназия",
    "лицей",
    "интернат",
    "колледж",
    "техникум",
    "детсад",
    "детский",
];

/// How posts begin: «учитель СШ № 3» is a post and an organisation, «Рыбновская СШ № 3» is an organisation.
const POSTS: &[&str] = &[
    "учител",
    "директор",
    "замест",
    "завуч",
    "методист",
    "педагог",
    "воспитат",
    "преподават",
    "завед",
    "психолог",
    "логопед",
    "старш",
    "социальн",
    "руководител",
    "библиотек",
    "тьютор",
    "советник",
    "главн",
    "ведущ",
];

/// Whether a text begins as a post does.
pub(super) fn is_post(lower: &str) -> bool {
    POSTS.iter().any(|post| lower.starts_with(post))
}

/// Where the name of an organisation begins in a part.
fn organisation_in(part: &str) -> Option<usize> {
    let is_post = POSTS.iter().any(|post| part.to_lowercase().starts_with(post));
    let mut from = 0;
    let mut named = None;
    for word in part.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let abbreviated = bare.chars().count() > 2 && bare.chars().all(char::is_uppercase);
        let legal = ["ОУ", "БУ", "БУК", "РИМК", "ЦДО", "ДДТ", "ДЮСШ"].iter().any(|form| bare.ends_with(form));
        if abbreviated && legal {
            return Some(from);
        }
        if word.starts_with(['«', '"', '“']) || KINDS.contains(&bare.to_lowercase().as_str()) {
            named = named.or(Some(from));
        }
        from += word.len();
    }
    named.map(|at| if is_post { at } else { 0 })
}

/// Parts between commas, semicolons, tabs and dashes; what stands in quotes or brackets is never parted.
fn parts_of(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth) = (Vec::new(), String::new(), 0_u32);
    let letters: Vec<char> = text.chars().collect();
    for (at, c) in letters.iter().enumerate() {
        match c {
            '«' | '(' => depth += 1,
            '»' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let spaced = |at: usize| letters.get(at).is_none_or(|c| c.is_whitespace());
        let dash = matches!(c, '-' | '—' | '–') && at > 0 && spaced(at - 1) && spaced(at + 1);
        if (matches!(c, '\t' | '\n')) || (depth == 0 && (matches!(c, ',' | ';') || dash)) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(*c);
        }
    }
    parts.push(part);
    let parts = parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty());
    // «1<tab>Соколова …»: the number of the line in a part of its own.
    parts
        .skip_while(|part| part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '№')))
        .collect()
}

/// The name, and what follows it without a comma: «Соколова Марина Викторовна учитель».
fn name_apart(part: &str) -> (String, Option<String>) {
    if part.contains('(') {
        return (part.to_owned(), None);
    }
    let mut words: Vec<String> = part.replace('.', ". ").split_whitespace().map(str::to_owned).collect();
    let numbers =
        words.iter().take_while(|word| word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ')'));
    let numbers = numbers.count();
    let is_initial = |word: &str| word.ends_with('.') && word.chars().count() == 2;
    let patronymic = |word: &str| {
        let lower = word.to_lowercase();
        ["вич", "ьич", "вна", "ична", "инична", "кызы", "оглы"].iter().any(|ending| lower.ends_with(ending))
    };
    let named = match &words[numbers.min(words.len())..] {
        [first, second, _, ..] if is_initial(first) && is_initial(second) => 3,
        [first, _, ..] if is_initial(first) => 2,
        [_, given, second, ..] if is_initial(given) && is_initial(second) => 3,
        [_, given, ..] if is_initial(given) => 2,
        [_, _, second, third, ..] if !patronymic(second) && matches!(third.as_str(), "оглы" | "кызы") => {
            4
        }
        [_, _, second, ..] if patronymic(second) => 3,
        _ => return (part.to_owned(), None),
    };
    let rest = words.split_off((numbers + named).min(words.len()));
    let rest = rest.join(" ");
    (words.join(" "), (!rest.is_empty()).then_some(rest))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::name_alone("Соколова Марина Викторовна", "Соколова Марина Викторовна | | | | | ")]
    #[case::numbered(
        "1. Соколова Марина Викторовна, учитель русского языка, МБОУ «Рыбновская СШ № 3», высшая",
        "1. Соколова Марина Викторовна | учитель русского языка | МБОУ «Рыбновская СШ № 3» | высшая | | "
    )]
    #[case::a_comma_in_quotes(
        "Ким Ю. А., МБОУ «Школа, лицей № 2», первая категория",
        "Ким Ю. А. | | МБОУ «Школа, лицей № 2» | первая категория | | "
    )]
    #[case::tabs("3\tКим Юлия\tучитель\tСШ № 1\tСЗД", "Ким Юлия | учитель | СШ № 1 | СЗД | | ")]
    #[case::dashes(
        "Фомин Д.С. — директор МБОУ «Вакинская СШ» — стаж 12 лет",
        "Фомин Д. С. | директор | МБОУ «Вакинская СШ» | | стаж 12 лет | "
    )]
    #[case::without_commas(
        "Ларина Светлана Юрьевна учитель математики МБОУ «Пощуповская СШ»",
        "Ларина Светлана Юрьевна | учитель математики | МБОУ «Пощуповская СШ» | | | "
    )]
    #[case::initials_without_commas(
        "Ларина С.Ю. учитель математики",
        "Ларина С. Ю. | учитель математики | | | | "
    )]
    #[case::oghlu("Мамедов Али Гусейн оглы, учитель", "Мамедов Али Гусейн оглы | учитель | | | | ")]
    #[case::role("Ким Юлия Андреевна, секретарь", "Ким Юлия Андреевна | | | | | секретарь")]
    #[case::double("Щербакова-Дёмина Анна Львовна, завуч", "Щербакова-Дёмина Анна Львовна | завуч | | | | ")]
    #[case::town(
        "Ким Юлия, завуч, МБОУ «СШ № 1», г. Рыбное",
        "Ким Юлия | завуч | МБОУ «СШ № 1», г. Рыбное | | | "
    )]
    #[case::no_legal_form(
        "Ким Юлия, учитель, Рыбновская СШ № 1",
        "Ким Юлия | учитель | Рыбновская СШ № 1 | | | "
    )]
    #[case::post_at("Ким Юлия, учитель СШ № 3", "Ким Юлия | учитель | СШ № 3 | | | ")]
    #[case::named("Ким Юлия, Школа «Росток»", "Ким Юлия | | Школа «Росток» | | | ")]
    #[case::centre("Ким Юлия, методист РИМК", "Ким Юлия | методист | РИМК | | | ")]
    #[case::note("Тишкин Р. И. (секретарь), методист", "Тишкин Р. И. (секретарь) | методист | | | | ")]
    #[case::years("Ким Юлия, учитель, 7 лет", "Ким Юлия | учитель | | | 7 лет | ")]
    #[case::empty("", " | | | | | ")]
    fn a_person_stands_in_one_line(#[case] text: &str, #[case] parts: &str) {
        let MemberLine { name, post, organisation, category, experience, role } = member_line(text);
        let read = [name, post, organisation, category, experience, role].join(" | ");
        assert_eq!(read.replace("|  |", "| |").replace("|  |", "| |"), parts);
    }
}
