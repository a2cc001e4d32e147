//! Text with the found words marked.

use std::ops::Range;

use super::words::{Stems, Word, words, words_beginning};

/// Letters of a snippet, about two lines.
const SNIPPET: usize = 160;
/// Letters before the first found word.
const BEFORE: usize = 50;
/// From how many letters on the beginning of a word is enough to find it.
const PREFIX: usize = 2;

/// A text in which words are marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Where the found words stand, in bytes, in order.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// The text cut into pieces; those that are marked come with `true`. Together they are the whole text, so
    /// nobody has to count letters the way another language counts them.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let starts = std::iter::once(0).chain(self.marks.iter().map(|mark| mark.end));
        let ends = self.marks.iter().map(|mark| mark.start).chain(std::iter::once(self.text.len()));
        let plain = starts.zip(ends).map(|place| (&self.text[place.0..place.1], false));
        let marked = self.marks.iter().map(|mark| (&self.text[mark.clone()], true)).map(Some);
        let marked = marked.chain(std::iter::once(None));
        plain
            .zip(marked)
            .flat_map(|(plain, marked)| std::iter::once(plain).chain(marked))
            .filter(|piece| !piece.0.is_empty())
    }
}

/// A typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) folded: String,
    pub(super) stem: String,
}

impl Wanted {
    /// The words of what was typed. Whatever else stands there (quotes, stars, brackets) is plain text and
    /// parts words.
    pub(super) fn parse(typed: &str, stems: &Stems) -> Vec<Self> {
        const MOST: usize = 16;
        let mut wanted = Vec::<Self>::new();
        for word in words(typed) {
            let one = Self { stem: stems.stem(&word.folded), folded: word.folded };
            if wanted.len() < MOST && !one.folded.is_empty() && !wanted.contains(&one) {
                wanted.push(one);
            }
        }
        wanted
    }

    /// Whether a beginning of a word is enough.
    pub(super) fn as_prefix(&self) -> bool {
        self.folded.chars().nth(PREFIX - 1).is_some()
    }

    fn finds(&self, word: &Word, stems: &Stems) -> bool {
        let beginning = word.folded.starts_with(&self.folded);
        let found = if self.as_prefix() { beginning } else { word.folded == self.folded };
        found || word.folded.starts_with(&self.stem) && stems.stem(&word.folded) == self.stem
    }
}

/// Marks what was typed in each of the texts, as the search finds it: by the stem of a word or by its beginning.
/// Where some of the texts hold every typed word, only they are marked.
#[must_use]
pub fn marked(typed: &str, texts: Vec<String>) -> Vec<Marked> {
    let all = Typed::new(typed);
    let apart = all.apart();
    let whole = |text: &String| !apart.is_empty() && apart.iter().all(|word| word.stand_in(text));
    let whole: Vec<bool> = texts.iter().map(whole).collect();
    let any = !whole.contains(&true);
    let mark = |(text, whole): (String, bool)| {
        if any || whole { all.mark(text) } else { Marked { text, marks: Vec::new() } }
    };
    texts.into_iter().zip(whole).map(mark).collect()
}

/// All words that were typed, to be found in texts.
pub(super) struct Typed {
    wanted: Vec<Wanted>,
    /// With which letters they and their stems begin.
    letters: Vec<char>,
    stems: Stems,
}

impl Typed {
    pub(super) fn new(typed: &str) -> Self {
        let stems = Stems::new();
        let wanted = Wanted::parse(typed, &stems);
        Self { letters: letters(&wanted), wanted, stems }
    }

    pub(super) fn words(&self) -> &[Wanted] {
        &self.wanted
    }

    /// Each word on its own.
    fn apart(&self) -> Vec<Self> {
        let alone = |one: &Wanted| vec![one.clone()];
        let words = self.wanted.iter().map(alone);
        words.map(|wanted| Self { letters: letters(&wanted), wanted, stems: Stems::new() }).collect()
    }

    /// Marks the wanted words of a whole text.
    pub(super) fn mark(&self, text: String) -> Marked {
        let marks = self.places(&text).collect();
        Marked { text, marks }
    }

    /// Whether a wanted word stands in a text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// The place in some texts where a wanted word first stands; their beginning where none does. A text that only
    /// repeats the title says nothing new.
    pub(super) fn snippet(&self, texts: &[String], title: &str) -> Marked {
        let lines: Vec<&str> =
            texts.iter().map(String::as_str).filter(|text| !is_line(text, title)).collect();
        let found = lines.iter().position(|line| self.stand_in(line)).unwrap_or(0);
        // Of a long protocol only the lines around the place are put together.
        let (mut from, mut before) = (found, 0);
        while from > 0 && before <= BEFORE {
            from -= 1;
            before += letters_of(lines[from]);
        }
        let (mut to, mut after) = (found + 1, 0);
        while to < lines.len() && after <= SNIPPET {
            after += letters_of(lines[to]);
            to += 1;
        }
        let near = lines.get(from..to.min(lines.len())).unwrap_or_default();
        self.cut(&near.iter().map(|line| one_line(line)).collect::<Vec<_>>().join(" · "))
    }

    /// Cuts out the place where a wanted word first stands; the beginning where none does.
    fn cut(&self, text: &str) -> Marked {
        let first = self.places(text).next().map_or(0, |place| place.start);
        let start = back(text, first);
        let cut = &text[start..];
        let cut = cut.char_indices().nth(SNIPPET).map_or(cut, |(end, _)| &cut[..end]);
        let whole = start + cut.len() == text.len();
        // A word that is cut in two is left out, unless the whole piece is one word.
        let shown = match cut.rfind(char::is_whitespace) {
            Some(space) if !whole && start + space > first => &cut[..space],
            _ => cut,
        };
        let before = if start > 0 { "…" } else { "" };
        let after = if start + shown.len() < text.len() { "…" } else { "" };
        self.mark(format!("{before}{}{after}", shown.trim()))
    }

    /// Where wanted words stand in a text.
    fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let is_wanted = |word: &Word| self.wanted.iter().any(|wanted| wanted.finds(word, &self.stems));
        words_beginning(text, &self.letters).filter(is_wanted).map(|word| word.place)
    }
}

/// A word is found by itself or by its stem, and begins with either.
fn letters(wanted: &[Wanted]) -> Vec<char> {
    let first = |word: &str| word.chars().next();
    wanted.iter().flat_map(|wanted| first(&wanted.folded).into_iter().chain(first(&wanted.stem))).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is that line, but for its spaces.
fn is_line(text: &str, line: &str) -> bool {
    // Most texts are told apart by their first letter.
    text.len() >= line.len()
        && text.trim_start().chars().next() == line.chars().next()
        && one_line(text) == line
}

/// Letters of a text once it is a line, or a few less.
fn letters_of(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1)
}

/// The beginning of a word some letters before the place.
fn back(text: &str, place: usize) -> usize {
    let before = &text[..place];
    let Some((start, _)) = before.char_indices().rev().nth(BEFORE) else { return 0 };
    let space = before[start..].find(char::is_whitespace);
    // Without a space within reach the snippet begins with the found word itself.
    space.map_or(place, |space| start + space).min(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(marked: &Marked) -> String {
        marked
            .pieces()
            .map(|(piece, marked)| if marked { format!("[{piece}]") } else { piece.into() })
            .collect()
    }

    fn cut(text: &str, typed: &str) -> String {
        shown(&Typed::new(typed).snippet(&[text.to_owned()], ""))
    }

    #[test]
    fn found_words_are_marked() {
        assert_eq!(cut("План заседаний на год", "заседание ПЛ"), "[План] [заседаний] на год");
        assert_eq!(cut("О приёме", "прием"), "О [приёме]");
        assert_eq!(cut("Нет ничего", "иное"), "Нет ничего");
        assert_eq!(cut("а и б", "и"), "а [и] б");
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_found_word() {
        let text = format!("{}искомое {}", "слово ".repeat(100), "потом ".repeat(100));
        let cut = cut(&text, "искомое");
        assert!(cut.starts_with("…слово") && cut.ends_with("потом…"), "{cut}");
        assert!(cut.contains(" [искомое] ") && cut.chars().count() <= SNIPPET + 4, "{cut}");
        let endless = super::tests::cut(&"я".repeat(1000), "я".repeat(100).as_str());
        assert!(endless.ends_with('…'), "{endless}");
    }

    #[test]
    fn texts_with_every_word_are_marked_before_those_with_some() {
        let marked = |typed: &str, texts: [&str; 3]| {
            super::marked(typed, texts.map(str::to_owned).into()).iter().map(shown).collect::<Vec<_>>()
        };
        assert_eq!(
            marked("банк практик", ["О банке практик", "банк", "практика"]),
            ["О [банке] [практик]", "банк", "практика"]
        );
        assert_eq!(marked("банк дела", ["О банке", "нет", "дело"]), ["О [банке]", "нет", "[дело]"]);
        assert_eq!(marked(" ", ["а", "б", ""]), ["а", "б", ""]);
    }

    proptest! {
        /// What is shown of a long record does not hang on how much of it was put together.
        #[test]
        fn the_place_in_texts_is_the_place_in_all_of_them_together(
            texts in proptest::collection::vec("([абвг]{1,30}[ \n]{0,2}){0,12}", 0..12),
            typed in "[абвг]{1,3}",
        ) {
            let typed = Typed::new(&typed);
            let lines = texts.iter().map(|text| one_line(text)).collect::<Vec<_>>();
            prop_assert_eq!(typed.snippet(&texts, "нет"), typed.cut(&lines.join(" · ")));
        }

        #[test]
        fn pieces_are_the_whole_text(text in any::<String>(), typed in any::<String>()) {
            let typed = Typed::new(&typed);
            for marked in [typed.cut(&text), typed.mark(text)] {
                let joined: String = marked.pieces().map(|(piece, _)| piece).collect();
                prop_assert_eq!(joined, marked.text);
            }
        }
    }
}
