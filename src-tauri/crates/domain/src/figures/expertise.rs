//! Expertise of the year (пп. 3.1.5, 3.1.6): how much was looked at and what the experts came to.

use chrono::NaiveDate;

use super::{FigureGroup, FigureTrace, Source};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::ids::ExpertiseId;
use crate::records::{Conclusion, Expertise, Kind, ReportSection};
use crate::russian::counted;

/// What was concluded in a year. Each list holds the records behind the figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpertiseFigures {
    /// All that the experts came to something about by the day, by date.
    pub concluded: Vec<ExpertiseId>,
    /// Of them: recommended.
    pub recommended: Vec<ExpertiseId>,
    /// Of them: to be worked on.
    pub to_rework: Vec<ExpertiseId>,
    /// Of them: rejected.
    pub rejected: Vec<ExpertiseId>,
}

impl ExpertiseFigures {
    pub(super) fn of(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Self {
        let mut figures = Self::default();
        let of_year = |judged: &&Expertise| year.contains(judged.date) && judged.is_concluded(on);
        let mut concluded: Vec<&Expertise> = records.expertises.values().filter(of_year).collect();
        concluded.sort_by_key(|judged| (judged.date, judged.id));
        for judged in concluded {
            figures.concluded.push(judged.id);
            match judged.conclusion {
                Some(Conclusion::Recommend) => figures.recommended.push(judged.id),
                Some(Conclusion::Rework) => figures.to_rework.push(judged.id),
                Some(Conclusion::Reject) => figures.rejected.push(judged.id),
                None => {}
            }
        }
        figures
    }

    /// «3 работы, выводы: рекомендовать — 2, доработать — 1»; empty where there was none.
    #[must_use]
    pub fn in_words(&self) -> String {
        if self.concluded.is_empty() {
            return String::new();
        }
        let conclusions: Vec<String> = self
            .by_conclusion()
            .into_iter()
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(conclusion, ids)| format!("{}\u{a0}— {}", conclusion.in_words(), ids.len()))
            .collect();
        let count = counted(self.concluded.len(), "работа", "работы", "работ");
        let word = if conclusions.len() > 1 { "выводы" } else { "вывод" };
        format!("{count}, {word}: {}", conclusions.join(", "))
    }

    fn by_conclusion(&self) -> [(Conclusion, &[ExpertiseId]); 3] {
        [
            (Conclusion::Recommend, &self.recommended),
            (Conclusion::Rework, &self.to_rework),
            (Conclusion::Reject, &self.rejected),
        ]
    }
}

/// The figures with the records behind them.
pub(super) fn traces(records: &CommunityRecords, figures: &ExpertiseFigures) -> Vec<FigureTrace> {
    if figures.concluded.is_empty() {
        return Vec::new();
    }
    let trace = |label: &str, words: String, ids: &[ExpertiseId]| FigureTrace {
        section: ReportSection::Support,
        group: FigureGroup::Expertise,
        label: label.to_owned(),
        words,
        share: None,
        before: None,
        sources: sources(records, ids),
    };
    let works = |count| counted(count, "работа", "работы", "работ");
    let all = trace("Проведена экспертиза", works(figures.concluded.len()), &figures.concluded);
    let conclusions = figures.by_conclusion().into_iter().filter(|(_, ids)| !ids.is_empty());
    let conclusions = conclusions
        .map(|(conclusion, ids)| trace(&format!("Вывод «{}»", conclusion.in_words()), works(ids.len()), ids));
    std::iter::once(all).chain(conclusions).collect()
}

fn sources(records: &CommunityRecords, ids: &[ExpertiseId]) -> Vec<Source> {
    let known = ids.iter().filter_map(|id| records.expertises.get(id));
    known
        .map(|judged| {
            let title = judged.title.trim();
            let name = if title.is_empty() { "Экспертиза без названия" } else { title };
            Source { kind: Kind::Expertise, id: judged.id.0, name: name.to_owned() }
        })
        .collect()
}
