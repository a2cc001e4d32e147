//! A protocol that is signed keeps its words; its history is told, and an earlier text comes back.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, MeetingId};
use pps_app::domain::records::{AttachmentRole, Correction, Mark, MarkState, Meeting, Person, Record};
use pps_app::editing::Revision;
use pps_app::package::{Delivery, Destination, PackageForm, Watch};
use pps_app::papers::{PaperKind, PaperRequest};
use pps_app::{ClockOnDay, SystemClock, Workplace, open_data};
use tempfile::TempDir;

const YEAR: SchoolYear = SchoolYear(2025);

/// The example year, with protocol № 2 not signed yet.
struct Fixture {
    folder: TempDir,
    workplace: Workplace,
    community: CommunityId,
    meeting: MeetingId,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("year.db");
        let workplace = Workplace::create_example(&path, Arc::new(ClockOnDay(day("2026-01-20")))).unwrap();
        let community = workplace.community(None).unwrap();
        let records = workplace.community_records(community).unwrap();
        let mut meeting =
            records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().clone();
        meeting.protocol.as_mut().unwrap().signed = None;
        let id = meeting.id;
        let fixture = Self { folder, workplace, community, meeting: id };
        fixture.save(meeting.into()).unwrap();
        fixture
    }

    fn seen(&self) -> Revision {
        self.workplace.record(self.meeting.0).unwrap().unwrap().1
    }

    fn meeting(&self) -> Meeting {
        match self.workplace.record(self.meeting.0).unwrap().unwrap().0 {
            Record::Meeting(meeting) => meeting,
            other => panic!("{other:?}"),
        }
    }

    fn save(&self, record: Record) -> Result<Revision, pps_app::AppError> {
        let seen = self.workplace.record(record.id()).unwrap().map(|(_, seen)| seen);
        Ok(self.workplace.save(record, seen)?.revision)
    }

    fn sign(&self) {
        self.workplace.sign_protocol(self.meeting, day("2026-01-19"), self.seen()).unwrap();
    }

    fn pdf(&self) -> Vec<u8> {
        self.workplace.paper(&self.request(PaperKind::Protocol)).unwrap()
    }

    fn request(&self, kind: PaperKind) -> PaperRequest {
        PaperRequest::new(self.community, kind, YEAR, day("2026-08-20")).of_meeting(self.meeting)
    }

    /// Corrects a surname as if it had always been another one, so that no fact of that day saves the paper.
    fn rename_the_chair(&self) -> Person {
        let chair = self.meeting().chair.unwrap();
        let (Record::Person(mut person), _) = self.workplace.record(chair.0).unwrap().unwrap() else {
            panic!()
        };
        person.facts.iter_mut().for_each(|facts| facts.name.surname = "Щербакова-Дёмина".into());
        self.save(person.clone().into()).unwrap();
        person
    }

    fn texts(&self) -> Vec<String> {
        let records = self.workplace.community_records(self.community).unwrap();
        let files = records.attachments_of(self.meeting.0).into_iter();
        files.filter(|file| file.role == AttachmentRole::SignedText).map(|file| file.name.clone()).collect()
    }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_signed_protocol_keeps_the_words_that_were_signed() {
    let fixture = Fixture::new();
    let printed = fixture.pdf();
    let changed =
        fixture.workplace.sign_protocol(fixture.meeting, day("2026-01-19"), fixture.seen()).unwrap();
    assert_eq!(plain(&changed.name), "Подписан протокол № 2 от 16.01.2026");
    assert_eq!(changed.put.len(), 2, "the meeting and its text");
    assert_eq!(fixture.texts(), ["Протокол № 2 (подписанный текст).json"]);
    assert!(fixture.pdf() == printed, "signing changes nothing on the paper");

    fixture.rename_the_chair();
    let (Record::Community(mut community), _) =
        fixture.workplace.record(fixture.community.0).unwrap().unwrap()
    else {
        panic!()
    };
    community.settings.chair_word = "Председательствующий".into();
    fixture.save(community.into()).unwrap();
    assert!(fixture.pdf() == printed, "a later name or setting does not rewrite what was signed");

    let unsigned = fixture.workplace.unsign_protocol(fixture.meeting, fixture.seen()).unwrap();
    assert_eq!(plain(&unsigned.name), "Снята отметка о подписании: протокол № 2 от 16.01.2026");
    assert_eq!(unsigned.gone.len(), 1);
    assert!(fixture.texts().is_empty() && fixture.meeting().protocol.unwrap().signed.is_none());
    assert!(fixture.pdf() != printed, "without the mark the paper says what the loaded say");
    fixture.workplace.undo().unwrap();
    assert!(fixture.pdf() == printed);
}

#[test]
fn the_package_and_its_sheet_hold_the_paper_that_was_signed() {
    let fixture = Fixture::new();
    fixture.sign();
    let printed = fixture.pdf();
    fixture.rename_the_chair();
    let delivery = Delivery::whole(fixture.community, YEAR, day("2026-08-20"));
    let stick = fixture.folder.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let written = fixture
        .workplace
        .hand_over(&delivery, &Destination::new(&stick, PackageForm::Folder), &mut Watch::silent())
        .unwrap();
    let paper = std::fs::read(written.path.join("Протокол № 2 от 16.01.2026.pdf")).unwrap();
    assert!(paper == printed);
}

#[test]
fn a_correction_is_printed_and_the_text_above_it_stays() {
    let fixture = Fixture::new();
    fixture.sign();
    let printed = fixture.pdf();
    let mut meeting = fixture.meeting();
    let later = fixture.workplace.community_records(fixture.community).unwrap();
    let later = later.meetings.values().find(|meeting| meeting.number() == Some(3)).unwrap().id;
    let correction = |place: &str, meeting| Correction {
        date: day("2026-03-23"),
        place: place.into(),
        was: "«восьми»".into(),
        now: "девяти".into(),
        meeting,
    };
    meeting.protocol.as_mut().unwrap().corrections =
        vec![correction("пункт 1.2", None), correction("", Some(later))];
    fixture.save(meeting.clone().into()).unwrap();
    assert!(fixture.pdf() != printed);

    // The text of a PDF is compressed, so the view says what stands there.
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let view = pps_app::documents::papers::Protocol::from_records(&records, fixture.meeting).unwrap();
    let said: Vec<_> = view.corrections.iter().map(|correction| plain(&correction.text)).collect();
    assert_eq!(said[0], "Исправленному верить: пункт 1.2, вместо «„восьми“» читать «девяти».");
    assert!(said[1].starts_with(
        "Исправленному верить: вместо «„восьми“» читать «девяти» (по решению заседания, протокол от "
    ));
    assert!(said[1].ends_with(" г. № 3)."), "{said:?}");

    meeting.protocol.as_mut().unwrap().corrections.clear();
    fixture.save(meeting.into()).unwrap();
    assert!(fixture.pdf() == printed);
}

#[test]
fn open_data_keeps_the_signed_text() {
    let fixture = Fixture::new();
    fixture.sign();
    let printed = fixture.pdf();
    fixture.rename_the_chair();
    let dump = fixture.folder.path().join("Всё.json");
    fixture.workplace.dump(&dump).unwrap();
    let target = fixture.folder.path().join("loaded.db");
    open_data::load_into(&target, &dump, &SystemClock).unwrap();
    let loaded = Workplace::open(&target, Arc::new(SystemClock)).unwrap();
    assert!(loaded.paper(&fixture.request(PaperKind::Protocol)).unwrap() == printed);
    assert_eq!(
        loaded.history_of(fixture.meeting.0).unwrap().len(),
        fixture.workplace.history_of(fixture.meeting.0).unwrap().len()
    );
}

#[test]
fn what_cannot_be_signed_is_refused_with_what_to_do() {
    let fixture = Fixture::new();
    let stale = fixture.seen();
    fixture.sign();
    let sign = |seen| fixture.workplace.sign_protocol(fixture.meeting, day("2026-01-19"), seen).unwrap_err();
    let twice = plain(&sign(fixture.seen()).to_string());
    assert!(twice.starts_with("Протокол № 2 от 16.01.2026 уже отмечен подписанным"), "{twice}");
    let late = fixture.workplace.unsign_protocol(fixture.meeting, stale).unwrap_err();
    assert_eq!(late.code(), "stale");
    let mut changed = fixture.meeting();
    changed.topic = "Иное".into();
    assert_eq!(fixture.save(changed.into()).unwrap_err().code(), "signed");

    fixture.workplace.unsign_protocol(fixture.meeting, fixture.seen()).unwrap();
    let mut bare = fixture.meeting();
    bare.protocol.as_mut().unwrap().number = None;
    fixture.save(bare.into()).unwrap();
    assert!(sign(fixture.seen()).to_string().contains("нет номера"));
}

#[test]
fn the_history_tells_what_changed_and_brings_a_text_back() {
    let fixture = Fixture::new();
    let before = fixture.meeting();
    let decision = |meeting: &mut Meeting, text: &str| {
        let protocol = meeting.protocol.as_mut().unwrap();
        protocol.items[0].decisions[0].text = text.to_owned();
    };
    let mut changed = before.clone();
    decision(&mut changed, "Принять к сведению");
    changed.topic = "Иная тема".into();
    fixture.workplace.delete(fixture.workplace.new_ids(1)[0]).unwrap_err();
    fixture.save(changed.clone().into()).unwrap();

    let history = fixture.workplace.history_of(fixture.meeting.0).unwrap();
    let newest = &history[0];
    assert!(newest.name.starts_with("Изменён протокол № 2 от "), "{newest:?}");
    assert!(newest.current && newest.has_text && !newest.undone);
    assert!(newest.at.contains(", ") && newest.at.contains(':'), "{}", newest.at);
    let told = newest.differences.join("\n");
    assert!(told.contains("Тема заседания: ") && told.contains("стало «Иная тема»"), "{told}");
    assert!(
        told.contains("Вопрос 1, РЕШИЛИ, пункт 1.1: было «") && told.contains("стало «Принять к сведению»"),
        "{told}"
    );
    let first = history.last().unwrap();
    assert!(first.differences.is_empty() && !first.current, "{first:?}");

    // What became of a decision since is no part of the text.
    let mark = Mark { state: MarkState::Done, date: None, result: String::new(), reason: String::new() };
    changed.protocol.as_mut().unwrap().items[0].decisions[0].mark = Some(mark.clone());
    fixture.save(changed.into()).unwrap();
    let seen = fixture.seen();
    let brought = fixture.workplace.bring_back(fixture.meeting.0, first.operation, seen).unwrap();
    assert_eq!(plain(&brought.name), "Возвращён прежний текст: протокол № 2 от 16.01.2026");
    let now = fixture.meeting();
    assert_eq!(now.topic, before.topic);
    let items = |meeting: &Meeting| meeting.protocol.clone().unwrap().items;
    assert_eq!(items(&now)[0].decisions[0].text, items(&before)[0].decisions[0].text);
    assert_eq!(items(&now)[0].decisions[0].mark, Some(mark));
    assert_eq!(
        now.protocol.as_ref().unwrap().signed,
        None,
        "a mark of signing does not come back with a text"
    );

    let stale = fixture.workplace.bring_back(fixture.meeting.0, first.operation, seen).unwrap_err();
    assert_eq!(stale.code(), "stale");
    fixture.workplace.undo().unwrap();
    let history = fixture.workplace.history_of(fixture.meeting.0).unwrap();
    assert!(history[1].undone && history[1].operation != history[0].operation, "{history:?}");
    fixture.sign();
    let refused =
        fixture.workplace.bring_back(fixture.meeting.0, first.operation, fixture.seen()).unwrap_err();
    assert!(refused.to_string().contains("прежний текст его не заменит"), "{refused}");
    let nothing = fixture.workplace.edition(fixture.meeting.0, fixture.workplace.new_ids(1)[0]).unwrap_err();
    assert!(nothing.to_string().contains("обновите историю"), "{nothing}");
}

/// The text of a paper that was signed with this version of the program; a later version must read it.
#[test]
fn a_text_that_was_kept_once_is_read_for_ever() {
    let kept = include_str!("fixtures/signed-protocol.json");
    let paper: pps_app::documents::Paper = serde_json::from_str(kept).unwrap();
    assert_eq!(plain(&paper.title()), "Протокол № 2 от 16 января 2026 г.");
    let pdf = paper.pdf(day("2026-08-20")).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
}

#[test]
fn an_extract_is_of_the_signed_words_with_what_was_mended_of_them() {
    let fixture = Fixture::new();
    fixture.sign();
    let extract = || {
        let request = PaperRequest { item: Some(1), ..fixture.request(PaperKind::Extract) };
        fixture.workplace.paper(&request).unwrap()
    };
    let printed = extract();
    fixture.rename_the_chair();
    assert!(extract() == printed);
    let mend = |place: &str| {
        let mut meeting = fixture.meeting();
        let correction = Correction {
            date: day("2026-01-22"),
            place: place.into(),
            was: String::new(),
            now: "девяти".into(),
            meeting: None,
        };
        meeting.protocol.as_mut().unwrap().corrections = vec![correction];
        fixture.save(meeting.into()).unwrap();
    };
    mend("пункт 2.1");
    assert!(extract() == printed, "another question was mended");
    mend("пункт 1.1.");
    assert!(extract() != printed);
}
