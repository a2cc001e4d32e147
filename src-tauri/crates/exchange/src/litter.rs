//! What systems and office programs leave in folders by themselves: pictures in small, the look of a window, the lock of
//! an open document. Looking at a package on another computer is enough for it, so it is neither a fault of the package
//! nor a part of it, and nobody misses it.

use crate::disk::Kind;

const FILES: &[&str] = &[
    "thumbs.db",
    "thumbs.db:encryptable",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    ".ds_store",
    ".directory",
    ".localized",
    "icon\r",
];

const FOLDERS: &[&str] = &[
    "__macosx",
    ".spotlight-v100",
    ".trashes",
    ".fseventsd",
    ".temporaryitems",
    "system volume information",
    "$recycle.bin",
];

/// Whether something in a package, by its path there, is none of it.
pub(crate) fn is_litter(path: &str, kind: Kind) -> bool {
    let path = path.trim_end_matches('/').to_lowercase();
    let mut folders: Vec<&str> = path.split('/').collect();
    let name = folders.pop().unwrap_or_default();
    let within = folders.iter().any(|folder| FOLDERS.contains(folder));
    within
        || match kind {
            Kind::File => {
                let lock = name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'));
                // «._План.pdf»: what a Mac keeps of a file where the stick has no room for it.
                FILES.contains(&name) || name.starts_with("._") || lock
            }
            Kind::Folder => FOLDERS.contains(&name),
            Kind::Other => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_leave_is_known_by_its_name() {
        for path in ["Thumbs.db", "Сканы/THUMBS.DB", "desktop.ini", ".DS_Store", "._План.pdf", "~$План.docx"]
        {
            assert!(is_litter(path, Kind::File), "{path}");
        }
        assert!(is_litter(".~lock.План.odt#", Kind::File) && is_litter("__MACOSX/План/._а.pdf", Kind::File));
        assert!(is_litter("__MACOSX/", Kind::Folder) && !is_litter("Thumbs.db", Kind::Folder));
        for path in ["План.pdf", "thumbs.db.pdf", "~План.docx", "virus.exe", ".скрытое"] {
            assert!(!is_litter(path, Kind::File), "{path}");
        }
        assert!(!is_litter("Thumbs.db", Kind::Other));
    }
}
