//! Everything that can stop writing or reading a package.

use std::io;

use crate::io_error::Trouble;
use crate::source::SourceError;

/// Why a package was not written or read. `Display` is one Russian sentence for the person.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The system refused while writing.
    #[error("Не получилось записать «{at}»: {trouble}.")]
    Write {
        /// What was being written, as the person knows it.
        at: String,
        /// Why, told apart by what can be done about it.
        trouble: Trouble,
        /// The system's own words, for the log.
        #[source]
        source: io::Error,
    },
    /// The system refused while reading.
    #[error("Не получилось прочитать «{at}»: {trouble}.")]
    Read {
        /// What was being read.
        at: String,
        /// Why, told apart by what can be done about it.
        trouble: Trouble,
        /// The system's own words, for the log.
        #[source]
        source: io::Error,
    },
    /// The disk said that it had written, but other bytes came back.
    #[error(
        "Накопитель ненадёжен: «{file}» записан с искажениями; возьмите другой накопитель и повторите запись."
    )]
    ReadBackDiffers {
        /// The file that came back different.
        file: String,
    },
    /// The package will not fit; nothing has been written.
    #[error(
        "На накопителе мало места: не хватает {} (нужно {}); удалите лишнее или возьмите другой накопитель.",
        size(needed.saturating_sub(*.free)),
        size(*.needed)
    )]
    NoRoom {
        /// Bytes that the package needs.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// There is room for bytes and none for names: the root of a stick with FAT16 takes a few dozen long ones.
    #[error(
        "Не получилось записать «{name}»: свободное место есть, но имён здесь больше не помещается; создайте на \
         накопителе папку, выберите её и повторите."
    )]
    NoRoomForNames {
        /// The package.
        name: String,
    },
    /// The folder to write into is not there.
    #[error("Папки «{at}» нет: вставьте накопитель и выберите папку заново.")]
    NoPlace {
        /// The folder that was chosen.
        at: String,
    },
    /// The name is taken by something that this program did not write.
    #[error(
        "Имя «{name}» уже занято, и это не пакет, записанный программой: переименуйте или уберите его и повторите запись."
    )]
    Foreign {
        /// The name that is taken.
        name: String,
    },
    /// The previous package cannot be told from foreign files, because its manifest is damaged.
    #[error(
        "В прежнем пакете «{name}» повреждён список файлов, поэтому программа его не трогает: переименуйте или удалите эту папку и повторите запись."
    )]
    DamagedOld {
        /// The name of the previous package.
        name: String,
    },
    /// Somebody has put a file of their own into the previous package; replacing would destroy it.
    #[error(
        "В прежнем пакете лежит посторонний файл «{file}»: перенесите его в другое место и повторите запись."
    )]
    ForeignInside {
        /// The file that is not in the manifest.
        file: String,
    },
    /// Another program or computer is writing into the same place.
    #[error(
        "В эту папку уже записывается пакет (в другом окне или с другого компьютера): дождитесь конца записи и повторите."
    )]
    PlaceBusy,
    /// An earlier writing was cut off, and the person has not yet agreed that its remains go.
    #[error(
        "Здесь остались следы прерванной записи, «{name}»: разрешите программе убрать их и повторите запись."
    )]
    Leftover {
        /// The name of what is left.
        name: String,
    },
    /// Whoever keeps a file does not give its bytes.
    #[error("{source}")]
    Source {
        /// The path inside the package.
        path: String,
        /// A Russian sentence.
        source: SourceError,
    },
    /// A file is not what it was when it was put on the list.
    #[error("Файл «{path}» не совпадает с тем, что был приложен: приложите его заново и повторите запись.")]
    SourceChanged {
        /// The path inside the package.
        path: String,
    },
    /// The archive is closed by a password, and none was given.
    #[error("Архив «{name}» закрыт паролем: спросите пароль у того, кто его прислал, и введите его.")]
    Sealed {
        /// The archive.
        name: String,
    },
    /// The archive is closed by another password.
    #[error(
        "Пароль к архиву «{name}» не подошёл: проверьте раскладку и большие буквы и введите его ещё раз."
    )]
    WrongPassword {
        /// The archive.
        name: String,
    },
    /// The package has no files.
    #[error("В пакете нет ни одного документа: подготовьте документы и повторите запись.")]
    Empty,
    /// The path would be too long for Windows.
    #[error("Имя «{path}» слишком длинное вместе с именем пакета: сократите название и повторите запись.")]
    PathTooLong {
        /// The path inside the package.
        path: String,
    },
    /// A file of 4 GB or more does not fit on FAT32.
    #[error(
        "Файл «{path}» больше 4 ГБ, на флеш-накопитель он не поместится: уменьшите его и повторите запись."
    )]
    FileTooBig {
        /// The path inside the package.
        path: String,
    },
    /// A ZIP holds dates from 1980 to 2107 only.
    #[error(
        "Дата пакета {day:02}.{month:02}.{year} невозможна: проверьте дату на компьютере и повторите запись."
    )]
    BadDate {
        /// The year.
        year: i32,
        /// The month.
        month: u8,
        /// The day.
        day: u8,
    },
    /// The ZIP could not be put together, for a reason that is not the disk's.
    #[error("Не получилось собрать архив «{name}»: запишите пакет папкой и сообщите об этом разработчикам.")]
    Archive {
        /// The archive.
        name: String,
        /// The library's own words, for the log.
        #[source]
        source: zip::result::ZipError,
    },
    /// The person has stopped the work.
    #[error("Работа остановлена; прежний пакет, если он был, остался на месте.")]
    Cancelled,
    /// There is no manifest.
    #[error(
        "«{name}» не похоже на пакет этой программы: выберите папку вида «ППС_…_2025-2026» или такой же архив ZIP."
    )]
    NotAPackage {
        /// What was chosen.
        name: String,
    },
    /// The file is not a ZIP, or its directory is damaged.
    #[error("Файл «{name}» не читается как архив ZIP: попросите передать его ещё раз.")]
    BrokenZip {
        /// The file that was chosen.
        name: String,
    },
    /// More files than any package has.
    #[error("В «{name}» слишком много файлов для пакета (больше {limit}): проверьте, то ли выбрано.")]
    TooMany {
        /// What was chosen.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// More bytes than any package has.
    #[error("«{name}» слишком велико для пакета (больше {}): проверьте, то ли выбрано.", size(*.limit))]
    TooBig {
        /// What was chosen.
        name: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// The manifest is damaged, so nothing in the package can be trusted.
    #[error("Список файлов пакета повреждён ({why}): попросите записать пакет заново.")]
    BadManifest {
        /// What is wrong with it.
        why: String,
    },
    /// The package has no such open data.
    #[error(
        "В пакете нет данных «{name}»: возможно, он записан более старой программой; попросите записать его заново."
    )]
    NoSuchData {
        /// The name that was asked for.
        name: String,
    },
    /// The open data is not what the manifest says.
    #[error("Данные «{name}» в пакете повреждены или изменены: попросите записать пакет заново.")]
    DataChanged {
        /// The name that was asked for.
        name: String,
    },
}

impl ExchangeError {
    /// A steady word for programs to branch on; sentences may be reworded at any time.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Write { .. } => "write",
            Self::Read { .. } => "read",
            Self::ReadBackDiffers { .. } => "read_back_differs",
            Self::NoRoom { .. } => "no_room",
            Self::NoRoomForNames { .. } => "no_room_for_names",
            Self::NoPlace { .. } => "no_place",
            Self::Foreign { .. } => "foreign",
            Self::DamagedOld { .. } => "damaged_old",
            Self::ForeignInside { .. } => "foreign_inside",
            Self::PlaceBusy => "place_busy",
            Self::Leftover { .. } => "leftover",
            Self::Source { .. } => "source",
            Self::SourceChanged { .. } => "source_changed",
            Self::Sealed { .. } => "sealed",
            Self::WrongPassword { .. } => "wrong_password",
            Self::Empty => "empty",
            Self::PathTooLong { .. } => "path_too_long",
            Self::FileTooBig { .. } => "file_too_big",
            Self::BadDate { .. } => "bad_date",
            Self::Archive { .. } => "archive",
            Self::Cancelled => "cancelled",
            Self::NotAPackage { .. } => "not_a_package",
            Self::BrokenZip { .. } => "broken_zip",
            Self::TooMany { .. } => "too_many",
            Self::TooBig { .. } => "too_big",
            Self::BadManifest { .. } => "bad_manifest",
            Self::NoSuchData { .. } => "no_such_data",
            Self::DataChanged { .. } => "data_changed",
        }
    }

    /// For `map_err` while writing: remembers what was being written.
    pub(crate) fn writing(at: &str) -> impl FnOnce(io::Error) -> Self + use<> {
        let at = at.to_owned();
        move |source| Self::Write { at, trouble: Trouble::of(&source), source }
    }

    /// For `map_err` while reading: remembers what was being read.
    pub(crate) fn reading(at: &str) -> impl FnOnce(io::Error) -> Self + use<> {
        let at = at.to_owned();
        move |source| Self::Read { at, trouble: Trouble::of(&source), source }
    }
}

/// A size as the Explorer counts it, rounded up, so that «нужно» is never too little.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 3] = ["КБ", "МБ", "ГБ"];
    let mut unit = 0;
    let mut one = 1024_u64;
    while unit + 1 < UNITS.len() && bytes.div_ceil(one) >= 1024 {
        unit += 1;
        one *= 1024;
    }
    let tenths = (u128::from(bytes) * 10).div_ceil(u128::from(one));
    let name = UNITS[unit];
    if unit == 0 || tenths >= 100 || tenths % 10 == 0 {
        format!("{} {name}", tenths.div_ceil(10))
    } else {
        format!("{},{} {name}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_the_unit_that_tells_it_apart() {
        for (bytes, said) in [
            (0, "0 КБ"),
            (1, "1 КБ"),
            (300 * 1024, "300 КБ"),
            (1024 * 1024, "1 МБ"),
            (1024 * 1024 + 1, "1,1 МБ"),
            (27 * 1024 * 1024, "27 МБ"),
            (3 * 1024 * 1024 * 1024 / 2, "1,5 ГБ"),
        ] {
            assert_eq!(size(bytes), said, "{bytes}");
        }
    }

    #[test]
    fn what_is_missing_is_said_even_where_both_sizes_round_alike() {
        let said = ExchangeError::NoRoom { needed: 900 * 1024, free: 600 * 1024 }.to_string();
        assert!(said.contains("не хватает 300 КБ") && said.contains("нужно 900 КБ"), "{said}");
    }
}
