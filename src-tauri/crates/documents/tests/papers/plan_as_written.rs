//! The plan as people write it: sections of their own, whoever answers in words, forms, times, places, goals, and
//! meetings whose questions have speakers. What is not given leaves no trace.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use pps_documents::papers::*;
use pps_documents::{Paper, workbook};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::SectionId;
use pps_domain::records::{Activity, Journal, PlanSection, PlannedQuestion};
use rstest::rstest;
use zip::ZipArchive;

use crate::{reader, records};

fn gifted() -> SectionId {
    "01990000-0000-7000-8000-0000000000a1".parse().unwrap()
}

fn young() -> SectionId {
    "01990000-0000-7000-8000-0000000000a2".parse().unwrap()
}

fn as_written() -> CommunityRecords {
    let mut records = records::records();
    let plan = records.plans.values_mut().find(|plan| plan.school_year == records::YEAR).unwrap();
    let section = |id, name: &str| PlanSection { id, name: name.to_owned() };
    plan.sections =
        vec![section(young(), "Школа молодого педагога"), section(gifted(), "Работа с одарёнными детьми")];
    let people: Vec<_> = plan.meetings[0].responsible.clone();
    plan.meetings[0].time = "14.00".to_owned();
    plan.meetings[0].responsible_in_words = "методист РИМК".to_owned();
    plan.meetings[0].questions = vec![
        PlannedQuestion {
            text: "Об итогах года.".to_owned(),
            speakers: people,
            ..PlannedQuestion::default()
        },
        PlannedQuestion {
            text: "О плане".to_owned(),
            speakers_in_words: "директор ОО".to_owned(),
            ..PlannedQuestion::default()
        },
    ];
    let mut rows = records.activities.values_mut();
    let lists = rows.next().unwrap();
    lists.text = "Провести срез:\n1) в пятых классах;\n2) в шестых".to_owned();
    lists.expected = "справка;\nпамятка".to_owned();
    (lists.section, lists.form, lists.goal) =
        (Some(gifted()), "круглый стол".to_owned(), "увидеть пробелы".to_owned());
    (lists.time, lists.venue) = ("14.00–15.30".to_owned(), "актовый зал".to_owned());
    lists.responsible_in_words = "учителя-предметники".to_owned();
    let alone = rows.next().unwrap();
    (alone.section, alone.responsible) = (Some(young()), Vec::new());
    alone.responsible_in_words = "рабочая группа".to_owned();
    records
}

fn plan(records: &CommunityRecords, order: PlanOrder) -> Plan {
    Plan::from_records(records, records.plan(records::YEAR).unwrap().id, order, reader::day()).unwrap()
}

fn text_of_docx(paper: &Paper) -> String {
    let bytes = paper.docx(reader::day()).unwrap();
    let mut file = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    file.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_plan_stands_under_its_own_sections_and_the_rest_comes_last() {
    let records = as_written();
    let view = plan(&records, PlanOrder::BySection);
    let titles: Vec<_> = view.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(titles, ["Школа молодого педагога", "Работа с одарёнными детьми", "Вне разделов"]);
    let numbers: Vec<_> =
        view.groups.iter().flat_map(|group| &group.rows).map(|row| row.number.as_str()).collect();
    let all: Vec<_> = (1..=numbers.len()).map(|number| number.to_string()).collect();
    assert_eq!(numbers, all);
    assert_eq!(numbers.len(), records.activities.len());
    let paper = Paper::Plan(view.clone());
    let pdf = reader::squeezed(&reader::pdf(&paper));
    for title in titles {
        assert!(pdf.contains(&reader::squeeze(title)), "{title}: {pdf}");
        assert!(reader::squeeze(&text_of_docx(&paper)).contains(&reader::squeeze(title)), "{title}");
    }
}

#[test]
fn the_schedule_of_courses_is_an_annex_where_the_leader_keeps_one() {
    let mut records = records::records();
    assert!(plan(&records, PlanOrder::ByDirection).courses.is_empty());
    records.community.settings.journals.push(Journal::Courses);
    let view = plan(&records, PlanOrder::ByDirection);
    let wanted = records.courses_of(records::YEAR, records::YEAR.end());
    assert!(!wanted.is_empty() && view.courses.len() == wanted.len(), "{:?}", view.courses);
    assert!(view.attachments.iter().any(|annex| annex.title == "план-график курсов"));
    let paper = Paper::Plan(view.clone());
    let pdf = reader::squeezed(&reader::pdf(&paper));
    let docx = reader::squeeze(&text_of_docx(&paper));
    for words in ["План-график курсов повышения квалификации", &view.courses[0].programme]
    {
        assert!(pdf.contains(&reader::squeeze(words)), "{words}: {pdf}");
        assert!(docx.contains(&reader::squeeze(words)), "{words}");
    }
}

#[test]
fn a_plan_without_sections_is_printed_by_directions() {
    let records = records::records();
    assert_eq!(plan(&records, PlanOrder::BySection), plan(&records, PlanOrder::ByDirection));
}

#[rstest]
#[case(PlanOrder::ByDirection)]
#[case(PlanOrder::ByMonth)]
#[case(PlanOrder::BySection)]
fn what_is_given_is_printed_line_by_line(#[case] order: PlanOrder) {
    let records = as_written();
    let view = plan(&records, order);
    let rows = || view.groups.iter().flat_map(|group| &group.rows);
    let row = rows().find(|row| row.topic.starts_with("Провести срез")).unwrap();
    assert_eq!(
        row.topic,
        "Провести срез (круглый стол):\n1) в пятых классах;\n2) в шестых\nЦель: увидеть пробелы"
    );
    assert_eq!(row.term, "сентябрь\n14.00–15.30\nактовый зал");
    assert!(row.responsible.ends_with(", учителя-предметники"), "{}", row.responsible);
    assert_eq!(row.result, "справка;\nпамятка");
    assert!(rows().any(|row| row.responsible == "рабочая группа"));
    let meeting = &view.meetings[0];
    assert_eq!(meeting.questions[1], "2. О плане — директор ОО");
    assert!(meeting.questions[0].starts_with("1. Об итогах года — "), "{}", meeting.questions[0]);
    assert!(meeting.term.ends_with("\n14.00") && meeting.responsible.ends_with(", методист РИМК"));
    let paper = Paper::Plan(view.clone());
    let pdf = reader::squeezed(&reader::pdf(&paper));
    let docx = text_of_docx(&paper);
    for said in
        ["Срок, место", "Цель: увидеть пробелы", "учителя-предметники", "рабочая группа", "актовый зал"]
    {
        assert!(pdf.contains(&reader::squeeze(said)), "{said}: {pdf}");
        assert!(docx.contains(said) || reader::squeeze(&docx).contains(&reader::squeeze(said)), "{said}");
    }
}

#[test]
fn a_form_that_the_text_says_anyway_and_whatever_is_empty_leave_no_trace() {
    let view = plan(&records::records(), PlanOrder::ByDirection);
    assert!(!view.with_places);
    let rows = || view.groups.iter().flat_map(|group| &group.rows);
    assert!(rows().all(|row| !row.topic.contains('(')
        || row.topic.contains("(три)")
        || row.topic.contains("Мещерякова")));
    assert!(rows().all(|row| !row.topic.contains('\n') && !row.term.contains('\n')));
    let said = |text: &str, form: &str| {
        let mut row = records::records().activities.into_values().next().unwrap();
        (row.text, row.form) = (text.to_owned(), form.to_owned());
        Activity::form_apart(&row).map(str::to_owned)
    };
    assert_eq!(said("Консультации молодых педагогов", "консультация"), None);
    assert_eq!(said("Встреча с методистом", "Консультация"), Some("Консультация".to_owned()));
    assert_eq!(said("Встреча с методистом", " "), None);
}

#[test]
fn the_workbook_has_a_column_for_each_thing_that_some_row_says() {
    let heads = |records: &CommunityRecords, order| -> Vec<String> {
        let plan = records.plan(records::YEAR).unwrap().id;
        let bytes = workbook(records, plan, order, reader::day(), false).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range("Мероприятия").unwrap();
        range.rows().nth(2).unwrap().iter().map(ToString::to_string).collect()
    };
    let bare = heads(&records::records(), PlanOrder::ByDirection);
    for absent in ["Раздел", "Цель", "Время", "Место", "Месяц"] {
        assert!(!bare.contains(&absent.to_owned()), "{absent}: {bare:?}");
    }
    let written = heads(&as_written(), PlanOrder::ByMonth);
    let wanted =
        ["№ п/п", "Месяц", "Направление", "Раздел", "Мероприятие", "Форма", "Цель", "Задача", "Срок"];
    assert_eq!(written[..wanted.len()], wanted);
    assert!(["Время", "Место"].iter().all(|head| written.contains(&(*head).to_owned())), "{written:?}");
    let plan = as_written();
    let bytes =
        workbook(&plan, plan.plan(records::YEAR).unwrap().id, PlanOrder::BySection, reader::day(), false);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.unwrap())).unwrap();
    let cells: Vec<Data> = book.worksheet_range("Мероприятия").unwrap().rows().flatten().cloned().collect();
    for said in
        ["Провести срез:\n1) в пятых классах;\n2) в шестых", "Работа с одарёнными детьми", "14.00–15.30"]
    {
        assert!(cells.contains(&Data::String(said.to_owned())), "{said}");
    }
}

#[test]
fn whoever_answers_in_words_stands_in_the_protocol_its_control_and_the_report() {
    let mut records = records::records();
    for meeting in records.meetings.values_mut() {
        for item in meeting.protocol.iter_mut().flat_map(|protocol| &mut protocol.items) {
            for decision in item.decisions.iter_mut().filter(|decision| !decision.responsible.is_empty()) {
                decision.responsible.clear();
                decision.responsible_in_words = "директора школ".to_owned();
            }
        }
    }
    let protocol = records::protocol(&records, 2);
    let lines: Vec<_> = protocol.questions.iter().flat_map(|question| &question.decisions).collect();
    let named = lines.iter().find(|line| line.responsible == ["директора школ"]).unwrap();
    assert!(named.several);
    let pdf = reader::squeezed(&reader::pdf(&Paper::Protocol(protocol.clone())));
    assert!(pdf.contains(&reader::squeeze("Ответственные: директора школ.")), "{pdf}");
    let control = Assignments::from_records(&records, records::YEAR, None, reader::day()).unwrap();
    assert!(control.rows.iter().any(|row| row.responsible == "директора школ"));
}
