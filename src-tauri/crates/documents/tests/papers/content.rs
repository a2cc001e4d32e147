//! What stands on the pages.

use pps_documents::Paper;
use pps_documents::papers::*;

use crate::example::sheet;
use crate::{example, reader};

#[test]
fn the_example_reads_as_its_snapshots_say() {
    for (name, paper) in example::papers() {
        insta::assert_snapshot!(name, reader::layout(&reader::pdf(&paper)));
    }
}

#[test]
fn pages_have_numbers_from_the_second_on() {
    let pages = reader::pages(&reader::pdf(&Paper::Plan(long_plan(60))));
    assert!(pages.len() > 3);
    for (index, page) in pages.iter().enumerate() {
        let first = page.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
        if index == 0 {
            assert!(first.parse::<usize>().is_err(), "the first page has a number: {first}");
        } else {
            assert_eq!(first, (index + 1).to_string());
        }
    }
}

fn long_plan(rows: usize) -> Plan {
    let rows = (1..=rows).map(|number| {
        example::row(number, "Семинар для учителей района", "октябрь", "Фомин Д. С.", "справка", "")
    });
    let groups = vec![ActivityGroup {
        title: "Образовательное направление (п. 3.1.7)".into(),
        rows: rows.collect(),
    }];
    Plan { groups, meetings: Vec::new(), roster: Vec::new(), ..example::plan() }
}

#[test]
fn a_long_table_repeats_its_head_on_each_page() {
    for count in [60, 150] {
        let pages = reader::pages(&reader::pdf(&Paper::Plan(long_plan(count))));
        let with_rows: Vec<_> = pages.iter().filter(|page| page.contains("Семинар для учителей")).collect();
        assert!(with_rows.len() > 2);
        assert!(with_rows.iter().all(|page| page.contains("Мероприятие") && page.contains("Ответственный")));
        let rows: usize = pages.iter().map(|page| page.matches("Семинар для учителей").count()).sum();
        assert_eq!(rows, count);
    }
}

#[test]
fn signatures_never_stand_alone() {
    // Whatever the length of the text, the page of the signatures has something else on it too.
    for count in 1..60 {
        let said = "Сообщество выполнило план. ".repeat(count * 4);
        let question = Question {
            topic: "О плане.".into(),
            decisions: vec![DecisionLine { number: "1.1".into(), text: said, ..DecisionLine::default() }],
            ..Question::default()
        };
        let protocol = Protocol {
            example: false,
            questions: vec![question],
            attachments: Vec::new(),
            registration_sheet: false,
            ..example::protocol()
        };
        let pages = reader::pages(&reader::pdf(&Paper::Protocol(protocol)));
        let last = pages.last().unwrap();
        assert!(last.contains("О. И. Кузнецова"), "{last}");
        assert!(
            last.contains("Сообщество выполнило план") || last.contains("выполнило") || last.contains("план"),
            "{count}: {last}"
        );
    }
    for count in 1..40 {
        let pages = reader::pages(&reader::pdf(&Paper::Plan(Plan { example: false, ..long_plan(count) })));
        assert!(pages.last().unwrap().contains("Семинар для учителей"), "{count}");
    }
}

#[test]
fn a_heading_in_a_table_stays_with_its_first_row() {
    for count in 1..16 {
        let mut plan = long_plan(count);
        plan.groups
            .push(ActivityGroup {
                title: "Отдельный заголовок".into(), rows: plan.groups[0].rows.clone()
            });
        let pages = reader::pages(&reader::pdf(&Paper::Plan(plan)));
        let page = pages.iter().find(|page| page.contains("Отдельный заголовок")).unwrap();
        let after = page.split("Отдельный заголовок").nth(1).unwrap();
        assert!(after.contains("Семинар для учителей"), "{count}: {page}");
    }
}

#[test]
fn what_leads_up_to_a_picture_stays_with_it() {
    let picture = Block::Attendance {
        bars: vec![AttendanceBar { name: "Вакинская СШ".into(), present: 2, of: 3 }],
    };
    let lead = Block::Facts {
        items: vec![Fact { label: "Опрошены".into(), value: "11 человек".into() }]
    };
    for count in 30..42 {
        let before = Block::Text { text: "Строка отчёта.\n".repeat(count) };
        let blocks = vec![before, lead.clone(), picture.clone()];
        let sections = vec![Section { place: String::new(), title: "Затруднения".into(), blocks }];
        let report = Report { sections, ..example::report() };
        let pages = reader::pages(&reader::pdf(&sheet(report)));
        let page = pages.iter().find(|page| page.contains("Опрошены")).unwrap();
        assert!(page.contains("Вакинская"), "{count}: {page}");
    }
}

#[test]
fn a_small_table_is_not_parted() {
    let column =
        Column {
            title: "Направление".into(), width: 1.0, group: "Работа".into(), ..Column::default()
        };
    let rows: Vec<Vec<String>> = (1..=7).map(|number| vec![format!("строка{number}")]).collect();
    let table = Block::Table(Table {
        title: String::new(),
        columns: vec![column],
        rows,
        total: None,
        ..Table::default()
    });
    for count in 28..42 {
        let before = Block::Text { text: "Слова отчёта.\n".repeat(count) };
        let sections =
            vec![Section {
                place: String::new(), title: "План".into(), blocks: vec![before, table.clone()]
            }];
        let report = Report { sections, ..example::report() };
        let pages = reader::pages(&reader::pdf(&sheet(report)));
        let page = pages.iter().find(|page| page.contains("строка1")).unwrap();
        assert!(page.contains("Работа") && page.contains("строка7"), "{count}: {page}");
    }
}

#[test]
fn what_is_empty_leaves_no_trace() {
    let bare = Protocol {
        community: "Сообщество".into(),
        date: "5 сентября 2025 г.".into(),
        number: "1".into(),
        heading: "заседания сообщества".into(),
        chair_word: "Председатель".into(),
        superior: Some(" \u{FEFF}\n ".into()),
        quorum: Some(String::new()),
        questions: vec![Question {
            topic: "\u{200B} ".into(),
            decisions: vec![DecisionLine {
                number: "1.1".into(),
                text: "Принять план.".into(),
                ..DecisionLine::default()
            }],
            vote: Some("  ".into()),
            ..Question::default()
        }],
        signatures: vec![Signature {
            post: "Председатель".into(), name: "М. В. Соколова".into()
        }],
        ..Protocol::default()
    };
    let text = reader::text(&reader::pdf(&Paper::Protocol(bare)));
    for label in [
        "Секретарь",
        "Присутствовали",
        "Отсутствовали",
        "Приглашены",
        "Кворум",
        "ВЫСТУПИЛИ",
        "РЕКОМЕНДОВАТЬ",
        "Голосовали",
        "Приложени",
        "Ответственн",
        "Срок",
        "Докладчик",
        "УЧЕБНЫЙ",
        "Лист регистрации",
    ] {
        assert!(!text.contains(label), "{label}: {text}");
    }
    assert_eq!(text.matches("(без темы)").count(), 2, "the agenda and the question: {text}");
    let bare =
        Plan { title: "План работы".into(), school_year: "2025/2026".into(), ..Plan::default() };
    let text = reader::text(&reader::pdf(&Paper::Plan(bare)));
    for label in
        ["Цель", "Задачи", "Проблемн", "тема", "Заседания", "Мероприятия", "УТВЕРЖДАЮ", "Приложени", "Состав"]
    {
        assert!(!text.contains(label), "{label}: {text}");
    }
}

#[test]
fn sections_of_the_report_close_up() {
    let text = reader::text(&reader::pdf(&sheet(example::report())));
    assert!(!text.contains("Раздел, в котором ничего нет"));
    assert!(text.contains("1. Общие сведения") && text.contains("2. Кадровый состав"));
}

#[test]
fn every_page_of_the_example_is_marked() {
    for (name, paper) in example::papers() {
        let pages = reader::pages(&reader::pdf(&paper));
        assert!(pages.iter().all(|page| page.contains("УЧЕБНЫЙ ПРИМЕР")), "{name}");
    }
}

/// A text of numbered words, so that each can be looked for.
fn numbered(words: usize) -> String {
    (0..words).map(|number| format!("слово{number}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_row_taller_than_a_page_is_printed_whole() {
    let mut plan = long_plan(3);
    plan.groups[0].rows[1].mark = numbered(2000);
    plan.groups[0].rows[2].topic = numbered(1500).replace("слово", "дело");
    let found = reader::words(&reader::pdf(&Paper::Plan(plan)));
    for number in 0..2000 {
        assert!(found.contains(&format!("слово{number}")), "слово{number} is lost");
    }
    for number in 0..1500 {
        assert!(found.contains(&format!("дело{number}")), "дело{number} is lost");
    }
}

#[test]
fn long_stamps_and_names_are_printed_whole() {
    let mut plan = example::plan();
    plan.approval = Some(Stamp {
        word: "УТВЕРЖДАЮ".into(),
        lines: vec![numbered(1200)],
        hand: Some(Hand { name: "И".repeat(300), date: None }),
    });
    plan.signature.name = "Щ".repeat(300);
    plan.groups[0].rows[0].responsible = "ж".repeat(300);
    plan.groups[0].rows[0].result = "w".repeat(300);
    let bytes = reader::pdf(&Paper::Plan(plan));
    let found = reader::words(&bytes);
    assert!((0..1200).all(|number| found.contains(&format!("слово{number}"))));
    let all = reader::squeezed(&bytes);
    for letter in ["И", "Щ", "ж", "w"] {
        assert!(all.matches(letter).count() >= 300, "{letter}: {}", all.matches(letter).count());
    }
    assert!(reader::inside_margins(&bytes), "text runs off the sheet");
}

#[test]
fn forty_questions_and_twenty_thousand_letters_fit() {
    let question = |number: usize| Question {
        topic: format!("О вопросе{number}."),
        heard: vec![Speech {
            who: "Соколова М. В.".into(),
            said: if number == 20 { numbered(2500) } else { "о деле".into() },
        }],
        decisions: vec![DecisionLine {
            number: format!("{number}.1"),
            text: format!("Решение{number}."),
            ..DecisionLine::default()
        }],
        ..Question::default()
    };
    let protocol = Protocol { questions: (1..=40).map(question).collect(), ..example::protocol() };
    let found = reader::words(&reader::pdf(&Paper::Protocol(protocol)));
    assert!((0..2500).all(|number| found.contains(&format!("слово{number}"))));
    assert!((1..=40).all(|number| found.contains(&format!("Решение{number}"))));
}

#[test]
fn more_than_a_few_present_go_to_an_annex() {
    let protocol = Protocol { present_in_annex: true, registration_sheet: false, ..example::protocol() };
    let text = reader::text(&reader::pdf(&Paper::Protocol(protocol)));
    assert!(text.contains("Присутствовали: 9 чел. (список прилагается)"), "{text}");
    assert!(text.contains("Список присутствующих"));
}

#[test]
fn typed_quotes_and_markup_are_kept_as_typed() {
    let typed = "сказал \"так\" и 'так' -- #set *жирно* _курсив_ $x$ @ссылка <b> ~ \\n ...";
    let mut protocol = example::protocol();
    protocol.questions[0].heard[0].said = typed.into();
    let text = reader::squeezed(&reader::pdf(&Paper::Protocol(protocol)));
    assert!(text.contains(&reader::squeeze(typed)), "{text}");
}

#[test]
fn a_question_of_which_only_its_topic_is_written_is_printed() {
    let mut protocol = example::protocol();
    let last = protocol.questions.last_mut().unwrap();
    last.topic = "О плане на год".into();
    (last.heard, last.spoke, last.decisions) = (Vec::new(), Vec::new(), Vec::new());
    last.vote = None;
    let number = protocol.questions.len();
    let text = reader::squeezed(&reader::pdf(&Paper::Protocol(protocol)));
    assert_eq!(text.matches(&reader::squeeze(&format!("{number}. О плане на год"))).count(), 2, "{text}");
}
