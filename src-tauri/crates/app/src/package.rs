//! Putting the year's papers on a stick for РИМК. Writing a package is not handing over: the leader marks that
//! when РИМК has taken it.

mod contents;
mod named;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use pps_documents::papers::Inventory;
use pps_documents::{Composed, Document};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Attachment, SubmittedPaper};
use pps_exchange::{
    Form, PIECE, Package, RealDisk, Source, SourceError, ZipForm, name_in_place, write_folder, write_zip,
};
pub use pps_exchange::{Leftover, LeftoverState, OnLeftovers, Progress, Stage, Verification, Watch};
use pps_store::StoreError;
use serde::Serialize;

#[cfg(feature = "statements")]
pub use self::contents::papers_set;
use self::contents::{Content, Item, inventory_of, set};
use crate::error::AppError;
use crate::files::must_be_there;
use crate::workplace::Workplace;

/// The delivery sheet inside the package.
const INVENTORY: &str = "Опись.pdf";
/// The open data inside the package.
const OPEN_DATA: &str = "Данные.json";

/// As what the package is written.
#[derive(Clone, PartialEq, Eq)]
pub enum PackageForm {
    /// A folder, for a stick.
    Folder,
    /// One ZIP file, for a letter.
    Zip {
        /// Closes the papers, so that only who knows it reads them.
        password: Option<String>,
    },
}

/// Where to and how a package is written.
#[derive(Clone, PartialEq, Eq)]
pub struct Destination {
    /// The folder or stick.
    pub place: PathBuf,
    /// As what.
    pub form: PackageForm,
    /// What becomes of the remains of a writing that was cut off.
    pub on_leftovers: OnLeftovers,
}

impl Destination {
    /// A package in a folder; remains of another writing are left as they are.
    #[must_use]
    pub fn new(place: &Path, form: PackageForm) -> Self {
        Self { place: place.to_owned(), form, on_leftovers: OnLeftovers::Ask }
    }
}

/// A package that is on the disk, flushed and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The folder or the ZIP.
    pub path: PathBuf,
    /// The number of files, without the manifest.
    pub files: usize,
    /// The bytes of these files.
    pub bytes: u64,
    /// What earlier runs left and the program would not or could not remove.
    pub leftovers: Vec<PathBuf>,
    /// The usual name of the package, where a package of another community has it in this place.
    pub taken: Option<String>,
}

impl Written {
    /// Says why the package has another name than usual.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let taken = self.taken.as_ref()?;
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        Some(format!(
            "Под именем «{taken}» здесь уже лежит пакет другого сообщества с тем же кратким названием: он не тронут, а ваш \
             записан рядом и называется «{name}»."
        ))
    }
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
    /// How many pages, where that is known: papers are set only when their pages are counted or written.
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
            pages: item.known_pages(),
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
        to: &Destination,
        watch: &mut Watch<'_>,
    ) -> Result<Written, AppError> {
        let now = self.community_records(draft.records.community.id)?;
        // What was mended a moment ago must not go to РИМК unmended because the list was older.
        if !Arc::ptr_eq(&now, &draft.records) && now != draft.records {
            return Err(AppError::PackageChanged);
        }
        if let PackageForm::Zip { password: Some(password) } = &to.form {
            check_password(password)?;
        }
        let Destination { place, form, on_leftovers } = to;
        let names = named::names(&draft.records.community, draft.year);
        let as_form = if *form == PackageForm::Folder { Form::Folder } else { Form::Zip };
        let id = draft.records.community.id.to_string();
        let ours = |data: &[u8]| named::speaks_of(data, &id);
        let name = name_in_place(&RealDisk, place, as_form, &names, OPEN_DATA, &ours)?;
        let name = name.ok_or_else(|| AppError::PackageNamesTaken { name: names[0].clone() })?;
        let package = self.package(draft, leave_out, &name)?;
        let written = match form {
            PackageForm::Folder => write_folder(&package, place, *on_leftovers, &RealDisk, watch)?,
            PackageForm::Zip { password } => {
                let on = draft.on;
                let month = u8::try_from(on.month()).unwrap_or(1);
                let day = u8::try_from(on.day()).unwrap_or(1);
                let form = ZipForm { date: (on.year(), month, day), password: password.as_deref() };
                write_zip(&package, place, &form, *on_leftovers, &RealDisk, watch)?
            }
        };
        let pps_exchange::Written { path, files, bytes, leftovers } = written;
        let taken = names.into_iter().next().filter(|usual| *usual != name);
        Ok(Written { path, files, bytes, leftovers, taken })
    }

    /// Puts the year's package together and writes it at once, for whoever does not look at it before.
    ///
    /// # Errors
    /// As for [`Workplace::package_draft`] and [`Workplace::write_package`].
    pub fn hand_over(
        &self,
        delivery: &Delivery,
        to: &Destination,
        watch: &mut Watch<'_>,
    ) -> Result<Written, AppError> {
        let Delivery { community, year, on, leave_out } = delivery;
        self.write_package(&self.package_draft(*community, *year, *on)?, leave_out, to, watch)
    }

    /// «4821-7053-9164-2087», as chance has it: sixteen digits are dictated by telephone without a mistake, are the same
    /// on every keyboard, and there are 10¹⁶ of them.
    #[must_use]
    pub fn proposed_password(&self) -> String {
        // The last bytes of an identifier are its random ones.
        let chance = [self.clock.new_id(), self.clock.new_id()];
        let groups = chance.iter().flat_map(|id| {
            let bytes = id.as_bytes();
            [u16::from_be_bytes([bytes[12], bytes[13]]), u16::from_be_bytes([bytes[14], bytes[15]])]
        });
        let groups: Vec<String> = groups.map(|group| format!("{:04}", group % 10_000)).collect();
        groups.join("-")
    }

    /// The package with everything in it; attached files are read when they are written. The open data always goes.
    fn package(
        &self,
        draft: &PackageDraft,
        leave_out: &[String],
        name: &str,
    ) -> Result<Package<'_>, AppError> {
        let mut package = Package::new(name);
        package.add_paper(INVENTORY, draft.sheet(leave_out)?.pdf()?);
        for item in draft.going(leave_out)? {
            if let Some(composed) = item.composed(draft.on)? {
                package.add_paper(&item.path, composed.pdf()?);
            }
            if let Content::Attached(attachment) = &item.source {
                let source = Rc::new(AttachedBytes::new(self, attachment.clone()));
                package.add_source(&item.path, source, &attachment.sha256)?;
            }
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
}

/// Whether a package is all there, unchanged, with nothing besides.
///
/// # Errors
/// There is no package at the path, or it is closed by a password.
pub fn verify(path: &Path) -> Result<Verification, AppError> {
    verify_sealed(path, None)
}

/// The same for a package that may be closed by a password.
///
/// # Errors
/// There is no package at the path, or it is closed by another password.
pub fn verify_sealed(path: &Path, password: Option<&str>) -> Result<Verification, AppError> {
    must_be_there(path)?;
    Ok(pps_exchange::verify_sealed(path, password)?)
}

/// What a writing that was cut off left in a place, by name.
///
/// # Errors
/// The place is gone or does not answer.
pub fn leftovers(place: &Path) -> Result<Vec<Leftover>, AppError> {
    Ok(pps_exchange::leftovers(&RealDisk, place)?)
}

/// Removes what a writing that was cut off left in a place. Answers with what stays, because it may be the only whole
/// package or share its bytes with one.
///
/// # Errors
/// The place refuses.
pub fn remove_leftovers(place: &Path) -> Result<Vec<Leftover>, AppError> {
    Ok(pps_exchange::remove_leftovers(&RealDisk, place)?)
}

/// A password that a letter's thief does not guess in an evening.
fn check_password(password: &str) -> Result<(), AppError> {
    const SHORTEST: usize = 8;
    if !password.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return Err(AppError::SealLetters);
    }
    if password.len() < SHORTEST { Err(AppError::WeakSeal) } else { Ok(()) }
}

/// The bytes of an attached file, asked for piece by piece.
pub(crate) struct AttachedBytes<'w> {
    workplace: &'w Workplace,
    attachment: Attachment,
}

impl<'w> AttachedBytes<'w> {
    pub(crate) fn new(workplace: &'w Workplace, attachment: Attachment) -> Self {
        Self { workplace, attachment }
    }
}

impl Source for AttachedBytes<'_> {
    fn size(&self) -> u64 {
        self.attachment.size
    }

    fn read_at(&self, offset: u64, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        let sha256 = self.attachment.sha256.clone();
        *piece = self.workplace.read(move |reader| reader.file_piece(&sha256, offset, PIECE))?;
        if piece.is_empty() {
            return Err(StoreError::FileMissing(self.attachment.name.clone()).into());
        }
        Ok(())
    }
}
