//! Papers to be printed and signed by hand.

use std::path::Path;

use chrono::NaiveDate;
use pps_documents::papers::{ExtractOf, ReportLength};
use pps_documents::{Composed, Paper, calendar, papers, workbook};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, MeetingId, SubmissionId};
use pps_domain::records::{Meeting, MeetingStatus, SubmittedPaper};

pub use pps_documents::papers::{PlanOrder, TypedWords};

use crate::error::AppError;
use crate::workplace::Workplace;

/// Which meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichMeeting {
    /// The one whose protocol has the number within the school year.
    Number(u32),
    /// The one of the record.
    Record(MeetingId),
}

/// What is taken out of a protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExtractPart {
    /// One question, from 1.
    Question(u32),
    /// What concerns the organisation that is called so.
    Organisation(String),
}

/// Which paper of a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// An extract from a protocol.
    Extract {
        /// The meeting.
        meeting: WhichMeeting,
        /// What is taken out.
        part: ExtractPart,
    },
    /// The notice of a meeting, which may be planned only.
    Notice {
        /// The meeting.
        meeting: WhichMeeting,
    },
    /// The secretary's sheet for a meeting, which may be planned only.
    Worksheet {
        /// The meeting.
        meeting: WhichMeeting,
    },
    /// The sheet on which those who come to a meeting sign.
    Attendance {
        /// The meeting.
        meeting: WhichMeeting,
    },
    /// The control of decisions.
    Assignments {
        /// Of this meeting alone; of the whole year otherwise.
        meeting: Option<WhichMeeting>,
    },
    /// The plan of the year.
    Plan {
        /// Under which headings its rows stand.
        by: PlanOrder,
    },
    /// The analytical report.
    Report {
        /// All sections that have something in them, not the short report.
        full: bool,
    },
    /// A paper as it was handed over.
    HandedOver {
        /// When.
        submission: SubmissionId,
        /// Which paper.
        paper: SubmittedPaper,
        /// Of a report: all sections that had something in them.
        full: bool,
    },
    /// The roster on the day.
    Roster,
    /// The register of protocols.
    Register,
    /// The delivery sheet for РИМК.
    Inventory,
    /// What the leader did in a period (п. 4.4).
    Certificate {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// What the head of education is asked to change in the roster (п. 1.4).
    Petition {
        /// What was typed for it.
        words: TypedWords,
    },
    /// The application for courses on the day (п. 4.3).
    Courses {
        /// What was typed for it.
        words: TypedWords,
    },
}

/// The form of a paper's file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PaperForm {
    /// To be printed and handed over.
    #[default]
    Pdf,
    /// To be mended in Word.
    Docx,
    /// To be sorted and counted in Excel: the plan alone.
    Xlsx,
    /// For a phone's calendar: the plan alone.
    Ics,
}

impl PaperForm {
    const ALL: [Self; 4] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Ics];

    /// The form that the name of a file tells by its ending.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// The ending of a file's name, without its dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Ics => "ICS",
        }
    }
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

    /// A paper as a file of the form that is asked for, after its title. The same records and day give the same
    /// bytes.
    ///
    /// # Errors
    /// There is no such protocol, or the paper has no such form.
    pub fn paper_file(
        &self,
        community: CommunityId,
        kind: PaperKind,
        year: SchoolYear,
        on: NaiveDate,
        form: PaperForm,
    ) -> Result<(String, Vec<u8>), AppError> {
        let records = self.community_records(community)?;
        let plan = records.plan(year).filter(|_| matches!(kind, PaperKind::Plan { .. })).map(|plan| plan.id);
        let by = if let PaperKind::Plan { by } = kind { by } else { PlanOrder::default() };
        let paper = self.view(&records, kind, year, on)?;
        let bytes = match (form, plan) {
            (PaperForm::Pdf, _) => paper.pdf(on)?,
            (PaperForm::Docx, _) => paper.docx(on)?,
            (PaperForm::Xlsx, Some(plan)) => workbook(&records, plan, by, on)?,
            (PaperForm::Ics, Some(_)) => calendar(&records, year, on).into_bytes(),
            (PaperForm::Xlsx | PaperForm::Ics, None) => return Err(paper.without(form.in_words()).into()),
        };
        Ok((paper.title(), bytes))
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
        let records = self.community_records(community)?;
        Ok(self.view(&records, kind, year, on)?.compose(on)?)
    }

    /// The view model of a paper.
    pub(crate) fn view(
        &self,
        records: &CommunityRecords,
        kind: PaperKind,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Paper, AppError> {
        Ok(match kind {
            PaperKind::Protocol { number } => {
                Paper::Protocol(self.protocol_view(records, protocol(records, year, number)?)?)
            }
            PaperKind::ProtocolOf { meeting } => Paper::Protocol(self.protocol_view(records, meeting)?),
            PaperKind::Extract { meeting, part } => {
                let meeting = written(records, year, meeting)?;
                let of = match &part {
                    ExtractPart::Question(number) => ExtractOf::Question(*number as usize),
                    ExtractPart::Organisation(name) => ExtractOf::Organisation(name),
                };
                let protocol = self.protocol_view(records, meeting)?;
                Paper::Extract(papers::Extract::of_protocol(protocol, records, meeting, of)?)
            }
            PaperKind::Notice { meeting } => {
                Paper::Notice(papers::Notice::from_records(records, convened(records, year, meeting)?)?)
            }
            PaperKind::Worksheet { meeting } => {
                Paper::Worksheet(papers::Worksheet::from_records(records, convened(records, year, meeting)?)?)
            }
            PaperKind::Attendance { meeting } => {
                let meeting = convened(records, year, meeting)?;
                Paper::AttendanceSheet(papers::AttendanceSheet::from_records(records, meeting)?)
            }
            PaperKind::Assignments { meeting } => {
                let meeting = meeting.map(|meeting| written(records, year, meeting)).transpose()?;
                Paper::Assignments(papers::Assignments::from_records(records, year, meeting, on)?)
            }
            PaperKind::Plan { by } => {
                let plan = records.plan(year).ok_or(AppError::NoPlan { year })?;
                Paper::Plan(papers::Plan::from_records(records, plan.id, by, on)?)
            }
            PaperKind::HandedOver { submission, paper, full } => {
                self.handed_over_paper(records, submission, paper, full)?
            }
            PaperKind::Report { full } => {
                if let Some(paper) = self.report_in_force(records, year, full, on)? {
                    return Ok(paper);
                }
                let length = if full { ReportLength::Full } else { ReportLength::AsChosen };
                Paper::Report(papers::Report::from_records(records, year, length, on)?)
            }
            PaperKind::Roster => {
                // The roster of a year that is over is that of its last day.
                Paper::Roster(papers::Roster::from_records(records, on.clamp(year.start(), year.end()))?)
            }
            PaperKind::Register => Paper::Register(papers::Register::from_records(records, year, on)?),
            PaperKind::Inventory => Paper::Inventory(self.inventory(records, year, on)?),
            PaperKind::Certificate { from, to } => {
                Paper::Certificate(papers::Certificate::from_records(records, from, to, on)?)
            }
            PaperKind::Petition { words } => {
                Paper::Petition(papers::Petition::from_records(records, on)?.with_words(&words))
            }
            PaperKind::Courses { words } => {
                Paper::CourseRequest(papers::CourseRequest::from_records(records, on)?.with_words(&words))
            }
        })
    }

    /// What stands on the protocol of a meeting: where it is signed with its text kept, the words of that day
    /// with what was mended since; otherwise what the records say now. Every paper made of a protocol begins here.
    pub(crate) fn protocol_view(
        &self,
        records: &CommunityRecords,
        meeting: MeetingId,
    ) -> Result<papers::Protocol, AppError> {
        let signed = records.meetings.get(&meeting).and_then(Meeting::frozen_text).map(str::to_owned);
        match signed {
            Some(sha256) => Ok(self.frozen(sha256)?.corrected(records, meeting)),
            None => Ok(papers::Protocol::from_records(records, meeting)?),
        }
    }
}

/// The meeting whose protocol is asked for.
fn written(records: &CommunityRecords, year: SchoolYear, which: WhichMeeting) -> Result<MeetingId, AppError> {
    match which {
        WhichMeeting::Number(number) => protocol(records, year, number),
        WhichMeeting::Record(meeting) => Ok(meeting),
    }
}

/// The meeting to which people are called. One that is only planned has no protocol and so no number: it is
/// known by the number that it will most likely get, its place among the meetings of the year.
fn convened(
    records: &CommunityRecords,
    year: SchoolYear,
    which: WhichMeeting,
) -> Result<MeetingId, AppError> {
    let by_number = written(records, year, which);
    match (which, &by_number) {
        (WhichMeeting::Number(number), Err(AppError::NoProtocol { .. })) => {
            let meetings = records.meetings_of(year);
            let due = meetings.iter().filter(|meeting| meeting.status != MeetingStatus::Cancelled);
            let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
            let foreseen = place.and_then(|place| due.clone().nth(place));
            foreseen.filter(|one| one.number().is_none()).map_or(by_number, |one| Ok(one.id))
        }
        _ => by_number,
    }
}

/// The meeting whose protocol has the number.
pub(crate) fn protocol(
    records: &CommunityRecords,
    year: SchoolYear,
    number: u32,
) -> Result<MeetingId, AppError> {
    let meetings = records.meetings_of(year);
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
