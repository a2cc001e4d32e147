use super::ProtocolContext;
use super::labels::{Label, Labelled, label_of};
use super::lines::{Line, bare_rows};
use super::mentions::mentions;
use super::numbers::Number;
use super::result::{LinePart, NotRecognised, ReadItem, ReadLine, ReadProtocol};
use super::votes::vote_of;
use crate::import::folded;
use crate::russian::date_in_table;

/// Which part of the protocol is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Head,
    Present,
    Absent,
    Guests,
    Agenda,
    Heard,
    Spoke,
    Decided,
    Recommended,
    Vote,
    /// Below the signatures.
    End,
}

/// A protocol while it is read.
pub(super) struct Reading<'a> {
    pub(super) context: &'a ProtocolContext,
    pub(super) out: ReadProtocol,
    pub(super) section: Section,
    /// The question that is being read.
    pub(super) item: Option<usize>,
    /// It was named just now, and nothing of it was read yet.
    pub(super) opened: bool,
    /// How the first line of the agenda is numbered.
    pub(super) agenda_numbers: Option<Option<Number>>,
    /// How the first decision of the question is numbered.
    pub(super) decision_numbers: Option<Option<Number>>,
    /// «Руководитель РМО»: presides where nobody else is said to.
    pub(super) leader: Option<crate::ids::PersonId>,
    /// Names stand in another case here, as after «СЛУШАЛИ».
    pub(super) oblique: bool,
    /// The line that is being read.
    part: Option<LinePart>,
    partly: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(context: &'a ProtocolContext) -> Self {
        Self {
            context,
            out: ReadProtocol::default(),
            section: Section::Head,
            item: None,
            opened: false,
            agenda_numbers: None,
            decision_numbers: None,
            leader: None,
            oblique: false,
            part: None,
            partly: false,
        }
    }

    /// Reads one line.
    pub(super) fn line(&mut self, line: &Line) {
        if let Some(results) = &line.results {
            let (table, rows) = results.as_ref();
            if !self.results(table) {
                let mut lines = Vec::new();
                bare_rows(rows, &mut lines);
                lines.iter().for_each(|line| self.line(line));
            }
            return;
        }
        (self.part, self.partly) = (None, false);
        self.understand(line);
        let part = self.part.unwrap_or(LinePart::Structure);
        let of_question =
            matches!(part, LinePart::Heard | LinePart::Spoke | LinePart::Decided | LinePart::Vote);
        let item = self.item.filter(|_| of_question).map(|item| item + 1);
        if !line.shown.is_empty() {
            self.out.lines.push(ReadLine { text: line.shown.clone(), part, item, partly: self.partly });
        }
    }

    /// Says what the line is.
    pub(super) fn is(&mut self, part: LinePart) {
        self.part = Some(part);
    }

    /// Lists a text that has no place.
    pub(super) fn leave(&mut self, text: &str, why: &str) {
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) {
            self.out.not_recognised.push(NotRecognised { text: text.to_owned(), why: why.to_owned() });
            self.partly = true;
            self.part.get_or_insert(LinePart::NotRecognised);
        }
    }

    /// Says something once.
    pub(super) fn remark(&mut self, sentence: String) {
        if !self.out.remarks.contains(&sentence) {
            self.out.remarks.push(sentence);
        }
    }

    fn understand(&mut self, line: &Line) {
        if line.heads || !line.said.chars().any(char::is_alphanumeric) {
            return;
        }
        if self.item.is_some() && self.section != Section::End && vote_of(&line.said).is_some() {
            return self.vote(&line.said);
        }
        if let Some(labelled) = label_of(&line.said, line.strong)
            && self.labelled(line, &labelled)
        {
            return;
        }
        if let Some(item) = self.repeated_topic(line) {
            self.open(item);
            self.is(LinePart::Agenda);
            return;
        }
        self.plain(line);
    }

    /// What follows from the whole.
    pub(super) fn finish(mut self) -> ReadProtocol {
        self.settle_attendance();
        let year = self.context.year;
        match self.out.date {
            None => self.remark("Дата заседания в тексте не нашлась: впишите её.".to_owned()),
            Some(date) if !(year.eve()..=year.end()).contains(&date) => {
                self.remark(format!(
                    "Дата {} — не в {year} учебном году: проверьте дату и год.",
                    date_in_table(date)
                ));
            }
            Some(_) => {}
        }
        if self.out.number.is_none() {
            self.remark("Номер протокола в тексте не нашёлся: впишите его, если он есть.".to_owned());
        }
        if self.out.items.is_empty() {
            self.remark("Вопросы в тексте не нашлись.".to_owned());
        }
        let without = (1..)
            .zip(&self.out.items)
            .filter(|(_, item)| item.topic.is_empty())
            .map(|(number, _): (usize, _)| number.to_string());
        let without: Vec<String> = without.collect();
        if !without.is_empty() {
            self.remark(format!("Без темы остались вопросы: {}. Впишите темы.", without.join(", ")));
        }
        let empty: Vec<String> = (1..)
            .zip(&self.out.items)
            .filter(|(_, item)| item.decisions.is_empty())
            .map(|(number, _): (usize, _)| number.to_string())
            .collect();
        if !self.out.items.is_empty() && !empty.is_empty() {
            self.remark(format!(
                "Без решений остались вопросы: {}. Проверьте, не стоят ли решения в другом вопросе.",
                empty.join(", ")
            ));
        }
        self.out
    }

    /// Whether the body of the protocol has begun: questions, one after another.
    pub(super) fn in_body(&self) -> bool {
        self.item.is_some()
    }

    /// A line with a label; false where the label means nothing here.
    fn labelled(&mut self, line: &Line, labelled: &Labelled<'_>) -> bool {
        let Labelled { label, question, aside, rest } = *labelled;
        let in_body = self.in_body();
        match label {
            Label::Protocol
            | Label::Date
            | Label::Place
            | Label::Time
            | Label::Begins
            | Label::Ends
            | Label::Form
            | Label::Topic
                if in_body =>
            {
                return self.after_all(label, rest);
            }
            Label::Protocol => self.head_line(line),
            Label::Date => self.said_date(rest),
            Label::Place => self.said_place(rest),
            Label::Time | Label::Begins | Label::Ends => self.said_time(label, rest, &line.said),
            Label::Form => self.said_form(rest),
            Label::Topic => {
                self.out.topic = unquoted(rest);
                self.is(LinePart::Head);
            }
            Label::Chair | Label::Secretary => return self.presides(label, line, rest),
            Label::Present | Label::Absent | Label::Guests if in_body => return false,
            Label::Present => self.attendance(Section::Present, aside, rest),
            Label::Absent => self.attendance(Section::Absent, aside, rest),
            Label::Guests => self.attendance(Section::Guests, aside, rest),
            Label::Quorum => {
                if in_body {
                    return false;
                }
                self.out.quorum.clone_from(&line.said);
                self.is(LinePart::Head);
            }
            Label::Agenda => {
                if in_body {
                    return false;
                }
                self.section = Section::Agenda;
                self.is(LinePart::Structure);
                if !rest.is_empty() {
                    self.agenda_text(rest);
                }
            }
            Label::Reporter => return self.said_reporter(rest),
            Label::Question => self.question(question, rest, line.strong),
            Label::Heard => self.begin_heard(line, question, aside, rest),
            Label::Spoke => {
                let alone =
                    folded(&line.said).split(' ').any(|word| matches!(word, "выступил" | "выступила"));
                // «По второму вопросу» above, and «выступила Соколова М. В.» here: she reports.
                let reports = alone && self.opened && !rest.is_empty();
                let of = self.item.filter(|_| reports).and_then(|item| u32::try_from(item + 1).ok());
                self.begin_spoke(question.or(of), aside, rest);
            }
            Label::Decided => self.begin_decided(Section::Decided, question, aside, rest),
            Label::Recommended => self.begin_decided(Section::Recommended, question, aside, rest),
            Label::Vote => return self.begin_vote(&line.said),
            Label::Responsible | Label::Term => return self.attribute(label, rest),
            Label::Annex => {
                if !in_body {
                    return false;
                }
                self.out.annexes.push(line.said.clone());
                self.is(LinePart::Annex);
            }
        }
        true
    }

    /// What belongs to the head and stands elsewhere: the end of the meeting is often said at its end.
    fn after_all(&mut self, label: Label, rest: &str) -> bool {
        if label == Label::Ends && self.out.ends.is_none() {
            self.said_time(label, rest, rest);
            return true;
        }
        false
    }

    fn plain(&mut self, line: &Line) {
        let begins_agenda = line.number.as_ref().and_then(Number::first) == Some(1) && is_topic(&line.said);
        match self.section {
            Section::Head | Section::Present | Section::Absent | Section::Guests if begins_agenda => {
                self.section = Section::Agenda;
                self.agenda_line(line);
            }
            Section::Head => self.head_line(line),
            Section::Present | Section::Absent | Section::Guests => {
                self.attendance(self.section, "", &line.said)
            }
            Section::Agenda => self.agenda_line(line),
            Section::Heard => self.heard_line(line),
            Section::Spoke => self.spoke_line(line),
            Section::Decided | Section::Recommended => self.decided_line(line),
            // After a vote the question goes on with words of its own.
            Section::Vote => {
                self.section = Section::Heard;
                self.heard_line(line);
            }
            Section::End => {
                self.leave(&line.shown, "Стоит после подписей.");
            }
        }
    }

    /// The question whose topic the line repeats.
    fn repeated_topic(&self, line: &Line) -> Option<usize> {
        let said = folded(&line.said);
        let in_questions = matches!(
            self.section,
            Section::Agenda
                | Section::Heard
                | Section::Spoke
                | Section::Decided
                | Section::Recommended
                | Section::Vote
        );
        if !in_questions || said.chars().count() < 8 {
            return None;
        }
        let current = self.item;
        self.out.items.iter().enumerate().find_map(|(at, item)| {
            let same = folded(&item.topic) == said;
            let ahead = current.is_none_or(|current| at == current + 1 || (at == current && self.opened));
            (same && ahead).then_some(at)
        })
    }

    /// Goes to a question.
    pub(super) fn open(&mut self, item: usize) {
        while self.out.items.len() <= item {
            self.out.items.push(ReadItem::default());
        }
        self.item = Some(item);
        self.opened = true;
        self.section = Section::Heard;
        self.decision_numbers = None;
    }

    /// The question that is being read; the first where none was named.
    pub(super) fn current(&mut self) -> &mut ReadItem {
        let item = self.item.unwrap_or_default();
        if self.item.is_none() || self.out.items.len() <= item {
            self.open(item);
        }
        self.opened = false;
        &mut self.out.items[item]
    }
}

/// «Об итогах …»: how topics of an agenda begin.
pub(super) fn is_topic(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "о" | "об" | "обо")
}

/// «Тема» without quotation marks around the whole of it.
pub(super) fn unquoted(text: &str) -> String {
    let text = text.trim().trim_end_matches('.');
    let inner = text.strip_prefix('«').and_then(|inner| inner.strip_suffix('»'));
    inner.filter(|inner| !inner.contains(['«', '»'])).unwrap_or(text).to_owned()
}

/// Whether a line has a name in it.
pub(super) fn has_name(text: &str) -> bool {
    !mentions(text).is_empty()
}

/// Where words stand in a text, whatever their capitals; they are given in small letters.
pub(super) fn find_folded(text: &str, words: &str) -> Option<std::ops::Range<usize>> {
    text.char_indices().find_map(|(at, _)| {
        let mut wanted = words.chars();
        let mut next = wanted.next();
        for (place, sign) in text[at..].char_indices() {
            if next != sign.to_lowercase().next() {
                return None;
            }
            next = wanted.next();
            if next.is_none() {
                return Some(at..at + place + sign.len_utf8());
            }
        }
        None
    })
}

/// A text without the sign that ends it; the full stop of an initial is its own.
pub(super) fn without_stop(text: &str) -> &str {
    let text = text.trim();
    let bare = text.trim_end_matches(['.', ';', ',', ' ']);
    let mut letters = bare.chars().rev();
    let initial = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(|before| !before.is_alphanumeric());
    match text[bare.len()..].starts_with('.') && initial {
        true => &text[..=bare.len()],
        false => bare,
    }
}
