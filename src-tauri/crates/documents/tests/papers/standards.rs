//! What is demanded of the file itself.

use pps_documents::Paper;
use pps_documents::papers::{Plan, Protocol};

use crate::example::sheet;
use crate::{example, reader};

fn claims_archive(bytes: &[u8]) -> bool {
    let contains = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    contains("pdfaid:part>2<") && contains("pdfaid:conformance>A<") && contains("pdfuaid:part>1<")
}

#[test]
fn every_paper_is_a_sound_archive_file() {
    for (name, paper) in example::papers() {
        let bytes = reader::pdf(&paper);
        assert!(claims_archive(&bytes), "{name} claims no PDF/A-2a and PDF/UA-1");
        assert!(!reader::check(&bytes).contains("WARNING"), "{name}");
        let info = reader::info(&bytes);
        assert!(info.contains(&format!("Title:           {}", paper.title())), "{name}: {info}");
        assert!(
            info.contains("Author:          Профессиональное педагогическое сообщество"),
            "{name}: {info}"
        );
        assert!(info.contains("Tagged:          yes"), "{name}: {info}");
        assert!(info.contains("(A4)"), "{name}: {info}");
        let fonts = reader::fonts(&bytes);
        for line in fonts.lines().skip(2) {
            assert!(line.contains("+Tinos") && line.contains("yes yes yes"), "{name}: {line}");
        }
    }
}

#[test]
fn the_same_view_on_the_same_day_gives_the_same_bytes() {
    for (name, paper) in example::papers() {
        assert_eq!(reader::pdf(&paper), reader::pdf(&paper), "{name}");
        // Nothing remembered from earlier papers may change the file.
        let other = Paper::Protocol(Protocol { number: name.to_owned(), ..example::protocol() });
        let before = reader::pdf(&paper);
        let _ = reader::pdf(&other);
        assert_eq!(before, reader::pdf(&paper), "{name}");
    }
}

#[test]
fn the_report_has_bookmarks_for_its_sections() {
    let bytes = reader::pdf(&sheet(example::report()));
    let json = reader::outline(&bytes).replace('\u{A0}', " ");
    for section in ["1. Общие сведения", "5. План — факт по направлениям", "8. Задачи на следующий год"]
    {
        assert!(json.contains(section), "{section}: {json}");
    }
    assert!(!json.contains("ничего нет"));
}

#[test]
fn page_images_show_every_page() {
    let paper = Paper::Plan(example::plan());
    let composed = paper.compose(reader::day()).unwrap();
    let images = paper.page_images(reader::day(), 1.0).unwrap();
    assert_eq!(images.len(), composed.page_count());
    assert!(images.iter().all(|png| png.starts_with(b"\x89PNG")));
    assert!(composed.page_image(images.len(), 1.0).is_err());
    assert!(composed.page_image(0, f32::NAN).is_ok());
}

#[test]
fn an_empty_view_is_still_a_paper() {
    for paper in [Paper::Protocol(Protocol::default()), Paper::Plan(Plan::default())] {
        assert!(claims_archive(&reader::pdf(&paper)));
    }
    for paper in example::blank_papers() {
        assert!(claims_archive(&reader::pdf(&paper)), "{}", paper.title());
    }
}

#[test]
fn a_frozen_view_is_read_back_as_it_was() {
    for (name, paper) in example::papers() {
        let frozen = serde_json::to_string(&paper).unwrap();
        let thawed: Paper = serde_json::from_str(&frozen).unwrap();
        assert_eq!(thawed, paper, "{name}");
    }
}
