//! What records name must be of the right kind and of the same community.

use std::sync::atomic::{AtomicU32, Ordering};

use pps_domain::calendar::{SchoolYear, day};
use pps_domain::ids::*;
use pps_domain::records::*;
use pps_store::{Store, StoreError};

use crate::support::*;

fn started() -> (TempStore, Store) {
    let place = TempStore::new();
    let store = place.open();
    let other = Community { id: CommunityId(id(2)), short_name: "Другое ППС".into(), ..community() };
    let strange = Difficulty { community: CommunityId(id(2)), ..difficulty(41, "Чужое") };
    put(
        &store,
        1,
        vec![
            community().into(),
            other.into(),
            school(10, "МБОУ «Рыбновская СШ № 3»").into(),
            person(20, "Соколова Марина Викторовна", Some(10)).into(),
            difficulty(40, "Оценивание").into(),
            strange.into(),
            plan(60, &[61, 62]).into(),
            held(Some(61)).into(),
        ],
    );
    (place, store)
}

fn plan(number: u128, rows: &[u128]) -> Plan {
    let meetings = rows.iter().map(|number| PlannedMeeting {
        id: PlannedMeetingId(id(*number)),
        topic: "Итоги".into(),
        questions: vec![],
        form: String::new(),
        term: None,
        time: String::new(),
        venue: String::new(),
        responsible: vec![],
        responsible_in_words: String::new(),
        expected: String::new(),
    });
    Plan {
        id: PlanId(id(number)),
        community: CommunityId(id(COMMUNITY)),
        school_year: SchoolYear(2025),
        preliminary: false,
        problem_zones: vec![],
        topic: String::new(),
        goal: String::new(),
        tasks: vec![],
        sections: vec![],
        last_year: String::new(),
        meetings: meetings.collect(),
        tables: vec![],
        adopted: None,
        approved: None,
    }
}

fn held(planned: Option<u128>) -> Meeting {
    let planned = planned.map(|row| PlannedMeetingId(id(row)));
    Meeting { planned, ..meeting(30, 2, day(2026, 1, 16), "О приёмах", &[20]) }
}

fn save(store: &Store, record: impl Into<Record>) -> Result<(), StoreError> {
    static SAVES: AtomicU32 = AtomicU32::new(1_000);
    let record = record.into();
    let number = SAVES.fetch_add(1, Ordering::Relaxed);
    store.write(operation(number.into(), "Сохранено"), move |w| {
        let seen = w.get(record.id())?.map(|(_, seen)| seen);
        w.put(record, seen).map(drop)
    })
}

fn refused(store: &Store, record: impl Into<Record>) -> String {
    save(store, record).unwrap_err().to_string()
}

#[test]
fn a_record_of_another_kind_is_refused() {
    let (_place, store) = started();
    let chaired = Meeting { chair: Some(PersonId(id(10))), ..held(None) };
    assert_eq!(
        refused(&store, chaired),
        "В записи «Протокол № 2 от 16.01.2026» в поле «председатель» стоит «МБОУ «Рыбновская СШ № 3»» \
         (организация), а нужен участник; выберите другое."
    );
    let told = refused(&store, person(21, "Гришин Алексей Петрович", Some(20)));
    assert!(told.contains("«организация»") && told.contains("(участник), а нужна организация"), "{told}");
    let adopted = Adoption { meeting: Some(MeetingId(id(40))), date: day(2025, 9, 1), number: String::new() };
    let told = refused(&store, Plan { adopted: Some(adopted), ..plan(60, &[61, 62]) });
    assert!(told.contains("(затруднение), а нужно заседание"), "{told}");
    let both = Meeting { chair: Some(PersonId(id(COMMUNITY))), ..held(Some(61)) };
    assert!(matches!(save(&store, both), Err(StoreError::WrongKind { needed: Kind::Person, .. })));
    // An attached file may belong to a record of any kind.
    let attached = store.write(operation(51, "Прикреплён файл"), |w| {
        let sha256 = w.put_file(b"1", "image/png")?;
        w.put(attachment(70, 40, "Скан.png", sha256, 1), None)
    });
    attached.unwrap();
}

#[test]
fn a_record_of_another_community_is_refused() {
    let (_place, store) = started();
    let survey = Survey {
        id: SurveyId(id(80)),
        community: CommunityId(id(COMMUNITY)),
        school_year: SchoolYear(2025),
        held: pps_domain::calendar::PartialDate::Day(day(2025, 10, 1)),
        asked: 3,
        who: String::new(),
        rows: vec![SurveyRow { difficulty: DifficultyId(id(41)), count: 1 }],
        questionnaire: None,
        named: false,
        activity: None,
    };
    assert_eq!(
        refused(&store, survey.clone()),
        "В записи «Замер затруднений, 01.10.2025» в поле «затруднение» стоит «Чужое» из другого сообщества; \
         выберите запись того же сообщества."
    );
    let rows = vec![SurveyRow { difficulty: DifficultyId(id(40)), count: 1 }];
    save(&store, Survey { rows, ..survey }).unwrap();
    // Nor may what is named go over to another community.
    let gone = Difficulty { community: CommunityId(id(2)), ..difficulty(40, "Оценивание") };
    assert!(matches!(save(&store, gone), Err(StoreError::OtherCommunity { .. })));
    let gone = Plan { community: CommunityId(id(2)), ..plan(60, &[61, 62]) };
    assert!(matches!(save(&store, gone), Err(StoreError::PartMissing { .. })));
}

#[test]
fn a_meeting_answers_a_row_that_is_there() {
    let (_place, store) = started();
    for strange in [77, 60, 30 * 0x1000] {
        assert!(matches!(save(&store, held(Some(strange))), Err(StoreError::PartMissing { .. })));
    }
    let told = refused(&store, plan(60, &[62]));
    assert!(told.contains("«Протокол № 2 от 16.01.2026» отвечает строке плана, которой"), "{told}");
    let deleted = store.write(operation(51, "Удалён план"), |w| w.delete(id(60)));
    assert_eq!(
        deleted.unwrap_err().to_string(),
        "Нельзя удалить «План на 2025/2026 учебный год»: на эту запись ссылается «Протокол № 2 от 16.01.2026»; \
         сначала уберите её оттуда."
    );
    // A row that no meeting answers may go, and so may one whose meeting goes or changes with it.
    save(&store, plan(60, &[61])).unwrap();
    let together = store.write(operation(52, "Убрано"), |w| {
        for record in [Record::from(plan(60, &[])), held(None).into()] {
            let seen = w.get(record.id())?.map(|(_, seen)| seen);
            w.put(record, seen)?;
        }
        Ok::<_, StoreError>(())
    });
    together.unwrap();
}

/// A plan with tasks.
fn with_tasks(number: u128, tasks: &[u128]) -> Plan {
    let tasks = tasks.iter().map(|number| Task {
        id: TaskId(id(*number)),
        text: "выявить затруднения".into(),
        state: None,
        note: String::new(),
    });
    Plan { tasks: tasks.collect(), ..plan(number, if number == 60 { &[61, 62] } else { &[] }) }
}

/// The meeting with a decision.
fn decided(decisions: &[u128]) -> Meeting {
    let mut meeting = held(Some(61));
    let decisions = decisions.iter().map(|number| Decision {
        id: DecisionId(id(*number)),
        kind: DecisionKind::Assignment,
        text: "Провести семинар".into(),
        addressee: None,
        responsible: vec![],
        responsible_in_words: String::new(),
        term: None,
        moves: vec![],
        mark: None,
    });
    meeting.protocol.as_mut().unwrap().items[0].decisions = decisions.collect();
    meeting
}

fn row(task: Option<u128>, decisions: &[u128]) -> Activity {
    let mut row: Activity = serde_json::from_value(serde_json::json!({
        "id": id(90), "community": id(COMMUNITY), "plan": id(60), "direction": "3.1.7", "text": "Семинар",
    }))
    .unwrap();
    row.task = task.map(|number| TaskId(id(number)));
    row.decisions = decisions.iter().map(|number| DecisionId(id(*number))).collect();
    row
}

fn with_row() -> (TempStore, Store) {
    let (place, store) = started();
    save(&store, with_tasks(60, &[63, 64])).unwrap();
    save(&store, with_tasks(65, &[66])).unwrap();
    save(&store, decided(&[67, 68])).unwrap();
    save(&store, row(Some(63), &[67])).unwrap();
    (place, store)
}

#[test]
fn a_row_serves_a_task_of_its_own_plan() {
    let (_place, store) = with_row();
    // The task of another plan, a planned meeting of its own, a decision, what is nowhere.
    for strange in [66, 61, 67, 77] {
        assert!(matches!(
            save(&store, row(Some(strange), &[])),
            Err(StoreError::PartMissing { part: PartKind::Task, .. })
        ));
    }
    assert_eq!(
        refused(&store, with_tasks(60, &[64])),
        "Запись «Семинар» служит задаче, которой в этом плане нет; оставьте задачу в плане или выберите для \
         мероприятия другую."
    );
    // A task that no row names may go, and so may one that the row lets go of in the same operation.
    save(&store, with_tasks(60, &[63])).unwrap();
    let together = store.write(operation(52, "Удалена задача"), |w| {
        for record in [Record::from(with_tasks(60, &[])), row(None, &[67]).into()] {
            let seen = w.get(record.id())?.map(|(_, seen)| seen);
            w.put(record, seen)?;
        }
        Ok::<_, StoreError>(())
    });
    together.unwrap();
    // Undoing brings both back, and doing again takes both away.
    store.undo(id(0xfffe_1000), instant(900_000)).unwrap().unwrap();
    assert_eq!(get(&store, id(90)), Some(row(Some(63), &[67]).into()));
    store.redo(id(0xfffe_1001), instant(900_100)).unwrap().unwrap();
    assert_eq!(get(&store, id(90)), Some(row(None, &[67]).into()));
}

#[test]
fn a_row_is_proved_by_decisions_that_are_there() {
    let (_place, store) = with_row();
    for strange in [30 * 0x1000, 63, 77] {
        assert!(matches!(
            save(&store, row(None, &[67, strange])),
            Err(StoreError::PartMissing { part: PartKind::Decision, .. })
        ));
    }
    assert_eq!(
        refused(&store, decided(&[68])),
        "Запись «Семинар» подтверждается решением, которого в протоколах сообщества нет; оставьте решение в \
         протоколе или уберите его из подтверждений."
    );
    save(&store, decided(&[67])).unwrap();
    let deleted = store.write(operation(52, "Удалено заседание"), |w| w.delete(id(30)));
    assert_eq!(
        deleted.unwrap_err().to_string(),
        "Нельзя удалить «Протокол № 2 от 16.01.2026»: на эту запись ссылается «Семинар»; сначала уберите её оттуда."
    );
    // The meeting of another community proves nothing here.
    let elsewhere = Meeting { community: CommunityId(id(2)), planned: None, ..decided(&[67]) };
    assert!(matches!(save(&store, elsewhere), Err(StoreError::PartMissing { .. })));
}

#[test]
fn a_file_of_the_first_version_keeps_what_its_meetings_answer() {
    let (place, store) = started();
    store.close().unwrap();
    let connection = pps_store::meddle(&place.path).unwrap();
    connection
        .execute_batch(
            "CREATE TABLE planned (
                 meeting BLOB NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE
                     DEFERRABLE INITIALLY DEFERRED,
                 part    BLOB NOT NULL CHECK (length(part) = 16)
             ) STRICT, WITHOUT ROWID;
             INSERT INTO planned (meeting, part) SELECT source, part FROM named_part;
             DROP TABLE named_part;
             DROP TABLE former_key; DROP TABLE export;
             PRAGMA user_version = 1;",
        )
        .unwrap();
    connection.close().unwrap();
    let store = place.open();
    assert_eq!(get(&store, id(30)), Some(held(Some(61)).into()));
    assert!(matches!(save(&store, plan(60, &[62])), Err(StoreError::PartMissing { .. })));
    save(&store, plan(60, &[61])).unwrap();
}

#[test]
fn open_data_names_parts_that_are_there() {
    let (_place, store) = with_row();
    let dump = store.dump().unwrap();
    let load = |text: &str| {
        let target = TempStore::empty();
        let request = pps_store::Load {
            dump: text.as_bytes(),
            files: &|_| Ok(None),
            operation: id(0xfffe_2000),
            at: instant(900_000),
        };
        let loaded = pps_store::load(&request, &target.path).map_err(|fault| fault.to_string())?;
        let again = target.open();
        assert_eq!(get(&again, id(90)), Some(row(Some(63), &[67]).into()));
        // What was loaded is watched as what was saved.
        assert!(matches!(save(&again, decided(&[])), Err(StoreError::PartMissing { .. })));
        Ok::<_, String>(loaded)
    };
    load(&dump).unwrap();
    let told = |task: u128| {
        let [own, other] = [63, task].map(|task| format!("\"task\": \"{}\"", id(task)));
        assert!(dump.contains(&own), "{dump}");
        load(&dump.replace(&own, &other)).unwrap_err()
    };
    let fault = told(66);
    assert!(
        fault.contains("task: названа задача") && fault.contains("из другой записи: «План на"),
        "{fault}"
    );
    let fault = told(77);
    assert!(fault.contains("task: названа задача") && fault.contains("которой в файле нет"), "{fault}");
}

#[test]
fn who_came_late_came_after_a_question_of_the_agenda() {
    let (_place, store) = started();
    let came = |question: u128| {
        let presence = Presence::Present { came_after: None, left_before: Some(AgendaItemId(id(question))) };
        Meeting { attendance: vec![Attendance { person: PersonId(id(20)), presence }], ..held(Some(61)) }
    };
    save(&store, came(30 * 0x1000)).unwrap();
    assert_eq!(
        refused(&store, came(77)),
        "В записи «Протокол № 2 от 16.01.2026» в отметке «ушёл до вопроса» назван вопрос, которого в повестке \
         нет; выберите вопрос заново."
    );
}

#[test]
fn what_is_named_and_deleted_is_called_by_its_name() {
    let (_place, store) = started();
    store.write(operation(51, "Удалён"), |w| w.delete(id(30))).unwrap();
    store.write(operation(52, "Удалён"), |w| w.delete(id(20))).unwrap();
    let told = store.write(operation(53, "Возвращён"), |w| w.restore(id(30))).unwrap_err().to_string();
    assert!(told.contains("(«Соколова Марина Викторовна»)") && told.contains("«участник»"), "{told}");
}
