//! Files beside the database: papers and open data that a person asked for.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use pps_exchange::{Disk, RealDisk, Trouble, UnfitName};
use pps_store::Key;

use crate::error::AppError;

/// How data files of older versions begin, and every other SQLite file. None of them is ever replaced by a paper.
const DATA_FILE: &[u8] = b"SQLite format 3\0";

/// Why an ordinary file was not read or written, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileTrouble {
    /// There is no such file.
    NoFile,
    /// There is no such folder.
    NoFolder,
    /// It is a folder.
    IsFolder,
    /// It is a device or anything else that is no file.
    NoOrdinaryFile,
    /// It is larger than what may be read whole.
    TooLarge(u64),
    /// It is no text.
    NoText,
    /// It is a data file of the program.
    DataFile,
    /// A file lies where a folder is to be made.
    FileForFolder,
    /// It is marked as read-only.
    ReadOnly,
    /// The system would not keep its name as it was typed.
    Name(UnfitName),
    /// Anything that the disk says.
    Disk(Trouble),
}

impl fmt::Display for FileTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoFile => "такого файла нет; проверьте имя и папку",
            Self::NoFolder => "такой папки нет; проверьте путь",
            Self::IsFolder => "это папка, а нужен файл; добавьте имя файла",
            Self::NoOrdinaryFile => "это не обычный файл; укажите другое имя",
            Self::TooLarge(most) => {
                return write!(f, "он больше {}\u{a0}МБ; проверьте, тот ли это файл", most / (1024 * 1024));
            }
            Self::NoText => "это не текст; укажите текстовый файл",
            Self::DataFile => "здесь лежат данные программы; укажите другое имя",
            Self::FileForFolder => {
                "на месте нужной папки лежит файл с её именем; уберите его или переименуйте"
            }
            Self::ReadOnly => "файл помечен «только для чтения»; снимите пометку или укажите другое имя",
            Self::Name(unfit) => return unfit.fmt(f),
            Self::Disk(Trouble::NoRoom) => "на диске не хватило места; освободите место и повторите",
            Self::Disk(Trouble::Other(_)) => "диск ответил ошибкой; проверьте его или укажите другую папку",
            Self::Disk(trouble) => return trouble.fmt(f),
        })
    }
}

impl FileTrouble {
    pub(crate) fn reading(fault: &io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::NotFound => Self::NoFile,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            _ => Self::Disk(Trouble::of(fault)),
        }
    }

    pub(crate) fn writing(fault: &io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            _ => Self::Disk(Trouble::of(fault)),
        }
    }
}

/// Writes a file whole or not at all: into a temporary file beside it, then by one renaming. What was there
/// before stays until then; a data file of the program, a device or a read-only file is never replaced.
///
/// # Errors
/// What stands in the way, or what the disk refuses.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let refused = |trouble| AppError::Write { path: path.to_path_buf(), trouble };
    must_be_fit(path)?;
    if let Some(trouble) = in_the_way(path) {
        return Err(refused(trouble));
    }
    let part = beside(path);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let renamed = written.and_then(|()| RealDisk.rename(&part, path));
    renamed.map_err(|fault| {
        // The temporary file may not even have been made; the first fault is the one to tell.
        let _ = fs::remove_file(&part);
        refused(FileTrouble::writing(&fault))
    })
}

/// Writes the name of a file through to the disk, which [`write_whole`] leaves to the system: a paper can be made again, what
/// was typed cannot.
pub(crate) fn sync_names(path: &Path) -> Result<(), AppError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    RealDisk
        .sync_folder(folder)
        .map_err(|fault| AppError::Write { path: path.to_path_buf(), trouble: FileTrouble::writing(&fault) })
}

/// Copies a file as it is, piece by piece, under a temporary name first; what was written is read back and compared.
pub(crate) fn write_copy(from: &Path, to: &Path) -> Result<(), AppError> {
    let part = beside(to);
    let copied = (|| {
        let mut source = File::open(from)?;
        let mut target = File::create(&part)?;
        io::copy(&mut source, &mut target)?;
        target.sync_all()?;
        if !same_bytes(&mut File::open(from)?, &mut File::open(&part)?)? {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "what was read back differs"));
        }
        RealDisk.rename(&part, to)
    })();
    copied.map_err(|fault| {
        let _ = fs::remove_file(&part);
        AppError::Write { path: to.to_path_buf(), trouble: FileTrouble::writing(&fault) }
    })?;
    sync_names(to)
}

fn same_bytes(one: &mut File, other: &mut File) -> io::Result<bool> {
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = one.read(&mut left)?;
        if read == 0 {
            return Ok(other.read(&mut right)? == 0);
        }
        if other.read_exact(&mut right[..read]).is_err() || left[..read] != right[..read] {
            return Ok(false);
        }
    }
}

/// Removes a file of the program's own, where it is there.
pub(crate) fn remove(path: &Path) -> Result<(), AppError> {
    match fs::remove_file(path) {
        Ok(()) => sync_names(path),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(fault) => {
            Err(AppError::Write { path: path.to_path_buf(), trouble: FileTrouble::writing(&fault) })
        }
    }
}

/// Refuses a name that the system would not keep as it was typed.
pub(crate) fn must_be_fit(path: &Path) -> Result<(), AppError> {
    let refused = |unfit| AppError::Write { path: path.to_path_buf(), trouble: FileTrouble::Name(unfit) };
    UnfitName::of(path).map_or(Ok(()), |unfit| Err(refused(unfit)))
}

/// Makes a folder for files of a person.
pub(crate) fn make_folder(path: &Path) -> Result<(), AppError> {
    must_be_fit(path)?;
    fs::create_dir_all(path).map_err(|fault| {
        let trouble = if path.is_file() { FileTrouble::FileForFolder } else { FileTrouble::writing(&fault) };
        AppError::Write { path: path.to_path_buf(), trouble }
    })
}

/// Reads an ordinary file that a person has named, never more of it than is allowed, whatever its size is said to be.
///
/// # Errors
/// It is a folder, a device, a pipe or too large, or what the disk refuses.
pub(crate) fn read_whole(path: &Path, most: u64) -> Result<Vec<u8>, AppError> {
    let refused = |trouble| AppError::Read { path: path.to_path_buf(), trouble };
    // Asked before opening: a pipe would wait for its other end for ever, and a device has no end.
    let there = fs::metadata(path).map_err(|fault| not_read(path, &fault))?;
    if there.is_dir() {
        return Err(refused(FileTrouble::IsFolder));
    }
    if !there.is_file() {
        return Err(refused(FileTrouble::NoOrdinaryFile));
    }
    if there.len() > most {
        return Err(refused(FileTrouble::TooLarge(most)));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|fault| not_read(path, &fault))?;
    // It may have grown meanwhile, and some systems say 0 of what they make up while it is read.
    if bytes.len() as u64 > most { Err(refused(FileTrouble::TooLarge(most))) } else { Ok(bytes) }
}

/// The first line of a file, for a password that shall not stand in the history of commands.
///
/// # Errors
/// The file is not there or is no text.
pub fn read_first_line(path: &Path) -> Result<String, AppError> {
    const MOST: u64 = 64 * 1024;
    let no_text = |_| AppError::Read { path: path.to_path_buf(), trouble: FileTrouble::NoText };
    let text = String::from_utf8(read_whole(path, MOST)?).map_err(no_text)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).lines().next().unwrap_or_default().to_owned())
}

/// For a file or folder that must be there.
pub(crate) fn must_be_there(path: &Path) -> Result<(), AppError> {
    fs::metadata(path).map(drop).map_err(|fault| not_read(path, &fault))
}

pub(crate) fn not_read(path: &Path, fault: &io::Error) -> AppError {
    AppError::Read { path: path.to_path_buf(), trouble: FileTrouble::reading(fault) }
}

/// What forbids to write under this name.
fn in_the_way(path: &Path) -> Option<FileTrouble> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    // Beside an open data file lie its lock and its journal; they hold nothing to recognise them by.
    let belongs = ["-wal", "-shm", "-journal", ".lock"].iter().find_map(|ending| name.strip_suffix(ending));
    if belongs.is_some_and(|owner| path.with_file_name(owner).exists()) {
        return Some(FileTrouble::DataFile);
    }
    // What a link points to is what would be lost.
    let there = fs::metadata(path).ok()?;
    if there.is_dir() {
        return Some(FileTrouble::IsFolder);
    }
    if !there.is_file() {
        return Some(FileTrouble::NoOrdinaryFile);
    }
    if there.permissions().readonly() {
        return Some(FileTrouble::ReadOnly);
    }
    let mut begins = [0; DATA_FILE.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut begins));
    let ours = begins == DATA_FILE || begins.starts_with(Key::MARK.as_bytes());
    (read.is_ok() && ours).then_some(FileTrouble::DataFile)
}

/// The name of a file as a person knows it.
pub(crate) fn shown_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_files_folders_and_read_only_files_are_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("year.db"), b"SQLite format 3\0 and the year of a leader").unwrap();
        fs::write(at("year.db.lock"), b"").unwrap();
        fs::write(at("plain.pdf"), b"old").unwrap();
        fs::write(at("read-only.pdf"), b"old").unwrap();
        let mut rights = fs::metadata(at("read-only.pdf")).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(at("read-only.pdf"), rights).unwrap();
        fs::create_dir(at("folder")).unwrap();
        for (name, expected) in [
            ("year.db", FileTrouble::DataFile),
            ("year.db.lock", FileTrouble::DataFile),
            ("year.db-wal", FileTrouble::DataFile),
            ("folder", FileTrouble::IsFolder),
            ("read-only.pdf", FileTrouble::ReadOnly),
            ("missing/plan.pdf", FileTrouble::NoFolder),
        ] {
            let before = fs::read(at(name)).ok();
            let refused = write_whole(&at(name), b"new");
            assert!(
                matches!(refused, Err(AppError::Write { ref trouble, .. }) if *trouble == expected),
                "{name}: {refused:?}"
            );
            assert_eq!(fs::read(at(name)).ok(), before, "{name}");
        }
        write_whole(&at("plain.pdf"), b"new").unwrap();
        assert_eq!(fs::read(at("plain.pdf")).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5, "nothing is left beside");
    }

    #[test]
    fn only_an_ordinary_file_of_a_bounded_size_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let sparse = folder.path().join("sparse.json");
        File::create(&sparse).unwrap().set_len(3 * 1024 * 1024 * 1024).unwrap();
        let refused = |path: &Path| match read_whole(path, 1024 * 1024) {
            Err(AppError::Read { trouble, .. }) => trouble,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(&sparse), FileTrouble::TooLarge(1024 * 1024));
        assert_eq!(refused(folder.path()), FileTrouble::IsFolder);
        assert_eq!(refused(&folder.path().join("нет")), FileTrouble::NoFile);
        fs::write(folder.path().join("ok"), vec![7; 1024 * 1024]).unwrap();
        assert_eq!(read_whole(&folder.path().join("ok"), 1024 * 1024).unwrap().len(), 1024 * 1024);
    }

    #[test]
    fn the_first_line_of_a_file_is_read_without_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password.txt");
        fs::write(&path, "\u{feff}берёза летит 7\r\nвторая\n").unwrap();
        assert_eq!(read_first_line(&path).unwrap(), "берёза летит 7");
        fs::write(&path, [0xFF, 0xFE]).unwrap();
        assert!(matches!(read_first_line(&path), Err(AppError::Read { trouble: FileTrouble::NoText, .. })));
    }

    #[cfg(unix)]
    #[test]
    fn neither_a_pipe_nor_a_device_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for path in [pipe.as_path(), Path::new("/dev/zero")] {
            let read = read_whole(path, 1024);
            assert!(
                matches!(read, Err(AppError::Read { trouble: FileTrouble::NoOrdinaryFile, .. })),
                "{path:?}: {read:?}"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_no_file() {
        assert_eq!(in_the_way(Path::new("/dev/null")), Some(FileTrouble::NoOrdinaryFile));
    }
}
