//! The window opens and is safe.

use crate::window::Data;

#[test]
fn the_example_opens_and_every_room_shows_its_year() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.sees("Сроки соблюдены").await;
        for (room, shown) in [
            ("Заседания", "Протокол № 3"),
            ("План", "План на 2025/26 учебный год"),
            ("Отчёт", "Отчёт за 2025/26"),
            ("Состав", "Щербакова-Дёмина Анастасия Владимировна"),
            ("Решения", "Сдать отчёт и план в РИМК"),
            ("Документы", "Приказ № 97/1"),
            ("Передача в РИМК", "Что передаём"),
            ("Настройки", "Размер букв"),
        ] {
            window.presses(room).await;
            window.sees(shown).await;
        }
        // The paper is one press away in a narrow window, set by the program itself.
        window.presses("Заседания").await;
        window.looks_at_the_paper().await;
        window.sees("2 листа").await;
    });
}

#[test]
fn the_window_opens_and_its_prototype_is_frozen() {
    Data::new().in_window(async |window| {
        window.sees("сообщество").await;
        assert_eq!(window.asks("return Object.isFrozen(Object.prototype)").await, true);
        // The page's own rules forbid what is not its own.
        assert_eq!(window.asks("return typeof window.__TAURI__").await, "undefined");
    });
}
