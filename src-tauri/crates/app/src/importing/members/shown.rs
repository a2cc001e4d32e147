//! How the cells of a list of people were understood, where they say it otherwise.

use pps_domain::import::{ReadMember, TableColumn};
use pps_domain::records::Category;
use pps_domain::russian::partial_in_table;

use crate::importing::TableRow;

/// How cells were understood that say it otherwise.
pub(super) fn read_otherwise(row: &mut TableRow, columns: &[TableColumn], read: &ReadMember) {
    row.read_as(columns, TableColumn::Name, read.name.full());
    let date = read.category_since.map(partial_in_table);
    let since = date.as_ref().filter(|_| !columns.contains(&TableColumn::CategorySince));
    let since = since.map(|date| format!(" с {date}")).unwrap_or_default();
    row.read_as(columns, TableColumn::Category, format!("{}{since}", read.category.in_words()));
    row.read_as(columns, TableColumn::CategorySince, date.unwrap_or_default());
    let from = |since: i32| format!("с {since} г.");
    let own = [
        ("педагогический", TableColumn::PedagogicalExperience, read.pedagogical_since),
        ("по специальности", TableColumn::ExperienceInSpecialty, read.in_specialty_since),
    ];
    // What one cell says of all of them stands together.
    let parts = own.iter().filter(|(_, column, _)| !columns.contains(column));
    let parts = parts.filter_map(|(word, _, since)| Some(format!("{word} {}", from((*since)?))));
    let experience: Vec<String> = read.works_since.map(from).into_iter().chain(parts).collect();
    row.read_as(columns, TableColumn::Experience, experience.join(", "));
    for (_, column, since) in own {
        row.read_as(columns, column, since.map(from).unwrap_or_default());
    }
    let part_time = if read.part_time { "совместитель".to_owned() } else { String::new() };
    row.read_as(columns, TableColumn::PartTime, part_time);
    let work = [read.organisation.as_str(), read.post.as_str()];
    let work: Vec<&str> = work.into_iter().filter(|words| !words.is_empty()).collect();
    row.read_as(columns, TableColumn::PostAndOrganisation, work.join("; "));
    if read.organisation_above {
        row.read_as(columns, TableColumn::Organisation, read.organisation.clone());
    }
    let courses = read.courses.iter().map(|course| {
        let hours = course.hours.map(|hours| format!("{hours} ч"));
        let said = [course.title.clone(), course.provider.clone()].into_iter().chain(hours);
        let said: Vec<String> = said.filter(|words| !words.is_empty()).collect();
        let planned = if course.planned { "запланированы на " } else { "" };
        let date = format!("{planned}{}", partial_in_table(course.finished));
        if said.is_empty() { date } else { format!("{date}: {}", said.join(", ")) }
    });
    row.read_as(columns, TableColumn::Courses, courses.collect::<Vec<_>>().join("; "));
}

/// What a line of a plain list was taken apart into: nothing else shows it before the person is added.
pub(super) fn in_other_words(read: &ReadMember) -> Option<String> {
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
