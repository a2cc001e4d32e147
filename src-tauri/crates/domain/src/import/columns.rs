use serde::{Deserialize, Serialize};

use super::folded;
use super::headings_of_plans::OF_PLANS;
use super::headings_of_rosters::column_of_roster;

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
    /// Nothing that is taken over: a column that nobody knows, or that the person does not want.
    Skip,
    /// № п/п: the number of the row, which follows from its place.
    Number,
    /// Направление.
    Direction,
    /// Раздел, этап: one of the plan's own sections.
    Section,
    /// Мероприятие.
    Text,
    /// Содержание: more lines of what is done, where another column names it.
    Content,
    /// Вид деятельности: what is done, or the form of it where another column says what is done.
    Work,
    /// Вопросы заседания.
    Questions,
    /// Задача плана.
    Task,
    /// Форма проведения.
    Form,
    /// Срок.
    Term,
    /// Месяц, beside a column with the day.
    Month,
    /// Начало.
    TermFrom,
    /// Окончание.
    TermTo,
    /// Время.
    Time,
    /// Место.
    Venue,
    /// Цель.
    Goal,
    /// Участники (ОО).
    Participants,
    /// Ответственный.
    Responsible,
    /// Ожидаемый результат.
    Expected,
    /// Отметка о выполнении.
    Mark,
    /// Факт: when it was done.
    Done,
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
    /// Дата присвоения категории.
    CategorySince,
    /// Стаж, or стаж общий/педагогический.
    Experience,
    /// Педагогический стаж, where it has a column of its own.
    PedagogicalExperience,
    /// Стаж по специальности, в занимаемой должности.
    ExperienceInSpecialty,
    /// Совместитель.
    PartTime,
    /// Классы.
    Classes,
    /// Курсы.
    Courses,
    /// Звания и награды.
    Awards,
    /// Тема самообразования.
    SelfEducation,
    /// Телефон, почта.
    Contact,
}

/// A heading is a few words; a longer text is a row that happens to hold one of them.
const LONGEST_HEADING: usize = 90;

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

    /// What a heading says by its words alone.
    #[must_use]
    pub fn of_heading(heading: &str, kind: TableKind) -> Option<Self> {
        if heading.chars().count() > LONGEST_HEADING {
            return None;
        }
        if is_number_heading(heading) {
            return Some(Self::Number);
        }
        match kind {
            TableKind::Activities => {
                let heading = folded(heading);
                let found = OF_PLANS.iter().find(|(words, _)| holds(&heading, words));
                found.map(|(_, column)| *column).filter(|column| *column != Self::Skip)
            }
            TableKind::Members => column_of_roster(heading),
        }
    }
}

/// «№», «№ п/п», «N п/п», «No»
fn is_number_heading(heading: &str) -> bool {
    let trimmed = heading.trim();
    let folded = folded(trimmed);
    let named = matches!(folded.as_str(), "п п" | "n п п" | "n" | "no" | "номер" | "номер п п" | "nn" | "пп");
    named || (trimmed.starts_with('№') && matches!(folded.as_str(), "" | "п п" | "пп" | "п"))
}

/// Whether a heading holds the words: of three letters at most as whole words, longer ones as beginnings of words.
fn holds(heading: &str, words: &str) -> bool {
    if let Some(whole) = words.strip_prefix('=') {
        return heading == whole;
    }
    words.split(' ').all(|wanted| {
        let whole = wanted.chars().count() <= 3;
        heading.split(' ').any(|word| if whole { word == wanted } else { word.starts_with(wanted) })
    })
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

    #[rstest]
    #[case(TableColumn::Text, &["Мероприятие", "Наименование мероприятия", "Название", "Вид работы", "Темы",
        "Номер и наименование основного мероприятия", "Тема заседаний", "Мероприятия по решению задач"])]
    #[case(TableColumn::Content, &["Содержание работы", "Содержание"])]
    #[case(TableColumn::Work, &["Виды деятельности", "Вид деятельности"])]
    #[case(TableColumn::Questions, &["Вопросы", "Обсуждаемые вопросы", "Тема и вопросы"])]
    #[case(TableColumn::Term, &["Срок проведения", "Сроки", "Срок исполнения", "Сроки выполнения", "Дата проведения",
        "Период", "Срок реализации мероприятия"])]
    #[case(TableColumn::TermFrom, &["Срок начала реализации", "Дата начала", "Начало", "Срок с"])]
    #[case(TableColumn::TermTo, &["Срок окончания реализации", "Дата завершения", "Окончание", "Сроки по"])]
    #[case(TableColumn::Month, &["Месяц"])]
    #[case(TableColumn::Time, &["Время", "Время проведения"])]
    #[case(TableColumn::Venue, &["Место\nпроведения", "ОУ", "Место"])]
    #[case(TableColumn::Responsible, &["ОТВЕТСТВЕННЫЕ", "Ответственный за выполнение", "Ответственные исполнители",
        "Отв.", "Исполнители", "Выступающие", "Кто проводит", "Докладчики"])]
    #[case(TableColumn::Expected, &["Ожидаемый\nрезультат", "Итог", "Вид документа", "Форма отчётности", "Выход",
        "Итоговый документ", "Результат"])]
    #[case(TableColumn::Participants, &["Участники (ОО)", "Категория участников", "Целевая аудитория"])]
    #[case(TableColumn::Mark, &["Отметка о выполнении", "Выполнение", "Что вышло", "Отметка об исполнении"])]
    #[case(TableColumn::Done, &["Сроки факт", "Фактическая дата"])]
    #[case(TableColumn::Form, &["Форма проведения", "Формы работы", "Форма"])]
    #[case(TableColumn::Task, &["Задача ППС"])]
    #[case(TableColumn::Goal, &["Цель", "Цели"])]
    #[case(TableColumn::Section, &["Наименование этапа", "Раздел"])]
    #[case(TableColumn::Direction, &["Направления деятельности", "Направление"])]
    #[case(TableColumn::Number, &["№ п/п", "N", "№", "N п/п", "№\nп/п"])]
    fn headings_of_a_plan(#[case] column: TableColumn, #[case] headings: &[&str]) {
        for heading in headings {
            assert_eq!(TableColumn::of_heading(heading, TableKind::Activities), Some(column), "{heading}");
        }
    }

    #[rstest]
    #[case("Кому представляется")]
    #[case("Примечание")]
    #[case("Нагрузка")]
    fn headings_that_are_not_of_a_plan(#[case] heading: &str) {
        assert_eq!(TableColumn::of_heading(heading, TableKind::Activities), None);
    }

    #[test]
    fn a_row_of_numbers_is_known() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert!(is_numbering(&row(&["1", "2", "3"])));
        assert!(!is_numbering(&row(&["1", "Семинар", "3"])));
        assert!(!is_numbering(&row(&["1"])));
    }
}
