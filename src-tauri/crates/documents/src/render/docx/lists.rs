//! Lists that Word numbers itself, so that a point put in between moves the others on.
//!
//! A list runs on while the numbers of the paper follow each other. Where they do not (an extract holds
//! question 3 alone; recommendations stand apart), the next list begins with the number that is due.

use std::fmt::Write;

use super::units::INDENT;

/// A place in a list: which list, and how deep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) list: usize,
    pub(super) level: usize,
}

/// How the numbers of a list look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// «1.» with the indent of running text.
    Plain,
    /// «1. СЛУШАЛИ:» at the margin, «1.1. Признать …» with the indent.
    Questions,
    /// The numbers of a table's rows: «1», centred.
    Rows,
    /// «1)» with the indent of running text.
    Items,
    /// «—» with the same indent.
    Dashes,
    /// «1.» of a centred heading.
    Sections,
}

#[derive(Debug)]
struct List {
    look: Look,
    starts: [u32; 2],
}

/// The last number that was given, while its list can run on.
#[derive(Debug, Clone, Copy)]
struct Last {
    list: usize,
    question: u32,
    decision: u32,
    /// Whether the list has said its question's number, or began in the middle of one.
    whole: bool,
}

/// All lists of one file.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: Vec<List>,
    last: Option<Last>,
    /// The list of the agenda and the last number in it.
    agenda: Option<(usize, u32)>,
}

impl Lists {
    fn begin(&mut self, look: Look, starts: [u32; 2]) -> usize {
        self.lists.push(List { look, starts });
        self.lists.len()
    }

    /// A list of its own, from one.
    pub(super) fn plain(&mut self) -> Point {
        Point { list: self.begin(Look::Plain, [1, 1]), level: 0 }
    }

    /// Items under a word of their own, with numbers or dashes.
    pub(super) fn items(&mut self, numbered: bool) -> Point {
        let look = if numbered { Look::Items } else { Look::Dashes };
        Point { list: self.begin(look, [1, 1]), level: 0 }
    }

    /// The headings of sections.
    pub(super) fn sections(&mut self) -> Point {
        Point { list: self.begin(Look::Sections, [1, 1]), level: 0 }
    }

    /// The numbers of a table's rows.
    pub(super) fn rows(&mut self) -> Point {
        Point { list: self.begin(Look::Rows, [1, 1]), level: 0 }
    }

    /// The place of a question of the agenda.
    pub(super) fn agenda(&mut self, number: u32) -> Point {
        let list = match self.agenda.filter(|(_, last)| last.checked_add(1) == Some(number)) {
            Some((list, _)) => list,
            None => self.begin(Look::Plain, [number, 1]),
        };
        self.agenda = Some((list, number));
        Point { list, level: 0 }
    }

    /// The place of a question with this number.
    pub(super) fn question(&mut self, number: u32) -> Point {
        let runs_on = self.last.filter(|last| last.whole && last.question.checked_add(1) == Some(number));
        let list = match runs_on {
            Some(last) => last.list,
            None => self.begin(Look::Questions, [number, 1]),
        };
        self.last = Some(Last { list, question: number, decision: 0, whole: true });
        Point { list, level: 0 }
    }

    /// The place of a decision with a number such as «2.1»; none where the number is not of this kind
    /// and has to be written out.
    pub(super) fn decision(&mut self, number: &str) -> Option<Point> {
        let (question, decision) = number.split_once('.')?;
        let part = |digits: &str| {
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
            // Word itself counts to 32 767.
            digits.parse::<u32>().ok().filter(|part| plain && *part < 32_767)
        };
        let (question, decision) = (part(question)?, part(decision)?);
        let runs_on = self.last.filter(|last| last.question == question && last.decision + 1 == decision);
        let (list, whole) = match runs_on {
            Some(last) => (last.list, last.whole),
            None => (self.begin(Look::Questions, [question, decision]), false),
        };
        self.last = Some(Last { list, question, decision, whole });
        Some(Point { list, level: 1 })
    }

    /// The part `word/numbering.xml`.
    pub(super) fn part(&self) -> String {
        let mut part = format!("{}<w:numbering xmlns:w=\"{}\">", super::text::HEAD, super::text::MAIN);
        // Writing to a string does not fail.
        for (list, id) in self.lists.iter().zip(1..) {
            let kind = if list.look == Look::Questions { "multilevel" } else { "singleLevel" };
            let _ = write!(
                part,
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:nsid w:val=\"{:08X}\"/>\
                 <w:multiLevelType w:val=\"{kind}\"/>",
                0x5050_5300_usize + id
            );
            part.push_str(&list.levels());
            part.push_str("</w:abstractNum>");
        }
        for id in 1..=self.lists.len() {
            let _ = write!(part, "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>");
        }
        part.push_str("</w:numbering>");
        part
    }
}

impl List {
    fn levels(&self) -> String {
        let kind = if self.look == Look::Dashes { "bullet" } else { "decimal" };
        let level = |level: usize, text: &str, after: &str, side: &str, indent: u32| {
            format!(
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{}\"/><w:numFmt w:val=\"{kind}\"/>\
                 <w:suff w:val=\"{after}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"{side}\"/>\
                 <w:pPr><w:ind w:left=\"0\" w:firstLine=\"{indent}\"/></w:pPr></w:lvl>",
                self.starts.get(level).copied().unwrap_or(1)
            )
        };
        match self.look {
            Look::Plain => level(0, "%1.", "space", "left", INDENT),
            Look::Questions => {
                level(0, "%1.", "space", "left", 0) + &level(1, "%1.%2.", "space", "left", INDENT)
            }
            Look::Rows => level(0, "%1", "nothing", "left", 0),
            Look::Items => level(0, "%1)", "space", "left", INDENT),
            Look::Dashes => level(0, "—", "space", "left", INDENT),
            Look::Sections => level(0, "%1.", "space", "left", 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_one_list() {
        let mut lists = Lists::default();
        let places = [
            Some(lists.question(1)),
            lists.decision("1.1"),
            lists.decision("1.2"),
            Some(lists.question(2)),
            lists.decision("2.1"),
        ];
        assert!(places.iter().all(|place| place.is_some_and(|place| place.list == 1)), "{places:?}");
        assert_eq!(lists.lists.len(), 1);
    }

    #[test]
    fn a_gap_begins_a_list_with_the_number_that_is_due() {
        let mut lists = Lists::default();
        lists.question(3);
        assert_eq!(lists.decision("3.2"), Some(Point { list: 2, level: 1 }));
        assert_eq!(lists.lists[1].starts, [3, 2]);
        // The second list never said «3.», so the next question does not run on in it.
        assert_eq!(lists.question(4), Point { list: 3, level: 0 });
    }

    #[test]
    fn a_number_of_another_kind_is_written_out() {
        for number in ["", "1", "1.", "а.1", "1.1.1", "1.01", "+1.1", "1.99999"] {
            assert_eq!(Lists::default().decision(number), None, "{number}");
        }
    }
}
