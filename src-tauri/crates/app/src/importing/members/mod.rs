//! A list of people becomes members of a community: their cards, their schools and since when they belong to it.

mod namesakes;
mod schools;
mod shown;

use std::collections::BTreeMap;

use pps_domain::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, OrganisationId, PersonId};
use pps_domain::import::{Doubt, MemberRow, ReadMember, TableColumn, read_members};
use pps_domain::records::{Membership, Organisation, Person, PersonFacts, Record, Role, RolePeriod};
use pps_domain::russian::date_in_prose;

use self::namesakes::{Bearer, Bearers, Likeness, Whence};
use self::schools::Schools;
use self::shown::{in_other_words, read_otherwise};
use super::{Chosen, RowState, ShownNamesake, TableAsked, TablePreview, TableRow};
use crate::error::AppError;
use crate::joining::{
    facts_told, new_awards, new_course, new_self_education, told_of_staff, usual_first_day,
};
use crate::workplace::Workplace;

/// The rows of a table as people of a roster.
pub(super) struct ReadRoster {
    pub(super) preview: TablePreview,
    rows: Vec<MemberRow>,
    community: CommunityId,
    /// The school year that is worked on.
    year: SchoolYear,
    /// From which day people are members where the table does not say it.
    from: NaiveDate,
    /// The place after the last one.
    place: i32,
    schools: Schools,
    /// Whose card a row takes, where the person is in the program and no member.
    cards: BTreeMap<usize, PersonId>,
    /// Roles that somebody has already.
    held: Vec<Role>,
}

impl Workplace {
    pub(super) fn read_members(&self, chosen: &Chosen, asked: &TableAsked) -> Result<ReadRoster, AppError> {
        let year = SchoolYear(asked.year);
        let known = self.community_records(asked.community)?;
        let today = self.clock.today();
        let from = usual_first_day(&known, year, today);
        let held = [Role::Leader, Role::Secretary].into_iter();
        let held: Vec<Role> = held.filter(|role| known.holder(*role, year.start()).is_some()).collect();
        let (mut organisations, mut people) = (Vec::new(), Vec::new());
        for seen in self.seen(asked.community)? {
            match seen.record {
                Record::Organisation(organisation) => organisations.push(organisation),
                Record::Person(person) if !person.anonymised => people.push(person),
                _ => {}
            }
        }
        let bearers = bearers_of(&known, &people, &organisations, year);
        let place = known.memberships.values().map(|member| member.place).max().unwrap_or_default();
        let today = known.community.example_day.unwrap_or(today);
        let rows = read_members(&chosen.rows, &chosen.columns, year, today);
        let named = rows.iter().filter_map(|row| match row {
            MemberRow::Read(read) => Some(read.organisation.as_str()),
            MemberRow::Heading => None,
        });
        let schools = Schools::new(organisations, named);
        let mut roster = ReadRoster {
            preview: TablePreview::new(chosen, asked.kind, Vec::new()),
            rows,
            community: asked.community,
            year,
            from,
            place,
            schools,
            cards: BTreeMap::new(),
            held,
        };
        let answers = asked.namesakes.iter().map(|answer| (answer.row, answer.same)).collect();
        roster.preview.rows = roster.shown_rows(chosen, bearers, &answers);
        // The date ends in «г.», and so does the sentence.
        let first = date_in_prose(from);
        let remarks = &mut roster.preview.remarks;
        remarks.push(format!("Кто без своей даты, войдёт в состав с {first}"));
        let columns = &chosen.columns;
        if !columns.contains(&TableColumn::Experience) {
            if columns.contains(&TableColumn::PedagogicalExperience) {
                remarks.push("Общего стажа в таблице нет: стажем считается педагогический.".to_owned());
            } else if columns.contains(&TableColumn::ExperienceInSpecialty) {
                remarks
                    .push("Общего стажа в таблице нет: стажем считается стаж по специальности.".to_owned());
            }
        }
        Ok(roster)
    }
}

/// All who may be repeated: members of the year first, then whoever else is in the program.
fn bearers_of(
    known: &CommunityRecords,
    people: &[Person],
    organisations: &[Organisation],
    year: SchoolYear,
) -> Bearers {
    let members = known.memberships.values();
    let members: Vec<PersonId> = members
        .filter(|member| member.from <= year.end() && member.to.is_none_or(|to| year.start() <= to))
        .map(|member| member.person)
        .collect();
    let names = |facts: &PersonFacts| -> Vec<String> {
        let organisation = organisations.iter().find(|known| Some(known.id) == facts.organisation);
        let names = organisation.map(|known| [known.shown_name().to_owned(), known.name.clone()]);
        names.into_iter().flatten().collect()
    };
    let mut bearers = Bearers::default();
    let is_member = |person: &Person| members.contains(&person.id);
    let (first, then): (Vec<&Person>, Vec<&Person>) = people.iter().partition(|person| is_member(person));
    for person in first.into_iter().chain(then) {
        let member = is_member(person);
        let now = person.facts_on(year.end());
        // A card is found by a former name too.
        for facts in person.facts.iter().filter(|facts| !member || Some(*facts) == now) {
            bearers.add(Bearer {
                name: facts.name.clone(),
                post: facts.post.clone(),
                organisation: names(facts),
                whence: if member { Whence::Member } else { Whence::Card(person.id) },
            });
        }
    }
    bearers
}

impl ReadRoster {
    fn shown_rows(
        &mut self,
        chosen: &Chosen,
        mut bearers: Bearers,
        answers: &BTreeMap<usize, bool>,
    ) -> Vec<TableRow> {
        let mut held = self.held.clone();
        let columns = &chosen.columns;
        let mut shown = Vec::with_capacity(self.rows.len());
        let mut cards = BTreeMap::new();
        for (at, (read, cells)) in self.rows.iter().zip(&chosen.rows).enumerate() {
            let MemberRow::Read(read) = read else {
                let heading = TableRow::new(at, cells, columns, RowState::Heading);
                shown.push(TableRow { heads: self.heads(at, cells, &chosen.headings), ..heading });
                continue;
            };
            let mut row = TableRow::new(at, cells, columns, RowState::Ready);
            row.title = read.name.full();
            read_otherwise(&mut row, columns, read);
            let mut doubts = read.doubts.clone();
            let there = match bearers.of(read) {
                Some(likeness) => There::of(likeness, answers.get(&at).copied()),
                None => There::Nobody,
            };
            row.namesake = there.namesake();
            if let There::Card(person) | There::AskedCard(person, _, Some(true)) = &there {
                cards.insert(at, *person);
                row.remarks.push(CARD.to_owned());
            }
            // Who is there already keeps the role that he or she has.
            if there.may_join() {
                doubts.extend(self.role_doubt(read, &mut held));
                let alike = self.schools.question(&read.organisation);
                doubts.extend(alike.map(|sentence| Doubt { column: TableColumn::Organisation, sentence }));
            }
            row.state = if let Some(refusal) = read.refusal.clone() {
                doubts.push(refusal);
                RowState::Refused
            } else if let There::Repeat(said) = &there {
                row.remarks.push(said.clone());
                RowState::Repeat
            } else if there.is_open() {
                RowState::Asked
            } else if doubts.is_empty() {
                RowState::Ready
            } else {
                RowState::Doubtful
            };
            if !columns.contains(&TableColumn::Post)
                && !columns.contains(&TableColumn::Organisation)
                && !columns.contains(&TableColumn::PostAndOrganisation)
            {
                row.remarks.extend(in_other_words(read));
            } else if read.organisation_above && doubts.is_empty() {
                row.remarks
                    .push(format!("Организация — {}: она стоит над этими строками.", read.organisation));
            }
            for doubt in doubts {
                row.remark(columns, doubt);
            }
            bearers.add(Bearer {
                name: read.name.clone(),
                post: read.post.clone(),
                organisation: vec![read.organisation.clone()],
                whence: Whence::Above,
            });
            shown.push(row);
        }
        self.cards = cards;
        shown
    }

    /// What a text across the list was taken for; headings once more are taken for nothing.
    fn heads(&self, at: usize, cells: &[String], headings: &[String]) -> Option<String> {
        let plain = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let known: Vec<String> = headings.iter().map(plain).collect();
        let texts: Vec<String> =
            cells.iter().map(plain).filter(|cell| cell.chars().any(char::is_alphabetic)).collect();
        if texts.iter().all(|text| known.contains(text)) {
            return None;
        }
        let below = self.rows.iter().skip(at + 1).find_map(|row| match row {
            MemberRow::Read(read) => Some(read),
            MemberRow::Heading => None,
        });
        let school =
            below.is_some_and(|read| read.organisation_above && texts == [read.organisation.as_str()]);
        let heads = if school {
            "организация строк ниже"
        } else {
            "не войдёт: здесь нет имени"
        };
        Some(heads.to_owned())
    }

    /// A community has one leader and one secretary at a time.
    fn role_doubt(&self, read: &ReadMember, held: &mut Vec<Role>) -> Option<Doubt> {
        let role = read.role?;
        if !held.contains(&role) {
            held.push(role);
            return None;
        }
        let sentence = match role {
            Role::Leader => "Руководитель в сообществе уже есть: этот человек войдёт участником.",
            Role::Secretary => "Секретарь в сообществе уже есть: этот человек войдёт участником.",
        };
        Some(Doubt { column: TableColumn::Role, sentence: sentence.to_owned() })
    }

    /// The records of the ticked rows, with organisations that nobody knew before.
    pub(super) fn records(&self, workplace: &Workplace, ticked: &[usize]) -> Vec<Record> {
        let mut records = Vec::new();
        let mut made: BTreeMap<String, OrganisationId> = BTreeMap::new();
        let (mut place, mut held) = (self.place, self.held.clone());
        for at in ticked {
            let Some(MemberRow::Read(read)) = self.rows.get(*at) else { continue };
            let person = match self.cards.get(at) {
                Some(person) => *person,
                None => {
                    let organisation =
                        self.organisation(&read.organisation, workplace, &mut made, &mut records);
                    let person = new_person(read, organisation, self.year, workplace);
                    let id = person.id;
                    records.push(person.into());
                    id
                }
            };
            place = place.saturating_add(1);
            let role = read.role.filter(|role| !held.contains(role));
            held.extend(role);
            let from = read.from.unwrap_or(self.from);
            records.push(Record::from(Membership {
                id: workplace.clock.new_id().into(),
                community: self.community,
                person,
                from: read.to.map_or(from, |to| from.min(to)),
                to: read.to,
                joined_by: None,
                left_by: None,
                place,
                roles: role.map(|role| RolePeriod { role, from: None, to: None }).into_iter().collect(),
            }));
        }
        records
    }

    fn organisation(
        &self,
        name: &str,
        workplace: &Workplace,
        made: &mut BTreeMap<String, OrganisationId>,
        records: &mut Vec<Record>,
    ) -> Option<OrganisationId> {
        if name.is_empty() {
            return None;
        }
        if let Some(known) = self.schools.known(name) {
            return Some(known.id);
        }
        let spelt = self.schools.spelt(name).to_owned();
        if let Some(id) = made.get(&spelt) {
            return Some(*id);
        }
        let id = OrganisationId(workplace.clock.new_id());
        records.push(Record::from(self.schools.made(id, name)));
        made.insert(spelt, id);
        Some(id)
    }
}

const CARD: &str = "Этот человек в программе уже записан: он войдёт в состав с прежними сведениями.";

/// Whether whoever a row names is there already.
enum There {
    Nobody,
    /// Why the row adds nothing.
    Repeat(String),
    /// A card that the row takes.
    Card(PersonId),
    /// Somebody of this name who may be another: the question, and the answer where there is one.
    Asked(String, Option<bool>),
    /// The same, of somebody in the program who is no member.
    AskedCard(PersonId, String, Option<bool>),
}

impl There {
    fn of(likeness: Likeness<'_>, answer: Option<bool>) -> Self {
        match likeness {
            Likeness::Same(bearer) => match bearer.whence {
                Whence::Member => Self::Repeat("Этот человек в составе уже есть.".to_owned()),
                Whence::Above => Self::Repeat("Этот человек стоит в таблице выше.".to_owned()),
                Whence::Card(person) => Self::Card(person),
            },
            Likeness::Asked(bearer) => match bearer.whence {
                Whence::Card(person) => Self::AskedCard(person, bearer.question(), answer),
                _ => Self::Asked(bearer.question(), answer),
            },
        }
    }

    fn namesake(&self) -> Option<ShownNamesake> {
        match self {
            Self::Asked(question, same) => {
                Some(ShownNamesake { question: question.clone(), same: *same, takes_card: false })
            }
            Self::AskedCard(_, question, same) => {
                Some(ShownNamesake { question: question.clone(), same: *same, takes_card: true })
            }
            _ => None,
        }
    }

    /// Whether nobody has answered yet, or that it is one person and there is nothing to add.
    fn is_open(&self) -> bool {
        matches!(self, Self::Asked(_, None | Some(true)) | Self::AskedCard(_, _, None))
    }

    fn may_join(&self) -> bool {
        !(self.is_open() || matches!(self, Self::Repeat(_)))
    }
}

fn new_person(
    read: &ReadMember,
    organisation: Option<OrganisationId>,
    year: SchoolYear,
    workplace: &Workplace,
) -> Person {
    let facts = PersonFacts {
        name: read.name.clone(),
        post: read.post.clone(),
        organisation,
        category: read.category,
        works_since: read.works_since,
        in_specialty_since: read.in_specialty_since,
        ..PersonFacts::default()
    };
    let (told, clock) = (told_of_staff(read), workplace.clock.as_ref());
    let courses = read.courses.iter().map(|course| new_course(course, clock));
    Person {
        facts: vec![facts_told(facts, &told)],
        awards: new_awards(&told, clock),
        self_education: new_self_education(&told, year, clock),
        courses: courses.collect(),
        contact: read.contact.clone(),
        ..Person::new(clock.new_id().into())
    }
}
