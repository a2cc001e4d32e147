//! How wide a text will be, where Word has to be helped.
//!
//! The widths are those of Tinos, and Times New Roman and Liberation Serif have the same.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::{Abs, Em};
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

use super::text::lines;
use super::units::twips;
use crate::render::typst::PLAIN_FACE;

static FACE: LazyLock<Option<FontInstance>> = LazyLock::new(|| {
    let face = Font::new(Bytes::new(PLAIN_FACE), 0)?;
    Some(face.instantiate(FontVariant::default(), Abs::pt(14.0), &FontVariations::default()))
});

/// A point in millimetres.
const POINT: f64 = 25.4 / 72.0;
/// The size of the running text.
const TEXT: f64 = 14.0;
/// The size of tables.
const TABLE: f64 = 12.0;
/// What binds words.
const NO_BREAK: char = '\u{A0}';
/// Bold letters are about so much wider.
const BOLD: f64 = 1.06;
/// Rounding must not push a word over the end of its line.
const SLACK: f64 = 1.5;
/// What takes more lines is no title any more and keeps the full measure.
const MOST_LINES: usize = 8;

/// By how much each side of a title moves in, in twentieths of a point; zero where one line is enough.
/// Lines of a title are of about the same length and leave no word alone, which Word cannot do by itself.
pub(super) fn indent(text: &str, bold: bool, sheet: f64) -> u32 {
    let whole = count(text, bold, sheet);
    if whole <= lines(text).count() || whole > MOST_LINES {
        return 0;
    }
    let (mut narrow, mut wide) = (sheet / 2.0, sheet);
    for _ in 0..9 {
        let middle = f64::midpoint(narrow, wide);
        if count(text, bold, middle) > whole { narrow = middle } else { wide = middle }
    }
    twips(((sheet - wide - SLACK) / 2.0).max(0.0))
}

/// How many lines the text takes at this width.
fn count(text: &str, bold: bool, room: f64) -> usize {
    let size = if bold { TEXT * BOLD } else { TEXT };
    let space = width(" ", size);
    lines(text)
        .map(|line| {
            let (mut count, mut used) = (1, 0.0);
            for word in line.split(' ') {
                let wide = width(word, size);
                if used > 0.0 && used + space + wide > room {
                    count += 1;
                    used = wide;
                } else {
                    used += if used > 0.0 { space + wide } else { wide };
                }
            }
            count
        })
        .sum()
}

/// A width in millimetres, at a size in points.
fn width(text: &str, size: f64) -> f64 {
    let Some(face) = FACE.as_ref() else { return 0.0 };
    let advance = |letter| face.ttf().glyph_index(letter).and_then(|glyph| face.x_advance(glyph.0));
    let ems: f64 = text.chars().filter_map(advance).map(Em::get).sum();
    ems * size * POINT
}

/// Whether every word of a bold text of this size fits a column as it is.
pub(super) fn words_fit(text: &str, room: f64, size: f64) -> bool {
    text.split([' ', '\n', NO_BREAK, '-', '/']).all(|word| width(word, size) * BOLD <= room)
}

/// A cell's text where a chain of bound words is wider than the column: the words let go of each other,
/// or Word would break the chain in the middle of a word.
pub(super) fn loosened(text: &str, room: f64) -> String {
    let fits = |chain: &str| width(chain.trim_end_matches([' ', '\n']), TABLE) + SLACK / 2.0 <= room;
    text.split_inclusive([' ', '\n'])
        .map(|chain| if fits(chain) { chain.to_owned() } else { chain.replace(NO_BREAK, " ") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sheet inside the margins, in millimetres.
    const SHEET: f64 = 170.0;

    #[test]
    fn a_short_title_keeps_the_full_measure() {
        assert_eq!(indent("МБОУ «Рыбновская СШ № 3», очно", false, SHEET), 0);
    }

    #[test]
    fn no_word_is_left_alone() {
        let title = "Управление образования и молодёжной политики администрации Рыбновского района";
        assert_eq!(count(title, false, SHEET), 2);
        let inside = SHEET - f64::from(indent(title, false, SHEET)) * 2.0 * 25.4 / 1440.0;
        assert!(inside < 120.0, "{inside}");
        assert_eq!(count(title, false, inside), 2);
    }

    #[test]
    fn a_chain_lets_go_only_where_it_does_not_fit() {
        let chain = "МБОУ\u{A0}«Вакинская\u{A0}СШ»";
        assert_eq!(loosened(chain, 55.0), chain);
        assert_eq!(loosened(chain, 40.0), "МБОУ «Вакинская СШ»");
    }
}
