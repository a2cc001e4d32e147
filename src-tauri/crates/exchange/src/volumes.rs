//! The disks and sticks of the computer, where the system lists them as such: Windows does, Linux has its table of mounts.

use std::path::{Path, PathBuf};

use crate::platform;

/// A disk or a stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its root: «E:\».
    pub root: PathBuf,
    /// The name that a person has given it.
    pub label: String,
    /// Whether it can be taken out.
    pub removable: bool,
    /// Whether nothing can be written on it.
    pub read_only: bool,
    /// Bytes that are free.
    pub free: u64,
}

/// All of them; nothing on Linux.
#[must_use]
pub fn volumes() -> Option<Vec<Volume>> {
    platform::volumes()
}

/// The one on which a path lies: of several, the innermost.
#[must_use]
pub fn volume_over<'v>(volumes: &'v [Volume], path: &Path) -> Option<&'v Volume> {
    let path = comparable(path);
    let over = volumes.iter().filter(|volume| path.starts_with(&comparable(&volume.root)));
    over.max_by_key(|volume| volume.root.as_os_str().len())
}

/// Windows takes capital and small letters of a path for the same, and both slashes.
fn comparable(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/").to_uppercase();
    let text = text.strip_prefix("//?/").unwrap_or(&text);
    format!("{}/", text.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn volume(root: &str, removable: bool) -> Volume {
        Volume { root: root.into(), label: String::new(), removable, read_only: false, free: 0 }
    }

    #[test]
    fn a_path_lies_on_the_innermost_volume_whatever_its_letters() {
        let all = [volume(r"C:\", false), volume(r"E:\", true), volume(r"C:\Стик", true)];
        let root = |path: &str| volume_over(&all, Path::new(path)).map(|volume| volume.root.clone());
        assert_eq!(root(r"e:\ППС\Данные"), Some(r"E:\".into()));
        assert_eq!(root(r"E:"), Some(r"E:\".into()));
        assert_eq!(root(r"\\?\C:\Users\u"), Some(r"C:\".into()));
        assert_eq!(root(r"C:\Стик\год"), Some(r"C:\Стик".into()));
        assert_eq!(root(r"C:\Стикеры"), Some(r"C:\".into()));
        assert_eq!(root(r"\\server\РИМК"), None);
    }
}
