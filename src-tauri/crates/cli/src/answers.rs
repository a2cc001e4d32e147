//! `answers`: questionnaires that schools have filled in become sheets of a survey.

use std::io::Write;
use std::path::PathBuf;

use pps_app::Workplace;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, SurveyId};
use pps_app::domain::russian::counted;
use pps_app::importing::{AnswerFiles, TableReader, TakenFile};

use crate::commands::Refusal;

/// What was typed.
pub(crate) struct Answers<'a> {
    pub(crate) files: &'a [PathBuf],
    pub(crate) year: i32,
    pub(crate) survey: Option<&'a str>,
    pub(crate) dry_run: bool,
}

impl Answers<'_> {
    /// Takes the answers of all files as one operation and says what did not go in.
    pub(crate) fn run(
        &self,
        workplace: &Workplace,
        community: CommunityId,
        out: &mut impl Write,
    ) -> Result<(), Refusal> {
        let survey = self.survey(workplace, community)?;
        let files = AnswerFiles::read(&TableReader::this_program_again(), self.files);
        if self.dry_run {
            let (taken, _) = workplace.look_at_answers(community, survey, &files)?;
            taken.iter().try_for_each(|file| told(file, out))?;
            writeln!(out, "Ничего не добавлено: это проба.")?;
            return Ok(());
        }
        let taken = workplace.take_answers(community, survey, &files)?;
        taken.files.iter().try_for_each(|file| told(file, out))?;
        match taken.changes {
            Some(changes) => Ok(writeln!(out, "{}.", changes.name)?),
            None => Err(Refusal::NoAnswers),
        }
    }

    fn survey(&self, workplace: &Workplace, community: CommunityId) -> Result<SurveyId, Refusal> {
        let records = workplace.community_records(community)?;
        let of_year = records.surveys.values().filter(|survey| survey.school_year == SchoolYear(self.year));
        let asked = of_year.filter(|survey| survey.questionnaire.is_some());
        let wanted = self.survey.unwrap_or_default().trim();
        let found: Vec<_> = asked.filter(|survey| survey.held.to_string().starts_with(wanted)).collect();
        match found.as_slice() {
            [only] => Ok(only.id),
            [] => Err(Refusal::NoSurvey),
            several => {
                let held = several.iter().map(|survey| survey.held.to_string());
                Err(Refusal::SeveralSurveys(held.collect::<Vec<_>>().join(", ")))
            }
        }
    }
}

fn told(taken: &TakenFile, out: &mut impl Write) -> Result<(), Refusal> {
    let school = if taken.school.is_empty() { String::new() } else { format!(" ({})", taken.school) };
    if taken.refused.is_empty() {
        let sheets = counted(taken.sheets, "анкета", "анкеты", "анкет");
        writeln!(out, "{}{school}: {sheets}, с № {}", taken.file, taken.first)?;
    } else {
        writeln!(out, "{}{school}: {}", taken.file, taken.refused)?;
    }
    taken.faults.iter().try_for_each(|fault| writeln!(out, "    {fault}"))?;
    Ok(())
}
