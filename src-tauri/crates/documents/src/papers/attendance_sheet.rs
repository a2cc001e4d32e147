//! Лист регистрации участников заседания.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::MeetingId;
use pps_domain::records::BodyWords;
use serde::{Deserialize, Serialize};

use super::Attendee;
use super::convened::{called, in_full, meeting, place};
use super::people::{filled, optional};
use super::protocol::records::{guests, hours, period};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// The sheet on which those who come sign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AttendanceSheet {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// The day of the meeting in words, or the period.
    pub date: String,
    /// «14:00», «с 14:00 до 15:30».
    pub time: Option<String>,
    /// The school and the settlement.
    pub place: Option<String>,
    /// What the meeting is about.
    pub theme: Option<String>,
    /// Members, with their names in full.
    pub members: Vec<Attendee>,
    /// Guests.
    pub invited: Vec<Attendee>,
    /// «администрация школы — 2 человека»: guests without names.
    pub invited_in_words: Option<String>,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Document(AttendanceSheet::from_records(ask.records, ask.convened()?)?.into()))
}

impl AttendanceSheet {
    /// The sheet for a meeting, planned or held.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(records: &CommunityRecords, id: MeetingId) -> Result<Self, PaperError> {
        let meeting = meeting(records, id)?;
        let community = &records.community;
        let with_name = |(guest, shown): (&pps_domain::records::Guest, Attendee)| Attendee {
            name: guest.name.full(),
            ..shown
        };
        Ok(Self {
            example: community.is_example(),
            community: community.name.clone(),
            body: community.words(),
            date: period(meeting),
            time: hours(meeting),
            place: place(records, meeting),
            theme: optional(&meeting.topic),
            members: in_full(records, &called(records, meeting), meeting.date),
            invited: meeting.guests.iter().zip(guests(meeting)).map(with_name).collect(),
            invited_in_words: optional(&meeting.guests_in_words),
        })
    }
}

/// Lines for whoever was not expected.
const BLANK: usize = 3;

impl From<AttendanceSheet> for Document {
    fn from(view: AttendanceSheet) -> Self {
        let columns = [
            Column::numbers("№", 9.0),
            Column::words("Фамилия, имя, отчество", 43.0),
            Column::words("Должность", 46.0),
            Column::words("Организация", 44.0),
            Column::words("Подпись", 28.0),
        ];
        let row = |person: Attendee| [person.name, person.post, person.organisation, String::new()];
        let unnamed = view
            .invited_in_words
            .map(|invited| Block::Text { text: format!("Приглашены: {invited}") });
        let unknown = std::iter::repeat_n(Attendee::default(), BLANK);
        let people = view.members.into_iter().chain(view.invited).chain(unknown);
        let title = format!("Лист регистрации участников заседания {}", view.date);
        let day = filled([view.date, view.time.unwrap_or_default()]).join(", ");
        let theme = view.theme.map(|theme| format!("Тема: {theme}")).unwrap_or_default();
        Self::of(&view.community, view.example, title)
            .heading("ЛИСТ РЕГИСТРАЦИИ")
            .centred(in_lines(["участников заседания".to_owned(), whose(&view.body, &view.community)]), 0.5)
            .centred(in_lines([day, view.place.unwrap_or_default()]), 0.5)
            .centred(theme, 0.5)
            .with(Block::Gap { size: 0.5 })
            .with(Table { room_at: Some(4), ..Table::numbered(columns, people.map(row)) })
            .with_all(unnamed)
    }
}
