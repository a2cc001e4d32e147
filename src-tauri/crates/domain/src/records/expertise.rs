use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Part, Texts, Words, quoted};
use super::{Kind, Speaker};
use crate::calendar::SchoolYear;
use crate::ids::{ActivityId, CommunityId, CriterionId, ExpertiseId, OrganisationId, PersonId};
use crate::russian::{counted, date_in_table};

/// An expertise (экспертиза) of what somebody made (п. 3.1.5) or of a project (п. 3.1.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Expertise {
    /// Identifier.
    pub id: ExpertiseId,
    /// Whose experts looked.
    pub community: CommunityId,
    /// The day of the conclusion.
    pub date: NaiveDate,
    /// «Рабочие программы по биологии и химии, 8–9 классы»
    #[serde(default)]
    pub title: String,
    /// Whose work it is, by the clauses of the regulation.
    #[serde(default)]
    pub object: ExpertiseObject,
    /// «рабочая программа», «методическая разработка»: any words.
    #[serde(default)]
    pub form: String,
    /// Who made it, of those who are known here.
    #[serde(default)]
    pub authors: Vec<PersonId>,
    /// Who else made it, in words: «методическое объединение учителей химии».
    #[serde(default)]
    pub authors_in_words: String,
    /// The organisation from which it came.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Who looked at it and signs.
    #[serde(default)]
    pub experts: Vec<Expert>,
    /// By what it was judged, in order.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// What is good in it.
    #[serde(default)]
    pub strengths: String,
    /// What is not.
    #[serde(default)]
    pub remarks: String,
    /// What the authors are advised.
    #[serde(default)]
    pub recommendations: String,
    /// What the experts came to; none while they are still at it.
    #[serde(default)]
    pub conclusion: Option<Conclusion>,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

/// Somebody who signs a conclusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// Who; none where the name is still to be written.
    #[serde(default)]
    pub speaker: Option<Speaker>,
    /// The post of somebody who has no card here: «методист РИМК».
    #[serde(default)]
    pub post: String,
}

/// A measure by which a work is judged (показатель).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Identifier.
    pub id: CriterionId,
    /// «Планируемые результаты проверяемы»
    #[serde(default)]
    pub text: String,
    /// How far it holds; none while nobody has said.
    #[serde(default)]
    pub points: Option<Points>,
}

/// How far a measure holds: 0 — no, 1 — in part, 2 — wholly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, type = "number"))]
#[serde(try_from = "u8", into = "u8")]
pub struct Points(u8);

/// A number that no measure can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("Показатель оценивают в 0, 1 или 2 балла, а указано {0}. Исправьте оценку.")]
pub struct NoSuchPoints(u8);

impl Points {
    /// The most that a measure can have.
    pub const MOST: u8 = 2;
}

impl TryFrom<u8> for Points {
    type Error = NoSuchPoints;

    fn try_from(points: u8) -> Result<Self, NoSuchPoints> {
        if points <= Self::MOST { Ok(Self(points)) } else { Err(NoSuchPoints(points)) }
    }
}

impl From<Points> for u8 {
    fn from(points: Points) -> Self {
        points.0
    }
}

/// What is judged, by the clauses of the regulation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ExpertiseObject {
    /// What a head or a teacher made (п. 3.1.5).
    #[default]
    Product,
    /// A project of a school or of a teacher (п. 3.1.6).
    Project,
}

/// What the experts came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// «рекомендовать»
    Recommend,
    /// «доработать»
    Rework,
    /// «отклонить»
    Reject,
}

impl Conclusion {
    /// All, as a list of choices shows them.
    pub const ALL: [Self; 3] = [Self::Recommend, Self::Rework, Self::Reject];

    /// «рекомендовать»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Recommend => "рекомендовать",
            Self::Rework => "доработать",
            Self::Reject => "отклонить",
        }
    }
}

/// The points of an expertise added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct PointsSum {
    /// All points together.
    pub points: usize,
    /// The most that its measures can have.
    pub of: usize,
    /// How many measures have no points yet.
    pub without: usize,
}

impl PointsSum {
    /// «14 из 20»; nothing where nothing is measured.
    #[must_use]
    pub fn in_words(self) -> String {
        if self.of == 0 { String::new() } else { format!("{} из {}", self.points, self.of) }
    }
}

impl Expertise {
    /// The points added up.
    #[must_use]
    pub fn sum(&self) -> PointsSum {
        let measured = self.criteria.iter().filter(|criterion| !criterion.text.trim().is_empty());
        measured.fold(PointsSum::default(), |sum, criterion| PointsSum {
            points: sum.points + criterion.points.map_or(0, |points| usize::from(points.0)),
            of: sum.of + usize::from(Points::MOST),
            without: sum.without + usize::from(criterion.points.is_none()),
        })
    }

    /// The clause of the regulation that it serves: «3.1.5».
    #[must_use]
    pub fn clause(&self) -> &'static str {
        match self.object {
            ExpertiseObject::Product => "3.1.5",
            ExpertiseObject::Project => "3.1.6",
        }
    }

    /// «экспертное заключение от 19.03.2026: рекомендовать, 17 из 20 баллов», by a day; nothing while the experts have come
    /// to nothing. A sum that lacks points of some measures would be taken for a low one, so it is not told.
    #[must_use]
    pub fn concluded_in_words(&self, on: NaiveDate) -> Option<String> {
        let conclusion = self.conclusion.filter(|_| self.is_concluded(on))?;
        let sum = self.sum();
        let points = if sum.of == 0 || sum.without > 0 {
            String::new()
        } else {
            format!(", {} из {}", sum.points, counted(sum.of, "балла", "баллов", "баллов"))
        };
        let date = date_in_table(self.date);
        Some(format!("экспертное заключение от {date}: {}{points}", conclusion.in_words()))
    }

    /// Whether the experts have come to something by the day.
    #[must_use]
    pub fn is_concluded(&self, on: NaiveDate) -> bool {
        self.conclusion.is_some() && self.date <= on
    }

    /// All who sign it and are in the roster.
    pub fn known_experts(&self) -> impl Iterator<Item = PersonId> {
        self.experts.iter().filter_map(|expert| match expert.speaker {
            Some(Speaker::Person(person)) => Some(person),
            Some(Speaker::Named(_)) | None => None,
        })
    }
}

const OBJECTS: &[(&str, &str)] =
    &[("product", "продукт деятельности (п. 3.1.5)"), ("project", "проект (п. 3.1.6)")];

const FORMS: &[&str] = &[
    "рабочая программа",
    "методическая разработка",
    "программа внеурочной деятельности",
    "конспект урока",
    "проект",
    "программа развития",
    "диагностические материалы",
];

const CONCLUSIONS: &[(&str, &str)] =
    &[("recommend", "рекомендовать"), ("rework", "доработать"), ("reject", "отклонить")];

const EXPERT: &[Field] = &[
    Field::new("speaker", "Эксперт", Form::Speaker).span(6),
    Field::new("post", "Должность, если не из состава", Form::Line).span(6),
];

const CRITERION: &[Field] = &[
    Field::hidden("id"),
    Field::new("text", "Показатель", Form::Line),
    Field::new("points", "Баллы", Form::Number),
];

impl Entity for Expertise {
    const WORDS: Words = Words {
        one: "экспертиза",
        gender: Gender::Feminine,
        counted: ["экспертиза", "экспертизы", "экспертиз"],
        unnamed: "Экспертиза без названия",
        act: ActName::Named("экспертиза", Gender::Feminine),
        room: "expertise",
        opens: "экспертизу",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("date", "Дата", Form::Day)
            .span(4)
            .required("Укажите дату заключения: по ней экспертиза попадает в отчёт за учебный год."),
        Field::new("object", "Что рассматривали", Form::Choice(OBJECTS)).span(8),
        Field::new("title", "Название работы", Form::Text).hint("«Рабочая программа по биологии, 8 класс»."),
        Field::new("form", "Вид работы", Form::Line).proposing(FORMS),
        Field::new("authors", "Авторы", Form::People),
        Field::new("authors_in_words", "Авторы словами", Form::Line)
            .hint("Кого нет в «Составе»: «учителя химии Вакинской СШ»."),
        Field::new("organisation", "Организация", Form::Record(Kind::Organisation)),
        Field::new("experts", "Эксперты", Form::List(EXPERT)),
        Field::new("criteria", "Показатели", Form::List(CRITERION)),
        Field::new("strengths", "Сильные стороны", Form::Text),
        Field::new("remarks", "Замечания", Form::Text),
        Field::new("recommendations", "Рекомендации", Form::Text),
        Field::new("conclusion", "Вывод", Form::Choice(CONCLUSIONS)),
        Field::new("activity", "Мероприятие плана", Form::Record(Kind::Activity)),
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

    fn happened(&self) -> Option<NaiveDate> {
        // Until the experts have come to something, the day is only when they mean to.
        self.conclusion.map(|_| self.date)
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.title.clone()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match self.title.trim() {
            "" => format!("экспертиза {}", date_in_table(self.date)),
            title => quoted(title, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.title, &self.form, &self.authors_in_words]);
        for expert in &self.experts {
            texts.speaker(expert.speaker.as_ref());
            texts.add(&expert.post);
        }
        texts.add_all(self.criteria.iter().map(|criterion| &criterion.text));
        texts.add_all([&self.strengths, &self.remarks, &self.recommendations]);
    }

    fn links(&self, links: &mut Links) {
        links.people("authors", &self.authors);
        links.add("organisation", Kind::Organisation, self.organisation);
        links.add("speaker", Kind::Person, self.known_experts());
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    fn outcome(&self) -> String {
        self.conclusion.map(|conclusion| format!("заключение: {}", conclusion.in_words())).unwrap_or_default()
    }

    fn parts(&self) -> Vec<Part> {
        self.criteria.iter().map(|criterion| Part::own(criterion.id.0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(points: &[Option<u8>]) -> Expertise {
        let criteria: Vec<_> = points
            .iter()
            .zip(1_u128..)
            .map(|(points, number)| {
                serde_json::json!({
                    "id": uuid::Uuid::from_u128(number), "text": "Показатель", "points": points
                })
            })
            .collect();
        serde_json::from_value(serde_json::json!({
            "id": uuid::Uuid::nil(), "community": uuid::Uuid::nil(), "date": "2026-03-19", "criteria": criteria
        }))
        .unwrap()
    }

    #[test]
    fn points_are_added_up_and_what_is_not_judged_is_told() {
        let sum = judged(&[Some(2), Some(1), Some(0), None]).sum();
        assert_eq!(sum, PointsSum { points: 3, of: 8, without: 1 });
        assert_eq!(sum.in_words(), "3 из 8");
        assert_eq!(judged(&[]).sum().in_words(), "");
    }

    #[test]
    fn a_conclusion_is_told_with_its_day_and_with_points_that_are_all_given() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 19).unwrap();
        let told = |points: &[Option<u8>], on| {
            let judged = Expertise { conclusion: Some(Conclusion::Recommend), ..judged(points) };
            judged.concluded_in_words(on)
        };
        let bare = "экспертное заключение от 19.03.2026: рекомендовать";
        let full = format!("{bare}, 3 из 4\u{a0}баллов");
        assert_eq!(told(&[Some(2), Some(1)], day), Some(full));
        assert_eq!(told(&[Some(2), None], day).as_deref(), Some(bare));
        assert_eq!(told(&[], day).as_deref(), Some(bare));
        assert_eq!(told(&[Some(2)], day.pred_opt().unwrap()), None);
        assert_eq!(judged(&[Some(2)]).concluded_in_words(day), None);
    }

    #[test]
    fn an_empty_line_measures_nothing() {
        let mut judged = judged(&[Some(2), None]);
        judged.criteria[1].text = "  ".to_owned();
        assert_eq!(judged.sum(), PointsSum { points: 2, of: 2, without: 0 });
    }

    #[test]
    fn three_points_are_refused() {
        let refused = serde_json::from_str::<Points>("3").unwrap_err().to_string();
        assert!(refused.starts_with("Показатель оценивают в 0, 1 или 2 балла, а указано 3."), "{refused}");
    }
}
