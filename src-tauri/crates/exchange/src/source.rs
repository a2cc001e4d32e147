//! Where the bytes of a packed file come from.
//!
//! A year of scans takes gigabytes. They are never held together: whoever writes asks for one piece after another.

use crate::error::ExchangeError;
use crate::hash::{Digest, Sum};

/// How much is asked of a source at once. A database finds the beginning of each piece by walking from the beginning of
/// the file, so the pieces are larger than what is written at once.
pub const PIECE: usize = 4 * 1024 * 1024;

/// Why a source gave no bytes: a Russian sentence of whoever keeps them.
pub type SourceError = Box<dyn std::error::Error + Send + Sync>;

/// Bytes that can be asked for piece by piece.
pub trait Source {
    /// How many bytes there are.
    fn size(&self) -> u64;

    /// Puts the bytes from `offset` on into the empty `piece`: [`PIECE`] of them, or fewer at the end.
    ///
    /// # Errors
    /// The bytes are gone or damaged.
    fn read_at(&self, offset: u64, piece: &mut Vec<u8>) -> Result<(), SourceError>;
}

impl Source for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, offset: u64, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        let rest = usize::try_from(offset).ok().and_then(|from| self.get(from..)).unwrap_or_default();
        piece.extend_from_slice(&rest[..rest.len().min(PIECE)]);
        Ok(())
    }
}

/// Passes the bytes of a source on, and makes sure that they are the ones that were announced.
pub(crate) fn pour(
    source: &dyn Source,
    digest: &Digest,
    path: &str,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), ExchangeError>,
) -> Result<(), ExchangeError> {
    let (size, mut done, mut sum) = (source.size(), 0, Sum::default());
    let mut piece = Vec::new();
    let changed = || ExchangeError::SourceChanged { path: path.to_owned() };
    while done < size {
        piece.clear();
        let failed = |source| ExchangeError::Source { path: path.to_owned(), source };
        source.read_at(done, &mut piece).map_err(failed)?;
        done += piece.len() as u64;
        if piece.is_empty() || done > size {
            return Err(changed());
        }
        sum.add(&piece);
        sink(&piece)?;
    }
    if sum.finish() == *digest { Ok(()) } else { Err(changed()) }
}
