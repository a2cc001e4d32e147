//! Questionnaires from the first to the last: taken, sent to schools as a workbook, filled in, taken in, counted, printed.

use std::path::PathBuf;

use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{QuestionnaireId, SurveyId};
use pps_app::domain::records::{AnswerSheet, Questionnaire, Record, Survey};
use pps_app::importing::{AnswerFiles, TableReader, TakenAnswers};
use pps_app::papers::{PaperForm, PaperKind, PaperRequest};
use pps_tests::{Fixture, rows, text};

/// A community with a supplied questionnaire and a survey by it.
struct Surveyed {
    fixture: Fixture,
    questionnaire: QuestionnaireId,
    survey: SurveyId,
}

impl Surveyed {
    fn new(word: &str, named: bool) -> Self {
        let fixture = Fixture::example();
        let taken = fixture.workplace.take_questionnaire(fixture.community, word).unwrap();
        let questionnaire = QuestionnaireId(taken.put[0].record.id());
        let survey = SurveyId(fixture.workplace.new_ids(1)[0]);
        let record = Survey {
            id: survey,
            community: fixture.community,
            school_year: SchoolYear(2025),
            held: "2026-06-01".parse().unwrap(),
            asked: 0,
            who: "участники".to_owned(),
            rows: Vec::new(),
            questionnaire: Some(questionnaire),
            named,
            activity: None,
        };
        fixture.workplace.save(record.into(), None).unwrap();
        Self { fixture, questionnaire, survey }
    }

    fn record(&self) -> Questionnaire {
        let records = self.fixture.workplace.community_records(self.fixture.community).unwrap();
        records.questionnaires[&self.questionnaire].clone()
    }

    /// The workbook that schools get, as its rows are read.
    fn workbook(&self) -> Vec<Vec<String>> {
        let request = self.fixture.request(PaperKind::Survey, "2026-06-01").of_record(self.questionnaire);
        let (_, bytes) = self.fixture.workplace.paper_file(&request, PaperForm::Xlsx).unwrap();
        let path = self.fixture.path("blank.xlsx");
        std::fs::write(&path, &bytes).unwrap();
        let sheets = TableReader::this_process().file(&path, bytes).unwrap();
        assert_eq!(sheets.len(), 1);
        sheets[0].rows.clone()
    }

    /// A school fills the workbook in: a column of marks for each respondent. It is sent back as CSV.
    fn filled(&self, name: &str, school: &str, columns: &[&dyn Fn(u32) -> &'static str]) -> PathBuf {
        let mut lines = Vec::new();
        for mut row in self.workbook() {
            row.resize(2, String::new());
            if row[0] == "Школа (ОО)" {
                school.clone_into(&mut row[1]);
            }
            let number: Option<u32> = row[0].parse().ok();
            for (place, column) in columns.iter().enumerate() {
                row.push(match (number, row[1].as_str()) {
                    (_, "Утверждение") => (place + 1).to_string(),
                    (Some(number), _) => column(number).to_owned(),
                    _ => String::new(),
                });
            }
            let cells: Vec<String> =
                row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            lines.push(cells.join(";"));
        }
        let path = self.fixture.path(name);
        std::fs::write(&path, lines.join("\r\n")).unwrap();
        path
    }

    fn take(&self, paths: &[PathBuf]) -> TakenAnswers {
        let files = AnswerFiles::read(&TableReader::this_process(), paths);
        self.fixture.workplace.take_answers(self.fixture.community, self.survey, &files).unwrap()
    }

    fn sheets(&self) -> Vec<AnswerSheet> {
        let records = self.fixture.workplace.community_records(self.fixture.community).unwrap();
        records.sheets_of(self.survey).into_iter().cloned().collect()
    }

    fn printed(&self, kind: PaperKind, record: uuid::Uuid) -> Vec<u8> {
        let request: PaperRequest = self.fixture.request(kind, "2026-08-20").of_record(record);
        self.fixture.workplace.paper(&request).unwrap()
    }
}

#[test]
fn a_workbook_goes_to_the_schools_and_comes_back_filled_in() {
    let story = Surveyed::new("assessment", false);
    let always = |mark: &'static str| move |_| mark;
    let (two, three, by_turns) = (always("2"), always("3"), |number| if number % 2 == 0 { "1" } else { "3" });
    let first = story.filled("Ходынинская.csv", "МБОУ «Ходынинская СШ»", &[&two, &by_turns]);
    let second = story.filled("Вакинская.csv", "МБОУ «Вакинская СШ»", &[&three, &always("0"), &by_turns]);
    let taken = story.take(&[first.clone(), second]);
    let told: Vec<_> =
        taken.files.iter().map(|file| (file.school.as_str(), file.sheets, file.first)).collect();
    assert_eq!(told, [("МБОУ «Ходынинская СШ»", 2, 1), ("МБОУ «Вакинская СШ»", 3, 3)]);
    assert!(taken.files.iter().all(|file| file.faults.is_empty()), "{:?}", taken.files);
    assert_eq!(taken.changes.unwrap().name, "Внесено 5\u{a0}анкет из 2\u{a0}файлов");

    // Nobody can tell any more which school a sheet came of.
    let sheets = story.sheets();
    assert_eq!(sheets.len(), 5);
    assert!(sheets.iter().all(|sheet| sheet.organisation.is_none() && sheet.person.is_none()));
    let statements = story.record().statements().count();
    assert!(sheets.iter().all(|sheet| sheet.answers.len() == statements));

    // The same file under another name is known by its answers.
    let again = story.fixture.path("копия.csv");
    std::fs::copy(first, &again).unwrap();
    let taken = story.take(&[again]);
    assert!(
        taken.changes.is_none() && taken.files[0].refused.contains("анкеты №\u{a0}1–2"),
        "{:?}",
        taken.files
    );

    // All of it is one act.
    story.fixture.workplace.undo().unwrap();
    assert_eq!(story.sheets(), []);
}

#[test]
fn a_wrong_mark_is_told_by_file_and_cell_and_the_rest_goes_in() {
    let story = Surveyed::new("ict", false);
    let wrong = |number| if number == 3 { "5" } else { "2" };
    let path = story.filled("школа.csv", "Школа", &[&wrong]);
    let other = story.fixture.path("план.csv");
    std::fs::write(&other, "№;Мероприятие\r\n1;Семинар\r\n").unwrap();
    let taken = story.take(&[path, other]);
    let [school, plan] = taken.files.as_slice() else { panic!("{:?}", taken.files) };
    assert_eq!(school.faults.len(), 1, "{:?}", school.faults);
    assert!(
        school.faults[0].starts_with('C')
            && school.faults[0].contains("«5» не вошло: отметка бывает от 0 до 3")
    );
    assert_eq!((school.file.as_str(), school.sheets), ("школа.csv", 1));
    assert!(plan.refused.contains("не заполненная анкета"), "{plan:?}");
    let sheet = &story.sheets()[0];
    assert_eq!((sheet.answers.get(3), sheet.answers.len()), (None, story.record().statements().count() - 1));
}

#[test]
fn what_was_answered_stays_in_the_questionnaire() {
    let story = Surveyed::new("fgos", false);
    story.take(&[story.filled("школа.csv", "Школа", &[&|number| if number == 2 { "" } else { "1" }])]);
    let (_, seen) = story.fixture.workplace.record(story.questionnaire.0).unwrap().unwrap();
    let without = |number: u32| {
        let mut record = story.record();
        record.areas.iter_mut().for_each(|area| area.statements.retain(|one| one.number != number));
        Record::from(record)
    };
    let refused = story.fixture.workplace.save(without(1), Some(seen)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Утверждение №\u{a0}1 нельзя убрать: ответы уже есть; исправьте слова или начните новую анкету."
    );
    // What nobody answered may go, and its number is not given to another.
    story.fixture.workplace.save(without(2), Some(seen)).unwrap();
    assert!(story.record().issued > 28);
}

#[test]
fn a_name_does_not_come_into_an_anonymous_survey() {
    let story = Surveyed::new("fgos", false);
    story.take(&[story.filled("школа.csv", "Школа", &[&|number| if number == 2 { "3" } else { "1" }])]);
    let sheet = story.sheets().remove(0);
    let (_, seen) = story.fixture.workplace.record(sheet.id.0).unwrap().unwrap();
    let records = story.fixture.workplace.community_records(story.fixture.community).unwrap();
    let person = records.people.keys().next().copied();
    let refused =
        story.fixture.workplace.save(AnswerSheet { person, ..sheet }.into(), Some(seen)).unwrap_err();
    assert!(refused.to_string().starts_with("Замер анонимный"), "{refused}");
}

#[test]
fn three_thousand_sheets_are_taken_in_and_agree_with_a_plain_count() {
    let story = Surveyed::new("fgos", true);
    let records = story.fixture.workplace.community_records(story.fixture.community).unwrap();
    let schools: Vec<_> = records.organisations.keys().copied().collect();
    let statements: Vec<u32> = story.record().statements().map(|one| one.number).collect();
    let sheet = |number: u32| {
        let answers: Vec<String> =
            statements.iter().map(|one| format!("{one}:{}", (number * 7 + one * one) % 4)).collect();
        Record::from(AnswerSheet {
            id: story.fixture.workplace.new_ids(1)[0].into(),
            community: story.fixture.community,
            survey: story.survey,
            number,
            person: None,
            organisation: schools.get(number as usize % schools.len()).copied(),
            answers: answers.join(" ").try_into().unwrap(),
            ready: Vec::new(),
            batch: None,
        })
    };
    story.fixture.workplace.take_in("Анкеты", (1..=3_000).map(sheet).collect()).unwrap();
    let results =
        story.fixture.workplace.survey_results(story.fixture.community, story.survey, None).unwrap();
    assert_eq!(results.asked, 3_000);
    let plain =
        |statement: u32| (1..=3_000).filter(|number| (number * 7 + statement * statement) % 4 >= 2).count();
    for area in &results.answers.unwrap().areas {
        for one in &area.statements {
            assert_eq!((one.share.part, one.share.whole), (plain(one.number), 3_000), "{}", one.number);
        }
    }
    let map = results.map.unwrap();
    assert_eq!(map.rows.iter().map(|row| row.sheets).sum::<usize>(), 3_000);
    // One more answer finds its way among them.
    let sheet = story.sheets().remove(0);
    let (_, seen) = story.fixture.workplace.record(sheet.id.0).unwrap().unwrap();
    story.fixture.workplace.save(AnswerSheet { ready: vec![30], ..sheet }.into(), Some(seen)).unwrap();
}

#[test]
fn the_sheet_to_fill_in_has_areas_statements_and_marks() {
    let story = Surveyed::new("assessment", false);
    let sheet = text(&story.printed(PaperKind::Survey, story.questionnaire.0));
    for words in [
        "АНКЕТА",
        "Затруднения педагога в оценивании",
        "обведите одну цифру",
        "подписывать её не нужно",
        "Критерии и отметка",
        "Объяснение отметки ученику",
        "Готов(а) поделиться опытом",
    ] {
        assert!(sheet.contains(words), "«{words}»: {sheet}");
    }
    assert!(!sheet.contains("Фамилия"), "{sheet}");
    let named = Surveyed::new("assessment", true);
    assert!(
        text(&named.printed(PaperKind::Survey, named.questionnaire.0)).contains("Фамилия, имя, отчество")
    );
}

#[test]
fn the_summary_tells_areas_statements_schools_and_who_can_help() {
    let story = Surveyed::new("assessment", true);
    let records = story.fixture.workplace.community_records(story.fixture.community).unwrap();
    let people: Vec<_> = records.people.keys().copied().collect();
    let area = story.record().areas[0].number;
    let sheets = (0..4_u32).map(|number| {
        let answers =
            story.record().statements().map(|one| format!("{}:{number}", one.number)).collect::<Vec<_>>();
        Record::from(AnswerSheet {
            id: story.fixture.workplace.new_ids(1)[0].into(),
            community: story.fixture.community,
            survey: story.survey,
            number: number + 1,
            person: people.get(number as usize).copied(),
            organisation: records.organisations.keys().next().copied(),
            answers: answers.join(" ").try_into().unwrap(),
            ready: if number == 0 { vec![area] } else { Vec::new() },
            batch: None,
        })
    });
    story.fixture.workplace.take_in("Анкеты", sheets.collect()).unwrap();
    let summary = rows(&story.printed(PaperKind::Difficulties, story.survey.0));
    for words in
        ["СВОД ЗАТРУДНЕНИЙ", "Критерии и отметка 10 из 20 (50 %) 1", "По организациям", "Кто кому поможет"]
    {
        assert!(summary.replace('\u{a0}', " ").contains(words), "«{words}»: {summary}");
    }
    // In the report the same figures stand in section 12.
    let report = PaperRequest { full: true, ..story.fixture.request(PaperKind::Report, "2026-08-20") };
    let report = text(&story.fixture.workplace.paper(&report).unwrap());
    assert!(report.contains("2 из 4"), "{report}");
}
