//! Tables: people, signatures, ruled lists with a head that repeats.

use std::fmt::Write;

use super::body::Paragraph;
use super::lists::Lists;
use super::styles::{Style, twips};
use super::text::{has, joined, loosened};
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
fn row(head: bool, cells: &str) -> String {
    let head = if head { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
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
    let mut xml = open("TableNormal", &WIDTHS, &Room(0.7, 0.0));
    for (index, person) in people.iter().enumerate() {
        // The list's first rows stay with the word above it.
        let keep = |paragraph: Paragraph| if index == 0 { paragraph.kept() } else { paragraph };
        let text = |text: &str, width| keep(Paragraph::new(Style::Cell, &loosened(text, width)));
        let place = joined(&[&person.post, &person.organisation], ", ");
        let cells = cell(WIDTHS[0], "", &text(&person.name, WIDTHS[0] - 4))
            + &cell(WIDTHS[1], "", &text(&place, WIDTHS[1]));
        xml.push_str(&row(false, &cells));
    }
    xml + "</w:tbl>"
}

/// Who signs: the post, a rule to sign on, the name. All lines stay together.
pub(super) fn signatures(signatures: &[Signature]) -> String {
    const WIDTHS: [u32; 3] = [64, 42, 64];
    let mut xml = open("TableNormal", &WIDTHS, &Room(0.0, 0.0));
    let bottom = "<w:vAlign w:val=\"bottom\"/>";
    let ruled = format!(
        "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>{bottom}"
    );
    for (index, one) in signatures.iter().enumerate() {
        let before = if index == 0 { 448 } else { 360 };
        let last = index + 1 == signatures.len();
        let paragraph = |style, text: &str| {
            let paragraph = Paragraph::new(style, text).before(before);
            if last { paragraph } else { paragraph.kept() }
        };
        let cells = cell(WIDTHS[0], bottom, &paragraph(Style::Plain, &one.post))
            + &cell(WIDTHS[1], &ruled, &paragraph(Style::Plain, ""))
            + &cell(WIDTHS[2], bottom, &paragraph(Style::Right, &one.name));
        xml.push_str(&row(false, &cells));
    }
    xml + "</w:tbl>"
}

/// A ruled table with numbered rows and a head that repeats on each page.
pub(super) fn numbered(lists: &mut Lists, widths: &[u32], head: &[&str], rows: &[Vec<String>]) -> String {
    let mut xml = open("TableGrid", widths, &Room(1.1, SIDE));
    let heads: String = widths
        .iter()
        .zip(head)
        .map(|(width, title)| {
            cell(*width, "<w:vAlign w:val=\"center\"/>", &Paragraph::new(Style::CellHead, title).kept())
        })
        .collect();
    xml.push_str(&row(true, &heads));
    let point = lists.rows();
    for texts in rows {
        let mut cells = String::new();
        for (index, width) in widths.iter().enumerate() {
            let content = match (index, texts.get(index.wrapping_sub(1))) {
                (0, _) => Paragraph::new(Style::CellNumber, "").numbered(Some(point)),
                (_, Some(text)) if has(text) => {
                    Paragraph::new(Style::Cell, &loosened(text, width.saturating_sub(4)))
                }
                _ => Paragraph::new(Style::Cell, ""),
            };
            cells.push_str(&cell(*width, "", &content));
        }
        xml.push_str(&row(false, &cells));
    }
    xml + "</w:tbl>"
}
