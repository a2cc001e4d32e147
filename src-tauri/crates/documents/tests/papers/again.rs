//! A paper that is set again after a change: quickly, and just as if it were set for the first time.

use image::ColorType;
use pps_documents::Paper;

use crate::{example, reader};

/// A protocol of several pages.
fn long() -> pps_documents::papers::Protocol {
    let mut view = example::protocol();
    let question = view.questions.first().unwrap().clone();
    view.questions = (0..12).map(|_| question.clone()).collect();
    view
}

#[test]
fn one_changed_text_is_laid_out_in_one_round_and_changes_one_page() {
    let mut view = long();
    // Another test may push this paper out of what is remembered, where all share a process.
    let settled = (0..20).any(|run| {
        let before = Paper::Protocol(view.clone()).compose(reader::day()).unwrap();
        view.questions[9].decisions[0].text = format!("Принять к сведению {}", run % 10);
        let after = Paper::Protocol(view.clone()).compose(reader::day()).unwrap();
        assert!(before.page_count() > 2);
        let changed = before.prints().iter().zip(after.prints()).filter(|(one, other)| *one != other).count();
        assert_eq!((changed, before.page_count()), (1, after.page_count()));
        after.rounds() == 1
    });
    assert!(settled);
}

#[test]
fn what_was_set_before_leaves_no_trace() {
    for (name, paper) in example::papers() {
        let once = reader::pdf(&paper);
        assert!(reader::pdf(&paper) == once, "{name}");
    }
    // Two pages less, then two pages more than was known.
    let mut view = long();
    let first = reader::pdf(&Paper::Protocol(view.clone()));
    view.questions.truncate(3);
    let short = reader::pdf(&Paper::Protocol(view.clone()));
    for (_, other) in example::papers() {
        reader::pdf(&other);
    }
    assert!(reader::pdf(&Paper::Protocol(view)) == short);
    assert!(reader::pdf(&Paper::Protocol(long())) == first);
}

#[test]
fn the_pictures_of_papers_have_no_colours_and_are_small() {
    for (name, paper) in example::papers() {
        for png in paper.page_images(reader::day(), 0.5).unwrap() {
            assert_eq!(image::load_from_memory(&png).unwrap().color(), ColorType::L8, "{name}");
        }
    }
}
