use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words, quoted};
use super::{Kind, Speaker};
use crate::calendar::SchoolYear;
use crate::ids::{ActivityId, CommunityId, LessonAspectId, LessonVisitId, OrganisationId, PersonId};
use crate::russian::date_in_table;

/// The most points that an aspect of a lesson is given.
pub const MOST_POINTS: u8 = 2;

/// A lesson that colleagues visited (пп. 3.1.3, 3.1.7), with its analysis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct LessonVisit {
    /// Identifier.
    pub id: LessonVisitId,
    /// Whose journal.
    pub community: CommunityId,
    /// When.
    pub date: NaiveDate,
    /// Who taught.
    #[serde(default)]
    pub teacher: Option<Speaker>,
    /// Where; that of a teacher of the roster follows from the card.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// «7 А»
    #[serde(default)]
    pub class: String,
    /// «история»
    #[serde(default)]
    pub subject: String,
    /// What the lesson was about.
    #[serde(default)]
    pub topic: String,
    /// What it was visited for.
    #[serde(default)]
    pub purpose: String,
    /// Who visited it, of those who are known here.
    #[serde(default)]
    pub visitors: Vec<PersonId>,
    /// Who else visited it, in words.
    #[serde(default)]
    pub visitors_in_words: String,
    /// What was looked at, and how it was seen.
    #[serde(default)]
    pub aspects: Vec<LessonAspect>,
    /// What is worth taking over.
    #[serde(default)]
    pub strengths: String,
    /// What did not come off.
    #[serde(default)]
    pub remarks: String,
    /// What the teacher is advised to do.
    #[serde(default)]
    pub recommendations: String,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

/// One thing that is looked at in a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct LessonAspect {
    /// Identifier.
    pub id: LessonAspectId,
    /// «Ученики понимают, чему научатся на уроке»
    #[serde(default)]
    pub text: String,
    /// 0 (was not seen), 1 (in part), 2 (was seen); none while it is not judged.
    #[serde(default)]
    pub points: Option<u8>,
    /// What was seen, in words.
    #[serde(default)]
    pub note: String,
}

const ASPECT: &[Field] = &[
    Field::hidden("id"),
    Field::new("text", "На что смотрели", Form::Line),
    Field::new("points", "Баллы", Form::Number).span(3),
    Field::new("note", "Что увидели", Form::Line).span(9),
];

/// The points of a lesson together: «14 из 18», and how many aspects have none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LessonPoints {
    /// How many points were given.
    pub given: u32,
    /// Of how many that could be given to what was judged.
    pub most: u32,
    /// How many aspects are not judged.
    pub open: usize,
}

impl LessonVisit {
    /// The points together; none where nothing is judged.
    #[must_use]
    pub fn points(&self) -> Option<LessonPoints> {
        let judged = self.aspects.iter().filter_map(|aspect| aspect.points);
        let given = judged.clone().map(|points| u32::from(points.min(MOST_POINTS))).sum();
        let count = judged.count();
        let most = u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(u32::from(MOST_POINTS));
        (count > 0).then_some(LessonPoints { given, most, open: self.aspects.len() - count })
    }

    /// «Наши реки, география, 6 А»: whatever of it is known.
    #[must_use]
    pub fn name(&self) -> String {
        let parts = [self.topic.trim(), self.subject.trim(), self.class.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl Entity for LessonVisit {
    const WORDS: Words = Words {
        one: "посещённый урок",
        gender: Gender::Masculine,
        counted: ["посещённый урок", "посещённых урока", "посещённых уроков"],
        unnamed: "Урок без темы",
        act: ActName::Named("посещённый урок", Gender::Masculine),
        room: "lessons",
        opens: "урок",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("date", "Дата", Form::Day)
            .span(6)
            .required("Укажите дату урока: по ней он попадает в учебный год и в отчёт."),
        Field::new("teacher", "Учитель", Form::Speaker).span(6),
        Field::new("organisation", "Организация", Form::Record(Kind::Organisation))
            .hint("Место работы учителя из состава программа знает сама."),
        Field::new("class", "Класс", Form::Line).span(4),
        Field::new("subject", "Предмет", Form::Line).span(8),
        Field::new("topic", "Тема урока", Form::Line),
        Field::new("purpose", "Цель посещения", Form::Line),
        Field::new("visitors", "Кто посетил", Form::People),
        Field::new("visitors_in_words", "Кто ещё, словами", Form::Line),
        Field::new("aspects", "Наблюдения", Form::List(ASPECT)).hint("0 — не видно, 1 — отчасти, 2 — видно."),
        Field::new("strengths", "Что взять себе", Form::Text),
        Field::new("remarks", "Замечания", Form::Text),
        Field::new("recommendations", "Что посоветовали учителю", Form::Text),
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

    // A sheet is often drawn up and printed before the lesson.
    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.name()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match self.name().as_str() {
            "" => format!("урок {}", date_in_table(self.date)),
            name => quoted(name, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.speaker(self.teacher.as_ref());
        texts.add_all([&self.class, &self.subject, &self.topic, &self.purpose, &self.visitors_in_words]);
        for aspect in &self.aspects {
            texts.add_all([&aspect.text, &aspect.note]);
        }
        texts.add_all([&self.strengths, &self.remarks, &self.recommendations]);
    }

    fn links(&self, links: &mut Links) {
        let teacher = self.teacher.iter().filter_map(|teacher| match teacher {
            Speaker::Person(person) => Some(*person),
            Speaker::Named(_) => None,
        });
        links.add("teacher", Kind::Person, teacher);
        links.add("organisation", Kind::Organisation, self.organisation);
        links.people("visitors", &self.visitors);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    fn parts(&self) -> Vec<Part> {
        self.aspects.iter().map(|aspect| Part::own(aspect.id.0)).collect()
    }

    fn part_title(&self, part: Uuid) -> Option<String> {
        let aspect = self.aspects.iter().find(|aspect| aspect.id.0 == part)?;
        Some(aspect.text.clone()).filter(|text| !text.trim().is_empty())
    }
}
