//! Running a target over its corpus and over changes of it.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::mutation::{Chance, mutated};

/// How many seconds each target is given; a few hundred changes without it.
const SECONDS: &str = "PPS_FUZZ_SECONDS";
/// Changes in an ordinary run of the tests.
const FEW: usize = 300;
/// No input takes this long on the slowest machine.
const HANGS: Duration = Duration::from_secs(30);

/// What reads input from outside.
pub(crate) struct Target {
    /// The folder of its corpus.
    pub(crate) name: &'static str,
    /// Words of its format.
    pub(crate) words: &'static [&'static str],
    /// Reads; panics where a promise is broken.
    pub(crate) reads: fn(&[u8]),
}

fn corpus_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name)
}

/// The kept inputs, in the order of their names.
fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(corpus_of(name)).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    let named = |path: PathBuf| (path.display().to_string(), fs::read(&path).unwrap());
    paths.into_iter().map(named).collect()
}

/// When and on which input the target began.
type Began = Option<(Instant, Vec<u8>)>;

pub(crate) fn run(target: &'static Target) {
    let kept = corpus(target.name);
    assert!(!kept.is_empty(), "there is no corpus of {}", target.name);
    let seconds: Option<u64> = std::env::var(SECONDS).ok().map(|seconds| seconds.parse().unwrap());
    let (say, hear) = channel::<Began>();
    let watched = thread::spawn(move || watch(target, &hear));
    for (name, input) in &kept {
        say.send(Some((Instant::now(), input.clone()))).unwrap();
        if let Err(told) = tried(target, input) {
            panic!("{name}: {told}");
        }
    }
    let inputs: Vec<Vec<u8>> = kept.into_iter().map(|(_, input)| input).collect();
    let seed = match seconds {
        Some(_) => SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(),
        None => 0x5eed,
    };
    let mut chance = Chance(seed);
    let began = Instant::now();
    let mut rounds = 0;
    while seconds.map_or(rounds < FEW, |seconds| began.elapsed().as_secs() < seconds) {
        rounds += 1;
        let input = mutated(&inputs, target.words, &mut chance);
        say.send(Some((Instant::now(), input.clone()))).unwrap();
        if let Err(told) = tried(target, &input) {
            panic!(
                "{} breaks ({told}); the input is kept as {}",
                target.name,
                keep(target.name, &input).display()
            );
        }
    }
    drop(say);
    watched.join().unwrap();
    println!("{}: {} kept, {rounds} changed, seed {seed}, 0 faults", target.name, inputs.len());
}

fn tried(target: &Target, input: &[u8]) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(|| (target.reads)(input))).map_err(|told| {
        let text = told.downcast_ref::<String>().cloned();
        text.or_else(|| told.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
    })
}

/// Ends the whole program on an input that takes too long: a thread cannot be stopped.
fn watch(target: &Target, hear: &std::sync::mpsc::Receiver<Began>) {
    let mut last: Began = None;
    loop {
        match hear.recv_timeout(Duration::from_secs(1)) {
            Ok(began) => last = began,
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                if let Some((began, input)) = &last
                    && began.elapsed() > HANGS
                {
                    println!(
                        "{} hangs; the input is kept as {}",
                        target.name,
                        keep(target.name, input).display()
                    );
                    std::process::exit(1);
                }
            }
        }
    }
}

/// Keeps an input under a name that the same bytes get again.
fn keep(name: &str, input: &[u8]) -> PathBuf {
    let sum = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let path = corpus_of(name).join(format!("found-{sum:016x}"));
    fs::write(&path, input).unwrap();
    path
}
