//! Writing a package as one ZIP, for a letter.

use std::io::{self, Write};
use std::path::Path;

use zip::result::ZipError;
use zip::write::{FileOptions, SimpleFileOptions};
use zip::{AesMode, CompressionMethod, DateTime, System, ZipWriter};

use crate::contents::Limits;
use crate::disk::{Disk, WrittenFile};
use crate::error::ExchangeError;
use crate::folder::{Written, check_place};
use crate::hash::{CHUNK, Digest, Sum};
use crate::manifest::manifest_path;
use crate::package::{Package, PackedFile, check_sizes};
use crate::place::{Form, OnLeftovers, Placing};
use crate::progress::{Stage, Watch};
use crate::source::pour;
use crate::verified_write::read_back;
use crate::verify::verify_on;

/// What the headers of one file take besides twice its name, generously.
const HEADERS: u64 = 256;

/// How an archive is made.
#[derive(Debug, Clone, Copy)]
pub struct ZipForm<'p> {
    /// The day that its files carry: year, month, day.
    pub date: (i32, u8, u8),
    /// Closes the papers with AES-256, so that only who knows the password reads them; their names stay readable.
    pub password: Option<&'p str>,
}

/// Writes the package as `<name>.zip` inside `place`, with the package's folder as its only top.
///
/// The same package and date give the same bytes on every system, unless it is closed by a password. The archive is
/// written beside its place, flushed, read back past the cache and compared, and only then gets its name; a previous
/// archive of ours is replaced, anything else of the same name is refused.
///
/// # Errors
/// What is wrong with the package, what lies in the way, or what the disk refuses.
pub fn write_zip(
    package: &Package<'_>,
    place: &Path,
    form: &ZipForm<'_>,
    on_leftovers: OnLeftovers,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<Written, ExchangeError> {
    package.check()?;
    check_place(disk, place)?;
    let options = options(form)?;
    let name = format!("{}.zip", package.name());
    let room = needed_room(package);
    check_sizes([(name.as_str(), room)].into_iter())?;
    let placing = Placing { disk, place, name: &name, form: Form::Zip, on_leftovers };
    let mut written = None;
    let mut fill = |at: &Path, again: bool, watch: &mut Watch<'_>| {
        watch.start(2 * package.size());
        let (length, digest) = match (again, written) {
            (true, Some(known)) => known,
            _ => *written.insert(fill(package, at, &name, options, disk, watch)?),
        };
        read_archive_back(disk, at, &name, (length, digest), package.size(), watch)?;
        // The bytes are those that were made; a closed archive is opened too, as its reader will open it.
        if form.password.is_some() {
            open_again(disk, at, &name, form.password)?;
        }
        Ok(())
    };
    let placed = placing.run(room, &mut fill, watch)?;
    Ok(Written {
        path: placed.path,
        files: package.paths().count(),
        bytes: package.size(),
        leftovers: placed.leftovers,
    })
}

fn open_again(disk: &dyn Disk, at: &Path, name: &str, password: Option<&str>) -> Result<(), ExchangeError> {
    let limits = Limits::default();
    let found = verify_on(disk, at, &limits, password, &mut Watch::silent())?;
    if found.is_sound() { Ok(()) } else { Err(ExchangeError::ReadBackDiffers { file: name.to_owned() }) }
}

fn options<'p>(form: &ZipForm<'p>) -> Result<FileOptions<'p, 'static, ()>, ExchangeError> {
    let (year, month, day) = form.date;
    let bad = || ExchangeError::BadDate { year, month, day };
    let short_year = u16::try_from(year).map_err(|_| bad())?;
    let time = DateTime::from_date_and_time(short_year, month, day, 12, 0, 0).map_err(|_| bad())?;
    let options = SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(time)
        .unix_permissions(0o644)
        // Not the system that happens to write: the bytes shall be the same everywhere.
        .system(System::Unix);
    Ok(match form.password {
        Some(password) => options.with_aes_encryption(AesMode::Aes256, password),
        None => options,
    })
}

/// Writes the archive straight on: no header is patched afterwards, so its sum is known without reading.
fn fill(
    package: &Package<'_>,
    part: &Path,
    name: &str,
    options: FileOptions<'_, '_, ()>,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<(u64, Digest), ExchangeError> {
    let manifest = PackedFile::of(package.manifest().into_bytes());
    let file = disk.create_file(part).map_err(ExchangeError::writing(name))?;
    let mut archive = ZipWriter::new_stream(Straight::new(file));
    let inside = manifest_path();
    for (path, file) in package.files().chain([(inside.as_str(), &manifest)]) {
        let top = format!("{}/{path}", package.name());
        archive.start_file(top, options).map_err(|error| archive_error(error, name))?;
        pour(&*file.source, &file.digest, path, &mut |piece| {
            for chunk in piece.chunks(CHUNK) {
                archive.write_all(chunk).map_err(ExchangeError::writing(name))?;
                watch.step(Stage::Writing, path, chunk.len() as u64)?;
            }
            Ok(())
        })?;
    }
    let stream = archive.finish().map_err(|error| archive_error(error, name))?;
    stream.into_inner().close().map_err(ExchangeError::writing(name))
}

/// Reads the archive back; the bar counts the bytes of the papers, not of the archive.
fn read_archive_back(
    disk: &dyn Disk,
    at: &Path,
    name: &str,
    (length, digest): (u64, Digest),
    papers: u64,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    let (mut read, mut reported) = (0_u64, 0_u64);
    read_back(disk, at, name, length, &digest, &mut |count| {
        read += count;
        let now = u64::try_from(u128::from(papers) * u128::from(read) / u128::from(length.max(1)))
            .unwrap_or(papers);
        let step = now.saturating_sub(reported);
        reported = now;
        watch.step(Stage::ReadingBack, name, step)
    })
}

fn archive_error(error: ZipError, name: &str) -> ExchangeError {
    match error {
        ZipError::Io(error) => ExchangeError::writing(name)(error),
        source => ExchangeError::Archive { name: name.to_owned(), source },
    }
}

/// Deflate makes no file longer by more than a few bytes per block.
fn needed_room(package: &Package<'_>) -> u64 {
    let top = package.name().len() as u64;
    let headers: u64 = package.paths().map(|path| 2 * (top + path.len() as u64) + HEADERS).sum();
    let size = package.size() + 2 * package.manifest().len() as u64;
    size + size / 1000 + headers + 2 * HEADERS
}

/// A file that is only ever written straight on, summing up what passes.
///
/// After the first failure, which the archive writer hands on, it swallows everything: on being
/// dropped that writer tries to finish the archive, and would complain on the standard error.
struct Straight<'d> {
    file: Box<dyn WrittenFile + 'd>,
    sum: Sum,
    length: u64,
    failed: bool,
}

impl<'d> Straight<'d> {
    fn new(file: Box<dyn WrittenFile + 'd>) -> Self {
        Self { file, sum: Sum::default(), length: 0, failed: false }
    }

    /// Flushes the file, and says how long it is and what its sum is.
    fn close(mut self) -> io::Result<(u64, Digest)> {
        if self.failed {
            return Err(io::Error::other("an earlier failure was not handed on"));
        }
        self.file.settle()?;
        Ok((self.length, self.sum.finish()))
    }
}

impl Write for Straight<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        match self.file.write(bytes) {
            Ok(count) => {
                self.sum.add(&bytes[..count]);
                self.length += count as u64;
                Ok(count)
            }
            Err(error) => {
                self.failed = error.kind() != io::ErrorKind::Interrupted;
                Err(error)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed { Ok(()) } else { self.file.flush() }
    }
}
