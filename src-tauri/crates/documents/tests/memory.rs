//! How much memory the largest picture takes. The test has a program of its own, since the peak is that of a
//! whole process.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pps_documents::scans::{Picture, Sheet};

/// 52 megapixels in four colours, the most that is opened; packed into two megabytes.
fn largest_png() -> Vec<u8> {
    let (width, height) = (8320_u32, 6240_u32);
    let mut rows = ZlibEncoder::new(Vec::new(), Compression::fast());
    let row = vec![0x7F; 1 + width as usize * 4];
    for _ in 0..height {
        rows.write_all(&[0]).unwrap();
        rows.write_all(&row[1..]).unwrap();
    }
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 6, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", header), (b"IDAT", rows.finish().unwrap()), (b"IEND", Vec::new())] {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(&content);
        png.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        png.extend(kind);
        png.extend(content);
        png.extend(sum.sum().to_be_bytes());
    }
    png
}

fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[test]
fn the_largest_picture_is_read_within_300_megabytes() {
    let file = largest_png();
    assert!(file.len() < 3 * 1024 * 1024, "{}", file.len());
    let before = peak_megabytes();
    let sheet = Sheet::read(&Picture { name: "большой.png", bytes: &file }).unwrap();
    let peak = peak_megabytes();
    assert!(peak < 300, "{peak} MB at the peak, {before} MB before");
    assert!(sheet.image(400).unwrap().len() > 100);
}
