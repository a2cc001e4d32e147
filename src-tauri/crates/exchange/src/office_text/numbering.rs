//! The numbers that Word shows before paragraphs. They stand nowhere in the file: they are counted while it is read.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use super::TextError;
use super::numbers::in_form;
use super::xml::{attribute, child, elements, name, parsed, switch, value_of};

/// Word has nine levels.
const LEVELS: usize = 9;

/// How one level of a list is numbered.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    form: String,
    /// «%1.%2.»
    text: String,
    /// After which level it begins anew; 0 for never.
    restart: Option<usize>,
    /// All levels above are shown in figures.
    legal: bool,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct Pattern {
    levels: [Option<Level>; LEVELS],
    /// The levels are those of a style of lists.
    style_link: Option<String>,
    /// It is what such a style means.
    is_style: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct List {
    pattern: String,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// The lists of a document and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<String, Pattern>,
    lists: HashMap<String, List>,
    /// Lists of one pattern go on counting from one another.
    counted: HashMap<String, [Option<u32>; LEVELS]>,
    /// Where a list has begun anew already.
    begun: HashSet<(String, usize)>,
}

impl Numbering {
    pub(super) fn read(text: Option<&str>) -> Result<Self, TextError> {
        let Some(text) = text else { return Ok(Self::default()) };
        let document = parsed(text)?;
        let mut numbering = Self::default();
        for node in elements(document.root_element()) {
            match name(node) {
                "abstractNum" => {
                    let Some(id) = attribute(node, "abstractNumId") else { continue };
                    numbering.patterns.insert(id.to_owned(), pattern(node));
                }
                "num" => {
                    let Some(id) = attribute(node, "numId") else { continue };
                    numbering.lists.insert(id.to_owned(), list(node));
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// The level of a list that a style stands for.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let pattern = self.patterns.get(&self.pattern_of(list)?)?;
        pattern
            .levels
            .iter()
            .position(|level| level.as_ref().is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    /// Counts one more paragraph of a list, and answers with what Word shows before it.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let Some(pattern) = self.pattern_of(list) else { return String::new() };
        let levels: Vec<Level> = (0..LEVELS).map(|at| self.level(list, &pattern, at)).collect();
        let begins = self.lists.get(list).and_then(|list| list.starts[level]);
        let anew = begins.filter(|_| self.begun.insert((list.to_owned(), level)));
        let counted = self.counted.entry(pattern).or_default();
        let start = |at: usize| levels[at].start.unwrap_or(1);
        counted[level] = Some(match (anew, counted[level]) {
            (Some(start), _) => start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => start(level),
        });
        for (at, deeper) in levels.iter().enumerate().skip(level + 1) {
            if deeper.restart.is_none_or(|after| level < after) {
                counted[at] = None;
            }
        }
        let numbers: Vec<u32> = (0..LEVELS).map(|at| counted[at].unwrap_or_else(|| start(at))).collect();
        shown(&levels, level, &numbers)
    }

    fn level(&self, list: &str, pattern: &str, at: usize) -> Level {
        let of_list = self.lists.get(list);
        let own = of_list.and_then(|list| list.levels[at].clone());
        let usual = || self.patterns.get(pattern).and_then(|pattern| pattern.levels[at].clone());
        let mut level = own.or_else(usual).unwrap_or_default();
        level.start = of_list.and_then(|list| list.starts[at]).or(level.start);
        level
    }

    /// The pattern of a list; where that only names a style of lists, the pattern of the style.
    fn pattern_of(&self, list: &str) -> Option<String> {
        let id = &self.lists.get(list)?.pattern;
        let pattern = self.patterns.get(id)?;
        let linked = pattern
            .style_link
            .as_ref()
            .and_then(|style| self.patterns.iter().find(|(_, other)| other.is_style.as_ref() == Some(style)));
        Some(linked.map_or(id, |(id, _)| id).clone())
    }
}

fn shown(levels: &[Level], at: usize, numbers: &[u32]) -> String {
    let level = &levels[at];
    if level.form == "bullet" {
        return bullet(&level.text);
    }
    let mut text = String::new();
    let mut signs = level.text.chars().peekable();
    while let Some(sign) = signs.next() {
        let digit = (sign == '%').then(|| signs.peek().and_then(|next| next.to_digit(10))).flatten();
        match digit.map(|digit| digit as usize) {
            Some(number @ 1..=LEVELS) => {
                signs.next();
                let form = if level.legal { "decimal" } else { levels[number - 1].form.as_str() };
                text.push_str(&in_form(numbers[number - 1], form));
            }
            _ => text.push(sign),
        }
    }
    text.trim().to_owned()
}

/// Any dash is a dash, and any other mark a round one: most are letters of fonts made of signs.
fn bullet(text: &str) -> String {
    let sign = match text.trim() {
        "" => return String::new(),
        "-" | "–" | "—" | "−" | "‒" | "‐" | "‑" | "\u{f02d}" | "\u{f0be}" => "—",
        _ => "•",
    };
    sign.to_owned()
}

fn pattern(node: Node<'_, '_>) -> Pattern {
    let mut pattern = Pattern {
        style_link: value_of(node, "numStyleLink").map(str::to_owned),
        is_style: value_of(node, "styleLink").map(str::to_owned),
        ..Pattern::default()
    };
    for node in elements(node).filter(|node| name(*node) == "lvl") {
        if let Some(place) = place_of(node).and_then(|at| pattern.levels.get_mut(at)) {
            *place = Some(level(node));
        }
    }
    pattern
}

fn list(node: Node<'_, '_>) -> List {
    let mut list =
        List { pattern: value_of(node, "abstractNumId").unwrap_or_default().to_owned(), ..List::default() };
    for node in elements(node).filter(|node| name(*node) == "lvlOverride") {
        let Some(at) = place_of(node).filter(|at| *at < LEVELS) else { continue };
        list.starts[at] = value_of(node, "startOverride").and_then(|start| start.parse().ok());
        list.levels[at] = child(node, "lvl").map(level);
    }
    list
}

fn level(node: Node<'_, '_>) -> Level {
    Level {
        start: value_of(node, "start").and_then(|start| start.parse().ok()),
        form: value_of(node, "numFmt").unwrap_or("decimal").to_owned(),
        text: value_of(node, "lvlText").unwrap_or_default().to_owned(),
        restart: value_of(node, "lvlRestart").and_then(|level| level.parse().ok()),
        legal: switch(node, "isLgl") == Some(true),
        style: value_of(node, "pStyle").map(str::to_owned),
    }
}

fn place_of(node: Node<'_, '_>) -> Option<usize> {
    attribute(node, "ilvl").and_then(|level| level.parse().ok())
}
