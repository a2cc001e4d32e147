use super::folded;
use crate::records::Direction;

/// The direction that a text names: by its clause («3.1.1», «п. 3.1.1.», «Направление 1»), or by its name
/// («Аналитическое», «Аналитическая деятельность»).
#[must_use]
pub fn read_direction(text: &str) -> Option<Direction> {
    let text = folded(text);
    let by_clause = Direction::ALL.into_iter().find(|direction| {
        let clause = folded(direction.clause());
        let text = text.strip_prefix("п ").unwrap_or(&text);
        // «3.1.1» but not «3.1.10».
        text.strip_prefix(&clause).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    by_clause.or_else(|| Direction::ALL.into_iter().find(|direction| named(&text, *direction)))
}

/// The name may have another ending: «аналитическая работа», «методическое и организационное» is left alone.
fn named(text: &str, direction: Direction) -> bool {
    let name = folded(direction.in_words());
    let stem: String = name.chars().take(name.chars().count() - 2).collect();
    let words: Vec<&str> = text.split(' ').collect();
    // A heading is short; a row of the plan may well begin with «Информационное письмо …».
    let short = words.len() <= 4;
    short && (text.starts_with(&stem) || text.contains(&format!(" {stem}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("3.1.1", Some(Direction::Analysis))]
    #[case("3.1.1 Аналитическое", Some(Direction::Analysis))]
    #[case("п. 3.1.7. Образовательное направление", Some(Direction::Education))]
    #[case("Организационно-методическая деятельность", Some(Direction::Organisation))]
    #[case("2. Информационное направление", Some(Direction::Information))]
    #[case("УПРАВЛЕНЧЕСКОЕ", Some(Direction::Management))]
    #[case("3.1.10", None)]
    #[case("Семинар для учителей", None)]
    #[case("Рассылка в школы района и сбор информационных писем", None)]
    #[case("", None)]
    fn directions_as_tables_name_them(#[case] text: &str, #[case] direction: Option<Direction>) {
        assert_eq!(read_direction(text), direction);
    }
}
