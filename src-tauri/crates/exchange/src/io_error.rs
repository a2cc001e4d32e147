//! What the operating system refuses, in the words of a colleague.

use std::fmt;
use std::io;

use crate::platform;

/// Why a disk or a stick refused, told apart as far as a person can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// No room is left.
    NoRoom,
    /// The stick has a write lock, or the system has made it read-only after errors.
    WriteProtected,
    /// The device answered with an error: a bad sector, or it was pulled out during the work.
    Device,
    /// The device or the folder is no longer there.
    Gone,
    /// A folder on another computer does not answer any more.
    NetworkLost,
    /// The account has no right to write or read here.
    Denied,
    /// Another program holds the file.
    Busy,
    /// The file system is damaged.
    Corrupt,
    /// The path is too long for the system.
    NameTooLong,
    /// The file is larger than the file system can hold.
    FileTooBig,
    /// The file system does not take this name, e.g. it is mounted without Russian letters.
    NameRefused,
    /// Something else appeared in the same place meanwhile.
    Changed,
    /// An error that this table does not know, with the system's number.
    Other(Option<i32>),
}

impl Trouble {
    /// Tells by the system's number; `ErrorKind` is too coarse (a full stick and a bad sector can
    /// both be `Other`).
    pub fn of(error: &io::Error) -> Self {
        let Some(code) = error.raw_os_error() else {
            return match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::WriteZero => Self::NoRoom,
                io::ErrorKind::NotFound => Self::Gone,
                io::ErrorKind::PermissionDenied => Self::Denied,
                _ => Self::Other(None),
            };
        };
        if platform::IS_WINDOWS { Self::on_windows(code) } else { Self::on_linux(code) }
    }

    /// The table for Linux (`errno`).
    pub fn on_linux(code: i32) -> Self {
        match code {
            28 | 122 => Self::NoRoom,
            30 => Self::WriteProtected,
            5 | 121 => Self::Device,
            2 | 6 | 19 | 20 | 108 | 123 => Self::Gone,
            100..=104 | 107 | 110..=113 | 116 => Self::NetworkLost,
            1 | 13 => Self::Denied,
            16 | 26 => Self::Busy,
            74 | 117 => Self::Corrupt,
            36 => Self::NameTooLong,
            27 => Self::FileTooBig,
            22 | 84 => Self::NameRefused,
            17 | 39 => Self::Changed,
            _ => Self::Other(Some(code)),
        }
    }

    /// The table for Windows (`GetLastError`).
    pub fn on_windows(code: i32) -> Self {
        match code {
            39 | 112 | 1295 => Self::NoRoom,
            19 => Self::WriteProtected,
            23 | 27 | 29 | 30 | 31 | 1117 => Self::Device,
            2 | 3 | 15 | 21 | 55 | 433 | 1006 | 1167 => Self::Gone,
            51..=54 | 59 | 64 | 67 | 121 | 1231 | 1232 | 1236 => Self::NetworkLost,
            5 => Self::Denied,
            32 | 33 => Self::Busy,
            1392 | 1393 => Self::Corrupt,
            111 | 206 => Self::NameTooLong,
            223 => Self::FileTooBig,
            123 | 161 => Self::NameRefused,
            80 | 145 | 183 => Self::Changed,
            _ => Self::Other(Some(code)),
        }
    }
}

impl fmt::Display for Trouble {
    /// The end of a sentence: what happened and what to do, without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRoom => {
                "не хватило места; удалите с накопителя лишнее или возьмите другой и повторите"
            }
            Self::WriteProtected => {
                "накопитель защищён от записи; снимите защиту переключателем на корпусе или возьмите другой накопитель"
            }
            Self::Device => {
                "накопитель не отвечает или на нём повреждённое место; вставьте его заново, а если не поможет, возьмите другой"
            }
            Self::Gone => "накопитель или папка больше не доступны; вставьте накопитель и выберите папку заново",
            Self::NetworkLost => "сетевая папка не отвечает; проверьте сеть и повторите или запишите на флешку",
            Self::Denied => {
                "нет прав на это место или файл открыт в другой программе; закройте его или выберите другую папку"
            }
            Self::Busy => "файл занят другой программой; закройте её и повторите",
            Self::Corrupt => {
                "накопителю нужна проверка, скорее всего его вынули во время записи; проверьте его («Свойства», «Сервис», «Проверить») или возьмите другой"
            }
            Self::NameTooLong => "имя или путь слишком длинны; выберите папку ближе к корню накопителя",
            Self::FileTooBig => "файл слишком велик для этого накопителя; уменьшите скан или возьмите другой накопитель",
            Self::NameRefused => {
                "накопитель не принимает такое имя; вставьте его заново или возьмите другой, а если не поможет, запишите пакет одним файлом ZIP на компьютер"
            }
            Self::Changed => "в этой папке одновременно что-то изменила другая программа; повторите",
            Self::Other(Some(code)) => {
                return write!(f, "система ответила ошибкой № {code}; вставьте накопитель заново и повторите");
            }
            Self::Other(None) => "система ответила ошибкой; вставьте накопитель заново и повторите",
        })
    }
}
