//! The year beside those before it, as the report draws it.

use pps_domain::figures::YearByYear;

use super::source::Source;
use super::work::small;
use crate::papers::{Block, YearBar, YearBars};

pub(super) fn years(source: &Source<'_>) -> Option<Block> {
    let YearByYear { years, measures } = YearByYear::of(source.records, source.year, source.on)?;
    let notes =
        years.iter().filter_map(|year| Some(format!("{}\u{a0}— {}", year.school_year, year.note.as_ref()?)));
    let measures = measures.into_iter().map(|measure| YearBars {
        name: measure.title.to_owned(),
        found: measure
            .found
            .into_iter()
            .map(|found| {
                let found = found?;
                Some(YearBar { count: small(found.count), of: found.of.map(small), words: found.in_words() })
            })
            .collect(),
    });
    Some(Block::Years {
        notes: notes.collect(),
        measures: measures.collect(),
        years: years.iter().map(|year| year.school_year.to_string()).collect(),
    })
}
