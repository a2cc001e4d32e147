//! Memory over a long sitting: two thousand changes of the room and two hundred papers must leave it where it was.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use fantoccini::Client;
use pps_tests::{Driver, Screen};
use serde_json::json;

use super::SIZE;
use super::data::Data;
use super::driver::wait;
use super::tree::{MARK, Tree};

/// Changes of the room.
const SWITCHES: usize = 2_000;
/// Papers that are set beside a form.
const PAPERS: usize = 200;
/// What is done before the first weighing: each room and each paper has then been there.
const WARM: (usize, usize) = (100, 20);
/// What it may grow by.
const GROWTH: f64 = 1.05;
/// At once through the driver, which waits for an answer no longer than it likes.
const PORTION: usize = 20;

/// Weighs the window before and after.
pub(super) fn measure(program: &Path) {
    let data = Data::ten_years();
    let mark = format!("soak-{}", std::process::id());
    let tree = Tree::marked(&mark);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (before, after) = runtime.block_on(async {
        let screen = Screen::sized(SIZE);
        let driver = Driver::start(&screen, &[(MARK, OsString::from(&mark))]);
        let page = driver.open(program, data.folder()).await;
        page.set_window_rect(0, 0, SIZE.0, SIZE.1).await.unwrap();
        wait(&page, "nav.rail").await;
        works(&page, WARM).await;
        let before = weighed(&tree).await;
        works(&page, (SWITCHES, PAPERS)).await;
        let after = weighed(&tree).await;
        page.close().await.expect("the session closes");
        (before, after)
    });
    let ratio = after / before;
    let mark = if ratio > GROWTH { "  over" } else { "" };
    println!("{SWITCHES} changes of the room and {PAPERS} papers, all processes of the window");
    println!(
        "{:<64} {before:>7.1} MB {after:>7.1} MB {ratio:>7.3} {GROWTH:>7.2}{mark}",
        "memory before, after"
    );
}

async fn works(page: &Client, (switches, papers): (usize, usize)) {
    let script = include_str!("soak.js");
    for (what, count) in [("rooms", switches), ("papers", papers)] {
        for _ in 0..count.div_ceil(PORTION) {
            let answer = page.execute_async(script, vec![json!(what), json!(PORTION)]).await.unwrap();
            assert_eq!(answer, json!("done"), "{what}");
        }
    }
}

/// What is freed late has been freed by then.
async fn weighed(tree: &Tree) -> f64 {
    tokio::time::sleep(Duration::from_secs(10)).await;
    tree.memory()
}
