//! A table of a plan without directions, as most of them are: guessed, mended, and found again after another room.

use std::path::Path;

use crate::september::{community_without_a_plan, pastes};
use crate::window::Data;

/// Twelve rows as they stand in Word; of the last ones the direction is not plain.
const TABLE: &str = "№\tСрок\tМероприятие\tОтветственный\tОжидаемый результат\n\
    1\tсентябрь\tАнализ результатов ВПР и ОГЭ школ-участниц\tКузнецова О. И.\tсправка\n\
    2\tоктябрь\tДиагностика профессиональных затруднений\tСоколова М. В.\tсвод\n\
    3\tдо 01.11.2025\tПодборка материалов по ФГОС ООО и ФОП\tТишкин Р. И.\tпапка\n\
    4\tежеквартально\tПополнение страницы ППС на сайте РИМК\tТишкин Р. И.\tматериалы\n\
    5\tноябрь — март\tВзаимное посещение уроков\tФомин Д. С.\t8 уроков\n\
    6\tежемесячно\tКонсультации молодых педагогов\tСоколова М. В.\tжурнал\n\
    7\tоктябрь\tСоставление ИОМ\tКузнецова О. И.\t2 ИОМ\n\
    8\tдекабрь\tЭкспертиза рабочих программ Вакинской СШ\tФомин Д. С.\tзаключение\n\
    9\tсентябрь\tДорожная карта поддержки Батуринской СШ\tГришин А. П.\tкарта\n\
    10\tдекабрь\tКонтроль исполнения решений\tСоколова М. В.\tсправка\n\
    11\tноябрь\tСеминар-практикум «Формирующее оценивание»\tЛарина С. Ю.\t20 участников\n\
    12\tмарт\tМастер-класс «Цифровые инструменты»\tТишкин Р. И.\t15 участников\n";

/// A row that nothing is known of, one that is only probable, and somebody who is not in the roster.
const UNCLEAR: &str = "Мероприятие\tСрок\tОтветственный\n\
    Встреча с ветеранами\tмай\tПетрова А. А.\n\
    Помощь учителям Вакинской СШ\tапрель\tФомин Д. С.\n";

fn picture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name)
}

#[test]
fn twelve_rows_without_directions_are_ready_at_once_and_wait_for_whoever_looks_elsewhere() {
    let data = Data::new().on("2025-09-15");
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("План").await;
        window.presses("Вставить таблицу").await;
        window.sees("Мероприятия из таблицы").await;
        pastes(window, &format!("{TABLE:?}"), "''", "готово 12").await;
        window.sees("по слову «анализ»").await;
        window.pictures(&picture("plan-table-guessed.png")).await;
        // The direction is chosen otherwise in the row itself.
        window.chooses("Направление строки 5", "3.1.4").await;
        window
            .until("the choice is seen", async || {
                window.chosen("Направление строки 5").await.starts_with("3.1.4")
            })
            .await;

        window.presses("Состав").await;
        window.sees("Соколова Марина Викторовна").await;
        window.presses("План").await;
        window.sees("готово 12 строк").await;
        assert!(
            window.chosen("Направление строки 5").await.starts_with("3.1.4"),
            "the choice is there still"
        );
        window.presses("Добавить 12 мероприятий").await;
        window.sees("Добавлено 12 мероприятий из таблицы").await;
        window.sees("Взаимное посещение уроков").await;
    });
}

#[test]
fn what_is_not_clear_is_said_quietly_and_chosen_for_many_at_once() {
    let data = Data::new().on("2025-09-15");
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("План").await;
        window.presses("Вставить таблицу").await;
        window.sees("Мероприятия из таблицы").await;
        pastes(window, &format!("{UNCLEAR:?}"), "''", "Пока ничего не добавлено").await;
        window.sees("не ясно, выберите").await;
        window.sees("проверьте: по слову «помощь»").await;
        // A name that the roster lacks stays as words, and that is said beside them.
        window.sees("«Петрова А. А.» — в составе нет, останется словами.").await;
        window.pictures(&picture("plan-table-unclear.png")).await;
        let shouting = "return document.querySelectorAll('.tabin .wrong').length";
        assert_eq!(window.asks(shouting).await, 0);

        window.chooses("Направление для нескольких строк", "3.1.7").await;
        window.presses("Дать неясным: 2").await;
        window.presses("Добавить 2 мероприятия").await;
        window.sees("Добавлено 2 мероприятия из таблицы").await;
        // Who answers in words comes in as well.
        window.sees("Петрова А. А.").await;
    });
}

/// A plan of Word in three tables: meetings, rows under sections and months, and a part of the same plan further down.
const MEETINGS: &str = "Сроки\tТема заседаний\tОбсуждаемые вопросы\tВыступающие\n\
    Сентябрь\tУстановочное заседание\t1. Анализ работы.|2. План на год.\t1. Методист РИМК|2. Фомин Д. С.\n\
    Январь\tКруглый стол «Оценивание»\t1. Опыт школ.\t1. Ларина С. Ю.";

const ROWS: &str = "№\tМероприятие\tСрок\tОтветственный\tПримечание\n\
    Работа с молодыми педагогами\n\
    1\tШкола молодого учителя\tоктябрь\tучитель Фомин Д. С.\tважно\n\
    Подготовка к аттестации\n\
    2\tКонсультации по портфолио\tежемесячно\tрабочая группа\t";

#[test]
fn a_plan_of_word_comes_in_with_its_sections_and_its_meetings() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("План РМО.docx");
    let text = pps_tests::word_with_tables(&[
        ("План заседаний на 2025-2026 учебный год", MEETINGS),
        ("Мероприятия", ROWS),
    ]);
    std::fs::write(&file, text).unwrap();
    let data = Data::new().on("2025-09-15").with("PPS_REHEARSAL_FILES", &file);
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("План").await;
        window.presses("Вставить таблицу").await;
        window.presses("Открыть файл").await;
        window.sees("Установочное заседание").await;
        window.comes_to_rest().await;
        window.pictures(&picture("meetings-of-word.png")).await;
        window.presses("Добавить 2 заседания").await;
        window.sees("Добавлено 2 заседания из таблицы").await;

        window.presses("Вставить таблицу").await;
        window.presses("Открыть файл").await;
        window.sees("Установочное заседание").await;
        window.comes_to_rest().await;
        window.chooses("Какая таблица", "Таблица 2, строк: 4").await;
        window.sees("раздел плана «Работа с молодыми педагогами»").await;
        window.sees("Не войдёт столбец «Примечание»").await;
        window.comes_to_rest().await;
        window.presses("Что не войдёт").await;
        window.sees("важно").await;
        window.pictures(&picture("plan-of-word.png")).await;
        window.presses("Добавить 2 мероприятия").await;
        window.sees("Добавлено 2 мероприятия из таблицы").await;
        window.sees("Школа молодого учителя").await;
        window.sees("рабочая группа").await;
    });
}
