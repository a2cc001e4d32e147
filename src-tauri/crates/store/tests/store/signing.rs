//! What stands on a signed paper does not change, and everything else does.

use chrono::NaiveDate;
use pps_domain::calendar::{PartialDate, Term, day};
use pps_domain::ids::*;
use pps_domain::records::*;
use pps_store::{NewOperation, Store, StoreError};
use rstest::rstest;

use crate::support::*;

const MEETING: u128 = 30;
const TEXT: &[u8] = "текст подписанного протокола".as_bytes();

fn decision() -> Decision {
    Decision {
        id: DecisionId(id(0x3_0001)),
        kind: DecisionKind::Assignment,
        text: "Провести семинар".into(),
        addressee: None,
        responsible: vec![],
        responsible_in_words: String::new(),
        term: Some(Term::Monthly { words: None }),
        moves: vec![],
        mark: None,
    }
}

fn written() -> Meeting {
    let mut meeting = meeting(MEETING, 2, day(2026, 1, 16), "О чтении", &[]);
    protocol(&mut meeting).items[0].decisions = vec![decision()];
    meeting
}

fn protocol(meeting: &mut Meeting) -> &mut Protocol {
    meeting.protocol.as_mut().unwrap()
}

fn text(sha256: String) -> Attachment {
    Attachment {
        role: AttachmentRole::SignedText,
        ..attachment(50, MEETING, "Протокол № 2 (подписанный текст).json", sha256, TEXT.len() as u64)
    }
}

/// A meeting whose protocol is signed, with its text.
fn signed() -> (TempStore, Store, Meeting) {
    let place = TempStore::new();
    let store = place.open();
    put(&store, 1, vec![community().into(), written().into()]);
    let meeting = store
        .write(operation(2, "Подписан протокол № 2"), |writer| {
            let sha256 = writer.put_file(TEXT, "application/json")?;
            let mut meeting = written();
            protocol(&mut meeting).signed =
                Some(Signature { date: day(2026, 1, 19), paper: Some(sha256.clone()) });
            let seen = writer.get(meeting.id.0)?.map(|(_, seen)| seen);
            writer.put(meeting.clone(), seen)?;
            writer.put(text(sha256), None)?;
            Ok::<_, StoreError>(meeting)
        })
        .unwrap();
    (place, store, meeting)
}

fn save(store: &Store, new: NewOperation, meeting: Meeting) -> Result<(), StoreError> {
    store.write(new, move |writer| {
        let seen = writer.get(meeting.id.0)?.map(|(_, seen)| seen);
        writer.put(meeting, seen).map(drop)
    })
}

fn stored(store: &Store) -> Record {
    get(store, id(MEETING)).unwrap()
}

#[rstest]
#[case::topic(|meeting: &mut Meeting| meeting.topic = "Иное".into())]
#[case::date(|meeting: &mut Meeting| meeting.date = day(2026, 1, 17))]
#[case::number(|meeting: &mut Meeting| protocol(meeting).number = Some(3))]
#[case::question(|meeting: &mut Meeting| protocol(meeting).items.clear())]
#[case::decision(|meeting: &mut Meeting| protocol(meeting).items[0].decisions[0].text.push('!'))]
#[case::term(|meeting: &mut Meeting| protocol(meeting).items[0].decisions[0].term = None)]
#[case::status(|meeting: &mut Meeting| meeting.status = MeetingStatus::Planned)]
#[case::text_forgotten(|meeting: &mut Meeting| protocol(meeting).signed.as_mut().unwrap().paper = None)]
fn what_stands_on_the_paper_is_refused_with_what_to_do(#[case] change: fn(&mut Meeting)) {
    let (_place, store, signed) = signed();
    let mut changed = signed.clone();
    change(&mut changed);
    let refused = save(&store, operation(3, "Изменено заседание"), changed).unwrap_err();
    assert!(matches!(&refused, StoreError::Signed(named) if named.id == id(MEETING)), "{refused}");
    assert_eq!(
        refused.to_string(),
        "«Протокол № 2 от 16.01.2026» — подписанный протокол, и его текст больше не меняется; внесите исправление \
         («Исправленному верить») или снимите отметку о подписании, исправьте и подпишите снова."
    );
    assert_eq!(stored(&store), signed.into());
}

fn mark() -> Mark {
    let date = Some(PartialDate::Day(day(2026, 2, 20)));
    Mark { state: MarkState::Done, date, result: "6 уроков".into(), reason: String::new() }
}

fn transfer() -> Move {
    Move { to: Term::Quarterly { words: None }, reason: "карантин".into(), date: None }
}

fn correction() -> Correction {
    Correction {
        date: day(2026, 1, 20),
        place: "пункт 1.1".into(),
        was: "семинар".into(),
        now: "практикум".into(),
        meeting: None,
    }
}

#[rstest]
#[case::mark(|meeting: &mut Meeting| protocol(meeting).items[0].decisions[0].mark = Some(mark()))]
#[case::moved(|meeting: &mut Meeting| protocol(meeting).items[0].decisions[0].moves.push(transfer()))]
#[case::mended(|meeting: &mut Meeting| protocol(meeting).corrections.push(correction()))]
#[case::day(|meeting: &mut Meeting| protocol(meeting).signed.as_mut().unwrap().date = day(2026, 1, 20))]
fn what_follows_after_the_signatures_is_saved(#[case] change: fn(&mut Meeting)) {
    let (_place, store, mut signed) = signed();
    change(&mut signed);
    save(&store, operation(3, "Изменено заседание"), signed.clone()).unwrap();
    assert_eq!(stored(&store), signed.into());
}

#[test]
fn signing_is_taken_back_and_done_again() {
    let (_place, store, signed) = signed();
    store.undo(id(901), instant(1000)).unwrap().unwrap();
    assert_eq!(stored(&store), written().into());
    assert_eq!(get(&store, id(50)), None);
    let mut mended = written();
    mended.topic = "О чтении и письме".into();
    save(&store, operation(5, "Изменено заседание"), mended).unwrap();
    store.undo(id(902), instant(1001)).unwrap().unwrap();
    // Something new was done since, so nothing is done again; a mark that is taken back is another matter.
    assert_eq!(stored(&store), written().into());

    let mut again = written();
    protocol(&mut again).signed = protocol(&mut signed.clone()).signed.clone();
    save(&store, operation(6, "Подписан протокол № 2"), again.clone()).unwrap();
    store.undo(id(903), instant(1002)).unwrap().unwrap();
    store.redo(id(904), instant(1003)).unwrap().unwrap();
    assert_eq!(stored(&store), again.into());
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn a_protocol_is_changed_again_once_the_mark_is_off() {
    let (_place, store, mut signed) = signed();
    protocol(&mut signed).signed = None;
    save(&store, operation(3, "Снята отметка"), signed.clone()).unwrap();
    signed.topic = "Иное".into();
    save(&store, operation(4, "Изменено заседание"), signed.clone()).unwrap();
    assert_eq!(stored(&store), signed.into());
}

#[test]
fn a_protocol_that_was_written_elsewhere_is_completed_after_its_signing() {
    let (_place, store, _) = signed();
    let mut ready = meeting(31, 3, day(2026, 2, 20), "", &[]);
    ready.protocol =
        Some(Protocol { number: Some(3), signed: signature(day(2026, 2, 24)), ..Protocol::default() });
    put(&store, 3, vec![ready.clone().into()]);
    ready.topic = "Об итогах".into();
    save(&store, operation(4, "Изменено заседание"), ready.clone()).unwrap();
    assert_eq!(get(&store, id(31)).unwrap(), ready.into());
}

fn signature(date: NaiveDate) -> Option<Signature> {
    Some(Signature { date, paper: None })
}

#[test]
fn the_text_of_a_signed_paper_is_not_deleted_or_put_elsewhere() {
    let (_place, store, mut signed) = signed();
    let refused = store.write(operation(3, "…"), |writer| writer.delete(id(50))).unwrap_err();
    assert!(matches!(refused, StoreError::Signed(_)), "{refused}");
    let Some(Record::Attachment(kept)) = get(&store, id(50)) else { panic!() };
    let change = |change: Attachment| {
        store.write(operation(4, "…"), move |writer| {
            let seen = writer.get(id(50))?.map(|(_, seen)| seen);
            writer.put(change, seen).map(drop)
        })
    };
    let role = change(Attachment { role: AttachmentRole::Document, ..kept.clone() }).unwrap_err();
    assert!(matches!(role, StoreError::Signed(_)), "{role}");
    change(Attachment { name: "Текст.json".into(), ..kept }).unwrap();

    protocol(&mut signed).signed = None;
    save(&store, operation(5, "Снята отметка"), signed).unwrap();
    store.write(operation(6, "Удалён текст"), |writer| writer.delete(id(50))).unwrap();
}
