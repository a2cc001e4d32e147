//! Surveys of difficulties: what may be kept of them, what they show, the questionnaires that come with the program.

use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{
    AreaPairs, Difficulties, DifficultyCount, HeatMap, Share, SurveyAnswers, SurveyTotals,
};
use pps_domain::ids::{CommunityId, SurveyId};
use pps_domain::records::{Questionnaire, Record, Survey};
use pps_domain::russian::{counted, quoted};
use pps_domain::supplied::{QUESTIONNAIRES, Supplied};
use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

/// Why a questionnaire, a survey or a sheet was not kept.
#[derive(Debug, Error)]
pub enum SurveyError {
    /// A statement or an area that was answered is no longer there.
    #[error("{} нельзя убрать: ответы уже есть; исправьте слова или начните новую анкету.", words)]
    Answered {
        /// «Утверждение № 7»
        words: String,
    },
    /// Two statements or areas have one number.
    #[error("В анкете дважды стоит № {0}; закройте анкету и откройте её ещё раз.")]
    Doubled(u32),
    /// A name on a sheet of an anonymous survey.
    #[error("Замер анонимный, имя и организация на его анкетах не хранятся; сделайте новый замер с именами.")]
    Anonymous,
    /// The survey has sheets with names.
    #[error("На анкетах этого замера уже есть имена; чтобы спросить без имён, сделайте новый замер.")]
    Named,
    /// The survey has sheets, and another questionnaire would make them say something else.
    #[error("По этой анкете уже есть {0}; для другой анкеты сделайте новый замер.")]
    HasSheets(String),
    /// The survey is gone, or has no questionnaire.
    #[error("У этого замера нет анкеты; выберите её в «Затруднениях».")]
    NoQuestionnaire,
    /// No questionnaire comes with the program under this word.
    #[error("Анкеты «{0}» в программе нет; выберите её из списка готовых.")]
    NotSupplied(String),
}

/// A questionnaire that comes with the program, as it is offered.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct SuppliedCard {
    /// By this it is taken.
    pub word: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is good for.
    pub about: &'static str,
    /// How many statements it has.
    pub statements: usize,
}

/// What a survey shows.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct SurveyResults {
    /// Which survey.
    pub survey: SurveyId,
    /// How many answered.
    pub asked: usize,
    /// By area and statement; none where only totals are known.
    pub answers: Option<SurveyAnswers>,
    /// The first ten difficulties, beside the earlier survey.
    pub leading: Vec<LeadingDifficulty>,
    /// The earlier survey that stands beside it.
    pub before: Option<SurveyId>,
    /// Difficulties by organisation; none of an anonymous survey.
    pub map: Option<HeatMap>,
    /// Who asks and who can help; empty of an anonymous survey.
    pub pairs: Vec<AreaPairs>,
}

/// One of the most frequent difficulties.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct LeadingDifficulty {
    /// What it is called.
    pub title: String,
    /// «8 из 11»; none where it was not asked.
    pub last: Option<Share>,
    /// In the earlier survey.
    pub before: Option<Share>,
}

impl Workplace {
    /// The questionnaires that come with the program.
    #[must_use]
    pub fn supplied_questionnaires() -> Vec<SuppliedCard> {
        let card = |supplied: &Supplied| SuppliedCard {
            word: supplied.word,
            title: supplied.title,
            about: supplied.about,
            statements: supplied.areas.iter().map(|(_, statements)| statements.len()).sum(),
        };
        QUESTIONNAIRES.iter().map(card).collect()
    }

    /// Takes a questionnaire that comes with the program: a copy that the leader may change.
    ///
    /// # Errors
    /// There is no such questionnaire, or a fault of the store.
    pub fn take_questionnaire(&self, community: CommunityId, word: &str) -> Result<Changes, AppError> {
        let supplied = Supplied::by_word(word).ok_or_else(|| SurveyError::NotSupplied(word.to_owned()))?;
        let copy = supplied.copied(self.clock.new_id().into(), community);
        let name = format!("Взята анкета {}", quoted(&copy.title));
        self.take_in(&name, vec![copy.into()])
    }

    /// What a survey shows, beside an earlier one or the nearest that asked about the same.
    ///
    /// # Errors
    /// There is no such survey, or a fault of the store.
    pub fn survey_results(
        &self,
        community: CommunityId,
        survey: SurveyId,
        before: Option<SurveyId>,
    ) -> Result<SurveyResults, AppError> {
        let records = self.community_records(community)?;
        let asked = records.surveys.get(&survey).ok_or(SurveyError::NoQuestionnaire)?;
        let chosen = before.and_then(|id| records.surveys.get(&id));
        Ok(SurveyResults::of(&records, asked, chosen.or_else(|| records.survey_before(asked))))
    }

    /// Whether a questionnaire, a survey or a sheet may be kept as it is now.
    pub(crate) fn check_survey(&self, record: &Record) -> Result<(), AppError> {
        let Some(community) = record.community().filter(|_| is_of_surveys(record)) else { return Ok(()) };
        let records = self.community_records(community)?;
        let checked = match record {
            Record::Questionnaire(questionnaire) => may_stay(&records, questionnaire),
            Record::Survey(survey) => may_be_so(&records, survey),
            Record::AnswerSheet(sheet) => {
                let named = records.surveys.get(&sheet.survey).is_none_or(|survey| survey.named);
                let says = sheet.person.is_some() || sheet.organisation.is_some();
                if says && !named { Err(SurveyError::Anonymous) } else { Ok(()) }
            }
            _ => Ok(()),
        };
        Ok(checked?)
    }
}

impl SurveyResults {
    /// What a survey shows beside another one.
    #[must_use]
    pub fn of(records: &CommunityRecords, survey: &Survey, before: Option<&Survey>) -> Self {
        let answers = SurveyAnswers::of(records, survey, before);
        let leading =
            |row: DifficultyCount| LeadingDifficulty { title: row.title, last: row.last, before: row.before };
        let found = Difficulties::beside(records, survey, before);
        Self {
            survey: survey.id,
            asked: SurveyTotals::of(records, survey).asked,
            answers,
            leading: found.rows.into_iter().map(leading).collect(),
            before: found.before,
            map: HeatMap::of(records, survey),
            pairs: AreaPairs::of(records, survey),
        }
    }
}

fn is_of_surveys(record: &Record) -> bool {
    matches!(record, Record::Questionnaire(_) | Record::Survey(_) | Record::AnswerSheet(_))
}

/// What was answered stays in the questionnaire, and no number stands in it twice.
fn may_stay(records: &CommunityRecords, questionnaire: &Questionnaire) -> Result<(), SurveyError> {
    if let Some(number) = questionnaire.doubled() {
        return Err(SurveyError::Doubled(number));
    }
    let Some(before) = records.questionnaires.get(&questionnaire.id) else { return Ok(()) };
    let stays = |number: u32| {
        questionnaire.statement(number).is_some()
            || questionnaire.areas.iter().any(|area| area.number == number)
    };
    let lost = records.answered_statements(before).into_iter().find(|number| !stays(*number));
    let Some(number) = lost else { return Ok(()) };
    let words = match before.areas.iter().find(|area| area.number == number) {
        Some(area) => format!("Область {}", quoted(&area.title)),
        None => format!("Утверждение №\u{a0}{number}"),
    };
    Err(SurveyError::Answered { words })
}

/// A survey that has sheets keeps its questionnaire, and one whose sheets bear names stays one with names.
fn may_be_so(records: &CommunityRecords, survey: &Survey) -> Result<(), SurveyError> {
    let Some(before) = records.surveys.get(&survey.id) else { return Ok(()) };
    let sheets = records.sheets_of(survey.id);
    if survey.questionnaire != before.questionnaire && !sheets.is_empty() {
        let sheets = counted(sheets.len(), "заполненная анкета", "заполненные анкеты", "заполненных анкет");
        return Err(SurveyError::HasSheets(sheets));
    }
    let bears_a_name = sheets.iter().any(|sheet| sheet.person.is_some() || sheet.organisation.is_some());
    if !survey.named && bears_a_name { Err(SurveyError::Named) } else { Ok(()) }
}
