//! Photographs of a signed protocol in one file.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use pps_documents::scans::{BoundScans, Picture, ScanError, Sheet, bind_scans, bind_sheets};
use rstest::rstest;

use crate::reader;

/// A sheet with a black corner at its top left, so that it can be seen which way up it is.
fn sheet(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        if x < width / 4 && y < height / 8 {
            Rgb([10, 10, 10])
        } else if (y / 20) % 3 == 0 && (x / 7) % 5 != 0 {
            Rgb([60, 60, 90])
        } else {
            Rgb([245, 244, 240])
        }
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb8(picture.clone())
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg)
        .unwrap();
    bytes
}

/// Puts the camera's mark of orientation into a JPEG.
fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn bind(name: &str, bytes: &[u8]) -> Result<Vec<u8>, ScanError> {
    bind_scans("Протокол № 1 (подписан)", &[Picture { name, bytes }], reader::day()).map(|bound| bound.pdf)
}

/// How dark the corner of the page is where the sheet's own top left corner should be.
fn looks_upright(pdf: &[u8]) -> bool {
    let page = reader::render(pdf).to_luma8();
    let (width, height) = page.dimensions();
    let at = |x: f32, y: f32| page.get_pixel((x * width as f32) as u32, (y * height as f32) as u32).0[0];
    at(0.12, 0.08) < 60 && at(0.88, 0.9) > 40
}

#[rstest]
#[case::as_held(1)]
#[case::upside_down(3)]
#[case::turned_right(6)]
#[case::turned_left(8)]
fn a_photograph_stands_the_right_way_up(#[case] orientation: u8) {
    let upright = DynamicImage::ImageRgb8(sheet(1000, 1400));
    // The camera stores the picture as its sensor saw it, turned the other way.
    let stored = match orientation {
        3 => upright.rotate180(),
        6 => upright.rotate270(),
        8 => upright.rotate90(),
        _ => upright,
    };
    let file = with_orientation(&jpeg(&stored.to_rgb8()), orientation);
    let pdf = bind("IMG_0001.jpg", &file).unwrap();
    assert!(!reader::check(&pdf).contains("WARNING"));
    assert!(reader::info(&pdf).contains("595.2"), "{}", reader::info(&pdf));
    assert!(looks_upright(&pdf), "orientation {orientation}");
}

#[test]
fn a_wide_picture_gets_a_landscape_page() {
    let pdf = bind("скан.jpg", &jpeg(&sheet(1400, 1000))).unwrap();
    let info = reader::info(&pdf);
    assert!(info.contains("841.8") && info.find("841.8") < info.find("x 595.2"), "{info}");
}

#[test]
fn several_pictures_become_pages_of_reasonable_size() {
    let large = jpeg(&sheet(3000, 4200));
    let mut png = Vec::new();
    DynamicImage::ImageRgb8(sheet(900, 1300)).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
    let pictures = [Picture { name: "1.jpg", bytes: &large }, Picture { name: "2.png", bytes: &png }];
    let bound = bind_scans("Протокол № 1 (подписан)", &pictures, reader::day()).unwrap();
    assert_eq!(bound, bind_scans("Протокол № 1 (подписан)", &pictures, reader::day()).unwrap());
    let BoundScans { pdf, pages } = bound;
    assert_eq!(pages, 2);
    let info = reader::info(&pdf);
    assert!(info.contains("Pages:           2") && info.contains("Протокол № 1 (подписан)"), "{info}");
    assert!(info.contains("2026"), "the date is the caller's: {info}");
    assert!(pdf.len() < 2 * 420 * 1024, "{}", pdf.len());
}

#[test]
fn a_transparent_picture_lies_on_white() {
    let clear = image::RgbaImage::from_pixel(400, 600, image::Rgba([0, 0, 0, 0]));
    let mut png = Vec::new();
    DynamicImage::ImageRgba8(clear).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
    let page = reader::render(&bind("лист.png", &png).unwrap()).to_luma8();
    assert!(page.pixels().all(|pixel| pixel.0[0] > 250));
}

#[test]
fn a_bad_file_is_named_in_one_sentence() {
    let mut cut = jpeg(&sheet(600, 800));
    cut.truncate(300);
    let said = |name: &str, bytes: &[u8]| bind(name, bytes).unwrap_err().to_string();
    assert!(said("cut.jpg", &cut).contains("«cut.jpg» повреждён"));
    assert!(said("doc.docx", b"PK\x03\x04").contains("«doc.docx»\u{a0}— не снимок"));
    assert!(said("empty.jpg", b"").contains("«empty.jpg»"));
    assert!(said("big.png", &vec![0; 26 * 1024 * 1024]).contains("больше 25\u{a0}МБ"));
    assert!(bind_scans("", &[], reader::day()).unwrap_err().to_string().contains("Не выбрано"));
}

#[rstest]
#[case::a_tenth(|whole| whole / 10)]
#[case::a_half(|whole| whole / 2)]
#[case::without_the_end(|whole| whole - 2)]
fn a_photograph_cut_short_is_not_a_signed_protocol(#[case] left: fn(usize) -> usize) {
    let whole = with_orientation(&jpeg(&sheet(1000, 1400)), 1);
    let error = bind("cut.jpg", &whole[..left(whole.len())]).unwrap_err();
    assert!(matches!(error, ScanError::Broken { .. }), "{error}");
}

#[test]
fn a_photograph_spoiled_where_it_cannot_be_read_is_broken() {
    // A long run of ones is no code of any table; a lenient decoder paints the rest of the sheet grey.
    let mut spoiled = jpeg(&sheet(1000, 1400));
    let middle = spoiled.len() / 2;
    spoiled[middle..middle + 500].copy_from_slice(&[0xFF, 0].repeat(250));
    assert!(matches!(bind("spoiled.jpg", &spoiled), Err(ScanError::Broken { .. })));
}

#[rstest]
#[case::padding(&[0; 900])]
#[case::second_picture(b"\xFF\xD8\xFF\xE1\0\x10Exif")]
#[case::words_of_the_camera(b"\0\0SEFT camera notes")]
fn what_a_camera_writes_after_the_picture_harms_nothing(#[case] tail: &[u8]) {
    let mut file = with_orientation(&jpeg(&sheet(1000, 1400)), 1);
    file.extend(tail);
    assert!(looks_upright(&bind("IMG_0001.jpg", &file).unwrap()));
}

#[test]
fn a_grey_scan_looks_as_it_was_scanned() {
    let mut bytes = Vec::new();
    DynamicImage::ImageLuma8(DynamicImage::ImageRgb8(sheet(1000, 1400)).to_luma8())
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg)
        .unwrap();
    let pdf = bind("скан.jpg", &bytes).unwrap();
    assert!(looks_upright(&pdf));
}

#[test]
fn a_picture_that_asks_for_too_much_memory_is_refused_unopened() {
    // A header that declares 60 000 × 60 000 points and holds none of them.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bomb.extend(60_000_u32.to_be_bytes());
    bomb.extend(60_000_u32.to_be_bytes());
    bomb.extend([8, 6, 0, 0, 0]);
    let sum = crc(&bomb[12..]);
    bomb.extend(sum.to_be_bytes());
    bomb.extend(b"\0\0\0\0IDAT");
    bomb.extend(crc(b"IDAT").to_be_bytes());
    let said = bind("бомба.png", &bomb).unwrap_err();
    assert!(matches!(said, ScanError::TooManyPixels { width: 60_000, .. }), "{said}");
}

#[test]
fn a_sheet_is_turned_without_losing_sharpness() {
    let stored = DynamicImage::ImageRgb8(sheet(1000, 1400)).rotate270().to_rgb8();
    let file = jpeg(&stored);
    let mut read = Sheet::read(&Picture { name: "лист.jpg", bytes: &file }).unwrap();
    let asked = |sheet: &Sheet| image::load_from_memory(&sheet.image(300).unwrap()).unwrap();
    assert_eq!((asked(&read).width(), asked(&read).height()), (300, 214));
    read.turn();
    assert_eq!((asked(&read).width(), asked(&read).height()), (214, 300));
    let turned = bind_sheets("Протокол", &[&read], reader::day()).unwrap().pdf;
    assert!(looks_upright(&turned));
    for _ in 0..3 {
        read.turn();
    }
    let back = bind_sheets("Протокол № 1 (подписан)", &[&read], reader::day()).unwrap().pdf;
    assert_eq!(back, bind("лист.jpg", &file).unwrap(), "the picture itself is the same");
}

#[test]
fn a_page_full_of_specks_stays_under_four_hundred_kilobytes() {
    let mut state = 1_u32;
    let specks = RgbImage::from_fn(1000, 1400, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 8) as u8, (state >> 16) as u8, (state >> 24) as u8])
    });
    let mut png = Vec::new();
    DynamicImage::ImageRgb8(specks).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
    let pdf = bind("ковёр.png", &png).unwrap();
    assert!(pdf.len() < 400 * 1024, "{}", pdf.len());
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    };
    !bytes.iter().fold(u32::MAX, step)
}
