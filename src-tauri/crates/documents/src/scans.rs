//! Photographs or scans of a signed protocol, bound into one PDF.
//!
//! A leader photographs the signed sheets with a phone. РИМК gets one file: A4 pages, each the right
//! way up, small enough for a letter. The pictures are untrusted: their declared size is checked
//! before anything is decoded.

use std::collections::BTreeMap;
use std::io::Cursor;

use chrono::NaiveDate;
use exif::{In, Tag};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use printpdf::{
    CustomPdfConformance, DictItem, ExternalStream, ExternalXObject, Mm, Op, PdfConformance, PdfDocument,
    PdfPage, PdfSaveOptions, Pt, Px, XObject, XObjectId, XObjectTransform,
};

use crate::jpeg;
use crate::printable::printable;

/// A file larger than this is not a photograph of a sheet.
pub const LARGEST_FILE: usize = 40 * 1024 * 1024;

/// Phones take up to 50 megapixels by default; decoding that already costs 200 MB of memory.
const MOST_PIXELS: u64 = 64_000_000;

/// What a decoder may allocate: 64 megapixels in four colours, and room to work.
const MOST_MEMORY: u64 = 320 * 1024 * 1024;

/// Enough to read handwriting in print, and no more than a letter can carry.
const DOTS_PER_INCH: f32 = 170.0;

/// The size of a page's picture that the quality is lowered for.
const AIM_BYTES: usize = 400 * 1024;

/// An A4 page's sides, and a margin that every printer can print up to.
const SHORT_MM: f32 = 210.0;
const LONG_MM: f32 = 297.0;
const MARGIN_MM: f32 = 5.0;

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
    #[error("Файл «{name}» больше 40 МБ: сохраните снимок в меньшем размере и добавьте его снова.")]
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
    #[error("Файл «{name}» — не снимок JPEG или PNG: сохраните его в одном из этих видов и добавьте снова.")]
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
    if pictures.is_empty() {
        return Err(ScanError::Nothing);
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
    for (index, picture) in pictures.iter().enumerate() {
        let sheet = Sheet::read(picture)?;
        let id = XObjectId(format!("sheet{}", index + 1));
        let page = sheet.page(&id);
        document.resources.xobjects.map.insert(id, XObject::External(sheet.into_object()));
        document.pages.push(page);
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    // The library makes a random identifier, which would change the bytes each time; the format
    // lets it be absent from a file without encryption.
    file.trailer.remove(b"ID");
    file.compress();
    let mut pdf = Vec::new();
    // Writing to memory fails only when memory ends, which stops the program anyway.
    #[allow(clippy::expect_used)]
    file.save_to(&mut pdf).expect("writing to memory succeeds");
    Ok(BoundScans { pdf, pages: document.pages.len() })
}

/// A picture ready for its page: upright, small, encoded.
struct Sheet {
    width: u32,
    height: u32,
    grey: bool,
    jpeg: Vec<u8>,
}

impl Sheet {
    fn read(picture: &Picture<'_>) -> Result<Self, ScanError> {
        let name = || picture.name.to_owned();
        if picture.bytes.len() > LARGEST_FILE {
            return Err(ScanError::TooLarge { name: name() });
        }
        // The kind is told by the first bytes: names lie.
        let format = image::guess_format(picture.bytes)
            .ok()
            .filter(|format| matches!(format, ImageFormat::Jpeg | ImageFormat::Png))
            .ok_or_else(|| ScanError::NotAPicture { name: name() })?;
        let broken = |source| ScanError::Broken { name: name(), source };
        let reader = || ImageReader::with_format(Cursor::new(picture.bytes), format);
        let (width, height) = reader().into_dimensions().map_err(broken)?;
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(ScanError::TooManyPixels { name: name(), width, height });
        }
        let decoded = if format == ImageFormat::Jpeg {
            jpeg::decode(picture.bytes).map_err(broken)?
        } else {
            let mut limits = Limits::default();
            limits.max_alloc = Some(MOST_MEMORY);
            let mut reader = reader();
            reader.limits(limits);
            reader.decode().map_err(|error| match error {
                ImageError::Limits(_) => ScanError::TooManyPixels { name: name(), width, height },
                other => ScanError::Broken { name: name(), source: other },
            })?
        };
        let upright = upright(shrink(decoded), picture.bytes);
        Self::encode(&upright).map_err(broken)
    }

    fn encode(picture: &DynamicImage) -> Result<Self, ImageError> {
        let grey = !picture.color().has_color() && !picture.color().has_alpha();
        let flat = if grey {
            DynamicImage::ImageLuma8(picture.to_luma8())
        } else {
            DynamicImage::ImageRgb8(on_white(picture))
        };
        let mut jpeg = Vec::new();
        for quality in [80, 68, 56, 45] {
            jpeg.clear();
            // `encode_image` would write every picture in colours, which a grey page shows as stripes.
            flat.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality))?;
            if jpeg.len() <= AIM_BYTES {
                break;
            }
        }
        Ok(Self { width: flat.width(), height: flat.height(), grey, jpeg })
    }

    /// An A4 page, turned as the picture is, with the picture in its middle.
    fn page(&self, id: &XObjectId) -> PdfPage {
        let (page_width, page_height) =
            if self.width > self.height { (LONG_MM, SHORT_MM) } else { (SHORT_MM, LONG_MM) };
        let (width, height) = (pixels(self.width), pixels(self.height));
        let fit = ((page_width - 2.0 * MARGIN_MM) / width).min((page_height - 2.0 * MARGIN_MM) / height);
        let corner = |page: f32, side: f32| Some(Pt::from(Mm((page - side * fit) / 2.0)));
        // `Do` draws an image into a square of one point, so the scale is the size itself.
        let transform = XObjectTransform {
            translate_x: corner(page_width, width),
            translate_y: corner(page_height, height),
            scale_x: Some(Pt::from(Mm(width * fit)).0),
            scale_y: Some(Pt::from(Mm(height * fit)).0),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        PdfPage::new(Mm(page_width), Mm(page_height), vec![Op::UseXobject { id: id.clone(), transform }])
    }

    fn into_object(self) -> ExternalXObject {
        let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
        let dict = BTreeMap::from([
            ("Type".to_owned(), name("XObject")),
            ("Subtype".to_owned(), name("Image")),
            ("Width".to_owned(), DictItem::Int(i64::from(self.width))),
            ("Height".to_owned(), DictItem::Int(i64::from(self.height))),
            ("ColorSpace".to_owned(), name(if self.grey { "DeviceGray" } else { "DeviceRGB" })),
            ("BitsPerComponent".to_owned(), DictItem::Int(8)),
            ("Filter".to_owned(), name("DCTDecode")),
        ]);
        ExternalXObject {
            stream: ExternalStream { dict, content: self.jpeg, compress: false },
            width: Some(Px(self.width as usize)),
            height: Some(Px(self.height as usize)),
            dpi: None,
        }
    }
}

/// A side in points of the picture; after [`shrink`] it is far within what `f32` holds exactly.
#[allow(clippy::cast_precision_loss)]
fn pixels(side: u32) -> f32 {
    side as f32
}

/// Brings a picture down to what a page of A4 can show. Small pictures stay as they are.
fn shrink(picture: DynamicImage) -> DynamicImage {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let dots = |side_mm: f32| (side_mm / 25.4 * DOTS_PER_INCH) as u32;
    let (long, short) = (dots(LONG_MM), dots(SHORT_MM));
    let (wide, high) = if picture.width() > picture.height() { (long, short) } else { (short, long) };
    if picture.width() <= wide && picture.height() <= high {
        return picture;
    }
    picture.resize(wide, high, FilterType::Triangle)
}

/// Turns the picture as the camera was held. A picture without that mark, or with a broken one, is
/// left as it is: the person sees it in the preview and can turn the photograph.
fn upright(mut picture: DynamicImage, file: &[u8]) -> DynamicImage {
    let held = exif::Reader::new()
        .read_from_container(&mut Cursor::new(file))
        .ok()
        .and_then(|marks| marks.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0))
        .and_then(|turn| Orientation::from_exif(u8::try_from(turn).ok()?));
    if let Some(held) = held {
        picture.apply_orientation(held);
    }
    picture
}

/// Puts a picture with transparent parts on white paper, since JPEG would show them black.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let source = picture.to_rgba8();
    RgbImage::from_fn(source.width(), source.height(), |x, y| {
        let [red, green, blue, alpha] = source.get_pixel(x, y).0;
        let blend = |colour: u8| {
            let mixed = (u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        image::Rgb([blend(red), blend(green), blend(blue)])
    })
}
