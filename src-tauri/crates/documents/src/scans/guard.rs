//! Looks at a foreign PDF before anything parses it.
//!
//! A few kilobytes of DEFLATE can unfold into gigabytes, and a parser that reads nested brackets by calling
//! itself runs out of stack, which no program survives. Both are found here by walking over the bytes.

use flate2::{Decompress, FlushDecompress, Status};

/// A page of A4 at 600 dots per inch in three colours takes 104 MB.
const MOST_OF_ONE: u64 = 160 * 1024 * 1024;

/// All streams of a file together; two hundred pages of 300 dots per inch in grey take 1.7 GB.
const MOST_OF_ALL: u64 = 5 * 1024 * 1024 * 1024;

/// Deeper than any program nests arrays and dictionaries, and far from the end of a stack.
const DEEPEST: usize = 200;

const STREAM: &[u8] = b"stream";
const END: &[u8] = b"endstream";

/// Whether the file unfolds into no more than a school's PC can hold. Packed streams are unpacked piece by
/// piece and thrown away.
pub(super) fn is_light(file: &[u8]) -> bool {
    let mut rest = file;
    let mut left = MOST_OF_ALL;
    loop {
        let Some(at) = find(rest, STREAM) else { return !is_deep(rest) };
        if is_deep(&rest[..at]) {
            return false;
        }
        let mut body = &rest[at + STREAM.len()..];
        while let Some((b'\r' | b'\n' | b' ', after)) = body.split_first() {
            body = after;
        }
        let end = find(body, END);
        let content = &body[..end.unwrap_or(body.len())];
        match unfolded(content) {
            Some(size) if size <= left => left -= size,
            _ => return false,
        }
        // Without its end, what follows may still be read as objects by a forgiving parser.
        rest = end.map_or(body, |end| &body[end + END.len()..]);
    }
}

/// The size of a packed stream, unpacked; 0 where it is not packed so. None where it is too much.
fn unfolded(content: &[u8]) -> Option<u64> {
    if !is_packed(content) {
        return Some(0);
    }
    let mut unpack = Decompress::new(true);
    let mut piece = vec![0; 64 * 1024];
    let mut first = true;
    loop {
        let from = usize::try_from(unpack.total_in()).ok()?;
        let before = (unpack.total_in(), unpack.total_out());
        let status = unpack.decompress(content.get(from..)?, &mut piece, FlushDecompress::None);
        let size = unpack.total_out();
        // What is packed twice is a way to hide its size; no program writes that.
        let twice = first && size >= 2 && is_packed(&piece);
        if size > MOST_OF_ONE || twice {
            return None;
        }
        first &= size < 2;
        match status {
            Ok(Status::Ok) if (unpack.total_in(), unpack.total_out()) != before => {}
            // It ended, or is damaged from here on.
            _ => return Some(size),
        }
    }
}

fn is_packed(bytes: &[u8]) -> bool {
    matches!(bytes, [method, flags, ..]
        if method & 0x0F == 8 && method >> 4 <= 7 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0)
}

/// Whether arrays and dictionaries lie in one another too deep. Brackets within strings are text.
fn is_deep(objects: &[u8]) -> bool {
    let (mut depth, mut in_string) = (0_usize, 0_usize);
    let mut bytes = objects.iter();
    while let Some(byte) = bytes.next() {
        match (byte, in_string) {
            (b'\\', 1..) => drop(bytes.next()),
            (b'(', _) => in_string += 1,
            (b')', 1..) => in_string -= 1,
            (b'[' | b'<', 0) => depth += 1,
            (b']' | b'>', 0) => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A dictionary opens by two signs.
        if depth > 2 * DEEPEST {
            return true;
        }
    }
    false
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
