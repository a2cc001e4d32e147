//! The manifest: one line per file, in the format of `sha256sum`.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use crate::hash::{Digest, from_hex, to_hex};
use crate::names::fold;

/// The subfolder of the package that people need not open.
pub const SERVICE_FOLDER: &str = "Служебное (не открывать)";

/// The file with the sums, inside [`SERVICE_FOLDER`].
pub const MANIFEST_FILE: &str = "SHA256SUMS";

/// The largest manifest that is read: far more than ten thousand lines of the longest paths.
pub(crate) const MANIFEST_LIMIT: u64 = 8 * 1024 * 1024;

/// The path of the manifest inside the package.
pub(crate) fn manifest_path() -> String {
    format!("{SERVICE_FOLDER}/{MANIFEST_FILE}")
}

/// Writes the lines in the order of the paths, so that the same package gives the same bytes.
///
/// `sha256sum` escapes backslashes and line ends in names; safe names have neither.
pub(crate) fn compose<'a>(files: impl Iterator<Item = (&'a str, &'a Digest)>) -> String {
    let mut text = String::new();
    for (path, digest) in files {
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{}  {path}", to_hex(digest));
    }
    text
}

/// Why a manifest cannot be trusted, as the end of a Russian sentence.
pub(crate) type Fault = String;

/// Reads a manifest strictly: whatever `sha256sum` would read differently is a fault.
pub(crate) fn parse(bytes: &[u8]) -> Result<BTreeMap<String, Digest>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| "в нём не текст".to_owned())?;
    let Some(body) = text.strip_suffix('\n') else {
        return Err(if text.is_empty() {
            "он пуст"
        } else {
            "он обрывается на полуслове"
        }
        .to_owned());
    };
    let mut files = BTreeMap::new();
    let mut folded = HashSet::new();
    for (index, line) in body.split('\n').enumerate() {
        let number = index + 1;
        let (digest, path) = parse_line(line).ok_or_else(|| format!("строка {number} не читается"))?;
        if !is_plain_path(path) {
            return Err(format!("в строке {number} недопустимое имя файла"));
        }
        if path == manifest_path() || !folded.insert(fold(path)) {
            return Err(format!("в строке {number} файл назван повторно"));
        }
        files.insert(path.to_owned(), digest);
    }
    Ok(files)
}

fn parse_line(line: &str) -> Option<(Digest, &str)> {
    let (hex, rest) = line.split_at_checked(64)?;
    // `sha256sum --binary` marks the name with an asterisk; the sum is the same.
    let path = rest.strip_prefix("  ").or_else(|| rest.strip_prefix(" *"))?;
    Some((from_hex(hex)?, path))
}

/// Whether a path leads to a place inside the package on every system: no «..», no root, no drive
/// letter, no backslash, nothing that a line of the manifest could not hold.
pub(crate) fn is_plain_path(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.len() <= 4096
        && !path.chars().any(|c| c.is_control() || matches!(c, '\\' | ':'))
        && path.split('/').all(plain)
}
