//! A paper made of blocks, block by block as `templates/document.typ` draws it.

use super::body::Body;
use super::data_table;
use super::figures;
use super::paragraph::Paragraph;
use super::plan::stamps;
use super::protocol::{agenda, discussed, letterhead};
use super::styles::Style;
use super::table::{self, Room, cell_of, open, row};
use super::text::{filled, has, lines, stopped};
use super::units::{ems, twips};
use crate::model::{Blank, Block, Document, TitlePage};
use crate::papers::Signature;

/// How wide the block with the addressee is, in millimetres.
const ADDRESSEE: u32 = 80;
/// How far apart lines to write on are, in millimetres.
const WRITING: f64 = 8.0;

pub(super) fn document(view: &Document) -> Body {
    let mut body = Body::default();
    body.flipped = view.landscape;
    body.unnumbered = view.single_sheets;
    let sections = body.lists.sections();
    for (place, block) in view.blocks.iter().enumerate() {
        let last = place + 1 == view.blocks.len();
        let bound = last && !view.ending.is_empty();
        match block {
            Block::Heading { text, number: Some(_), .. } => {
                body.add(Paragraph::new(Style::Heading1, text).numbered(Some(sections)));
            }
            block => add(&mut body, block, bound),
        }
    }
    for block in &view.ending {
        add(&mut body, block, true);
    }
    body
}

/// Adds a block. What is `bound` stays with what follows it.
fn add(body: &mut Body, block: &Block, bound: bool) {
    let keep = |paragraph: Paragraph| if bound { paragraph.kept() } else { paragraph };
    let spaced = |paragraph: Paragraph, above: &Option<f64>, below: &Option<f64>| {
        let paragraph = match above {
            Some(room) => paragraph.before(ems(*room)),
            None => paragraph,
        };
        match below {
            Some(room) => paragraph.after(ems(*room)),
            None => paragraph,
        }
    };
    match block {
        // Word follows nobody.
        Block::Stands { .. } => {}
        Block::TitlePage(page) => title_page(body, page),
        Block::Heading { text, level, .. } => {
            let style = if *level == 1 { Style::Heading1 } else { Style::Heading2 };
            body.add(Paragraph::new(style, text));
        }
        Block::Centred { text, above, below } => {
            body.gap(above.map_or(0, ems));
            body.title(Style::Centred, text, below.map_or(0, ems));
        }
        Block::Line { text, strong, small, above, below } => {
            let style = if *small { Style::Cell } else { Style::Plain };
            let line =
                if *strong { Paragraph::labelled(style, text, "") } else { Paragraph::new(style, text) };
            body.add(keep(spaced(line, above, below)));
        }
        Block::Blanks { parts, centred, strong, above, below } => {
            let style = match (centred, strong) {
                (true, _) => Style::Centred,
                (false, true) => Style::Opening,
                (false, false) => Style::Plain,
            };
            body.add(keep(spaced(blanks(style, parts), above, below)));
        }
        Block::Gap { size } => body.gap(ems(*size)),
        Block::PageBreak {} => body.page_break(),
        Block::Text { text } => {
            for line in lines(text) {
                body.add(keep(Paragraph::new(Style::Body, line)));
            }
        }
        Block::Remark { text } => body.line(Style::Remark, text),
        Block::Facts { items } => {
            for fact in items.iter().filter(|fact| has(&fact.value)) {
                body.line(Style::Body, &format!("{}: {}", fact.label, stopped(&fact.value)));
            }
        }
        Block::Labelled { items } => {
            for fact in items.iter().filter(|fact| has(&fact.value)) {
                body.add(Paragraph::labelled(Style::Body, &format!("{}:", fact.label), &fact.value));
            }
        }
        Block::List { title, items, numbered } => {
            if has(title) {
                body.add(Paragraph::new(Style::Body, title).kept());
            }
            let point = body.lists.items(*numbered);
            for item in items.iter().filter(|item| has(item)) {
                body.add(Paragraph::new(Style::Body, item).numbered(Some(point)));
            }
        }
        Block::Table(table) => data_table::add(body, table, bound),
        Block::Opening { text } => body.add(Paragraph::new(Style::Opening, text)),
        Block::People { people } => body.table(table::people(people)),
        Block::Agenda { questions } => {
            agenda(body, questions.iter().map(|asked| (number_of(asked.number), &asked.question)));
        }
        Block::Discussed(asked) => discussed(body, &asked.question, number_of(asked.number), false),
        Block::Addressed { post, name, corner } => addressed(body, post, name.as_deref(), corner),
        Block::Stamps { left, right } => stamps(body, left.as_ref(), right.as_ref()),
        Block::Rules { count } => rules(body, *count),
        Block::Whole { blocks } => {
            body.gap(twips(5.0));
            for (place, inner) in blocks.iter().enumerate() {
                add(body, inner, place + 1 < blocks.len());
            }
        }
        Block::Signatures { signatures, word, day, room_for_day } => {
            let day = match filled(day.as_ref()) {
                Some(day) => Some(Paragraph::new(Style::Plain, day)),
                None => room_for_day.then(Paragraph::blank_day),
            };
            body.signed(signatures, filled(word.as_ref()), day);
        }
        Block::Acceptance { handed_by } => acceptance(body, handed_by),
        Block::Attendance { bars } => figures::attendance(body, bars),
        Block::PlanFact { bars } => figures::plan_fact(body, bars),
        Block::Difficulties { waves, rows } => figures::difficulties(body, waves, rows),
        Block::Years { years, measures, notes } => figures::years(body, years, measures, notes),
    }
}

fn number_of(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn title_page(body: &mut Body, page: &TitlePage) {
    letterhead(body, page.superior.as_deref(), &page.community);
    body.add(Paragraph::new(Style::PageTitle, &page.title));
    body.title(Style::Centred, &page.about, 160);
    if let Some(period) = filled(page.period.as_ref()) {
        body.title(Style::Centred, &format!("Период: {period}"), 0);
    }
    let mut room = 1900;
    for fact in page.facts.iter().filter(|fact| has(&fact.value)) {
        let line = format!("{}: {}", fact.label, fact.value);
        body.add(Paragraph::new(Style::Plain, &line).before(room));
        room = 140;
    }
    body.add(Paragraph::new(Style::Receipt, "Отметка о приёме").before(1700));
    body.add(Paragraph::blanks(Style::Receipt, &[("Вх. №\u{A0}", 39)]));
    body.add(Paragraph::blanks(Style::Receipt, &[("«", 7), ("» ", 29), (" 20", 7), (" г.", 0)]));
    if has(&page.foot) {
        body.add(Paragraph::new(Style::Centred, &page.foot).before(1700));
    }
    body.page_break();
}

/// A rule of so many millimetres in widths of a space.
fn spaces(millimetres: f64) -> usize {
    // A rule is shorter than a sheet.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = (millimetres.max(0.0) * 0.81).round() as usize;
    count
}

fn blanks(style: Style, parts: &[Blank]) -> Paragraph {
    let parts: Vec<(&str, usize)> =
        parts.iter().map(|part| (part.text.as_str(), spaces(part.room))).collect();
    Paragraph::blanks(style, &parts)
}

/// To whom a paper goes, at the right; a name that is not known is a rule to fill in. In the left corner may stand whose
/// paper it is.
fn addressed(body: &mut Body, post: &str, name: Option<&str>, corner: &[Vec<Blank>]) {
    let plain = |text: &str| Paragraph::new(Style::Plain, text);
    let mut left: Vec<Paragraph> = corner.iter().map(|line| blanks(Style::Plain, line)).collect();
    let mut right: Vec<Paragraph> = lines(post).map(plain).collect();
    right.extend(name.map(|name| {
        if has(name) { plain(name) } else { Paragraph::blanks(Style::Plain, &[("", spaces(62.0))]) }
    }));
    for side in [&mut left, &mut right] {
        if side.is_empty() {
            side.push(plain(""));
        }
    }
    let widths = [body.sheet().saturating_sub(ADDRESSEE), ADDRESSEE];
    let cells = cell_of(widths[0], "", &left) + &cell_of(widths[1], "", &right);
    body.table(open("TableNormal", &widths, &Room(0.0, 0.0)) + &row("", &cells) + "</w:tbl>");
    body.add(Paragraph::new(Style::Nothing, "").after(240));
}

/// Lines to write on.
fn rules(body: &mut Body, count: u32) {
    let height = twips(WRITING);
    let sheet = body.sheet();
    let border =
        "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>";
    let line = row(
        &format!("<w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/>"),
        &table::cell(sheet, border, &Paragraph::new(Style::Cell, "")),
    );
    let all = line.repeat(usize::try_from(count).unwrap_or_default());
    body.table(open("TableNormal", &[sheet], &Room(0.0, 0.0)) + &all + "</w:tbl>");
}

/// «Сдал», and room for whoever takes the papers.
fn acceptance(body: &mut Body, handed_by: &Signature) {
    let word = |word: &str| Paragraph::labelled(Style::Plain, word, "").before(336).kept();
    body.add(word("Сдал:"));
    body.table(table::signatures(
        std::slice::from_ref(handed_by),
        Some(&Paragraph::blank_day()),
        140,
        body.sheet(),
    ));
    body.add(word("Принял:"));
    let line = |parts: &[(&str, usize)]| Paragraph::blanks(Style::Plain, parts).before(200);
    body.add(line(&[("Дата ", 48), ("  Вх. № ", 46)]).kept());
    body.add(line(&[("Подпись ", 44), ("  И. О. Фамилия ", 34)]));
}
