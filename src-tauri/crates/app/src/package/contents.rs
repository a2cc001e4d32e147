//! Which papers of a year go into its package, in the order of the delivery sheet.

use chrono::{Datelike, NaiveDate};
use pps_documents::papers::{Inventory, InventoryRow};
use pps_documents::{Composed, Paper};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{Attachment, AttachmentRole, Meeting, SubmittedPaper};
use pps_domain::russian::date_in_table;
use pps_exchange::{SERVICE_FOLDER, UniqueNames};

use super::INVENTORY;
use crate::error::AppError;
use crate::papers::{PaperKind, PaperRequest};
use crate::workplace::Workplace;

/// The folder of scans inside the package.
const SCANS: &str = "Сканы";

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
            Item::composed(path, self.view(records, &request)?, on)
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
        if on >= records.community.settings.second_half_ends.within(year).with_day(1).unwrap_or(on) {
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
                let item = Item::composed(format!("{name}.pdf"), Paper::Protocol(view), on)?;
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
        for meeting in &held {
            let scans = records.attachments_of(meeting.id.0).into_iter();
            for scan in scans.filter(|file| file.role == AttachmentRole::SignedScan) {
                let (_, reference) = protocol_names(meeting);
                items.push(Item {
                    path: format!("{SCANS}/{}", scan.name),
                    title: "Протокол заседания с подписями, скан".to_owned(),
                    reference,
                    pages: scan.pages.and_then(|pages| usize::try_from(pages).ok()),
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
    pub(super) pages: Option<usize>,
    pub(super) submits: Option<SubmittedPaper>,
    pub(super) source: Content,
}

impl Item {
    fn composed(path: String, paper: Paper, on: NaiveDate) -> Result<Self, AppError> {
        let composed = set(paper, on)?;
        let title = composed.title().to_owned();
        let pages = Some(composed.page_count());
        Ok(Self {
            path,
            title,
            reference: String::new(),
            pages,
            submits: None,
            source: Content::Composed(Box::new(composed)),
        })
    }

    fn submitting(self, paper: SubmittedPaper) -> Self {
        Self { submits: Some(paper), ..self }
    }

    fn under(self, title: &str, reference: String) -> Self {
        Self { title: title.to_owned(), reference, ..self }
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
    Composed(Box<Composed>),
    Attached(Attachment),
}

pub(super) fn inventory_of<'a>(
    records: &CommunityRecords,
    year: SchoolYear,
    on: NaiveDate,
    contents: impl IntoIterator<Item = &'a Item>,
) -> Result<Inventory, AppError> {
    let rows = contents.into_iter().map(|item| InventoryRow {
        title: item.title.clone(),
        reference: item.reference.clone(),
        pages: item.pages.map(|pages| pages.to_string()).unwrap_or_default(),
        file: item.path.clone(),
    });
    Ok(Inventory::from_records(records, year, rows.collect(), on)?)
}

/// Makes the names safe and different here, so that the delivery sheet names the files as they will lie there.
fn make_paths_safe(items: &mut [Item]) {
    let (mut papers, mut scans) = (UniqueNames::new(), UniqueNames::new());
    for taken in [INVENTORY, SCANS, SERVICE_FOLDER] {
        papers.take(taken);
    }
    for item in items {
        item.path = match item.path.split_once('/') {
            Some((folder, name)) => format!("{folder}/{}", scans.take(name)),
            None => papers.take(&item.path),
        };
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
