//! What the sheets of a survey say: by area and by statement, beside an earlier survey of the same questionnaire.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Share;
use crate::community_records::CommunityRecords;
use crate::ids::SurveyId;
use crate::records::{Answer, AnswerSheet, Questionnaire, Survey};

/// How often each answer was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct AnswerCounts {
    /// 0 «нет»
    pub no: usize,
    /// 1 «частично»
    pub partly: usize,
    /// 2 «испытываю»
    pub yes: usize,
    /// 3 «нужна помощь»
    pub help: usize,
}

impl AnswerCounts {
    /// Counts one more answer.
    pub(super) fn add(&mut self, answer: Answer) {
        *match answer {
            Answer::No => &mut self.no,
            Answer::Partly => &mut self.partly,
            Answer::Yes => &mut self.yes,
            Answer::Help => &mut self.help,
        } += 1;
    }

    /// All answers of a sheet to some statements.
    pub(super) fn of_sheet(sheet: &AnswerSheet, statements: impl IntoIterator<Item = u32>) -> Self {
        let mut counts = Self::default();
        statements.into_iter().filter_map(|number| sheet.answers.get(number)).for_each(|answer| counts.add(answer));
        counts
    }

    /// How many answers there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.no + self.partly + self.yes + self.help
    }

    /// «Испытываю» and «нужна помощь» together, of all.
    #[must_use]
    pub fn share(self) -> Share {
        Share { part: self.yes + self.help, whole: self.all() }
    }

    /// The sum of the marks: 3 for «нужна помощь».
    #[must_use]
    pub fn marks(self) -> usize {
        self.partly + 2 * self.yes + 3 * self.help
    }
}

impl std::ops::AddAssign for AnswerCounts {
    fn add_assign(&mut self, other: Self) {
        self.no += other.no;
        self.partly += other.partly;
        self.yes += other.yes;
        self.help += other.help;
    }
}

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
        let (now, then) = (Counts::of(&sheets), Counts::of(&earlier));
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
    pub fn answered_statements(&self, questionnaire: &Questionnaire) -> std::collections::BTreeSet<u32> {
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

/// The answers to every statement, counted in one pass over the sheets.
struct Counts(BTreeMap<u32, AnswerCounts>);

impl Counts {
    fn of(sheets: &[&AnswerSheet]) -> Self {
        let mut counts: BTreeMap<u32, AnswerCounts> = BTreeMap::new();
        for (number, answer) in sheets.iter().flat_map(|sheet| sheet.answers.iter()) {
            counts.entry(number).or_default().add(answer);
        }
        Self(counts)
    }

    fn of_statement(&self, number: u32) -> AnswerCounts {
        self.0.get(&number).copied().unwrap_or_default()
    }

    fn of_all(&self, numbers: impl Iterator<Item = u32>) -> AnswerCounts {
        let mut counts = AnswerCounts::default();
        numbers.for_each(|number| counts += self.of_statement(number));
        counts
    }
}
