//! What the system and SQLite say of a fault, in a few Russian words to stand within a sentence. Their own
//! words go to the log only.

use std::io;

use rusqlite::ErrorCode;

/// What the system says: «нет доступа».
pub(crate) fn io(fault: &io::Error) -> String {
    use io::ErrorKind;
    if crate::opening::is_kept_open(fault) {
        return "файл занят другой программой".to_owned();
    }
    let known = match fault.kind() {
        ErrorKind::NotFound => "нет такого файла или такой папки",
        ErrorKind::PermissionDenied => "нет доступа к файлу или папке",
        ErrorKind::AlreadyExists => "такой файл уже есть",
        ErrorKind::IsADirectory => "это папка, а не файл",
        ErrorKind::NotADirectory => "на месте папки стоит файл",
        ErrorKind::DirectoryNotEmpty => "папка не пуста",
        ErrorKind::ReadOnlyFilesystem => "диск защищён от записи",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "на диске не хватает места",
        ErrorKind::FileTooLarge => "файл слишком велик для этого диска",
        ErrorKind::InvalidFilename => "такое имя файла не годится",
        ErrorKind::InvalidInput | ErrorKind::InvalidData => "содержимое или путь не годятся",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "файл занят другой программой",
        ErrorKind::UnexpectedEof => "файл обрывается",
        ErrorKind::TimedOut | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            "сетевой диск не отвечает"
        }
        _ => {
            tracing::warn!(kind = ?fault.kind(), code = fault.raw_os_error(), "the system refused");
            return match (fault.get_ref(), fault.raw_os_error()) {
                (Some(told), _) if is_russian(&told.to_string()) => {
                    told.to_string().trim_end_matches('.').to_owned()
                }
                (_, Some(code)) => format!("диск не выполнил запрос, код {code}"),
                _ => "диск не выполнил запрос".to_owned(),
            };
        }
    };
    known.to_owned()
}

/// What SQLite says: «на диске не хватает места». Where a person can do nothing about it, with its number for whoever
/// mends it: «нарушена структура файла, код 11».
pub(crate) fn sql(fault: &rusqlite::Error) -> String {
    tracing::warn!(code = fault.sqlite_error().map(|inner| inner.extended_code), "the database refused");
    let known = match fault.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt) => "нарушена структура файла",
        Some(ErrorCode::NotADatabase) => "содержимое не похоже на базу данных",
        Some(ErrorCode::ReadOnly) => "файл или диск защищён от записи",
        Some(ErrorCode::CannotOpen) => {
            "файл не открывается, возможно, путь к нему слишком длинный или нет доступа к папке"
        }
        Some(ErrorCode::PermissionDenied) => "нет доступа к файлу",
        Some(ErrorCode::SystemIoFailure) => "диск не читает или не записывает файл",
        Some(ErrorCode::FileLockingProtocolFailed | ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "файл занят другой программой"
        }
        Some(ErrorCode::DiskFull) => "на диске не хватает места",
        Some(ErrorCode::OutOfMemory) => "не хватает памяти",
        Some(ErrorCode::TooBig) => "запись слишком велика",
        Some(ErrorCode::ConstraintViolation) => "нарушена связь между записями",
        Some(_) => "запрос отклонён",
        None => return "ответ базы не читается".to_owned(),
    };
    let said_in_words = matches!(
        fault.sqlite_error_code(),
        Some(
            ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::DiskFull
                | ErrorCode::OutOfMemory
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
        )
    );
    match fault.sqlite_error() {
        Some(inner) if !said_in_words => format!("{known}, код {}", inner.extended_code),
        _ => known.to_owned(),
    }
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')) && !text.chars().any(|c| c.is_ascii_alphabetic())
}

/// A fault without the advice that ends it and without its full stop, to stand within another sentence.
pub(crate) fn without_advice(told: &impl ToString) -> String {
    let told = told.to_string();
    told.rsplit_once("; ").map_or(told.trim_end_matches('.'), |(reason, _)| reason).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn the_system_and_the_database_speak_russian() {
        let folder = tempfile::tempdir().unwrap();
        let none = std::fs::File::open(folder.path().join("нет")).unwrap_err();
        assert_eq!(io(&none), "нет такого файла или такой папки");
        // Windows refuses to read a folder by its rights.
        let folder = io(&std::fs::read(folder.path()).map(drop).unwrap_err());
        assert!(["это папка, а не файл", "нет доступа к файлу или папке"].contains(&folder.as_str()));
        assert_eq!(io(&io::Error::other("флешка вынута.")), "флешка вынута");
        assert_eq!(io(&io::Error::other("unplugged")), "диск не выполнил запрос");
        let of = |code| sql(&rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("malformed".into())));
        assert_eq!(of(ffi::SQLITE_READONLY_DIRECTORY), "файл или диск защищён от записи");
        assert!(of(ffi::SQLITE_CANTOPEN).contains("слишком длинный"));
        assert_eq!(of(ffi::SQLITE_CORRUPT), "нарушена структура файла, код 11");
        assert_eq!(of(ffi::SQLITE_CONSTRAINT_FOREIGNKEY), "нарушена связь между записями, код 787");
        assert_eq!(sql(&rusqlite::Error::QueryReturnedNoRows), "ответ базы не читается");
    }

    #[test]
    fn the_advice_is_left_out_within_another_sentence() {
        assert_eq!(without_advice(&"Файл повреждён: код 5; восстановите его."), "Файл повреждён: код 5");
        assert_eq!(without_advice(&"Всё."), "Всё");
    }
}
