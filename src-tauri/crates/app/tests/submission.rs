//! What was handed over stays as it was; a new version is drawn up on purpose and says what became other.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::figures::FigureGroup;
use pps_app::domain::ids::{CommunityId, SubmissionId};
use pps_app::domain::records::{
    AttachmentRole, Meeting, Presence, Record, Report, ReportSection, Return, Submission, SubmittedPaper,
};
use pps_app::editing::Revision;
use pps_app::papers::{PaperForm, PaperKind, PaperRequest};
use pps_app::{AppError, ClockOnDay, Workplace};
use tempfile::TempDir;

const YEAR: SchoolYear = SchoolYear(2025);
const HANDED: &str = "2026-08-25";

/// The example year at the end of August.
struct Fixture {
    folder: TempDir,
    workplace: Workplace,
    community: CommunityId,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("year.db");
        let workplace = Workplace::create_example(&path, Arc::new(ClockOnDay(day("2026-08-30")))).unwrap();
        let community = workplace.community(None).unwrap();
        Self { folder, workplace, community }
    }

    fn mark(&self, papers: &[SubmittedPaper]) -> Submission {
        Submission {
            id: self.workplace.new_ids(1)[0].into(),
            community: self.community,
            school_year: YEAR,
            date: day(HANDED),
            incoming: "вх. № 31".into(),
            papers: papers.iter().copied().collect(),
            note: String::new(),
            texts: BTreeMap::new(),
            returned: None,
            reopened: false,
        }
    }

    /// The report is handed over.
    fn submitted(&self) -> SubmissionId {
        let mark = self.mark(&[SubmittedPaper::Report]);
        let id = mark.id;
        self.workplace.submit(mark, None).unwrap();
        id
    }

    fn seen(&self, id: impl Into<uuid::Uuid>) -> Revision {
        self.workplace.record(id.into()).unwrap().unwrap().1
    }

    fn kept(&self, id: SubmissionId) -> Submission {
        match self.workplace.record(id.0).unwrap().unwrap().0 {
            Record::Submission(mark) => mark,
            other => panic!("{other:?}"),
        }
    }

    fn save(&self, record: Record) -> Result<Revision, AppError> {
        let seen = self.workplace.record(record.id()).unwrap().map(|(_, seen)| seen);
        Ok(self.workplace.save(record, seen)?.revision)
    }

    fn report(&self, full: bool) -> Vec<u8> {
        self.workplace.paper(&PaperRequest { full, ..self.request(PaperKind::Report, HANDED) }).unwrap()
    }

    fn request(&self, kind: PaperKind, on: &str) -> PaperRequest {
        PaperRequest::new(self.community, kind, YEAR, day(on))
    }

    fn as_handed_over(&self, id: SubmissionId, paper: SubmittedPaper) -> Result<Vec<u8>, AppError> {
        self.workplace.paper(&PaperRequest {
            submission: Some(id),
            submitted: Some(paper),
            ..self.request(PaperKind::HandedOver, HANDED)
        })
    }

    fn texts(&self, id: SubmissionId) -> Vec<String> {
        let records = self.workplace.community_records(self.community).unwrap();
        let files = records.attachments_of(id.0).into_iter();
        files.filter(|file| file.role == AttachmentRole::SignedText).map(|file| file.name.clone()).collect()
    }

    /// Somebody was there after all: a change of a record of long ago.
    fn one_more_was_present(&self) {
        let records = self.workplace.community_records(self.community).unwrap();
        let mut meeting: Meeting =
            records.meetings.values().find(|meeting| meeting.number() == Some(1)).unwrap().clone();
        let absent = meeting.attendance.iter_mut().find(|member| !member.presence.is_present()).unwrap();
        absent.presence = Presence::throughout();
        // A signed protocol is not changed by a plain save: its mark comes off first.
        let seen = self.seen(meeting.id);
        if meeting.protocol.as_ref().unwrap().signed.as_ref().is_some_and(|signed| signed.paper.is_some()) {
            self.workplace.unsign_protocol(meeting.id, seen).unwrap();
        }
        meeting.protocol.as_mut().unwrap().signed = None;
        self.save(meeting.into()).unwrap();
    }

    fn write(&self, section: ReportSection, words: &str) {
        let records = self.workplace.community_records(self.community).unwrap();
        let mut report = records.report(YEAR).cloned().unwrap_or_else(|| Report {
            id: self.workplace.new_ids(1)[0].into(),
            community: self.community,
            school_year: YEAR,
            added: Default::default(),
            prose: BTreeMap::new(),
            tables: BTreeMap::new(),
        });
        report.prose.insert(section, words.to_owned());
        self.save(report.into()).unwrap();
    }

    fn attendance(&self) -> String {
        let figures = self.workplace.report_figures(self.community, YEAR, day("2026-08-31")).unwrap();
        figures.figures.iter().find(|figure| figure.group == FigureGroup::Attendance).unwrap().words.clone()
    }

    fn changes(&self) -> Vec<String> {
        let standing = self.workplace.report_standing(self.community, YEAR, day("2026-08-31")).unwrap();
        standing.unwrap().changes.into_iter().map(|change| change.words).collect()
    }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn later_changes_of_records_do_not_change_a_report_that_was_handed_over() {
    let fixture = Fixture::new();
    let (short, full) = (fixture.report(false), fixture.report(true));
    let id = fixture.submitted();
    assert!(fixture.report(false) == short, "the mark alone changes nothing");
    fixture.one_more_was_present();
    fixture.write(ReportSection::Conclusions, "Совсем другие выводы.");
    assert!(fixture.report(false) == short);
    assert!(fixture.report(true) == full);
    assert!(fixture.as_handed_over(id, SubmittedPaper::Report).unwrap() == short);
    assert_eq!(plain(&fixture.attendance()), "27 из 30 (90 %)");
    let request = fixture.request(PaperKind::Report, "2026-08-31");
    let docx = fixture.workplace.paper_file(&request, PaperForm::Docx);
    assert!(docx.unwrap().1.starts_with(b"PK"));
}

#[test]
fn what_became_other_is_told_by_section() {
    let fixture = Fixture::new();
    fixture.submitted();
    assert_eq!(fixture.changes(), Vec::<String>::new());
    fixture.one_more_was_present();
    fixture.write(ReportSection::Conclusions, "Совсем другие выводы.");
    fixture.write(ReportSection::Growth, "Аттестованы двое.");
    let told: Vec<String> = fixture.changes().iter().map(|words| plain(words)).collect();
    assert!(
        told.contains(&"Присутствовали за год: было 27 из 30 (90 %), стало 28 из 30 (93 %)".to_owned()),
        "{told:?}"
    );
    assert!(told.contains(&"Изменён ваш текст".to_owned()), "{told:?}");
    assert!(told.contains(&"Добавлен ваш текст".to_owned()), "{told:?}");
}

#[test]
fn a_new_version_says_what_the_records_say_and_the_handed_over_one_stays() {
    let fixture = Fixture::new();
    let id = fixture.submitted();
    let before = fixture.report(false);
    fixture.one_more_was_present();
    fixture.workplace.reopen_report(id, true, fixture.seen(id)).unwrap();
    assert_eq!(plain(&fixture.attendance()), "28 из 30 (93 %)");
    assert!(fixture.report(false) != before);
    assert!(fixture.as_handed_over(id, SubmittedPaper::Report).unwrap() == before);

    // Going back is possible until the new version is handed over.
    fixture.workplace.reopen_report(id, false, fixture.seen(id)).unwrap();
    assert!(fixture.report(false) == before);
    fixture.workplace.reopen_report(id, true, fixture.seen(id)).unwrap();
    let mended = fixture.report(false);
    let again = fixture.mark(&[SubmittedPaper::Report]);
    let second = again.id;
    fixture.workplace.submit(again, None).unwrap();
    let standing =
        fixture.workplace.report_standing(fixture.community, YEAR, day("2026-08-31")).unwrap().unwrap();
    assert_eq!((standing.submission, standing.in_force), (second, true));
    assert!(fixture.report(false) == mended);
    assert!(fixture.as_handed_over(id, SubmittedPaper::Report).unwrap() == before);
}

#[test]
fn a_report_that_came_back_with_remarks_is_mended_without_being_asked() {
    let fixture = Fixture::new();
    let id = fixture.submitted();
    fixture.one_more_was_present();
    let mut mark = fixture.kept(id);
    mark.returned = Some(Return {
        date: Some(day("2026-08-28")), remarks: "Уточните посещаемость.".into()
    });
    fixture.save(mark.into()).unwrap();
    assert_eq!(plain(&fixture.attendance()), "28 из 30 (93 %)");
    let findings = fixture.workplace.check(fixture.community, day("2026-08-31")).unwrap();
    let told = |words: &str| findings.iter().any(|finding| finding.message.contains(words));
    assert!(
        told("Аналитический отчёт за 2025/2026 учебный год возвращён РИМК с замечаниями"),
        "{findings:?}"
    );
}

#[test]
fn every_version_of_a_plan_stays_readable() {
    let fixture = Fixture::new();
    let mark = fixture.mark(&[SubmittedPaper::Plan]);
    let id = mark.id;
    fixture.workplace.submit(mark, None).unwrap();
    let now = || fixture.workplace.paper(&fixture.request(PaperKind::Plan, HANDED)).unwrap();
    let before = now();
    assert!(fixture.as_handed_over(id, SubmittedPaper::Plan).unwrap() == before);
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let mut row = records.activities.values().next().unwrap().clone();
    row.text = "Совсем другое мероприятие".into();
    fixture.save(row.into()).unwrap();
    assert!(now() != before, "the plan goes on living");
    assert!(fixture.as_handed_over(id, SubmittedPaper::Plan).unwrap() == before);
}

#[test]
fn a_paper_ticked_later_is_kept_then_and_one_that_is_not_ticked_any_more_is_let_go() {
    let fixture = Fixture::new();
    let id = fixture.submitted();
    let mut mark = fixture.kept(id);
    mark.papers = [SubmittedPaper::Plan].into();
    fixture.workplace.submit(mark, Some(fixture.seen(id))).unwrap();
    assert_eq!(fixture.texts(id), ["План работы, сдан 25.08.2026 (сданный текст).json"]);
    let gone = fixture.as_handed_over(id, SubmittedPaper::Report).unwrap_err();
    assert!(gone.to_string().contains("при сдаче не сохранялся"), "{gone}");
}

#[test]
fn the_kept_text_is_guarded_and_goes_and_comes_with_its_mark() {
    let fixture = Fixture::new();
    let id = fixture.submitted();
    let before = fixture.report(false);
    fixture.one_more_was_present();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let text = records.attachments_of(id.0)[0].clone();
    let refused = fixture.workplace.delete(text.id.0).unwrap_err();
    assert!(refused.to_string().contains("сданные бумаги"), "{refused}");
    let mut other = fixture.kept(id);
    other.texts.insert(SubmittedPaper::Report, "00".repeat(32));
    assert!(fixture.save(other.into()).unwrap_err().to_string().contains("их текст больше не меняется"));

    fixture.workplace.delete(id.0).unwrap();
    assert_eq!(fixture.texts(id), Vec::<String>::new());
    assert!(fixture.report(false) != before);
    fixture.workplace.restore(id.0).unwrap();
    assert!(fixture.report(false) == before);
    // One step back is the whole act: the mark with its text.
    fixture.workplace.undo().unwrap();
    assert_eq!(fixture.texts(id), Vec::<String>::new());
    fixture.workplace.redo().unwrap();
    assert!(fixture.report(false) == before);
}

#[test]
fn the_kept_text_outlives_a_restart() {
    let fixture = Fixture::new();
    let id = fixture.submitted();
    let before = fixture.report(false);
    fixture.one_more_was_present();
    let Fixture { folder, workplace, community } = fixture;
    workplace.close().unwrap();
    let path = folder.path().join("year.db");
    let workplace = Workplace::open(&path, Arc::new(ClockOnDay(day("2026-09-10")))).unwrap();
    let fixture = Fixture { folder, workplace, community };
    assert!(fixture.as_handed_over(id, SubmittedPaper::Report).unwrap() == before);
    assert!(fixture.report(false) == before);
}

#[test]
fn a_year_that_was_kept_elsewhere_has_no_text_to_keep() {
    let fixture = Fixture::new();
    let mut mark = fixture.mark(&[SubmittedPaper::Report]);
    mark.school_year = SchoolYear(2023);
    mark.date = day("2024-08-25");
    let id = mark.id;
    fixture.workplace.submit(mark, None).unwrap();
    assert_eq!(fixture.texts(id), Vec::<String>::new());
    let standing = fixture.workplace.report_standing(fixture.community, SchoolYear(2023), day("2026-08-31"));
    assert_eq!(standing.unwrap(), None);
}

#[test]
fn a_mark_without_papers_is_refused() {
    let fixture = Fixture::new();
    let refused = fixture.workplace.submit(fixture.mark(&[]), None).unwrap_err();
    assert_eq!(refused.to_string(), "Не отмечено, какие бумаги сданы; отметьте хотя бы одну.");
}
