//! Questionnaires that schools have filled in as workbooks, taken in together: each column is a sheet. A file that was
//! taken in before is known by its answers, and every cell that does not go in is named with its file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, OrganisationId, PersonId, SurveyId};
use pps_domain::import::{AnswerColumn, ReadAnswers, read_answers, same_name, same_organisation};
use pps_domain::records::{AnswerSheet, Questionnaire, Record, Survey};
use pps_domain::russian::{FullName, counted, plural};
use pps_exchange::spreadsheets::TableReader;
use serde::Serialize;
use ts_rs::TS;

use super::TableDraft;
use crate::error::AppError;
use crate::files::shown_name;
use crate::surveys::SurveyError;
use crate::views::Changes;
use crate::workplace::Workplace;

/// Files in which answers were looked for.
#[derive(Debug, Clone, Default)]
pub struct AnswerFiles(Vec<(PathBuf, Result<TableDraft, String>)>);

/// What came of the files.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TakenAnswers {
    /// What was changed; nothing where no answers were taken.
    pub changes: Option<Changes>,
    /// What became of each file.
    pub files: Vec<TakenFile>,
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct TakenFile {
    /// Its name.
    pub file: String,
    /// The school that it names, which an anonymous survey does not keep.
    pub school: String,
    /// How many sheets were taken.
    pub sheets: usize,
    /// The number of the first sheet; those of the others follow.
    pub first: u32,
    /// Why nothing was taken, as a sentence; empty where something was.
    pub refused: String,
    /// What did not go in, as sentences that begin with the cell.
    pub faults: Vec<String>,
}

impl AnswerFiles {
    /// Has the files read. One that cannot be read says why and holds back none of the others.
    #[must_use]
    pub fn read(reader: &TableReader, paths: &[PathBuf]) -> Self {
        let read = |path: &PathBuf| {
            let draft = TableDraft::file(reader, path).map_err(|fault| fault.to_string());
            (path.clone(), draft)
        };
        Self(paths.iter().map(read).collect())
    }
}

impl Workplace {
    /// Takes the answers of all files into a survey as one operation.
    ///
    /// # Errors
    /// The survey has no questionnaire, or a fault of the store.
    pub fn take_answers(
        &self,
        community: CommunityId,
        survey: SurveyId,
        files: &AnswerFiles,
    ) -> Result<TakenAnswers, AppError> {
        let (taken, sheets) = self.look_at_answers(community, survey, files)?;
        if sheets.is_empty() {
            return Ok(TakenAnswers { changes: None, files: taken });
        }
        let from = taken.iter().filter(|file| file.sheets > 0).count();
        let name = format!(
            "{} {} из {}",
            plural(sheets.len(), "Внесена", "Внесены", "Внесено"),
            counted(sheets.len(), "анкета", "анкеты", "анкет"),
            counted(from, "файла", "файлов", "файлов")
        );
        let records = sheets.into_iter().map(Record::from).collect();
        Ok(TakenAnswers { changes: Some(self.take_in(&name, records)?), files: taken })
    }

    /// What would be taken of the files, and what not. Nothing is changed.
    ///
    /// # Errors
    /// The survey has no questionnaire, or a fault of the store.
    pub fn look_at_answers(
        &self,
        community: CommunityId,
        survey: SurveyId,
        files: &AnswerFiles,
    ) -> Result<(Vec<TakenFile>, Vec<AnswerSheet>), AppError> {
        let records = self.community_records(community)?;
        let survey = records.surveys.get(&survey).ok_or(SurveyError::NoQuestionnaire)?;
        let questionnaire = records.questionnaire_of(survey).ok_or(SurveyError::NoQuestionnaire)?;
        let mut taking = Taking::new(&records, survey, questionnaire);
        let taken = files.0.iter().map(|(path, draft)| match draft {
            Err(why) => TakenFile { file: shown_name(path), refused: why.clone(), ..TakenFile::default() },
            Ok(draft) => taking.file(path, draft, || self.clock.new_id().into()),
        });
        let taken = taken.collect();
        Ok((taken, taking.sheets))
    }
}

/// Sheets on their way into a survey.
struct Taking<'a> {
    records: &'a CommunityRecords,
    survey: &'a Survey,
    questionnaire: &'a Questionnaire,
    /// The answers of every file that was taken before, by its number, with the numbers of its sheets.
    before: BTreeMap<u32, Vec<(u32, Answered)>>,
    next: u32,
    batch: u32,
    sheets: Vec<AnswerSheet>,
}

/// All that tells two sheets apart.
type Answered = (String, Vec<u32>, Option<PersonId>, Option<OrganisationId>);

fn answered(sheet: &AnswerSheet) -> Answered {
    (sheet.answers.to_string(), sheet.ready.clone(), sheet.person, sheet.organisation)
}

impl<'a> Taking<'a> {
    fn new(records: &'a CommunityRecords, survey: &'a Survey, questionnaire: &'a Questionnaire) -> Self {
        let mut before: BTreeMap<u32, Vec<(u32, Answered)>> = BTreeMap::new();
        let sheets = records.sheets_of(survey.id);
        for sheet in &sheets {
            if let Some(batch) = sheet.batch {
                before.entry(batch).or_default().push((sheet.number, answered(sheet)));
            }
        }
        let next = sheets.iter().map(|sheet| sheet.number).max().unwrap_or(0).saturating_add(1);
        let batch = before.keys().max().copied().unwrap_or(0).saturating_add(1);
        Self { records, survey, questionnaire, before, next, batch, sheets: Vec::new() }
    }

    fn file(
        &mut self,
        path: &Path,
        draft: &TableDraft,
        mut id: impl FnMut() -> pps_domain::ids::AnswerSheetId,
    ) -> TakenFile {
        let mut taken = TakenFile { file: shown_name(path), first: self.next, ..TakenFile::default() };
        let read = draft.sheets.iter().find_map(|sheet| {
            let read = read_answers(&sheet.rows, &sheet.row_numbers, self.questionnaire)?;
            Some((sheet, read))
        });
        let Some((table, read)) = read else {
            "В файле нет таблицы с заголовком «Утверждение»: это не заполненная анкета."
                .clone_into(&mut taken.refused);
            return taken;
        };
        let others = draft.sheets.iter().filter(|sheet| !std::ptr::eq(*sheet, table));
        taken.faults.extend(
            others.map(|sheet| format!("Лист «{}» не вошёл: ответы берутся с одного листа.", sheet.name)),
        );
        taken.faults.extend(read.faults.iter().map(|fault| format!("{}: {}", fault.cell, fault.sentence)));
        taken.faults.extend(table.left_out.iter().cloned());
        taken.school.clone_from(&read.school);
        if read.columns.is_empty() {
            "В файле нет ни одного ответа; проверьте, тот ли это файл.".clone_into(&mut taken.refused);
            return taken;
        }
        let sheets = self.sheets_of(&read, &mut taken.faults, &mut id);
        if let Some(numbers) = self.taken_before(&sheets) {
            taken.refused = format!(
                "Такие же ответы уже внесены ({numbers}), второй раз они не взяты; если это другая школа, внесите её \
                 анкеты вручную."
            );
            return taken;
        }
        taken.sheets = sheets.len();
        self.next = self.next.saturating_add(u32::try_from(sheets.len()).unwrap_or(u32::MAX));
        self.before.insert(self.batch, sheets.iter().map(|sheet| (sheet.number, answered(sheet))).collect());
        self.batch = self.batch.saturating_add(1);
        self.sheets.extend(sheets);
        taken
    }

    fn sheets_of(
        &self,
        read: &ReadAnswers,
        faults: &mut Vec<String>,
        id: &mut impl FnMut() -> pps_domain::ids::AnswerSheetId,
    ) -> Vec<AnswerSheet> {
        let organisation = self.organisation(&read.school, faults);
        let columns = read.columns.iter().zip(self.next..);
        let sheets = columns.map(|(column, number)| AnswerSheet {
            id: id(),
            community: self.survey.community,
            survey: self.survey.id,
            number,
            person: self.person(column, faults),
            organisation,
            answers: column.answers.clone(),
            ready: column.ready.clone(),
            batch: Some(self.batch),
        });
        sheets.collect()
    }

    /// The school of a survey with names; an anonymous one keeps none.
    fn organisation(&self, school: &str, faults: &mut Vec<String>) -> Option<OrganisationId> {
        if !self.survey.named || school.is_empty() {
            return None;
        }
        let known = self.records.organisations.values().find(|known| same_organisation(school, known));
        if known.is_none() {
            faults.push(format!("Школы «{school}» нет среди организаций; анкеты вошли без неё."));
        }
        known.map(|known| known.id)
    }

    fn person(&self, column: &AnswerColumn, faults: &mut Vec<String>) -> Option<PersonId> {
        if column.name.is_empty() {
            return None;
        }
        if !self.survey.named {
            faults.push("Имя над одним из столбцов не вошло: замер анонимный.".to_owned());
            return None;
        }
        let name = FullName::parse(&column.name);
        let known = self.records.people.values().filter(|person| !person.anonymised);
        let mut known = known.filter(|person| person.facts.iter().any(|facts| same_name(&facts.name, &name)));
        match (known.next(), known.next()) {
            (Some(person), None) => Some(person.id),
            (None, _) => {
                faults.push(format!("«{}» нет в «Составе»; анкета вошла без имени.", column.name));
                None
            }
            (Some(_), Some(_)) => {
                faults.push(format!("«{}» — так зовут нескольких; анкета вошла без имени.", column.name));
                None
            }
        }
    }

    /// The sheets that came of the same file before: «анкеты № 5–14». One sheet with one mark throughout is no proof:
    /// «нет затруднений» is answered in more schools than one.
    fn taken_before(&self, sheets: &[AnswerSheet]) -> Option<String> {
        let own: Vec<Answered> = sheets.iter().map(answered).collect();
        if let [sheet] = sheets {
            let mut marks = sheet.answers.iter().map(|(_, answer)| answer);
            let first = marks.next();
            if marks.all(|mark| Some(mark) == first) {
                return None;
            }
        }
        let same = self.before.values().find(|known| known.iter().map(|(_, of)| of).eq(own.iter()))?;
        let (first, last) = (same.first()?.0, same.last()?.0);
        Some(if first == last {
            format!("анкета №\u{a0}{first}")
        } else {
            format!("анкеты №\u{a0}{first}–{last}")
        })
    }
}
