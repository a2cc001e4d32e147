//! What the body calls itself: ППС, РМО, ГМО, ШМО or words of its own, with their cases. Papers, findings and the page ask
//! here and say it nowhere else.

use serde::{Deserialize, Serialize};

use super::entity::{Field, Form};
use crate::russian::{Declined, declined};

/// What kind of body it is; its words follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// «профессиональное педагогическое сообщество»
    Pps,
    /// «районное методическое объединение»
    Rmo,
    /// «городское методическое объединение»
    Gmo,
    /// «муниципальное методическое объединение»
    Mmo,
    /// «школьное методическое объединение»
    Shmo,
    /// «методическое объединение»
    Mo,
    /// Words of its own.
    Own,
}

/// All bodies with words that are known, the longer names before those that they end with.
const KNOWN: [(BodyKind, &str, &str); 6] = [
    (BodyKind::Pps, "ППС", "профессиональное педагогическое сообщество"),
    (BodyKind::Rmo, "РМО", "районное методическое объединение"),
    (BodyKind::Gmo, "ГМО", "городское методическое объединение"),
    (BodyKind::Mmo, "ММО", "муниципальное методическое объединение"),
    (BodyKind::Shmo, "ШМО", "школьное методическое объединение"),
    (BodyKind::Mo, "МО", "методическое объединение"),
];

pub(super) const BODIES: &[(&str, &str)] = &[
    ("pps", "ППС — профессиональное педагогическое сообщество"),
    ("rmo", "РМО — районное методическое объединение"),
    ("gmo", "ГМО — городское методическое объединение"),
    ("mmo", "ММО — муниципальное методическое объединение"),
    ("shmo", "ШМО — школьное методическое объединение"),
    ("mo", "МО — методическое объединение"),
    ("own", "по-другому"),
];

impl BodyKind {
    /// What a name begins with: «РМО учителей химии», «Районное методическое объединение …». A body whose name says
    /// nothing of it is a ППС, as the regulation has it.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let name = name.trim_start_matches(['«', '"', ' ']);
        let begins = |with: &str| {
            let rest = name.strip_prefix(with).or_else(|| {
                let head = name.get(..with.len())?;
                (head.to_lowercase() == with.to_lowercase() && with.contains(' '))
                    .then(|| &name[with.len()..])
            });
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let known = KNOWN.iter().find(|(_, short, full)| begins(short) || begins(full));
        known.map_or(Self::Pps, |(kind, ..)| *kind)
    }

    /// Its words; none for a body that has its own.
    #[must_use]
    pub fn words(self) -> Option<BodyWords> {
        let (_, short, full) = KNOWN.iter().find(|(kind, ..)| *kind == self)?;
        Some(BodyWords { short: (*short).to_owned(), ..BodyWords::declined(full) })
    }
}

/// The words of a body: those of a ППС where nothing else is said, so that a paper kept before bodies had words says
/// what it said. What is left empty in a record follows from the nominative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct BodyWords {
    /// «РМО»; it has no cases.
    #[serde(default)]
    pub short: String,
    /// «районное методическое объединение»
    #[serde(default)]
    pub nominative: String,
    /// «районного методического объединения»
    #[serde(default)]
    pub genitive: String,
    /// «районному методическому объединению»
    #[serde(default)]
    pub dative: String,
    /// «районном методическом объединении», after «о» and «в».
    #[serde(default)]
    pub prepositional: String,
}

pub(super) const BODY_WORDS: &[Field] = &[
    Field::new("short", "Кратко", Form::Line),
    Field::new("nominative", "Что это", Form::Line),
    Field::new("genitive", "Заседание чего", Form::Line),
    Field::new("dative", "Помощь чему", Form::Line),
    Field::new("prepositional", "Работа в чём", Form::Line),
];

impl Default for BodyWords {
    fn default() -> Self {
        let (_, short, full) = KNOWN[0];
        Self { short: short.to_owned(), ..Self::declined(full) }
    }
}

impl BodyWords {
    /// The cases of a name as the program proposes them.
    #[must_use]
    pub fn declined(nominative: &str) -> Self {
        let Declined { genitive, dative, prepositional } = declined(nominative.trim());
        let nominative = nominative.trim().to_owned();
        Self { short: String::new(), nominative, genitive, dative, prepositional }
    }

    /// The same with nothing left empty: a case that was not typed is proposed, and where there is no abbreviation
    /// the name itself stands for it.
    #[must_use]
    pub fn completed(&self) -> Self {
        let proposed = Self::declined(&self.nominative);
        let or = |typed: &str, proposed: String| {
            if typed.trim().is_empty() { proposed } else { typed.trim().to_owned() }
        };
        Self {
            short: self.short.trim().to_owned(),
            genitive: or(&self.genitive, proposed.genitive),
            dative: or(&self.dative, proposed.dative),
            prepositional: or(&self.prepositional, proposed.prepositional),
            nominative: proposed.nominative,
        }
    }

    /// «руководитель РМО», «состав РМО»: the abbreviation, which stands in any case; without one the genitive.
    #[must_use]
    pub fn of_body(&self) -> &str {
        if self.short.is_empty() { &self.genitive } else { &self.short }
    }

    /// «роль в РМО», «сведения о РМО»
    #[must_use]
    pub fn in_body(&self) -> &str {
        if self.short.is_empty() { &self.prepositional } else { &self.short }
    }

    /// «РМО», at the beginning of a name; without an abbreviation the name itself.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.short.is_empty() { &self.nominative } else { &self.short }
    }

    /// «члены объединения», «члены сообщества»: the noun alone, in the genitive.
    #[must_use]
    pub fn noun_of(&self) -> &str {
        self.noun(&self.genitive).unwrap_or_else(|| self.of_body())
    }

    /// «в объединении», «в сообществе»: the noun alone, in the prepositional.
    #[must_use]
    pub fn noun_in(&self) -> &str {
        self.noun(&self.prepositional).unwrap_or_else(|| self.in_body())
    }

    /// «объединение», «сообщество»
    #[must_use]
    pub fn noun_called(&self) -> &str {
        self.noun(&self.nominative).unwrap_or_else(|| self.called())
    }

    /// The word of a case that stands where the nominative has its noun.
    fn noun<'a>(&self, case: &'a str) -> Option<&'a str> {
        let adjective = |word: &&str| ["ое", "ая", "ый", "ий"].iter().any(|ending| word.ends_with(ending));
        let adjectives = self.nominative.split_whitespace().take_while(adjective).count();
        let last = self.nominative.split_whitespace().count().checked_sub(1)?;
        case.split_whitespace().nth(adjectives.min(last))
    }

    /// A name to stand after «План работы», «Состав», «заседания»: «районного методического объединения учителей
    /// химии». A name that begins otherwise stands in quotes after the abbreviation: «РМО «Чтение»».
    #[must_use]
    pub fn name_in_genitive(&self, name: &str) -> String {
        let name = name.trim();
        if name.is_empty() {
            return self.genitive.clone();
        }
        let head = name.get(..self.nominative.len()).filter(|_| !self.nominative.is_empty());
        if let Some(head) = head
            && head.to_lowercase() == self.nominative.to_lowercase()
            && !name[head.len()..].starts_with(char::is_alphanumeric)
        {
            return format!("{}{}", self.genitive, &name[head.len()..]);
        }
        if !self.short.is_empty()
            && name.strip_prefix(&self.short).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        {
            return name.to_owned();
        }
        if name.to_lowercase().contains("сообщество ") || name.to_lowercase().contains("объединение ")
        {
            let Declined { genitive, .. } = declined(name);
            if genitive != name {
                return genitive;
            }
        }
        // Quotes within quotes are the other ones, or one of them would close too early.
        let bare = match name.strip_prefix('«').and_then(|rest| rest.strip_suffix('»')) {
            Some(bare) if !bare.contains(['«', '»']) => bare,
            _ => name,
        };
        format!("{} «{}»", self.of_body(), bare.replace('«', "„").replace('»', "“"))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("РМО учителей химии", BodyKind::Rmo)]
    #[case("«Районное методическое объединение учителей математики»", BodyKind::Rmo)]
    #[case("РАЙОННОЕ МЕТОДИЧЕСКОЕ ОБЪЕДИНЕНИЕ", BodyKind::Rmo)]
    #[case("Городское методическое объединение педагогов", BodyKind::Gmo)]
    #[case("ШМО", BodyKind::Shmo)]
    #[case("Методическое объединение учителей химии", BodyKind::Mo)]
    #[case("МО классных руководителей", BodyKind::Mo)]
    #[case("МОУ «Школа»", BodyKind::Pps)]
    #[case("Функциональная грамотность", BodyKind::Pps)]
    #[case("ППС «Чтение»", BodyKind::Pps)]
    #[case("", BodyKind::Pps)]
    fn a_body_is_known_by_how_its_name_begins(#[case] name: &str, #[case] kind: BodyKind) {
        assert_eq!(BodyKind::of_name(name), kind);
    }

    #[test]
    fn a_name_is_said_in_the_genitive() {
        let pps = BodyKind::Pps.words().unwrap();
        let genitive = |name: &str| pps.name_in_genitive(name);
        assert_eq!(
            genitive("Профессиональное педагогическое сообщество «Ф»"),
            "профессионального педагогического сообщества «Ф»"
        );
        assert_eq!(genitive("«Чтение»"), "ППС «Чтение»");
        assert_eq!(genitive("профессиональное сообщество «Чтение»"), "профессионального сообщества «Чтение»");
        assert_eq!(genitive("ППС учителей химии"), "ППС учителей химии");
        assert_eq!(genitive("Клуб «Чтение» района"), "ППС «Клуб „Чтение“ района»");
        assert_eq!(genitive("Новое"), "ППС «Новое»");
        assert_eq!(genitive(" "), "профессионального педагогического сообщества");
        let rmo = BodyKind::Rmo.words().unwrap();
        assert_eq!(
            rmo.name_in_genitive("Районное методическое объединение учителей химии"),
            "районного методического объединения учителей химии"
        );
        assert_eq!(rmo.name_in_genitive("РМО учителей химии"), "РМО учителей химии");
        assert_eq!(rmo.name_in_genitive("учителя химии"), "РМО «учителя химии»");
    }

    #[test]
    fn a_body_of_its_own_is_said_by_its_words() {
        let typed = r#"{"nominative": "районная кафедра словесности"}"#;
        let own = serde_json::from_str::<BodyWords>(typed).unwrap().completed();
        assert_eq!(own.genitive, "районной кафедры словесности");
        assert_eq!(own.of_body(), "районной кафедры словесности");
        assert_eq!(own.in_body(), "районной кафедре словесности");
        assert_eq!((own.noun_of(), own.noun_in()), ("кафедры", "кафедре"));
        let short = BodyWords { short: "РКС".into(), ..own };
        assert_eq!((short.of_body(), short.in_body()), ("РКС", "РКС"));
        assert_eq!(short.name_in_genitive("Районная кафедра словесности"), "районной кафедры словесности");
        // A case that was typed stays.
        let odd =
            BodyWords { genitive: "клуба «Слово»".into(), ..BodyWords::declined("клуб") };
        assert_eq!(odd.completed().genitive, "клуба «Слово»");
        assert_eq!(odd.completed().prepositional, "клубе");
    }

    #[test]
    fn every_choice_has_its_words() {
        for (kind, short, full) in KNOWN {
            let words = kind.words().unwrap();
            assert_eq!((words.called(), words.nominative.as_str()), (short, full));
            let word = serde_json::to_value(kind).unwrap();
            let said = BODIES.iter().find(|(value, _)| word == *value).unwrap().1;
            assert_eq!(said, format!("{short} — {full}"));
        }
        assert_eq!(BodyKind::Own.words(), None);
    }
}
