//! Реестр событий за учебный год (пп. 3.1.3, 3.1.7): семинары, открытые уроки, конкурсы …

use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::events_of;
use pps_domain::records::{ActivityForm, Event, EventParticipant};
use pps_domain::russian::{capitalised, counted};

use super::people::{filled, leader_signature, shown};
use super::sentences::{in_lines, quoted, whose};
use crate::ask::Ask;
use crate::model::{Column, Document, Group, Table};
use crate::{Paper, PaperError};

/// The events of the year that were held by the day, by kind and date.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year, on) = (ask.records, ask.year(), ask.on());
    let mut held = events_of(records, year, on);
    let order: Vec<String> = in_order(&held);
    held.sort_by_key(|event| order.iter().position(|kind| *kind == kind_of(event)));
    let columns = [
        Column::numbers("№", 9.0),
        Column::numbers("Дата", 28.0),
        Column::words("Событие", 55.0),
        Column::words("Уровень", 36.0),
        Column::words("Где", 38.0),
        Column::words("Кто провёл", 38.0),
        Column::words("Участники и результат", 62.0),
    ];
    let mut groups = Vec::new();
    for (place, event) in held.iter().enumerate() {
        let title = kind_of(event);
        if groups.last().is_none_or(|group: &Group| group.title != title) {
            groups.push(Group { before: place, title });
        }
    }
    let guests: usize = held.iter().filter_map(|event| event.count).map(count).sum();
    let total = (!held.is_empty()).then(|| {
        let events = counted(held.len(), "событие", "события", "событий");
        let people = (guests > 0).then(|| counted(guests, "участник", "участника", "участников"));
        format!("Всего {}.", filled([events, people.unwrap_or_default()]).join(", "))
    });
    let rows = held.iter().map(|event| row(records, event));
    let of = format!("за {year} учебный год");
    let paper = Document::new(records, format!("Реестр событий {of}"))
        .landscape()
        .heading("РЕЕСТР СОБЫТИЙ")
        .centred(in_lines([whose(&records.community.words(), &records.community.name), of]), 1.0)
        .with(Table { groups, ..Table::numbered(columns, rows) })
        .total(total.as_ref(), 0.6)
        .signed(&leader_signature(records, on));
    Ok(Paper::Document(paper))
}

fn count(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// The kinds, each where its first event stands.
fn in_order(held: &[&Event]) -> Vec<String> {
    let mut kinds = Vec::new();
    for event in held {
        let kind = kind_of(event);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// «Семинары»; what has no such name keeps the words that were typed.
fn kind_of(event: &Event) -> String {
    let plural = match ActivityForm::of(&event.kind) {
        Some(ActivityForm::Seminar) => "Семинары",
        Some(ActivityForm::Workshop) => "Практикумы",
        Some(ActivityForm::MasterClass) => "Мастер-классы",
        Some(ActivityForm::Webinar) => "Вебинары",
        Some(ActivityForm::OpenLesson) => "Открытые уроки",
        Some(ActivityForm::Contest) => "Конкурсы",
        Some(ActivityForm::Conference) => "Конференции",
        _ if event.kind.trim().is_empty() => "Другие события",
        _ => return capitalised(event.kind.trim()),
    };
    plural.to_owned()
}

fn row(records: &CommunityRecords, event: &Event) -> [String; 6] {
    let on = event.date;
    let level = event.level.map(|level| level.in_words().to_owned()).unwrap_or_default();
    let school = event.organisation.map(|school| shown(records, school)).unwrap_or_default();
    let title = if event.title.trim().is_empty() { event.kind.clone() } else { quoted(&event.title) };
    let people = event.count.map(|people| counted(count(people), "участник", "участника", "участников"));
    let took_part = event.participants.iter().map(|participant| taking_part(records, event, participant));
    let took_part = people.into_iter().chain(took_part).chain([event.result.clone()]);
    [
        event.days(),
        title,
        level,
        filled([school, event.place.clone()]).join(", "),
        records.answering(&event.leaders, &event.leaders_in_words, on),
        filled(took_part).join("\n"),
    ]
}

/// «Ларина С. Ю. — «Чек-лист самооценки»: лауреат».
pub(crate) fn taking_part(
    records: &CommunityRecords,
    event: &Event,
    participant: &EventParticipant,
) -> String {
    let who = participant.who.iter().map(|who| records.speaker(who, event.date)).collect();
    let with_what = filled([who, quoted(&participant.topic)]).join(" — ");
    filled([with_what, participant.result.trim().to_owned()]).join(": ")
}
