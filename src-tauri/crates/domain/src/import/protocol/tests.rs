use std::collections::BTreeMap;

use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::calendar::day;
use crate::import::folded;
use crate::records::{DecisionKind, Vote};
use crate::russian::FullName;

const NAMES: [(&str, &str); 8] = [
    ("Соколова Марина Викторовна", "учитель русского языка и литературы МБОУ «Рыбновская СШ № 3»"),
    ("Гришин Алексей Петрович", "директор МБОУ «Батуринская СШ»"),
    ("Кузнецова Ольга Ивановна", "заместитель директора по УВР, учитель химии МБОУ «Рыбновская СШ № 1»"),
    ("Ларина Светлана Юрьевна", "учитель математики МБОУ «Пощуповская СШ»"),
    ("Фомин Дмитрий Сергеевич", "учитель истории МБОУ «Кузьминская СШ»"),
    ("Ёлкина Юлия Андреевна", "учитель физики МБОУ «Батуринская СШ»"),
    ("Щербакова-Дёмина Анастасия Владимировна", "учитель биологии МБОУ «Вакинская СШ»"),
    ("Тишкин Роман Игоревич", "учитель информатики МБОУ «Рыбновская СШ № 4»"),
];

fn id(number: usize) -> PersonId {
    Uuid::from_u128(number as u128 + 1).into()
}

fn context() -> ProtocolContext {
    let people: Vec<(PersonId, FullName)> =
        NAMES.iter().enumerate().map(|(number, (name, _))| (id(number), FullName::parse(name))).collect();
    let members = people.iter().map(|(person, name)| ProtocolMember {
        person: *person,
        name: name.surname_first(),
        from: day(2025, 9, 1),
        to: None,
    });
    let about: BTreeMap<PersonId, String> =
        NAMES.iter().enumerate().map(|(number, (_, about))| (id(number), (*about).to_owned())).collect();
    ProtocolContext {
        year: SchoolYear(2025),
        members: members.collect(),
        people: People::named(people.iter().cloned()),
        about,
        names: vec!["Районное методическое объединение учителей русского языка".to_owned(), "РМО".to_owned()],
    }
}

fn blocks(text: &str) -> Vec<ProtocolBlock> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| ProtocolBlock::Paragraph { text: line.to_owned(), number: String::new(), strong: false })
        .collect()
}

fn read(text: &str) -> ReadProtocol {
    read_protocol(&blocks(text), &context())
}

const BY_HAND: &str = "
    ПРОТОКОЛ № 2
    заседания районного методического объединения учителей русского языка
    16 января 2026 г.\tс. Батурино
    Место проведения: МБОУ «Батуринская СШ»
    Начало: 14.00
    Председатель: Соколова М. В.
    Секретарь: Кузнецова О. И.
    Присутствовали (6 из 8): Соколова М. В., Гришин А. П., директор, Кузнецова О. И., Ларина С. Ю., Фомин Д. С., Щербакова-Демина А. В.
    Отсутствовали: Тишкин Р. И. (курсы), Ёлкина Ю. А. — болезнь
    Приглашены: Панина Е. В., методист РИМК
    ПОВЕСТКА ДНЯ:
    1. О типичных затруднениях педагогов (Соколова М. В.)
    2. О посещении уроков. Докладчик: Фомин Д. С.
    1. СЛУШАЛИ:
    Соколову М. В. — о типичных затруднениях педагогов.
    Она показала свод анкет.
    ВЫСТУПИЛИ:
    Гришин А. П. — предложил начать с критериев; Панина Е. В. — поддержала.
    РЕШИЛИ:
    1.1. Взять в работу три затруднения.
    1.2. Лариной С. Ю. до 01.03.2026 описать пять приёмов.
    1.3. Рекомендовать Вакинской СШ направить двух учителей на курсы.
    Голосовали: «за» — 6, «против» — 0, «воздержались» — 0.
    2. СЛУШАЛИ: Фомина Д. С.
    РЕШИЛИ: 2.1. Завершить посещение уроков. Ответственный: Фомин Д. С., методист РИМК. Срок: до 31 марта 2026 г.
    Решение принято единогласно.
    Председатель ____________ М. В. Соколова
    Секретарь ____________ О. И. Кузнецова
";

const WITHOUT_AGENDA: &str = "
    Протокол заседания РМО № 3 от 22.05.2026 г.
    Форма проведения: дистанционно, в системе «Сферум»
    Время: 14.00–15.30
    Тема: «Итоги года»
    Руководитель РМО: Соколова М. В.
    Присутствовало 12 человек: учителя школ района
    Соколова Марина Викторовна – учитель русского языка
    Гришин А.П., Ларина С.Ю.
    Отсутствовали: Фомин Д. С. по болезни, Тишкин Р. И., учитель
    Приглашённые: администрация школы – 2 человека
    По первому вопросу слушали Соколову М. В., руководителя РМО, которая познакомила с итогами.
    Обсуждение: вопросы о сроках
    Выступила Ларина С. Ю. Она предложила провести семинар.
    Постановили:
    - признать работу удовлетворительной;
    - Тишкину Р. И. разместить материалы на сайте в срок до 15.06.2026 (отв. Тишкин Р. И.)
    Голосовали единогласно
    Вопрос 2. Разное
    Слушали: методиста РИМК Панину Е. В. с информацией о конкурсах
    Решили: принять к сведению. Ответственные: учителя, администрация. Сроки: в течение года
    Рекомендовать:
    школам направить заявки
    Приложение: лист регистрации
    Окончание: 15.30
    Секретарь: Кузнецова О. И.
";

#[test]
fn a_protocol_numbered_by_hand_is_read_whole() {
    let read = read(BY_HAND);
    assert_eq!(read.not_recognised, []);
    assert_eq!(read.remarks, Vec::<String>::new());
    assert_eq!((read.date, read.number), (Some(day(2026, 1, 16)), Some(2)));
    assert_eq!((read.place.as_str(), read.venue.as_str()), ("с. Батурино", "МБОУ «Батуринская СШ»"));
    assert_eq!((read.chair, read.secretary), (Some(id(0)), Some(id(2))));
    assert_eq!(read.present, [0, 1, 2, 3, 4, 6].map(id));
    let absent: Vec<(PersonId, &str)> =
        read.absent.iter().map(|one| (one.person, one.reason.as_str())).collect();
    assert_eq!(absent, [(id(7), "курсы"), (id(5), "болезнь")]);
    assert_eq!(read.guests[0].post, "методист");
    assert_eq!(read.guests[0].organisation, "РИМК");
    let [first, second] = read.items.as_slice() else { panic!("{:#?}", read.items) };
    assert_eq!(first.topic, "О типичных затруднениях педагогов");
    assert_eq!(first.reporters[0].person, Some(id(0)));
    assert_eq!(first.heard, "Она показала свод анкет.");
    let spoke: Vec<(Option<PersonId>, &str, &str)> = first
        .spoke
        .iter()
        .map(|one| (one.speaker.person, one.speaker.name.as_str(), one.text.as_str()))
        .collect();
    assert_eq!(
        spoke,
        [
            (Some(id(1)), "Гришин А. П.", "предложил начать с критериев"),
            (None, "Панина Е. В.", "поддержала.")
        ]
    );
    let kinds: Vec<DecisionKind> = first.decisions.iter().map(|decision| decision.kind).collect();
    assert_eq!(kinds, [DecisionKind::Resolution, DecisionKind::Assignment, DecisionKind::Recommendation]);
    assert_eq!(first.decisions[1].responsible, [id(3)]);
    assert_eq!(first.decisions[1].term.as_ref().unwrap().in_table(), "до 01.03.2026");
    assert_eq!(first.vote, Some(Vote::Counted { r#for: 6, against: 0, abstained: 0 }));
    assert_eq!(second.topic, "О посещении уроков");
    assert_eq!(second.reporters[0].person, Some(id(4)));
    assert_eq!(second.decisions[0].text, "Завершить посещение уроков.");
    assert_eq!(second.decisions[0].responsible, [id(4)]);
    assert_eq!(second.decisions[0].responsible_in_words, "методист РИМК");
    assert_eq!(second.vote, Some(Vote::Unanimous));
}

#[rstest]
#[case::inline(
    "По первому вопросу слушали Соколову М. В., которая рассказала об итогах.\nПостановили: принять к сведению."
)]
#[case::heading("ВОПРОС 1. Об итогах года\nСлушали:\nСоколову М. В.\nРЕШЕНИЕ:\nпринять к сведению")]
#[case::lower("Слушали: Соколову М.В. об итогах года\nРешили: принять к сведению")]
#[case::spaced(
    "1. С Л У Ш А Л И: Соколову М.В. – руководителя РМО – об итогах года\nП О С Т А Н О В И Л И: принять к сведению"
)]
#[case::spoke("По первому вопросу выступила Соколова М. В.\nПринято решение: принять к сведению")]
fn a_question_in_any_form(#[case] body: &str) {
    let read = read(&format!("Протокол № 1 от 05.09.2025 г.\nПовестка:\n1. Об итогах года\n{body}"));
    let [item] = read.items.as_slice() else { panic!("{:#?}", read.items) };
    assert_eq!(item.topic, "Об итогах года");
    assert_eq!(item.reporters.iter().map(|one| one.person).collect::<Vec<_>>(), [Some(id(0))], "{item:#?}");
    assert_eq!(item.decisions.len(), 1, "{item:#?}");
    assert!(item.decisions[0].text.starts_with("принять к сведению"));
}

#[test]
fn namesakes_and_strangers_are_asked_and_stay_in_words() {
    let mut context = context();
    let mut known: Vec<(PersonId, FullName)> =
        NAMES.iter().zip(0..).map(|((name, _), number)| (id(number), FullName::parse(name))).collect();
    known.push((id(99), FullName::parse("Кузнецова Анна Олеговна")));
    context.people = People::named(known);
    let text = "Протокол № 1 от 05.09.2025\nПрисутствовали: Кузнецова, Иванова А. А.\nПовестка дня:\n1. О плане\nСЛУШАЛИ: Кузнецову — о плане\nРЕШИЛИ: утвердить. Отв.: Кузнецова";
    let read = read_protocol(&blocks(text), &context);
    assert!(read.present.is_empty());
    let left: Vec<&str> = read.not_recognised.iter().map(|left| left.text.as_str()).collect();
    assert_eq!(left.join(" "), "Кузнецова, Иванова А. А.");
    assert_eq!(read.items[0].decisions[0].responsible, []);
    assert_eq!(read.items[0].decisions[0].responsible_in_words, "Кузнецова");
    assert!(read.items[0].heard.contains("Кузнецову"), "{:?}", read.items[0]);
}

#[test]
fn what_is_not_understood_stays_in_the_question_or_is_listed() {
    let read = read(
        "Управление образования\nПРОТОКОЛ № 1 от 05.09.2025\nПовестка дня: 1. О плане; 2. Разное\nСЛУШАЛИ: Соколову М. В.\nТекст без всякой метки.\nВЫСТУПИЛИ:\nВсе поддержали.\nРЕШИЛИ:\n1) утвердить;\n2) сдать план.\nПримечание к решению.\nПодписи\nПредседатель ______ Соколова М. В.\nКопия верна",
    );
    let left: Vec<(&str, &str)> =
        read.not_recognised.iter().map(|left| (left.text.as_str(), left.why.as_str())).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert_eq!(left[0].0, "Управление образования");
    assert_eq!(left[1].0, "Копия верна");
    assert!(read.items[0].heard.contains("Текст без всякой метки."));
    assert!(read.items[0].heard.contains("Все поддержали."));
    assert_eq!(read.items[0].decisions.len(), 2);
    assert!(read.items[0].decisions[1].text.contains("Примечание к решению."));
}

#[test]
fn tables_of_people_questions_and_decisions() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let paragraph =
        |text: &str| ProtocolBlock::Paragraph { text: text.to_owned(), number: String::new(), strong: false };
    let blocks = [
        paragraph("ПРОТОКОЛ № 3"),
        ProtocolBlock::Table(vec![row(&["22.05.2026", "г. Рыбное"])]),
        paragraph("Присутствовали:"),
        ProtocolBlock::Table(vec![
            row(&["№", "ФИО", "Должность", "Отметка о присутствии"]),
            row(&["1", "Соколова Марина Викторовна", "учитель русского языка", "+"]),
            row(&["2", "Тишкин Роман Игоревич", "учитель информатики", "отсутствует"]),
        ]),
        ProtocolBlock::Table(vec![
            row(&["№", "Вопрос", "Докладчик"]),
            row(&["1", "Об итогах работы за год", "Соколова М. В."]),
            row(&["2", "О банке практик", "Ларина С. Ю."]),
        ]),
        paragraph("1. СЛУШАЛИ: Соколову М. В."),
        ProtocolBlock::Table(vec![
            row(&["№", "Решение", "Ответственный", "Срок"]),
            row(&["1.1", "Сдать отчёт", "Соколова М. В.", "до 31.08.2026"]),
            row(&["1.2", "Разместить план", "Тишкин Р. И., РИМК", "июнь"]),
        ]),
    ];
    let read = read_protocol(&blocks, &context());
    assert_eq!((read.date, read.place.as_str()), (Some(day(2026, 5, 22)), "г. Рыбное"));
    assert_eq!(read.present, [id(0)]);
    assert_eq!(read.absent.iter().map(|one| one.person).collect::<Vec<_>>(), [id(7)]);
    assert_eq!(read.items.len(), 2, "{:#?}", read.items);
    assert_eq!(read.items[1].reporters[0].person, Some(id(3)));
    let decisions = &read.items[0].decisions;
    assert_eq!(decisions.len(), 2, "{decisions:#?}");
    assert_eq!(decisions[1].responsible, [id(7)]);
    assert_eq!(decisions[1].responsible_in_words, "РИМК");
    assert_eq!(decisions[1].term.as_ref().unwrap().in_table(), "июнь");
}

#[test]
fn a_table_of_results_under_a_report_stays_a_table() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let paragraph =
        |text: &str| ProtocolBlock::Paragraph { text: text.to_owned(), number: String::new(), strong: false };
    let results = || {
        ProtocolBlock::Table(vec![
            row(&["Школа", "2024 год, %", "2025 год, %"]),
            row(&["Рыбновская СШ № 3", "48,5", "52"]),
            row(&["Батуринская СШ", "—", "41"]),
        ])
    };
    let blocks = [
        paragraph("ПРОТОКОЛ № 3 от 22.05.2026"),
        // Before the questions it is no part of a report.
        results(),
        paragraph("Повестка дня:"),
        paragraph("1. Об итогах ВПР"),
        paragraph("1. СЛУШАЛИ: Соколову М. В. — показала, как изменились результаты."),
        paragraph("Таблица 1. Доля справившихся"),
        results(),
        paragraph("Результаты растут."),
        paragraph("РЕШИЛИ:"),
        paragraph("1.1. Принять к сведению."),
        // Within a decision its figures are words of the decision.
        results(),
    ];
    let read = read_protocol(&blocks, &context());
    let item = &read.items[0];
    assert_eq!(item.tables.len(), 1, "{item:#?}");
    let table = &item.tables[0];
    assert_eq!(table.title, "Доля справившихся");
    assert_eq!(table.columns, ["Школа", "2024 год, %", "2025 год, %"]);
    assert_eq!(table.rows, [["Рыбновская СШ № 3", "48,5", "52"], ["Батуринская СШ", "—", "41"]]);
    assert_eq!(item.heard, "показала, как изменились результаты.\nРезультаты растут.");
    assert!(item.decisions.iter().any(|one| one.text.contains("Батуринская СШ")), "{item:#?}");
    assert!(read.lines.iter().any(|line| line.text == "Батуринская СШ | — | 41"));
}

#[rstest::rstest]
#[case::numbers_of_rows("№|Что;1|анкеты;2|уроки")]
#[case::one_row("Школа|%;№ 3|50")]
#[case::words("Школа|Что сделано;№ 3|проведено;№ 1|идёт")]
#[case::labels("Решили|5;РЕШИЛИ:|6;Срок|7")]
#[case::rows_of_other_widths("Школа|%;№ 3|50|60;№ 1")]
fn other_tables_are_read_line_by_line(#[case] rows: &str) {
    let row = |row: &str| row.split('|').map(str::to_owned).collect::<Vec<String>>();
    let rows: Vec<_> = rows.split(';').map(row).collect();
    assert_eq!(super::tables::results(&rows), None);
}

/// All words of the record as a person sees them.
fn words_of(read: &ReadProtocol) -> String {
    let mut all = vec![
        read.topic.clone(),
        read.place.clone(),
        read.venue.clone(),
        read.mode_note.clone(),
        read.guests_in_words.clone(),
        read.quorum.clone(),
    ];
    all.extend(read.annexes.clone());
    all.extend(read.not_recognised.iter().map(|left| left.text.clone()));
    all.extend(read.absent.iter().map(|absence| absence.reason.clone()));
    all.extend(
        read.guests
            .iter()
            .flat_map(|guest| [guest.name.full(), guest.post.clone(), guest.organisation.clone()]),
    );
    for item in &read.items {
        all.extend([item.topic.clone(), item.heard.clone()]);
        for table in &item.tables {
            all.push(table.title.clone());
            all.extend(table.columns.iter().chain(table.rows.iter().flatten()).cloned());
        }
        let speakers = item.reporters.iter().chain(item.spoke.iter().map(|speech| &speech.speaker));
        all.extend(speakers.flat_map(|speaker| [speaker.name.clone(), speaker.post.clone()]));
        all.extend(item.spoke.iter().map(|speech| speech.text.clone()));
        for decision in &item.decisions {
            all.extend([decision.text.clone(), decision.responsible_in_words.clone()]);
            all.extend(decision.term.as_ref().map(crate::calendar::Term::in_table));
        }
    }
    folded(&all.join(" "))
}

/// Words that no protocol has, each only once.
fn invented(number: usize) -> String {
    let letters: Vec<char> = "бвгджзкл".chars().collect();
    let digit = |place: u32| letters[number / 8_usize.pow(place) % 8];
    format!("ъя{}о{}ю{}ыъ", digit(0), digit(1), digit(2))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is written into a protocol, wherever, is in the record or among what was not recognised.
    #[test]
    fn no_word_is_lost(agenda in any::<bool>(), places in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..4), 1..12), drop in proptest::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let mut lines: Vec<String> = if agenda { BY_HAND } else { WITHOUT_AGENDA }.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        for gone in drop {
            let at = gone.index(lines.len());
            lines.remove(at);
        }
        let mut added = Vec::new();
        for (number, (line, within, how)) in places.into_iter().enumerate() {
            let word = invented(number + 1);
            let at = line.index(lines.len());
            match how {
                // A line of its own, alone, before a word, in brackets, after the line.
                0 => lines.insert(at, word.clone()),
                1 => {
                    let mut words: Vec<&str> = lines[at].split(' ').collect();
                    let place = within.index(words.len());
                    words.insert(place, &word);
                    lines[at] = words.join(" ");
                }
                2 => lines[at] = format!("{} ({word})", lines[at]),
                _ => lines[at] = format!("{}, {word}", lines[at]),
            }
            added.push(word);
        }
        let text = lines.join("\n");
        let read = read(&text);
        let seen = words_of(&read);
        for word in added {
            prop_assert!(seen.contains(&folded(&word)), "«{word}» is lost in:\n{text}\n{read:#?}");
        }
    }

    /// Any text at all is read without a fault, and each of its lines is told for what it was taken.
    #[test]
    fn any_text_is_read(text in "(ПРОТОКОЛ|№|[0-9. ]|СЛУШАЛИ|РЕШИЛИ:|Повестка|Соколова М\\. В\\.|[а-яё]{1,8}|[—,;:()«»\n\t]|ВЫСТУПИЛИ|срок|отв\\.|до 5\\.9\\.2025|г\\.){0,60}") {
        let read = read(&text);
        prop_assert!(read.lines.len() <= text.lines().count());
    }
}
