//! The agenda: topics with those who report.

use super::lines::Line;
use super::mentions::mentions;
use super::numbers::{Number, NumberKind, divided};
use super::reading::{Reading, find_folded, has_name, without_stop};
use super::result::{LinePart, ReadItem, ReadSpeaker};
use crate::import::folded;

impl Reading<'_> {
    /// A line of the agenda.
    pub(super) fn agenda_line(&mut self, line: &Line) {
        self.is(LinePart::Agenda);
        let pieces = divided(&line.said);
        if pieces.len() > 1 {
            return self.agenda_text(&line.said);
        }
        self.agenda_piece(line.number.as_ref(), &line.said);
    }

    /// The agenda in one line: «1. Об итогах. 2. О плане».
    pub(super) fn agenda_text(&mut self, text: &str) {
        self.is(LinePart::Agenda);
        for (number, piece) in divided(text) {
            self.agenda_piece(number.as_ref(), &piece);
        }
    }

    fn agenda_piece(&mut self, number: Option<&Number>, text: &str) {
        let fresh = match (&self.agenda_numbers, number) {
            (None, _) => true,
            (Some(Some(first)), Some(number)) => number.is_like(first),
            (Some(Some(_)), None) => false,
            (Some(None), Some(number)) => number.kind == NumberKind::Figures,
            (Some(None), None) => !only_name(text),
        };
        if !fresh && let Some(item) = self.out.items.len().checked_sub(1) {
            if only_name(text) {
                let speakers = self.speakers(without_stop(text.trim_matches(['(', ')', ' '])));
                self.add_reporters(item, speakers);
            } else {
                let mark = number
                    .map(|number| if number.kind == NumberKind::Mark { "— " } else { "" })
                    .unwrap_or_default();
                let topic = &mut self.out.items[item].topic;
                topic.push(' ');
                topic.push_str(mark);
                topic.push_str(text.trim());
            }
            return;
        }
        if self.agenda_numbers.is_none() || number.is_some() {
            self.agenda_numbers = Some(number.cloned());
        }
        let (topic, reporters) = divided_topic(text);
        let (topic, reporters) = (topic.to_owned(), reporters.to_owned());
        self.out.items.push(ReadItem { topic: plain_topic(&topic), ..ReadItem::default() });
        if !reporters.is_empty() {
            let speakers = self.speakers(&reporters);
            self.add_reporters(self.out.items.len() - 1, speakers);
        }
    }

    /// «Докладчик: Соколова М. В.» in a line of its own.
    pub(super) fn said_reporter(&mut self, rest: &str) -> bool {
        let item = self.item.or_else(|| self.out.items.len().checked_sub(1));
        let Some(item) = item.filter(|item| *item < self.out.items.len()) else { return false };
        let places = mentions(rest);
        // A sentence of a speech may begin with «Выступающий …».
        if self.in_body() && places.len() != 1 {
            return false;
        }
        self.is(if self.in_body() { LinePart::Heard } else { LinePart::Agenda });
        let speakers = self.speakers(rest);
        self.add_reporters(item, speakers);
        true
    }

    /// Adds those who are not there yet; a post that was not said before is added to who is.
    pub(super) fn add_reporters(&mut self, item: usize, speakers: Vec<ReadSpeaker>) {
        let reporters = &mut self.out.items[item].reporters;
        for speaker in speakers {
            let same = |one: &&mut ReadSpeaker| match (one.person, speaker.person) {
                (Some(one), Some(other)) => one == other,
                (None, None) => same_stranger(&one.name, &speaker.name),
                _ => false,
            };
            match reporters.iter_mut().find(same) {
                Some(one) if one.post.is_empty() => one.post = speaker.post,
                Some(one) if speaker.post.is_empty() || one.post == speaker.post => {}
                Some(one) => {
                    one.post.push_str(", ");
                    one.post.push_str(&speaker.post);
                }
                None => reporters.push(speaker),
            }
        }
    }
}

/// Whether two names of a stranger are one: «Фомин Д. С.» of the agenda is «Фомина Д. С.» under «СЛУШАЛИ».
fn same_stranger(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let parts = |name: &str| -> (String, String) {
        let (initials, words): (Vec<&str>, Vec<&str>) =
            name.split(' ').partition(|word| word.chars().count() == 1);
        (words.join(" "), initials.concat())
    };
    let ((surname, initials), (another, others)) = (parts(&one), parts(&other));
    let same = surname.chars().zip(another.chars()).take_while(|(one, other)| one == other).count();
    let ending = |name: &str| name.chars().count().saturating_sub(same);
    let by_case = same >= 3 && !initials.is_empty() && ending(&surname) <= 2 && ending(&another) <= 2;
    one == other || (initials == others && by_case)
}

pub(super) fn plain_topic(text: &str) -> String {
    text.trim().trim_end_matches(['.', ';', ',', ':', ' ']).to_owned()
}

/// Whether a text is a name and perhaps a post, or brackets around them.
fn only_name(text: &str) -> bool {
    let bare = text.trim_matches(['(', ' ', '\t', '—', '–', '-']);
    let names = mentions(bare);
    names.first().is_some_and(|place| place.start == 0) && bare.split_whitespace().count() <= 12
}

/// A topic and what names those who report: «Об итогах (Соколова М. В.)», «О плане. Докладчик: Ким Ю. А.», «О плане — Ким Ю. А.,
/// методист».
pub(super) fn divided_topic(text: &str) -> (&str, &str) {
    let text = text.trim();
    for word in
        ["содокладчик", "докладчик", "докладывает", "докл.", "выступающ", "выступает", "ответственн", "отв."]
    {
        let Some(place) = find_folded(text, word) else { continue };
        let before = text[..place.start].trim_end();
        let apart =
            before.ends_with(['.', '(', ',', ';', '—', '–', '-']) || text[..place.start].ends_with('\t');
        let rest = text[place.end..].trim_start_matches(|sign: char| sign.is_alphabetic());
        let rest = rest.trim_start_matches([':', '-', '–', '—', '.', ' ', '\u{a0}', '\t']);
        if apart && !before.is_empty() && has_name(rest) {
            return (
                before.trim_end_matches(['(', '—', '–', '-', ' ', ',']),
                without_stop(rest.trim_end_matches([')', ' '])),
            );
        }
    }
    if let Some((topic, names)) = text.rsplit_once('\t')
        && has_name(names)
    {
        return (topic.trim(), names.trim_matches(['(', ')', ' ']));
    }
    if let Some(inner) = text.trim_end_matches(['.', ';', ' ']).strip_suffix(')')
        && let Some((topic, names)) = inner.rsplit_once('(')
        && has_name(names)
    {
        return (topic.trim(), names.trim());
    }
    let signs = [" — ", " – ", " - ", ". ", ": "];
    let last =
        signs.iter().filter_map(|sign| text.rfind(sign).map(|at| (at, at + sign.len()))).collect::<Vec<_>>();
    let mut cuts: Vec<(usize, usize)> = last;
    cuts.extend(mentions(text).first().map(|place| {
        (text[..place.start].trim_end_matches([' ', '—', '–', '-', '.', ',', ':']).len(), place.start)
    }));
    cuts.sort_unstable();
    for (end, start) in cuts {
        let names = &text[start..];
        let divided = text[end..start].contains(['—', '–', '-', '.', ':']) && start > end;
        let whole = mentions(names).first().is_some_and(|place| place.start == 0);
        if divided && whole && names.split_whitespace().count() <= 12 && !is_prepositional(&text[..end]) {
            return (text[..end].trim(), without_stop(names));
        }
    }
    (text, "")
}

/// «О работе учителя …»: the name belongs to the topic.
fn is_prepositional(before: &str) -> bool {
    before
        .split_whitespace()
        .next_back()
        .is_some_and(|word| matches!(word.to_lowercase().as_str(), "им" | "имени" | "г" | "ст"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Об итогах 2024/25 года (Соколова М. В.)", "Об итогах 2024/25 года", "Соколова М. В.")]
    #[case("О плане. Докладчик: Ким Ю. А., методист", "О плане.", "Ким Ю. А., методист")]
    #[case("О плане — Ким Ю. А.", "О плане", "Ким Ю. А.")]
    #[case("О плане. Ким Ю. А., учитель", "О плане", "Ким Ю. А., учитель")]
    #[case("О плане\tКим Ю. А.", "О плане", "Ким Ю. А.")]
    #[case("О плане (докладчик – Ким Ю. А.)", "О плане", "Ким Ю. А.")]
    #[case("О работе МБОУ «СШ им. С. А. Есенина»", "О работе МБОУ «СШ им. С. А. Есенина»", "")]
    #[case("О повышении качества: опыт и проблемы", "О повышении качества: опыт и проблемы", "")]
    fn a_topic_and_who_reports(#[case] text: &str, #[case] topic: &str, #[case] names: &str) {
        assert_eq!(divided_topic(text), (topic, names));
    }

    #[rstest]
    #[case("Фомин Д. С.", "Фомина Д.С.", true)]
    #[case("Панина Е. В.", "Панину Е. В.", true)]
    #[case("Панина Е. В.", "Панин А. В.", false)]
    #[case("Ким Ю. А.", "Кимова Ю. А.", false)]
    #[case("Фомин", "Фомина", false)]
    fn a_stranger_in_another_case_is_the_same(#[case] one: &str, #[case] other: &str, #[case] same: bool) {
        assert_eq!(same_stranger(one, other), same);
    }
}
