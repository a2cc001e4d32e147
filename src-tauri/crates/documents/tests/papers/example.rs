//! View models of the example year, as a person would want to see them on paper.

use pps_documents::Paper;
use pps_documents::papers::*;
use pps_domain::records::BodyWords;

use crate::staff;

pub(crate) const COMMUNITY: &str = "Профессиональное педагогическое сообщество «Функциональная грамотность как ресурс повышения качества образования»";

/// A paper that is made of blocks.
pub(crate) fn sheet(view: impl Into<Document>) -> Paper {
    Paper::Document(view.into())
}

pub(crate) fn papers() -> Vec<(&'static str, Paper)> {
    vec![
        ("protocol", Paper::Protocol(protocol())),
        ("extract", sheet(extract())),
        ("notice", sheet(notice())),
        ("worksheet", sheet(worksheet())),
        ("attendance_sheet", sheet(attendance_sheet())),
        ("assignments", sheet(assignments())),
        ("plan", Paper::Plan(plan())),
        ("report", sheet(report())),
        ("roster", sheet(roster())),
        ("register", sheet(register())),
        ("inventory", sheet(inventory())),
        ("certificate", sheet(staff::certificate())),
        ("petition", sheet(staff::petition())),
        ("course_request", sheet(staff::course_request())),
    ]
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn attendee(name: &str, post: &str, organisation: &str) -> Attendee {
    Attendee { name: name.into(), post: post.into(), organisation: organisation.into() }
}

fn speech(who: &str, said: &str) -> Speech {
    Speech { who: who.into(), said: said.into() }
}

fn decision(number: &str, text: &str, responsible: Option<&str>, term: Option<&str>) -> DecisionLine {
    DecisionLine {
        number: number.into(),
        text: text.into(),
        responsible: responsible.map(Into::into).into_iter().collect(),
        several: false,
        term: term.map(Into::into),
        recommendation: false,
    }
}

pub(crate) fn sign() -> Signature {
    Signature { post: "Руководитель ППС".into(), name: "М. В. Соколова".into() }
}

pub(crate) fn protocol() -> Protocol {
    Protocol {
        example: true,
        superior: some("Управление образования и молодёжной политики администрации Рыбновского муниципального района Рязанской области"),
        community: COMMUNITY.into(),
        date: "5 сентября 2025 г.".into(),
        number: "1".into(),
        place: some("г. Рыбное"),
        heading: "заседания профессионального педагогического сообщества «Функциональная грамотность как ресурс повышения качества образования»".into(),
        theme: some("Итоги 2024/25 года и план работы на 2025/26 год"),
        held: some("МБОУ «Рыбновская СШ № 3», очно"),
        chair_word: "Председатель".into(),
        chair: some("Соколова М. В."),
        secretary: some("Кузнецова О. И."),
        present_count: "9 из 10".into(),
        present: vec![
            attendee("Соколова М. В.", "учитель русского языка и литературы", "МБОУ «Рыбновская СШ № 3»"),
            attendee("Гришин А. П.", "директор", "МБОУ «Батуринская СШ»"),
            attendee("Кузнецова О. И.", "заместитель директора по УВР, учитель химии", "МБОУ «Рыбновская СШ № 1»"),
            attendee("Ларина С. Ю.", "учитель математики", "МБОУ «Пощуповская СШ»"),
            attendee("Мещерякова Н. О.", "учитель начальных классов", "МБОУ «Ходынинская СШ»"),
            attendee("Фомин Д. С.", "учитель истории и обществознания", "МБОУ «Кузьминская СШ им. С. А. Есенина»"),
            attendee("Ёлкина Ю. А.", "учитель физики", "МБОУ «Батуринская СШ»"),
            attendee("Щербакова-Дёмина А. В.", "учитель биологии и химии", "МБОУ «Вакинская СШ»"),
            attendee("Тишкин Р. И.", "учитель информатики", "МБОУ «Рыбновская СШ № 4»"),
        ],
        absent: vec![Absent { name: "Абрамова Л. Н.".into(), reason: some("болезнь") }],
        invited: vec![attendee("Панина Е. В.", "методист", "РИМК")],
        questions: vec![
            Question {
                topic: "Об итогах 2024/25 года.".into(),
                speakers: vec!["Соколова М. В.".into()],
                heard: vec![speech("Соколова М. В.", "об итогах работы сообщества за 2024/25 учебный год.")],
                decisions: vec![
                    decision("1.1", "Признать работу сообщества удовлетворительной.", None, None),
                    decision("1.2", "Подготовить справку по результатам ВПР и ОГЭ.", Some("Кузнецова О. И."), Some("до 22 сентября 2025 г.")),
                ],
                vote: some("Решение принято единогласно."),
                ..Question::default()
            },
            Question {
                topic: "О плане работы на 2025/26 год.".into(),
                speakers: vec!["Соколова М. В.".into()],
                heard: vec![speech("Соколова М. В.", "о проекте плана работы на 2025/26 учебный год.")],
                tables: Vec::new(),
                spoke: vec![
                    speech("Гришин А. П.", "предложил включить в план дорожную карту поддержки Батуринской СШ."),
                    speech("Фомин Д. С.", "предложил включить в план взаимное посещение уроков."),
                ],
                decisions: vec![
                    decision("2.1", "Принять план работы с дополнениями.", None, None),
                    decision("2.2", "Сдать план в РИМК.", Some("Соколова М. В."), Some("не позднее 10 сентября 2025 г.")),
                ],
                vote: some("Голосовали: «за» — 8, «против» — 0, «воздержались» — 1."),
            },
            Question {
                topic: "О графике областных конкурсов.".into(),
                speakers: vec!["Панина Е. В.".into()],
                heard: vec![speech("Панина Е. В.", "о графике областных конкурсов и о порядке подачи работ на конкурс «Методическая копилка».")],
                decisions: vec![
                    decision("3.1", "Принять информацию к сведению.", None, None),
                    DecisionLine { recommendation: true, ..decision("3.2", "Рекомендовать администрации МБОУ «Вакинская СШ» направить на курсы двух учителей.", None, None) },
                ],
                ..Question::default()
            },
        ],
        attachments: vec![Attachment { title: "План работы на 2025/26 учебный год".into(), sheets: some("на 4 л. в 1 экз.") }],
        signatures: vec![
            Signature { post: "Председатель".into(), name: "М. В. Соколова".into() },
            Signature { post: "Секретарь".into(), name: "О. И. Кузнецова".into() },
        ],
        registration_sheet: true,
        ..Protocol::default()
    }
}

pub(crate) fn extract() -> Extract {
    let protocol = protocol();
    Extract {
        example: true,
        superior: protocol.superior,
        community: protocol.community,
        date: protocol.date,
        number: protocol.number,
        place: protocol.place,
        part: "вопрос 2".into(),
        chair_word: protocol.chair_word,
        chair: protocol.chair,
        secretary: protocol.secretary,
        present_count: some("9 из 10"),
        questions: vec![ExtractQuestion { number: 2, question: protocol.questions[1].clone() }],
        corrections: Vec::new(),
        signature: protocol.signatures[1].clone(),
    }
}

pub(crate) fn notice() -> Notice {
    let protocol = protocol();
    Notice {
        body: BodyWords::default(),
        time: None,
        invited_in_words: None,
        example: true,
        superior: protocol.superior,
        community: protocol.community,
        date: protocol.date,
        place: some("МБОУ «Рыбновская СШ № 3», г. Рыбное"),
        form: some("очно"),
        theme: protocol.theme,
        questions: protocol.questions,
        members: protocol.present,
        invited: protocol.invited,
        signature: sign(),
    }
}

pub(crate) fn worksheet() -> Worksheet {
    let protocol = protocol();
    Worksheet {
        body: BodyWords::default(),
        time: None,
        invited_in_words: None,
        example: true,
        community: protocol.community,
        date: protocol.date,
        number: some("1"),
        place: some("МБОУ «Рыбновская СШ № 3», г. Рыбное"),
        theme: protocol.theme,
        chair_word: protocol.chair_word,
        chair: protocol.chair,
        secretary: protocol.secretary,
        people: protocol.present,
        invited: protocol.invited,
        questions: protocol.questions,
    }
}

pub(crate) fn attendance_sheet() -> AttendanceSheet {
    let protocol = protocol();
    AttendanceSheet {
        body: BodyWords::default(),
        time: None,
        invited_in_words: None,
        example: true,
        community: protocol.community,
        date: protocol.date,
        place: some("МБОУ «Рыбновская СШ № 3», г. Рыбное"),
        theme: protocol.theme,
        members: protocol.present,
        invited: protocol.invited,
    }
}

pub(crate) fn assignments() -> Assignments {
    let row = |point: &str, text: &str, term: &str, mark: &str, overdue| AssignmentRow {
        protocol: "№ 1 от 05.09.2025".into(),
        point: point.into(),
        text: text.into(),
        responsible: "Щербакова-Дёмина А. В., Кузнецова О. И.".into(),
        term: term.into(),
        mark: mark.into(),
        overdue,
    };
    Assignments {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        school_year: "2025/2026".into(),
        protocol: None,
        on: "20 января 2026 г.".into(),
        rows: vec![
            row(
                "1.2",
                "Подготовить справку по результатам ВПР и ОГЭ.",
                "до 22.09.2025",
                "выполнено 22.09.2025",
                false,
            ),
            row("2.2", "Сдать план в РИМК.", "до 10.09.2025", "ПРОСРОЧЕНО", true),
            row(
                "2.3",
                "Описать пять приёмов для банка практик.",
                "до 01.12.2025\nперенесено, новый срок — до 01.03.2026: болезнь",
                "в работе",
                false,
            ),
        ],
        total: some("Всего поручений 3: исполнено 1, в работе 1, просрочено 1."),
        recommendations: vec![RecommendationRow {
            protocol: "№ 1 от 05.09.2025".into(),
            point: "3.2".into(),
            text: "Рекомендовать администрации МБОУ «Вакинская СШ» направить на курсы двух учителей.".into(),
            addressee: "Вакинская СШ".into(),
            mark: String::new(),
        }],
        signature: sign(),
    }
}

pub(crate) fn row(
    number: usize,
    topic: &str,
    term: &str,
    responsible: &str,
    result: &str,
    mark: &str,
) -> PlanRow {
    PlanRow {
        number: number.to_string(),
        topic: topic.into(),
        term: term.into(),
        participants: "все ОО".into(),
        responsible: responsible.into(),
        result: result.into(),
        mark: mark.into(),
    }
}

pub(crate) fn plan() -> Plan {
    let group = |title: &str, rows: Vec<PlanRow>| ActivityGroup { title: title.into(), rows };
    Plan {
        example: true,
        title: "План работы".into(),
        community: COMMUNITY.into(),
        school_year: "2025/2026".into(),
        adoption: Some(Stamp {
            word: "ПРИНЯТ".into(),
            lines: vec!["на заседании ППС".into(), "(протокол от 05.09.2025 № 1)".into()],
            hand: None,
        }),
        approval: Some(Stamp {
            word: "УТВЕРЖДАЮ".into(),
            lines: vec!["Заведующий РИМК".into()],
            hand: Some(Hand { name: "Т. А. Воронцова".into(), date: None }),
        }),
        leader: some(
            "Соколова Марина Викторовна, учитель русского языка и литературы, МБОУ «Рыбновская СШ № 3», высшая категория",
        ),
        order: some("приказом начальника управления образования и МП от 29 августа 2025 г. № 97/1"),
        problem_zones: [
            "читательская грамотность",
            "мотивация учителя к изменению практики",
            "объективность внутреннего оценивания",
        ]
        .map(Into::into)
        .to_vec(),
        theme: some("«Формирующее оценивание на уроке как средство преодоления учебной неуспешности»"),
        goal: some(
            "повысить мастерство педагогов школ с низкими результатами через обмен опытом и взаимное посещение уроков",
        ),
        tasks: [
            "выявить типичные затруднения педагогов;",
            "освоить приёмы формирующего оценивания;",
            "собрать банк из десяти практик;",
            "провести экспертизу рабочих программ двух школ.",
        ]
        .map(Into::into)
        .to_vec(),
        meetings: vec![
            PlanMeeting {
                number: "1".into(),
                topic: "Итоги и план".into(),
                questions: vec!["Об итогах 2024/25 года".into(), "О плане работы на 2025/26 год".into()],
                form: "очно".into(),
                term: "сентябрь".into(),
                place: "МБОУ «Рыбновская СШ № 3»".into(),
                responsible: "Соколова М. В.".into(),
                result: "протокол".into(),
            },
            PlanMeeting {
                number: "2".into(),
                topic: "Затруднения".into(),
                questions: vec!["О типичных затруднениях педагогов".into()],
                form: "смешанно".into(),
                term: "январь".into(),
                place: "МБОУ «Батуринская СШ»".into(),
                responsible: "Соколова М. В.".into(),
                result: "протокол".into(),
            },
            PlanMeeting {
                number: "3".into(),
                topic: "Итоги года".into(),
                questions: vec![],
                form: "дистанционно".into(),
                term: "май".into(),
                place: "".into(),
                responsible: "Соколова М. В.".into(),
                result: "протокол".into(),
            },
        ],
        groups: vec![
            group(
                "Аналитическое направление (п. 3.1.1)",
                vec![
                    row(
                        1,
                        "Анализ результатов ВПР и ОГЭ школ-участниц",
                        "сентябрь",
                        "Кузнецова О. И.",
                        "справка",
                        "выполнено 22.09.2025",
                    ),
                    row(
                        2,
                        "Диагностика профессиональных затруднений",
                        "октябрь",
                        "Соколова М. В.",
                        "свод затруднений",
                        "выполнено 17.10.2025",
                    ),
                    row(
                        3,
                        "Повторная диагностика, сравнение",
                        "май",
                        "Соколова М. В.",
                        "свод",
                        "выполнено 18.05.2026",
                    ),
                ],
            ),
            group(
                "Информационное направление (п. 3.1.2)",
                vec![
                    row(
                        4,
                        "Подборка материалов по ФГОС ООО и ФОП",
                        "до 01.11.2025",
                        "Тишкин Р. И.",
                        "папка, страница сайта",
                        "выполнено 30.10.2025",
                    ),
                    row(
                        5,
                        "Пополнение страницы ППС на сайте РИМК",
                        "ежеквартально",
                        "Тишкин Р. И.",
                        "не менее 12 материалов",
                        "выполнено, 15 материалов",
                    ),
                ],
            ),
            group(
                "Организационно-методическое направление (п. 3.1.3)",
                vec![
                    row(
                        6,
                        "Заседания ППС (три)",
                        "сентябрь, январь, май",
                        "Соколова М. В.",
                        "протоколы",
                        "выполнено",
                    ),
                    PlanRow {
                        participants: "МБОУ «Батуринская СШ», МБОУ «Вакинская СШ»".into(),
                        ..row(
                            7,
                            "Взаимное посещение уроков в Батуринской и Вакинской СШ",
                            "ноябрь — март",
                            "Фомин Д. С.",
                            "8 уроков",
                            "выполнено не в полном объёме: 6 уроков, 25.03.2026",
                        )
                    },
                    row(
                        8,
                        "Участие в областном конкурсе «Методическая копилка»",
                        "февраль",
                        "Ларина С. Ю.",
                        "две работы",
                        "выполнено: лауреат, участник",
                    ),
                ],
            ),
            group(
                "Консультационное направление (п. 3.1.4)",
                vec![
                    row(
                        9,
                        "Консультации молодых педагогов",
                        "ежемесячно",
                        "Соколова М. В.",
                        "журнал",
                        "выполнено, 9 консультаций",
                    ),
                    row(
                        10,
                        "Составление ИОМ (Мещерякова Н. О., Щербакова-Дёмина А. В.)",
                        "октябрь",
                        "Щербакова-Дёмина А. В.",
                        "2 ИОМ",
                        "выполнено 24.10.2025",
                    ),
                ],
            ),
            group(
                "Экспертное направление (п. 3.1.5)",
                vec![row(
                    11,
                    "Экспертиза рабочих программ Вакинской СШ",
                    "декабрь",
                    "Фомин Д. С.",
                    "заключение",
                    "перенесено на март: болезнь эксперта; выполнено 19.03.2026",
                )],
            ),
            group(
                "Управленческое направление (п. 3.1.6)",
                vec![
                    row(
                        12,
                        "Экспертиза проекта «Школа без неуспешных»",
                        "апрель",
                        "Гришин А. П.",
                        "заключение",
                        "отменено: проект не представлен",
                    ),
                    row(
                        13,
                        "Дорожная карта поддержки Батуринской СШ",
                        "сентябрь",
                        "Гришин А. П.",
                        "дорожная карта",
                        "выполнено 26.09.2025",
                    ),
                    row(
                        14,
                        "Контроль исполнения решений",
                        "декабрь, май",
                        "Соколова М. В.",
                        "справка",
                        "выполнено",
                    ),
                ],
            ),
            group(
                "Образовательное направление (п. 3.1.7)",
                vec![
                    row(
                        15,
                        "Семинар-практикум «Формирующее оценивание: пять приёмов»",
                        "ноябрь",
                        "Ларина С. Ю.",
                        "20 участников",
                        "выполнено 14.11.2025, 23 участника",
                    ),
                    row(
                        16,
                        "Вебинар «Читательская грамотность на уроках истории»",
                        "февраль",
                        "Фомин Д. С.",
                        "запись",
                        "выполнено 12.02.2026, 31 участник",
                    ),
                    row(
                        17,
                        "Мастер-класс «Цифровые инструменты обратной связи»",
                        "март",
                        "Тишкин Р. И.",
                        "15 участников",
                        "не выполнено: ведущий на курсах, перенесён на следующий год",
                    ),
                ],
            ),
        ],
        roster: roster().rows,
        signature: sign(),
        ..Plan::default()
    }
}

pub(crate) fn roster() -> Roster {
    let person =
        |name: &str, role: &str, post: &str, organisation: &str, category: &str, years: &str| RosterRow {
            name: name.into(),
            role: Some(role.into()),
            post: post.into(),
            organisation: organisation.into(),
            category: category.into(),
            experience: years.into(),
        };
    Roster {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        on: "5 сентября 2025 г.".into(),
        order: some("приказ начальника управления образования и МП от 29 августа 2025 г. № 97/1"),
        rows: vec![
            person(
                "Соколова Марина Викторовна",
                "руководитель ППС",
                "учитель русского языка и литературы",
                "МБОУ «Рыбновская СШ № 3»",
                "высшая",
                "24 года",
            ),
            person("Гришин Алексей Петрович", "", "директор", "МБОУ «Батуринская СШ»", "—", "17 лет"),
            person(
                "Кузнецова Ольга Ивановна",
                "секретарь",
                "заместитель директора по УВР, учитель химии",
                "МБОУ «Рыбновская СШ № 1»",
                "первая",
                "15 лет",
            ),
            person(
                "Ларина Светлана Юрьевна",
                "",
                "учитель математики",
                "МБОУ «Пощуповская СШ»",
                "первая",
                "11 лет",
            ),
            person(
                "Мещерякова Наталья Олеговна",
                "",
                "учитель начальных классов",
                "МБОУ «Ходынинская СШ»",
                "без категории",
                "2 года",
            ),
            person(
                "Фомин Дмитрий Сергеевич",
                "",
                "учитель истории и обществознания",
                "МБОУ «Кузьминская СШ им. С. А. Есенина»",
                "высшая",
                "19 лет",
            ),
            person(
                "Щербакова-Дёмина Анастасия Владимировна",
                "",
                "учитель биологии и химии",
                "МБОУ «Вакинская СШ»",
                "без категории",
                "4 года",
            ),
            person(
                "Тишкин Роман Игоревич",
                "",
                "учитель информатики",
                "МБОУ «Рыбновская СШ № 4»",
                "первая",
                "9 лет",
            ),
        ],
        total: some("8 человек из 8 организаций"),
        signature: sign(),
    }
}

pub(crate) fn register() -> Register {
    let one =
        |number: &str, date: &str, topic: &str, present: &str, decisions: &str, signed: &str| RegisterRow {
            number: number.into(),
            date: date.into(),
            topic: topic.into(),
            present: present.into(),
            decisions: decisions.into(),
            signed: signed.into(),
        };
    Register {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        school_year: "2025/2026".into(),
        rows: vec![
            one(
                "1",
                "05.09.2025",
                "Об итогах 2024/25 года\nО плане работы на 2025/26 год\nО графике областных конкурсов",
                "9 из 10",
                "5",
                "08.09.2025",
            ),
            one(
                "2",
                "16.01.2026",
                "О типичных затруднениях педагогов\nО посещении уроков",
                "8 из 10",
                "4",
                "23.01.2026",
            ),
            one(
                "3",
                "22.05.2026",
                "Об итогах работы за год и проекте плана на 2026/27\nО банке практик",
                "10 из 10",
                "4",
                "25.05.2026",
            ),
        ],
        signature: sign(),
    }
}

pub(crate) fn inventory() -> Inventory {
    let one = |title: &str, reference: &str, pages: &str, file: &str| InventoryRow {
        title: title.into(),
        reference: reference.into(),
        pages: pages.into(),
        file: file.into(),
    };
    Inventory {
        body: BodyWords::default(),
        example: true,
        community: COMMUNITY.into(),
        school_year: "2025/2026".into(),
        to: "районный информационно-методический кабинет".into(),
        rows: vec![
            one(
                "Аналитический отчёт за 2025/2026 учебный год",
                "от 20.08.2026",
                "9",
                "Аналитический отчёт.pdf",
            ),
            one(
                "Предварительный план работы на 2026/2027 учебный год",
                "от 20.08.2026",
                "4",
                "Предварительный план.pdf",
            ),
            one("Протокол заседания", "от 05.09.2025 № 1", "3", "Протокол № 1.pdf"),
            one("Протокол заседания", "от 16.01.2026 № 2", "2", "Протокол № 2.pdf"),
            one("Протокол заседания", "от 22.05.2026 № 3", "2", "Протокол № 3.pdf"),
        ],
        total: some("5 документов на 20 листах"),
        handed_by: sign(),
    }
}

fn columns(items: &[(&str, f64, Align)]) -> Vec<Column> {
    items
        .iter()
        .map(|(title, width, align)| Column {
            title: (*title).into(),
            width: *width,
            align: *align,
            ..Column::default()
        })
        .collect()
}

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn years() -> Block {
    let bar = |count: u32, of: Option<u32>, words: &str| Some(YearBar { count, of, words: words.into() });
    Block::Years {
        years: vec!["2023/2024".into(), "2024/2025".into(), "2025/2026".into()],
        measures: vec![
            YearBars {
                name: "Присутствовали на заседаниях".into(),
                found: vec![None, bar(25, Some(29), "25 из 29 (86 %)"), bar(27, Some(30), "27 из 30 (90 %)")],
            },
            YearBars {
                name: "Проведено заседаний".into(),
                found: vec![bar(2, None, "2"), bar(4, None, "4"), bar(3, None, "3")],
            },
        ],
        notes: vec!["2023/2024 — с 12.01.2024".into()],
    }
}

pub(crate) fn report() -> Report {
    use Align::{Center, Left};
    let fact = |label: &str, value: &str| Fact { label: label.into(), value: value.into() };
    let direction = |name: &str, planned, done, late, partly, cancelled, not_done| DirectionBar {
        name: name.into(),
        planned,
        done,
        late,
        partly,
        cancelled,
        not_done,
        unmarked: 0,
    };
    let difficulty = |name: &str, october: u32, may: u32| DifficultyBars {
        name: name.into(),
        found: vec![Some(Portion { count: october, of: 11 }), Some(Portion { count: may, of: 10 })],
    };
    let bar = |name: &str, present, of| AttendanceBar { name: name.into(), present, of };
    Report {
        body: BodyWords::default(),
        example: true,
        superior: some("Управление образования и молодёжной политики администрации Рыбновского муниципального района Рязанской области"),
        community: COMMUNITY.into(),
        school_year: "2025/2026".into(),
        period: "с 1 сентября 2025 г. по 31 августа 2026 г.".into(),
        to: some("в районный информационно-методический кабинет"),
        leader: some("Соколова Марина Викторовна, учитель русского языка и литературы, МБОУ «Рыбновская СШ № 3»"),
        place: some("г. Рыбное"),
        year: "2026".into(),
        sections: vec![
            Section { place: String::new(), title: "Общие сведения".into(), blocks: vec![Block::Facts { items: vec![
                fact("Сообщество создано", "приказ начальника управления образования и МП от 30 августа 2024 г. № 112/2"),
                fact("Состав утверждён", "приказ от 29 августа 2025 г. № 97/1"),
                fact("Участников", "10 из 9 организаций"),
                fact("Проблемные зоны", "читательская грамотность; мотивация учителя к изменению практики; объективность внутреннего оценивания"),
            ] }, years()] },
            Section { place: String::new(), title: "Раздел, в котором ничего нет".into(), blocks: vec![Block::Text { text: " \n ".into() }] },
            Section { place: String::new(), title: "Кадровый состав".into(), blocks: vec![Block::Table(Table {
                title: String::new(),
                columns: columns(&[("ОО", 52.0, Left), ("Всего", 15.0, Center), ("Руководители", 18.0, Center), ("Высшая", 17.0, Center), ("Первая", 17.0, Center), ("Без категории", 21.0, Center), ("До 3", 12.0, Center), ("3–10", 12.0, Center), ("10–20", 14.0, Center), ("20 и более", 15.0, Center)]),
                rows: cells(&[
                    &["МБОУ «Батуринская СШ»", "2", "1", "—", "1", "1", "—", "1", "1", "—"],
                    &["МБОУ «Кузьминская СШ им. С. А. Есенина»", "1", "—", "1", "—", "—", "—", "—", "1", "—"],
                ]),
                total: Some(["Всего", "3", "1", "1", "1", "1", "—", "1", "2", "—"].map(Into::into).to_vec()), ..Table::default() })] },
            Section { place: String::new(), title: "Тема, цель и задачи".into(), blocks: vec![
                Block::Facts { items: vec![fact("Методическая тема", "«Формирующее оценивание на уроке как средство преодоления учебной неуспешности»")] },
                Block::List { title: "Задачи года:".into(), numbered: true, items: vec!["выявить типичные затруднения педагогов — выполнено полностью;".into(), "собрать банк из десяти практик — выполнено частично: семь практик из десяти.".into()] },
            ] },
            Section { place: String::new(), title: "Заседания".into(), blocks: vec![
                Block::Table(Table {
                    title: String::new(),
                    columns: columns(&[("№", 10.0, Center), ("Дата", 24.0, Center), ("Тема", 64.0, Left), ("Присутствовало", 24.0, Center), ("Форма", 26.0, Left), ("Решений / исполнено", 22.0, Center)]),
                    rows: cells(&[
                        &["1", "05.09.2025", "Итоги и план", "9 из 10", "очно", "5 / 2"],
                        &["2", "16.01.2026", "Затруднения", "8 из 10", "смешанно", "4 / 2"],
                        &["3", "22.05.2026", "Итоги года", "10 из 10", "дистанционно", "4 / 1"],
                    ]),
                    total: None, ..Table::default() }),
                Block::Text { text: "Присутствовало 27 из 30 (90 %).".into() },
                Block::Attendance { bars: vec![
                    bar("МБОУ «Рыбновская СШ № 3»", 3, 3),
                    bar("МБОУ «Батуринская СШ»", 5, 6),
                    bar("МБОУ «Кузьминская СШ им. С. А. Есенина»", 3, 3),
                    bar("МБОУ «Пионерская СШ»", 2, 3),
                    bar("МБОУ «Рыбновская СШ № 4»", 2, 3),
                ] },
            ] },
            Section { place: String::new(), title: "План — факт по направлениям".into(), blocks: vec![
                Block::Table(Table {
                    title: String::new(),
                    columns: columns(&[("Направление", 54.0, Left), ("Запланировано", 22.0, Center), ("Выполнено", 18.0, Center), ("из них позже срока", 19.0, Center), ("Не в полном объёме", 21.0, Center), ("Отменено", 17.0, Center), ("Не выполнено", 19.0, Center)]),
                    rows: cells(&[
                        &["аналитическое", "3", "3", "0", "0", "0", "0"],
                        &["организационно-методическое", "3", "2", "0", "1", "0", "0"],
                        &["экспертное", "1", "1", "1", "0", "0", "0"],
                    ]),
                    total: Some(["Всего", "17", "14", "1", "1", "1", "1"].map(Into::into).to_vec()), ..Table::default() }),
                Block::PlanFact { bars: vec![
                    direction("Аналитическое", 3, 3, 0, 0, 0, 0),
                    direction("Информационное", 2, 2, 0, 0, 0, 0),
                    direction("Организационно-методическое", 3, 2, 0, 1, 0, 0),
                    direction("Консультационное", 2, 2, 0, 0, 0, 0),
                    direction("Экспертное", 1, 1, 1, 0, 0, 0),
                    direction("Управленческое", 3, 2, 0, 0, 1, 0),
                    direction("Образовательное", 3, 2, 0, 0, 0, 1),
                ] },
                Block::Remark { text: "Перенос экспертизы на март вызван болезнью эксперта.".into() },
            ] },
            Section { place: String::new(), title: "Типичные затруднения педагогов".into(), blocks: vec![Block::Difficulties {
                waves: vec!["октябрь 2025 г.".into(), "май 2026 г.".into()],
                rows: vec![
                    difficulty("Критериальное и формирующее оценивание", 8, 4),
                    difficulty("Работа с текстом на уроках нефилологического цикла", 7, 5),
                    difficulty("Мотивация неуспешных учеников", 6, 6),
                    difficulty("Анализ результатов диагностик", 5, 2),
                    difficulty("Составление заданий в формате PISA", 5, 4),
                    difficulty("Цифровые инструменты обратной связи", 3, 3),
                ],
            }] },
            Section { place: String::new(), title: "Выводы".into(), blocks: vec![Block::Text { text: "Сообщество выполнило основную часть плана. Взаимное посещение уроков дало учителям больше, чем семинары: о приёмах формирующего оценивания говорили на примере увиденного.\nНе удалось собрать десять практик: описывать свой опыт педагогам труднее, чем показывать его.".into() }] },
            Section { place: String::new(), title: "Задачи на следующий год".into(), blocks: vec![Block::List { title: String::new(), numbered: true, items: vec!["завершить банк из десяти практик;".into(), "провести мастер-класс «Цифровые инструменты обратной связи»;".into(), "продолжить взаимное посещение уроков в Батуринской и Вакинской СШ.".into()] }] },
        ],
        signature: sign(),
        signed: None,
    }
}

/// Every paper with nothing in it, as the first day with the program gives them.
#[cfg(unix)]
pub(crate) fn blank_papers() -> Vec<Paper> {
    vec![
        sheet(Extract::default()),
        sheet(Notice::default()),
        sheet(Worksheet::default()),
        sheet(AttendanceSheet::default()),
        sheet(Assignments::default()),
        sheet(Report::default()),
        sheet(Roster::default()),
        sheet(Register::default()),
        sheet(Inventory::default()),
        sheet(Certificate::default()),
        sheet(Petition::default()),
        sheet(CourseRequest::default()),
    ]
}
