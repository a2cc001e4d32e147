use roxmltree::Node;

use super::reader::{DEEPEST, Reader, lines, plain};
use super::xml::{attribute, child, elements, name, switch, value_of};
use super::{LeftOut, LeftOutKind, TextCell, TextError, TextTable};
use crate::spreadsheets::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS};

/// Places in a row that may be claimed; only filled ones are counted against the limit of columns.
const MOST_PLACES: usize = MOST_COLUMNS * 4;

/// Empty rows are dropped later, and may be as many.
const MOST_LINES: usize = MOST_ROWS * 2;

impl Reader {
    /// Reads a table.
    pub(super) fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Result<TextTable, TextError> {
        let mut table = TextTable::default();
        self.rows(node, depth + 1, &mut table)?;
        Ok(table)
    }

    fn rows(&mut self, node: Node<'_, '_>, depth: usize, table: &mut TextTable) -> Result<(), TextError> {
        if depth > DEEPEST || table.rows.len() > MOST_LINES {
            return Err(TextError::Bomb);
        }
        for node in elements(node) {
            match name(node) {
                "tr" => {
                    let properties = child(node, "trPr");
                    let deleted = properties.is_some_and(|node| child(node, "del").is_some());
                    if deleted {
                        self.leave_out(LeftOutKind::Deleted, &plain(node));
                    } else if properties.and_then(|node| switch(node, "hidden")) == Some(true) {
                        self.leave_out(LeftOutKind::Hidden, &plain(node));
                    } else {
                        let mut row = Vec::new();
                        let before = properties.and_then(|node| value_of(node, "gridBefore"));
                        row.resize_with(number(before).unwrap_or_default(), TextCell::default);
                        self.cells(node, depth + 1, &mut row)?;
                        self.cells += row.len();
                        if self.cells > MOST_CELLS {
                            return Err(TextError::Bomb);
                        }
                        table.rows.push(row);
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(node, depth + 1, table)?,
                "del" | "moveFrom" => self.leave_out(LeftOutKind::Deleted, &plain(node)),
                _ => {}
            }
        }
        Ok(())
    }

    fn cells(&mut self, node: Node<'_, '_>, depth: usize, row: &mut Vec<TextCell>) -> Result<(), TextError> {
        if depth > DEEPEST || row.len() > MOST_PLACES {
            return Err(TextError::Bomb);
        }
        for node in elements(node) {
            match name(node) {
                "tc" => {
                    let properties = child(node, "tcPr");
                    let before = self.left_out.len();
                    let mut blocks = Vec::new();
                    self.blocks(node, depth + 1, &mut blocks)?;
                    let (struck, others): (Vec<LeftOut>, Vec<LeftOut>) =
                        self.left_out.drain(before..).partition(|left| left.what == LeftOutKind::StruckOut);
                    self.left_out.extend(others);
                    let struck: Vec<String> = struck.into_iter().map(|left| left.text).collect();
                    let merged = properties.and_then(|node| child(node, "vMerge"));
                    row.push(TextCell {
                        text: lines(&blocks),
                        continued: merged.is_some_and(|node| attribute(node, "val") != Some("restart")),
                        struck: struck.join("\n"),
                    });
                    let wide = number(properties.and_then(|node| value_of(node, "gridSpan"))).unwrap_or(1);
                    row.resize_with(row.len() + wide.saturating_sub(1), TextCell::default);
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(node, depth + 1, row)?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// Nothing is allotted for what a row merely claims.
fn number(value: Option<&str>) -> Option<usize> {
    value.and_then(|value| value.parse().ok()).map(|number: usize| number.min(MOST_PLACES))
}
