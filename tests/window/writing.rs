//! Writing in the meetings room without looking up: Tab and Enter lead from field to field, a word typed past the last
//! of them presses nothing, a list becomes points.

use fantoccini::key::Key;

use crate::protocol::year_up_to_the_first_protocol;
use crate::window::{Data, Window};

const DAY: &str = "2026-01-23";
const TAB: char = '\u{e004}';
const ENTER: &str = "\u{e007}";

/// What stands in every field of the form but the one with the focus, and how many rows there are. The page names
/// fields by the place in the form, since an identifier may be anything.
const OTHERS: &str = "
    const form = document.querySelector('.trio__form');
    const fields = [...form.querySelectorAll('input, select, textarea')];
    const rows = ['[data-row=\"question\"]', '[data-row=\"decision\"]', '[data-row=\"annex\"]', '.meet__speech',
        '.meet__guest', '.meet__partly', '.chosen li'].map((one) => form.querySelectorAll(one).length);
    return JSON.stringify([rows, fields.filter((one) => one !== document.activeElement)
        .map((one) => one.type === 'checkbox' || one.type === 'radio' ? one.checked : one.value)])";

/// Where the focus is: the words of a field or of a button.
const HERE: &str = "
    const at = document.activeElement;
    if (!at.closest('.trio__form')) return '';
    const words = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.textContent;
    return `${at.tagName} ${words}`.replace(/\\s+/g, ' ')";

async fn types_keys(window: &Window, text: &str) {
    for letter in text.chars() {
        window.keys(&[], &letter.to_string()).await;
    }
}

async fn tab(window: &Window) {
    window.keys(&[], &TAB.to_string()).await;
}

/// A meeting with one of everything that has a row of its own.
async fn full_meeting(window: &Window) {
    window.presses("Заседания").await;
    window.presses("Новое заседание").await;
    window.is_at("Тема заседания").await;
    window.presses("Тишкин Р. И.").await;
    window.types("Причина", "курсы").await;
    window.presses("Добавить приглашённого").await;
    window.types_in("Приглашённый 1", "Фамилия, имя, отчество", "Панина Елена Викторовна").await;
    window.presses("Добавить вопрос").await;
    window.is_at("О чём").await;
    window.types_in("Вопрос 1", "О чём", "Об итогах").await;
    window.presses("Добавить выступление").await;
    window.is_at("Кто").await;
    window.presses("Поручение").await;
    window.is_at("Текст пункта 1.1").await;
    window.types("Текст пункта 1.1", "Подготовить свод").await;
    window.types_in("Пункт 1.1", "Ответственный", "лар").await;
    window.presses("Решение").await;
    window.is_at("Текст пункта 1.2").await;
    window.types("Текст пункта 1.2", "Принять к сведению").await;
    window.presses("Добавить приложение").await;
    window.all_saved().await;
}

#[test]
fn a_text_typed_at_each_stop_of_tab_deletes_nothing_and_lands_nowhere_else() {
    let data = Data::new().on(DAY);
    year_up_to_the_first_protocol(data.path());
    let (stops, faults) = data.in_window(async |window| {
        full_meeting(window).await;
        window.asks("document.getElementById('meeting-title').focus()").await;
        let (mut stops, mut faults) = (Vec::new(), Vec::new());
        for _ in 0..120 {
            tab(window).await;
            let here = window.asks(HERE).await.as_str().unwrap_or_default().to_owned();
            if here.is_empty() {
                break;
            }
            let before = window.asks(OTHERS).await;
            // No letter of it begins a line of a list, where it would rightly choose that line.
            types_keys(window, "так да так").await;
            window.keys(&[], &char::from(Key::Escape).to_string()).await;
            let after = window.asks(OTHERS).await;
            if before != after {
                faults.push(format!("{here}: {before} became {after}"));
            }
            let still = window.asks(HERE).await.as_str().unwrap_or_default().to_owned();
            if still.split(' ').next() != here.split(' ').next() {
                faults.push(format!("{here}: the focus went to «{still}»"));
            }
            stops.push(here);
        }
        (stops, faults)
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let at = |word: &str| {
        stops.iter().position(|stop| stop.contains(word)).unwrap_or_else(|| panic!("no «{word}»: {stops:#?}"))
    };
    // The fields of a row come one after another, and what is done with the row after them.
    for order in [
        ["TEXTAREA О чём", "INPUT Докладчик", "TEXTAREA СЛУШАЛИ"],
        ["INPUT Кто", "TEXTAREA Что сказал", "BUTTON Удалить выступление"],
        ["TEXTAREA Текст пункта 1.1", "SELECT Что это, пункт 1.1", "INPUT Ответственный"],
        ["INPUT Ответственный", "INPUT Срок", "BUTTON Ниже пункт 1.1"],
        ["INPUT Фамилия, имя, отчество", "INPUT Должность", "BUTTON Удалить приглашённого"],
        ["TEXTAREA Название приложения 1", "INPUT Листов", "BUTTON Удалить приложение"],
    ] {
        assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{order:?} in {stops:#?}");
    }
    for next in
        [["INPUT Кто", "TEXTAREA Что сказал"], ["TEXTAREA Текст пункта 1.1", "SELECT Что это, пункт 1.1"]]
    {
        assert_eq!(at(next[0]) + 1, at(next[1]), "{next:?} in {stops:#?}");
    }
}

#[test]
fn enter_leads_from_the_topic_to_the_vote_and_begins_the_next_point() {
    let data = Data::new().on(DAY);
    year_up_to_the_first_protocol(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.types_here("Затруднения").await;
        window.keys(&[Key::Control], ENTER).await;
        window.is_at("О чём").await;
        window.types_here("Об итогах").await;
        window.keys(&[], ENTER).await;
        window.is_at("Докладчик").await;
        window.types_here("сок").await;
        window.keys(&[], ENTER).await;
        window.is_at("СЛУШАЛИ").await;
        window.keys(&[Key::Control], ENTER).await;
        window.is_at("Текст пункта 1.1").await;
        window.types_here("Взять в работу.").await;
        window.keys(&[Key::Shift], ENTER).await;
        window.types_here("Со строкой внутри.").await;
        window.keys(&[], ENTER).await;
        window.is_at("Текст пункта 1.2").await;
        window.types_here("Описать приёмы.").await;
        window.keys(&[], &TAB.to_string()).await;
        window.types_here("поручение").await;
        window.keys(&[], ENTER).await;
        window.is_at("Ответственный").await;
        window.types_here("лар").await;
        window.keys(&[], ENTER).await;
        window.is_at("Срок").await;
        window.types_here("до 1 марта").await;
        window.keys(&[], ENTER).await;
        window.is_at("не указано").await;
        // An empty point is no point: the vote comes, and nothing is left behind.
        window.keys(&[Key::Control], ENTER).await;
        window.is_at("О чём").await;
        window.keys(&[Key::Control], ENTER).await;
        window.is_at("Текст пункта 2.1").await;
        window.keys(&[], ENTER).await;
        window.is_at("не указано").await;
        window.all_saved().await;
        assert_eq!(
            window.asks("return document.querySelectorAll('[data-row=\"decision\"]').length").await,
            2
        );
        assert_eq!(window.reads("Текст пункта 1.1").await, "Взять в работу.\nСо строкой внутри.");
        assert_eq!(window.reads("Срок").await.replace('\u{a0}', " "), "до 1 марта 2026 г.");
    });
}

/// As the window pastes: the page is asked first, and takes the text itself where it may.
async fn pastes(window: &Window, text: &str) {
    window
        .asks(&format!(
            "const data = new DataTransfer();
             data.setData('text/plain', {text:?});
             const paste = new ClipboardEvent('paste', {{clipboardData: data, bubbles: true, cancelable: true}});
             if (document.activeElement.dispatchEvent(paste))
                 document.execCommand('insertText', false, data.getData('text/plain'));"
        ))
        .await;
}

#[test]
fn a_pasted_list_becomes_points_and_one_text_again() {
    let data = Data::new().on(DAY);
    year_up_to_the_first_protocol(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        window.presses("Добавить вопрос").await;
        window.is_at("О чём").await;
        pastes(window, "1. Об итогах\n2. О плане").await;
        window.sees("Вставлено: 2 вопроса повестки.").await;
        window.sees("Вопрос 2").await;
        assert_eq!(window.reads("О чём").await, "Об итогах");
        window.presses("Решение").await;
        window.is_at("Текст пункта 1.1").await;
        pastes(window, "1) изучить опыт\nшкол;\n2) провести срез;\n3) сдать справки.").await;
        window.sees("Вставлено: 3 пункта.").await;
        window.is_at("Текст пункта 1.3").await;
        window.all_saved().await;
        assert_eq!(window.reads("Текст пункта 1.1").await, "изучить опыт школ;");
        assert_eq!(window.reads("Текст пункта 1.3").await, "сдать справки.");
        window.presses("Оставить одним текстом").await;
        window.is_at("Текст пункта 1.1").await;
        window.all_saved().await;
        assert_eq!(
            window.reads("Текст пункта 1.1").await,
            "1) изучить опыт\nшкол;\n2) провести срез;\n3) сдать справки."
        );
        assert_eq!(
            window.asks("return document.querySelectorAll('[data-row=\"decision\"]').length").await,
            1
        );
        // Lines alone may be one text: it is asked.
        window.presses("Решение").await;
        window.is_at("Текст пункта 1.2").await;
        pastes(window, "Изучить опыт\nПровести срез").await;
        window.sees("Вставлено строк: 2.").await;
        window.presses("Разделить на пункты").await;
        window.is_at("Текст пункта 1.3").await;
        // A table stays lines, and that is said.
        window.asks("document.querySelector('[data-place=\"question.1.heard\"] textarea').focus()").await;
        pastes(window, "Школа\tВсего\nСШ № 1\t54").await;
        window.sees("Таблица вставлена строками").await;
        assert_eq!(window.reads("СЛУШАЛИ").await.replace('\u{a0}', " "), "Школа — Всего\nСШ № 1 — 54");
        window.all_saved().await;
    });
}
