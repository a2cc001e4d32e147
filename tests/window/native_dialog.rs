//! The system's own dialog, with keys that go to it and not to the page.

use crate::desktop::{WindowManager, text_of, xdotool};
use crate::window::{Data, file_appears};

#[test]
fn a_paper_is_saved_where_the_dialog_of_the_system_says() {
    let folder = tempfile::tempdir().unwrap();
    // Latin letters: xdotool lends keys to letters that the keyboard lacks, and on a busy machine loses some.
    let wanted = folder.path().join("saved.pdf");
    Data::new().in_window(async |window| {
        let _manager = WindowManager::start(&window.display);
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Заседания").await;
        window.sees("Протокол № 3").await;
        window.looks_at_the_paper().await;
        // The sheet beside is set first: what stands over it moves when it comes.
        window.sees("2 листа").await;
        window.presses("Сохранить PDF").await;
        let dialog = || xdotool(&window.display, &["search", "--onlyvisible", "--name", "Сохранить PDF"]);
        window.until("the dialog opens", async || dialog().is_some()).await;
        let dialog = dialog().unwrap();
        xdotool(&window.display, &["windowactivate", "--sync", &dialog]);
        // The name is selected when the dialog opens; a whole path may be typed in its place.
        xdotool(&window.display, &["key", "ctrl+a"]);
        xdotool(&window.display, &["type", "--delay", "30", wanted.to_str().unwrap()]);
        xdotool(&window.display, &["key", "Return"]);
        window.sees("Сохранено: ").await;
        file_appears(&wanted).await;
    });
    assert!(text_of(&wanted).contains("ПРОТОКОЛ"));
}
