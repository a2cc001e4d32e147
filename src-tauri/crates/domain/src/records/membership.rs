use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words};
use super::{Kind, Person, Record};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, MembershipId, OrderId, PersonId};
use crate::russian::FullName;

/// A person's membership of a community, with dates and the orders that made it (п. 1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Identifier.
    pub id: MembershipId,
    /// Which community.
    pub community: CommunityId,
    /// Who.
    pub person: PersonId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, still a member on it.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// The order by which the person joined.
    #[serde(default)]
    pub joined_by: Option<OrderId>,
    /// The order by which the person left.
    #[serde(default)]
    pub left_by: Option<OrderId>,
    /// Place in the roster; equal places are put in order of surnames.
    #[serde(default)]
    pub place: i32,
    /// Leader and secretary, with dates of their own.
    #[serde(default)]
    pub roles: Vec<RolePeriod>,
}

/// So many days of a school year, or of the keeping of records in it, belong to its beginning.
const BEGINNING: Days = Days::new(30);

impl Membership {
    /// From which day a newcomer is a member where nobody says it, in a form and in a pasted list alike.
    ///
    /// While the year begins, while the records of a community are begun in the middle of it, and as long as nobody
    /// but the leader is written down (`alone`), people are added who were there all along: from 1 September. Later
    /// on whoever is added comes today; the protocols of the months before do not count him or her as absent.
    #[must_use]
    pub fn usual_first_day(
        year: SchoolYear,
        kept_since: Option<NaiveDate>,
        alone: bool,
        today: NaiveDate,
    ) -> NaiveDate {
        let start = year.start();
        if !year.contains(today) {
            // A year that is over is looked at as a whole; people of a year to come are there already.
            return start.min(today);
        }
        let begun = kept_since.filter(|since| year.contains(*since)).unwrap_or(start);
        if alone || today <= begun + BEGINNING { start } else { today }
    }

    /// Whether the person is a member on the given day.
    #[must_use]
    pub fn covers(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Whether the person has the role on the given day.
    #[must_use]
    pub fn has_role(&self, role: Role, on: NaiveDate) -> bool {
        self.covers(on)
            && self.roles.iter().any(|period| {
                period.role == role
                    && period.from.is_none_or(|from| from <= on)
                    && period.to.is_none_or(|to| on <= to)
            })
    }
}

/// A role in the community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Руководитель ППС (п. 4.1).
    Leader,
    /// Секретарь.
    Secretary,
}

/// From when to when a member has a role; open ends are those of the membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct RolePeriod {
    /// Which role.
    pub role: Role,
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

const ROLE: &[Field] = &[
    Field::new("role", "Роль", Form::Choice(ROLES)),
    Field::new("from", "С", Form::Day),
    Field::new("to", "По", Form::Day),
];

const ROLES: &[(&str, &str)] = &[("leader", "руководитель"), ("secretary", "секретарь")];

impl Membership {
    fn member(&self, find: &mut Find<'_>) -> Option<Person> {
        match find(self.person.0) {
            Some(Record::Person(person)) => Some(person),
            _ => None,
        }
    }
}

impl Entity for Membership {
    const WORDS: Words = Words {
        one: "участие в составе",
        gender: Gender::Neuter,
        counted: ["запись о составе", "записи о составе", "записей о составе"],
        unnamed: "Участие в составе",
        act: ActName::Title(&[]),
        room: "people",
        opens: "состав",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("person", "Кто", Form::Person),
        Field::new("from", "В составе с", Form::Day),
        Field::new("to", "По какой день", Form::Day),
        Field::new("joined_by", "Приказ о включении", Form::Record(Kind::Order)),
        Field::new("left_by", "Приказ об исключении", Form::Record(Kind::Order)),
        Field::new("place", "Место в списке", Form::Number),
        Field::new("roles", "Роли", Form::List(ROLE)),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.from)
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, find: &mut Find<'_>) -> String {
        let member = self.member(find);
        let name = member.map(|person| person.named(self.from, FullName::surname_first)).unwrap_or_default();
        if name.is_empty() { String::new() } else { format!("{}: {name}", Self::WORDS.unnamed) }
    }

    fn short_title(&self, find: &mut Find<'_>) -> String {
        let member = self.member(find);
        member.map_or_else(|| "удалённый участник".to_owned(), |person| person.short_name(self.from))
    }

    fn texts(&self, _: &mut Texts) {}

    fn links(&self, links: &mut Links) {
        links.add("person", Kind::Person, [self.person]);
        links.add("joined_by", Kind::Order, self.joined_by);
        links.add("left_by", Kind::Order, self.left_by);
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::september("2026-09-10", Some("2024-08-30"), "2026-09-01")]
    #[case::last_day_of_the_beginning("2026-10-01", None, "2026-09-01")]
    #[case::the_year_is_under_way("2026-10-02", None, "2026-10-02")]
    #[case::a_newcomer_of_spring("2027-04-05", Some("2026-09-10"), "2027-04-05")]
    #[case::begun_in_november("2026-11-30", Some("2026-11-30"), "2026-09-01")]
    #[case::begun_a_month_ago("2026-12-30", Some("2026-11-30"), "2026-09-01")]
    #[case::begun_long_ago("2026-12-31", Some("2026-11-30"), "2026-12-31")]
    #[case::the_year_to_come("2026-08-20", Some("2026-08-20"), "2026-08-20")]
    #[case::a_year_that_is_over("2027-11-30", None, "2026-09-01")]
    fn a_newcomer_is_a_member_from(
        #[case] today: NaiveDate,
        #[case] kept_since: Option<&str>,
        #[case] first: NaiveDate,
    ) {
        let kept_since = kept_since.map(|day| day.parse().unwrap());
        assert_eq!(Membership::usual_first_day(SchoolYear(2026), kept_since, false, today), first);
    }

    #[test]
    fn a_list_that_is_written_down_late_begins_with_the_year_all_the_same() {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let first = Membership::usual_first_day(SchoolYear(2026), None, true, day("2027-02-10"));
        assert_eq!(first, day("2026-09-01"));
    }
}
