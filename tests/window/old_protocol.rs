//! An old protocol from Word: its text beside what was recognised, and nothing kept before «Добавить».

use std::path::{Path, PathBuf};

use crate::september::community_without_a_plan;
use crate::window::Data;

fn picture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(name)
}

/// The protocols in .docx that the crate `app` is tested with.
fn protocol(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/crates/app/tests/importing/protocols").join(name)
}

#[test]
fn an_old_protocol_from_docx_is_compared_with_its_text_and_added_with_its_questions() {
    let data = Data::new().on("2026-06-03").with("PPS_REHEARSAL_FILES", protocol("tabs.docx"));
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Внести готовый протокол").await;
        window.sees("Готовый протокол").await;
        window.comes_to_rest().await;
        window.presses("Взять из файла Word").await;
        window.sees("Протокол из файла Word").await;
        window.comes_to_rest().await;
        window.presses("Открыть файл").await;
        window.sees("Пока ничего не добавлено").await;
        window.sees("О читательской грамотности").await;
        window.sees("вопрос 1, решили").await;
        window.sees("Панина Е. В., методист, РИМК").await;
        window.sees("Ответственные: директор школы").await;
        window.pictures(&picture("old-protocol.png")).await;
        window.comes_to_rest().await;
        window.presses("Добавить").await;
        window.sees("Внесён протокол № 6 от 12.02.2026").await;
        window.sees("tabs.docx").await;
        window.pictures(&picture("old-protocol-added.png")).await;
        // One step takes all of it back.
        window.comes_to_rest().await;
        window.presses("Отменить").await;
        window
            .until("the protocol is gone", async || {
                window.asks("return !document.body.innerText.includes('О читательской грамотности')").await
                    == true
            })
            .await;
    });
}
