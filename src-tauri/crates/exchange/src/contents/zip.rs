//! A package that is a ZIP. Nothing is ever unpacked to the disk, so a hostile name can only be
//! reported; sizes are limited both as declared and as they come out.

use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use ::zip::read::{ArchiveOffset, Config, ZipFileEntry};
use ::zip::result::{ZipError, ZipResult};
use ::zip::{CompressionMethod, ZipArchive};

use super::{Contents, Item, Limits, Sink, Streamed, name_of, pass_on};
use crate::disk::{Disk, Kind, SeekRead};
use crate::error::ExchangeError;
use crate::manifest::{is_plain_path, manifest_path};
use crate::zip_end::{ZipEnd, read_end};

pub(crate) struct ZipContents<'d> {
    name: String,
    /// Opens what is closed by AES.
    password: Option<String>,
    archive: ZipArchive<BufReader<Box<dyn SeekRead + 'd>>>,
    items: Vec<Item>,
    /// The place in the archive of each item.
    places: Vec<usize>,
    outside: Vec<Item>,
}

impl<'d> ZipContents<'d> {
    pub(crate) fn open(disk: &'d dyn Disk, path: &Path, limits: &Limits) -> Result<Self, ExchangeError> {
        let name = name_of(path);
        let file = disk.open(path).map_err(ExchangeError::reading(&name))?;
        let broken = |error: ZipError| match error {
            ZipError::Io(error) if error.raw_os_error().is_some() => ExchangeError::reading(&name)(error),
            _ => ExchangeError::BrokenZip { name: name.clone() },
        };
        let mut reader = BufReader::new(file);
        let raw_names = match read_end(&mut reader, limits.items).map_err(ExchangeError::reading(&name))? {
            ZipEnd::Names(names) => names,
            ZipEnd::TooMany => return Err(ExchangeError::TooMany { name, limit: limits.items }),
            ZipEnd::Broken => return Err(ExchangeError::BrokenZip { name }),
        };
        let config = Config { archive_offset: ArchiveOffset::Known(0) };
        let mut archive = ZipArchive::with_config(config, reader).map_err(broken)?;
        if !archive.has_duplicate_names() {
            // Headers that contradict each other, or entries that overlap, show different files to
            // different programs or unfold into far more than they are; nothing of it is read.
            archive.validate_header_consistency().map_err(broken)?;
        }
        let (found, declared) = items_of(&archive, &raw_names).map_err(broken)?;
        if declared > limits.bytes {
            return Err(ExchangeError::TooBig { name, limit: limits.bytes });
        }
        Ok(Self::under_root(name, archive, found))
    }

    /// With the password that opens what is closed.
    pub(crate) fn opened_by(mut self, password: Option<&str>) -> Self {
        self.password = password.map(str::to_owned);
        self
    }

    /// Finds the package's folder by its manifest, and takes paths from there.
    fn under_root(
        name: String,
        archive: ZipArchive<BufReader<Box<dyn SeekRead + 'd>>>,
        found: Vec<(Item, usize)>,
    ) -> Self {
        let manifest = manifest_path();
        let root = found.iter().find_map(|(item, _)| {
            let root = item.path.strip_suffix(&manifest)?;
            // The manifest lies in the folder of the package, or the ZIP was packed without it.
            (root.matches('/').count() == usize::from(!root.is_empty())).then(|| root.to_owned())
        });
        let root = root.unwrap_or_default();
        let (mut items, mut places, mut outside) = (Vec::new(), Vec::new(), Vec::new());
        for (item, place) in found {
            match item.path.strip_prefix(&root) {
                _ if item.kind == Kind::Folder && format!("{}/", item.path) == root => {}
                Some(inside) => {
                    items.push(Item { path: inside.to_owned(), kind: item.kind });
                    places.push(place);
                }
                None => outside.push(item),
            }
        }
        Self { name, password: None, archive, items, places, outside }
    }
}

/// One item for each name of the directory, and the bytes that they declare. A name that comes twice
/// leads to the same entry twice.
fn items_of<R: Read + Seek>(
    archive: &ZipArchive<R>,
    raw_names: &[Vec<u8>],
) -> ZipResult<(Vec<(Item, usize)>, u64)> {
    let mut by_name = HashMap::new();
    let mut once = Vec::new();
    let mut declared = 0_u64;
    for place in 0..archive.len() {
        let entry = archive.by_index_data(place)?;
        by_name.insert(entry.name_raw().to_vec(), place);
        declared = declared.saturating_add(entry.size());
        once.push((item_of(&entry), place));
    }
    let mut seen = HashSet::new();
    let mut found = once.clone();
    for raw in raw_names {
        if !seen.insert(raw)
            && let Some(place) = by_name.get(raw)
        {
            found.push(once[*place].clone());
        }
    }
    Ok((found, declared))
}

/// Some programs of Windows write a backslash between folders, which is read as the slash that it means. A name that is not
/// plain (with «..», a root, a drive letter) stays as it is: it agrees with no line of a manifest, and so comes out as extra.
fn item_of(entry: &ZipFileEntry<'_>) -> Item {
    let raw = match entry.name() {
        Ok(name) => name.into_owned(),
        Err(_) => String::from_utf8_lossy(entry.name_raw()).into_owned(),
    };
    let raw = raw.replace('\\', "/");
    let kind = if entry.is_symlink() {
        Kind::Other
    } else if entry.is_dir() || raw.ends_with('/') {
        Kind::Folder
    } else {
        Kind::File
    };
    let path = match (kind, raw.strip_suffix('/')) {
        (Kind::Folder, Some(folder)) if is_plain_path(folder) => folder.to_owned(),
        _ => raw,
    };
    Item { path, kind }
}

impl Contents for ZipContents<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn items(&self) -> &[Item] {
        &self.items
    }

    fn outside(&self) -> &[Item] {
        &self.outside
    }

    fn stream(&mut self, index: usize, limit: u64, sink: Sink<'_>) -> Result<Streamed, ExchangeError> {
        let place = self.places[index];
        let opened = match &self.password {
            Some(password) => self.archive.by_index_decrypt(place, password.as_bytes()),
            None => self.archive.by_index(place),
        };
        let mut file = match opened {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ExchangeError::Sealed { name: self.name.clone() });
            }
            Err(ZipError::InvalidPassword) => {
                return Err(ExchangeError::WrongPassword { name: self.name.clone() });
            }
            Err(ZipError::Io(error)) if error.raw_os_error().is_some() => {
                return Ok(Streamed::Unreadable(error));
            }
            Err(_) => return Ok(Streamed::Damaged),
        };
        if !matches!(file.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Ok(Streamed::Damaged);
        }
        // A stream that goes on beyond the declared size is a lie or a bomb.
        let declared = file.size();
        match pass_on(&mut file, limit.min(declared), sink)? {
            Streamed::TooLong if declared <= limit => Ok(Streamed::Damaged),
            other => Ok(other),
        }
    }
}
