//! A second start on the same data brings the first window to the front and ends.

use std::cell::RefCell;
use std::process::Command;

use crate::desktop::{WindowManager, xdotool};
use crate::window::{Data, PROGRAM};

#[test]
fn a_second_start_shows_the_first_window_and_ends() {
    let data = Data::new();
    data.in_window(async |window| {
        window.sees("сообщество").await;
        let display = window.display.as_str();
        let _manager = WindowManager::start(display);
        let shown = || xdotool(display, &["search", "--onlyvisible", "--name", "рабочее место"]);
        let first = RefCell::new(String::new());
        window
            .until("the manager has taken the window over", async || {
                // While it takes it over, the window is there, and gone, and there again.
                let seen = shown();
                let same = seen.as_ref() == Some(&*first.borrow());
                first.replace(seen.unwrap_or_default());
                same
            })
            .await;
        let first = first.into_inner();
        assert!(xdotool(display, &["windowminimize", &first]).is_none());
        window.until("the window is put away", async || shown().is_none()).await;

        let second = Command::new(PROGRAM)
            .env("DISPLAY", display)
            .arg("--data")
            // The same folder, written another way.
            .arg(data.path().join("."))
            .status()
            .unwrap();

        assert!(second.success());
        window.until("the window comes back", async || shown() == Some(first.clone())).await;
        assert_eq!(window.asks("return document.hasFocus()").await, true);
    });
}
