use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::TableError;

/// The text of a file: by its mark of byte order, else UTF-8 where it is that throughout, else in a Russian coding: mostly
/// Windows-1251, in which every Russian Excel writes CSV, now and then that of DOS or of old mail.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, TableError> {
    if let Some((marked, length)) = Encoding::for_bom(bytes) {
        return plain(marked.decode_without_bom_handling(&bytes[length..]).0.into_owned());
    }
    if let Some(utf16) = unmarked_utf16(bytes) {
        return plain(utf16.decode_without_bom_handling(bytes).0.into_owned());
    }
    let utf8 = UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    let text = utf8.unwrap_or_else(|| russian(bytes).decode_without_bom_handling(bytes).0);
    plain(text.into_owned())
}

/// The Russian coding whose letters follow each other as in words. So much of a file tells it.
fn russian(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 16)], true);
    let guess = detector.guess(Some(b"ru"), Utf8Detection::Deny);
    let known = [IBM866, ISO_8859_5, KOI8_R, KOI8_U];
    if known.contains(&guess) { guess } else { WINDOWS_1251 }
}

/// Latin and Cyrillic text in UTF-16 has 0 or 4 in every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(1000)];
    let pairs = start.len() / 2;
    if pairs < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let high = |at: usize| start.chunks_exact(2).filter(|pair| matches!(pair[at], 0 | 4)).count();
    if high(1) * 10 >= pairs * 9 {
        Some(UTF_16LE)
    } else if high(0) * 10 >= pairs * 9 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A picture or a program decodes into something as well.
fn plain(text: String) -> Result<String, TableError> {
    if text.contains('\0') { Err(TableError::NotText) } else { Ok(text) }
}
