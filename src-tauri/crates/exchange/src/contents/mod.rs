//! What a package holds, read without trusting it: the same view of a folder and of a ZIP.

mod folder;
mod zip;

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use crate::disk::Kind;
use crate::error::ExchangeError;
use crate::hash::{AlignedBuffer, Digest};
use crate::manifest::{MANIFEST_LIMIT, manifest_path, parse};
use crate::names::shown;

pub(crate) use folder::FolderContents;
pub(crate) use zip::ZipContents;

/// What a package may have at most; beyond this it is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Files and folders.
    pub items: usize,
    /// Bytes in all, as declared in a ZIP and as they come out.
    pub bytes: u64,
}

impl Default for Limits {
    /// Ten thousand files and eight gigabytes: many times a community's largest year.
    fn default() -> Self {
        Self { items: 10_000, bytes: 8 * 1024 * 1024 * 1024 }
    }
}

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
