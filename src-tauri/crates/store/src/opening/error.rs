use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

use crate::words;

/// Why a file was not opened. Its bytes are the same as before and nothing is left beside it.
#[derive(Debug, Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("Файла данных «{}» нет; проверьте путь или создайте новый файл.", .0.display())]
    Missing(PathBuf),
    /// There is such a file already, so none can be created.
    #[error("Файл «{}» уже есть; откройте его или выберите другое имя.", .0.display())]
    Exists(PathBuf),
    /// A password is set, and the key is missing or of another password.
    #[error("На файл данных поставлен пароль; введите его.")]
    NeedsKey,
    /// The password or the recovery key that was typed is not that of the file.
    #[error("Пароль не подошёл; проверьте раскладку клавиатуры и Caps Lock и введите его ещё раз.")]
    WrongKey,
    /// The file is not ours.
    #[error("«{}» — не файл данных этой программы; выберите другой файл, этот не изменён.", .0.display())]
    Foreign(PathBuf),
    /// A newer version of the program wrote the file.
    #[error(
        "Файл данных создан более новой версией программы (версия данных {found}, эта программа знает {known}); \
         обновите программу, файл не изменён."
    )]
    Newer {
        /// Version of the file.
        found: u32,
        /// The newest version that this program reads.
        known: u32,
    },
    /// The file is ours and broken.
    #[error("Файл данных повреждён ({0}); верните записи из запасной копии, сам файл не изменён.")]
    Damaged(String),
    /// Another program, or another window, has it open.
    #[error("Программа уже открыта с этим файлом данных; перейдите в её окно или закройте его.")]
    InUse,
    /// Nothing can be written where the file lies.
    #[error(
        "Папка с файлом данных защищена от записи; снимите защиту или скопируйте папку на компьютер и откройте её там."
    )]
    ReadOnly,
    /// The file can only be read here, and needs to be changed before it can be.
    #[error(
        "Файл данных {} и лежит там, где нельзя писать; скопируйте всю папку на компьютер и откройте её там.",
        if *after_crash { "закрыт не до конца" } else { "прежней версии" }
    )]
    NeedsWriting {
        /// Whether a log must be carried over; otherwise it is of an older version.
        after_crash: bool,
    },
    /// No room on the disk.
    #[error("На диске не хватает места, чтобы открыть файл данных; освободите место и попробуйте ещё раз.")]
    DiskFull,
    /// The disk or the folder refused.
    #[error("Не удалось открыть файл данных: {0}; проверьте диск и права на папку.")]
    Io(String),
}

impl From<io::Error> for OpenError {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(words::io(&fault)),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(fault: rusqlite::Error) -> Self {
        let told = words::sql(&fault);
        match fault.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(
                ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Io(told),
            // After a page that did not prove itself the engine refuses everything with this code.
            Some(ErrorCode::OutOfMemory) => Self::Damaged("часть файла не читается".to_owned()),
            _ => Self::Damaged(told),
        }
    }
}

impl From<rusqlite_migration::Error> for OpenError {
    fn from(fault: rusqlite_migration::Error) -> Self {
        match fault {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => {
                tracing::warn!(fault = %other, "the schema is not what it should be");
                Self::Damaged("устройство таблиц не то, что должно быть".to_owned())
            }
        }
    }
}
