use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::spreadsheets::TableError;

/// Why a text of Word was not read: what happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum TextError {
    /// More bytes than a text can have.
    #[error("Файл больше 20\u{a0}МБ: удалите из него рисунки, сохраните и выберите снова.")]
    TooLarge,
    /// Unfolds into far more than it is.
    #[error(
        "Файл устроен так, что при чтении занял бы всю память компьютера, поэтому он не прочитан: скопируйте текст в \
         новый документ Word и выберите его."
    )]
    Bomb,
    /// Damaged, or not what its name says.
    #[error(
        "Файл повреждён или это не документ Word: откройте его в Word, сохраните заново и выберите снова."
    )]
    Broken,
    /// Word 97–2003, or a document with a password.
    #[error(
        "Это файл старого Word (.doc) или файл с паролем: откройте его, сохраните как «Документ Word» (.docx) без \
         пароля и выберите снова."
    )]
    OldForm,
    /// A scan put into Word.
    #[error("В файле только рисунки, текста в нём нет: приложите его к заседанию как скан.")]
    OnlyPictures,
    /// No words at all.
    #[error("В файле нет текста: проверьте, тот ли файл выбран.")]
    Empty,
    /// The reader did not come to an end.
    #[error(
        "Файл читается слишком долго, и чтение остановлено: скопируйте текст в новый документ Word и выберите его."
    )]
    TooSlow,
    /// The program that reads could not be started, or ended without a word that explains it.
    #[error(
        "Файл не прочитан: чтение не запустилось или прервалось. Закройте лишние программы и попробуйте ещё раз, а \
         если не поможет, перезагрузите компьютер."
    )]
    NoAnswer,
}

impl From<TableError> for TextError {
    /// What the child that reads both says of a text.
    fn from(fault: TableError) -> Self {
        match fault {
            TableError::Text(fault) => fault,
            TableError::TooLarge => Self::TooLarge,
            TableError::Bomb => Self::Bomb,
            TableError::TooSlow => Self::TooSlow,
            TableError::Broken => Self::Broken,
            _ => Self::NoAnswer,
        }
    }
}
