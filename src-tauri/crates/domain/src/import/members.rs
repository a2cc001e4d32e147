use chrono::NaiveDate;

use super::cells::cell;
use super::member_line::{MemberLine, member_line};
use super::{Doubt, TableColumn, folded, is_numbering, one_line};
use crate::calendar::{PartialDate, SchoolYear, read_date};
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
    /// Qualification category.
    pub category: Category,
    /// Calendar year when work began.
    pub works_since: Option<i32>,
    /// Calendar year when work in the specialty began.
    pub in_specialty_since: Option<i32>,
    /// Courses.
    pub courses: Vec<ReadCourse>,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
    /// Why the person cannot be added as the row is.
    pub refusal: Option<Doubt>,
}

/// A course as a table names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadCourse {
    /// When it ended.
    pub finished: PartialDate,
    /// Its program, where the cell says more than the year.
    pub title: String,
}

/// Reads the rows below the headings.
#[must_use]
pub fn read_members(rows: &[Vec<String>], columns: &[TableColumn], year: SchoolYear) -> Vec<MemberRow> {
    rows.iter().map(|cells| row(cells, columns, year)).collect()
}

fn row(cells: &[String], columns: &[TableColumn], year: SchoolYear) -> MemberRow {
    let of = |column| cell(cells, columns, column);
    let name = name_of(cells, columns);
    let again = TableColumn::of_heading(&name, super::TableKind::Members) == Some(TableColumn::Name);
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    if is_numbering(cells) || again || (name.is_empty() && filled <= 2) {
        return MemberRow::Heading;
    }
    // In a plain list all that is known of a person stands in one line.
    let plain = !columns.iter().any(|column| matches!(column, TableColumn::Post | TableColumn::Organisation));
    let line =
        if plain { member_line(&name) } else { MemberLine { name: name.clone(), ..MemberLine::default() } };
    let said = |column, own: &str| {
        let written = of(column);
        if written.is_empty() { own.to_owned() } else { written.to_owned() }
    };
    let mut read = ReadMember::default();
    read_name(&line.name, &mut read, year);
    read_role(&said(TableColumn::Role, &line.role), TableColumn::Role, &mut read, year);
    read.post = post(&said(TableColumn::Post, &line.post), of(TableColumn::Subject));
    read.organisation = one_line(&said(TableColumn::Organisation, &line.organisation));
    let category = said(TableColumn::Category, &line.category);
    match read_category(&category) {
        Some(category) => read.category = category,
        None => read.doubts.push(Doubt::new(
            TableColumn::Category,
            format!("Категория «{}» не понята и не попадёт в запись.", one_line(&category)),
        )),
    }
    read_experience(&said(TableColumn::Experience, &line.experience), &mut read, year);
    read_courses(of(TableColumn::Courses), &mut read, year);
    MemberRow::Read(Box::new(read))
}

/// The whole name, which may stand in one column or in three.
fn name_of(cells: &[String], columns: &[TableColumn]) -> String {
    let parts = [TableColumn::Name, TableColumn::Surname, TableColumn::GivenName, TableColumn::Patronymic];
    let parts = parts.map(|column| cell(cells, columns, column));
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn read_name(cell: &str, read: &mut ReadMember, year: SchoolYear) {
    let (name, note) = cell.split_once('(').unwrap_or((cell, ""));
    let name = one_line(name);
    if !note.is_empty() {
        read_role(note, TableColumn::Name, read, year);
    }
    // «1. Соколова …»: the number of the row.
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    // «Соколова М.В.» are three words.
    read.name = FullName::parse(&name.replace('.', ". "));
    if !name.chars().any(char::is_alphabetic) {
        let sentence = "Не указаны фамилия, имя и отчество; впишите их или снимите отметку со строки.";
        read.refusal = Some(Doubt::new(TableColumn::Name, sentence));
    } else if read.name.given.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        let sentence = format!("«{name}» — имя и отчество не написаны полностью; допишите их в «Составе».");
        read.doubts.push(Doubt::new(TableColumn::Name, sentence));
    }
}

/// «руководитель ППС», «участник (до 31.12.2025)», «секретарь, с 12.01.2026».
fn read_role(cell: &str, column: TableColumn, read: &mut ReadMember, year: SchoolYear) {
    let text = cell.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';')).collect();
    for pair in words.windows(2) {
        let date = || read_date(pair[1].trim_end_matches('.'), year).ok();
        match pair[0] {
            "с" | "со" => read.from = date().or(read.from),
            "до" | "по" => read.to = date().or(read.to),
            _ => {}
        }
    }
    if text.contains("руководитель") && !text.contains("заместитель") {
        read.role = Some(Role::Leader);
    } else if text.contains("секретар") {
        read.role = Some(Role::Secretary);
    } else if !(text.is_empty() || text.contains("участни") || text.contains("член"))
        && (read.from, read.to) == (None, None)
    {
        let sentence = format!("Роль «{}» программе не знакома; человек войдёт участником.", one_line(cell));
        read.doubts.push(Doubt::new(column, sentence));
    }
}

fn post(post: &str, subject: &str) -> String {
    let (post, subject) = (one_line(post), one_line(subject));
    // «учитель математики» already says the subject.
    let stem: String = folded(&subject).chars().take(5).collect();
    match (post.is_empty(), subject.is_empty()) {
        (false, false) if !folded(&post).contains(&stem) => format!("{post}, {subject}"),
        (true, _) => subject,
        _ => post,
    }
}

fn read_category(cell: &str) -> Option<Category> {
    let text = folded(cell);
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if text.is_empty() {
        Some(Category::NotApplicable)
    } else if begins(&["высш", "вкк"]) {
        Some(Category::Highest)
    } else if begins(&["перв", "1", "i", "пкк"]) {
        Some(Category::First)
    } else if text.contains("сзд") || text.contains("соотв") {
        // «без категории (СЗД)» too: whoever wrote it meant to say more than «без категории».
        Some(Category::FitsPost)
    } else if begins(&["без", "нет", "не имеет", "б к"]) {
        Some(Category::None)
    } else {
        None
    }
}

/// «24», «24 года», «стаж 24 года», «24/10»: the whole, and in the specialty.
fn read_experience(cell: &str, read: &mut ReadMember, year: SchoolYear) {
    let said = cell.trim_start();
    let named = said.to_lowercase().starts_with("стаж");
    let cell = if named { said.trim_start_matches(|c: char| !c.is_ascii_digit()) } else { said };
    let mut numbers = cell.split('/').map(|part| {
        let digits: String = part.trim().chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<i32>().ok().filter(|years| *years <= 70)
    });
    let first = numbers.next().flatten();
    read.works_since = first.map(|years| year.0.saturating_sub(years));
    read.in_specialty_since = numbers.next().flatten().map(|years| year.0.saturating_sub(years));
    if !cell.is_empty() && first.is_none() {
        let sentence = format!("Стаж «{}» не понят и не попадёт в запись; нужно число лет.", one_line(cell));
        read.doubts.push(Doubt::new(TableColumn::Experience, sentence));
    }
}

/// «2024», «2023, 2025», «Формирующее оценивание, РИРО, 2024». Each year is a course; lines are courses apart.
fn read_courses(cell: &str, read: &mut ReadMember, year: SchoolYear) {
    for line in cell.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split(|c: char| c.is_whitespace() || c == ',').collect();
        let finished: Vec<PartialDate> = words.iter().filter_map(|word| finished(word, year)).collect();
        let rest: Vec<&str> =
            words.iter().filter(|word| self::finished(word, year).is_none()).copied().collect();
        let title = if rest.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3) {
            one_line(line)
        } else {
            String::new()
        };
        if finished.is_empty() {
            let sentence =
                format!("Курсы «{}»: не видно года, поэтому они не попадут в запись.", one_line(line));
            read.doubts.push(Doubt::new(TableColumn::Courses, sentence));
        }
        let courses = finished.into_iter().map(|finished| ReadCourse { finished, title: title.clone() });
        read.courses.extend(courses);
    }
}

fn finished(word: &str, year: SchoolYear) -> Option<PartialDate> {
    let bare = word.trim_matches(['(', ')', '.']).trim_end_matches(['г', '.']);
    if bare.matches('.').count() == 2 {
        return read_date(bare, year).ok().map(PartialDate::Day);
    }
    let number = bare.parse::<i32>().ok().filter(|_| bare.len() == 4)?;
    (1980..=2100).contains(&number).then_some(PartialDate::Year(number))
}

/// Reads people who are written a line each, or in cells that nothing names: those of a row are one line then.
#[must_use]
pub fn read_member_lines(rows: &[Vec<String>], year: SchoolYear) -> Vec<ReadMember> {
    let lines = rows.iter().map(|cells| vec![cells.join("\t")]).collect::<Vec<_>>();
    let rows = read_members(&lines, &[TableColumn::Name], year);
    rows.into_iter()
        .filter_map(|row| match row {
            MemberRow::Read(read) => Some(*read),
            MemberRow::Heading => None,
        })
        .collect()
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
