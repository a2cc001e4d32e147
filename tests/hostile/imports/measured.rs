//! A command with the memory that it and its children took together.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Output;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::answer::{Answer, typed};
use crate::figures::Figures;

/// What no import may take, in kibibytes: an old school PC has four gigabytes and a browser open.
const MOST_MEMORY: u64 = 200 * 1024;
/// How long nobody waits. It is meant for a machine that does nothing else, so a busy one is given more.
const LONGEST: Duration = Duration::from_secs(10);
/// A command that has not ended by then hangs.
const HANGS: Duration = Duration::from_secs(60);
/// A command that takes so much is ended before it takes the machine along, in kibibytes.
const RUNS_AWAY: u64 = 1024 * 1024;

pub(super) struct Measured {
    pub(super) answer: Answer,
    /// The most that all its processes had together, in kibibytes.
    peak: u64,
    /// The processor's time of all of them.
    took: Duration,
}

/// Runs the words in the folder.
pub(super) fn measured(folder: &Path, words: &[&str]) -> Measured {
    let mut child = typed(folder, words).spawn().unwrap();
    // What it says is heard meanwhile: a program that says more than a pipe holds would wait for that.
    let heard = [hear(child.stdout.take()), hear(child.stderr.take())];
    let (began, mut peak, mut ended, mut processor) = (Instant::now(), 0, None, Duration::ZERO);
    // `wait` would tell of one process only, and after the end there is nothing left to ask; so they are asked all the
    // time, and what a process had at most it tells until its end.
    while child.try_wait().unwrap().is_none() {
        let family = family_of(child.id());
        peak = peak.max(family.iter().map(|id| most_memory(*id)).sum());
        processor = processor.max(family.iter().map(|id| processor_time(*id)).sum());
        if ended.is_none() && (began.elapsed() > HANGS || peak > RUNS_AWAY) {
            ended = Some(if peak > RUNS_AWAY { "it takes memory without end" } else { "it hangs" });
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let status = child.wait().unwrap();
    let [stdout, stderr] = heard.map(|heard| heard.join().unwrap());
    let answer = Answer::of(Output { status, stdout, stderr });
    let answer = ended.map_or(answer, |told| Answer::Broken(told.to_owned()));
    // On a busy machine others had the processor meanwhile.
    Measured { answer, peak, took: processor.min(began.elapsed()) }
}

fn hear(from: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut said = Vec::new();
        from.map(|mut from| from.read_to_end(&mut said));
        said
    })
}

impl Measured {
    /// Notes the figures of a file, and what was wrong.
    pub(super) fn note(&self, figures: &mut Figures, file: &str) {
        figures.round();
        match &self.answer {
            Answer::Done(_) => figures.saw("read"),
            Answer::Refused(_) => figures.saw("refused"),
            Answer::Broken(told) => figures.wrong(format!("{file}: {told}")),
        }
        if self.peak > MOST_MEMORY {
            figures.wrong(format!("{file}: took {} MB", self.peak / 1024));
        }
        if self.took > LONGEST {
            figures.wrong(format!("{file}: took {:.1} s", self.took.as_secs_f64()));
        }
        figures.most("most memory, MB", self.peak / 1024);
        figures.most("longest, ms", u64::try_from(self.took.as_millis()).unwrap());
    }
}

/// The process and all that it has started.
fn family_of(id: u32) -> Vec<u32> {
    let mut family = vec![id];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        let threads = fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
        for thread in threads {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            family.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        }
        at += 1;
    }
    family
}

fn most_memory(id: u32) -> u64 {
    // Between its beginning and its own program a process has the memory of the test, with all the files made here.
    let is_test = fs::read_link(format!("/proc/{id}/exe")).ok() == std::env::current_exe().ok();
    if is_test {
        return 0;
    }
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

fn processor_time(id: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let Some((_, fields)) = stat.rsplit_once(')') else { return Duration::ZERO };
    // User and system time, in hundredths of a second; the fields before are the state and the like.
    let ticks = fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}
