//! Согласие на обработку персональных данных (152-ФЗ): a sheet for each person, to be signed by hand.

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::PersonId;

use super::Signature;
use super::people::{filled, post, workplace};
use super::sentences::of_community;
use crate::ask::Ask;
use crate::model::{Blank, Block, Document};
use crate::{Paper, PaperError};

pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    const OF_ONE: &str = "Согласие на обработку персональных данных";
    sheets(ask, OF_ONE, "Согласия на обработку персональных данных", sheet)
}

/// A sheet for the person who is asked for, or for each member of the day. The paper is called by one of two titles.
pub(super) fn sheets(
    ask: &Ask<'_>,
    of_one: &str,
    of_all: &str,
    sheet: fn(&CommunityRecords, PersonId, NaiveDate) -> Vec<Block>,
) -> Result<Paper, PaperError> {
    let (records, on) = (ask.records, ask.on());
    let people: Vec<PersonId> = match ask.request.person {
        Some(person) if records.people.contains_key(&person) => vec![person],
        Some(_) => return Err(PaperError::NotFound { what: "Такого участника".to_owned() }),
        None => records.roster(on).into_iter().map(|member| member.person).collect(),
    };
    let title = match people.as_slice() {
        [one] => format!("{of_one} — {}", records.surname_first(*one, on)),
        _ => of_all.to_owned(),
    };
    let mut paper = Document::new(records, title).single_sheets();
    for (person, place) in people.into_iter().zip(1..) {
        if place > 1 {
            paper = paper.with(Block::PageBreak {});
        }
        paper = paper.with_all(sheet(records, person, on));
    }
    Ok(paper.into())
}

/// What is kept of a person here, in the words of the sheet.
const KEPT: &str = "фамилия, имя, отчество; место работы, должность, преподаваемый предмет и\u{a0}классы; квалификационная \
                    категория и\u{a0}аттестация; год начала работы; сведения о курсах повышения квалификации, самообразовании \
                    и\u{a0}наградах; рабочий телефон или адрес электронной почты; участие в заседаниях и мероприятиях";

fn sheet(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> Vec<Block> {
    let community = of_community(&records.community.words(), &records.community.name);
    let who = who(records, person, on);
    let text = |text: String| Block::Text { text };
    let operator = operator(records);
    let given = match &operator {
        Some(operator) => format!("даю согласие оператору — {operator} — на\u{a0}обработку"),
        None => "даю согласие оператору, названному ниже, на\u{a0}обработку".to_owned(),
    };
    let mut blocks = vec![
        Block::heading("СОГЛАСИЕ", 1),
        Block::Centred {
            text: "на обработку персональных данных".to_owned(), above: None, below: Some(1.0)
        },
        text(format!(
            "Я, {who}, в\u{a0}соответствии со\u{a0}статьёй\u{a0}9 Федерального закона от\u{a0}27 июля 2006\u{a0}г. \
             №\u{a0}152-ФЗ «О\u{a0}персональных данных» {given} моих персональных данных: {KEPT}."
        )),
        text(format!(
            "Цель обработки: планирование, учёт и\u{a0}отчётность {community} — план работы, протоколы заседаний, \
             аналитический отчёт, сведения о\u{a0}составе для районного информационно-методического кабинета."
        )),
        text(
            "Разрешаю сбор, запись, хранение, уточнение, использование, передачу в\u{a0}районный \
             информационно-методический кабинет, обезличивание и\u{a0}удаление этих данных на\u{a0}бумаге \
             и\u{a0}на\u{a0}компьютере без передачи по\u{a0}сети Интернет."
                .to_owned(),
        ),
        text(format!(
            "Согласие действует со\u{a0}дня подписания до\u{a0}выхода из\u{a0}{} и\u{a0}может быть отозвано \
                 письменным заявлением; после отзыва мои данные обезличиваются, кроме тех, что стоят \
                 на\u{a0}подписанных документах.",
            records.community.words().noun_of()
        )),
        Block::Gap { size: 1.0 },
    ];
    if operator.is_none() {
        blocks.push(Block::Blanks {
            parts: vec![Blank::new("Оператор:", 138.0)],
            centred: false,
            strong: false,
            above: None,
            below: Some(1.0),
        });
    }
    let signature = Signature { post: "Подпись".to_owned(), name: records.signature(person, on) };
    blocks.push(Block::Whole { blocks: vec![Block::signatures(&signature, true)] });
    blocks
}

/// «Ларина Светлана Юрьевна, учитель математики, МБОУ «…»».
pub(super) fn who(records: &CommunityRecords, person: PersonId, on: NaiveDate) -> String {
    let name = records.full_name(person, on);
    filled([name, post(records, person, on), workplace(records, person, on)]).join(", ")
}

/// The organisation where the community is based; whoever keeps the data elsewhere writes the name by hand.
pub(super) fn operator(records: &CommunityRecords) -> Option<String> {
    let base = records.organisations.get(&records.community.base?)?;
    Some(base.name.trim().to_owned()).filter(|name| !name.is_empty())
}
