//! A PDF of a scanner, chosen as the signed scan of a protocol.

use std::io::Write;
use std::process::Command;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{DynamicImage, ImageFormat, RgbImage};
use pps_documents::scans::{LARGEST_PDF, Picture, ScanError, ScannedPdf, bind_scans};
use rstest::rstest;

use crate::reader;

fn scan(pages: usize) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    let grey = RgbImage::from_pixel(100, 140, image::Rgb([40, 40, 40]));
    DynamicImage::ImageRgb8(grey).write_to(&mut png, ImageFormat::Png).unwrap();
    let pictures = vec![Picture { name: "лист.png", bytes: png.get_ref() }; pages];
    bind_scans("Скан", &pictures, reader::day()).unwrap().pdf
}

/// What a tool of the system makes of a file.
fn by_qpdf(pdf: &[u8], arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("from.pdf"), folder.path().join("to.pdf"));
    std::fs::write(&from, pdf).unwrap();
    let done = Command::new("qpdf").args(arguments).arg(&from).arg(&to).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read(to).unwrap()
}

/// A PDF put together by hand: its second page object is what the test makes of it.
fn by_hand(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", number + 1).bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| pdf.extend(format!("{place:010} 00000 n \n").bytes()));
    let size = objects.len() + 1;
    pdf.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

fn one_page(resources: &str, stream: Vec<u8>) -> Vec<u8> {
    by_hand(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{resources}>>/Contents 4 0 R>>")
            .into(),
        stream,
    ])
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut stream = format!("<<{dictionary}/Length {}>>\nstream\n", content.len()).into_bytes();
    stream.extend(content);
    stream.extend(b"\nendstream");
    stream
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_readable_scan_tells_its_pages_and_shows_them() {
    let opened = ScannedPdf::open("скан.pdf", scan(3)).unwrap();
    assert_eq!(opened.pages(), 3);
    let page = image::load_from_memory(&opened.page_image(2, 400.0).unwrap()).unwrap().to_luma8();
    assert_eq!(page.height(), 400);
    assert!(page.get_pixel(page.width() / 2, 200).0[0] < 80, "the sheet itself is seen");
    assert!(page.get_pixel(2, 2).0[0] > 250, "its margin is white");
    assert!(opened.page_image(3, 400.0).is_err());
}

#[rstest]
#[case::as_many_as_may_be(200, true)]
#[case::one_more(201, false)]
fn two_hundred_pages_are_enough(#[case] pages: usize, #[case] enough: bool) {
    let kids = "3 0 R ".repeat(pages);
    let pdf = by_hand(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {pages}>>").into(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_vec(),
    ]);
    match ScannedPdf::open("скан.pdf", pdf) {
        Ok(opened) => assert!(enough && opened.pages() == pages),
        Err(refused) => assert!(!enough && matches!(refused, ScanError::TooManyPages), "{refused}"),
    }
}

#[test]
fn a_password_is_told_from_damage() {
    let locked = by_qpdf(&scan(1), &["--encrypt", "тайна", "хозяин", "256", "--"]);
    let refused = ScannedPdf::open("под замком.pdf", locked).unwrap_err();
    assert!(matches!(refused, ScanError::Locked { .. }), "{refused}");
    assert!(refused.to_string().contains("«под замком.pdf» закрыт паролем: сохраните его без пароля"));
    // Such a file opens for everybody and only asks not to be changed.
    let marked = by_qpdf(&scan(2), &["--encrypt", "", "хозяин", "256", "--"]);
    assert_eq!(ScannedPdf::open("скан.pdf", marked).unwrap().pages(), 2);
}

#[rstest]
#[case::empty(b"")]
#[case::no_pdf(b"PK\x03\x04")]
#[case::mark_alone(b"%PDF-1.7\n")]
#[case::without_pages(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n")]
fn a_damaged_file_is_refused(#[case] bytes: &[u8]) {
    let refused = ScannedPdf::open("скан.pdf", bytes.to_vec()).unwrap_err();
    assert!(matches!(refused, ScanError::BrokenPdf { .. }), "{refused}");
}

#[test]
fn a_file_cut_anywhere_is_refused_or_shown_but_breaks_nothing() {
    let whole = scan(2);
    for length in (0..whole.len()).step_by(97) {
        if let Ok(opened) = ScannedPdf::open("скан.pdf", whole[..length].to_vec()) {
            for page in 0..opened.pages() {
                drop(opened.page_image(page, 100.0));
            }
        }
    }
}

#[test]
fn what_would_fill_the_memory_is_refused_unopened() {
    let bomb = packed(&vec![b' '; 200 * 1024 * 1024]);
    let refusals = [
        ("packed content", one_page("", stream("/Filter/FlateDecode", &bomb))),
        ("packed twice", one_page("", stream("/Filter[/FlateDecode/FlateDecode]", &packed(&bomb)))),
        (
            "a picture of 60 000 × 60 000 points",
            one_page(
                "/XObject<</a 4 0 R>>",
                stream(
                    "/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 8",
                    b"0",
                ),
            ),
        ),
        ("brackets in brackets", one_page(&format!("/a {}", "[".repeat(1_000_000)), stream("", b""))),
    ];
    for (what, pdf) in refusals {
        assert!(pdf.len() < 2_000_000, "{what} is small: {}", pdf.len());
        let refused = ScannedPdf::open("бомба.pdf", pdf).unwrap_err();
        assert!(matches!(refused, ScanError::Heavy { .. }), "{what}: {refused}");
        assert!(refused.to_string().contains("слишком много памяти"));
    }
    let refused = ScannedPdf::open("большой.pdf", vec![0; LARGEST_PDF + 1]).unwrap_err();
    assert!(refused.to_string().contains("больше 50\u{a0}МБ"), "{refused}");
}

#[test]
fn brackets_within_words_are_only_words() {
    let title = "(".repeat(500);
    let escaped = title.replace('(', "\\(");
    let pdf = one_page(&format!("/a ({escaped} <<[[[)"), stream("", b"0 0 100 100 re f"));
    assert_eq!(ScannedPdf::open("скан.pdf", pdf).unwrap().pages(), 1);
}
