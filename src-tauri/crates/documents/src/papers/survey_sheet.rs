//! Анкета о затруднениях (п. 4.3): the sheet to be filled in by hand.

use pps_domain::records::{Answer, Area, Questionnaire};

use crate::ask::Ask;
use crate::edition::MARK;
use crate::model::{Blank, Block, Column, Document, Group, Table};
use crate::{Paper, PaperError};

/// What stands after the statements of an area.
const READY: &str = "Готов(а) поделиться опытом по этой теме (обведите): да / нет";

/// The sheet. Digits stand in the cells, to be circled: whoever keys the sheets in reads one digit in each row.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (questionnaire, named) = asked(ask)?;
    let mut columns = vec![Column::numbers("№", 10.0), Column::words("Утверждение", 94.0)];
    columns.extend(Answer::ALL.map(|answer| Column::numbers(answer.in_words(), 20.0)));
    let (rows, groups) = rows(questionnaire);
    let mut paper = Document::new(ask.records, title(questionnaire))
        .heading("АНКЕТА")
        .centred(questionnaire.title.clone(), 0.8)
        .text(questionnaire.note.clone())
        .text(how_to_answer(named));
    if named {
        for words in ["Фамилия, имя, отчество", "Организация"] {
            paper = paper.with(blank(words));
        }
    }
    let paper = paper
        .with(Block::Gap { size: 0.6 })
        .with(Table { groups, ..Table::new(columns, rows) })
        .ending(Block::Gap { size: 0.8 })
        .ending(Block::line("Спасибо за ответы! Номер анкеты (ставит руководитель): ________"));
    Ok(Paper::Document(paper))
}

/// The questionnaire, and whether its sheets bear names: as in the year's last survey by it.
fn asked<'a>(ask: &Ask<'a>) -> Result<(&'a Questionnaire, bool), PaperError> {
    let records = ask.records;
    let known = records.questionnaires.get(&ask.record()?);
    let known = known.ok_or_else(|| PaperError::NotFound { what: "Такой анкеты".to_owned() })?;
    let by_it = records.surveys.values().filter(|survey| survey.questionnaire == Some(known.id));
    let of_year = by_it.filter(|survey| survey.school_year == ask.year());
    let last = of_year.max_by_key(|survey| (survey.held.first_day(), survey.id));
    Ok((known, last.is_some_and(|survey| survey.named)))
}

/// The sheet as a workbook that a school fills in, a column for each respondent.
pub(crate) fn workbook(ask: &Ask<'_>) -> Result<Vec<u8>, PaperError> {
    let (questionnaire, named) = asked(ask)?;
    let (title, community) = (title(questionnaire), &ask.records.community.name);
    let mark = if ask.request.without_personal_data { MARK } else { "" };
    crate::render::xlsx::questionnaire(questionnaire, named, community, &title, mark, ask.on())
        .map_err(|source| PaperError::Xlsx { title, source })
}

/// «Анкета «Затруднения педагога в оценивании»»
pub(crate) fn title(questionnaire: &Questionnaire) -> String {
    match questionnaire.title.trim() {
        "" => "Анкета о затруднениях".to_owned(),
        title => format!("Анкета «{title}»"),
    }
}

/// How the marks are set, and whether the sheet is signed.
pub(crate) fn how_to_answer(named: bool) -> String {
    let marks: Vec<String> =
        Answer::ALL.iter().map(|answer| format!("{}\u{a0}— {}", answer.mark(), answer.in_words())).collect();
    let signed = if named {
        "Анкета подписывается: по ней подберут помощь именно Вам."
    } else {
        "Анкета анонимная, подписывать её не нужно."
    };
    format!("В каждой строке обведите одну цифру: {}. {signed}", marks.join(", "))
}

fn blank(words: &str) -> Block {
    Block::Blanks {
        parts: vec![Blank::new(words, 100.0)],
        centred: false,
        strong: false,
        above: Some(0.6),
        below: None,
    }
}

fn rows(questionnaire: &Questionnaire) -> (Vec<Vec<String>>, Vec<Group>) {
    let (mut rows, mut groups) = (Vec::new(), Vec::new());
    for area in &questionnaire.areas {
        if !area.title.trim().is_empty() {
            groups.push(Group { before: rows.len(), title: area.title.clone() });
        }
        rows.extend(of_area(area, questionnaire.share_asked));
    }
    (rows, groups)
}

fn of_area(area: &Area, share_asked: bool) -> Vec<Vec<String>> {
    let digits = || Answer::ALL.iter().map(|answer| answer.mark().to_string());
    let statements = area.statements.iter().filter(|statement| !statement.text.trim().is_empty());
    let mut rows: Vec<Vec<String>> = statements
        .map(|statement| {
            [statement.number.to_string(), statement.text.clone()].into_iter().chain(digits()).collect()
        })
        .collect();
    if share_asked && !rows.is_empty() {
        let mut row = vec![String::new(); 2 + Answer::ALL.len()];
        row[1] = READY.to_owned();
        rows.push(row);
    }
    rows
}
