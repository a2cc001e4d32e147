//! What a package holds, read without trusting it: the same view of a folder and of a ZIP.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::hash::{AlignedBuffer, Digest};
use crate::manifest::{MANIFEST_LIMIT, manifest_path, parse};
use crate::names::shown;
use crate::verify::Limits;

/// Folders deeper than this are no package of ours.
const MAX_DEPTH: usize = 16;

/// One thing found in a package.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The path inside the package, with slashes.
    pub(crate) path: String,
    pub(crate) kind: Kind,
}

/// How reading a file ended.
#[derive(Debug)]
pub(crate) enum Streamed {
    /// To its end.
    Whole,
    /// It is longer than was allowed.
    TooLong,
    /// The ZIP contradicts itself at this file.
    Damaged,
    /// The disk refused.
    Unreadable(io::Error),
}

/// A sink for the bytes of a file, which may refuse to go on.
pub(crate) type Sink<'s> = &'s mut dyn FnMut(&[u8]) -> Result<(), ExchangeError>;

pub(crate) trait Contents {
    /// What was chosen, for messages.
    fn name(&self) -> &str;
    /// Everything found. A path can come twice in a ZIP.
    fn items(&self) -> &[Item];
    /// Things outside of the package's folder; only a ZIP can have them.
    fn outside(&self) -> &[Item];
    /// Passes the bytes of a file on, at most `limit` of them.
    fn stream(&mut self, index: usize, limit: u64, sink: Sink<'_>) -> Result<Streamed, ExchangeError>;

    /// Where a file is among the items.
    fn find(&self, path: &str) -> Option<usize> {
        self.items().iter().position(|item| item.path == path && item.kind == Kind::File)
    }

    /// The bytes of a small file.
    fn bytes(&mut self, index: usize, limit: u64) -> Result<(Streamed, Vec<u8>), ExchangeError> {
        let mut bytes = Vec::new();
        let streamed = self.stream(index, limit, &mut |portion| {
            bytes.extend_from_slice(portion);
            Ok(())
        })?;
        Ok((streamed, bytes))
    }

    /// The sums by path.
    fn manifest(&mut self) -> Result<BTreeMap<String, Digest>, ExchangeError> {
        let path = manifest_path();
        let Some(index) = self.find(&path) else {
            return Err(ExchangeError::NotAPackage { name: self.name().to_owned() });
        };
        let bad = |why: &str| ExchangeError::BadManifest { why: why.to_owned() };
        match self.bytes(index, MANIFEST_LIMIT)? {
            (Streamed::Whole, bytes) => parse(&bytes).map_err(|why| bad(&why)),
            (Streamed::TooLong, _) => Err(bad("он слишком велик")),
            (Streamed::Damaged, _) => Err(bad("он не читается")),
            // That says nothing about the manifest: the stick may have been pulled out.
            (Streamed::Unreadable(error), _) => Err(ExchangeError::reading(self.name())(error)),
        }
    }
}

/// A package that is a folder.
pub(crate) struct FolderContents<'d> {
    disk: &'d dyn Disk,
    root: PathBuf,
    name: String,
    items: Vec<Item>,
    paths: Vec<PathBuf>,
}

impl<'d> FolderContents<'d> {
    /// Lists the folder to its end, without following links.
    pub(crate) fn open(disk: &'d dyn Disk, root: &Path, limits: &Limits) -> Result<Self, ExchangeError> {
        let name = name_of(root);
        let mut contents = Self { disk, root: root.to_owned(), name, items: Vec::new(), paths: Vec::new() };
        contents.walk(Path::new(""), "", 0, limits)?;
        Ok(contents)
    }

    fn walk(
        &mut self,
        folder: &Path,
        prefix: &str,
        depth: usize,
        limits: &Limits,
    ) -> Result<(), ExchangeError> {
        let too_many = || ExchangeError::TooMany { name: name_of(&self.root), limit: limits.items };
        if depth > MAX_DEPTH {
            return Err(too_many());
        }
        let at = if prefix.is_empty() { self.name.clone() } else { shown(prefix) };
        let mut entries = self.disk.list(&self.root.join(folder)).map_err(ExchangeError::reading(&at))?;
        if self.items.len() + entries.len() > limits.items {
            return Err(too_many());
        }
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (file_name, kind) in entries {
            // A name that is no text gets a replacement mark, and so agrees with no manifest.
            let path = format!("{prefix}{}", file_name.to_string_lossy());
            let place = folder.join(&file_name);
            self.items.push(Item { path: path.clone(), kind });
            self.paths.push(place.clone());
            if kind == Kind::Folder {
                self.walk(&place, &format!("{path}/"), depth + 1, limits)?;
            }
        }
        Ok(())
    }
}

impl Contents for FolderContents<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn items(&self) -> &[Item] {
        &self.items
    }

    fn outside(&self) -> &[Item] {
        &[]
    }

    fn stream(&mut self, index: usize, limit: u64, sink: Sink<'_>) -> Result<Streamed, ExchangeError> {
        let mut reader = match self.disk.open(&self.root.join(&self.paths[index])) {
            Ok(reader) => reader,
            Err(error) => return Ok(Streamed::Unreadable(error)),
        };
        pass_on(&mut reader, limit, sink)
    }
}

/// Reads to the end or to the limit, never holding more than one portion.
pub(crate) fn pass_on(reader: &mut dyn Read, limit: u64, sink: Sink<'_>) -> Result<Streamed, ExchangeError> {
    let mut buffer = AlignedBuffer::new();
    let mut done = 0_u64;
    loop {
        match buffer.read(reader) {
            Ok([]) => return Ok(Streamed::Whole),
            Ok(portion) => {
                done += portion.len() as u64;
                if done > limit {
                    return Ok(Streamed::TooLong);
                }
                sink(portion)?;
            }
            // An error without the system's number is the ZIP reader's: a wrong check sum or a
            // stream that is cut off.
            Err(error) if error.raw_os_error().is_none() => return Ok(Streamed::Damaged),
            Err(error) => return Ok(Streamed::Unreadable(error)),
        }
    }
}

pub(crate) fn name_of(path: &Path) -> String {
    let name =
        path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    shown(&name)
}
