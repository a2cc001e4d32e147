//! How soon each room and each view of the plan stands on the screen, with ten years of records and with twenty.

use std::path::Path;
use std::time::Duration;

use fantoccini::Client;
use pps_tests::{Driver, Screen};
use serde_json::json;

use super::SIZE;
use super::data::Data;
use super::driver::wait;
use crate::budget::{line, quantile};

/// How often each view is opened; the first time counts as well, since a teacher has only first times.
const ROUNDS: usize = 5;
/// What a view may take, in milliseconds: with ten years of sixty rows, and with twenty of 150 and twelve meetings each.
const BUDGETS: (f64, f64) = (100.0, 200.0);

/// A view: what it is called, its address, what is pressed there, and what must stand on the screen. An empty address is
/// that of the plan.
const VIEWS: [(&str, &str, &str, &str); 11] = [
    ("overview", "#/overview", "", ".year"),
    ("plan, by direction", "#/plan", "По направлениям", "tr[id^='act-3.1.7']"),
    ("plan, by month", "#/plan", "По месяцам", "tr[id^='act-2026-05']"),
    ("plan, the year", "#/plan", "Год", "main figure.year"),
    ("report", "#/report", "", ".fact"),
    ("meetings", "#/meetings", "", ".trio"),
    ("people", "#/people", "", "main table"),
    ("decisions", "#/decisions", "", "main table"),
    ("documents", "#/documents", "", "main h1"),
    ("handing over", "#/handing-over", "", ".goes"),
    ("settings", "#/settings", "", "main h1"),
];

/// Opens every view in turn.
pub(super) fn measure(program: &Path) {
    measure_with(program, &Data::ten_years(), "", BUDGETS.0);
    measure_with(program, &Data::twenty_years(), "twenty years, ", BUDGETS.1);
}

fn measure_with(program: &Path, data: &Data, of: &str, budget: f64) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let all = runtime.block_on(async {
        let screen = Screen::sized(SIZE);
        let driver = Driver::start(&screen, &[]);
        let page = driver.open(program, data.folder()).await;
        let opened = tokio::time::timeout(Duration::from_secs(240), open_all(&page)).await;
        page.close().await.expect("the session closes");
        opened.expect("the views open in time")
    });
    for ((name, ..), took) in VIEWS.iter().zip(all) {
        line(&format!("{of}{name}, median"), quantile(took.clone(), 0.5), budget);
        line(&format!("{of}{name}, longest of {ROUNDS}"), quantile(took, 1.0), budget);
    }
}

async fn open_all(page: &Client) -> Vec<Vec<Duration>> {
    page.set_window_rect(0, 0, SIZE.0, SIZE.1).await.unwrap();
    wait(page, "nav.rail").await;
    let mut all: Vec<Vec<Duration>> = vec![Vec::new(); VIEWS.len()];
    for _ in 0..ROUNDS {
        for ((_, address, press, shown), took) in VIEWS.iter().zip(&mut all) {
            // From another view of the plan the plan itself need not be drawn anew: one begins elsewhere.
            page.execute("location.hash = '#/help'", Vec::new()).await.unwrap();
            wait(page, "main h1").await;
            let arguments = vec![json!(address), json!(press), json!(shown)];
            let answer = page.execute_async(include_str!("open.js"), arguments).await.unwrap();
            let ms = answer.as_f64().unwrap_or_else(|| panic!("{shown} does not come: {answer}"));
            took.push(Duration::from_secs_f64(ms / 1000.0));
        }
    }
    all
}
