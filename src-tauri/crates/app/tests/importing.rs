//! Tables of Word and Excel become rows of a plan and people of a roster.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "importing/rosters.rs"]
mod rosters;

use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::{SchoolYear, Term};
use pps_app::domain::community_records::CommunityRecords;
use pps_app::domain::ids::{CommunityId, TaskId};
use pps_app::domain::import::{TableColumn, TableKind};
use pps_app::domain::records::{Activity, Category, Direction, MarkState, Role, Task};
use pps_app::importing::{
    MendedCell, RowDirection, RowState, TableAsked, TableDraft, TablePreview, TableReader,
};
use pps_app::views::{FirstPerson, FirstSteps, StaffTold};
use pps_app::{ClockOnDay, Workplace};
use tempfile::TempDir;

#[path = "importing/found.rs"]
mod found;

const YEAR: SchoolYear = SchoolYear(2025);
const ALL: &[RowState] = &[RowState::Ready, RowState::Partly, RowState::Doubtful];

/// The plan of a community's year, as its leader has it in Word.
const PLAN: &str = include_str!("importing/plan.tsv");

/// Its roster.
const ROSTER: &str = include_str!("importing/roster.tsv");

struct Fixture {
    folder: TempDir,
    workplace: Workplace,
    community: CommunityId,
}

impl Fixture {
    /// A community that has only its leader and, where wanted, the people of the roster.
    fn new(people: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let leader = FirstPerson {
            name: "Соколова Марина Викторовна".to_owned(),
            post: "учитель русского языка и литературы".to_owned(),
            organisation: "МБОУ «Рыбновская СШ № 3»".to_owned(),
            category: Category::Highest,
            works_since: None,
            in_specialty_since: None,
            courses: Vec::new(),
            contact: String::new(),
            more: StaffTold::default(),
            remarks: Vec::new(),
            leader: true,
            secretary: false,
        };
        let first = FirstSteps {
            body: None,
            name: "Функциональная грамотность".to_owned(),
            short_name: String::new(),
            district: String::new(),
            place: String::new(),
            rimk_head: String::new(),
            school_year: YEAR.0,
            people: vec![leader],
        };
        let clock = Arc::new(ClockOnDay(NaiveDate::from_ymd_opt(2025, 9, 3).unwrap()));
        let workplace = Workplace::create_community(&folder.path().join("year.db"), clock, &first).unwrap();
        let community = workplace.community(None).unwrap();
        let fixture = Self { folder, workplace, community };
        if people {
            fixture.add(&pasted(ROSTER), &fixture.asked(TableKind::Members), ALL);
        }
        fixture
    }

    fn asked(&self, kind: TableKind) -> TableAsked {
        TableAsked::new(self.community, kind, YEAR)
    }

    fn look(&self, draft: &TableDraft, asked: &TableAsked) -> TablePreview {
        self.workplace.look_at_table(draft, asked).unwrap()
    }

    /// Adds the rows of these states and answers with the operation's name.
    fn add(&self, draft: &TableDraft, asked: &TableAsked, states: &[RowState]) -> String {
        let rows = self.look(draft, asked).of(states);
        self.workplace.add_table_rows(draft, asked, &rows).unwrap().name.replace('\u{a0}', " ")
    }

    fn community_records(&self) -> Arc<CommunityRecords> {
        self.workplace.community_records(self.community).unwrap()
    }

    fn rows(&self) -> Vec<Activity> {
        let records = self.community_records();
        let Some(plan) = records.plan(YEAR) else { return Vec::new() };
        records.activities_of(plan.id).into_iter().cloned().collect()
    }
}

fn pasted(text: &str) -> TableDraft {
    TableDraft::pasted(&TableReader::this_process(), text, None).unwrap()
}

fn remarks(preview: &TablePreview) -> Vec<&str> {
    preview.rows.iter().flat_map(|row| row.all_remarks()).collect()
}

#[test]
fn the_plan_of_a_year_is_pasted_with_its_terms_people_and_marks() {
    let fixture = Fixture::new(true);
    let (draft, asked) = (pasted(PLAN), fixture.asked(TableKind::Activities));
    let preview = fixture.look(&draft, &asked);
    assert_eq!(remarks(&preview), Vec::<&str>::new());
    assert_eq!(preview.of(ALL).len(), 17);
    assert!(fixture.rows().is_empty(), "a look changes nothing");

    assert_eq!(fixture.add(&draft, &asked, ALL), "Добавлено 17 мероприятий из таблицы");
    let (rows, records) = (fixture.rows(), fixture.community_records());
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let people = records.surnames_first(&row.responsible, YEAR.end()).replace('\u{a0}', " ");
            let term = row.term.as_ref().map(Term::in_table).unwrap_or_default();
            format!("{} | {} | {term} | {people}", row.direction.clause(), row.text)
        })
        .collect();
    assert_eq!(said.len(), 17);
    assert_eq!(said[0], "3.1.1 | Анализ результатов ВПР и ОГЭ школ-участниц | сентябрь | Кузнецова О. И.");
    assert_eq!(said[3], "3.1.2 | Подборка материалов по ФГОС ООО и ФОП | до 01.11.2025 | Тишкин Р. И.");
    assert_eq!(said[4], "3.1.2 | Пополнение страницы ППС на сайте РИМК | ежеквартально | Тишкин Р. И.");
    assert_eq!(said[5], "3.1.3 | Заседания ППС (три) | сентябрь, январь, май | Соколова М. В.");
    let visits =
        "3.1.3 | Взаимное посещение уроков в Батуринской и Вакинской СШ | ноябрь — март | Фомин Д. С.";
    assert_eq!(said[6], visits);
    assert_eq!(said[8], "3.1.4 | Консультации молодых педагогов | ежемесячно | Соколова М. В.");
    assert!(rows.iter().all(|row| row.responsible.len() == 1 && !row.expected.is_empty()));
    assert!(rows.iter().all(|row| !matches!(row.term, None | Some(Term::Words { .. }))));
    let states =
        |state| rows.iter().filter(|row| row.mark.as_ref().is_some_and(|mark| mark.state == state)).count();
    let counted =
        [MarkState::Done, MarkState::DoneInPart, MarkState::Cancelled, MarkState::NotDone].map(states);
    assert_eq!(counted, [14, 1, 1, 1]);
    assert_eq!(rows.iter().filter(|row| !row.moves.is_empty()).count(), 1);
}

#[test]
fn what_is_in_the_plan_already_is_left_out_unless_it_is_ticked() {
    let fixture = Fixture::new(true);
    let (draft, asked) = (pasted(PLAN), fixture.asked(TableKind::Activities));
    fixture.add(&draft, &asked, ALL);
    let again = fixture.look(&draft, &asked);
    assert_eq!(again.of(ALL), Vec::<usize>::new());
    let repeats = again.of(&[RowState::Repeat]);
    assert_eq!(repeats.len(), 17);
    fixture.workplace.add_table_rows(&draft, &asked, &repeats[..1]).unwrap();
    assert_eq!(fixture.rows().len(), 18);
}

#[test]
fn adding_a_table_is_one_operation_that_is_taken_back_at_once() {
    let fixture = Fixture::new(true);
    fixture.add(&pasted(PLAN), &fixture.asked(TableKind::Activities), ALL);
    let undone = fixture.workplace.undo().unwrap().unwrap().step.unwrap();
    assert_eq!(undone.words.replace('\u{a0}', " "), "добавлено 17 мероприятий из таблицы");
    assert!(fixture.rows().is_empty());
}

#[test]
fn one_row_that_cannot_be_added_holds_all_of_them_back() {
    let fixture = Fixture::new(true);
    let draft = pasted("Мероприятие\tСрок\nВстреча с ветеранами\tмай\nПраздник\tапрель\n");
    let asked = fixture.asked(TableKind::Activities);
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.of(&[RowState::Refused]), [0, 1], "nobody knows their direction");
    let refused = fixture.workplace.add_table_rows(&draft, &asked, &[0, 1]).unwrap_err();
    assert!(refused.to_string().contains("направлени"), "{refused}");
    assert!(fixture.rows().is_empty());

    let directions = vec![RowDirection { row: 0, direction: Direction::Education }];
    let one = TableAsked { directions, ..asked.clone() };
    assert_eq!(fixture.look(&draft, &one).of(ALL), [0]);
    let all = TableAsked { direction: Some(Direction::Education), ..asked };
    assert_eq!(fixture.add(&draft, &all, ALL), "Добавлено 2 мероприятия из таблицы");
}

#[test]
fn a_plan_without_directions_is_guessed_row_by_row_with_the_reason() {
    let fixture = Fixture::new(true);
    let asked = fixture.asked(TableKind::Activities);
    let without: String =
        PLAN.lines().map(|line| line.split_once('\t').unwrap().1.to_owned() + "\n").collect();
    let draft = pasted(&without);
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.of(&[RowState::Ready]).len(), 17, "{:?}", preview.rows);
    let named: Vec<&str> = PLAN.lines().skip(1).map(|line| line.split_once('\t').unwrap().0).collect();
    let guessed: Vec<&str> = preview.rows.iter().map(|row| row.direction.unwrap().clause()).collect();
    assert_eq!(guessed, named, "as the leader had them");
    assert_eq!(preview.rows[0].guessed.as_ref().unwrap().why, "по слову «анализ»");
    assert_eq!(fixture.add(&draft, &asked, ALL), "Добавлено 17 мероприятий из таблицы");

    // What a person chose is taken without a word, and next year it is known from this plan.
    let next = pasted("Мероприятие\tСрок\nВстреча с ветеранами\tмай\nКруглый стол «ЕГЭ»\tапрель\n");
    let directions = vec![
        RowDirection { row: 0, direction: Direction::Education },
        RowDirection { row: 1, direction: Direction::Analysis },
    ];
    let seen = fixture.look(&next, &asked);
    assert_eq!((seen.of(&[RowState::Refused]), seen.of(&[RowState::Doubtful])), (vec![0], vec![1]));
    let chosen = TableAsked { directions, ..asked.clone() };
    let seen = fixture.look(&next, &chosen);
    assert_eq!(seen.of(&[RowState::Ready]), [0, 1]);
    assert!(seen.rows.iter().all(|row| row.guessed.is_none()));
    fixture.add(&next, &chosen, ALL);
    let later = TableAsked { year: YEAR.0 + 1, ..asked };
    let seen = fixture.look(&next, &later);
    assert_eq!(seen.of(&[RowState::Ready]), [0, 1]);
    let guess = seen.rows[1].guessed.as_ref().unwrap();
    assert_eq!(
        (seen.rows[1].direction, guess.why.as_str()),
        (Some(Direction::Analysis), "как в плане на 2025/2026")
    );
}

#[test]
fn directions_stand_as_headings_across_the_table() {
    let fixture = Fixture::new(true);
    let text = "План работы ППС\n\nСрок\t№\tСодержание работы\tОтветственные\n1\t2\t3\t4\n\
        3.1.1 Аналитическое направление\n45901\t1\tАнализ ВПР\tКузнецова О.И., Фомин Д.С.\n\
        \t\tОбразовательное\t\nпо графику\t2\tСеминар\tИванов И. И.\n";
    let (draft, asked) = (pasted(text), fixture.asked(TableKind::Activities));
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.columns[2], TableColumn::Text);
    assert_eq!((preview.of(&[RowState::Ready]).len(), preview.of(&[RowState::Doubtful]).len()), (1, 1));
    let said = remarks(&preview);
    assert!(said.iter().any(|said| said.contains("по графику")), "{said:?}");
    assert!(
        said.iter().any(|said| said.contains("«Иванов И. И.» — в составе нет, останется словами")),
        "{said:?}"
    );
    fixture.add(&draft, &asked, ALL);
    let rows = fixture.rows();
    assert_eq!(rows[0].term.as_ref().unwrap().in_table(), "01.09.2025");
    assert_eq!((rows[0].direction, rows[0].responsible.len()), (Direction::Analysis, 2));
    assert_eq!((rows[1].direction, rows[1].responsible.len()), (Direction::Education, 0));
}

#[test]
fn a_day_of_another_year_is_doubted() {
    let fixture = Fixture::new(true);
    let draft = pasted("Мероприятие\tСрок\tНаправление\nСеминар\tдо 01.11.2024\t3.1.7\n");
    let preview = fixture.look(&draft, &fixture.asked(TableKind::Activities));
    assert_eq!(preview.of(&[RowState::Doubtful]), [0]);
    assert_eq!(remarks(&preview), ["01.11.2024 лежит вне 2025/2026 учебного года; проверьте год в сроке."]);
}

#[test]
fn columns_are_chosen_and_cells_mended_in_the_preview() {
    let fixture = Fixture::new(true);
    let draft = pasted("Семинар\tвесной\t3.1.7\nПрактикум\tмай\t3.1.7\n");
    let asked = fixture.asked(TableKind::Activities);
    let preview = fixture.look(&draft, &asked);
    assert!(preview.remarks[0].contains("не нашлось строки с заголовками"), "{:?}", preview.remarks);
    let columns = Some(vec![TableColumn::Text, TableColumn::Term, TableColumn::Direction]);
    let mended = vec![MendedCell { row: 0, column: 1, text: "апрель".to_owned() }];
    let asked = TableAsked { columns, mended, ..asked };
    assert_eq!(fixture.look(&draft, &asked).of(&[RowState::Ready]), [0, 1]);
    fixture.add(&draft, &asked, ALL);
    assert_eq!(fixture.rows()[0].term.as_ref().unwrap().in_table(), "апрель");
}

#[test]
fn of_several_tables_the_best_is_taken_and_the_others_are_named() {
    let fixture = Fixture::new(true);
    let html = format!(
        "<table><tr><td>УТВЕРЖДАЮ</td><td>Заведующий РИМК</td></tr></table><table>{}</table>",
        PLAN.lines()
            .map(|line| format!("<tr><td>{}</td></tr>", line.replace('\t', "</td><td>")))
            .collect::<String>()
    );
    let draft = TableDraft::pasted(&TableReader::this_process(), "", Some(&html)).unwrap();
    let preview = fixture.look(&draft, &fixture.asked(TableKind::Activities));
    assert_eq!((preview.tables.len(), preview.table), (2, 1));
    assert_eq!(preview.of(ALL).len(), 17);
    let first = TableAsked { table: Some(0), ..fixture.asked(TableKind::Activities) };
    assert_eq!(fixture.look(&draft, &first).of(ALL), Vec::<usize>::new());
}

#[test]
fn a_roster_in_windows_1251_becomes_people_with_their_schools() {
    let fixture = Fixture::new(false);
    let path = fixture.folder.path().join("состав.csv");
    std::fs::write(&path, windows_1251(&ROSTER.replace('\t', ";"))).unwrap();
    let (draft, asked) =
        (TableDraft::file(&TableReader::this_process(), &path).unwrap(), fixture.asked(TableKind::Members));
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.of(&[RowState::Repeat]), [0], "the leader is there already");
    assert_eq!(fixture.add(&draft, &asked, ALL), "Внесено в состав 10 человек из таблицы");

    let records = fixture.community_records();
    let on = NaiveDate::from_ymd_opt(2026, 1, 16).unwrap();
    assert_eq!(records.roster(on).len(), 10, "one has left, one has come");
    let secretary = records.holder(Role::Secretary, on).unwrap();
    assert_eq!(records.full_name(secretary, on), "Кузнецова Ольга Ивановна");
    let facts = records.facts(secretary, on).unwrap();
    assert_eq!((facts.category, facts.experience(on)), (Category::First, Some(15)));
    assert_eq!(facts.post, "заместитель директора по УВР, учитель химии");
    let fomin = records.people.values().find(|person| person.facts[0].name.surname == "Фомин").unwrap();
    assert_eq!(fomin.courses[0].finished.year(), 2025);
    // Two teachers of one school, and the leader's school was known before.
    let schools: Vec<&str> =
        records.organisations.values().map(|organisation| organisation.name.as_str()).collect();
    assert_eq!(schools.iter().filter(|name| name.contains("Батуринская")).count(), 1, "{schools:?}");
    assert_eq!(schools.iter().filter(|name| name.contains("№ 3")).count(), 1, "{schools:?}");
}

#[test]
fn five_thousand_rows_are_added_at_once() {
    let fixture = Fixture::new(true);
    let rows: String = (0..5_000).map(|row| format!("Мероприятие {row}\tмай\t3.1.7\n")).collect();
    let draft =
        pasted(&format!("Мероприятие\tСрок\tНаправление\n{}", &rows[..rows.rfind("Мероприятие").unwrap()]));
    let asked = fixture.asked(TableKind::Activities);
    assert_eq!(fixture.add(&draft, &asked, ALL), "Добавлено 4999 мероприятий из таблицы");
    let whole = format!("Мероприятие\tСрок\tНаправление\n{rows}");
    let refused = TableDraft::pasted(&TableReader::this_process(), &whole, None).unwrap_err();
    assert!(refused.to_string().contains("5\u{a0}000 строк"), "{refused}");
}

/// Russian letters as an old Excel writes them.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xc0).unwrap(),
        'Ё' => 0xa8,
        'ё' => 0xb8,
        '«' => 0xab,
        '»' => 0xbb,
        '№' => 0xb9,
        '—' => 0x97,
        c => u8::try_from(c).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_column_of_tasks_names_the_tasks_of_the_plan() {
    let fixture = Fixture::new(true);
    let table = "Направление\tМероприятие\tЗадача ППС\tСрок\n\
                 3.1.1\tДиагностика\t1\tоктябрь\n\
                 3.1.7\tСеминар\t2. Освоить приёмы оценивания\tноябрь\n\
                 3.1.7\tВебинар\tПовысить качество\tдекабрь\n\
                 3.1.3\tЗаседания\t—\tмай\n";
    let (draft, asked) = (pasted(table), fixture.asked(TableKind::Activities));
    // Before the plan has tasks the column is passed over, and that is said once.
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.columns[2], TableColumn::Task);
    assert!(
        preview.remarks.iter().any(|remark| remark.starts_with("В плане ещё нет задач")),
        "{:?}",
        preview.remarks
    );
    assert_eq!(remarks(&preview), [] as [&str; 0]);

    fixture.add(&pasted("Направление\tМероприятие\tСрок\n3.1.2\tСайт\tмай\n"), &asked, ALL);
    let mut plan = fixture.community_records().plan(YEAR).unwrap().clone();
    plan.tasks = (1..=2)
        .zip(["выявить затруднения", "освоить приёмы оценивания;"])
        .map(|(number, text)| Task {
            id: TaskId(uuid::Uuid::from_u128(number)),
            text: text.to_owned(),
            state: None,
            note: String::new(),
        })
        .collect();
    let (_, seen) = fixture.workplace.record(plan.id.0).unwrap().unwrap();
    fixture.workplace.save(plan.into(), Some(seen)).unwrap();

    let preview = fixture.look(&draft, &asked);
    assert!(preview.remarks.is_empty(), "{:?}", preview.remarks);
    assert_eq!(preview.rows[0].cells[2].read.as_deref(), Some("выявить затруднения"));
    assert_eq!(preview.of(&[RowState::Doubtful]), [2]);
    assert_eq!(
        remarks(&preview),
        ["«Повысить качество» — такой задачи в плане нет; строка войдёт без задачи, её можно выбрать потом."]
    );
    fixture.add(&draft, &asked, ALL);
    let task = |text: &str| {
        let row = fixture.rows().into_iter().find(|row| row.text == text).unwrap();
        row.task.map(|task| task.0.as_u128())
    };
    let named = ["Диагностика", "Семинар", "Вебинар", "Заседания"].map(task);
    assert_eq!(named, [Some(1), Some(2), None, None]);
}
