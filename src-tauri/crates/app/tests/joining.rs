//! Who joins a community: a list pasted at the first start, the usual first day, one order for many, a mistake taken
//! back.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::community_records::CommunityRecords;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::import::TableKind;
use pps_app::domain::records::{Category, Membership, Order, OrderKind, Record};
use pps_app::importing::{RowState, TableAsked, TableDraft, TableReader};
use pps_app::joining::people_in_list;
use pps_app::views::{FirstPerson, FirstSteps, StaffTold};
use pps_app::{ClockOnDay, Workplace};
use tempfile::TempDir;

const YEAR: SchoolYear = SchoolYear(2026);
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();

fn person(name: &str, organisation: &str) -> FirstPerson {
    FirstPerson {
        name: name.to_owned(),
        post: String::new(),
        organisation: organisation.to_owned(),
        category: Category::NotApplicable,
        works_since: None,
        in_specialty_since: None,
        courses: Vec::new(),
        contact: String::new(),
        more: StaffTold::default(),
        remarks: Vec::new(),
        leader: false,
        secretary: false,
    }
}

struct Fixture {
    folder: TempDir,
    workplace: Workplace,
    community: CommunityId,
}

impl Fixture {
    fn begun(day: &str, people: Vec<FirstPerson>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let first = FirstSteps {
            body: None,
            name: "Функциональная грамотность".to_owned(),
            short_name: String::new(),
            district: String::new(),
            place: String::new(),
            rimk_head: String::new(),
            school_year: YEAR.0,
            people,
        };
        let path = folder.path().join("year.db");
        let workplace = Workplace::create_community(&path, clock(day), &first).unwrap();
        let community = workplace.community(None).unwrap();
        Self { folder, workplace, community }
    }

    /// The same file on another day.
    fn on(self, day: &str) -> Self {
        let Self { folder, workplace, community } = self;
        workplace.close().unwrap();
        let workplace = Workplace::open(&folder.path().join("year.db"), clock(day)).unwrap();
        Self { folder, workplace, community }
    }

    fn community_records(&self) -> Arc<CommunityRecords> {
        self.workplace.community_records(self.community).unwrap()
    }

    fn member(&self, surname: &str) -> Membership {
        let records = self.community_records();
        let named = |member: &&Membership| records.people[&member.person].facts[0].name.surname == surname;
        records.memberships.values().find(named).unwrap().clone()
    }

    /// The first days of those who are in the community, by the order of the roster.
    fn usual(&self) -> String {
        self.workplace.usual_first_day(self.community, YEAR.0).unwrap().to_string()
    }
}

fn clock(day: &str) -> Arc<ClockOnDay> {
    Arc::new(ClockOnDay(day.parse::<NaiveDate>().unwrap()))
}

fn pasted(text: &str) -> TableDraft {
    TableDraft::pasted(&TableReader::this_process(), text, None).unwrap()
}

fn three() -> Vec<FirstPerson> {
    vec![
        FirstPerson {
            leader: true, ..person("Соколова Марина Викторовна", "МБОУ «Рыбновская СШ № 3»")
        },
        person("Ким Юлия Андреевна", "мбоу Рыбновская СШ №3"),
        person("Фомин Дмитрий Сергеевич", ""),
    ]
}

#[test]
fn a_plain_list_becomes_people_of_the_first_start() {
    let list = "1. Соколова Марина Викторовна, учитель русского языка, МБОУ «Рыбновская СШ № 3», высшая\n\
                2. Ким Юлия Андреевна — учитель физики, СШ № 1, СЗД, стаж 7 лет\n\
                3. Фомин Д.С., секретарь";
    let people = people_in_list(&pasted(list), YEAR.0, TODAY);
    let said: Vec<_> = people
        .iter()
        .map(|person| {
            (person.name.as_str(), person.post.as_str(), person.organisation.as_str(), person.category)
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "Соколова Марина Викторовна",
                "учитель русского языка",
                "МБОУ «Рыбновская СШ № 3»",
                Category::Highest
            ),
            ("Ким Юлия Андреевна", "учитель физики", "СШ № 1", Category::FitsPost),
            ("Фомин Д. С.", "", "", Category::NotApplicable),
        ]
    );
    assert_eq!(people[1].works_since, Some(2019));
    assert!(people[2].secretary);
}

#[test]
fn a_table_with_headings_and_one_without_become_the_same_people() {
    let headings = "№\tФИО\tДолжность\tОрганизация\tКатегория\n";
    let rows = "1\tКим Юлия Андреевна\tучитель физики\tМБОУ «СШ № 1»\tпервая\n\
                2\tФомин Дмитрий Сергеевич\tзавуч\tМБОУ «СШ № 4»\tбез категории\n";
    let with = people_in_list(&pasted(&format!("{headings}{rows}")), YEAR.0, TODAY);
    assert_eq!(with.len(), 2);
    assert_eq!(with, people_in_list(&pasted(rows), YEAR.0, TODAY));
    assert_eq!((with[1].post.as_str(), with[1].category), ("завуч", Category::None));
}

#[test]
fn an_organisation_that_is_written_in_two_ways_is_one() {
    let fixture = Fixture::begun("2026-11-30", three());
    let records = fixture.community_records();
    let names: Vec<_> =
        records.organisations.values().map(|organisation| organisation.name.as_str()).collect();
    assert_eq!(names, ["МБОУ «Рыбновская СШ № 3»"]);
}

#[test]
fn a_newcomer_is_a_member_from_the_same_day_by_form_and_by_list() {
    let fixture = Fixture::begun("2026-11-30", three());
    assert_eq!(fixture.usual(), "2026-09-01", "records are begun in November");
    let fixture = fixture.on("2027-02-10");
    assert_eq!(fixture.usual(), "2027-02-10", "by February whoever is added comes today");
    let (draft, asked) =
        (pasted("Тишкин Роман Ильич"), TableAsked::new(fixture.community, TableKind::Members, YEAR));
    let preview = fixture.workplace.look_at_table(&draft, &asked).unwrap();
    let said = preview.remarks.join(" ").replace('\u{a0}', " ");
    assert!(said.ends_with("с 10 февраля 2027 г."), "{said}");
    let rows = preview.of(&[RowState::Ready, RowState::Doubtful]);
    fixture.workplace.add_table_rows(&draft, &asked, &rows).unwrap();
    assert_eq!(fixture.member("Тишкин").from.to_string(), "2027-02-10");
}

#[test]
fn one_order_for_many_is_one_operation() {
    let fixture = Fixture::begun("2026-11-30", three());
    let order = Order {
        id: fixture.workplace.new_ids(1)[0].into(),
        community: fixture.community,
        kind: OrderKind::Create,
        number: "№ 39/1".to_owned(),
        date: "2026-09-01".parse().unwrap(),
        issued_by: String::new(),
        school_year: None,
        note: String::new(),
    };
    let members: Vec<Membership> = fixture.community_records().memberships.values().cloned().collect();
    let mut changes = vec![(Record::from(order.clone()), None)];
    changes.extend(members.iter().map(|member| {
        let (_, seen) = fixture.workplace.record(member.id.0).unwrap().unwrap();
        (Record::from(Membership { joined_by: Some(order.id), ..member.clone() }), Some(seen))
    }));
    let changed = fixture.workplace.save_all(changes).unwrap();
    assert_eq!(changed.name.replace('\u{a0}', " "), "Приказ № 39/1 от 01.09.2026 внесён для 3 человек");
    let records = fixture.community_records();
    assert!(records.memberships.values().all(|member| member.joined_by == Some(order.id)));
    assert_eq!(records.orders[&order.id].number, "39/1", "the sign is set by whoever prints the number");

    fixture.workplace.undo().unwrap().unwrap();
    let records = fixture.community_records();
    assert!(records.orders.is_empty());
    assert!(records.memberships.values().all(|member| member.joined_by.is_none()));
}

#[test]
fn who_was_added_by_mistake_goes_in_one_step_and_comes_back_in_one() {
    let fixture = Fixture::begun("2026-11-30", three());
    let mistake = fixture.member("Фомин");
    let changed = fixture.workplace.remove_member(mistake.id).unwrap();
    assert_eq!(changed.name, "Удалено из состава: Фомин Дмитрий Сергеевич");
    assert_eq!(changed.gone, [mistake.id.0, mistake.person.0]);
    let records = fixture.community_records();
    assert!(!records.memberships.contains_key(&mistake.id));
    assert!(!records.people.contains_key(&mistake.person));
    fixture.workplace.undo().unwrap().unwrap();
    assert_eq!(fixture.member("Фомин"), mistake);
}

#[test]
fn who_was_a_member_before_keeps_the_card() {
    let fixture = Fixture::begun("2026-11-30", three());
    let now = fixture.member("Фомин");
    let again = Membership { id: fixture.workplace.new_ids(1)[0].into(), ..now.clone() };
    fixture.workplace.save(again.clone().into(), None).unwrap();
    assert_eq!(fixture.workplace.remove_member(again.id).unwrap().gone, [again.id.0]);
    assert!(fixture.community_records().people.contains_key(&now.person));
}
