//! A paper from its view model to pages: PDF for the printer, images for the screen.

use chrono::NaiveDate;
use image::ImageEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::PaperError;
use crate::papers::{
    Assignments, AttendanceSheet, Certificate, CourseRequest, Extract, Inventory, Notice, Petition, Plan,
    Protocol, Register, Report, Roster, ToType, Worksheet, of_community,
};
use crate::printable::printable;
use crate::typography::bind;
use crate::world::{PaperWorld, Template};

/// How many papers back Typst's memory of finished pieces reaches. A leader goes back and forth
/// between a few papers; more would only hold memory that a school's PC does not have.
const REMEMBERED_PAPERS: usize = 4;

/// Everything that the program prints, each as the view model of what will stand on the paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "view", rename_all = "snake_case")]
pub enum Paper {
    /// Протокол заседания.
    Protocol(Protocol),
    /// Выписка из протокола.
    Extract(Extract),
    /// Извещение о заседании.
    Notice(Notice),
    /// Рабочий лист секретаря.
    Worksheet(Worksheet),
    /// Лист регистрации участников.
    AttendanceSheet(AttendanceSheet),
    /// Контроль исполнения решений.
    Assignments(Assignments),
    /// План работы на учебный год.
    Plan(Plan),
    /// Аналитический отчёт за учебный год.
    Report(Report),
    /// Состав ППС на день.
    Roster(Roster),
    /// Реестр протоколов за учебный год.
    Register(Register),
    /// Опись переданных в РИМК документов.
    Inventory(Inventory),
    /// Справка о работе руководителя за период.
    Certificate(Certificate),
    /// Ходатайство об изменении состава.
    Petition(Petition),
    /// Заявка на курсы.
    CourseRequest(CourseRequest),
}

impl Paper {
    /// The paper's title as it stands in the file's properties and in lists.
    #[must_use]
    pub fn title(&self) -> String {
        let title = match self {
            Self::Protocol(view) => format!("Протокол № {} от {}", view.number, view.date),
            Self::Extract(view) => {
                format!("Выписка из протокола № {} от {} ({})", view.number, view.date, view.part)
            }
            Self::Notice(view) => format!("Извещение о заседании {}", view.date),
            Self::Worksheet(view) => format!("Рабочий лист секретаря, заседание {}", view.date),
            Self::AttendanceSheet(view) => format!("Лист регистрации участников заседания {}", view.date),
            Self::Assignments(view) => match &view.protocol {
                Some(protocol) => format!("Контроль исполнения решений протокола {protocol}"),
                None => format!("Контроль исполнения решений за {} учебный год", view.school_year),
            },
            Self::Plan(view) => format!("{} на {} учебный год", view.title, view.school_year),
            Self::Report(view) => format!("Аналитический отчёт за {} учебный год", view.school_year),
            Self::Roster(view) => format!("Состав ППС на {}", view.on),
            Self::Register(view) => format!("Реестр протоколов за {} учебный год", view.school_year),
            Self::Inventory(view) => format!("Опись документов за {} учебный год", view.school_year),
            Self::Certificate(view) => {
                format!("Справка о работе руководителя с {} по {}", view.from, view.to)
            }
            Self::Petition(view) => format!("Ходатайство об изменении состава на {}", view.on),
            Self::CourseRequest(view) => format!("Заявка на курсы на {}", view.on),
        };
        // A title is one line, whatever was typed into a number or a date.
        printable(&title).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Sets the paper. The result gives the PDF, the number of pages and their images.
    ///
    /// # Errors
    ///
    /// Fails only on a defect of a template: any text that can be stored can be set.
    pub fn compose(&self, on: NaiveDate) -> Result<Composed, PaperError> {
        let title = self.title();
        let (template, author, example, view) = match self {
            Self::Protocol(view) => part(Template::Protocol, &view.community, view.example, view),
            Self::Extract(view) => part(Template::Extract, &view.community, view.example, view),
            Self::Notice(view) => part(Template::Notice, &view.community, view.example, view),
            Self::Worksheet(view) => part(Template::Worksheet, &view.community, view.example, view),
            Self::AttendanceSheet(view) => {
                part(Template::AttendanceSheet, &view.community, view.example, view)
            }
            Self::Assignments(view) => part(Template::Assignments, &view.community, view.example, view),
            Self::Plan(view) => part(Template::Plan, &view.community, view.example, view),
            Self::Report(view) => part(Template::Report, &view.community, view.example, view),
            Self::Roster(view) => part(Template::Roster, &view.community, view.example, view),
            Self::Register(view) => part(Template::Register, &view.community, view.example, view),
            Self::Inventory(view) => part(Template::Inventory, &view.community, view.example, view),
            Self::Certificate(view) => part(Template::Certificate, &view.community, view.example, view),
            Self::Petition(view) => part(Template::Petition, &view.community, view.example, view),
            Self::CourseRequest(view) => part(Template::CourseRequest, &view.community, view.example, view),
        };
        let mut view = view.map_err(|source| PaperError::Data { title: title.clone(), source })?;
        make_printable(&mut view);
        if let Self::Plan(plan) = self {
            view["widths"] = plan.widths();
        }
        let data = json!({
            "title": title,
            "author": printable(author).split_whitespace().collect::<Vec<_>>().join(" "),
            "date": on.format("%Y-%m-%d").to_string(),
            "example": example,
            // Titles name the community in the genitive: «План работы … сообщества».
            "of_community": bind(&printable(&of_community(author))),
            "paper": view,
        });
        let compiled = typst::compile::<PagedDocument>(&PaperWorld::new(template, data.to_string(), on));
        let document = compiled
            .output
            .map_err(|errors| PaperError::Layout { title: title.clone(), details: details(&errors) });
        comemo::evict(REMEMBERED_PAPERS);
        let to_type = match self {
            Self::Petition(view) => Some(view.to_type()),
            Self::CourseRequest(view) => Some(view.to_type()),
            _ => None,
        };
        Ok(Composed { title, document: document?, to_type })
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

type Part<'a> = (Template, &'a str, bool, Result<Value, serde_json::Error>);

fn part<'a>(template: Template, author: &'a str, example: bool, view: &impl Serialize) -> Part<'a> {
    (template, author, example, serde_json::to_value(view))
}

/// A paper that has been set: its pages are known and can be written out.
#[derive(Debug)]
pub struct Composed {
    title: String,
    pub(crate) document: PagedDocument,
    to_type: Option<ToType>,
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
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive)
            .write_image(picture.data(), picture.width(), picture.height(), image::ExtendedColorType::Rgba8)
            .map_err(|_| failed())?;
        Ok(png)
    }
}

fn details(errors: &[SourceDiagnostic]) -> Vec<String> {
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

/// Walks the whole view model, so that no string reaches a template as it was typed.
pub(crate) fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = bind(&printable(text)),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => {
            for (name, field) in fields {
                make_printable(field);
                // An agenda item or a meeting without a topic still needs a line of its own; an
                // optional topic that is absent is null and stays so.
                if name == "topic" && field.as_str().is_some_and(|text| text.trim().is_empty()) {
                    *field = Value::String("(без темы)".to_owned());
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
