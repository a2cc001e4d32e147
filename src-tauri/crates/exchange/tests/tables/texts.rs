//! Text with separators, and without any.

use std::path::Path;

use pps_exchange::spreadsheets::{read_pasted, read_table_file};
use proptest::prelude::*;
use rstest::rstest;

fn read(text: &str) -> Vec<Vec<String>> {
    read_table_file(Path::new("план.csv"), text.as_bytes()).unwrap().remove(0).rows
}

#[test]
fn a_quotation_mark_that_nobody_closes_is_a_letter() {
    let rows = read(
        "№;Мероприятие;Срок;Итог\n1;\"Точка роста;октябрь;список\n2;Осмотр;ноябрь;свод\n3;Доска 65\";декабрь;свод\n4;Последняя;май;свод\n",
    );
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[1], ["1", "\"Точка роста", "октябрь", "список"]);
    assert_eq!(rows[3], ["3", "Доска 65\"", "декабрь", "свод"]);
}

#[test]
fn quoted_cells_and_stray_marks_live_in_one_file() {
    let rows = read(
        "№;Мероприятие;Срок;Итог\n1;\"Семинар \"\"Рост\"\"; практикум\";май;\"сбор,\nанализ;\nсправка\"\n2;\"Точка роста;октябрь;список\n\
         3;\"Смотр \"лучший\" кабинет\";ноябрь;свод\n4;экран 24\";декабрь;\"свод; отчёт\"\n",
    );
    assert_eq!(
        rows[1..],
        [
            ["1", "Семинар \"Рост\"; практикум", "май", "сбор,\nанализ;\nсправка"],
            ["2", "\"Точка роста", "октябрь", "список"],
            ["3", "\"Смотр \"лучший\" кабинет\"", "ноябрь", "свод"],
            ["4", "экран 24\"", "декабрь", "свод; отчёт"],
        ]
    );
}

#[test]
fn a_file_in_which_everything_is_quoted_is_read_as_quoted() {
    let rows = read(
        "\"№\";\"Мероприятие\"\n\"1\";\"Семинар;практикум\nи тренинг;итог\"\n\"2\";\"\"\n\"3\";\"Смотр\"\n",
    );
    assert_eq!(
        rows,
        [
            vec!["№", "Мероприятие"],
            vec!["1", "Семинар;практикум\nи тренинг;итог"],
            vec!["2"],
            vec!["3", "Смотр"]
        ]
    );
}

#[test]
fn a_title_above_and_rows_of_other_widths_do_not_mislead() {
    let rows = read(
        "План работы, утверждённый, 2025/26\n\nСрок;Мероприятие;Итог\nмай;Смотр\nиюнь;Сбор, анализ;да;лишнее;\n",
    );
    assert_eq!(rows[0], ["План работы, утверждённый, 2025/26"]);
    assert_eq!(rows[1], ["Срок", "Мероприятие", "Итог"]);
    assert_eq!(rows[3], ["июнь", "Сбор, анализ", "да", "лишнее"]);
}

#[rstest]
#[case::dos(encode(encoding_rs::IBM866))]
#[case::mail(encode(encoding_rs::KOI8_R))]
#[case::windows(encode(encoding_rs::WINDOWS_1251))]
#[case::iso(encode(encoding_rs::ISO_8859_5))]
fn any_russian_coding_is_recognised(#[case] bytes: Vec<u8>) {
    let rows = read_table_file(Path::new("план.csv"), &bytes).unwrap().remove(0).rows;
    assert_eq!(rows[1], ["Заседание методического объединения", "сентябрь", "Ветрова"]);
}

const TABLE: &str =
    "Мероприятие;Срок;Ответственный\r\nЗаседание методического объединения;сентябрь;Ветрова\r\n";

/// `encoding_rs` writes no DOS text, since no page of the web is to be written so; byte by byte it can be turned round.
fn encode(coding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let letter = |c: char| {
        (0..=255_u8).find(|byte| coding.decode_without_bom_handling(&[*byte]).0.chars().eq([c])).unwrap()
    };
    TABLE.chars().map(letter).collect()
}

#[test]
fn prose_and_lists_are_told_from_tables() {
    let plain = |text: &str| read_pasted(text, None).unwrap()[0].plain_text;
    assert!(plain("Провести семинар\nСобрать сведения\n"));
    assert!(!plain("Семинар\tмай\nСбор\tиюнь"));
    assert!(!plain("Семинар;май\nСбор;июнь"));
    let file =
        read_table_file(Path::new("план.txt"), "Провести семинар.\nСобрать сведения.\n".as_bytes()).unwrap();
    assert!(file[0].plain_text);
}

/// Words as a plan has them, with marks and separators within; after a separator there is a blank, as in sentences.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[А-Яа-яё0-9]{1,8}( [а-яё]{1,6}){0,2}",
        1 => "[А-Я][а-яё]{1,6}(; [а-яё]{1,6}){1,2}",
        1 => "[А-Я][а-яё]{1,6}\n[а-яё]{1,6}",
        1 => "[А-Я][а-яё]{1,6} \"[а-яё]{1,6}\"",
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..6_usize).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 4..9))
}

/// As Excel writes them: in marks where there is a separator, a mark or a line break within.
fn written(cell: &str) -> String {
    if cell.contains([';', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn joined(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.iter().map(|cell| written(cell)).collect::<Vec<_>>().join(";");
    format!("sep=;\n{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"))
}

proptest! {
    #[test]
    fn what_excel_writes_is_read_back(rows in table()) {
        prop_assert_eq!(read(&joined(&rows)), rows);
    }

    #[test]
    fn a_stray_mark_costs_no_other_row(rows in table(), at in any::<prop::sample::Index>(), column in any::<prop::sample::Index>(), at_end: bool) {
        // A few rows of plain words tell how wide the table is, as the head of every table does.
        let width = rows[0].len();
        let plain = vec![vec!["слово".to_owned(); width]; 3];
        let (row, column) = (at.index(rows.len()), column.index(width));
        let stray = if at_end { "слово\"" } else { "\"слово" };
        let before = rows.iter().take(row);
        let after = rows.iter().skip(row + 1);
        let mut hit = rows[row].clone();
        hit[column] = "@".to_owned();
        let all: Vec<_> = plain.iter().chain(before.clone()).chain([&hit]).chain(after.clone()).cloned().collect();
        let text = joined(&all).replace('@', stray);
        hit[column] = stray.to_owned();
        let expected: Vec<_> = plain.iter().chain(before).chain([&hit]).chain(after).cloned().collect();
        prop_assert_eq!(read(&text), expected);
    }
}
