use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::super::TableError;
use super::super::number_format::Shows;
use super::super::xml::{attribute, broken, reader};

/// What the styles of a document say that matters here.
#[derive(Debug, Default)]
pub(super) struct Styles {
    named: HashMap<String, Style>,
    /// Which parts of a moment a format of dates shows.
    dates: HashMap<String, Shows>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    /// The format of numbers or dates.
    format: Option<String>,
    struck: Option<bool>,
    hidden: bool,
}

/// Styles stand on each other; a circle is a fault.
const MOST_PARENTS: usize = 20;

/// The style that an element names for itself.
pub(super) fn style_name(element: &BytesStart<'_>) -> Option<String> {
    let mut attributes = element.attributes();
    let name = attributes.with_checks(false).flatten().find(|attribute| {
        let key = attribute.key;
        matches!(key.as_ref(), "table:style-name" | "text:style-name")
    });
    name.map(|attribute| attribute.value.into_owned())
}

impl Styles {
    pub(super) fn learn(&mut self, part: &str) -> Result<(), TableError> {
        let mut xml = reader(part);
        let mut style: Option<(String, Style)> = None;
        let mut date: Option<(String, Shows)> = None;
        loop {
            match xml.read_event().map_err(broken)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "style" => {
                        style = attribute(&element, "name").map(|name| {
                            let parent = attribute(&element, "parent-style-name");
                            let format = attribute(&element, "data-style-name");
                            (name, Style { parent, format, ..Style::default() })
                        });
                    }
                    "text-properties" => {
                        let line = attribute(&element, "text-line-through-style")
                            .or_else(|| attribute(&element, "text-line-through-type"));
                        if let (Some((_, style)), Some(line)) = (&mut style, line) {
                            style.struck = Some(line != "none");
                        }
                    }
                    "table-properties" => {
                        if let Some((_, style)) = &mut style {
                            style.hidden =
                                attribute(&element, "display").is_some_and(|display| display == "false");
                        }
                    }
                    "date-style" | "time-style" => {
                        date = attribute(&element, "name").map(|name| (name, Shows::default()));
                    }
                    part => {
                        if let Some((_, shows)) = &mut date {
                            match part {
                                "day" => shows.day = true,
                                "month" => shows.month = true,
                                "year" => shows.year = true,
                                "hours" | "minutes" => shows.time = true,
                                _ => {}
                            }
                        }
                    }
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "style" => self.named.extend(style.take()),
                    "date-style" | "time-style" => self.dates.extend(date.take()),
                    // What follows are the tables.
                    "automatic-styles" if part.contains("<office:body") => return Ok(()),
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    pub(super) fn hides_table(&self, name: &str) -> bool {
        self.named.get(name).is_some_and(|style| style.hidden)
    }

    pub(super) fn strikes_out(&self, name: &str) -> bool {
        self.strike_of(name).unwrap_or_default()
    }

    /// Whether a style strikes out; nothing where it does not say.
    pub(super) fn strike_of(&self, name: &str) -> Option<bool> {
        self.with_parents(name).find_map(|style| style.struck)
    }

    pub(super) fn shows(&self, name: &str) -> Option<Shows> {
        let format = self.with_parents(name).find_map(|style| style.format.as_ref())?;
        self.dates.get(format).copied()
    }

    fn with_parents<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Style> {
        let first = self.named.get(name);
        let next = |style: &&'a Style| style.parent.as_ref().and_then(|parent| self.named.get(parent));
        std::iter::successors(first, next).take(MOST_PARENTS)
    }
}
