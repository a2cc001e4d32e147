//! The records of an old workbook, as far as they say how cells look. Their layout is told in [MS-XLS].

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use super::super::TableError;

/// The number of cells, empty ones among them, between the first and the last filled one of a sheet. A table within the
/// limits that begins far down the sheet has fewer.
const LARGEST_AREA: u64 = 1_000_000;

/// What a sheet may claim to have: every cell of the first sixty columns.
const LARGEST_CLAIM: u64 = 65_536 * 60;

/// How cells look in a workbook.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// For each font, whether it strikes out.
    fonts: Vec<bool>,
    /// For each style its font and its format.
    styles: Vec<(u16, u16)>,
    formats: HashMap<u16, String>,
    pub(super) pages: Vec<Page>,
}

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    /// The style of each filled cell.
    pub(super) styles: HashMap<(u32, u32), u16>,
}

/// How a cell looks.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// The code of its format.
    pub(super) code: String,
    pub(super) struck: bool,
}

impl Book {
    pub(super) fn read(stream: &[u8]) -> Result<Self, TableError> {
        let mut book = Self::default();
        let (mut places, mut since_97) = (Vec::new(), true);
        for Record { kind, data } in records(stream) {
            match kind {
                // The beginning; before Excel 97 texts were of single bytes.
                0x0809 => since_97 = short(data, 0) != Some(0x0500),
                0x000a => break,
                // A password.
                0x002f if short(data, 0) != Some(0) => return Err(TableError::Protected),
                0x0031 => book.fonts.push(short(data, 2).is_some_and(|marks| marks & 0x08 != 0)),
                0x00e0 => book.styles.extend(short(data, 0).zip(short(data, 2))),
                0x041e => book.formats.extend(short(data, 0).zip(format_code(data, since_97))),
                0x0085 => places.extend(long(data, 0)),
                // Texts that sheets share are counted before room is made for them; the shortest takes three bytes.
                0x00fc if long(data, 4).is_none_or(|count| count as usize > stream.len() / 3) => {
                    return Err(TableError::Broken);
                }
                _ => {}
            }
        }
        for place in places {
            let sheet = stream.get(place as usize..).ok_or(TableError::Broken)?;
            book.pages.push(Page::read(sheet)?);
        }
        Ok(book)
    }

    pub(super) fn look(&self, style: u16) -> Look {
        let Some((font, format)) = self.styles.get(usize::from(style)).copied() else {
            return Look::default();
        };
        // There is no fourth font.
        let font = usize::from(if font > 4 { font - 1 } else { font });
        let built_in = || ssfmt::format_code_from_id(format.into()).map(str::to_owned);
        Look {
            code: self.formats.get(&format).cloned().or_else(built_in).unwrap_or_default(),
            struck: self.fonts.get(font).copied().unwrap_or_default(),
        }
    }
}

impl Page {
    fn read(sheet: &[u8]) -> Result<Self, TableError> {
        let mut page = Self::default();
        let mut area = Area::default();
        let mut depth = 0;
        for Record { kind, data } in records(sheet) {
            match kind {
                // Charts within a sheet have cells of their own.
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                _ if depth > 1 => {}
                0x0200 => claimed(data)?,
                0x0208 => {
                    if let (Some(row), Some(marks)) = (short(data, 0), short(data, 12))
                        && marks & 0x20 != 0
                    {
                        page.hidden_rows.insert(row.into());
                    }
                }
                0x007d => {
                    if let (Some(first), Some(last), Some(marks)) =
                        (short(data, 0), short(data, 2), short(data, 8))
                        && marks & 1 != 0
                    {
                        page.hidden_columns.push(first.into()..=last.into());
                    }
                }
                // A number, a small number, a shared text, a text, a rich text, yes or no, a formula.
                0x0203 | 0x027e | 0x00fd | 0x0204 | 0x00d6 | 0x0205 | 0x0006 => {
                    if let (Some(row), Some(column), Some(style)) =
                        (short(data, 0), short(data, 2), short(data, 4))
                    {
                        page.styles.insert((row.into(), column.into()), style);
                        area.take_in(row.into(), column.into())?;
                    }
                }
                // Small numbers one after another.
                0x00bd => {
                    let (Some(row), Some(first)) = (short(data, 0), short(data, 2)) else { continue };
                    for (at, column) in (4..data.len().saturating_sub(7)).step_by(6).zip(u32::from(first)..) {
                        page.styles.extend(short(data, at).map(|style| ((row.into(), column), style)));
                        area.take_in(row.into(), column)?;
                    }
                }
                _ => {}
            }
        }
        Ok(page)
    }
}

/// The smallest rectangle with all filled cells; so much room is made for a sheet.
#[derive(Debug, Default)]
struct Area(Option<[u32; 4]>);

impl Area {
    fn take_in(&mut self, row: u32, column: u32) -> Result<(), TableError> {
        let [top, left, bottom, right] = self.0.unwrap_or([row, column, row, column]);
        let grown = [top.min(row), left.min(column), bottom.max(row), right.max(column)];
        self.0 = Some(grown);
        let size = u64::from(grown[2] - grown[0] + 1) * u64::from(grown[3] - grown[1] + 1);
        if size > LARGEST_AREA { Err(TableError::Bomb) } else { Ok(()) }
    }
}

/// Refuses a sheet that claims more cells than any has, for which room would be made.
fn claimed(data: &[u8]) -> Result<(), TableError> {
    let (rows, columns) = if data.len() >= 14 {
        (long(data, 0).zip(long(data, 4)), short(data, 8).zip(short(data, 10)))
    } else {
        let rows = short(data, 0).zip(short(data, 2));
        (rows.map(|(first, last)| (first.into(), last.into())), short(data, 4).zip(short(data, 6)))
    };
    let (Some((top, bottom)), Some((left, right))) = (rows, columns) else { return Err(TableError::Broken) };
    if top > bottom && bottom > 0 {
        // Counted downwards, this is four billion rows.
        return Err(TableError::Broken);
    }
    // A first column that cannot be is taken for none.
    let left = if left > 0xff || left > right { 0 } else { left };
    let size = u64::from(bottom.saturating_sub(top)) * u64::from(right - left);
    if size > LARGEST_CLAIM { Err(TableError::Bomb) } else { Ok(()) }
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

/// One record after another, to the end or to the first that is cut off.
fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some(Record { kind, data })
    })
}

fn short(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?]))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(short(data, at)?) | u32::from(short(data, at + 2)?) << 16)
}

fn format_code(data: &[u8], since_97: bool) -> Option<String> {
    if !since_97 {
        let length = usize::from(*data.get(2)?);
        let text = data.get(3..3 + length)?;
        return Some(encoding_rs::WINDOWS_1251.decode_without_bom_handling(text).0.into_owned());
    }
    let length = usize::from(short(data, 2)?);
    if data.get(4)? & 1 == 0 {
        // Each byte is a sign of Latin-1.
        return Some(data.get(5..5 + length)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let pairs = data.get(5..5 + length * 2)?.chunks_exact(2);
    let units: Vec<u16> = pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}
