//! Papers to be printed and signed by hand.

use chrono::NaiveDate;
use pps_documents::papers::{PlanOrder, ReportLength};
use pps_documents::{Composed, Paper, papers};
use pps_domain::archive::Archive;
use pps_domain::calendar::SchoolYear;
use pps_domain::ids::{CommunityId, MeetingId};
use pps_domain::records::Meeting;

use crate::error::AppError;
use crate::workplace::Workplace;

/// Which paper of a school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperKind {
    /// The protocol with the number.
    Protocol {
        /// Number within the school year.
        number: u32,
    },
    /// The protocol of a meeting, whatever its number.
    ProtocolOf {
        /// The meeting.
        meeting: MeetingId,
    },
    /// The plan of the year.
    Plan,
    /// The analytical report.
    Report {
        /// All sections that have something in them, not the short report.
        full: bool,
    },
    /// The roster on the day.
    Roster,
    /// The register of protocols.
    Register,
    /// The delivery sheet for РИМК.
    Inventory,
}

impl Workplace {
    /// A paper as PDF. The same records and day give the same bytes.
    ///
    /// # Errors
    /// There is no such protocol or plan.
    pub fn paper(
        &self,
        community: CommunityId,
        kind: PaperKind,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Vec<u8>, AppError> {
        Ok(self.compose(community, kind, year, on)?.pdf()?)
    }

    /// A paper as set pages, for the preview.
    ///
    /// # Errors
    /// There is no such protocol or plan.
    pub fn compose(
        &self,
        community: CommunityId,
        kind: PaperKind,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Composed, AppError> {
        let archive = self.archive(community)?;
        Ok(self.view(&archive, kind, year, on)?.compose(on)?)
    }

    /// The view model of a paper.
    pub(crate) fn view(
        &self,
        archive: &Archive,
        kind: PaperKind,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Paper, AppError> {
        Ok(match kind {
            PaperKind::Protocol { number } => {
                Paper::Protocol(self.protocol_view(archive, protocol(archive, year, number)?)?)
            }
            PaperKind::ProtocolOf { meeting } => Paper::Protocol(self.protocol_view(archive, meeting)?),
            PaperKind::Plan => {
                let plan = archive.plan(year).ok_or(AppError::NoPlan { year })?;
                Paper::Plan(papers::Plan::from_archive(archive, plan.id, PlanOrder::ByDirection, on)?)
            }
            PaperKind::Report { full } => {
                let length = if full { ReportLength::Full } else { ReportLength::AsChosen };
                Paper::Report(papers::Report::from_archive(archive, year, length, on)?)
            }
            PaperKind::Roster => {
                // The roster of a year that is over is that of its last day.
                Paper::Roster(papers::Roster::from_archive(archive, on.clamp(year.start(), year.end()))?)
            }
            PaperKind::Register => Paper::Register(papers::Register::from_archive(archive, year, on)?),
            PaperKind::Inventory => Paper::Inventory(self.inventory(archive, year, on)?),
        })
    }

    /// What stands on the protocol of a meeting: where it is signed with its text kept, the words of that day
    /// with what was mended since; otherwise what the records say now. Every paper made of a protocol begins here.
    pub(crate) fn protocol_view(
        &self,
        archive: &Archive,
        meeting: MeetingId,
    ) -> Result<papers::Protocol, AppError> {
        let signed = archive.meetings.get(&meeting).and_then(Meeting::frozen_text).map(str::to_owned);
        match signed {
            Some(sha256) => Ok(self.frozen(sha256)?.corrected(archive, meeting)),
            None => Ok(papers::Protocol::from_archive(archive, meeting)?),
        }
    }
}

/// The meeting whose protocol has the number.
pub(crate) fn protocol(archive: &Archive, year: SchoolYear, number: u32) -> Result<MeetingId, AppError> {
    let meetings = archive.meetings_of(year);
    let mut named = meetings.iter().filter(|meeting| meeting.number() == Some(number));
    match (named.next(), named.next()) {
        (Some(one), None) => Ok(one.id),
        (Some(_), Some(_)) => Err(AppError::SeveralProtocols { year, number }),
        (None, _) => {
            let mut numbers: Vec<u32> = meetings.iter().filter_map(|meeting| meeting.number()).collect();
            numbers.sort_unstable();
            Err(AppError::NoProtocol { year, number, numbers })
        }
    }
}
