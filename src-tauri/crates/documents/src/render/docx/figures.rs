//! Pictures of the report as tables whose cells are filled: they stay sharp, and Word lets them be mended.
//! As in `templates/figures.typ`, what differs in meaning differs in pattern and has its number beside it.

use super::body::Body;
use super::paragraph::Paragraph;
use super::styles::Style;
use super::table::{Room, cell, open, row};
use super::units::twips;
use crate::papers::{AttendanceBar, DifficultyBars, DirectionBar, YearBar, YearBars};

const DARK: &str = "w:val=\"clear\" w:color=\"auto\" w:fill=\"464646\"";
const PALE: &str = "w:val=\"clear\" w:color=\"auto\" w:fill=\"CDCDCD\"";
const WHITE: &str = "w:val=\"clear\" w:color=\"auto\" w:fill=\"FFFFFF\"";
const HATCHED: &str = "w:val=\"diagStripe\" w:color=\"000000\" w:fill=\"FFFFFF\"";
const DOTTED: &str = "w:val=\"pct12\" w:color=\"000000\" w:fill=\"FFFFFF\"";

/// The steps of a bar. A table of Word has at most 63 columns.
const STEPS: u32 = 45;
/// A step in millimetres.
const STEP: u32 = 2;
/// The names at the left.
const NAMES: u32 = 58;
/// The numbers at the right.
const NUMBERS: u32 = 170 - NAMES - STEPS * STEP;
/// The steps that a year takes before its bar, and a share in words after it.
const YEAR_STEPS: u32 = 10;
const WORDS_STEPS: u32 = 7;

/// The cell goes on with the one above.
const MERGED: &str = "<w:vMerge/>";

/// One line of a picture.
struct Bar<'a> {
    name: &'a str,
    /// How much of the whole has which pattern.
    portions: Vec<(u32, &'static str)>,
    whole: u32,
    number: String,
    /// The year that the line tells of, before it; its number is then told in words.
    year: Option<&'a str>,
    /// Room above it: a new name stands apart from the lines of the one before.
    apart: bool,
}

/// A picture with its title and its key.
fn picture(body: &mut Body, title: &str, bars: &[Bar<'_>], key: &[(&str, &str)]) {
    body.add(Paragraph::new(Style::Caption, title));
    let mut widths = vec![STEP; STEPS as usize + 2];
    if let (Some(first), last) = (widths.first_mut(), STEPS as usize + 1) {
        *first = NAMES;
        if let Some(last) = widths.get_mut(last) {
            *last = NUMBERS;
        }
    }
    let mut xml = open("TableNormal", &widths, &Room(0.0, 0.0));
    for (bar, next) in bars.iter().zip(bars.iter().skip(1).map(Some).chain([None])) {
        xml.push_str(&gap(bar.apart));
        xml.push_str(&drawn(bar, next.is_some_and(|next| !next.apart)));
    }
    body.table(xml + "</w:tbl>");
    if key.is_empty() {
        return;
    }
    let mut line = Paragraph::new(Style::Key, "");
    for (pattern, meaning) in key {
        line = line.swatch(pattern, meaning);
    }
    body.add(line);
}

/// A row that only keeps the bars apart.
fn gap(apart: bool) -> String {
    let height = twips(if apart { 2.0 } else { 0.7 });
    let span = format!("<w:gridSpan w:val=\"{}\"/>", STEPS + 1);
    let nothing = Paragraph::new(Style::Nothing, "").kept();
    let cells = cell(NAMES, if apart { "" } else { MERGED }, &nothing) + &cell(170 - NAMES, &span, &nothing);
    row(&format!("<w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/>"), &cells)
}

/// A bar between its name and its number; the name may reach down beside the next bars.
fn drawn(bar: &Bar<'_>, first_of_several: bool) -> String {
    let middle = "<w:vAlign w:val=\"center\"/>";
    let margin = format!("<w:tcMar><w:left w:w=\"{}\" w:type=\"dxa\"/></w:tcMar>", twips(2.0));
    let text = |text: &str| Paragraph::new(Style::Cell, text).kept();
    let merged = match (bar.apart, first_of_several) {
        (false, _) => MERGED,
        (true, true) => "<w:vMerge w:val=\"restart\"/>",
        (true, false) => "",
    };
    let mut cells = cell(NAMES, &format!("{merged}{middle}"), &text(bar.name));
    let (before, after) = if bar.year.is_some() { (YEAR_STEPS, WORDS_STEPS) } else { (0, 0) };
    if let Some(year) = bar.year {
        let span = format!("<w:gridSpan w:val=\"{before}\"/>{margin}{middle}");
        cells.push_str(&cell(before * STEP, &span, &text(year)));
    }
    let room = STEPS - before - after;
    let mut left = room;
    for (steps, pattern) in steps(&bar.portions, bar.whole, room) {
        let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"";
        let properties = format!(
            "<w:gridSpan w:val=\"{steps}\"/><w:tcBorders><w:top {line}/><w:left {line}/><w:bottom {line}/>\
             <w:right {line}/></w:tcBorders><w:shd {pattern}/>"
        );
        cells.push_str(&cell(steps * STEP, &properties, &text("")));
        left = left.saturating_sub(steps);
    }
    if left > 0 {
        cells.push_str(&cell(left * STEP, &format!("<w:gridSpan w:val=\"{left}\"/>"), &text("")));
    }
    let number = format!("<w:gridSpan w:val=\"{}\"/>{margin}{middle}", after + 1);
    row("", &(cells + &cell(NUMBERS + after * STEP, &number, &text(&bar.number))))
}

/// The portions in so many steps of the bar: never more than there are, and none that counts without a step.
fn steps(portions: &[(u32, &'static str)], whole: u32, room: u32) -> Vec<(u32, &'static str)> {
    let (mut sum, mut reached) = (0_u64, 0_u32);
    let mut result = Vec::new();
    for (count, pattern) in portions.iter().filter(|(count, _)| *count > 0) {
        sum += u64::from(*count);
        let edge = (sum * u64::from(room) * 2 / u64::from(whole.max(1))).div_ceil(2);
        let edge =
            u32::try_from(edge).unwrap_or(room).clamp(reached.saturating_add(1), room.max(reached + 1));
        if reached >= room {
            break;
        }
        result.push((edge - reached, *pattern));
        reached = edge;
    }
    result
}

fn out_of(count: u32, whole: u32) -> String {
    format!("{count} из {whole}")
}

pub(super) fn attendance(body: &mut Body, bars: &[AttendanceBar]) {
    let bars: Vec<Bar<'_>> = bars
        .iter()
        .map(|it| Bar {
            name: &it.name,
            portions: vec![(it.present, DARK), (it.of.saturating_sub(it.present), WHITE)],
            whole: it.of.max(it.present),
            number: out_of(it.present, it.of),
            year: None,
            apart: true,
        })
        .collect();
    let key = [(DARK, "присутствовали"), (WHITE, "отсутствовали")];
    picture(body, "Посещаемость заседаний по организациям", &bars, &key);
}

pub(super) fn plan_fact(body: &mut Body, bars: &[DirectionBar]) {
    type Outcome = (fn(&DirectionBar) -> u32, &'static str, &'static str);
    const OUTCOMES: [Outcome; 6] = [
        (|it| it.done.saturating_sub(it.late), DARK, "выполнено в срок"),
        (|it| it.late.min(it.done), HATCHED, "позже срока"),
        (|it| it.partly, PALE, "не в полном объёме"),
        (|it| it.cancelled, DOTTED, "отменено"),
        (|it| it.not_done, WHITE, "не выполнено"),
        (|it| it.unmarked, WHITE, "без отметки"),
    ];
    let longest = bars.iter().map(|it| it.planned).max().unwrap_or(1);
    let lines: Vec<Bar<'_>> = bars
        .iter()
        .map(|it| Bar {
            name: &it.name,
            portions: OUTCOMES.iter().map(|(count, pattern, _)| (count(it), *pattern)).collect(),
            whole: longest,
            number: out_of(it.done, it.planned),
            year: None,
            apart: true,
        })
        .collect();
    // The key names only what the picture shows.
    let key: Vec<(&str, &str)> = OUTCOMES
        .iter()
        .filter(|(count, _, _)| bars.iter().any(|it| count(it) > 0))
        .map(|(_, pattern, meaning)| (*pattern, *meaning))
        .collect();
    picture(body, "Выполнение плана по направлениям", &lines, &key);
}

pub(super) fn difficulties(body: &mut Body, waves: &[String], rows: &[DifficultyBars]) {
    let pattern = |wave: usize| match wave % 4 {
        0 => DARK,
        1 => PALE,
        2 => HATCHED,
        _ => DOTTED,
    };
    let mut lines = Vec::new();
    for it in rows {
        for (wave, found) in it.found.iter().enumerate() {
            lines.push(Bar {
                name: if wave == 0 { &it.name } else { "" },
                portions: found.iter().map(|found| (found.count, pattern(wave))).collect(),
                whole: found.map_or(1, |found| found.of.max(found.count)),
                number: found.map_or_else(|| "—".to_owned(), |found| out_of(found.count, found.of)),
                year: None,
                apart: wave == 0,
            });
        }
    }
    let key: Vec<(&str, &str)> =
        waves.iter().enumerate().map(|(wave, name)| (pattern(wave), name.as_str())).collect();
    picture(body, "Сколько опрошенных испытывают затруднение", &lines, &key);
}

/// The year of the report is dark, those before it are pale: the names of the years stand beside the bars.
pub(super) fn years(body: &mut Body, years: &[String], measures: &[YearBars], notes: &[String]) {
    let newest = years.len().saturating_sub(1);
    let mut lines = Vec::new();
    for it in measures {
        // A plain number has no whole, so the greatest of the years is the length of its bar.
        let most = it.found.iter().flatten().map(|found| found.count).max().unwrap_or(1);
        for (place, (year, found)) in years.iter().zip(&it.found).enumerate() {
            let pattern = if place == newest { DARK } else { PALE };
            let portions = |found: &YearBar| {
                let rest = found.of.unwrap_or(0).saturating_sub(found.count);
                vec![(found.count, pattern), (rest, WHITE)]
            };
            lines.push(Bar {
                name: if place == 0 { &it.name } else { "" },
                portions: found.as_ref().map(portions).unwrap_or_default(),
                whole: found.as_ref().map_or(1, |found| found.of.unwrap_or(most).max(found.count)),
                number: found.as_ref().map_or_else(|| "—".to_owned(), |found| found.words.clone()),
                year: Some(year),
                apart: place == 0,
            });
        }
    }
    picture(body, "Год к году", &lines, &[]);
    if notes.is_empty() {
        body.add(Paragraph::new(Style::Nothing, "").before(140));
    }
    body.line(Style::Key, &notes.join("; "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_whole() {
        let sum = |portions: &[(u32, &'static str)], whole| -> u32 {
            steps(portions, whole, STEPS).iter().map(|(steps, _)| steps).sum()
        };
        assert_eq!(sum(&[(8, DARK), (2, WHITE)], 10), STEPS);
        assert_eq!(steps(&[(1, DARK), (999, WHITE)], 1000, STEPS)[0].0, 1);
        assert_eq!(sum(&[(0, DARK)], 0), 0);
        assert!(sum(&[(u32::MAX, DARK), (u32::MAX, PALE), (7, WHITE)], 5) <= STEPS);
    }
}
