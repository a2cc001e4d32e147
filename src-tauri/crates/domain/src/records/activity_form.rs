use serde::Serialize;

/// The forms of an activity that the program knows. A person may write any other; what is counted and proposed of a form
/// asks [`ActivityForm::of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityForm {
    /// Заседание.
    Meeting,
    /// Семинар.
    Seminar,
    /// Практикум.
    Workshop,
    /// Мастер-класс.
    MasterClass,
    /// Вебинар.
    Webinar,
    /// Открытый урок.
    OpenLesson,
    /// Посещение уроков.
    LessonVisits,
    /// Консультация.
    Consultation,
    /// Экспертиза.
    Expertise,
    /// Конкурс.
    Contest,
    /// Конференция.
    Conference,
    /// Диагностика.
    Diagnostics,
}

/// Words that are proposed to whoever writes a form; others may be written.
pub(super) const PROPOSED: &[&str] = &[
    "заседание",
    "семинар",
    "практикум",
    "мастер-класс",
    "вебинар",
    "открытый урок",
    "посещение уроков",
    "консультация",
    "круглый стол",
    "экспертиза",
    "конкурс",
    "конференция",
    "диагностика",
];

/// How the words of each form begin, one after another.
const STEMS: &[(&[&str], ActivityForm)] = &[
    (&["заседани"], ActivityForm::Meeting),
    (&["семинар"], ActivityForm::Seminar),
    (&["практикум"], ActivityForm::Workshop),
    (&["мастер", "класс"], ActivityForm::MasterClass),
    (&["мастеркласс"], ActivityForm::MasterClass),
    (&["вебинар"], ActivityForm::Webinar),
    (&["открыт", "урок"], ActivityForm::OpenLesson),
    (&["открыт", "заняти"], ActivityForm::OpenLesson),
    (&["открыт", "учебн", "заняти"], ActivityForm::OpenLesson),
    (&["посещени"], ActivityForm::LessonVisits),
    (&["взаимопосещени"], ActivityForm::LessonVisits),
    (&["консультаци"], ActivityForm::Consultation),
    (&["экспертиз"], ActivityForm::Expertise),
    (&["конкурс"], ActivityForm::Contest),
    (&["конференци"], ActivityForm::Conference),
    (&["диагностик"], ActivityForm::Diagnostics),
];

impl ActivityForm {
    /// All, in the order in which they are proposed.
    pub const ALL: [Self; 12] = [
        Self::Meeting,
        Self::Seminar,
        Self::Workshop,
        Self::MasterClass,
        Self::Webinar,
        Self::OpenLesson,
        Self::LessonVisits,
        Self::Consultation,
        Self::Expertise,
        Self::Contest,
        Self::Conference,
        Self::Diagnostics,
    ];

    /// «семинар»
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Meeting => "заседание",
            Self::Seminar => "семинар",
            Self::Workshop => "практикум",
            Self::MasterClass => "мастер-класс",
            Self::Webinar => "вебинар",
            Self::OpenLesson => "открытый урок",
            Self::LessonVisits => "посещение уроков",
            Self::Consultation => "консультация",
            Self::Expertise => "экспертиза",
            Self::Contest => "конкурс",
            Self::Conference => "конференция",
            Self::Diagnostics => "диагностика",
        }
    }

    /// Which of the known forms somebody's words name first, whatever their number, case and what else is said:
    /// «Семинар-практикум», «районные мастер-классы».
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let words = words_of(text);
        (0..words.len()).find_map(|at| begins(words.get(at..).unwrap_or_default()))
    }

    /// The form with which a text begins: «Консультации молодых педагогов», but not «Итоги консультаций».
    #[must_use]
    pub fn beginning(text: &str) -> Option<Self> {
        begins(&words_of(text))
    }
}

fn begins(words: &[String]) -> Option<ActivityForm> {
    let is = |stems: &&[&str]| {
        stems.len() <= words.len() && stems.iter().zip(words).all(|(stem, word)| word.starts_with(stem))
    };
    STEMS.iter().find(|(stems, _)| is(stems)).map(|(_, form)| *form)
}

fn words_of(text: &str) -> Vec<String> {
    let letters = text.to_lowercase().replace('ё', "е");
    let words = letters.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("семинар", Some(ActivityForm::Seminar))]
    #[case("Семинар-практикум", Some(ActivityForm::Seminar))]
    #[case("районный практикум", Some(ActivityForm::Workshop))]
    #[case("Мастер-классы", Some(ActivityForm::MasterClass))]
    #[case("мастер – класс", Some(ActivityForm::MasterClass))]
    #[case("МАСТЕРКЛАСС", Some(ActivityForm::MasterClass))]
    #[case("заочная консультация", Some(ActivityForm::Consultation))]
    #[case("открытые учебные занятия", Some(ActivityForm::OpenLesson))]
    #[case("взаимопосещение", Some(ActivityForm::LessonVisits))]
    #[case("открытый разговор", None)]
    #[case("круглый стол", None)]
    #[case("", None)]
    fn a_form_is_known_by_the_beginnings_of_its_words(
        #[case] text: &str,
        #[case] form: Option<ActivityForm>,
    ) {
        assert_eq!(ActivityForm::of(text), form);
    }

    #[test]
    fn a_text_begins_with_a_form_or_does_not() {
        assert_eq!(
            ActivityForm::beginning("Консультации молодых педагогов"),
            Some(ActivityForm::Consultation)
        );
        assert_eq!(ActivityForm::beginning("Итоги консультаций"), None);
    }

    #[test]
    fn every_known_form_is_proposed_and_known_by_its_own_words() {
        for form in ActivityForm::ALL {
            assert!(PROPOSED.contains(&form.in_words()), "{form:?}");
            assert_eq!(ActivityForm::of(form.in_words()), Some(form));
        }
    }
}
