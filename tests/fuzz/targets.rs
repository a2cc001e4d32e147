//! What reads input from outside, and what it promises of whatever it is given.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::Path;

use pps_app::domain::calendar::{
    SchoolYear, Term, YearsAround, answer_date, answer_term, read_date, read_term,
};
use pps_app::domain::import::{read_direction, read_mark, read_table_term};
use pps_app::domain::text::is_clean;
use pps_app::open_data::load_into;
use pps_app::package::verify;
use pps_exchange::spreadsheets::{Sheet, TableError, read_pasted, read_table_file};
use pps_tests::{Fixture, StandingClock, day, workbook_of};
use tempfile::TempDir;

use crate::runs::{Target, run};

macro_rules! target {
    ($name:ident, $words:expr, $reads:expr) => {
        #[test]
        fn $name() {
            static TARGET: Target = Target { name: stringify!($name), words: $words, reads: $reads };
            run(&TARGET);
        }
    };
}

thread_local! {
    static FOLDER: TempDir = tempfile::tempdir().unwrap();
    static FIXTURE: RefCell<Option<Fixture>> = const { RefCell::new(None) };
}

fn in_folder<T>(work: impl FnOnce(&Path) -> T) -> T {
    FOLDER.with(|folder| work(folder.path()))
}

/// Every refusal is a sentence for a person, with nothing in it of a library.
fn is_told(told: &str) {
    assert!(told.ends_with(['.', '!', ')', '»']), "no sentence: {told}");
    assert!(told.chars().any(|letter| ('а'..='я').contains(&letter)), "no Russian: {told}");
}

/// What was read holds nothing that a record must not hold, and what was not is told in a sentence.
fn holds_clean_cells(read: Result<Vec<Sheet>, TableError>) {
    match read {
        Ok(sheets) => {
            for cell in sheets.iter().flat_map(|sheet| &sheet.rows).flatten() {
                assert!(is_clean(cell), "a sign is left in {cell:?}");
            }
        }
        Err(told) => is_told(&told.to_string()),
    }
}

target!(
    csv,
    &[";", ",", "\t", "\"", "\"\"", "\n", "\r\n", "sep=;\n", "Срок", "Мероприятие"],
    |input| {
        holds_clean_cells(read_table_file(Path::new("a.csv"), input));
    }
);

target!(
    xlsx,
    &[
        "<row r=\"",
        "<c r=\"A1\"",
        " t=\"s\"",
        " t=\"inlineStr\"",
        " t=\"e\"",
        " t=\"b\"",
        "<v>",
        "</v>",
        "<is><t>",
        "</t></is>",
        "</c>",
        "</row>",
        "<mergeCell ref=\"A1:C9\"/>",
        "XFD1048576",
        "&#x0;",
        "&amp;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "45000.5",
        "s=\"1\"",
        "xml:space=\"preserve\""
    ],
    |input| holds_clean_cells(read_table_file(Path::new("a.xlsx"), &workbook_of(input)))
);

target!(
    html,
    &[
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "<td colspan=\"9999999\" rowspan=\"9999999\">",
        "<th>",
        "<br>",
        "<p>",
        "<!--",
        "-->",
        "<![CDATA[",
        "&nbsp;",
        "&#x",
        ";",
        "<style>",
        "</style>",
        "<script>",
        "<td rowspan=0>",
        "<col span=9>",
        "</"
    ],
    |input| {
        let html = String::from_utf8_lossy(input);
        holds_clean_cells(read_pasted("Семинар\tмай", Some(&html)));
    }
);

target!(
    load,
    &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "\"id\"",
        "\"records\"",
        "\"bin\"",
        "\"history\"",
        "\"formats\"",
        "\"files\"",
        "\"version\"",
        "\"meeting\"",
        "\"person\"",
        "\"community\"",
        "\"before\"",
        "\"after\"",
        "\"undoes\"",
        "-1",
        "2025"
    ],
    |input| in_folder(loads_and_gives_back(input))
);

/// What is loaded is given back the same, and loads again; what is refused leaves nothing.
fn loads_and_gives_back(input: &[u8]) -> impl FnOnce(&Path) + '_ {
    move |folder| {
        let (dump, file) = (folder.join("y.json"), folder.join("new.db"));
        fs::write(&dump, input).unwrap();
        let clock = StandingClock::on("2026-08-20");
        match load_into(&file, &dump, clock.as_ref()) {
            Ok(_) => {
                let workplace = pps_app::Workplace::open(&file, clock).unwrap();
                let out = folder.join("z.json");
                workplace.dump(&out).unwrap();
                workplace.close().unwrap();
                let again = folder.join("again.db");
                // A day of its own gives identifiers of its own.
                load_into(&again, &out, StandingClock::on("2026-08-21").as_ref()).unwrap();
                for entry in fs::read_dir(folder).unwrap() {
                    let path = entry.unwrap().path();
                    fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path)).unwrap();
                }
            }
            Err(told) => {
                is_told(&told.to_string());
                assert!(!file.exists(), "a file is left of what was refused");
            }
        }
    }
}

target!(package, &["PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "../", "SHA256SUMS", "\u{2}\0"], |input| {
    in_folder(|folder| {
        let path = folder.join("ППС.zip");
        fs::write(&path, input).unwrap();
        if let Err(told) = verify(&path) {
            is_told(&told.to_string());
        }
    });
});

fn lossy(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

target!(
    dates,
    &[
        "5",
        "сентября",
        "31",
        ".",
        "-",
        "2026",
        "г.",
        "до",
        "конца",
        "недели",
        "завтра",
        "ноябрь",
        "/",
        "29.02",
        "I",
        "полугодие"
    ],
    |input| {
        let typed = lossy(input);
        let today = day("2026-02-28");
        for year in [SchoolYear(2025), SchoolYear(1900), SchoolYear(2200)] {
            if let Ok(date) = read_date(&typed, year) {
                // What was understood is understood again as it is shown.
                let shown = date.format("%d.%m.%Y").to_string();
                assert_eq!(read_date(&shown, year).ok(), Some(date), "{typed:?}");
            }
            let _ = answer_date(&typed, year, today, YearsAround { before: 1, after: 1 });
        }
    }
);

target!(
    terms,
    &[
        "ноябрь",
        "—",
        "март",
        "до",
        "ежемесячно",
        "в течение года",
        "2 раза",
        "I полугодие",
        "30.05.2026",
        "не позднее",
        ",",
        "и"
    ],
    |input| {
        let typed = lossy(input);
        let year = SchoolYear(2025);
        if let Some(term) = read_term(&typed, year) {
            assert!(
                term.start(year) <= term.end(year) || term.end(year).is_none(),
                "{typed:?} ends before it begins"
            );
            let _ = (term.in_table(), term.in_prose(), term.in_row(year), term.days_in_words(year));
            if let Term::Words { text } = &term {
                assert!(!text.trim().is_empty(), "a term without words");
            }
        }
        let _ = read_table_term(&typed, year, false);
        let _ = read_table_term(&typed, year, true);
        let _ = read_mark(&typed, year);
        let _ = read_direction(&typed);
        let _ = answer_term(&typed, year, YearsAround { before: 1, after: 1 }, &[]);
    }
);

target!(
    search,
    &["\"", "*", "(", ")", "NEAR", "OR", "AND", "NOT", "^", ":", "-", "ё", "функцион", "№ 2", "{", "}", "'"],
    |input| {
        let words = lossy(input);
        FIXTURE.with(|fixture| {
            let mut fixture = fixture.borrow_mut();
            let fixture = fixture.get_or_insert_with(Fixture::example);
            // Whatever is typed is never a fault.
            let found = fixture.workplace.search(&words, None).unwrap();
            assert!(found.len() < 10_000);
        });
    }
);

/// The corpus can be read where the repository was cloned.
#[test]
fn every_target_has_a_corpus_and_every_corpus_a_target() -> io::Result<()> {
    let mut folders: Vec<String> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus"))?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()?;
    folders.sort();
    assert_eq!(folders, ["csv", "dates", "html", "load", "package", "search", "terms", "xlsx"]);
    Ok(())
}
