//! Whatever way a field is left, what stands in it is on the disk.

use pps_app::Workplace;
use pps_app::domain::ids::{AgendaItemId, DecisionId, MeetingId};
use pps_app::domain::records::{
    AgendaItem, Decision, DecisionKind, Meeting, MeetingStatus, Protocol, Record,
};
use pps_tests::{StandingClock, day};
use rstest::rstest;
use uuid::Uuid;

use crate::started::{Folder, Started};

/// The meeting into whose fields the tests write; nobody has signed it.
const MEETING: MeetingId = MeetingId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_a001));
const ITEM: AgendaItemId = AgendaItemId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_a002));
const DECISION: DecisionId = DecisionId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_a003));

/// A field of the meeting, what is typed into it, and where that must be found afterwards.
struct Field {
    label: &'static str,
    typed: &'static str,
    found: fn(&Meeting) -> String,
    wanted: &'static str,
}

const FIELDS: &[Field] = &[
    Field {
        label: "Место: школа",
        typed: "Школа у реки",
        found: |one| one.venue.clone(),
        wanted: "Школа у реки",
    },
    Field {
        label: "Тема заседания",
        typed: "Чтение и письмо",
        found: |one| one.topic.clone(),
        wanted: "Чтение и письмо",
    },
    Field {
        label: "Дата заседания",
        typed: "17.08.2026",
        found: |one| one.date.to_string(),
        wanted: "2026-08-17",
    },
    Field {
        label: "Номер",
        typed: "27",
        found: |one| one.number().map(|number| number.to_string()).unwrap_or_default(),
        wanted: "27",
    },
    Field {
        label: "Председатель",
        typed: "Кузнецова",
        found: |one| one.chair.map(|_| "кто-то").unwrap_or_default().to_owned(),
        wanted: "кто-то",
    },
    Field {
        label: "Текст пункта 1.1",
        typed: "Обсудить итоги года",
        found: text,
        wanted: "Обсудить итоги года",
    },
    Field {
        label: "Срок", typed: "до 10 декабря", found: term, wanted: "до 10 декабря"
    },
];

fn decision(meeting: &Meeting) -> &Decision {
    &meeting.protocol.as_ref().unwrap().items[0].decisions[0]
}

fn text(meeting: &Meeting) -> String {
    decision(meeting).text.clone()
}

fn term(meeting: &Meeting) -> String {
    let term = format!("{:?}", decision(meeting).term);
    if term.contains("2025-12-10") { "до 10 декабря".to_owned() } else { term }
}

/// The full year, and in it a meeting that waits for its text.
fn folder() -> Folder {
    let folder = Folder::with_a_full_year();
    let file = folder.path().join("year.db");
    // Identifiers of a standing clock begin anew, those of another day apart.
    let workplace = Workplace::open(&file, StandingClock::on("2026-08-19")).unwrap();
    let community = workplace.community(None).unwrap();
    let earlier = workplace.community_records(community).unwrap().meetings.values().next().unwrap().clone();
    let decision = Decision {
        id: DECISION,
        kind: DecisionKind::Assignment,
        text: String::new(),
        addressee: None,
        responsible: Vec::new(),
        responsible_in_words: String::new(),
        term: None,
        moves: Vec::new(),
        mark: None,
    };
    let item = AgendaItem {
        id: ITEM,
        topic: "Об итогах года".to_owned(),
        reporters: Vec::new(),
        about: None,
        heard: String::new(),
        tables: Vec::new(),
        spoke: Vec::new(),
        decisions: vec![decision],
        vote: None,
    };
    let meeting = Meeting {
        id: MEETING,
        date: day("2026-08-18"),
        last_day: None,
        status: MeetingStatus::Held,
        topic: String::new(),
        venue: String::new(),
        planned: None,
        chair: None,
        secretary: None,
        protocol: Some(Protocol { number: Some(9), items: vec![item], ..Protocol::default() }),
        ..earlier
    };
    workplace.save(Record::Meeting(meeting), None).unwrap();
    workplace.close().unwrap();
    folder
}

fn opened(folder: &Folder) -> Started {
    let window = Started::on(folder);
    window.goes_to("Заседания");
    window.clicks(&format!("document.querySelector('.pick a[href*=\"{}\"]')", MEETING.0));
    window.sees(&format!("!!document.getElementById('{}-text')", DECISION.0));
    window
}

/// No field holds what has not left it.
const NOTHING_LEFT: &str = "document.querySelectorAll('[data-unsaved]').length === 0";

fn element(label: &str) -> String {
    format!(
        "[...document.querySelectorAll('.trio__form label')].find(one => \
         one.innerText.replaceAll('\\u00a0', ' ').trim().startsWith('{label}'))?.control"
    )
}

fn writes(window: &Started, field: &Field) {
    let place = element(field.label);
    window.clicks(&place);
    window.sees(&format!("document.activeElement === {place}"));
    window.hand.presses("ctrl+a");
    window.hand.types(field.typed);
    // The web view hands keys and presses of the mouse on by two ways: a hand that is quicker than the page would see
    // its letters come after the click.
    window.sees(&format!("({place}).value === '{}'", field.typed));
}

fn kept(folder: &Folder, field: &Field) {
    let records = folder.records();
    assert_eq!((field.found)(&records.meetings[&MEETING]), field.wanted, "«{}»", field.label);
}

/// Each field is left in this way, «Сохранено» is waited for, and the program is killed.
fn left_and_killed(leave: fn(&Started, &Field)) {
    let folder = folder();
    let window = opened(&folder);
    for field in FIELDS {
        writes(&window, field);
        leave(&window, field);
        window.sees("document.querySelector('.saved').innerText.includes('Сохранено')");
        window.sees(NOTHING_LEFT);
    }
    window.sees("document.querySelector('.saved').innerText.includes('Сохранено')");
    window.signals("-KILL");
    window.ends();
    FIELDS.iter().for_each(|field| kept(&folder, field));
}

#[test]
fn a_field_left_by_tab_is_kept() {
    left_and_killed(|window, _| window.hand.presses("tab"));
}

#[test]
fn a_field_left_by_a_click_elsewhere_is_kept() {
    left_and_killed(|window, _| window.clicks("document.querySelector('#meeting-attendance')"));
}

#[test]
fn a_field_left_for_another_room_is_kept_and_the_room_is_found_as_it_was() {
    left_and_killed(|window, field| {
        window.goes_to("Состав");
        window.goes_to("Заседания");
        let place = element(field.label);
        window.sees(&format!("!!({place}) && location.hash.includes('{}')", MEETING.0));
    });
}

#[rstest]
#[case::the_cross(|window: &Started| window.clicks_the_cross())]
#[case::alt_f4(|window: &Started| window.hand.presses("alt+f4"))]
#[case::log_off(|window: &Started| window.signals("-TERM"))]
fn closing_keeps_what_stands_in_the_last_field(#[case] close: fn(&Started)) {
    for field in FIELDS {
        let folder = folder();
        let window = opened(&folder);
        writes(&window, field);
        close(&window);
        window.ends();
        kept(&folder, field);
    }
}

#[test]
fn what_was_said_to_be_saved_comes_back_with_one_key() {
    let folder = folder();
    let window = opened(&folder);
    let topic = &FIELDS[1];
    writes(&window, topic);
    window.sees("document.querySelector('.saved').innerText.includes('Сохранено')");
    window.hand.presses("ctrl+a");
    window.hand.presses("delete");
    window.sees(&format!(
        "({}).value === '' && document.querySelectorAll('[data-unsaved]').length === 0",
        element(topic.label)
    ));
    window.sees("document.querySelector('.saved').innerText.includes('Сохранено')");
    window.hand.presses("ctrl+z");
    window.sees(&format!("({}).value === '{}'", element(topic.label), topic.wanted));
    window.clicks_the_cross();
    window.ends();
    kept(&folder, topic);
    assert_eq!(folder.records().meetings[&MEETING].number(), Some(9), "an older change was not undone");
}

#[test]
fn a_text_of_word_with_unseen_signs_is_saved() {
    let folder = folder();
    let window = opened(&folder);
    let place = format!("document.getElementById('{}-topic')", ITEM.0);
    window.clicks(&place);
    window.sees(&format!("document.activeElement === {place}"));
    window.hand.presses("ctrl+a");
    // Shift+Enter of Word, a page break, an optional hyphen and a bell.
    window.pastes("Об итогах\u{b}и задачах\u{c}на\u{1f}год\u{7}");
    window.sees(&format!("({place}).value.includes('задачах')"));
    window.hand.presses("tab");
    window.sees("document.querySelector('.saved').innerText.includes('Сохранено')");
    window.clicks_the_cross();
    window.ends();
    let records = folder.records();
    let topic = &records.meetings[&MEETING].protocol.as_ref().unwrap().items[0].topic;
    assert_eq!(topic, "Об итогах\nи задачах\nнагод");
}
