//! A small FAT in memory that records every sector as it is written, for cutting the power between any two of them.
//!
//! It keeps what makes FAT dangerous: a long name takes several slots, which may lie in two sectors; a name and the bytes
//! behind it are in different sectors; what a chain of clusters holds is said in a third place; and none of them reaches
//! the disk before it is flushed, in any order. Free clusters are given out from the lowest, so that what was freed too
//! early is overwritten at once. Like the driver of Linux it refuses a chain that leads into free clusters, and writes
//! nothing any more after that.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use pps_exchange::{Disk, Kind, PlaceLock, SeekRead, WrittenFile};

use crate::fat_sectors::{
    END, Entry, OF_FILE, OF_FOLDER, PER_SECTOR, ROOT, SECTOR, SLOT, State, TABLE, none, sector_of,
};
pub(crate) use crate::fat_sectors::{Event, Image, Sector};

/// A stick.
pub(crate) struct FatDisk {
    state: RefCell<State>,
}

impl FatDisk {
    /// An empty stick. `used` slots at the beginning of its list of files are taken, so that names fall across sectors.
    pub(crate) fn formatted(used: usize) -> Self {
        let disk = Self::from_image(vec![[0; SECTOR]; TABLE + TABLE * PER_SECTOR]);
        {
            let mut state = disk.state.borrow_mut();
            for cluster in 0..=ROOT {
                state.set_next(cluster, END);
            }
            for slot in 0..used {
                let mut bytes = [0; SLOT];
                bytes[0] = OF_FILE;
                bytes[2] = u8::try_from(slot).unwrap();
                state.put_slot((sector_of(ROOT), slot), &bytes);
            }
            state.log.clear();
        }
        disk
    }

    /// A stick that is put in again after a cut.
    pub(crate) fn from_image(image: Image) -> Self {
        Self { state: RefCell::new(State { image, log: Vec::new(), read_only: false }) }
    }

    pub(crate) fn image(&self) -> Image {
        self.state.borrow().image.clone()
    }

    pub(crate) fn take_log(&self) -> Vec<Event> {
        std::mem::take(&mut self.state.borrow_mut().log)
    }

    /// The names in the root.
    pub(crate) fn names(&self) -> Vec<String> {
        let state = self.state.borrow();
        state.entries(ROOT).unwrap().into_iter().map(|entry| entry.name).collect()
    }
}

struct FatFile<'d> {
    disk: &'d FatDisk,
    own: (usize, usize),
}

impl Write for FatFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.state.borrow_mut().append(self.own, bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WrittenFile for FatFile<'_> {
    fn settle(&mut self) -> io::Result<()> {
        let mut state = self.disk.state.borrow_mut();
        let slot = state.slot(self.own);
        let start = u32::from_le_bytes(slot[4..8].try_into().unwrap());
        let sectors = state.sectors(start)?;
        state.flush(sectors.into_iter().chain([self.own.0]));
        Ok(())
    }
}

struct NoLock;

impl PlaceLock for NoLock {}

impl Disk for FatDisk {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        if path == Path::new("/") {
            return Ok(Some(Kind::Folder));
        }
        let found = self.state.borrow().find(path)?;
        Ok(found.map(|entry| if entry.kind == OF_FOLDER { Kind::Folder } else { Kind::File }))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
        let state = self.state.borrow();
        let kind = |entry: &Entry| if entry.kind == OF_FOLDER { Kind::Folder } else { Kind::File };
        let entries = state.entries(state.folder(folder)?)?;
        Ok(entries.iter().map(|entry| (OsString::from(&entry.name), kind(entry))).collect())
    }

    fn free_space(&self, _folder: &Path) -> io::Result<Option<u64>> {
        Ok(None)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state.borrow_mut();
        state.writable()?;
        let cluster = state.allocate()?;
        state.change(sector_of(cluster), 0, &[0; SECTOR]);
        state.add(path, OF_FOLDER, cluster, 0).map(drop)
    }

    fn create_file(&self, path: &Path) -> io::Result<Box<dyn WrittenFile + '_>> {
        self.state.borrow().writable()?;
        let own = self.state.borrow_mut().add(path, OF_FILE, 0, 0)?;
        Ok(Box::new(FatFile { disk: self, own }))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn SeekRead + '_>> {
        Ok(Box::new(Cursor::new(self.state.borrow().read(path)?)))
    }

    fn open_past_cache(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Cursor::new(self.state.borrow().read(path)?)))
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        self.state.borrow_mut().sync(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.state.borrow_mut().sync(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state.borrow_mut();
        state.writable()?;
        let entry = state.find(from)?.ok_or_else(none)?;
        state.add(to, entry.kind, entry.start, entry.size)?;
        state.erase(&entry);
        Ok(())
    }

    fn remove_files(&self, folder: &Path, names: &[OsString]) -> io::Result<()> {
        let mut state = self.state.borrow_mut();
        state.writable()?;
        let start = state.folder(folder)?;
        let mut starts = Vec::new();
        for name in names {
            let entry = state.find(&folder.join(name))?.ok_or_else(none)?;
            state.erase(&entry);
            starts.push(entry.start);
        }
        let sectors = state.sectors(start)?;
        state.flush(sectors);
        starts.into_iter().try_for_each(|start| state.free(start))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state.borrow_mut();
        state.writable()?;
        let entry = state.find(path)?.ok_or_else(none)?;
        if !state.entries(entry.start)?.is_empty() {
            return Err(io::Error::from_raw_os_error(39));
        }
        state.erase(&entry);
        let parent = state.folder(path.parent().unwrap())?;
        let sectors = state.sectors(parent)?;
        state.flush(sectors);
        state.free(entry.start)
    }

    fn lock(&self, _place: &Path) -> io::Result<Option<Box<dyn PlaceLock>>> {
        Ok(Some(Box::new(NoLock)))
    }
}
