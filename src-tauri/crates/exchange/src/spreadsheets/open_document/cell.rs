use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::TableError;
use super::super::limits::{Cell, LONGEST_CELL};
use super::super::workbook::iso_date;
use super::super::xml::{attribute, broken, count, referred};
use super::styles::{Styles, style_name};

/// Spaces that one element may stand for.
const MOST_SPACES: usize = 200;

/// Elements within a cell whose styles are followed.
const DEEPEST: usize = 100;

/// Reads a cell up to its end: a day as a day, anything else as the person sees it.
pub(super) fn read_cell(
    xml: &mut Reader<&[u8]>,
    element: &BytesStart<'_>,
    style: Option<&str>,
    styles: &Styles,
) -> Result<Cell, TableError> {
    let struck = style.is_some_and(|style| styles.strikes_out(style));
    let date = attribute(element, "date-value").map(|value| {
        let shows = style.and_then(|style| styles.shows(style));
        iso_date(&value, shows.unwrap_or_default())
    });
    let boolean = attribute(element, "boolean-value")
        .map(|value| if value == "true" { "да" } else { "нет" }.to_owned());
    let seen = paragraphs(xml, element.name().as_ref(), struck, styles)?;
    // A formula or a number may come without a text.
    let value = ["string-value", "value"].into_iter().find_map(|name| attribute(element, name));
    Ok(match date.or(boolean) {
        Some(told) if struck => Cell { text: String::new(), struck: told },
        Some(told) => Cell::from(told),
        None if seen.text.is_empty() && seen.struck.is_empty() => Cell::from(value.unwrap_or_default()),
        None => seen,
    })
}

/// Passes over an element with all that it holds.
pub(super) fn skip(xml: &mut Reader<&[u8]>, name: &str) -> Result<(), TableError> {
    let mut depth = 1_usize;
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) if element.name().as_ref() == name => depth += 1,
            Event::End(element) if element.name().as_ref() == name => {
                depth -= 1;
                if depth == 0 {
                    return Ok(());
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The paragraphs of a cell, each a line. What is noted or drawn beside them is left out.
fn paragraphs(
    xml: &mut Reader<&[u8]>,
    cell: &str,
    struck: bool,
    styles: &Styles,
) -> Result<Cell, TableError> {
    let mut read = Cell::default();
    let mut spans = vec![struck];
    let (mut depth, mut paragraph, mut deeper) = (0_usize, false, 0_usize);
    loop {
        let now = spans.last().copied().unwrap_or(struck);
        let side = if now { &mut read.struck } else { &mut read.text };
        if side.len() > LONGEST_CELL * 4 {
            return Err(TableError::LongCell { place: "одной из строк".to_owned() });
        }
        match xml.read_event().map_err(broken)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "annotation" | "frame" | "custom-shape" | "g" | "line" | "rect" => {
                    skip(xml, element.name().as_ref())?;
                }
                "p" | "h" => {
                    for side in [&mut read.text, &mut read.struck] {
                        if !side.is_empty() && !side.ends_with('\n') {
                            side.push('\n');
                        }
                    }
                    paragraph = true;
                }
                "span" if spans.len() < DEEPEST => {
                    let style = style_name(&element);
                    let own = style.and_then(|style| styles.strike_of(&style)).unwrap_or(now);
                    spans.push(own);
                }
                "span" => deeper += 1,
                "s" => {
                    side.extend(std::iter::repeat_n(' ', count(&element, "c").unwrap_or(1).min(MOST_SPACES)))
                }
                "tab" => side.push(' '),
                "line-break" => side.push('\n'),
                _ if element.name().as_ref() == cell => depth += 1,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "p" | "h" => paragraph = false,
                "span" if deeper > 0 => deeper -= 1,
                "span" if spans.len() > 1 => drop(spans.pop()),
                _ if element.name().as_ref() == cell && depth == 0 => return Ok(read),
                _ if element.name().as_ref() == cell => depth -= 1,
                _ => {}
            },
            Event::Text(text) if paragraph => side.push_str(&text.xml10_content()),
            Event::CData(text) if paragraph => side.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if paragraph => {
                side.push_str(&referred(&reference).unwrap_or_default())
            }
            Event::Eof => return Ok(read),
            _ => {}
        }
    }
}
