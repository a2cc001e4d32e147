//! Tables: people, signatures, ruled lists with a head that repeats.

use std::fmt::Write;

use super::lists::Lists;
use super::measure::loosened;
use super::paragraph::Paragraph;
use super::styles::Style;
use super::text::joined;
use super::units::twips;
use crate::papers::{Attendee, Signature};

/// Room between the rules of a table and its text, in millimetres.
pub(super) const SIDE: f64 = 1.6;
/// A sheet inside the margins that stands upright.
const SHEET: u32 = 170;

/// Room inside a table's cells, in millimetres: above and below, left and right.
pub(super) struct Room(pub(super) f64, pub(super) f64);

pub(super) fn open(style: &str, widths: &[u32], room: &Room) -> String {
    let all: u32 = widths.iter().sum();
    let mut xml = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
         <w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>",
        twips(f64::from(all))
    );
    for (side, wide) in [("top", room.0), ("left", room.1), ("bottom", room.0), ("right", room.1)] {
        // Writing to a string does not fail.
        let _ = write!(xml, "<w:{side} w:w=\"{}\" w:type=\"dxa\"/>", twips(wide));
    }
    xml.push_str("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for width in widths {
        let _ = write!(xml, "<w:gridCol w:w=\"{}\"/>", twips(f64::from(*width)));
    }
    xml.push_str("</w:tblGrid>");
    xml
}

/// A row that is never parted by the end of a page.
pub(super) fn row(more: &str, cells: &str) -> String {
    format!("<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>")
}

pub(super) fn cell(width: u32, properties: &str, content: &Paragraph) -> String {
    cell_of(width, properties, std::slice::from_ref(content))
}

/// A cell of several paragraphs; of none it would be no cell.
pub(super) fn cell_of(width: u32, properties: &str, content: &[Paragraph]) -> String {
    let content: String = content.iter().map(Paragraph::xml).collect();
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{properties}</w:tcPr>{content}</w:tc>",
        twips(f64::from(width)),
    )
}

/// «Фамилия И. О.» at the left, post and organisation at the right.
pub(super) fn people(people: &[Attendee]) -> String {
    const WIDTHS: [u32; 2] = [62, SHEET - 62];
    let mut xml = open("TableNormal", &WIDTHS, &Room(0.38, 0.0));
    for (index, person) in people.iter().enumerate() {
        // The list's first rows stay with the word above it.
        let keep = |paragraph: Paragraph| if index == 0 { paragraph.kept() } else { paragraph };
        let text = |text: &str, width| keep(Paragraph::new(Style::Cell, &loosened(text, f64::from(width))));
        let place = joined(&[&person.post, &person.organisation], ", ");
        let cells = cell(WIDTHS[0], "", &text(&person.name, WIDTHS[0] - 4))
            + &cell(WIDTHS[1], "", &text(&place, WIDTHS[1]));
        xml.push_str(&row("", &cells));
    }
    xml + "</w:tbl>"
}

/// Who signs: the post, a rule to sign on, the name; under them perhaps the day. All lines stay together:
/// the day is a row of the table, since LibreOffice parts a table from the paragraph after it. `room` is
/// left above the first line.
pub(super) fn signatures(signatures: &[Signature], day: Option<&Paragraph>, room: u32, sheet: u32) -> String {
    let widths = [sheet.saturating_sub(38 + 66), 38, 66];
    let mut xml = open("TableNormal", &widths, &Room(0.0, 0.0));
    let bottom = "<w:vAlign w:val=\"bottom\"/>";
    let count = signatures.len() + usize::from(day.is_some());
    let placed = |paragraph: Paragraph, index: usize| {
        let paragraph = paragraph.before(if index == 0 { room } else { 230 });
        if index + 1 == count { paragraph } else { paragraph.kept() }
    };
    for (index, one) in signatures.iter().enumerate() {
        let text = |style, text: &str| placed(Paragraph::new(style, text), index);
        let cells = cell(widths[0], bottom, &text(Style::Plain, &one.post))
            + &cell(widths[1], bottom, &text(Style::Rule, ""))
            + &cell(widths[2], bottom, &text(Style::Right, &one.name));
        xml.push_str(&row("", &cells));
    }
    if let Some(day) = day {
        let day = placed(day.clone(), count - 1);
        xml.push_str(&row("", &cell(sheet, "<w:gridSpan w:val=\"3\"/>", &day)));
    }
    xml + "</w:tbl>"
}

/// What the rows of a ruled table are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    ToRead,
    /// Room for a hand beside each name.
    ToSign,
}

/// A ruled table with numbered rows and a head that repeats on each page.
pub(super) fn numbered(
    lists: &mut Lists,
    widths: &[u32],
    head: &[&str],
    rows: &[Vec<String>],
    kind: Rows,
) -> String {
    let height = match kind {
        Rows::ToRead => "",
        Rows::ToSign => "<w:trHeight w:val=\"652\" w:hRule=\"atLeast\"/>",
    };
    let mut xml = open("TableGrid", widths, &Room(0.78, SIDE));
    // Heads are centred and need less room at their sides.
    let side = twips(0.7);
    let head_cell = format!(
        "<w:tcMar><w:left w:w=\"{side}\" w:type=\"dxa\"/><w:right w:w=\"{side}\" w:type=\"dxa\"/></w:tcMar>\
         <w:vAlign w:val=\"center\"/>"
    );
    let heads: String = widths
        .iter()
        .zip(head)
        .map(|(width, title)| cell(*width, &head_cell, &Paragraph::new(Style::CellHead, title).kept()))
        .collect();
    xml.push_str(&row("<w:tblHeader/>", &heads));
    let point = lists.rows();
    for texts in rows {
        let mut cells = String::new();
        for (index, width) in widths.iter().enumerate() {
            let room = f64::from(*width) - 2.0 * SIDE;
            let content = match index.checked_sub(1).map(|index| texts.get(index)) {
                None => Paragraph::new(Style::CellNumber, "").numbered(Some(point)),
                Some(text) => {
                    Paragraph::new(Style::Cell, &text.map(|text| loosened(text, room)).unwrap_or_default())
                }
            };
            cells.push_str(&cell(*width, "", &content));
        }
        xml.push_str(&row(height, &cells));
    }
    xml + "</w:tbl>"
}
