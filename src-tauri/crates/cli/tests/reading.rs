//! A table is read by a child process: the program itself, started again. What comes of a child that breaks, hangs or
//! talks is said in a sentence, and whoever asked lives on.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output};

use pps_app::importing::{ReadingLimits, TableDraft, TableReader};
use rstest::rstest;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CLI: &str = env!("CARGO_BIN_EXE_pps-cli");

const MEBIBYTE: usize = 1024 * 1024;

fn child(limits: ReadingLimits) -> TableReader {
    TableReader::program(PathBuf::from(CLI), limits)
}

fn usual() -> TableReader {
    child(ReadingLimits::default())
}

/// What a reader makes of a file: the tables, or the sentence.
fn read(reader: &TableReader, name: &str, bytes: &[u8]) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    told(TableDraft::file(reader, &path))
}

fn told(draft: Result<TableDraft, pps_app::AppError>) -> Result<String, String> {
    draft.map(|draft| format!("{draft:?}")).map_err(|fault| fault.to_string().replace('\u{a0}', " "))
}

/// A workbook with one sheet of these rows, and these texts that cells share.
fn workbook(rows: &str, strings: &[u8]) -> Vec<u8> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="План" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#
            ),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let all = parts.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, content) in all.chain([("xl/sharedStrings.xml", strings)]) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const ORDINARY: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Мероприятие</t></is></c><c r="B1" t="inlineStr"><is><t>Срок</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Семинар «Оценивание»</t></is></c><c r="B1048576" t="inlineStr"><is><t>ноябрь</t></is></c></row>"#;

#[rstest]
#[case::csv("план.csv", "Мероприятие;Срок\n\"Семинар;\nпрактикум\";май\n".as_bytes())]
#[case::windows_1251("план.csv", b"\xcc\xe5\xf0\xee\xef\xf0\xe8\xff\xf2\xe8\xe5;\xd1\xf0\xee\xea\n\xd1\xe5\xec\xe8\xed\xe0\xf0;\xec\xe0\xe9\n")]
#[case::workbook("ПЛАН.XLSX", &workbook(ORDINARY, b"<sst/>"))]
#[case::a_long_cell("план.csv", &[b"a;b\n;".to_vec(), vec![b'x'; 32_001]].concat())]
#[case::a_picture("план.png", b"\x89PNG\r\n\0\0\0\rIHDR")]
#[case::no_name("таблица", "а\tб\n".as_bytes())]
#[case::nothing_in_it("план.csv", b";;\n")]
fn the_child_reads_and_refuses_as_the_library_does(#[case] name: &str, #[case] bytes: &[u8]) {
    let here = read(&TableReader::this_process(), name, bytes);
    assert_eq!(read(&usual(), name, bytes), here);
}

#[test]
fn what_was_pasted_goes_through_the_child_as_well() {
    let (plain, html) = ("Семинар\tмай", "<table><tr><td>Семинар</td><td>май\u{a0}«5»</td></tr></table>");
    for html in [None, Some(html), Some("<p>Семинар</p>")] {
        let here = told(TableDraft::pasted(&TableReader::this_process(), plain, html));
        assert!(here.as_ref().unwrap().contains("май"));
        assert_eq!(told(TableDraft::pasted(&usual(), plain, html)), here);
    }
}

#[test]
fn an_answer_longer_than_it_may_be_is_not_taken() {
    let short = child(ReadingLimits { answer: 1_000, ..ReadingLimits::default() });
    assert!(read(&short, "план.csv", "а;б\n".as_bytes()).is_ok());
    let refused = read(&short, "план.csv", &b"a;b\n".repeat(1_000)).unwrap_err();
    assert!(refused.contains("занял бы всю память"), "{refused}");
}

#[test]
fn a_reader_that_is_not_there_is_told_of() {
    let reader = TableReader::program(PathBuf::from("/no/such/program"), ReadingLimits::default());
    let refused = read(&reader, "план.csv", b"a;b\n").unwrap_err();
    assert!(refused.contains("чтение не запустилось"), "{refused}");
}

/// A folder with the example year, where `import` starts the child by itself.
struct Year(TempDir);

impl Year {
    fn new() -> Self {
        let year = Self(tempfile::tempdir().unwrap());
        assert!(year.run(&["--db", "year.db", "example"]).status.success());
        year
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(CLI).args(words).current_dir(self.0.path()).output().unwrap()
    }

    /// The exit code, standard output and standard error.
    fn import(&self, bytes: &[u8]) -> (Option<i32>, String, String) {
        fs::write(self.0.path().join("план.xlsx"), bytes).unwrap();
        let typed = "--db year.db import activities план.xlsx --year 2025 --dry-run";
        let output = self.run(&typed.split(' ').collect::<Vec<_>>());
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    /// All that the person sees of it is one sentence.
    fn refuses(&self, bytes: &[u8], sentence: &str) {
        let (code, out, told) = self.import(bytes);
        assert_eq!((code, out.as_str()), (Some(1), ""));
        assert!(told.contains(sentence) && told.lines().count() == 1, "{told}");
    }
}

#[test]
fn import_reads_an_odd_workbook_and_refuses_hostile_ones_in_one_line() {
    let year = Year::new();
    let (code, out, _) = year.import(&workbook(ORDINARY, b"<sst/>"));
    assert_eq!(code, Some(0));
    assert!(out.contains("Семинар «Оценивание» | ноябрь"), "{out}");
    year.refuses(&workbook(ORDINARY, &vec![b' '; 200 * MEBIBYTE]), "занял бы всю память");
    year.refuses(&workbook(ORDINARY, "<si/>".repeat(7_000_000).as_bytes()), "занял бы всю память");
    year.refuses(&workbook("<row", b""), "Файл повреждён");
    year.refuses(b"PK\x03\x04 cut off", "Файл повреждён");
}

/// What the parsers' own limits let through, and a limit of memory does not.
mod memory {
    use std::fmt::Write as _;

    use super::*;

    /// Its rows are ordinary and few, its shared texts more than a million: within the limits of what a workbook may
    /// unfold to, and sixty megabytes in memory.
    fn heavy() -> Vec<u8> {
        workbook(ORDINARY, format!("<sst>{}</sst>", "<si/>".repeat(1_500_000)).as_bytes())
    }

    /// A cell of ten megabytes that is merged over five thousand rows: each of them gets a copy before anybody asks how
    /// long it is, fifty gigabytes in all, and the parts of the workbook are small.
    fn copied_without_end() -> Vec<u8> {
        let long = "ж".repeat(5 * MEBIBYTE);
        let mut rows = format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row>"#);
        for row in 2..=5_000 {
            write!(rows, r#"<row r="{row}"><c r="B{row}"><v>1</v></c></row>"#).unwrap();
        }
        rows += r#"</sheetData><mergeCells count="1"><mergeCell ref="A1:A5000"/></mergeCells><sheetData>"#;
        workbook(&rows, b"<sst/>")
    }

    #[test]
    fn a_child_that_asks_for_more_memory_than_it_may_is_refused_and_the_next_table_is_read() {
        let heavy = heavy();
        assert!(heavy.len() < 50_000, "{}", heavy.len());
        let narrow = child(ReadingLimits { memory: 40 * MEBIBYTE as u64, ..ReadingLimits::default() });
        let refused = read(&narrow, "план.xlsx", &heavy).unwrap_err();
        assert!(refused.contains("занял бы всю память") && refused.contains("скопируйте"), "{refused}");
        assert!(read(&narrow, "план.xlsx", &workbook(ORDINARY, b"<sst/>")).unwrap().contains("ноябрь"));
        // Under the limits that everybody has it is read.
        assert!(read(&usual(), "план.xlsx", &heavy).unwrap().contains("ноябрь"));
    }

    /// A cell that reaches down through all rows is copied into each of them: thirty gigabytes out of six megabytes. Now
    /// the reader refuses so long a cell before it is copied, and thousands of copies of a shorter one.
    #[test]
    fn pasted_cells_that_copy_themselves_without_end_are_refused_and_the_next_paste_is_read() {
        let page = |length: usize, rows: usize| {
            let rows = "<tr><td>май".repeat(rows);
            format!("<table><tr><td rowspan=5000>{}</td>{rows}", "ж".repeat(length))
        };
        let refused = told(TableDraft::pasted(&usual(), "", Some(&page(3_000_000, 5_000)))).unwrap_err();
        assert!(refused.contains("В ячейке A строки 1 больше 32"), "{refused}");
        let refused = told(TableDraft::pasted(&usual(), "", Some(&page(30_000, 4_000)))).unwrap_err();
        assert!(refused.contains("занял бы всю память"), "{refused}");
        assert!(told(TableDraft::pasted(&usual(), "Семинар\tмай", None)).is_ok());
    }

    #[test]
    fn a_workbook_that_copies_a_cell_without_end_is_refused_by_import_in_one_line() {
        Year::new().refuses(&copied_without_end(), "занял бы всю память");
    }
}

/// Programs in the place of the child, of which none reads a table.
#[cfg(unix)]
mod others {
    use std::os::unix::fs::symlink;
    use std::path::Path;
    use std::time::Duration;

    use super::*;

    struct Other(TempDir);

    impl Other {
        fn named(name: &str) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading/child.sh");
            symlink(script, folder.path().join(name)).unwrap();
            symlink(CLI, folder.path().join("pps-cli")).unwrap();
            Self(folder)
        }

        fn refuses(&self, name: &str, waiting: Duration) -> String {
            let limits = ReadingLimits { waiting, ..ReadingLimits::default() };
            let reader = TableReader::program(self.0.path().join(name), limits);
            read(&reader, "план.csv", "Мероприятие;Срок\nСеминар;май\n".as_bytes()).unwrap_err()
        }
    }

    #[rstest]
    #[case("speaks-first", "чтение не запустилось или прервалось")]
    #[case("stops-half-way", "чтение не запустилось или прервалось")]
    #[case("says-nothing", "чтение не запустилось или прервалось")]
    #[case("speaks-without-end", "занял бы всю память")]
    #[case("spends-its-time", "читается слишком долго")]
    #[case("panics", "Файл повреждён")]
    fn what_is_no_answer_is_taken_for_none(#[case] name: &str, #[case] sentence: &str) {
        let refused = Other::named(name).refuses(name, Duration::from_secs(60));
        assert!(refused.contains(sentence) && refused.ends_with('.'), "{refused}");
    }

    #[test]
    fn a_child_that_hangs_is_killed_and_waited_for() {
        let other = Other::named("hangs");
        let refused = other.refuses("hangs", Duration::from_secs(2));
        assert!(refused.contains("читается слишком долго"), "{refused}");
        let number = fs::read_to_string(other.0.path().join("number")).unwrap();
        // Neither running nor a zombie.
        let alive = Command::new("kill").args(["-0", number.trim()]).output().unwrap();
        assert!(!alive.status.success(), "process {number} is still there");
    }
}
