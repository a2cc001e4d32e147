//! Setting a paper: evaluating its template and laying it out until it agrees with itself.
//!
//! [`typst::compile`] lays every document out at least twice where something in it asks for its own page, as the page
//! numbers do: the first time nothing is known yet. A paper is set again after each change, and the one before it
//! nearly always has the same answers; so the search begins with those, and one round is enough. What is found is
//! the same: a layout is accepted only if every answer that it was given is true of itself.

use std::sync::{Mutex, PoisonError};

use comemo::{Constraint, Track};
use typst::World;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Output, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector, MAX_ITERS};
use typst::utils::Protected;
use typst_layout::PagedDocument;

use super::REMEMBERED_PAPERS;
use super::world::{PaperWorld, Template};

/// A paper that agrees with itself.
pub(super) struct Settled {
    pub(super) document: PagedDocument,
    /// How often it was laid out.
    pub(super) rounds: usize,
}

/// The papers that were set last, the newest first, each with its template and title.
static BEFORE: Mutex<Vec<(Template, String, PagedDocument)>> = Mutex::new(Vec::new());

/// Sets the paper, beginning with what is known from the paper of that title before.
pub(super) fn set(
    template: Template,
    title: &str,
    world: &PaperWorld,
) -> Result<Settled, EcoVec<SourceDiagnostic>> {
    let settled = lay_out(world, before(template, title))?;
    let mut kept = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    kept.retain(|(of, known, _)| (*of, known.as_str()) != (template, title));
    kept.insert(0, (template, title.to_owned(), settled.document.clone()));
    kept.truncate(REMEMBERED_PAPERS);
    Ok(settled)
}

fn before(template: Template, title: &str) -> Option<PagedDocument> {
    let kept = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    kept.iter()
        .find(|(of, known, _)| (*of, known.as_str()) == (template, title))
        .map(|(_, _, document)| document.clone())
}

/// What [`typst::compile`] does, but for the answers that the first round is given.
fn lay_out(
    world: &PaperWorld,
    mut before: Option<PagedDocument>,
) -> Result<Settled, EcoVec<SourceDiagnostic>> {
    let library = world.library();
    let world: &dyn World = world;
    let traced = Traced::default();
    let mut sink = Sink::new();
    let main = world.source(world.main()).map_err(|error| {
        EcoVec::from([SourceDiagnostic::error(typst::syntax::Span::detached(), error.to_string())])
    })?;
    let content = typst_eval::eval(
        world.track(),
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    )?
    .content();
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let styles = base.chain(&target);

    let mut rounds = 0;
    loop {
        rounds += 1;
        let known: &dyn Introspector = match &before {
            Some(document) => Output::introspector(document),
            None => &EmptyIntrospector,
        };
        let constraint = Constraint::new();
        let mut sink = Sink::new();
        let mut engine = Engine {
            library,
            world: world.track(),
            introspector: Protected::new(known.track_with(&constraint)),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut engine, &content, styles)?;
        // As in Typst itself, a paper that never agrees with itself is taken as it came out last.
        if constraint.validate(Output::introspector(&document)) || rounds == MAX_ITERS {
            let delayed = sink.delayed();
            return if delayed.is_empty() { Ok(Settled { document, rounds }) } else { Err(delayed) };
        }
        before = Some(document);
    }
}
