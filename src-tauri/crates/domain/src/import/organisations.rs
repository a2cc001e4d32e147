//! Which organisation a name means: people write it with its legal form and without, with quotes and without.

use super::folded;
use crate::records::Organisation;

const LEGAL: [&str; 28] = [
    "мбоу",
    "моу",
    "мкоу",
    "маоу",
    "мбу",
    "гбоу",
    "мбдоу",
    "мдоу",
    "мадоу",
    "мкдоу",
    "огбоу",
    "огбу",
    "гбу",
    "мбудо",
    "мудо",
    "муниципальное",
    "государственное",
    "бюджетное",
    "казенное",
    "автономное",
    "областное",
    "общеобразовательное",
    "образовательное",
    "дошкольное",
    "учреждение",
    "муниципальная",
    "бюджетная",
    "организация",
];

/// Words that tell a kind of school; «СШ № 3» and «школа № 3» of one town are hardly two.
const KINDS: [&str; 8] = ["сш", "сош", "оош", "нош", "школа", "средняя", "основная", "общеобразовательная"];

/// Whether a name is an organisation's, without its legal form and whatever its quotation marks.
#[must_use]
pub fn same_organisation(name: &str, organisation: &Organisation) -> bool {
    names(organisation).any(|known| same_organisation_name(name, known))
}

/// Whether two names mean one organisation: МБОУ «Новая СШ», «Новая СШ».
#[must_use]
pub fn same_organisation_name(one: &str, other: &str) -> bool {
    let wanted = bare(one, &[]);
    !wanted.is_empty() && wanted == bare(other, &[])
}

/// Whether a name is almost an organisation's: without the kind of school, or with a letter or two amiss. A number that
/// differs is another school. Nobody is decided for by this; it is asked about.
#[must_use]
pub fn almost_same_organisation(name: &str, organisation: &Organisation) -> bool {
    names(organisation).any(|known| almost_same_organisation_name(name, known))
}

/// The same of two names.
#[must_use]
pub fn almost_same_organisation_name(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one, &KINDS), bare(other, &KINDS));
    !one.is_empty()
        && one.len() == other.len()
        && one.iter().zip(&other).all(|(one, other)| almost_same_word(one, other))
}

/// Of several spellings of one name the fullest: with its legal form, then with quotation marks as they are printed, then
/// the longest, and of equal ones the first.
#[must_use]
pub fn fullest_name<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let rank = |name: &str| {
        let legal = folded(name).split(' ').any(|word| LEGAL.contains(&word));
        (legal, name.contains('«'), name.chars().count())
    };
    names.into_iter().reduce(|best, name| if rank(name) > rank(best) { name } else { best })
}

fn names(organisation: &Organisation) -> impl Iterator<Item = &str> {
    let both = [organisation.name.as_str(), organisation.short_name.as_str()];
    both.into_iter().filter(|name| !name.trim().is_empty())
}

fn bare(name: &str, others: &[&str]) -> Vec<String> {
    let folded = folded(name);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    // «СШ3» is «СШ 3».
    let words = words.flat_map(letters_and_digits);
    words.filter(|word| !LEGAL.contains(&word.as_str()) && !others.contains(&word.as_str())).collect()
}

fn letters_and_digits(word: &str) -> Vec<String> {
    let at = word.find(|sign: char| sign.is_ascii_digit()).filter(|at| *at > 0);
    let parts = at.map_or((word, ""), |at| word.split_at(at));
    [parts.0, parts.1].into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn almost_same_word(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let has_digit = one.iter().chain(&other).any(char::is_ascii_digit);
    one == other || (shorter >= 5 && !has_digit && mistakes(&one, &other) <= if shorter < 9 { 1 } else { 2 })
}

/// How many letters were left out, added or changed (Levenshtein).
fn mistakes(one: &[char], other: &[char]) -> usize {
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (at, with) in other.iter().enumerate() {
            let changed = above[at] + usize::from(letter != with);
            line.push(changed.min(above[at + 1] + 1).min(line[at] + 1));
        }
        above = line;
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::ids::OrganisationId;
    use crate::records::OrganisationKind;

    fn school() -> Organisation {
        Organisation {
            id: OrganisationId(uuid::Uuid::nil()),
            name: "МБОУ «Рыбновская СШ № 3»".to_owned(),
            short_name: "Рыбновская СШ № 3".to_owned(),
            kind: OrganisationKind::School,
            low_results: false,
            unfavourable_conditions: false,
        }
    }

    #[rstest]
    #[case("Рыбновская СШ №3", true, true)]
    #[case("моу рыбновская сш 3", true, true)]
    #[case("Рыбновкая СШ № 3", false, true)]
    #[case("Рыбновская средняя школа № 3", false, true)]
    #[case("Рыбновская СШ № 1", false, false)]
    #[case("Рыбновская СШ № 31", false, false)]
    #[case("Сараевская СШ № 3", false, false)]
    #[case("МБОУ", false, false)]
    #[case("", false, false)]
    #[case("Рыбновская СШ3", true, true)]
    #[case("Муниципальное бюджетное общеобразовательное учреждение «Рыбновская СШ № 3»", true, true)]
    #[case("МБОУ \"Рыбновская СШ № 3\"", true, true)]
    fn a_name_means_an_organisation(#[case] name: &str, #[case] same: bool, #[case] almost: bool) {
        assert_eq!(
            (same_organisation(name, &school()), almost_same_organisation(name, &school())),
            (same, almost)
        );
    }

    #[test]
    fn of_several_spellings_the_fullest_is_kept() {
        let spellings = ["Новая СШ", "МБОУ Новая СШ", "МБОУ \"Новая СШ\"", "МБОУ «Новая СШ»"];
        assert_eq!(fullest_name(spellings), Some("МБОУ «Новая СШ»"));
        assert!(spellings.iter().all(|name| same_organisation_name(name, spellings[3])));
        assert!(!same_organisation_name("Новая СОШ", spellings[3]));
        assert!(almost_same_organisation_name("Новая средняя школа", spellings[3]));
    }
}
