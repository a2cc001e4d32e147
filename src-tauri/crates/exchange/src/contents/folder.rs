//! A package that is a folder.

use std::path::{Path, PathBuf};

use super::{Contents, Item, Limits, Sink, Streamed, name_of, pass_on};
use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::names::shown;

/// Folders deeper than this are no package of ours.
const MAX_DEPTH: usize = 16;

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
