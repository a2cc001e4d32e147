//! Spelling needs a dictionary of the system: where there is none, the settings say so.

use std::path::Path;

use crate::september::community_without_a_plan;
use crate::window::{Data, Window};

/// Where Linux keeps the dictionary that the package recommends.
const OF_THE_SYSTEM: &str = "/usr/share/hunspell/ru_RU.dic";
const MISSING: &str = "в системе нет русского словаря";

#[test]
fn the_settings_say_when_words_are_not_checked_and_are_silent_when_they_are() {
    let data = own_year();
    data.in_window(async |window| {
        settings(window).await;
        if Path::new(OF_THE_SYSTEM).exists() {
            assert!(!window.text().await.contains(MISSING));
        } else {
            window.sees(MISSING).await;
        }
    });
    let config = tempfile::tempdir().unwrap();
    let dictionaries = config.path().join("hunspell");
    std::fs::create_dir(&dictionaries).unwrap();
    std::fs::write(dictionaries.join("ru_RU.aff"), "SET UTF-8\n").unwrap();
    std::fs::write(dictionaries.join("ru_RU.dic"), "1\nслово\n").unwrap();
    own_year().with("ENCHANT_CONFIG_DIR", config.path()).in_window(async |window| {
        settings(window).await;
        assert!(!window.text().await.contains(MISSING));
    });
}

fn own_year() -> Data {
    let data = Data::new().on("2025-09-15");
    community_without_a_plan(data.path());
    data
}

async fn settings(window: &Window) {
    window.presses("Настройки").await;
    window.sees("Как набирается текст").await;
    // The copies are asked of the program as well, and after the dictionary.
    window.sees("Второе место").await;
    window.comes_to_rest().await;
}
