//! A meeting: when and where it was, who was there, what became of its protocol.

use pps_domain::calendar::ClockTime;
use pps_domain::ids::{AgendaItemId, PersonId};
use pps_domain::records::{Attendance, Correction, Meeting, MeetingStatus, Presence, Protocol};
use pps_domain::russian::{cited, date_in_table};

use super::said::{FieldName, changed, listed};
use super::{Difference, Names, agenda};

pub(super) fn differences(before: &Meeting, after: &Meeting, names: &dyn Names) -> Vec<Difference> {
    let mut told = about(before, after, names);
    told.extend(attendance(before, after, names));
    let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let counts = [
        ("Присутствовало, человек", before.present_count, after.present_count),
        ("Из скольких", before.members_count, after.members_count),
    ];
    told.extend(counts.into_iter().filter_map(|(name, was, is)| changed(name, &number(was), &number(is))));
    told.extend(listed("Приглашены", &guests(before), &guests(after)));
    told.extend(changed("Приглашены, без имён", &before.guests_in_words, &after.guests_in_words));
    let (was, is) = (protocol(before), protocol(after));
    told.extend(changed("№ протокола", &number(before.number()), &number(after.number())));
    told.extend(changed("Кворум", &was.quorum, &is.quorum));
    told.extend(agenda::differences(before, after, &was.items, &is.items, names));
    told.extend(listed("Приложения", &annexes(&was), &annexes(&is)));
    told.extend(signature(&was, &is));
    told.extend(listed("Исправленному верить", &corrections(&was, names), &corrections(&is, names)));
    told
}

fn protocol(meeting: &Meeting) -> Protocol {
    meeting.protocol.clone().unwrap_or_default()
}

fn about(before: &Meeting, after: &Meeting, names: &dyn Names) -> Vec<Difference> {
    let last_day = |meeting: &Meeting| meeting.last_day.map(date_in_table).unwrap_or_default();
    let time = |time: Option<ClockTime>| time.map(|time| time.to_string()).unwrap_or_default();
    let mode = |meeting: &Meeting| meeting.mode.map(|mode| mode.in_words().to_owned()).unwrap_or_default();
    let person = |meeting: &Meeting, person: Option<PersonId>| {
        person.map(|person| names.person(person.0, meeting.date)).unwrap_or_default()
    };
    let told = [
        changed("Дата заседания", &date_in_table(before.date), &date_in_table(after.date)),
        changed("Последний день", &last_day(before), &last_day(after)),
        changed("Начало", &time(before.begins), &time(after.begins)),
        changed("Окончание", &time(before.ends), &time(after.ends)),
        changed("Учебный год", &before.school_year.to_string(), &after.school_year.to_string()),
        changed("Состоялось ли", status(before), status(after)),
        changed("Тема заседания", &before.topic, &after.topic),
        changed("Населённый пункт", &before.place, &after.place),
        changed("Место: школа", &before.venue, &after.venue),
        changed("Форма", &mode(before), &mode(after)),
        changed("Уточнение формы", &before.mode_note, &after.mode_note),
        planned(before, after),
        changed("Председатель", &person(before, before.chair), &person(after, after.chair)),
        changed("Секретарь", &person(before, before.secretary), &person(after, after.secretary)),
    ];
    told.into_iter().flatten().collect()
}

fn status(meeting: &Meeting) -> &'static str {
    match meeting.status {
        MeetingStatus::Planned => "намечено",
        MeetingStatus::Held => "проведено",
        MeetingStatus::Cancelled => "отменено",
    }
}

fn planned(before: &Meeting, after: &Meeting) -> Option<Difference> {
    let said = match (before.planned, after.planned) {
        (one, other) if one == other => return None,
        (None, _) => "выбрана",
        (_, None) => "больше не выбрана",
        _ => "выбрана другая",
    };
    Some(FieldName::from("Какое это заседание плана").says(said))
}

/// Members that came into the list or left it stand in one sentence, since they come all at once.
fn attendance(before: &Meeting, after: &Meeting, names: &dyn Names) -> Vec<Difference> {
    let find =
        |meeting: &'_ Meeting, person| meeting.listed().find(|member| member.person == person).cloned();
    let name = |one: &Attendance, on: &Meeting| names.person(one.person.0, on.date);
    let join = |found: Vec<String>| found.join(", ");
    let list = FieldName::from("Список участников");
    let mut told = Vec::new();
    let gone = before.listed().filter(|member| find(after, member.person).is_none());
    let gone: Vec<_> = gone.map(|one| name(one, before)).collect();
    if !gone.is_empty() {
        told.push(list.sentence_is(format!("Из списка участников убраны: {}", join(gone))));
    }
    let new = after.listed().filter(|member| find(before, member.person).is_none());
    let new: Vec<_> =
        new.map(|one| format!("{} — {}", name(one, after), presence(&one.presence, after))).collect();
    if !new.is_empty() {
        told.push(list.sentence_is(format!("В список участников внесены: {}", join(new))));
    }
    for one in after.listed() {
        let Some(earlier) = find(before, one.person) else { continue };
        if earlier.presence != one.presence {
            let (was, is) = (presence(&earlier.presence, before), presence(&one.presence, after));
            told.push(of_member(&name(one, after), &format!("{was} → {is}")));
        }
    }
    told
}

/// A name keeps its capital where it is a place too: «Ларина С. Ю.».
fn of_member(name: &str, said: &str) -> Difference {
    Difference { place: name.to_owned(), part: None, marking: false, sentence: format!("{name}: {said}") }
}

/// «присутствует (приход после начала вопроса 2)», «отсутствует (болезнь)»
fn presence(presence: &Presence, meeting: &Meeting) -> String {
    let place = |id: AgendaItemId| {
        let mut items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
        let place = items.position(|item| item.id == id);
        place.map(|place| (place + 1).to_string()).unwrap_or_default()
    };
    let (word, notes) = match presence {
        Presence::Present { came_after, left_before } => {
            let came = came_after.map(|id| format!("приход после начала вопроса {}", place(id)));
            let left = left_before.map(|id| format!("уход перед вопросом {}", place(id)));
            ("присутствует", came.into_iter().chain(left).collect::<Vec<_>>().join(", "))
        }
        Presence::Absent(absence) => ("отсутствует", absence.reason.trim().to_owned()),
    };
    if notes.is_empty() { word.to_owned() } else { format!("{word} ({notes})") }
}

fn guests(meeting: &Meeting) -> Vec<String> {
    let guests = meeting.guests.iter().map(|guest| {
        let parts = [guest.name.surname_first(), guest.post.clone(), guest.organisation.clone()];
        parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
    });
    guests.collect()
}

fn annexes(protocol: &Protocol) -> Vec<String> {
    let annexes = protocol.annexes.iter().map(|annex| match annex.sheets {
        Some(sheets) => format!("{} (листов: {sheets})", annex.title),
        None => annex.title.clone(),
    });
    annexes.collect()
}

fn signature(before: &Protocol, after: &Protocol) -> Option<Difference> {
    let mark = FieldName::from("Отметка о подписании");
    match (&before.signed, &after.signed) {
        (None, Some(signed)) => {
            Some(mark.sentence_is(format!("Отмечено подписание {}", date_in_table(signed.date))))
        }
        (Some(signed), None) => {
            Some(mark.sentence_is(format!("Снята отметка о подписании {}", date_in_table(signed.date))))
        }
        (Some(was), Some(is)) if was.date != is.date => {
            changed("День подписания", &date_in_table(was.date), &date_in_table(is.date))
        }
        (Some(was), Some(is)) if was.paper.is_none() && is.paper.is_some() => {
            Some(mark.sentence_is("Текст подписанного протокола закреплён".to_owned()))
        }
        _ => None,
    }
}

fn corrections(protocol: &Protocol, names: &dyn Names) -> Vec<String> {
    let one = |mended: &Correction| {
        let place = Some(mended.place.trim()).filter(|place| !place.is_empty());
        let place = place.map(|place| format!("{place}, ")).unwrap_or_default();
        let was = Some(mended.was.trim()).filter(|was| !was.is_empty());
        let was = was.map(|was| format!("вместо {} ", cited(was))).unwrap_or_default();
        let by = mended.meeting.map(|meeting| format!(", по решению: {}", names.record(meeting.0)));
        let (now, date) = (cited(&mended.now), date_in_table(mended.date));
        format!("{place}{was}читать {now} ({date}{})", by.unwrap_or_default())
    };
    protocol.corrections.iter().map(one).collect()
}
