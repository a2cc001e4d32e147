//! Свод затруднений (п. 4.3): what a survey has shown.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{
    AreaPairs, Difficulties, HeatMap, LEAST_SHEETS, Share, StatementAnswers, SurveyAnswers,
};
use pps_domain::records::Survey;
use pps_domain::russian::{counted, partial_in_table};

use super::people::leader_signature;
use super::report::survey_picture;
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Fact, Group, Table};
use crate::{Paper, PaperError};

/// The summary of a survey beside the one before it that asked about the same.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, on) = (ask.records, ask.on());
    let survey = records.surveys.get(&ask.record()?);
    let survey =
        survey.ok_or_else(|| PaperError::NotFound { what: "Такого замера".to_owned() })?;
    let before = records.survey_before(survey);
    let counts = Difficulties::beside(records, survey, before);
    let answers = SurveyAnswers::of(records, survey, before);
    let held = partial_in_table(survey.held);
    let asked = [Some((survey, counts.asked)), before.map(|before| (before, counts.asked_before))];
    let facts = asked.into_iter().flatten().map(|(survey, asked)| asked_of(survey, asked));
    let by = records
        .questionnaire_of(survey)
        .map(|asked| Fact { label: "Анкета".to_owned(), value: asked.title.clone() });
    let mut paper = Document::new(records, format!("Свод затруднений, {held}"))
        .heading("СВОД ЗАТРУДНЕНИЙ")
        .centred(
            in_lines([
                whose(&records.community.words(), &records.community.name),
                format!("по замеру {held}"),
            ]),
            0.8,
        )
        .with(Block::Facts { items: by.into_iter().chain(facts).collect() });
    if let Some(answers) = answers.as_ref().filter(|answers| answers.sheets > 0) {
        let earlier = before.map(|survey| partial_in_table(survey.held));
        paper = paper.with(by_area(answers, earlier.as_deref()));
    }
    paper = paper.with_all(survey_picture(&counts, [before, Some(survey)]));
    if let Some(answers) = answers.as_ref().filter(|answers| answers.sheets > 0) {
        paper = paper.with(by_statement(answers)).with_all(by_organisation(records, survey));
        paper = paper.with_all(pairs(records, survey, on));
    }
    Ok(Paper::Document(paper.signed(&leader_signature(records, on))))
}

fn asked_of(survey: &Survey, asked: usize) -> Fact {
    let who = survey.who.trim();
    let who = if who.is_empty() { String::new() } else { format!(" ({who})") };
    let people = counted(asked, "человек", "человека", "человек");
    Fact {
        label: format!("Опрошены ({})", partial_in_table(survey.held)), value: format!("{people}{who}")
    }
}

/// «42 из 150 (28 %)»; a dash where nobody answered.
fn share_in_cell(share: Share) -> String {
    if share.whole == 0 { "—".to_owned() } else { share.in_words() }
}

fn by_area(answers: &SurveyAnswers, earlier: Option<&str>) -> Table {
    let mut columns =
        vec![Column::words("Область", 70.0), Column::numbers("Ответов «испытываю» и «нужна помощь»", 44.0)];
    columns.extend(earlier.map(|held| Column::numbers(&format!("То же, {held}"), 36.0)));
    columns.push(Column::numbers("Готовы поделиться опытом", 30.0));
    let rows = answers.areas_by_share().into_iter().map(|area| {
        let mut row = vec![area.title.clone(), share_in_cell(area.share)];
        row.extend(earlier.map(|_| share_in_cell(area.before.unwrap_or_default())));
        row.push(area.ready.to_string());
        row
    });
    Table { title: "По областям".to_owned(), stays: false, ..Table::new(columns, rows) }
}

fn by_statement(answers: &SurveyAnswers) -> Table {
    let columns = [
        Column::numbers("№", 10.0),
        Column::words("Утверждение", 76.0),
        Column::numbers("0", 11.0),
        Column::numbers("1", 11.0),
        Column::numbers("2", 11.0),
        Column::numbers("3", 11.0),
        Column::numbers("Испытывают затруднение", 40.0),
    ];
    let (mut rows, mut groups) = (Vec::new(), Vec::new());
    for area in &answers.areas {
        groups.push(Group { before: rows.len(), title: area.title.clone() });
        rows.extend(area.statements.iter().map(statement));
    }
    let title = "По утверждениям: 0 — нет, 1 — частично, 2 — испытываю, 3 — нужна помощь".to_owned();
    Table { title, groups, stays: false, ..Table::new(columns, rows) }
}

fn statement(answers: &StatementAnswers) -> Vec<String> {
    let counts = answers.counts;
    let mut row = vec![answers.number.to_string(), answers.text.clone()];
    row.extend([counts.no, counts.partly, counts.yes, counts.help].map(|count| count.to_string()));
    row.push(share_in_cell(answers.share));
    row
}

fn by_organisation(records: &CommunityRecords, survey: &Survey) -> Vec<Block> {
    let Some(map) = HeatMap::of(records, survey) else { return Vec::new() };
    let mut columns = vec![Column::words("ОО", 40.0), Column::numbers("Анкет", 14.0)];
    columns.extend(map.areas.iter().map(|(_, title)| Column::numbers(title, 24.0)));
    let rows = map.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| match cell.share {
            Some(share) => share_in_cell(share),
            None if cell.sheets == 0 => "—".to_owned(),
            None => "мало анкет".to_owned(),
        });
        [row.name, row.sheets.to_string()].into_iter().chain(cells).collect()
    });
    let title = "По организациям: ответов «испытываю» и «нужна помощь»".to_owned();
    let mut blocks: Vec<Block> = vec![Table { title, ..Table::new(columns, rows) }.into()];
    if map.hidden {
        blocks.push(Block::Remark { text: few_sheets() });
    }
    blocks
}

/// Why a cell of the map is empty.
fn few_sheets() -> String {
    format!("Где анкет меньше {LEAST_SHEETS}, доля не показана: по ней узнали бы ответы отдельных людей.")
}

fn pairs(records: &CommunityRecords, survey: &Survey, on: NaiveDate) -> Option<Block> {
    let pairs = AreaPairs::of(records, survey);
    let columns = [
        Column::words("Область", 60.0),
        Column::words("Кому нужна помощь", 55.0),
        Column::words("Кто готов поделиться опытом", 55.0),
    ];
    let rows = pairs.into_iter().map(|area| {
        let names = |people: &[_]| match people {
            [] => "—".to_owned(),
            people => records.surnames_first(people, on),
        };
        vec![area.title, names(&area.ask), names(&area.can_help)]
    });
    let table = Table {
        title: "Кто кому поможет".to_owned(), stays: false, ..Table::new(columns, rows)
    };
    (!table.rows.is_empty()).then(|| table.into())
}
