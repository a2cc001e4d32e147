use serde::{Deserialize, Serialize};

use super::folded;
use super::headings_of_rosters::{column_of_roster, settle};

/// What the rows of a table become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "importing/"))]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// Rows of a plan.
    Activities,
    /// People of a roster.
    Members,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "importing/"))]
#[serde(rename_all = "snake_case")]
pub enum TableColumn {
    /// Nothing that is taken over: a number of the row, a column that nobody knows.
    Skip,
    /// Направление.
    Direction,
    /// Мероприятие.
    Text,
    /// Задача плана.
    Task,
    /// Форма проведения.
    Form,
    /// Срок.
    Term,
    /// Участники (ОО).
    Participants,
    /// Ответственный.
    Responsible,
    /// Ожидаемый результат.
    Expected,
    /// Отметка о выполнении.
    Mark,
    /// ФИО.
    Name,
    /// Фамилия, where it has a column of its own.
    Surname,
    /// Имя, or имя и отчество.
    GivenName,
    /// Отчество.
    Patronymic,
    /// Роль в сообществе.
    Role,
    /// Должность.
    Post,
    /// Предмет.
    Subject,
    /// ОО.
    Organisation,
    /// Место работы и должность in one column.
    PostAndOrganisation,
    /// Категория.
    Category,
    /// Стаж, or стаж общий/педагогический.
    Experience,
    /// Педагогический стаж, where it has a column of its own.
    ExperienceInSpecialty,
    /// Курсы.
    Courses,
    /// Телефон, почта.
    Contact,
}

/// Words by which a heading is known; the first that fits wins, so narrow ones stand before wide ones.
const OF_PLANS: &[(&str, TableColumn)] = &[
    ("отметк", TableColumn::Mark),
    ("выполнени", TableColumn::Mark),
    ("что вышло", TableColumn::Mark),
    ("исполнени", TableColumn::Mark),
    ("фактическ", TableColumn::Mark),
    ("ожидаем", TableColumn::Expected),
    ("планируемый результат", TableColumn::Expected),
    ("результат", TableColumn::Expected),
    ("итоговый документ", TableColumn::Expected),
    ("выход", TableColumn::Expected),
    ("направлени", TableColumn::Direction),
    ("раздел", TableColumn::Direction),
    ("ответствен", TableColumn::Responsible),
    ("исполнител", TableColumn::Responsible),
    ("кто проводит", TableColumn::Responsible),
    ("кто отвечает", TableColumn::Responsible),
    ("срок", TableColumn::Term),
    ("дата", TableColumn::Term),
    ("время проведения", TableColumn::Term),
    ("период", TableColumn::Term),
    ("месяц", TableColumn::Term),
    ("когда", TableColumn::Term),
    ("форма", TableColumn::Form),
    ("вид деятельности", TableColumn::Form),
    ("участник", TableColumn::Participants),
    ("категория участников", TableColumn::Participants),
    ("целевая аудитория", TableColumn::Participants),
    ("мероприяти", TableColumn::Text),
    ("содержание", TableColumn::Text),
    ("наименование", TableColumn::Text),
    ("название", TableColumn::Text),
    ("тема", TableColumn::Text),
    ("вид работ", TableColumn::Text),
    ("действи", TableColumn::Text),
    ("задач", TableColumn::Task),
];

/// A heading is a few words; a longer text is a row that happens to hold one of them.
const LONGEST_HEADING: usize = 80;

/// How far down headings are looked for: above them stand a title, stamps and whose plan it is.
const SEARCHED_ROWS: usize = 40;

/// Where the headings stand and what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The row, from zero.
    pub row: usize,
    /// What each column holds.
    pub columns: Vec<TableColumn>,
}

impl TableColumn {
    /// The column by which a row is known: without it there is no row.
    #[must_use]
    pub fn main(kind: TableKind) -> Self {
        match kind {
            TableKind::Activities => Self::Text,
            TableKind::Members => Self::Name,
        }
    }

    /// Whether rows are known by the column: by the surname too where the name is in several.
    #[must_use]
    pub fn is_main(self, kind: TableKind) -> bool {
        self == Self::main(kind) || (kind == TableKind::Members && self == Self::Surname)
    }

    /// What a heading says.
    #[must_use]
    pub fn of_heading(heading: &str, kind: TableKind) -> Option<Self> {
        if heading.chars().count() > LONGEST_HEADING {
            return None;
        }
        if kind == TableKind::Members {
            return column_of_roster(heading);
        }
        let heading = folded(heading);
        OF_PLANS.iter().find(|(word, _)| begins_a_word(&heading, word)).map(|(_, column)| *column)
    }
}

/// «оо» and «фио» are whole words; the others are beginnings.
fn begins_a_word(heading: &str, wanted: &str) -> bool {
    let whole = wanted.chars().count() <= 3;
    if whole {
        return heading.split(' ').any(|word| word == wanted);
    }
    heading.match_indices(wanted).any(|(at, _)| at == 0 || heading.as_bytes()[at - 1] == b' ')
}

/// The row with the best headings: with the main column, and with as many others as any row has. A column that
/// comes twice counts the first time.
#[must_use]
pub fn find_heading(rows: &[Vec<String>], kind: TableKind) -> Option<Heading> {
    let mut best: Option<(usize, Heading)> = None;
    for (row, cells) in rows.iter().enumerate().take(SEARCHED_ROWS) {
        let columns = columns_of(cells, kind);
        let found = columns.iter().filter(|column| **column != TableColumn::Skip).count();
        let enough = columns.iter().any(|column| column.is_main(kind)) && found >= 2;
        if enough && best.as_ref().is_none_or(|(most, _)| found > *most) {
            best = Some((found, Heading { row, columns }));
        }
    }
    best.map(|(_, heading)| heading)
}

fn columns_of(cells: &[String], kind: TableKind) -> Vec<TableColumn> {
    let mut columns = Vec::with_capacity(cells.len());
    for cell in cells {
        let column = TableColumn::of_heading(cell, kind).unwrap_or(TableColumn::Skip);
        columns.push(if columns.contains(&column) { TableColumn::Skip } else { column });
    }
    if kind == TableKind::Members {
        settle(&mut columns);
    }
    columns
}

/// The columns of a row that can only be headings: three of them at least, and little else in it. Further down in a
/// sheet a row of the plan must not pass for the headings of another table.
pub(super) fn strict_heading(cells: &[String], kind: TableKind) -> Option<Vec<TableColumn>> {
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let longest = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
    if filled < 3 || longest > 40 {
        return None;
    }
    let columns = columns_of(cells, kind);
    let found = columns.iter().filter(|column| **column != TableColumn::Skip).count();
    (columns.iter().any(|column| column.is_main(kind)) && found >= 3 && found * 3 >= filled * 2)
        .then_some(columns)
}

/// «1 | 2 | 3 | 4» under the headings, as forms have it.
#[must_use]
pub fn is_numbering(cells: &[String]) -> bool {
    let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    filled.len() >= 2 && (1..).zip(&filled).all(|(number, cell)| **cell == format!("{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[rstest]
    #[case("Мероприятие", TableColumn::Text)]
    #[case("Содержание работы", TableColumn::Text)]
    #[case("Срок проведения", TableColumn::Term)]
    #[case("Сроки", TableColumn::Term)]
    #[case("ОТВЕТСТВЕННЫЕ", TableColumn::Responsible)]
    #[case("Ожидаемый\nрезультат", TableColumn::Expected)]
    #[case("Участники (ОО)", TableColumn::Participants)]
    #[case("Отметка о выполнении", TableColumn::Mark)]
    #[case("Что вышло", TableColumn::Mark)]
    #[case("Форма проведения", TableColumn::Form)]
    #[case("Задача ППС", TableColumn::Task)]
    #[case("Мероприятия по решению задач", TableColumn::Text)]
    fn headings_of_a_plan(#[case] heading: &str, #[case] column: TableColumn) {
        assert_eq!(TableColumn::of_heading(heading, TableKind::Activities), Some(column));
    }

    #[test]
    fn headings_are_found_below_a_title_and_in_any_order() {
        let rows = [
            row(&["План мероприятий на 2025/2026 учебный год", "", ""]),
            row(&["", "", ""]),
            row(&["Срок", "№ п/п", "Мероприятие", "Ответственный"]),
            row(&["сентябрь", "1", "Анализ результатов", "Соколова М. В."]),
        ];
        let found = find_heading(&rows, TableKind::Activities).unwrap();
        assert_eq!(found.row, 2);
        let columns = [TableColumn::Term, TableColumn::Skip, TableColumn::Text, TableColumn::Responsible];
        assert_eq!(found.columns, columns);
    }

    #[test]
    fn a_table_without_headings_has_none() {
        let rows = [row(&["Анализ результатов", "сентябрь"]), row(&["Семинар", "ноябрь"])];
        assert_eq!(find_heading(&rows, TableKind::Activities), None);
    }

    #[test]
    fn a_row_of_numbers_is_known() {
        assert!(is_numbering(&row(&["1", "2", "3"])));
        assert!(!is_numbering(&row(&["1", "Семинар", "3"])));
        assert!(!is_numbering(&row(&["1"])));
    }
}
