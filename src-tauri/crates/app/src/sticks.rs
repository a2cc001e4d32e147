//! Which USB sticks are in the computer. Linux tells by its table of mounts, Windows by its list of disks.

use std::fs;
use std::path::{Path, PathBuf};

use pps_exchange::{Disk, RealDisk, Volume, volume_over, volumes};

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
    let mut found: Vec<Stick> = match volumes() {
        Some(volumes) => of_volumes(volumes),
        None => roots(&table_of_mounts()).map(described).collect(),
    };
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// Whether a folder lies on a stick.
#[must_use]
pub fn on_stick(folder: &Path) -> bool {
    match volumes() {
        Some(volumes) => volume_over(&volumes, folder).is_some_and(|volume| volume.removable),
        None => mounted_as_stick(folder),
    }
}

fn mounted_as_stick(folder: &Path) -> bool {
    MOUNTED_UNDER.iter().any(|root| folder.starts_with(root))
}

/// The name of the stick on which a file lies.
pub(crate) fn stick_of(path: &Path) -> Option<String> {
    match volumes() {
        Some(volumes) => volume_over(&volumes, path).filter(|volume| volume.removable).map(label_of),
        None => mounted_name(path),
    }
}

/// What the desktop mounts carries the name in its path: `/media/user/KINGSTON/…`.
fn mounted_name(path: &Path) -> Option<String> {
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
    match volumes() {
        Some(volumes) => volume_over(&volumes, folder).is_some_and(|volume| volume.read_only),
        None => mounted_read_only(&table_of_mounts(), folder),
    }
}

fn table_of_mounts() -> String {
    fs::read_to_string("/proc/self/mounts").unwrap_or_default()
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

fn of_volumes(volumes: Vec<Volume>) -> Vec<Stick> {
    let sticks = volumes.into_iter().filter(|volume| volume.removable);
    sticks
        .map(|volume| Stick { label: label_of(&volume), free: Some(volume.free), path: volume.root })
        .collect()
}

/// As the desktop of Windows writes it: «KINGSTON (E:)», or the letter alone.
fn label_of(volume: &Volume) -> String {
    let root = volume.root.to_string_lossy();
    let letter = root.trim_end_matches(['\\', '/']);
    if volume.label.is_empty() { letter.to_owned() } else { format!("{} ({letter})", volume.label) }
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
        assert!(mounted_as_stick(Path::new("/media/учитель/РИМК 2026/ППС")));
        assert!(!mounted_as_stick(Path::new("/home/media")));
        let name = |path: &str| mounted_name(Path::new(path));
        assert_eq!(name("/media/user/KINGSTON/ППС/Опись.pdf").as_deref(), Some("KINGSTON"));
        assert_eq!(name("/run/media/user/USB DISK/План.pdf").as_deref(), Some("USB DISK"));
        assert_eq!(name("/home/ivanova/План.pdf"), None);
    }

    #[test]
    fn sticks_of_windows_are_its_removable_disks_under_the_names_that_it_shows() {
        let volume = |root: &str, label: &str, removable| Volume {
            root: root.into(),
            label: label.into(),
            removable,
            read_only: false,
            free: 4_000_000,
        };
        let all =
            vec![volume("C:\\", "Система", false), volume("E:\\", "РИМК", true), volume("F:\\", "", true)];
        let found = of_volumes(all);
        let labels: Vec<&str> = found.iter().map(|stick| stick.label.as_str()).collect();
        assert_eq!(labels, ["РИМК (E:)", "F:"]);
        assert_eq!(found[0], Stick { path: "E:\\".into(), label: "РИМК (E:)".into(), free: Some(4_000_000) });
    }
}
