use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use super::material::{EDUCATION_LEVELS, EducationLevel};
use crate::calendar::SchoolYear;
use crate::ids::{
    ActivityId, CommunityId, ExpertiseId, MeetingId, OrganisationId, PersonId, PracticeId, Uuid,
};
use crate::russian::date_in_table;

/// A practice that is worth spreading (п. 2.2): a card of the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Identifier.
    pub id: PracticeId,
    /// Whose bank.
    pub community: CommunityId,
    /// When it was described.
    pub date: NaiveDate,
    /// «Лист самооценки «Светофор»»
    #[serde(default)]
    pub title: String,
    /// Whose practice it is, of those who are known here.
    #[serde(default)]
    pub authors: Vec<PersonId>,
    /// Whose else, in words.
    #[serde(default)]
    pub authors_in_words: String,
    /// Where it comes from; the workplaces of authors of the roster follow from their cards.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// What it helps against.
    #[serde(default)]
    pub problem: String,
    /// What is done.
    #[serde(default)]
    pub essence: String,
    /// What is needed for it.
    #[serde(default)]
    pub resources: String,
    /// What it brought.
    #[serde(default)]
    pub result: String,
    /// Words by which it is found.
    #[serde(default)]
    pub tags: Vec<String>,
    /// For which levels of education.
    #[serde(default)]
    pub levels: Vec<EducationLevel>,
    /// The day on which the authors agreed that the practice is published with their names.
    #[serde(default)]
    pub author_agrees: Option<NaiveDate>,
    /// The expert conclusion, in words: «экспертное заключение от 19.03.2026».
    #[serde(default)]
    pub conclusion: String,
    /// The expertise that judged it, where that is kept here.
    #[serde(default)]
    pub expertise: Option<ExpertiseId>,
    /// The meeting that recommended it.
    #[serde(default)]
    pub recommended_by: Option<MeetingId>,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

impl Practice {
    /// Whether its authors had agreed by a day that it is published.
    #[must_use]
    pub fn agreed_by(&self, on: NaiveDate) -> bool {
        self.author_agrees.is_some_and(|day| day <= on)
    }
}

impl Entity for Practice {
    const WORDS: Words = Words {
        one: "практика",
        gender: Gender::Feminine,
        counted: ["практика", "практики", "практик"],
        unnamed: "Практика без названия",
        act: ActName::Named("практика", Gender::Feminine),
        room: "practices",
        opens: "практику",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Название", Form::Text),
        Field::new("date", "Когда описана", Form::Day)
            .span(6)
            .required("Укажите, когда описана практика: по этой дате она попадает в отчёт."),
        Field::new("organisation", "Организация", Form::Record(Kind::Organisation))
            .hint("Место работы авторов из состава программа знает сама."),
        Field::new("authors", "Авторы", Form::People),
        Field::new("authors_in_words", "Кто ещё, словами", Form::Line),
        Field::new("problem", "Какую проблему решает", Form::Text),
        Field::new("essence", "В чём суть", Form::Text),
        Field::new("resources", "Что понадобится", Form::Text),
        Field::new("result", "Что получилось", Form::Text),
        Field::new("levels", "Уровень образования", Form::Choice(EDUCATION_LEVELS)),
        Field::new("tags", "Метки", Form::Texts).hint("По ним практику легче найти."),
        Field::new("author_agrees", "Авторы согласны на публикацию с именами", Form::Day)
            .span(6)
            .hint("День, когда согласились. Без него практика не попадёт на страницы для сайта."),
        Field::new("conclusion", "Заключение", Form::Line)
            .span(6)
            .hint("«экспертное заключение от 19.03.2026»"),
        Field::new("expertise", "Экспертиза", Form::Record(Kind::Expertise))
            .hint("Если она есть в журнале «Экспертиза»: вывод, баллы и день возьмутся оттуда."),
        Field::new("recommended_by", "Каким заседанием рекомендована", Form::Record(Kind::Meeting)),
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
            "" => format!("практика {}", date_in_table(self.date)),
            title => quoted(title, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.title, &self.authors_in_words]);
        texts.add_all([&self.problem, &self.essence, &self.resources, &self.result]);
        texts.add_all(&self.tags);
        texts.add(&self.conclusion);
    }

    fn links(&self, links: &mut Links) {
        links.people("authors", &self.authors);
        links.add("organisation", Kind::Organisation, self.organisation);
        links.add("expertise", Kind::Expertise, self.expertise);
        links.add("recommended_by", Kind::Meeting, self.recommended_by);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }

    /// A card is worth keeping without the expertise.
    fn unlink(&mut self, gone: &BTreeSet<Uuid>) {
        self.expertise = self.expertise.filter(|judged| !gone.contains(&judged.0));
    }
}
