use std::collections::BTreeMap;

use pps_domain::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, OrganisationId, PersonId};
use pps_domain::import::{
    Doubt, MemberRow, ReadMember, TableColumn, almost_same_organisation, read_members, same_name,
    same_organisation,
};
use pps_domain::records::{
    Category, Course, Membership, Organisation, OrganisationKind, Person, PersonFacts, Record, Role,
    RolePeriod,
};
use pps_domain::russian::{FullName, date_in_prose};

use super::{Chosen, RowState, TableAsked, TablePreview, TableRow};
use crate::error::AppError;
use crate::joining::usual_first_day;
use crate::workplace::Workplace;

/// The rows of a table as people of a roster.
pub(super) struct ReadRoster {
    pub(super) preview: TablePreview,
    rows: Vec<MemberRow>,
    community: CommunityId,
    /// From which day people are members where the table does not say it.
    from: NaiveDate,
    /// The place after the last one.
    place: i32,
    organisations: Vec<Organisation>,
    /// People known to the program who are not members.
    others: Vec<Person>,
    /// Roles that somebody has already.
    held: Vec<Role>,
}

impl Workplace {
    pub(super) fn read_members(&self, chosen: &Chosen, asked: &TableAsked) -> Result<ReadRoster, AppError> {
        let year = SchoolYear(asked.year);
        let known = self.community_records(asked.community)?;
        let from = usual_first_day(&known, year, self.clock.today());
        let members = members_of(&known, year);
        let held = [Role::Leader, Role::Secretary].into_iter();
        let held: Vec<Role> = held.filter(|role| known.holder(*role, year.start()).is_some()).collect();
        let (mut organisations, mut others) = (Vec::new(), Vec::new());
        for seen in self.seen(asked.community)? {
            match seen.record {
                Record::Organisation(organisation) => organisations.push(organisation),
                Record::Person(person)
                    if !person.anonymised && !members.iter().any(|(id, _)| *id == person.id) =>
                {
                    others.push(person);
                }
                _ => {}
            }
        }
        let place = known.memberships.values().map(|member| member.place).max().unwrap_or_default();
        let rows = read_members(&chosen.rows, &chosen.columns, year);
        let mut roster = ReadRoster {
            preview: TablePreview::new(chosen, asked.kind, Vec::new()),
            rows,
            community: asked.community,
            from,
            place,
            organisations,
            others,
            held,
        };
        roster.preview.rows = roster.shown_rows(chosen, &members);
        // The date ends in «г.», and so does the sentence.
        let first = date_in_prose(from);
        roster.preview.remarks.push(format!("Кто без своей даты, войдёт в состав с {first}"));
        Ok(roster)
    }
}

/// Who is a member at any time of the year, by name.
fn members_of(known: &CommunityRecords, year: SchoolYear) -> Vec<(PersonId, FullName)> {
    let members = known.memberships.values();
    let members =
        members.filter(|member| member.from <= year.end() && member.to.is_none_or(|to| year.start() <= to));
    let named = members
        .filter_map(|member| Some((member.person, known.facts(member.person, year.end())?.name.clone())));
    named.collect()
}

impl ReadRoster {
    fn shown_rows(&self, chosen: &Chosen, members: &[(PersonId, FullName)]) -> Vec<TableRow> {
        // By surname, so that five thousand people are not all compared with each other.
        let surname = |name: &FullName| name.surname.to_lowercase().replace('ё', "е");
        let mut above: BTreeMap<String, Vec<&FullName>> = BTreeMap::new();
        let mut held = self.held.clone();
        let columns = &chosen.columns;
        let mut shown = Vec::with_capacity(self.rows.len());
        for (at, (read, cells)) in self.rows.iter().zip(&chosen.rows).enumerate() {
            let MemberRow::Read(read) = read else {
                shown.push(TableRow::new(at, cells, columns, RowState::Heading));
                continue;
            };
            let mut row = TableRow::new(at, cells, columns, RowState::Ready);
            row.read_as(columns, TableColumn::Category, read.category.in_words().to_owned());
            let mut doubts = read.doubts.clone();
            let repeat = members.iter().any(|(_, name)| same_name(name, &read.name));
            let namesakes = above.entry(surname(&read.name)).or_default();
            let twice = namesakes.iter().any(|name| same_name(name, &read.name));
            namesakes.push(&read.name);
            // Who is there already keeps the role that he or she has.
            if !(repeat || twice) {
                doubts.extend(self.role_doubt(read, &mut held));
            }
            row.state = if let Some(refusal) = read.refusal.clone() {
                doubts.push(refusal);
                RowState::Refused
            } else if repeat || twice {
                let said = if repeat {
                    "Этот человек в составе уже есть."
                } else {
                    "Этот человек стоит в таблице выше."
                };
                row.remarks.push(said.to_owned());
                RowState::Repeat
            } else if doubts.is_empty() {
                RowState::Ready
            } else {
                RowState::Doubtful
            };
            if self.known(read).is_some() && row.state != RowState::Repeat {
                row.remarks.push(
                    "Этот человек в программе уже записан: он войдёт в состав с прежними сведениями."
                        .to_owned(),
                );
            }
            if row.state != RowState::Repeat {
                row.remarks.extend(self.almost_known(read));
            }
            if !columns.contains(&TableColumn::Post) && !columns.contains(&TableColumn::Organisation) {
                row.remarks.extend(in_other_words(read));
            }
            for doubt in doubts {
                row.remark(columns, doubt);
            }
            shown.push(row);
        }
        shown
    }

    /// An organisation that is new by its name and almost one that is there.
    fn almost_known(&self, read: &ReadMember) -> Option<String> {
        let name = &read.organisation;
        if name.is_empty() || self.organisations.iter().any(|known| same_organisation(name, known)) {
            return None;
        }
        let near = self.organisations.iter().find(|known| almost_same_organisation(name, known))?;
        let known = near.shown_name();
        Some(format!(
            "Организация «{name}» новая, но похожа на «{known}»; если это она, впишите её название так же."
        ))
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

    /// A person who is in the program but not in the roster, where only one has the name.
    fn known(&self, read: &ReadMember) -> Option<&Person> {
        let mut named = self.others.iter().filter(|person| {
            person
                .facts
                .iter()
                .any(|facts| facts.name.full().to_lowercase() == read.name.full().to_lowercase())
        });
        named.next().filter(|_| named.next().is_none())
    }

    /// The records of the ticked rows, with organisations that nobody knew before.
    pub(super) fn records(&self, workplace: &Workplace, ticked: &[usize]) -> Vec<Record> {
        let mut records = Vec::new();
        let mut made: BTreeMap<String, OrganisationId> = BTreeMap::new();
        let (mut place, mut held) = (self.place, self.held.clone());
        for at in ticked {
            let Some(MemberRow::Read(read)) = self.rows.get(*at) else { continue };
            let person = match self.known(read) {
                Some(person) => person.id,
                None => {
                    let organisation =
                        self.organisation(&read.organisation, workplace, &mut made, &mut records);
                    let person = new_person(read, organisation, workplace);
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
        if let Some(known) = self.organisations.iter().find(|known| same_organisation(name, known)) {
            return Some(known.id);
        }
        if let Some(id) = made.get(&name.to_lowercase()) {
            return Some(*id);
        }
        let id = OrganisationId(workplace.clock.new_id());
        made.insert(name.to_lowercase(), id);
        records.push(Record::from(Organisation {
            id,
            name: name.to_owned(),
            short_name: String::new(),
            kind: OrganisationKind::School,
            low_results: false,
            unfavourable_conditions: false,
        }));
        Some(id)
    }
}

/// What a line of a plain list was taken apart into: nothing else shows it before the person is added.
fn in_other_words(read: &ReadMember) -> Option<String> {
    let said = [
        ("должность", read.post.as_str()),
        ("организация", read.organisation.as_str()),
        ("категория", if read.category == Category::NotApplicable { "" } else { read.category.in_words() }),
    ];
    let said: Vec<String> = said
        .iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(what, words)| format!("{what} — {words}"))
        .collect();
    (!said.is_empty()).then(|| format!("Понято так: {}; {}.", read.name.full(), said.join("; ")))
}

fn new_person(read: &ReadMember, organisation: Option<OrganisationId>, workplace: &Workplace) -> Person {
    let facts = PersonFacts {
        name: read.name.clone(),
        post: read.post.clone(),
        organisation,
        category: read.category,
        works_since: read.works_since,
        in_specialty_since: read.in_specialty_since,
        ..PersonFacts::default()
    };
    let courses = read.courses.iter().map(|course| Course {
        id: workplace.clock.new_id().into(),
        title: course.title.clone(),
        provider: String::new(),
        hours: None,
        finished: course.finished,
        school_year: None,
    });
    Person {
        id: workplace.clock.new_id().into(),
        facts: vec![facts],
        courses: courses.collect(),
        contact: String::new(),
        consent: None,
        anonymised: false,
    }
}
