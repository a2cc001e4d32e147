//! A paper as a row of blocks. Whatever is made of these has a PDF and a DOCX by itself: `render/typst` and
//! `render/docx` draw every block.
//!
//! Room between lines is told in em of the running text (14 points).

mod build;
mod prune;
mod table;

use serde::{Deserialize, Serialize};

pub use table::{Align, Column, Group, Table};

use crate::papers::{
    AttendanceBar, Attendee, DifficultyBars, DirectionBar, ExtractQuestion, Signature, Stamp, ToType,
    YearBars,
};

/// A paper that is made of blocks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// As it stands in the file's properties and in lists.
    pub title: String,
    /// The community's full name.
    pub community: String,
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// Whether it names nobody and says so at its foot.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_personal_data: bool,
    /// Whether its sheets stand for themselves and bear no numbers: each is signed by another person.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub single_sheets: bool,
    /// The long side of the sheet is at the top.
    pub landscape: bool,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// What ends it, which is never parted from the last lines or the last row before it.
    pub ending: Vec<Block>,
    /// What a person may type for this paper alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_type: Option<ToType>,
}

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// Where a part of the form begins on the paper, so that the sheet on the screen follows the writer.
    Stands {
        /// «section.plan_and_fact».
        name: String,
    },
    /// What the reader sees first on a page of its own.
    TitlePage(TitlePage),
    /// A heading. A numbered one is left out together with its number where nothing stands under it.
    Heading {
        /// The words.
        text: String,
        /// 1 or 2.
        level: u8,
        /// Its number; which one, is decided when the paper is set.
        #[serde(default)]
        number: Option<u32>,
        /// Room above in place of the usual.
        #[serde(default)]
        above: Option<f64>,
        /// Room below in place of the usual.
        #[serde(default)]
        below: Option<f64>,
    },
    /// Centred lines of about the same length.
    Centred {
        /// The lines.
        text: String,
        /// Room above.
        #[serde(default)]
        above: Option<f64>,
        /// Room below.
        #[serde(default)]
        below: Option<f64>,
    },
    /// A line that is no prose: no indent, not justified.
    Line {
        /// The words.
        text: String,
        /// In bold.
        #[serde(default)]
        strong: bool,
        /// In the size of tables.
        #[serde(default)]
        small: bool,
        /// Room above.
        #[serde(default)]
        above: Option<f64>,
        /// Room below.
        #[serde(default)]
        below: Option<f64>,
    },
    /// A line with room to write by hand.
    Blanks {
        /// Words, and the rule after each.
        parts: Vec<Blank>,
        /// In the middle of the sheet.
        #[serde(default)]
        centred: bool,
        /// In bold.
        #[serde(default)]
        strong: bool,
        /// Room above.
        #[serde(default)]
        above: Option<f64>,
        /// Room below.
        #[serde(default)]
        below: Option<f64>,
    },
    /// Room between blocks.
    Gap {
        /// How much.
        size: f64,
    },
    /// The sheet ends here.
    PageBreak {},
    /// Prose; each line is a paragraph.
    Text {
        /// The text.
        text: String,
    },
    /// «Подпись: значение», a line each; a fact without a value is left out.
    Facts {
        /// The facts.
        items: Vec<Fact>,
    },
    /// The same with the label in bold.
    Labelled {
        /// The facts.
        items: Vec<Fact>,
    },
    /// A list under a word of its own.
    List {
        /// «Задачи на год:»; may be empty.
        title: String,
        /// The items.
        items: Vec<String>,
        /// Whether the items have numbers.
        numbered: bool,
    },
    /// A ruled table.
    Table(Table),
    /// The leader's remark beside figures.
    Remark {
        /// The remark.
        text: String,
    },
    /// A word that opens a part and never stays at the foot of a page alone.
    Opening {
        /// «Включить в состав:».
        text: String,
    },
    /// Names at the left, posts and organisations at the right.
    People {
        /// The people.
        people: Vec<Attendee>,
    },
    /// «ПОВЕСТКА ДНЯ»: the questions with their reporters.
    Agenda {
        /// The questions.
        questions: Vec<ExtractQuestion>,
    },
    /// What was heard, said and decided on a question.
    Discussed(ExtractQuestion),
    /// To whom the paper goes, at the right.
    Addressed {
        /// The post in the dative.
        post: String,
        /// The name; an empty one leaves a rule to write it by hand, none leaves nothing.
        name: Option<String>,
        /// Whose paper it is, in the left corner.
        #[serde(default)]
        corner: Vec<Vec<Blank>>,
    },
    /// Stamps at the head: what the community did at the left, who approves at the right.
    Stamps {
        /// «ПРИНЯТ».
        left: Option<Stamp>,
        /// «УТВЕРЖДАЮ».
        right: Option<Stamp>,
    },
    /// Ruled lines to write on.
    Rules {
        /// How many.
        count: u32,
    },
    /// What is never parted by the end of a page.
    Whole {
        /// The pieces.
        blocks: Vec<Block>,
    },
    /// Who signs.
    Signatures {
        /// The lines to sign on.
        signatures: Vec<Signature>,
        /// «Верно», over them.
        #[serde(default)]
        word: Option<String>,
        /// The day under them, in words.
        #[serde(default)]
        day: Option<String>,
        /// Where no day is said, there is room to write it.
        #[serde(default)]
        room_for_day: bool,
    },
    /// «Сдал: … Принял: …»
    Acceptance {
        /// Who hands over.
        handed_by: Signature,
    },
    /// Picture: attendance by organisation.
    Attendance {
        /// A bar for each organisation.
        bars: Vec<AttendanceBar>,
    },
    /// Picture: plan against fact by direction.
    PlanFact {
        /// A bar for each direction.
        bars: Vec<DirectionBar>,
    },
    /// Picture: difficulties by measurement.
    Difficulties {
        /// The names of the measurements: «октябрь», «май».
        waves: Vec<String>,
        /// The difficulties.
        rows: Vec<DifficultyBars>,
    },
    /// Picture: the year beside those before it.
    Years {
        /// The names of the years, the oldest first: «2024/2025».
        years: Vec<String>,
        /// What is compared.
        measures: Vec<YearBars>,
        /// What makes a year smaller than a whole one: «2025/2026 — на 15.01.2026».
        notes: Vec<String>,
    },
}

/// A title page with room for the mark of the one who takes the paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TitlePage {
    /// Вышестоящий орган.
    pub superior: Option<String>,
    /// The community's full name.
    pub community: String,
    /// «АНАЛИТИЧЕСКИЙ ОТЧЁТ».
    pub title: String,
    /// What stands under the title.
    pub about: String,
    /// «Период: …».
    pub period: Option<String>,
    /// «Руководитель ППС: …».
    pub facts: Vec<Fact>,
    /// The settlement and the year.
    pub foot: String,
}

/// Words with a rule after them to write on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Blank {
    /// The words.
    pub text: String,
    /// How long the rule is, in millimetres; nought draws none.
    pub room: f64,
}

/// A labelled value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fact {
    /// The label, without a colon.
    pub label: String,
    /// The value.
    pub value: String,
}
