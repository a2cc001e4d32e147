//! From a key to the screen, and from the last letter to the paper beside the form. The keys are those of a real keyboard,
//! and what they do is seen from outside, dot by dot: a page that times itself counts two frames too many and none of
//! what lies between it and the screen.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Client;
use pps_app::domain::ids::MeetingId;
use pps_tests::{Driver, Hand, Screen};
use serde_json::Value;

use super::SIZE;
use super::data::Data;
use super::driver::wait;
use super::shown::{Eye, Place};
use crate::budget::{line, plain, quantile};

/// What is typed, some of it for each measurement of the paper.
const PHRASE: &str = "доклад руководителя принят к сведению ";
/// How often typing stops and the paper is waited for.
const PHRASES: usize = 8;
/// Between two keys: a person who types quickly.
const BETWEEN: Duration = Duration::from_millis(110);
/// How long the paper is waited for when typing has stopped.
const STOPPED: Duration = Duration::from_millis(2_500);
/// How often the screen is looked at.
const GLANCE: Duration = Duration::from_millis(1);
/// A key that shows nothing within this time was lost.
const LOST: Duration = Duration::from_secs(5);

/// Types in the longest protocol and in a usual one.
pub(super) fn measure(program: &Path) {
    for (what, paper, (data, meeting)) in
        [("40 questions", 100.0, Data::long_protocol()), ("a usual protocol", 60.0, Data::usual_protocol())]
    {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let heard = runtime.block_on(typed(program, &data, meeting));
        line(&format!("key to screen, {what}, median"), quantile(heard.keys.clone(), 0.5), 16.0);
        line(&format!("key to screen, {what}, p95"), quantile(heard.keys, 0.95), 16.0);
        line(
            &format!("last letter to the paper, {what}, median"),
            quantile(heard.papers.clone(), 0.5),
            paper,
        );
        plain(&format!("last letter to the paper, {what}, longest"), quantile(heard.papers, 1.0));
    }
}

/// What was seen.
struct Heard {
    keys: Vec<Duration>,
    papers: Vec<Duration>,
}

async fn typed(program: &Path, data: &Data, meeting: MeetingId) -> Heard {
    let screen = Screen::sized(SIZE);
    let hand = Hand::on(&screen.display);
    let eye = Eye::on(&screen.display);
    let driver = Driver::start(&screen, &[]);
    let page = driver.open(program, data.folder()).await;
    let heard = tokio::time::timeout(Duration::from_secs(240), type_in(&page, &hand, &eye, meeting)).await;
    page.close().await.expect("the session closes");
    heard.expect("typing ends in time")
}

async fn type_in(page: &Client, hand: &Hand, eye: &Eye, meeting: MeetingId) -> Heard {
    // The whole screen, as the program opens where a window manager is there to do it: the paper stands beside.
    page.set_window_rect(0, 0, 1366, 768).await.unwrap();
    wait(page, "nav.rail").await;
    page.execute(&format!("location.hash = '#/meetings/{}'", meeting.0), Vec::new()).await.unwrap();
    wait(page, ".papers img").await;
    let field = wait(page, "details[open] .meet__part textarea").await;
    field.click().await.unwrap();
    page.execute(include_str!("listen.js"), Vec::new()).await.unwrap();
    let mut keys = Vec::new();
    for phrase in 0..PHRASES {
        // Each phrase begins with an empty field, so that it stands in one line and is seen whole.
        hand.presses("ctrl+a");
        hand.presses("delete");
        tokio::time::sleep(STOPPED).await;
        let place = place_of(page).await;
        // The letters vary, or Typst would remember the paper of the phrase before.
        for letter in PHRASE.chars().skip(phrase) {
            let before = eye.strip(place);
            let start = Instant::now();
            hand.types(&letter.to_string());
            if letter != ' ' {
                // A space may show nothing.
                while eye.strip(place) == before {
                    assert!(start.elapsed() < LOST, "«{letter}» does not come to the screen");
                    // Whoever looks without a rest takes the screen's time from those who draw on it.
                    tokio::time::sleep(GLANCE).await;
                }
                keys.push(start.elapsed());
            }
            tokio::time::sleep(BETWEEN.saturating_sub(start.elapsed())).await;
        }
        tokio::time::sleep(STOPPED).await;
    }
    let measured = page.execute("return globalThis.measured", Vec::new()).await.unwrap();
    Heard { keys, papers: last_papers(&measured["papers"]) }
}

/// Where the first line of the field stands on the screen.
async fn place_of(page: &Client) -> Place {
    let script = "const field = document.activeElement; field.scrollIntoView({ block: 'center' }); \
                  const seen = field.getBoundingClientRect(); \
                  return [seen.left, seen.top, seen.width].map((one) => Math.round(one));";
    let told = page.execute(script, Vec::new()).await.unwrap();
    let number = |at: usize| told[at].as_u64().and_then(|one| u16::try_from(one).ok()).expect("a place");
    // The caret blinks at the foot of a line; its letters are seen above.
    Place { left: number(0) + 8, top: number(1) + 14, width: number(2) - 24, height: 10 }
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
