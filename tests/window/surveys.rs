//! Questionnaires on difficulties: one is taken, sheets are keyed in by single keys, the results are seen and printed.

use fantoccini::key::Key;
use serde_json::Value;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::{Data, Window};

/// Keys pressed one after another, with nothing waited for between them.
async fn keys_in_a_row(window: &Window, keys: &str) {
    for key in keys.chars() {
        window.keys(&[], &key.to_string()).await;
    }
}

async fn sheets(window: &Window) -> String {
    let script = "return document.querySelector('.keying h1')?.textContent ?? ''";
    window.asks(script).await.as_str().unwrap_or_default().replace('\u{a0}', " ")
}

#[test]
fn a_questionnaire_is_taken_keyed_in_and_its_results_are_printed() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.follows("Затруднения").await;
        window.sees("только итоги").await;

        // A supplied questionnaire is a copy that belongs to the community.
        window.presses("Взять готовую анкету").await;
        window.sees("Готовые анкеты").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.presses("Взять: Затруднения педагога в оценивании").await;
        window.sees("Взята анкета").await;
        window.comes_to_rest().await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.presses("Новый замер").await;
        window.sees("Внесено: 0 анкет").await;
        window.comes_to_rest().await;
        window.presses("Вносить анкеты").await;
        window.sees("Критерии и отметка").await;
        window.comes_to_rest().await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        // Twenty-seven statements and six «готов поделиться»: a key for each, then Enter.
        let sheet = ["33333", "1", "22222", "0", "11111", "0", "0000", "0", "22222", "0", "333", "1"].concat();
        keys_in_a_row(window, &sheet).await;
        window.is_at("Следующая анкета").await;
        window.keys(&[], &char::from(Key::Enter).to_string()).await;
        window.until("the next sheet", async || sheets(window).await == "Анкета № 2").await;
        window.comes_to_rest().await;

        // A slip is mended by going back, an answer is taken back by undoing.
        keys_in_a_row(window, "3").await;
        window.keys(&[], &char::from(Key::Backspace).to_string()).await;
        keys_in_a_row(window, "2").await;
        window.all_saved().await;
        let pressed = "return [...document.querySelectorAll('[data-row=\"0\"] [aria-pressed=true]')].map((one) => one.textContent.trim()[0]).join()";
        assert_eq!(window.asks(pressed).await, Value::from("2"));
        window.keys(&[Key::Control], "z").await;
        window.until("the answer is as before", async || window.asks(pressed).await != "2").await;
        window.keys(&[Key::Control], "z").await;

        window.follows("К итогам").await;
        window.sees("По областям: доля ответов").await;
        window.sees("Критерии и отметка").await;
        window.comes_to_rest().await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());

        window.presses("Самые частые — в план").await;
        window.sees("взято 3 мероприятия").await;

        window.follows("Свод на печать").await;
        window.sees("Сохранить PDF").await;
        window.comes_to_rest().await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let pdf = files.next().expect("the summary was saved");
    let text = text_of(&pdf).replace('\u{a0}', " ");
    for words in ["СВОД ЗАТРУДНЕНИЙ", "Критерии и отметка", "5 из 5 (100 %)"]
    {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
