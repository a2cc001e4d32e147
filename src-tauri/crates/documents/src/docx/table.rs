//! Tables: people, signatures, ruled lists with a head that repeats.

use std::fmt::Write;

use super::body::Paragraph;
use super::lists::Lists;
use super::measure::loosened;
use super::styles::{Style, twips};
use super::text::joined;
use crate::papers::{Attendee, Signature};

/// Room between the rules of a table and its text, in millimetres.
const SIDE: f64 = 1.6;
/// The sheet inside the margins.
const SHEET: u32 = 170;

/// Room inside a table's cells, in millimetres: above and below, left and right.
struct Room(f64, f64);

fn open(style: &str, widths: &[u32], room: &Room) -> String {
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
fn row(more: &str, cells: &str) -> String {
    format!("<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>")
}

fn cell(width: u32, properties: &str, content: &Paragraph) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{properties}</w:tcPr>{}</w:tc>",
        twips(f64::from(width)),
        content.xml()
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

/// Who signs: the post, a rule to sign on, the name. All lines stay together, and with what follows if
/// something `follows`. `room` is left above the first.
pub(super) fn signatures(signatures: &[Signature], room: u32, follows: bool) -> String {
    const WIDTHS: [u32; 3] = [66, 38, 66];
    let mut xml = open("TableNormal", &WIDTHS, &Room(0.0, 0.0));
    let bottom = "<w:vAlign w:val=\"bottom\"/>";
    for (index, one) in signatures.iter().enumerate() {
        let before = if index == 0 { room } else { 230 };
        let last = index + 1 == signatures.len() && !follows;
        let paragraph = |style, text: &str| {
            let paragraph = Paragraph::new(style, text).before(before);
            if last { paragraph } else { paragraph.kept() }
        };
        let cells = cell(WIDTHS[0], bottom, &paragraph(Style::Plain, &one.post))
            + &cell(WIDTHS[1], bottom, &paragraph(Style::Rule, ""))
            + &cell(WIDTHS[2], bottom, &paragraph(Style::Right, &one.name));
        xml.push_str(&row("", &cells));
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
        Rows::ToSign => "<w:trHeight w:val=\"700\" w:hRule=\"atLeast\"/>",
    };
    let mut xml = open("TableGrid", widths, &Room(1.1, SIDE));
    let heads: String = widths
        .iter()
        .zip(head)
        .map(|(width, title)| {
            cell(*width, "<w:vAlign w:val=\"center\"/>", &Paragraph::new(Style::CellHead, title).kept())
        })
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
