//! Tables in which something was once read wrongly without a word: each is of a kind.

use std::path::Path;

use pps_app::domain::calendar::Term;
use pps_app::domain::import::TableKind;
use pps_app::domain::records::Activity;
use pps_app::importing::{RowState, TableAsked, TableDraft, TablePreview, TableReader};
use rstest::rstest;

use super::{Fixture, YEAR, pasted};

const ROSTER: &str = "ФИО\tДолжность\nВетрова Галина Николаевна\tучитель\nЛапшин Олег Юрьевич\tучитель\n\
                      Чернова Ирина Павловна\tучитель\n";

fn fixture() -> Fixture {
    let fixture = Fixture::new(false);
    fixture.add(&pasted(ROSTER), &fixture.asked(TableKind::Members), &[RowState::Ready]);
    fixture
}

fn draft(name: &str) -> TableDraft {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/importing/found").join(name);
    TableDraft::file(&TableReader::this_process(), &path).unwrap()
}

/// «3.1.1 · Раздел · текст · срок · кто · словами · результат · отметка», the empty ones left out.
fn rows_in(fixture: &Fixture) -> Vec<String> {
    let records = fixture.community_records();
    let sections = records.plan(YEAR).map(|plan| plan.sections.clone()).unwrap_or_default();
    let mut rows = fixture.rows();
    rows.sort_by_key(|row| row.place);
    let said = |row: &Activity| {
        let section = sections.iter().find(|section| Some(section.id) == row.section);
        let mark = row.mark.as_ref().map(|mark| {
            let date = mark.date.map(|date| format!(" {date}")).unwrap_or_default();
            format!("{}{date}", mark.state.in_words())
        });
        let parts = [
            row.direction.clause().to_owned(),
            section.map(|section| section.name.clone()).unwrap_or_default(),
            row.text.clone(),
            row.term.as_ref().map(Term::in_table).unwrap_or_default(),
            records.surnames_first(&row.responsible, YEAR.end()),
            row.responsible_in_words.clone(),
            row.expected.clone(),
            mark.unwrap_or_default(),
        ];
        let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        said.replace('\u{a0}', " ")
    };
    rows.iter().map(said).collect()
}

fn take(name: &str) -> (Vec<String>, TablePreview) {
    let fixture = fixture();
    let asked = TableAsked {
        direction: Some(pps_app::domain::records::Direction::Organisation),
        ..fixture.asked(TableKind::Activities)
    };
    let draft = draft(name);
    let preview = fixture.look(&draft, &asked);
    let states = [RowState::Ready, RowState::Partly, RowState::Doubtful];
    fixture.add(&draft, &asked, &states);
    (rows_in(&fixture), preview)
}

#[rstest]
#[case("lost-rows.csv", &[
    "3.1.1 · Входной срез · 15.10.2025 · Соколова М. В.",
    "3.1.1 · Сбор заявок · 20.10.2025",
    "3.1.2 · Рассылка новинок · октябрь",
    "3.1.2 · Обзор журналов · 01.12.2025",
])]
#[case("bare-row.csv", &[
    "3.1.3 · Совещание А · октябрь",
    "3.1.3 · Информационное совещание",
    "3.1.3 · Совещание Б · ноябрь",
])]
#[case("a-razdely.csv", &[
    "3.1.1 · Аналитическая деятельность · Анализ работы за год · сентябрь · Ветрова Г. Н.",
    "3.1.3 · Работа с молодыми педагогами · Школа молодого учителя · октябрь · Лапшин О. Ю.",
    "3.1.3 · Организационная работа · Сбор списков · ноябрь · Чернова И. П.",
    "3.1.4 · Консультационная деятельность · Консультации · декабрь · Чернова И. П.",
])]
#[case("b-razdel-bez-nomera.csv", &[
    "3.1.3 · Работа с одарёнными детьми · Олимпиада · ноябрь · Ветрова Г. Н.",
    "3.1.3 · Работа с молодыми педагогами · Школа молодого учителя · октябрь · Лапшин О. Ю.",
])]
#[case("c-mesyacy-razdely.csv", &[
    "3.1.3 · Заседание РМО № 1 · сентябрь · Ветрова Г. Н.",
    "3.1.3 · Входная диагностика · сентябрь · Лапшин О. Ю.",
    "3.1.3 · Школьный этап олимпиады · октябрь · Чернова И. П.",
])]
#[case("months-as-headings.xlsx", &[
    "3.1.3 · Выбор тем самообразования · сентябрь · Соколова М. В. · список",
    "3.1.3 · Сверка состава · сентябрь · состав",
    "3.1.3 · Входной срез · октябрь · свод",
])]
#[case("month-and-date.csv", &["3.1.1 · Сбор · 15.10.2025", "3.1.2 · Обзор · 20.11.2025"])]
#[case("two-row-head.xlsx", &[
    "3.1.3 · Смотр кабинетов · октябрь · Соколова М. В. · акт",
    "3.1.3 · Чтения · март",
])]
#[case("month-typed-in-excel.xlsx", &[
    "3.1.1 · Совещание · сентябрь",
    "3.1.2 · Выставка А · сентябрь",
    "3.1.2 · Выставка Б · 15.10.2025",
    "3.1.2 · Выставка В · январь",
    "3.1.2 · Выставка Г · март",
])]
#[case("percent-and-time.xlsx", &[
    "3.1.1 · Охват А · октябрь · 80 %",
    "3.1.1 · Охват Б · октябрь · 25 человек",
    "3.1.1 · Смета В · октябрь · 1500,50 руб.",
    "3.1.1 · Доля Г · октябрь · 12,5 %",
    "3.1.1 · Начало Д · октябрь · 14:30",
    "3.1.1 · Номер Е · октябрь · № 7",
])]
#[case("stray-quotes.csv", &[
    "3.1.1 · \"Точка роста · октябрь · список",
    "3.1.2 · Осмотр · ноябрь · свод",
    "3.1.3 · Доска 65\" · декабрь · свод",
    "3.1.4 · Последняя · май · свод",
])]
#[case("year-dropped.csv", &[
    "3.1.1 · Дело А · август 2025",
    "3.1.1 · Дело Б · сентябрь 2026",
    "3.1.1 · Дело В · август",
    "3.1.1 · Дело Г · октябрь 2024 — март 2025",
])]
#[case("two-plan-sheets.xlsx", &["3.1.3 · Семинар · октябрь · Ветрова Г. Н."])]
fn what_a_person_reads_comes_in(#[case] file: &str, #[case] wanted: &[&str]) {
    let plain = |text: &String| text.replace(['\u{a0}', '\u{202f}'], " ").replace("1 500", "1500");
    assert_eq!(take(file).0.iter().map(plain).collect::<Vec<_>>(), wanted);
}

#[test]
fn hidden_rows_and_sheets_are_named_and_come_only_when_wanted() {
    for (file, hidden) in
        [("filtered.xlsx", "Отфильтрованная строка"), ("hidden-sheet.xlsx", "СКРЫТАЯ строка")]
    {
        let (rows, preview) = take(file);
        assert_eq!(rows.len(), 2, "{rows:?}");
        let left = preview.left_out.iter().find(|left| left.text.contains(hidden)).unwrap();
        assert_eq!(left.why, "строка скрыта в таблице");
        assert!(preview.hides);
        let fixture = fixture();
        let asked = TableAsked { hidden: true, ..fixture.asked(TableKind::Activities) };
        assert!(fixture.look(&draft(file), &asked).rows.iter().any(|row| row.title.contains(hidden)));
    }
    let (_, preview) = take("hidden-sheet.xlsx");
    assert!(
        preview.left_out.iter().any(|left| left.text.contains("Архив 2019") && left.why.contains("скрыт"))
    );
    let (_, preview) = take("two-plan-sheets.xlsx");
    assert!(preview.left_out.iter().any(|left| left.text.contains("Состав")));
}

#[test]
fn marks_of_real_tables_say_what_they_say() {
    let (rows, preview) = take("marks.csv");
    let marks: Vec<&str> = rows.iter().map(|row| row.split(" · ").nth(3).unwrap_or("—")).collect();
    let done = "выполнено";
    let wanted = [
        "выполнено 2025-09-22",
        "выполнено 2025-09-22",
        "выполнено 2025-09-22",
        "выполнено 2025-09-22",
        done,
        done,
        done,
        "выполнено 2026-01-16",
        "выполнено 2025-10-01",
        "выполнено не в полном объёме",
        "выполнено не в полном объёме",
        "—",
        done,
        "не выполнено",
        "не выполнено",
        "не выполнено",
        "не выполнено",
        "—",
        "—",
        "—",
        "отменено",
        done,
        done,
        done,
        "—",
        done,
        "выполнено 2026-03",
        "выполнено 2025-10-10",
        done,
        "выполнено 2025-10-10",
        "выполнено 2025-10-10",
        // The semicolon parts cells in this file; the word beyond the last column is named as left out.
        done,
        "выполнено не в полном объёме",
    ];
    assert!(preview.left_out.iter().any(|left| left.text == "частично"), "{:?}", preview.left_out);
    assert_eq!(marks, wanted);
}

/// Every cell of a table is stored or named as left out, whatever the table.
mod nothing_is_lost {
    use proptest::prelude::*;

    use super::*;

    /// The words of all cells that are stored, or that the preview names.
    fn accounted(preview: &TablePreview, stored: &str) -> String {
        let mut all = stored.to_owned();
        for left in &preview.left_out {
            all.push('\n');
            all.push_str(&left.text);
        }
        for row in &preview.rows {
            // What a text across the table was taken for names it; numbers of rows follow from their places.
            if row.state == RowState::Heading || row.state == RowState::Refused {
                for cell in &row.cells {
                    all.push('\n');
                    all.push_str(&cell.text);
                }
            }
        }
        for heading in &preview.headings {
            all.push('\n');
            all.push_str(heading);
        }
        all
    }

    fn cell() -> impl Strategy<Value = String> {
        prop_oneof![
            Just(String::new()),
            Just("сентябрь".to_owned()),
            Just("15.10.2025".to_owned()),
            Just("Ветрова Г. Н.".to_owned()),
            Just("Петрова П. П.".to_owned()),
            Just("директор".to_owned()),
            Just("3.1.1".to_owned()),
            Just("1".to_owned()),
            Just("II.".to_owned()),
            Just("Работа с детьми".to_owned()),
            Just("Аналитическая деятельность".to_owned()),
            Just("выполнено 15.10.2025".to_owned()),
            Just("чепуха".to_owned()),
            "[а-я]{4,9}( [а-я]{4,9}){0,3}",
        ]
    }

    fn heading() -> impl Strategy<Value = String> {
        prop_oneof![
            Just("№"),
            Just("Мероприятие"),
            Just("Срок"),
            Just("Ответственный"),
            Just("Раздел"),
            Just("Направление"),
            Just("Содержание"),
            Just("Форма"),
            Just("Место"),
            Just("Время"),
            Just("Примечание"),
            Just("Результат"),
            Just("Отметка"),
            Just("Месяц"),
            Just(""),
        ]
        .prop_map(str::to_owned)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
        #[test]
        fn whatever_the_table(
            headings in proptest::collection::vec(heading(), 1..7),
            rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..8), 1..9),
        ) {
            let line = |cells: &[String]| cells.join("\t");
            let text = std::iter::once(line(&headings)).chain(rows.iter().map(|row| line(row))).collect::<Vec<_>>();
            let Ok(draft) = TableDraft::pasted(&TableReader::this_process(), &(text.join("\n") + "\n"), None) else {
                return Ok(());
            };
            let fixture = fixture();
            let asked = TableAsked {
                direction: Some(pps_app::domain::records::Direction::Organisation),
                ..fixture.asked(TableKind::Activities)
            };
            let preview = fixture.look(&draft, &asked);
            let states = [RowState::Ready, RowState::Partly, RowState::Doubtful, RowState::Repeat];
            let ticked = preview.of(&states);
            if !ticked.is_empty() {
                fixture.workplace.add_table_rows(&draft, &asked, &ticked).unwrap();
            }
            let records = fixture.community_records();
            let mut stored = String::new();
            for row in fixture.rows() {
                stored.push_str(&serde_json::to_string(&row).unwrap());
                stored.push_str(&row.term.as_ref().map(Term::in_table).unwrap_or_default());
                stored.push_str(&row.term.as_ref().map(|term| format!("{:?}", term.months_in(YEAR))).unwrap_or_default());
                stored.push_str(&records.surnames_first(&row.responsible, YEAR.end()).replace('\u{a0}', " "));
                stored.push_str(row.direction.clause());
            }
            if let Some(plan) = records.plan(YEAR) {
                stored.push_str(&serde_json::to_string(plan).unwrap());
            }
            let all = accounted(&preview, &stored).to_lowercase();
            // A term, a mark and a number are stored in another shape.
            let shapes = [
                ("15.10.2025", "2025-10-15"),
                ("сентябрь", "2025-09"),
                ("аналитическая деятельность", "\"direction\":\"3.1.1\""),
                ("выполнено 15.10.2025", "\"state\":\"done\""),
            ];
            for cell in rows.iter().flatten().map(|cell| cell.to_lowercase()) {
                let number = matches!(cell.as_str(), "1" | "ii." | "3.1.1");
                let shape = shapes.iter().any(|(said, shape)| *said == cell && all.contains(shape));
                prop_assert!(
                    cell.is_empty() || number || shape || all.contains(&cell),
                    "«{}» is lost: {:#?}\nstored: {}", cell, preview.left_out, stored
                );
            }
        }
    }
}
