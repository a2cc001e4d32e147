use chrono::NaiveDate;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::import::{TableKind, tables_of};
use crate::russian::FullName;

const YEAR: SchoolYear = SchoolYear(2025);

const NAMES: [&str; 5] = [
    "Ветрова Галина Николаевна",
    "Лапшин Олег Юрьевич",
    "Чернова Ирина Павловна",
    "Соколова Марина Викторовна",
    "Зотов Илья Борисович",
];

fn people() -> People {
    let named = NAMES.iter().zip(1_u128..);
    People::named(named.map(|(name, number)| (Uuid::from_u128(number).into(), FullName::parse(name))))
}

/// A table as lines with semicolons; «|» is a line break within a cell.
fn rows_of(table: &str) -> Vec<Vec<String>> {
    let cell = |cell: &str| cell.trim().replace('|', "\n");
    table
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split(';').map(cell).collect())
        .collect()
}

fn read(table: &str) -> Vec<ActivityRow> {
    read_with(table, &[])
}

fn read_with(table: &str, as_rows: &[usize]) -> Vec<ActivityRow> {
    let rows = rows_of(table);
    let (heading, below) = tables_of(&rows, TableKind::Activities).swap_remove(0);
    let heading = heading.expect("the table has headings");
    let table = ActivityTable {
        heading: Some(&heading),
        columns: &heading.columns,
        meetings: heading.of_meetings(),
        year: YEAR,
        people: &people(),
        tasks: &[],
        direction: Some(Direction::Organisation),
        earlier: &EarlierDirections::default(),
        since_1904: false,
        holidays: &[],
        as_rows,
        chosen: &[],
    };
    table.read(&rows[below])
}

fn surnames(ids: &[PersonId]) -> String {
    let surname = |id: &PersonId| {
        let at = usize::try_from(id.0.as_u128()).unwrap() - 1;
        NAMES[at].split(' ').next().unwrap().to_owned()
    };
    ids.iter().map(surname).collect::<Vec<_>>().join(",")
}

/// «[3.1.1|Раздел] текст @срок %время #место =форма +Ветрова (словами) !сомнения», «--- раздел», «M тема @срок: вопрос +Ветрова»
fn said(row: &ActivityRow) -> String {
    let term =
        |term: &Option<Term>| term.as_ref().map(|term| format!(" @{}", term.in_table())).unwrap_or_default();
    let who = |people: &[PersonId], words: &str| {
        let people = if people.is_empty() { String::new() } else { format!(" +{}", surnames(people)) };
        if words.is_empty() { people } else { format!("{people} ({words})") }
    };
    let with =
        |sign: &str, text: &str| if text.is_empty() { String::new() } else { format!(" {sign}{text}") };
    match row {
        ActivityRow::Repeated => "=".to_owned(),
        ActivityRow::Continues(of) => format!("^{of}"),
        ActivityRow::Divider(divider) => {
            let direction = divider.direction.map(|direction| direction.clause()).unwrap_or_default();
            let note = if divider.note { " note" } else { "" };
            format!(
                "---{}{}{}{note}",
                with("", direction),
                with("", divider.section.as_deref().unwrap_or_default()),
                term(&divider.term)
            )
        }
        ActivityRow::Activity(read) => {
            let direction = read.direction.map(|direction| direction.clause()).unwrap_or("?");
            let section = read.section.as_deref().map(|section| format!("|{section}")).unwrap_or_default();
            let doubts = read.doubts.len() + usize::from(read.refusal.is_some());
            format!(
                "[{direction}{section}] {}{}{}{}{}{}{}{}",
                read.text.replace('\n', "|"),
                term(&read.term),
                with("%", &read.time),
                with("#", &read.venue),
                with("=", &read.form),
                with("→", &read.expected.replace('\n', "|")),
                who(&read.responsible, &read.responsible_in_words),
                if doubts == 0 && read.left.is_empty() {
                    String::new()
                } else {
                    format!(" !{}", doubts + read.left.len())
                }
            )
        }
        ActivityRow::Meeting(read) => {
            let questions = read.questions.iter().map(|question| {
                format!("; {}{}", question.text, who(&question.speakers, &question.speakers_in_words))
            });
            format!(
                "M {}{}{}{}",
                read.topic,
                term(&read.term),
                who(&read.responsible, &read.responsible_in_words),
                questions.collect::<String>()
            )
        }
    }
}

#[rstest]
#[case::a_day_and_nobody_is_a_row(
    "Направление;Мероприятие;Срок;Ответственный
     3.1.1;Входной срез;15.10.2025;Соколова М. В.
     3.1.1;Сбор заявок;20.10.2025;
     3.1.2;Рассылка новинок;октябрь;
     3.1.2;Обзор журналов;01.12.2025;",
    &[
        "[3.1.1] Входной срез @15.10.2025 +Соколова",
        "[3.1.1] Сбор заявок @20.10.2025",
        "[3.1.2] Рассылка новинок @октябрь",
        "[3.1.2] Обзор журналов @01.12.2025",
    ]
)]
#[case::a_row_of_two_words(
    "№;Мероприятие;Срок
     1;Совещание А;октябрь
     2;Информационное совещание;
     3;Совещание Б;ноябрь",
    &["[3.1.3] Совещание А @октябрь", "[3.1.3] Информационное совещание", "[3.1.3] Совещание Б @ноябрь"]
)]
#[case::directions_and_sections(
    "№ п/п;Мероприятие;Сроки;Ответственные
     1. Аналитическая деятельность;;;
     1.1;Анализ работы за год;сентябрь;Ветрова Г.Н.
     2. Работа с молодыми педагогами;;;
     2.1;Школа молодого учителя;октябрь;Лапшин О.Ю.
     3. Организационная работа;;;
     3.1;Сбор списков;ноябрь;Чернова И.П.",
    &[
        "--- 3.1.1 Аналитическая деятельность",
        "[3.1.1|Аналитическая деятельность] Анализ работы за год @сентябрь +Ветрова",
        "--- Работа с молодыми педагогами",
        "[3.1.3|Работа с молодыми педагогами] Школа молодого учителя @октябрь +Лапшин",
        "--- 3.1.3 Организационная работа",
        "[3.1.3|Организационная работа] Сбор списков @ноябрь +Чернова",
    ]
)]
#[case::directions_alone_are_no_sections(
    "№;Мероприятие;Срок
     Аналитическое направление;;
     1;Срез;октябрь",
    &["--- 3.1.1", "[3.1.1] Срез @октябрь"]
)]
#[case::sections_without_numbers(
    "Мероприятие;Сроки;Ответственные
     Работа с одарёнными детьми;;
     Олимпиада;ноябрь;Ветрова Г.Н.
     Работа с молодыми педагогами;;
     Школа молодого учителя;октябрь;Лапшин О.Ю.",
    &[
        "--- Работа с одарёнными детьми",
        "[3.1.3|Работа с одарёнными детьми] Олимпиада @ноябрь +Ветрова",
        "--- Работа с молодыми педагогами",
        "[3.1.3|Работа с молодыми педагогами] Школа молодого учителя @октябрь +Лапшин",
    ]
)]
#[case::bare_rows_one_after_another_are_rows(
    "Мероприятие;Сроки;Ответственные
     Олимпиада;ноябрь;Ветрова Г.Н.
     Смотр кабинетов;;
     Чтения;;
     Конкурс;март;",
    &[
        "[3.1.3] Олимпиада @ноябрь +Ветрова",
        "[3.1.3] Смотр кабинетов",
        "[3.1.3] Чтения",
        "[3.1.3] Конкурс @март =конкурс",
    ]
)]
#[case::months(
    "№;Мероприятие;Ответственный
     Сентябрь;;
     1;Заседание РМО № 1;Ветрова Г.Н.
     2;Входная диагностика;Лапшин О.Ю.
     ОКТЯБРЬ;;
     1;Школьный этап олимпиады;Чернова И.П.",
    &[
        "--- @сентябрь",
        "[3.1.3] Заседание РМО № 1 @сентябрь =заседание +Ветрова",
        "[3.1.3] Входная диагностика @сентябрь +Лапшин",
        "--- @октябрь",
        "[3.1.3] Школьный этап олимпиады @октябрь +Чернова",
    ]
)]
#[case::days_under_months(
    "№;Мероприятие;Дата
     Октябрь;;
     1;Семинар;15
     2;Чтения;20-21
     3;Сбор;в течение года",
    &[
        "--- @октябрь",
        "[3.1.3] Семинар @15.10.2025 =семинар",
        "[3.1.3] Чтения @20–21.10.2025",
        "[3.1.3] Сбор @в течение года",
    ]
)]
#[case::a_day_across_the_table(
    "№|п/п;Мероприятие;Время;Место|проведения;Ответственный|исполнитель;Отметка о|выполнении
     26 августа 2025 г.|Методический сбор;;;;;
     ;Вступительное слово.;14.00-14.10;каб. 19;Ветрова Г.Н.;
     ;Подведение итогов.|Постановка задач.;14.30-15.00;каб. 19;Чернова И.П.;
     27 августа 2025 г.;;;;;
     ;Открытый урок;10.00-10.45;каб. 7;;",
    &[
        "--- Методический сбор @26.08.2025",
        "[3.1.3|Методический сбор] Вступительное слово. @26.08.2025 %14.00-14.10 #каб. 19 +Ветрова",
        "[3.1.3|Методический сбор] Подведение итогов. Постановка задач. @26.08.2025 %14.30-15.00 #каб. 19 +Чернова",
        "--- @27.08.2025",
        "[3.1.3|Методический сбор] Открытый урок @27.08.2025 %10.00-10.45 #каб. 7 =открытый урок",
    ]
)]
#[case::two_columns_of_days(
    "N п/п;Номер и наименование основного мероприятия;Ответственный исполнитель;Срок;;Результат
     ;;;начала реализации;окончания реализации;
     1;2;3;4;5;6
     Подпрограмма 1 «Рост»;;;;;
     1.;Школа наставника;Ветрова Г.Н.;сентябрь 2025;май 2026;Обучено 12
     2.;Отбор уроков;Зотов И.Б.;01.11.2025;20.12.2025;Банк",
    &[
        "=",
        "--- Подпрограмма 1 «Рост»",
        "[3.1.3|Подпрограмма 1 «Рост»] Школа наставника @сентябрь — май →Обучено 12 +Ветрова",
        "[3.1.3|Подпрограмма 1 «Рост»] Отбор уроков @01.11–20.12.2025 →Банк +Зотов",
    ]
)]
#[case::sections_with_roman_numbers(
    "N;Направления деятельности;Сроки;Ответственные лица
     I. Разбор итогов;;;
     1.;Сверка результатов;июль - август 2025;Г.Н. Ветрова|О.Ю. Лапшин
     II.;Работа с учителями;;
     2.;Разбор экзамена;до 1 февраля 2026 года;И.П. Чернова",
    &[
        "--- Разбор итогов",
        "[3.1.3|Разбор итогов] Сверка результатов @июль - август 2025 +Ветрова,Лапшин !1",
        "--- Работа с учителями",
        "[3.1.3|Работа с учителями] Разбор экзамена @до 01.02.2026 +Чернова",
    ]
)]
#[case::stages(
    "№;Наименование этапа;Мероприятия;Содержание деятельности;Срок
     1.;Подготовка;Изучение;1. Изучение приказа;Сентябрь 2025
     ;;;2. Подбор пособий;Сентябрь 2025
     2.;Пары;Сбор запросов;1. Анкета;Ноябрь 2025",
    &[
        "[3.1.3|Подготовка — Изучение] 1. Изучение приказа @сентябрь",
        "[3.1.3|Подготовка — Изучение] 2. Подбор пособий @сентябрь",
        "[3.1.3|Пары — Сбор запросов] 1. Анкета @ноябрь",
    ]
)]
#[case::month_and_date(
    "Месяц;Дата;Направление;Мероприятие
     октябрь;15.10.2025;3.1.1;Сбор
     ноябрь;20.11.2025;3.1.2;Обзор",
    &["[3.1.1] Сбор @15.10.2025", "[3.1.2] Обзор @20.11.2025"]
)]
#[case::the_summer_before_and_after(
    "Мероприятие;Срок
     Дело А;август 2025
     Дело Б;август
     Дело В;сентябрь
     Дело Г;май
     Дело Д;август",
    &[
        "[3.1.3] Дело А @август 2025",
        "[3.1.3] Дело Б @август",
        "[3.1.3] Дело В @сентябрь",
        "[3.1.3] Дело Г @май",
        "[3.1.3] Дело Д @август",
    ]
)]
#[case::terms_outside_the_year(
    "Мероприятие;Срок
     Дело А;сентябрь 2026
     Дело Б;октябрь 2024 — март 2025",
    &["[3.1.3] Дело А @сентябрь 2026 !1", "[3.1.3] Дело Б @октябрь 2024 — март 2025 !1"]
)]
#[case::a_row_that_goes_on(
    "№;Мероприятие;Срок;Ответственный
     1;Семинар;октябрь;Ветрова Г.Н.
     ;;;Лапшин О.Ю.
     2;Чтения;ноябрь;",
    &["[3.1.3] Семинар @октябрь =семинар +Ветрова,Лапшин !1", "^0", "[3.1.3] Чтения @ноябрь"]
)]
#[case::signatures_below(
    "№;Мероприятие;Срок
     1;Чтения;ноябрь
     Руководитель РМО ________ Г. Н. Ветрова;;",
    &["[3.1.3] Чтения @ноябрь", "--- note"]
)]
#[case::headings_on_each_page(
    "№;Мероприятие;Срок
     1;Чтения;ноябрь
     №;Мероприятие;Срок
     2;Смотр;май",
    &["[3.1.3] Чтения @ноябрь", "=", "[3.1.3] Смотр @май"]
)]
#[case::what_nobody_knows_is_left(
    "№;Мероприятие;Срок;Примечание
     1;Чтения;ноябрь;важно
     2;Смотр;май;",
    &["[3.1.3] Чтения @ноябрь !1", "[3.1.3] Смотр @май"]
)]
#[case::lists_keep_their_lines(
    "№;Мероприятие;Срок;Результат
     1;Семинар:|1. приёмы|2. опыт;ноябрь;— сборник;",
    &["[3.1.3] Семинар:|1. приёмы|2. опыт @ноябрь =семинар →— сборник"]
)]
fn tables_as_people_draw_them(#[case] table: &str, #[case] wanted: &[&str]) {
    let got: Vec<String> = read(table).iter().map(|row| said(row).replace('\u{a0}', " ")).collect();
    assert_eq!(got, wanted);
}

#[test]
fn meetings_come_as_meetings_with_a_speaker_for_each_question() {
    let table = "Сроки;Тема заседаний;Обсуждаемые вопросы;Выступающие
        Сентябрь;Установочное заседание;1. Анализ работы.|2. Выборы секретаря.;1. Зам. директора по ВР|2. Ветрова Г.Н.
        Январь;Круглый стол «Опыт»;1. Развитие.|2. Игра.;1. Лапшин О.Ю.|2. Учителя";
    let got: Vec<String> = read(table).iter().map(said).collect();
    assert_eq!(
        got,
        [
            "M Установочное заседание @сентябрь; Анализ работы. (Зам. директора по ВР); Выборы секретаря. +Ветрова",
            "M Круглый стол «Опыт» @январь; Развитие. +Лапшин; Игра. (Учителя)",
        ]
    );
}

#[test]
fn a_heading_that_a_person_calls_a_row_is_one() {
    let table = "№;Мероприятие;Срок
        Праздник первого звонка;;
        1;Чтения;ноябрь";
    assert!(matches!(read(table)[0], ActivityRow::Divider(_)));
    assert!(matches!(&read_with(table, &[0])[0], ActivityRow::Activity(_)));
}

#[test]
fn the_august_at_the_end_of_a_plan_is_the_next_one() {
    let rows = read("Мероприятие;Срок\nДело А;август\nДело Б;октябрь\nДело В;август");
    let end = |row: &ActivityRow| match row {
        ActivityRow::Activity(read) => read.term.as_ref().and_then(|term| term.end(YEAR)),
        _ => None,
    };
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    assert_eq!(end(&rows[0]), day(2025, 8, 31));
    assert_eq!(end(&rows[2]), day(2026, 8, 31));
}

#[test]
fn an_august_that_nothing_explains_is_asked_about() {
    let rows = read("Мероприятие;Срок\nДело А;август");
    assert_eq!(said(&rows[0]), "[3.1.3] Дело А @август !1");
}

#[test]
fn a_second_column_of_directions_says_the_same_or_is_told_of() {
    let table = "Раздел;Направление;Мероприятие
        3.1.1;сентябрь;Анализ результатов
        3.1.2;3.1.3;Подборка материалов
        3.1.5;Экспертное;Экспертиза программ";
    let read: Vec<(Option<Direction>, Vec<usize>)> = read(table)
        .into_iter()
        .map(|row| match row {
            ActivityRow::Activity(read) => (read.direction, read.left.into_iter().collect()),
            _ => panic!("a row of a plan"),
        })
        .collect();
    let wanted = [
        (Some(Direction::Analysis), vec![1]),
        (Some(Direction::Information), vec![1]),
        (Some(Direction::Expertise), Vec::new()),
    ];
    assert_eq!(read, wanted);
}
