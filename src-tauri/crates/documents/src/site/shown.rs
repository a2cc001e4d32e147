//! What was shown when: by it the next pages say what is new.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The pieces that stand on the pages of a day, each by its place («materials.html#m-1f2e») with a sum of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The day.
    pub on: NaiveDate,
    /// The pieces.
    pub pieces: BTreeMap<String, String>,
    /// The pages by the names of their files; pages that an earlier version of the program wrote are not known.
    #[serde(default)]
    pub pages: BTreeMap<String, ShownPage>,
}

/// A page that stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPage {
    /// A sum of its text.
    pub sum: String,
    /// Since which day it has said this.
    pub since: NaiveDate,
}

/// What was shown the last time, before the day on which pages are written now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownBefore(pub Shown);

impl ShownBefore {
    /// Whether a piece is new since then, or says something else.
    #[must_use]
    pub fn lacks(&self, place: &str, sum: &str) -> bool {
        self.0.pieces.get(place).is_none_or(|known| known != sum)
    }

    /// Since which day a page has said the same.
    pub(super) fn said_since(&self, path: &str, sum: &str) -> Option<NaiveDate> {
        self.0.pages.get(path).filter(|known| known.sum == sum).map(|known| known.since)
    }
}

/// A sum by which two texts are told apart (FNV-1a, 64 bits): it guards against nothing but chance.
pub(super) fn sum(text: &str) -> String {
    let sum = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{sum:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_new_where_it_was_not_or_said_something_else() {
        let pieces = BTreeMap::from([("plan.html".to_owned(), sum("план"))]);
        let before = ShownBefore(Shown { on: NaiveDate::MIN, pieces, pages: BTreeMap::new() });
        assert!(!before.lacks("plan.html", &sum("план")));
        assert!(before.lacks("plan.html", &sum("план без ошибок")));
        assert!(before.lacks("news.html#z-1", &sum("")));
    }
}
