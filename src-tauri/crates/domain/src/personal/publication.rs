//! Who may be named on the pages for the site. A consent to the handling of data says «без передачи по сети Интернет», so
//! it alone does not do: the person must have agreed to be named there.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Edition, NameMask};
use crate::community_records::CommunityRecords;
use crate::ids::PersonId;
use crate::records::Person;

/// Who may be named in public on a day, and the names that must not stand in any text.
#[derive(Debug, Clone)]
pub struct Publication {
    named: BTreeSet<PersonId>,
    mask: NameMask,
}

impl Person {
    /// Whether the person had agreed by a day that the name stands on the site.
    #[must_use]
    pub fn may_be_published(&self, on: NaiveDate) -> bool {
        !self.anonymised && self.consent.as_ref().is_some_and(|consent| consent.site && consent.date <= on)
    }
}

impl Publication {
    /// Who may be named on a day.
    #[must_use]
    pub fn of(records: &CommunityRecords, on: NaiveDate) -> Self {
        let agreed = records.people.values().filter(|person| person.may_be_published(on));
        let named: BTreeSet<PersonId> = agreed.map(|person| person.id).collect();
        let mask = Edition::naming(records, on, &named).mask.without_numbers();
        Self { named, mask }
    }

    /// Whether the person may be named.
    #[must_use]
    pub fn names(&self, person: PersonId) -> bool {
        self.named.contains(&person)
    }

    /// Those who may be named.
    pub fn named(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.named.iter().copied()
    }

    /// A text without the names of anybody else.
    #[must_use]
    pub fn said(&self, text: &str) -> String {
        without_bare_brackets(&self.mask.masked_for_all(text))
    }

    /// Whether somebody else's name stands in a text.
    #[must_use]
    pub fn hides_in(&self, text: &str) -> bool {
        self.mask.stands_in(text)
    }
}

/// What stands in the place of names.
const LABELS: [&str; 3] = ["участник", "приглашённый", "другое лицо"];

/// «Составление ИОМ (участник, участник)» says no more than «Составление ИОМ».
fn without_bare_brackets(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let Some(close) = rest.get(open..).and_then(|after| after.find(')')).map(|close| open + close) else {
            break;
        };
        let before = rest.get(..open).unwrap_or_default();
        let within = rest.get(open + 1..close).unwrap_or_default();
        let bare = !within.trim().is_empty()
            && within.split([',', ';']).all(|part| LABELS.contains(&part.trim()) || part.trim() == "и");
        if bare {
            said.push_str(before.trim_end());
        } else {
            said.push_str(rest.get(..=close).unwrap_or_default());
        }
        rest = rest.get(close + 1..).unwrap_or_default();
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::names("Составление ИОМ (участник, участник)", "Составление ИОМ")]
    #[case::within("Семинар (участник) для школ", "Семинар для школ")]
    #[case::other("Заседания (три)", "Заседания (три)")]
    #[case::mixed("Открытый урок (участник, 5 класс)", "Открытый урок (участник, 5 класс)")]
    #[case::open("Скобка (участник", "Скобка (участник")]
    #[case::empty("()", "()")]
    fn brackets_that_held_names_alone_go(#[case] text: &str, #[case] said: &str) {
        assert_eq!(without_bare_brackets(text), said);
    }
}
