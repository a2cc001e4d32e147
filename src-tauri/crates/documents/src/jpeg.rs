//! Photographs in JPEG, opened without indulgence.
//!
//! The decoder of `image` shows whatever is left of a damaged file and paints the rest grey. That suits
//! a browser; a protocol without its signatures must not be taken for a signed one.

use image::error::{DecodingError, ImageFormatHint};
use image::{DynamicImage, GrayImage, ImageError, ImageFormat, RgbImage};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// The markers that a reader of a file's structure has to know, each after a byte `FF`.
const RESTART: std::ops::RangeInclusive<u8> = 0xD0..=0xD7;
const START_OF_IMAGE: u8 = 0xD8;
const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
const FRAME_IN_PASSES: u8 = 0xC2;
const TEMPORARY: u8 = 0x01;

/// Opens a JPEG that is whole.
///
/// A file that was cut short is always refused, since it has no mark of its end. Bytes that were spoiled
/// inside the picture (a run of zeroes, for one) are found only where the strict decoder meets a code that
/// no table has, about one time in ten: JPEG has no check sums, and other damage reads as other colours.
/// Nobody but the person who looks at the page can find that.
///
/// # Errors
///
/// The file is cut short or damaged.
pub(crate) fn decode(file: &[u8]) -> Result<DynamicImage, ImageError> {
    if !has_end(file) {
        return Err(broken("the file ends before its end-of-image marker"));
    }
    let options = DecoderOptions::default().set_max_width(usize::MAX).set_max_height(usize::MAX);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options.set_strict_mode(false));
    // Cameras leave stray bytes between the headers, which harm nothing; only the picture is read strictly.
    decoder.decode_headers().map_err(broken)?;
    let grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let colours = if grey { ColorSpace::Luma } else { ColorSpace::RGB };
    let strict = decoder.options().set_strict_mode(true).jpeg_set_out_colorspace(colours);
    decoder.set_options(strict);
    let points = decoder.decode().map_err(broken)?;
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let (width, height) = decoder.dimensions().map_or((0, 0), |(width, height)| (side(width), side(height)));
    let picture = if grey {
        GrayImage::from_raw(width, height, points).map(DynamicImage::ImageLuma8)
    } else {
        RgbImage::from_raw(width, height, points).map(DynamicImage::ImageRgb8)
    };
    picture.ok_or_else(|| broken("the picture is smaller than its header says"))
}

/// Whether the picture is sent in several passes, which are held in memory whole until the last has come.
pub(crate) fn in_passes(file: &[u8]) -> bool {
    markers(file).take_while(|marker| *marker != START_OF_SCAN).any(|marker| marker == FRAME_IN_PASSES)
}

fn broken(reason: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ImageError {
    ImageError::Decoding(DecodingError::new(ImageFormatHint::Exact(ImageFormat::Jpeg), reason))
}

/// Whether the picture is followed by the marker of its end. What cameras write after it (padding, a
/// second picture, a short film) is not looked at; a small picture inside a header does not count.
fn has_end(file: &[u8]) -> bool {
    let mut scanned = false;
    for marker in markers(file) {
        if marker == END_OF_IMAGE {
            return scanned;
        }
        scanned |= marker == START_OF_SCAN;
    }
    false
}

/// The markers of a file's structure one after another, as far as their contents are there.
fn markers(file: &[u8]) -> impl Iterator<Item = u8> {
    let mut rest = Some(file);
    std::iter::from_fn(move || {
        let (marker, after) = next_marker(rest?)?;
        rest = match marker {
            TEMPORARY | START_OF_IMAGE | END_OF_IMAGE => Some(after),
            marker if RESTART.contains(&marker) => Some(after),
            _ => {
                // The length counts its own two bytes.
                let length = after.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
                after.get(length.max(2)..)
            }
        };
        Some(marker)
    })
}

/// The next marker and what follows it. Points of the picture and stray bytes before it are passed over:
/// within the points a byte `FF` is followed by a zero.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes;
    loop {
        let start = rest.iter().position(|byte| *byte == 0xFF)?;
        rest = &rest[start + 1..];
        match rest.split_first()? {
            // A padded marker has several of these bytes before it.
            (0 | 0xFF, _) => {}
            (marker, after) => return Some((*marker, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const SCAN: &[u8] = b"\xFF\xDA\0\x04\0\0points\xFF\0\xFF\xD3more";

    #[rstest]
    #[case::whole(&[b"\xFF\xD8", SCAN, b"\xFF\xD9"], true)]
    #[case::padded(&[b"\xFF\xD8\xFF\xFF", SCAN, b"\xFF\xFF\xD9\0\0\0"], true)]
    #[case::stray_bytes_between_headers(&[b"\xFF\xD8\xFF\xE0\0\x02\0\0\0\0\0", SCAN, b"\xFF\xD9"], true)]
    #[case::second_picture(&[b"\xFF\xD8", SCAN, b"\xFF\xD9\xFF\xD8\xFF\xE1\0\x09cut"], true)]
    #[case::several_scans(&[b"\xFF\xD8", SCAN, SCAN, b"\xFF\xD9"], true)]
    #[case::without_end(&[b"\xFF\xD8", SCAN], false)]
    #[case::half_an_end(&[b"\xFF\xD8", SCAN, b"\xFF"], false)]
    #[case::end_within_a_header(&[b"\xFF\xD8\xFF\xE1\0\x04\xFF\xD9", SCAN], false)]
    #[case::cut_in_a_header(&[b"\xFF\xD8\xFF\xE1\x01\0\xFF\xD9".as_slice()], false)]
    #[case::no_picture(&[b"\xFF\xD8\xFF\xD9".as_slice()], false)]
    #[case::nothing(&[], false)]
    fn a_file_has_its_end_or_was_cut(#[case] parts: &[&[u8]], #[case] whole: bool) {
        assert_eq!(has_end(&parts.concat()), whole);
    }
}
