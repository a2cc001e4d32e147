//! A PDF that a scanner or another program made. It is kept as it is; here it is only looked at.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::FontData;
use hayro::hayro_syntax::object::Object;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::sheet::MOST_PIXELS;
use super::{LARGEST_PDF, MOST_PAGES, ScanError, guard};
use crate::render::typst::PLAIN_FACE;

/// The largest picture of a page that is drawn, in points of the screen.
const LARGEST_SIDE: f32 = 3000.0;

/// A readable PDF of another program.
pub struct ScannedPdf {
    name: String,
    pdf: Pdf,
}

impl std::fmt::Debug for ScannedPdf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ScannedPdf").field("name", &self.name).finish_non_exhaustive()
    }
}

impl ScannedPdf {
    /// Whether a file is a PDF, by its first bytes. Some programs write a few of their own before the mark.
    #[must_use]
    pub fn is_pdf(bytes: &[u8]) -> bool {
        bytes.iter().take(1024).collect::<Vec<_>>().windows(5).any(|five| five.iter().copied().eq(b"%PDF-"))
    }

    /// Opens a PDF, which must be readable without a password.
    ///
    /// # Errors
    ///
    /// It is damaged, locked, too long, or would need too much memory.
    pub fn open(name: &str, bytes: Vec<u8>) -> Result<Self, ScanError> {
        let name = || name.to_owned();
        if bytes.len() > LARGEST_PDF {
            return Err(ScanError::PdfTooLarge { name: name() });
        }
        if !guard::is_light(&bytes) {
            return Err(ScanError::Heavy { name: name() });
        }
        let pdf = Pdf::new(bytes).map_err(|fault| match fault {
            LoadPdfError::Decryption(
                DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
            ) => ScanError::Locked { name: name() },
            _ => ScanError::BrokenPdf { name: name() },
        })?;
        let opened = Self { name: name(), pdf };
        match opened.pages() {
            0 => Err(ScanError::BrokenPdf { name: name() }),
            pages if pages > MOST_PAGES => Err(ScanError::TooManyPages),
            _ if opened.has_huge_picture() => Err(ScanError::Heavy { name: name() }),
            _ => Ok(opened),
        }
    }

    /// The file as it came.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.pdf.data().as_ref()
    }

    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    /// One page as PNG, its longer side no longer than asked for.
    ///
    /// # Errors
    ///
    /// There is no such page, or it cannot be drawn.
    pub fn page_image(&self, page: usize, longest: f32) -> Result<Vec<u8>, ScanError> {
        let broken = || ScanError::BrokenPdf { name: self.name.clone() };
        let page = self.pdf.pages().get(page).ok_or_else(broken)?;
        let (width, height) = page.render_dimensions();
        let side = width.max(height);
        if !side.is_finite() || side <= 0.0 {
            return Err(broken());
        }
        draw(page, longest.clamp(50.0, LARGEST_SIDE) / side).ok_or_else(broken)
    }

    /// Whether a picture in it declares more points than can be held.
    fn has_huge_picture(&self) -> bool {
        self.pdf.objects().into_iter().any(|object| {
            let Object::Stream(stream) = object else { return false };
            let side = |name: &[u8]| stream.dict().get::<i64>(name).map_or(0, |side| side.unsigned_abs());
            side(b"Width").saturating_mul(side(b"Height")) > MOST_PIXELS
        })
    }
}

fn draw(page: &Page<'_>, scale: f32) -> Option<Vec<u8>> {
    let settings = InterpreterSettings {
        // A scan has no text; what another program wrote mostly brings its own fonts.
        font_resolver: Arc::new(|_| Some((Arc::new(PLAIN_FACE) as FontData, 0))),
        cmap_resolver: Arc::new(|_| None),
        warning_sink: Arc::new(|_| {}),
        render_annotations: true,
    };
    let size =
        RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    render(page, &RenderCache::new(), &settings, &size).into_png().ok()
}
