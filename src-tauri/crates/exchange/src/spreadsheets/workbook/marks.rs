//! What calamine does not tell of a workbook: which rows and columns it hides, and which part of a text is struck out.

use std::collections::{BTreeSet, HashMap};
use std::io::{Cursor, Read};
use std::ops::RangeInclusive;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::TableError;
use super::super::limits::Cell;
use super::super::xml::{attribute, broken, count, reader, referred, says_yes, text_of_part};

/// The marks of one sheet; rows and columns count from 0.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    /// Cells of whose text a part is struck out, as they are to be read.
    pub(super) partly_struck: HashMap<(u32, u32), Cell>,
}

/// More spans of hidden columns than a sheet has columns are none.
const MOST_SPANS: usize = 16_384;

/// The marks of all sheets by the name of the sheet, from the unfolded workbook. A sheet that is not found has none.
pub(super) fn marks_of_sheets(bytes: &[u8]) -> Result<HashMap<String, Marks>, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Broken)?;
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let mut part = |wanted: &str| {
        let name = names.iter().find(|name| name.eq_ignore_ascii_case(wanted))?;
        let mut content = Vec::new();
        archive.by_name(name).ok()?.read_to_end(&mut content).ok()?;
        Some(text_of_part(content))
    };
    let (Some(book), Some(links)) = (part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels")) else {
        return Ok(HashMap::new());
    };
    let texts = part("xl/sharedStrings.xml").filter(|texts| texts.contains("strike"));
    let texts = texts.map(|texts| struck_texts(&texts)).transpose()?.unwrap_or_default();
    let targets = targets(&links)?;
    let mut marks = HashMap::new();
    for (name, id) in listed(&book)? {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let Some(sheet) = part(&path) else { continue };
        let marked = ["hidden", "strike", "ht=\"0\"", "width=\"0\""];
        if !texts.is_empty() || marked.iter().any(|mark| sheet.contains(mark)) {
            marks.insert(name, marks_of(&sheet, &texts)?);
        }
    }
    Ok(marks)
}

fn listed(book: &str) -> Result<Vec<(String, String)>, TableError> {
    let mut found = Vec::new();
    let mut xml = reader(book);
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                found.extend(attribute(&element, "name").zip(attribute(&element, "id")));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn targets(links: &str) -> Result<HashMap<String, String>, TableError> {
    let mut found = HashMap::new();
    let mut xml = reader(links);
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                found.extend(attribute(&element, "Id").zip(attribute(&element, "Target")));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Of the texts that sheets share, those with a struck out part, by their number.
fn struck_texts(shared: &str) -> Result<HashMap<usize, Cell>, TableError> {
    let mut found = HashMap::new();
    let mut xml = reader(shared);
    let (mut number, mut text) = (0, Runs::default());
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) if element.local_name().as_ref() == "si" => text = Runs::default(),
            Event::End(element) if element.local_name().as_ref() == "si" => {
                found.extend(std::mem::take(&mut text).struck().map(|cell| (number, cell)));
                number += 1;
            }
            Event::Eof => return Ok(found),
            event => text.hear(&event),
        }
    }
}

/// A text that is read run by run.
#[derive(Default)]
struct Runs {
    cell: Cell,
    /// Whether the run that is being read is struck out.
    struck: bool,
    within_text: bool,
    /// How a word is pronounced, in Japanese; no part of the text.
    phonetic: bool,
}

impl Runs {
    fn hear(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "r" => self.struck = false,
                "strike" => self.struck = !is_off(element),
                "rPh" => self.phonetic = true,
                "t" => self.within_text = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "rPh" => self.phonetic = false,
                "t" => self.within_text = false,
                _ => {}
            },
            Event::Text(text) => self.add(&text.xml10_content()),
            Event::CData(text) => self.add(&text.xml10_content()),
            Event::GeneralRef(reference) => self.add(&referred(reference).unwrap_or_default()),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if self.within_text && !self.phonetic {
            let side = if self.struck { &mut self.cell.struck } else { &mut self.cell.text };
            side.push_str(text);
        }
    }

    fn struck(self) -> Option<Cell> {
        Some(self.cell).filter(|cell| !cell.struck.trim().is_empty())
    }
}

fn is_off(element: &BytesStart<'_>) -> bool {
    attribute(element, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false"))
}

fn marks_of(sheet: &str, texts: &HashMap<usize, Cell>) -> Result<Marks, TableError> {
    let mut marks = Marks::default();
    let mut xml = reader(sheet);
    let (mut row, mut column) = (0_u32, 0_u32);
    // The number of a shared text, or the text itself.
    let (mut shares, mut within_value, mut number, mut inline) =
        (false, false, String::new(), Runs::default());
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "col" => {
                    let span = count(&element, "min").zip(count(&element, "max"));
                    let none = attribute(&element, "width").is_some_and(|width| is_nothing(&width));
                    if let Some((first @ 1.., last)) = span
                        && (says_yes(&element, "hidden") || none)
                        && marks.hidden_columns.len() < MOST_SPANS
                    {
                        let place = |number: usize| u32::try_from(number - 1).unwrap_or(u32::MAX);
                        marks.hidden_columns.push(place(first)..=place(last.max(first)));
                    }
                }
                "row" => {
                    let told = count(&element, "r").and_then(|number| u32::try_from(number).ok());
                    row = told.map_or(row, |number| number.saturating_sub(1));
                    column = 0;
                    let none = attribute(&element, "ht").is_some_and(|height| is_nothing(&height));
                    if says_yes(&element, "hidden") || none {
                        marks.hidden_rows.insert(row);
                    }
                }
                "c" => {
                    column = attribute(&element, "r").and_then(|place| column_of(&place)).unwrap_or(column);
                    shares = attribute(&element, "t").as_deref() == Some("s");
                    (number, inline) = (String::new(), Runs::default());
                }
                "v" => within_value = true,
                _ => inline.hear(&Event::Start(element)),
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => row = row.saturating_add(1),
                "v" => within_value = false,
                "c" => {
                    let shared = number.trim().parse().ok().filter(|_| shares);
                    let shared = shared.and_then(|number: usize| texts.get(&number)).cloned();
                    let struck = shared.or_else(|| std::mem::take(&mut inline).struck());
                    marks.partly_struck.extend(struck.map(|cell| ((row, column), cell)));
                    column = column.saturating_add(1);
                }
                _ => inline.hear(&Event::End(element)),
            },
            Event::Text(text) if within_value => number.push_str(&text.xml10_content()),
            Event::Eof => return Ok(marks),
            event => inline.hear(&event),
        }
    }
}

/// «0», «0.0» as a height or width: nothing of it is seen.
fn is_nothing(size: &str) -> bool {
    size.trim().parse::<f64>().is_ok_and(|size| size <= 0.0)
}

/// The column of «AB12», from 0.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number =
        letters.take(4).fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}
