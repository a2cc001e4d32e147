//! What is typed for one paper alone, beside its sheet: it belongs to no record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Addressee, CourseRequest, CourseRequestRow, Petition, PetitionRow};

/// The words of a person for a paper. Whatever is not typed stays as the records say, or is left to a pen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(default)]
pub struct TypedWords {
    /// To whom, by the post in the dative.
    pub to_post: Option<String>,
    /// The name in the dative.
    pub to_name: Option<String>,
    /// What is typed for a row, by the key of the row.
    pub rows: BTreeMap<String, TypedRow>,
}

/// The words for one row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(default)]
pub struct TypedRow {
    /// Of a petition: «заявление от 12.01.2026».
    #[cfg_attr(feature = "page", ts(as = "Option<_>", optional))]
    pub basis: String,
    /// Of a course: its topic.
    #[cfg_attr(feature = "page", ts(as = "Option<_>", optional))]
    pub topic: String,
    /// «очно», «дистанционно».
    #[cfg_attr(feature = "page", ts(as = "Option<_>", optional))]
    pub form: String,
    /// How many.
    #[cfg_attr(feature = "page", ts(as = "Option<_>", optional))]
    pub hours: String,
    /// When.
    #[cfg_attr(feature = "page", ts(as = "Option<_>", optional))]
    pub term: String,
    /// Who teaches.
    #[cfg_attr(feature = "page", ts(as = "Option<_>", optional))]
    pub provider: String,
}

/// What a person may type for a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub struct ToType {
    /// To whom the paper goes as it stands now.
    pub to: Addressee,
    /// The rows in the order of the paper.
    pub rows: Vec<RowToType>,
}

/// A row that words are typed for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub struct RowToType {
    /// What its words are kept by.
    pub key: String,
    /// Whose row it is.
    pub name: String,
    /// What it stands under: «Включить в состав».
    pub under: String,
    /// Topics that are proposed for a course: what the person's route answers, then the most frequent difficulties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "page", ts(as = "Option<Vec<String>>", optional))]
    pub topics: Vec<String>,
}

impl Addressee {
    fn with(&mut self, words: &TypedWords) {
        if let Some(post) = &words.to_post {
            self.post.clone_from(post);
        }
        if let Some(name) = &words.to_name {
            self.name.clone_from(name);
        }
    }
}

impl Petition {
    /// The petition with what was typed for it.
    #[must_use]
    pub fn with_words(mut self, words: &TypedWords) -> Self {
        self.addressee.with(words);
        for row in self.included.iter_mut().chain(&mut self.excluded) {
            if let Some(typed) = words.rows.get(&row.key) {
                row.basis.clone_from(&typed.basis);
            }
        }
        self
    }

    pub(crate) fn to_type(&self) -> ToType {
        let rows = |rows: &[PetitionRow], under: &str| -> Vec<_> {
            rows.iter()
                .map(|row| RowToType {
                    key: row.key.clone(),
                    name: row.name.clone(),
                    under: under.to_owned(),
                    topics: Vec::new(),
                })
                .collect()
        };
        let mut all = rows(&self.included, "включить в состав");
        all.extend(rows(&self.excluded, "исключить из состава"));
        ToType { to: self.addressee.clone(), rows: all }
    }
}

impl CourseRequest {
    /// The application with what was typed for it.
    #[must_use]
    pub fn with_words(mut self, words: &TypedWords) -> Self {
        self.addressee.with(words);
        for row in self.due.iter_mut().chain(&mut self.unknown).chain(&mut self.recent) {
            if let Some(typed) = words.rows.get(&row.key) {
                row.course.clone_from(&typed.topic);
                row.form.clone_from(&typed.form);
                row.hours.clone_from(&typed.hours);
                row.term.clone_from(&typed.term);
                row.provider.clone_from(&typed.provider);
            }
        }
        self
    }

    pub(crate) fn to_type(&self) -> ToType {
        let rows = |rows: &[CourseRequestRow], under: &str| -> Vec<_> {
            rows.iter()
                .map(|row| RowToType {
                    key: row.key.clone(),
                    name: row.name.clone(),
                    under: under.to_owned(),
                    topics: row.topics.clone(),
                })
                .collect()
        };
        let mut all = rows(&self.due, "курсы давно");
        all.extend(rows(&self.unknown, "о курсах нет сведений"));
        all.extend(rows(&self.recent, "курсы недавно"));
        ToType { to: self.addressee.clone(), rows: all }
    }
}
