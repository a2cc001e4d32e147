//! The one file that differs between Windows and Linux.

pub(crate) use system::{drop_cache, exchange, free_space, open_past_cache, sync_file, sync_folder};

/// Which table of error numbers holds.
pub(crate) const IS_WINDOWS: bool = cfg!(windows);

#[cfg(windows)]
mod system {
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::os::windows::fs::OpenOptionsExt;
    use std::path::Path;

    /// Lets a folder be opened like a file.
    const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
    /// Reads from the device; wants positions, lengths and memory aligned to the sector, which
    /// `hash::AlignedBuffer` sees to.
    const FILE_FLAG_NO_BUFFERING: u32 = 0x2000_0000;

    /// Nothing to do: the reading itself goes past the cache.
    pub(crate) fn drop_cache(_file: &File) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn open_past_cache(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).custom_flags(FILE_FLAG_NO_BUFFERING).open(path)
    }

    /// A known gap: the standard library cannot ask Windows for the free space, and this workspace
    /// forbids `unsafe`. A full stick is then noticed while writing, and the previous package stays.
    pub(crate) fn free_space(_folder: &Path) -> io::Result<Option<u64>> {
        Ok(None)
    }

    /// `FlushFileBuffers` wants the right to write.
    pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).open(path)?.sync_all()
    }

    /// FAT drivers of Windows refuse to flush a folder; they write folders through, so a refusal
    /// (1, 5, 6, 50, 87) is no failure, while any other error is.
    pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
        let flushed = OpenOptions::new()
            .write(true)
            .custom_flags(FILE_FLAG_BACKUP_SEMANTICS)
            .open(path)
            .and_then(|folder| folder.sync_all());
        match flushed {
            Err(error) if matches!(error.raw_os_error(), Some(1 | 5 | 6 | 50 | 87)) => Ok(()),
            other => other,
        }
    }

    /// Windows has no such call.
    pub(crate) fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
        Ok(false)
    }
}

#[cfg(not(windows))]
mod system {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    use rustix::fs::{Advice, CWD, RenameFlags, fadvise, renameat_with, statvfs};
    use rustix::io::Errno;

    /// Asks the kernel to forget the file's pages, so that reading back comes from the device.
    pub(crate) fn drop_cache(file: &File) -> io::Result<()> {
        match fadvise(file, 0, None, Advice::DontNeed) {
            // Some file systems in user space know no such request; then the cache is what is read.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(()),
            other => Ok(other?),
        }
    }

    pub(crate) fn open_past_cache(path: &Path) -> io::Result<File> {
        File::open(path)
    }

    pub(crate) fn free_space(folder: &Path) -> io::Result<Option<u64>> {
        let space = statvfs(folder)?;
        Ok(Some(space.f_bavail.saturating_mul(space.f_frsize)))
    }

    pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Drivers in user space (NTFS, exFAT on older systems) do not know fsync of a folder.
            Err(error) if is_unknown(&error) => Ok(()),
            other => other,
        }
    }

    pub(crate) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
        match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(true),
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn is_unknown(error: &io::Error) -> bool {
        matches!(
            error.raw_os_error().map(Errno::from_raw_os_error),
            Some(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)
        )
    }
}
