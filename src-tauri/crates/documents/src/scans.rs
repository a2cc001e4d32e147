//! Photographs or scans of a signed protocol, bound into one PDF.
//!
//! A leader photographs the signed sheets with a phone. РИМК gets one file: A4 pages, each the right
//! way up, small enough for a letter. A PDF that a scanner made is kept as it is. All of these are
//! untrusted: their declared size is checked before anything is decoded.

mod foreign;
mod guard;
mod png;
mod sheet;

use chrono::NaiveDate;
use image::ImageError;
use printpdf::{CustomPdfConformance, PdfConformance, PdfDocument, PdfSaveOptions, XObject, XObjectId};

pub use foreign::ScannedPdf;
pub use sheet::Sheet;

use crate::printable::printable;

/// A file larger than this is not a photograph of a sheet.
pub const LARGEST_PICTURE: usize = 25 * 1024 * 1024;

/// A scanner at 300 dots per inch needs half of this for two hundred pages.
pub const LARGEST_PDF: usize = 50 * 1024 * 1024;

/// A protocol with all its annexes is far shorter.
pub const MOST_PAGES: usize = 200;

/// A picture as it was chosen by the person.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// The file's name, for messages.
    pub name: &'a str,
    /// The file's content.
    pub bytes: &'a [u8],
}

/// Why pictures could not be bound.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// There is nothing to bind.
    #[error("Не выбрано ни одного снимка: добавьте фотографии или сканы протокола.")]
    Nothing,
    /// The file is too large to be a photograph of a sheet.
    #[error("Файл «{name}» больше 25\u{a0}МБ: сохраните снимок в меньшем размере и добавьте его снова.")]
    TooLarge {
        /// The file's name.
        name: String,
    },
    /// The picture has more points than a school's PC can hold.
    #[error("Снимок «{name}» слишком велик ({width} × {height} точек): уменьшите его и добавьте снова.")]
    TooManyPixels {
        /// The file's name.
        name: String,
        /// Its declared width.
        width: u32,
        /// Its declared height.
        height: u32,
    },
    /// The file is neither JPEG nor PNG.
    #[error(
        "Файл «{name}»\u{a0}— не снимок JPEG или PNG: сохраните его в одном из этих видов и добавьте снова."
    )]
    NotAPicture {
        /// The file's name.
        name: String,
    },
    /// The file begins as a picture and is cut short or damaged.
    #[error("Снимок «{name}» повреждён и не открывается: снимите или отсканируйте лист ещё раз.")]
    Broken {
        /// The file's name.
        name: String,
        /// What the decoder said, for the log.
        #[source]
        source: ImageError,
    },
    /// There are more pages than a protocol can have.
    #[error("Страниц больше {MOST_PAGES}: уберите лишние или приложите этот файл отдельно, в «Документах».")]
    TooManyPages,
    /// The PDF is too large to be kept.
    #[error(
        "Файл «{name}» больше 50\u{a0}МБ: отсканируйте листы с меньшим разрешением (200 точек на дюйм) и добавьте \
         файл снова."
    )]
    PdfTooLarge {
        /// The file's name.
        name: String,
    },
    /// The PDF opens by a password only.
    #[error("Файл «{name}» закрыт паролем: сохраните его без пароля и добавьте снова.")]
    Locked {
        /// The file's name.
        name: String,
    },
    /// The PDF cannot be read.
    #[error("Файл «{name}» повреждён и не открывается: отсканируйте листы ещё раз или сфотографируйте их.")]
    BrokenPdf {
        /// The file's name.
        name: String,
    },
    /// The PDF would unfold into more than a school's PC can hold.
    #[error(
        "Файл «{name}» при открытии займёт слишком много памяти: отсканируйте листы с меньшим разрешением (200 \
         точек на дюйм) и добавьте файл снова."
    )]
    Heavy {
        /// The file's name.
        name: String,
    },
}

/// Pictures bound into one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundScans {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has, for «на 2 л.».
    pub pages: usize,
}

/// Binds pictures into one PDF, a page for each, in the given order. The same pictures, title and
/// day give the same bytes.
///
/// A picture that was cut short is refused. Bytes spoiled inside a JPEG are seldom found: it has no check
/// sums, so most of such damage reads as other colours, and only a look at the page tells.
///
/// # Errors
///
/// Names the first picture that cannot be read, and what to do about it.
pub fn bind_scans(title: &str, pictures: &[Picture<'_>], on: NaiveDate) -> Result<BoundScans, ScanError> {
    let sheets = pictures.iter().map(Sheet::read).collect::<Result<Vec<_>, _>>()?;
    bind_sheets(title, &sheets.iter().collect::<Vec<_>>(), on)
}

/// Binds sheets that were read before, as [`bind_scans`] does.
///
/// # Errors
///
/// There is nothing to bind, or too much.
pub fn bind_sheets(title: &str, sheets: &[&Sheet], on: NaiveDate) -> Result<BoundScans, ScanError> {
    match sheets.len() {
        0 => return Err(ScanError::Nothing),
        pages if pages > MOST_PAGES => return Err(ScanError::TooManyPages),
        _ => {}
    }
    let mut document = PdfDocument::new(&printable(title));
    let info = &mut document.metadata.info;
    "ППС".clone_into(&mut info.creator);
    "ППС".clone_into(&mut info.producer);
    // The default of this library is a standard of printing houses with a large colour profile.
    info.conformance = PdfConformance::Custom(CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..CustomPdfConformance::default()
    });
    // The clock is never read: the day comes from the caller.
    let midnight = on.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
    if let Ok(day) = printpdf::OffsetDateTime::from_unix_timestamp(midnight) {
        info.creation_date = day;
        info.modification_date = day;
        info.metadata_date = day;
    }
    for (index, sheet) in sheets.iter().enumerate() {
        let id = XObjectId(format!("sheet{}", index + 1));
        let page = sheet.page(&id);
        document.resources.xobjects.map.insert(id, XObject::External(sheet.object()));
        document.pages.push(page);
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    // The library makes a random identifier, which would change the bytes each time; the format
    // lets it be absent from a file without encryption.
    file.trailer.remove(b"ID");
    // The picture itself is not encoded anew, so a turned sheet is as sharp as an upright one.
    for (page, sheet) in file.get_pages().into_values().zip(sheets) {
        if let Ok(page) = file.get_dictionary_mut(page) {
            page.set("Rotate", i64::from(sheet.degrees()));
        }
    }
    file.compress();
    let mut pdf = Vec::new();
    // Writing to memory fails only when memory ends, which stops the program anyway.
    #[allow(clippy::expect_used)]
    file.save_to(&mut pdf).expect("writing to memory succeeds");
    Ok(BoundScans { pdf, pages: document.pages.len() })
}
