//! Text with the found words marked.

use std::ops::Range;

use super::words::{Stems, Word, words};

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
    let stems = Stems::new();
    let wanted = Wanted::parse(typed, &stems);
    let whole = |text: &String| {
        let one = |wanted: &Wanted| holds(text, std::slice::from_ref(wanted), &stems);
        !wanted.is_empty() && wanted.iter().all(one)
    };
    let whole: Vec<bool> = texts.iter().map(whole).collect();
    let any = !whole.contains(&true);
    let mark = |(text, whole): (String, bool)| {
        if any || whole { mark(text, &wanted, &stems) } else { Marked { text, marks: Vec::new() } }
    };
    texts.into_iter().zip(whole).map(mark).collect()
}

/// Marks the wanted words of a whole text.
pub(super) fn mark(text: String, wanted: &[Wanted], stems: &Stems) -> Marked {
    let marks = found(&text, wanted, stems).collect();
    Marked { text, marks }
}

/// Whether a wanted word stands in a text.
pub(super) fn holds(text: &str, wanted: &[Wanted], stems: &Stems) -> bool {
    found(text, wanted, stems).next().is_some()
}

/// Cuts out the place where a wanted word first stands; the beginning where none does.
pub(super) fn snippet(text: &str, wanted: &[Wanted], stems: &Stems) -> Marked {
    let first = found(text, wanted, stems).next().map_or(0, |place| place.start);
    let start = back(text, first);
    let cut: String = text[start..].chars().take(SNIPPET).collect();
    let end = start + cut.len();
    let whole = end == text.len();
    // A word that is cut in two is left out, unless the whole piece is one word.
    let shown = match cut.rfind(char::is_whitespace) {
        Some(space) if !whole && start + space > first => &cut[..space],
        _ => cut.as_str(),
    };
    let before = if start > 0 { "…" } else { "" };
    let after = if start + shown.len() < text.len() { "…" } else { "" };
    mark(format!("{before}{}{after}", shown.trim()), wanted, stems)
}

fn found(text: &str, wanted: &[Wanted], stems: &Stems) -> impl Iterator<Item = Range<usize>> {
    let is_wanted = |word: &Word| wanted.iter().any(|wanted| wanted.finds(word, stems));
    words(text).filter(is_wanted).map(|word| word.place)
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
        let stems = Stems::new();
        shown(&snippet(text, &Wanted::parse(typed, &stems), &stems))
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
        #[test]
        fn pieces_are_the_whole_text(text in any::<String>(), typed in any::<String>()) {
            let stems = Stems::new();
            let wanted = Wanted::parse(&typed, &stems);
            for marked in [snippet(&text, &wanted, &stems), mark(text, &wanted, &stems)] {
                let joined: String = marked.pieces().map(|(piece, _)| piece).collect();
                prop_assert_eq!(joined, marked.text);
            }
        }
    }
}
