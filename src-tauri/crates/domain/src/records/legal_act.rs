use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use crate::calendar::SchoolYear;
use crate::ids::{CommunityId, LegalActId, PersonId};
use crate::russian::{alphabetical, cited, date_in_table, document_number, uncapitalised};

/// A normative document by which the community works (пп. 1.5, 4.3): a law, an order, a letter, the regulation itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct LegalAct {
    /// Identifier.
    pub id: LegalActId,
    /// On whose shelf it lies.
    pub community: CommunityId,
    /// «приказ», «письмо»
    #[serde(default)]
    pub kind: String,
    /// «Министерство просвещения Российской Федерации»
    #[serde(default)]
    pub issuer: String,
    /// Its number.
    #[serde(default)]
    pub number: String,
    /// Its date.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// «Об утверждении федерального государственного образовательного стандарта …»
    #[serde(default)]
    pub title: String,
    /// Where it is found, as text: the program opens no addresses.
    #[serde(default)]
    pub link: String,
    /// Since when it is in force.
    #[serde(default)]
    pub in_force_from: Option<NaiveDate>,
    /// The last day on which it is in force.
    #[serde(default)]
    pub in_force_until: Option<NaiveDate>,
    /// Anything else.
    #[serde(default)]
    pub note: String,
    /// Whether it is to be studied at a meeting.
    #[serde(default)]
    pub for_study: bool,
    /// Whether it is the regulation of this very community: its file is opened where a clause is named.
    #[serde(default)]
    pub own_regulation: bool,
    /// Who has read it.
    #[serde(default)]
    pub acquainted: Vec<Acquaintance>,
}

/// That somebody has read a document and signed for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Acquaintance {
    /// Who.
    pub person: PersonId,
    /// When.
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

impl LegalAct {
    /// «Приказ Минпросвещения России от 31.05.2021 № 287 «Об утверждении …»», as papers and lists name it; without what
    /// is not known.
    #[must_use]
    pub fn in_full(&self) -> String {
        self.named(true)
    }

    fn named(&self, with_issuer: bool) -> String {
        let (kind, issuer, title) = (self.kind.trim(), self.issuer.trim(), self.title.trim());
        let number = document_number(&self.number);
        let date = self.date.map(|date| format!("от {}", date_in_table(date)));
        let number = (!number.is_empty()).then(|| format!("№\u{a0}{number}"));
        let issuer = (with_issuer && !issuer.is_empty()).then(|| format!("({issuer})"));
        let kind = (!kind.is_empty()).then(|| raised(kind));
        let head: Vec<String> = [kind, date, number, issuer].into_iter().flatten().collect();
        match (head.is_empty(), title.is_empty()) {
            (true, _) => title.to_owned(),
            (false, true) => head.join(" "),
            (false, false) => format!("{} {}", head.join(" "), cited(title)),
        }
    }

    /// By what a list of documents is put in order: their kind, the weightier first as the kinds are proposed, then the day.
    #[must_use]
    pub fn order(&self) -> impl Ord + use<> {
        let kind = self.kind.trim().to_lowercase();
        let place = KINDS.iter().position(|known| *known == kind).unwrap_or(KINDS.len());
        (place, alphabetical(&kind), self.date, self.id)
    }

    /// Whether it is in force on a day; a document of which nothing is said is.
    #[must_use]
    pub fn in_force_on(&self, on: NaiveDate) -> bool {
        !self.comes_after(on) && self.in_force_until.is_none_or(|last| on <= last)
    }

    /// Whether it comes into force only after a day.
    #[must_use]
    pub fn comes_after(&self, on: NaiveDate) -> bool {
        self.in_force_from.is_some_and(|first| on < first)
    }
}

/// «приказ» → «Приказ»
fn raised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words that are proposed for what a document is.
const KINDS: &[&str] = &[
    "закон",
    "постановление",
    "приказ",
    "письмо",
    "положение",
    "положение о ППС",
    "методические рекомендации",
    "локальный акт",
];

const ACQUAINTANCE: &[Field] = &[
    Field::new("person", "Кто ознакомлен", Form::Person).span(8),
    Field::new("date", "Когда", Form::Day).span(4),
];

impl Entity for LegalAct {
    const WORDS: Words = Words {
        one: "нормативный документ",
        gender: Gender::Masculine,
        counted: ["нормативный документ", "нормативных документа", "нормативных документов"],
        unnamed: "Документ без названия",
        act: ActName::Named("нормативный документ", Gender::Masculine),
        room: "acts",
        opens: "документ",
        card: false,
        within: false,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "Вид документа", Form::Line).proposing(KINDS),
        Field::new("number", "Номер", Form::Line).span(5),
        Field::new("date", "Дата", Form::Day).span(7),
        Field::new("title", "Название", Form::Text)
            .hint("Без кавычек: «Об утверждении федерального государственного образовательного стандарта»."),
        Field::new("issuer", "Кем издан", Form::Line),
        Field::new("in_force_from", "Действует с", Form::Day).span(6),
        Field::new("in_force_until", "Действует по", Form::Day).span(6),
        Field::new("link", "Где найти, адрес", Form::Line),
        Field::new("note", "Заметка", Form::Text),
        Field::new("for_study", "Нужно изучить", Form::Tick),
        Field::new("own_regulation", "Это Положение о нашем сообществе", Form::Tick),
        Field::new("acquainted", "Ознакомлены", Form::List(ACQUAINTANCE)),
    ];
    const FORMAT: u32 = 1;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.named(false)
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        let without_title = Self { title: String::new(), ..self.clone() };
        match without_title.named(false) {
            head if head.contains('№') => uncapitalised(&head),
            _ => quoted(&self.title, Self::WORDS.unnamed),
        }
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add_all([&self.kind, &self.number, &self.title, &self.issuer, &self.link, &self.note]);
    }

    fn links(&self, links: &mut Links) {
        links.add("person", Kind::Person, self.acquainted.iter().map(|one| one.person));
    }

    fn paper_numbers(&mut self) -> Vec<&mut String> {
        vec![&mut self.number]
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn act(kind: &str, number: &str, title: &str) -> LegalAct {
        let record = serde_json::json!({
            "id": uuid::Uuid::from_u128(1), "community": uuid::Uuid::from_u128(2),
            "kind": kind, "number": number, "title": title,
        });
        serde_json::from_value(record).unwrap()
    }

    #[rstest]
    #[case("приказ", "287", "Об утверждении ФГОС", "Приказ №\u{a0}287 «Об утверждении ФГОС»")]
    #[case("", "", "Конвенция о правах ребёнка", "Конвенция о правах ребёнка")]
    #[case("закон", "", "Об образовании", "Закон «Об образовании»")]
    #[case("письмо", "№ 03-1", "", "Письмо №\u{a0}03-1")]
    #[case("", "", "", "")]
    fn a_document_is_named_by_what_is_known(
        #[case] kind: &str,
        #[case] number: &str,
        #[case] title: &str,
        #[case] named: &str,
    ) {
        assert_eq!(act(kind, number, title).title(&mut |_| None), named);
    }

    #[test]
    fn in_full_it_names_who_issued_it_and_when() {
        let mut order = act("приказ", "287", "Об утверждении ФГОС");
        order.issuer = "Минпросвещения России".to_owned();
        order.date = NaiveDate::from_ymd_opt(2021, 5, 31);
        let named = "Приказ от 31.05.2021 №\u{a0}287 (Минпросвещения России) «Об утверждении ФГОС»";
        assert_eq!(order.in_full(), named);
        assert_eq!(order.short_title(&mut |_| None), "приказ от 31.05.2021 №\u{a0}287");
    }

    #[test]
    fn documents_stand_by_kind_and_then_by_day() {
        let dated = |kind: &str, number: &str, day| LegalAct {
            date: NaiveDate::from_ymd_opt(2025, 9, day),
            ..act(kind, number, "")
        };
        let mut acts = [
            dated("письмо", "1", 1),
            dated("распоряжение", "2", 1),
            dated("Приказ", "3", 9),
            dated("закон", "4", 20),
            dated("приказ ", "5", 2),
        ];
        acts.sort_by_cached_key(LegalAct::order);
        assert_eq!(acts.map(|act| act.number), ["4", "5", "3", "1", "2"]);
    }

    #[test]
    fn it_is_in_force_from_its_first_day_to_its_last() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
        let always = act("приказ", "1", "");
        let some = LegalAct { in_force_from: Some(day(10)), in_force_until: Some(day(20)), ..always.clone() };
        assert!(always.in_force_on(day(1)) && some.in_force_on(day(10)) && some.in_force_on(day(20)));
        assert!(!some.in_force_on(day(9)) && some.comes_after(day(9)) && !some.in_force_on(day(21)));
    }
}
