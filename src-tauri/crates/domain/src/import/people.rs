use chrono::NaiveDate;

use super::{folded, one_line};
use crate::community_records::CommunityRecords;
use crate::ids::PersonId;
use crate::records::Role;
use crate::russian::FullName;

/// The people of a community, for finding them by what a table says.
#[derive(Debug, Clone, Default)]
pub struct People(Vec<Known>);

/// A person who may be named.
#[derive(Debug, Clone)]
pub struct Known {
    /// Who.
    pub id: PersonId,
    /// By which name.
    pub name: FullName,
    /// Leads the community or writes its protocols.
    pub roles: Vec<Role>,
}

/// Who was named in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadPeople {
    /// Those who were found, in the order of the cell.
    pub people: Vec<PersonId>,
    /// The rest of the cell in its order, as written: posts, bodies, names of nobody in the roster.
    pub words: String,
    /// Names that fit several people; they stand in the words too until somebody chooses.
    pub asked: Vec<AskedName>,
    /// What becomes of the words that name nobody, and of those that fit several people.
    pub doubts: Vec<String>,
}

/// A name that fits several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedName {
    /// As the cell has it.
    pub text: String,
    /// Whom it may mean.
    pub candidates: Vec<PersonId>,
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
            let Some(facts) = person.facts_on(to) else { continue };
            let roles = member.roles.iter().map(|period| period.role).collect();
            known.push(Known { id: person.id, name: facts.name.clone(), roles });
        }
        Self(known)
    }

    /// Finds all who are named in a cell: «Соколова М. В., Фомин Д. С.», «М. В. Соколова», «Соколова Марина
    /// Викторовна», «руководитель ППС».
    #[must_use]
    pub fn read(&self, cell: &str) -> ReadPeople {
        let mut read = ReadPeople::default();
        let (mut unknown, mut several) = (Vec::new(), Vec::new());
        let mut words = Vec::new();
        for named in divided(cell) {
            match self.find(&named).as_slice() {
                [one] => {
                    if !read.people.contains(one) {
                        read.people.push(*one);
                    }
                }
                [] => {
                    unknown.push(format!("«{named}»"));
                    words.push(named);
                }
                candidates => {
                    several.push(format!("«{named}»"));
                    read.asked.push(AskedName { text: named.clone(), candidates: candidates.to_vec() });
                    words.push(named);
                }
            }
        }
        read.words = words.join(", ");
        let goes =
            |names: &[String]| if names.len() > 1 { "останутся" } else { "останется" };
        if !unknown.is_empty() {
            read.doubts.push(format!("{} — в составе нет, {} словами.", unknown.join(", "), goes(&unknown)));
        }
        if !several.is_empty() {
            read.doubts.push(format!(
                "{} — подходят несколько человек, {} словами.",
                several.join(", "),
                goes(&several)
            ));
        }
        read
    }

    fn find(&self, named: &str) -> Vec<PersonId> {
        let words: Vec<String> = folded(named).split(' ').map(str::to_owned).collect();
        if let Some(role) = role_of(&words) {
            let holders = self.0.iter().filter(|known| known.roles.contains(&role));
            return holders.map(|known| known.id).collect();
        }
        let found = |fits: fn(&str, &str) -> bool| -> Vec<PersonId> {
            let fitting = self.0.iter().filter(|known| fits_name(&words, &known.name, fits));
            let mut ids: Vec<PersonId> = fitting.map(|known| known.id).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        // As it is, then in another case («Соколовой М. В.»).
        let exact = found(|word, surname| word == surname);
        if exact.is_empty() { found(another_case) } else { exact }
    }
}

/// Each name of a cell by itself. «и» divides too, as do lines.
fn divided(cell: &str) -> Vec<String> {
    let lines = cell.replace(['\n', '\r', '/'], ",");
    let lines = one_line(&lines).replace(" и ", ", ");
    let names = lines.split([',', ';']).map(|name| name.trim().trim_matches(['-', '—', '–', ' ']).to_owned());
    names.filter(|name| name.chars().any(char::is_alphabetic)).collect()
}

fn role_of(words: &[String]) -> Option<Role> {
    let about_community = words.iter().skip(1).all(|word| matches!(word.as_str(), "ппс" | "сообщества"));
    match words.first().map(String::as_str) {
        Some("руководитель") if about_community => Some(Role::Leader),
        Some("секретарь") if about_community => Some(Role::Secretary),
        _ => None,
    }
}

/// Whether words are a name: the surname fits, and each other word agrees with the given name and the patronymic in
/// their order, whole or by the first letter.
fn fits_name(words: &[String], name: &FullName, fits: fn(&str, &str) -> bool) -> bool {
    let surname: Vec<String> = folded(&name.surname).split(' ').map(str::to_owned).collect();
    let parts = surname.len();
    if surname.iter().all(String::is_empty) || words.len() < parts {
        return false;
    }
    (0..=words.len() - parts).any(|at| {
        let here = words[at..at + parts].iter().zip(&surname).all(|(word, part)| fits(word, part));
        let rest = words[..at].iter().chain(&words[at + parts..]);
        here && agrees(rest.map(String::as_str), name)
    })
}

fn agrees<'a>(rest: impl Iterator<Item = &'a str>, name: &FullName) -> bool {
    let own = [folded(&name.given), folded(&name.patronymic)];
    let mut own = own.iter().flat_map(|part| part.split(' ')).filter(|part| !part.is_empty());
    let mut rest = rest.peekable();
    // «МВ Соколова»: two letters without a full stop between them.
    if let Some(glued) = rest.peek().filter(|word| word.chars().count() == 2) {
        let initials: String = own.clone().filter_map(|part| part.chars().next()).collect();
        if **glued == initials {
            return true;
        }
    }
    rest.all(|word| {
        own.next().is_some_and(|part| {
            let letter = word.chars().count() == 1;
            part.starts_with(word) || (!letter && another_case(word, part))
        })
    })
}

/// Whether two words differ in their endings only: «соколовой» and «соколова». Short surnames are left alone.
fn another_case(word: &str, surname: &str) -> bool {
    let same = word.chars().zip(surname.chars()).take_while(|(one, other)| one == other).count();
    let ending = |text: &str| text.chars().count().saturating_sub(same);
    same >= 4 && ending(word) <= 3 && ending(surname) <= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;
    use uuid::Uuid;

    const NAMES: [&str; 6] = [
        "Соколова Марина Викторовна",
        "Фомин Дмитрий Сергеевич",
        "Щербакова-Дёмина Анастасия Владимировна",
        "Кузнецова Ольга Ивановна",
        "Кузнецова Анна Петровна",
        "Ёлкина Юлия Андреевна",
    ];

    fn people() -> People {
        let known = NAMES.iter().zip(0_u128..).map(|(name, number)| Known {
            id: Uuid::from_u128(number).into(),
            name: FullName::parse(name),
            roles: if number == 0 { vec![Role::Leader] } else { Vec::new() },
        });
        People(known.collect())
    }

    #[rstest]
    #[case("Соколова М. В.", &[0])]
    #[case("Соколова М.В.", &[0])]
    #[case("М. В. Соколова", &[0])]
    #[case("МВ Соколова", &[0])]
    #[case("Соколова Марина Викторовна", &[0])]
    #[case("соколова", &[0])]
    #[case("Соколовой М. В.", &[0])]
    #[case("Соколова М. В., Фомин Д.С.", &[0, 1])]
    #[case("Фомин Д. С. и Соколова М. В.", &[1, 0])]
    #[case("Щербакова-Демина А. В.\nЕлкина Ю. А.", &[2, 5])]
    #[case("Кузнецова О. И.", &[3])]
    #[case("руководитель ППС", &[0])]
    #[case("—", &[])]
    fn people_as_tables_name_them(#[case] cell: &str, #[case] found: &[u128]) {
        let read = people().read(cell);
        let found: Vec<PersonId> = found.iter().map(|number| Uuid::from_u128(*number).into()).collect();
        assert_eq!((read.people, read.doubts), (found, Vec::new()));
    }

    #[rstest]
    #[case("Кузнецова", "несколько человек")]
    #[case("Соколова А. В.", "в составе нет")]
    #[case("Администрация школ", "в составе нет")]
    #[case("Соколов П. П.", "в составе нет")]
    fn who_is_not_clear_is_said(#[case] cell: &str, #[case] doubt: &str) {
        let read = people().read(cell);
        assert!(read.people.is_empty(), "{read:?}");
        assert_eq!(read.doubts.len(), 1);
        assert!(read.doubts[0].contains(doubt), "{read:?}");
    }

    #[test]
    fn words_that_name_nobody_are_said_together() {
        let read = people().read("все члены ППС, Фомин Д. С., методист РИМК");
        assert_eq!(read.people.len(), 1);
        assert_eq!(read.doubts, ["«все члены ППС», «методист РИМК» — в составе нет, останутся словами."]);
    }
}
