//! The sectors of the small FAT: its table, its lists of files, and what a chain of clusters holds.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

pub(crate) const SECTOR: usize = 512;
pub(crate) const SLOT: usize = 32;
pub(crate) const SLOTS: usize = SECTOR / SLOT;
pub(crate) const TABLE: usize = 1;
pub(crate) const PER_SECTOR: usize = SECTOR / 4;
pub(crate) const ROOT: u32 = 2;
pub(crate) const END: u32 = u32::MAX;
pub(crate) const LETTERS: usize = 13;
pub(crate) const LAST: usize = SLOT - 1;

pub(crate) const DELETED: u8 = 0xE5;
pub(crate) const NAME_PART: u8 = 1;
pub(crate) const OF_FILE: u8 = 2;
pub(crate) const OF_FOLDER: u8 = 3;

pub(crate) type Sector = [u8; SECTOR];
pub(crate) type Image = Vec<Sector>;

/// What happened to the disk.
#[derive(Clone)]
pub(crate) enum Event {
    /// A sector changed in memory.
    Changed(usize, Box<Sector>),
    /// These sectors were waited for.
    Flushed(BTreeSet<usize>),
}

/// The sectors as they are in memory, and everything that became of them.
pub(crate) struct State {
    pub(crate) image: Image,
    pub(crate) log: Vec<Event>,
    pub(crate) read_only: bool,
}

#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) kind: u8,
    pub(crate) start: u32,
    pub(crate) size: u32,
    /// Sector and slot of each part of the name, and last of the entry itself.
    pub(crate) slots: Vec<(usize, usize)>,
}

pub(crate) fn device() -> io::Error {
    io::Error::from_raw_os_error(5)
}

pub(crate) fn none() -> io::Error {
    io::Error::from_raw_os_error(2)
}

pub(crate) fn sector_of(cluster: u32) -> usize {
    TABLE + cluster as usize
}

impl State {
    pub(crate) fn next(&self, cluster: u32) -> io::Result<u32> {
        let (sector, at) = (cluster as usize / PER_SECTOR, cluster as usize % PER_SECTOR * 4);
        let bytes = self.image.get(sector).filter(|_| sector < TABLE).ok_or_else(device)?;
        Ok(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()))
    }

    pub(crate) fn change(&mut self, sector: usize, at: usize, bytes: &[u8]) {
        self.image[sector][at..at + bytes.len()].copy_from_slice(bytes);
        self.log.push(Event::Changed(sector, Box::new(self.image[sector])));
    }

    pub(crate) fn set_next(&mut self, cluster: u32, next: u32) {
        self.change(cluster as usize / PER_SECTOR, cluster as usize % PER_SECTOR * 4, &next.to_le_bytes());
    }

    pub(crate) fn put_slot(&mut self, (sector, slot): (usize, usize), bytes: &[u8; SLOT]) {
        self.change(sector, slot * SLOT, bytes);
    }

    pub(crate) fn slot(&self, (sector, slot): (usize, usize)) -> [u8; SLOT] {
        self.image[sector][slot * SLOT..(slot + 1) * SLOT].try_into().unwrap()
    }

    /// The clusters of a chain; a chain that leads into a free cluster is an error, after which nothing is written.
    pub(crate) fn chain(&self, start: u32) -> io::Result<Vec<u32>> {
        let mut found = Vec::new();
        let mut cluster = start;
        while cluster != END && start != 0 {
            let next = self.next(cluster)?;
            if next == 0 || found.len() > self.image.len() {
                return Err(device());
            }
            found.push(cluster);
            cluster = next;
        }
        Ok(found)
    }

    pub(crate) fn allocate(&mut self) -> io::Result<u32> {
        let last = u32::try_from(TABLE * PER_SECTOR).unwrap();
        let free = (ROOT + 1..last).find(|cluster| matches!(self.next(*cluster), Ok(0)));
        let free = free.ok_or_else(|| io::Error::from_raw_os_error(28))?;
        self.set_next(free, END);
        Ok(free)
    }

    pub(crate) fn free(&mut self, start: u32) -> io::Result<()> {
        let mut cluster = start;
        while cluster != END && start != 0 {
            let next = self.next(cluster)?;
            if next == 0 {
                self.read_only = true;
                return Err(device());
            }
            self.set_next(cluster, 0);
            cluster = next;
        }
        Ok(())
    }

    pub(crate) fn places(&self, folder: u32) -> io::Result<Vec<(usize, usize)>> {
        let clusters = self.chain(folder)?;
        Ok(clusters.into_iter().flat_map(|c| (0..SLOTS).map(move |slot| (sector_of(c), slot))).collect())
    }

    /// What a folder lists. Whatever is no slot is passed over; an entry whose long name is not whole shows its short one.
    pub(crate) fn entries(&self, folder: u32) -> io::Result<Vec<Entry>> {
        let mut found = Vec::new();
        let mut parts: Vec<((usize, usize), [u8; SLOT])> = Vec::new();
        for place in self.places(folder)? {
            let bytes = self.slot(place);
            match bytes[0] {
                NAME_PART => {
                    // The part that comes first says how many there are; what lay before it has lost its entry.
                    if bytes[1] + 1 == bytes[LAST] {
                        parts.clear();
                    }
                    parts.push((place, bytes));
                }
                OF_FILE | OF_FOLDER => {
                    let whole = name_of(&parts, &bytes);
                    let name = whole.clone().unwrap_or_else(|| format!("ППС~{}", bytes[2]));
                    let named = if whole.is_some() { std::mem::take(&mut parts) } else { Vec::new() };
                    let slots = named.into_iter().map(|(place, _)| place).chain([place]).collect();
                    let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
                    found.push(Entry { name, kind: bytes[0], start: number(4), size: number(8), slots });
                    parts.clear();
                }
                _ => parts.clear(),
            }
        }
        Ok(found)
    }

    pub(crate) fn folder(&self, path: &Path) -> io::Result<u32> {
        match self.find(path)? {
            None if path == Path::new("/") => Ok(ROOT),
            Some(entry) if entry.kind == OF_FOLDER => Ok(entry.start),
            Some(_) => Err(io::Error::from_raw_os_error(20)),
            None => Err(none()),
        }
    }

    /// The entry of a path; none for the root and for what is not there.
    pub(crate) fn find(&self, path: &Path) -> io::Result<Option<Entry>> {
        let mut folder = ROOT;
        let mut found = None;
        for name in path.strip_prefix("/").unwrap() {
            if found.as_ref().is_some_and(|entry: &Entry| entry.kind != OF_FOLDER) {
                return Err(io::Error::from_raw_os_error(20));
            }
            let name = name.to_str().unwrap();
            let Some(entry) = self.entries(folder)?.into_iter().find(|entry| entry.name == name) else {
                return Ok(None);
            };
            folder = entry.start;
            found = Some(entry);
        }
        Ok(found)
    }

    pub(crate) fn writable(&self) -> io::Result<()> {
        if self.read_only { Err(io::Error::from_raw_os_error(30)) } else { Ok(()) }
    }

    pub(crate) fn add(&mut self, path: &Path, kind: u8, start: u32, size: u32) -> io::Result<(usize, usize)> {
        if self.find(path)?.is_some() {
            return Err(io::Error::from_raw_os_error(17));
        }
        let folder = self.folder(path.parent().unwrap())?;
        let name = path.file_name().unwrap().to_str().unwrap();
        let letters: Vec<u16> = name.encode_utf16().collect();
        let parts = letters.len().div_ceil(LETTERS);
        let places = self.room(folder, parts + 1)?;
        let aliases: BTreeSet<u8> = self
            .entries(folder)?
            .iter()
            .filter_map(|entry| Some(self.slot(*entry.slots.last()?)[2]))
            .collect();
        let alias = (0..=u8::MAX).find(|alias| !aliases.contains(alias)).unwrap();
        for (part, place) in (0..parts).rev().zip(&places) {
            let mut bytes = [0; SLOT];
            (bytes[0], bytes[1], bytes[2]) = (NAME_PART, u8::try_from(part).unwrap(), alias);
            let piece = letters.chunks(LETTERS).nth(part).unwrap();
            bytes[3] = u8::try_from(piece.len()).unwrap();
            bytes[LAST] = u8::try_from(parts).unwrap();
            for (at, letter) in piece.iter().enumerate() {
                bytes[4 + 2 * at..6 + 2 * at].copy_from_slice(&letter.to_le_bytes());
            }
            self.put_slot(*place, &bytes);
        }
        let mut bytes = [0; SLOT];
        (bytes[0], bytes[1], bytes[2]) = (kind, u8::try_from(parts).unwrap(), alias);
        bytes[4..8].copy_from_slice(&start.to_le_bytes());
        bytes[8..12].copy_from_slice(&size.to_le_bytes());
        let own = places[parts];
        self.put_slot(own, &bytes);
        Ok(own)
    }

    /// So many slots in a row; the folder grows where it has none.
    pub(crate) fn room(&mut self, folder: u32, wanted: usize) -> io::Result<Vec<(usize, usize)>> {
        loop {
            let places = self.places(folder)?;
            let is_free = |place: &(usize, usize)| matches!(self.slot(*place)[0], 0 | DELETED);
            if let Some(row) = places.windows(wanted).find(|row| row.iter().all(is_free)) {
                return Ok(row.to_vec());
            }
            let last = *self.chain(folder)?.last().unwrap();
            let more = self.allocate()?;
            self.change(sector_of(more), 0, &[0; SECTOR]);
            self.set_next(last, more);
        }
    }

    pub(crate) fn erase(&mut self, entry: &Entry) {
        for (sector, slot) in &entry.slots {
            self.change(*sector, slot * SLOT, &[DELETED]);
        }
    }

    pub(crate) fn flush(&mut self, sectors: impl IntoIterator<Item = usize>) {
        let sectors = sectors.into_iter().chain(0..TABLE).collect();
        self.log.push(Event::Flushed(sectors));
    }

    pub(crate) fn sectors(&self, start: u32) -> io::Result<Vec<usize>> {
        Ok(self.chain(start)?.into_iter().map(sector_of).collect())
    }

    /// What `fsync` of a file or folder waits for: its bytes, its entry (not all of its long name), the table.
    pub(crate) fn sync(&mut self, path: &Path) -> io::Result<()> {
        let entry = self.find(path)?;
        let start = entry.as_ref().map_or(ROOT, |entry| entry.start);
        let own = entry.and_then(|entry| entry.slots.last().map(|(sector, _)| *sector));
        let sectors = self.sectors(start)?;
        self.flush(sectors.into_iter().chain(own));
        Ok(())
    }

    pub(crate) fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let entry = self.find(path)?.ok_or_else(none)?;
        let mut bytes: Vec<u8> =
            self.sectors(entry.start)?.into_iter().flat_map(|sector| self.image[sector]).collect();
        if bytes.len() < entry.size as usize {
            return Err(device());
        }
        bytes.truncate(entry.size as usize);
        Ok(bytes)
    }

    pub(crate) fn append(&mut self, own: (usize, usize), bytes: &[u8]) -> io::Result<()> {
        self.writable()?;
        let slot = self.slot(own);
        let number = |at: usize| u32::from_le_bytes(slot[at..at + 4].try_into().unwrap());
        let (mut start, mut size) = (number(4), number(8) as usize);
        let mut rest = bytes;
        while !rest.is_empty() {
            let filled = size % SECTOR;
            let chain = self.chain(start)?;
            let last = match chain.last() {
                Some(last) if filled > 0 => *last,
                last => {
                    let more = self.allocate()?;
                    match last {
                        Some(last) => self.set_next(*last, more),
                        None => start = more,
                    }
                    more
                }
            };
            let (now, later) = rest.split_at(rest.len().min(SECTOR - filled));
            self.change(sector_of(last), filled, now);
            size += now.len();
            rest = later;
        }
        let size = u32::try_from(size).unwrap();
        self.change(own.0, own.1 * SLOT + 4, &[start.to_le_bytes(), size.to_le_bytes()].concat());
        Ok(())
    }
}

/// The long name, if all of its parts are there and belong to the entry.
fn name_of(parts: &[((usize, usize), [u8; SLOT])], own: &[u8; SLOT]) -> Option<String> {
    let count = usize::from(own[1]);
    let fits = parts.len() == count && count > 0;
    let ordered = parts
        .iter()
        .zip((0..count).rev())
        .all(|((_, bytes), part)| usize::from(bytes[1]) == part && bytes[2] == own[2]);
    if !fits || !ordered {
        return None;
    }
    let letters: Vec<u16> = parts
        .iter()
        .rev()
        .flat_map(|(_, bytes)| {
            (0..usize::from(bytes[3]).min(LETTERS))
                .map(|at| u16::from_le_bytes([bytes[4 + 2 * at], bytes[5 + 2 * at]]))
                .collect::<Vec<_>>()
        })
        .collect();
    String::from_utf16(&letters).ok()
}
