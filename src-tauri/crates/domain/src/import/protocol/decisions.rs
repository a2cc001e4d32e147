//! What was decided: the text, who is to do it and by when.

use super::answering::{is_only_term, marks_in, sentence};
use super::dates::find_date;
use super::labels::Label;
use super::lines::Line;
use super::mentions::mentions;
use super::numbers::{Number, NumberKind, divided};
use super::questions::with_number;
use super::reading::{Reading, Section};
use super::result::{LinePart, ReadDecision};
use super::votes::{vote_at_end, vote_of};
use crate::calendar::{Term, read_term};
use crate::import::folded;
use crate::records::DecisionKind;

impl Reading<'_> {
    /// «РЕШИЛИ: 1.1. Признать …»
    pub(super) fn begin_decided(&mut self, section: Section, question: Option<u32>, aside: &str, rest: &str) {
        if let Some(question) =
            question.map(|question| question as usize - 1).filter(|item| *item <= self.out.items.len())
        {
            self.open(question);
        }
        self.current();
        if self.section != Section::Decided && self.section != Section::Recommended {
            self.decision_numbers = None;
        }
        self.section = section;
        self.is(LinePart::Decided);
        if let Some(vote) = vote_of(aside) {
            self.current().vote = Some(vote);
        } else if !aside.is_empty() {
            self.decided(None, &format!("({aside})"));
        }
        for (number, piece) in divided(rest) {
            let pieces = if number.is_none() { by_semicolons(&piece) } else { vec![piece.as_str()] };
            for piece in pieces {
                self.decided(number.as_ref(), piece);
            }
        }
    }

    /// A line among decisions.
    pub(super) fn decided_line(&mut self, line: &Line) {
        self.is(LinePart::Decided);
        let pieces = divided(&line.said);
        if pieces.len() > 1 {
            for (number, piece) in pieces {
                self.decided(number.as_ref(), &piece);
            }
            return;
        }
        let below = matches!((&self.decision_numbers, &line.number), (Some(Some(first)), Some(number)) if !number.is_like(first));
        if below && self.belongs_below(line.number.as_ref()) {
            return self.go_on(&with_number(line));
        }
        self.decided(line.number.as_ref(), &line.said);
    }

    /// Whether a number is of a list within a decision: «а)» or a dash below «1.».
    fn belongs_below(&self, number: Option<&Number>) -> bool {
        let has_decisions = self
            .item
            .and_then(|item| self.out.items.get(item))
            .is_some_and(|item| !item.decisions.is_empty());
        has_decisions
            && number.is_some_and(|number| matches!(number.kind, NumberKind::Mark | NumberKind::Letter))
    }

    fn decided(&mut self, number: Option<&Number>, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if let Some(vote) = vote_of(text) {
            self.current().vote = Some(vote);
            return;
        }
        let (text, vote) = vote_at_end(text);
        if let Some(vote) = vote {
            self.current().vote = Some(vote);
        }
        let unnumbered = number.is_none() && matches!(self.decision_numbers, Some(Some(_)));
        let has_before = !self.current().decisions.is_empty();
        if unnumbered && has_before {
            return self.go_on(text);
        }
        // «2.1» in a list of all questions is the second question's.
        if let Some([question, _]) = number.map(|number| number.steps.as_slice()) {
            let item = (*question as usize).saturating_sub(1);
            if Some(item) != self.item
                && item < self.out.items.len()
                && self.out.items[item].decisions.is_empty()
            {
                let (section, numbers) = (self.section, self.decision_numbers.clone());
                self.open(item);
                (self.section, self.decision_numbers) = (section, numbers);
            }
        }
        if self.decision_numbers.is_none() {
            self.decision_numbers = Some(number.cloned());
        }
        let mut decision = self.decision(text);
        if self.section == Section::Recommended {
            decision.kind = DecisionKind::Recommendation;
        }
        self.current().decisions.push(decision);
    }

    /// More of the last decision: a paragraph, a list, or who is to do it.
    fn go_on(&mut self, text: &str) {
        let more = self.decision(text);
        let Some(last) = self.current().decisions.last_mut() else { return };
        if !more.text.is_empty() {
            last.text.push('\n');
            last.text.push_str(&more.text);
        }
        let ReadDecision { responsible, responsible_in_words, term, .. } = more;
        take(last, responsible, &responsible_in_words, term);
    }

    /// «Ответственный: …», «Срок: …» in a line of its own below a decision.
    pub(super) fn attribute(&mut self, label: Label, rest: &str) -> bool {
        let in_decisions = matches!(self.section, Section::Decided | Section::Recommended | Section::Vote);
        let has = self
            .item
            .and_then(|item| self.out.items.get(item))
            .is_some_and(|item| !item.decisions.is_empty());
        if !in_decisions || !has {
            return false;
        }
        self.is(LinePart::Decided);
        let text = if label == Label::Term {
            format!("Срок: {rest}")
        } else {
            format!("Ответственный: {rest}")
        };
        self.go_on(&text);
        true
    }

    /// Takes a decision apart. Its text stays whole, but for «Ответственный: …» and «Срок: …».
    fn decision(&mut self, text: &str) -> ReadDecision {
        let mut decision = ReadDecision {
            kind: DecisionKind::Resolution,
            text: String::new(),
            responsible: Vec::new(),
            responsible_in_words: String::new(),
            term: None,
        };
        let marks = marks_in(text);
        let first = marks.first().map_or(text.len(), |mark| mark.from);
        let mut said =
            text[..first].trim().trim_end_matches(['(', ',', ';', '—', '–', '-', ' ', '\t']).to_owned();
        for (at, mark) in marks.iter().enumerate() {
            let to = marks.get(at + 1).map_or(text.len(), |next| next.from);
            let value = text[mark.value..to].trim().trim_end_matches(['(', ',', ';', '—', '–', '-', ' ']);
            let (value, after) = sentence(value);
            let value = if value.matches('(').count() < value.matches(')').count() {
                value.trim_end_matches(['.', ')'])
            } else {
                value.trim_end_matches('.')
            };
            if mark.is_term {
                match read_term(value, self.context.year) {
                    Some(term) if decision.term.is_none() => {
                        if term.words().is_none() && !is_only_term(value) {
                            push(&mut said, &text[mark.from..to]);
                        }
                        decision.term = Some(term);
                    }
                    _ => push(&mut said, &text[mark.from..to]),
                }
            } else {
                let (people, words) = self.responsible(value);
                take(&mut decision, people, &words, None);
            }
            if !after.is_empty() {
                push(&mut said, after);
            }
        }
        if decision.responsible.is_empty()
            && decision.responsible_in_words.is_empty()
            && let Some(person) = self.charged(&said)
        {
            decision.responsible.push(person);
        }
        if decision.term.is_none() {
            decision.term = self.term_within(&said);
        }
        let recommends = ["рекоменд"].iter().any(|stem| folded(&said).starts_with(stem));
        let assigned = !decision.responsible.is_empty()
            || !decision.responsible_in_words.is_empty()
            || decision.term.is_some();
        decision.kind = if recommends {
            DecisionKind::Recommendation
        } else if assigned {
            DecisionKind::Assignment
        } else {
            DecisionKind::Resolution
        };
        decision.text = said;
        decision
    }

    fn responsible(&mut self, value: &str) -> (Vec<crate::ids::PersonId>, String) {
        let read = self.context.people.read(value);
        for asked in &read.asked {
            self.remark(format!("«{}» — подходят несколько человек: выберите сами, кто это.", asked.text));
        }
        (read.people, read.words)
    }

    /// «Кузнецовой О. И. подготовить справку»: who is charged.
    fn charged(&self, text: &str) -> Option<crate::ids::PersonId> {
        let lower = text.to_lowercase();
        let start = if lower.starts_with("поручить ") { "поручить ".len() } else { 0 };
        let place = mentions(&text[start..]).into_iter().next().filter(|place| place.start == 0)?;
        let rest = folded(&text[start + place.end..]);
        let does = |word: &str| {
            ["ть", "ти", "ться", "чь"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 3
        };
        let thanks = ["объявить", "выразить", "вручить", "присвоить", "наградить"];
        let verb = rest.split(' ').take(6).find(|word| does(word))?;
        if thanks.contains(&verb) { None } else { self.known(&text[start..][place]) }
    }

    /// «до 22.09.2025», «не позднее 10 сентября» within the text, where it is the only date.
    fn term_within(&self, text: &str) -> Option<Term> {
        let found = find_date(text, self.context.year)?;
        if find_date(&text[found.place.end..], self.context.year).is_some() {
            return None;
        }
        let before = folded(&text[..found.place.start]);
        let by = before.split(' ').next_back()?;
        matches!(by, "до" | "позднее" | "позже" | "к").then_some(Term::Until { date: found.date })
    }
}

/// «рекомендовать семь практик; разместить на сайте»: several decisions, where each begins with what is to be done.
fn by_semicolons(text: &str) -> Vec<&str> {
    let pieces: Vec<&str> = text.split(';').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let does = |piece: &&str| {
        let first = folded(piece).split(' ').next().unwrap_or_default().to_owned();
        first.chars().count() > 3 && ["ть", "ти", "ться", "чь"].iter().any(|ending| first.ends_with(ending))
    };
    if pieces.iter().all(does) { pieces } else { vec![text] }
}

fn take(decision: &mut ReadDecision, people: Vec<crate::ids::PersonId>, words: &str, term: Option<Term>) {
    for person in people {
        if !decision.responsible.contains(&person) {
            decision.responsible.push(person);
        }
    }
    if !words.is_empty() {
        if !decision.responsible_in_words.is_empty() {
            decision.responsible_in_words.push_str(", ");
        }
        decision.responsible_in_words.push_str(words);
    }
    match (&decision.term, term) {
        (_, None) => {}
        (None, term) => decision.term = term,
        (Some(_), Some(term)) => push(&mut decision.text, &format!("Срок: {}", term.in_table())),
    }
    let assigned = !decision.responsible.is_empty()
        || !decision.responsible_in_words.is_empty()
        || decision.term.is_some();
    if assigned && decision.kind == DecisionKind::Resolution {
        decision.kind = DecisionKind::Assignment;
    }
}

fn push(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more.trim());
}
