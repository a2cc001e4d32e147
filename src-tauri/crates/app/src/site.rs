//! Pages for the district's site: what would stand on them, and writing them into a folder.
//!
//! They are written as a package is (`pps_exchange`): beside its place, flushed, read back, and only then under its
//! name, so that the pages that lay there before stay whole whatever happens. What was shown the last time is kept in
//! the service folder; by it the next pages say what is new.

use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use pps_documents::site::{FileSums, PLAN_FILE, Shown, ShownBefore, Site, SiteLeftOut, SitePiece, Upload};
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::CommunityId;
use pps_domain::records::Attachment;
use pps_exchange::{
    Form, OnLeftovers, Package, RealDisk, Watch, name_in_place, package_name, read_open_data, write_folder,
};
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::package::{AttachedBytes, Written};
use crate::papers::{PaperForm, PaperKind, PaperRequest};
use crate::workplace::Workplace;

/// The folder of the pages inside what is written.
pub const SITE_FOLDER: &str = "site";
/// The folder of what is new or changed since the last time, with the same paths inside.
pub const FRESH_FOLDER: &str = "site-new";
/// The list of what is to be carried to the site, beside that folder.
pub const UPLOAD_LIST: &str = "Что загрузить.txt";
/// What was shown, in the service folder.
const KEPT: &str = "Сайт.json";

/// What would stand on the pages, to be looked at before they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export, export_to = "views/")]
pub struct SiteView {
    /// What stands on the pages.
    pub pieces: Vec<SitePiece>,
    /// What stays at home, and why.
    pub left_out: Vec<SiteLeftOut>,
    /// Who is named.
    pub named: Vec<String>,
    /// How many members are not.
    pub unnamed: usize,
    /// The day of what was written into the place before; none where nothing was.
    pub since: Option<NaiveDate>,
    /// How many files the site has.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// How many of them are new or changed since then and lie in a folder apart; all where nothing was written before.
    pub fresh: usize,
    /// By this it is known whether the records have changed since.
    pub seen: String,
}

/// Which pages are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteRequest {
    /// Whose.
    pub community: CommunityId,
    /// Plan and news of which year.
    pub year: SchoolYear,
    /// As of which day.
    pub on: NaiveDate,
}

/// What was shown and written, kept for the next time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    community: CommunityId,
    now: Version,
    /// What was there before that day.
    before: Option<Version>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    shown: Shown,
    files: FileSums,
}

/// What stands in a file of the site.
enum Content {
    Bytes(Vec<u8>),
    Attached(Attachment),
}

impl Content {
    fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Attached(file) => file.size,
        }
    }
}

impl Kept {
    /// What new pages are compared with: writing twice on one day does not make what came that day old.
    fn base(self, on: NaiveDate) -> Option<Version> {
        if self.now.shown.on == on { self.before } else { Some(self.now) }
    }
}

impl Workplace {
    /// What would stand on the pages, compared with what lies in a place.
    ///
    /// # Errors
    /// There is no such community, or the place does not answer.
    pub fn site_view(&self, request: &SiteRequest, place: Option<&Path>) -> Result<SiteView, AppError> {
        let records = self.community_records(request.community)?;
        let base = match place {
            Some(place) => {
                let name = self.site_name(&records, request, place)?;
                kept_in(&place.join(name)).and_then(|kept| kept.base(request.on))
            }
            None => None,
        };
        let site = self.site(&records, request, base.as_ref());
        let files = self.files_of_site(&records, request, &site)?;
        let mut package = Package::new(SITE_FOLDER);
        for (path, content) in &files {
            self.put(&mut package, SITE_FOLDER, path, content)?;
        }
        let upload = Upload::of(&sums(&package.manifest()), base.as_ref().map(|base| &base.files));
        Ok(SiteView {
            files: files.len(),
            bytes: files.iter().map(|(_, content)| content.size()).sum(),
            fresh: upload.put.len(),
            seen: site.sum(),
            since: base.map(|base| base.shown.on),
            pieces: site.pieces,
            left_out: site.left_out,
            named: site.named,
            unnamed: site.unnamed,
        })
    }

    /// Writes the pages into a folder inside `place`, reads them back, and answers with where and how much it is.
    ///
    /// # Errors
    /// The records have changed since they were `seen`, or the place refuses; pages that lay there stay as they were.
    pub fn write_site(
        &self,
        request: &SiteRequest,
        seen: Option<&str>,
        place: &Path,
        on_leftovers: OnLeftovers,
        watch: &mut Watch<'_>,
    ) -> Result<Written, AppError> {
        let records = self.community_records(request.community)?;
        let name = self.site_name(&records, request, place)?;
        let kept = kept_in(&place.join(&name));
        let base = kept.and_then(|kept| kept.base(request.on));
        let site = self.site(&records, request, base.as_ref());
        if seen.is_some_and(|seen| seen != site.sum()) {
            return Err(AppError::SiteChanged);
        }
        let mut package = Package::new(&name);
        let contents = self.files_of_site(&records, request, &site)?;
        for (path, content) in &contents {
            self.put(&mut package, SITE_FOLDER, path, content)?;
        }
        let files = sums(&package.manifest());
        let since = base.as_ref().map(|base| base.shown.on);
        let upload = Upload::of(&files, base.as_ref().map(|base| &base.files));
        // The first time the folder of the pages is what is new, and lies there but once.
        if since.is_some() {
            let is_fresh = |path: &str| upload.put.iter().any(|put| *put == format!("{SITE_FOLDER}/{path}"));
            for (path, content) in contents.iter().filter(|(path, _)| is_fresh(path)) {
                self.put(&mut package, FRESH_FOLDER, path, content)?;
            }
        }
        let list = upload.in_words(SITE_FOLDER, FRESH_FOLDER, request.on, since);
        package.add_paper(UPLOAD_LIST, list.into_bytes());
        let kept =
            Kept { community: request.community, now: Version { shown: site.shown, files }, before: base };
        package.add_open_data(KEPT, serde_json::to_vec_pretty(&kept).map_err(AppError::SiteNotNoted)?);
        let written = write_folder(&package, place, on_leftovers, &RealDisk, watch)?;
        let pps_exchange::Written { path, files, bytes, leftovers } = written;
        let usual = names(&records, request.year).into_iter().next().filter(|usual| *usual != name);
        Ok(Written { path, files, bytes, leftovers, taken: usual })
    }

    fn site(&self, records: &CommunityRecords, request: &SiteRequest, base: Option<&Version>) -> Site {
        let before = base.map(|base| ShownBefore(base.shown.clone()));
        Site::of(records, request.year, request.on, before.as_ref())
    }

    /// Every file of the site under its path.
    fn files_of_site(
        &self,
        records: &CommunityRecords,
        request: &SiteRequest,
        site: &Site,
    ) -> Result<Vec<(String, Content)>, AppError> {
        let pages = site.pages.iter().map(|page| (page.path.clone(), Content::Bytes(page.bytes.clone())));
        let plan = self.plan_file(site, request)?.map(|plan| (PLAN_FILE.to_owned(), Content::Bytes(plan)));
        let attached = site.attached.iter().filter_map(|file| {
            let attachment = records.attachments.get(&file.attachment)?;
            Some((file.path.clone(), Content::Attached(attachment.clone())))
        });
        Ok(pages.chain(plan).chain(attached).collect())
    }

    fn put<'s>(
        &'s self,
        package: &mut Package<'s>,
        folder: &str,
        path: &str,
        content: &Content,
    ) -> Result<(), AppError> {
        let path = format!("{folder}/{path}");
        match content {
            Content::Bytes(bytes) => package.add_paper(&path, bytes.clone()),
            Content::Attached(file) => {
                let source = Rc::new(AttachedBytes::new(self, file.clone()));
                package.add_source(&path, source, &file.sha256)?
            }
        };
        Ok(())
    }

    /// The plan without names, where it is approved.
    fn plan_file(&self, site: &Site, request: &SiteRequest) -> Result<Option<Vec<u8>>, AppError> {
        let Some(on) = site.plan_day() else { return Ok(None) };
        let SiteRequest { community, year, .. } = request;
        let plan = PaperRequest {
            without_personal_data: true,
            ..PaperRequest::new(*community, PaperKind::Plan, *year, on)
        };
        self.paper_file(&plan, PaperForm::Pdf).map(|(_, plan)| Some(plan))
    }

    /// Under which name the pages go into a place: that of the community's own pages, or one that is free.
    fn site_name(
        &self,
        records: &CommunityRecords,
        request: &SiteRequest,
        place: &Path,
    ) -> Result<String, AppError> {
        let names = names(records, request.year);
        let own = |data: &[u8]| {
            serde_json::from_slice::<Kept>(data).is_ok_and(|kept| kept.community == request.community)
        };
        let found = name_in_place(&RealDisk, place, Form::Folder, &names, KEPT, &own)?;
        found
            .ok_or_else(|| AppError::PackageNamesTaken { name: names.into_iter().next().unwrap_or_default() })
    }
}

/// «Для сайта_Функциональная грамотность_2025-2026», then those with a number.
fn names(records: &CommunityRecords, year: SchoolYear) -> Vec<String> {
    const MOST: usize = 10;
    let year = year.to_string().replace('/', "-");
    let short = records.community.shown_name();
    let first = package_name("Для сайта", short, &year);
    let more = (2..MOST).map(|number| package_name("Для сайта", &format!("{short} ({number})"), &year));
    std::iter::once(first).chain(more).collect()
}

/// What was shown by the pages that lie in a folder; none where none do, or what is kept does not come back.
fn kept_in(folder: &Path) -> Option<Kept> {
    let data = read_open_data(folder, KEPT).ok()?;
    serde_json::from_slice(&data).ok()
}

/// The files of the site and their sums, out of the lines of a manifest.
fn sums(manifest: &str) -> FileSums {
    let lines = manifest.lines().filter_map(|line| line.split_once("  "));
    let own = lines.filter(|(_, path)| path.starts_with(&format!("{SITE_FOLDER}/")));
    own.map(|(sum, path)| (path.to_owned(), sum.to_owned())).collect()
}
