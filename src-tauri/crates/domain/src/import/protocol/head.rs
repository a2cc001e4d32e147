//! The head of a protocol: its number, day, place and form; who presided.

use super::dates::find_date;
use super::labels::Label;
use super::lines::Line;
use super::mentions::mentions;
use super::reading::{Reading, Section, find_folded, unquoted};
use super::result::LinePart;
use crate::calendar::ClockTime;
use crate::import::folded;
use crate::records::MeetingMode;

/// Words of a head that say nothing by themselves.
const NOTHING: &[&str] = &[
    "протокол",
    "заседание",
    "заседания",
    "от",
    "г",
    "года",
    "год",
    "дата",
    "проведения",
    "место",
    "n",
    "no",
];

const HEAD: &str = "Это строка шапки: её печатает программа по настройкам сообщества.";

/// How settlements are named.
const SETTLEMENTS: &[&str] = &[
    "г.",
    "с.",
    "п.",
    "д.",
    "пос.",
    "р.п.",
    "рп.",
    "пгт",
    "ст.",
    "х.",
    "город",
    "село",
    "посёлок",
    "поселок",
    "деревня",
    "станица",
    "хутор",
];

impl Reading<'_> {
    /// A line of the head without a label: «ПРОТОКОЛ № 2», «16 января 2026 г.    с. Батурино».
    pub(super) fn head_line(&mut self, line: &Line) {
        let mut text = if line.shown.is_empty() { line.said.clone() } else { line.shown.clone() };
        let is_protocol = folded(&text).starts_with("протокол");
        let mut taken = is_protocol;
        if self.out.date.is_none()
            && let Some(found) = find_date(&text, self.context.year)
        {
            (self.out.date, self.out.last_day) = (Some(found.date), found.last);
            text.replace_range(found.place, " ");
            taken = true;
        }
        if self.out.number.is_none()
            && let Some((place, number)) = number_in(&text, is_protocol)
        {
            self.out.number = Some(number);
            text.replace_range(place, " ");
            taken = true;
        }
        let topic = ["по теме", "на тему"].iter().find_map(|words| find_folded(&text, words));
        if let Some(place) = topic.filter(|_| self.out.topic.is_empty()) {
            self.out.topic = unquoted(text[place.end..].trim_start_matches([':', ' ', '-', '—']));
            text.truncate(place.start);
            taken = true;
        }
        if self.out.place.is_empty()
            && let Some(place) =
                text.split('\t').map(str::trim).find(|piece| is_settlement(piece)).map(str::to_owned)
        {
            text = text.replacen(&place, "", 1);
            self.out.place = place;
            taken = true;
        }
        if taken {
            self.is(LinePart::Head);
        }
        let rest = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.says_nothing_new(&rest) {
            self.is(LinePart::Head);
        } else {
            self.leave(rest.trim_matches([' ', ',', '—', '–', '-', '.', '«', '»', '_']), HEAD);
        }
    }

    /// Whether all words are those of a head, or of the names of the community.
    fn says_nothing_new(&self, text: &str) -> bool {
        let names: Vec<String> = self
            .context
            .names
            .iter()
            .flat_map(|name| folded(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let known = |word: &str| {
            let stem: String = word.chars().take(5).collect();
            NOTHING.contains(&word)
                || names
                    .iter()
                    .any(|name| name == word || (word.chars().count() > 4 && name.starts_with(&stem)))
        };
        folded(text).split(' ').filter(|word| !word.is_empty()).all(known)
    }

    /// «Дата проведения: 16 января 2026 г.»
    pub(super) fn said_date(&mut self, rest: &str) {
        self.is(LinePart::Head);
        match find_date(rest, self.context.year) {
            Some(found) => {
                (self.out.date, self.out.last_day) = (Some(found.date), found.last);
                let mut others = rest.to_owned();
                others.replace_range(found.place, " ");
                if let Some(time) = times(&others).first() {
                    self.out.begins = self.out.begins.or(Some(*time));
                } else if is_settlement(others.trim_matches([' ', ',', ';', '\t']))
                    && self.out.place.is_empty()
                {
                    self.out.place = others.trim_matches([' ', ',', ';', '\t']).to_owned();
                } else {
                    self.leave(
                        others.trim_matches([' ', ',', ';', '\t', '.']),
                        "Не понятно, что это: стоит рядом с датой.",
                    );
                }
            }
            None => self.leave(rest, "Это не похоже на дату."),
        }
    }

    /// «Место проведения: МБОУ «Батуринская СШ»»
    pub(super) fn said_place(&mut self, rest: &str) {
        self.is(LinePart::Head);
        let bare = rest.trim().trim_end_matches('.').to_owned();
        if is_settlement(&bare) && self.out.place.is_empty() && !bare.contains(',') {
            self.out.place = bare;
        } else if self.out.venue.is_empty() {
            self.out.venue = bare;
        } else {
            self.leave(rest, "Место уже названо выше.");
        }
    }

    /// «Время: 14.00–15.30», «Начало в 14 ч.»
    pub(super) fn said_time(&mut self, label: Label, rest: &str, whole: &str) {
        self.is(LinePart::Head);
        let found = times(rest);
        match (label, found.as_slice()) {
            (Label::Ends, [time, ..]) => self.out.ends = Some(*time),
            (_, [begins, ends]) => (self.out.begins, self.out.ends) = (Some(*begins), Some(*ends)),
            (_, [begins]) => self.out.begins = Some(*begins),
            _ => return self.leave(whole, "Это не похоже на время."),
        }
        let others = folded(rest);
        let known = |word: &str| {
            let bare = word.trim_matches(|sign: char| sign.is_ascii_digit());
            matches!(bare, "" | "в" | "с" | "до" | "по" | "ч" | "час" | "часа" | "часов" | "мин" | "минут")
        };
        if !others.split(' ').all(known) {
            self.leave(rest, "Не понятно, что это: стоит рядом с временем.");
        }
    }

    /// «Форма проведения: очно»
    pub(super) fn said_form(&mut self, rest: &str) {
        self.is(LinePart::Head);
        let said = folded(rest);
        let mode = [
            ("очно дистанц", MeetingMode::Mixed),
            ("смешанн", MeetingMode::Mixed),
            ("гибридн", MeetingMode::Mixed),
            ("дистанц", MeetingMode::Remote),
            ("онлайн", MeetingMode::Remote),
            ("заочн", MeetingMode::Remote),
            ("очн", MeetingMode::InPerson),
        ];
        let found = mode.into_iter().find(|(stem, _)| said.starts_with(stem));
        self.out.mode = found.map(|(_, mode)| mode);
        let one_word = said.split(' ').count() <= if said.starts_with("очно дист") { 2 } else { 1 };
        let after = rest.split_once([',', '(']).map(|(_, after)| after.trim_matches([' ', ')', '.']));
        match (found, one_word, after) {
            (Some(_), true, _) => {}
            (Some(_), false, Some(after))
                if folded(rest).split(' ').count() - folded(after).split(' ').count() <= 1 =>
            {
                self.out.mode_note = after.to_owned();
            }
            _ => self.out.mode_note = rest.trim_end_matches('.').to_owned(),
        }
    }

    /// «Председатель: Соколова М. В.», at the beginning or among the signatures.
    pub(super) fn presides(&mut self, label: Label, line: &Line, rest: &str) -> bool {
        let is_leader = folded(&line.said).starts_with("руководитель");
        let found = mentions(rest);
        let bare = rest.trim_matches(['_', ' ', '\t', '/', '.', ',']);
        let [place] = found.as_slice() else {
            // A line to sign on, or a surname alone.
            if bare.is_empty() {
                if self.in_body() {
                    self.section = Section::End;
                }
                self.is(LinePart::Chair);
                return true;
            }
            let person = self.known(bare).filter(|_| !self.in_body() && bare.split_whitespace().count() <= 3);
            return person.is_some_and(|person| {
                self.is(LinePart::Chair);
                self.set_chair(label, is_leader, person);
                true
            });
        };
        let others = format!("{}\t{}", &rest[..place.start], &rest[place.end..]);
        let others = others.trim_matches(|sign: char| {
            sign.is_whitespace() || matches!(sign, '_' | '/' | ',' | '.' | '(' | ')')
        });
        let short = others.replace('_', "").split_whitespace().count() <= 8;
        if self.in_body() && (!short || others.contains(". ")) {
            return false;
        }
        if self.in_body()
            && !others.replace('_', "").trim().is_empty()
            && !line.said.contains("__")
            && others.split_whitespace().count() > 4
        {
            return false;
        }
        self.is(LinePart::Chair);
        let name = rest[place.clone()].to_owned();
        match self.person_named(&name) {
            Some(person) => {
                self.set_chair(label, is_leader, person);
                let others = others.replace('_', " ");
                if !self.is_known_of(person, &others) {
                    self.leave(&others, "Должность или школа не такие, как в составе.");
                }
            }
            None => {
                let text = line.said.clone();
                self.leave(&text, "Такого человека в составе нет или подходят несколько: выберите сами.");
            }
        }
        if self.in_body() {
            self.section = Section::End;
        }
        true
    }

    fn set_chair(&mut self, label: Label, is_leader: bool, person: crate::ids::PersonId) {
        let slot = match (label, is_leader) {
            (Label::Secretary, _) => &mut self.out.secretary,
            (_, true) => &mut self.leader,
            (_, false) => &mut self.out.chair,
        };
        let other = slot.is_some_and(|before| before != person);
        if slot.is_none() {
            *slot = Some(person);
        }
        if other && !is_leader {
            let whom =
                if label == Label::Secretary { "Секретарь" } else { "Председатель" };
            self.remark(format!(
                "{whom} в начале протокола и в подписи названы по-разному: взято то, что в начале."
            ));
        }
    }
}

/// «№ 2» after the word «протокол», or alone; the number of a school is none.
fn number_in(text: &str, is_protocol: bool) -> Option<(std::ops::Range<usize>, u32)> {
    for (at, sign) in text.match_indices(['№', 'N']) {
        let before = folded(&text[..at]);
        let school = before.split(' ').next_back().is_some_and(|word| {
            matches!(
                word,
                "сш" | "сош"
                    | "оош"
                    | "нош"
                    | "школа"
                    | "школы"
                    | "школе"
                    | "лицей"
                    | "лицея"
                    | "гимназия"
                    | "гимназии"
                    | "сад"
                    | "сада"
                    | "мбоу"
                    | "моу"
                    | "мбдоу"
                    | "доу"
            )
        });
        let rest = text[at + sign.len()..].trim_start_matches([' ', '\u{a0}', '_', '.', 'o', 'о']);
        let digits = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        let after = rest[digits..].chars().next();
        let whole = !after.is_some_and(|after| after.is_alphanumeric() || matches!(after, '/' | '-'));
        if !school && digits > 0 && whole && (is_protocol || before.is_empty() || before == "от") {
            let from = text.len() - rest.len();
            return Some((at..from + digits, rest[..digits].parse().ok()?));
        }
    }
    None
}

fn is_settlement(text: &str) -> bool {
    let lower = text.to_lowercase();
    let named = SETTLEMENTS.iter().any(|kind| {
        lower.strip_prefix(kind).is_some_and(|rest| {
            let name = rest.trim_start_matches([' ', '\u{a0}', '.']);
            (kind.ends_with('.') || rest.starts_with([' ', '\u{a0}', '.']))
                && name.chars().next().is_some_and(char::is_alphabetic)
        })
    });
    named && text.split_whitespace().count() <= 4
}

/// «14.00», «14:30», «14 ч. 30 мин.»
fn times(text: &str) -> Vec<ClockTime> {
    let mut times = Vec::new();
    let numbers = numbers_in(text);
    let mut at = 0;
    while let Some((place, hours)) = numbers.get(at).copied() {
        let after = &text[place + hours.len()..];
        let minutes = numbers.get(at + 1).filter(|(next, minutes)| {
            let between = text[place + hours.len()..*next].trim();
            minutes.len() == 2 && matches!(between, "." | ":" | "ч" | "ч." | "час" | "часов")
        });
        let alone = after.trim_start().starts_with('ч');
        let read = |minutes: &str| ClockTime::new(hours.parse().ok()?, minutes.parse().ok()?);
        let time = match minutes {
            Some((_, minutes)) => read(minutes),
            None if alone => read("0"),
            None => None,
        };
        times.extend(time);
        at += 1 + usize::from(minutes.is_some());
    }
    times
}

/// Runs of digits, and where they stand.
fn numbers_in(text: &str) -> Vec<(usize, &str)> {
    let mut numbers = Vec::new();
    let mut from = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match (sign.is_ascii_digit(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                numbers.push((start, &text[start..at]));
                from = None;
            }
            _ => {}
        }
    }
    numbers
}
