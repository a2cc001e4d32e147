//! Disks that fail or lie at a chosen call. They work on real folders and only skip the flushing,
//! which would make thousands of runs slow and proves nothing without a power cut.

use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use pps_exchange::{Disk, Kind, PlaceLock, RealDisk, SeekRead, WrittenFile};

/// What the chosen call does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It fails without doing anything; later calls work.
    Once(i32),
    /// It does its work and reports a failure all the same.
    AfterTheDeed(i32),
    /// It and all later calls fail: the stick was pulled out.
    FromHereOn(i32),
    /// A write reports success and stores another byte.
    Garble,
    /// A write reports success and stores nothing.
    Drop,
    /// A flush reports success and leaves the file empty, as FAT32 was seen to do.
    Empty,
}

pub(crate) struct OddDisk {
    /// What the disk says of its free space instead of the truth.
    free: Option<u64>,
    fault: Option<(usize, Fault)>,
    calls: Cell<usize>,
    log: RefCell<Vec<&'static str>>,
}

impl OddDisk {
    pub(crate) fn good() -> Self {
        Self { free: None, fault: None, calls: Cell::new(0), log: RefCell::default() }
    }

    pub(crate) fn with(at: usize, fault: Fault) -> Self {
        Self { fault: Some((at, fault)), ..Self::good() }
    }

    pub(crate) fn log(&self) -> Vec<&'static str> {
        self.log.borrow().clone()
    }

    pub(crate) fn with_free_space(free: u64) -> Self {
        Self::good().saying_free(free)
    }

    /// The same disk, which says so much of its free space: not every system knows it of every place.
    pub(crate) fn saying_free(self, free: u64) -> Self {
        Self { free: Some(free), ..self }
    }

    /// Counts a call; the fault that applies to it, if any.
    fn now(&self, call: &'static str) -> Option<Fault> {
        let number = self.calls.get();
        self.calls.set(number + 1);
        self.log.borrow_mut().push(call);
        let (at, fault) = self.fault?;
        let applies = number == at || (matches!(fault, Fault::FromHereOn(_)) && number > at);
        applies.then_some(fault)
    }

    fn call<T>(&self, call: &'static str, deed: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.now(call) {
            Some(Fault::Once(code) | Fault::FromHereOn(code)) => Err(io::Error::from_raw_os_error(code)),
            Some(Fault::AfterTheDeed(code)) => {
                deed()?;
                Err(io::Error::from_raw_os_error(code))
            }
            _ => deed(),
        }
    }
}

struct OddFile<'d> {
    disk: &'d OddDisk,
    file: std::fs::File,
}

impl Write for OddFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.disk.now("write") {
            Some(Fault::Once(code) | Fault::FromHereOn(code) | Fault::AfterTheDeed(code)) => {
                // A full stick takes a part before it refuses.
                self.file.write_all(&bytes[..bytes.len() / 2])?;
                Err(io::Error::from_raw_os_error(code))
            }
            Some(Fault::Garble) => {
                let mut other = bytes.to_vec();
                if let Some(byte) = other.last_mut() {
                    *byte ^= 1;
                }
                self.file.write_all(&other)?;
                Ok(bytes.len())
            }
            Some(Fault::Drop) => Ok(bytes.len()),
            Some(Fault::Empty) | None => self.file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WrittenFile for OddFile<'_> {
    fn settle(&mut self) -> io::Result<()> {
        match self.disk.now("settle") {
            Some(Fault::Once(code) | Fault::FromHereOn(code) | Fault::AfterTheDeed(code)) => {
                Err(io::Error::from_raw_os_error(code))
            }
            Some(Fault::Empty) => self.file.set_len(0),
            _ => Ok(()),
        }
    }
}

struct OddReader<'d> {
    disk: &'d OddDisk,
    file: std::fs::File,
}

impl Read for OddReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.disk.call("read", || self.file.read(buffer))
    }
}

impl Seek for OddReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.disk.call("seek", || self.file.seek(to))
    }
}

impl Disk for OddDisk {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        self.call("kind", || RealDisk.kind(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
        self.call("list", || RealDisk.list(folder))
    }

    fn free_space(&self, folder: &Path) -> io::Result<Option<u64>> {
        self.call("free_space", || match self.free {
            Some(free) => Ok(Some(free)),
            None => RealDisk.free_space(folder),
        })
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.call("create_folder", || RealDisk.create_folder(path))
    }

    fn create_file(&self, path: &Path) -> io::Result<Box<dyn WrittenFile + '_>> {
        self.call("create_file", || {
            let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path)?;
            Ok(Box::new(OddFile { disk: self, file }) as Box<dyn WrittenFile>)
        })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn SeekRead + '_>> {
        self.call("open", || {
            Ok(Box::new(OddReader { disk: self, file: std::fs::File::open(path)? }) as Box<dyn SeekRead>)
        })
    }

    fn open_past_cache(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        self.call("open_past_cache", || {
            Ok(Box::new(OddReader { disk: self, file: std::fs::File::open(path)? }) as Box<dyn Read>)
        })
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        self.call("sync_file", || std::fs::metadata(path).map(drop))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.call("sync_folder", || std::fs::metadata(path).map(drop))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", || RealDisk.rename(from, to))
    }

    fn remove_files(&self, folder: &Path, names: &[OsString]) -> io::Result<()> {
        self.call("remove_files", || {
            names.iter().try_for_each(|name| std::fs::remove_file(folder.join(name)))
        })
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.call("remove_folder", || std::fs::remove_dir(path))
    }

    fn lock(&self, place: &Path) -> io::Result<Option<Box<dyn PlaceLock>>> {
        self.call("lock", || RealDisk.lock(place))
    }
}
