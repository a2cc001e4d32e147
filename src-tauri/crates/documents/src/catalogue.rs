//! Every paper that the program makes, a line for each.
//!
//! The command line, the window and the papers of the example year take their lists from here. A new paper is a file in
//! `papers/` and a line in this table: docs/adding-a-paper.md.

use pps_domain::records::Kind;
use serde::{Deserialize, Serialize};

use crate::ask::Ask;
use crate::papers::{
    acquaintance, assignments, attendance_sheet, certificate, consent, consultations, control,
    course_request, courses, difficulties, events, expertise, exports, extract, handed_over, inventory,
    lesson, materials, notice, petition, plan, practices, protocol, register, report, road_map, roster,
    route, site_consent, succession, survey_sheet, worksheet,
};
use crate::{Paper, PaperError};

/// The table becomes `PaperKind` with what is known of each kind. Every match over it is exhaustive.
macro_rules! catalogue {
    ($($kind:ident $id:literal $title:literal needs[$($need:ident$(($of:ident))?)*] takes[$($may:ident)*] $forms:ident $build:path;)+) => {
        /// A kind of paper.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
        pub enum PaperKind {
            $(
                #[doc = $title]
                #[serde(rename = $id)]
                $kind,
            )+
        }

        impl PaperKind {
            /// All kinds in the order of the catalogue.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            fn entry(self) -> Entry {
                match self {
                    $(Self::$kind => Entry {
                        id: $id,
                        title: $title,
                        needs: &[$(Parameter::$need$((Kind::$of))?),*],
                        takes: &[$(Parameter::$may),*],
                        forms: $forms,
                        build: $build,
                    },)+
                }
            }
        }
    };
}

catalogue! {
    // kind       word             title                              must be told            may be told           forms             builder
    Protocol      "protocol"       "Протокол"                         needs[Year Meeting]      takes[]               PDF_DOCX          protocol::paper;
    Extract       "extract"        "Выписка из протокола"             needs[Year Meeting Part] takes[]               PDF_DOCX          extract::paper;
    Notice        "notice"         "Извещение о заседании"            needs[Year Meeting]      takes[]               PDF_DOCX          notice::paper;
    Worksheet     "worksheet"      "Рабочий лист секретаря"           needs[Year Meeting]      takes[]               PDF_DOCX          worksheet::paper;
    Attendance    "attendance"     "Лист регистрации"                 needs[Year Meeting]      takes[]               PDF_DOCX          attendance_sheet::paper;
    Assignments   "assignments"    "Контроль исполнения решений"      needs[Year]              takes[Meeting]        PDF_DOCX          assignments::paper;
    Plan          "plan"           "План работы"                      needs[Year]              takes[Order]          PDF_DOCX_XLSX_ICS plan::paper;
    Report        "report"         "Аналитический отчёт"              needs[Year]              takes[Full]           PDF_DOCX          report::paper;
    HandedOver    "handed_over"    "Сданная бумага"                   needs[Year Submission]   takes[Full]           PDF_DOCX          handed_over::paper;
    Roster        "roster"         "Состав"                           needs[Year]              takes[]               PDF_DOCX          roster::paper;
    Register      "register"       "Реестр протоколов"                needs[Year]              takes[]               PDF_DOCX          register::paper;
    Inventory     "inventory"      "Опись для РИМК"                   needs[Year]              takes[]               PDF_DOCX          inventory::paper;
    Certificate   "certificate"    "Справка о работе руководителя"    needs[]                  takes[Year Period]    PDF_DOCX          certificate::paper;
    Petition      "petition"       "Ходатайство об изменении состава" needs[]                  takes[Year Words]     PDF_DOCX          petition::paper;
    CourseRequest "course_request" "Заявка на курсы"                  needs[]                  takes[Year Words]     PDF_DOCX_COURSES  course_request::paper;
    Courses       "courses"        "Курсы повышения квалификации"     needs[Year]              takes[]               PDF_DOCX          courses::paper;
    Consultations "consultations" "Журнал консультаций"              needs[Year]              takes[]               PDF_DOCX          consultations::paper;
    Events        "events"        "Реестр событий"                   needs[Year]              takes[]               PDF_DOCX          events::paper;
    Lesson        "lesson"        "Лист анализа урока"               needs[Record(LessonVisit)] takes[Year]         PDF_DOCX          lesson::paper;
    LessonForm    "lesson_form"   "Бланк анализа урока"              needs[]                  takes[Year]           PDF_DOCX          lesson::blank;
    Materials     "materials"     "Реестр материалов"                needs[Year]              takes[]               PDF_DOCX          materials::paper;
    Practices     "practices"     "Банк практик"                     needs[Year]              takes[]               PDF_DOCX          practices::paper;
    Route         "route"         "ИОМ"                              needs[Record(Route)]     takes[Year]           PDF_DOCX          route::paper;
    Survey        "survey"        "Анкета о затруднениях"            needs[Record(Questionnaire)] takes[Year]          PDF_DOCX_TO_FILL_IN survey_sheet::paper;
    Difficulties  "difficulties"  "Свод затруднений"                 needs[Year Record(Survey)] takes[]             PDF_DOCX          difficulties::paper;
    Expertise     "expertise"     "Экспертное заключение"            needs[Record(Expertise)] takes[Year]           PDF_DOCX          expertise::paper;
    RoadMap       "roadmap"       "Дорожная карта"                   needs[Record(RoadMap)]   takes[Year]           PDF_DOCX          road_map::paper;
    Control       "control"       "Контроль исполнения"              needs[Year]              takes[]               PDF_DOCX          control::paper;
    Consent       "consent"       "Согласие на обработку данных"     needs[]                  takes[Year Person]    PDF_DOCX          consent::paper;
    SiteConsent   "site_consent"  "Согласие на размещение на сайте"  needs[]                  takes[Year Person]    PDF_DOCX          site_consent::paper;
    Succession    "succession"    "Лист передачи дел"                needs[Year]              takes[]               PDF_DOCX          succession::paper;
    Acquaintance  "acquaintance"   "Лист ознакомления"                needs[Record(LegalAct)]  takes[]               PDF_DOCX          acquaintance::paper;
    Exports       "exports"       "Журнал выдачи"                    needs[]                  takes[Year]           PDF_DOCX          exports::paper;
}

/// What the catalogue says of a kind.
struct Entry {
    id: &'static str,
    title: &'static str,
    needs: &'static [Parameter],
    takes: &'static [Parameter],
    forms: &'static [Form],
    build: fn(&Ask<'_>) -> Result<Paper, PaperError>,
}

/// What may be said about a paper beside its kind and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(rename_all = "snake_case")]
pub enum Parameter {
    /// The school year. A paper that may do without goes by its day.
    Year,
    /// The meeting.
    Meeting,
    /// What is taken out of a protocol: a question, or what concerns an organisation.
    Part,
    /// Under which headings the rows of the plan stand.
    Order,
    /// All sections, or those of the short report.
    Full,
    /// From which day to which.
    Period,
    /// When a paper was handed over, and which one.
    Submission,
    /// Of whom it is; of each member where nobody is named.
    Person,
    /// What is typed for the paper alone.
    Words,
    /// The record of the kind that it is made of: one route, one road map.
    Record(Kind),
}

/// The form of a paper's file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(rename_all = "snake_case")]
pub enum PaperForm {
    /// To be printed and handed over.
    #[default]
    Pdf,
    /// To be mended in Word.
    Docx,
    /// To be sorted and counted in Excel.
    Xlsx,
    /// For a phone's calendar.
    Ics,
}

impl PaperForm {
    /// All forms.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Ics];

    /// The ending of a file's name, without its dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
        }
    }

    /// «DOCX».
    #[must_use]
    pub fn in_words(self) -> String {
        self.ending().to_uppercase()
    }
}

/// A form with what writes it. Pages and text are written from the paper itself; what is no sheet of paper has a writer
/// of its own.
#[derive(Clone, Copy)]
struct Form {
    form: PaperForm,
    write: fn(&Ask<'_>, &Paper) -> Result<Vec<u8>, PaperError>,
}

const PDF: Form = Form { form: PaperForm::Pdf, write: |ask, paper| paper.pdf(ask.on()) };
const DOCX: Form = Form { form: PaperForm::Docx, write: |ask, paper| paper.docx(ask.on()) };
const PDF_DOCX: &[Form] = &[PDF, DOCX];
const PDF_DOCX_COURSES: &[Form] =
    &[PDF, DOCX, Form { form: PaperForm::Xlsx, write: |ask, _| course_request::workbook(ask) }];
const PDF_DOCX_TO_FILL_IN: &[Form] =
    &[PDF, DOCX, Form { form: PaperForm::Xlsx, write: |ask, _| survey_sheet::workbook(ask) }];
const PDF_DOCX_XLSX_ICS: &[Form] = &[
    PDF,
    DOCX,
    Form { form: PaperForm::Xlsx, write: |ask, _| plan::workbook(ask) },
    Form { form: PaperForm::Ics, write: |ask, _| plan::calendar(ask) },
];

impl PaperKind {
    /// The word by which programs and people who type know it.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    /// What it is called in lists.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.entry().title
    }

    /// What must be said about it.
    #[must_use]
    pub fn needs(self) -> &'static [Parameter] {
        self.entry().needs
    }

    /// What may be said about it beside that.
    #[must_use]
    pub fn takes(self) -> &'static [Parameter] {
        self.entry().takes
    }

    /// The kind of the one record that it is made of.
    #[must_use]
    pub fn of_record(self) -> Option<Kind> {
        self.needs().iter().find_map(|parameter| match parameter {
            Parameter::Record(kind) => Some(*kind),
            _ => None,
        })
    }

    /// Whether the parameter means something for it.
    #[must_use]
    pub fn knows(self, parameter: Parameter) -> bool {
        self.needs().contains(&parameter) || self.takes().contains(&parameter)
    }

    /// In which forms it is written.
    pub fn forms(self) -> impl Iterator<Item = PaperForm> {
        self.entry().forms.iter().map(|form| form.form)
    }

    /// «PDF, DOCX, XLSX или ICS».
    #[must_use]
    pub fn forms_in_words(self) -> String {
        let forms: Vec<String> = self.forms().map(PaperForm::in_words).collect();
        match forms.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} или {last}", rest.join(", ")),
            None => String::new(),
        }
    }

    pub(crate) fn build(self, ask: &Ask<'_>) -> Result<Paper, PaperError> {
        (self.entry().build)(ask)
    }
}

impl Ask<'_> {
    /// The paper as a file of the form, after its title. The same records and day give the same bytes.
    ///
    /// # Errors
    /// As for [`Ask::paper`], or the paper has no such form.
    pub fn file(&self, form: PaperForm) -> Result<(String, Vec<u8>), PaperError> {
        let (kind, paper) = (self.request.kind, self.paper()?);
        let written = kind.entry().forms.iter().find(|known| known.form == form);
        let title = paper.title();
        match written {
            // What is written from the records themselves must not find names there either.
            Some(known) if self.request.without_personal_data => {
                Ok((title, self.of_edition(|edition, _| (known.write)(edition, &paper))?))
            }
            Some(known) => Ok((title, (known.write)(self, &paper)?)),
            None => Err(PaperError::NoForm { title, form: form.in_words(), possible: kind.forms_in_words() }),
        }
    }
}

/// The list of papers for the page, written by `cargo xtask bindings` beside the types.
#[cfg(all(test, feature = "page"))]
mod page {
    use std::fmt::Write;

    use super::{PaperForm, PaperKind};

    #[test]
    fn export_bindings_papers() {
        let mut text = String::from(
            "/** @import {PaperForm, PaperKind, Parameter} from \"./commands\" */\n\n\
             /** @type {{[kind in PaperKind]: {title: string, needs: Parameter[], takes: Parameter[], forms: PaperForm[]}}} */\n\
             export const PAPERS = {\n",
        );
        for kind in PaperKind::ALL {
            let list = |value: serde_json::Value| value.to_string().replace(',', ", ");
            let forms: Vec<PaperForm> = kind.forms().collect();
            writeln!(text, "  {}: {{", kind.id()).unwrap();
            writeln!(text, "    title: {:?},", kind.title()).unwrap();
            writeln!(text, "    needs: {},", list(serde_json::json!(kind.needs()))).unwrap();
            writeln!(text, "    takes: {},", list(serde_json::json!(kind.takes()))).unwrap();
            writeln!(text, "    forms: {},", list(serde_json::json!(forms))).unwrap();
            text.push_str("  },\n");
        }
        text.push_str("};\n");
        let folder = std::env::var("TS_RS_EXPORT_DIR").expect("`cargo xtask bindings` says where to write");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(std::path::Path::new(&folder).join("paper-kinds.js"), text).unwrap();
    }
}
