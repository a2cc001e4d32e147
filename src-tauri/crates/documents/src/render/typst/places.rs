//! Where the parts of a form stand on the finished paper, so that the sheet on the screen can follow the writer.
//!
//! A template says `stands("question.2.vote")` where such a part begins. A part ends where the next one begins; the
//! empty name ends a part without beginning another.

use serde::Serialize;
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::Composed;

/// A part of a paper on one of its pages. A part that goes over to the next page is told once for each.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub struct PagePlace {
    /// «question.2.decision.1»: what stands before a full stop is the part around it.
    pub name: String,
    /// The page, from zero.
    pub page: usize,
    /// Where it begins, as a portion of the page's height.
    pub top: f64,
    /// Where it ends.
    pub bottom: f64,
}

/// The label of what `stands` leaves in a paper.
const LABEL: &str = "stands";

/// The margins between which text stands, as portions of the page's height.
const TEXT: (f64, f64) = (0.06, 0.94);

impl Composed {
    /// The parts of the form that stand on the paper, in its order.
    #[must_use]
    pub fn places(&self) -> Vec<PagePlace> {
        let begins = begins(&self.document);
        let ends = begins.iter().skip(1).map(|(_, page, top)| (*page, *top));
        let last = (self.page_count().saturating_sub(1), TEXT.1);
        let mut found = Vec::new();
        for ((name, page, top), (end_page, end)) in begins.iter().zip(ends.chain([last])) {
            if name.is_empty() {
                continue;
            }
            for here in *page..=end_page {
                let top = if here == *page { *top } else { TEXT.0 };
                let bottom = if here == end_page { end } else { TEXT.1 };
                if bottom > top {
                    found.push(PagePlace { name: name.clone(), page: here, top, bottom });
                }
            }
        }
        found
    }
}

/// Where each part begins: its name, its page and its portion of the page's height.
fn begins(document: &PagedDocument) -> Vec<(String, usize, f64)> {
    let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return Vec::new() };
    let introspector = document.introspector();
    let begin = |mark: typst::foundations::Content| {
        let Value::Str(name) = &mark.to_packed::<MetadataElem>()?.value else { return None };
        let at = introspector.position(mark.location()?)?;
        let page = at.page.get() - 1;
        let height = document.pages().get(page)?.frame.height();
        Some((name.to_string(), page, at.point.y / height))
    };
    introspector.query(&Selector::Label(label)).into_iter().filter_map(begin).collect()
}
