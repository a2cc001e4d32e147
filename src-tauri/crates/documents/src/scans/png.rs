//! A PNG without what is packed beside its picture.
//!
//! A colour profile or a comment may be packed: half a megabyte that unfolds into five hundred. The decoder unfolds it
//! before it looks at the picture, and a sheet of paper needs none of it.

use std::borrow::Cow;

const SIGNATURE: usize = 8;
/// Length, kind and check sum of a chunk.
const FRAME: usize = 12;

/// The chunks that hold something packed besides the picture itself.
const PACKED: [&[u8]; 3] = [b"iCCP", b"zTXt", b"iTXt"];

/// The picture alone. What follows a broken chunk is left out, so that the decoder finds the file cut short.
pub(super) fn picture_only(file: &[u8]) -> Cow<'_, [u8]> {
    let chunks = || Chunks { rest: file.get(SIGNATURE..).unwrap_or_default() };
    if chunks().all(|chunk| !is_packed(chunk)) {
        return Cow::Borrowed(file);
    }
    let kept = chunks().filter(|chunk| !is_packed(chunk));
    Cow::Owned(file.iter().take(SIGNATURE).chain(kept.flatten()).copied().collect())
}

fn is_packed(chunk: &[u8]) -> bool {
    chunk.get(4..8).is_some_and(|kind| PACKED.contains(&kind))
}

struct Chunks<'f> {
    rest: &'f [u8],
}

impl<'f> Iterator for Chunks<'f> {
    type Item = &'f [u8];

    fn next(&mut self) -> Option<&'f [u8]> {
        let length = usize::try_from(u32::from_be_bytes(*self.rest.first_chunk()?)).ok()?;
        let (chunk, rest) = self.rest.split_at_checked(length.checked_add(FRAME)?)?;
        self.rest = rest;
        Some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use image::{ImageFormat, RgbImage};

    use super::*;
    use crate::scans::{Picture, Sheet};

    fn png() -> Vec<u8> {
        let mut png = Cursor::new(Vec::new());
        RgbImage::new(40, 30).write_to(&mut png, ImageFormat::Png).unwrap();
        png.into_inner()
    }

    /// After the first chunk, which every PNG begins with.
    fn with_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let png = png();
        let head = SIGNATURE + FRAME + 13;
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        let mut crc = flate2::Crc::new();
        crc.update(&[kind, data].concat());
        [&png[..head], &length, kind, data, &crc.sum().to_be_bytes(), &png[head..]].concat()
    }

    fn profile(unfolds_to: usize) -> Vec<u8> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&vec![0; unfolds_to]).unwrap();
        [b"profile\0\0".as_slice(), &packed.finish().unwrap()].concat()
    }

    #[test]
    fn a_packed_profile_is_left_out_and_the_picture_stays() {
        let bomb = with_chunk(b"iCCP", &profile(64 * 1024 * 1024));
        assert!(bomb.len() < 100_000);
        assert_eq!(picture_only(&bomb), png());
        Sheet::read(&Picture { name: "лист.png", bytes: &bomb }).unwrap();
    }

    #[test]
    fn a_plain_picture_is_not_copied() {
        assert!(matches!(picture_only(&png()), Cow::Borrowed(_)));
        let sharp = with_chunk(b"pHYs", &[0, 0, 1, 0, 0, 0, 1, 0, 1]);
        assert!(matches!(picture_only(&sharp), Cow::Borrowed(_)));
    }

    #[test]
    fn a_profile_behind_a_broken_chunk_is_not_reached() {
        let mut broken = with_chunk(b"iCCP", &profile(1024));
        let at = broken.len() - 20;
        let second = [&broken[..at], &[0xFF; 40]].concat();
        assert!(!picture_only(&second).windows(4).any(|kind| kind == b"iCCP"));
        broken.truncate(20);
        assert_eq!(picture_only(&broken), broken);
    }
}
