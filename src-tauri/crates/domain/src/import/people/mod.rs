//! Who is meant by a cell of people («Соколова М. В., учитель; РИМК»), and what of it is nobody of the roster.

mod cell;
mod known;
mod leader;
mod posts;
mod rest;
mod unknown;

use chrono::NaiveDate;

pub(super) use self::cell::in_russian_letters;

use self::cell::{Gap, Word, words_of};
use self::known::{Known, Mention, Sureness};
use self::leader::{NamedRole, OwnBody};
use self::rest::rest_of;
use crate::community_records::CommunityRecords;
use crate::ids::PersonId;
use crate::records::Role;
use crate::text::cleaned;

/// The people of a community, for finding them by what a table says.
#[derive(Debug, Clone, Default)]
pub struct People {
    known: Vec<Known>,
    own: OwnBody,
}

/// Who was named in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadPeople {
    /// Those who were found, in the order of the cell.
    pub people: Vec<PersonId>,
    /// The rest of the cell in its order, as written: posts, bodies, names of nobody in the roster.
    pub words: String,
    /// Names that may mean one of several people; they stand in the words too until somebody chooses.
    pub asked: Vec<AskedName>,
    /// What a person should look at, as sentences.
    pub doubts: Vec<String>,
}

/// A name that may mean one of several people, or somebody who is not in the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedName {
    /// As the cell has it.
    pub text: String,
    /// Whom it may mean.
    pub candidates: Vec<PersonId>,
}

/// What was found while a cell was gone through.
#[derive(Debug, Default)]
struct Gone {
    people: Vec<PersonId>,
    /// Where the found names stand, in bytes.
    found: Vec<(usize, usize)>,
    asked: Vec<AskedName>,
    /// Names of nobody in the roster.
    unknown: Vec<String>,
    /// Roles that nobody has.
    vacant: Vec<Role>,
}

impl People {
    /// All who are or were members in a year: a plan of September may name who leaves in December.
    #[must_use]
    pub fn of(records: &CommunityRecords, from: NaiveDate, to: NaiveDate) -> Self {
        let members = records
            .memberships
            .values()
            .filter(|member| member.from <= to && member.to.is_none_or(|last| from <= last));
        let mut known: Vec<Known> = Vec::new();
        for member in members {
            let Some(person) = records.people.get(&member.person) else { continue };
            if person.anonymised {
                continue;
            }
            let roles = member.roles.iter().map(|period| period.role).collect();
            let Some(facts) = person.facts_on(to) else { continue };
            known.push(Known::new(person.id, &facts.name, roles));
            // Who has married this year is written by either name.
            let former = person.facts.iter().filter(|other| other.name != facts.name);
            known.extend(former.map(|other| Known::new(person.id, &other.name, Vec::new())));
        }
        Self { known, own: OwnBody::of(&records.community.name, &records.community.short_name) }
    }

    /// People of these names, for tests of tables.
    #[cfg(test)]
    pub(in crate::import) fn named(
        people: impl IntoIterator<Item = (PersonId, crate::russian::FullName)>,
    ) -> Self {
        let known = people.into_iter().map(|(id, name)| Known::new(id, &name, Vec::new()));
        Self { known: known.collect(), own: OwnBody::of("РМО математики", "РМО") }
    }

    /// Finds all who are named in a cell: «Соколова М. В., Фомин Д. С.», «учитель М. В. Соколова», «Соколовой Марине
    /// Викторовне», «руководитель РМО». Nothing of it is lost: what names nobody of the roster stays as words.
    #[must_use]
    pub fn read(&self, cell: &str) -> ReadPeople {
        self.read_chosen(cell, &[])
    }

    /// The same, where somebody has said already whom names mean that fit several people.
    #[must_use]
    pub fn read_chosen(&self, cell: &str, chosen: &[(String, PersonId)]) -> ReadPeople {
        let cell = &*cleaned(cell);
        let gone = self.go_through(cell, chosen);
        let mut doubts = Vec::new();
        let stays =
            |names: &[String]| if names.len() > 1 { "останутся" } else { "останется" };
        if !gone.unknown.is_empty() {
            let names = gone.unknown.join(", ");
            doubts.push(format!("{names} — в составе нет, {} словами.", stays(&gone.unknown)));
        }
        for asked in &gone.asked {
            doubts.push(self.question(asked));
        }
        for role in &gone.vacant {
            let who = match role {
                Role::Leader => "руководитель не отмечен",
                Role::Secretary => "секретарь не отмечен",
            };
            doubts.push(format!("В составе {who}; в строке останутся слова."));
        }
        ReadPeople { words: rest_of(cell, &gone.found), people: gone.people, asked: gone.asked, doubts }
    }

    fn question(&self, AskedName { text, candidates }: &AskedName) -> String {
        let shown = candidates.iter().filter_map(|id| self.known.iter().find(|known| known.id == *id));
        let names: Vec<&str> = shown.map(|known| known.shown.as_str()).collect();
        if let [one] = names.as_slice() {
            format!("«{text}» — это {one}? Если нет, имя останется словами.")
        } else {
            format!(
                "«{text}» — подходят несколько человек: {}; допишите инициалы, иначе имя останется словами.",
                names.join(", ")
            )
        }
    }

    fn go_through(&self, cell: &str, chosen: &[(String, PersonId)]) -> Gone {
        let words = words_of(cell);
        let mut gone = Gone::default();
        let mut at = 0;
        // The person who was found last, and the word after the name.
        let mut last: Option<(PersonId, usize)> = None;
        while at < words.len() {
            if let Some((who, mention)) = self.person_at(&words, at) {
                let text = text_of(cell, &words, at, mention.end);
                let sure = mention.sureness > Sureness::Likely;
                let told = chosen.iter().find(|(asked, person)| *asked == text && who.contains(person));
                match (who.as_slice(), told) {
                    ([one], _) if sure => last = Some((*one, mention.end)),
                    (_, Some((_, person))) => last = Some((*person, mention.end)),
                    _ => {
                        last = None;
                        let asked = AskedName { text, candidates: who };
                        if !gone.asked.contains(&asked) {
                            gone.asked.push(asked);
                        }
                    }
                }
                if let Some((person, _)) = last {
                    gone.take(person, range_of(cell, &words, at, mention.end));
                }
                at = mention.end;
            } else if let Some(named) = self.own.role_at(&words, at) {
                self.take_role(cell, &words, at, named, last, &mut gone);
                at = named.end;
            } else if let Some(end) = unknown::name_at(&words, at) {
                last = None;
                let text = format!("«{}»", text_of(cell, &words, at, end));
                if !gone.unknown.contains(&text) {
                    gone.unknown.push(text);
                }
                at = end;
            } else {
                at += 1;
            }
        }
        gone
    }

    /// Those whose name begins at a word: whoever is named with the most words, and of these whoever most certainly.
    fn person_at(&self, words: &[Word], at: usize) -> Option<(Vec<PersonId>, Mention)> {
        let named: Vec<(PersonId, Mention)> = self
            .known
            .iter()
            .filter_map(|known| Some((known.id, known.named_at(words, at, &self.known)?)))
            .collect();
        let best = named.iter().map(|(_, mention)| *mention).max_by_key(|best| (best.end, best.sureness))?;
        let mut who: Vec<PersonId> =
            named.into_iter().filter(|(_, mention)| *mention == best).map(|(id, _)| id).collect();
        who.sort_unstable();
        who.dedup();
        Some((who, best))
    }

    /// A role names its holder, unless it only says what somebody is who stands beside it: «руководитель Лапшин О. Ю.».
    fn take_role(
        &self,
        cell: &str,
        words: &[Word],
        at: usize,
        named: NamedRole,
        last: Option<(PersonId, usize)>,
        gone: &mut Gone,
    ) {
        let holders = self.known.iter().filter(|known| known.roles.contains(&named.role));
        let mut holders: Vec<PersonId> = holders.map(|known| known.id).collect();
        holders.sort_unstable();
        holders.dedup();
        let range = range_of(cell, words, at, named.end);
        let bracketed = cell.get(..range.0).is_some_and(|before| before.ends_with('('));
        let close = at > 0 && words[at - 1].gap == Gap::Close;
        let before =
            last.filter(|(_, end)| *end == at && (bracketed || close)).map(|(person, _)| vec![person]);
        let follows = words[named.end - 1].gap == Gap::Close && named.end < words.len();
        let after = follows.then(|| self.person_at(words, named.end).map(|(who, _)| who)).flatten();
        let of_nobody = follows && after.is_none() && unknown::name_at(words, named.end).is_some();
        match (before.or(after), holders.as_slice()) {
            (Some(beside), [holder]) if beside == [*holder] => gone.take(*holder, range),
            (Some(_), _) => {}
            _ if of_nobody => {}
            (None, [holder]) => gone.take(*holder, range),
            (None, []) => gone.vacant.push(named.role),
            (None, _) => {
                gone.asked.push(AskedName { text: text_of(cell, words, at, named.end), candidates: holders });
            }
        }
    }
}

impl Gone {
    fn take(&mut self, person: PersonId, range: (usize, usize)) {
        if !self.people.contains(&person) {
            self.people.push(person);
        }
        self.found.push(range);
    }
}

/// Where words stand, with the full stop of an initial.
fn range_of(cell: &str, words: &[Word], at: usize, end: usize) -> (usize, usize) {
    let (Some(first), Some(last)) = (words.get(at), words.get(end - 1)) else { return (0, 0) };
    let stop = cell.get(last.end..).is_some_and(|rest| rest.starts_with('.'));
    (first.start, last.end + usize::from(stop && last.length <= 3))
}

fn text_of(cell: &str, words: &[Word], at: usize, end: usize) -> String {
    let (start, end) = range_of(cell, words, at, end);
    super::one_line(cell.get(start..end).unwrap_or_default())
}

#[cfg(test)]
mod tests;
