//! The protocol, piece by piece in the order of `templates/protocol.typ`.

use super::body::Body;
use super::data_table;
use super::paragraph::Paragraph;
use super::styles::Style;
use super::table::{self, Rows};
use super::text::{filled, has, joined, lines, stopped};
use crate::model::Table;
use crate::papers::{Attendee, DecisionLine, Protocol, Question, Speech};

pub(super) fn protocol(view: &Protocol) -> Body {
    let mut body = Body::default();
    title(&mut body, view);
    attendance(&mut body, view);
    agenda(&mut body, (1..).zip(&view.questions));
    for (question, number) in view.questions.iter().zip(1..) {
        discussed(&mut body, question, number, view.recommendations_apart);
    }
    attachments(&mut body, view);
    body.signed(&view.signatures, None, None);
    for mended in &view.corrections {
        // What was mended on the signed paper is certified by the chair.
        body.add(Paragraph::new(Style::Body, &mended.text).before(270));
        let chair = view.signatures.get(..1).unwrap_or_default();
        body.signed(chair, None, Some(Paragraph::new(Style::Plain, &mended.date)));
    }
    if annexed(view) {
        annex(&mut body, view);
    }
    if view.registration_sheet {
        registration(&mut body, view);
    }
    body
}

fn annexed(view: &Protocol) -> bool {
    view.present_in_annex && !view.present.is_empty()
}

fn title(body: &mut Body, view: &Protocol) {
    letterhead(body, view.superior.as_deref(), &view.community);
    body.add(Paragraph::new(Style::Heading1, "ПРОТОКОЛ"));
    let number = format!("№\u{A0}{}", view.number);
    body.add(Paragraph::new(Style::DateAndNumber, &view.date).tab(&number));
    body.title(Style::Centred, view.time.as_deref().unwrap_or_default(), 50);
    body.title(Style::Centred, view.place.as_deref().unwrap_or_default(), 50);
    body.title(Style::Title, &view.heading, 0);
    if let Some(theme) = filled(view.theme.as_ref()) {
        body.title(Style::Centred, &format!("Тема: {theme}"), 0);
    }
    body.title(Style::Centred, view.held.as_deref().unwrap_or_default(), 0);
}

/// Whose paper it is.
pub(super) fn letterhead(body: &mut Body, superior: Option<&str>, community: &str) {
    body.title(Style::Centred, superior.unwrap_or_default(), 106);
    body.title(Style::Centred, community, 0);
}

fn attendance(body: &mut Body, view: &Protocol) {
    chaired(body, &view.chair_word, view.chair.as_ref(), view.secretary.as_ref());
    if annexed(view) {
        let text = format!("Присутствовали: {} чел. (список прилагается)", view.present.len());
        body.add(Paragraph::new(Style::Plain, &text).before(106));
    } else if !view.present.is_empty() {
        let count =
            if has(&view.present_count) { format!(" ({})", view.present_count) } else { String::new() };
        body.add(
            Paragraph::new(Style::Plain, &format!("Присутствовали{count}:")).before(106).after(60).kept(),
        );
        body.table(table::people(&view.present));
    }
    if let Some(present) = filled(view.present_in_words.as_ref()) {
        body.add(Paragraph::new(Style::Plain, &stopped(present)).before(106));
    }
    if !view.absent.is_empty() {
        let one = |absent: &crate::papers::Absent| match filled(absent.reason.as_ref()) {
            Some(reason) => format!("{} ({reason})", absent.name),
            None => absent.name.clone(),
        };
        let all = view.absent.iter().map(one).collect::<Vec<_>>().join(", ");
        body.add(Paragraph::new(Style::Plain, &format!("Отсутствовали: {all}")).before(106));
    }
    if !view.invited.is_empty() {
        body.add(Paragraph::new(Style::Plain, "Приглашены:").before(106).after(60).kept());
        body.table(table::people(&view.invited));
    }
    if let Some(invited) = filled(view.invited_in_words.as_ref()) {
        let text = if view.invited.is_empty() {
            format!("Приглашены: {invited}")
        } else {
            format!("Также: {invited}")
        };
        body.add(Paragraph::new(Style::Plain, &text).before(106));
    }
    if let Some(quorum) = filled(view.quorum.as_ref()) {
        body.add(Paragraph::new(Style::Plain, &format!("Кворум: {quorum}")).before(106));
    }
}

/// Who led the meeting and who wrote it down.
pub(super) fn chaired(body: &mut Body, chair_word: &str, chair: Option<&String>, secretary: Option<&String>) {
    let mut room = 182;
    for (word, name) in [(chair_word, chair), ("Секретарь", secretary)] {
        if let Some(name) = filled(name) {
            body.add(Paragraph::new(Style::Plain, &format!("{word} — {name}")).before(room));
            room = 0;
        }
    }
}

/// The questions, each with its number.
pub(super) fn agenda<'a>(body: &mut Body, questions: impl Iterator<Item = (u32, &'a Question)>) {
    let mut questions = questions.peekable();
    if questions.peek().is_none() {
        return;
    }
    body.add(Paragraph::new(Style::Heading2, "ПОВЕСТКА ДНЯ"));
    for (number, question) in questions {
        let point = body.lists.agenda(number);
        let topic = Paragraph::new(Style::Body, &question.topic).numbered(Some(point));
        match question.reported_by() {
            Some(reporters) => {
                body.add(topic.kept());
                body.add(Paragraph::new(Style::Control, &reporters));
            }
            None => body.add(topic),
        }
    }
}

/// What was heard, said and decided on one question.
pub(super) fn discussed(body: &mut Body, question: &Question, number: u32, apart: bool) {
    let point = body.lists.question(number);
    let heard = speeches(&question.heard);
    if heard.is_empty() {
        // Nothing was reported: the topic itself opens the question.
        body.add(Paragraph::new(Style::Opening, &question.topic).numbered(Some(point)));
    } else {
        body.add(Paragraph::new(Style::Opening, "СЛУШАЛИ:").numbered(Some(point)));
    }
    for said in heard {
        paragraphs(body, &said);
    }
    tables(body, &question.tables);
    let spoke = speeches(&question.spoke);
    if !spoke.is_empty() {
        body.add(Paragraph::new(Style::Opening, "ВЫСТУПИЛИ:"));
    }
    for said in spoke {
        paragraphs(body, &said);
    }
    decided(body, question, apart);
}

/// Tables of the leader's own. What follows one needs a little room.
fn tables(body: &mut Body, tables: &[Table]) {
    for table in tables {
        data_table::add(body, table, false);
        body.gap(100);
    }
}

/// The decisions and the vote.
pub(super) fn decided(body: &mut Body, question: &Question, apart: bool) {
    let (recommended, decided): (Vec<_>, Vec<_>) =
        question.decisions.iter().partition(|decision| apart && decision.recommendation);
    for (word, lines) in [("РЕШИЛИ:", decided), ("РЕКОМЕНДОВАТЬ:", recommended)] {
        if !lines.is_empty() {
            body.add(Paragraph::new(Style::Opening, word));
        }
        for line in lines {
            decision(body, line);
        }
    }
    body.line(Style::Body, question.vote.as_deref().unwrap_or_default());
}

/// Each line of a typed text is a paragraph with an indent of its own.
fn paragraphs(body: &mut Body, text: &str) {
    for line in lines(text) {
        body.line(Style::Body, line);
    }
}

fn speeches(speeches: &[Speech]) -> Vec<String> {
    let said = speeches.iter().map(|speech| joined(&[&speech.who, &speech.said], " — "));
    said.filter(|said| has(said)).collect()
}

fn decision(body: &mut Body, line: &DecisionLine) {
    let point = body.lists.decision(&line.number);
    let text = if point.is_some() { line.text.clone() } else { format!("{}. {}", line.number, line.text) };
    let mut text: Vec<Paragraph> = lines(&text).map(|line| Paragraph::new(Style::Body, line)).collect();
    if let Some(first) = text.first_mut() {
        first.point = point;
    }
    let people: Vec<&str> = line.responsible.iter().map(String::as_str).filter(|name| has(name)).collect();
    let mut control = Vec::new();
    if !people.is_empty() {
        let word = if people.len() > 1 || line.several {
            "Ответственные"
        } else {
            "Ответственный"
        };
        // A name that ends with an initial already has its full stop.
        control.push(format!("{word}: {}", stopped(&people.join(", "))));
    }
    if let Some(term) = filled(line.term.as_ref()) {
        control.push(format!("Срок: {}", stopped(term)));
    }
    if control.is_empty() {
        text.into_iter().for_each(|paragraph| body.add(paragraph));
    } else {
        if let Some(last) = text.last_mut() {
            last.keep_next = true;
        }
        text.into_iter().for_each(|paragraph| body.add(paragraph));
        body.add(Paragraph::new(Style::Control, &control.join(" ")));
    }
}

fn attachments(body: &mut Body, view: &Protocol) {
    if view.attachments.is_empty() {
        return;
    }
    let word = if view.attachments.len() == 1 { "Приложение:" } else { "Приложения:" };
    body.add(Paragraph::new(Style::Opening, word));
    let point = body.lists.plain();
    for one in &view.attachments {
        let sheets = one.sheets.as_deref().unwrap_or_default();
        let text = stopped(&joined(&[&one.title, sheets], " "));
        body.add(Paragraph::new(Style::Body, &text).numbered(Some(point)));
    }
}

fn row(person: &Attendee) -> Vec<String> {
    vec![person.name.clone(), person.post.clone(), person.organisation.clone()]
}

fn annex(body: &mut Body, view: &Protocol) {
    let to = format!("Приложение к протоколу от {} №\u{A0}{}", view.date, view.number);
    body.add(Paragraph::new(Style::Right, &to).on_new_page());
    body.add(Paragraph::new(Style::Heading2, "Список присутствующих"));
    let rows: Vec<Vec<String>> = view.present.iter().map(row).collect();
    let head = ["№", "Фамилия, инициалы", "Должность", "Организация"];
    let table = table::numbered(&mut body.lists, &[9, 52, 50, 59], &head, &rows, Rows::ToRead);
    body.table(table);
}

fn registration(body: &mut Body, view: &Protocol) {
    body.add(Paragraph::new(Style::Heading2, "Лист регистрации участников заседания").on_new_page());
    let meeting = format!("{}, протокол №\u{A0}{}", view.date, view.number);
    body.add(Paragraph::new(Style::Centred, &meeting).after(106));
    let away = view.absent.iter().map(|absent| vec![absent.name.clone()]);
    let came = view.present.iter().map(row);
    let rows: Vec<Vec<String>> = came.chain(away).chain(view.invited.iter().map(row)).collect();
    let head = ["№", "Фамилия, инициалы", "Должность", "Организация", "Подпись"];
    let table = table::numbered(&mut body.lists, &[9, 43, 46, 44, 28], &head, &rows, Rows::ToSign);
    body.table(table);
}
