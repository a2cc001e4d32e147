//! An expertise: measures are taken, judged by ten keys, put into an agenda, printed with the experts to sign.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_work_is_judged_by_keys_put_into_an_agenda_and_printed() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.asks("location.hash = '#/expertise'").await;
        window.sees("Рабочие программы по биологии и химии").await;
        window.sees("17 из 20").await;

        window.presses("Внести экспертизу").await;
        window.sees("Экспертиза без названия").await;
        window.types("Название работы", "Урок «Реки России», 8 класс").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        window.chooses("Готовые показатели", "Методическая разработка или урок").await;
        window.presses("Взять показатели").await;
        window.sees("0 из 20, без баллов ещё 10 показателей").await;
        window.comes_to_rest().await;

        // One key for each measure; a slip is mended by another.
        for key in "2212122212".chars() {
            window.keys(&[], &key.to_string()).await;
        }
        window.sees("17 из 20").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        let first = "document.querySelector('.criteria [role=radiogroup] input:checked').focus()";
        window.asks(first).await;
        window.keys(&[], "0").await;
        window.sees("15 из 20").await;
        window.all_saved().await;
        // Taken back: the field, not the record.
        window.keys(&[Key::Control], "z").await;
        window.sees("17 из 20").await;

        window.types("Рекомендации", "Сократить опрос").await;
        window.chooses("Вывод", "Доработать").await;
        window.all_saved().await;
        window.comes_to_rest().await;
        let rules = broken_rules(window).await;
        assert!(rules.is_empty(), "{rules:?}");

        // Into the agenda with one press, and back to it from there.
        window.presses("В повестку заседания").await;
        window.all_saved().await;
        window.sees("Об экспертном заключении").await;

        window.looks_at_the_paper().await;
        window.sees("1 лист").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let text = text_of(&files.next().expect("the conclusion was saved"));
    for words in [
        "ЭКСПЕРТНОЕ ЗАКЛЮЧЕНИЕ",
        "Реки России",
        "17 из 20",
        "Сократить опрос.",
        "Вывод: доработать.",
        "Д. С. Фомин",
    ] {
        assert!(text.contains(words), "«{words}»: {text}");
    }
}
