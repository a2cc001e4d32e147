use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words};
use super::mark::MARK;
use super::{Kind, Mark, Speaker};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{ActivityId, CommunityId, DifficultyId, PersonId, RouteId, RouteRowId};

/// An individual route of learning (индивидуальный образовательный маршрут, ИОМ; п. 3.1.4): how a member works on what
/// he or she finds hard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Identifier.
    pub id: RouteId,
    /// Whose journal.
    pub community: CommunityId,
    /// The school year in which it begins.
    pub school_year: SchoolYear,
    /// Who goes it; none only until somebody is chosen.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// First day, where it is not the whole school year.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The difficulties that it answers.
    #[serde(default)]
    pub difficulties: Vec<DifficultyId>,
    /// What else it rests on: «результаты диагностики, посещение уроков».
    #[serde(default)]
    pub grounds: String,
    /// What is to be reached.
    #[serde(default)]
    pub goal: String,
    /// Who helps.
    #[serde(default)]
    pub curator: Option<Speaker>,
    /// What is done about each deficit.
    #[serde(default)]
    pub rows: Vec<RouteRow>,
    /// How far it has come.
    #[serde(default)]
    pub state: RouteState,
    /// When work on it began.
    #[serde(default)]
    pub begun: Option<NaiveDate>,
    /// When it was finished or stopped.
    #[serde(default)]
    pub finished: Option<NaiveDate>,
    /// What the member says of it at the end.
    #[serde(default)]
    pub reflection: String,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

/// What is done about a deficit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct RouteRow {
    /// Identifier.
    pub id: RouteRowId,
    /// What is lacking: «критериальное оценивание».
    #[serde(default)]
    pub deficit: String,
    /// What is done.
    #[serde(default)]
    pub measure: String,
    /// «курсы», «посещение уроков»
    #[serde(default)]
    pub form: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// How many hours.
    #[serde(default)]
    pub hours: Option<u32>,
    /// Until when.
    #[serde(default)]
    pub term: Option<Term>,
    /// What it should bring.
    #[serde(default)]
    pub expected: String,
    /// What shows that it was done: «удостоверение», «конспект урока».
    #[serde(default)]
    pub proof: String,
    /// What came of it.
    #[serde(default)]
    pub mark: Option<Mark>,
}

/// How far a route has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RouteState {
    /// «составлен»
    #[default]
    DrawnUp,
    /// «идёт»
    Going,
    /// «завершён»
    Finished,
    /// «прекращён»
    Stopped,
}

impl RouteState {
    /// As it stands on the screen and on paper.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::DrawnUp => "составлен",
            Self::Going => "идёт",
            Self::Finished => "завершён",
            Self::Stopped => "прекращён",
        }
    }
}

impl Route {
    /// The day on which work on it began, where it has by the given day. A route that goes on, or has come to its end, began
    /// on the first day of its period where nobody has said the day.
    #[must_use]
    pub fn begun_by(&self, on: NaiveDate) -> Option<NaiveDate> {
        let begun = self.begun.or(self.from).or(self.finished);
        let begun = begun.unwrap_or_else(|| self.school_year.start());
        (self.state != RouteState::DrawnUp && begun <= on).then_some(begun)
    }

    /// The day on which it was finished, where it was by the given day: the last day of its period where nobody has said
    /// the day.
    #[must_use]
    pub fn finished_by(&self, on: NaiveDate) -> Option<NaiveDate> {
        let finished = self.finished.or(self.until);
        let finished = finished.unwrap_or_else(|| self.school_year.end());
        // Whoever marks it finished before the end of its period means that it is finished.
        let finished = if self.finished.is_none() { finished.min(on) } else { finished };
        (self.state == RouteState::Finished && finished <= on).then_some(finished)
    }

    /// Whether something is still to be done: nobody has said that it is finished or stopped.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, RouteState::DrawnUp | RouteState::Going)
    }

    /// Rows whose term has passed by the given day and of which nobody has said what came of them.
    pub fn overdue(&self, on: NaiveDate) -> impl Iterator<Item = &RouteRow> {
        let year = self.school_year;
        let open = self.is_open();
        self.rows.iter().filter(move |row| {
            open && row.mark.is_none() && row.term.as_ref().is_some_and(|term| term.has_passed(year, on))
        })
    }
}

const STATES: &[(&str, &str)] =
    &[("drawn_up", "составлен"), ("going", "идёт"), ("finished", "завершён"), ("stopped", "прекращён")];

/// The usual forms of work in a route.
const FORMS: &[&str] = &[
    "курсы повышения квалификации",
    "самообразование",
    "посещение уроков",
    "консультация",
    "наставничество",
    "семинар",
    "вебинар",
    "мастер-класс",
    "открытый урок",
];

const ROW: &[Field] = &[
    Field::hidden("id"),
    Field::new("deficit", "Дефицит", Form::Text),
    Field::new("measure", "Мероприятие", Form::Text),
    Field::new("form", "Форма", Form::Line).proposing(FORMS).span(6),
    Field::new("place", "Где", Form::Line).span(6),
    Field::new("hours", "Часов", Form::Number).span(4),
    Field::new("term", "Срок", Form::Term).span(8),
    Field::new("expected", "Ожидаемый результат", Form::Text),
    Field::new("proof", "Подтверждение", Form::Line)
        .hint("Что покажет, что сделано: удостоверение, конспект урока."),
    Field::new("mark", "Отметка", Form::Group(MARK)),
];

impl Entity for Route {
    const WORDS: Words = Words {
        one: "маршрут",
        gender: Gender::Masculine,
        counted: ["маршрут", "маршрута", "маршрутов"],
        unnamed: "Маршрут без имени",
        act: ActName::Named("маршрут", Gender::Masculine),
        room: "routes",
        opens: "маршрут",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("person", "Чей маршрут", Form::Person)
            .span(8)
            .required("Выберите, чей это маршрут: от человека зависят школа, должность и стаж на бумаге."),
        Field::new("school_year", "Учебный год", Form::SchoolYear).span(4),
        Field::new("from", "С какого дня", Form::Day).span(6),
        Field::new("until", "По какой день", Form::Day)
            .span(6)
            .hint("Без дней маршрут идёт весь учебный год."),
        Field::new("difficulties", "Какие затруднения", Form::Records(Kind::Difficulty)),
        Field::new("grounds", "Основание", Form::Text)
            .hint("Что показало дефицит: диагностика, посещение уроков."),
        Field::new("goal", "Цель", Form::Text),
        Field::new("curator", "Куратор", Form::Speaker),
        Field::new("rows", "Мероприятия маршрута", Form::List(ROW)),
        Field::new("state", "Состояние", Form::Choice(STATES)),
        Field::new("begun", "Начат", Form::Day).span(6),
        Field::new("finished", "Завершён или прекращён", Form::Day).span(6),
        Field::new("reflection", "Рефлексия", Form::Text)
            .hint("Что получилось, что осталось трудным, что дальше: пишет сам педагог."),
        Field::new("activity", "Мероприятие плана", Form::Record(Kind::Activity)),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    fn date(&self) -> Option<NaiveDate> {
        self.begun.or(self.from)
    }

    fn happened(&self) -> Option<NaiveDate> {
        // The row of the plan is mostly about drawing routes up.
        self.begun.or(self.finished)
    }

    fn title(&self, find: &mut Find<'_>) -> String {
        let person = self.person.and_then(|person| find(person.0));
        match person.map(|person| person.short_title(find)) {
            Some(name) => format!("ИОМ: {name}, {}", self.school_year),
            None => String::new(),
        }
    }

    fn short_title(&self, find: &mut Find<'_>) -> String {
        let person = self.person.and_then(|person| find(person.0));
        match person.map(|person| person.short_title(find)) {
            Some(name) => format!("ИОМ: {name}"),
            None => "маршрут без имени".to_owned(),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.grounds, &self.goal]);
        texts.speaker(self.curator.as_ref());
        for row in &self.rows {
            texts.add_all([&row.deficit, &row.measure, &row.form, &row.place]);
            texts.term(row.term.as_ref());
            texts.add_all([&row.expected, &row.proof]);
            texts.mark(row.mark.as_ref());
        }
        texts.add(&self.reflection);
    }

    fn links(&self, links: &mut Links) {
        links.add("person", Kind::Person, self.person);
        links.add("difficulties", Kind::Difficulty, self.difficulties.iter().copied());
        let curator = self.curator.iter().filter_map(|curator| match curator {
            Speaker::Person(person) => Some(*person),
            Speaker::Named(_) => None,
        });
        links.add("curator", Kind::Person, curator);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    fn parts(&self) -> Vec<Part> {
        self.rows.iter().map(|row| Part::own(row.id.0)).collect()
    }

    fn part_title(&self, part: uuid::Uuid) -> Option<String> {
        let row = self.rows.iter().find(|row| row.id.0 == part)?;
        Some(if row.measure.trim().is_empty() { row.deficit.clone() } else { row.measure.clone() })
    }
}
