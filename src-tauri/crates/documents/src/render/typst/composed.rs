//! A paper that has been set: written out as PDF or as images of its pages.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, RgbaImage};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::utils::hash128;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::PaperError;
use crate::papers::ToType;

/// A paper that has been set: its pages are known and can be written out.
#[derive(Debug)]
pub struct Composed {
    pub(super) title: String,
    pub(super) document: PagedDocument,
    pub(super) rounds: usize,
    pub(super) to_type: Option<ToType>,
}

impl Composed {
    /// The paper's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What a person may type for the paper, which no record holds.
    #[must_use]
    pub fn to_type(&self) -> Option<&ToType> {
        self.to_type.as_ref()
    }

    /// How many pages the paper takes.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// How often the paper was laid out until it agreed with itself: once where the paper of that title before it gave
    /// the same answers, and twice where nothing was known of it.
    #[must_use]
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    /// What each page shows, as a word: a page with the word of a page before it need not be drawn again.
    #[must_use]
    pub fn prints(&self) -> Vec<String> {
        let print = |page: &Page| format!("{:032x}", hash128(&(&page.frame, &page.fill)));
        self.document.pages().iter().map(print).collect()
    }

    /// The paper as a PDF file.
    ///
    /// It is PDF/A-2a and PDF/UA-1. Should the archive standard ever refuse a paper for a reason
    /// that no test has met, a plain tagged PDF is written instead: on the last evening before the
    /// deadline a paper without a claim to a standard is better than no paper.
    ///
    /// # Errors
    ///
    /// Fails only on a defect of the exporter.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let failed = |details| PaperError::Export { title: self.title.clone(), details };
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| failed(vec![error.message().to_string()]))?;
        let options = |standards| PdfOptions {
            creator: Smart::Custom(Some("ППС".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options(standards))
            .or_else(|_| typst_pdf::pdf(&self.document, &options(PdfStandards::default())))
            .map_err(|errors| failed(details(&errors)))
    }

    /// One page as a PNG image, at `scale` pixels per typographic point (1.33 is a screen's natural
    /// size). Pages are counted from zero.
    ///
    /// # Errors
    ///
    /// Fails if there is no such page.
    pub fn page_image(&self, page: usize, scale: f32) -> Result<Vec<u8>, PaperError> {
        let failed = || PaperError::Image { title: self.title.clone(), page: page + 1 };
        let sheet = self.document.pages().get(page).ok_or_else(failed)?;
        // Ten pixels per point make an A4 page of 50 megapixels, which is already more than a
        // printer needs; a scale that is not a number counts as one.
        let scale = if scale.is_finite() { scale.clamp(0.1, 10.0) } else { 1.0 };
        let options = RenderOptions { pixel_per_pt: f64::from(scale).into(), render_bleed: false };
        let picture = typst_render::render(sheet, &options);
        let (width, height) = (picture.width(), picture.height());
        let picture = RgbaImage::from_raw(width, height, picture.take()).ok_or_else(failed)?;
        let mut png = Vec::new();
        // The fast compression is made for rows that are told by the row above; other filters take longer and give more.
        let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up);
        without_colours(picture).write_with_encoder(encoder).map_err(|_| failed())?;
        Ok(png)
    }
}

/// A picture in grey, which is a quarter of its size, where it has neither colours nor holes.
fn without_colours(picture: RgbaImage) -> DynamicImage {
    let picture = DynamicImage::from(picture);
    let grey = DynamicImage::from(picture.to_luma8());
    // The conversions of the library are quick in any build; a look at each pixel here would not be.
    if grey.to_rgba8().as_raw().as_slice() == picture.as_bytes() { grey } else { picture }
}

/// What Typst said, in English, for the log.
pub(super) fn details(errors: &[SourceDiagnostic]) -> Vec<String> {
    errors
        .iter()
        .map(|error| {
            format!(
                "{} {}",
                error.message,
                error.hints.iter().map(|hint| hint.v.as_str()).collect::<Vec<_>>().join(" ")
            )
        })
        .collect()
}
