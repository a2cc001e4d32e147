//! Whether somebody or something has changed the data behind the program's back. Once a week every record, revision and
//! attached file is proved by its hash; what is found stands in the overview until a later check finds nothing.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use chrono::NaiveDate;
use pps_domain::rules::{Basis, Severity};
use pps_domain::russian::counted;

use crate::error::AppError;
use crate::files::{remove, write_whole};
use crate::views::FindingView;
use crate::workplace::Workplace;

/// A check is good for so many days.
const DAYS: i64 = 7;

/// What the last check came to, as it is kept beside the data: «2026-08-20 0».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LastCheck {
    on: NaiveDate,
    faults: usize,
}

impl LastCheck {
    fn read(data: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(path_beside(data)).ok()?;
        let (on, faults) = text.trim().split_once(' ')?;
        Some(Self { on: on.parse().ok()?, faults: faults.parse().ok()? })
    }

    fn write(self, data: &Path) -> Result<(), AppError> {
        write_whole(&path_beside(data), format!("{} {}\n", self.on, self.faults).as_bytes())
    }

    /// A clock that was put back makes no check good for longer.
    fn is_good(self, today: NaiveDate) -> bool {
        self.faults == 0 && (0..DAYS).contains(&(today - self.on).num_days())
    }
}

/// How many faults the last check found.
pub(crate) fn known_faults(data: &Path) -> usize {
    LastCheck::read(data).map_or(0, |last| last.faults)
}

/// What the last check found holds no more: another file lies in the place.
pub(crate) fn forget(data: &Path) -> Result<(), AppError> {
    remove(&path_beside(data))
}

/// `year.db` → `year.checked.txt`
fn path_beside(data: &Path) -> PathBuf {
    data.with_extension("checked.txt")
}

impl Workplace {
    /// Proves the whole file where the last clean check is a week old, and tells how many faults are known.
    ///
    /// # Errors
    /// A fault of the store, or the result cannot be written beside the data.
    pub fn check_weekly(&self) -> Result<usize, AppError> {
        if self.is_only_read() {
            return Ok(0);
        }
        let today = self.clock.today();
        let data = self.file.path();
        if LastCheck::read(data).is_some_and(|last| last.is_good(today)) {
            return Ok(0);
        }
        let faults = self.file.verify()?.len();
        if faults > 0 {
            tracing::error!(count = faults, "the check of hashes found faults");
        }
        self.faults.store(faults, Ordering::Relaxed);
        LastCheck { on: today, faults }.write(data)?;
        Ok(faults)
    }

    /// What the checks of the file and of its copies have found, for the overview.
    pub(crate) fn soundness(&self) -> Vec<FindingView> {
        let faults = self.faults.load(Ordering::Relaxed);
        let unread = self.file.unread().unwrap_or_default();
        let mut found = Vec::new();
        if faults > 0 {
            found.push(finding(
                format!(
                    "Файл данных расходится с контрольными суммами: {}.",
                    counted(faults, "место", "места", "мест")
                ),
                "Верните записи из запасной копии: «Настройки», «Запасные копии».",
            ));
        }
        if unread > 0 {
            found.push(finding(
                format!(
                    "Не читается {}: она изменена вне программы.",
                    counted(unread, "запись", "записи", "записей")
                ),
                "Верните записи из запасной копии: «Настройки», «Запасные копии».",
            ));
        }
        if let Some(days) = self.days_without_second() {
            found.push(finding(
                format!("Копия на флешку не делалась {}.", counted(days as usize, "день", "дня", "дней")),
                "Вставьте флешку, выбранную для копий: копия запишется на неё сама.",
            ));
        }
        found
    }
}

fn finding(message: String, hint: &str) -> FindingView {
    FindingView {
        basis: Basis::Advice,
        clause: None,
        severity: Severity::Warning,
        message,
        hint: hint.to_owned(),
        kind: None,
        id: None,
        of: Vec::new(),
        act: None,
    }
}
