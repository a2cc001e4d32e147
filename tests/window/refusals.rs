//! Wrong input, hostile input, and faults of the program: each becomes words, and nothing is lost.

use crate::window::{Data, Window};

#[test]
fn wrong_input_in_three_rooms_is_told_at_the_field_and_kept() {
    Data::new().in_window(async |window| {
        example(window).await;

        window.presses("Заседания").await;
        window.sees("Протокол № 3").await;
        // A signed protocol is read; a new one can be typed into.
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.types("Дата заседания", "31 фев").await;
        window.sees("Такого дня нет: в феврале 2026 г. последнее число — 28.").await;
        assert_eq!(window.reads("Дата заседания").await, "31 фев");
        window.types("Председатель", "Никто").await;
        window.sees("Выберите имя из списка или сотрите набранное.").await;

        window.presses("Состав").await;
        window.presses("Уйти, оставив черновик").await;
        window.sees("Щербакова-Дёмина").await;
        window.presses("Тишкин Роман Игоревич").await;
        window.types("С какого дня", "никогда").await;
        window.sees("«никогда» — не дата").await;
        assert_eq!(window.reads("С какого дня").await, "никогда");

        window.presses("Настройки").await;
        window.presses("Уйти, оставив черновик").await;
        window.types("С какого дня ведётся здесь", "давно").await;
        window.sees("«давно» — не дата").await;
        assert_eq!(window.reads("С какого дня ведётся здесь").await, "давно");
    });
}

#[test]
fn what_looks_like_markup_stays_text() {
    const HOSTILE: &str =
        "<img src=x onerror=\"document.title='взлом'\"><script>document.title='взлом'</script>";
    Data::new().in_window(async |window| {
        example(window).await;
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        // Straight quotes stay straight where the program is told to leave them.
        window.begins_room("Настройки").await;
        window.presses("Ставить «ёлочки»").await;
        window.presses("Заседания").await;
        window.is_at("Тема заседания").await;
        window.types("Тема заседания", HOSTILE).await;
        window.all_saved().await;
        assert_eq!(window.reads("Тема заседания").await, HOSTILE);
        // Pasted as a page would paste it: the clipboard's HTML is never taken, its text is.
        window.presses("Добавить вопрос").await;
        let field = window.field("Вопрос 1", "О чём").await;
        field.click().await.unwrap();
        window
            .asks(&format!(
                "const data = new DataTransfer();
                 data.setData('text/html', {HOSTILE:?}); data.setData('text/plain', {HOSTILE:?});
                 const paste = new ClipboardEvent('paste', {{clipboardData: data, bubbles: true, cancelable: true}});
                 if (document.activeElement.dispatchEvent(paste))
                     document.execCommand('insertText', false, data.getData('text/plain'));"
            ))
            .await;
        window.all_saved().await;
        // It is found and shown in a list with its marks, still as text.
        window.presses("Обзор").await;
        window.asks("location.hash = '#/search/взлом'").await;
        window.sees("<script>document.title").await;
        assert_eq!(window.asks("return document.querySelectorAll('main script, main img[src=x]').length").await, 0);
        assert_ne!(window.asks("return document.title").await, "взлом");
    });
}

#[test]
fn a_fault_of_the_program_becomes_a_message_and_the_window_lives() {
    Data::new().with("PPS_REHEARSAL_FOLDER", "panic").in_window(async |window| {
        example(window).await;
        window.presses("Заседания").await;
        window.sees("Протокол № 3").await;
        window.looks_at_the_paper().await;
        window.presses("Сохранить PDF").await;
        window.sees("Действие не выполнено из-за ошибки в программе").await;
        window.presses("Состав").await;
        window.sees("Щербакова-Дёмина").await;
    });
}

#[test]
fn without_a_program_for_pdf_printing_says_so_in_russian() {
    // Nothing but the test's own driver is on the path, as on a PC where nobody installed the desktop's tools.
    let nothing = tempfile::tempdir().unwrap();
    let path = std::env::var_os("PATH").unwrap();
    let driver =
        std::env::split_paths(&path).map(|folder| folder.join("WebKitWebDriver")).find(|path| path.exists());
    std::os::unix::fs::symlink(driver.unwrap(), nothing.path().join("WebKitWebDriver")).unwrap();
    Data::new().with("PATH", nothing.path()).in_window(async |window| {
        example(window).await;
        window.presses("Заседания").await;
        window.sees("Протокол № 3").await;
        window.looks_at_the_paper().await;
        window.presses("Напечатать").await;
        window.sees("Документ не передан на печать").await;
        let told = window.asks("return document.querySelector('.toast').innerText").await;
        let told = told.as_str().unwrap();
        assert!(!told.contains("os error") && !told.contains("No such"), "{told}");
        assert!(told.contains("Сохранить PDF…"), "{told}");
    });
}

async fn example(window: &Window) {
    window.presses("Открыть учебный пример").await;
    window.sees("УЧЕБНЫЙ ПРИМЕР").await;
}
