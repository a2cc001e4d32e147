//! Surveys of difficulties: questionnaires that come with the program, what a survey shows, files that schools filled in.

use std::sync::Arc;

use pps_app::Workplace;
use pps_app::domain::ids::{CommunityId, SurveyId};
use pps_app::importing::{AnswerFiles, TableReader, TakenAnswers};
use pps_app::surveys::{SuppliedCard, SurveyResults};
use pps_app::views::Changes;

use super::attachments::{StagingState, chosen};
use super::{Answer, StateRef, error_view, run_blocking};
use crate::platform::FileKind;

/// What can be read.
const KINDS: &[FileKind] = &[FileKind {
    name: "Заполненные анкеты",
    endings: &["xlsx", "xls", "xlsm", "ods", "csv"],
}];

/// The questionnaires that come with the program.
#[tauri::command]
pub(crate) async fn supplied_questionnaires(state: StateRef<'_>) -> Answer<Vec<SuppliedCard>> {
    run_blocking(&state, move |_| Ok(Workplace::supplied_questionnaires())).await
}

/// Takes one of them, as a copy that can be changed.
#[tauri::command]
pub(crate) async fn take_questionnaire(
    state: StateRef<'_>,
    community: CommunityId,
    word: String,
) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        state.workplace()?.take_questionnaire(community, &word).map_err(error_view)
    })
    .await
}

/// What a survey shows, beside an earlier one.
#[tauri::command]
pub(crate) async fn survey_results(
    state: StateRef<'_>,
    community: CommunityId,
    survey: SurveyId,
    before: Option<SurveyId>,
) -> Answer<SurveyResults> {
    run_blocking(&state, move |state| {
        state.workplace()?.survey_results(community, survey, before).map_err(error_view)
    })
    .await
}

/// Takes answers from files that were dropped or that the person chooses now; none where he or she chose none.
#[tauri::command]
pub(crate) async fn take_answer_files(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    community: CommunityId,
    survey: SurveyId,
    dropped: Option<u32>,
) -> Answer<Option<TakenAnswers>> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let paths = chosen(state, &staging, dropped, "Какие анкеты взять", KINDS)?;
        if paths.is_empty() {
            return Ok(None);
        }
        let files = AnswerFiles::read(&TableReader::this_program_again(), &paths);
        state.workplace()?.take_answers(community, survey, &files).map(Some).map_err(error_view)
    })
    .await
}
