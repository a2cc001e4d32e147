//! Papers as DOCX, to be mended by hand in Word or LibreOffice.
//!
//! The text comes from the same view model by the same way as that of the PDF, so both say the same
//! words. The layout is the profile of `templates/gost.typ` in Word's own terms: named styles, lists
//! that Word numbers itself, table heads that repeat.
//!
//! The file is written directly, part by part (docs/decisions/0009).

mod body;
mod extract;
mod figures;
mod letters;
mod lists;
mod measure;
mod package;
mod plan;
mod protocol;
mod report;
mod ruled;
mod styles;
mod table;
mod text;

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::paper::make_printable;
use crate::papers::of_community;
use crate::typography::bind;
use crate::{Paper, PaperError, printable};

/// What a file says of itself beside its text.
struct About {
    title: String,
    author: String,
    on: NaiveDate,
    example: bool,
}

impl Paper {
    /// The paper as a DOCX file. The same view model on the same day gives the same bytes.
    ///
    /// # Errors
    ///
    /// Only papers that people go on writing in Word have this form; the others are refused. Any text
    /// that can be stored can be written.
    pub fn docx(&self, on: NaiveDate) -> Result<Vec<u8>, PaperError> {
        let title = self.title();
        let (body, author, example) = match self {
            Self::Protocol(view) => {
                (protocol::protocol(&printed(view, &title)?), &view.community, view.example)
            }
            Self::Extract(view) => (extract::extract(&printed(view, &title)?), &view.community, view.example),
            Self::Plan(view) => {
                let body = plan::plan(&printed(view, &title)?, &named(&view.community));
                (body, &view.community, view.example)
            }
            Self::Roster(view) => {
                let body = letters::roster(&printed(view, &title)?, &named(&view.community));
                (body, &view.community, view.example)
            }
            Self::Register(view) => {
                let body = letters::register(&printed(view, &title)?, &named(&view.community));
                (body, &view.community, view.example)
            }
            Self::Petition(view) => {
                let body = letters::petition(&printed(view, &title)?, &named(&view.community));
                (body, &view.community, view.example)
            }
            Self::CourseRequest(view) => {
                let body = letters::course_request(&printed(view, &title)?, &named(&view.community));
                (body, &view.community, view.example)
            }
            Self::Certificate(view) => {
                let body = letters::certificate(&printed(view, &title)?, &named(&view.community));
                (body, &view.community, view.example)
            }
            Self::Report(view) => (report::report(&printed(view, &title)?), &view.community, view.example),
            _ => {
                let (form, possible) = ("DOCX".to_owned(), "PDF".to_owned());
                return Err(PaperError::NoForm { title, form, possible });
            }
        };
        let author = printable::printable(author).split_whitespace().collect::<Vec<_>>().join(" ");
        let about = About { title: title.clone(), author, on, example };
        package::write(&about, body).map_err(|source| PaperError::Docx { title, source })
    }
}

/// A community as titles name it, in the genitive.
fn named(community: &str) -> String {
    bind(&printable::printable(&of_community(community)))
}

/// The view model with its texts as paper bears them, exactly as the PDF gets them.
fn printed<T: Serialize + DeserializeOwned>(view: &T, title: &str) -> Result<T, PaperError> {
    let failed = |source| PaperError::Data { title: title.to_owned(), source };
    let mut value = serde_json::to_value(view).map_err(failed)?;
    make_printable(&mut value);
    serde_json::from_value(value).map_err(failed)
}
