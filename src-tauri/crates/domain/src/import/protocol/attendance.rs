//! Who was there, who was not, who was invited.

use std::ops::Range;

use super::mentions::mentions;
use super::reading::{Reading, Section, without_stop};
use super::result::{LinePart, ReadAbsence};
use crate::ids::PersonId;
use crate::import::folded;
use crate::import::members::work_line;
use crate::records::Guest;
use crate::russian::FullName;

const NOBODY: &str = "Такого человека в составе на это время нет, или подходят несколько: отметьте сами.";
const OTHER_POST: &str =
    "Должность или школа не такие, как в составе, или это примечание: для него в записи места нет.";

/// Words before a list of people that say nothing by themselves.
const NOTHING: &[&str] = &[
    "в",
    "том",
    "числе",
    "из",
    "них",
    "члены",
    "членов",
    "член",
    "участники",
    "участников",
    "ппс",
    "рмо",
    "гмо",
    "шмо",
    "мо",
    "ммо",
    "человек",
    "человека",
    "чел",
    "всего",
    "по",
    "списку",
    "и",
    "педагоги",
    "педагогов",
    "учителя",
    "учителей",
    "заседания",
    "заседании",
    "на",
    "было",
    "присутствовали",
    "состава",
    "отсутствовали",
    "сообщества",
    "объединения",
    "нет",
    "все",
    "представители",
    "руководитель",
    "следующие",
];

impl Reading<'_> {
    /// A line of a list of people, or the list itself after its label.
    pub(super) fn attendance(&mut self, section: Section, aside: &str, text: &str) {
        self.section = section;
        let part = match section {
            Section::Absent => LinePart::Absent,
            Section::Guests => LinePart::Guests,
            _ => LinePart::Present,
        };
        self.is(part);
        let text = text.trim();
        if section == Section::Guests {
            return self.guests(aside, text);
        }
        self.count(section, aside);
        if !self.says_nothing(aside) {
            self.leave(aside, OTHER_POST);
        }
        let places = self.people_in(text);
        if places.is_empty() {
            self.count(section, text);
            if !self.says_nothing(text) {
                self.leave(text, NOBODY);
            }
            return;
        }
        let before = &text[..places[0].0.start];
        self.count(section, before);
        // «директор Гришин А. П.»: the posts stand before the names.
        let posts_first =
            !self.says_nothing(before) && places[0].1.is_some_and(|person| self.is_known_of(person, before));
        if !posts_first && !self.says_nothing(before) {
            self.leave(before, OTHER_POST);
        }
        for (at, (place, person)) in places.iter().enumerate() {
            let from = if at == 0 { 0 } else { places[at - 1].0.end };
            let to = places.get(at + 1).map_or(text.len(), |(next, _)| next.start);
            let beside = if posts_first { &text[from..place.start] } else { &text[place.end..to] };
            self.attends(section, &text[place.clone()], *person, beside);
        }
        if posts_first {
            let last = places.last().map_or(0, |(place, _)| place.end);
            self.leave(&text[last..], OTHER_POST);
        }
    }

    /// The names of a text; surnames alone where there is nothing else between commas.
    fn people_in(&self, text: &str) -> Vec<(Range<usize>, Option<PersonId>)> {
        let named: Vec<Range<usize>> = mentions(text);
        if !named.is_empty() {
            return named.into_iter().map(|place| (place.clone(), self.known(&text[place]))).collect();
        }
        let mut found = Vec::new();
        let mut from = 0;
        for piece in text.split_inclusive([',', ';', '\t']) {
            let bare = piece.trim_matches([',', ';', '\t', ' ', '.', '\u{a0}']);
            let words = bare.split_whitespace().count();
            if (1..=3).contains(&words)
                && bare.starts_with(char::is_uppercase)
                && let Some(person) = self.known(bare)
            {
                let start = from + piece.find(bare).unwrap_or_default();
                found.push((start..start + bare.len(), Some(person)));
            }
            from += piece.len();
        }
        found
    }

    fn attends(&mut self, section: Section, name: &str, person: Option<PersonId>, beside: &str) {
        let Some(person) = person else {
            let text = format!("{name}{beside}");
            return self.leave(without_stop(text.trim_start_matches([' ', ',', ';', '\t'])), NOBODY);
        };
        let there = self.out.present.contains(&person);
        let away = self.out.absent.iter().any(|absence| absence.person == person);
        let beside =
            beside.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '.'));
        if section == Section::Absent {
            let (post, reason) = reason_in(beside);
            let known = self.is_known_of(person, post);
            let reason = match (reason, known) {
                (Some(reason), _) => reason,
                (None, true) => "",
                (None, false) if is_post(post) => "",
                (None, false) => post,
            };
            if !known && reason != post {
                self.leave(post, OTHER_POST);
            }
            if !there && !away {
                self.out.absent.push(ReadAbsence { person, reason: reason.to_owned() });
            } else if !reason.is_empty() {
                self.leave(reason, "Этот человек назван дважды.");
            }
        } else {
            if !there && !away {
                self.out.present.push(person);
            }
            if !self.is_known_of(person, beside) {
                self.leave(beside, OTHER_POST);
            }
        }
        if (there && section == Section::Absent) || (away && section != Section::Absent) {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            self.remark(format!(
                "«{name}» стоит и среди присутствовавших, и среди отсутствовавших: проверьте."
            ));
        }
    }

    /// «12 человек», «8 из 10»
    fn count(&mut self, section: Section, text: &str) {
        let folded = folded(text);
        let words: Vec<&str> = folded.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let Ok(number) = word.parse::<u32>() else { continue };
            let next = words.get(at + 1).copied().unwrap_or_default();
            let of = words.get(at + 2).and_then(|word| word.parse().ok()).filter(|_| next == "из");
            let people =
                ["чел", "участник", "педагог", "учител", "член"].iter().any(|stem| next.starts_with(stem));
            let alone = words.len() == 1;
            if section == Section::Absent || !(people || alone || of.is_some()) || number > 1_000 {
                continue;
            }
            if self.out.present_count.is_none() {
                (self.out.present_count, self.out.members_count) = (Some(number), of);
                return;
            }
        }
    }

    /// Whether a text holds only numbers and words that say nothing by themselves.
    fn says_nothing(&self, text: &str) -> bool {
        folded(text).split(' ').all(|word| {
            word.is_empty() || word.chars().all(|sign| sign.is_ascii_digit()) || NOTHING.contains(&word)
        })
    }

    fn guests(&mut self, aside: &str, text: &str) {
        let text = if aside.is_empty() { text.to_owned() } else { format!("({aside}) {text}") };
        let places = mentions(&text);
        if places.is_empty() {
            if folded(&text) != "нет" {
                self.in_words(&text);
            }
            return;
        }
        let before = text[..places[0].start].trim_matches([' ', ',', ';', '—', '–', '-', '\t']).to_owned();
        let posts_first = before.chars().any(char::is_alphabetic);
        for (at, place) in places.iter().enumerate() {
            let from = if at == 0 { 0 } else { places[at - 1].end };
            let to = places.get(at + 1).map_or(text.len(), |next| next.start);
            let mut post =
                if posts_first { &text[from..place.start] } else { &text[place.end..to] }.to_owned();
            if posts_first && at + 1 == places.len() {
                post = format!("{post} {}", &text[place.end..]);
            }
            let post = post.trim_matches([' ', ',', ';', '—', '–', '-', '\t', '.', '(', ')', '\u{a0}']);
            let line = work_line(post);
            let rest = [line.post, line.category, line.experience, line.role].join(", ");
            let rest = rest.split(", ").filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            self.out.guests.push(Guest {
                name: surname_first(&text[place.clone()]),
                post: rest,
                organisation: line.organisation,
            });
        }
    }

    fn in_words(&mut self, text: &str) {
        let words = &mut self.out.guests_in_words;
        if !words.is_empty() {
            words.push_str("; ");
        }
        words.push_str(text.trim().trim_end_matches(['.', ';', ',']));
    }

    /// What follows from the whole: who is not named, who presided, whether the numbers agree.
    pub(super) fn settle_attendance(&mut self) {
        self.out.chair = self.out.chair.or(self.leader);
        let named = self.out.present.len();
        let Some(date) = self.out.date else { return };
        let missing: Vec<(PersonId, String)> = self
            .context
            .members
            .iter()
            .filter(|member| member.from <= date && member.to.is_none_or(|to| date <= to))
            .filter(|member| !self.out.present.contains(&member.person))
            .filter(|member| self.out.absent.iter().all(|absence| absence.person != member.person))
            .map(|member| (member.person, member.name.clone()))
            .collect();
        if let Some(said) = self.out.present_count.filter(|said| named > 0 && *said as usize != named) {
            self.remark(format!(
                "В тексте сказано, что присутствовали {said}, а узнаны {named}: проверьте отметки."
            ));
        }
        if named == 0 || missing.is_empty() {
            return;
        }
        let of = self.out.members_count.map(|of| of as usize);
        let listed = named + self.out.absent.len();
        if of == Some(listed + missing.len())
            && self.out.present_count.map(|said| said as usize) == Some(named)
        {
            let absent = missing.into_iter().map(|(person, _)| ReadAbsence { person, reason: String::new() });
            self.out.absent.extend(absent);
            return;
        }
        let names: Vec<String> = missing.into_iter().map(|(_, name)| name).collect();
        // A name that ends with an initial already has its full stop.
        let names = names.join(", ");
        let names = names.trim_end_matches('.');
        self.remark(format!("В тексте не названы: {names}. Отметьте сами, были ли они."));
    }
}

/// What is said of somebody absent: the post, and why.
fn reason_in(text: &str) -> (&str, Option<&str>) {
    if let Some(inner) = text.strip_suffix(')')
        && let Some((post, reason)) = inner.rsplit_once('(')
    {
        return (post.trim_matches([' ', ',']), Some(reason.trim()));
    }
    for dash in [" — ", " – ", " - "] {
        if let Some((post, reason)) = text.rsplit_once(dash) {
            return (post.trim_matches([' ', ',']), Some(reason.trim()));
        }
    }
    match text.strip_prefix(['—', '–', '-', ':']) {
        Some(reason) => ("", Some(reason.trim())),
        None => (text, None),
    }
}

fn is_post(text: &str) -> bool {
    let folded = folded(text);
    [
        "учител",
        "директор",
        "замест",
        "зам ",
        "методист",
        "педагог",
        "воспитат",
        "завед",
        "преподават",
        "мбоу",
        "моу",
        "руковод",
    ]
    .iter()
    .any(|stem| folded.starts_with(stem))
}

/// «Е. В. Панина» is «Панина Е. В.».
fn surname_first(name: &str) -> FullName {
    let spaced = name.replace('.', ". ");
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    if words.first().is_some_and(|word| word.ends_with('.')) {
        words.rotate_right(1);
    }
    FullName::parse(&words.join(" "))
}
