//! Согласие на размещение на сайте (152-ФЗ, статья 10.1): a sheet for each person, to be signed by hand. The consent to the
//! handling of data does not allow the internet, and the law wants this one apart from it.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::PersonId;

use super::Signature;
use super::consent::{operator, sheets, who};
use super::sentences::of_community;
use crate::ask::Ask;
use crate::model::{Blank, Block};
use crate::{Paper, PaperError};

pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    sheets(ask, "Согласие на размещение на сайте", "Согласия на размещение на сайте", sheet)
}

fn sheet(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> Vec<Block> {
    let words = records.community.words();
    let community = of_community(&words, &records.community.name);
    let who = who(records, person, on);
    let text = |text: String| Block::Text { text };
    let operator = operator(records);
    let given = match &operator {
        Some(operator) => format!("разрешаю оператору — {operator} —"),
        None => "разрешаю оператору, названному ниже,".to_owned(),
    };
    let contact = records.people.get(&person).map(|known| known.contact.trim()).unwrap_or_default();
    let mut blocks = vec![
        Block::heading("СОГЛАСИЕ", 1),
        Block::Centred {
            text: "на размещение персональных данных на сайте".to_owned(),
            above: None,
            below: Some(1.0),
        },
        text(format!(
            "Я, {who}, в\u{a0}соответствии со\u{a0}статьями\u{a0}9 и\u{a0}10.1 Федерального закона \
             от\u{a0}27 июля 2006\u{a0}г. №\u{a0}152-ФЗ «О\u{a0}персональных данных» {given} размещать на\u{a0}сайте \
             в\u{a0}сети Интернет, где их увидит любой: мои фамилию, имя и\u{a0}отчество; должность; место работы; \
             методические материалы и\u{a0}описания практик, автором которых я\u{a0}являюсь."
        )),
        text(
            "Фотографии, телефон, адрес электронной почты и\u{a0}другие данные не\u{a0}размещаются."
                .to_owned(),
        ),
        text(format!("Цель: рассказать о\u{a0}работе {community} — план, новости, материалы, банк практик.")),
        blank("Адрес сайта:", 132.0),
    ];
    if operator.is_none() {
        blocks.push(blank("Оператор:", 138.0));
    }
    blocks.push(if contact.is_empty() {
        blank("Мой телефон или почта для связи с\u{a0}оператором:", 64.0)
    } else {
        text(format!("Для связи с\u{a0}оператором: {contact}."))
    });
    blocks.extend([
        blank("Условия и\u{a0}запреты (если есть):", 102.0),
        text(format!(
            "Согласие действует со\u{a0}дня подписания до\u{a0}выхода из\u{a0}{}. Его можно отозвать \
             в\u{a0}любое время письменным заявлением: тогда в\u{a0}течение трёх рабочих дней имя уберут \
             со\u{a0}страниц сайта. Отказ от\u{a0}размещения на\u{a0}участие в\u{a0}работе не\u{a0}влияет.",
            words.noun_of()
        )),
        Block::Gap { size: 1.0 },
    ]);
    let signature = Signature { post: "Подпись".to_owned(), name: records.signature(person, on) };
    blocks.push(Block::Whole { blocks: vec![Block::signatures(&signature, true)] });
    blocks
}

/// A line to be filled in by hand.
fn blank(label: &str, room: f64) -> Block {
    Block::Blanks {
        parts: vec![Blank::new(label, room)],
        centred: false,
        strong: false,
        above: Some(0.5),
        below: Some(0.5),
    }
}
