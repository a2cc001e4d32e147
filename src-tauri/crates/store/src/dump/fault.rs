use std::io;
use std::path::PathBuf;

use thiserror::Error;
use uuid::Uuid;

use crate::error::StoreError;
use crate::opening::OpenError;

/// Why open JSON was not loaded. Nothing was changed then.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file is too large to be ours.
    #[error("Файл слишком велик ({found} МБ при наибольших {largest} МБ); проверьте, тот ли это файл.")]
    TooLarge {
        /// Its size, in megabytes.
        found: u64,
        /// The largest size, in megabytes.
        largest: u64,
    },
    /// The file is text of a kind that JSON is not written in.
    #[error("Файл не загружен: файл сохранён в кодировке UTF-16; сохраните его в UTF-8 и загрузите снова.")]
    Utf16,
    /// The file is not JSON.
    #[error("Строка {line}, столбец {column}: {what}; исправьте это место и загрузите файл снова.")]
    Syntax {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// The JSON is of something else.
    #[error("Это не выгрузка данных этой программы; выберите другой файл.")]
    Foreign,
    /// A newer version of the program wrote the file.
    #[error(
        "Файл выгружен более новой версией программы (версия {0}); обновите программу и загрузите снова."
    )]
    Newer(u64),
    /// Something in the file is wrong.
    #[error("Файл не загружен — {place}: {what}; исправьте это место и загрузите снова.")]
    Content {
        /// Where, in words: «записи → заседание → № 3 → topic».
        place: String,
        /// What is wrong.
        what: String,
    },
    /// The target holds data already.
    #[error("В файле «{}» уже есть данные; укажите новый файл.", .0.display())]
    NotEmpty(PathBuf),
    /// The identifier for the operation is taken.
    #[error("Загрузка не выполнена: номер действия {0} уже занят; попробуйте ещё раз.")]
    OperationTwice(Uuid),
    /// The target cannot be opened or created.
    #[error("{0}")]
    Open(#[from] OpenError),
    /// The target cannot be written.
    #[error("{0}")]
    Store(#[from] StoreError),
}

impl From<io::Error> for LoadError {
    fn from(fault: io::Error) -> Self {
        Self::Open(fault.into())
    }
}

impl From<rusqlite::Error> for LoadError {
    fn from(fault: rusqlite::Error) -> Self {
        Self::Store(fault.into())
    }
}
