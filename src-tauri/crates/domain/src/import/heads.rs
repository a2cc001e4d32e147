//! Where the headings of a table stand and what its columns hold: by the words of the headings and, where those may mean
//! several things, by what stands below them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::headings_of_rosters::settle;
use super::{TableColumn, TableKind, folded, is_numbering, read_direction};
use crate::calendar::{SchoolYear, Term, read_term};

/// How far down headings are looked for: above them stand a title, stamps and whose plan it is.
const SEARCHED_ROWS: usize = 40;

/// So many rows below the headings say what an ambiguous column holds.
const SAMPLED_ROWS: usize = 200;

/// Where the headings stand and what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The rows, from zero: one, or two where «Срок» stands above «начало» and «окончание».
    pub rows: Range<usize>,
    /// What stands over each column, of both rows.
    pub texts: Vec<String>,
    /// What each column holds.
    pub columns: Vec<TableColumn>,
}

impl Heading {
    /// Whether the rows of the table are meetings: it names their topics and questions.
    #[must_use]
    pub fn of_meetings(&self) -> bool {
        let texts: Vec<String> = self.texts.iter().map(|text| folded(text)).collect();
        let has = |word: &str| texts.iter().any(|text| text.split(' ').any(|said| said.starts_with(word)));
        self.columns.contains(&TableColumn::Questions) || (has("вопрос") && has("тем")) || has("заседан")
    }

    /// Whether a row is the headings once more, as they stand at the top of each page.
    #[must_use]
    pub fn stands_in(&self, cells: &[String], kind: TableKind) -> bool {
        let filled = || cells.iter().zip(&self.texts).filter(|(cell, _)| !cell.trim().is_empty());
        filled().count() >= 2
            && filled().count() == cells.iter().filter(|cell| !cell.trim().is_empty()).count()
            && filled().all(|(cell, text)| {
                let (cell, text) = (folded(cell), folded(text));
                let by_words = || {
                    cell.chars().count() <= 40
                        && TableColumn::of_heading(&cell, kind).is_some()
                        && TableColumn::of_heading(&cell, kind) == TableColumn::of_heading(&text, kind)
                };
                cell == text || (!cell.is_empty() && by_words())
            })
    }
}

/// The tables of one sheet: a second heading with other columns begins another table. Rows are counted from zero.
#[must_use]
pub fn tables_of(rows: &[Vec<String>], kind: TableKind) -> Vec<(Option<Heading>, Range<usize>)> {
    let Some(first) = find_heading(rows, kind) else { return vec![(None, 0..rows.len())] };
    let mut tables = Vec::new();
    let mut current = first;
    let mut at = current.rows.end;
    while at < rows.len() {
        let next = later_heading(rows, at, kind).filter(|next| next.columns != current.columns);
        if let Some(next) = next {
            let from = current.rows.end;
            at = next.rows.end;
            let to = next.rows.start;
            tables.push((Some(std::mem::replace(&mut current, next)), from..to));
        } else {
            at += 1;
        }
    }
    let from = current.rows.end;
    tables.push((Some(current), from..rows.len()));
    tables
}

/// The row with the best headings: with the main column, and with as many others as any row has.
#[must_use]
pub fn find_heading(rows: &[Vec<String>], kind: TableKind) -> Option<Heading> {
    let mut best: Option<(usize, Heading)> = None;
    for row in 0..rows.len().min(SEARCHED_ROWS) {
        let Some(heading) = heading_at(rows, row, kind) else { continue };
        let known = known(&heading.columns);
        // A number and one column more are a table; one column alone may be a sentence that holds its word.
        let numbered = heading.columns.contains(&TableColumn::Number);
        let enough = known + usize::from(numbered) >= 2;
        if enough && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, heading));
        }
    }
    best.map(|(_, heading)| heading)
}

/// The headings that a row begins, where it has the main column.
fn heading_at(rows: &[Vec<String>], row: usize, kind: TableKind) -> Option<Heading> {
    let first = rows.get(row)?;
    if first.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let two = rows.get(row + 1).and_then(|second| two_rows(first, second));
    let (end, texts) = match two {
        Some(texts) => (row + 2, texts),
        None => (row + 1, first.clone()),
    };
    let below = rows.get(end..rows.len().min(end + SAMPLED_ROWS)).unwrap_or_default();
    let columns = columns_of(&texts, below, kind);
    let has_main = columns.iter().any(|column| column.is_main(kind));
    has_main.then_some(Heading { rows: row..end, texts, columns })
}

fn known(columns: &[TableColumn]) -> usize {
    columns.iter().filter(|column| !matches!(column, TableColumn::Skip | TableColumn::Number)).count()
}

/// Headings further down: three columns at least, and little else in the row. A row of the plan must not pass for the
/// headings of another table.
fn later_heading(rows: &[Vec<String>], at: usize, kind: TableKind) -> Option<Heading> {
    let cells = rows.get(at)?;
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let longest = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
    if filled < 3 || longest > 40 {
        return None;
    }
    let said = cells.iter().filter(|cell| TableColumn::of_heading(cell, kind).is_some()).count();
    let heading = heading_at(rows, at, kind)?;
    (said >= 3 && said * 3 >= filled * 2).then_some(heading)
}

/// The headings of two rows as one: «Срок» over «начало» and «окончание» is «Срок начало» and «Срок окончание». None
/// where the second row is something else.
fn two_rows(first: &[String], second: &[String]) -> Option<Vec<String>> {
    let width = first.len().max(second.len());
    let text = |row: &[String], at: usize| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    if is_numbering(second) {
        return None;
    }
    let mut texts = Vec::with_capacity(width);
    let mut below = 0;
    let mut owner: Option<usize> = None;
    for at in 0..width {
        let (above, under) = (text(first, at), text(second, at));
        if !above.is_empty() {
            owner = Some(at);
        }
        let wide = owner.is_some_and(|owner| {
            above.is_empty() || (at + 1 < width && owner == at && text(first, at + 1).is_empty())
        });
        let repeated = under.is_empty() || under == above;
        match owner {
            Some(owner) if wide && !repeated => {
                if under.chars().count() > 40 || says_a_value(&under) {
                    return None;
                }
                below += 1;
                texts.push(format!("{} {under}", text(first, owner)));
            }
            _ if repeated => texts.push(above),
            _ => return None,
        }
    }
    (below > 0).then_some(texts)
}

/// Whether a cell is a term or a number, which no heading is.
fn says_a_value(cell: &str) -> bool {
    let number = cell.chars().all(|c| !c.is_alphabetic());
    number || !matches!(read_term(cell, SchoolYear(2025)), None | Some(Term::Words { .. }))
}

/// What the columns hold.
pub(super) fn columns_of(texts: &[String], below: &[Vec<String>], kind: TableKind) -> Vec<TableColumn> {
    let mut columns: Vec<TableColumn> =
        texts.iter().map(|text| TableColumn::of_heading(text, kind).unwrap_or(TableColumn::Skip)).collect();
    let width = below.iter().map(Vec::len).max().unwrap_or_default().max(columns.len());
    columns.resize(width, TableColumn::Skip);
    let below = Below(below);
    number_column(texts, &mut columns, below);
    match kind {
        TableKind::Members => {
            once_each(&mut columns);
            settle(&mut columns);
        }
        TableKind::Activities => settle_plan(texts, &mut columns, below),
    }
    columns
}

/// A column of a roster that comes twice counts the first time.
fn once_each(columns: &mut [TableColumn]) {
    let mut seen = BTreeSet::new();
    for column in columns {
        if *column != TableColumn::Skip && !seen.insert(*column) {
            *column = TableColumn::Skip;
        }
    }
}

/// A column without a heading that holds «1», «1.2.» on the left of the others.
fn number_column(texts: &[String], columns: &mut [TableColumn], below: Below<'_>) {
    if columns.contains(&TableColumn::Number) {
        return;
    }
    let named = |at: usize| texts.get(at).is_some_and(|text| !text.trim().is_empty());
    if let Some(first) = columns.first_mut().filter(|column| **column == TableColumn::Skip && !named(0))
        && below.share(0, is_row_number).is_some_and(|share| share > 0.5)
    {
        *first = TableColumn::Number;
    }
}

/// «1», «1.», «2.1», «3)», «IV.»: no date and no clause.
#[must_use]
pub fn is_row_number(cell: &str) -> bool {
    let bare = cell.trim().trim_start_matches('№').trim().trim_end_matches(['.', ')', ' ']);
    let parts: Vec<&str> = bare.split(['.', ' ']).filter(|part| !part.is_empty()).collect();
    let arabic = |part: &&str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let roman = !bare.is_empty() && bare.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'Х' | 'І'));
    (!parts.is_empty() && parts.len() <= 4 && parts.iter().all(arabic)) || roman
}

/// The rows under the headings.
#[derive(Clone, Copy)]
struct Below<'a>(&'a [Vec<String>]);

impl<'a> Below<'a> {
    fn cells(self, at: usize) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(move |row| row.get(at).map_or("", |cell| cell.trim()))
    }

    /// Which share of the filled cells of a column is such. Nothing where all are empty.
    fn share(self, at: usize, is: impl Fn(&str) -> bool) -> Option<f64> {
        let filled: Vec<&str> = self.cells(at).filter(|cell| !cell.is_empty()).collect();
        let such = filled.iter().filter(|cell| is(cell)).count();
        #[expect(clippy::cast_precision_loss, reason = "two hundred rows at most")]
        (!filled.is_empty()).then(|| such as f64 / filled.len() as f64)
    }

    /// Whether one column names what several rows of another belong to: it repeats itself, or is empty, where the
    /// other says something new.
    fn is_coarser(self, coarse: usize, fine: usize) -> bool {
        let (mut same, mut rows, mut before) = (0, 0, "");
        for (coarse, fine) in self.cells(coarse).zip(self.cells(fine)) {
            if fine.is_empty() {
                continue;
            }
            rows += 1;
            if rows > 1 && (coarse.is_empty() || coarse == before) {
                same += 1;
            }
            if !coarse.is_empty() {
                before = coarse;
            }
        }
        same > 0 && same * 4 >= rows
    }
}

fn settle_plan(texts: &[String], columns: &mut [TableColumn], below: Below<'_>) {
    use TableColumn as C;
    let at = |columns: &[C], wanted: C| columns.iter().position(|column| *column == wanted);
    let mostly = |at: usize, is: &dyn Fn(&str) -> bool| below.share(at, is).is_some_and(|share| share >= 0.5);
    let directed = |cell: &str| read_direction(cell).is_some();
    for (place, column) in columns.iter_mut().enumerate() {
        match column {
            C::Section if mostly(place, &directed) => *column = C::Direction,
            C::Time if mostly(place, &says_when) && !mostly(place, &is_clock) => *column = C::Term,
            C::Term if mostly(place, &is_clock) => *column = C::Time,
            _ => {}
        }
    }
    // «Направления деятельности» over rows of the plan, or over names that are none of the seven.
    if let Some(place) = at(columns, C::Direction)
        && below.share(place, directed).is_some_and(|share| share < 0.5)
    {
        let others = [C::Text, C::Content, C::Work, C::Questions];
        let text = columns.iter().any(|column| others.contains(column));
        columns[place] = if text { C::Section } else { C::Text };
    }
    for other in [C::Work, C::Content, C::Questions] {
        if !columns.contains(&C::Text)
            && let Some(place) = at(columns, other)
        {
            columns[place] = C::Text;
        }
    }
    for column in columns.iter_mut().filter(|column| **column == C::Work) {
        *column = C::Form;
    }
    main_text(texts, columns, below);
    if !columns.contains(&C::Term)
        && let Some(place) = at(columns, C::Month)
    {
        columns[place] = C::Term;
    }
    // One end alone is the term.
    match (at(columns, C::TermFrom), at(columns, C::TermTo), at(columns, C::Term)) {
        (Some(place), None, None) | (None, Some(place), None) => columns[place] = C::Term,
        _ => {}
    }
}

/// Of several columns that say what is done the finest is the row; what several rows have in common is their section,
/// and the rest are more lines of the row.
fn main_text(texts: &[String], columns: &mut [TableColumn], below: Below<'_>) {
    use TableColumn as C;
    let said: Vec<usize> =
        (0..columns.len()).filter(|at| matches!(columns[*at], C::Text | C::Content)).collect();
    if said.len() < 2 {
        return;
    }
    let named = |at: usize| texts.get(at).is_some_and(|text| folded(text).contains("мероприят"));
    let first_text = said.iter().copied().find(|at| columns[*at] == C::Text && named(*at));
    let first_text = first_text.or_else(|| said.iter().copied().find(|at| columns[*at] == C::Text));
    let mut main = first_text.unwrap_or(said[0]);
    if let Some(finer) = said.iter().copied().find(|at| *at != main && below.is_coarser(main, *at)) {
        main = finer;
    }
    for at in said {
        columns[at] = if at == main {
            C::Text
        } else if below.is_coarser(at, main) {
            C::Section
        } else {
            C::Content
        };
    }
}

fn says_when(cell: &str) -> bool {
    !matches!(read_term(cell, SchoolYear(2025)), None | Some(Term::Words { .. }))
}

/// «14.00-14.10», «14:30», «с 10.00»
pub(super) fn is_clock(cell: &str) -> bool {
    let plain = cell.to_lowercase().replace("ч.", " ").replace("час", " ");
    let parts = plain.split(['-', '–', '—', ' ']).filter(|part| !part.is_empty());
    let parts: Vec<&str> =
        parts.filter(|part| !matches!(*part, "с" | "до" | "в" | "по" | "ч" | "мин")).collect();
    let clock = |part: &&str| {
        let Some((hours, minutes)) = part.split_once([':', '.', '-']) else { return false };
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| (1..=2).contains(&text.len()));
        number(hours).is_some_and(|hours| hours < 24)
            && minutes.len() == 2
            && number(minutes).is_some_and(|minutes| minutes < 60)
    };
    // «15.10» is a day as well as a time: a time is written with a colon, or comes as from–to.
    let certain = plain.contains(':') || parts.len() == 2;
    !parts.is_empty() && parts.iter().all(clock) && (certain || parts.iter().all(|part| part.ends_with("00")))
}

#[cfg(test)]
mod tests {
    use super::TableColumn as C;
    use super::*;
    use rstest::rstest;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    fn columns(rows: &[Vec<String>]) -> Vec<C> {
        find_heading(rows, TableKind::Activities).unwrap().columns
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
        assert_eq!((found.rows, found.columns), (2..3, vec![C::Term, C::Number, C::Text, C::Responsible]));
    }

    #[test]
    fn a_table_without_headings_has_none() {
        let rows = [row(&["Анализ результатов", "сентябрь"]), row(&["Семинар", "ноябрь"])];
        assert_eq!(find_heading(&rows, TableKind::Activities), None);
    }

    #[test]
    fn headings_of_two_rows_are_one() {
        let rows = [
            row(&["N п/п", "Наименование мероприятия", "Исполнитель", "Срок", "", "Результат"]),
            row(&["", "", "", "начала реализации", "окончания реализации", ""]),
            row(&["1", "2", "3", "4", "5", "6"]),
            row(&["1.", "Семинар", "РИМК", "сентябрь", "май", "акт"]),
        ];
        let found = find_heading(&rows, TableKind::Activities).unwrap();
        assert_eq!(found.rows, 0..2);
        assert_eq!(found.texts[3..5], ["Срок начала реализации", "Срок окончания реализации"]);
        assert_eq!(found.columns, [C::Number, C::Text, C::Responsible, C::TermFrom, C::TermTo, C::Expected]);
    }

    #[test]
    fn cells_that_reach_down_are_no_second_row_of_their_own() {
        let rows = [
            row(&["№ п/п", "Мероприятие", "Сроки", "", "Ответственные"]),
            row(&["№ п/п", "Мероприятие", "план", "факт", "Ответственные"]),
            row(&["1", "Смотр", "октябрь", "", "Соколова М. В."]),
        ];
        let found = find_heading(&rows, TableKind::Activities).unwrap();
        assert_eq!(found.rows, 0..2);
        assert_eq!(found.columns, [C::Number, C::Text, C::Term, C::Done, C::Responsible]);
    }

    #[test]
    fn a_row_under_a_wide_heading_is_not_a_heading() {
        let rows = [
            row(&["№", "Мероприятие", "Срок", "", "Ответственный"]),
            row(&["1", "Семинар", "октябрь", "2025", "Ветрова Г. Н."]),
        ];
        assert_eq!(find_heading(&rows, TableKind::Activities).unwrap().rows, 0..1);
    }

    #[rstest]
    #[case::rows_under_directions(
        "N;Направления деятельности;Сроки\n1.;Сверка результатов;октябрь",
        &[C::Number, C::Text, C::Term]
    )]
    #[case::the_seven(
        "Направление;Мероприятие;Срок\nАналитическое;Сверка;октябрь",
        &[C::Direction, C::Text, C::Term]
    )]
    #[case::own_directions(
        "Направление;Мероприятие;Срок\nОдарённые дети;Олимпиада;октябрь",
        &[C::Section, C::Text, C::Term]
    )]
    #[case::kinds_of_work(
        "Виды деятельности;Сроки\nСверка;октябрь",
        &[C::Text, C::Term]
    )]
    #[case::a_form_beside_the_text(
        "Мероприятие;Вид деятельности;Сроки\nСверка;семинар;октябрь",
        &[C::Text, C::Form, C::Term]
    )]
    #[case::stages(
        "Наименование этапа;Мероприятия;Содержание деятельности;Срок\nПодготовка;Изучение;1. Приказ;октябрь\nПодготовка;Изучение;2. Сбор;ноябрь",
        &[C::Section, C::Section, C::Text, C::Term]
    )]
    #[case::more_of_each_row(
        "Мероприятие;Содержание;Срок\nСеминар;приёмы;октябрь\nКруглый стол;опыт;ноябрь",
        &[C::Text, C::Content, C::Term]
    )]
    #[case::times(
        "Мероприятие;Время;Место проведения\nДоклад;14.00-14.10;каб. 19",
        &[C::Text, C::Time, C::Venue]
    )]
    #[case::terms_under_time(
        "Мероприятие;Время проведения;Ответственный\nДоклад;октябрь;Ветрова",
        &[C::Text, C::Term, C::Responsible]
    )]
    #[case::month_and_day(
        "Месяц;Дата;Мероприятие\nоктябрь;15.10.2025;Сбор",
        &[C::Month, C::Term, C::Text]
    )]
    #[case::a_month_alone("Месяц;Мероприятие\nоктябрь;Сбор", &[C::Term, C::Text])]
    #[case::meetings(
        "Сроки;Тема заседаний;Обсуждаемые вопросы;Выступающие\nСентябрь;Установочное;1. Анализ;1. Ветрова",
        &[C::Term, C::Text, C::Questions, C::Responsible]
    )]
    fn what_stands_below_says_what_a_column_holds(#[case] table: &str, #[case] wanted: &[C]) {
        let rows: Vec<Vec<String>> =
            table.lines().map(|line| row(&line.split(';').collect::<Vec<_>>())).collect();
        assert_eq!(columns(&rows), wanted);
    }

    #[rstest]
    #[case("14.00-14.10", true)]
    #[case("14:30", true)]
    #[case("с 10.00", true)]
    #[case("15.10", false)]
    #[case("октябрь", false)]
    #[case("", false)]
    fn a_time_of_day_is_known(#[case] cell: &str, #[case] clock: bool) {
        assert_eq!(is_clock(cell), clock);
    }
}
