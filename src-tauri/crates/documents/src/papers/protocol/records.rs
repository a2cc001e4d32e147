//! The protocol from the records of its meeting.

use std::collections::HashSet;

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{MeetingId, PersonId};
use pps_domain::records::{
    AgendaItem, Annex, Attendance, Decision, DecisionKind, Meeting, Presence, Reporter, Speaker, Vote,
};
use pps_domain::russian::{counted, date_in_prose, names_several, plural};

use crate::PaperError;
use crate::papers::people::{attendee, filled, optional};
use crate::papers::protocol::several;
use crate::papers::sentences::{lowered, of_community, raised, stopped};
use crate::papers::tabbed::in_lines;
use crate::papers::typed_tables::TypedTables;
use crate::papers::{Absent, Attachment, Attendee, DecisionLine, Protocol, Question, Signature, Speech};

/// More people than this are listed in an annex, so that the agenda stays on the first page.
const MOST_LISTED: usize = 10;

impl Protocol {
    /// The protocol of a meeting. Names, posts and schools are those of the day of the meeting.
    ///
    /// # Errors
    ///
    /// There is no such meeting in the records.
    pub fn from_records(records: &CommunityRecords, meeting: MeetingId) -> Result<Self, PaperError> {
        let id = meeting;
        let meeting = records
            .meetings
            .get(&id)
            .ok_or_else(|| PaperError::NotFound { what: "Такого заседания".to_owned() })?;
        let on = meeting.date;
        let community = &records.community;
        let protocol = meeting.protocol.clone().unwrap_or_default();
        let attendance = attendance(meeting);
        let came = attendance.iter().filter(|member| member.presence.is_present());
        let present: Vec<Attendee> = came.map(|member| attendee(records, member.person, on)).collect();
        let name = |person: Option<PersonId>| {
            person.map(|person| records.surname_first(person, on)).filter(|name| !name.is_empty())
        };
        let chair_word =
            optional(&community.settings.chair_word).unwrap_or_else(|| "Председатель".to_owned());
        let view = Self {
            example: community.is_example(),
            without_personal_data: false,
            superior: optional(&community.higher_body),
            community: community.name.clone(),
            date: period(meeting),
            time: time_in_words(meeting),
            number: meeting.number().map(|number| number.to_string()).unwrap_or_default(),
            place: optional(&meeting.place).or_else(|| optional(&community.place)),
            heading: format!("заседания {}", of_community(&community.words(), &community.name)),
            theme: optional(&meeting.topic),
            held: held(meeting),
            signatures: signatures(records, meeting, &chair_word),
            chair_word,
            chair: name(meeting.chair),
            secretary: name(meeting.secretary),
            present_count: present_count(meeting),
            present_in_words: present_in_words(meeting),
            present_in_annex: present.len() > MOST_LISTED,
            present,
            absent: absent(records, meeting, &attendance),
            invited: guests(meeting),
            invited_in_words: optional(&meeting.guests_in_words),
            quorum: optional(&protocol.quorum),
            questions: questions(records, &protocol.items, on),
            recommendations_apart: community.settings.recommendations_apart,
            attachments: protocol.annexes.iter().map(attachment).collect(),
            corrections: Vec::new(),
            registration_sheet: false,
        };
        Ok(view.corrected(records, id))
    }
}

/// Who was noted, each person once: records joined from two computers may name one twice, and the first
/// entry is the one that the leader sees first and corrects.
fn attendance(meeting: &Meeting) -> Vec<&Attendance> {
    let mut noted = HashSet::new();
    meeting.attendance.iter().filter(|member| noted.insert(member.person)).collect()
}

fn absent(records: &CommunityRecords, meeting: &Meeting, attendance: &[&Attendance]) -> Vec<Absent> {
    let away = attendance.iter().filter_map(|member| match &member.presence {
        Presence::Absent(absence) => Some((member.person, absence)),
        Presence::Present { .. } => None,
    });
    away.map(|(person, absence)| Absent {
        name: records.surname_first(person, meeting.date),
        reason: optional(&absence.reason),
    })
    .collect()
}

pub(crate) fn guests(meeting: &Meeting) -> Vec<Attendee> {
    let guest = |guest: &pps_domain::records::Guest| Attendee {
        name: guest.name.surname_first(),
        post: guest.post.clone(),
        organisation: guest.organisation.clone(),
    };
    meeting.guests.iter().map(guest).collect()
}

/// «5 сентября 2025 г.», or both ends of a period.
pub(crate) fn period(meeting: &Meeting) -> String {
    let first = date_in_prose(meeting.date);
    match meeting.last_day.filter(|last| *last > meeting.date) {
        Some(last) => format!("{first} — {}", date_in_prose(last)),
        None => first,
    }
}

/// «14:00», «с 14:00 до 15:30».
pub(crate) fn hours(meeting: &Meeting) -> Option<String> {
    match (meeting.begins, meeting.ends) {
        (Some(begins), Some(ends)) => Some(format!("с\u{a0}{begins} до\u{a0}{ends}")),
        (Some(begins), None) => Some(begins.to_string()),
        (None, Some(ends)) => Some(format!("до\u{a0}{ends}")),
        (None, None) => None,
    }
}

/// «Начало в 14:00, окончание в 15:30».
fn time_in_words(meeting: &Meeting) -> Option<String> {
    match (meeting.begins, meeting.ends) {
        (Some(begins), Some(ends)) => Some(format!("Начало в {begins}, окончание в {ends}")),
        (Some(begins), None) => Some(format!("Начало в {begins}")),
        (None, Some(ends)) => Some(format!("Окончание в {ends}")),
        (None, None) => None,
    }
}

/// «8 из 10»; by number «12 из 15» or «12 человек».
fn present_count(meeting: &Meeting) -> String {
    match meeting.turnout() {
        Some((present, Some(members))) => format!("{present} из {members}"),
        Some((present, None)) => counted(present, "человек", "человека", "человек"),
        None => String::new(),
    }
}

/// «Присутствовало 12 человек», «Присутствовал 21 человек из 30», where nobody is listed by name.
fn present_in_words(meeting: &Meeting) -> Option<String> {
    let (present, members) = meeting.turnout().filter(|_| meeting.attendance.is_empty())?;
    let verb = plural(present, "Присутствовал", "Присутствовало", "Присутствовало");
    let of = members.map(|members| format!(" из\u{a0}{members}")).unwrap_or_default();
    Some(format!("{verb} {}{of}", counted(present, "человек", "человека", "человек")))
}

/// «МБОУ «…», очно, с видеосвязью»; without a school the way alone needs a label to be understood.
fn held(meeting: &Meeting) -> Option<String> {
    let mode = meeting.mode.map(|mode| mode.in_words().to_owned()).unwrap_or_default();
    let parts = filled([meeting.venue.clone(), mode, meeting.mode_note.clone()]);
    let label = if meeting.venue.trim().is_empty() { "Форма проведения: " } else { "" };
    (!parts.is_empty()).then(|| format!("{label}{}", parts.join(", ")))
}

fn signatures(records: &CommunityRecords, meeting: &Meeting, chair_word: &str) -> Vec<Signature> {
    let one = |post: &str, person: Option<PersonId>| Signature {
        post: post.to_owned(),
        name: person.map(|person| records.signature(person, meeting.date)).unwrap_or_default(),
    };
    // The chair always signs, if need be on a line to be filled in by hand; a secretary is optional.
    let mut signatures = vec![one(chair_word, meeting.chair)];
    if meeting.secretary.is_some() {
        signatures.push(one("Секретарь", meeting.secretary));
    }
    signatures
}

/// The questions in order; titled tables are numbered through the whole protocol.
fn questions(records: &CommunityRecords, items: &[AgendaItem], on: NaiveDate) -> Vec<Question> {
    let mut tables = TypedTables::default();
    let of = |(item, place): (&AgendaItem, usize)| Question {
        tables: tables.upright(&item.tables),
        ..question(records, item, place, on)
    };
    items.iter().zip(1..).map(of).collect()
}

fn question(records: &CommunityRecords, item: &AgendaItem, place: usize, on: NaiveDate) -> Question {
    let who = |speaker: &Speaker| records.speaker(speaker, on);
    let speakers = reporters(records, item, on);
    Question {
        topic: stopped(&item.topic),
        heard: heard(item, &speakers).into_iter().collect(),
        speakers,
        tables: Vec::new(),
        spoke: item
            .spoke
            .iter()
            .map(|speech| Speech { who: who(&speech.speaker), said: stopped(&in_lines(&speech.text)) })
            .collect(),
        decisions: item
            .decisions
            .iter()
            .zip(1..)
            .map(|(one, point)| decision(records, one, place, point, on))
            .collect(),
        vote: item.vote.map(vote),
    }
}

/// Who reports, each with the post where the paper is to say it.
pub(crate) fn reporters(records: &CommunityRecords, item: &AgendaItem, on: NaiveDate) -> Vec<String> {
    let one = |reporter: &Reporter| {
        let name = records.speaker(&reporter.speaker, on);
        filled([name, reporter.post.trim().to_owned()]).join(", ")
    };
    filled(item.reporters.iter().map(one))
}

/// What was heard: the typed words, or the topic of the question. Nothing where nobody reported and nothing was typed.
fn heard(item: &AgendaItem, speakers: &[String]) -> Option<Speech> {
    let (typed, topic) = (item.heard.trim(), item.topic.trim());
    let annexed = typed.trim_end_matches('.').to_lowercase() == "доклад прилагается" && !topic.is_empty();
    let said = match typed {
        "" if speakers.is_empty() => return None,
        "" => stopped(topic),
        _ if annexed => format!("{} (доклад прилагается).", topic.trim_end_matches('.')),
        _ => stopped(&in_lines(typed)),
    };
    let who = several(speakers);
    if who.is_empty() {
        // With nobody's name before it the sentence itself begins the paragraph.
        return Some(Speech { who, said: raised(&said) });
    }
    let after_a_dash = lowered(&said);
    if (typed.is_empty() || annexed) && after_a_dash == said {
        // «Круглый стол «…»» does not follow «Чернова И. П. —».
        return Some(Speech { who: String::new(), said: format!("{} {said}", stopped(&who)) });
    }
    // A post stands between commas: «Панина Е. В., методист РИМК, — о конкурсах».
    let who = if who.contains(',') && speakers.last().is_some_and(|last| last.contains(',')) {
        format!("{who},")
    } else {
        who
    };
    Some(Speech { who, said: if typed.is_empty() || annexed { after_a_dash } else { said } })
}

fn decision(
    records: &CommunityRecords,
    decision: &Decision,
    place: usize,
    point: usize,
    on: NaiveDate,
) -> DecisionLine {
    DecisionLine {
        number: format!("{place}.{point}"),
        text: stopped(&in_lines(&decision_text(records, decision))),
        responsible: filled(records.each_answering(
            &decision.responsible,
            &decision.responsible_in_words,
            on,
        )),
        several: names_several(&decision.responsible_in_words),
        // The term that was decided at this meeting, whatever transfers came later.
        term: decision
            .term
            .as_ref()
            .map(pps_domain::calendar::Term::in_prose)
            .filter(|term| !term.trim().is_empty()),
        recommendation: decision.kind == DecisionKind::Recommendation,
    }
}

/// A recommendation is said as one: «Рекомендовать администрации МБОУ «…» направить …». Words that were
/// typed with a capital follow a colon, since the capital may be a name's and stays.
fn decision_text(records: &CommunityRecords, decision: &Decision) -> String {
    let text = decision.text.trim();
    if decision.kind != DecisionKind::Recommendation || text.to_lowercase().starts_with("рекоменд") {
        return text.to_owned();
    }
    let to = decision.addressee.and_then(|addressee| records.organisations.get(&addressee));
    let to = to.map(|organisation| format!(" администрации {}", organisation.name)).unwrap_or_default();
    let colon = if text.starts_with(char::is_uppercase) { ":" } else { "" };
    format!("Рекомендовать{to}{colon} {text}")
}

fn vote(vote: Vote) -> String {
    match vote {
        Vote::Unanimous => "Решение принято единогласно.".to_owned(),
        Vote::Counted { r#for: pro, against, abstained } => {
            format!("Голосовали: «за» — {pro}, «против» — {against}, «воздержались» — {abstained}.")
        }
    }
}

fn attachment(annex: &Annex) -> Attachment {
    let sheets = annex.sheets.map(|sheets| {
        // «на 1 листе», «на 21 листе», «на 4 листах».
        let word = plural(usize::try_from(sheets).unwrap_or(usize::MAX), "листе", "листах", "листах");
        format!("на {sheets} {word}")
    });
    Attachment { title: annex.title.clone(), sheets }
}
