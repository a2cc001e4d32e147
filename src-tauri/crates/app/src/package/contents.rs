//! Which papers of a year go into its package, in the order of the delivery sheet.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use pps_documents::papers::{Inventory, InventoryRow};
use pps_documents::{Composed, Paper};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{Attachment, AttachmentRole, Meeting, SubmittedPaper};
use pps_domain::russian::date_in_table;
use pps_exchange::{SERVICE_FOLDER, UniqueNames, safe_name};

use super::INVENTORY;
use crate::error::AppError;
use crate::papers::{PaperKind, PaperRequest};
use crate::workplace::Workplace;

/// The folder of scans inside the package.
const SCANS: &str = "Сканы";
/// The folder of the papers of the methodical work.
const ANNEXES: &str = "Приложения";

impl Workplace {
    /// What goes into the package, in the order of the delivery sheet.
    pub(super) fn contents(
        &self,
        records: &CommunityRecords,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Vec<Item>, AppError> {
        let held = records.meetings_held(year, on);
        let plan = records.plan(year);
        if held.is_empty() && plan.is_none() {
            return Err(AppError::NothingToHandOver { year });
        }
        let school_year = year.to_string().replace('/', "-");
        let compose = |path: String, kind: PaperKind, year: SchoolYear| -> Result<Item, AppError> {
            // РИМК takes the short report, and approves the plan by the directions of п. 3.1.
            let request = PaperRequest::new(records.community.id, kind, year, on);
            Ok(Item::of(path, self.view(records, &request)?))
        };
        let mut items = Vec::new();
        if let Some(plan) = plan {
            let kind = if plan.preliminary {
                "Предварительный план"
            } else {
                "План работы"
            };
            let item = compose(format!("{kind} на {school_year} учебный год.pdf"), PaperKind::Plan, year)?;
            let approved = plan.approved.as_ref().filter(|approval| approval.date <= on);
            let reference = approved.map(|approval| format!("утверждён {}", date_in_table(approval.date)));
            let item = Item { reference: reference.unwrap_or_default(), ..item };
            items.push(item.submitting(SubmittedPaper::Plan));
        }
        // Before the last month of lessons there is nothing yet to report on.
        let ending = records.community.settings.second_half_ends.within(year);
        let reports = on >= ending.with_day(1).unwrap_or(on);
        if reports {
            let path = format!("Аналитический отчёт за {school_year} учебный год.pdf");
            let item = compose(path, PaperKind::Report, year)?;
            items.push(item.submitting(SubmittedPaper::Report));
        }
        let next = year.next();
        if records.plan(next).is_some_and(|plan| plan.preliminary) {
            let next_year = next.to_string().replace('/', "-");
            let path = format!("Предварительный план на {next_year} учебный год.pdf");
            items.push(compose(path, PaperKind::Plan, next)?.submitting(SubmittedPaper::PreliminaryPlan));
        }
        for meeting in &held {
            // A meeting without a protocol is a finding, not a reason to keep the other papers back.
            if meeting.protocol.is_some() {
                let (name, reference) = protocol_names(meeting);
                let view = self.protocol_view(records, meeting.id)?;
                let item = Item::of(format!("{name}.pdf"), Paper::Protocol(view));
                items.push(item.under("Протокол заседания", reference));
            }
        }
        if !held.is_empty() {
            items.push(compose("Реестр протоколов.pdf".to_owned(), PaperKind::Register, year)?);
        }
        items.push(compose(
            format!("Состав {}.pdf", records.community.words().of_body()),
            PaperKind::Roster,
            year,
        )?);
        // What the report rests on goes with it and not before.
        if reports {
            for request in PaperRequest::annexes(records, year, on) {
                let paper = self.view(records, &request)?;
                items.push(Item::of(format!("{ANNEXES}/{}.pdf", safe_name(&paper.title())), paper));
            }
        }
        for meeting in &held {
            let scans = records.attachments_of(meeting.id.0).into_iter();
            for scan in scans.filter(|file| file.role == AttachmentRole::SignedScan) {
                let (_, reference) = protocol_names(meeting);
                items.push(Item {
                    path: format!("{SCANS}/{}", scan.name),
                    title: "Протокол заседания с подписями, скан".to_owned(),
                    reference,
                    submits: None,
                    source: Content::Attached(scan.clone()),
                });
            }
        }
        make_paths_safe(&mut items);
        Ok(items)
    }
}

/// One paper of the package.
pub(super) struct Item {
    /// Path in the package.
    pub(super) path: String,
    pub(super) title: String,
    /// «от 05.09.2025 № 1»
    pub(super) reference: String,
    pub(super) submits: Option<SubmittedPaper>,
    pub(super) source: Content,
}

impl Item {
    fn of(path: String, paper: Paper) -> Self {
        let title = paper.title();
        let source = Content::Paper { paper: Box::new(paper), set: OnceLock::new() };
        Self { path, title, reference: String::new(), submits: None, source }
    }

    fn submitting(self, paper: SubmittedPaper) -> Self {
        Self { submits: Some(paper), ..self }
    }

    fn under(self, title: &str, reference: String) -> Self {
        Self { title: title.to_owned(), reference, ..self }
    }

    /// How many pages it has, as far as that is known without setting it.
    pub(super) fn known_pages(&self) -> Option<usize> {
        match &self.source {
            Content::Paper { set, .. } => set.get().map(Composed::page_count),
            Content::Attached(scan) => scan.pages.and_then(|pages| usize::try_from(pages).ok()),
        }
    }

    /// How many pages it has, where anybody knows.
    fn pages(&self, on: NaiveDate) -> Result<Option<usize>, AppError> {
        match &self.source {
            Content::Paper { .. } => Ok(self.composed(on)?.map(Composed::page_count)),
            Content::Attached(_) => Ok(self.known_pages()),
        }
    }

    /// The paper as it is set, which happens once; nothing of a file.
    pub(super) fn composed(&self, on: NaiveDate) -> Result<Option<&Composed>, AppError> {
        let Content::Paper { paper, set: once } = &self.source else { return Ok(None) };
        if once.get().is_none() {
            // Whoever set it at the same moment has set the same.
            drop(once.set(set(paper.as_ref().clone(), on)?));
        }
        Ok(once.get())
    }
}

/// Sets a paper of the package.
pub(super) fn set(paper: Paper, on: NaiveDate) -> Result<Composed, AppError> {
    #[cfg(feature = "statements")]
    SET.with(|count| count.set(count.get() + 1));
    Ok(paper.compose(on)?)
}

#[cfg(feature = "statements")]
thread_local! {
    static SET: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How many papers of packages were set on this thread: for tests.
#[cfg(feature = "statements")]
#[must_use]
pub fn papers_set() -> usize {
    SET.with(std::cell::Cell::get)
}

pub(super) enum Content {
    /// A paper. It is set when its pages are counted or written, and not before: the list of a long year would wait for it.
    Paper {
        paper: Box<Paper>,
        set: OnceLock<Composed>,
    },
    Attached(Attachment),
}

pub(super) fn inventory_of<'a>(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    contents: impl IntoIterator<Item = &'a Item>,
) -> Result<Inventory, AppError> {
    let rows = contents.into_iter().map(|item| {
        Ok(InventoryRow {
            title: item.title.clone(),
            reference: item.reference.clone(),
            pages: item.pages(on)?.map(|pages| pages.to_string()).unwrap_or_default(),
            file: item.path.clone(),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, AppError>>()?;
    Ok(Inventory::from_records(records, year, rows, on)?)
}

/// Makes the names safe and different here, so that the delivery sheet names the files as they will lie there.
fn make_paths_safe(items: &mut [Item]) {
    let mut papers = UniqueNames::new();
    let mut folders = [(SCANS, UniqueNames::new()), (ANNEXES, UniqueNames::new())];
    for taken in [INVENTORY, SCANS, ANNEXES, SERVICE_FOLDER] {
        papers.take(taken);
    }
    for item in items {
        let within = folders.iter_mut().find_map(|(folder, names)| {
            let name = item.path.strip_prefix(*folder)?.strip_prefix('/')?;
            Some(format!("{folder}/{}", names.take(name)))
        });
        item.path = within.unwrap_or_else(|| papers.take(&item.path));
    }
}

/// «Протокол № 1 от 05.09.2025» and «от 05.09.2025 № 1»
fn protocol_names(meeting: &Meeting) -> (String, String) {
    let date = date_in_table(meeting.date);
    match meeting.number() {
        Some(number) => (format!("Протокол № {number} от {date}"), format!("от {date} №\u{a0}{number}")),
        None => (format!("Протокол от {date}"), format!("от {date}")),
    }
}
