//! Pages for the district's site: plain, self-contained HTML that is a pure function of the records, of what people
//! have agreed to, and of what was shown before. It names only who agreed to be named; everybody else is left out.
//!
//! What is written where, is the business of whoever asks: here are names of files and their texts, and which attached
//! files go beside them.

mod contents;
mod html;
mod latin;
mod pages;
mod shown;
mod upload;

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::AttachmentId;
use pps_domain::personal::Publication;

use contents::Contents;
pub use contents::{SiteLeftOut, SitePart, SitePiece};
pub use shown::{Shown, ShownBefore, ShownPage};
pub use upload::{FileSums, Upload};

/// What the pages are made of.
pub(crate) struct Source<'a> {
    pub(crate) records: &'a CommunityRecords,
    pub(crate) year: SchoolYear,
    pub(crate) on: NaiveDate,
    pub(crate) publication: Publication,
}

/// The pages of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Pages and their style, by the names of their files.
    pub pages: Vec<SiteFile>,
    /// Attached files that go beside them.
    pub attached: Vec<AttachedFile>,
    /// What stands on the pages, to be told before anything is written.
    pub pieces: Vec<SitePiece>,
    /// What stays at home, and why.
    pub left_out: Vec<SiteLeftOut>,
    /// Who is named, as on the pages.
    pub named: Vec<String>,
    /// How many people of the roster are not named.
    pub unnamed: usize,
    /// What is shown now, to be kept for the next time.
    pub shown: Shown,
}

/// A file with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// «plan.html»
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An attached file under its name on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// «files/list-samootsenki.pdf»
    pub path: String,
    /// Which.
    pub attachment: AttachmentId,
}

/// The plan of the year without names, under this name beside the pages.
pub const PLAN_FILE: &str = "files/plan.pdf";

impl Site {
    /// The pages of a year as of a day. `before` is what was shown the last time.
    #[must_use]
    pub fn of(
        records: &CommunityRecords,
        year: SchoolYear,
        on: NaiveDate,
        before: Option<&ShownBefore>,
    ) -> Self {
        let source = Source { records, year, on, publication: Publication::of(records, on) };
        let contents = Contents::of(&source);
        let mut shown = contents.shown();
        let pages = pages::all(&source, &contents, before, &mut shown);
        let named = contents.named(&source);
        let members = records.roster(on.clamp(year.start(), year.end()));
        let unnamed = members.iter().filter(|member| !contents.is_named(&source, member.person)).count();
        Self {
            pages,
            attached: contents.attached(),
            pieces: contents.pieces(|piece| pages::is_new(piece, before)),
            left_out: contents.left_out,
            named,
            unnamed,
            shown,
        }
    }

    /// A sum of all pages, by which it is known whether they are as they were seen.
    #[must_use]
    pub fn sum(&self) -> String {
        let texts = self.pages.iter().map(|page| String::from_utf8_lossy(&page.bytes));
        let files = self.attached.iter().map(|file| format!("{}{}", file.path, file.attachment).into());
        shown::sum(&texts.chain(files).collect::<Vec<_>>().concat())
    }

    /// As of which day the plan of the year is printed to lie beside the pages: that of its own page, so that a plan which
    /// has not changed is the same file. None where there is no plan to show.
    #[must_use]
    pub fn plan_day(&self) -> Option<NaiveDate> {
        self.shown.pages.get(SitePart::Plan.path()).map(|page| page.since)
    }
}
