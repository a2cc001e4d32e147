use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words, quoted};
use super::mark::{MARK, MOVE};
use super::{Kind, Mark, Move, Record, Work};
use crate::calendar::{SchoolYear, Term};
use crate::ids::{ActivityId, CommunityId, IndicatorId, OrganisationId, PersonId, RoadMapId, RoadMapRowId};

/// A road map (дорожная карта, п. 3.1.6): how a school, or a topic, is to be brought on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct RoadMap {
    /// Identifier.
    pub id: RoadMapId,
    /// Whose.
    pub community: CommunityId,
    /// «Поддержка Батуринской СШ», «Оценивание в 5–6 классах»
    #[serde(default)]
    pub title: String,
    /// The school, where it is made for one; whether that is a ШСНРО or a ШФНСУ stands on the school's card.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// The day from which it holds.
    pub from: NaiveDate,
    /// The last day of it; none where that was not said.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Factors of risk, each on its own.
    #[serde(default)]
    pub risks: Vec<String>,
    /// What it is for.
    #[serde(default)]
    pub goal: String,
    /// By what it will be seen that the goal is reached.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// What is to be done.
    #[serde(default)]
    pub rows: Vec<RoadMapRow>,
    /// What has changed, in words.
    #[serde(default)]
    pub dynamics: String,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

/// A measure (показатель) of a road map, in the words in which people write it: «34 %», «8 учеников из 20».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Identifier.
    pub id: IndicatorId,
    /// «Доля учеников, справившихся с ВПР по математике»
    #[serde(default)]
    pub text: String,
    /// How it was.
    #[serde(default)]
    pub base: String,
    /// How it is to become.
    #[serde(default)]
    pub target: String,
    /// How it became.
    #[serde(default)]
    pub fact: String,
}

/// What is to be done by a road map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct RoadMapRow {
    /// Identifier.
    pub id: RoadMapRowId,
    /// What is to be done.
    #[serde(default)]
    pub text: String,
    /// The approved term.
    #[serde(default)]
    pub term: Option<Term>,
    /// Transfers, in order; the last one is in force.
    #[serde(default)]
    pub moves: Vec<Move>,
    /// Who answers for it.
    #[serde(default)]
    pub responsible: Vec<PersonId>,
    /// Who else answers for it, in words: «директор школы».
    #[serde(default)]
    pub responsible_in_words: String,
    /// What it should bring.
    #[serde(default)]
    pub expected: String,
    /// By what it is proved: «справка», «протокол педсовета».
    #[serde(default)]
    pub proof: String,
    /// What came of it.
    #[serde(default)]
    pub mark: Option<Mark>,
}

impl RoadMap {
    /// The school year in which its terms are read: of those that last all the year («ежемесячно») the end is the end of
    /// the road map.
    #[must_use]
    pub fn terms_year(&self) -> SchoolYear {
        SchoolYear::containing(self.until.unwrap_or(self.from).max(self.from))
    }

    /// What is asked of a row of it as of any work.
    #[must_use]
    pub fn work<'a>(&self, row: &'a RoadMapRow) -> Work<'a> {
        Work { term: row.term.as_ref(), moves: &row.moves, mark: row.mark.as_ref(), year: self.terms_year() }
    }

    /// Whether it runs within a school year. One without a last day ends with the year in which it began.
    #[must_use]
    pub fn runs_in(&self, year: SchoolYear) -> bool {
        self.from <= year.end() && year.start() <= self.last_day()
    }

    /// Whether it goes on after a school year is over.
    #[must_use]
    pub fn goes_on_after(&self, year: SchoolYear) -> bool {
        self.from <= year.end() && year.end() < self.last_day()
    }

    fn last_day(&self) -> NaiveDate {
        self.until.unwrap_or_else(|| SchoolYear::containing(self.from).end())
    }
}

const INDICATOR: &[Field] = &[
    Field::hidden("id"),
    Field::new("text", "Показатель", Form::Line),
    Field::new("base", "Было", Form::Line).span(4),
    Field::new("target", "Цель", Form::Line).span(4),
    Field::new("fact", "Стало", Form::Line).span(4),
];

const ROW: &[Field] = &[
    Field::hidden("id"),
    Field::new("text", "Что будет сделано", Form::Text),
    Field::new("term", "Срок", Form::Term).span(6),
    Field::new("responsible", "Ответственные", Form::People),
    Field::new("responsible_in_words", "Ответственные словами", Form::Line),
    Field::new("expected", "Ожидаемый результат", Form::Line).span(6),
    Field::new("proof", "Подтверждение", Form::Line).span(6),
    Field::new("moves", "Перенос срока", Form::List(MOVE)),
    Field::new("mark", "Отметка о выполнении", Form::Group(MARK)),
];

impl Entity for RoadMap {
    const WORDS: Words = Words {
        one: "дорожная карта",
        gender: Gender::Feminine,
        counted: ["дорожная карта", "дорожные карты", "дорожных карт"],
        unnamed: "Дорожная карта без названия",
        act: ActName::Named("дорожная карта", Gender::Feminine),
        room: "road-maps",
        opens: "дорожную карту",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Название или тема", Form::Line)
            .hint("«Поддержка Батуринской СШ». Если пусто, картой называют школу."),
        Field::new("organisation", "Школа", Form::Record(Kind::Organisation))
            .hint("ШСНРО она или ШФНСУ, программа знает из её карточки в «Составе»."),
        Field::new("from", "Действует с", Form::Day)
            .span(6)
            .required("Укажите, с какого дня действует дорожная карта."),
        Field::new("until", "По какой день", Form::Day)
            .span(6)
            .hint("Если пусто, карта действует до конца учебного года."),
        Field::new("risks", "Факторы риска", Form::Texts),
        Field::new("goal", "Цель", Form::Text),
        Field::new("indicators", "Показатели", Form::List(INDICATOR)),
        Field::new("rows", "Мероприятия", Form::List(ROW)),
        Field::new("dynamics", "Динамика", Form::Text)
            .hint("Что изменилось в школе за год: эти слова войдут в отчёт, раздел 13."),
        Field::new("activity", "Мероприятие плана", Form::Record(Kind::Activity)),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(SchoolYear::containing(self.from))
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.from)
    }

    fn happened(&self) -> Option<NaiveDate> {
        // It was drawn up by the day from which it holds; what it foresees are its rows.
        (!self.rows.is_empty()).then_some(self.from)
    }

    fn title(&self, find: &mut Find<'_>) -> String {
        if !self.title.trim().is_empty() {
            return self.title.clone();
        }
        match self.organisation.and_then(|school| find(school.0)) {
            Some(Record::Organisation(school)) => school.shown_name().to_owned(),
            _ => String::new(),
        }
    }

    fn short_title(&self, find: &mut Find<'_>) -> String {
        quoted(&Entity::title(self, find), Self::WORDS.unnamed)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.title);
        texts.add_all(&self.risks);
        texts.add(&self.goal);
        for indicator in &self.indicators {
            texts.add_all([&indicator.text, &indicator.base, &indicator.target, &indicator.fact]);
        }
        for row in &self.rows {
            texts.add(&row.text);
            texts.term(row.term.as_ref());
            texts.add_all([&row.responsible_in_words, &row.expected, &row.proof]);
            texts.moves(&row.moves);
            texts.mark(row.mark.as_ref());
        }
        texts.add(&self.dynamics);
    }

    fn links(&self, links: &mut Links) {
        links.add("organisation", Kind::Organisation, self.organisation);
        for row in &self.rows {
            links.people("responsible", &row.responsible);
        }
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    fn outcome(&self) -> String {
        "дорожная карта".to_owned()
    }

    fn parts(&self) -> Vec<Part> {
        let indicators = self.indicators.iter().map(|indicator| Part::own(indicator.id.0));
        indicators.chain(self.rows.iter().map(|row| Part::own(row.id.0))).collect()
    }

    fn part_title(&self, part: Uuid) -> Option<String> {
        self.rows.iter().find(|row| row.id.0 == part).map(|row| row.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;

    fn road_map(from: NaiveDate, until: Option<NaiveDate>) -> RoadMap {
        let (id, community) = (Uuid::nil(), Uuid::nil());
        serde_json::from_value(serde_json::json!({
            "id": id, "community": community, "from": from, "until": until,
            "rows": [{"id": Uuid::from_u128(1), "text": "Посетить уроки", "term": {"form": "monthly"}}],
        }))
        .unwrap()
    }

    #[test]
    fn a_row_of_every_month_is_due_when_the_road_map_ends() {
        let two_years = road_map(day(2025, 9, 26), Some(day(2027, 5, 31)));
        let work = two_years.work(&two_years.rows[0]);
        assert!(!work.is_overdue(day(2026, 8, 20)));
        assert!(work.is_overdue(day(2027, 6, 1)));
    }

    #[test]
    fn a_road_map_without_a_last_day_ends_with_its_year() {
        let open = road_map(day(2025, 9, 26), None);
        assert!(open.runs_in(SchoolYear(2025)) && !open.runs_in(SchoolYear(2026)));
        assert!(!open.goes_on_after(SchoolYear(2025)));
        let long = road_map(day(2025, 9, 26), Some(day(2026, 12, 31)));
        assert!(long.goes_on_after(SchoolYear(2025)) && long.runs_in(SchoolYear(2026)));
        assert!(!long.goes_on_after(SchoolYear(2026)));
    }
}
