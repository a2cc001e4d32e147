//! What goes into a package, before anything is written.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::error::ExchangeError;
use crate::hash::{Digest, digest_of, from_hex};
use crate::manifest::{MANIFEST_FILE, SERVICE_FOLDER, compose, manifest_path};
use crate::names::{UniqueNames, fold, safe_name};
use crate::source::Source;

/// The longest path of a file together with the package's folder, in units of Windows. Explorer and
/// Word open nothing beyond 259, and the drive and a folder or two come before it.
const MAX_PATH_UNITS: usize = 230;

/// The largest file on FAT32.
pub(crate) const FAT32_FILE_LIMIT: u64 = u32::MAX as u64;

/// A package that is being put together: papers for people and open data for programs.
#[derive(Clone)]
pub struct Package<'s> {
    name: String,
    folders: HashMap<String, Folder>,
    files: BTreeMap<String, PackedFile<'s>>,
}

#[derive(Debug, Clone, Default)]
struct Folder {
    names: UniqueNames,
    /// The spelling of each subfolder by its folded name.
    subfolders: HashMap<String, String>,
}

#[derive(Clone)]
pub(crate) struct PackedFile<'s> {
    pub(crate) source: Rc<dyn Source + 's>,
    pub(crate) digest: Digest,
}

impl PackedFile<'_> {
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        Self { digest: digest_of(&bytes), source: Rc::new(bytes) }
    }

    pub(crate) fn size(&self) -> u64 {
        self.source.size()
    }
}

impl<'s> Package<'s> {
    /// Begins a package. The name becomes the folder's name on the stick and is made safe;
    /// [`crate::package_name`] makes the usual one.
    pub fn new(name: &str) -> Self {
        let mut root = Folder::default();
        root.names.take(SERVICE_FOLDER);
        let mut service = Folder::default();
        service.names.take(MANIFEST_FILE);
        Self {
            name: safe_name(name),
            folders: HashMap::from([(String::new(), root), (SERVICE_FOLDER.to_owned(), service)]),
            files: BTreeMap::new(),
        }
    }

    /// The name of the package's folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Adds a paper under a plain name, perhaps in a subfolder («Сканы/Приказ.pdf»), and returns
    /// the path that it got: the name made safe, and numbered if it was taken.
    pub fn add_paper(&mut self, path: &str, bytes: Vec<u8>) -> String {
        self.add(path, PackedFile::of(bytes))
    }

    /// Adds a file whose bytes are asked for when they are written, under its known SHA-256.
    ///
    /// # Errors
    /// The sum is not 64 lower-case hexadecimal digits.
    pub fn add_source(
        &mut self,
        path: &str,
        source: Rc<dyn Source + 's>,
        sha256: &str,
    ) -> Result<String, ExchangeError> {
        let changed = || ExchangeError::SourceChanged { path: path.to_owned() };
        let digest = from_hex(sha256).ok_or_else(changed)?;
        Ok(self.add(path, PackedFile { source, digest }))
    }

    fn add(&mut self, path: &str, file: PackedFile<'s>) -> String {
        let mut parts = path.split('/').filter(|part| !matches!(*part, "" | "." | "..")).peekable();
        let mut folder = String::new();
        let mut name = "";
        while let Some(part) = parts.next() {
            if parts.peek().is_some() {
                folder = self.enter(&folder, part);
            } else {
                name = part;
            }
        }
        self.put(&folder, name, file)
    }

    /// Adds a file of open data to the service folder, and returns its path inside the package.
    pub fn add_open_data(&mut self, name: &str, bytes: Vec<u8>) -> String {
        self.put(SERVICE_FOLDER, name, PackedFile::of(bytes))
    }

    /// The paths of all files in the order in which they are written, without the manifest.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The manifest as it will be written.
    pub fn manifest(&self) -> String {
        compose(self.files.iter().map(|(path, file)| (path.as_str(), &file.digest)))
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &PackedFile<'s>)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    pub(crate) fn size(&self) -> u64 {
        self.files.values().map(PackedFile::size).sum()
    }

    /// Refuses what could be written here but not read on another PC.
    pub(crate) fn check(&self) -> Result<(), ExchangeError> {
        if self.files.is_empty() {
            return Err(ExchangeError::Empty);
        }
        let longest = self.paths().max_by_key(|path| path.encode_utf16().count()).unwrap_or("");
        let manifest = manifest_path();
        for path in [longest, &manifest] {
            if self.name.encode_utf16().count() + 1 + path.encode_utf16().count() > MAX_PATH_UNITS {
                return Err(ExchangeError::PathTooLong { path: path.to_owned() });
            }
        }
        check_sizes(self.files().map(|(path, file)| (path, file.size())))
    }

    fn enter(&mut self, parent: &str, raw: &str) -> String {
        let folder = self.folders.entry(parent.to_owned()).or_default();
        let key = fold(&safe_name(raw));
        let name = match folder.subfolders.get(&key) {
            Some(name) => name.clone(),
            None => {
                let name = folder.names.take(raw);
                folder.subfolders.insert(key, name.clone());
                folder.subfolders.insert(fold(&name), name.clone());
                name
            }
        };
        join(parent, &name)
    }

    fn put(&mut self, folder: &str, raw: &str, file: PackedFile<'s>) -> String {
        let name = self.folders.entry(folder.to_owned()).or_default().names.take(raw);
        let path = join(folder, &name);
        self.files.insert(path.clone(), file);
        path
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// FAT32 holds no file of 4 GB or more, and a stick that is FAT32 is the usual one.
pub(crate) fn check_sizes<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> Result<(), ExchangeError> {
    for (path, size) in files {
        if size > FAT32_FILE_LIMIT {
            return Err(ExchangeError::FileTooBig { path: path.to_owned() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_four_gigabytes_is_refused_before_anything_is_written() {
        assert!(check_sizes([("Скан.pdf", FAT32_FILE_LIMIT)].into_iter()).is_ok());
        let refused = check_sizes([("Скан.pdf", FAT32_FILE_LIMIT + 1)].into_iter()).unwrap_err();
        assert!(refused.to_string().contains("«Скан.pdf»"), "{refused}");
    }
}
