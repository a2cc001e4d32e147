//! Old protocols from Word in six layouts become meetings: what is recognised is counted, and nothing is lost.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::path::PathBuf;
use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::import::TableKind;
use pps_app::domain::records::{AttachmentRole, Category, DecisionKind, Meeting, Speaker};
use pps_app::importing::protocol::{ProtocolAsked, ProtocolDraft, ProtocolPreview};
use pps_app::importing::{RowState, TableAsked, TableDraft, TableReader};
use pps_app::views::{FirstPerson, FirstSteps, StaffTold};
use pps_app::{ClockOnDay, Workplace};
use rstest::rstest;
use tempfile::TempDir;

const YEAR: SchoolYear = SchoolYear(2025);
const ROSTER: &str = include_str!("importing/roster.tsv");

struct Fixture {
    _folder: TempDir,
    workplace: Workplace,
    community: CommunityId,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let leader = FirstPerson {
            name: "Соколова Марина Викторовна".to_owned(),
            post: "учитель русского языка и литературы".to_owned(),
            organisation: "МБОУ «Рыбновская СШ № 3»".to_owned(),
            category: Category::Highest,
            works_since: None,
            in_specialty_since: None,
            courses: Vec::new(),
            contact: String::new(),
            more: StaffTold::default(),
            remarks: Vec::new(),
            leader: true,
            secretary: false,
        };
        let first = FirstSteps {
            name: "Функциональная грамотность".to_owned(),
            short_name: String::new(),
            district: String::new(),
            place: String::new(),
            rimk_head: String::new(),
            school_year: YEAR.0,
            people: vec![leader],
            body: None,
        };
        let clock = Arc::new(ClockOnDay(NaiveDate::from_ymd_opt(2026, 6, 3).unwrap()));
        let workplace = Workplace::create_community(&folder.path().join("year.db"), clock, &first).unwrap();
        let community = workplace.community(None).unwrap();
        let asked = TableAsked::new(community, TableKind::Members, YEAR);
        let roster = TableDraft::pasted(&TableReader::this_process(), ROSTER, None).unwrap();
        let rows =
            workplace.look_at_table(&roster, &asked).unwrap().of(&[RowState::Ready, RowState::Doubtful]);
        workplace.add_table_rows(&roster, &asked, &rows).unwrap();
        Self { _folder: folder, workplace, community }
    }

    fn asked(&self) -> ProtocolAsked {
        ProtocolAsked::new(self.community, YEAR)
    }

    fn look(&self, name: &str) -> (ProtocolDraft, ProtocolPreview) {
        let draft = draft(name);
        let preview = self.workplace.look_at_protocol(&draft, &self.asked()).unwrap();
        (draft, preview)
    }

    fn meetings(&self) -> Vec<Meeting> {
        self.workplace.community_records(self.community).unwrap().meetings.values().cloned().collect()
    }
}

fn draft(name: &str) -> ProtocolDraft {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/importing/protocols").join(name);
    ProtocolDraft::file(&TableReader::this_process(), &path).unwrap()
}

/// What was recognised, counted: head (day, number, place or school, chair, secretary), present, absent, guests,
/// questions, reporters, speeches, decisions, responsible people and words, terms, votes; and what was left.
fn counted(preview: &ProtocolPreview) -> String {
    let read = &preview.recognised;
    let head = [
        read.date.is_some(),
        read.number.is_some(),
        !(read.place.is_empty() && read.venue.is_empty()),
        read.chair.is_some(),
        read.secretary.is_some(),
    ];
    let items = read.items.iter();
    let decisions = || read.items.iter().flat_map(|item| &item.decisions);
    format!(
        "head {} present {} absent {} guests {} questions {} reporters {} speeches {} decisions {} people {} words {} terms {} votes {} left {}",
        head.into_iter().filter(|found| *found).count(),
        read.present.len()
            + read.present_count.filter(|_| read.present.is_empty()).unwrap_or_default() as usize,
        read.absent.len(),
        read.guests.len() + usize::from(!read.guests_in_words.is_empty()),
        read.items.iter().filter(|item| !item.topic.is_empty()).count(),
        items.clone().map(|item| item.reporters.len()).sum::<usize>(),
        items.clone().map(|item| item.spoke.len()).sum::<usize>(),
        decisions().count(),
        decisions().map(|decision| decision.responsible.len()).sum::<usize>(),
        decisions().filter(|decision| !decision.responsible_in_words.is_empty()).count(),
        decisions().filter(|decision| decision.term.is_some()).count(),
        items.filter(|item| item.vote.is_some()).count(),
        preview.not_recognised.len(),
    )
}

#[rstest]
#[case::tables(
    "tables.docx",
    "head 5 present 4 absent 1 guests 0 questions 2 reporters 2 speeches 0 decisions 3 people 2 words 1 terms 2 votes 2 left 0"
)]
#[case::word_numbers(
    "word-numbers.docx",
    "head 5 present 5 absent 0 guests 1 questions 2 reporters 2 speeches 2 decisions 4 people 1 words 0 terms 1 votes 2 left 0"
)]
#[case::inline(
    "inline.docx",
    "head 4 present 4 absent 1 guests 0 questions 2 reporters 2 speeches 0 decisions 4 people 2 words 0 terms 2 votes 0 left 0"
)]
#[case::headings(
    "headings.docx",
    "head 4 present 3 absent 1 guests 0 questions 2 reporters 1 speeches 2 decisions 3 people 1 words 1 terms 2 votes 1 left 0"
)]
#[case::two_columns(
    "two-columns.docx",
    "head 2 present 6 absent 4 guests 1 questions 2 reporters 2 speeches 0 decisions 3 people 1 words 0 terms 1 votes 1 left 0"
)]
#[case::tabs(
    "tabs.docx",
    "head 5 present 4 absent 0 guests 1 questions 2 reporters 2 speeches 1 decisions 2 people 1 words 1 terms 2 votes 0 left 0"
)]
fn protocols_of_six_layouts_are_recognised(#[case] name: &str, #[case] found: &str) {
    let (_, preview) = Fixture::new().look(name);
    println!("{name}: {}", counted(&preview));
    assert_eq!(counted(&preview), found, "{preview:#?}");
}

#[test]
fn nothing_is_kept_before_it_is_added_and_one_step_takes_all_of_it_back() {
    let fixture = Fixture::new();
    let (draft, preview) = fixture.look("tabs.docx");
    assert_eq!(preview.refusal, None);
    assert!(fixture.meetings().is_empty());
    let changed = fixture.workplace.add_protocol(&draft, &fixture.asked()).unwrap();
    assert_eq!(changed.name.replace('\u{a0}', " "), "Внесён протокол № 6 от 12.02.2026");
    let [meeting] = fixture.meetings().try_into().unwrap_or_else(|_| panic!("one meeting"));
    let protocol = meeting.protocol.as_ref().unwrap();
    let [first, second] = protocol.items.as_slice() else { panic!("two questions") };
    assert_eq!(second.reporters[0].speaker, Speaker::Named("Панина Е. В.".to_owned()));
    assert_eq!(second.reporters[0].post, "методист РИМК");
    assert_eq!(first.decisions[0].kind, DecisionKind::Assignment);
    assert_eq!(second.decisions[0].responsible_in_words, "директор школы");
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let files = records.attachments_of(meeting.id.0);
    assert_eq!(
        files.iter().map(|file| (file.name.as_str(), file.role)).collect::<Vec<_>>(),
        [("tabs.docx", AttachmentRole::Document)]
    );
    let (_, bytes) = fixture.workplace.attached_file(files[0].id).unwrap();
    assert_eq!(bytes, include_bytes!("importing/protocols/tabs.docx"));

    // The same protocol twice is refused, with another number it is another.
    let again = fixture.workplace.add_protocol(&draft, &fixture.asked()).unwrap_err();
    assert!(again.to_string().contains("уже внесён"), "{again}");
    let other = ProtocolAsked { number: Some(7), ..fixture.asked() };
    fixture.workplace.add_protocol(&draft, &other).unwrap();
    assert_eq!(fixture.meetings().len(), 2);

    fixture.workplace.undo().unwrap();
    fixture.workplace.undo().unwrap();
    assert!(fixture.meetings().is_empty());
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    assert!(records.attachments.is_empty());
}

#[test]
fn a_text_without_a_day_is_added_when_the_day_is_given() {
    let fixture = Fixture::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("пустой.docx");
    std::fs::write(&path, b"no document").unwrap();
    let refused = ProtocolDraft::file(&TableReader::this_process(), &path).unwrap_err();
    assert!(refused.to_string().contains("это не документ Word"), "{refused}");
    let (draft, _) = fixture.look("inline.docx");
    let day = NaiveDate::from_ymd_opt(2026, 5, 21).unwrap();
    let asked = ProtocolAsked { date: Some(day), ..fixture.asked() };
    fixture.workplace.add_protocol(&draft, &asked).unwrap();
    assert_eq!(fixture.meetings()[0].date, day);
}
