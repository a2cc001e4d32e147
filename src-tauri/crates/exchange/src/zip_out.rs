//! Writing a package as one ZIP, for a letter.

use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use zip::result::ZipError;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::contents::{Contents as _, Limits, ZipContents};
use crate::disk::{Disk, Kind, WrittenFile};
use crate::error::ExchangeError;
use crate::folder::{Written, check_place, check_room};
use crate::hash::{Digest, Sum};
use crate::manifest::manifest_path;
use crate::package::{Package, check_sizes};
use crate::progress::{Stage, Watch};
use crate::verified_write::read_back;

/// What the headers of one file take besides twice its name, generously.
const HEADERS: u64 = 256;

/// Writes the package as `<name>.zip` inside `parent`, with the package's folder as its only top.
///
/// The same package and date give the same bytes on every system. The archive is written beside its
/// place, flushed, read back past the cache and compared, and only then gets its name; a previous
/// archive of ours is replaced by that one step, anything else of the same name is refused.
pub fn write_zip(
    package: &Package,
    parent: &Path,
    date: (i32, u8, u8),
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<Written, ExchangeError> {
    package.check()?;
    check_place(disk, parent)?;
    let options = options(date)?;
    let name = format!("{}.zip", package.name());
    let target = parent.join(&name);
    let part = parent.join(format!("{name}.part"));
    let writing = || ExchangeError::writing(&name);
    match disk.kind(&part).map_err(writing())? {
        None => {}
        Some(Kind::File) => disk.remove_file(&part).map_err(writing())?,
        Some(_) => return Err(ExchangeError::Foreign { name: format!("{name}.part") }),
    }
    look_before(disk, &target, &name)?;
    let room = needed_room(package);
    check_sizes([(name.as_str(), room)].into_iter())?;
    check_room(disk, parent, &name, room)?;
    watch.check()?;
    let placed = fill(package, &part, &name, options, disk, watch)
        .and_then(|()| disk.rename(&part, &target).map_err(writing()));
    if let Err(error) = placed {
        // What failed once may fail again here; the next run removes what is left.
        let _ = disk.remove_file(&part);
        return Err(error);
    }
    disk.sync_file(&target).and_then(|()| disk.sync_folder(parent)).map_err(writing())?;
    Ok(Written { path: target, files: package.paths().count(), bytes: package.size(), leftover: None })
}

/// Only an archive with a manifest of ours may be replaced.
fn look_before(disk: &dyn Disk, target: &Path, name: &str) -> Result<(), ExchangeError> {
    let foreign = || ExchangeError::Foreign { name: name.to_owned() };
    match disk.kind(target).map_err(ExchangeError::writing(name))? {
        None => Ok(()),
        Some(Kind::File) => match ZipContents::open(disk, target, &Limits::default()) {
            Ok(contents) if contents.find(&manifest_path()).is_some() => Ok(()),
            Err(error @ ExchangeError::Read { .. }) => Err(error),
            Ok(_) | Err(_) => Err(foreign()),
        },
        Some(_) => Err(foreign()),
    }
}

fn options((year, month, day): (i32, u8, u8)) -> Result<SimpleFileOptions, ExchangeError> {
    let bad = || ExchangeError::BadDate { year, month, day };
    let short_year = u16::try_from(year).map_err(|_| bad())?;
    let time = DateTime::from_date_and_time(short_year, month, day, 12, 0, 0).map_err(|_| bad())?;
    Ok(SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(time)
        .unix_permissions(0o644)
        // Not the system that happens to write: the bytes shall be the same everywhere.
        .system(System::Unix))
}

fn fill(
    package: &Package,
    part: &Path,
    name: &str,
    options: SimpleFileOptions,
    disk: &dyn Disk,
    watch: &mut Watch<'_>,
) -> Result<(), ExchangeError> {
    let manifest = package.manifest();
    let size = package.size() + manifest.len() as u64;
    watch.start(2 * size);
    let file = disk.create_file(part).map_err(ExchangeError::writing(name))?;
    let mut archive = ZipWriter::new(Straight::new(file));
    let inside = manifest_path();
    let files = package.files().map(|(path, file)| (path, file.bytes.as_slice()));
    for (path, bytes) in files.chain([(inside.as_str(), manifest.as_bytes())]) {
        // Each file is packed in memory before it is written, so that the archive grows straight
        // on: its sum is then known without reading, and no header is patched afterwards.
        let top = format!("{}/{path}", package.name());
        PreparedZipFile::from_data(top, options, bytes)
            .and_then(|packed| archive.add_prepared_file(packed))
            .map_err(|error| archive_error(error, name))?;
        watch.step(Stage::Writing, path, bytes.len() as u64)?;
    }
    let straight = archive.finish().map_err(|error| archive_error(error, name))?;
    let (length, digest) = straight.close().map_err(ExchangeError::writing(name))?;
    let (mut read, mut reported) = (0_u64, 0_u64);
    read_back(disk, part, name, length, &digest, &mut |count| {
        // The bar counts the bytes of the papers, not of the archive.
        read += count;
        let now =
            u64::try_from(u128::from(size) * u128::from(read) / u128::from(length.max(1))).unwrap_or(size);
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
fn needed_room(package: &Package) -> u64 {
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

impl Seek for Straight<'_> {
    /// The archive writer asks where it is and where the end is, which is the same place; going
    /// back would spoil the sum.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Current(0) | SeekFrom::End(0) => Ok(self.length),
            SeekFrom::Start(at) if at == self.length || self.failed => Ok(at),
            _ => Err(io::Error::new(io::ErrorKind::Unsupported, "the archive is written straight on")),
        }
    }
}
