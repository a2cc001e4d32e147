//! Folders as a whole: listing, comparing, making one the same as another.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::process::{Outcome, Problem};

fn failed(what: &str, path: &Path, error: &io::Error) -> Problem {
    Problem::new(format!("{what} {} failed: {error}", path.display()))
}

/// Reads a whole file, naming it when that fails.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| failed("reading", path, &error))
}

/// Reads a whole file of any kind.
pub(crate) fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| failed("reading", path, &error))
}

/// The length of a file in bytes.
pub(crate) fn size(path: &Path) -> Outcome<u64> {
    fs::metadata(path).map(|facts| facts.len()).map_err(|error| failed("looking at", path, &error))
}

/// Writes a whole file and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| failed("making the folder", folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| failed("writing", path, &error))
}

/// Gives a file or a folder another name.
pub(crate) fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|error| failed("renaming", from, &error))
}

/// Removes a folder with all that is in it.
pub(crate) fn remove_folder(path: &Path) -> Outcome {
    fs::remove_dir_all(path).map_err(|error| failed("removing", path, &error))
}

/// Makes an empty folder, removing what was there.
pub(crate) fn fresh_folder(path: &Path) -> Outcome {
    if path.exists() {
        fs::remove_dir_all(path).map_err(|error| failed("emptying", path, &error))?;
    }
    fs::create_dir_all(path).map_err(|error| failed("making the folder", path, &error))
}

/// Every file under a folder, sorted, as paths from that folder. An absent folder has none.
pub(crate) fn under(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut ahead = vec![folder.to_path_buf()];
    while let Some(here) = ahead.pop() {
        if !here.exists() {
            continue;
        }
        for entry in fs::read_dir(&here).map_err(|error| failed("listing", &here, &error))? {
            let path = entry.map_err(|error| failed("listing", &here, &error))?.path();
            if path.is_dir() {
                ahead.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                found.push(inside.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The names of the files that lie in a folder itself, sorted.
pub(crate) fn names_in(folder: &Path) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| failed("listing", folder, &error))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    Ok(names)
}

fn contents(folder: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    under(folder)?
        .into_iter()
        .map(|inside| {
            let path = folder.join(&inside);
            read_bytes(&path).map(|bytes| (inside, bytes))
        })
        .collect()
}

/// The files by which two folders differ.
pub(crate) fn differences(one: &Path, other: &Path) -> Outcome<Vec<PathBuf>> {
    let (one, other) = (contents(one)?, contents(other)?);
    let names = one.keys().chain(other.keys()).collect::<std::collections::BTreeSet<_>>();
    Ok(names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect())
}

/// Makes `to` the same as `from`, touching only the files that differ, so that nothing is rebuilt in vain.
pub(crate) fn mirror(from: &Path, to: &Path) -> Outcome<Vec<PathBuf>> {
    let changed = differences(from, to)?;
    for inside in &changed {
        let (source, target) = (from.join(inside), to.join(inside));
        if source.exists() {
            write(&target, &read_bytes(&source)?)?;
        } else {
            fs::remove_file(&target).map_err(|error| failed("removing", &target, &error))?;
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test alone, removed when the test ends.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fresh_folder(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_mirror_adds_changes_and_removes_and_then_rests() {
        let scratch = Scratch::new("mirror");
        let (from, to) = (scratch.0.join("from"), scratch.0.join("to"));
        write(&from.join("same.txt"), b"same").unwrap();
        write(&from.join("deep/new.txt"), b"new").unwrap();
        write(&to.join("same.txt"), b"same").unwrap();
        write(&to.join("old.txt"), b"old").unwrap();

        let changed = mirror(&from, &to).unwrap();
        assert_eq!(changed, [PathBuf::from("deep/new.txt"), PathBuf::from("old.txt")]);
        assert_eq!(under(&to).unwrap(), [PathBuf::from("deep/new.txt"), PathBuf::from("same.txt")]);
        assert!(mirror(&from, &to).unwrap().is_empty());
    }

    #[test]
    fn an_absent_folder_is_an_empty_one() {
        let scratch = Scratch::new("absent");
        assert!(differences(&scratch.0.join("one"), &scratch.0.join("other")).unwrap().is_empty());
    }

    #[test]
    fn a_change_of_one_byte_is_seen() {
        let scratch = Scratch::new("byte");
        write(&scratch.0.join("one/a"), b"x").unwrap();
        write(&scratch.0.join("other/a"), b"y").unwrap();
        let found = differences(&scratch.0.join("one"), &scratch.0.join("other")).unwrap();
        assert_eq!(found, [PathBuf::from("a")]);
    }
}
