//! One file, written so that it can be believed: new, flushed, read back and compared.

use std::io::Write as _;
use std::path::Path;

use crate::disk::Disk;
use crate::error::ExchangeError;
use crate::hash::{AlignedBuffer, CHUNK, Digest, Sum};
use crate::package::PackedFile;
use crate::progress::{Stage, Watch};
use crate::source::pour;

/// Writes a new file and makes sure that the disk gives back the same bytes.
pub(crate) fn write_file(
    disk: &dyn Disk,
    path: &Path,
    shown: &str,
    packed: &PackedFile<'_>,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    let mut file = disk.create_file(path).map_err(ExchangeError::writing(shown))?;
    pour(&*packed.source, &packed.digest, shown, &mut |piece| {
        for chunk in piece.chunks(CHUNK) {
            file.write_all(chunk).map_err(ExchangeError::writing(shown))?;
            watch.step(Stage::Writing, shown, chunk.len() as u64)?;
        }
        Ok(())
    })?;
    file.settle().map_err(ExchangeError::writing(shown))?;
    drop(file);
    read_file_back(disk, path, shown, packed, watch)
}

/// Reads one file back and compares it with what was to be written.
pub(crate) fn read_file_back(
    disk: &dyn Disk,
    path: &Path,
    shown: &str,
    packed: &PackedFile<'_>,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    read_back(disk, path, shown, packed.size(), &packed.digest, &mut |count| {
        watch.step(Stage::ReadingBack, shown, count)
    })
}

/// Reads a file past the cache and compares its length and sum with what was written.
pub(crate) fn read_back(
    disk: &dyn Disk,
    path: &Path,
    shown: &str,
    length: u64,
    digest: &Digest,
    step: &mut dyn FnMut(u64) -> Result<(), ExchangeError>,
) -> Result<(), ExchangeError> {
    let differs = || ExchangeError::ReadBackDiffers { file: shown.to_owned() };
    let mut reader = disk.open_past_cache(path).map_err(ExchangeError::writing(shown))?;
    let mut buffer = AlignedBuffer::new();
    let mut sum = Sum::default();
    let mut done = 0_u64;
    // It stops at the expected length, because an uncached file of Windows must not be asked again
    // after its end; a longer file shows itself by a last portion that goes beyond.
    while done < length {
        let portion = buffer.read(&mut *reader).map_err(ExchangeError::writing(shown))?;
        if portion.is_empty() {
            return Err(differs());
        }
        sum.add(portion);
        done += portion.len() as u64;
        step(portion.len() as u64)?;
    }
    if done == length && sum.finish() == *digest { Ok(()) } else { Err(differs()) }
}
