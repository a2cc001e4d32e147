//! Журнал выдачи: what left the program, when, where to and whether it named people (152-ФЗ).

use pps_domain::russian::date_in_prose;

use super::people::leader_signature;
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Column, Document, Table};
use crate::{Paper, PaperError};

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportRow {
    /// «16.01.2026 14:03»
    pub at: String,
    /// «Протокол № 2 от 16.01.2026.pdf»
    pub what: String,
    /// «флешка KINGSTON»
    pub place: String,
    /// Whether it names people.
    pub personal: bool,
}

/// The whole journal, the first line first.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let rows = ask.sources.exports().map_err(PaperError::Source)?;
    let columns = [
        Column::numbers("№", 9.0),
        Column::numbers("Когда", 26.0),
        Column::words("Что выдано", 70.0),
        Column::words("Куда", 40.0),
        Column::words("Персональные данные", 25.0),
    ];
    let row = |row: ExportRow| {
        let personal = if row.personal { "есть" } else { "нет" };
        [row.at, row.what, row.place, personal.to_owned()]
    };
    let day = date_in_prose(ask.on());
    let paper =
        Document::new(ask.records, format!("Журнал выдачи на {day}")).heading("ЖУРНАЛ ВЫДАЧИ").centred(
            in_lines([
                whose(&ask.records.community.words(), &ask.records.community.name),
                format!("на {day}"),
            ]),
            1.0,
        );
    let paper = if rows.is_empty() {
        paper.text("Пока ничего не сохранено, не напечатано и не передано.")
    } else {
        paper.with(Table::numbered(columns, rows.into_iter().map(row)))
    };
    Ok(paper.signed(&leader_signature(ask.records, ask.on())).into())
}
