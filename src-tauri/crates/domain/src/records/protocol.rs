use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{Field, Form, Links, Texts};
use super::mark::{MARK, MOVE};
use super::{Kind, Mark, Move, TypedTable, Work};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{AgendaItemId, DecisionId, MeetingId, OrganisationId, PersonId};

/// The protocol of a meeting (п. 4.6): questions, decisions, recommendations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Number within the school year of the community.
    #[serde(default)]
    pub number: Option<u32>,
    /// Questions in order.
    #[serde(default)]
    pub items: Vec<AgendaItem>,
    /// A word on the quorum.
    #[serde(default)]
    pub quorum: String,
    /// Annexes.
    #[serde(default)]
    pub annexes: Vec<Annex>,
    /// The signature freezes the protocol.
    #[serde(default)]
    pub signed: Option<Signature>,
    /// «Исправленному верить»: what was mended on the signed paper, in order.
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

/// When a protocol was signed on paper, and what stood on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The day.
    pub date: NaiveDate,
    /// SHA-256 of the paper's text as it was signed, which is kept as an attached file; none where the paper was
    /// written elsewhere and only its scan is here.
    #[serde(default)]
    pub paper: Option<String>,
}

/// A slip mended on a signed paper: by hand with «Исправленному верить», or by a decision of a later meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The day.
    pub date: NaiveDate,
    /// Where it stands: «пункт 1.2».
    #[serde(default)]
    pub place: String,
    /// What was written.
    #[serde(default)]
    pub was: String,
    /// What is to be read.
    pub now: String,
    /// The later meeting that decided it; none where it was mended by hand.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
}

/// A question of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Identifier.
    pub id: AgendaItemId,
    /// «Об итогах 2024/25 года», with its preposition, as in the agenda.
    pub topic: String,
    /// Who reported: nobody, one or several.
    #[serde(default)]
    pub reporters: Vec<Reporter>,
    /// The record that it deals with: a material, a normative document, an expertise …
    #[serde(default)]
    pub about: Option<Uuid>,
    /// What was said, or «доклад прилагается».
    #[serde(default)]
    pub heard: String,
    /// Tables of the report that was heard, below its words.
    #[serde(default)]
    pub tables: Vec<TypedTable>,
    /// Who spoke after.
    #[serde(default)]
    pub spoke: Vec<Speech>,
    /// Decisions, assignments and recommendations in the order entered.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// The vote, where one was taken.
    #[serde(default)]
    pub vote: Option<Vote>,
}

impl AgendaItem {
    /// A question of which nothing but its topic is known.
    #[must_use]
    pub fn of_topic(id: AgendaItemId, topic: String) -> Self {
        Self {
            id,
            topic,
            reporters: Vec::new(),
            about: None,
            heard: String::new(),
            tables: Vec::new(),
            spoke: Vec::new(),
            decisions: Vec::new(),
            vote: None,
        }
    }

    /// All who speak to it: those who report, then those who spoke after.
    pub fn speakers(&self) -> impl Iterator<Item = &Speaker> {
        let reporters = self.reporters.iter().map(|reporter| &reporter.speaker);
        reporters.chain(self.spoke.iter().map(|speech| &speech.speaker))
    }
}

/// Who reports on a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Reporter {
    /// Who.
    pub speaker: Speaker,
    /// The post, where the paper is to say it: «методист РИМК».
    #[serde(default)]
    pub post: String,
}

impl From<Speaker> for Reporter {
    fn from(speaker: Speaker) -> Self {
        Self { speaker, post: String::new() }
    }
}

/// Who speaks: a person of the roster, or anyone by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// A person known to the program.
    Person(PersonId),
    /// A guest, as typed: «Панина Е. В.».
    Named(String),
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Speech {
    /// Who.
    pub speaker: Speaker,
    /// «предложил включить в план …»
    #[serde(default)]
    pub text: String,
}

/// A decision; its number (1.1, 1.2 …) follows from its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Identifier.
    pub id: DecisionId,
    /// Resolution, assignment or recommendation.
    pub kind: DecisionKind,
    /// What was decided.
    pub text: String,
    /// To which organisation a recommendation goes.
    #[serde(default)]
    pub addressee: Option<OrganisationId>,
    /// Who is to do it.
    #[serde(default)]
    pub responsible: Vec<PersonId>,
    /// Who else is to do it, in words: «директора школ».
    #[serde(default)]
    pub responsible_in_words: String,
    /// By when.
    #[serde(default)]
    pub term: Option<Term>,
    /// Transfers, in order.
    #[serde(default)]
    pub moves: Vec<Move>,
    /// What came of it.
    #[serde(default)]
    pub mark: Option<Mark>,
}

impl Decision {
    /// Whether somebody answers for it: a person, or whoever is named in words.
    #[must_use]
    pub fn names_somebody(&self) -> bool {
        !self.responsible.is_empty() || !self.responsible_in_words.trim().is_empty()
    }

    /// What is asked of it as of any work, in the school year of its meeting.
    #[must_use]
    pub fn work(&self, year: SchoolYear) -> Work<'_> {
        Work { term: self.term.as_ref(), moves: &self.moves, mark: self.mark.as_ref(), year }
    }

    /// The transfers decided by a day, in order.
    pub fn moves_by(&self, year: SchoolYear, on: NaiveDate) -> impl Iterator<Item = &Move> {
        self.work(year).moves_by(on)
    }

    /// The term in force on a day: that of the last transfer decided by then, or the approved one.
    #[must_use]
    pub fn term_on(&self, year: SchoolYear, on: NaiveDate) -> Option<&Term> {
        self.work(year).term_on(on)
    }

    /// The mark, where it counts by the given day.
    #[must_use]
    pub fn mark_on(&self, year: SchoolYear, on: NaiveDate) -> Option<&Mark> {
        self.work(year).mark_on(on)
    }

    /// Whether it is an assignment that nobody has marked by the given day.
    #[must_use]
    pub fn is_open(&self, year: SchoolYear, on: NaiveDate) -> bool {
        self.kind == DecisionKind::Assignment && self.mark_on(year, on).is_none()
    }

    /// Whether it is an open assignment whose term has passed.
    #[must_use]
    pub fn is_overdue(&self, year: SchoolYear, on: NaiveDate) -> bool {
        self.kind == DecisionKind::Assignment && self.work(year).is_overdue(on)
    }
}

/// What a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Takes effect by itself: «признать работу удовлетворительной».
    Resolution,
    /// Somebody is to do something by a term: it is watched.
    Assignment,
    /// Advice to somebody; not watched.
    Recommendation,
}

/// A vote on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Vote {
    /// «Решение принято единогласно».
    Unanimous,
    /// Counted.
    Counted {
        /// «за»
        r#for: u32,
        /// «против»
        against: u32,
        /// «воздержались»
        abstained: u32,
    },
}

impl Vote {
    /// How many votes were given, where they were counted.
    #[must_use]
    pub fn given(self) -> Option<u64> {
        match self {
            Self::Unanimous => None,
            Self::Counted { r#for, against, abstained } => {
                Some(u64::from(r#for) + u64::from(against) + u64::from(abstained))
            }
        }
    }
}

/// An annex of a protocol.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// Its name.
    pub title: String,
    /// How many sheets.
    #[serde(default)]
    pub sheets: Option<u32>,
}

const DECISION: &[Field] = &[
    Field::hidden("id"),
    Field::new("kind", "Что это", Form::Choice(DECISION_KINDS)),
    Field::new("text", "РЕШИЛИ", Form::Text),
    Field::new("addressee", "Кому рекомендовать", Form::Record(Kind::Organisation)),
    Field::new("responsible", "Ответственные", Form::People),
    Field::new("responsible_in_words", "Ответственные словами", Form::Line),
    Field::new("term", "Срок", Form::Term),
    Field::new("moves", "Перенос срока", Form::List(MOVE)),
    Field::new("mark", "Исполнение", Form::Group(MARK)),
];

const DECISION_KINDS: &[(&str, &str)] =
    &[("resolution", "решение"), ("assignment", "поручение"), ("recommendation", "рекомендация")];

const SPEECH: &[Field] =
    &[Field::new("speaker", "Кто выступил", Form::Speaker), Field::new("text", "ВЫСТУПИЛИ", Form::Text)];

const REPORTER: &[Field] =
    &[Field::new("speaker", "Докладчик", Form::Speaker), Field::new("post", "Должность", Form::Line)];

const ITEM: &[Field] = &[
    Field::hidden("id"),
    Field::new("topic", "Тема", Form::Line),
    Field::new("reporters", "Докладчики", Form::List(REPORTER)),
    Field::new("about", "К чему относится вопрос", Form::AnyRecord),
    Field::new("heard", "СЛУШАЛИ", Form::Text),
    Field::new("tables", "Таблицы доклада", Form::Tables),
    Field::new("spoke", "ВЫСТУПИЛИ", Form::List(SPEECH)),
    Field::new("decisions", "РЕШИЛИ", Form::List(DECISION)),
    Field::new("vote", "Голосование", Form::Group(&[])),
];

const CORRECTION: &[Field] = &[
    Field::new("date", "Дата", Form::Day),
    Field::new("place", "Где", Form::Line),
    Field::new("was", "Вместо", Form::Text),
    Field::new("now", "Читать", Form::Text),
    Field::new("meeting", "Заседание, на котором исправлено", Form::Record(Kind::Meeting)),
];

/// The fields of a protocol.
pub(super) const PROTOCOL: &[Field] = &[
    Field::new("number", "№ протокола", Form::Number),
    Field::new("items", "Вопросы", Form::List(ITEM)),
    Field::new("quorum", "Кворум", Form::Line),
    Field::new(
        "annexes",
        "Приложения",
        Form::List(&[
            Field::new("title", "Название", Form::Line),
            Field::new("sheets", "Листов", Form::Number),
        ]),
    ),
    Field::new("signed", "Подписание", Form::Group(&[Field::new("date", "Дата", Form::Day)])),
    Field::new("corrections", "Исправленному верить", Form::List(CORRECTION)),
];

impl Protocol {
    /// All that was typed into it.
    pub(super) fn texts(&self, texts: &mut Texts) {
        for item in &self.items {
            texts.add(&item.topic);
            for reporter in &item.reporters {
                texts.speaker(Some(&reporter.speaker));
                texts.add(&reporter.post);
            }
            texts.add(&item.heard);
            item.tables.iter().for_each(|table| table.texts(texts));
            for speech in &item.spoke {
                texts.speaker(Some(&speech.speaker));
                texts.add(&speech.text);
            }
            for decision in &item.decisions {
                texts.add_all([&decision.text, &decision.responsible_in_words]);
                texts.term(decision.term.as_ref());
                texts.moves(&decision.moves);
                texts.mark(decision.mark.as_ref());
            }
        }
        texts.add(&self.quorum);
        texts.add_all(self.annexes.iter().map(|annex| &annex.title));
        for correction in &self.corrections {
            texts.add_all([&correction.place, &correction.was, &correction.now]);
        }
    }

    /// What it names.
    pub(super) fn links(&self, links: &mut Links) {
        links.add(
            "meeting",
            Kind::Meeting,
            self.corrections.iter().filter_map(|correction| correction.meeting),
        );
        for item in &self.items {
            links.add("about", None, item.about);
            let known = item.speakers().filter_map(|speaker| match speaker {
                Speaker::Person(person) => Some(*person),
                Speaker::Named(_) => None,
            });
            links.add("speaker", Kind::Person, known);
            for decision in &item.decisions {
                links.people("responsible", &decision.responsible);
                links.add("addressee", Kind::Organisation, decision.addressee);
            }
        }
    }
}
