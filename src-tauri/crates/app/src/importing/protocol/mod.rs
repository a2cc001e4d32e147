//! An old protocol from Word comes in as a meeting with its questions. The file is read into a draft, shown beside what was
//! recognised, and added as one operation with the file itself attached. Nothing is kept before.

mod meeting;
mod preview;
mod source;

use std::path::Path;

use pps_domain::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::ids::{CommunityId, MeetingId};
use pps_domain::import::protocol::{ProtocolBlock, ReadProtocol, read_protocol};
use pps_domain::records::{Attachment, AttachmentRole};
use pps_domain::russian::date_in_table;
use pps_exchange::office_text::TextError;
use pps_exchange::spreadsheets::{MOST_BYTES, TableReader};
use serde::Deserialize;
use thiserror::Error;
use ts_rs::TS;

use crate::attaching::{AttachError, plain_name, read_limited};
use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

pub use preview::{
    LeftText, ProtocolPreview, RecognisedAbsence, RecognisedDecision, RecognisedItem, RecognisedProtocol,
    RecognisedSpeech, ShownLine,
};

/// What Word writes.
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Why an old protocol was not read or not added.
#[derive(Debug, Error)]
pub enum OldProtocolError {
    /// The file was not read.
    #[error(transparent)]
    Text(#[from] TextError),
    /// No day was found, and none was given.
    #[error("Дата заседания в тексте не нашлась; впишите её, и протокол можно будет добавить.")]
    NoDate,
    /// The same protocol is there.
    #[error(
        "Протокол №\u{a0}{number} от {} уже внесён; откройте его в «Заседаниях» или исправьте номер.",
        date_in_table(*.date)
    )]
    Repeat {
        /// Its number.
        number: u32,
        /// Its day.
        date: NaiveDate,
    },
}

/// How an old protocol is looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "importing/")]
pub struct ProtocolAsked {
    /// Whose protocol.
    pub community: CommunityId,
    /// The school year by its beginning.
    pub year: i32,
    /// The day, where the person has written another than the text says.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub date: Option<NaiveDate>,
    /// The number, where the person has written another.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub number: Option<u32>,
    /// The blank «Готовый протокол» that it takes the place of; one that holds questions or files stays.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub replaces: Option<MeetingId>,
}

impl ProtocolAsked {
    /// A protocol as it is.
    #[must_use]
    pub fn new(community: CommunityId, SchoolYear(year): SchoolYear) -> Self {
        Self { community, year, date: None, number: None, replaces: None }
    }
}

/// An old protocol that was read and is not added yet.
#[derive(Debug, Clone)]
pub struct ProtocolDraft {
    name: String,
    bytes: Vec<u8>,
    blocks: Vec<ProtocolBlock>,
    /// What the file holds beside its text, with why it is not taken.
    left_out: Vec<(String, String)>,
    pictures: usize,
}

impl ProtocolDraft {
    /// Has a file read.
    ///
    /// # Errors
    /// It cannot be read, is too large, damaged, no document of Word, or holds no text.
    pub fn file(reader: &TableReader, path: &Path) -> Result<Self, AppError> {
        let bytes = read_limited(path, MOST_BYTES).map_err(|fault| match fault {
            AppError::Attach(AttachError::TooLarge { .. }) => {
                OldProtocolError::Text(TextError::TooLarge).into()
            }
            fault => fault,
        })?;
        let text = reader.text(bytes.clone()).map_err(OldProtocolError::Text)?;
        Ok(Self::of(plain_name(path), bytes, text))
    }
}

impl Workplace {
    /// Shows what an old protocol says. Nothing is changed.
    ///
    /// # Errors
    /// There is no such community.
    pub fn look_at_protocol(
        &self,
        draft: &ProtocolDraft,
        asked: &ProtocolAsked,
    ) -> Result<ProtocolPreview, AppError> {
        let read = self.read_protocol(draft, asked)?;
        let known = self.community_records(asked.community)?;
        let mut preview = ProtocolPreview::of(draft, &read, &known, SchoolYear(asked.year));
        if let Err(fault) = self.may_be_added(&read, asked) {
            preview.refusal = Some(fault.to_string());
        }
        Ok(preview)
    }

    /// Adds an old protocol as a meeting, with its file, as one operation.
    ///
    /// # Errors
    /// It has no day, is there already, or the store refuses.
    pub fn add_protocol(&self, draft: &ProtocolDraft, asked: &ProtocolAsked) -> Result<Changes, AppError> {
        let read = self.read_protocol(draft, asked)?;
        let date = self.may_be_added(&read, asked)?;
        let meeting = self.meeting_of(&read, asked, date);
        let attachment = Attachment {
            id: self.clock.new_id().into(),
            community: asked.community,
            belongs_to: meeting.id.0,
            role: AttachmentRole::Document,
            name: draft.name.clone(),
            sha256: String::new(),
            size: draft.bytes.len() as u64,
            pages: None,
            media_type: MEDIA_TYPE.to_owned(),
            added: Some(self.clock.today()),
        };
        let (name, bytes) = (format!("Внесён {}", meeting.name()), draft.bytes.clone());
        let blank = self.blank_of(asked)?;
        self.write(self.operation(name), move |writer| {
            if let Some(blank) = blank {
                writer.delete(blank.0)?;
            }
            let sha256 = writer.put_file(&bytes, MEDIA_TYPE)?;
            writer.put(meeting, None)?;
            writer.put(Attachment { sha256, ..attachment }, None)?;
            Ok(())
        })
    }

    /// The meeting that the protocol takes the place of, where it is blank.
    fn blank_of(&self, asked: &ProtocolAsked) -> Result<Option<MeetingId>, AppError> {
        let known = self.community_records(asked.community)?;
        let blank = asked.replaces.and_then(|id| known.meetings.get(&id)).filter(|meeting| {
            let protocol = meeting.protocol.as_ref();
            let written =
                protocol.is_some_and(|protocol| !protocol.items.is_empty() || protocol.signed.is_some());
            !written && meeting.planned.is_none() && known.attachments_of(meeting.id.0).is_empty()
        });
        Ok(blank.map(|meeting| meeting.id))
    }

    fn read_protocol(&self, draft: &ProtocolDraft, asked: &ProtocolAsked) -> Result<ReadProtocol, AppError> {
        let known = self.community_records(asked.community)?;
        let context = source::context(&known, SchoolYear(asked.year));
        let mut read = read_protocol(&draft.blocks, &context);
        read.date = asked.date.or(read.date);
        read.number = asked.number.or(read.number);
        draft.tell_left_out(&mut read);
        Ok(read)
    }

    fn may_be_added(&self, read: &ReadProtocol, asked: &ProtocolAsked) -> Result<NaiveDate, AppError> {
        let date = read.date.ok_or(OldProtocolError::NoDate)?;
        let known = self.community_records(asked.community)?;
        let repeat = read.number.filter(|number| {
            let mut others = known.meetings.values().filter(|meeting| Some(meeting.id) != asked.replaces);
            others.any(|meeting| meeting.date == date && meeting.number() == Some(*number))
        });
        match repeat {
            Some(number) => Err(OldProtocolError::Repeat { number, date }.into()),
            None => Ok(date),
        }
    }
}
