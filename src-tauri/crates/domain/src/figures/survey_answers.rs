//! What the sheets of a survey say: by area and by statement, beside an earlier survey of the same questionnaire.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Share;
use super::answer_counts::{AnswerCounts, Counts};
use crate::community_records::CommunityRecords;
use crate::ids::SurveyId;
use crate::records::{AnswerSheet, Questionnaire, Survey};

/// The answers of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct SurveyAnswers {
    /// Which survey.
    pub survey: SurveyId,
    /// How many sheets have an answer.
    pub sheets: usize,
    /// The earlier survey that stands beside it.
    pub before: Option<SurveyId>,
    /// How many sheets that one has.
    pub sheets_before: usize,
    /// By area, in the order of the questionnaire.
    pub areas: Vec<AreaAnswers>,
}

/// The answers within an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct AreaAnswers {
    /// The number of the area.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// How often each answer was given.
    pub counts: AnswerCounts,
    /// The share of answers that tell of a difficulty.
    pub share: Share,
    /// The same in the earlier survey.
    pub before: Option<Share>,
    /// How many are ready to share their experience.
    pub ready: usize,
    /// By statement, in the order of the questionnaire.
    pub statements: Vec<StatementAnswers>,
}

/// The answers to a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct StatementAnswers {
    /// Its number.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// How often each answer was given.
    pub counts: AnswerCounts,
    /// «8 из 11»
    pub share: Share,
    /// The same in the earlier survey.
    pub before: Option<Share>,
}

impl SurveyAnswers {
    /// The answers of a survey; none where it has no questionnaire.
    #[must_use]
    pub fn of(records: &CommunityRecords, survey: &Survey, before: Option<&Survey>) -> Option<Self> {
        let questionnaire = records.questionnaire_of(survey)?;
        let before = before.filter(|earlier| earlier.questionnaire == survey.questionnaire);
        let sheets = records.sheets_of(survey.id);
        let earlier = before.map(|survey| records.sheets_of(survey.id)).unwrap_or_default();
        let (now, then) = (Counts::of(questionnaire, &sheets), Counts::of(questionnaire, &earlier));
        let areas = questionnaire.areas.iter().map(|area| {
            let statements: Vec<_> = area
                .statements
                .iter()
                .map(|statement| {
                    let counts = now.of_statement(statement.number);
                    StatementAnswers {
                        number: statement.number,
                        text: statement.text.clone(),
                        counts,
                        share: counts.share(),
                        before: before.map(|_| then.of_statement(statement.number).share()),
                    }
                })
                .collect();
            let numbers = || area.statements.iter().map(|statement| statement.number);
            let counts = now.of_all(numbers());
            AreaAnswers {
                number: area.number,
                title: area.title.clone(),
                counts,
                share: counts.share(),
                before: before.map(|_| then.of_all(numbers()).share()),
                ready: sheets.iter().filter(|sheet| sheet.ready.contains(&area.number)).count(),
                statements,
            }
        });
        Some(Self {
            survey: survey.id,
            sheets: answered(&sheets),
            before: before.map(|survey| survey.id),
            sheets_before: answered(&earlier),
            areas: areas.collect(),
        })
    }

    /// The areas, those with the most difficulties first.
    #[must_use]
    pub fn areas_by_share(&self) -> Vec<&AreaAnswers> {
        let mut areas: Vec<_> = self.areas.iter().filter(|area| area.share.whole > 0).collect();
        areas.sort_by(|one, other| other.share.cmp_part(one.share));
        areas
    }
}

impl CommunityRecords {
    /// Earlier surveys by the same questionnaire, the nearest first.
    #[must_use]
    pub fn surveys_before(&self, survey: &Survey) -> Vec<&Survey> {
        let place = |survey: &Survey| (survey.held.first_day(), survey.id);
        let mut earlier: Vec<_> = self
            .surveys
            .values()
            .filter(|other| survey.questionnaire.is_some() && other.questionnaire == survey.questionnaire)
            .filter(|other| place(other) < place(survey))
            .collect();
        earlier.sort_by_key(|survey| std::cmp::Reverse(place(survey)));
        earlier
    }

    /// The statements of a questionnaire that some sheet has answered: these may not go.
    #[must_use]
    pub fn answered_statements(&self, questionnaire: &Questionnaire) -> BTreeSet<u32> {
        let by_it = |sheet: &&AnswerSheet| {
            self.surveys.get(&sheet.survey).is_some_and(|held| held.questionnaire == Some(questionnaire.id))
        };
        let sheets = self.answer_sheets.values().filter(by_it);
        let numbers = sheets.flat_map(|sheet| {
            let ready = sheet.ready.iter().copied();
            sheet.answers.iter().map(|(number, _)| number).chain(ready)
        });
        numbers.collect()
    }
}

/// How many sheets have an answer.
fn answered(sheets: &[&AnswerSheet]) -> usize {
    sheets.iter().filter(|sheet| !sheet.answers.is_empty()).count()
}
