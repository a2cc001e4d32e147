//! SHA-256 of bytes and of files of any size.

use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

/// A SHA-256 sum.
pub(crate) type Digest = [u8; 32];

/// How much is written or read at once. A multiple of every sector size, so that reading past the
/// cache of Windows works, and small enough that a slow stick still shows progress.
pub(crate) const CHUNK: usize = 256 * 1024;

/// The largest sector of drives in use; reading past the cache of Windows wants memory aligned to it.
const SECTOR: usize = 4096;

pub(crate) fn digest_of(bytes: &[u8]) -> Digest {
    Sha256::digest(bytes).into()
}

/// A sum that grows as the bytes pass by.
#[derive(Default)]
pub(crate) struct Sum(Sha256);

impl Sum {
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(crate) fn finish(self) -> Digest {
        self.0.finalize().into()
    }
}

pub(crate) fn to_hex(digest: &Digest) -> String {
    digest
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b"0123456789abcdef"[usize::from(half)]))
        .collect()
}

pub(crate) fn from_hex(text: &str) -> Option<Digest> {
    let half = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut digest = Digest::default();
    let bytes = text.as_bytes();
    if bytes.len() != 2 * digest.len() {
        return None;
    }
    for (out, pair) in digest.iter_mut().zip(bytes.chunks_exact(2)) {
        *out = half(pair[0])? << 4 | half(pair[1])?;
    }
    Some(digest)
}

/// A buffer of [`CHUNK`] bytes that begins at a sector boundary.
pub(crate) struct AlignedBuffer {
    memory: Vec<u8>,
    start: usize,
}

impl AlignedBuffer {
    pub(crate) fn new() -> Self {
        let memory = vec![0; CHUNK + SECTOR];
        // `align_offset` may refuse in theory; then the buffer is merely unaligned, which only the
        // uncached reading of Windows would notice and report as an error.
        let start = memory.as_ptr().align_offset(SECTOR).min(SECTOR);
        Self { memory, start }
    }

    /// Fills the buffer as far as the reader goes, and returns what was read; an empty slice at the end.
    ///
    /// It never asks again after a short answer from an uncached file of Windows, because the
    /// position is then no multiple of the sector: a short answer ends the chunk, and the caller
    /// stops when it has all the bytes that it expects.
    pub(crate) fn read<'a>(&'a mut self, reader: &mut dyn Read) -> io::Result<&'a [u8]> {
        let buffer = &mut self.memory[self.start..self.start + CHUNK];
        loop {
            match reader.read(buffer) {
                Ok(count) => return Ok(&buffer[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}
