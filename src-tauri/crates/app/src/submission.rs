//! Marking what РИМК has taken. The text of each paper is kept then as it stood, so that nothing that is changed in
//! the records later rewrites what was handed over.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pps_documents::papers::{PlanOrder, ReportLength};
use pps_documents::{Document, Paper, papers};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{ReportChange, ReportFigures, changed_figures};
use pps_domain::ids::{CommunityId, SubmissionId};
use pps_domain::records::{Attachment, AttachmentRole, Record, ReportSection, Submission, SubmittedPaper};
use pps_domain::russian::{date_in_table, document_number};
use pps_store::Revision;
use pps_store::codec::canonical::canonical;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

/// The text is JSON, but for a person it is a paper of the program's own.
const MEDIA_TYPE: &str = "application/json";

/// Why the mark was not made, or a handed-over text not found.
#[derive(Debug, Error)]
pub enum SubmittingError {
    /// No paper is ticked.
    #[error("Не отмечено, какие бумаги сданы; отметьте хотя бы одну.")]
    NothingTicked,
    /// The mark is gone.
    #[error("Этой отметки о сдаче уже нет; верните её из корзины в «Настройках».")]
    NoSubmission,
    /// The paper was marked as handed over without its text being kept.
    #[error(
        "Текст этой бумаги при сдаче не сохранялся: она была написана не здесь; посмотрите её экземпляр."
    )]
    NotKeptThen,
    /// The text of the paper is gone.
    #[error("Сданный текст не нашёлся или повреждён; посмотрите копию базы или бумажный экземпляр.")]
    TextGone,
    /// The text could not be written down.
    #[error("Текст сданной бумаги не удалось сохранить ({0}); сообщите разработчику.")]
    NotKept(String),
}

/// The report after it was handed over, beside what the records say now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct ReportStanding {
    /// The handing-over that was the last one and has its text kept.
    pub submission: SubmissionId,
    /// Whether the report is printed from that text; otherwise a new version is drawn up.
    pub in_force: bool,
    /// What the records say otherwise now.
    pub changes: Vec<ReportChange>,
}

/// The text of a paper as it was handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Kept {
    /// The plan by directions.
    Plan {
        /// What stood on it.
        paper: papers::Plan,
    },
    /// The report, in both lengths: which of them was carried to РИМК only the leader knows.
    Report {
        /// The sections that were chosen.
        chosen: papers::Report,
        /// All sections.
        full: Box<papers::Report>,
        /// The figures with the records behind them.
        figures: ReportFigures,
        /// The leader's prose.
        prose: BTreeMap<ReportSection, String>,
    },
}

impl Workplace {
    /// Marks papers as handed over and keeps the text of each as it stood on the day of handing over: one operation.
    /// A paper that is ticked later gets its text then; one that is not ticked any more loses it. `seen` is the
    /// revision that the person saw, or none for a new mark.
    ///
    /// # Errors
    /// No paper is ticked, or the mark was changed meanwhile.
    pub fn submit(&self, mark: Submission, seen: Option<Revision>) -> Result<Changes, AppError> {
        if mark.papers.is_empty() {
            return Err(SubmittingError::NothingTicked.into());
        }
        let known = match self.record(mark.id.0)? {
            Some((Record::Submission(known), _)) => known.texts,
            _ => BTreeMap::new(),
        };
        let records = self.community_records(mark.community)?;
        let (stays, gone): (BTreeMap<_, _>, BTreeMap<_, _>) =
            known.into_iter().partition(|(paper, _)| mark.papers.contains(paper));
        let mut new = Vec::new();
        for paper in mark.papers.iter().filter(|paper| !stays.contains_key(paper)) {
            if let Some(text) = self.text_now(&records, *paper, mark.school_year, mark.date)? {
                new.push((*paper, text, self.clock.new_id()));
            }
        }
        let kept = records.attachments_of(mark.id.0).into_iter();
        let dropped: Vec<Uuid> = kept
            .filter(|file| gone.values().any(|text| *text == file.sha256))
            .map(|file| file.id.0)
            .collect();
        let words: Vec<_> = mark.papers.iter().map(|paper| paper.in_words()).collect();
        let name = format!("Сдано в РИМК {}: {}", date_in_table(mark.date), words.join(", "));
        let today = self.clock.today();
        self.write(self.operation(name), move |writer| {
            let incoming = document_number(&mark.incoming);
            let mut mark = Submission { texts: stays, incoming, ..mark };
            let mut files = Vec::new();
            for (paper, text, id) in new {
                let sha256 = writer.put_file(text.as_bytes(), MEDIA_TYPE)?;
                files.push(Attachment {
                    id: id.into(),
                    community: mark.community,
                    belongs_to: mark.id.0,
                    role: AttachmentRole::SignedText,
                    name: file_name(paper, &mark),
                    sha256: sha256.clone(),
                    size: text.len() as u64,
                    pages: None,
                    media_type: MEDIA_TYPE.to_owned(),
                    added: Some(today),
                });
                mark.texts.insert(paper, sha256);
            }
            writer.put(mark, seen)?;
            for file in files {
                writer.put(file, None)?;
            }
            dropped.iter().try_for_each(|text| writer.delete(*text))
        })
    }

    /// Begins a new version of a report that was handed over, or goes back to the handed-over one: one operation. The
    /// text that was handed over stays in either case.
    ///
    /// # Errors
    /// The mark is gone, or was changed meanwhile.
    pub fn reopen_report(
        &self,
        submission: SubmissionId,
        reopened: bool,
        seen: Revision,
    ) -> Result<Changes, AppError> {
        let mark = Submission { reopened, ..self.submission(submission)? };
        let year = mark.school_year;
        let name = match reopened {
            true => format!("Начата новая редакция отчёта за {year} учебный год"),
            false => format!("Отчёт за {year} учебный год снова такой, как сдан"),
        };
        self.write(self.operation(name), move |writer| writer.put(mark, Some(seen)).map(drop))
    }

    /// How the report of a year stands to what was handed over; none where nothing was, or its text was not kept.
    ///
    /// # Errors
    /// The kept text is gone.
    pub fn report_standing(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Option<ReportStanding>, AppError> {
        let records = self.community_records(community)?;
        let handed = records.handed_over(SubmittedPaper::Report, year, on);
        let Some((mark, text)) =
            handed.last().and_then(|one| Some((one, one.texts.get(&SubmittedPaper::Report)?)))
        else {
            return Ok(None);
        };
        let Kept::Report { chosen, figures, prose, .. } = self.kept(text)? else {
            return Err(SubmittingError::TextGone.into());
        };
        // The paper names its day, so that of today would differ in words though nothing changed.
        let now = papers::Report::from_records(&records, year, ReportLength::AsChosen, mark.date)?;
        let mut changes = changed_figures(&figures, &ReportFigures::of(&records, year, on));
        let record = records.report(year).map(|report| report.prose.clone()).unwrap_or_default();
        for section in ReportSection::ALL {
            changes.extend(changed_section(*section, (&chosen, &prose), (&now, &record), &changes));
        }
        changes.sort_by_key(|change| change.section);
        Ok(Some(ReportStanding { submission: mark.id, in_force: mark.report_in_force().is_some(), changes }))
    }

    /// The figures of the report in force, where it was handed over.
    pub(crate) fn figures_in_force(
        &self,
        records: &CommunityRecords,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Option<ReportFigures>, AppError> {
        let Some((_, text)) = records.report_in_force(year, on) else { return Ok(None) };
        match self.kept(text)? {
            Kept::Report { figures, .. } => Ok(Some(figures)),
            Kept::Plan { .. } => Err(SubmittingError::TextGone.into()),
        }
    }

    /// The report in force as it was handed over; none where the records speak.
    pub(crate) fn report_in_force(
        &self,
        records: &CommunityRecords,
        year: SchoolYear,
        whole: bool,
        on: NaiveDate,
    ) -> Result<Option<papers::Report>, AppError> {
        let Some((_, text)) = records.report_in_force(year, on) else { return Ok(None) };
        match self.kept(text)? {
            Kept::Report { chosen, full, .. } => Ok(Some(if whole { *full } else { chosen })),
            Kept::Plan { .. } => Err(SubmittingError::TextGone.into()),
        }
    }

    /// A paper as it was handed over.
    pub(crate) fn handed_over_paper(
        &self,
        records: &CommunityRecords,
        submission: SubmissionId,
        paper: SubmittedPaper,
        whole: bool,
    ) -> Result<Paper, AppError> {
        let mark = records.submissions.get(&submission).ok_or(SubmittingError::NoSubmission)?;
        let text = mark.texts.get(&paper).ok_or(SubmittingError::NotKeptThen)?;
        self.kept(text).map(|kept| kept.paper(whole))
    }

    /// The texts that belong to a mark, so that they go and come back with it.
    pub(crate) fn kept_texts_of(&self, record: &Record) -> Result<Vec<Uuid>, AppError> {
        let Record::Submission(mark) = record else { return Ok(Vec::new()) };
        let records = self.community_records(mark.community)?;
        let files = records.attachments_of(mark.id.0).into_iter();
        Ok(files.filter(|file| file.role == AttachmentRole::SignedText).map(|file| file.id.0).collect())
    }

    fn submission(&self, id: SubmissionId) -> Result<Submission, AppError> {
        match self.record(id.0)? {
            Some((Record::Submission(mark), _)) => Ok(mark),
            _ => Err(SubmittingError::NoSubmission.into()),
        }
    }

    /// The text of a paper as the records have it on a day. None where they have nothing of it: the year may have been
    /// kept elsewhere, and an empty paper would not be what was handed over.
    fn text_now(
        &self,
        records: &CommunityRecords,
        paper: SubmittedPaper,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Option<String>, AppError> {
        let of = if paper == SubmittedPaper::PreliminaryPlan { year.next() } else { year };
        let plan = records.plan(of);
        let kept = match (paper, plan) {
            (SubmittedPaper::Report, None) if records.meetings_held(year, on).is_empty() => return Ok(None),
            (SubmittedPaper::Report, _) => {
                let of_length = |length| papers::Report::from_records(records, year, length, on);
                Kept::Report {
                    chosen: of_length(ReportLength::AsChosen)?,
                    full: Box::new(of_length(ReportLength::Full)?),
                    figures: ReportFigures::of(records, year, on),
                    prose: records.report(year).map(|report| report.prose.clone()).unwrap_or_default(),
                }
            }
            (SubmittedPaper::Plan | SubmittedPaper::PreliminaryPlan, None) => return Ok(None),
            (SubmittedPaper::Plan | SubmittedPaper::PreliminaryPlan, Some(plan)) => Kept::Plan {
                paper: papers::Plan::from_records(records, plan.id, PlanOrder::ByDirection, on)?,
            },
        };
        let value =
            serde_json::to_value(kept).map_err(|fault| SubmittingError::NotKept(fault.to_string()))?;
        Ok(Some(canonical(&value)))
    }

    fn kept(&self, sha256: &str) -> Result<Kept, AppError> {
        let sha256 = sha256.to_owned();
        let bytes = self.read(move |reader| reader.file(&sha256))?.ok_or(SubmittingError::TextGone)?;
        serde_json::from_slice(&bytes).map_err(|fault| {
            tracing::error!(%fault, "the text of a handed-over paper is not one");
            SubmittingError::TextGone.into()
        })
    }
}

impl Kept {
    fn paper(self, whole: bool) -> Paper {
        match self {
            Self::Plan { paper } => Paper::Plan(paper),
            Self::Report { full, .. } if whole => Document::from(*full).into(),
            Self::Report { chosen, .. } => Document::from(chosen).into(),
        }
    }
}

/// A report's paper and the leader's words on it.
type Version<'a> = (&'a papers::Report, &'a BTreeMap<ReportSection, String>);

/// What the figures do not tell of a section: that its words are others, or its tables.
fn changed_section(
    section: ReportSection,
    (was, words): Version<'_>,
    (is, said): Version<'_>,
    told: &[ReportChange],
) -> Option<ReportChange> {
    let change = |words: &str| Some(ReportChange { section, words: words.to_owned() });
    let text =
        |prose: &BTreeMap<ReportSection, String>| prose.get(&section).map(|text| text.trim().to_owned());
    let blocks = |report: &papers::Report| {
        report.sections.iter().find(|one| one.title == section.title()).map(|section| section.blocks.clone())
    };
    let (before, after) = (text(words).unwrap_or_default(), text(said).unwrap_or_default());
    match (before.is_empty(), after.is_empty()) {
        (true, false) => return change("Добавлен ваш текст"),
        (false, true) => return change("Убран ваш текст"),
        _ if before != after => return change("Изменён ваш текст"),
        _ => {}
    }
    match (blocks(was), blocks(is)) {
        (None, Some(_)) => change("Раздела раньше не было"),
        (Some(_), None) => change("Раздела теперь нет"),
        (before, after) if before != after && told.iter().all(|change| change.section != section) => {
            change("Изменились записи, из которых составлен раздел")
        }
        _ => None,
    }
}

/// «Аналитический отчёт, сдан 28.08.2026 (сданный текст).json»
fn file_name(paper: SubmittedPaper, mark: &Submission) -> String {
    let name = match paper {
        SubmittedPaper::Plan => "План работы",
        SubmittedPaper::Report => "Аналитический отчёт",
        SubmittedPaper::PreliminaryPlan => "Предварительный план",
    };
    format!("{name}, сдан {} (сданный текст).json", date_in_table(mark.date))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// Texts of papers that were handed over with this version of the program; a later version must read them.
    #[test]
    fn texts_that_were_kept_once_are_read_for_ever() {
        let on = NaiveDate::from_ymd_opt(2026, 8, 25).unwrap();
        for (text, title) in [
            (include_str!("../tests/fixtures/handed-over-report.json"), "Аналитический отчёт за 2025/2026"),
            (include_str!("../tests/fixtures/handed-over-plan.json"), "План работы"),
        ] {
            let kept: Kept = serde_json::from_str(text).unwrap();
            for whole in [false, true] {
                let paper = kept.clone().paper(whole);
                assert!(paper.title().starts_with(title), "{}", paper.title());
                assert!(paper.pdf(on).unwrap().starts_with(b"%PDF"));
            }
        }
    }

    #[test]
    fn a_kept_text_is_called_like_a_paper() {
        let mark = Submission {
            id: Uuid::nil().into(),
            community: Uuid::nil().into(),
            school_year: SchoolYear(2025),
            date: NaiveDate::from_ymd_opt(2026, 8, 28).unwrap_or_default(),
            incoming: String::new(),
            papers: [SubmittedPaper::Report].into(),
            note: String::new(),
            texts: BTreeMap::new(),
            returned: None,
            reopened: false,
        };
        assert_eq!(
            file_name(SubmittedPaper::Report, &mark),
            "Аналитический отчёт, сдан 28.08.2026 (сданный текст).json"
        );
        assert_eq!(
            file_name(SubmittedPaper::PreliminaryPlan, &mark),
            "Предварительный план, сдан 28.08.2026 (сданный текст).json"
        );
    }
}
