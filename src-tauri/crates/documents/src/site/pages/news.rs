//! Новости: meetings that were held and whose protocols are signed, and events that are over.

use chrono::NaiveDate;
use pps_domain::figures::events_of;
use pps_domain::records::{AgendaItem, Event, Meeting, MeetingMode, Speaker};
use pps_domain::russian::{capitalised, counted, date_in_prose, date_in_table};

use super::super::Source;
use super::super::contents::{Contents, Piece, SitePart, anchor};
use super::super::html::Html;
use super::said::{person, sentence, who_may};
use crate::papers::people::{filled, shown};
use crate::papers::sentences::{quoted, raised};

pub(in super::super) fn add(source: &Source<'_>, contents: &mut Contents) {
    let Source { records, year, on, .. } = source;
    let mut news: Vec<(NaiveDate, Piece)> = Vec::new();
    for meeting in records.meetings_held(*year, *on) {
        if meeting.signed_by(*on) {
            news.push((meeting.date, of_meeting(source, meeting)));
        } else {
            let title = format!("Заседание {}", date_in_table(meeting.date));
            contents.leave_out(SitePart::News, title, "протокол не подписан");
        }
    }
    news.extend(
        events_of(records, *year, *on).into_iter().map(|event| (event.date, of_event(source, event))),
    );
    // The newest first; what is of one day keeps its order.
    news.sort_by(|(one, _), (other, _)| other.cmp(one));
    contents.pieces.extend(news.into_iter().map(|(_, piece)| piece));
}

fn of_meeting(source: &Source<'_>, meeting: &Meeting) -> Piece {
    let (records, publication) = (source.records, &source.publication);
    let day = date_in_prose(meeting.date);
    let topic = publication.said(meeting.topic.trim());
    let title = if topic.is_empty() {
        format!("{day} Заседание")
    } else {
        format!("{day} Заседание: {topic}")
    };
    let mut piece = Piece::new(SitePart::News, &title);
    let id = anchor('z', meeting.id.0);
    let where_held = filled([
        meeting.mode.map(|mode| capitalised(MeetingMode::in_words(mode))).unwrap_or_default(),
        publication.said(&meeting.venue),
    ]);
    let (present, members) = records.turnout(meeting);
    let present = (members > 0).then(|| format!("присутствовали {present} из {members}"));
    let line = filled([where_held.join(", "), present.unwrap_or_default()]).join(", ");
    let items: Vec<&AgendaItem> = meeting.protocol.iter().flat_map(|protocol| &protocol.items).collect();
    piece.html.element("article", &[("id", &id)], |article| {
        article.said("h2", &title);
        if !line.is_empty() {
            article.said("p", &format!("{}.", capitalised(&line)));
        }
        if !items.is_empty() {
            article.said("h3", "Вопросы и решения");
            article.element("ol", &[], |list| {
                for item in &items {
                    list.element("li", &[], |entry| question(source, entry, item));
                }
            });
        }
    });
    piece.day = Some(meeting.date);
    piece.anchor = Some(id);
    piece
}

fn question(source: &Source<'_>, html: &mut Html, item: &AgendaItem) {
    html.text(&raised(&source.publication.said(item.topic.trim())));
    let decisions = item.decisions.iter().map(|decision| sentence(source, &decision.text));
    html.list(&filled(decisions));
}

fn of_event(source: &Source<'_>, event: &Event) -> Piece {
    let (records, publication) = (source.records, &source.publication);
    let title = format!("{} {}", day_of(event), capitalised(&publication.said(&event.name())));
    let mut piece = Piece::new(SitePart::News, title.trim());
    let id = anchor('s', event.id.0);
    let leaders = who_may(source, &event.leaders);
    let count = event.count.and_then(|count| usize::try_from(count).ok());
    let school = event.organisation.map(|school| shown(records, school)).unwrap_or_default();
    let facts = [
        ("Уровень", event.level.map(|level| level.in_words().to_owned()).unwrap_or_default()),
        ("Где", filled([school, publication.said(&event.place)]).join(", ")),
        ("Кто провёл", leaders.iter().map(|leader| person(source, *leader)).collect::<Vec<_>>().join("; ")),
        (
            "Участие",
            count.map(|count| counted(count, "участник", "участника", "участников")).unwrap_or_default(),
        ),
        ("Итог", sentence(source, &event.result)),
    ];
    let mut people = leaders;
    let mut results = Vec::new();
    for participant in &event.participants {
        let who = match participant.who {
            Some(Speaker::Person(id)) if publication.names(id) => {
                people.push(id);
                person(source, id)
            }
            _ => String::new(),
        };
        let with_what = filled([who, quoted(&publication.said(&participant.topic))]).join(" — ");
        results.push(filled([with_what, publication.said(&participant.result)]).join(": "));
    }
    piece.html.element("article", &[("id", &id)], |article| {
        article.said("h2", title.trim());
        article.facts(&facts);
        if !results.is_empty() {
            article.said("h3", "Работы и результаты");
            article.list(&results);
        }
    });
    piece.people = people;
    piece.day = Some(event.date);
    piece.anchor = Some(id);
    piece
}

fn day_of(event: &Event) -> String {
    let first = date_in_prose(event.date);
    if event.last_day() == event.date {
        first
    } else {
        format!("{first} – {}", date_in_prose(event.last_day()))
    }
}
