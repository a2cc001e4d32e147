use std::fmt;
use std::io;

use pps_domain::records::{Kind, PartKind};
use rusqlite::ErrorCode;
use thiserror::Error;
use uuid::Uuid;

use crate::Revision;
use crate::codec::CodecFault;
use crate::opening::OpenError;
use crate::words;

/// A record by its name, for a message or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its kind.
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// «Протокол № 2 от 16.01.2026»
    pub title: String,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "«{}»", self.title)
    }
}

/// Why the store did not do what it was asked. Nothing was changed then.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The record was changed after the page had read it.
    #[error(
        "«{title}» уже изменено в другом окне; введённый текст остался на экране — скопируйте его, откройте \
         запись заново и внесите ещё раз."
    )]
    Stale {
        /// The record.
        title: String,
        /// Its revision now; none where it is not there (any more).
        current: Option<Revision>,
    },
    /// There is no such record.
    #[error("Запись не найдена, возможно, она удалена; обновите список и посмотрите в корзине.")]
    NotFound(Uuid),
    /// The record lies in the bin.
    #[error("Запись удалена и лежит в корзине; сначала верните её оттуда.")]
    InBin(Uuid),
    /// The identifier belongs to a record of another kind.
    #[error("Под этим номером уже есть запись другого вида; сообщите разработчику номер {0}.")]
    OtherKind(Uuid),
    /// Others still name the record.
    #[error("Нельзя удалить {record}: на эту запись {} {}; сначала уберите её оттуда.", refer(by), list(by))]
    StillNamed {
        /// What was to be deleted.
        record: Named,
        /// Who names it.
        by: Vec<Named>,
    },
    /// The record names what is not there.
    #[error(
        "В записи {record} в поле «{}» указано то, чего в базе нет или что удалено ({}); верните удалённое из \
         корзины или выберите другое.",
        record.kind.field_in_words(field),
        deleted.as_ref().map_or_else(|| missing.to_string(), |title| format!("«{title}»"))
    )]
    Dangling {
        /// The record.
        record: Named,
        /// The field that names it.
        field: &'static str,
        /// What it names.
        missing: Uuid,
        /// Its name, where it lies in the bin.
        deleted: Option<String>,
    },
    /// The record names a record of another kind.
    #[error(
        "В записи {record} в поле «{}» стоит {named} ({}), а {}; выберите другое.",
        record.kind.field_in_words(field), named.kind.words().one, needed.needed()
    )]
    WrongKind {
        /// The record.
        record: Named,
        /// The field that names it.
        field: &'static str,
        /// What it names.
        named: Named,
        /// The kind that belongs there.
        needed: Kind,
    },
    /// The record names what belongs to another community.
    #[error(
        "В записи {record} в поле «{}» стоит {named} из другого сообщества; выберите запись того же сообщества.",
        record.kind.field_in_words(field)
    )]
    OtherCommunity {
        /// The record.
        record: Named,
        /// The field that names it.
        field: &'static str,
        /// What it names.
        named: Named,
    },
    /// Attendance names a question that the meeting does not have.
    #[error(
        "В записи {record} в отметке «{}» назван вопрос, которого в повестке нет; выберите вопрос заново.",
        record.kind.field_in_words(field)
    )]
    QuestionMissing {
        /// The meeting.
        record: Named,
        /// The field that names the question.
        field: &'static str,
    },
    /// A record names a part that is not where it should be: a row of the plan a task of another plan, a meeting
    /// a row that no plan of its community has.
    #[error("Запись {record} {}", parted(*part))]
    PartMissing {
        /// Who names it.
        record: Named,
        /// What is missing.
        part: PartKind,
    },
    /// Two records, or two places of one, hold a part with the same identifier.
    #[error("В записи {record} повторяется часть с тем же номером ({part}); создайте её заново.")]
    PartTwice {
        /// The record.
        record: Named,
        /// The part.
        part: Uuid,
    },
    /// What stands on a signed paper does not change any more.
    #[error(
        "{0} — подписанный протокол, и его текст больше не меняется; внесите исправление («Исправленному верить») \
         или снимите отметку о подписании, исправьте и подпишите снова."
    )]
    Signed(Named),
    /// The text of papers that were handed over stays what it was.
    #[error(
        "{0} — сданные бумаги, и их текст больше не меняется; отметьте новую сдачу или удалите отметку об этой."
    )]
    HandedOver(Named),
    /// A text or a format that cannot be kept or read.
    #[error("{0}")]
    Codec(#[from] CodecFault),
    /// An attachment names bytes that were not put first.
    #[error("Содержимого файла «{0}» в базе нет; прикрепите файл ещё раз.")]
    FileMissing(String),
    /// An operation with this identifier is there already.
    #[error("Это действие уже записано; обновите окно и проверьте, сохранены ли данные.")]
    OperationTwice(Uuid),
    /// Undoing would overwrite what was changed since.
    #[error("Нельзя отменить «{operation}»: запись «{record}» с тех пор изменилась; исправьте её вручную.")]
    ChangedSince {
        /// The operation to be undone.
        operation: String,
        /// The record.
        record: String,
    },
    /// No room on the disk.
    #[error(
        "На диске не хватает места, последнее изменение не сохранено; освободите место и сохраните ещё раз — \
         введённый текст остался на экране."
    )]
    DiskFull,
    /// The disk refused to read or write.
    #[error(
        "Диск не отвечает или защищён от записи ({0}), последнее изменение не сохранено; проверьте диск и \
         сохраните ещё раз — введённый текст остался на экране."
    )]
    Io(String),
    /// A file that was to be read besides was not opened.
    #[error(transparent)]
    Open(OpenError),
    /// A record is not as it was written.
    #[error("Запись изменена вне программы ({} {id}), и верить ей нельзя; верните записи из запасной копии.", kind.words().one)]
    Changed {
        /// Its kind.
        kind: Kind,
        /// Its identifier.
        id: Uuid,
    },
    /// The file holds what this program did not write.
    #[error("Файл данных повреждён: {0}; верните записи из запасной копии.")]
    Damaged(String),
    /// A mistake of the program inside an operation.
    ///
    /// What the programmer wrote for himself stays in the log: it is not for the one who reads the sentence.
    #[error("Действие не выполнено из-за ошибки в программе, данные не изменились; сообщите разработчику.")]
    Panicked(String),
    /// The store was closed, or its thread has ended.
    #[error("Файл данных уже закрыт; запустите программу ещё раз.")]
    Closed,
    /// Anything else that SQLite reports.
    #[error("База данных не выполнила запрос ({0}), данные не изменились; сообщите разработчику.")]
    Sql(String),
}

/// What a record named and what to do, to follow its name.
fn parted(part: PartKind) -> &'static str {
    match part {
        PartKind::PlannedMeeting => {
            "отвечает строке плана, которой в планах сообщества нет; оставьте строку в плане или выберите для \
             заседания другую."
        }
        PartKind::Task => {
            "служит задаче, которой в этом плане нет; оставьте задачу в плане или выберите для мероприятия другую."
        }
        PartKind::Section => {
            "стоит в разделе, которого в этом плане нет; оставьте раздел в плане или выберите для мероприятия другой."
        }
        PartKind::Decision => {
            "подтверждается решением, которого в протоколах сообщества нет; оставьте решение в протоколе или уберите \
             его из подтверждений."
        }
    }
}

/// «ссылается» or «ссылаются»
fn refer(by: &[Named]) -> &'static str {
    if by.len() == 1 { "ссылается" } else { "ссылаются" }
}

/// The first few of a list, so that a message stays one sentence.
fn list(named: &[Named]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<_> = named.iter().take(SHOWN).map(Named::to_string).collect();
    match named.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} и ещё {more}", shown.join(", ")),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(fault: rusqlite::Error) -> Self {
        let told = words::sql(&fault);
        match fault.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(
                ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Io(told),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(told),
            // After a page that did not prove itself the engine refuses everything with this code.
            Some(ErrorCode::OutOfMemory) => Self::Damaged("часть файла не читается".to_owned()),
            _ => Self::Sql(told),
        }
    }
}

impl From<OpenError> for StoreError {
    fn from(fault: OpenError) -> Self {
        match fault {
            OpenError::DiskFull => Self::DiskFull,
            OpenError::Io(told) => Self::Io(told),
            OpenError::Damaged(told) => Self::Damaged(told),
            other => Self::Open(other),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(words::io(&fault)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn a_full_disk_is_told_as_such() {
        let of = |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        assert!(matches!(of(ffi::SQLITE_FULL), StoreError::DiskFull));
        assert!(matches!(of(ffi::SQLITE_IOERR_WRITE), StoreError::Io(_)));
        assert!(matches!(of(ffi::SQLITE_CORRUPT), StoreError::Damaged(_)));
        assert!(matches!(of(ffi::SQLITE_MISUSE), StoreError::Sql(_)));
    }

    #[test]
    fn a_long_list_stays_short() {
        let one = |number: u128| Named {
            kind: Kind::Meeting,
            id: Uuid::from_u128(number),
            title: format!("Протокол № {number}"),
        };
        let by: Vec<_> = (1..=7).map(one).collect();
        assert!(list(&by).ends_with("«Протокол № 5» и ещё 2"));
        assert_eq!(list(&by[..2]), "«Протокол № 1», «Протокол № 2»");
    }
}
