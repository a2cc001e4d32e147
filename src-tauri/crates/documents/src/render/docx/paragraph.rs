//! A paragraph in a named style.

use std::fmt::Write;

use super::lists::Point;
use super::styles::Style;
use super::text::{has, run, runs, sized};

/// One paragraph on its way into the file.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) point: Option<Point>,
    pub(super) keep_next: bool,
    pub(super) keep_lines: bool,
    pub(super) new_page: bool,
    pub(super) before: Option<u32>,
    pub(super) after: Option<u32>,
    /// By how much both sides move in.
    pub(super) sides: u32,
    /// Words may be parted, whatever the style says.
    pub(super) parted: bool,
    pub(super) runs: String,
}

impl Paragraph {
    /// A paragraph with a text; the lines of the text stay lines.
    pub(super) fn new(style: Style, text: &str) -> Self {
        Self {
            style,
            point: None,
            keep_next: false,
            keep_lines: false,
            new_page: false,
            before: None,
            after: None,
            sides: 0,
            parted: false,
            runs: runs(text),
        }
    }

    /// Its number comes from a list.
    pub(super) fn numbered(mut self, point: Option<Point>) -> Self {
        self.point = point;
        self
    }

    /// A paragraph that begins with a bold label.
    pub(super) fn labelled(style: Style, label: &str, text: &str) -> Self {
        let mut paragraph = Self::new(style, "");
        run(&mut paragraph.runs, label, "<w:b/><w:bCs/>");
        if has(text) {
            run(&mut paragraph.runs, " ", "");
        }
        paragraph.runs.push_str(&runs(text));
        paragraph
    }

    /// Its words may be parted: the column is narrower than one of them.
    pub(super) fn parted(mut self, parted: bool) -> Self {
        self.parted = parted;
        self
    }

    /// Its letters have this size in points, in place of that of its style.
    pub(super) fn sized(mut self, points: Option<f64>) -> Self {
        if let Some(points) = points {
            self.runs = sized(&self.runs, points);
        }
        self
    }

    /// It stays on the page of what follows.
    pub(super) fn kept(mut self) -> Self {
        self.keep_next = true;
        self
    }

    /// It begins a page.
    pub(super) fn on_new_page(mut self) -> Self {
        self.new_page = true;
        self
    }

    /// Room before it, in twentieths of a point, in place of what its style says.
    pub(super) fn before(mut self, room: u32) -> Self {
        self.before = Some(room);
        self
    }

    /// Room after it.
    pub(super) fn after(mut self, room: u32) -> Self {
        self.after = Some(room);
        self
    }

    /// What follows after a tab.
    pub(super) fn tab(mut self, text: &str) -> Self {
        self.runs.push_str("<w:r><w:tab/></w:r>");
        self.runs.push_str(&runs(text));
        self
    }

    /// «__» ________ 20__ г., to be filled in by hand.
    pub(super) fn blank_day() -> Self {
        Self::blanks(Style::Plain, &[("«", 7), ("» ", 29), (" 20", 7), (" г.", 0)])
    }

    /// Texts, each with a rule after it to write on, in widths of a space. The rules are underlined spaces, so
    /// that whoever reads the text aloud or copies it meets no dashes.
    pub(super) fn blanks(style: Style, parts: &[(&str, usize)]) -> Self {
        let mut paragraph = Self::new(style, "");
        for (text, rule) in parts {
            run(&mut paragraph.runs, text, "");
            run(&mut paragraph.runs, &"\u{A0}".repeat(*rule), "<w:u w:val=\"single\"/>");
        }
        paragraph
    }

    /// A patch of a pattern and what it means, for the key of a picture.
    pub(super) fn swatch(mut self, pattern: &str, meaning: &str) -> Self {
        let properties =
            format!("<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:shd {pattern}/>");
        run(&mut self.runs, &"\u{A0}".repeat(5), &properties);
        run(&mut self.runs, &format!(" {meaning}    "), "");
        self
    }

    /// The paragraph as XML. The order of the properties is that of the standard.
    pub(super) fn xml(&self) -> String {
        let mut xml = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style.id());
        for (set, name) in
            [(self.keep_next, "keepNext"), (self.keep_lines, "keepLines"), (self.new_page, "pageBreakBefore")]
        {
            if set {
                // Writing to a string does not fail.
                let _ = write!(xml, "<w:{name}/>");
            }
        }
        if let Some(Point { list, level }) = self.point {
            let _ = write!(xml, "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        }
        if self.parted {
            xml.push_str("<w:suppressAutoHyphens w:val=\"0\"/>");
        }
        if self.before.is_some() || self.after.is_some() {
            xml.push_str("<w:spacing");
            for (name, room) in [("before", self.before), ("after", self.after)] {
                if let Some(room) = room {
                    let _ = write!(xml, " w:{name}=\"{room}\"");
                }
            }
            xml.push_str("/>");
        }
        if self.sides > 0 {
            let _ = write!(xml, "<w:ind w:left=\"{0}\" w:right=\"{0}\"/>", self.sides);
        }
        let _ = write!(xml, "</w:pPr>{}</w:p>", self.runs);
        xml
    }
}
