//! The questions of a protocol with what was said and decided.

use chrono::NaiveDate;
use pps_domain::records::{AgendaItem, Decision, DecisionKind, Mark, Meeting, Reporter, Speaker, Vote};
use pps_domain::russian::{cited, date_in_table, partial_in_table};
use uuid::Uuid;

use super::said::{FieldName, changed, listed};
use super::{Difference, Names, tables};

pub(super) fn differences(
    before: &Meeting,
    after: &Meeting,
    was: &[AgendaItem],
    is: &[AgendaItem],
    names: &dyn Names,
) -> Vec<Difference> {
    let mut told = Vec::new();
    for (place, item) in (1..).zip(was) {
        if is.iter().all(|other| other.id != item.id) {
            let gone = format!("Убран вопрос {place} {}", cited(&item.topic));
            let field = FieldName::within(String::new(), format!("удаление вопроса {place}"), item.id.0);
            told.push(field.sentence_is(gone));
        }
    }
    for (place, item) in (1..).zip(is) {
        match was.iter().find(|other| other.id == item.id) {
            Some(earlier) => {
                let topic = within(place, item, "тема");
                told.extend(changed(topic, &earlier.topic, &item.topic));
                told.extend(question(place, earlier, item, (before.date, after.date), names));
            }
            None => {
                let added = format!("Добавлен вопрос {place} {}", cited(&item.topic));
                let field =
                    FieldName::within(String::new(), format!("добавление вопроса {place}"), item.id.0);
                told.push(field.sentence_is(added));
                told.extend(question(place, &empty(item), item, (after.date, after.date), names));
            }
        }
    }
    if moved(was, is, |item| item.id) {
        let order = (1..).zip(is).map(|(place, item)| format!("{place} — {}", cited(&item.topic)));
        let order = format!("Вопросы переставлены: {}", order.collect::<Vec<_>>().join(", "));
        told.push(FieldName::from("Порядок вопросов").sentence_is(order));
    }
    told
}

/// A field of a question.
fn within(place: usize, item: &AgendaItem, name: &str) -> FieldName {
    FieldName::within(format!("Вопрос {place}, {name}"), format!("{name}, вопрос {place}"), item.id.0)
}

/// The question before anything was written under it.
fn empty(item: &AgendaItem) -> AgendaItem {
    AgendaItem {
        reporters: Vec::new(),
        about: None,
        heard: String::new(),
        tables: Vec::new(),
        spoke: Vec::new(),
        decisions: Vec::new(),
        vote: None,
        ..item.clone()
    }
}

/// Whether those that stayed stand in another order.
fn moved<T, I: PartialEq>(was: &[T], is: &[T], id: impl Fn(&T) -> I) -> bool {
    let among = |these: &[T], those: &[T]| {
        let ids = these.iter().map(&id);
        ids.filter(|one| those.iter().any(|other| id(other) == *one)).collect::<Vec<_>>()
    };
    among(was, is) != among(is, was)
}

fn question(
    place: usize,
    was: &AgendaItem,
    is: &AgendaItem,
    (then, now): (NaiveDate, NaiveDate),
    names: &dyn Names,
) -> Vec<Difference> {
    let who = |speaker: &Speaker, on| match speaker {
        Speaker::Person(person) => names.person(person.0, on),
        Speaker::Named(name) => name.clone(),
    };
    let reporters = |item: &AgendaItem, on| -> Vec<String> {
        let one = |reporter: &Reporter| {
            let parts = [who(&reporter.speaker, on), reporter.post.trim().to_owned()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        item.reporters.iter().map(one).collect()
    };
    let spoke = |item: &AgendaItem, on| -> Vec<String> {
        let speeches = item.spoke.iter().map(|speech| {
            let parts = [who(&speech.speaker, on), speech.text.trim().to_owned()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" — ")
        });
        speeches.collect()
    };
    let field = |name: &str| within(place, is, name);
    let mut told = Vec::new();
    told.extend(reported(field, &reporters(was, then), &reporters(is, now)));
    let about = |item: &AgendaItem| item.about.map(|record| names.record(record)).unwrap_or_default();
    told.extend(changed(field("к чему относится"), &about(was), &about(is)));
    told.extend(changed(field("СЛУШАЛИ"), &was.heard, &is.heard));
    told.extend(tables::differences(&field("таблицы"), &was.tables, &is.tables));
    told.extend(listed(field("ВЫСТУПИЛИ"), &spoke(was, then), &spoke(is, now)));
    told.extend(decisions(place, was, is, (then, now), names));
    told.extend(changed(field("голосование"), &vote(was.vote), &vote(is.vote)));
    told
}

/// One reporter is told as a field, several as a list.
fn reported(field: impl Fn(&str) -> FieldName, was: &[String], is: &[String]) -> Vec<Difference> {
    if was.len() > 1 || is.len() > 1 {
        return listed(field("докладчики"), was, is);
    }
    let only = |reporters: &[String]| reporters.first().cloned().unwrap_or_default();
    changed(field("докладчик"), &only(was), &only(is)).into_iter().collect()
}

fn decisions(
    place: usize,
    was: &AgendaItem,
    is: &AgendaItem,
    days: (NaiveDate, NaiveDate),
    names: &dyn Names,
) -> Vec<Difference> {
    let mut told = Vec::new();
    for (point, decision) in (1..).zip(&was.decisions) {
        if is.decisions.iter().all(|other| other.id != decision.id) {
            let gone = format!("убран пункт {place}.{point} {}", cited(&decision.text));
            let went =
                FieldName::within(String::new(), format!("удаление пункта {place}.{point}"), decision.id.0);
            told.push(went.sentence_is(format!("Вопрос {place}, РЕШИЛИ: {gone}")));
        }
    }
    for (point, decision) in (1..).zip(&is.decisions) {
        let field = Point { question: place, point, id: decision.id.0 };
        match was.decisions.iter().find(|other| other.id == decision.id) {
            Some(earlier) => {
                told.extend(changed(field.text(), &earlier.text, &decision.text));
                told.extend(point_of(field, earlier, decision, days, names));
            }
            None => {
                let added = format!("Вопрос {place}, РЕШИЛИ: добавлен пункт {place}.{point}");
                let came =
                    FieldName::within(String::new(), format!("добавление пункта {place}.{point}"), field.id);
                told.push(came.sentence_is(format!("{added} {}", cited(&decision.text))));
                let bare = Decision {
                    kind: decision.kind,
                    text: decision.text.clone(),
                    id: decision.id,
                    addressee: None,
                    responsible: Vec::new(),
                    responsible_in_words: String::new(),
                    term: None,
                    moves: Vec::new(),
                    mark: None,
                };
                told.extend(point_of(field, &bare, decision, days, names));
            }
        }
    }
    if moved(&was.decisions, &is.decisions, |decision| decision.id) {
        let field = within(place, is, "порядок пунктов");
        told.push(field.sentence_is(format!("Вопрос {place}, РЕШИЛИ: пункты переставлены")));
    }
    told
}

/// A point of what was decided.
#[derive(Clone, Copy)]
struct Point {
    question: usize,
    point: usize,
    id: Uuid,
}

impl Point {
    /// Its words.
    fn text(self) -> FieldName {
        let number = format!("{}.{}", self.question, self.point);
        let sentence = format!("Вопрос {}, РЕШИЛИ, пункт {number}", self.question);
        FieldName::within(sentence, format!("пункт {number}"), self.id)
    }

    /// One of its other fields.
    fn named(self, name: &str) -> FieldName {
        let number = format!("{}.{}", self.question, self.point);
        let sentence = format!("Вопрос {}, РЕШИЛИ, пункт {number}, {name}", self.question);
        FieldName::within(sentence, format!("{name}, пункт {number}"), self.id)
    }
}

fn point_of(
    field: Point,
    was: &Decision,
    is: &Decision,
    (then, now): (NaiveDate, NaiveDate),
    names: &dyn Names,
) -> Vec<Difference> {
    let named = |name: &str| field.named(name);
    let addressee = |one: &Decision| one.addressee.map(|id| names.record(id.0)).unwrap_or_default();
    let responsible = |one: &Decision, on| {
        let people = one.responsible.iter().map(|person| names.person(person.0, on));
        let in_words = Some(one.responsible_in_words.trim().to_owned()).filter(|words| !words.is_empty());
        people.chain(in_words).collect::<Vec<_>>().join(", ")
    };
    let term = |one: &Decision| one.term.as_ref().map(|term| term.in_prose()).unwrap_or_default();
    let moves = |one: &Decision| -> Vec<String> {
        let moves = one.moves.iter().map(|moved| {
            let decided = moved.date.map(date_in_table).map(|date| format!("решено {date}"));
            let notes: Vec<_> = decided.into_iter().chain([moved.reason.trim().to_owned()]).collect();
            noted(&moved.to.in_prose(), &notes)
        });
        moves.collect()
    };
    let mark = |one: &Decision| one.mark.as_ref().map(mark).unwrap_or_default();
    let mut told = Vec::new();
    told.extend(changed(named("что это"), kind(was.kind), kind(is.kind)));
    told.extend(changed(named("кому рекомендовать"), &addressee(was), &addressee(is)));
    told.extend(changed(named("ответственные"), &responsible(was, then), &responsible(is, now)));
    told.extend(changed(named("срок"), &term(was), &term(is)));
    told.extend(listed(named("перенос срока").of_marking(), &moves(was), &moves(is)));
    told.extend(changed(named("исполнение").of_marking(), &mark(was), &mark(is)));
    told
}

fn kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Resolution => "решение",
        DecisionKind::Assignment => "поручение",
        DecisionKind::Recommendation => "рекомендация",
    }
}

/// «выполнено (20.02.2026, 6 уроков)»
fn mark(mark: &Mark) -> String {
    let date = mark.date.map(partial_in_table).unwrap_or_default();
    noted(mark.state.in_words(), &[date, mark.result.trim().to_owned(), mark.reason.trim().to_owned()])
}

fn noted(word: &str, notes: &[String]) -> String {
    let notes: Vec<_> = notes.iter().filter(|note| !note.is_empty()).map(String::as_str).collect();
    if notes.is_empty() { word.to_owned() } else { format!("{word} ({})", notes.join(", ")) }
}

fn vote(vote: Option<Vote>) -> String {
    match vote {
        None => String::new(),
        Some(Vote::Unanimous) => "единогласно".to_owned(),
        Some(Vote::Counted { r#for: pro, against, abstained }) => {
            format!("за — {pro}, против — {against}, воздержались — {abstained}")
        }
    }
}
