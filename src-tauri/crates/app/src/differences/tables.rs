//! Tables of the leader's own: which came and went, and what was changed in one that stayed.

use pps_domain::records::TypedTable;
use pps_domain::russian::{cited, counted, shortened};

use super::Difference;
use super::said::{FieldName, changed, listed};

/// A table is known by so many letters.
const HEADING: usize = 60;
/// So many changed cells or rows are told one by one; of more only their number is said.
const TOLD: usize = 4;

/// `of` is the field in which the tables stand.
pub(super) fn differences(of: &FieldName, was: &[TypedTable], is: &[TypedTable]) -> Vec<Difference> {
    let known = |table: &&TypedTable, others: &[TypedTable]| others.iter().any(|other| other.id == table.id);
    let mut told = Vec::new();
    for table in was.iter().filter(|table| !known(table, is)) {
        told.push(of.says(&format!("убрана {}", described(table))));
    }
    for table in is.iter().filter(|table| !known(table, was)) {
        told.push(of.says(&format!("добавлена {}", described(table))));
    }
    for table in is {
        if let Some(earlier) = was.iter().find(|other| other.id == table.id) {
            told.extend(within(of, earlier, table));
        }
    }
    let order = |tables: &[TypedTable], others: &[TypedTable]| -> Vec<_> {
        tables.iter().filter(|table| known(table, others)).map(|table| table.id).collect()
    };
    if order(was, is) != order(is, was) {
        told.push(of.says("таблицы переставлены"));
    }
    told
}

/// «таблица «Итоги ВПР» (3 столбца, 12 строк)»
fn described(table: &TypedTable) -> String {
    let columns = counted(table.width(), "столбец", "столбца", "столбцов");
    let rows = counted(table.rows.len(), "строка", "строки", "строк");
    match table.title.trim() {
        "" => format!("таблица ({columns}, {rows})"),
        title => format!("таблица {} ({columns}, {rows})", cited(&shortened(title, HEADING))),
    }
}

fn within(of: &FieldName, was: &TypedTable, is: &TypedTable) -> Vec<Difference> {
    let title = [&was.title, &is.title].into_iter().find(|title| !title.trim().is_empty());
    let entry = title.map_or_else(|| "таблица".to_owned(), |title| cited(&shortened(title.trim(), HEADING)));
    let field = |label: &str| of.under(Some(entry.clone()), Some(entry.clone()), label, None);
    let mut told: Vec<Difference> = changed(field("название"), &was.title, &is.title).into_iter().collect();
    let columns = listed(field("столбцы"), &was.columns, &is.columns);
    if columns.is_empty() && was.width() != is.width() {
        told.push(field("столбцы").says(&format!("было {}, стало {}", was.width(), is.width())));
    }
    told.extend(columns);
    let (same_width, same_length) = (was.width() == is.width(), was.rows.len() == is.rows.len());
    told.extend(match (same_width, same_length) {
        (true, true) => cells(&field, was, is),
        // That a column came or went says it all.
        (false, true) => Vec::new(),
        (_, false) => rows(&field("строки"), was, is),
    });
    told
}

/// A table of the same size: cell by cell.
fn cells(field: &impl Fn(&str) -> FieldName, was: &TypedTable, is: &TypedTable) -> Vec<Difference> {
    let mut found = Vec::new();
    for (row, (before, after)) in (1..).zip(was.rows.iter().zip(&is.rows)) {
        for column in 0..is.width() {
            let text = |cells: &[String]| cells.get(column).map_or("", String::as_str).trim().to_owned();
            let (before, after) = (text(before), text(after));
            if before != after {
                found.push((row, column, before, after));
            }
        }
    }
    if found.len() > TOLD {
        let count = counted(found.len(), "ячейка", "ячейки", "ячеек");
        return vec![field("содержание").says(&format!("изменено: {count}"))];
    }
    let told = found.into_iter().filter_map(|(row, column, before, after)| {
        let heading =
            is.columns.get(column).map(|heading| heading.trim()).filter(|heading| !heading.is_empty());
        let place = match heading {
            Some(heading) => format!("строка {row}, {}", cited(&shortened(heading, HEADING))),
            None => format!("строка {row}, столбец {}", column + 1),
        };
        changed(field(&place), &before, &after)
    });
    told.collect()
}

/// A table that grew or shrank: row by row.
fn rows(field: &FieldName, was: &TypedTable, is: &TypedTable) -> Vec<Difference> {
    let in_line = |table: &TypedTable| -> Vec<String> {
        let filled = |row: &Vec<String>| {
            let cells: Vec<&str> =
                row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
            cells.join(" · ")
        };
        table.rows.iter().map(filled).filter(|row| !row.is_empty()).collect()
    };
    let told = listed(field.clone(), &in_line(was), &in_line(is));
    let (before, after) = (was.rows.len(), is.rows.len());
    let size = || field.says(&format!("было {before}, стало {after}"));
    match told.len() {
        0 if before != after => vec![size()],
        0..=TOLD => told,
        _ => vec![size()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(id: u128, title: &str, columns: &[&str], rows: &[&[&str]]) -> TypedTable {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        TypedTable {
            id: uuid::Uuid::from_u128(id).into(),
            title: title.to_owned(),
            columns: owned(columns),
            rows: rows.iter().map(|row| owned(row)).collect(),
        }
    }

    fn told(was: &[TypedTable], is: &[TypedTable]) -> Vec<String> {
        let all = differences(&FieldName::from("Таблицы"), was, is);
        all.into_iter().map(|one| one.sentence.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn a_table_that_comes_or_goes_is_named_with_its_size() {
        let one = table(1, "Итоги ВПР", &["Школа", "%"], &[&["№ 1", "40"]]);
        let shown = "таблица «Итоги ВПР» (2 столбца, 1 строка)";
        assert_eq!(told(&[], std::slice::from_ref(&one)), [format!("Таблицы: добавлена {shown}")]);
        assert_eq!(told(std::slice::from_ref(&one), &[]), [format!("Таблицы: убрана {shown}")]);
    }

    #[test]
    fn a_cell_a_row_and_a_column_are_told_each_in_its_words() {
        let was = [table(1, "Итоги", &["Школа", "%"], &[&["№ 1", "40"]])];
        let cell = [table(1, "Итоги", &["Школа", "%"], &[&["№ 1", "42"]])];
        assert_eq!(told(&was, &cell), ["Таблицы: «Итоги», строка 1, «%»: было «40», стало «42»"]);
        let row = [table(1, "Итоги", &["Школа", "%"], &[&["№ 1", "40"], &["№ 2", "50"]])];
        assert_eq!(told(&was, &row), ["Таблицы: «Итоги», строки: добавлено «№ 2 · 50»"]);
        let column = [table(1, "Итоги", &["Школа"], &[&["№ 1"]])];
        assert_eq!(told(&was, &column), ["Таблицы: «Итоги», столбцы: убрано «%»"]);
        let many = |text: &str| vec![table(1, "", &["а", "б", "в"], &[&[text; 3], &[text; 3]])];
        assert_eq!(told(&many("1"), &many("2")), ["Таблицы: таблица, содержание: изменено: 6 ячеек"]);
    }
}
