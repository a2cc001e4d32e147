//! All that a person has typed into a record, in the order in which it is read on paper.

use pps_domain::calendar::Term;
use pps_domain::records::{
    Activity, Community, Decision, Mark, Meeting, Move, Person, Plan, Record, Speaker,
};
use pps_domain::russian::FullName;

/// Collects the texts of one record.
#[derive(Default)]
struct Texts(Vec<String>);

/// The texts of a record; empty ones are left out.
pub(super) fn texts(record: &Record) -> Vec<String> {
    let mut texts = Texts::default();
    match record {
        Record::Community(record) => texts.community(record),
        Record::Organisation(record) => texts.add_all([&record.name, &record.short_name]),
        Record::Person(record) => texts.person(record),
        Record::Order(record) => texts.add_all([&record.number, &record.issued_by, &record.note]),
        Record::Membership(_) => {}
        Record::Difficulty(record) => texts.add(&record.title),
        Record::Survey(record) => texts.add(&record.who),
        Record::Plan(record) => texts.plan(record),
        Record::Meeting(record) => texts.meeting(record),
        Record::Activity(record) => texts.activity(record),
        Record::Report(record) => texts.add_all(record.prose.values()),
        Record::Submission(record) => texts.add_all([&record.incoming, &record.note]),
        Record::Attachment(record) => texts.add(&record.name),
    }
    texts.0
}

/// The names under which others know a person or an organisation; none for any other record. Old names count
/// too: a paper of last year is looked for by the name of last year.
pub(super) fn names(record: &Record) -> Vec<String> {
    let mut texts = Texts::default();
    match record {
        Record::Organisation(record) => texts.add_all([&record.name, &record.short_name]),
        Record::Person(person) if !person.anonymised => {
            person.facts.iter().for_each(|facts| texts.name(&facts.name));
        }
        _ => {}
    }
    texts.0.sort();
    texts.0.dedup();
    texts.0
}

impl Texts {
    fn add(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.0.push(text.to_owned());
        }
    }

    fn add_all<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        texts.into_iter().for_each(|text| self.add(text));
    }

    fn name(&mut self, name: &FullName) {
        self.add(&name.full());
    }

    fn community(&mut self, record: &Community) {
        self.add_all([
            &record.name,
            &record.short_name,
            &record.district,
            &record.higher_body,
            &record.place,
        ]);
        for official in &record.officials {
            self.add(&official.title);
            self.name(&official.name);
        }
        self.add(&record.settings.chair_word);
    }

    fn person(&mut self, record: &Person) {
        for facts in &record.facts {
            self.name(&facts.name);
            self.add(&facts.post);
        }
        for course in &record.courses {
            self.add_all([&course.title, &course.provider]);
        }
        self.add(&record.contact);
        if let Some(consent) = &record.consent {
            self.add(&consent.basis);
        }
    }

    fn plan(&mut self, record: &Plan) {
        self.add_all([&record.topic, &record.goal]);
        self.add_all(&record.problem_zones);
        for task in &record.tasks {
            self.add_all([&task.text, &task.note]);
        }
        self.add(&record.last_year);
        for meeting in &record.meetings {
            self.add(&meeting.topic);
            self.add_all(&meeting.questions);
            self.add_all([&meeting.form, &meeting.venue, &meeting.expected]);
            self.term(meeting.term.as_ref());
        }
        if let Some(adopted) = &record.adopted {
            self.add(&adopted.number);
        }
        if let Some(approved) = &record.approved {
            self.add(&approved.number);
        }
    }

    fn meeting(&mut self, record: &Meeting) {
        self.add_all([&record.topic, &record.place, &record.venue, &record.mode_note]);
        let protocol = record.protocol.iter();
        for item in protocol.clone().flat_map(|protocol| &protocol.items) {
            self.add(&item.topic);
            self.speaker(item.reporter.as_ref());
            self.add(&item.heard);
            for speech in &item.spoke {
                self.speaker(Some(&speech.speaker));
                self.add(&speech.text);
            }
            item.decisions.iter().for_each(|decision| self.decision(decision));
        }
        for protocol in protocol {
            self.add(&protocol.quorum);
            self.add_all(protocol.annexes.iter().map(|annex| &annex.title));
        }
        for guest in &record.guests {
            self.name(&guest.name);
            self.add_all([&guest.post, &guest.organisation]);
        }
        for one in &record.attendance {
            if let pps_domain::records::Presence::Absent(absence) = &one.presence {
                self.add(&absence.reason);
            }
        }
    }

    fn activity(&mut self, record: &Activity) {
        self.add(&record.text);
        self.add(record.form.in_words());
        self.add_all([&record.participants, &record.expected]);
        self.term(record.term.as_ref());
        self.moves(&record.moves);
        self.mark(record.mark.as_ref());
    }

    fn decision(&mut self, decision: &Decision) {
        self.add(&decision.text);
        self.term(decision.term.as_ref());
        self.moves(&decision.moves);
        self.mark(decision.mark.as_ref());
    }

    fn speaker(&mut self, speaker: Option<&Speaker>) {
        if let Some(Speaker::Named(name)) = speaker {
            self.add(name);
        }
    }

    fn moves(&mut self, moves: &[Move]) {
        for one in moves {
            self.term(Some(&one.to));
            self.add(&one.reason);
        }
    }

    fn mark(&mut self, mark: Option<&Mark>) {
        if let Some(mark) = mark {
            self.add_all([&mark.result, &mark.reason]);
        }
    }

    /// Of terms only what was said in words is text.
    fn term(&mut self, term: Option<&Term>) {
        if let Some(words) = term.and_then(Term::words) {
            self.add(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::decode_foreign;
    use pps_domain::records::Kind;
    use serde_json::Value;

    /// All texts in Russian letters within a value.
    fn russian(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) if text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')) => {
                found.push(text.clone());
            }
            Value::Array(items) => items.iter().for_each(|item| russian(item, found)),
            Value::Object(map) => map.values().for_each(|value| russian(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_text_of_every_record_is_found() {
        for kind in Kind::ALL {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/format-1");
            let text = std::fs::read_to_string(format!("{folder}/{kind}.json")).unwrap();
            let value: Value = serde_json::from_str(&text).unwrap();
            let all = texts(&decode_foreign(*kind, 1, value.clone()).unwrap()).join(" · ");
            let mut expected = Vec::new();
            russian(&value, &mut expected);
            for text in expected {
                assert!(all.contains(&text), "{kind}: «{text}» would not be found");
            }
        }
    }
}
