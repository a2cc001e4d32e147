use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::body::{BODIES, BODY_WORDS, BodyKind, BodyWords};
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words};
use super::experience_bands::ExperienceBands;
use super::journal::{JOURNALS, Journal};
use crate::calendar::{Holidays, SchoolYear};
use crate::ids::{CommunityId, OrganisationId};
use crate::russian::FullName;

/// A professional pedagogical community (ППС), п. 1.1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Community {
    /// Identifier.
    pub id: CommunityId,
    /// Full name as on papers: «Профессиональное педагогическое сообщество «…»».
    pub name: String,
    /// Short name, used in lists and in the name of the package.
    #[serde(default)]
    pub short_name: String,
    /// What the body calls itself; where nobody has chosen, its name says it.
    #[serde(default)]
    pub body: Option<BodyKind>,
    /// The words of a body of its own.
    #[serde(default)]
    pub body_words: Option<BodyWords>,
    /// «Рыбновский муниципальный район Рязанской области».
    #[serde(default)]
    pub district: String,
    /// The body above (вышестоящий орган), printed first on a protocol.
    #[serde(default)]
    pub higher_body: String,
    /// Town or village, printed beside the date of a protocol.
    #[serde(default)]
    pub place: String,
    /// The organisation where the community is based.
    #[serde(default)]
    pub base: Option<OrganisationId>,
    /// Who holds the posts named on stamps, with dates.
    #[serde(default)]
    pub officials: Vec<Official>,
    /// Since when the community is kept in this program. Nothing is asked about the time before.
    #[serde(default)]
    pub kept_since: Option<NaiveDate>,
    /// The day on which the example is looked at; an ordinary community has none.
    #[serde(default)]
    pub example_day: Option<NaiveDate>,
    /// Deadlines and words that a district may have otherwise.
    #[serde(default)]
    pub settings: Settings,
}

impl Community {
    /// Whether this is the example, which is marked «УЧЕБНЫЙ ПРИМЕР» on screen and on paper.
    #[must_use]
    pub fn is_example(&self) -> bool {
        self.example_day.is_some()
    }

    /// The short name, or the full one where no short one was given.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.short_name.trim().is_empty() { &self.name } else { &self.short_name }
    }

    /// What kind of body it is: what was chosen, or what its name begins with.
    #[must_use]
    pub fn body_kind(&self) -> BodyKind {
        self.body.unwrap_or_else(|| BodyKind::of_name(&self.name))
    }

    /// What papers and the page call the body: «руководитель РМО», «заседание районного методического объединения».
    #[must_use]
    pub fn words(&self) -> BodyWords {
        self.body_kind().words().unwrap_or_else(|| {
            let own = self.body_words.as_ref().map(BodyWords::completed);
            own.filter(|own| !own.nominative.is_empty()).unwrap_or_default()
        })
    }

    /// The official who holds the post on the given day. Of several the one whose dates began last.
    #[must_use]
    pub fn official(&self, post: OfficialPost, on: NaiveDate) -> Option<&Official> {
        self.officials
            .iter()
            .filter(|official| official.post == post)
            .filter(|official| official.from.is_none_or(|from| from <= on))
            .filter(|official| official.to.is_none_or(|to| on <= to))
            .max_by_key(|official| official.from)
    }
}

/// A post that stamps name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum OfficialPost {
    /// The head of РИМК, who approves the plan (п. 4.7).
    HeadOfRimk,
    /// The head of education of the district, who issues orders (пп. 1.3, 1.4).
    HeadOfEducation,
}

/// Who holds a post, from when to when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// Which post.
    pub post: OfficialPost,
    /// The post in words: «Заведующая РИМК».
    pub title: String,
    /// The name; empty leaves a line to write it by hand.
    #[serde(default)]
    pub name: FullName,
    /// First day in the post.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day in the post.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// A day and month that come each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct DayOfYear {
    /// 1–12
    pub month: u32,
    /// 1–31
    pub day: u32,
}

impl DayOfYear {
    /// The day within a school year.
    #[must_use]
    pub fn within(self, year: SchoolYear) -> NaiveDate {
        year.day(self.month, self.day)
    }
}

/// Deadlines and words that a district may have otherwise. The defaults are the regulation's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// п. 4.7: the plan is approved not later than this day.
    pub plan_approved_by: DayOfYear,
    /// п. 4.8: «до 1 сентября», kept as the last day, 31 August.
    pub report_handed_over_by: DayOfYear,
    /// п. 4.5: the second half-year ends by custom on 31 May.
    pub second_half_ends: DayOfYear,
    /// Working days within which a protocol is signed.
    pub protocol_signed_within: u32,
    /// Years after which a course is called old.
    pub course_is_old_after: i32,
    /// Into which brackets of seniority people are counted.
    #[serde(default, skip_serializing_if = "ExperienceBands::is_usual")]
    #[cfg_attr(feature = "page", ts(as = "Option<ExperienceBands>", optional))]
    pub experience_bands: ExperienceBands,
    /// «Председатель» or «Председательствующий».
    pub chair_word: String,
    /// Recommendations stand under «РЕКОМЕНДОВАТЬ» of their own, not among the decisions.
    pub recommendations_apart: bool,
    /// Phrases of the leader's own for decisions: «принять информацию к сведению».
    pub phrases: Vec<String>,
    /// Questions that each meeting begins with: «О выполнении решений прошлого заседания».
    pub standing_questions: Vec<String>,
    /// The days of the school holidays, as the district sets them each year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "page", ts(as = "Option<Vec<Holidays>>", optional))]
    pub holidays: Vec<Holidays>,
    /// The journals of the methodical work that the leader keeps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "page", ts(as = "Option<Vec<Journal>>", optional))]
    pub journals: Vec<Journal>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            plan_approved_by: DayOfYear { month: 9, day: 15 },
            report_handed_over_by: DayOfYear { month: 8, day: 31 },
            second_half_ends: DayOfYear { month: 5, day: 31 },
            protocol_signed_within: 5,
            course_is_old_after: 3,
            experience_bands: ExperienceBands::default(),
            chair_word: "Председатель".to_owned(),
            recommendations_apart: false,
            phrases: Vec::new(),
            standing_questions: Vec::new(),
            holidays: Vec::new(),
            journals: Vec::new(),
        }
    }
}

const OFFICIAL: &[Field] = &[
    Field::new("post", "Должность", Form::Choice(POSTS)),
    Field::new("title", "Должность, как на бумаге", Form::Line),
    Field::new("name", "Фамилия, имя, отчество", Form::FullName),
    Field::new("from", "В должности с", Form::Day),
    Field::new("to", "В должности по", Form::Day),
];

const POSTS: &[(&str, &str)] =
    &[("head_of_rimk", "заведующий РИМК"), ("head_of_education", "начальник управления образования")];

const SETTINGS: &[Field] = &[
    Field::new("plan_approved_by", "Срок утверждения плана", Form::DayOfYear),
    Field::new("report_handed_over_by", "Срок сдачи отчёта", Form::DayOfYear),
    Field::new("second_half_ends", "Конец второго полугодия", Form::DayOfYear),
    Field::new("protocol_signed_within", "За сколько рабочих дней подписывают протокол", Form::Number),
    Field::new("course_is_old_after", "Через сколько лет напомнить о курсах", Form::Number),
    Field::new("experience_bands", "Группы по стажу", Form::Choice(BANDS)),
    Field::new("chair_word", "Как назван председатель", Form::Line),
    Field::new("recommendations_apart", "Рекомендации отдельно от решений", Form::Tick),
    Field::new("phrases", "Свои фразы", Form::Texts),
    Field::new("standing_questions", "Постоянные вопросы", Form::Texts),
    Field::new("holidays", "Каникулы", Form::List(HOLIDAYS)),
    Field::new("journals", "Что ведётся в методической работе", Form::Choice(JOURNALS)),
];

const BANDS: &[(&str, &str)] =
    &[("from_three", "до 3, 3–10, 10–20, 20 и более"), ("from_five", "до 5, 5–10, 10–20, 20 и более")];

const HOLIDAYS: &[Field] = &[
    Field::new(
        "season",
        "Какие",
        Form::Choice(&[
            ("autumn", "осенние"),
            ("winter", "зимние"),
            ("spring", "весенние"),
            ("summer", "летние"),
        ]),
    ),
    Field::new("from", "Первый день", Form::Day),
    Field::new("to", "Последний день", Form::Day),
];

impl Entity for Community {
    const WORDS: Words = Words {
        one: "сообщество",
        gender: Gender::Neuter,
        counted: ["сообщество", "сообщества", "сообществ"],
        unnamed: "Сообщество без названия",
        act: ActName::Named("сообщество", Gender::Neuter),
        room: "settings",
        opens: "настройки",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("name", "Полное название", Form::Line),
        Field::new("short_name", "Краткое название", Form::Line),
        Field::new("body", "Вид объединения", Form::Choice(BODIES)),
        Field::new("body_words", "Свои слова о нём", Form::Group(BODY_WORDS)),
        Field::new("district", "Район", Form::Line),
        Field::new("higher_body", "Вышестоящий орган", Form::Line),
        Field::new("place", "Город или посёлок", Form::Line),
        Field::new("base", "На базе какой организации", Form::Record(Kind::Organisation)),
        Field::new("officials", "Должностные лица", Form::List(OFFICIAL)),
        Field::new("kept_since", "С какого дня ведётся здесь", Form::Day),
        Field::hidden("example_day"),
        Field::new("settings", "Настройки", Form::Section(SETTINGS)),
    ];
    const FORMAT: u32 = 4;

    fn community(&self) -> Option<CommunityId> {
        Some(self.id)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        None
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.shown_name().to_owned()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        "настройки".to_owned()
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.name, &self.short_name, &self.district, &self.higher_body, &self.place]);
        if let Some(BodyWords { short, nominative, genitive, dative, prepositional }) = &self.body_words {
            texts.add_all([short, nominative, genitive, dative, prepositional]);
        }
        for official in &self.officials {
            texts.add(&official.title);
            texts.name(&official.name);
        }
        texts.add(&self.settings.chair_word);
        texts.add_all(&self.settings.phrases);
        texts.add_all(&self.settings.standing_questions);
    }

    fn links(&self, links: &mut Links) {
        links.add("base", Kind::Organisation, self.base);
    }
}
