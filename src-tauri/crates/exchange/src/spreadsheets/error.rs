use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::office_text::TextError;

/// Why a table was not read: what happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum TableError {
    /// More bytes than a table of a plan can have.
    #[error(
        "Таблица больше 20\u{a0}МБ: оставьте в файле один лист с таблицей, без картинок, и выберите его снова."
    )]
    TooLarge,
    /// Unfolds into far more than it is.
    #[error(
        "Файл устроен так, что при чтении занял бы всю память компьютера, поэтому он не прочитан: скопируйте \
         саму таблицу в новый файл и выберите его."
    )]
    Bomb,
    /// Too many rows.
    #[error("В таблице больше 5\u{a0}000 строк: оставьте нужные строки и выберите файл снова.")]
    TooManyRows,
    /// Too many columns.
    #[error("В таблице больше 60 столбцов: оставьте нужные столбцы и выберите файл снова.")]
    TooManyColumns,
    /// Too many sheets.
    #[error("В файле больше 50 листов: сохраните лист с таблицей отдельным файлом и выберите его.")]
    TooManySheets,
    /// A cell holds a whole book.
    #[error("В ячейке {place} больше 32\u{a0}000 знаков: сократите её и выберите файл снова.")]
    LongCell {
        /// «B12», or «строка 12, столбец 2» where the table has no such names.
        place: String,
    },
    /// Damaged, or not what its name says.
    #[error(
        "Файл повреждён или это не таблица: откройте его там, где он сделан, сохраните заново и выберите снова."
    )]
    Broken,
    /// A workbook with a password.
    #[error("Файл закрыт паролем: откройте его, сохраните без пароля и выберите снова.")]
    Protected,
    /// Excel's own quick form.
    #[error(
        "Файлы «.xlsb» не читаются: откройте файл в Excel, сохраните как «Книга Excel» (.xlsx) и выберите снова."
    )]
    BinaryWorkbook,
    /// A text of LibreOffice.
    #[error(
        "Это текст LibreOffice (.odt): откройте его, сохраните как «Документ Word» (.docx) и выберите снова."
    )]
    OpenText,
    /// A text in the form that every editor knows.
    #[error(
        "Это текст в виде RTF: откройте его в Word, сохраните как «Документ Word» (.docx) и выберите снова."
    )]
    RichText,
    /// Pages as they are printed.
    #[error(
        "Из PDF таблица не читается: выберите файл Word или Excel, из которого он сделан, а если такого нет, скопируйте \
         таблицу и вставьте её сюда."
    )]
    Pdf,
    /// A photograph or a scan.
    #[error(
        "Это снимок, а не таблица: выберите файл Word или Excel, с которого он сделан, или наберите строки здесь."
    )]
    Picture,
    /// A file of another kind.
    #[error(
        "Файлы «.{ending}» не читаются: сохраните таблицу как .xlsx, .docx или .csv или скопируйте её и вставьте сюда."
    )]
    OtherForm {
        /// Of which kind.
        ending: String,
    },
    /// Bytes that are no text.
    #[error("Это не текстовая таблица: сохраните её из Excel как «CSV (разделители — запятые)» или .xlsx.")]
    NotText,
    /// A text of Word that cannot be read.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Nothing that looks like a table.
    #[error("В выбранном нет таблицы: проверьте, что строки заполнены, и попробуйте ещё раз.")]
    NoTable,
    /// The reader did not come to an end.
    #[error(
        "Таблица читается слишком долго, и чтение остановлено: скопируйте нужные строки в новый файл и выберите его."
    )]
    TooSlow,
    /// The program that reads could not be started, or ended without a word that explains it.
    #[error(
        "Таблица не прочитана: чтение не запустилось или прервалось. Закройте лишние программы и попробуйте ещё раз, \
         а если не поможет, перезагрузите компьютер."
    )]
    NoAnswer,
}
