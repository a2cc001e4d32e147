use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::cleaned;

/// A time of day to the minute, as it is agreed upon: written «14:00».
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct ClockTime(NaiveTime);

/// A text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotATime {
    /// It does not look like one.
    #[error("«{0}» — не время. Напишите, например, 14:00 или 14.30.")]
    Unreadable(String),
    /// «25:00», «14:75»
    #[error(
        "Времени «{0}» не бывает: часов в сутках 24, минут в часе 60. Исправьте его, например, на 14:30."
    )]
    NoSuchTime(String),
}

impl ClockTime {
    /// The time; none where there is no such one.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        NaiveTime::from_hms_opt(hour, minute, 0).map(Self)
    }

    /// 0–23
    #[must_use]
    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    /// 0–59
    #[must_use]
    pub fn minute(self) -> u32 {
        self.0.minute()
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl FromStr for ClockTime {
    type Err = NotATime;

    /// The stored form: two digits, a colon, two digits.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let unreadable = || NotATime::Unreadable(shown(text));
        let (hour, minute) = text.split_once(':').ok_or_else(unreadable)?;
        let number = |digits: &str| {
            let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| plain).ok_or_else(unreadable)
        };
        Self::new(number(hour)?, number(minute)?).ok_or_else(|| NotATime::NoSuchTime(shown(text)))
    }
}

impl TryFrom<String> for ClockTime {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

/// Reads a time of day as people type it: «14.00», «14:00», «14-30», «14 30», «1430», «14», «14 ч», «9 часов 30 минут»,
/// «в 14.00».
///
/// # Errors
/// The text is no time, or there is no such time.
pub fn read_clock_time(typed: &str) -> Result<ClockTime, NotATime> {
    let text = cleaned(typed).trim().to_lowercase();
    let unreadable = || NotATime::Unreadable(shown(typed));
    let bare = text.strip_prefix("в ").unwrap_or(&text);
    let numbers: Vec<&str> =
        bare.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let words = bare.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let known = |word: &str| {
        matches!(word, "ч" | "час" | "часа" | "часов" | "м" | "мин" | "минут" | "минута" | "минуты")
    };
    let odd = |sign: char| {
        !(sign.is_alphanumeric() || sign.is_whitespace() || matches!(sign, '.' | ':' | '-' | '–' | '—'))
    };
    if !words.into_iter().all(known) || bare.contains(odd) {
        return Err(unreadable());
    }
    let (hour, minute) = match *numbers.as_slice() {
        [digits] if digits.len() > 2 => {
            digits.split_at_checked(digits.len() - 2).filter(|_| digits.len() <= 4).ok_or_else(unreadable)?
        }
        [hour] => (hour, "0"),
        [hour, minute] if hour.len() <= 2 && minute.len() == 2 => (hour, minute),
        _ => return Err(unreadable()),
    };
    let number = |digits: &str| digits.parse::<u32>().map_err(|_| unreadable());
    ClockTime::new(number(hour)?, number(minute)?).ok_or_else(|| NotATime::NoSuchTime(shown(typed)))
}

/// No more of a text than an error quotes.
fn shown(text: &str) -> String {
    text.trim().chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_stored_as_it_is_written() {
        let time: ClockTime = serde_json::from_str("\"09:05\"").unwrap();
        assert_eq!(serde_json::to_string(&time).unwrap(), "\"09:05\"");
        for odd in ["\"9:05\"", "\"09:5\"", "\"24:00\"", "\"+9:05\"", "\"\"", "905"] {
            assert!(serde_json::from_str::<ClockTime>(odd).is_err(), "{odd}");
        }
    }
}
