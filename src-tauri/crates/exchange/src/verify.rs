//! Is a package what was handed over: all there, unchanged, and nothing besides?

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::contents::{Contents, FolderContents, Item, Limits, Streamed, ZipContents};
use crate::disk::{Disk, Kind, RealDisk};
use crate::error::ExchangeError;
use crate::hash::{Digest, Sum};
use crate::io_error::Trouble;
use crate::litter::is_litter;
use crate::manifest::{SERVICE_FOLDER, manifest_path};
use crate::names::shown;
use crate::progress::{Stage, Watch};

/// What the verification has found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// Files of the manifest that are there and unchanged.
    pub files: usize,
    /// The bytes of these files.
    pub bytes: u64,
    /// Everything that is wrong, in the order of the paths; empty if the package is whole.
    pub problems: Vec<Problem>,
}

impl Verification {
    /// Whether the package is exactly what was written.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// One thing that is wrong with a package. `Display` is a Russian sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A file of the manifest is not there.
    #[error("Нет файла «{path}»: попросите записать пакет заново.")]
    Missing {
        /// The path inside the package.
        path: String,
    },
    /// A file has other bytes than were written.
    #[error("Файл «{path}» изменён или повреждён: попросите записать пакет заново.")]
    Changed {
        /// The path inside the package.
        path: String,
    },
    /// The disk does not give the file back.
    #[error("Файл «{path}» не читается: {trouble}.")]
    Unreadable {
        /// The path inside the package.
        path: String,
        /// Why.
        trouble: Trouble,
    },
    /// A file that nobody wrote into the package.
    #[error("Файл «{path}» лишний, в списке пакета его нет: спросите у отправителя, откуда он.")]
    Extra {
        /// The path inside the package.
        path: String,
    },
    /// An empty folder that nobody wrote into the package.
    #[error(
        "Пустая папка «{path}» лишняя: возможно, её содержимое потеряно при копировании, спросите у отправителя."
    )]
    ExtraFolder {
        /// The path inside the package.
        path: String,
    },
    /// A link to another place instead of a file; it is not followed.
    #[error(
        "«{path}» — не файл, а ссылка на другое место: не открывайте её и попросите записать пакет заново."
    )]
    Link {
        /// The path inside the package.
        path: String,
    },
    /// Two files of the same name in a ZIP: which one a program shows is chance.
    #[error("Файл «{path}» есть в архиве дважды: попросите записать пакет заново.")]
    Duplicate {
        /// The path inside the package.
        path: String,
    },
    /// The manifest cannot be trusted, so the files were not compared.
    #[error("Список файлов пакета повреждён ({why}): попросите записать пакет заново.")]
    BadManifest {
        /// What is wrong with it.
        why: String,
    },
}

impl Problem {
    fn path(&self) -> &str {
        match self {
            Self::Missing { path }
            | Self::Changed { path }
            | Self::Unreadable { path, .. }
            | Self::Extra { path }
            | Self::ExtraFolder { path }
            | Self::Link { path }
            | Self::Duplicate { path } => path,
            Self::BadManifest { .. } => "",
        }
    }
}

/// Verifies a package, a folder or a ZIP, with the usual limits.
pub fn verify(path: &Path) -> Result<Verification, ExchangeError> {
    verify_sealed(path, None)
}

/// Verifies a ZIP that may be closed by a password.
pub fn verify_sealed(path: &Path, password: Option<&str>) -> Result<Verification, ExchangeError> {
    verify_on(&RealDisk, path, &Limits::default(), password, &mut Watch::silent())
}

/// Verifies a package on a given disk, within given limits, showing progress.
///
/// An error means that there is nothing to verify (no package, or the disk refuses); everything that
/// is wrong with a package is a [`Problem`].
pub fn verify_on(
    disk: &dyn Disk,
    path: &Path,
    limits: &Limits,
    password: Option<&str>,
    watch: &mut Watch<'_>,
) -> Result<Verification, ExchangeError> {
    inspect(&mut *open(disk, path, limits, password)?, limits, watch)
}

/// Opens a folder or a ZIP.
pub(crate) fn open<'d>(
    disk: &'d dyn Disk,
    path: &Path,
    limits: &Limits,
    password: Option<&str>,
) -> Result<Box<dyn Contents + 'd>, ExchangeError> {
    let name = crate::contents::name_of(path);
    match disk.kind(path).map_err(ExchangeError::reading(&name))? {
        Some(Kind::Folder) => Ok(Box::new(FolderContents::open(disk, path, limits)?)),
        Some(Kind::File) => Ok(Box::new(ZipContents::open(disk, path, limits)?.opened_by(password))),
        Some(Kind::Other) | None => Err(ExchangeError::NotAPackage { name }),
    }
}

fn inspect(
    contents: &mut dyn Contents,
    limits: &Limits,
    watch: &mut Watch<'_>,
) -> Result<Verification, ExchangeError> {
    let mut found = Verification::default();
    let listed = match contents.manifest() {
        Ok(listed) => listed,
        Err(ExchangeError::BadManifest { why }) => {
            found.problems.push(Problem::BadManifest { why });
            return Ok(found);
        }
        Err(error) => return Err(error),
    };
    find_surplus(contents, &listed, &mut found.problems);
    let places: HashMap<String, (usize, Kind)> = contents
        .items()
        .iter()
        .enumerate()
        .rev()
        .map(|(i, item)| (item.path.clone(), (i, item.kind)))
        .collect();
    watch.start(0);
    let mut left = limits.bytes;
    for (path, digest) in &listed {
        let problem = match places.get(path) {
            Some((index, Kind::File)) => {
                let (streamed, sum, bytes) = sum_of(contents, *index, path, left, watch)?;
                left = left.saturating_sub(bytes);
                match streamed {
                    Streamed::Whole if sum == *digest => {
                        found.files += 1;
                        found.bytes += bytes;
                        continue;
                    }
                    Streamed::Whole | Streamed::Damaged => Problem::Changed { path: path.clone() },
                    Streamed::Unreadable(error) => {
                        Problem::Unreadable { path: path.clone(), trouble: Trouble::of(&error) }
                    }
                    Streamed::TooLong => {
                        let name = contents.name().to_owned();
                        return Err(ExchangeError::TooBig { name, limit: limits.bytes });
                    }
                }
            }
            Some((_, Kind::Other)) => Problem::Link { path: path.clone() },
            Some((_, Kind::Folder)) | None => Problem::Missing { path: path.clone() },
        };
        found.problems.push(problem);
    }
    found.problems.sort_by(|one, other| one.path().cmp(other.path()));
    Ok(found)
}

/// The sum and the length of a file, of which no more than a portion is ever held.
fn sum_of(
    contents: &mut dyn Contents,
    index: usize,
    path: &str,
    limit: u64,
    watch: &mut Watch<'_>,
) -> Result<(Streamed, Digest, u64), ExchangeError> {
    let mut sum = Sum::default();
    let mut bytes = 0_u64;
    let streamed = contents.stream(index, limit, &mut |portion| {
        sum.add(portion);
        bytes += portion.len() as u64;
        watch.step(Stage::Verifying, path, portion.len() as u64)
    })?;
    Ok((streamed, sum.finish(), bytes))
}

/// Files, links, doubles and empty folders that the manifest does not speak of, but for what systems leave by themselves.
fn find_surplus(contents: &dyn Contents, listed: &BTreeMap<String, Digest>, problems: &mut Vec<Problem>) {
    let manifest = manifest_path();
    let mut implied = BTreeSet::from([SERVICE_FOLDER]);
    for path in listed.keys() {
        implied.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
    }
    let mut seen = BTreeSet::new();
    for item in contents.items() {
        let path = shown(&item.path);
        let repeated = !seen.insert(item.path.as_str());
        match item.kind {
            _ if repeated => problems.push(Problem::Duplicate { path }),
            Kind::File if listed.contains_key(&item.path) || item.path == manifest => {}
            _ if is_litter(&item.path, item.kind) => {}
            Kind::File => problems.push(Problem::Extra { path }),
            Kind::Other if listed.contains_key(&item.path) => {}
            Kind::Other => problems.push(Problem::Link { path }),
            Kind::Folder if implied.contains(item.path.as_str()) => {}
            Kind::Folder if is_empty(contents.items(), &item.path) => {
                problems.push(Problem::ExtraFolder { path })
            }
            // What is inside speaks for itself.
            Kind::Folder => {}
        }
    }
    let outside = contents.outside().iter().filter(|item| !is_litter(&item.path, item.kind));
    problems.extend(outside.map(|item| Problem::Extra { path: shown(&item.path) }));
}

fn is_empty(items: &[Item], folder: &str) -> bool {
    !items.iter().any(|item| {
        item.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1)
    })
}
