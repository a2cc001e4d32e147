//! The totals of a survey, whichever way they came: typed straight, or counted of its sheets. The report with its
//! picture, the certificate, the proposals for the next plan and the traces ask here and nowhere else.

use uuid::Uuid;

use super::Share;
use super::answer_counts::Counts;
use crate::community_records::CommunityRecords;
use crate::ids::{DifficultyId, QuestionnaireId, SurveyId};
use crate::records::{AnswerSheet, Kind, Questionnaire, Survey};

/// How many have each difficulty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SurveyTotals {
    /// How many sheets came back.
    pub asked: usize,
    /// The difficulties, in the order of the sheet.
    pub rows: Vec<TotalRow>,
}

/// How many have one difficulty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalRow {
    /// What is counted.
    pub counted: Counted,
    /// What it is called.
    pub title: String,
    /// «8 из 11»: those who answered «испытываю» or «нужна помощь», of those who answered.
    pub share: Share,
}

/// What a survey counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// A difficulty whose totals were typed.
    Difficulty(DifficultyId),
    /// A statement of a questionnaire.
    Statement(QuestionnaireId, u32),
}

impl Counted {
    /// The record that is counted: the difficulty, or the questionnaire with the statement.
    #[must_use]
    pub fn record(self) -> (Kind, Uuid) {
        match self {
            Self::Difficulty(id) => (Kind::Difficulty, id.0),
            Self::Statement(id, _) => (Kind::Questionnaire, id.0),
        }
    }
}

impl CommunityRecords {
    /// The sheets of a survey, by their numbers.
    #[must_use]
    pub fn sheets_of(&self, survey: SurveyId) -> Vec<&AnswerSheet> {
        let mut sheets: Vec<_> = self.answer_sheets.values().filter(|sheet| sheet.survey == survey).collect();
        sheets.sort_by_key(|sheet| (sheet.number, sheet.id));
        sheets
    }

    /// The questionnaire by which a survey is held.
    #[must_use]
    pub fn questionnaire_of(&self, survey: &Survey) -> Option<&Questionnaire> {
        self.questionnaires.get(&survey.questionnaire?)
    }
}

impl SurveyTotals {
    /// The totals: of the sheets where there are any, and as typed otherwise.
    #[must_use]
    pub fn of(records: &CommunityRecords, survey: &Survey) -> Self {
        let sheets = records.sheets_of(survey.id);
        match records.questionnaire_of(survey) {
            Some(questionnaire) if !sheets.is_empty() => of_sheets(questionnaire, &sheets),
            _ => typed(records, survey),
        }
    }

    /// The row that counts the same thing: the same statement, or one that is called alike.
    #[must_use]
    pub fn same(&self, row: &TotalRow) -> Option<&TotalRow> {
        let own = self.rows.iter().find(|other| other.counted == row.counted);
        own.or_else(|| {
            let alike = |other: &&TotalRow| {
                !same_sort(other.counted, row.counted) && folded(&other.title) == folded(&row.title)
            };
            self.rows.iter().find(alike)
        })
    }
}

/// Whether two surveys asked about the same: by one questionnaire, both with typed totals, or with something that is
/// called alike.
pub(crate) fn comparable(records: &CommunityRecords, one: &Survey, other: &Survey) -> bool {
    let by_sheets =
        |survey: &Survey| survey.questionnaire.filter(|_| !records.sheets_of(survey.id).is_empty());
    match (by_sheets(one), by_sheets(other)) {
        (None, None) => true,
        (Some(one), Some(other)) if one == other => true,
        _ => {
            let (one, other) = (SurveyTotals::of(records, one), SurveyTotals::of(records, other));
            one.rows.iter().any(|row| other.same(row).is_some())
        }
    }
}

/// Whether two things are told apart by their identifiers alone: of one questionnaire, or both typed.
fn same_sort(one: Counted, other: Counted) -> bool {
    match (one, other) {
        (Counted::Difficulty(_), Counted::Difficulty(_)) => true,
        (Counted::Statement(one, _), Counted::Statement(other, _)) => one == other,
        _ => false,
    }
}

/// Texts are the same whatever their case, their spaces and the full stop at the end.
fn folded(text: &str) -> String {
    let lower = text.trim().trim_end_matches('.').to_lowercase().replace('ё', "е");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn typed(records: &CommunityRecords, survey: &Survey) -> SurveyTotals {
    let asked = survey.asked as usize;
    let rows = survey.rows.iter().map(|row| TotalRow {
        counted: Counted::Difficulty(row.difficulty),
        title: records.difficulties.get(&row.difficulty).map(|known| known.title.clone()).unwrap_or_default(),
        share: Share { part: row.count as usize, whole: asked },
    });
    SurveyTotals { asked, rows: rows.collect() }
}

fn of_sheets(questionnaire: &Questionnaire, sheets: &[&AnswerSheet]) -> SurveyTotals {
    let counts = Counts::of(questionnaire, sheets);
    // A statement that nobody has answered says nothing.
    let rows = questionnaire.statements().filter_map(|statement| {
        let share = counts.of_statement(statement.number).share();
        (share.whole > 0).then(|| TotalRow {
            counted: Counted::Statement(questionnaire.id, statement.number),
            title: statement.text.clone(),
            share,
        })
    });
    let asked = sheets.iter().filter(|sheet| !sheet.answers.is_empty()).count();
    SurveyTotals { asked, rows: rows.collect() }
}
