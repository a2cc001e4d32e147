//! From a key to the screen, and from the last letter to the paper beside the form.

use std::path::Path;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use pps_app::domain::ids::MeetingId;
use pps_tests::{Driver, Screen};
use serde_json::Value;

use super::SIZE;
use super::data::Data;
use super::driver::wait;
use crate::budget::{line, plain, quantile};

/// What is typed, some of it for each measurement of the paper.
const PHRASE: &str = "Доклад руководителя ППС принят к сведению, ";
/// How often typing stops and the paper is waited for.
const PHRASES: usize = 8;
/// Between two keys: a person who types quickly.
const BETWEEN: Duration = Duration::from_millis(110);
/// How long the paper is waited for when typing has stopped.
const STOPPED: Duration = Duration::from_millis(2_500);

/// Types in the longest protocol and in a usual one.
pub(super) fn measure(program: &Path) {
    for (what, (data, meeting)) in
        [("40 questions", Data::long_protocol()), ("a usual protocol", Data::usual_protocol())]
    {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let heard = runtime.block_on(typed(program, &data, meeting));
        line(&format!("key to screen, {what}, median"), quantile(heard.keys.clone(), 0.5), 50.0);
        line(&format!("key to screen, {what}, p95"), quantile(heard.keys, 0.95), 50.0);
        line(
            &format!("last letter to the paper, {what}, median"),
            quantile(heard.papers.clone(), 0.5),
            300.0,
        );
        plain(&format!("last letter to the paper, {what}, longest"), quantile(heard.papers, 1.0));
    }
}

/// What the page heard.
struct Heard {
    keys: Vec<Duration>,
    papers: Vec<Duration>,
}

async fn typed(program: &Path, data: &Data, meeting: MeetingId) -> Heard {
    let screen = Screen::sized(SIZE);
    let driver = Driver::start(&screen, &[]);
    let page = driver.open(program, data.folder()).await;
    let heard = tokio::time::timeout(Duration::from_secs(180), type_in(&page, meeting)).await;
    page.close().await.expect("the session closes");
    heard.expect("typing ends in time")
}

async fn type_in(page: &Client, meeting: MeetingId) -> Heard {
    // The whole screen, as the program opens where a window manager is there to do it: the paper stands beside.
    page.set_window_rect(0, 0, 1366, 768).await.unwrap();
    wait(page, "nav.rail").await;
    page.execute(&format!("location.hash = '#/meetings/{}'", meeting.0), Vec::new()).await.unwrap();
    wait(page, ".papers img").await;
    let field = wait(page, "details[open] .meet__part textarea").await;
    field.click().await.unwrap();
    page.execute(include_str!("listen.js"), Vec::new()).await.unwrap();
    for phrase in 0..PHRASES {
        // The letters vary, or Typst would remember the paper of the phrase before.
        let keys =
            PHRASE.chars().skip(phrase).fold(KeyActions::new("keyboard".to_owned()), |keys, letter| {
                keys.then(KeyAction::Down { value: letter })
                    .then(KeyAction::Up { value: letter })
                    .then(KeyAction::Pause { duration: BETWEEN })
            });
        page.perform_actions(keys).await.unwrap();
        tokio::time::sleep(STOPPED).await;
    }
    let measured = page.execute("return globalThis.measured", Vec::new()).await.unwrap();
    let keys: Vec<Duration> = numbers(&measured["keys"]).collect();
    assert!(keys.len() >= PHRASES * 30, "only {} keys arrived", keys.len());
    Heard { keys, papers: last_papers(&measured["papers"]) }
}

/// For each pause of the typing, the last paper that came after its last letter: a paper of several pages in sight
/// is there when the last of them is.
fn last_papers(papers: &Value) -> Vec<Duration> {
    let seen: Vec<(f64, f64)> = papers
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|paper| Some((paper["letter"].as_f64()?, paper["took"].as_f64()?)))
        .collect();
    let last = seen
        .iter()
        .enumerate()
        .filter(|(at, (letter, _))| seen.get(at + 1).is_none_or(|(next, _)| (next - letter).abs() > 0.5));
    let papers: Vec<Duration> = last.map(|(_, (_, took))| Duration::from_secs_f64(took / 1000.0)).collect();
    assert!(papers.len() >= PHRASES, "the paper followed only {} of {PHRASES} pauses", papers.len());
    papers
}

fn numbers(values: &Value) -> impl Iterator<Item = Duration> {
    let numbers = values.as_array().into_iter().flatten().filter_map(Value::as_f64);
    numbers.map(|ms| Duration::from_secs_f64(ms.max(0.0) / 1000.0))
}
