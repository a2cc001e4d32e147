//! Papers as DOCX: the words of the PDF, in a file that Word and LibreOffice open.

use std::io::{Cursor, Read};
use std::process::Command;

use chrono::NaiveDate;
use pps_documents::papers::*;
use pps_documents::{Ask, Paper, PaperError, PaperForm, PaperKind, PaperRequest, SourceError, Sources};
use pps_domain::calendar::SchoolYear;
use pps_domain::ids::{MeetingId, SubmissionId};
use pps_domain::records::SubmittedPaper;
use proptest::prelude::*;
use zip::ZipArchive;

use crate::any_text::{filled_with, typed};
use crate::example::sheet;
use crate::{example, look, reader, records, staff};

fn docx(paper: &Paper) -> Vec<u8> {
    paper.docx(reader::day()).unwrap()
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut records = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..records.len() {
        let mut part = records.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.push((part.name().unwrap().into_owned(), text));
    }
    parts
}

fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(found, _)| found == name).unwrap().1
}

/// What LibreOffice makes of the files, in their order. It starts once, with a profile of its own, so that
/// a person's open LibreOffice is neither needed nor disturbed.
fn through_libreoffice(files: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let path = |index: usize, extension: &str| folder.path().join(format!("{index}.{extension}"));
    for (index, bytes) in files.iter().enumerate() {
        std::fs::write(path(index, "docx"), bytes).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args((0..files.len()).map(|index| path(index, "docx")))
        .output()
        .unwrap_or_else(|error| panic!("soffice must be installed (libreoffice-writer): {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (0..files.len()).map(|index| std::fs::read(path(index, "pdf")).unwrap()).collect()
}

/// The words in the order in which they are read, without what stands on each sheet: its number and
/// «УЧЕБНЫЙ ПРИМЕР». Where a line ends in a hyphen depends on the program, so hyphens do not count.
fn words(pdf: &[u8]) -> Vec<String> {
    let mut text = String::new();
    for (index, page) in reader::raw(pdf).split('\u{C}').enumerate() {
        let number = (index + 1).to_string();
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| *line != "УЧЕБНЫЙ ПРИМЕР").collect();
        let own = |at: usize, line: &str| index > 0 && line == number && (at == 0 || at + 1 == lines.len());
        for (at, line) in lines.iter().enumerate() {
            if own(at, line) {
                continue;
            }
            text.push_str(line);
            text.push(if line.ends_with(['-', '\u{AD}']) { '-' } else { ' ' });
        }
    }
    text.split_whitespace()
        .map(|word| word.chars().filter(|c| !matches!(c, '-' | '\u{AD}' | '\u{2010}')).collect::<String>())
        .filter(|word: &String| !word.is_empty())
        .collect()
}

/// The words as one text without the heads of tables, which repeat where a page happens to end.
fn read(pdf: &[u8]) -> String {
    let heads = ["Должность Организация Подпись", "Должность Организация"];
    let all = format!("{} ", words(pdf).join(" "));
    let plan =
        "№ п/п Мероприятие Срок Участники (ОО) Ответственный Ожидаемый результат Отметка о выполнении ";
    let all = all.replace(plan, "");
    heads.iter().fold(all, |text, head| text.replace(&format!("№ Фамилия, инициалы {head} "), ""))
}

/// A protocol with all that a protocol can have.
pub(crate) fn full() -> Protocol {
    let mut protocol = example::protocol();
    let guest = protocol.invited[0].clone();
    while protocol.present.len() < 34 {
        protocol.present.push(guest.clone());
    }
    protocol.present_in_annex = true;
    protocol.registration_sheet = true;
    protocol.recommendations_apart = true;
    protocol.quorum = Some("имеется (9 из 10)".into());
    protocol.attachments = vec![
        Attachment { title: "План работы".into(), sheets: Some("на 4 листах".into()) },
        Attachment { title: "Справка".into(), sheets: None },
    ];
    protocol.corrections = vec![Correction {
        place: "пункт 1.2".into(),
        text: "Исправленному верить: пункт 1.2, вместо «справку» читать «сводку».".into(),
        date: "12 сентября 2025 г.".into(),
    }];
    let question = &mut protocol.questions[0];
    let mut more = question.decisions.clone();
    more[0].number = "1.3".into();
    more[1].number = "1.4".into();
    more[1].responsible.push("Ларина С. Ю.".into());
    question.decisions[0].recommendation = true;
    question.decisions.extend(more);
    protocol
}

#[test]
fn libreoffice_reads_the_words_of_the_pdf() {
    let records = records::records();
    let plan = records.plan(records::YEAR).unwrap().id;
    let by = |order| Paper::Plan(Plan::from_records(&records, plan, order, reader::day()).unwrap());
    let mut papers: Vec<Paper> =
        [1, 2, 3].map(|number| Paper::Protocol(records::protocol(&records, number))).into();
    papers.push(Paper::Protocol(full()));
    let second = records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().id;
    for of in [ExtractOf::Question(2), ExtractOf::Organisation("Вакинская СШ")] {
        papers.push(sheet(Extract::from_records(&records, second, of).unwrap()));
    }
    papers.extend([by(PlanOrder::ByDirection), by(PlanOrder::ByMonth)]);
    // On one page, since heads repeat where a page happens to end.
    let few = CourseRequest::from_records(&records, staff::COURSES_ON.parse().unwrap()).unwrap();
    let few = sheet(CourseRequest { unknown: Vec::new(), recent: Vec::new(), ..few });
    let people = staff::papers(&records).map(|(_, paper)| paper);
    papers.extend(people.into_iter().filter(|paper| paper.title() != few.title()));
    papers.push(few.clone());
    papers.extend([sheet(example::roster()), sheet(example::register())]);
    let files: Vec<Vec<u8>> = papers.iter().map(docx).collect();
    for (paper, converted) in papers.iter().zip(through_libreoffice(&files)) {
        let (ours, theirs) = (read(&reader::pdf(paper)), read(&converted));
        let same = ours.chars().zip(theirs.chars()).take_while(|(one, other)| one == other).count();
        let around = |text: &str| text.chars().skip(same.saturating_sub(40)).take(80).collect::<String>();
        assert!(ours == theirs, "{}: PDF «{}», DOCX «{}»", paper.title(), around(&ours), around(&theirs));
        assert!(ours.len() > 200);
    }
}

#[test]
fn libreoffice_shows_the_marks_of_the_sheet() {
    let converted = through_libreoffice(&[docx(&Paper::Protocol(full()))]);
    let pages = reader::pages(&converted[0]);
    assert!(pages.len() > 3);
    for (index, page) in pages.iter().enumerate() {
        let first = page.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        assert_eq!(first == (index + 1).to_string(), index > 0, "page {}: {first}", index + 1);
        assert!(page.contains("УЧЕБНЫЙ ПРИМЕР"), "page {}", index + 1);
    }
    let with_rows: Vec<&String> = pages.iter().filter(|page| page.matches("методист").count() > 1).collect();
    assert!(with_rows.len() > 1 && with_rows.iter().all(|page| page.contains("Организация")));
    assert!(with_rows[1].find("Организация") < with_rows[1].find("методист"));
    assert!(reader::inside_margins(&converted[0]));
}

#[test]
fn a_plan_lies_on_its_side_and_its_head_repeats() {
    let records = look::grown(60);
    let plan = records.plan(records::YEAR).unwrap().id;
    let view = Plan::from_records(&records, plan, PlanOrder::ByMonth, reader::day()).unwrap();
    let bytes = docx(&Paper::Plan(view));
    assert!(part(&bytes, "word/document.xml").contains("w:orient=\"landscape\""));
    let converted = through_libreoffice(&[bytes]);
    let pages = reader::pages(&converted[0]);
    let rows: Vec<&String> = pages.iter().filter(|page| page.contains("выполнено")).collect();
    assert!(rows.len() > 4 && rows.iter().all(|page| page.contains("Ожидаемый")), "{}", rows.len());
    assert!(pages[0].contains("УТВЕРЖДАЮ") && pages[0].contains("ПЛАН РАБОТЫ"));
    // The signature has not been left to a page of its own.
    let signed = pages.iter().find(|page| page.contains("Руководитель ППС")).unwrap();
    assert!(signed.contains("Ожидаемый"), "{signed}");
    assert!(reader::inside_margins(&converted[0]));
}

/// The paragraphs of a DOCX without spaces and hyphens; empty ones are left out.
fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let document = part(bytes, "word/document.xml");
    let read = roxmltree::Document::parse(&document).unwrap();
    let all = read.descendants().filter(|node| node.has_tag_name((MAIN, "p")));
    let texts = all.map(|paragraph| {
        let runs = paragraph.descendants().filter(|node| node.has_tag_name((MAIN, "t")));
        reader::squeeze(&runs.filter_map(|run| run.text()).collect::<String>())
    });
    texts.filter(|text| !text.is_empty()).collect()
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

#[test]
fn a_report_says_the_words_of_the_pdf() {
    let records = records::records();
    let full = |length| Report::from_records(&records, records::YEAR, length, reader::day()).unwrap();
    let papers = [full(ReportLength::AsChosen), full(ReportLength::Full), example::report()].map(sheet);
    for paper in &papers {
        let pdf = reader::squeeze(&reader::raw(&reader::pdf(paper)));
        let bytes = docx(paper);
        let (mut said, mut strange) = (0, Vec::new());
        for text in paragraphs(&bytes) {
            // The key of a picture is one line here and words beside patches there.
            let known = pdf.contains(&text)
                || text.starts_with("присутствовали")
                || text.starts_with("выполненовсрок");
            said += text.chars().count();
            if !known {
                strange.push(text);
            }
        }
        assert!(strange.is_empty(), "{}: {strange:?}", paper.title());
        // Page numbers, list marks and the mark of the example are not among the paragraphs.
        assert!(
            said * 100 > pdf.chars().count() * 90,
            "{}: {said} of {}",
            paper.title(),
            pdf.chars().count()
        );
    }
    let converted = through_libreoffice(&papers.each_ref().map(docx));
    for (paper, converted) in papers.iter().zip(&converted) {
        let pages = reader::pages(converted);
        assert!(pages.len() >= 2, "{}", paper.title());
        assert!(pages[0].contains("Отметка о приёме") && !pages[0].contains("1. Общие"), "{}", pages[0]);
        assert!(pages.last().unwrap().contains("Руководитель ППС"));
        assert!(reader::inside_margins(converted));
    }
    assert!(part(&docx(&papers[1]), "word/document.xml").contains("w:fill=\"464646\""), "no bar is drawn");
}

#[test]
fn the_numbers_are_words_own() {
    let records = records::records();
    let bytes = docx(&Paper::Protocol(records::protocol(&records, 2)));
    let document = part(&bytes, "word/document.xml");
    assert!(!document.contains(">1.1") && !document.contains(">1. "), "a number is typed");
    // Two questions of the agenda in one list; two questions heard and four decisions in another.
    assert_eq!(document.matches("<w:numId w:val=\"1\"/>").count(), 2);
    assert_eq!(document.matches("<w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/>").count(), 2);
    assert_eq!(document.matches("<w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/>").count(), 4);
}

#[test]
fn the_file_says_what_it_is() {
    let paper = Paper::Protocol(example::protocol());
    let bytes = docx(&paper);
    assert_eq!(bytes, docx(&paper), "the same data and day give other bytes");
    let core = part(&bytes, "docProps/core.xml");
    for said in ["Протокол № 1 от 5 сентября 2025 г.", "Функциональная грамотность", "2026-08-20T00:00:00Z"]
    {
        assert!(core.contains(said), "{said}: {core}");
    }
    let styles = part(&bytes, "word/styles.xml");
    for name in ["Body Text", "heading 1", "heading 2", "Слово раздела", "Текст таблицы"]
    {
        assert!(styles.contains(&format!("w:name w:val=\"{name}\"")), "{name}");
    }
    assert!(styles.contains("<w:lang w:val=\"ru-RU\"") && styles.contains("<w:widowControl/>"));
    assert!(part(&bytes, "word/settings.xml").contains("<w:autoHyphenation/>"));
    let real = Paper::Protocol(Protocol { example: false, ..example::protocol() });
    assert!(!part(&docx(&real), "word/footer1.xml").contains("УЧЕБНЫЙ"));
}

/// A program that has kept no text.
struct NothingKept;

impl Sources for NothingKept {
    fn signed_protocol(&self, _: MeetingId) -> Result<Option<Protocol>, SourceError> {
        Ok(None)
    }

    fn report_in_force(&self, _: SchoolYear, _: bool, _: NaiveDate) -> Result<Option<Report>, SourceError> {
        Ok(None)
    }

    fn handed_over(&self, _: SubmissionId, _: SubmittedPaper, _: bool) -> Result<Paper, SourceError> {
        Err("nothing was handed over".into())
    }

    fn package_rows(&self, _: SchoolYear, _: NaiveDate) -> Result<Vec<InventoryRow>, SourceError> {
        Ok(Vec::new())
    }
}

#[test]
fn a_paper_without_a_form_says_which_it_has() {
    let records = records::records();
    let file = |kind, form| {
        let request = PaperRequest::new(records.community.id, kind, records::YEAR, reader::day());
        Ask { records: &records, request: &request, sources: &NothingKept }.file(form)
    };
    for kind in [PaperKind::Inventory, PaperKind::Report] {
        let error = file(kind, PaperForm::Ics).unwrap_err();
        assert!(matches!(error, PaperError::NoForm { .. }));
        let said = "не готовится в ICS: сохраните его в PDF или DOCX.";
        assert!(error.to_string().ends_with(said), "{error}");
    }
    for form in PaperForm::ALL {
        assert!(file(PaperKind::Plan, form).unwrap().1.len() > 500, "{form:?}");
    }
    assert_eq!(PaperKind::Plan.forms_in_words(), "PDF, DOCX, XLSX или ICS");
    for kind in PaperKind::ALL {
        assert!(kind.forms().any(|form| form == PaperForm::Docx), "{}", kind.id());
    }
}

#[test]
fn an_empty_protocol_is_still_a_file() {
    let bytes = docx(&Paper::Protocol(Protocol::default()));
    assert_eq!(through_libreoffice(&[bytes]).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_leaves_the_parts_whole(text in prop_oneof![typed(), any::<String>()]) {
        let extract = docx(&filled_with(&sheet(example::extract()), &text));
        for (name, part) in parts(&extract) {
            prop_assert!(roxmltree::Document::parse(&part).is_ok(), "{name} of the extract by {text:?}");
        }
        for paper in [Paper::Plan(example::plan()), sheet(example::report())] {
            for (name, part) in parts(&docx(&filled_with(&paper, &text))) {
                prop_assert!(roxmltree::Document::parse(&part).is_ok(), "{name} of {} by {text:?}", paper.title());
            }
        }
        let bytes = docx(&filled_with(&Paper::Protocol(full()), &text));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        for (name, part) in parts(&bytes) {
            let read = roxmltree::Document::parse(&part);
            prop_assert!(read.is_ok(), "{name}: {:?} by {text:?}", read.err());
            if name == "word/document.xml" {
                let all: String = read.iter().flat_map(|xml| xml.descendants()).filter_map(|node| node.text()).collect();
                let lost = letters(&pps_documents::printable::printable(&text)) > letters(&all);
                prop_assert!(!lost, "{text:?} is lost");
            }
        }
    }
}
