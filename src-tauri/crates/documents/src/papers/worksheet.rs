//! Рабочий лист секретаря: what lies on the table while the meeting goes on.

use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{MeetingId, PersonId};
use pps_domain::records::{BodyWords, Role};
use serde::{Deserialize, Serialize};

use super::convened::{agenda, attendees, called, meeting, place};
use super::people::{filled, optional};
use super::protocol::records::{guests, hours, period};
use super::sentences::{in_lines, whose};
use super::{Attendee, Question};
use crate::ask::Ask;
use crate::model::{Blank, Block, Column, Document, Group, Table};
use crate::{Paper, PaperError};

/// The secretary's sheet, to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Worksheet {
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
    /// The protocol's number, where it is known.
    pub number: Option<String>,
    /// The school and the settlement.
    pub place: Option<String>,
    /// What the meeting is about.
    pub theme: Option<String>,
    /// «Председатель» or «Председательствующий».
    pub chair_word: String,
    /// «Фамилия И. О.» of the chair; nothing leaves room to write.
    pub chair: Option<String>,
    /// «Фамилия И. О.» of the secretary; nothing leaves room to write.
    pub secretary: Option<String>,
    /// Whom to tick.
    pub people: Vec<Attendee>,
    /// Guests.
    pub invited: Vec<Attendee>,
    /// «администрация школы — 2 человека»: guests without names.
    pub invited_in_words: Option<String>,
    /// The agenda: topics and reporters. An empty one gives three questions to be written by hand.
    pub questions: Vec<Question>,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Document(Worksheet::from_records(ask.records, ask.convened()?)?.into()))
}

impl Worksheet {
    /// The sheet for a meeting, planned or held.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(records: &CommunityRecords, id: MeetingId) -> Result<Self, PaperError> {
        let meeting = meeting(records, id)?;
        let community = &records.community;
        let on = meeting.date;
        // Before the meeting nobody has been named yet: they will most likely be those who hold the roles.
        let name = |chosen: Option<PersonId>, role| {
            let person = chosen.or_else(|| records.holder(role, on))?;
            optional(&records.surname_first(person, on))
        };
        Ok(Self {
            example: community.is_example(),
            community: community.name.clone(),
            body: community.words(),
            date: period(meeting),
            time: hours(meeting),
            number: meeting.number().map(|number| number.to_string()),
            place: place(records, meeting),
            theme: optional(&meeting.topic),
            chair_word: optional(&community.settings.chair_word).unwrap_or_else(|| "Председатель".to_owned()),
            chair: name(meeting.chair, Role::Leader),
            secretary: name(meeting.secretary, Role::Secretary),
            people: attendees(records, &called(records, meeting), on),
            invited: guests(meeting),
            invited_in_words: optional(&meeting.guests_in_words),
            questions: agenda(records, meeting),
        })
    }
}

/// Questions to be written by hand where there is no agenda yet.
const BLANK_QUESTIONS: usize = 3;
/// Points to be decided on each question.
const POINTS: usize = 5;

impl From<Worksheet> for Document {
    fn from(view: Worksheet) -> Self {
        let number = view.number.filter(|number| !number.trim().is_empty());
        let whose = whose(&view.body, &view.community);
        let title = format!("Рабочий лист секретаря, заседание {}", view.date);
        let day = filled([view.date, view.time.unwrap_or_default()]).join(", ");
        let theme = view.theme.map(|theme| format!("Тема: {theme}")).unwrap_or_default();
        let mut paper = Self::of(&view.community, view.example, title)
            .heading("РАБОЧИЙ ЛИСТ СЕКРЕТАРЯ")
            .with_all(match number {
                Some(number) => {
                    vec![centred(in_lines([format!("к протоколу №\u{a0}{number} заседания"), whose]))]
                }
                None => {
                    let parts = vec![Blank::new("к протоколу №", 12.0), Blank::new("заседания", 0.0)];
                    vec![
                        Block::Blanks { parts, centred: true, strong: false, above: None, below: Some(0.3) },
                        centred(whose),
                    ]
                }
            })
            .centred(in_lines([day, view.place.unwrap_or_default()]), 0.5)
            .centred(theme, 0.5)
            .with(Block::Gap { size: 0.4 })
            .with(to_write(&format!("{}\u{a0}—\u{a0}", view.chair_word), view.chair))
            .with(to_write("Секретарь\u{a0}—\u{a0}", view.secretary))
            .with(Block::Blanks {
                centred: false,
                strong: false,
                parts: vec![Blank::new("Начало:", 18.0), Blank::new("Окончание:", 18.0)],
                above: None,
                below: Some(0.6),
            });
        let people = to_tick(view.people, view.invited);
        let begins_a_page = !people.rows.is_empty();
        if begins_a_page {
            paper = paper.with(people);
        }
        if let Some(invited) = view.invited_in_words {
            paper = paper.with(Block::Gap { size: 0.4 }).with(Block::line(format!("Приглашены: {invited}")));
        }
        let asked = if view.questions.is_empty() {
            vec![Question::default(); BLANK_QUESTIONS]
        } else {
            view.questions
        };
        for (number, question) in (1..).zip(asked) {
            if number > 1 || begins_a_page {
                paper = paper.with(Block::PageBreak {});
            }
            paper = paper.with_all(discussed(number, question));
        }
        paper
    }
}

fn centred(text: String) -> Block {
    Block::Centred { text, above: None, below: Some(0.5) }
}

/// A name, or a rule to write it on.
fn to_write(word: &str, name: Option<String>) -> Block {
    match name.filter(|name| !name.trim().is_empty()) {
        Some(name) => Block::line(format!("{word}{name}")),
        None => Block::Blanks {
            centred: false,
            strong: false,
            parts: vec![Blank::new(word, 60.0)],
            above: None,
            below: None,
        },
    }
}

fn to_tick(people: Vec<Attendee>, invited: Vec<Attendee>) -> Table {
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("Фамилия, инициалы", 48.0),
        Column::words("Должность, организация", 63.0),
        Column::numbers("Есть", 16.0),
        Column::words("Причина, примечание", 34.0),
    ];
    let invited_from = Group { before: people.len(), title: "Приглашены".to_owned() };
    let groups = if invited.is_empty() { Vec::new() } else { vec![invited_from] };
    let row = |person: Attendee| {
        let place = filled([person.post, person.organisation]).join(", ");
        [person.name, place, String::new(), String::new()]
    };
    Table { groups, ..Table::numbered(columns, people.into_iter().chain(invited).map(row)) }
}

/// Room for all that is said on a question; its parts stay whole, and it goes overleaf between them.
fn discussed(number: usize, question: Question) -> Vec<Block> {
    let line = |text: String, small| Block::Line { text, strong: true, small, above: None, below: None };
    let word = |text: &str| line(text.to_owned(), true);
    let mut blocks = Vec::new();
    if question.topic.trim().is_empty() {
        blocks.push(Block::Whole {
            blocks: vec![
                Block::Blanks {
                    centred: false,
                    strong: true,
                    parts: vec![Blank::new(&format!("{number}. О"), 158.0)],
                    above: None,
                    below: None,
                },
                Block::Rules { count: 1 },
                Block::Blanks {
                    centred: false,
                    strong: false,
                    parts: vec![Blank::new("Докладчик:", 80.0)],
                    above: Some(0.6),
                    below: None,
                },
            ],
        });
    } else {
        blocks.push(line(format!("{number}. {}", question.topic), false));
        if let Some(text) = question.reported_by() {
            blocks.push(Block::Line { text, strong: false, small: false, above: Some(0.4), below: None });
        }
    }
    blocks.push(Block::Whole { blocks: vec![word("СЛУШАЛИ:"), Block::Rules { count: 4 }] });
    blocks.push(Block::Whole { blocks: vec![word("ВЫСТУПИЛИ:"), Block::Rules { count: 6 }] });
    let columns = [
        Column::numbers("№", 14.0),
        Column::words("Решение, поручение, рекомендация", 88.0),
        Column::words("Ответственный", 40.0),
        Column::words("Срок", 28.0),
    ];
    let points = (1..=POINTS)
        .map(|point| vec![format!("{number}.{point}"), String::new(), String::new(), String::new()]);
    let votes = [("Голосовали: «за»", 14.0), (", «против»", 14.0), (", «воздержались»", 14.0)];
    blocks.push(Block::Whole {
        blocks: vec![
            word("РЕШИЛИ:"),
            Block::Gap { size: 0.2 },
            Table { room_at: Some(1), ..Table::new(columns, points) }.into(),
            Block::Blanks {
                centred: false,
                strong: false,
                parts: votes.map(|(text, room)| Blank::new(text, room)).into(),
                above: Some(0.5),
                below: None,
            },
        ],
    });
    blocks
}
