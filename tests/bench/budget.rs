//! A figure beside its budget.

use std::time::{Duration, Instant};

/// What machine it is: figures of two machines are compared by what the same sum takes on them.
pub(crate) fn machine() {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZeroUsize::get);
    let sum = median(5, |run| {
        (0..50_000_000_u64).fold(run as u64, |sum, number| sum.rotate_left(5) ^ number.wrapping_mul(sum | 1))
    });
    let busy = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let busy = busy.split_whitespace().next().unwrap_or("not known").to_owned();
    let ms = sum.as_secs_f64() * 1000.0;
    println!("this machine: {cores} cores, a fixed sum takes {ms:.0} ms, load before the measurement {busy}");
}

/// The head of the table.
pub(crate) fn heading() {
    println!("{:<64} {:>10} {:>10} {:>7}", "what", "measured", "budget", "ratio");
}

/// One line: milliseconds, the budget, and how much of it was used.
pub(crate) fn line(what: &str, measured: Duration, budget_ms: f64) {
    let ms = measured.as_secs_f64() * 1000.0;
    let ratio = ms / budget_ms;
    let mark = if ratio > 1.0 { "  over" } else { "" };
    println!("{what:<64} {ms:>7.2} ms {budget_ms:>7.1} ms {ratio:>7.2}{mark}");
}

/// One line without a budget, to compare others with.
pub(crate) fn plain(what: &str, measured: Duration) {
    let ms = measured.as_secs_f64() * 1000.0;
    println!("{what:<64} {ms:>7.2} ms {:>10} {:>7}", "—", "—");
}

/// The head of a table of figures beside those of a peer.
pub(crate) fn peer_heading(peer: &str) {
    println!("\nbeside: {peer}");
    println!("{:<64} {:>10} {:>10} {:>7} {:>7}", "what", "measured", "the peer", "ratio", "budget");
}

/// One line: a figure, its peer's, their ratio and how much of it is allowed.
pub(crate) fn against(what: &str, (measured, peer): (f64, f64), budget: f64, unit: &str) {
    let ratio = measured / peer;
    let mark = if ratio > budget { "  over" } else { "" };
    println!("{what:<64} {measured:>7.1} {unit} {peer:>7.1} {unit} {ratio:>7.3} {budget:>7.1}{mark}");
}

/// How long one run took.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let answer = run();
    (start.elapsed(), answer)
}

/// The duration below which the given share of the runs stays: 0.5 is the median, 0.95 the p95.
pub(crate) fn quantile(mut times: Vec<Duration>, share: f64) -> Duration {
    times.sort();
    let last = times.len().saturating_sub(1);
    let at = (last as f64 * share).round() as usize;
    times.get(at).copied().unwrap_or_default()
}

/// The median of several runs.
pub(crate) fn median<T>(runs: usize, mut run: impl FnMut(usize) -> T) -> Duration {
    // What nobody looks at must be computed all the same.
    quantile((0..runs).map(|number| timed(|| std::hint::black_box(run(number))).0).collect(), 0.5)
}
