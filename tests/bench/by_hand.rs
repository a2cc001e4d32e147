//! Pages as somebody would write them by hand in bare Typst: what our papers are measured against.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The look that the pages share.
const LOOK: &str = include_str!("by-hand/page.typ");

/// The first protocol of the example.
pub(crate) const PROTOCOL: &str = include_str!("by-hand/protocol.typ");

/// The register of the example's events.
pub(crate) const EVENTS: &str = include_str!("by-hand/events.typ");

struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    look: Source,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    const FACES: [&[u8]; 2] = [
        include_bytes!("../../assets/fonts/tinos/Tinos-Regular.ttf"),
        include_bytes!("../../assets/fonts/tinos/Tinos-Bold.ttf"),
    ];
    let fonts: Vec<Font> = FACES.iter().filter_map(|face| Font::new(Bytes::new(*face), 0)).collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        look: Source::new(named("page.typ"), LOOK.to_owned()),
    }
});

fn named(name: &str) -> FileId {
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).unwrap()))
}

struct Page(Source);

impl World for Page {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.0.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let sources = [&self.0, &SHARED.look];
        sources.into_iter().find(|source| source.id() == id).cloned().ok_or(FileError::Other(None))
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::Other(None))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The page as PDF, of the same standard as our papers.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    let page = Page(Source::new(named("by-hand.typ"), text.to_owned()));
    let document = typst::compile::<PagedDocument>(&page).output.unwrap();
    comemo::evict(4);
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap();
    typst_pdf::pdf(&document, &PdfOptions { standards, ..PdfOptions::default() }).unwrap()
}
