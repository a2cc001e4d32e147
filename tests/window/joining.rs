//! People come into the community by the keyboard: the first start, the form of a newcomer, organisations found by any
//! word, one order for many.

use fantoccini::key::Key;

use crate::window::{Data, Window};

const DAY: &str = "2026-09-10";

async fn enter(window: &Window) {
    window.keys(&[], &char::from(Key::Enter).to_string()).await;
}

async fn tab(window: &Window) {
    window.keys(&[], &char::from(Key::Tab).to_string()).await;
}

/// Pastes plain text into whatever has the focus. WebKit gives no data to an event made by script, so the event is
/// given its own.
async fn pastes_here(window: &Window, text: &str) {
    let script = format!(
        "const data = {{ getData: (kind) => (kind === 'text/plain' ? {text:?} : '') }};
         const paste = new Event('paste', {{ bubbles: true, cancelable: true }});
         Object.defineProperty(paste, 'clipboardData', {{ value: data }});
         document.activeElement.dispatchEvent(paste);"
    );
    window.asks(&script).await;
}

#[test]
fn the_first_start_goes_on_by_enter_takes_a_list_and_opens_where_it_was_left() {
    let data = Data::new().on(DAY);
    data.in_window(async |window| {
        window.is_at("Полное название").await;
        for words in ["Сообщество «Грамотность»", "Грамотность", "Соколова Марина Викторовна", "Район", "Рыбное"] {
            window.types_here(words).await;
            enter(window).await;
        }
        window.is_at("Заведующий РИМК").await;
        enter(window).await;
        window.sees("Начать можно и с середины года").await;
        window.is_at("2026/27").await;
        enter(window).await;
        window.is_at("Фамилия, имя, отчество").await;
        pastes_here(
            window,
            "1. Ким Юлия Андреевна, учитель физики, МБОУ «СШ № 1», СЗД\n2. Фомин Дмитрий Сергеевич, секретарь\n",
        )
        .await;
        window.sees("Из списка взято: 2 человека").await;
        assert_eq!(
            window.field("Участник 2", "Школа").await.prop("value").await.unwrap().unwrap(),
            "МБОУ «СШ № 1»"
        );
        // A secretary may be unticked, and a row taken out again.
        let ticked = "return [...document.querySelectorAll('input[type=checkbox]')].filter((one) => one.checked).length";
        assert_eq!(window.asks(ticked).await, 1);
        window.asks("document.querySelectorAll('input[type=checkbox]')[1].click()").await;
        window.until("nobody is the secretary", async || window.asks(ticked).await == 0).await;
        window.presses("Добавить участника").await;
        window.is_at("Фамилия, имя, отчество").await;
        window.types_here("Лишний").await;
        window.presses("Убрать Лишний").await;
        window.sees("Убрано: Лишний").await;
        window.sees_no_more("Участник 4").await;
    });
    data.in_window(async |window| {
        window.sees("Участник 3").await;
        window.is_at("Фамилия, имя, отчество").await;
        window.presses("Начать 2026/27 учебный год").await;
        window.presses("Состав").await;
        window.sees("В составе 3 человека").await;
        window.sees("соответствие занимаемой должности").await;
    });
}

#[test]
fn a_newcomer_is_added_by_enter_with_the_day_that_stands_there_and_taken_away_again() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Состав").await;
        window.presses("Добавить участника").await;
        window.is_at("Фамилия, имя, отчество").await;
        window.types_here("Новикова Анна-Мария Вячеславовна").await;
        enter(window).await;
        window.is_at("Должность и предмет").await;
        enter(window).await;
        window.is_at("Организация").await;
        window.types_here("№ 3").await;
        enter(window).await;
        assert_eq!(window.reads("Организация").await, "Рыбновская СШ № 3");
        window.is_at("Категория").await;
        enter(window).await;
        window.is_at("В составе с").await;
        window.types_over("1.02.26").await;
        enter(window).await;
        window.sees("Добавлено в состав: Новикова А.-М. В.").await;
        // The next one may begin.
        window.is_at("Фамилия, имя, отчество").await;
        assert_eq!(window.reads("Фамилия, имя, отчество").await, "");
        window.presses("К составу").await;
        window.presses("Новикова Анна-Мария Вячеславовна").await;
        assert_eq!(window.reads("С какого дня").await.replace('\u{a0}', " "), "1 февраля 2026 г.");

        window.presses("Удалить: внесено по ошибке").await;
        window.sees("Удалено из состава: Новикова").await;
        window.sees("Организации: ").await;
        window.sees_no_more("Новикова Анна-Мария Вячеславовна").await;
        // One step back brings the person and the membership.
        window.keys(&[Key::Control], "z").await;
        window.sees("Новикова Анна-Мария Вячеславовна").await;
    });
}

#[test]
fn an_organisation_is_made_only_on_purpose_and_an_almost_equal_one_is_offered() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Состав").await;
        let count = async || {
            let script = "return document.querySelector('.people__schools summary').innerText";
            window.asks(script).await.as_str().unwrap().to_owned()
        };
        window.sees("Организации: ").await;
        let before = count().await;
        window.presses("Добавить участника").await;
        window.is_at("Фамилия, имя, отчество").await;
        window.types_here("Новикова Анна").await;
        enter(window).await;
        enter(window).await;
        window.is_at("Организация").await;
        window.types_here("Сараевская СШ").await;
        window.sees("Добавить организацию «Сараевская СШ»").await;
        // Neither Enter nor Tab makes it, and the text stays.
        enter(window).await;
        window.sees("Такого в списке нет").await;
        window.is_at("Организация").await;
        tab(window).await;
        window.sees("Такого в списке нет").await;
        assert_eq!(window.reads("Организация").await, "Сараевская СШ");
        // Written with a mistake, the school that is there comes first.
        window.field("", "Организация").await.click().await.unwrap();
        window.types_over("Рыбновкая СШ 3").await;
        window.sees("такая уже есть?").await;
        enter(window).await;
        assert_eq!(window.reads("Организация").await, "Рыбновская СШ № 3");
        // On purpose: down to the last line and Enter.
        window.field("", "Организация").await.click().await.unwrap();
        window.types_over("Сараевская СШ").await;
        window.sees("Добавить организацию «Сараевская СШ»").await;
        window.keys(&[], &char::from(Key::Down).to_string()).await;
        enter(window).await;
        window.is_at("Категория").await;
        window.keys(&[Key::Control], &char::from(Key::Enter).to_string()).await;
        window.sees("Добавлено в состав: Новикова А.").await;
        window.presses("К составу").await;
        window.sees("Организации: ").await;
        assert_ne!(count().await, before);
    });
}
