//! What Typst sees: a library, four faces, the templates and one file of data.
//!
//! Everything that does not depend on the paper is made once in a process, since a paper must
//! appear while the person still looks at the button.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The version of the layout profile in `templates/gost.typ`. It grows when the same records would
/// begin to look different, so that a frozen paper can say by which rules it was set.
pub const LAYOUT_PROFILE: u32 = 1;

/// A template that is compiled into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    /// Any paper that is made of blocks.
    Document,
    Protocol,
    Plan,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The upright face of the papers.
pub(crate) const PLAIN_FACE: &[u8] = include_bytes!("../../../../../../assets/fonts/tinos/Tinos-Regular.ttf");

struct Faces {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    const FILES: [&[u8]; 4] = [
        PLAIN_FACE,
        include_bytes!("../../../../../../assets/fonts/tinos/Tinos-Bold.ttf"),
        include_bytes!("../../../../../../assets/fonts/tinos/Tinos-Italic.ttf"),
        include_bytes!("../../../../../../assets/fonts/tinos/Tinos-BoldItalic.ttf"),
    ];
    let fonts: Vec<Font> = FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect();
    Faces { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// Whether every face of the papers has a glyph for this character. A character that only the
/// upright face has would still break the export of a paper that sets it in bold.
pub(crate) fn has_glyph(character: char) -> bool {
    FACES.fonts.iter().all(|font| font.info().coverage.contains(u32::from(character)))
}

struct Files {
    sources: Vec<Source>,
    data: FileId,
}

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let sources = [
        ("gost.typ", include_str!("../../../templates/gost.typ")),
        ("tables.typ", include_str!("../../../templates/tables.typ")),
        ("figures.typ", include_str!("../../../templates/figures.typ")),
        ("minutes.typ", include_str!("../../../templates/minutes.typ")),
        ("document.typ", include_str!("../../../templates/document.typ")),
        ("protocol.typ", include_str!("../../../templates/protocol.typ")),
        ("plan.typ", include_str!("../../../templates/plan.typ")),
    ];
    let mut sources: Vec<Source> =
        sources.into_iter().map(|(name, text)| Source::new(file_id(name), text.into())).collect();
    // What is set is one line that hands the data to a template. The templates read no data themselves, so what they
    // define is evaluated once and stays in Typst's memory.
    for template in [Template::Document, Template::Protocol, Template::Plan] {
        let line = format!("#import \"{}\": set-paper\n#set-paper(json(\"data.json\"))", template.source());
        sources.push(Source::new(template.file(), line));
    }
    Files { sources, data: file_id("data.json") }
});

fn file_id(name: &str) -> FileId {
    // A plain file name without separators is always a valid virtual path.
    #[allow(clippy::expect_used)]
    let path = VirtualPath::new(name).expect("a plain file name is a valid path");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

impl Template {
    /// The file of the template.
    fn source(self) -> &'static str {
        match self {
            Self::Document => "document.typ",
            Self::Protocol => "protocol.typ",
            Self::Plan => "plan.typ",
        }
    }

    /// The file that is set: the template with the paper's data.
    fn file(self) -> FileId {
        file_id(match self {
            Self::Document => "set-document.typ",
            Self::Protocol => "set-protocol.typ",
            Self::Plan => "set-plan.typ",
        })
    }
}

/// What one paper is set from: the template, its data and the day on which it is set.
pub(crate) struct PaperWorld {
    main: FileId,
    data: Bytes,
    today: NaiveDate,
}

impl PaperWorld {
    pub(crate) fn new(template: Template, data: String, today: NaiveDate) -> Self {
        Self { main: template.file(), data: Bytes::from_string(data), today }
    }
}

/// A day in Typst's own terms.
pub(crate) fn typst_date(day: NaiveDate) -> Option<Datetime> {
    Datetime::from_ymd(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?)
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FACES.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        FILES.sources.iter().find(|source| source.id() == id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES.data { Ok(self.data.clone()) } else { Err(missing(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FACES.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        typst_date(self.today)
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
