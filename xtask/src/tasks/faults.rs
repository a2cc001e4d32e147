//! `cargo xtask faults`: the tests of faults and of hostile input, with as many rounds as the figures in docs/testing.md
//! are of. The same tests run with few rounds in `cargo xtask test`.

use std::path::Path;

use super::test::REHEARSAL;
use crate::files;
use crate::page::Page;
use crate::process::{self, Outcome, Problem, command, on_path};
use crate::setup::{BUILD, NEXTEST, TEST, prepare};
use crate::steps::Steps;

/// What the tests leave their figures in.
const FIGURES: &str = "target/faults";

/// A story in the real window that is told again where there is no network.
const OFFLINE: &str = "binary(window) and test(offline)";

/// Runs everything, or what a further word names: a part of a test's name.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    let which = match words {
        [] => "binary(faults) or binary(hostile)".to_owned(),
        [part] => format!("(binary(faults) or binary(hostile)) and test({part})"),
        _ => return Err(Problem::new("it takes one word, a part of a test's name")),
    };
    let mut steps = Steps::new();
    let figures = root.join(FIGURES);
    if steps.step("set-up", || prepare(&[BUILD, TEST]).and_then(|()| files::fresh_folder(&figures)))
        && steps.step("page", || Page::prepare(root)?.build())
    {
        steps.step("faults and hostile input", || nextest(root, &which, &figures));
        if words.is_empty() {
            steps.step("no network", || offline(root));
        }
    }
    let outcome = steps.finish();
    for name in files::under(&figures)? {
        println!("{}", files::read(&figures.join(name))?);
    }
    outcome
}

fn nextest(root: &Path, which: &str, figures: &Path) -> Outcome {
    let mut nextest = NEXTEST.command(root)?;
    nextest.args(["run", "--workspace", "--no-fail-fast", "--color", "never", "--status-level", "pass"]);
    nextest.args(REHEARSAL).args(["-E", which]);
    process::run(nextest.env("PPS_FAULTS", "long").env("PPS_FAULTS_FIGURES", figures))
}

/// The window in a network of its own that has nothing but the machine itself: WebDriver speaks through that.
fn offline(root: &Path) -> Outcome {
    if on_path("unshare").is_none() || on_path("ip").is_none() {
        println!("Not tried: there is no `unshare` or no `ip` here (util-linux, iproute2).");
        return Ok(());
    }
    let nextest = NEXTEST.command(root)?;
    let mut apart = command("unshare", root);
    apart.args(["-rn", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]).arg(nextest.get_program());
    apart.args(nextest.get_args());
    apart.args(["run", "--workspace", "--color", "never"]).args(REHEARSAL).args(["-E", OFFLINE]);
    process::run(apart.env("CARGO_NET_OFFLINE", "true"))
}
