//! The registry of materials and the bank of practices.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_material_and_a_practice_are_written_printed_and_brought_back() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.presses("Материалы").await;
        window.sees("Итоги диагностики затруднений: что дальше").await;

        window.presses("Внести материал").await;
        window.sees("Материал без названия").await;
        window.types("Название", "Карточки для устного счёта").await;
        window.types("Вид", "памятка").await;
        window.presses("НОО").await;
        window.types("Источник или ссылка", "https://example.org/kartochki").await;
        window.all_saved().await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Удалить материал").await;
        window.sees("Удалён материал: Карточки для устного счёта").await;
        window.presses("Вернуть").await;
        window.sees("Возвращён материал: Карточки для устного счёта").await;
        window.types("Источник или ссылка", "из архива").await;
        window.all_saved().await;
        window.keys(&[Key::Control], "z").await;
        window
            .until("the field is as before", async || {
                window.reads("Источник или ссылка").await.ends_with("kartochki")
            })
            .await;
        window.looks_at_the_paper().await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;

        window.presses("Методическая работа").await;
        window.sees("Что вести?").await;
        window.presses("Банк практик").await;
        window.sees("Опрос на выходе").await;
        window.presses("Описать практику").await;
        window.sees("Практика без названия").await;
        window.types("Название", "Тихий сигнал").await;
        window.types("В чём суть", "Ученик ставит карточку, когда нужна помощь").await;
        window.all_saved().await;
        window.sees("нет согласия").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        // A practice leads to its expertise, and the expertise back to the practice.
        window.presses("Светофор").await;
        window.sees("Экспертное заключение от 19.03.2026: рекомендовать, 17 из 20").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Рабочие программы по биологии и химии, 8–9 классы").await;
        window.sees("В банке практик").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Лист самооценки «Светофор»").await;
        window.sees("Какую проблему решает").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the registry was saved"));
    for words in ["РЕЕСТР МАТЕРИАЛОВ", "Карточки для устного", "НОО", "example.org"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}

#[test]
fn pages_for_the_site_are_written_and_it_is_told_who_is_named() {
    let place = tempfile::tempdir().unwrap();
    Data::new().saving_to(place.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.presses("Материалы").await;
        window.sees("Итоги диагностики затруднений: что дальше").await;
        window.presses("Страницы для сайта").await;
        window.sees("На страницах названы").await;
        window.sees("Ларина С. Ю.").await;
        window.sees("нет согласия авторов на публикацию").await;
        window.presses("Выбрать папку").await;
        window.sees("новым считается всё").await;
        window.comes_to_rest().await;
        window.presses("Записать страницы").await;
        window.sees("Страницы записаны и проверены").await;
        window.sees("Загрузите на сайт папку").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
    });
    let folder = std::fs::read_dir(place.path()).unwrap().next().expect("a folder").unwrap().path();
    let news = std::fs::read_to_string(folder.join("site/news.html")).unwrap();
    assert!(news.contains("О банке практик") && !news.contains("Ларин"), "{news}");
    assert!(folder.join("Что загрузить.txt").exists());
}
