use serde::{Deserialize, Serialize};

/// The brackets of seniority into which a report counts people. Districts ask for one or the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ExperienceBands {
    /// Under 3, 3 to 10, 10 to 20, 20 and more years.
    #[default]
    FromThree,
    /// Under 5, 5 to 10, 10 to 20, 20 and more years.
    FromFive,
}

impl ExperienceBands {
    /// Whether it is what a district asks for that says nothing.
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// The years with which the second bracket begins.
    fn first(self) -> i32 {
        match self {
            Self::FromThree => 3,
            Self::FromFive => 5,
        }
    }

    /// In which of the four brackets so many whole years are.
    #[must_use]
    pub fn of(self, years: i32) -> usize {
        if years < self.first() {
            0
        } else if years < 10 {
            1
        } else if years < 20 {
            2
        } else {
            3
        }
    }

    /// «до 3», «от 3 до 10», «от 10 до 20», «20 и более»
    #[must_use]
    pub fn in_words(self) -> [String; 4] {
        let first = self.first();
        [
            format!("до {first}"),
            format!("от {first} до 10"),
            "от 10 до 20".to_owned(),
            "20 и более".to_owned(),
        ]
    }
}
