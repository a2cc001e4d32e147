//! A protocol from the first key to the signed scan: protocol № 2 of the example year,
//! word for word, by keyboard.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use fantoccini::key::Key;
use pps_app::domain::NaiveDate;
use pps_app::domain::records::Record;
use pps_app::{ClockOnDay, Workplace};

use crate::desktop::{Recorder, text_of};
use crate::window::{Data, Window, file_appears};

const DAY: &str = "2026-01-23";

/// The example year as it stood in January: the second and the third protocol are not there yet.
pub(crate) fn year_up_to_the_first_protocol(folder: &Path) {
    let clock = Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()));
    let mut records = pps_app::example::records().unwrap();
    let later = |record: &Record| matches!(record, Record::Meeting(meeting) if meeting.number() > Some(1));
    let gone: Vec<_> = records.iter().filter(|record| later(record)).map(Record::id).collect();
    assert_eq!(gone.len(), 2);
    records.retain(|record| !later(record));
    for record in &mut records {
        match record {
            Record::Community(community) => community.example_day = None,
            Record::Activity(activity) => {
                activity.meetings.retain(|meeting| !gone.contains(&meeting.0));
                activity.decisions.clear();
            }
            Record::Practice(practice) => {
                practice.recommended_by =
                    practice.recommended_by.filter(|meeting| !gone.contains(&meeting.0));
            }
            _ => {}
        }
    }
    let workplace = Workplace::create(&folder.join("year.db"), clock).unwrap();
    workplace.take_in("Внесён год", records).unwrap();
    workplace.close().unwrap();
}

/// Two photographs of paper: grey, with a darker line or two.
fn photographs(folder: &Path) -> Vec<PathBuf> {
    let one = |name: &str, shade: u8| {
        let picture = image::RgbImage::from_fn(1200, 1600, |x, y| {
            let line = y % 80 < 6 && (150..1050).contains(&x);
            image::Rgb(if line { [40; 3] } else { [shade; 3] })
        });
        let path = folder.join(name);
        picture.save(&path).unwrap();
        path
    };
    vec![one("лист 1.jpg", 225), one("лист 2.jpg", 210)]
}

#[test]
fn the_second_protocol_is_written_by_keyboard_printed_signed_scanned_and_excerpted() {
    let saved = tempfile::tempdir().unwrap();
    let shots = tempfile::tempdir().unwrap();
    let files = std::env::join_paths(photographs(shots.path())).unwrap();
    let printer = Recorder::named("xdg-open");
    let data = Data::new()
        .on(DAY)
        .saving_to(saved.path())
        .with("PPS_REHEARSAL_FILES", files)
        .with("PATH", printer.path());
    year_up_to_the_first_protocol(data.path());

    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        write_by_keyboard(window).await;

        window.looks_at_the_paper().await;
        window.keys(&[Key::Control], "p").await;
        window.sees("Документ передан на печать").await;
        file_appears(&printer.opened()).await;

        window.presses("Подписан").await;
        window.sees("День подписания").await;
        window.all_saved().await;
        window.presses("Приложить скан или фото подписанного").await;
        window.presses("Приложить скан, 2 листа").await;
        window.sees("(подписан).pdf").await;

        window.chooses("Какая бумага", "Выписка из протокола…").await;
        window.chooses("О чём выписка", "Всё, что касается: Вакинская СШ").await;
        window.presses("Сохранить PDF").await;
        window.sees("Сохранено: ").await;
    });

    let said = text_of(&printer.opened());
    for words in [
        "16 января 2026 г.",
        // The space is one that does not break, and pdftotext leaves it out.
        "№2",
        "МБОУ «Батуринская СШ»",
        "Присутствовали (8 из 10):",
        "Тишкин Р. И. (курсы)",
        "Ёлкина Ю. А. (курсы)",
        "1. О типичных затруднениях педагогов. Докладчик: Соколова М. В.",
        "2. О посещении уроков. Докладчик: Фомин Д. С.",
        "1.1. Взять в работу три затруднения: критериальное оценивание, работа с текстом, мотивация.",
        "1.2. Описать пять приёмов для банка практик.",
        "Ответственный: Ларина С. Ю. Срок: до 1 марта 2026 г.",
        "1.3. Рекомендовать Вакинской СШ направить двух учителей на курсы.",
        "2.1. Завершить взаимное посещение уроков.",
        "Ответственный: Фомин Д. С. Срок: до 31 марта 2026 г.",
        "Решение принято единогласно.",
    ] {
        assert!(said.contains(words), "«{words}» is not on the paper: {said}");
    }
    let extract = std::fs::read_dir(saved.path()).unwrap().next().expect("an extract").unwrap().path();
    let said = text_of(&extract);
    assert!(said.contains("ВЫПИСКА"), "{said}");
    assert!(said.contains("1.3. Рекомендовать Вакинской СШ"), "{said}");
    assert!(!said.contains("2.1. Завершить"), "what does not concern the school is left out: {said}");
}

/// From the topic of the meeting to the last vote, without the mouse.
async fn write_by_keyboard(window: &Window) {
    window.goes_to("Дата заседания").await;
    window.types_over("16.1.26").await;
    window.goes_to("Тема заседания").await;
    window.types_here("Затруднения").await;
    window.goes_to("Место: школа").await;
    window.types_here("МБОУ «Батуринская СШ»").await;
    window.goes_to("Тишкин Р. И.").await;
    absent(window).await;
    window.goes_to("Ёлкина Ю. А.").await;
    absent(window).await;

    window.keys(&[Key::Control], ENTER).await;
    window.is_at("О чём").await;
    window.types_here("О типичных затруднениях педагогов").await;
    window.goes_to("Докладчик").await;
    picks(window, "сок").await;
    window.keys(&[Key::Control], ENTER).await;
    window.is_at("Текст пункта 1.1").await;
    window
        .types_here("Взять в работу три затруднения: критериальное оценивание, работа с текстом, мотивация.")
        .await;
    window.keys(&[Key::Control], ENTER).await;
    window.is_at("Текст пункта 1.2").await;
    window.types_here("Описать пять приёмов для банка практик.").await;
    kind(window, "Что это, пункт 1.2", "поручение").await;
    window.goes_to("Ответственный").await;
    picks(window, "лар").await;
    window.is_at("Срок").await;
    window.types_here("до 1.03.2026").await;
    window.keys(&[Key::Control], ENTER).await;
    window.is_at("Текст пункта 1.3").await;
    window.types_here("Рекомендовать Вакинской СШ направить двух учителей на курсы.").await;
    kind(window, "Что это, пункт 1.3", "рекомендация").await;
    window.goes_to("Кому рекомендовать").await;
    picks(window, "вак").await;
    window.keys(&[Key::Control], "e").await;
    window.sees("Вопрос 1: единогласно.").await;

    window.keys(&[Key::Control, Key::Shift], ENTER).await;
    window.sees("Вопрос 2").await;
    window.is_at("О чём").await;
    window.types_here("О посещении уроков").await;
    window.goes_to("Докладчик").await;
    picks(window, "фом").await;
    window.keys(&[Key::Control], ENTER).await;
    window.is_at("Текст пункта 2.1").await;
    window.types_here("Завершить взаимное посещение уроков.").await;
    kind(window, "Что это, пункт 2.1", "поручение").await;
    window.goes_to("Ответственный").await;
    picks(window, "фом").await;
    window.is_at("Срок").await;
    window.types_here("до 31.03.2026").await;
    window.keys(&[Key::Control], "e").await;
    window.sees("Вопрос 2: единогласно.").await;
    window.all_saved().await;
}

const ENTER: &str = "\u{e007}";

/// Unticks the person whose tick has the focus, and says why in the field to which the focus goes.
async fn absent(window: &Window) {
    window.keys(&[], " ").await;
    window.is_at("Причина").await;
    window.types_here("курсы").await;
}

/// Picks somebody by the first letters.
async fn picks(window: &Window, letters: &str) {
    window.types_here(letters).await;
    window.keys(&[], ENTER).await;
}

/// Chooses what a point is by the first letters of the word, as in any list.
async fn kind(window: &Window, list: &str, word: &str) {
    window.goes_to(list).await;
    window.types_here(word).await;
    assert_eq!(window.chosen(list).await, word);
}

#[test]
fn what_was_typed_half_a_second_before_the_power_went_is_there_afterwards() {
    const FIRST: &str = "О плане работы на второе полугодие";
    let data = Data::new().on(DAY);
    year_up_to_the_first_protocol(data.path());
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("Новое заседание").await;
        window.goes_to("Тема заседания").await;
        window.types_here(FIRST).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        window.types_here(" и ещё немного слов, которых").await;
        window.dies();
    });
    data.in_window(async |window| {
        window.presses("Заседания").await;
        window.presses("№ 2, 23 января").await;
        let topic = window.reads("Тема заседания").await;
        assert!(topic.starts_with(FIRST), "«{topic}»");
    });
}
