//! Lists of people: a row is a person with the school, the post and what else a card has a place for. Whatever has no place
//! there, or was not understood, comes back as a sentence.

mod card;
mod category;
mod courses;
mod line;
mod name;
mod seniority;

use chrono::NaiveDate;

pub use self::courses::ReadCourse;

use self::card::{awards, dates_in, part_time, says_nothing};
use self::category::read_category;
use self::courses::read_courses;
pub(in crate::import) use self::line::work_line;
use self::line::{MemberLine, is_organisation, member_line, name_in_one_line};
use self::name::{read_name, role_and_dates};
use self::seniority::{Seniority, Unclear, contradicts, read_seniority};
use super::cells::cell;
use super::{Doubt, TableColumn, TableKind, folded, is_numbering, one_line};
use crate::calendar::{PartialDate, SchoolYear};
use crate::records::{Category, Role};
use crate::russian::FullName;

/// A row of a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemberRow {
    /// Not a person: headings once more, the name of a school across the table.
    Heading,
    /// A person.
    Read(Box<ReadMember>),
}

/// What a row of a roster says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMember {
    /// Surname, given name, patronymic.
    pub name: FullName,
    /// Leads the community or writes its protocols.
    pub role: Option<Role>,
    /// «с 12.01.2026»
    pub from: Option<NaiveDate>,
    /// «до 31.12.2025»
    pub to: Option<NaiveDate>,
    /// Post and subject.
    pub post: String,
    /// The organisation's name.
    pub organisation: String,
    /// Whether the organisation is that of the line above, under which the person stands.
    pub organisation_above: bool,
    /// Qualification category.
    pub category: Category,
    /// Since when the category is held.
    pub category_since: Option<PartialDate>,
    /// Calendar year when work began.
    pub works_since: Option<i32>,
    /// Calendar year when pedagogical work began.
    pub pedagogical_since: Option<i32>,
    /// Calendar year when work in the specialty began.
    pub in_specialty_since: Option<i32>,
    /// Works here beside another main place.
    pub part_time: bool,
    /// The classes that are taught.
    pub classes: String,
    /// Titles and awards, each with its date where that is known.
    pub awards: Vec<(String, Option<PartialDate>)>,
    /// The topic of self-education.
    pub self_education: String,
    /// Courses.
    pub courses: Vec<ReadCourse>,
    /// A telephone or an address at work.
    pub contact: String,
    /// What was not understood, or has no place in a card.
    pub doubts: Vec<Doubt>,
    /// Why the person cannot be added as the row is.
    pub refusal: Option<Doubt>,
}

/// How the rows of a list are read.
#[derive(Debug, Clone, Copy)]
struct Roster<'a> {
    columns: &'a [TableColumn],
    year: SchoolYear,
    today: NaiveDate,
}

/// The organisation of the rows above.
#[derive(Debug, Default)]
struct Above {
    /// A line across the table, under which its people stand.
    section: String,
    /// That of the last person, in a column of organisations.
    last: String,
}

/// Reads the rows below the headings. A course that ends after `today` is planned.
#[must_use]
pub fn read_members(
    rows: &[Vec<String>],
    columns: &[TableColumn],
    year: SchoolYear,
    today: NaiveDate,
) -> Vec<MemberRow> {
    let roster = Roster { columns, year, today };
    let mut above = Above::default();
    rows.iter().map(|cells| roster.row(cells, &mut above)).collect()
}

/// Reads people who are written a line each, or in cells that nothing names: those of a row are one line then.
#[must_use]
pub fn read_member_lines(rows: &[Vec<String>], year: SchoolYear, today: NaiveDate) -> Vec<ReadMember> {
    let lines = rows.iter().map(|cells| vec![cells.join("\t")]).collect::<Vec<_>>();
    let rows = read_members(&lines, &[TableColumn::Name], year, today);
    rows.into_iter()
        .filter_map(|row| match row {
            MemberRow::Read(read) => Some(*read),
            MemberRow::Heading => None,
        })
        .collect()
}

impl Roster<'_> {
    fn of<'a>(&self, cells: &'a [String], column: TableColumn) -> &'a str {
        cell(cells, self.columns, column)
    }

    fn row(&self, cells: &[String], above: &mut Above) -> MemberRow {
        let name = self.name_of(cells);
        let again = self.is_heading(cells, &name);
        let filled: Vec<&str> = cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| cell.chars().any(char::is_alphabetic))
            .collect();
        if let [only] = filled.as_slice()
            && is_organisation(only)
        {
            *above = Above { section: one_line(only), last: String::new() };
            return MemberRow::Heading;
        }
        let many = cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 2;
        if is_numbering(cells) || again || (name.is_empty() && !many) {
            return MemberRow::Heading;
        }
        MemberRow::Read(Box::new(self.person(cells, &name, above)))
    }

    /// The headings once more, as they stand at the top of each page.
    fn is_heading(&self, cells: &[String], name: &str) -> bool {
        let said = cells.iter().zip(self.columns).filter(|(cell, column)| {
            **column != TableColumn::Skip
                && TableColumn::of_heading(cell, TableKind::Members) == Some(**column)
        });
        let name = folded(name);
        let words: Vec<&str> = name.split(' ').collect();
        let named = matches!(words.as_slice(), ["фио" | "фамилия", ..] | ["ф", "и", "о", ..]);
        said.count() >= 2 || named
    }

    /// The whole name, which may stand in one column or in three.
    fn name_of(&self, cells: &[String]) -> String {
        let parts =
            [TableColumn::Name, TableColumn::Surname, TableColumn::GivenName, TableColumn::Patronymic];
        let parts = parts.map(|column| self.of(cells, column));
        let parts: Vec<&str> = parts.iter().filter(|part| !part.is_empty()).copied().collect();
        name_in_one_line(&parts.join(" "))
    }

    fn person(&self, cells: &[String], name: &str, above: &mut Above) -> ReadMember {
        let mut read = ReadMember::default();
        // In a plain list all that is known of a person stands in one line, and some write the post beside the name.
        let work = [TableColumn::Post, TableColumn::Organisation, TableColumn::PostAndOrganisation];
        let plain = !self.columns.iter().any(|column| work.contains(column));
        let line = if plain || name.contains([',', ';']) {
            member_line(name)
        } else {
            MemberLine { name: name.to_owned(), ..MemberLine::default() }
        };
        read_name(&line.name, &mut read, self.year);
        let both = work_line(self.of(cells, TableColumn::PostAndOrganisation));
        let mut said =
            |column, beside: &str| self.said(cells, column, &[&line_part(&line, column), beside], &mut read);
        let role = said(TableColumn::Role, &both.role);
        let post = said(TableColumn::Post, &both.post);
        let organisation = said(TableColumn::Organisation, &both.organisation);
        let category = said(TableColumn::Category, &both.category);
        let experience = said(TableColumn::Experience, &both.experience);
        role_and_dates(&role, TableColumn::Role, &mut read, self.year);
        read.post = with_subject(&post, self.of(cells, TableColumn::Subject));
        read.organisation = one_line(&organisation);
        self.organisation_above(cells, above, &mut read);
        let category = read_category(&category, self.year);
        read.category = category.category;
        read.category_since = category.since;
        read.doubts.extend(category.doubt.map(|doubt| Doubt::new(TableColumn::Category, doubt)));
        self.experience(cells, &experience, &mut read);
        let (courses, doubts) = read_courses(self.of(cells, TableColumn::Courses), self.year, self.today);
        read.courses = courses;
        read.doubts.extend(doubts.into_iter().map(|doubt| Doubt::new(TableColumn::Courses, doubt)));
        self.small_columns(cells, &mut read);
        read.contact = one_line(self.of(cells, TableColumn::Contact));
        read
    }

    /// What a column says, or where it is empty what stands beside the name or the place of work. What says otherwise there is
    /// named.
    fn said(&self, cells: &[String], column: TableColumn, beside: &[&str], read: &mut ReadMember) -> String {
        let mut said = self.of(cells, column).to_owned();
        for other in beside.iter().filter(|other| !other.is_empty()) {
            if said.is_empty() {
                (*other).clone_into(&mut said);
            } else if !folded(&said).contains(&folded(other)) {
                let sentence =
                    format!("«{}» стоит в другом столбце и в карточку не войдёт.", one_line(other));
                read.doubts.push(Doubt::new(TableColumn::Name, sentence));
            }
        }
        said
    }

    /// People stand under the name of their school; a school that was written once for several leaves the cells below empty.
    fn organisation_above(&self, cells: &[String], above: &mut Above, read: &mut ReadMember) {
        let at = self.columns.iter().position(|column| *column == TableColumn::Organisation);
        // A dash says that there is none.
        let empty = at.and_then(|at| cells.get(at)).is_none_or(|cell| cell.trim().is_empty());
        if !read.organisation.is_empty() {
            above.last.clone_from(&read.organisation);
        } else if !above.section.is_empty() && empty {
            read.organisation.clone_from(&above.section);
            read.organisation_above = true;
        } else if at.is_some() && empty && !above.last.is_empty() {
            read.organisation.clone_from(&above.last);
            read.organisation_above = true;
            let sentence = "Организация не указана, взята из строки выше; проверьте.";
            read.doubts.push(Doubt::new(TableColumn::Organisation, sentence));
        }
    }

    fn experience(&self, cells: &[String], experience: &str, read: &mut ReadMember) {
        let mut seniority = self.years(experience, TableColumn::Experience, read);
        for column in [TableColumn::PedagogicalExperience, TableColumn::ExperienceInSpecialty] {
            let own = self.years(self.of(cells, column), column, read);
            let Some(since) = own.any() else { continue };
            let before = seniority;
            if column == TableColumn::PedagogicalExperience {
                seniority.pedagogical_since = Some(since);
            } else {
                seniority.in_specialty_since = Some(since);
            }
            if contradicts(seniority) {
                let sentence = match column {
                    TableColumn::PedagogicalExperience => {
                        "Педагогический стаж больше общего; ни тот, ни другой в карточку не войдёт."
                    }
                    _ => "Стаж по специальности больше общего; ни тот, ни другой в карточку не войдёт.",
                };
                read.doubts.push(Doubt::new(column, sentence));
                seniority = Seniority { since: None, ..before };
            } else if !self.columns.contains(&TableColumn::Experience) {
                // Where a list has no other, this is the one that it counts by.
                seniority.since = seniority.since.or(Some(since));
            }
        }
        read.works_since = seniority.since;
        read.pedagogical_since = seniority.pedagogical_since;
        read.in_specialty_since = seniority.in_specialty_since;
    }

    /// Since when the category is held, part-time work, classes, awards, self-education.
    fn small_columns(&self, cells: &[String], read: &mut ReadMember) {
        let since = self.of(cells, TableColumn::CategorySince);
        match dates_in(since, self.year).as_slice() {
            [date] => read.category_since = Some(*date),
            [] if says_nothing(since) => {}
            _ => {
                let sentence =
                    format!("Дата категории «{}»: не видно одной даты, она не войдёт.", one_line(since));
                read.doubts.push(Doubt::new(TableColumn::CategorySince, sentence));
            }
        }
        let cell = self.of(cells, TableColumn::PartTime);
        match part_time(cell) {
            Some(said) => read.part_time |= said,
            None => {
                let sentence =
                    format!("«{}»: не понято, совместитель ли это; отметьте в карточке.", one_line(cell));
                read.doubts.push(Doubt::new(TableColumn::PartTime, sentence));
            }
        }
        let plain = |column| Some(one_line(self.of(cells, column))).filter(|text| !says_nothing(text));
        read.classes = plain(TableColumn::Classes).unwrap_or_default();
        read.self_education = plain(TableColumn::SelfEducation).unwrap_or_default();
        read.awards = awards(self.of(cells, TableColumn::Awards), self.year);
    }

    fn years(&self, cell: &str, column: TableColumn, read: &mut ReadMember) -> Seniority {
        let why = match read_seniority(cell, self.year) {
            Ok(seniority) => return seniority,
            Err(Unclear::NotExact) => "точного числа лет не видно, в карточку он не войдёт",
            Err(Unclear::Contradicts) => "педагогический больше общего, в карточку он не войдёт",
            Err(Unclear::Unreadable) => "не понят и в карточку не войдёт; нужно число лет",
        };
        read.doubts.push(Doubt::new(column, format!("Стаж «{}»: {why}.", one_line(cell))));
        Seniority::default()
    }
}

fn line_part(line: &MemberLine, column: TableColumn) -> String {
    match column {
        TableColumn::Role => &line.role,
        TableColumn::Post => &line.post,
        TableColumn::Organisation => &line.organisation,
        TableColumn::Category => &line.category,
        TableColumn::Experience => &line.experience,
        _ => return String::new(),
    }
    .clone()
}

fn with_subject(post: &str, subject: &str) -> String {
    let (post, subject) = (one_line(post), one_line(subject));
    // «учитель математики» already says the subject.
    let stem: String = folded(&subject).chars().take(5).collect();
    match (post.is_empty(), subject.is_empty()) {
        (false, false) if !folded(&post).contains(&stem) => format!("{post}, {subject}"),
        (true, _) => subject,
        _ => post,
    }
}

/// Whether two names are of one person: the same words, or initials where one of them has only these.
#[must_use]
pub fn same_name(one: &FullName, other: &FullName) -> bool {
    let part = |one: &str, other: &str| {
        let (one, other) = (folded(one), folded(other));
        let initial = one.chars().count() == 1 || other.chars().count() == 1;
        one == other || (initial && one.chars().next() == other.chars().next())
    };
    folded(&one.surname) == folded(&other.surname)
        && part(&one.given, &other.given)
        && part(&one.patronymic, &other.patronymic)
}

#[cfg(test)]
mod tests;
