//! Photographs or scans of a signed protocol: put in order, looked at, attached.

use std::path::PathBuf;

use chrono::NaiveDate;
use pps_documents::meeting_of_protocol;
use pps_documents::scans::{LARGEST_PDF, MOST_PAGES, Picture, ScanError, ScannedPdf, Sheet, bind_sheets};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{AttachmentId, CommunityId, MeetingId};
use pps_domain::records::{Attachment, AttachmentRole, Meeting, Record};
use pps_domain::russian::date_in_table;
use serde::Serialize;
use ts_rs::TS;

use crate::attaching::{AttachError, plain_name, read_limited};
use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

const PDF: &str = "application/pdf";

/// Sheets of a signed protocol in the order in which they will be bound. Nothing of it is saved yet.
#[derive(Debug, Default)]
pub struct ScanDraft {
    next: u32,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    token: u32,
    name: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Sheet(Sheet),
    /// Kept as it is, in a file of its own.
    Pdf(ScannedPdf),
}

/// A sheet, or a PDF of several, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct ScanPart {
    /// Names it when it is turned or moved.
    pub token: u32,
    /// The name of the file that was chosen.
    pub name: String,
    /// How many pages it has.
    pub pages: usize,
    /// A PDF is kept as it is, so it cannot be turned.
    pub pdf: bool,
    /// Grows with each turn, so that the picture is asked for again.
    pub turned: u8,
}

/// Where a sheet goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Before the one that it follows.
    Earlier,
    /// After the one that follows it.
    Later,
}

impl ScanDraft {
    /// Reads chosen files one by one, so that one broken photograph does not lose the others. Answers with
    /// what was refused.
    pub fn add_files(&mut self, paths: &[PathBuf]) -> Vec<AppError> {
        let read = |path: &PathBuf| {
            let bytes = read_limited(path, LARGEST_PDF as u64)?;
            Ok(self.add(&plain_name(path), bytes)?)
        };
        paths.iter().map(read).filter_map(Result::err).collect()
    }

    /// Adds a picture or a PDF at the end.
    ///
    /// # Errors
    /// It is neither, is damaged, locked or too large, or there are too many pages by now.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), ScanError> {
        let content = if ScannedPdf::is_pdf(&bytes) {
            Content::Pdf(ScannedPdf::open(name, bytes)?)
        } else {
            Content::Sheet(Sheet::read(&Picture { name, bytes: &bytes })?)
        };
        if self.pages() + content.pages() > MOST_PAGES {
            return Err(ScanError::TooManyPages);
        }
        self.next += 1;
        self.parts.push(Part { token: self.next, name: name.to_owned(), content });
        Ok(())
    }

    /// Turns a sheet a quarter to the right.
    pub fn turn(&mut self, token: u32) {
        if let Some(Part { content: Content::Sheet(sheet), .. }) =
            self.parts.iter_mut().find(|part| part.token == token)
        {
            sheet.turn();
        }
    }

    /// Moves a sheet by one place.
    pub fn shift(&mut self, token: u32, shift: Shift) {
        let Some(at) = self.parts.iter().position(|part| part.token == token) else { return };
        let to = match shift {
            Shift::Earlier => at.checked_sub(1),
            Shift::Later => Some(at + 1).filter(|to| *to < self.parts.len()),
        };
        if let Some(to) = to {
            self.parts.swap(at, to);
        }
    }

    /// Takes a sheet out.
    pub fn remove(&mut self, token: u32) {
        self.parts.retain(|part| part.token != token);
    }

    /// What there is, in its order.
    #[must_use]
    pub fn parts(&self) -> Vec<ScanPart> {
        let view = |part: &Part| ScanPart {
            token: part.token,
            name: part.name.clone(),
            pages: part.content.pages(),
            pdf: matches!(part.content, Content::Pdf(_)),
            turned: match &part.content {
                Content::Sheet(sheet) => sheet.quarters(),
                Content::Pdf(_) => 0,
            },
        };
        self.parts.iter().map(view).collect()
    }

    /// How many pages there are in all.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.parts.iter().map(|part| part.content.pages()).sum()
    }

    /// A page as a picture, JPEG or PNG, its longer side no longer than asked for. None where it was removed.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn image(&self, token: u32, page: usize, longest: u16) -> Result<Option<Vec<u8>>, ScanError> {
        let Some(part) = self.parts.iter().find(|part| part.token == token) else { return Ok(None) };
        match &part.content {
            Content::Sheet(sheet) => sheet.image(u32::from(longest)),
            Content::Pdf(pdf) => pdf.page_image(page, f32::from(longest)),
        }
        .map(Some)
    }

    /// The files to be kept, each with the number of its pages: all sheets bound into one, then every PDF.
    fn files(&self, title: &str, today: NaiveDate) -> Result<Vec<(Vec<u8>, usize)>, ScanError> {
        let mut sheets = Vec::new();
        let mut files = Vec::new();
        for part in &self.parts {
            match &part.content {
                Content::Sheet(sheet) => sheets.push(sheet),
                Content::Pdf(pdf) => files.push((pdf.bytes().to_vec(), pdf.pages())),
            }
        }
        if !sheets.is_empty() || files.is_empty() {
            let bound = bind_sheets(title, &sheets, today)?;
            files.insert(0, (bound.pdf, bound.pages));
        }
        Ok(files)
    }
}

impl Content {
    fn pages(&self) -> usize {
        match self {
            Self::Sheet(_) => 1,
            Self::Pdf(pdf) => pdf.pages(),
        }
    }
}

impl Workplace {
    /// Attaches photographs or a PDF to the protocol with the number as its signed scan. Answers with the name
    /// of the file.
    ///
    /// # Errors
    /// There is no such protocol, or a file cannot be read; nothing is attached then.
    pub fn attach_signed_scan(
        &self,
        community: CommunityId,
        year: SchoolYear,
        number: u32,
        files: &[PathBuf],
    ) -> Result<String, AppError> {
        let meeting = meeting_of_protocol(&*self.community_records(community)?, year, number)?;
        let mut draft = ScanDraft::default();
        if let Some(refused) = draft.add_files(files).into_iter().next() {
            return Err(refused);
        }
        let mut files = self.attach_scans(meeting, &draft)?.put.into_iter().map(|seen| seen.record);
        let name = files.find_map(|record| match record {
            Record::Attachment(file) => Some(file.name),
            _ => None,
        });
        Ok(name.unwrap_or_default())
    }

    /// Attaches what was put in order as the signed scan of a protocol, in one operation.
    ///
    /// # Errors
    /// The meeting is not there, or there is nothing to attach.
    pub fn attach_scans(&self, meeting: MeetingId, draft: &ScanDraft) -> Result<Changes, AppError> {
        let Some((Record::Meeting(meeting), _)) = self.record(meeting.0)? else {
            return Err(AttachError::NowhereToAttach.into());
        };
        let titles = titles(&*self.community_records(meeting.community)?, &meeting);
        let title = titles.clone().next().unwrap_or_default();
        let today = self.clock.today();
        let files = draft.files(&title, today)?;
        let ids = self.new_ids(files.len());
        let operation = self.operation(format!("Приложен скан: {title}"));
        self.write(operation, move |writer| {
            for ((title, id), (pdf, pages)) in titles.zip(ids).zip(files) {
                let attachment = Attachment {
                    id: id.into(),
                    community: meeting.community,
                    belongs_to: meeting.id.0,
                    role: AttachmentRole::SignedScan,
                    name: format!("{title}.pdf"),
                    sha256: writer.put_file(&pdf, PDF)?,
                    size: pdf.len() as u64,
                    pages: u32::try_from(pages).ok(),
                    media_type: PDF.to_owned(),
                    added: Some(today),
                };
                writer.put(attachment, None)?;
            }
            Ok(())
        })
    }

    /// An attached PDF or picture, to be looked at page by page.
    ///
    /// # Errors
    /// It is not there any more, or it is neither.
    pub fn look_at(&self, id: AttachmentId) -> Result<ScanDraft, AppError> {
        let (attachment, bytes) = self.attached_file(id)?;
        let mut draft = ScanDraft::default();
        draft.add(&attachment.name, bytes)?;
        Ok(draft)
    }
}

/// «Протокол № 2 от 16.01.2026 (подписан)», then «… (подписан, 2)»: names that the meeting's scans do not have yet.
fn titles(records: &CommunityRecords, meeting: &Meeting) -> impl Iterator<Item = String> + Clone + use<> {
    let date = date_in_table(meeting.date);
    let protocol = match meeting.number() {
        Some(number) => format!("Протокол № {number} от {date}"),
        None => format!("Протокол от {date}"),
    };
    let taken: Vec<_> =
        records.attachments_of(meeting.id.0).into_iter().map(|file| file.name.clone()).collect();
    (1_u32..)
        .map(move |copy| match copy {
            1 => format!("{protocol} (подписан)"),
            copy => format!("{protocol} (подписан, {copy})"),
        })
        .filter(move |title| !taken.contains(&format!("{title}.pdf")))
}
