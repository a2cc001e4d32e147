//! Nothing that was acknowledged is lost: not when the process is killed, not when the disk is full.
//!
//! The saving program is this test program itself, started anew for one ignored test.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use pps_domain::records::Record;
use pps_store::{Store, StoreError};

use crate::support::*;

/// The data file that the saving program works on.
const DATA: &str = "PPS_STORE_TEST_DATA";
/// How many times the program is killed.
const KILLS: u64 = 50;

fn told(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").unwrap();
    out.flush().unwrap();
}

/// One save: a new record, a change of one that is there, and now and then an attached file.
fn save(store: &Store, number: u128) -> Result<(), StoreError> {
    store.write(operation(number, "Внесено затруднение"), move |w| {
        let text = format!("Затруднение {number} {}", "и пояснение к нему ".repeat(20));
        w.put(difficulty(1_000 + number, &text), None)?;
        let seen = w.get(id(COMMUNITY))?.map(|(_, seen)| seen);
        let mut own = community();
        own.place = format!("г. Рыбное, {number}");
        w.put(own, seen)?;
        if number.is_multiple_of(5) {
            let bytes = format!("скан {number}").into_bytes();
            let size = bytes.len() as u64;
            let sha256 = w.put_file(&bytes, "image/png")?;
            w.put(attachment(2_000_000 + number, COMMUNITY, "Скан.png", sha256, size), None)?;
        }
        Ok(())
    })
}

/// The last number that is in the file.
fn last_saved(store: &Store) -> u128 {
    match get(store, id(COMMUNITY)) {
        Some(Record::Community(own)) => {
            own.place.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
#[ignore = "the saving program of the other tests"]
fn saver() {
    let Ok(path) = std::env::var(DATA) else { return };
    let store = Store::open(Path::new(&path), None, today()).unwrap();
    for number in last_saved(&store) + 1.. {
        match save(&store, number) {
            Ok(()) => told(&format!("saved {number}")),
            Err(fault) => {
                told(&format!("refused {fault}"));
                // The store lives on and reads what it has.
                told(&format!("reads {}", last_saved(&store)));
                return;
            }
        }
    }
}

/// Starts the saving program; `limit` bounds the size of files in blocks of 512 bytes.
fn start(data: &Path, limit: Option<u64>) -> Child {
    let program = std::env::current_exe().unwrap();
    let mut command = match limit {
        // An ignored signal stays ignored by the program that follows, so it gets an error and lives.
        Some(blocks) => {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "sh"]).arg(program);
            shell
        }
        None => Command::new(program),
    };
    command.args(["--exact", "crash::saver", "--ignored", "--nocapture", "--test-threads", "1"]);
    command.env(DATA, data).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

fn number_after(line: &str, word: &str) -> Option<u128> {
    line.strip_prefix(word)?.trim().parse().ok()
}

fn check_saved(store: &Store, acknowledged: u128) {
    let last = last_saved(store);
    assert!(last >= acknowledged, "{acknowledged} was acknowledged, {last} is there");
    store
        .read(move |reader| {
            for number in 1..=last {
                assert!(reader.get(id(1_000 + number))?.is_some(), "save {number} is gone");
                let attached = reader.get(id(2_000_000 + number))?;
                assert_eq!(attached.is_some(), number.is_multiple_of(5), "save {number} is not whole");
            }
            // One save is one operation, and none is there by half.
            assert_eq!(reader.operations(u32::MAX)?.len() as u128, last + 1);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn no_acknowledged_save_is_lost_by_a_kill() {
    let place = TempStore::new();
    let store = place.open();
    put(&store, 0, vec![community().into()]);
    store.close().unwrap();

    let mut acknowledged = 0;
    let mut kills_while_saving = 0;
    for round in 0..KILLS {
        let mut child = start(&place.path, None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let before = acknowledged;
        // Every fifth kill comes while the file is being opened, the others while saves go on.
        if !round.is_multiple_of(5) {
            acknowledged = lines.by_ref().find_map(|line| number_after(&line, "saved")).unwrap();
        }
        std::thread::sleep(Duration::from_micros(round * 7_919 % 37_000));
        child.kill().unwrap();
        child.wait().unwrap();
        // What was told before the kill still lies in the pipe.
        acknowledged = lines.filter_map(|line| number_after(&line, "saved")).last().unwrap_or(acknowledged);
        kills_while_saving += u32::from(acknowledged > before);

        let store = place.open();
        check_saved(&store, acknowledged);
        store.close().unwrap();
    }
    assert!(kills_while_saving >= 30, "{kills_while_saving} of {KILLS} kills came while saving");
    let store = place.open();
    assert_eq!(store.verify_history().unwrap(), []);
}

#[test]
fn a_full_disk_refuses_clearly_and_loses_nothing() {
    let place = TempStore::new();
    let store = place.open();
    put(&store, 0, vec![community().into()]);
    store.close().unwrap();

    let size = std::fs::metadata(&place.path).unwrap().len();
    let child = start(&place.path, Some(size / 512 + 2_000));
    let output = child.wait_with_output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let find = |word| output.lines().filter_map(|line| number_after(line, word)).next_back();
    let acknowledged = find("saved").unwrap();
    assert!(acknowledged > 3, "{output}");
    assert!(output.contains("refused ") && output.contains("последнее изменение не сохранено"), "{output}");
    assert_eq!(find("reads"), Some(acknowledged), "{output}");

    let store = place.open();
    check_saved(&store, acknowledged);
    save(&store, last_saved(&store) + 1).unwrap();
    assert_eq!(store.verify_history().unwrap(), []);
}
