//! September: a table is pasted, the plan is adopted at the meeting, handed over and approved.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::domain::records::Record;
use pps_app::{ClockOnDay, Workplace};

use crate::desktop::text_of;
use crate::window::{Data, Window};

const DAY: &str = "2025-09-15";

/// Other columns in another order than on our paper, terms as people say them, people by their initials.
const TABLE: &str = "№\tСрок\tМероприятие\tНаправление\tОтветственный\tОжидаемый результат\n\
    1\tсентябрь\tАнализ результатов ВПР и ОГЭ школ-участниц\t3.1.1\tКузнецова О. И.\tсправка\n\
    2\tдо 01.11.2025\tПодборка материалов по ФГОС ООО и ФОП\t3.1.2\tТишкин Р. И.\tпапка\n\
    3\tноябрь — март\tВзаимное посещение уроков\t3.1.3\tФомин Д. С.\t8 уроков\n\
    4\tежемесячно\tКонсультации молодых педагогов\t3.1.4\tСоколова М. В.\tжурнал\n";

/// People, orders and the first meeting of the example; its plan is not there yet.
pub(crate) fn community_without_a_plan(folder: &Path) {
    let clock = Arc::new(ClockOnDay(DAY.parse::<NaiveDate>().unwrap()));
    let mut records = pps_app::example::records().unwrap();
    records.retain(|record| match record {
        Record::Meeting(meeting) => meeting.number() == Some(1),
        Record::Plan(_) | Record::Activity(_) | Record::Report(_) | Record::Submission(_) => false,
        _ => true,
    });
    // Records of journals that answer a row of the plan would name what is not there.
    let ids: BTreeSet<_> = records.iter().map(Record::id).collect();
    let whole = |record: &Record| record.links().iter().all(|link| ids.contains(&link.id));
    records.retain(|record| matches!(record, Record::Meeting(_)) || whole(record));
    for record in &mut records {
        match record {
            Record::Community(community) => community.example_day = None,
            Record::Meeting(meeting) => meeting.planned = None,
            _ => {}
        }
    }
    let workplace = Workplace::create(&folder.join("year.db"), clock).unwrap();
    workplace.take_in("Внесено сообщество", records).unwrap();
    workplace.close().unwrap();
}

/// Pastes plain text and HTML, each given as an expression of JavaScript, and waits for the words that come of it. A paste
/// right after the screen has changed may still be heard by the screen before, so it is repeated until a table is being
/// read. WebKit gives no data to an event made by script, so the event is given its own.
pub(crate) async fn pastes(window: &Window, plain: &str, html: &str, outcome: &str) {
    let script = format!(
        "const told = document.body.innerText;
         if (told.includes({outcome:?})) return true;
         if (told.includes('Читаем таблицу')) return false;
         const data = {{ getData: (kind) => (kind === 'text/plain' ? {plain} : {html}) }};
         const paste = new Event('paste', {{ bubbles: true, cancelable: true }});
         Object.defineProperty(paste, 'clipboardData', {{ value: data }});
         document.querySelector('main').dispatchEvent(paste);
         return false"
    );
    window.until(outcome, async || window.asks(&script).await == true).await;
}

#[test]
fn a_pasted_table_becomes_the_plan_that_is_adopted_handed_over_and_approved() {
    let saved = tempfile::tempdir().unwrap();
    let data = Data::new().on(DAY).saving_to(saved.path());
    community_without_a_plan(data.path());
    data.in_window(async |window| {
        window.presses("План").await;
        window.presses("Создать план на 2025/26").await;
        window.types("Методическая тема", "Формирующее оценивание на уроке").await;
        window.all_saved().await;

        window.begins_room("План").await;
        window.presses("Вставить таблицу").await;
        window.sees("Мероприятия из таблицы").await;
        // A cell that copies itself into thirty gigabytes is refused where it is read, and the window lives.
        let hostile =
            "'<table><tr><td rowspan=5000>' + 'ж'.repeat(3_000_000) + '</td>' + '<tr>'.repeat(5_000)";
        pastes(window, "''", hostile, "знаков: сократите её").await;
        pastes(window, &format!("{TABLE:?}"), "''", "Пока ничего не добавлено").await;
        window.presses("Добавить 4 мероприятия").await;
        window.sees("Взаимное посещение уроков").await;
        window.sees("ноябрь — март").await;

        window.presses("Тема, цель").await;
        window.sees("Принят и утверждён").await;
        window.chooses("Принят на заседании", "№ 1, 5 сентября 2025").await;
        window.presses("Отметить: сдан").await;
        window.types("Сдано, дата", "08.09.2025").await;
        // The same words on the green button of the form that has opened.
        window.presses("Отметить: сдан").await;
        window.sees("Сдано в РИМК 08.09.2025: план работы").await;

        // РИМК gives it back: it is mended and given again, and the first version can still be looked at.
        window.presses("Вернули с замечаниями").await;
        window.types("Замечания", "Уточните тему.").await;
        window.all_saved().await;
        window.sees("Возвращён").await;
        window.types("Методическая тема", "Формирующее оценивание: приёмы и критерии").await;
        window.all_saved().await;
        window.presses("Отметить: сдан снова").await;
        window.types("Сдано, дата", "10.09.2025").await;
        window.presses("Отметить: сдан").await;
        window.sees("Сдано в РИМК 10.09.2025: план работы").await;
        window.presses("план, как сдано 8 сентября 2025").await;
        window.sees("Так план сдан 8 сентября 2025").await;
        window.presses("Показать, какой он сейчас").await;
        window.types("Утверждён РИМК (п. 4.7), дата", "12.09.2025").await;
        window.all_saved().await;
        window.types("Вх. № или № приказа", "14").await;
        window.all_saved().await;
        window.presses("Обзор").await;
        window.sees("утверждён 12 сентября").await;

        window.begins_room("План").await;
        window.presses("Сохранить…").await;
        window.presses("PDF по направлениям").await;
        window.sees("Сохранено: ").await;
    });
    let paper = std::fs::read_dir(saved.path()).unwrap().next().expect("the plan").unwrap().path();
    let said = text_of(&paper);
    for words in [
        "УТВЕРЖДАЮ",
        "12 сентября 2025 г.",
        "ПРИНЯТ",
        "05.09.2025",
        "Анализ результатов ВПР и ОГЭ",
        "ноябрь — март",
        "Тишкин Р. И.",
        "8 уроков",
    ] {
        assert!(said.contains(words), "«{words}» is not on the plan: {said}");
    }
}
