//! Sections of the report about meetings and difficulties.

use pps_domain::figures::{Difficulties, Share};
use pps_domain::ids::SurveyId;
use pps_domain::records::Survey;
use pps_domain::russian::{counted, date_in_table, partial_in_table};

use super::community::{column, figure};
use super::source::Source;
use crate::papers::people::{filled, shown};
use crate::papers::{Align, AttendanceBar, Block, DifficultyBars, Fact, Portion, Table};

pub(super) fn meetings(source: &Source<'_>) -> Vec<Block> {
    let meetings = &source.figures.meetings;
    let rows: Vec<Vec<String>> = meetings
        .rows
        .iter()
        .filter_map(|row| {
            let meeting = source.records.meetings.get(&row.meeting)?;
            let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
            let topic = if meeting.topic.trim().is_empty() {
                filled(items.map(|item| item.topic.clone())).join("\n")
            } else {
                meeting.topic.clone()
            };
            Some(vec![
                meeting.number().map(|number| number.to_string()).unwrap_or_default(),
                date_in_table(meeting.date),
                topic,
                out_of(row.attendance),
                meeting.mode.map(|mode| mode.in_words().to_owned()).unwrap_or_default(),
                figure(row.decisions),
                out_of(row.assignments),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("№", 9.0, Align::Center),
        column("Дата", 23.5, Align::Center),
        column("Тема", 46.5, Align::Left),
        column("Присутствовало", 22.0, Align::Center),
        column("Форма", 30.5, Align::Left),
        column("Решений", 17.5, Align::Center),
        column("Исполнено поручений", 21.0, Align::Center),
    ];
    let mut blocks =
        vec![Block::Table(Table { title: String::new(), columns, rows, total: None, ..Table::default() })];
    if meetings.attendance.whole > 0 {
        blocks.push(Block::Text {
            text: format!("Присутствовало {}.", meetings.attendance.in_words())
        });
        let bars = meetings.by_organisation.iter().map(|row| AttendanceBar {
            name: row
                .organisation
                .map_or_else(|| "организация не указана".to_owned(), |school| shown(source.records, school)),
            present: small(row.attendance.part),
            of: small(row.attendance.whole),
        });
        blocks.push(Block::Attendance { bars: bars.collect() });
    }
    blocks
}

fn out_of(share: Share) -> String {
    if share.whole == 0 { "—".to_owned() } else { format!("{} из {}", share.part, share.whole) }
}

/// Counts of people and activities are far below this limit.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn difficulties(source: &Source<'_>) -> Vec<Block> {
    let Some(found) = &source.figures.difficulties else { return Vec::new() };
    if found.rows.is_empty() {
        return Vec::new();
    }
    let survey = |id: SurveyId| source.records.surveys.get(&id);
    let surveys = [found.before.and_then(survey), survey(found.last)];
    let asked = surveys.into_iter().zip([found.asked_before, found.asked]);
    let asked = asked.filter_map(|(survey, asked)| {
        let survey = survey?;
        let who = survey.who.trim();
        let who = if who.is_empty() { String::new() } else { format!(" ({who})") };
        let people = counted(asked, "человек", "человека", "человек");
        Some(Fact {
            label: format!("Опрошены ({})", partial_in_table(survey.held)),
            value: format!("{people}{who}"),
        })
    });
    let facts = Block::Facts { items: asked.collect() };
    std::iter::once(facts).chain(survey_picture(found, surveys)).collect()
}

/// The first ten difficulties as bars, one for each of the surveys, the earlier one first.
pub(crate) fn survey_picture(found: &Difficulties, surveys: [Option<&Survey>; 2]) -> Option<Block> {
    let waves: Vec<String> =
        surveys.into_iter().flatten().map(|survey| partial_in_table(survey.held)).collect();
    let portion = |share: Share| Portion { count: small(share.part), of: small(share.whole) };
    let rows = found.rows.iter().map(|row| DifficultyBars {
        name: row.title.clone(),
        found: found.before.iter().map(|_| row.before.map(portion)).chain([row.last.map(portion)]).collect(),
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then_some(Block::Difficulties { waves, rows })
}
