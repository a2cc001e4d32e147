//! The end of a ZIP, read by hand before the library builds its index of the archive.
//!
//! The library would first take every entry that an archive claims to have into memory, and it
//! forgets names that come twice. Here the number is limited first, and every name is seen.

use std::io::{self, Read, Seek, SeekFrom};

/// The record at the very end, without a comment.
const END: usize = 22;
/// The fixed part of a directory entry.
const ENTRY: usize = 46;
/// The largest directory that is read: ten thousand entries of the longest paths.
const DIRECTORY_LIMIT: u32 = 32 * 1024 * 1024;

/// What the end of a file says.
pub(crate) enum ZipEnd {
    /// The raw name of each entry, in the order of the directory, doubles included.
    Names(Vec<Vec<u8>>),
    /// More entries than are allowed.
    TooMany,
    /// No ZIP, or one that was put together in an unusual way.
    Broken,
}

/// Reads the directory's names.
///
/// It is stricter than the format: no comment, no bytes between the directory and the end, nothing
/// before the archive. Ours is like that, and so is what the usual programs write; the rest is
/// mostly made to show different files to different readers.
pub(crate) fn read_end(reader: &mut (impl Read + Seek), limit: usize) -> io::Result<ZipEnd> {
    let length = reader.seek(SeekFrom::End(0))?;
    let Some(end_at) = length.checked_sub(END as u64) else { return Ok(ZipEnd::Broken) };
    reader.seek(SeekFrom::Start(end_at))?;
    let mut end = [0; END];
    reader.read_exact(&mut end)?;
    if end[..4] != *b"PK\x05\x06" || end[20..] != [0, 0] {
        return Ok(ZipEnd::Broken);
    }
    let count = usize::from(u16_at(&end, 10));
    // A full field means the 64-bit form, which only a huge archive needs.
    if count > limit || count == usize::from(u16::MAX) {
        return Ok(ZipEnd::TooMany);
    }
    let (size, start) = (u32_at(&end, 12), u32_at(&end, 16));
    if size > DIRECTORY_LIMIT || u64::from(start) + u64::from(size) != end_at {
        return Ok(ZipEnd::Broken);
    }
    reader.seek(SeekFrom::Start(u64::from(start)))?;
    let mut directory = Vec::new();
    reader.take(u64::from(size)).read_to_end(&mut directory)?;
    Ok(names(&directory, count).map_or(ZipEnd::Broken, ZipEnd::Names))
}

fn names(mut directory: &[u8], count: usize) -> Option<Vec<Vec<u8>>> {
    let mut names = Vec::with_capacity(count);
    for _ in 0..count {
        let (head, rest) = directory.split_at_checked(ENTRY)?;
        if head[..4] != *b"PK\x01\x02" {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| usize::from(u16_at(head, at)));
        names.push(rest.get(..name)?.to_vec());
        directory = rest.get(name + extra + comment..)?;
    }
    directory.is_empty().then_some(names)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
