//! Papers as pages: PDF for the printer, images for the screen.

mod composed;
mod places;
mod setting;
mod world;

use chrono::NaiveDate;
use serde_json::{Value, json};

pub use composed::Composed;
pub use places::PagePlace;
pub use world::LAYOUT_PROFILE;
pub(crate) use world::{PLAIN_FACE, has_glyph};

use self::composed::details;
use self::setting::Settled;
use self::world::{PaperWorld, Template};
use crate::printed::{named, printed, printed_data};
use crate::{Paper, PaperError};

/// How many papers back Typst's memory of finished pieces reaches. A leader goes back and forth
/// between a few papers; more would only hold memory that a school's PC does not have.
const REMEMBERED_PAPERS: usize = 4;

impl Paper {
    /// Sets the paper. The result gives the PDF, the number of pages and their images.
    ///
    /// # Errors
    ///
    /// Fails only on a defect of a template: any text that can be stored can be set.
    pub fn compose(&self, on: NaiveDate) -> Result<Composed, PaperError> {
        let title = self.title();
        let (template, view) = self.data(&title)?;
        let data = json!({
            "title": title,
            "author": self.author(),
            "date": on.format("%Y-%m-%d").to_string(),
            "mark": self.mark(),
            "of_community": named(&self.whose()),
            "paper": view,
        });
        let world = PaperWorld::new(template, data.to_string(), on);
        let settled = setting::set(template, &title, &world)
            .map_err(|errors| PaperError::Layout { title: title.clone(), details: details(&errors) });
        comemo::evict(REMEMBERED_PAPERS);
        let to_type = match self {
            Self::Document(document) => document.to_type.clone(),
            Self::Protocol(_) | Self::Plan(_) => None,
        };
        let Settled { document, rounds } = settled?;
        Ok(Composed { title, document, rounds, to_type })
    }

    /// The template and what it is fed with.
    fn data(&self, title: &str) -> Result<(Template, Value), PaperError> {
        Ok(match self {
            Self::Protocol(view) => (Template::Protocol, printed_data(view, title)?),
            Self::Plan(view) => {
                let mut data = printed_data(view, title)?;
                data["widths"] = view.widths();
                data["term_head"] = view.term_head().into();
                (Template::Plan, data)
            }
            Self::Document(document) => {
                let document = printed(document, title)?.pruned();
                let data = serde_json::to_value(document);
                let data = data.map_err(|source| PaperError::Data { title: title.to_owned(), source })?;
                (Template::Document, data)
            }
        })
    }

    /// The paper as a PDF file (PDF/A-2a, PDF/UA-1).
    ///
    /// # Errors
    ///
    /// See [`Paper::compose`].
    pub fn pdf(&self, on: NaiveDate) -> Result<Vec<u8>, PaperError> {
        self.compose(on)?.pdf()
    }

    /// All pages as PNG images, at `scale` pixels per typographic point.
    ///
    /// # Errors
    ///
    /// See [`Paper::compose`].
    pub fn page_images(&self, on: NaiveDate, scale: f32) -> Result<Vec<Vec<u8>>, PaperError> {
        let composed = self.compose(on)?;
        (0..composed.page_count()).map(|page| composed.page_image(page, scale)).collect()
    }
}
