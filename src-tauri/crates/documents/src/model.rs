//! A paper as a row of blocks. Whatever is made of these has a PDF and a DOCX by itself: `render/typst` and
//! `render/docx` draw every block.
//!
//! Room between lines is told in em of the running text (14 points).

use pps_domain::community_records::CommunityRecords;
use serde::{Deserialize, Serialize};

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

/// A ruled table; without rows it is left out together with its title.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows; may be empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a text for every column.
    pub rows: Vec<Vec<String>>,
    /// The line of totals.
    pub total: Option<Vec<String>>,
    /// Headings between the rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Rows in which a cell stands out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loud: Vec<usize>,
    /// Which cell of theirs; the last one where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loud_at: Option<usize>,
    /// The column in which each row leaves room for two lines by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room_at: Option<usize>,
    /// Its head is printed even where it has no rows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stays: bool,
}

/// A heading between the rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Group {
    /// The row before which it stands, from zero.
    pub before: usize,
    /// The heading.
    pub title: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// A heading above this one, shared with the neighbours that name the same.
    #[serde(default)]
    pub group: String,
    /// Its share of the width, relative to the other columns.
    pub width: f64,
    /// How its cells stand.
    pub align: Align,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers and dates.
    Center,
}

impl Column {
    /// A column of words.
    pub(crate) fn words(title: &str, width: f64) -> Self {
        Self { title: title.to_owned(), width, ..Self::default() }
    }

    /// A column of numbers or days, which are centred.
    pub(crate) fn numbers(title: &str, width: f64) -> Self {
        Self { align: Align::Center, ..Self::words(title, width) }
    }
}

impl Table {
    /// A table of these columns; rows that follow have a text for each.
    pub(crate) fn new(
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            rows: rows.into_iter().collect(),
            stays: true,
            ..Self::default()
        }
    }

    /// A table whose rows are numbered in the first column.
    pub(crate) fn numbered<const N: usize>(
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = [String; N]>,
    ) -> Self {
        let rows = rows.into_iter().zip(1..);
        Self::new(
            columns,
            rows.map(|(row, number): (_, usize)| std::iter::once(number.to_string()).chain(row).collect()),
        )
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl Blank {
    /// Words with a rule of this length in millimetres.
    pub(crate) fn new(text: &str, room: f64) -> Self {
        Self { text: text.to_owned(), room }
    }

    /// «__» ________ 20__ г.
    pub(crate) fn day() -> [Self; 4] {
        [Self::new("«", 9.0), Self::new("»", 36.0), Self::new("20", 9.0), Self::new("г.", 0.0)]
    }
}

impl Document {
    /// An empty paper of a community, under the title that its file will have.
    #[must_use]
    pub fn new(records: &CommunityRecords, title: String) -> Self {
        Self::of(&records.community.name, records.community.is_example(), title)
    }

    pub(crate) fn of(community: &str, example: bool, title: String) -> Self {
        Self { title, community: community.to_owned(), example, ..Self::default() }
    }

    /// The same paper with the long side of the sheet at the top.
    pub(crate) fn landscape(self) -> Self {
        Self { landscape: true, ..self }
    }

    /// Adds a block.
    pub(crate) fn with(mut self, block: impl Into<Block>) -> Self {
        self.blocks.push(block.into());
        self
    }

    /// Adds blocks.
    pub(crate) fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// «РЕЕСТР ПРОТОКОЛОВ».
    pub(crate) fn heading(self, text: &str) -> Self {
        self.with(Block::heading(text, 1))
    }

    /// Centred lines under a heading, with room below.
    pub(crate) fn centred(self, text: impl Into<String>, below: f64) -> Self {
        self.with(Block::Centred { text: text.into(), above: None, below: Some(below) })
    }

    /// Prose.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.with(Block::Text { text: text.into() })
    }

    /// Adds what belongs to the end.
    pub(crate) fn ending(mut self, block: Block) -> Self {
        self.ending.push(block);
        self
    }

    /// A line over the signatures, as a total is.
    pub(crate) fn total(self, text: Option<&String>, above: f64) -> Self {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => self.ending(Block::Gap { size: above }).ending(Block::line(text)),
            None => self,
        }
    }

    /// Who signs it.
    pub(crate) fn signed(self, signature: &Signature) -> Self {
        self.ending(Block::signatures(signature, false))
    }

    /// Who signs it, with room for the day.
    pub(crate) fn signed_and_dated(self, signature: &Signature) -> Self {
        self.ending(Block::signatures(signature, true))
    }
}

impl Block {
    pub(crate) fn heading(text: &str, level: u8) -> Self {
        Self::Heading { text: text.to_owned(), level, number: None, above: None, below: None }
    }

    pub(crate) fn line(text: impl Into<String>) -> Self {
        Self::Line { text: text.into(), strong: false, small: false, above: None, below: None }
    }

    pub(crate) fn opening(text: &str) -> Self {
        Self::Opening { text: text.to_owned() }
    }

    /// Sets words and rules to write on apart, which typed text cannot: spaces at its ends are no text.
    fn space_blanks(&mut self) {
        match self {
            Self::Blanks { parts, .. } => space(parts),
            Self::Addressed { corner, .. } => corner.iter_mut().for_each(|line| space(line)),
            Self::Whole { blocks } => blocks.iter_mut().for_each(Self::space_blanks),
            _ => {}
        }
    }

    fn signatures(signature: &Signature, room_for_day: bool) -> Self {
        Self::Signatures { signatures: vec![signature.clone()], word: None, day: None, room_for_day }
    }

    /// Whether there is something to print: what is empty leaves no trace.
    fn is_shown(&self) -> bool {
        let has = |text: &str| !text.trim().is_empty();
        match self {
            Self::Heading { text, .. }
            | Self::Centred { text, .. }
            | Self::Line { text, .. }
            | Self::Text { text }
            | Self::Remark { text }
            | Self::Opening { text } => has(text),
            Self::Facts { items } | Self::Labelled { items } => items.iter().any(|fact| has(&fact.value)),
            Self::List { items, .. } => items.iter().any(|item| has(item)),
            Self::Table(table) => table.stays || !table.rows.is_empty(),
            Self::People { people } => !people.is_empty(),
            Self::Agenda { questions } => !questions.is_empty(),
            Self::Blanks { parts, .. } => !parts.is_empty(),
            Self::Addressed { post, name, corner } => has(post) || name.is_some() || !corner.is_empty(),
            Self::Stamps { left, right } => left.is_some() || right.is_some(),
            Self::Rules { count } => *count > 0,
            Self::Whole { blocks } => blocks.iter().any(Self::is_shown),
            Self::Attendance { bars } => !bars.is_empty(),
            Self::PlanFact { bars } => !bars.is_empty(),
            Self::Difficulties { rows, .. } => !rows.is_empty(),
            Self::Years { measures, .. } => !measures.is_empty(),
            Self::Signatures { .. }
            | Self::Acceptance { .. }
            | Self::Discussed(_)
            | Self::Stands { .. }
            | Self::TitlePage(_)
            | Self::Gap { .. }
            | Self::PageBreak {} => true,
        }
    }
}

/// «Начало: ____      Окончание: ____», but «« __ » ______ 20__ г.» and «за ____, против ____».
fn space(parts: &mut [Blank]) {
    let mut after_rule = false;
    for part in parts {
        let before = match part.text.chars().next() {
            Some(first) if after_rule && first.is_uppercase() => "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} ",
            Some(',' | '»' | '.') | None => "",
            Some(_) if after_rule => " ",
            Some(_) => "",
        };
        let close = part.text.is_empty() || part.text.ends_with(|last: char| last == '«' || last.is_ascii_digit());
        let after = if part.room > 0.0 && !close { " " } else { "" };
        part.text = format!("{before}{}{after}", part.text);
        after_rule = part.room > 0.0;
    }
}

impl Document {
    /// The paper without what is empty. Numbered headings get their numbers in order; one under which nothing stands is
    /// left out with what marks its place.
    pub(crate) fn pruned(mut self) -> Self {
        self.blocks.retain(Block::is_shown);
        self.blocks.iter_mut().for_each(Block::space_blanks);
        let numbered = |block: &Block| matches!(block, Block::Heading { number: Some(_), .. });
        let (mut kept, mut number) = (Vec::with_capacity(self.blocks.len()), 0);
        let mut blocks = self.blocks.into_iter().peekable();
        while let Some(mut block) = blocks.next() {
            if numbered(&block) {
                let ends = |next: &Block| numbered(next) || matches!(next, Block::Stands { .. });
                if blocks.peek().is_none_or(ends) {
                    if matches!(kept.last(), Some(Block::Stands { .. })) {
                        kept.pop();
                    }
                    continue;
                }
                number += 1;
                if let Block::Heading { number: own, .. } = &mut block {
                    *own = Some(number);
                }
            }
            kept.push(block);
        }
        Self { blocks: kept, ..self }
    }
}
