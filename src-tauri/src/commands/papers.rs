//! Papers: shown beside the form, saved as PDF, handed to the printer.

use std::fs;

use pps_app::documents::PagePlace;
use pps_app::documents::papers::ToType;
use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, MeetingId, SubmissionId};
use pps_app::domain::records::SubmittedPaper;
use pps_app::papers::{ExtractPart, PaperForm, PaperKind, PlanOrder, TypedWords, WhichMeeting};
use pps_app::write_whole;
use serde::{Deserialize, Serialize};
use tauri::ipc::Response;
use ts_rs::TS;

use super::saved_files::SavedFile;
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;

/// Which paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
pub(crate) struct PaperRequest {
    community: CommunityId,
    kind: PaperName,
    year: i32,
    #[serde(default)]
    #[ts(optional = nullable)]
    meeting: Option<MeetingId>,
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    full: bool,
    /// Under which headings the rows of the plan stand.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    by: PlanBy,
    /// The question of which an extract is made, from 1.
    #[serde(default)]
    #[ts(optional = nullable)]
    item: Option<u32>,
    /// The organisation that an extract concerns.
    #[serde(default)]
    #[ts(optional = nullable)]
    organisation: Option<String>,
    /// The first day of what a certificate tells; that of the school year where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    from: Option<NaiveDate>,
    /// The last day; that of the school year where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    to: Option<NaiveDate>,
    /// When a paper was handed over, and which one it was.
    #[serde(default)]
    #[ts(optional = nullable)]
    submission: Option<SubmissionId>,
    #[serde(default)]
    #[ts(optional = nullable)]
    submitted: Option<SubmittedPaper>,
    /// What was typed for the paper alone.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    words: TypedWords,
    on: NaiveDate,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
#[serde(rename_all = "snake_case")]
enum PaperName {
    Protocol,
    Extract,
    Notice,
    Worksheet,
    Attendance,
    Assignments,
    Plan,
    Report,
    HandedOver,
    Roster,
    Register,
    Inventory,
    Certificate,
    Petition,
    Courses,
}

#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
#[serde(rename_all = "snake_case")]
enum PlanBy {
    #[default]
    Direction,
    Month,
}

/// In which form a paper is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
#[serde(rename_all = "snake_case")]
pub(crate) enum PaperFormat {
    /// To be printed and handed over.
    #[default]
    Pdf,
    /// To be mended in Word.
    Docx,
    /// The plan for Excel.
    Xlsx,
    /// The plan for a phone's calendar.
    Ics,
}

impl From<PaperFormat> for PaperForm {
    fn from(format: PaperFormat) -> Self {
        match format {
            PaperFormat::Pdf => Self::Pdf,
            PaperFormat::Docx => Self::Docx,
            PaperFormat::Xlsx => Self::Xlsx,
            PaperFormat::Ics => Self::Ics,
        }
    }
}

/// A paper that has been set.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/", rename = "Composed")]
pub(crate) struct ComposedView {
    token: u32,
    title: String,
    pages: usize,
    /// Where the parts of the form stand, so that the sheet follows the writer.
    places: Vec<PagePlace>,
    /// What may be typed for the paper alone; none of most papers.
    to_type: Option<ToType>,
}

impl PaperRequest {
    fn kind(&self) -> Answer<PaperKind> {
        Ok(match self.kind {
            PaperName::Protocol => PaperKind::ProtocolOf { meeting: self.meeting()? },
            PaperName::Extract => PaperKind::Extract { meeting: self.which()?, part: self.part()? },
            PaperName::Notice => PaperKind::Notice { meeting: self.which()? },
            PaperName::Worksheet => PaperKind::Worksheet { meeting: self.which()? },
            PaperName::Attendance => PaperKind::Attendance { meeting: self.which()? },
            PaperName::Assignments => {
                PaperKind::Assignments { meeting: self.meeting.map(WhichMeeting::Record) }
            }
            PaperName::Plan => PaperKind::Plan {
                by: match self.by {
                    PlanBy::Direction => PlanOrder::ByDirection,
                    PlanBy::Month => PlanOrder::ByMonth,
                },
            },
            PaperName::Report => PaperKind::Report { full: self.full },
            PaperName::HandedOver => self.handed_over()?,
            PaperName::Roster => PaperKind::Roster,
            PaperName::Register => PaperKind::Register,
            PaperName::Inventory => PaperKind::Inventory,
            PaperName::Certificate => {
                let year = SchoolYear(self.year);
                let (from, to) = (self.from.unwrap_or(year.start()), self.to.unwrap_or(year.end()));
                PaperKind::Certificate { from, to }
            }
            PaperName::Petition => PaperKind::Petition { words: self.words.clone() },
            PaperName::Courses => PaperKind::Courses { words: self.words.clone() },
        })
    }

    fn meeting(&self) -> Answer<MeetingId> {
        self.meeting.ok_or_else(|| {
            refusal("no_meeting", "Не выбрано заседание. Откройте его в списке слева.".to_owned())
        })
    }

    fn which(&self) -> Answer<WhichMeeting> {
        self.meeting().map(WhichMeeting::Record)
    }

    fn handed_over(&self) -> Answer<PaperKind> {
        let (Some(submission), Some(paper)) = (self.submission, self.submitted) else {
            let message = "Не сказано, какая сданная бумага нужна. Выберите её в списке сданного.";
            return Err(refusal("no_submission", message.to_owned()));
        };
        Ok(PaperKind::HandedOver { submission, paper, full: self.full })
    }

    fn part(&self) -> Answer<ExtractPart> {
        let question = self.item.map(ExtractPart::Question);
        question.or_else(|| self.organisation.clone().map(ExtractPart::Organisation)).ok_or_else(|| {
            refusal("no_part", "Не сказано, о чём выписка. Выберите вопрос или организацию.".to_owned())
        })
    }

    /// The file and the name under which to offer it.
    fn file(&self, state: &AppState, form: PaperForm) -> Answer<(String, Vec<u8>)> {
        let (workplace, year) = (state.workplace()?, SchoolYear(self.year));
        let (title, bytes) =
            workplace.paper_file(self.community, self.kind()?, year, self.on, form).map_err(error_view)?;
        Ok((pps_app::safe_name(&format!("{title}.{}", form.ending())), bytes))
    }
}

/// Sets a paper and keeps it until another one is shown.
#[tauri::command]
pub(crate) async fn compose_paper(state: StateRef<'_>, paper: PaperRequest) -> Answer<ComposedView> {
    run_blocking(&state, move |state| {
        let workplace = state.workplace()?;
        let composed = workplace
            .compose(paper.community, paper.kind()?, SchoolYear(paper.year), paper.on)
            .map_err(error_view)?;
        let (title, pages) = (composed.title().to_owned(), composed.page_count());
        let (places, to_type) = (composed.places(), composed.to_type().cloned());
        Ok(ComposedView { token: state.show(composed), title, pages, places, to_type })
    })
    .await
}

/// One page of the paper that is shown, as PNG.
#[tauri::command]
pub(crate) async fn page_image(state: StateRef<'_>, token: u32, page: usize, scale: f32) -> Answer<Response> {
    run_blocking(&state, move |state| {
        let shown = state.shown(token).ok_or_else(|| {
            refusal("paper_gone", "Показан уже другой документ. Откройте этот ещё раз.".to_owned())
        })?;
        // A page larger than four screens would only hold memory.
        Ok(Response::new(shown.page_image(page, scale.clamp(0.2, 4.0)).map_err(error_view)?))
    })
    .await
}

/// Saves a paper where the person says; none where he or she changed his or her mind.
#[tauri::command]
pub(crate) async fn save_paper(
    state: StateRef<'_>,
    paper: PaperRequest,
    format: Option<PaperFormat>,
) -> Answer<Option<SavedFile>> {
    run_blocking(&state, move |state| {
        let form = PaperForm::from(format.unwrap_or_default());
        let (name, bytes) = paper.file(state, form)?;
        let chosen = match form {
            PaperForm::Pdf => state.platform.save_pdf(&name),
            PaperForm::Docx | PaperForm::Xlsx | PaperForm::Ics => state.platform.save_file(&name),
        };
        let Some(path) = chosen else { return Ok(None) };
        write_whole(&path, &bytes).map_err(error_view)?;
        Ok(Some(SavedFile::new(state, path)))
    })
    .await
}

/// Hands a paper to the system for printing.
#[tauri::command]
pub(crate) async fn print_paper(state: StateRef<'_>, paper: PaperRequest) -> Answer<()> {
    run_blocking(&state, move |state| {
        let (name, pdf) = paper.file(state, PaperForm::Pdf)?;
        print(state, &name, &pdf)
    })
    .await
}

/// Hands a PDF to the system under the name that its window will show.
pub(super) fn print(state: &AppState, name: &str, pdf: &[u8]) -> Answer<()> {
    let folder = std::env::temp_dir().join("pps-print");
    let path = folder.join(name);
    // Where the folder cannot be made, writing into it is refused in words.
    let _ = fs::create_dir_all(&folder);
    write_whole(&path, pdf).map_err(error_view)?;
    state.platform.print(&path).map_err(|why| {
        let message = format!(
            "Документ не передан на печать: {why}. Нажмите «Сохранить PDF…», откройте файл программой для PDF и \
             напечатайте из неё; если её нет, возьмите файл на флешку и напечатайте на другом компьютере."
        );
        refusal("not_printed", message)
    })
}
