//! A name is forgotten in the window, and a paper is saved without names.

use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_name_is_forgotten_everywhere_and_what_was_given_out_is_noted() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Состав").await;
        window.presses("Ларина Светлана Юрьевна").await;

        // The edition of a paper without names.
        window.looks_at_the_paper().await;
        window.presses("без персональных данных").await;
        let drawn = "return !!document.querySelector('.paper img[alt*=\"(без персональных данных)\"]')";
        window.until("the paper without names", async || window.asks(drawn).await == true).await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
        if window.asks("return document.documentElement.dataset.width").await != "wide" {
            window.presses("К записям").await;
        }

        // Nobody is forgotten by one press.
        window.presses("Обезличить…").await;
        window.sees("Отменить это нельзя").await;
        window.presses("Не обезличивать").await;
        window.presses("Обезличить…").await;
        window.presses("Обезличить насовсем").await;
        window.sees("Обезличено: теперь участник 1").await;
        window.sees("Участник обезличен").await;
        window.sees_no_more("Ларин").await;
        for room in ["Заседания", "План", "Решения", "Отчёт", "Обзор", "Состав"]
        {
            window.presses(room).await;
            window.sees_no_more("Ларин").await;
        }

        window.presses("Настройки").await;
        window.sees("Журнал выдачи").await;
        window.sees("(без персональных данных).pdf").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the paper was saved"));
    assert!(text.contains("Редакция без персональных данных") && text.contains("участник 1"), "{text}");
    assert!(!text.contains("Ларина") && !text.contains("Соколова"), "{text}");
}
