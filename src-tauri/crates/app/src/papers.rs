//! Papers to be printed and signed by hand.

use chrono::NaiveDate;
use pps_documents::papers::{ExportRow, Inventory, InventoryRow, Protocol, Report, ToType, recovery_key};
use pps_documents::{Ask, Composed, PagePlace, Paper, SourceError, Sources};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, MeetingId, SubmissionId};
use pps_domain::records::{Meeting, Record, SubmittedPaper};
use serde::Serialize;
use ts_rs::TS;

pub use pps_documents::papers::{PlanOrder, TypedWords};
pub use pps_documents::{PaperForm, PaperKind, PaperRequest, Parameter, WhichMeeting};

use crate::error::AppError;
use crate::workplace::Workplace;

/// A paper that has been set, as the page shows it.
#[derive(Debug, Serialize, TS)]
#[ts(export, export_to = "commands/", rename = "Composed")]
pub struct ComposedView {
    /// Names this composition when its pages are asked for.
    pub token: u32,
    /// The paper's title.
    pub title: String,
    /// How many pages.
    pub pages: usize,
    /// What each page shows, as a word: a page with the same word as before is not asked for again.
    pub prints: Vec<String>,
    /// Where the parts of the form stand, so that the sheet follows the writer.
    pub places: Vec<PagePlace>,
    /// What may be typed for the paper alone; none of most papers.
    pub to_type: Option<ToType>,
}

impl ComposedView {
    /// What the page is told of a composition, before it has a token.
    #[must_use]
    pub fn of(composed: &Composed) -> Self {
        Self {
            token: 0,
            title: composed.title().to_owned(),
            pages: composed.page_count(),
            prints: composed.prints(),
            places: composed.places(),
            to_type: composed.to_type().cloned(),
        }
    }
}

impl Workplace {
    /// A paper as PDF. The same records and day give the same bytes.
    ///
    /// # Errors
    /// The records do not have what the request names.
    pub fn paper(&self, request: &PaperRequest) -> Result<Vec<u8>, AppError> {
        Ok(self.compose(request)?.pdf()?)
    }

    /// A paper as a file of the form that is asked for, after its title. The same records and day give the same
    /// bytes.
    ///
    /// # Errors
    /// The records do not have what the request names, or the paper has no such form.
    pub fn paper_file(&self, request: &PaperRequest, form: PaperForm) -> Result<(String, Vec<u8>), AppError> {
        let records = self.community_records(request.community)?;
        self.file_of(&records, request, form)
    }

    /// A paper as set pages, for the preview.
    ///
    /// # Errors
    /// The records do not have what the request names.
    pub fn compose(&self, request: &PaperRequest) -> Result<Composed, AppError> {
        let records = self.community_records(request.community)?;
        Ok(self.view(&records, request)?.compose(request.on)?)
    }

    /// The same with some records as they will be, so that a paper shows what is being typed before it is saved.
    ///
    /// # Errors
    /// As for [`Workplace::compose`].
    pub fn compose_ahead(&self, request: &PaperRequest, ahead: Vec<Record>) -> Result<Composed, AppError> {
        if ahead.is_empty() {
            return self.compose(request);
        }
        let mut records = CommunityRecords::clone(&*self.community_records(request.community)?);
        ahead.into_iter().for_each(|record| records.insert(record));
        Ok(self.view(&records, request)?.compose(request.on)?)
    }

    /// Every paper of a year in every form that it has, each given to `take` with the name of its file.
    ///
    /// # Errors
    /// A paper cannot be made, or `take` refuses.
    pub fn papers_of_year<E: From<AppError>>(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
        without_personal_data: bool,
        mut take: impl FnMut(String, Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        let records = self.community_records(community)?;
        for request in PaperRequest::of_year(&records, year, on) {
            let request = PaperRequest { without_personal_data, ..request };
            for form in request.kind.forms() {
                let (title, bytes) = self.file_of(&records, &request, form)?;
                let name = format!("{title}{}.{}", request.way(), form.ending());
                take(pps_exchange::safe_name(&name), bytes)?;
            }
        }
        Ok(())
    }

    /// The sheet with the recovery key as PDF, of today.
    ///
    /// # Errors
    /// A fault of the store, or the sheet cannot be set.
    pub fn recovery_key_paper(&self, groups: &[String]) -> Result<Vec<u8>, AppError> {
        let community = self.communities()?.into_iter().next().map(|community| community.name);
        let today = self.clock.today();
        Ok(recovery_key(&community.unwrap_or_default(), groups, today).compose(today)?.pdf()?)
    }

    /// The words of a paper.
    pub(crate) fn view(&self, records: &CommunityRecords, request: &PaperRequest) -> Result<Paper, AppError> {
        let sources = Kept { workplace: self, records };
        Ok(Ask { records, request, sources: &sources }.paper()?)
    }

    fn file_of(
        &self,
        records: &CommunityRecords,
        request: &PaperRequest,
        form: PaperForm,
    ) -> Result<(String, Vec<u8>), AppError> {
        let sources = Kept { workplace: self, records };
        Ok(Ask { records, request, sources: &sources }.file(form)?)
    }

    /// What stands on the protocol of a meeting: where it is signed with its text kept, the words of that day
    /// with what was mended since; otherwise what the records say now.
    pub(crate) fn protocol_view(
        &self,
        records: &CommunityRecords,
        meeting: MeetingId,
    ) -> Result<Protocol, AppError> {
        match self.signed_protocol(records, meeting)? {
            Some(signed) => Ok(signed.corrected(records, meeting)),
            None => Ok(Protocol::from_records(records, meeting)?),
        }
    }

    fn signed_protocol(
        &self,
        records: &CommunityRecords,
        meeting: MeetingId,
    ) -> Result<Option<Protocol>, AppError> {
        let signed = records.meetings.get(&meeting).and_then(Meeting::frozen_text).map(str::to_owned);
        signed.map(|sha256| self.frozen(sha256)).transpose()
    }
}

/// The texts that signing and handing over have frozen, in the files of the workplace.
struct Kept<'a> {
    workplace: &'a Workplace,
    records: &'a CommunityRecords,
}

impl Sources for Kept<'_> {
    fn signed_protocol(&self, meeting: MeetingId) -> Result<Option<Protocol>, SourceError> {
        Ok(self.workplace.signed_protocol(self.records, meeting)?)
    }

    fn report_in_force(
        &self,
        year: SchoolYear,
        full: bool,
        on: NaiveDate,
    ) -> Result<Option<Report>, SourceError> {
        Ok(self.workplace.report_in_force(self.records, year, full, on)?)
    }

    fn handed_over(
        &self,
        submission: SubmissionId,
        paper: SubmittedPaper,
        full: bool,
    ) -> Result<Paper, SourceError> {
        Ok(self.workplace.handed_over_paper(self.records, submission, paper, full)?)
    }

    fn exports(&self) -> Result<Vec<ExportRow>, SourceError> {
        Ok(self.workplace.export_rows()?)
    }

    fn package_rows(&self, year: SchoolYear, on: NaiveDate) -> Result<Vec<InventoryRow>, SourceError> {
        let Inventory { rows, .. } = self.workplace.inventory(self.records, year, on)?;
        Ok(rows)
    }
}
