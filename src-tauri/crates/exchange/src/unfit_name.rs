//! Names that a person types and Windows does not keep as they were typed: it drops a dot at the end, takes what follows a
//! colon for a hidden part of another file, gives `CON` to a device. The file would then not be where it was said to be, so
//! such a name is refused with a sentence. Names that the program makes itself come from [`crate::safe_name`].

use std::fmt;
use std::path::Path;

use crate::names::is_reserved;
use crate::platform;

/// The longest path that every program on Windows opens, in units of UTF-16.
const LONGEST_PATH: usize = 259;

/// Why a name or a path cannot be used on Windows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnfitName {
    /// It ends with a dot or a space.
    Ending(String),
    /// There is a sign in it that names may not have.
    Sign(char),
    /// It is a device's.
    Device(String),
    /// The whole path is too long.
    TooLong,
}

impl UnfitName {
    /// What is wrong with a path on this system; on Linux such names are as good as others.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        if !platform::IS_WINDOWS {
            return None;
        }
        let whole = std::path::absolute(path).ok();
        // Made absolute, a path has lost its dots already: the names are taken from what was typed.
        Self::on_windows(&path.to_string_lossy(), &whole.as_deref().unwrap_or(path).to_string_lossy())
    }

    /// The rule itself: what was typed, and the whole path that it means.
    #[must_use]
    pub fn on_windows(typed: &str, whole: &str) -> Option<Self> {
        let unfit = without_root(typed).split(['/', '\\']).find_map(unfit_part);
        unfit.or_else(|| (whole.encode_utf16().count() > LONGEST_PATH).then_some(Self::TooLong))
    }
}

impl fmt::Display for UnfitName {
    /// The end of a sentence: what happened and what to do, without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ending(name) => write!(
                f,
                "имя «{name}» кончается точкой или пробелом, а Windows их отбрасывает; уберите их в конце имени"
            ),
            Self::Sign(sign) => {
                write!(f, "знака «{sign}» в именах файлов Windows не допускает; уберите его из имени")
            }
            Self::Device(name) => {
                write!(f, "имя «{name}» Windows держит для своих устройств; назовите файл иначе")
            }
            Self::TooLong => write!(
                f,
                "путь длиннее {LONGEST_PATH} знаков, а такие файлы Windows не открывает; выберите папку ближе к \
                 началу диска или имя короче"
            ),
        }
    }
}

/// What follows the disk or the share: «C:», «\\server», «\\?\C:».
fn without_root(path: &str) -> &str {
    let path = path.strip_prefix(r"\\?\").unwrap_or(path);
    let mut letters = path.chars();
    let is_disk =
        letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && letters.next() == Some(':');
    if is_disk { &path[2..] } else { path }
}

fn unfit_part(part: &str) -> Option<UnfitName> {
    if matches!(part, "" | "." | "..") {
        return None;
    }
    if let Some(sign) = part.chars().find(|sign| matches!(sign, ':' | '*' | '?' | '"' | '<' | '>' | '|')) {
        return Some(UnfitName::Sign(sign));
    }
    if part.ends_with(['.', ' ']) {
        return Some(UnfitName::Ending(part.to_owned()));
    }
    is_reserved(part).then(|| UnfitName::Device(part.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::UnfitName;

    fn unfit(typed: &str) -> Option<UnfitName> {
        UnfitName::on_windows(typed, typed)
    }

    #[test]
    fn names_that_windows_changes_are_refused_by_name() {
        for (typed, expected) in [
            ("год.", UnfitName::Ending("год.".into())),
            (r"C:\Планы \План.pdf", UnfitName::Ending("Планы ".into())),
            ("Протокол:2.pdf", UnfitName::Sign(':')),
            (r"E:\Бумаги\Что делать?.pdf", UnfitName::Sign('?')),
            ("CON", UnfitName::Device("CON".into())),
            (r"D:\con.pdf", UnfitName::Device("con.pdf".into())),
        ] {
            assert_eq!(unfit(typed), Some(expected), "{typed}");
        }
    }

    #[test]
    fn ordinary_names_and_paths_are_fit() {
        for typed in [
            "year.db",
            r"C:\Users\Учитель\Рабочий стол\План 2025-2026.pdf",
            r"\\server\РИМК\ППС\Протокол № 2.pdf",
            r"\\?\C:\Данные\year.db",
            r"..\Бумаги\.\План.pdf",
            "E:",
            "Z:/tmp/год/ППС_ФГ_2025-2026",
            "Консультации.pdf",
        ] {
            assert_eq!(unfit(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_length_is_that_of_the_whole_path() {
        let name = "П.pdf";
        let folder = |length: usize| format!(r"C:\{}\{name}", "я".repeat(length - 4 - name.chars().count()));
        assert_eq!(UnfitName::on_windows(name, &folder(259)), None);
        assert_eq!(UnfitName::on_windows(name, &folder(260)), Some(UnfitName::TooLong));
    }

    #[test]
    fn each_refusal_says_what_to_do() {
        for unfit in ["год.", "а:б", "NUL", &"я".repeat(300)].map(|typed| unfit(typed).unwrap()) {
            let said = unfit.to_string();
            assert!(said.contains("; ") && said.contains("Windows") && !said.ends_with('.'), "{said}");
        }
    }
}
