use super::folded;
use crate::records::Direction;

/// The direction that a text names: by its clause («3.1.1», «п. 3.1.1.», «Направление 1»), or by its name and nothing
/// else («Аналитическое», «1. Аналитическая деятельность»).
#[must_use]
pub fn read_direction(text: &str) -> Option<Direction> {
    let text = folded(text);
    by_clause(&text).or_else(|| by_name(&text))
}

fn by_clause(text: &str) -> Option<Direction> {
    let text = text.strip_prefix("п ").or_else(|| text.strip_prefix("пункт ")).unwrap_or(text);
    let by_clause = Direction::ALL.into_iter().find(|direction| {
        let clause = folded(direction.clause());
        // «3.1.1» but not «3.1.10».
        text.strip_prefix(&clause).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    by_clause.or_else(|| mistaken_for_a_day(text))
}

/// Excel takes «3.1.1» for 3 January 2001.
fn mistaken_for_a_day(text: &str) -> Option<Direction> {
    let number = text.strip_prefix("03 01 200").or_else(|| text.strip_prefix("2001 01 0"))?;
    numbered(number)
}

fn numbered(number: &str) -> Option<Direction> {
    let number: usize = number.parse().ok()?;
    Direction::ALL.get(number.checked_sub(1)?).copied()
}

/// Beginnings of the words by which a direction is called. The name of two words stands before those of one.
const NAMES: &[(&str, Direction)] = &[
    ("аналитич", Direction::Analysis),
    ("аналитико", Direction::Analysis),
    ("диагностич", Direction::Analysis),
    ("диагностико", Direction::Analysis),
    ("информационн", Direction::Information),
    ("информативн", Direction::Information),
    ("организационн", Direction::Organisation),
    ("методическ", Direction::Organisation),
    ("консультационн", Direction::Consultation),
    ("консультативн", Direction::Consultation),
    ("экспертн", Direction::Expertise),
    ("управленческ", Direction::Management),
    ("образовательн", Direction::Education),
    ("обучающ", Direction::Education),
];

/// Words that say nothing of which direction it is.
const AROUND: &[&str] = &[
    "направлени",
    "деятельност",
    "работ",
    "раздел",
    "блок",
    "мероприяти",
    "функци",
    "сопровождени",
    "обеспечени",
];

/// The name may have another ending, and words around it: «2. Информационное направление», «аналитическая работа».
/// «Информационное совещание» names no direction.
fn by_name(text: &str) -> Option<Direction> {
    let is_number = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit()) || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
    };
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let (around, rest): (Vec<&str>, Vec<&str>) =
        words.iter().partition(|word| is_number(word) || AROUND.iter().any(|known| word.starts_with(known)));
    if rest.is_empty() {
        let called = around.iter().any(|word| word.starts_with("направлени"));
        let number = around.iter().find(|word| is_number(word));
        return number.filter(|_| called && around.len() == 2).and_then(|number| numbered(number));
    }
    let named =
        |word: &&str| NAMES.iter().find(|(begins, _)| word.starts_with(begins)).map(|(_, named)| *named);
    // «Организационно-методическое», «Информационно-аналитическая»: the first word decides.
    rest.iter().all(|word| named(word).is_some()).then(|| rest.first().and_then(named)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("3.1.1", Some(Direction::Analysis))]
    #[case("3.1.1 Аналитическое", Some(Direction::Analysis))]
    #[case("п. 3.1.7. Образовательное направление", Some(Direction::Education))]
    #[case::a_day_that_excel_made("03.01.2001", Some(Direction::Analysis))]
    #[case::a_day_that_excel_made("03.01.2007", Some(Direction::Education))]
    #[case("03.01.2026", None)]
    #[case("Направление 2", Some(Direction::Information))]
    #[case("Организационно-методическая деятельность", Some(Direction::Organisation))]
    #[case("3. Организационная работа", Some(Direction::Organisation))]
    #[case("II. Методическая работа", Some(Direction::Organisation))]
    #[case("2. Информационное направление", Some(Direction::Information))]
    #[case("Информационно-аналитическая деятельность", Some(Direction::Information))]
    #[case("Консультативная деятельность", Some(Direction::Consultation))]
    #[case("УПРАВЛЕНЧЕСКОЕ", Some(Direction::Management))]
    #[case("3.1.10", None)]
    #[case("Информационное совещание", None)]
    #[case("Работа с молодыми педагогами", None)]
    #[case("Работа", None)]
    #[case("2. Работа", None)]
    #[case("Семинар для учителей", None)]
    #[case("Рассылка в школы района и сбор информационных писем", None)]
    #[case("", None)]
    fn directions_as_tables_name_them(#[case] text: &str, #[case] direction: Option<Direction>) {
        assert_eq!(read_direction(text), direction);
    }
}
