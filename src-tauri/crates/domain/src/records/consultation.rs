use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use super::{Kind, Speaker};
use crate::calendar::SchoolYear;
use crate::ids::{ActivityId, CommunityId, ConsultationId, OrganisationId, PersonId};
use crate::russian::date_in_table;

/// A consultation that was given (п. 3.1.4): a line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    /// Identifier.
    pub id: ConsultationId,
    /// Whose journal.
    pub community: CommunityId,
    /// When.
    pub date: NaiveDate,
    /// «Критерии оценивания сочинения»
    #[serde(default)]
    pub topic: String,
    /// Who was advised, of those who are known here.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// Anybody else, in words: «молодые специалисты».
    #[serde(default)]
    pub others: String,
    /// How many were advised, where they are not named or not all of them.
    #[serde(default)]
    pub count: Option<u32>,
    /// Their organisations; those of the people who are named follow from their cards.
    #[serde(default)]
    pub organisations: Vec<OrganisationId>,
    /// Who gave it.
    #[serde(default)]
    pub consultant: Option<Speaker>,
    /// What came of it.
    #[serde(default)]
    pub result: String,
    /// The row of the plan that it answers.
    #[serde(default)]
    pub activity: Option<ActivityId>,
}

impl Entity for Consultation {
    const WORDS: Words = Words {
        one: "консультация",
        gender: Gender::Feminine,
        counted: ["консультация", "консультации", "консультаций"],
        unnamed: "Консультация без темы",
        act: ActName::Named("консультация", Gender::Feminine),
        room: "consultations",
        opens: "консультацию",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("date", "Дата", Form::Day)
            .span(4)
            .required("Укажите дату консультации: по ней она попадает в журнал учебного года."),
        Field::new("topic", "Тема", Form::Text).hint("О чём спросили: «Критерии оценивания сочинения»."),
        Field::new("people", "Кого консультировали", Form::People),
        Field::new("others", "Кого ещё, словами", Form::Line).span(8),
        Field::new("count", "Сколько человек, если без имён", Form::Number).span(4),
        Field::new("organisations", "Организации", Form::Records(Kind::Organisation))
            .hint("Место работы названных людей программа знает из «Состава»."),
        Field::new("consultant", "Кто консультировал", Form::Speaker),
        Field::new("result", "Итог", Form::Text),
        Field::new("activity", "Мероприятие плана", Form::Record(Kind::Activity)),
    ];
    const FORMAT: u32 = 2;

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
        self.topic.clone()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        match self.topic.trim() {
            "" => format!("консультация {}", date_in_table(self.date)),
            topic => quoted(topic, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.topic, &self.others]);
        texts.speaker(self.consultant.as_ref());
        texts.add(&self.result);
    }

    fn links(&self, links: &mut Links) {
        links.people("people", &self.people);
        links.add("organisations", Kind::Organisation, self.organisations.iter().copied());
        let consultant = self.consultant.iter().filter_map(|consultant| match consultant {
            Speaker::Person(person) => Some(*person),
            Speaker::Named(_) => None,
        });
        links.add("consultant", Kind::Person, consultant);
        links.add("activity", Kind::Activity, self.activity);
    }

    fn serves(&self) -> Option<ActivityId> {
        self.activity
    }
}
