//! Several rows of the plan are changed at once, and one step back is enough.

use fantoccini::key::Key;

use crate::window::Data;

const FIRST: &str = "Отметить: Анализ результатов ВПР и ОГЭ школ-участниц";
const SECOND: &str = "Отметить: Подборка материалов по ФГОС ООО и ФОП";

#[test]
fn rows_that_were_marked_at_once_come_back_with_one_key() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("План").await;
        window.sees("Анализ результатов ВПР").await;
        window.presses(FIRST).await;
        window.presses(SECOND).await;
        window.sees("Отмечено: 2 мероприятия").await;
        window.chooses("Отметка для всех", "отменено").await;
        assert_eq!(cancelled(window).await, 1, "nothing is marked before the button");
        window.presses("Отметить 2 мероприятия").await;
        window.sees("Отмечено «отменено» у 2 мероприятий.").await;
        assert_eq!(cancelled(window).await, 3, "one was cancelled before");

        // The focus is out of every field, so that the key is the program's and not the field's.
        window.asks("document.activeElement.blur()").await;
        window.keys(&[Key::Control], "z").await;
        window.sees("Отменено: изменено 2 мероприятия.").await;
        assert_eq!(cancelled(window).await, 1);
    });
}

/// How many rows of the plan are shown as cancelled.
async fn cancelled(window: &crate::window::Window) -> u64 {
    let script = "return [...document.querySelectorAll('tr[data-row]')]
        .filter((row) => row.textContent.includes('отменено')).length";
    window.asks(script).await.as_u64().unwrap()
}
