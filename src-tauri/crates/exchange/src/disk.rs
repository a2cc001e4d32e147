//! The few calls that the crate makes to a file system.
//!
//! They go through a trait, so that tests can let each single one of them fail, or lie.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use crate::platform;
use crate::unfit_name::UnfitName;

/// How many files are removed before the list of their folder is flushed; each is held open until then.
const REMOVED_AT_ONCE: usize = 64;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A link or a device; never followed.
    Other,
}

/// A new file that is being written.
pub trait WrittenFile: Write {
    /// Waits until the disk itself has the bytes, and forgets the copy in memory, so that reading
    /// back asks the disk.
    fn settle(&mut self) -> io::Result<()>;
}

/// A file that can be read from any place.
pub trait SeekRead: Read + Seek {}

impl<T: Read + Seek> SeekRead for T {}

/// Keeps other writers out of a place until it is dropped.
pub trait PlaceLock {}

/// A file system.
pub trait Disk {
    /// What a path stands for, or `None` if there is nothing. A link is not followed.
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>>;
    /// What a folder holds, in any order.
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Kind)>>;
    /// Bytes that may still be written, or `None` where the system does not say.
    fn free_space(&self, folder: &Path) -> io::Result<Option<u64>>;
    /// Creates one folder, which must not exist.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a file, which must not exist.
    fn create_file(&self, path: &Path) -> io::Result<Box<dyn WrittenFile + '_>>;
    /// Opens a file to be read.
    fn open(&self, path: &Path) -> io::Result<Box<dyn SeekRead + '_>>;
    /// Opens a file to be read once from beginning to end, from the device and not from memory.
    fn open_past_cache(&self, path: &Path) -> io::Result<Box<dyn Read + '_>>;
    /// Waits until the disk has a file and its name.
    fn sync_file(&self, path: &Path) -> io::Result<()>;
    /// Waits until the disk has the list of a folder.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives a file or folder another name, which must be free.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes files and links of a folder. Their names are gone from the disk before what they held is free, so that a
    /// cut leaves no name that leads to what something else may be given.
    fn remove_files(&self, folder: &Path, names: &[OsString]) -> io::Result<()>;
    /// Removes an empty folder, in the same order.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Keeps other writers out of a place for as long as the answer lives; `None` where one is at work there.
    fn lock(&self, place: &Path) -> io::Result<Option<Box<dyn PlaceLock>>>;
}

/// The file system of this machine.
#[derive(Debug, Default, Clone, Copy)]
pub struct RealDisk;

struct RealFile(File);

impl Write for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl WrittenFile for RealFile {
    fn settle(&mut self) -> io::Result<()> {
        self.0.sync_all()?;
        platform::drop_cache(&self.0)
    }
}

/// The standard library writes under a path of any length; whoever receives the package could not open what lies there.
fn short_enough(path: &Path) -> io::Result<()> {
    match UnfitName::of(path) {
        Some(UnfitName::TooLong) => Err(io::Error::from_raw_os_error(TOO_LONG)),
        _ => Ok(()),
    }
}

/// How Windows says it.
const TOO_LONG: i32 = 206;

impl Disk for RealDisk {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some(kind_of(metadata.file_type()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
        fs::read_dir(folder)?
            .map(|entry| {
                let entry = entry?;
                Ok((entry.file_name(), kind_of(entry.file_type()?)))
            })
            .collect()
    }

    fn free_space(&self, folder: &Path) -> io::Result<Option<u64>> {
        platform::free_space(folder)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        short_enough(path)?;
        fs::create_dir(path)
    }

    fn create_file(&self, path: &Path) -> io::Result<Box<dyn WrittenFile + '_>> {
        short_enough(path)?;
        Ok(Box::new(RealFile(OpenOptions::new().write(true).create_new(true).open(path)?)))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn SeekRead + '_>> {
        Ok(Box::new(File::open(path)?))
    }

    fn open_past_cache(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(platform::open_past_cache(path)?))
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        platform::sync_file(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        platform::sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        platform::rename(from, to)
    }

    fn remove_files(&self, folder: &Path, names: &[OsString]) -> io::Result<()> {
        for batch in names.chunks(REMOVED_AT_ONCE) {
            let paths: Vec<_> = batch.iter().map(|name| folder.join(name)).collect();
            let held: Vec<_> = paths.iter().map(|path| platform::hold(path)).collect();
            paths.iter().try_for_each(fs::remove_file)?;
            platform::sync_folder(folder)?;
            drop(held);
        }
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let held = platform::hold(path);
        fs::remove_dir(path)?;
        path.parent().map_or(Ok(()), platform::sync_folder)?;
        drop(held);
        Ok(())
    }

    fn lock(&self, place: &Path) -> io::Result<Option<Box<dyn PlaceLock>>> {
        Ok(platform::lock(place)?.map(|lock| Box::new(lock) as Box<dyn PlaceLock>))
    }
}

impl PlaceLock for platform::Lock {}

fn kind_of(kind: fs::FileType) -> Kind {
    if kind.is_file() {
        Kind::File
    } else if kind.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    }
}
