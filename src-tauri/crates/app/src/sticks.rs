//! Which USB sticks are in the computer. Linux tells by its table of mounts; on Windows the kind of a drive
//! cannot be asked without unsafe code, so there the person chooses the folder in the dialog.

use std::fs;
use std::path::{Path, PathBuf};

use pps_exchange::{Disk, RealDisk};

/// Where desktops put sticks.
const MOUNTED_UNDER: [&str; 2] = ["/media/", "/run/media/"];

/// A stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stick {
    /// Its root folder.
    pub path: PathBuf,
    /// The name that the desktop shows.
    pub label: String,
    /// Bytes that are free, where that is known.
    pub free: Option<u64>,
}

/// The sticks that are in the computer now, by name.
#[must_use]
pub fn sticks() -> Vec<Stick> {
    let table = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let mut found: Vec<Stick> = roots(&table).map(described).collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// Whether a folder lies on a stick.
#[must_use]
pub fn on_stick(folder: &Path) -> bool {
    MOUNTED_UNDER.iter().any(|root| folder.starts_with(root))
}

/// The name of the stick on which a file lies: `/media/user/KINGSTON/…`.
pub(crate) fn stick_of(path: &Path) -> Option<String> {
    let text = path.to_string_lossy();
    let below = MOUNTED_UNDER.iter().find_map(|root| text.strip_prefix(root))?;
    let label = below.split('/').nth(1).filter(|label| !label.is_empty())?;
    Some(label.to_owned())
}

/// Bytes that are free where a folder lies, where that is known.
#[must_use]
pub fn free_space(folder: &Path) -> Option<u64> {
    RealDisk.free_space(folder).ok().flatten()
}

/// Whether a folder lies on what is mounted for reading only: its lock is on, or the system has found faults.
#[must_use]
pub fn is_read_only(folder: &Path) -> bool {
    let table = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    mounted_read_only(&table, folder)
}

fn mounted_read_only(table: &str, folder: &Path) -> bool {
    let mounts = table.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let root = PathBuf::from(unescaped(fields.nth(1)?));
        let options = fields.nth(1)?;
        Some((root, options.split(',').any(|option| option == "ro")))
    });
    // The last of the longest covers what was mounted there before.
    let over = mounts.filter(|(root, _)| folder.starts_with(root));
    over.max_by_key(|(root, _)| root.components().count()).is_some_and(|(_, read_only)| read_only)
}

fn described(path: PathBuf) -> Stick {
    let label = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Stick { label, free: free_space(&path), path }
}

/// The roots of sticks in the system's table of mounts, where a space is written as `\040`.
fn roots(table: &str) -> impl Iterator<Item = PathBuf> {
    let folders = table.lines().filter_map(|line| line.split(' ').nth(1)).map(unescaped);
    folders.filter(|folder| MOUNTED_UNDER.iter().any(|root| folder.starts_with(root))).map(PathBuf::from)
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let octal =
            after.get(..3).filter(|_| *first == b'\\').and_then(|digits| std::str::from_utf8(digits).ok());
        match octal.and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[3..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_only_as_the_last_mount_over_it_is() {
        let table = "/dev/sda1 / ext4 rw,relatime 0 0\n/dev/sdb1 /media/u/РИМК\\040А vfat ro,nosuid 0 0\n\
                     /dev/sdc1 /media/u/B vfat rw,errors=remount-ro 0 0\n";
        for (folder, read_only) in [("/media/u/РИМК А/ППС", true), ("/media/u/B", false), ("/home/u", false)]
        {
            assert_eq!(mounted_read_only(table, Path::new(folder)), read_only, "{folder}");
        }
    }

    #[test]
    fn sticks_are_what_the_desktop_has_mounted() {
        let table = "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/учитель/РИМК\\0402026 vfat rw 0 0\n\
                     /dev/sdc1 /run/media/user/KINGSTON vfat rw 0 0\ntmpfs /run tmpfs rw 0 0\nbroken\n";
        let found: Vec<PathBuf> = roots(table).collect();
        assert_eq!(found, [Path::new("/media/учитель/РИМК 2026"), Path::new("/run/media/user/KINGSTON")]);
        assert!(on_stick(Path::new("/media/учитель/РИМК 2026/ППС")) && !on_stick(Path::new("/home/media")));
    }
}
