//! What kind of event somebody's words mean, so that the report knows where it stands.

use super::ActivityForm;

/// Where an event stands in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventSort {
    /// A seminar, a master class, an open lesson: section 7.
    Held,
    /// A contest or a conference: section 8.
    Contest,
}

impl EventSort {
    /// Which of the two the words of an event mean; whatever else people hold is held.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        let letters = kind.to_lowercase();
        const OTHER_CONTESTS: [&str; 5] = ["олимпиад", "фестивал", "чтения", "конгресс", "форум"];
        match ActivityForm::of(kind) {
            Some(ActivityForm::Contest | ActivityForm::Conference) => Self::Contest,
            None if OTHER_CONTESTS.iter().any(|stem| letters.contains(stem)) => Self::Contest,
            _ => Self::Held,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("семинар", EventSort::Held)]
    #[case("Открытый урок", EventSort::Held)]
    #[case("круглый стол", EventSort::Held)]
    #[case("", EventSort::Held)]
    #[case("конкурс", EventSort::Contest)]
    #[case("областная научно-практическая конференция", EventSort::Contest)]
    #[case("педагогические чтения", EventSort::Contest)]
    #[case("Фестиваль открытых уроков", EventSort::Held)]
    fn contests_and_conferences_stand_apart(#[case] kind: &str, #[case] sort: EventSort) {
        assert_eq!(EventSort::of(kind), sort);
    }
}
