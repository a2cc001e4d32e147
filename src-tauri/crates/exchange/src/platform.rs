//! The one file that differs between Windows and Linux.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io, thread};

pub(crate) use system::{
    Lock, drop_cache, free_space, hold, how_it_ended, limit_this_process, lock, open_past_cache, sync_file,
    sync_folder, this_program, volumes,
};

/// How long a fresh file may be held by a program that looks into every one of them: an antivirus, an indexer.
const HELD_AT_MOST: Duration = Duration::from_secs(2);
/// How often it is tried again.
const TRIED_AGAIN: Duration = Duration::from_millis(50);

/// Gives a file another name. Windows refuses that while an antivirus or an indexer looks into the file, so it is tried again
/// until they have gone.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to), is_looked_into)
}

/// Whether somebody only looks into the file for a moment.
fn is_looked_into(fault: &io::Error) -> bool {
    cfg!(windows) && matches!(fault.raw_os_error(), Some(5 | 32))
}

fn patiently<T>(mut act: impl FnMut() -> io::Result<T>, is_held: fn(&io::Error) -> bool) -> io::Result<T> {
    let start = Instant::now();
    loop {
        match act() {
            Err(fault) if is_held(&fault) && start.elapsed() < HELD_AT_MOST => thread::sleep(TRIED_AGAIN),
            done => return done,
        }
    }
}

/// Which table of error numbers holds.
pub(crate) const IS_WINDOWS: bool = cfg!(windows);

/// How a process ended that gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It was refused memory.
    OutOfMemory,
    /// It used up its time of the processor.
    #[cfg_attr(windows, allow(dead_code, reason = "nothing limits that time there"))]
    OutOfTime,
    /// A fault of the program itself.
    Panicked,
    /// In some other way.
    Otherwise,
}

/// With this code the standard library ends a program that panicked.
const PANICKED: i32 = 101;

#[cfg(windows)]
mod system {
    use std::alloc::System;
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::os::windows::fs::OpenOptionsExt;
    use std::path::{Path, PathBuf};
    use std::process::ExitStatus;

    use cap::Cap;
    use sysinfo::{DiskRefreshKind, Disks};

    use super::{Ended, PANICKED};
    use crate::volumes::{Volume, volume_over};

    /// Counts what the program takes, so that the child that reads a table can be refused more of it. Windows limits the
    /// memory of a process through a job object only, which safe Rust does not reach.
    #[global_allocator]
    static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

    /// With this code Windows ends a program that aborts, as one does that is refused memory.
    const FAST_FAIL: u32 = 0xC000_0409;

    /// Lets a folder be opened like a file.
    const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
    /// Reads from the device; wants positions, lengths and memory aligned to the sector, which
    /// `hash::AlignedBuffer` sees to.
    const FILE_FLAG_NO_BUFFERING: u32 = 0x2000_0000;
    const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
    /// Lies in the place while a package is written.
    const LOCK_FILE: &str = ".pps-writing";

    /// Nothing to do: the reading itself goes past the cache.
    pub(crate) fn drop_cache(_file: &File) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn open_past_cache(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).custom_flags(FILE_FLAG_NO_BUFFERING).open(path)
    }

    /// Unknown on a network folder: there a full disk is noticed while writing, and the previous package stays.
    pub(crate) fn free_space(folder: &Path) -> io::Result<Option<u64>> {
        let folder = std::path::absolute(folder)?;
        let volumes = volumes().unwrap_or_default();
        Ok(volume_over(&volumes, &folder).map(|volume| volume.free))
    }

    /// The disks and sticks that are in now.
    pub(crate) fn volumes() -> Option<Vec<Volume>> {
        let asked = DiskRefreshKind::nothing().with_storage();
        let disks = Disks::new_with_refreshed_list_specifics(asked).ok()?;
        let volume = |disk: &sysinfo::Disk| Volume {
            root: disk.mount_point().to_path_buf(),
            label: disk.name().to_string_lossy().into_owned(),
            removable: disk.is_removable(),
            read_only: disk.is_read_only(),
            free: disk.available_space(),
        };
        Some(disks.iter().map(volume).collect())
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

    /// Nothing is held: here a name stays until the last handle is closed, and the driver orders the rest.
    pub(crate) fn hold(_path: &Path) -> Option<File> {
        None
    }

    /// A file that nobody else can open, and that goes with its handle.
    pub(crate) struct Lock {
        _file: File,
    }

    /// `None` where another program, or another computer on a network folder, holds the place.
    pub(crate) fn lock(place: &Path) -> io::Result<Option<Lock>> {
        let opened = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .share_mode(0)
            .custom_flags(FILE_FLAG_DELETE_ON_CLOSE)
            .open(place.join(LOCK_FILE));
        match opened {
            Ok(file) => Ok(Some(Lock { _file: file })),
            Err(error) if matches!(error.raw_os_error(), Some(32 | 33)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The running program; its file cannot be replaced meanwhile.
    pub(crate) fn this_program() -> io::Result<PathBuf> {
        std::env::current_exe()
    }

    /// Limits the memory that this process may take from now on, beside what it has. The time of the processor is not
    /// limited: there the clock of the parent holds the child.
    pub(crate) fn limit_this_process(memory: u64, _seconds: u64) -> io::Result<()> {
        let more = usize::try_from(memory).unwrap_or(usize::MAX);
        let refused = |()| io::Error::from(io::ErrorKind::OutOfMemory);
        MEMORY.set_limit(MEMORY.allocated().saturating_add(more)).map_err(refused)
    }

    pub(crate) fn how_it_ended(status: ExitStatus) -> Ended {
        match status.code() {
            Some(PANICKED) => Ended::Panicked,
            Some(code) if code.cast_unsigned() == FAST_FAIL => Ended::OutOfMemory,
            _ => Ended::Otherwise,
        }
    }
}

#[cfg(not(windows))]
mod system {
    use std::fs::{File, TryLockError};
    use std::io;
    use std::os::unix::process::ExitStatusExt;
    use std::path::{Path, PathBuf};
    use std::process::ExitStatus;

    use rustix::fs::{Advice, fadvise, statvfs};
    use rustix::io::Errno;
    use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};

    use super::{Ended, PANICKED};
    use crate::volumes::Volume;

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

    /// The table of mounts says it here, to whoever needs it.
    pub(crate) fn volumes() -> Option<Vec<Volume>> {
        None
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

    /// Keeps what a name stands for, so that removing the name frees nothing yet. Nothing is held of a link or a device,
    /// which are not opened, nor where the right to read is missing.
    pub(crate) fn hold(path: &Path) -> Option<File> {
        let kind = std::fs::symlink_metadata(path).ok()?.file_type();
        if kind.is_file() || kind.is_dir() { File::open(path).ok() } else { None }
    }

    /// The folder itself, locked: nothing has to be written for it, and nothing is left of it.
    pub(crate) struct Lock {
        _folder: Option<File>,
    }

    /// `None` where another program holds the place. Network folders that know no such lock are not locked.
    pub(crate) fn lock(place: &Path) -> io::Result<Option<Lock>> {
        let folder = File::open(place)?;
        match folder.try_lock() {
            Ok(()) => Ok(Some(Lock { _folder: Some(folder) })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(_)) => Ok(Some(Lock { _folder: None })),
        }
    }

    /// The running program, even where an update has replaced its file since it was started.
    pub(crate) fn this_program() -> io::Result<PathBuf> {
        let running = Path::new("/proc/self/exe");
        if running.exists() { Ok(running.to_owned()) } else { std::env::current_exe() }
    }

    /// Limits what this process may take from now on, memory beside what it has already. It can open nothing any more,
    /// neither a file nor a connection, and leaves no image of its memory behind.
    pub(crate) fn limit_this_process(memory: u64, seconds: u64) -> io::Result<()> {
        // What is private and can be written. The whole address space (RLIMIT_AS) would count what libraries map from
        // files as well.
        let memory = data_now().saturating_add(memory);
        limit(Resource::Data, memory, memory)?;
        // At the hard limit the process is killed without a reason; a second earlier the signal tells it.
        limit(Resource::Cpu, seconds, seconds.saturating_add(1))?;
        limit(Resource::Core, 0, 0)?;
        limit(Resource::Fsize, 0, 0)?;
        limit(Resource::Nofile, 0, 0)
    }

    /// What the libraries have taken before `main`: WebKit's take 170 MB that they never touch. Nothing where the system
    /// does not tell.
    fn data_now() -> u64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmData:")?.strip_suffix("kB"));
        kilobytes.and_then(|number| number.trim().parse::<u64>().ok()).unwrap_or_default() * 1024
    }

    fn limit(resource: Resource, soft: u64, hard: u64) -> io::Result<()> {
        // A limit that is narrower already cannot be widened, and need not be.
        let narrower = |wanted: u64| Some(getrlimit(resource).maximum.map_or(wanted, |now| now.min(wanted)));
        Ok(setrlimit(resource, Rlimit { current: narrower(soft), maximum: narrower(hard) })?)
    }

    pub(crate) fn how_it_ended(status: ExitStatus) -> Ended {
        match (status.code(), status.signal().and_then(Signal::from_named_raw)) {
            (Some(PANICKED), _) => Ended::Panicked,
            // Rust aborts where an allocation is refused or the stack is full.
            (_, Some(Signal::ABORT | Signal::SEGV)) => Ended::OutOfMemory,
            (_, Some(Signal::XCPU)) => Ended::OutOfTime,
            _ => Ended::Otherwise,
        }
    }

    fn is_unknown(error: &io::Error) -> bool {
        matches!(
            error.raw_os_error().map(Errno::from_raw_os_error),
            Some(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)
        )
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io;

    use super::patiently;

    #[test]
    fn a_file_that_is_held_for_a_moment_is_tried_again_and_other_faults_are_told_at_once() {
        let tries = Cell::new(0);
        let done = patiently(
            || {
                tries.set(tries.get() + 1);
                if tries.get() < 3 { Err(io::Error::from_raw_os_error(32)) } else { Ok(tries.get()) }
            },
            |fault| fault.raw_os_error() == Some(32),
        );
        assert_eq!(done.unwrap(), 3);
        let refused = || Err::<(), _>(io::Error::from_raw_os_error(28));
        assert!(patiently(refused, |fault| fault.raw_os_error() == Some(32)).is_err());
    }
}
