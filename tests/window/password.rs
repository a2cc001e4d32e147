//! The password of a shared PC: set, asked for, forgotten, taken off; the lock.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::key::Key;

use crate::axe::broken_rules;
use crate::desktop::{Recorder, text_of};
use crate::september::community_without_a_plan;
use crate::window::{Data, Window};

const DAY: &str = "2025-09-15";
const PASSWORD: &str = "синий чайник на окне";
const TOPIC: &str = "Тема, которую никто не прочтёт";
/// Refused, since there is no such day.
const NO_DAY: &str = "45 мая";

#[test]
fn the_records_open_by_the_password_alone_and_the_lock_brings_one_back_to_the_same_place() {
    let printer = Recorder::named("xdg-open");
    let data = Data::new().on(DAY).with("PATH", printer.path());
    community_without_a_plan(data.path());
    let community = data.in_window(async |window| {
        sets_the_password(window).await;
        let name = window.asks("return document.querySelector('.rail__name').firstChild.textContent").await;
        name.as_str().unwrap().to_owned()
    });
    data.in_window(async |window| {
        window.sees("Записи закрыты паролем").await;
        picture(window, "lock-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        let page = window.asks("return document.documentElement.innerHTML").await;
        assert!(!page.as_str().unwrap().contains(&community), "nothing of the records is on the page");
        opens_by(window, "чужой пароль").await;
        window.sees("Пароль не подошёл").await;
        opens_by(window, PASSWORD).await;

        // The caret stands in the field when the screen is locked.
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.types_over(TOPIC).await;
        window.field("", "Дата заседания").await.click().await.unwrap();
        window.types_over(NO_DAY).await;
        window.keys(&[Key::Control], "l").await;
        window.sees("Записи закрыты паролем").await;
        let page = window.asks("return document.documentElement.innerHTML").await;
        assert!(!page.as_str().unwrap().contains(TOPIC), "what was typed is not on the page");
        opens_by(window, PASSWORD).await;
        assert_eq!(window.reads("Тема заседания").await, TOPIC);
        // What could not be saved waits as a draft, as after closing.
        window.sees("Осталось незаписанным").await;
        window.sees(NO_DAY).await;

        // Nobody has touched the program for as long as was chosen.
        let later = "const real = Date.now; Date.now = () => real.call(Date) + 11 * 60_000;";
        window.asks(later).await;
        window.sees("Записи закрыты паролем").await;
    });
    for file in all_files(data.path()) {
        let bytes = fs::read(&file).unwrap();
        for words in [TOPIC, NO_DAY, &community, PASSWORD] {
            let open = bytes.windows(words.len()).any(|piece| piece == words.as_bytes());
            assert!(!open, "«{words}» lies open in {}", file.display());
        }
    }
}

#[test]
fn a_forgotten_password_is_replaced_by_the_recovery_key_and_can_be_taken_off() {
    let printer = Recorder::named("xdg-open");
    let data = Data::new().on(DAY).sized(1024, 768).with("PATH", printer.path());
    community_without_a_plan(data.path());
    let key = data.in_window(async |window| sets_the_password_by(window).await);
    waits_for_file(&printer.opened());
    let printed = text_of(&printer.opened());
    assert!(printed.contains("КЛЮЧ ВОССТАНОВЛЕНИЯ"), "{printed}");
    assert!(key.split(' ').all(|group| printed.contains(group)), "{key} on {printed}");
    data.in_window(async |window| {
        window.presses("Есть ключ восстановления").await;
        picture(window, "lock-recovery-1024.png").await;
        window.types("Ключ восстановления с листа", "111111 222222").await;
        window.presses("Открыть").await;
        window
            .until("a wrong key is told", async || {
                window.asks("return !!document.querySelector('[aria-invalid]')").await == true
            })
            .await;
        window.types("Ключ восстановления с листа", &key).await;
        window.presses("Открыть").await;
        window.presses("Настройки").await;
        window.presses("Снять пароль").await;
        window.types("Нынешний пароль", "не тот").await;
        presses_in_dialog(window, "Снять пароль").await;
        window.sees("Пароль не подошёл").await;
        window.types("Нынешний пароль", PASSWORD).await;
        presses_in_dialog(window, "Снять пароль").await;
        window.sees("Пароль снят").await;
    });
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.field("", "Тема заседания").await;
    });
}

#[test]
fn a_copy_keeps_its_password_on_another_computer() {
    let printer = Recorder::named("xdg-open");
    let stick = tempfile::tempdir().unwrap();
    let data = Data::new().on(DAY).saving_to(stick.path()).with("PATH", printer.path());
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        sets_the_password(window).await;
        window.presses("Перенести на другой компьютер").await;
        window.presses("Выбрать папку…").await;
        window.presses("Записать копию").await;
        window.sees("Копия записана, прочитана обратно и проверена").await;
    });
    let other = Data::new().on(DAY).saving_to(stick.path());
    other.in_window(async |window| {
        window.presses("Есть копия? Открыть её").await;
        window.sees("Копия закрыта паролем").await;
        window.types("Пароль этих записей", "не тот").await;
        window.presses("Открыть копию").await;
        window.sees("Пароль не подошёл").await;
        picture(window, "carried-password-1366.png").await;
        assert_eq!(broken_rules(window).await, Vec::<String>::new());
        window.types("Пароль этих записей", PASSWORD).await;
        window.presses("Открыть копию").await;
        window.presses("Заседания").await;
        window.field("", "Тема заседания").await;
    });
    other.in_window(async |window| {
        window.sees("Записи закрыты паролем").await;
        opens_by(window, PASSWORD).await;
        window.sees("Заседания").await;
    });
}

#[test]
fn what_is_typed_outside_of_records_does_not_lie_open_either() {
    const NAME: &str = "ППС учителей, о котором не знают соседи";
    let data = Data::new().on(DAY);
    data.in_window(async |window| {
        window.types("Полное название", NAME).await;
        window
            .until("it is kept", async || {
                let kept =
                    "window.__TAURI_INTERNALS__.invoke('page_notes').then((text) => arguments[0](text))";
                window.asks_later(kept).await.as_str().unwrap_or_default().contains(NAME)
            })
            .await;
    });
    data.in_window(async |window| {
        window.until("it is there again", async || window.reads("Полное название").await == NAME).await;
        let storage = window.asks("return JSON.stringify(localStorage)").await;
        assert!(!storage.as_str().unwrap().contains(NAME), "{storage}");
    });
}

async fn sets_the_password(window: &Window) {
    sets_the_password_by(window).await;
}

/// Sets the password and answers the recovery key as it was shown.
async fn sets_the_password_by(window: &Window) -> String {
    window.presses("Настройки").await;
    window.presses("Поставить пароль").await;
    window.types("Новый пароль", "12.05.1971").await;
    window.sees("Одни цифры").await;
    window.types("Новый пароль", PASSWORD).await;
    window.sees("Хороший пароль.").await;
    window.types("Ещё раз", "синий чайник").await;
    presses_in_dialog(window, "Поставить пароль").await;
    window.sees("Пароли не совпали").await;
    window.types("Ещё раз", PASSWORD).await;
    picture(window, "password-set.png").await;
    assert_eq!(broken_rules(window).await, Vec::<String>::new());
    presses_in_dialog(window, "Поставить пароль").await;
    window.sees("Теперь ключ восстановления").await;
    picture(window, "recovery-key.png").await;
    assert_eq!(broken_rules(window).await, Vec::<String>::new());
    let shown = window.asks("return document.querySelector('.recovery').innerText").await;
    let key = shown.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(key.split(' ').count(), 8, "{key}");
    window.presses("Напечатать ключ").await;
    window.presses("Ключ напечатан или переписан").await;
    window.presses("Готово").await;
    window.sees("Закрыть сейчас").await;
    key
}

/// The printer's program runs by itself.
fn waits_for_file(path: &Path) {
    for _ in 0..400 {
        if path.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{} did not appear", path.display());
}

async fn opens_by(window: &Window, password: &str) {
    window.types("Пароль", password).await;
    window.presses("Открыть").await;
}

async fn presses_in_dialog(window: &Window, text: &str) {
    let press = format!(
        "[...document.querySelectorAll('dialog[open] button')].find((button) => button.innerText.includes('{text}')).click()"
    );
    window.asks(&press).await;
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![path] }).collect()
}

async fn picture(window: &Window, name: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name);
    window.pictures(&file).await;
}
