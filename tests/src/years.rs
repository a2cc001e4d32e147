//! Made-up years beside the example: the years before it, and one that is as full as a year can be.

use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::records::{
    Activity, Kind, MarkState, Meeting, Person, Record, ReportSection, SurveyRow,
};
use pps_app::example;
use serde_json::{Value, json};

const YEAR: i32 = 2025;

/// The records of the example with so many years before it: the same people, plans and meetings, each a year
/// earlier, and in each earlier year somewhat less was done.
///
/// # Panics
/// The example is broken.
#[must_use]
pub fn years_up_to_the_example(before: i32) -> Vec<Record> {
    let own = example::records().expect("the example is sound");
    let mut all = own.clone();
    for record in &mut all {
        if let Record::Membership(member) = record
            && member.from == crate::day("2025-08-29")
        {
            member.from = SchoolYear(YEAR - before).start();
        }
    }
    for back in 1..=before {
        all.extend(own.iter().filter_map(|record| earlier(record, back)));
    }
    all
}

/// What belongs to a year, so many years earlier and with identifiers of its own.
fn earlier(record: &Record, back: i32) -> Option<Record> {
    if !matches!(record.kind(), Kind::Plan | Kind::Activity | Kind::Meeting | Kind::Survey) {
        return None;
    }
    let mut text = serde_json::to_string(record).expect("a record is JSON");
    // The groups of the example's identifiers that belong to a year have digits to spare.
    for group in 8..=17 {
        let own = format!("01990000-{group:04x}-7000-8000-");
        text = text.replace(&own, &format!("01990000-{group:04x}-7000-9{back:03x}-"));
    }
    for year in 2025..=2027 {
        text = text.replace(&format!("\"{year}-"), &format!("\"{}-", year - back));
    }
    let year = format!("\"school_year\":{YEAR}");
    text = text.replace(&year, &format!("\"school_year\":{}", YEAR - back));
    let mut record: Record = read(serde_json::from_str(&text).expect("JSON stays JSON"));
    match &mut record {
        Record::Activity(row) if i32::from(row.place % 5 == 0) * row.place > 5 * (3 - back) => {
            if let Some(mark) = &mut row.mark {
                mark.state = MarkState::NotDone;
            }
        }
        Record::Meeting(meeting) => {
            let missed = usize::try_from(back).unwrap_or_default();
            for one in meeting.attendance.iter_mut().rev().take(missed) {
                one.presence = serde_json::from_value(json!({"absent": {}})).expect("an absence");
            }
        }
        _ => {}
    }
    Some(record)
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a record of the form that is written here")
}

fn id(group: u32, number: usize) -> String {
    format!("01990000-{group:04x}-7000-8000-{:012x}", 0xF000 + number)
}

const SCHOOLS: [&str; 8] = [
    "Алешинская",
    "Баграмовская",
    "Глебковская",
    "Костинская",
    "Новосельская",
    "Сельцовская",
    "Чурилковская",
    "Мурминская",
];
const SURNAMES: [&str; 16] = [
    "Аксёнова",
    "Белякова",
    "Воронина",
    "Голубева",
    "Дорофеева",
    "Ерёмина",
    "Журавлёва",
    "Зайцева",
    "Игнатова",
    "Капустина",
    "Лаптева",
    "Мартынова",
    "Назарова",
    "Осипова",
    "Прохорова",
    "Рогожина",
];
const WORK: [(&str, &str, &str); 10] = [
    ("seminar", "Семинар «Смысловое чтение на уроках естественно-научного цикла»", "22 участника из 9 школ"),
    (
        "master_class",
        "Мастер-класс «Задания с открытым ответом: как их проверять и обсуждать»",
        "18 участников",
    ),
    ("workshop", "Практикум по составлению критериев оценивания проектных работ", "сборник из 12 критериев"),
    (
        "open_lesson",
        "Открытый урок «Функциональная грамотность: читаем инструкцию и карту маршрута»",
        "14 гостей",
    ),
    ("webinar", "Вебинар «Обратная связь, которая помогает ученику исправить работу»", "31 участник"),
    (
        "contest",
        "Муниципальный этап конкурса «Методическая копилка молодого педагога»",
        "победитель, два призёра",
    ),
    ("conference", "Районная конференция «Опыт школ в преодолении учебной неуспешности»", "11 докладов"),
    ("consultation", "Консультация для заместителей директоров о внутренней оценке качества", "7 человек"),
    (
        "expertise",
        "Экспертиза контрольных работ для пятых и шестых классов",
        "заключение, замечания к двум работам",
    ),
    ("lesson_visits", "Взаимное посещение уроков в школах второй очереди", "10 уроков"),
];

/// A year with everything that a report can have in it, of a large community, and three years before it: its full
/// report takes more than twelve pages.
///
/// # Panics
/// The example is broken.
#[must_use]
pub fn full_year() -> Vec<Record> {
    let mut all = years_up_to_the_example(3);
    let community =
        all.iter().find_map(|one| if let Record::Community(one) = one { Some(one.id) } else { None });
    let community = json!(community.expect("the example has a community"));
    for (number, name) in SCHOOLS.iter().enumerate() {
        all.push(record(
            "organisation",
            json!({
                "id": id(2, number), "name": format!("МБОУ «{name} СШ»"), "short_name": format!("{name} СШ"),
                "low_results": number.is_multiple_of(3), "unfavourable_conditions": number % 4 == 1,
            }),
        ));
    }
    for (number, surname) in SURNAMES.iter().enumerate() {
        all.push(record("person", json!({
            "id": id(3, number),
            "facts": [{
                "name": {"surname": surname, "given": "Ирина", "patronymic": "Владимировна"},
                "post": "учитель русского языка и литературы", "organisation": id(2, number % SCHOOLS.len()),
                "category": (["highest", "first", "none"])[number % 3], "works_since": 1990 + number * 2,
            }],
            "courses": [{
                "id": id(4, number), "title": "Формирование функциональной грамотности в основной школе",
                "provider": "РИРО", "hours": 72, "finished": "2026-02-20", "school_year": YEAR,
            }],
        })));
        all.push(record(
            "membership",
            json!({
                "id": id(6, number), "community": community, "person": id(3, number), "from": "2025-08-29",
                "joined_by": "01990000-0005-7000-8000-000000000002", "place": 20 + number,
            }),
        ));
    }
    let rows = rows(&all);
    let meetings = meetings(&mut all);
    all.extend(rows.into_iter().map(Record::from));
    all.extend(meetings.into_iter().map(Record::from));
    surveys(&mut all, &community);
    prose(&mut all);
    all
}

fn record(kind: &str, fields: Value) -> Record {
    read(json!({"kind": kind, "record": fields}))
}

/// Thirty-two rows more, of all directions, forms and states.
fn rows(all: &[Record]) -> Vec<Activity> {
    let own = all.iter().filter_map(|one| if let Record::Activity(one) = one { Some(one) } else { None });
    let sample = own.into_iter().next().expect("the example has a row");
    let states = [
        json!({"state": "done", "date": "2025-11-20"}),
        json!({"state": "done"}),
        json!({"state": "done_in_part", "date": "2026-03-12", "reason": "не все школы прислали материалы"}),
        json!({"state": "done", "date": "2026-02-05"}),
        json!({"state": "cancelled", "reason": "совпало с итоговым собеседованием"}),
        json!({"state": "done", "date": "2026-04-17"}),
        json!({"state": "not_done", "reason": "ведущий болел, включено в план следующего года"}),
    ];
    let one = |number: usize| {
        let (form, text, result) = WORK[number % WORK.len()];
        let mut row = json!(sample);
        let mut mark = states[number % states.len()].clone();
        if mark["state"] == "done" {
            mark["result"] = json!(result);
        }
        row["id"] = json!(id(15, number));
        row["direction"] = json!(format!("3.1.{}", number * 3 % 7 + 1));
        row["place"] = json!(100 + number);
        row["text"] = json!(format!("{text}, занятие {}", number / WORK.len() + 1));
        row["form"] = json!(form);
        row["term"] = json!({"form": "months", "months": [format!("2026-{:02}", number % 5 + 1)]});
        row["responsible"] = json!([id(3, number % SURNAMES.len())]);
        row["mark"] = mark;
        if number.is_multiple_of(11) {
            row["moves"] = json!([{
                "to": {"form": "months", "months": ["2026-05"]}, "reason": "карантин", "date": "2026-01-20",
            }]);
        }
        read(row)
    };
    (0..32).map(one).collect()
}

/// Six meetings more, and those who joined are on all lists of the year.
fn meetings(all: &mut [Record]) -> Vec<Meeting> {
    let listed = |number: usize| {
        let presence = if number % 5 == 3 {
            json!({"absent": {"reason": "болезнь"}})
        } else {
            json!({"present": {}})
        };
        json!({"person": id(3, number), "presence": presence})
    };
    let mut sample = None;
    for record in all {
        if let Record::Meeting(meeting) = record
            && meeting.school_year == SchoolYear(YEAR)
        {
            meeting.attendance.extend((0..SURNAMES.len()).map(|number| read(listed(number))));
            sample = Some(meeting.clone());
        }
    }
    let sample = sample.expect("the example has meetings");
    let one = |number: usize| {
        let mut meeting = json!(sample);
        meeting["id"] = json!(id(10, number));
        meeting["date"] = json!(format!("2026-{:02}-{:02}", number / 2 + 2, 10 + number % 2 * 14));
        meeting["topic"] = json!(format!(
            "Опыт школ в работе с заданиями на функциональную грамотность, часть {}",
            number + 1
        ));
        meeting["planned"] = Value::Null;
        meeting["protocol"]["number"] = json!(number + 4);
        let items = meeting["protocol"]["items"].as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
        for (place, item) in items.iter_mut().enumerate() {
            item["id"] = json!(id(13, number * 100 + place));
            let decisions = item["decisions"].as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
            for (at, decision) in decisions.iter_mut().enumerate() {
                decision["id"] = json!(id(14, number * 10_000 + place * 100 + at));
            }
        }
        read(meeting)
    };
    (0..6).map(one).collect()
}

/// Ten difficulties in each survey.
fn surveys(all: &mut Vec<Record>, community: &Value) {
    let titles = [
        "Дифференциация заданий на уроке",
        "Работа с детьми с ограниченными возможностями здоровья",
        "Подготовка к итоговой аттестации по выбору",
        "Проектная деятельность в основной школе",
    ];
    for (number, title) in titles.iter().enumerate() {
        all.push(record("difficulty", json!({"id": id(7, number), "community": community, "title": title})));
    }
    for record in all {
        if let Record::Survey(survey) = record {
            let rows =
                (0..titles.len()).map(|number| json!({"difficulty": id(7, number), "count": number + 1}));
            survey.rows.extend(rows.map(read::<SurveyRow>));
        }
    }
}

/// Words of the leader in every section.
fn prose(all: &mut [Record]) {
    const WORDS: &str = "Показатели года складывались неровно: в первом полугодии школы только осваивали общий \
        порядок работы, во втором большая часть заданий была готова в срок. Больше всего дали взаимное \
        посещение уроков и разбор работ учеников: о приёмах говорили на примере увиденного, а не услышанного.\n\
        Трудности остались там, где в школе один учитель предмета: ему не с кем обсудить урок, а поездка в \
        соседнюю школу занимает день. Для таких школ в следующем году предусмотрены занятия на расстоянии.";
    for record in all {
        if let Record::Report(report) = record {
            for section in ReportSection::ALL {
                report.prose.entry(*section).or_insert_with(|| WORDS.to_owned());
            }
        }
    }
}

/// The member that leads a community, and nothing else: a report with hardly anything in it.
///
/// # Panics
/// The example is broken.
#[must_use]
pub fn nearly_empty_year() -> Vec<Record> {
    let all = example::records().expect("the example is sound");
    let leader = all.iter().find_map(|one| match one {
        Record::Membership(member) if !member.roles.is_empty() => Some(member.person),
        _ => None,
    });
    let kept = |record: &Record| match record {
        Record::Community(_) | Record::Organisation(_) => true,
        Record::Person(Person { id, .. }) => Some(*id) == leader,
        Record::Membership(member) => Some(member.person) == leader,
        _ => false,
    };
    let mut kept: Vec<Record> = all.into_iter().filter(kept).collect();
    for record in &mut kept {
        if let Record::Membership(member) = record {
            member.joined_by = None;
        }
    }
    kept
}
