//! The program is killed while a person types and signs. Whatever was acknowledged before is in the file afterwards.
//!
//! The saving program is this test program itself, started anew for one ignored test.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use pps_app::domain::records::{Meeting, Record};
use pps_app::{AppError, SystemClock, Workplace};
use serde_json::Value;

use crate::answer::done;
use crate::figures::{Figures, rounds};
use crate::random::Random;
use crate::year::{Year, held};

/// The data file that the saving program works on.
const DATA: &str = "PPS_FAULTS_SAVING";
/// The protocol that is signed and unsigned in turn, and the one whose topic counts the saves.
const SIGNED: u32 = 2;
const COUNTED: u32 = 3;

fn told(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").unwrap();
    out.flush().unwrap();
}

fn meeting(workplace: &Workplace, number: u32) -> Meeting {
    let records = workplace.community_records(workplace.community(None).unwrap()).unwrap();
    records.meetings.values().find(|meeting| meeting.number() == Some(number)).unwrap().clone()
}

/// The number in a topic: «Сохранение 17».
fn number_in(topic: &str) -> Option<u32> {
    topic.strip_prefix("Сохранение ")?.parse().ok()
}

fn save_and_sign(workplace: &Workplace) -> Result<(), AppError> {
    let today = "2026-08-20".parse().unwrap();
    loop {
        let mut counted = meeting(workplace, COUNTED);
        let number = number_in(&counted.topic).unwrap_or(0) + 1;
        counted.topic = format!("Сохранение {number}");
        let seen = workplace.record(counted.id.0)?.map(|(_, seen)| seen);
        workplace.save(Record::from(counted), seen)?;
        told(&format!("saved {number}"));
        if number.is_multiple_of(3) {
            let protocol = meeting(workplace, SIGNED);
            let (_, seen) = workplace.record(protocol.id.0)?.expect("it was found");
            let signed = protocol.protocol.as_ref().is_some_and(|protocol| protocol.signed.is_some());
            if signed {
                workplace.unsign_protocol(protocol.id, seen)?;
                told("unsigned");
            } else {
                workplace.sign_protocol(protocol.id, today, seen)?;
                told("signed");
            }
        }
    }
}

#[test]
#[ignore = "the saving program of the other tests"]
fn saver() {
    let Ok(path) = std::env::var(DATA) else { return };
    let workplace = Workplace::open(Path::new(&path), Arc::new(SystemClock)).unwrap();
    if let Err(fault) = save_and_sign(&workplace) {
        told(&format!("refused {fault}"));
    }
}

fn start(data: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "saving::saver", "--ignored", "--nocapture", "--test-threads", "1"]);
    command.env(DATA, data).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// What the saving program has acknowledged.
#[derive(Debug, Default, Clone, Copy)]
struct Acknowledged {
    saved: u32,
    signings: usize,
}

impl Acknowledged {
    fn hear(&mut self, line: &str) -> Result<(), String> {
        if let Some(number) = line.strip_prefix("saved ") {
            self.saved = number.parse().unwrap();
        }
        self.signings += usize::from(matches!(line, "signed" | "unsigned"));
        if line.starts_with("refused ") { Err(line.to_owned()) } else { Ok(()) }
    }
}

/// What is in the file now, read by the program as any other command would.
fn in_file(folder: &Path) -> Result<Acknowledged, String> {
    held(folder, "year.db")?;
    done(folder, &["--db", "year.db", "dump", "--out", "now.json"]);
    let dump: Value = serde_json::from_slice(&fs::read(folder.join("now.json")).unwrap()).unwrap();
    let meetings = dump["records"]["meeting"].as_array().unwrap();
    let topics = meetings.iter().filter_map(|meeting| number_in(meeting["topic"].as_str()?));
    let operations = dump["history"].as_array().unwrap().iter();
    let names = operations.filter_map(|operation| operation["name"].as_str());
    let signings = names.filter(|name| name.starts_with("Подписан ") || name.contains("подписании"));
    Ok(Acknowledged { saved: topics.max().unwrap_or(0), signings: signings.count() })
}

#[test]
fn nothing_acknowledged_is_lost_by_a_kill() {
    let year = Year::new();
    let folder = year.copied();
    let data = folder.path().join("year.db");
    let mut figures = Figures::of("kill -9 while saving and signing");
    let mut random = Random::seeded(0x5eed_0004);
    let mut known = in_file(folder.path()).unwrap();
    for round in 0..rounds(18, 520) {
        figures.round();
        let before = known;
        let mut child = start(&data);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // Some kills come while the file is being opened, the others while saves go on.
        if !round.is_multiple_of(6) {
            let first =
                lines.by_ref().find(|line| line.starts_with("saved ") || line.starts_with("refused "));
            figures.check(round, known.hear(&first.unwrap_or_else(|| "refused to start".to_owned())));
        }
        thread::sleep(Duration::from_micros(random.below(60_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        // What was told before the kill still lies in the pipe.
        let rest: Result<Vec<()>, String> = lines.map(|line| known.hear(&line)).collect();
        figures.check(round, rest.map(drop));
        if known.saved > before.saved {
            figures.saw("killed at work");
        }
        match in_file(folder.path()) {
            Ok(now) if now.saved >= known.saved && now.signings >= known.signings => {
                for _ in before.saved..known.saved {
                    figures.saw("acknowledged saves");
                }
                known = now;
            }
            Ok(now) => figures.wrong(format!("{round}: {known:?} was acknowledged, {now:?} is there")),
            Err(told) => figures.wrong(format!("{round}: {told}")),
        }
    }
    let at_work = figures.count("killed at work");
    assert!(at_work * 2 > rounds(18, 520), "{at_work} kills came while saving");
    figures.tell();
}
