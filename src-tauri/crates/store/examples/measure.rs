//! Measures the budgets of the store on this machine:
//!
//!     cargo run --release -p pps-store --example measure [-- RECORDS]
//!
//! Times are the best, the middle and the 95th of 100. Saving waits for the disk; «fsync apart» is what is left
//! when the same save goes to a folder in memory, so give `TMPDIR=/dev/shm` to see it.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program run by hand")]

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use pps_domain::calendar::{SchoolYear, day};
use pps_domain::ids::*;
use pps_domain::records::*;
use pps_domain::russian::FullName;
use pps_store::{NewOperation, Store, StoreError};
use uuid::Uuid;

const WORDS: &[&str] = &[
    "заседание",
    "оценивание",
    "критерии",
    "педагогов",
    "затруднения",
    "методический",
    "приёмы",
    "чтение",
    "грамотность",
    "функциональная",
    "урок",
    "открытый",
    "мастер-класс",
    "практикум",
    "семинар",
    "результаты",
    "диагностика",
    "план",
    "отчёт",
    "рекомендовать",
    "учителям",
    "подготовить",
    "памятку",
    "материалы",
    "сочинение",
    "изложение",
    "экзамен",
    "подготовка",
    "обучающихся",
    "формирующее",
    "школа",
    "район",
    "консультация",
    "молодые",
    "наставник",
    "курсы",
    "повышение",
    "квалификация",
    "аттестация",
    "категория",
];

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | number)
}

/// One of some 20 000 words that sound like words.
fn rare(number: usize) -> String {
    const SYLLABLES: [&str; 27] = [
        "ба", "ве", "го", "ду", "же", "зи", "ка", "лу", "мо", "на", "по", "ре", "со", "ту", "фа", "хо", "цы",
        "че", "шу", "ще", "об", "ин", "ер", "ост", "ан", "ов", "при",
    ];
    [number % 27, number / 27 % 27, number / 729 % 27].map(|at| SYLLABLES[at]).concat()
}

/// Words that look different each time and are the same in every run.
fn words(seed: usize, count: usize) -> String {
    let pick = |step: usize| {
        let mixed = (seed * 31 + step).wrapping_mul(2_654_435_761) >> 7;
        if mixed.is_multiple_of(9) { rare(mixed % 20_000) } else { WORDS[mixed % WORDS.len()].to_owned() }
    };
    (0..count).map(pick).collect::<Vec<_>>().join(" ")
}

fn operation(number: u128) -> NewOperation {
    let at: DateTime<Utc> = DateTime::from_timestamp(1_768_900_000, 0).unwrap();
    NewOperation {
        id: id(1 << 60 | number),
        at: at + TimeDelta::seconds(i64::try_from(number).unwrap() * 100),
        name: "Изменён протокол".into(),
        merge: false,
    }
}

fn community() -> Community {
    serde_json::from_value(serde_json::json!({"id": id(1), "name": "Сообщество"})).unwrap()
}

fn person(number: usize) -> Person {
    let surname = format!("{}ова", ["Сокол", "Орл", "Щербак", "Дём", "Гриш"][number % 5]);
    Person {
        facts: vec![PersonFacts {
            name: FullName {
                surname: format!("{surname}{}", number / 5),
                given: "Анна".into(),
                patronymic: "Петровна".into(),
            },
            post: "учитель русского языка".into(),
            ..PersonFacts::default()
        }],
        ..Person::new(PersonId(id(1_000 + number as u128)))
    }
}

fn activity(number: usize, plan: PlanId, date: NaiveDate) -> Activity {
    let value = serde_json::json!({
        "id": id(1_000_000 + number as u128), "community": id(1), "plan": plan, "direction": "3.1.4",
        "text": words(number, 12), "expected": words(number + 1, 8),
        "responsible": [person(number % 300).id],
        "mark": {"state": "done", "date": date, "result": words(number + 2, 4)},
    });
    serde_json::from_value(value).unwrap()
}

/// A meeting whose protocol fills some two pages.
fn meeting(number: usize, date: NaiveDate) -> Meeting {
    let items: Vec<_> = (0..5_usize)
        .map(|item| {
            let base = 1_000_000_000 + number as u128 * 100 + item as u128 * 10;
            let decisions: Vec<_> = (1..4_u128)
                .map(|one| {
                    let text = words(number * 7 + item, 14);
                    serde_json::json!({"id": id(base + one), "kind": "assignment", "text": text,
                        "responsible": [person((number + item) % 300).id], "term": {"form": "until", "date": date}})
                })
                .collect();
            serde_json::json!({"id": id(base), "topic": words(number + item, 8),
                "heard": words(number * 3 + item, 60), "decisions": decisions})
        })
        .collect();
    let attendance: Vec<_> = (0..12)
        .map(
            |one| serde_json::json!({"person": person((number + one) % 300).id, "presence": {"present": {}}}),
        )
        .collect();
    let value = serde_json::json!({
        "id": id(500_000_000 + number as u128), "community": id(1), "school_year": SchoolYear::containing(date),
        "date": date, "status": "held", "topic": words(number, 6), "attendance": attendance,
        "protocol": {"number": number % 9 + 1, "items": items},
    });
    serde_json::from_value(value).unwrap()
}

fn fill(path: &Path, records: usize) -> Store {
    let _ = std::fs::remove_file(path);
    Store::create(path).unwrap();
    let store = Store::open(path, None, day(2026, 8, 20)).unwrap();
    let begun = Instant::now();
    store
        .write(operation(0), move |w| {
            w.put(community(), None)?;
            for number in 0..300 {
                w.put(person(number), None)?;
            }
            let plan = PlanId(id(2));
            w.put(
                serde_json::from_value::<Plan>(
                    serde_json::json!({"id": plan, "community": id(1), "school_year": 2025}),
                )
                .unwrap(),
                None,
            )?;
            for number in 0..records {
                let date = day(2016, 9, 1)
                    .checked_add_days(Days::new(number as u64 * 3_600 / records as u64))
                    .unwrap();
                if number % 12 == 0 {
                    w.put(meeting(number, date), None)?;
                } else {
                    w.put(activity(number, plan, date), None)?;
                }
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    println!("{records} records written in {:.1} s", begun.elapsed().as_secs_f64());
    store
}

fn times(name: &str, mut one: impl FnMut(usize)) {
    let mut taken: Vec<Duration> = (0..100)
        .map(|round| {
            let begun = Instant::now();
            one(round);
            begun.elapsed()
        })
        .collect();
    taken.sort();
    let ms = |at: usize| taken[at].as_secs_f64() * 1000.0;
    println!("{name:44} best {:8.3}  middle {:8.3}  95th {:8.3} ms", ms(0), ms(50), ms(94));
}

fn saving(store: &Store, name: &str) {
    times(name, |round| {
        store
            .write(operation(10 + round as u128), move |w| {
                let (record, seen) = w.get(id(500_000_000))?.unwrap();
                let Record::Meeting(mut meeting) = record else { return Ok(()) };
                meeting.protocol.as_mut().unwrap().items[2].heard.push_str(" и ещё слово");
                w.put(meeting, Some(seen))?;
                Ok::<_, StoreError>(())
            })
            .unwrap();
    });
}

fn main() {
    let records = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let folder = std::env::temp_dir().join("pps-store-measure");
    std::fs::create_dir_all(&folder).unwrap();

    let path = folder.join("ten-years.db");
    let store = fill(&path, 1_000);
    saving(&store, "save a field of a protocol, ten years");
    store.close().unwrap();
    times("open with ten years", |_| drop(Store::open(&path, None, day(2026, 8, 20)).unwrap()));
    let mut store = Some(Store::open(&path, None, day(2026, 8, 20)).unwrap());
    times("archive of ten years", |_| {
        let archive = store
            .as_ref()
            .unwrap()
            .read(|reader| reader.community_records(CommunityId(id(1))))
            .unwrap()
            .unwrap();
        assert!(archive.activities.len() > 900);
    });
    let begun = Instant::now();
    assert_eq!(store.as_ref().unwrap().verify_history().unwrap(), []);
    println!("verify ten years: {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let begun = Instant::now();
    let dump = store.as_ref().unwrap().dump().unwrap();
    println!("dump ten years: {:.0} ms, {} MB", begun.elapsed().as_secs_f64() * 1000.0, dump.len() >> 20);
    store.take();
    let copy = folder.join("copy.db");
    let _ = std::fs::remove_file(&copy);
    let begun = Instant::now();
    let nothing = |_: &str| Ok(None);
    let request =
        pps_store::Load { dump: dump.as_bytes(), files: &nothing, operation: id(7), at: operation(9).at };
    pps_store::load(&request, &copy).unwrap();
    println!("load ten years: {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);

    let path = folder.join("large.db");
    let store = fill(&path, records);
    println!("file: {} MB", std::fs::metadata(&path).unwrap().len() >> 20);
    let asked = [
        "заседание",
        "заседаниями",
        "оценивание критерии",
        "Щерб",
        "за",
        "ме",
        "бамона",
        "осто",
        "мастер-класс школа район",
        "Соколова0",
        "протокол 2",
        "нетакогослова",
        "план отчёт семинар урок",
        "пр",
        "2026",
    ];
    for typed in asked {
        let name = format!("search «{typed}»");
        times(&name, |_| {
            store.read(move |reader| reader.search(typed, None, 20)).unwrap();
        });
    }
    times("search, all of the above in turn", |round| {
        let typed = asked[round % asked.len()];
        store.read(move |reader| reader.search(typed, None, 20)).unwrap();
    });
    times("search in one community", |round| {
        let typed = asked[round % asked.len()];
        store.read(move |reader| reader.search(typed, Some(CommunityId(id(1))), 20)).unwrap();
    });
    saving(&store, "save a field of a protocol, large");
    store.close().unwrap();
    times("open large", |_| drop(Store::open(&path, None, day(2026, 8, 20)).unwrap()));
}
