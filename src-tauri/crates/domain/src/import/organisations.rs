//! Which organisation a name means: people write it with its legal form and without, with quotes and without.

use super::folded;
use crate::records::Organisation;

const LEGAL: [&str; 9] = ["мбоу", "моу", "мкоу", "маоу", "мбу", "гбоу", "мбдоу", "мдоу", "огбоу"];

/// Words that tell a kind of school; «СШ № 3» and «школа № 3» of one town are hardly two.
const KINDS: [&str; 8] = ["сш", "сош", "оош", "нош", "школа", "средняя", "основная", "общеобразовательная"];

/// Whether a name is an organisation's, without its legal form and whatever its quotation marks.
#[must_use]
pub fn same_organisation(name: &str, organisation: &Organisation) -> bool {
    let wanted = bare(name, &[]);
    names(organisation).any(|known| bare(known, &[]) == wanted)
}

/// Whether a name is almost an organisation's: without the kind of school, or with a letter or two amiss. A number that
/// differs is another school. Nobody is decided for by this; it is asked about.
#[must_use]
pub fn almost_same_organisation(name: &str, organisation: &Organisation) -> bool {
    let wanted = bare(name, &KINDS);
    names(organisation).any(|known| {
        let known = bare(known, &KINDS);
        !wanted.is_empty()
            && wanted.len() == known.len()
            && wanted.iter().zip(&known).all(|(one, other)| almost_same_word(one, other))
    })
}

fn names(organisation: &Organisation) -> impl Iterator<Item = &str> {
    let both = [organisation.name.as_str(), organisation.short_name.as_str()];
    both.into_iter().filter(|name| !name.trim().is_empty())
}

fn bare(name: &str, others: &[&str]) -> Vec<String> {
    let folded = folded(name);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.filter(|word| !LEGAL.contains(word) && !others.contains(word)).map(str::to_owned).collect()
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
    fn a_name_means_an_organisation(#[case] name: &str, #[case] same: bool, #[case] almost: bool) {
        assert_eq!(
            (same_organisation(name, &school()), almost_same_organisation(name, &school())),
            (same, almost)
        );
    }
}
