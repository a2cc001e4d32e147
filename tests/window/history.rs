//! «Что менялось» stands below every record and brings back what was there.

use crate::window::{Data, Window};

/// Unfolds «Что менялось» of the record that is open.
async fn unfolds(window: &Window) {
    window.all_saved().await;
    window.presses("Что менялось").await;
}

#[test]
fn an_order_and_a_person_tell_what_was_changed_in_them() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;

        window.presses("Документы").await;
        window.sees("Приказ № 97/1").await;
        window.types("Номер", "98/2").await;
        unfolds(window).await;
        window.sees("Номер: было «97/1», стало «98/2»").await;
        // The first entry is how the order stands now, so the button belongs to the one before.
        window.presses("Вернуть, как было тогда").await;
        window.sees("Возвращено прежнее: приказ № 98/2 от 29.08.2025").await;
        assert_eq!(window.reads("Номер").await, "97/1");

        window.presses("Состав").await;
        window.follows("Щербакова-Дёмина").await;
        window.types("Должность и предмет", "учитель химии").await;
        unfolds(window).await;
        window.sees("стало «учитель химии»").await;
        // What joined the person to the community is told here too.
        window.sees("Открыт учебный пример").await;
        window.presses("Вернуть, как было тогда").await;
        window.sees("Возвращено прежнее: Щербакова-Дёмина").await;
    });
}
