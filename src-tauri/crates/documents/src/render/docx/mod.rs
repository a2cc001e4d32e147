//! Papers as DOCX, to be mended by hand in Word or LibreOffice.
//!
//! The text comes from the same view model by the same way as that of the PDF, so both say the same
//! words. The layout is the profile of `templates/gost.typ` in Word's own terms: named styles, lists
//! that Word numbers itself, table heads that repeat.
//!
//! The file is written directly, part by part (docs/decisions/0009).

mod body;
mod data_table;
mod document;
mod figures;
mod lists;
mod measure;
mod package;
mod paragraph;
mod plan;
mod protocol;
mod ruled;
mod styles;
mod table;
mod text;
mod units;

use chrono::NaiveDate;

use crate::printed::{named, printed};
use crate::{Paper, PaperError};

/// What a file says of itself beside its text.
struct About {
    title: String,
    author: String,
    on: NaiveDate,
    /// What stands at the foot of each sheet.
    mark: String,
}

impl Paper {
    /// The paper as a DOCX file. The same view model on the same day gives the same bytes.
    ///
    /// # Errors
    ///
    /// Fails only on a defect of the writer: any text that can be stored can be written.
    pub fn docx(&self, on: NaiveDate) -> Result<Vec<u8>, PaperError> {
        let title = self.title();
        let body = match self {
            Self::Protocol(view) => protocol::protocol(&printed(view, &title)?),
            Self::Plan(view) => plan::plan(&printed(view, &title)?, &named(&self.whose())),
            Self::Document(document) => document::document(&printed(document, &title)?.pruned()),
        };
        let about = About { title: title.clone(), author: self.author(), on, mark: self.mark() };
        package::write(&about, body).map_err(|source| PaperError::Docx { title, source })
    }
}
