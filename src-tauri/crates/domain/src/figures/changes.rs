use serde::Serialize;

use super::{FigureGroup, FigureTrace, ReportFigures};
use crate::records::ReportSection;

/// What one version of a report says otherwise than another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct ReportChange {
    /// The section where it stands.
    pub section: ReportSection,
    /// «Присутствовали за год: было 27 из 30 (90 %), стало 28 из 30 (93 %)»
    pub words: String,
}

/// The figures that are not what they were, in the order of the report; those that are gone come last.
#[must_use]
pub fn changed_figures(before: &ReportFigures, after: &ReportFigures) -> Vec<ReportChange> {
    let (before, after) = (placed(before), placed(after));
    let was = |key: &Key<'_>| before.iter().find(|(other, _)| other == key).map(|(_, figure)| *figure);
    let new = after.iter().filter_map(|(key, figure)| {
        let now = &figure.words;
        let words = match was(key) {
            Some(was) if was.words == *now => return None,
            Some(was) => format!("{}: было {}, стало {now}", figure.label, was.words),
            None => format!("{}: {now}, раньше не было", figure.label),
        };
        Some(ReportChange { section: figure.section, words })
    });
    let gone = before.iter().filter(|(key, _)| after.iter().all(|(other, _)| other != key));
    let gone = gone.map(|(_, figure)| ReportChange {
        section: figure.section,
        words: format!("{}: было {}, теперь нет", figure.label, figure.words),
    });
    new.chain(gone).collect()
}

/// What a figure is known by in another version: its group and what it is called.
type Key<'a> = (FigureGroup, &'a str, usize);

/// Each figure once, though two sections may show it. The staff is counted on two days, and the later one moves with
/// the version: it is known by its place.
fn placed(figures: &ReportFigures) -> Vec<(Key<'_>, &FigureTrace)> {
    let mut found: Vec<(Key<'_>, &FigureTrace)> = Vec::new();
    let mut days: Vec<&str> = Vec::new();
    for figure in &figures.figures {
        let label = figure.label.as_str();
        let key = if figure.group == FigureGroup::Staff {
            if !days.contains(&label) {
                days.push(label);
            }
            (figure.group, "", days.iter().position(|day| *day == label).unwrap_or_default())
        } else {
            (figure.group, label, 0)
        };
        if found.iter().all(|(known, _)| *known != key) {
            found.push((key, figure));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{SchoolYear, day};

    fn figure(group: FigureGroup, label: &str, words: &str) -> FigureTrace {
        FigureTrace {
            section: ReportSection::Meetings,
            group,
            label: label.to_owned(),
            words: words.to_owned(),
            share: None,
            before: None,
            sources: Vec::new(),
        }
    }

    fn version(figures: Vec<FigureTrace>) -> ReportFigures {
        let on = day(2026, 8, 28);
        let (last_survey, survey_before, years) = (None, None, None);
        ReportFigures { school_year: SchoolYear(2025), on, figures, last_survey, survey_before, years }
    }

    fn told(before: Vec<FigureTrace>, after: Vec<FigureTrace>) -> Vec<String> {
        changed_figures(&version(before), &version(after)).into_iter().map(|change| change.words).collect()
    }

    #[test]
    fn what_is_the_same_is_not_told() {
        let same = || vec![figure(FigureGroup::Attendance, "Присутствовали за год", "27 из 30 (90\u{a0}%)")];
        assert_eq!(told(same(), same()), Vec::<String>::new());
    }

    #[test]
    fn a_figure_that_changed_came_or_went_is_told_with_what_it_was() {
        use FigureGroup::{Attendance, Courses, Decisions};
        let before = vec![
            figure(Attendance, "Присутствовали за год", "27 из 30"),
            figure(Courses, "Пройдено за год", "3 курса"),
        ];
        let after = vec![
            figure(Attendance, "Присутствовали за год", "28 из 30"),
            figure(Decisions, "Принято", "8 решений"),
        ];
        assert_eq!(
            told(before, after),
            [
                "Присутствовали за год: было 27 из 30, стало 28 из 30",
                "Принято: 8 решений, раньше не было",
                "Пройдено за год: было 3 курса, теперь нет",
            ]
        );
    }

    #[test]
    fn the_staff_is_compared_at_the_beginning_and_at_the_end_whatever_the_days() {
        use FigureGroup::Staff;
        let twice = |label: &str, words: &str| {
            let mut general = figure(Staff, label, words);
            general.section = ReportSection::General;
            vec![general, figure(Staff, label, words)]
        };
        let of = |end: &str, words: &str| {
            let mut all = twice("Состав на 01.09.2025", "10 участников");
            all.extend(twice(end, words));
            all
        };
        let before = of("Состав на 28.08.2026", "10 участников");
        assert_eq!(told(before.clone(), of("Состав на 31.08.2026", "10 участников")), Vec::<String>::new());
        assert_eq!(
            told(before, of("Состав на 31.08.2026", "11 участников")),
            ["Состав на 31.08.2026: было 10 участников, стало 11 участников"]
        );
    }
}
