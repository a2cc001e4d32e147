//! The program asks no network. `cargo xtask faults` tells the same story in a network that has nothing but the machine
//! itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::window::Data;

/// The processes that were started with the data folder of the test, or by those that were.
fn family(data: &str) -> BTreeSet<u32> {
    let processes = || {
        fs::read_dir("/proc").unwrap().filter_map(|entry| entry.unwrap().file_name().to_str()?.parse().ok())
    };
    let named =
        |id: &u32| fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.contains(data));
    let mut family: BTreeSet<u32> = processes().filter(named).collect();
    let parent = |id: u32| -> Option<u32> {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    loop {
        let more: Vec<u32> = processes()
            .filter(|id| !family.contains(id) && parent(*id).is_some_and(|of| family.contains(&of)))
            .collect();
        if more.is_empty() {
            return family;
        }
        family.extend(more);
    }
}

/// The sockets of the internet that a process holds open, each with its two ends.
fn sockets(id: u32) -> Vec<String> {
    let held: BTreeSet<String> = fs::read_dir(format!("/proc/{id}/fd"))
        .into_iter()
        .flatten()
        .filter_map(|entry| fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|to: PathBuf| Some(to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    let mut found = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        let text = fs::read_to_string(format!("/proc/{id}/net/{table}")).unwrap_or_default();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            if fields.get(9).is_some_and(|inode| held.contains(*inode)) {
                found.push(format!("{table} {} {}", fields[1], fields[2]));
            }
        }
    }
    found
}

/// Whether both ends are this machine: the driver of the test speaks to the window so, and nobody else does.
fn is_local(socket: &str) -> bool {
    socket.split(' ').skip(1).all(|end| end.starts_with("0100007F:") || end.starts_with("00000000:"))
}

#[test]
fn a_story_offline_opens_no_socket_but_the_local_one() {
    let place = tempfile::tempdir().unwrap();
    let data = Data::new().saving_to(place.path());
    data.in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        let mut seen = BTreeSet::new();
        let mut looked = 0;
        for room in [
            "Заседания",
            "План",
            "Отчёт",
            "Состав",
            "Решения",
            "Документы",
            "Передача в РИМК",
            "Настройки",
            "Обзор",
        ] {
            window.presses(room).await;
            tokio::time::sleep(Duration::from_millis(400)).await;
            for id in family(data.path().to_str().unwrap()) {
                looked += 1;
                seen.extend(sockets(id));
            }
        }
        assert!(looked >= 9, "the program was found among the processes");
        let outside: Vec<&String> = seen.iter().filter(|socket| !is_local(socket)).collect();
        assert!(outside.is_empty(), "sockets to the outside: {outside:?}");
        println!("no network: {} local sockets of the driver, 0 others", seen.len());
    });
}
