//! Bad input: it is stored as typed, save what nobody can see, and printed whole, and never a failed or shortened paper.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod every_field;
mod nasty;

use pps_app::domain::calendar::Term;
use pps_app::domain::ids::{AgendaItemId, DecisionId, PersonId};
use pps_app::domain::records::{AgendaItem, Decision, DecisionKind, Meeting, Record, Speaker, Speech, Vote};
use pps_app::domain::russian::FullName;
use pps_app::papers::{PaperKind, PaperRequest};
use pps_tests::{Fixture, day, text, words};
use rstest::rstest;
use uuid::Uuid;

/// The papers that hold what a person types.
fn requests(fixture: &Fixture) -> [PaperRequest; 7] {
    let request = |kind| fixture.request(kind, "2026-08-20");
    [
        request(PaperKind::Protocol).number(2),
        request(PaperKind::Plan),
        request(PaperKind::Report),
        PaperRequest { full: true, ..request(PaperKind::Report) },
        request(PaperKind::Roster),
        request(PaperKind::Register),
        request(PaperKind::Inventory),
    ]
}

fn save(fixture: &Fixture, record: impl Into<Record>) {
    let record = record.into();
    let seen = fixture.workplace.record(record.id()).unwrap().map(|(_, revision)| revision);
    let answer = fixture.workplace.save(record.clone(), seen).unwrap();
    let kept = answer.cleaned.unwrap_or(record);
    assert_eq!(fixture.workplace.record(kept.id()).unwrap().unwrap().0, kept, "stored as typed");
}

fn second_meeting(fixture: &Fixture) -> Meeting {
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().clone()
}

fn print(fixture: &Fixture, request: &PaperRequest) -> String {
    text(&fixture.workplace.paper(request).unwrap())
}

fn second_protocol(fixture: &Fixture) -> PaperRequest {
    fixture.request(PaperKind::Protocol, "2026-08-20").number(2)
}

/// Every word of the typed text stands on the paper, in order. Words in letters that the paper's face lacks
/// become replacement marks, so only Russian and Latin words are looked for.
fn assert_whole(paper: &str, typed: &str) {
    let shown = |word: &String| word.chars().all(|c| c.is_ascii_alphanumeric() || ('а'..='я').contains(&c));
    // A word longer than a line is divided anywhere; without spaces the paper still holds it whole.
    let solid: String = paper.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut from = 0;
    for word in words(typed).iter().filter(|word| shown(word)) {
        match solid[from..].find(word.as_str()) {
            Some(at) => from += at + word.len(),
            None => panic!("«{word}» is lost"),
        }
    }
}

fn long(words: usize) -> String {
    (0..words).map(|number| format!("слово{number}")).collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case("<script>alert(1)</script> и <b>жирно</b>")]
#[case("#set page(width: 1cm) #panic() $x^2$ *звёзды* _черта_ `код` @ссылка <метка> // нет /* нет */")]
#[case("кавычки \" ' « » и \\ обратная \\n черта \\u{41} ~ -- --- ...")]
#[case("эмодзи 👍🏽👨‍👩‍👧 арабский مرحبا بالعالم иероглифы 漢字 конец")]
#[case("справа налево \u{202e}обратно\u{202c} \u{200f}марка\u{200e} \u{2066}остров\u{2069} \u{feff}метка")]
#[case("строка один\r\nстрока два\n\n\nстрока три\tтабуляция\u{2028}разделитель")]
#[case("знаки ✓ ☑ ⇒ \u{e000} \u{fffe} \u{10ffff} и комбинации е\u{301}\u{323} конец")]
#[case("= заголовок\n- список\n+ номер\n/ термин: слово\n| таблица |")]
#[case("- ")]
#[case("\u{200b}")]
fn odd_text_in_every_field_is_stored_as_typed_and_printed_whole(#[case] typed: &str) {
    let fixture = Fixture::example();
    let odd = || typed.to_owned();
    let records = fixture.workplace.community_records(fixture.community).unwrap();

    let mut community = records.community.clone();
    community.name = odd();
    community.short_name = odd();
    community.place = odd();
    community.higher_body = odd();
    community.settings.chair_word = odd();
    community.officials.iter_mut().for_each(|official| official.title = odd());
    save(&fixture, community);
    let mut meeting = second_meeting(&fixture);
    meeting.topic = odd();
    meeting.venue = odd();
    meeting.mode_note = odd();
    meeting.place = odd();
    let protocol = meeting.protocol.as_mut().unwrap();
    protocol.quorum = odd();
    protocol.items[0].topic = odd();
    protocol.items[0].heard = odd();
    protocol.items[0].spoke.push(Speech { speaker: Speaker::Named(odd()), text: odd() });
    protocol.items[0].decisions[0].text = odd();
    protocol.items[0].decisions[1].term = Some(Term::Words { text: odd() });
    save(&fixture, meeting);
    for mut organisation in records.organisations.values().cloned() {
        organisation.name = odd();
        organisation.short_name = odd();
        save(&fixture, organisation);
    }
    for mut person in records.people.values().take(3).cloned() {
        person.facts[0].name = FullName { surname: odd(), given: odd(), patronymic: odd() };
        person.facts[0].post = odd();
        save(&fixture, person);
    }
    for mut activity in records.activities.values().cloned() {
        activity.text = odd();
        activity.expected = odd();
        if let Some(mark) = &mut activity.mark {
            mark.result = odd();
            mark.reason = odd();
        }
        save(&fixture, activity);
    }
    for mut plan in records.plans.values().cloned() {
        plan.topic = odd();
        plan.goal = odd();
        plan.problem_zones = vec![odd(), String::new()];
        plan.tasks.iter_mut().for_each(|task| task.text = odd());
        plan.meetings.iter_mut().for_each(|meeting| meeting.topic = odd());
        save(&fixture, plan);
    }
    for mut report in records.reports.values().cloned() {
        report.prose.values_mut().for_each(|prose| *prose = odd());
        save(&fixture, report);
    }
    for request in requests(&fixture) {
        assert_whole(&print(&fixture, &request), typed);
    }
}

#[test]
fn twenty_thousand_characters_in_one_field_are_printed_whole() {
    let typed = long(2_000);
    assert!(typed.chars().count() > 17_000);
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let mut meeting = second_meeting(&fixture);
    meeting.protocol.as_mut().unwrap().items[0].decisions[0].text = typed.clone();
    save(&fixture, meeting);
    let mut activity = records.activities.values().next().unwrap().clone();
    activity.expected = typed.clone();
    save(&fixture, activity);
    let mut person = records.people.values().next().unwrap().clone();
    person.facts[0].post = typed.clone();
    save(&fixture, person);
    let other = |kind| fixture.request(kind, "2026-08-20");
    for request in [second_protocol(&fixture), other(PaperKind::Plan), other(PaperKind::Roster)] {
        assert_whole(&print(&fixture, &request), &typed);
    }
}

#[test]
fn a_name_of_three_hundred_letters_is_printed_whole() {
    let surname = "щ".repeat(300);
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let leader: PersonId = records.memberships.values().next().unwrap().person;
    let mut person = records.people[&leader].clone();
    person.facts[0].name.surname = surname.clone();
    save(&fixture, person);
    for request in requests(&fixture) {
        assert_whole(&print(&fixture, &request), &surname);
    }
}

#[test]
fn forty_questions_with_five_speakers_and_five_decisions_each() {
    let fixture = Fixture::example();
    let mut meeting = second_meeting(&fixture);
    let protocol = meeting.protocol.as_mut().unwrap();
    protocol.items = (0..40_u128)
        .map(|item| AgendaItem {
            id: AgendaItemId(Uuid::from_u128(1_000 + item)),
            topic: format!("О вопросе тема{item}"),
            reporters: Vec::new(),
            about: None,
            heard: String::new(),
            tables: Vec::new(),
            spoke: (0..5)
                .map(|speech| Speech {
                    speaker: Speaker::Named(format!("Гость{item}а{speech}")),
                    text: format!("сказал речь{item}а{speech}."),
                })
                .collect(),
            decisions: (0..5)
                .map(|decision| Decision {
                    id: DecisionId(Uuid::from_u128(10_000 + item * 10 + decision)),
                    kind: DecisionKind::Resolution,
                    text: format!("Решить пункт{item}а{decision}."),
                    addressee: None,
                    responsible: Vec::new(),
                    responsible_in_words: String::new(),
                    term: None,
                    moves: Vec::new(),
                    mark: None,
                })
                .collect(),
            vote: Some(Vote::Counted { r#for: 3, against: 2, abstained: 1 }),
        })
        .collect();
    save(&fixture, meeting);
    let paper = print(&fixture, &second_protocol(&fixture));
    for item in 0..40 {
        for part in 0..5 {
            assert!(paper.contains(&format!("речь{item}а{part}")), "speech {item}.{part} is lost");
            assert!(paper.contains(&format!("пункт{item}а{part}")), "decision {item}.{part} is lost");
        }
    }
    let findings = fixture.workplace.check(fixture.community, day("2026-06-01")).unwrap();
    assert_eq!(findings.iter().filter(|finding| finding.message.contains("голосов 6")).count(), 40);
}

#[test]
fn a_date_outside_the_school_year_is_kept_printed_and_named() {
    let fixture = Fixture::example();
    let mut meeting = second_meeting(&fixture);
    meeting.date = day("2019-02-28");
    save(&fixture, meeting);
    assert!(print(&fixture, &second_protocol(&fixture)).contains("28 февраля 2019 г."));
    let findings = fixture.workplace.check(fixture.community, day("2026-06-01")).unwrap();
    assert!(findings.iter().any(|finding| finding.message.contains("не входит")), "{findings:?}");
}

#[test]
fn a_control_character_keeps_no_meeting_from_being_saved_and_the_page_is_told_what_is_kept() {
    let fixture = Fixture::example();
    for (control, kept) in
        [('\u{0}', ""), ('\u{7}', ""), ('\u{b}', "\n"), ('\u{1b}', ""), ('\u{7f}', ""), ('\u{85}', "\n")]
    {
        let mut meeting = second_meeting(&fixture);
        meeting.topic = format!("тема{control}и ещё");
        let seen = fixture.workplace.record(meeting.id.0).unwrap().map(|(_, revision)| revision);
        let answer = fixture.workplace.save(meeting.into(), seen).unwrap();
        let now = second_meeting(&fixture);
        assert_eq!(now.topic, format!("тема{kept}и ещё"));
        assert_eq!(answer.cleaned, Some(Record::from(now)));
    }
}
