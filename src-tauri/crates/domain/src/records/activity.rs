use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::activity_form::{ActivityForm, PROPOSED};
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use super::mark::{MARK, MOVE};
use super::{Kind, Mark, Move, PartKind, PartLink, Work};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{
    ActivityId, CommunityId, DecisionId, DifficultyId, MeetingId, OrganisationId, PersonId, PlanId,
    SectionId, TaskId,
};

/// A row of a plan (мероприятие).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Identifier.
    pub id: ActivityId,
    /// Whose plan.
    pub community: CommunityId,
    /// The plan.
    pub plan: PlanId,
    /// One of the seven directions of п. 3.1.
    pub direction: Direction,
    /// Place among the rows of the direction; equal places keep the order of entering.
    #[serde(default)]
    pub place: i32,
    /// What is to be done.
    pub text: String,
    /// The task of its own plan that it serves.
    #[serde(default)]
    pub task: Option<TaskId>,
    /// The section of its own plan under which it stands.
    #[serde(default)]
    pub section: Option<SectionId>,
    /// «семинар», «круглый стол»: [`ActivityForm::of`] knows the usual ones.
    #[serde(default)]
    pub form: String,
    /// What it is for.
    #[serde(default)]
    pub goal: String,
    /// The approved term.
    #[serde(default)]
    pub term: Option<Term>,
    /// At what time: «14.00–14.10», «после уроков».
    #[serde(default)]
    pub time: String,
    /// Where.
    #[serde(default)]
    pub venue: String,
    /// Transfers, in order; the last one is in force.
    #[serde(default)]
    pub moves: Vec<Move>,
    /// Who answers for it.
    #[serde(default)]
    pub responsible: Vec<PersonId>,
    /// Who else answers for it, in words: «директор ОО», «рабочая группа».
    #[serde(default)]
    pub responsible_in_words: String,
    /// Organisations that take part.
    #[serde(default)]
    pub organisations: Vec<OrganisationId>,
    /// Who takes part, in words.
    #[serde(default)]
    pub participants: String,
    /// What it should bring.
    #[serde(default)]
    pub expected: String,
    /// Difficulties that it answers.
    #[serde(default)]
    pub difficulties: Vec<DifficultyId>,
    /// Meetings that it stands for or that prove it.
    #[serde(default)]
    pub meetings: Vec<MeetingId>,
    /// Decisions of meetings that prove it.
    #[serde(default)]
    pub decisions: Vec<DecisionId>,
    /// What came of it.
    #[serde(default)]
    pub mark: Option<Mark>,
}

impl Activity {
    /// Which of the known forms it has.
    #[must_use]
    pub fn known_form(&self) -> Option<ActivityForm> {
        ActivityForm::of(&self.form)
    }

    /// Its form, where its text does not say it anyway: «Семинар «Чтение»» needs no «(семинар)».
    #[must_use]
    pub fn form_apart(&self) -> Option<&str> {
        let form = self.form.trim();
        let folded = |text: &str| text.to_lowercase().replace('ё', "е");
        let said = folded(&self.text).contains(&folded(form))
            || (self.known_form().is_some() && ActivityForm::beginning(&self.text) == self.known_form());
        (!form.is_empty() && !said).then_some(form)
    }

    /// What is asked of it as of any work, in the school year of its plan.
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

    /// Whether its term has passed by the given day and nobody has said what came of it.
    #[must_use]
    pub fn is_overdue(&self, year: SchoolYear, on: NaiveDate) -> bool {
        self.work(year).is_overdue(on)
    }
}

/// The seven directions of п. 3.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
pub enum Direction {
    /// Аналитическое.
    #[serde(rename = "3.1.1")]
    Analysis,
    /// Информационное.
    #[serde(rename = "3.1.2")]
    Information,
    /// Организационно-методическое.
    #[serde(rename = "3.1.3")]
    Organisation,
    /// Консультационное.
    #[serde(rename = "3.1.4")]
    Consultation,
    /// Экспертное.
    #[serde(rename = "3.1.5")]
    Expertise,
    /// Управленческое.
    #[serde(rename = "3.1.6")]
    Management,
    /// Образовательное.
    #[serde(rename = "3.1.7")]
    Education,
}

impl Direction {
    /// All seven in the order of the regulation.
    pub const ALL: [Self; 7] = [
        Self::Analysis,
        Self::Information,
        Self::Organisation,
        Self::Consultation,
        Self::Expertise,
        Self::Management,
        Self::Education,
    ];

    /// «3.1.3»
    #[must_use]
    pub fn clause(self) -> &'static str {
        match self {
            Self::Analysis => "3.1.1",
            Self::Information => "3.1.2",
            Self::Organisation => "3.1.3",
            Self::Consultation => "3.1.4",
            Self::Expertise => "3.1.5",
            Self::Management => "3.1.6",
            Self::Education => "3.1.7",
        }
    }

    /// «Организационно-методическое», to stand before «направление» or alone.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Analysis => "Аналитическое",
            Self::Information => "Информационное",
            Self::Organisation => "Организационно-методическое",
            Self::Consultation => "Консультационное",
            Self::Expertise => "Экспертное",
            Self::Management => "Управленческое",
            Self::Education => "Образовательное",
        }
    }
}

const DIRECTIONS: &[(&str, &str)] = &[
    ("3.1.1", "Аналитическое"),
    ("3.1.2", "Информационное"),
    ("3.1.3", "Организационно-методическое"),
    ("3.1.4", "Консультационное"),
    ("3.1.5", "Экспертное"),
    ("3.1.6", "Управленческое"),
    ("3.1.7", "Образовательное"),
];

impl Entity for Activity {
    const WORDS: Words = Words {
        one: "мероприятие",
        gender: Gender::Neuter,
        counted: ["мероприятие", "мероприятия", "мероприятий"],
        unnamed: "Мероприятие без названия",
        act: ActName::Named("мероприятие", Gender::Neuter),
        room: "plan",
        opens: "мероприятие",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("plan", "План", Form::Record(Kind::Plan)),
        Field::new("direction", "Направление", Form::Choice(DIRECTIONS)),
        Field::new("place", "Место в плане", Form::Number),
        Field::new("text", "Что будет сделано", Form::Text),
        Field::new("task", "Задача", Form::Parts("задача, которой в плане больше нет")),
        Field::new("section", "Раздел", Form::Parts("раздел, которого в плане больше нет")),
        Field::new("form", "Форма", Form::Line).proposing(PROPOSED),
        Field::new("goal", "Цель", Form::Text),
        Field::new("term", "Срок", Form::Term),
        Field::new("time", "Время", Form::Line),
        Field::new("venue", "Место", Form::Line),
        Field::new("moves", "Перенос срока", Form::List(MOVE)),
        Field::new("responsible", "Ответственные", Form::People),
        Field::new("responsible_in_words", "Ответственные словами", Form::Line),
        Field::new("organisations", "Организации", Form::Records(Kind::Organisation)),
        Field::new("participants", "Участники", Form::Text),
        Field::new("expected", "Ожидаемый результат", Form::Text),
        Field::new("difficulties", "Затруднения", Form::Records(Kind::Difficulty)),
        Field::new("meetings", "Рассмотрено на заседаниях", Form::Records(Kind::Meeting)),
        Field::new(
            "decisions",
            "Подтверждено решениями",
            Form::Parts("решение, которого в протоколе больше нет"),
        ),
        Field::new("mark", "Отметка о выполнении", Form::Group(MARK)),
    ];
    const FORMAT: u32 = 4;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        self.mark.as_ref().and_then(|mark| mark.date).map(|date| date.first_day())
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.text.clone()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        quoted(&self.text, Self::WORDS.unnamed)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.text);
        texts.add_all([&self.form, &self.goal]);
        texts.add_all([&self.responsible_in_words, &self.participants, &self.expected]);
        texts.term(self.term.as_ref());
        texts.add_all([&self.time, &self.venue]);
        texts.moves(&self.moves);
        texts.mark(self.mark.as_ref());
    }

    fn links(&self, links: &mut Links) {
        links.add("plan", Kind::Plan, [self.plan]);
        links.people("responsible", &self.responsible);
        links.add("organisations", Kind::Organisation, self.organisations.iter().copied());
        links.add("difficulties", Kind::Difficulty, self.difficulties.iter().copied());
        links.add("meetings", Kind::Meeting, self.meetings.iter().copied());
    }

    fn part_links(&self) -> Vec<PartLink> {
        let task = self.task.iter().map(|task| PartLink {
            id: task.0,
            kind: PartKind::Task,
            holder: Some(self.plan.0),
            field: "task",
        });
        let decisions = self.decisions.iter().map(|decision| PartLink {
            id: decision.0,
            kind: PartKind::Decision,
            holder: None,
            field: "decisions",
        });
        let section = self.section.iter().map(|section| PartLink {
            id: section.0,
            kind: PartKind::Section,
            holder: Some(self.plan.0),
            field: "section",
        });
        task.chain(section).chain(decisions).collect()
    }

    fn unlink(&mut self, gone: &BTreeSet<Uuid>) {
        self.task = self.task.filter(|task| !gone.contains(&task.0));
        self.section = self.section.filter(|section| !gone.contains(&section.0));
        self.decisions.retain(|decision| !gone.contains(&decision.0));
    }
}
