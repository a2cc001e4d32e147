//! What was heard and who spoke, question by question.

use super::agenda::plain_topic;
use super::labels::{Label, label_of};
use super::lines::Line;
use super::mentions::mentions;
use super::numbers::{Number, NumberKind};
use super::reading::{Reading, Section, is_topic, unquoted};
use super::result::{LinePart, ReadSpeaker, ReadSpeech};
use super::votes::vote_of;
use crate::import::folded;

/// No protocol has more questions; a larger number is none.
const MOST_QUESTIONS: u32 = 40;

impl Reading<'_> {
    /// «По второму вопросу», «Вопрос 2. О плане»
    pub(super) fn question(&mut self, question: Option<u32>, rest: &str, _strong: bool) {
        self.is(LinePart::Agenda);
        let item = self.item_of(question);
        self.open(item);
        let rest = rest.trim();
        if rest.is_empty() {
            return;
        }
        // «По первому вопросу: слушали Соколову М. В.»
        if let Some(labelled) = label_of(rest, false)
            && matches!(labelled.label, Label::Heard | Label::Spoke)
        {
            self.is(LinePart::Heard);
            return self.heard(labelled.rest);
        }
        let topic = unquoted(rest);
        let known = self.out.items[item].topic.clone();
        if known.is_empty() {
            let (topic, reporters) = super::agenda::divided_topic(&topic);
            let (topic, reporters) = (plain_topic(topic), reporters.to_owned());
            self.out.items[item].topic = topic;
            if !reporters.is_empty() {
                let speakers = self.speakers(&reporters);
                self.add_reporters(item, speakers);
            }
        } else if folded(&known) != folded(&topic) {
            self.is(LinePart::Heard);
            self.heard(rest);
            self.opened = true;
        }
    }

    /// The place of a question that is named by its number, or the next one.
    fn item_of(&self, question: Option<u32>) -> usize {
        let next = match self.item {
            None => 0,
            Some(item) if self.opened => item,
            Some(item) => item + 1,
        };
        let named =
            question.filter(|number| (1..=MOST_QUESTIONS).contains(number)).map(|number| number as usize - 1);
        named.filter(|item| *item <= self.out.items.len()).unwrap_or(next)
    }

    /// «1. СЛУШАЛИ: Соколову М. В. — об итогах …»
    pub(super) fn begin_heard(&mut self, line: &Line, question: Option<u32>, aside: &str, rest: &str) {
        let mut rest = rest;
        let mut question = question;
        // «СЛУШАЛИ по первому вопросу: …»
        if let Some(inner) = label_of(rest, false).filter(|inner| inner.label == Label::Question) {
            question = question.or(inner.question);
            rest = inner.rest;
        }
        // «2. СЛУШАЛИ»: the number of the question, where it is one that may come.
        let numbered = line.number.as_ref().filter(|number| number.steps.len() == 1).and_then(Number::first);
        let expected = self.item_of(None);
        let numbered = numbered.filter(|number| {
            let at = *number as usize - 1;
            at == expected
                || self
                    .out
                    .items
                    .get(at)
                    .is_some_and(|item| item.heard.is_empty() && item.decisions.is_empty())
        });
        let item = self.item_of(question.or(numbered));
        if self.item != Some(item) || !self.opened {
            self.open(item);
        }
        self.section = Section::Heard;
        self.is(LinePart::Heard);
        let text = if aside.is_empty() { rest.to_owned() } else { format!("({aside}) {rest}") };
        self.heard(text.trim());
    }

    /// A line of a report.
    pub(super) fn heard_line(&mut self, line: &Line) {
        self.is(LinePart::Heard);
        let text = with_number(line);
        self.heard(&text);
    }

    fn heard(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let first = self.current().heard.is_empty() && self.current().spoke.is_empty();
        self.oblique = true;
        let leading = if first { self.leading(text) } else { None };
        self.oblique = false;
        if let Some((reporters, rest)) = leading {
            let item = self.item.unwrap_or_default();
            self.add_reporters(item, reporters);
            return self.report(&rest);
        }
        self.report(text);
    }

    /// What a report says, without the names before it.
    fn report(&mut self, text: &str) {
        let item = self.current();
        let bare = plain_topic(text);
        if bare.is_empty() || folded(&bare) == folded(&item.topic) {
            return;
        }
        if item.topic.is_empty() && item.heard.is_empty() && is_topic(&bare) && !bare.contains(['\n', '.']) {
            let mut letters = bare.chars();
            item.topic = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            return;
        }
        if !item.heard.is_empty() {
            item.heard.push('\n');
        }
        item.heard.push_str(text.trim());
    }

    /// Those who are named at the beginning of a text, and the text to keep: without the names where a dash or a colon
    /// parts them from it, whole where the sentence needs them.
    fn leading(&mut self, text: &str) -> Option<(Vec<ReadSpeaker>, String)> {
        let places = mentions(text);
        let first = places.first()?;
        let before = text[..first.start].trim();
        // «методиста РИМК Панину Е. В.»
        if before.split_whitespace().count() > 6
            || before.contains(['.', ';', ':', '—', '–'])
            || starts_as_verb(before)
        {
            return None;
        }
        // «Соколову М. В. и Гришина А. П.»
        let mut last = 0;
        while let Some(next) = places.get(last + 1) {
            let between = text[places[last].end..next.start].trim();
            if !matches!(between, "," | "и" | ", и" | ";") {
                break;
            }
            last += 1;
        }
        let end = places[last].end;
        let rest = &text[end..];
        let (post, content, parted) = parted(rest);
        if parted {
            let names = format!("{}{post}", &text[..end]);
            let speakers = self.speakers(&names);
            return Some((speakers, content.to_owned()));
        }
        let speakers = self.speakers(&text[..end]);
        let bare = rest.trim_matches([' ', '.', ',', ';', '\t', '(', ')']);
        Some((speakers, if bare.is_empty() { String::new() } else { text.to_owned() }))
    }

    /// «ВЫСТУПИЛИ: Гришин А. П. — предложил …»
    pub(super) fn begin_spoke(&mut self, question: Option<u32>, aside: &str, rest: &str) {
        let text = if aside.is_empty() { rest.to_owned() } else { format!("({aside}) {rest}") };
        if let Some(question) = question {
            // «По первому вопросу выступила Соколова М. В.»: she reports.
            let item = self.item_of(Some(question));
            if self.item != Some(item) || !self.opened {
                self.open(item);
            }
            self.is(LinePart::Heard);
            return self.heard(text.trim());
        }
        self.current();
        self.section = Section::Spoke;
        self.is(LinePart::Spoke);
        self.spoke(text.trim());
    }

    /// A line among speeches.
    pub(super) fn spoke_line(&mut self, line: &Line) {
        self.is(LinePart::Spoke);
        let numbered = line
            .number
            .as_ref()
            .is_some_and(|number| number.kind == NumberKind::Figures || number.kind == NumberKind::Mark);
        // A number before who speaks says nothing.
        let text =
            if numbered && self.speech(&line.said).is_some() { line.said.clone() } else { with_number(line) };
        self.spoke(&text);
    }

    fn spoke(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        // «Гришин А. П. — предложил …; Фомин Д. С. — поддержал»
        let mut pieces: Vec<String> = Vec::new();
        for piece in text.split(';') {
            let leads = mentions(piece).first().is_some_and(|place| piece[..place.start].trim().is_empty());
            match pieces.last_mut() {
                Some(last) if !leads => {
                    last.push(';');
                    last.push_str(piece);
                }
                _ => pieces.push(piece.to_owned()),
            }
        }
        for piece in pieces {
            self.one_speech(piece.trim());
        }
    }

    fn one_speech(&mut self, text: &str) {
        if let Some((names, said)) = self.speech(text) {
            let mut speakers = self.speakers(&names);
            let last = speakers.pop();
            let item = self.current();
            item.spoke
                .extend(speakers.into_iter().map(|speaker| ReadSpeech { speaker, text: String::new() }));
            item.spoke.extend(last.map(|speaker| ReadSpeech { speaker, text: said }));
            return;
        }
        let item = self.current();
        let onto = item.spoke.last_mut().map_or(&mut item.heard, |speech| &mut speech.text);
        if !onto.is_empty() {
            onto.push('\n');
        }
        onto.push_str(text);
    }

    /// Who speaks, with a post before the name, and what is said.
    fn speech(&self, text: &str) -> Option<(String, String)> {
        let places = mentions(text);
        let Some(first) = places.first() else {
            // «Гришин — предложил …»
            let (name, said) = [" — ", " – ", " - ", ": "].iter().find_map(|dash| text.split_once(dash))?;
            return (name.split_whitespace().count() <= 2 && self.known(name).is_some())
                .then(|| (name.to_owned(), said.trim().to_owned()));
        };
        let before = text[..first.start].trim();
        if before.split_whitespace().count() > 5
            || before.contains(['.', ';', ':', '—', '–'])
            || starts_as_verb(before)
        {
            return None;
        }
        let mut last = 0;
        while let Some(next) = places.get(last + 1) {
            if !matches!(text[places[last].end..next.start].trim(), "," | "и" | ", и" | ";") {
                break;
            }
            last += 1;
        }
        let end = places[last].end;
        let (post, content, parted) = parted(&text[end..]);
        let (names, said) = if parted {
            (format!("{}{post}", &text[..end]), content)
        } else {
            (text[..end].to_owned(), &text[end..])
        };
        Some((names, said.trim_start_matches([' ', ',', '.', '\t']).trim_end().to_owned()))
    }

    /// «Голосовали: …» after which no vote can be read is text.
    pub(super) fn begin_vote(&mut self, text: &str) -> bool {
        if !self.in_body() {
            return false;
        }
        if text.split_whitespace().count() <= 2 {
            self.section = Section::Vote;
            self.is(LinePart::Vote);
            return true;
        }
        false
    }

    pub(super) fn vote(&mut self, text: &str) {
        self.is(LinePart::Vote);
        let vote = vote_of(text);
        let item = self.current();
        item.vote = vote.or(item.vote);
        self.section = Section::Vote;
    }
}

/// The text of a line with the number before it.
pub(super) fn with_number(line: &Line) -> String {
    if line.number.is_some() && !line.shown.is_empty() { line.shown.clone() } else { line.said.clone() }
}

/// What stands between a name and the dash or colon after it, what follows, and whether there is one: «, методист РИМК, — об
/// итогах».
fn parted(rest: &str) -> (&str, &str, bool) {
    let bare = rest.trim_start();
    if let Some(content) = bare.strip_prefix(['—', '–', '-', ':']) {
        return ("", content.trim_start(), true);
    }
    let post_like = bare.starts_with([',', '(']);
    let cut = [" — ", " – ", " - ", ": ", ", — ", ", – "]
        .iter()
        .filter_map(|dash| rest.find(dash).map(|at| (at, at + dash.len())))
        .min();
    match cut {
        Some((end, start))
            if post_like
                && rest[..end].split_whitespace().count() <= 12
                && !rest[..end].contains(". ")
                && !has_verb(&rest[..end]) =>
        {
            (rest[..end].trim_end_matches(','), rest[start..].trim_start(), true)
        }
        _ => ("", rest, false),
    }
}

/// «которая рассказала»: a sentence, not a post.
fn has_verb(text: &str) -> bool {
    folded(text).split(' ').any(|word| {
        word.starts_with("котор")
            || ["ла", "ли", "лась", "лся"]
                .iter()
                .any(|ending| word.chars().count() > 4 && word.ends_with(ending))
    })
}

fn starts_as_verb(before: &str) -> bool {
    has_verb(before)
}
