//! An organisation by the name that people use for it, and where that name stands in a text.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::OrganisationId;
use pps_domain::records::{Decision, Organisation};
use pps_domain::russian::alphabetical;

use crate::PaperError;

/// An organisation that can be looked for in what was said and decided.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// The full name.
    pub(crate) name: String,
    /// Its records: two computers may have entered it each for itself.
    ids: Vec<OrganisationId>,
    /// What is looked for in a text.
    sign: String,
}

impl Named {
    /// The organisation that is called so: in full, shortly, or by the part in quotes.
    pub(crate) fn find(records: &CommunityRecords, wanted: &str) -> Result<Self, PaperError> {
        let bare = |text: &str| plain(text).replace('"', "").trim().to_owned();
        let sought = bare(wanted);
        let all = Self::all(records);
        let in_full = all.iter().find(|one| bare(&one.name) == sought);
        if let Some(one) = in_full {
            return Ok(one.clone());
        }
        let called = |one: &&Self| {
            let shortly = one.ids.iter().filter_map(|id| records.organisations.get(id));
            let shortly = shortly.map(|organisation| bare(&organisation.short_name));
            !sought.is_empty() && shortly.chain(quoted_part(&one.name).map(bare)).any(|name| name == sought)
        };
        let found: Vec<&Self> = all.iter().filter(called).collect();
        let names = |of: &[&Self]| of.iter().map(|one| one.name.clone()).collect();
        let wanted = wanted.trim().to_owned();
        match found.as_slice() {
            [one] => Ok((*one).clone()),
            [] => {
                Err(PaperError::UnknownOrganisation { wanted, names: names(&all.iter().collect::<Vec<_>>()) })
            }
            several => Err(PaperError::SeveralOrganisations { wanted, names: names(several) }),
        }
    }

    /// All organisations of an records, each once, by name.
    pub(crate) fn all(records: &CommunityRecords) -> Vec<Self> {
        let mut known: Vec<&Organisation> = records
            .organisations
            .values()
            .filter(|organisation| !organisation.name.trim().is_empty())
            .collect();
        known.sort_by_cached_key(|organisation| {
            let name = plain(&organisation.name);
            (alphabetical(&name), name)
        });
        let shared = |part: &str, name: &str| {
            let others = known.iter().filter(|other| plain(&other.name) != plain(name));
            others.filter_map(|other| quoted_part(&other.name)).any(|other| plain(other) == plain(part))
        };
        let mut all: Vec<Self> = Vec::new();
        for one in &known {
            if let Some(same) = all.last_mut().filter(|last| plain(&last.name) == plain(&one.name)) {
                same.ids.push(one.id);
                continue;
            }
            // Where a school and a kindergarten have the same word in quotes, only the full names tell them apart.
            let sign = match quoted_part(&one.name) {
                Some(part) if !shared(part, &one.name) => format!("\"{}\"", plain(part)),
                _ => plain(&one.name),
            };
            all.push(Self { name: one.name.trim().to_owned(), ids: vec![one.id], sign });
        }
        all
    }

    /// Whether the name stands in a text, as a whole.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        let text = plain(text);
        text.match_indices(&self.sign).any(|(at, sign)| {
            let before = text[..at].chars().next_back();
            let after = text[at + sign.len()..].chars().next();
            // Quotes are an end by themselves.
            (sign.starts_with('"') || !before.is_some_and(char::is_alphanumeric))
                && (sign.ends_with('"') || !after.is_some_and(char::is_alphanumeric))
        })
    }

    /// Whether a recommendation goes to the organisation.
    pub(crate) fn receives(&self, decision: &Decision) -> bool {
        decision.addressee.is_some_and(|addressee| self.ids.contains(&addressee))
    }
}

/// «Вакинская СШ» of «МБОУ «Вакинская СШ»».
fn quoted_part(name: &str) -> Option<&str> {
    let (_, rest) = name.split_once(is_quote)?;
    let part = rest.trim_end().strip_suffix(is_quote)?.trim();
    (!part.is_empty()).then_some(part)
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '«' | '»' | '"' | '„' | '“' | '”')
}

/// A text for comparing: quotes, spaces and the letter «ё» are typed in different ways.
fn plain(text: &str) -> String {
    let mended: String = text
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'ё' => 'е',
            '\u{a0}' => ' ',
            quote if is_quote(quote) => '"',
            other => other,
        })
        .collect();
    mended.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use pps_domain::records::{Community, Record};
    use rstest::rstest;

    use super::*;

    fn records(names: &[(&str, &str)]) -> CommunityRecords {
        let community: Community = serde_json::from_value(serde_json::json!({
            "id": "01990000-0001-7000-8000-000000000001", "name": "ППС",
        }))
        .unwrap();
        let mut records = CommunityRecords::new(community);
        for ((name, short), number) in names.iter().zip(1..) {
            let organisation: Organisation = serde_json::from_value(serde_json::json!({
                "id": format!("01990000-0002-7000-8000-{number:012}"), "name": name, "short_name": short,
            }))
            .unwrap();
            records.insert(Record::Organisation(organisation));
        }
        records
    }

    const SCHOOLS: [(&str, &str); 4] = [
        ("МБОУ «Вакинская СШ»", "Вакинская СШ"),
        ("МБОУ «Солнышко»", ""),
        ("МБДОУ «Солнышко»", "детский сад"),
        ("РИМК", ""),
    ];

    #[rstest]
    #[case::in_full("МБОУ «Вакинская СШ»", "МБОУ «Вакинская СШ»")]
    #[case::other_quotes("мбоу \"Вакинская  СШ\"", "МБОУ «Вакинская СШ»")]
    #[case::in_quotes("«Вакинская СШ»", "МБОУ «Вакинская СШ»")]
    #[case::shortly("вакинская\u{a0}сш", "МБОУ «Вакинская СШ»")]
    #[case::short_name("Детский сад", "МБДОУ «Солнышко»")]
    #[case::full_of_two("МБОУ Солнышко", "МБОУ «Солнышко»")]
    #[case::without_quotes("римк", "РИМК")]
    fn an_organisation_is_found_by_any_of_its_names(#[case] wanted: &str, #[case] name: &str) {
        assert_eq!(Named::find(&records(&SCHOOLS), wanted).unwrap().name, name);
    }

    #[test]
    fn what_is_not_found_or_not_clear_is_said_with_what_there_is() {
        let records = records(&SCHOOLS);
        let told = |wanted| Named::find(&records, wanted).unwrap_err().to_string();
        let unknown = told("Другая");
        assert!(SCHOOLS.iter().all(|(name, _)| unknown.contains(name)), "{unknown}");
        let several = told("Солнышко");
        assert!(several.contains("МБОУ «Солнышко»") && several.contains("МБДОУ «Солнышко»"), "{several}");
        assert!(!several.contains("РИМК"), "{several}");
        assert!(told(" ").contains("МБОУ"));
    }

    #[test]
    fn the_same_school_entered_twice_is_one() {
        let twice = records(&[("МБОУ «Школа»", ""), ("МБОУ \"Школа\"", "Школа")]);
        assert_eq!(Named::find(&twice, "школа").unwrap().ids.len(), 2);
    }

    #[rstest]
    #[case("Вакинская СШ", "О работе МБОУ «Вакинская СШ»", true)]
    #[case("Вакинская СШ", "О работе СШ \"Вакинская\u{a0}СШ\".", true)]
    #[case("Вакинская СШ", "О Вакинской СШ", false)]
    #[case("Вакинская СШ", "О «Вакинская СШ № 2»", false)]
    #[case("МБДОУ «Солнышко»", "Опыт МБДОУ «Солнышко»", true)]
    #[case("МБДОУ «Солнышко»", "Опыт МБОУ «Солнышко»", false)]
    #[case("РИМК", "направить в РИМК.", true)]
    #[case("РИМК", "ПРИМК", false)]
    fn a_name_stands_in_a_text_as_a_whole(#[case] name: &str, #[case] text: &str, #[case] stands: bool) {
        assert_eq!(Named::find(&records(&SCHOOLS), name).unwrap().stands_in(text), stands);
    }
}
