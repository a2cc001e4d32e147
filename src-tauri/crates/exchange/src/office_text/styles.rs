//! What a style says of its paragraphs and letters, and which of the others it says the rest of.

use std::collections::HashMap;

use roxmltree::Node;

use super::TextError;
use super::xml::{attribute, child, elements, name, parsed, switch, value_of};

/// How letters look.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    pub(super) bold: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Letters {
    pub(super) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(node) = properties else { return Self::default() };
        let struck = switch(node, "strike");
        let twice = switch(node, "dstrike");
        Self {
            bold: switch(node, "b"),
            struck: if twice == Some(true) { twice } else { struck.or(twice) },
            hidden: switch(node, "vanish"),
        }
    }

    /// What is said nearer to the letters holds.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            struck: self.struck.or(below.struck),
            hidden: self.hidden.or(below.hidden),
        }
    }
}

/// Of which list a paragraph is.
#[derive(Debug, Clone, Default)]
pub(super) struct InList {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl InList {
    pub(super) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(node) = properties.and_then(|node| child(node, "numPr")) else { return Self::default() };
        Self {
            list: value_of(node, "numId").map(str::to_owned),
            level: value_of(node, "ilvl").and_then(|level| level.parse().ok()),
        }
    }

    fn over(self, below: Self) -> Self {
        Self { list: self.list.or(below.list), level: self.level.or(below.level) }
    }
}

/// What a style says.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) letters: Letters,
    pub(super) in_list: InList,
    pub(super) heading: bool,
    pub(super) centred: Option<bool>,
    based_on: Option<String>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    usual: Option<String>,
}

/// A chain of styles that is longer goes in a circle.
const LONGEST_CHAIN: usize = 20;

impl Styles {
    pub(super) fn read(text: Option<&str>) -> Result<Self, TextError> {
        let Some(text) = text else { return Ok(Self::default()) };
        let document = parsed(text)?;
        let mut styles = Self::default();
        for node in elements(document.root_element()).filter(|node| name(*node) == "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let of_paragraphs = attribute(node, "type") == Some("paragraph");
            if of_paragraphs && matches!(attribute(node, "default"), Some("1" | "true" | "on")) {
                styles.usual = Some(id.to_owned());
            }
            let paragraph = child(node, "pPr");
            let style = Style {
                letters: Letters::of(child(node, "rPr")),
                in_list: InList::of(paragraph),
                heading: of_paragraphs && is_heading(node),
                centred: centred(paragraph),
                based_on: value_of(node, "basedOn").map(str::to_owned),
            };
            styles.by_id.insert(id.to_owned(), style);
        }
        Ok(styles)
    }

    /// What a style and those that it rests on say together; without a name, what the usual one says.
    pub(super) fn style(&self, id: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut next = id.or(self.usual.as_deref());
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else { break };
            whole.letters = whole.letters.over(style.letters);
            whole.in_list = whole.in_list.over(style.in_list.clone());
            whole.centred = whole.centred.or(style.centred);
            whole.heading |= style.heading;
            next = style.based_on.as_deref();
        }
        whole
    }

    /// How letters of a style of letters look; nothing is said by the usual style of paragraphs here.
    pub(super) fn letters(&self, id: Option<&str>) -> Letters {
        id.map(|id| self.style(Some(id)).letters).unwrap_or_default()
    }
}

/// Whether a paragraph stands in the middle.
pub(super) fn centred(properties: Option<Node<'_, '_>>) -> Option<bool> {
    properties.and_then(|node| value_of(node, "jc")).map(|place| place == "center")
}

fn is_heading(style: Node<'_, '_>) -> bool {
    let outlined = child(style, "pPr").and_then(|node| value_of(node, "outlineLvl"));
    let called = value_of(style, "name").unwrap_or_default().to_lowercase();
    outlined.is_some_and(|level| level.parse::<u8>().is_ok_and(|level| level < 9))
        || called == "title"
        || ["heading ", "заголовок"].iter().any(|start| called.starts_with(start))
}
