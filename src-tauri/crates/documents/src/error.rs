//! Why a paper was not made, in the words of a colleague.

use pps_domain::calendar::SchoolYear;

use crate::ask::SourceError;

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The record named by the request is not in the archive.
    #[error("{what} нет в базе: обновите список и откройте документ ещё раз.")]
    NotFound {
        /// What was looked for, in the genitive: «Протокола».
        what: String,
    },
    /// The protocol has no question with the number.
    #[error("Вопроса №\u{a0}{number} в протоколе нет: {}.", hint_questions(*count))]
    NoQuestion {
        /// What was asked for.
        number: usize,
        /// How many questions there are.
        count: usize,
    },
    /// No organisation is called so.
    #[error("Организации «{}» в базе нет; {}.", bare(wanted), hint_organisations(names))]
    UnknownOrganisation {
        /// What was asked for.
        wanted: String,
        /// What there is.
        names: Vec<String>,
    },
    /// Several organisations are called so.
    #[error("Название «{}» носят несколько организаций; укажите полное: {}.", bare(wanted), names.join(", "))]
    SeveralOrganisations {
        /// What was asked for.
        wanted: String,
        /// The full names.
        names: Vec<String>,
    },
    /// Nothing in the protocol concerns the organisation.
    #[error("В протоколе ничего не сказано об организации {name}; {}.", hint_named(named))]
    NothingConcerns {
        /// The organisation.
        name: String,
        /// The organisations that the protocol names.
        named: Vec<String>,
    },
    /// No meeting was chosen for a paper of one.
    #[error("Не выбрано заседание; откройте его в списке слева.")]
    NoMeeting,
    /// Nobody said which record a paper is made of.
    #[error("Не выбрана запись, по которой составляется документ; откройте её в списке слева.")]
    NoRecord,
    /// Nobody said what the extract is about.
    #[error("Не сказано, о чём выписка; выберите вопрос или организацию.")]
    NoPart,
    /// Nobody said which paper that was handed over is meant.
    #[error("Не сказано, какая сданная бумага нужна; выберите её в списке сданного.")]
    NoSubmission,
    /// No meeting has the number.
    #[error("В {year} учебном году нет протокола №\u{a0}{number}; {}", hint_numbers(numbers))]
    NoProtocol {
        /// The year.
        year: SchoolYear,
        /// The number.
        number: u32,
        /// The numbers that there are.
        numbers: Vec<u32>,
    },
    /// The number stands at several protocols.
    #[error(
        "В {year} учебном году номер {number} стоит у нескольких протоколов; исправьте номера в «Заседаниях»."
    )]
    SeveralProtocols {
        /// The year.
        year: SchoolYear,
        /// The number.
        number: u32,
    },
    /// There is no plan of the year.
    #[error("Плана на {year} учебный год нет; создайте его в «Плане» или проверьте год.")]
    NoPlan {
        /// The year.
        year: SchoolYear,
    },
    /// What was kept outside of the records could not be had; the words are those of whoever keeps it.
    #[error("{0}")]
    Source(SourceError),
    /// A period that ends before it begins.
    #[error("Период кончается раньше, чем начинается; укажите даты по порядку.")]
    BackwardPeriod,
    /// Nobody leads at the end of the period.
    #[error("На последний день периода руководитель не указан; отметьте его в «Составе».")]
    NoLeader,
    /// The view model could not be turned into data for the template.
    #[error("Документ «{title}» не удалось подготовить: сохраните архив и сообщите разработчику.")]
    Data {
        /// The paper's title.
        title: String,
        /// What the serialiser said.
        source: serde_json::Error,
    },
    /// Typst refused the template or its data.
    #[error("Документ «{title}» не удалось сверстать: сохраните архив и сообщите разработчику.")]
    Layout {
        /// The paper's title.
        title: String,
        /// What Typst said, in English, for the log.
        details: Vec<String>,
    },
    /// The finished pages could not be written as PDF.
    #[error("Документ «{title}» не удалось записать в PDF: сохраните архив и сообщите разработчику.")]
    Export {
        /// The paper's title.
        title: String,
        /// What the exporter said, in English, for the log.
        details: Vec<String>,
    },
    /// The paper has no such form.
    #[error("Документ «{title}» не готовится в {form}: сохраните его в {possible}.")]
    NoForm {
        /// The paper's title.
        title: String,
        /// What was asked for: «XLSX».
        form: String,
        /// What there is: «PDF или DOCX».
        possible: String,
    },
    /// The table could not be put together.
    #[error("Документ «{title}» не удалось записать в XLSX: сохраните его в PDF и сообщите разработчику.")]
    Xlsx {
        /// The paper's title.
        title: String,
        /// What the writer said.
        source: rust_xlsxwriter::XlsxError,
    },
    /// The parts of a DOCX could not be put together.
    #[error("Документ «{title}» не удалось записать в DOCX: сохраните его в PDF и сообщите разработчику.")]
    Docx {
        /// The paper's title.
        title: String,
        /// What the archive's writer said.
        source: zip::result::ZipError,
    },
    /// A page could not be drawn as an image.
    #[error("Страницу {page} документа «{title}» не удалось показать: откройте документ в PDF.")]
    Image {
        /// The paper's title.
        title: String,
        /// The page's number, from one.
        page: usize,
    },
}

fn hint_questions(count: usize) -> String {
    match count {
        0 => "в нём ещё нет ни одного, сначала впишите их".to_owned(),
        1 => "в нём один вопрос, укажите №\u{a0}1".to_owned(),
        _ => format!("в нём вопросы с №\u{a0}1 по №\u{a0}{count}, укажите один из них"),
    }
}

fn hint_organisations(names: &[String]) -> String {
    if names.is_empty() {
        return "организаций ещё нет, сначала впишите их".to_owned();
    }
    format!("выберите из тех, что есть: {}", names.join(", "))
}

fn hint_named(named: &[String]) -> String {
    if named.is_empty() {
        return "организации в нём не названы вовсе, проверьте номер протокола".to_owned();
    }
    format!("в нём названы: {}", named.join(", "))
}

/// A name that was typed in quotes needs no second ones.
fn bare(wanted: &str) -> &str {
    match wanted.strip_prefix('«').and_then(|rest| rest.strip_suffix('»')) {
        Some(bare) if !bare.contains(['«', '»']) => bare,
        _ => wanted,
    }
}

fn hint_numbers(numbers: &[u32]) -> String {
    if numbers.is_empty() {
        return "протоколов за этот год ещё нет, проверьте год.".to_owned();
    }
    let numbers: Vec<_> = numbers.iter().map(|number| format!("№\u{a0}{number}")).collect();
    format!("есть {}, проверьте номер и год.", numbers.join(", "))
}
