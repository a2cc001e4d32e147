//! The password of the data file: set, changed, taken away, typed.

use std::path::Path;

use chrono::{DateTime, Utc};
use pps_store::{Key, OpenError, RecoveryTypo, backup, key_by_password, key_by_recovery};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use crate::backups::bring_all_under;
use crate::clock::Clock;
use crate::drafts;
use crate::error::AppError;
use crate::files::{remove, write_whole};

/// A shorter password is no protection.
const FEWEST_LETTERS: usize = 6;
/// So many wrong passwords cost no time.
const FREE_TRIES: u32 = 3;
/// The first wait, and the longest.
const FIRST_WAIT: i64 = 5;
const LONGEST_WAIT: i64 = 300;

/// Why a password was not taken.
#[derive(Debug, Error)]
pub enum PasswordError {
    /// It is too short.
    #[error("Пароль слишком короткий; наберите хотя бы {FEWEST_LETTERS} знаков, лучше несколько слов.")]
    TooShort,
    /// Wrong passwords were typed, and the next one is not looked at yet.
    #[error("Пароль несколько раз введён неверно; подождите {seconds} с и попробуйте ещё раз.")]
    Wait {
        /// Seconds to wait.
        seconds: i64,
    },
    /// What was typed is no recovery key.
    #[error(transparent)]
    Typo(#[from] RecoveryTypo),
    /// The recovery key is of another password.
    #[error("Этот ключ восстановления от другого пароля; возьмите лист, напечатанный последним.")]
    OtherRecoveryKey,
}

/// What opens the file when the password is forgotten, to be printed once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct RecoveryKey {
    /// Eight groups of six digits.
    pub groups: Vec<String>,
    /// What is not under the new password yet, in a sentence; none where everything is.
    pub left: Option<String>,
}

/// The key of a data file by the password typed for it. Wrong ones slow the next tries down, also after a restart.
///
/// # Errors
/// The password is wrong ([`OpenError::WrongKey`]), or it is too early to try ([`PasswordError::Wait`]).
pub fn unlock(data: &Path, password: &str, clock: &dyn Clock) -> Result<Key, AppError> {
    tried(data, clock, || Ok(key_by_password(data, password)?))
}

/// The key of a data file by the recovery key from the paper.
///
/// # Errors
/// What was typed is no recovery key, or is one of another password.
pub fn unlock_with_recovery_key(data: &Path, typed: &str, clock: &dyn Clock) -> Result<Key, AppError> {
    tried(data, clock, || match key_by_recovery(data, typed) {
        Ok(key) => Ok(key.map_err(PasswordError::from)?),
        Err(OpenError::WrongKey) => Err(PasswordError::OtherRecoveryKey.into()),
        Err(fault) => Err(fault.into()),
    })
}

/// Whether a data file asks for a password.
///
/// # Errors
/// It is not there, or not ours.
pub fn is_locked(data: &Path) -> Result<bool, AppError> {
    Ok(pps_store::is_locked(data)?)
}

/// Sets or changes the password of a closed data file. The records, the attached files, the copies that can be reached, drafts
/// and notes come under it; copies in a second place that is not there follow when it is.
///
/// # Errors
/// The password is too short, or the disk refuses; the file then stays under the key it had.
pub fn set_password(
    data: &Path,
    old: &Key,
    new: &str,
    clock: &dyn Clock,
) -> Result<(Key, RecoveryKey), AppError> {
    if new.chars().count() < FEWEST_LETTERS {
        return Err(PasswordError::TooShort.into());
    }
    let (_, random) = clock.new_id().as_u64_pair();
    let key = Key::new(new, random.to_be_bytes());
    let left = change(data, old, &key)?;
    let groups = key.recovery_groups();
    Ok((key, RecoveryKey { groups, left }))
}

/// Takes the password of a closed data file away.
///
/// # Errors
/// What the disk refuses; the file then stays under the key it had.
pub fn remove_password(data: &Path, old: &Key) -> Result<Key, AppError> {
    let key = Key::open();
    change(data, old, &key)?;
    Ok(key)
}

/// Once the records are under the new key, nothing that follows may look like a refusal: the old key opens them no more.
fn change(data: &Path, old: &Key, new: &Key) -> Result<Option<String>, AppError> {
    let files = backup::change_key(data, old, new)?.map(AppError::from);
    let followed = [
        files.map_or(Ok(()), Err),
        drafts::bring_under(data, old, new),
        bring_all_under(data, new),
        remove(&data.with_extension(TRIES)),
    ];
    let fault = followed.into_iter().find_map(Result::err);
    Ok(fault.map(|fault| {
        tracing::error!(%fault, "something is still under the former key");
        format!("Записи уже под новым ключом, а файлы или копии перейдут на него позже: {fault}")
    }))
}

/// Wrong passwords are counted under this ending.
const TRIES: &str = "tries.json";

/// Wrong passwords since the last right one.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Tries {
    wrong: u32,
    last: Option<DateTime<Utc>>,
}

impl Tries {
    fn read(data: &Path) -> Self {
        let text = std::fs::read_to_string(data.with_extension(TRIES)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Seconds to wait before the next try.
    fn wait(self, now: DateTime<Utc>) -> i64 {
        let Some(over) = self.wrong.checked_sub(FREE_TRIES) else { return 0 };
        let pause =
            FIRST_WAIT.saturating_mul(1_i64.checked_shl(over).unwrap_or(i64::MAX)).clamp(0, LONGEST_WAIT);
        let since = self.last.map_or(pause, |last| (now - last).num_seconds());
        // A clock that was put back makes nobody wait longer than once.
        if since < 0 { pause } else { (pause - since).max(0) }
    }
}

fn tried(
    data: &Path,
    clock: &dyn Clock,
    look: impl FnOnce() -> Result<Key, AppError>,
) -> Result<Key, AppError> {
    let before = Tries::read(data);
    let seconds = before.wait(clock.now());
    if seconds > 0 {
        return Err(PasswordError::Wait { seconds }.into());
    }
    let answer = look();
    match &answer {
        Ok(_) if before.wrong > 0 => remove(&data.with_extension(TRIES))?,
        Err(AppError::Open(OpenError::WrongKey) | AppError::Password(PasswordError::OtherRecoveryKey)) => {
            let tries = Tries { wrong: before.wrong.saturating_add(1), last: Some(clock.now()) };
            let text = serde_json::to_string(&tries).unwrap_or_default();
            write_whole(&data.with_extension(TRIES), text.as_bytes())?;
        }
        _ => {}
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn wrong_passwords_slow_down_and_never_for_ever() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let after = |wrong, seconds| Tries { wrong, last: Some(now - TimeDelta::seconds(seconds)) }.wait(now);
        assert_eq!([after(0, 0), after(1, 0), after(2, 0)], [0, 0, 0]);
        assert_eq!([after(3, 0), after(4, 0), after(5, 3)], [5, 10, 17]);
        assert_eq!([after(9, 0), after(400, 0), after(400, 300)], [300, 300, 0]);
        assert_eq!(after(3, -50), 5, "a clock that was put back");
    }
}
