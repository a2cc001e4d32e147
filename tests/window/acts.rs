//! The shelf of normative documents: a document is put there, read, put into an agenda, printed; a clause is looked up.

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::text_of;
use crate::window::Data;

#[test]
fn a_document_is_put_on_the_shelf_studied_at_a_meeting_and_signed_for() {
    let saved = tempfile::tempdir().unwrap();
    Data::new().saving_to(saved.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Методическая работа").await;
        window.sees("Что вести?").await;
        window.presses("Нормативные документы").await;
        window.sees("Внести документ").await;

        window.presses("Внести документ").await;
        window.sees("Документ без названия").await;
        window.types("Вид документа", "письмо").await;
        window.types("Номер", "№ 44").await;
        window.types("Дата", "12.8.26").await;
        window.types("Название", "О методических днях").await;
        window.all_saved().await;
        window.sees("Письмо от 12.08.2026 № 44").await;

        // Everybody has read it, with one press, which can be taken back.
        window.presses("Ознакомлены все").await;
        window.sees("Отмечено: 10 человек").await;
        window.presses("Отменить").await;
        window.sees("Ознакомлены все").await;

        // No meeting is ahead: a new one is made with the question, and both are taken back with one press.
        window.presses("Изучить на заседании").await;
        window.sees("Намечено заседание 3 сентября 2026").await;
        window.sees("Об изучении документа: Письмо от 12.08.2026").await;
        window.sees("решений пока нет").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new(), "a document with its question");

        // The meeting shows what its question deals with, and leads back.
        window.presses("вопрос").await;
        window.sees("К чему относится вопрос").await;
        window.presses("Нормативный документ «О методических днях»").await;
        window.sees("Изучить на заседании").await;

        // Deleted, it goes out of the question; brought back with undo, it is named again.
        window.presses("Удалить документ").await;
        window.sees("Удалён нормативный документ").await;
        window.keys(&[Key::Control], "z").await;
        // The program shows the place that came back: the question.
        window.sees("К чему относится вопрос").await;
        window.presses("Нормативный документ «О методических днях»").await;
        window.sees("решений пока нет").await;

        // The clause of the room is read in plain words.
        window.presses("1.5").await;
        window.sees("Держите под рукой документы").await;
        window.sees("ППС руководствуются Конвенцией").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new(), "the words of a clause");
        window.keys(&[], &char::from(Key::Escape).to_string()).await;

        window.looks_at_the_paper().await;
        window.sees("1 лист").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено:").await;
    });
    let mut files = std::fs::read_dir(saved.path()).unwrap().map(|file| file.unwrap().path());
    let pdf = files.next().expect("the sheet was saved");
    let text = text_of(&pdf);
    for words in ["ЛИСТ ОЗНАКОМЛЕНИЯ", "О методических днях", "Ларина С. Ю.", "Подпись"]
    {
        assert!(text.replace('\u{a0}', " ").contains(words), "«{words}»: {text}");
    }
}
