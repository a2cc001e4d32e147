use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use super::{Kind, Speaker};
use crate::calendar::SchoolYear;
use crate::ids::{ActivityId, CommunityId, MaterialId};
use crate::russian::date_in_table;

/// A material of the community (пп. 2.2, 3.1.2): a line of the registry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Identifier.
    pub id: MaterialId,
    /// Whose registry.
    pub community: CommunityId,
    /// When it was made or collected.
    pub date: NaiveDate,
    /// «Конструктор критериев для письменных работ»
    #[serde(default)]
    pub title: String,
    /// «методическая разработка», «презентация».
    #[serde(default)]
    pub kind: String,
    /// For which levels of education.
    #[serde(default)]
    pub levels: Vec<EducationLevel>,
    /// Words by which it is found.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Who made it.
    #[serde(default)]
    pub author: Option<Speaker>,
    /// Where it comes from, or a link: «РИРО», «https://…».
    #[serde(default)]
    pub source: String,
    /// Whether it may be shown on the site.
    #[serde(default)]
    pub for_site: bool,
    /// When it was placed on the site.
    #[serde(default)]
    pub placed_on_site: Option<NaiveDate>,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

/// A level of education (уровень образования).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum EducationLevel {
    /// ДОО.
    Preschool,
    /// НОО.
    Primary,
    /// ООО.
    Basic,
    /// СОО.
    Secondary,
}

pub(super) const EDUCATION_LEVELS: &[(&str, &str)] =
    &[("preschool", "ДОО"), ("primary", "НОО"), ("basic", "ООО"), ("secondary", "СОО")];

impl EducationLevel {
    /// «ООО»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Preschool => "ДОО",
            Self::Primary => "НОО",
            Self::Basic => "ООО",
            Self::Secondary => "СОО",
        }
    }

    /// «НОО, ООО», in the order of the levels.
    #[must_use]
    pub fn several(levels: &[Self]) -> String {
        let mut levels = levels.to_vec();
        levels.sort_unstable();
        levels.dedup();
        levels.into_iter().map(Self::in_words).collect::<Vec<_>>().join(", ")
    }
}

const PROPOSED: &[&str] = &[
    "методическая разработка",
    "конспект урока",
    "презентация",
    "памятка",
    "статья",
    "запись вебинара",
    "подборка материалов",
    "нормативный документ",
];

impl Material {
    /// Whether it was on the site by a day.
    #[must_use]
    pub fn on_site_by(&self, on: NaiveDate) -> bool {
        self.placed_on_site.is_some_and(|placed| placed <= on)
    }
}

impl Entity for Material {
    const WORDS: Words = Words {
        one: "материал",
        gender: Gender::Masculine,
        counted: ["материал", "материала", "материалов"],
        unnamed: "Материал без названия",
        act: ActName::Named("материал", Gender::Masculine),
        room: "materials",
        opens: "материал",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("date", "Дата", Form::Day)
            .span(6)
            .required("Укажите дату материала: по ней он попадает в реестр учебного года."),
        Field::new("kind", "Вид", Form::Line).span(6).proposing(PROPOSED),
        Field::new("title", "Название", Form::Text),
        Field::new("author", "Кто составил", Form::Speaker).span(6),
        Field::new("source", "Источник или ссылка", Form::Line)
            .span(6)
            .hint("Файл приложите ниже; ссылку впишите сюда."),
        Field::new("levels", "Уровень образования", Form::Choice(EDUCATION_LEVELS)),
        Field::new("tags", "Метки", Form::Texts).hint("По ним материал легче найти: «оценивание», «ВПР»."),
        Field::new("for_site", "Можно показать на сайте", Form::Tick)
            .hint("Тогда он войдёт в страницы для сайта вместе с файлами."),
        Field::new("placed_on_site", "Размещён на сайте", Form::Day).span(6),
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

    fn happened(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.title.clone()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match self.title.trim() {
            "" => format!("материал {}", date_in_table(self.date)),
            title => quoted(title, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.title, &self.kind]);
        texts.add_all(&self.tags);
        texts.speaker(self.author.as_ref());
        texts.add(&self.source);
    }

    fn links(&self, links: &mut Links) {
        let author = self.author.iter().filter_map(|author| match author {
            Speaker::Person(person) => Some(*person),
            Speaker::Named(_) => None,
        });
        links.add("author", Kind::Person, author);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }
}
