//! One picture made into a sheet: upright, small, encoded.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;

use exif::{In, Tag};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use printpdf::{
    DictItem, ExternalStream, ExternalXObject, Mm, Op, PdfPage, Pt, Px, XObjectId, XObjectTransform,
};

use super::{LARGEST_PICTURE, Picture, ScanError, png};
use crate::jpeg;

/// Phones take up to 50 megapixels by default; in three colours that is 150 MB, in four 200.
pub(super) const MOST_PIXELS: u64 = 52_000_000;

/// A picture that is sent in several passes is held whole three times over while it is put together.
const MOST_PIXELS_IN_PASSES: u64 = 24_000_000;

/// What the decoder of PNG may allocate: 52 megapixels in four colours, and room to work.
const MOST_MEMORY: u64 = 220 * 1024 * 1024;

/// Enough to read handwriting in print, and no more than a letter can carry.
const DOTS_PER_INCH: f32 = 170.0;

/// A page's picture takes no more than this; with what a page adds, it stays under 400 KB.
const MOST_BYTES: usize = 396 * 1024;

/// An A4 page's sides, and a margin that every printer can print up to.
const SHORT_MM: f32 = 210.0;
const LONG_MM: f32 = 297.0;
const MARGIN_MM: f32 = 5.0;

/// A picture ready for its page: upright, small, encoded. What was chosen is not kept beside it.
#[derive(Debug, Clone)]
pub struct Sheet {
    width: u32,
    height: u32,
    grey: bool,
    jpeg: Vec<u8>,
    quarters: u8,
}

impl Sheet {
    /// Reads a picture and stands it upright, where the camera said how it was held.
    ///
    /// # Errors
    ///
    /// The file is not a picture, is damaged, or is too large.
    pub fn read(picture: &Picture<'_>) -> Result<Self, ScanError> {
        let name = || picture.name.to_owned();
        if picture.bytes.len() > LARGEST_PICTURE {
            return Err(ScanError::TooLarge { name: name() });
        }
        // The kind is told by the first bytes: names lie.
        let format = image::guess_format(picture.bytes)
            .ok()
            .filter(|format| matches!(format, ImageFormat::Jpeg | ImageFormat::Png))
            .ok_or_else(|| ScanError::NotAPicture { name: name() })?;
        let broken = |source| ScanError::Broken { name: name(), source };
        let bytes = match format {
            ImageFormat::Png => png::picture_only(picture.bytes),
            _ => Cow::Borrowed(picture.bytes),
        };
        let reader = || ImageReader::with_format(Cursor::new(&*bytes), format);
        let (width, height) = reader().into_dimensions().map_err(broken)?;
        let in_passes = format == ImageFormat::Jpeg && jpeg::in_passes(picture.bytes);
        let most = if in_passes { MOST_PIXELS_IN_PASSES } else { MOST_PIXELS };
        if u64::from(width) * u64::from(height) > most {
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
        Self::encode(upright).map_err(broken)
    }

    /// Turns it a quarter to the right.
    pub fn turn(&mut self) {
        self.quarters = (self.quarters + 1) % 4;
    }

    /// How many quarters it was turned to the right, up to three.
    #[must_use]
    pub fn quarters(&self) -> u8 {
        self.quarters
    }

    /// How far it was turned to the right.
    pub(super) fn degrees(&self) -> u16 {
        u16::from(self.quarters) * 90
    }

    /// The sheet as it will lie in the file, as JPEG, its longer side no longer than asked for.
    ///
    /// # Errors
    ///
    /// Its own picture cannot be read back, which only a fault of the memory explains.
    pub fn image(&self, longest: u32) -> Result<Vec<u8>, ScanError> {
        let broken = |source| ScanError::Broken { name: String::new(), source };
        let mut picture =
            image::load_from_memory_with_format(&self.jpeg, ImageFormat::Jpeg).map_err(broken)?;
        if picture.width().max(picture.height()) > longest {
            picture = picture.thumbnail(longest, longest);
        }
        let turned = match self.quarters {
            1 => picture.rotate90(),
            2 => picture.rotate180(),
            3 => picture.rotate270(),
            _ => picture,
        };
        let mut jpeg = Vec::new();
        turned.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 80)).map_err(broken)?;
        Ok(jpeg)
    }

    fn encode(picture: DynamicImage) -> Result<Self, ImageError> {
        let grey = !picture.color().has_color() && !picture.color().has_alpha();
        let mut flat = if grey {
            DynamicImage::ImageLuma8(picture.into_luma8())
        } else {
            DynamicImage::ImageRgb8(on_white(picture))
        };
        let mut jpeg = Vec::new();
        loop {
            for quality in [80, 68, 56, 45] {
                jpeg.clear();
                // `encode_image` would write every picture in colours, which a grey page shows as stripes.
                flat.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality))?;
                if jpeg.len() <= MOST_BYTES {
                    return Ok(Self { width: flat.width(), height: flat.height(), grey, jpeg, quarters: 0 });
                }
            }
            // A coarse cloth or a carpet around the sheet resists any quality; fewer points do not.
            let fewer = |side: u32| (side * 4 / 5).max(1);
            flat = flat.resize_exact(fewer(flat.width()), fewer(flat.height()), FilterType::Triangle);
        }
    }

    /// An A4 page, turned as the picture is, with the picture in its middle.
    pub(super) fn page(&self, id: &XObjectId) -> PdfPage {
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

    pub(super) fn object(&self) -> ExternalXObject {
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
            stream: ExternalStream { dict, content: self.jpeg.clone(), compress: false },
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
fn shrink(mut picture: DynamicImage) -> DynamicImage {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let dots = |side_mm: f32| (side_mm / 25.4 * DOTS_PER_INCH) as u32;
    let (long, short) = (dots(LONG_MM), dots(SHORT_MM));
    let (wide, high) = if picture.width() > picture.height() { (long, short) } else { (short, long) };
    if picture.width() <= wide && picture.height() <= high {
        return picture;
    }
    // The fine filter works in floating point and would need more memory for a large photograph than the
    // photograph itself, so that one is first averaged down, which needs none.
    let (coarse_wide, coarse_high) = (wide * 2, high * 2);
    if picture.width() > coarse_wide || picture.height() > coarse_high {
        // Put in place of the large one, which is given back before the fine filter begins.
        picture = picture.thumbnail(coarse_wide, coarse_high);
    }
    picture.resize(wide, high, FilterType::Triangle)
}

/// Turns the picture as the camera was held. A picture without that mark, or with a broken one, is
/// left as it is: the person sees it and can turn it.
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
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let source = picture.into_rgba8();
    RgbImage::from_fn(source.width(), source.height(), |x, y| {
        let [red, green, blue, alpha] = source.get_pixel(x, y).0;
        let blend = |colour: u8| {
            let mixed = (u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        image::Rgb([blend(red), blend(green), blend(blue)])
    })
}
