//! What a paper is built from: the records of a community, the request, and the texts that signing and handing over
//! have frozen.

use std::error::Error;

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{MeetingId, SubmissionId, Uuid};
use pps_domain::records::{MeetingStatus, Plan, SubmittedPaper};

use crate::papers::{ExportRow, InventoryRow, Protocol, Report};
use crate::request::{PaperRequest, WhichMeeting};
use crate::{Paper, PaperError};

/// What the keeper of the sources refused with.
pub type SourceError = Box<dyn Error + Send + Sync>;

/// What stands on papers and is in no record. The program keeps it in files of its own.
pub trait Sources {
    /// The protocol of a meeting as it was signed; none where the records speak.
    ///
    /// # Errors
    /// The kept text is gone.
    fn signed_protocol(&self, meeting: MeetingId) -> Result<Option<Protocol>, SourceError>;

    /// The report in force as it was handed over; none where the records speak.
    ///
    /// # Errors
    /// The kept text is gone.
    fn report_in_force(
        &self,
        year: SchoolYear,
        full: bool,
        on: NaiveDate,
    ) -> Result<Option<Report>, SourceError>;

    /// A paper as it was handed over.
    ///
    /// # Errors
    /// There is no such submission, or no text was kept.
    fn handed_over(
        &self,
        submission: SubmissionId,
        paper: SubmittedPaper,
        full: bool,
    ) -> Result<Paper, SourceError>;

    /// What was given out, the first first.
    ///
    /// # Errors
    /// The journal cannot be read.
    fn exports(&self) -> Result<Vec<ExportRow>, SourceError> {
        Ok(Vec::new())
    }

    /// What the year's package holds, with the number of pages of each paper.
    ///
    /// # Errors
    /// There is nothing to hand over.
    fn package_rows(&self, year: SchoolYear, on: NaiveDate) -> Result<Vec<InventoryRow>, SourceError>;
}

/// A paper that is asked for, with all that it can be built from.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// All records of the community.
    pub records: &'a CommunityRecords,
    /// Which paper.
    pub request: &'a PaperRequest,
    /// What is in no record.
    pub sources: &'a dyn Sources,
}

impl<'a> Ask<'a> {
    /// The paper with the words that stand on it.
    ///
    /// # Errors
    /// The request lacks something, or the records do not have what it names.
    pub fn paper(&self) -> Result<Paper, PaperError> {
        if !self.request.without_personal_data {
            return self.request.kind.build(self);
        }
        self.of_edition(|edition, mask| edition.request.kind.build(edition)?.without_personal_data(mask))
    }

    pub(crate) fn year(&self) -> SchoolYear {
        self.request.year
    }

    pub(crate) fn on(&self) -> NaiveDate {
        self.request.on
    }

    pub(crate) fn plan(&self) -> Result<&'a Plan, PaperError> {
        self.records.plan(self.year()).ok_or(PaperError::NoPlan { year: self.year() })
    }

    /// The record of which the paper is made, of a kind that has identifiers of its own.
    pub(crate) fn record<I: From<Uuid>>(&self) -> Result<I, PaperError> {
        self.request.record.map(I::from).ok_or(PaperError::NoRecord)
    }

    /// The meeting whose protocol is asked for.
    pub(crate) fn meeting(&self) -> Result<MeetingId, PaperError> {
        match self.request.meeting.ok_or(PaperError::NoMeeting)? {
            WhichMeeting::Number(number) => meeting_of_protocol(self.records, self.year(), number),
            WhichMeeting::Record(meeting) => Ok(meeting),
        }
    }

    /// The meeting to which people are called. One that is only planned has no protocol and so no number: it is known
    /// by the number that it will most likely get, its place among the meetings of the year.
    pub(crate) fn convened(&self) -> Result<MeetingId, PaperError> {
        let by_number = self.meeting();
        match (self.request.meeting, &by_number) {
            (Some(WhichMeeting::Number(number)), Err(PaperError::NoProtocol { .. })) => {
                let meetings = self.records.meetings_of(self.year());
                let due = meetings.iter().filter(|meeting| meeting.status != MeetingStatus::Cancelled);
                let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
                let foreseen = place.and_then(|place| due.clone().nth(place));
                let unnumbered = foreseen.filter(|meeting| meeting.number().is_none());
                unnumbered.map_or(by_number, |meeting| Ok(meeting.id))
            }
            _ => by_number,
        }
    }

    /// What stands on the protocol of the meeting: where it is signed with its text kept, the words of that day with
    /// what was mended since; otherwise what the records say now. Every paper made of a protocol begins here.
    pub(crate) fn protocol(&self, meeting: MeetingId) -> Result<Protocol, PaperError> {
        match self.sources.signed_protocol(meeting).map_err(PaperError::Source)? {
            Some(signed) => Ok(signed.corrected(self.records, meeting)),
            None => Protocol::from_records(self.records, meeting),
        }
    }
}

/// The meeting whose protocol has the number.
///
/// # Errors
/// No protocol of the year has it, or several have.
pub fn meeting_of_protocol(
    records: &CommunityRecords,
    year: SchoolYear,
    number: u32,
) -> Result<MeetingId, PaperError> {
    let meetings = records.meetings_of(year);
    let mut named = meetings.iter().filter(|meeting| meeting.number() == Some(number));
    match (named.next(), named.next()) {
        (Some(meeting), None) => Ok(meeting.id),
        (Some(_), Some(_)) => Err(PaperError::SeveralProtocols { year, number }),
        (None, _) => {
            let mut numbers: Vec<u32> = meetings.iter().filter_map(|meeting| meeting.number()).collect();
            numbers.sort_unstable();
            Err(PaperError::NoProtocol { year, number, numbers })
        }
    }
}
