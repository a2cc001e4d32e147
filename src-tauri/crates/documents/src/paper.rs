//! Everything that the program prints, as it will stand on the sheets.

use serde::{Deserialize, Serialize};

use crate::edition::MARK;
use crate::model::Document;
use crate::papers::{Plan, Protocol};
use crate::printable::printable;

/// A paper with its words. One with a form of its own is a view model; any other is made of blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "view", rename_all = "snake_case")]
pub enum Paper {
    /// Протокол заседания.
    Protocol(Protocol),
    /// План работы на учебный год.
    Plan(Plan),
    /// Any other.
    Document(Document),
}

impl From<Document> for Paper {
    fn from(document: Document) -> Self {
        Self::Document(document)
    }
}

impl Paper {
    /// The paper's title as it stands in the file's properties and in lists.
    #[must_use]
    pub fn title(&self) -> String {
        let title = match self {
            Self::Protocol(view) => format!("Протокол № {} от {}", view.number, view.date),
            Self::Plan(view) => format!("{} на {} учебный год", view.title, view.school_year),
            Self::Document(document) => document.title.clone(),
        };
        let edition = if self.is_edition() { " (без персональных данных)" } else { "" };
        in_one_line(&format!("{title}{edition}"))
    }

    /// The community whose paper it is.
    pub(crate) fn author(&self) -> String {
        in_one_line(self.community())
    }

    pub(crate) fn community(&self) -> &str {
        match self {
            Self::Protocol(view) => &view.community,
            Self::Plan(view) => &view.community,
            Self::Document(document) => &document.community,
        }
    }

    /// The community as titles name it, in the genitive: «План работы … сообщества».
    pub(crate) fn whose(&self) -> String {
        match self {
            Self::Plan(view) => view.body.name_in_genitive(&view.community),
            Self::Protocol(_) | Self::Document(_) => String::new(),
        }
    }

    /// What stands at the foot of each sheet.
    pub(crate) fn mark(&self) -> String {
        let marks = [("УЧЕБНЫЙ ПРИМЕР", self.is_example()), (MARK, self.is_edition())];
        marks.iter().filter(|(_, stands)| *stands).map(|(mark, _)| *mark).collect::<Vec<_>>().join(" · ")
    }

    /// Whether it names nobody.
    pub(crate) fn is_edition(&self) -> bool {
        match self {
            Self::Protocol(view) => view.without_personal_data,
            Self::Plan(view) => view.without_personal_data,
            Self::Document(document) => document.without_personal_data,
        }
    }

    fn is_example(&self) -> bool {
        match self {
            Self::Protocol(view) => view.example,
            Self::Plan(view) => view.example,
            Self::Document(document) => document.example,
        }
    }
}

/// A title is one line, whatever was typed into a number or a date.
fn in_one_line(text: &str) -> String {
    printable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
