//! Expertise in section 11 of the report.

use pps_domain::russian::date_in_table;

use super::community::column;
use super::source::Source;
use crate::papers::people::{filled, shown};
use crate::papers::{Align, Block, Table};

/// What was judged in the year, by date, with what the experts came to.
pub(super) fn expertise(source: &Source<'_>) -> Vec<Block> {
    let figures = &source.figures.expertise;
    let judged = figures.concluded.iter().filter_map(|id| source.records.expertises.get(id));
    let rows: Vec<Vec<String>> = judged
        .map(|judged| {
            let records = source.records;
            let authors = records.each_answering(&judged.authors, &judged.authors_in_words, judged.date);
            let school = judged.organisation.map(|school| shown(records, school)).unwrap_or_default();
            let experts = judged.experts.iter().filter_map(|expert| expert.speaker.as_ref());
            let experts = experts.map(|speaker| records.speaker(speaker, judged.date));
            let points = judged.sum().in_words();
            let conclusion = judged.conclusion.map(|conclusion| conclusion.in_words().to_owned());
            vec![
                date_in_table(judged.date),
                judged.title.trim().to_owned(),
                filled(authors.into_iter().chain([school])).join(", "),
                experts.collect::<Vec<_>>().join(", "),
                filled([conclusion.unwrap_or_default(), points]).join(", "),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("Дата", 25.0, Align::Center),
        column("Работа", 47.0, Align::Left),
        column("Автор, организация", 36.0, Align::Left),
        column("Эксперты", 28.0, Align::Left),
        column("Вывод, баллы", 34.0, Align::Left),
    ];
    let title = format!("Экспертиза: {}", figures.in_words());
    vec![Block::Table(Table { title, columns, rows, total: None, ..Table::default() })]
}
