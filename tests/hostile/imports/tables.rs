//! Tables: workbooks, CSV, what lies under the name of a table, and pictures of signed sheets.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use pps_app::importing::{ReadingLimits, TableDraft, TableReader};
use pps_tests::{sheet_of, workbook_parts, zipped};

use super::bombs::{
    MEBIBYTE, cell, entities, old_cell, old_workbook, open_document, png_with_profile, record, workbook,
    zipped_zeros,
};
use super::measured::measured;
use crate::answer::{Answer, CLI};
use crate::figures::Figures;
use crate::year::{Year, held};

const HEAD: &str = "Мероприятие;Срок;Направление\n";

/// Files that are made in memory.
fn made() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let ordinary = sheet_of(
        format!(
            r#"<row r="1">{}{}</row><row r="2">{}{}</row>"#,
            cell("A1", "Мероприятие"),
            cell("B1", "Срок"),
            cell("A2", "Семинар"),
            cell("B2", "ноябрь")
        )
        .as_bytes(),
    );
    let with = |extra: &[(&str, &[u8])]| {
        let mut parts = workbook_parts(&ordinary, b"<sst/>");
        parts.extend(extra.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
        zipped(parts)
    };
    let far = format!(
        r#"<row r="1">{}</row><row r="1048576">{}</row>"#,
        cell("A1", "Мероприятие"),
        cell("XFD1048576", "Семинар")
    );
    let empty_rows = (1..=1_000_000).fold(String::new(), |mut rows, row| {
        write!(rows, r#"<row r="{row}"/>"#).unwrap();
        rows
    });
    let long = "ж".repeat(5 * MEBIBYTE);
    let merged = format!(
        r#"<row r="1">{}</row></sheetData><mergeCells count="1"><mergeCell ref="A1:A5000"/></mergeCells><sheetData>"#,
        cell("A1", &long)
    );
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let csv = |text: String| [HEAD.as_bytes(), text.as_bytes()].concat();
    let whole = workbook(&ordinary, b"<sst/>");
    vec![
        (
            "zip slip",
            "a.xlsx",
            with(&[("../../evil.txt", b"x"), ("/tmp/evil.txt", b"x"), ("..\\evil.txt", b"x")]),
        ),
        ("zip bomb, 1 GB", "a.xlsx", zipped_zeros("xl/sharedStrings.xml", 1024)),
        ("sparse workbook", "a.xlsx", workbook(&sheet_of(far.as_bytes()), b"<sst/>")),
        ("a million empty rows", "a.xlsx", workbook(&sheet_of(empty_rows.as_bytes()), b"<sst/>")),
        ("seven million shared texts", "a.xlsx", workbook(&ordinary, "<si/>".repeat(7_000_000).as_bytes())),
        (
            "a million and a half shared texts",
            "a.xlsx",
            workbook(&ordinary, format!("<sst>{}</sst>", "<si/>".repeat(1_500_000)).as_bytes()),
        ),
        (
            "entity bomb",
            "a.xlsx",
            workbook(&ordinary, (entities() + "<sst><si><t>&a10;</t></si></sst>").as_bytes()),
        ),
        ("deep XML", "a.xlsx", workbook(&sheet_of(&b"<a>".repeat(3_000_000)), b"<sst/>")),
        ("merged cell of five megabytes", "a.xlsx", workbook(&sheet_of(merged.as_bytes()), b"<sst/>")),
        ("cut off", "a.xlsx", whole[..whole.len() / 2].to_vec()),
        ("cut off by one byte", "a.xlsx", whole[..whole.len() - 1].to_vec()),
        ("forty thousand entries", "a.xlsx", {
            let mut parts = workbook_parts(&ordinary, b"<sst/>");
            parts.extend((0..40_000).map(|number| (format!("xl/{number}"), Vec::new())));
            zipped(parts)
        }),
        ("two million separators", "a.csv", csv(";".repeat(2_000_000))),
        ("an open quote", "a.csv", csv(format!("\"{}", "а".repeat(9_000_000)))),
        ("a cell of ten megabytes", "a.csv", csv("а".repeat(5_000_000) + ";май;3.1.7\n")),
        ("a million rows", "a.csv", csv("Семинар;май;3.1.7\n".repeat(600_000))),
        ("zeros", "a.csv", vec![0; 5 * MEBIBYTE]),
        ("UTF-16 without a mark", "a.csv", utf_16("Мероприятие;Срок\nСеминар;май\n")),
        ("half a letter at the end", "a.csv", [HEAD.as_bytes(), b"\xd0"].concat()),
        ("a lone half of a pair in UTF-16", "a.csv", vec![0xff, 0xfe, 0x00, 0xd8, b'a', 0]),
        (
            "control signs and turned text",
            "a.csv",
            csv("\u{202e}Семинар\u{0}\u{1b}[31m\u{feff};май;3.1.7\n".to_owned()),
        ),
        ("formulas", "a.csv", csv("=cmd|' /C calc'!A0;май;3.1.7\n@SUM(1+1);май;3.1.7\n".to_owned())),
        ("a picture", "a.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".repeat(1000)),
    ]
}

/// Files of the forms that came later: old workbooks, tables of LibreOffice, web pages.
fn made_of_other_forms() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let cell = r#"<table:table-cell office:value-type="string"><text:p>Семинар</text:p></table:table-cell>"#;
    let repeated = |rows: u64, columns: u64| {
        let cell = cell.replace(
            "<table:table-cell",
            &format!("<table:table-cell table:number-columns-repeated=\"{columns}\""),
        );
        open_document(&format!(
            r#"<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>"#
        ))
    };
    let long = "ж".repeat(15_000);
    let claims = record(0x0200, &[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xff, 0xff, 0, 0]);
    let far = [old_cell(0, 0), old_cell(65_535, 255)].concat();
    let many: Vec<u8> = (0..60_000).flat_map(|row| old_cell(row, 5)).collect();
    let merged: Vec<u8> = (0..500)
        .flat_map(|_| {
            record(0x00e5, &[&[255, 3][..], &[0, 0, 0xff, 0xff, 0, 0, 0xff, 0].repeat(1_023)].concat())
        })
        .collect();
    let whole = old_workbook(&[], &old_cell(0, 0));
    let page = |text: String| {
        format!("<html><table><tr><td>Мероприятие</td></tr>{text}</table></html>").into_bytes()
    };
    vec![
        (
            "an old workbook that claims four billion rows",
            "a.xls",
            old_workbook(&[], &[claims, old_cell(0, 0)].concat()),
        ),
        ("an old workbook with two cells far apart", "a.xls", old_workbook(&[], &far)),
        ("an old workbook of sixty thousand rows", "a.xls", old_workbook(&[], &many)),
        ("half a million merged areas", "a.xls", old_workbook(&[], &[old_cell(0, 0), merged].concat())),
        ("four billion shared texts", "a.xls", old_workbook(&record(0x00fc, &[0xff; 8]), &old_cell(0, 0))),
        ("an old workbook that is cut off", "a.xls", whole[..whole.len() / 2].to_vec()),
        (
            "a sheet that begins after the end",
            "a.xls",
            old_workbook(&record(0x0085, &[0xff; 9]), &old_cell(0, 0)),
        ),
        (
            "a compound file of nothing",
            "a.xls",
            [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0xff; 4096]].concat(),
        ),
        ("a cell repeated a million times down", "a.ods", repeated(1_000_000, 1)),
        ("a cell repeated to the right without end", "a.ods", repeated(1, u64::MAX)),
        ("a full sheet of one cell", "a.ods", repeated(5_000, 60)),
        ("a full sheet of one long cell", "a.ods", {
            let cell = cell.replace("Семинар", &long);
            let row = format!(
                r#"<table:table-row table:number-rows-repeated="5000">{}</table:table-row>"#,
                cell.repeat(50)
            );
            open_document(&row)
        }),
        ("deep XML of LibreOffice", "a.ods", open_document(&"<table:table-row-group>".repeat(2_000_000))),
        ("a deep page", "a.html", page("<tr><td>".to_owned() + &"<div><ul><li>".repeat(1_000_000))),
        ("deep tables", "a.html", page("<tr><td><table>".repeat(800_000))),
        ("a cell that reaches over everything", "a.html", {
            page(format!(
                "<tr><td rowspan=99999 colspan=99999>{long}</td></tr>{}",
                "<tr></tr>".repeat(90_000)
            ))
        }),
        ("a million styles", "a.html", {
            let styles = (0..300_000).fold(String::from("<style>"), |mut styles, number| {
                write!(styles, ".a{number}{{display:none}}").unwrap();
                styles
            });
            page(styles + "</style><tr><td>Семинар</td></tr>")
        }),
        (
            "a page that is never closed",
            "a.html",
            page("<tr><td><!--".to_owned() + &"-".repeat(9 * MEBIBYTE)),
        ),
        ("a page under the name of a workbook", "a.xls", page("<tr><td>Семинар</td></tr>".repeat(400_000))),
    ]
}

#[test]
fn hostile_tables_are_refused_or_read_within_the_limits() {
    let year = Year::new();
    let mut figures = Figures::of("hostile tables");
    let folder = year.copied();
    let at = folder.path();
    let before = held(at, "year.db").unwrap();
    for (what, name, bytes) in made().into_iter().chain(made_of_other_forms()) {
        fs::write(at.join(name), bytes).unwrap();
        for more in [&["--dry-run"][..], &[]] {
            let fresh = year.copied();
            fs::copy(at.join(name), fresh.path().join(name)).unwrap();
            let words = ["--db", "year.db", "import", "activities", name, "--year", "2025"];
            let seen = measured(fresh.path(), &[&words[..], more].concat());
            seen.note(&mut figures, what);
            let now = held(fresh.path(), "year.db");
            let changed = now.as_ref() != Ok(&before);
            if changed && (!more.is_empty() || !matches!(seen.answer, Answer::Done(_))) {
                figures.wrong(format!("{what}: the year holds {now:?}"));
            }
        }
        fs::remove_file(at.join(name)).unwrap();
    }
    let evil = ["evil.txt", "../evil.txt", "../../evil.txt", "/tmp/evil.txt"];
    assert!(!evil.iter().any(|name| at.join(name).exists()), "a file was written outside");
    figures.tell();
}

/// Where there is no ordinary file: a pipe that nobody writes into, a device without an end.
fn no_files(at: &Path) -> [(&'static str, &'static str); 4] {
    assert!(Command::new("mkfifo").arg(at.join("pipe.csv")).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", at.join("zero.csv")).unwrap();
    std::os::unix::fs::symlink("loop.csv", at.join("loop.csv")).unwrap();
    let mut large = File::create(at.join("large.csv")).unwrap();
    large.write_all(HEAD.as_bytes()).unwrap();
    // A gigabyte that takes no room on the disk.
    large.set_len(1 << 30).unwrap();
    [
        ("a pipe", "pipe.csv"),
        ("a device", "zero.csv"),
        ("a link to itself", "loop.csv"),
        ("1 GB", "large.csv"),
    ]
}

#[test]
fn what_is_no_ordinary_file_or_too_large_is_refused_unread() {
    let year = Year::new();
    let mut figures = Figures::of("tables and pictures that are no files");
    let folder = year.copied();
    let at = folder.path();
    for (what, name) in no_files(at) {
        let words = [
            &["--db", "year.db", "import", "activities", name, "--year", "2025"][..],
            &["--db", "year.db", "scan", "--year", "2025", "--number", "1", name],
            &["verify", name],
        ];
        for words in words {
            let seen = measured(at, words);
            seen.note(&mut figures, &format!("{what}, {words:?}"));
            assert!(!matches!(seen.answer, Answer::Done(_)), "{words:?}");
        }
    }
    figures.tell();
}

#[test]
fn a_picture_whose_profile_unfolds_without_end_is_held() {
    let year = Year::new();
    let mut figures = Figures::of("hostile pictures");
    let folder = year.copied();
    for (what, bytes) in [
        ("a profile of 500 MB", png_with_profile(500)),
        ("a profile of 1 MB", png_with_profile(1)),
        ("a header of 60000 × 60000 dots", huge_header()),
    ] {
        fs::write(folder.path().join("b.png"), bytes).unwrap();
        let words = ["--db", "year.db", "scan", "--year", "2025", "--number", "1", "b.png"];
        measured(folder.path(), &words).note(&mut figures, what);
    }
    figures.tell();
}

/// A picture that says of itself that it is huge.
fn huge_header() -> Vec<u8> {
    let mut png = png_with_profile(1);
    png[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    png
}

#[test]
fn what_is_pasted_may_be_as_deep_and_long_as_it_likes() {
    let reader = TableReader::program(CLI.into(), ReadingLimits::default());
    let row = "<tr><td>Семинар</td><td>май</td></tr>";
    for (what, html) in [
        ("deep", "<div>".repeat(3_000_000)),
        ("deep tables", "<table><tr><td>".repeat(500_000)),
        ("long", format!("<table>{}</table>", row.repeat(400_000))),
        ("50 MB", "<p>".repeat(17 * MEBIBYTE)),
        ("never closed", format!("<table>{row}<td {}", "a=\"".repeat(500_000))),
        ("many attributes", {
            let attributes = (0..20_000).fold(String::new(), |mut all, number| {
                write!(all, " a{number}=1").unwrap();
                all
            });
            format!("<table><tr><td{attributes}>Семинар</td></tr></table>")
        }),
        ("comments", format!("<!--{}", "-".repeat(10 * MEBIBYTE))),
        (
            "entities",
            format!("<table><tr><td>{}</td></tr></table>", "&#x10ffff;&amp;&#xd800;&#0;".repeat(10_000)),
        ),
    ] {
        let began = std::time::Instant::now();
        match TableDraft::pasted(&reader, "Семинар\tмай", Some(&html)) {
            Ok(_) => {}
            Err(told) => assert!(told.to_string().ends_with('.'), "{what}: {told}"),
        }
        assert!(began.elapsed().as_secs() < 30, "{what} took {:?}", began.elapsed());
    }
}
