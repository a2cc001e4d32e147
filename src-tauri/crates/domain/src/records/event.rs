use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words, quoted};
use super::{Kind, Speaker};
use crate::calendar::SchoolYear;
use crate::ids::{ActivityId, CommunityId, EventId, EventParticipantId, OrganisationId, PersonId};
use crate::russian::{counted, date_in_table};

/// Something that the community held or took part in (пп. 3.1.3, 3.1.7): a seminar, an open lesson, a contest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Identifier.
    pub id: EventId,
    /// Whose.
    pub community: CommunityId,
    /// The day, or the first of several.
    pub date: NaiveDate,
    /// The last day, where it took several.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// «семинар», «конкурс»: [`super::EventSort::of`] knows the usual ones.
    #[serde(default)]
    pub kind: String,
    /// «Формирующее оценивание: пять приёмов»
    #[serde(default)]
    pub title: String,
    /// How far it reached.
    #[serde(default)]
    pub level: Option<EventLevel>,
    /// Where: «Рыбновская СШ № 3, актовый зал», «дистанционно».
    #[serde(default)]
    pub place: String,
    /// The organisation where it was held or that held it.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Who held it, of those who are known here.
    #[serde(default)]
    pub leaders: Vec<PersonId>,
    /// Who else held it, in words: «методист РИМК».
    #[serde(default)]
    pub leaders_in_words: String,
    /// Who took part with something of their own: a work for a contest, a talk at a conference.
    #[serde(default)]
    pub participants: Vec<EventParticipant>,
    /// How many took part in all.
    #[serde(default)]
    pub count: Option<u32>,
    /// What came of it.
    #[serde(default)]
    pub result: String,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

/// Somebody who took part with something of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct EventParticipant {
    /// Identifier.
    pub id: EventParticipantId,
    /// Who; none while nobody was picked yet.
    #[serde(default)]
    pub who: Option<Speaker>,
    /// With what: «Чек-лист самооценки на уроке математики».
    #[serde(default)]
    pub topic: String,
    /// «лауреат», «сертификат участника»
    #[serde(default)]
    pub result: String,
}

/// How far an event reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum EventLevel {
    /// Школьный.
    School,
    /// Муниципальный.
    Municipal,
    /// Межмуниципальный.
    Intermunicipal,
    /// Региональный.
    Regional,
    /// Всероссийский.
    National,
    /// Международный.
    International,
}

const LEVELS: &[(&str, &str)] = &[
    ("school", "школьный"),
    ("municipal", "муниципальный"),
    ("intermunicipal", "межмуниципальный"),
    ("regional", "региональный"),
    ("national", "всероссийский"),
    ("international", "международный"),
];

impl EventLevel {
    /// «муниципальный»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::School => "школьный",
            Self::Municipal => "муниципальный",
            Self::Intermunicipal => "межмуниципальный",
            Self::Regional => "региональный",
            Self::National => "всероссийский",
            Self::International => "международный",
        }
    }
}

const PROPOSED: &[&str] = &[
    "семинар",
    "практикум",
    "мастер-класс",
    "вебинар",
    "открытый урок",
    "круглый стол",
    "конкурс",
    "конференция",
];

const PARTICIPANT: &[Field] = &[
    Field::hidden("id"),
    Field::new("who", "Кто", Form::Speaker).span(4),
    Field::new("topic", "С чем", Form::Line).span(5),
    Field::new("result", "Результат", Form::Line).span(3),
];

impl Event {
    /// Its last day.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.until.filter(|until| *until > self.date).unwrap_or(self.date)
    }

    /// «14.11.2025», «12.02.2026 – 14.02.2026»
    #[must_use]
    pub fn days(&self) -> String {
        let first = date_in_table(self.date);
        if self.last_day() == self.date {
            first
        } else {
            format!("{first}\u{a0}– {}", date_in_table(self.last_day()))
        }
    }

    /// «семинар «Формирующее оценивание»»
    #[must_use]
    pub fn name(&self) -> String {
        let (kind, title) = (self.kind.trim(), self.title.trim());
        match (kind.is_empty(), title.is_empty()) {
            (true, true) => String::new(),
            (false, true) => kind.to_owned(),
            (true, false) => title.to_owned(),
            // A title that was typed with its kind does not say it twice.
            (false, false) if title.to_lowercase().starts_with(&kind.to_lowercase()) => title.to_owned(),
            (false, false) if title.contains(['«', '"']) => format!("{kind} {title}"),
            (false, false) => format!("{kind} «{title}»"),
        }
    }
}

impl Entity for Event {
    const WORDS: Words = Words {
        one: "событие",
        gender: Gender::Neuter,
        counted: ["событие", "события", "событий"],
        unnamed: "Событие без названия",
        act: ActName::Named("событие", Gender::Neuter),
        room: "events",
        opens: "событие",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("date", "Дата", Form::Day)
            .span(6)
            .required("Укажите дату события: по ней оно попадает в учебный год и в отчёт."),
        Field::new("until", "По какой день", Form::Day).span(6).hint("Если шло несколько дней."),
        Field::new("kind", "Что это было", Form::Line).span(6).proposing(PROPOSED),
        Field::new("level", "Уровень", Form::Choice(LEVELS)).span(6),
        Field::new("title", "Название", Form::Text).hint("«Формирующее оценивание: пять приёмов»"),
        Field::new("count", "Сколько всего участников", Form::Number).span(6),
        Field::new("organisation", "Организация", Form::Record(Kind::Organisation)),
        Field::new("place", "Место", Form::Line).span(6).hint("«актовый зал», «дистанционно»"),
        Field::new("leaders", "Кто провёл", Form::People),
        Field::new("leaders_in_words", "Кто ещё провёл, словами", Form::Line),
        Field::new("participants", "Кто участвовал от сообщества", Form::List(PARTICIPANT))
            .hint("С какой работой или выступлением и что получил: «лауреат», «сертификат участника»."),
        Field::new("result", "Итог", Form::Text).hint("Чем закончилось: что решили, что передали школам."),
        Field::new("activity", "Мероприятие плана", Form::Record(Kind::Activity))
            .hint("По ней программа предложит отметку о выполнении."),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(SchoolYear::containing(self.date))
    }

    fn date(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    // An event is often written down before its day.
    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.name()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match self.name().as_str() {
            "" => format!("событие {}", date_in_table(self.date)),
            name => quoted(name, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.kind, &self.title, &self.place, &self.leaders_in_words]);
        for participant in &self.participants {
            texts.speaker(participant.who.as_ref());
            texts.add_all([&participant.topic, &participant.result]);
        }
        texts.add(&self.result);
    }

    fn links(&self, links: &mut Links) {
        links.add("organisation", Kind::Organisation, self.organisation);
        links.people("leaders", &self.leaders);
        let who = self.participants.iter().filter_map(|participant| match participant.who {
            Some(Speaker::Person(person)) => Some(person),
            _ => None,
        });
        links.add("who", Kind::Person, who);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    fn outcome(&self) -> String {
        let people = self.count.and_then(|count| usize::try_from(count).ok());
        let people = people.map(|count| counted(count, "участник", "участника", "участников"));
        let results = self.participants.iter().map(|participant| participant.result.trim().to_owned());
        let told = people.into_iter().chain(results).filter(|words| !words.is_empty());
        told.collect::<Vec<_>>().join(", ")
    }

    fn parts(&self) -> Vec<Part> {
        self.participants.iter().map(|participant| Part::own(participant.id.0)).collect()
    }

    fn part_title(&self, part: Uuid) -> Option<String> {
        let participant = self.participants.iter().find(|participant| participant.id.0 == part)?;
        Some(participant.topic.clone()).filter(|topic| !topic.trim().is_empty())
    }
}
