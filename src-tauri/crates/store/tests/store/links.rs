//! What records name must be of the right kind and of the same community.

use pps_domain::calendar::{SchoolYear, day};
use pps_domain::ids::*;
use pps_domain::records::*;
use pps_store::{Store, StoreError};

use crate::support::*;

fn started() -> (Place, Store) {
    let place = Place::new();
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
        venue: String::new(),
        responsible: vec![],
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
        last_year: String::new(),
        meetings: meetings.collect(),
        adopted: None,
        approved: None,
    }
}

fn held(planned: Option<u128>) -> Meeting {
    let planned = planned.map(|row| PlannedMeetingId(id(row)));
    Meeting { planned, ..meeting(30, 2, day(2026, 1, 16), "О приёмах", &[20]) }
}

fn save(store: &Store, record: impl Into<Record>) -> Result<(), StoreError> {
    let record = record.into();
    store.write(operation(50, "Сохранено"), move |w| {
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
         (организация), а нужен человек; выберите другое."
    );
    let told = refused(&store, person(21, "Гришин Алексей Петрович", Some(20)));
    assert!(told.contains("«место работы»") && told.contains("(человек), а нужна организация"), "{told}");
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
    };
    assert_eq!(
        refused(&store, survey.clone()),
        "В записи «Опрос о затруднениях, 01.10.2025» в поле «затруднение» стоит «Чужое» из другого сообщества; \
         выберите запись того же сообщества."
    );
    let rows = vec![SurveyRow { difficulty: DifficultyId(id(40)), count: 1 }];
    save(&store, Survey { rows, ..survey }).unwrap();
    // Nor may what is named go over to another community.
    let gone = Difficulty { community: CommunityId(id(2)), ..difficulty(40, "Оценивание") };
    assert!(matches!(save(&store, gone), Err(StoreError::OtherCommunity { .. })));
    let gone = Plan { community: CommunityId(id(2)), ..plan(60, &[61, 62]) };
    assert!(matches!(save(&store, gone), Err(StoreError::RowMissing { .. })));
}

#[test]
fn a_meeting_answers_a_row_that_is_there() {
    let (_place, store) = started();
    for strange in [77, 60, 30 * 0x1000] {
        assert!(matches!(save(&store, held(Some(strange))), Err(StoreError::RowMissing { .. })));
    }
    let told = refused(&store, plan(60, &[62]));
    assert!(told.contains("«Протокол № 2 от 16.01.2026» отвечает строке плана, которой"), "{told}");
    let deleted = store.write(operation(51, "Удалён план"), |w| w.delete(id(60)));
    assert!(matches!(deleted, Err(StoreError::RowMissing { .. })));
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
    assert!(told.contains("(«Соколова Марина Викторовна»)") && told.contains("«человек»"), "{told}");
}
