//! Putting the year's papers on a stick for РИМК. Writing a package is not handing over: the leader marks that
//! when РИМК has taken it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use pps_documents::papers::{Inventory, InventoryRow};
use pps_documents::{Composed, Document, Paper};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Attachment, AttachmentRole, Meeting, SubmittedPaper};
use pps_domain::russian::date_in_table;
use pps_exchange::{Package, RealDisk, SERVICE_FOLDER, UniqueNames, package_name, write_folder, write_zip};
pub use pps_exchange::{Progress, Stage, Verification, Watch, Written};
use serde::Serialize;

use crate::error::AppError;
use crate::files::must_be_there;
use crate::papers::{PaperKind, PaperRequest};
use crate::workplace::Workplace;

/// The delivery sheet inside the package.
const INVENTORY: &str = "Опись.pdf";
/// The folder of scans inside the package.
const SCANS: &str = "Сканы";
/// The open data inside the package.
const OPEN_DATA: &str = "Данные.json";

/// As what the package is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageForm {
    /// A folder, for a stick.
    Folder,
    /// One ZIP file, for a letter.
    Zip,
}

/// What of a year is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Whose papers.
    pub community: CommunityId,
    /// Of which year.
    pub year: SchoolYear,
    /// The day of handing over.
    pub on: NaiveDate,
    /// Papers that stay at home, by their paths in the package. A path that is not there is refused and not
    /// passed over: the paper meant by it may have another name by now and would go against the leader's will.
    pub leave_out: Vec<String>,
}

impl Delivery {
    /// Everything that the year has.
    #[must_use]
    pub fn whole(community: CommunityId, year: SchoolYear, on: NaiveDate) -> Self {
        Self { community, year, on, leave_out: Vec::new() }
    }
}

/// A paper that the package of a year can hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export, export_to = "views/")]
pub struct PackagePaper {
    /// Path in the package.
    pub path: String,
    /// What it is.
    pub title: String,
    /// «от 05.09.2025 № 1»
    pub reference: String,
    /// How many pages, where that is known.
    pub pages: Option<usize>,
    /// What the mark «Сдано» calls it, where РИМК asks for it by the regulation.
    pub submits: Option<SubmittedPaper>,
}

/// A package as it was shown: each paper is set once, and what was shown is what is written.
pub struct PackageDraft {
    year: SchoolYear,
    on: NaiveDate,
    /// The records that the papers were made of.
    records: Arc<CommunityRecords>,
    items: Vec<Item>,
    /// What РИМК's program reads.
    open_data: Vec<u8>,
    /// The delivery sheet that was set last, with the papers that it leaves out.
    sheet: Mutex<Option<(Vec<String>, Arc<Composed>)>>,
}

impl PackageDraft {
    /// The papers, in the order of the delivery sheet.
    #[must_use]
    pub fn papers(&self) -> Vec<PackagePaper> {
        let papers = self.items.iter().map(|item| PackagePaper {
            path: item.path.clone(),
            title: item.title.clone(),
            reference: item.reference.clone(),
            pages: item.pages,
            submits: item.submits,
        });
        papers.collect()
    }

    /// The delivery sheet as it lies in the package, to be printed and signed. `leave_out` are papers that stay at
    /// home, by their paths. A path that is not there is refused and not passed over: the paper meant by it may have
    /// another name by now and would go against the leader's will.
    ///
    /// # Errors
    /// Everything is left out, or what is left out is not there.
    pub fn sheet(&self, leave_out: &[String]) -> Result<Arc<Composed>, AppError> {
        let mut last = self.sheet.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, sheet)) = last.as_ref().filter(|(left, _)| left == leave_out) {
            return Ok(Arc::clone(sheet));
        }
        let going = self.going(leave_out)?;
        let inventory = inventory_of(&self.records, self.year, self.on, going)?;
        let sheet = Arc::new(set(Document::from(inventory).into(), self.on)?);
        *last = Some((leave_out.to_vec(), Arc::clone(&sheet)));
        Ok(sheet)
    }

    /// The papers that go.
    fn going(&self, leave_out: &[String]) -> Result<Vec<&Item>, AppError> {
        if let Some(gone) = leave_out.iter().find(|path| self.items.iter().all(|item| item.path != **path)) {
            return Err(AppError::NotInPackage { paper: gone.clone() });
        }
        let going: Vec<_> = self.items.iter().filter(|item| !leave_out.contains(&item.path)).collect();
        if going.is_empty() { Err(AppError::NothingChosen) } else { Ok(going) }
    }
}

impl Workplace {
    /// Puts the package of the year together, to be looked at before it is written.
    ///
    /// # Errors
    /// There is nothing to hand over.
    pub fn package_draft(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<PackageDraft, AppError> {
        let records = self.community_records(community)?;
        let items = self.contents(&records, year, on)?;
        let open_data = self.open_data_of(community)?;
        Ok(PackageDraft { year, on, records, items, open_data, sheet: Mutex::new(None) })
    }

    /// Writes a package that was looked at into a folder, reads it back, and answers with where and how much it is.
    ///
    /// # Errors
    /// The records have changed since it was looked at, everything is left out, what is left out is not there, or the
    /// stick refuses; a previous package stays as it was then.
    pub fn write_package(
        &self,
        draft: &PackageDraft,
        leave_out: &[String],
        to: &Path,
        form: PackageForm,
        watch: &mut Watch<'_>,
    ) -> Result<Written, AppError> {
        let now = self.community_records(draft.records.community.id)?;
        // What was mended a moment ago must not go to РИМК unmended because the list was older.
        if !Arc::ptr_eq(&now, &draft.records) && now != draft.records {
            return Err(AppError::PackageChanged);
        }
        let package = self.package(draft, leave_out)?;
        Ok(match form {
            PackageForm::Folder => write_folder(&package, to, &RealDisk, watch)?,
            PackageForm::Zip => {
                let on = draft.on;
                let month = u8::try_from(on.month()).unwrap_or(1);
                let day = u8::try_from(on.day()).unwrap_or(1);
                write_zip(&package, to, (on.year(), month, day), &RealDisk, watch)?
            }
        })
    }

    /// Puts the year's package together and writes it at once, for whoever does not look at it before.
    ///
    /// # Errors
    /// As for [`Workplace::package_draft`] and [`Workplace::write_package`].
    pub fn hand_over(
        &self,
        delivery: &Delivery,
        to: &Path,
        form: PackageForm,
        watch: &mut Watch<'_>,
    ) -> Result<Written, AppError> {
        let Delivery { community, year, on, leave_out } = delivery;
        self.write_package(&self.package_draft(*community, *year, *on)?, leave_out, to, form, watch)
    }

    /// The package with everything in it, in memory. The open data always goes.
    fn package(&self, draft: &PackageDraft, leave_out: &[String]) -> Result<Package, AppError> {
        let year = draft.year.to_string().replace('/', "-");
        let name = package_name(draft.records.community.shown_name(), &year);
        let mut package = Package::new(&name);
        package.add_paper(INVENTORY, draft.sheet(leave_out)?.pdf()?);
        for item in draft.going(leave_out)? {
            let bytes = match &item.source {
                Source::Composed(composed) => composed.pdf()?,
                Source::Attached(attachment) => self.bytes(attachment)?,
            };
            package.add_paper(&item.path, bytes);
        }
        package.add_open_data(OPEN_DATA, draft.open_data.clone());
        Ok(package)
    }

    /// The delivery sheet of a year.
    pub(crate) fn inventory(
        &self,
        records: &CommunityRecords,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Inventory, AppError> {
        inventory_of(records, year, on, &self.contents(records, year, on)?)
    }

    /// What goes into the package, in the order of the delivery sheet.
    fn contents(
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
        items.push(compose("Состав ППС.pdf".to_owned(), PaperKind::Roster, year)?);
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
                    source: Source::Attached(scan.clone()),
                });
            }
        }
        make_paths_safe(&mut items);
        Ok(items)
    }

    fn bytes(&self, attachment: &Attachment) -> Result<Vec<u8>, AppError> {
        let sha256 = attachment.sha256.clone();
        let bytes = self.read(move |reader| reader.file(&sha256))?;
        bytes.ok_or_else(|| pps_store::StoreError::FileMissing(attachment.name.clone()).into())
    }
}

/// Whether a package is all there, unchanged, with nothing besides.
///
/// # Errors
/// There is no package at the path.
pub fn verify(path: &Path) -> Result<Verification, AppError> {
    must_be_there(path)?;
    Ok(pps_exchange::verify(path)?)
}

/// One paper of the package.
struct Item {
    /// Path in the package.
    path: String,
    title: String,
    /// «от 05.09.2025 № 1»
    reference: String,
    pages: Option<usize>,
    submits: Option<SubmittedPaper>,
    source: Source,
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
            source: Source::Composed(Box::new(composed)),
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
fn set(paper: Paper, on: NaiveDate) -> Result<Composed, AppError> {
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

enum Source {
    Composed(Box<Composed>),
    Attached(Attachment),
}

fn inventory_of<'a>(
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
