//! A row of the plan says which task it serves and which decision proves it; what is deleted goes out of the rows and
//! comes back with one press.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::window::{Data, Window};

/// «Контроль исполнения решений», which names no task yet.
const ROW: &str = "01990000-000f-7000-8000-00000000000e";
const TASK: &str = "Какой задаче служит";
const DECISION: &str = "Решение, номер протокола или слово из решения";
const WHOLE: &str = "Тема, цель, задачи, заседания, утверждение";

async fn opens_the_row(window: &Window) {
    window.asks(&format!("location.hash = '#/plan/{ROW}'")).await;
    window.sees("Отметка о выполнении").await;
}

async fn presses_here(window: &Window, key: Key) {
    window.keys(&[], &char::from(key).to_string()).await;
}

fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name)
}

#[test]
fn a_row_names_its_task_and_its_decision_until_they_are_deleted() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        opens_the_row(window).await;
        window.chooses(TASK, "2. освоить приёмы").await;
        window.pictures(&picture("row-task.png")).await;
        window.field("", DECISION).await.click().await.unwrap();
        window.types_here("разместить практики").await;
        presses_here(window, Key::Enter).await;
        window.sees("№ 3, п. 2.2: Разместить практики на сайте.").await;
        window.all_saved().await;
        window.pictures(&picture("row-task-decision.png")).await;
        let rules = broken_rules(window).await;
        assert!(rules.is_empty(), "{rules:?}");

        // The way leads to the place in the protocol.
        window.presses("протокол № 3, п. 2.2").await;
        let in_sight = "const at = document.querySelector('[aria-label=\"Пункт 2.2\"]')?.getBoundingClientRect(); \
                        return !!at && at.top >= 0 && at.top < innerHeight / 2";
        window.until("the point is in sight", async || window.asks(in_sight).await == true).await;

        window.begins_room("План").await;
        window.presses(WHOLE).await;
        window.presses("Удалить задачу 2").await;
        window.sees("Задача удалена; в 3 мероприятиях она больше не указана.").await;
        window.all_saved().await;
        window.presses("Вернуть").await;
        window.all_saved().await;
        opens_the_row(window).await;
        window
            .until("the row serves its task again", async || {
                window.chosen(TASK).await == "2. освоить приёмы формирующего оценивания"
            })
            .await;

        window.begins_room("План").await;
        window.presses(WHOLE).await;
        window.presses("Удалить задачу 2").await;
        window.all_saved().await;
        opens_the_row(window).await;
        assert_eq!(window.chosen(TASK).await, "не указана");
        // The row changed with the plan, and saving it goes on from there.
        window.chooses(TASK, "2. собрать банк").await;
        window.all_saved().await;
        window.sees_no_more("Не записано").await;
        assert_eq!(window.chosen(TASK).await, "2. собрать банк из десяти практик");
    });
}
