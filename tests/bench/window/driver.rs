//! What a window must show before it is measured.

use std::path::Path;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use pps_tests::{Driver, Screen};

use super::SIZE;

/// How long anything may take before the measurement gives up.
const PATIENCE: Duration = Duration::from_secs(40);

/// Opens the program once and waits for what it must show. The screen cannot tell the rooms from a page that says why
/// a file was not opened, and that page would be measured as well.
pub(super) fn must_show(program: &Path, data: &Path, path: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let screen = Screen::sized(SIZE);
        let driver = Driver::start(&screen, &[]);
        let page = driver.open(program, data).await;
        wait(&page, path).await;
        page.close().await.expect("the session closes");
    });
}

/// Waits until something is on the page.
pub(super) async fn wait(page: &Client, path: &str) -> Element {
    let waiting = page.wait().at_most(PATIENCE);
    if let Ok(found) = waiting.for_element(Locator::Css(path)).await {
        return found;
    }
    let body = page.find(Locator::Css("body")).await.expect("a page has a body");
    panic!("`{path}` is not on the page:\n{}", body.text().await.unwrap_or_default())
}
