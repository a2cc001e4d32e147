//! Справка о работе руководителя за период (п. 4.4).

mod duties;
mod journals;

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::PersonId;
use pps_domain::records::{BodyWords, OfficialPost, Role};
use pps_domain::russian::date_in_prose;
use serde::{Deserialize, Serialize};

use super::Signature;
use super::addressed::{is_woman, to_head_of};
use super::people::{optional, post, workplace};
use super::sentences::{in_lines, of_community};
use crate::ask::Ask;
use crate::model::{Blank, Block, Column, Document, Table};
use crate::{Paper, PaperError};
use duties::Period;

/// What the leader of the community did in a period, for the school that pays for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Certificate {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// «Директору МБОУ «Рыбновская СШ № 3»».
    pub addressee: Option<String>,
    /// The leader's full name.
    pub name: String,
    /// The post at the main place of work.
    pub post: String,
    /// The main place of work.
    pub workplace: String,
    /// «являлась», «являлся».
    pub was: String,
    /// First day, in words.
    pub from: String,
    /// Last day, in words.
    pub to: String,
    /// What was done, by the duties of п. 4.3; a duty without records is left out.
    pub duties: Vec<Duty>,
    /// The signature of the head of РИМК.
    pub signature: Signature,
}

/// One duty of п. 4.3.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Duty {
    /// «Анализ деятельности сообщества».
    pub duty: String,
    /// Sentences with figures.
    pub done: Vec<String>,
}

/// The certificate of a period; of the school year where none is given.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let from = ask.request.from.unwrap_or(ask.year().start());
    let to = ask.request.to.unwrap_or(ask.year().end());
    Ok(Paper::Document(Certificate::from_records(ask.records, from, to, ask.on())?.into()))
}

impl Certificate {
    /// What the one who leads at the end of a period did in it, as far as it has happened by the day. Where he or
    /// she became the leader within the period, it begins with that day.
    ///
    /// # Errors
    ///
    /// The period ends before it begins, or nobody leads at its end.
    pub fn from_records(
        records: &CommunityRecords,
        from: NaiveDate,
        to: NaiveDate,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        if to < from {
            return Err(PaperError::BackwardPeriod);
        }
        let leader = records.holder(Role::Leader, to).ok_or(PaperError::NoLeader)?;
        let period = Period { records, from: led_since(records, leader, from, to), to, on };
        let head = records.community.official(OfficialPost::HeadOfRimk, on);
        let name = records.facts(leader, to).map(|facts| facts.name.clone()).unwrap_or_default();
        let school = workplace(records, leader, to);
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            body: records.community.words(),
            addressee: optional(&school).map(|school| to_head_of(&school)),
            name: records.full_name(leader, to),
            post: post(records, leader, to),
            workplace: school,
            was: match is_woman(&name) {
                Some(true) => "являлась",
                Some(false) => "являлся",
                None => "являлся (являлась)",
            }
            .to_owned(),
            from: date_in_prose(period.from),
            to: date_in_prose(to),
            duties: period.duties(),
            signature: Signature {
                post: head
                    .and_then(|head| optional(&head.title))
                    .unwrap_or_else(|| "Заведующий РИМК".to_owned()),
                name: head.map(|head| head.name.initials_first()).unwrap_or_default(),
            },
        })
    }
}

/// The first day from which the person has led without a break up to the end of the period.
fn led_since(records: &CommunityRecords, leader: PersonId, from: NaiveDate, to: NaiveDate) -> NaiveDate {
    let terms: Vec<_> = records.memberships.values().filter(|member| member.person == leader).collect();
    let leads = |day: &NaiveDate| terms.iter().any(|member| member.has_role(Role::Leader, *day));
    let back = std::iter::successors(Some(to), |day| day.pred_opt());
    back.take_while(|day| from <= *day && leads(day)).last().unwrap_or(to)
}

impl From<Certificate> for Document {
    fn from(view: Certificate) -> Self {
        let post = if view.post.trim().is_empty() { String::new() } else { format!(", {}", view.post) };
        let work = if view.workplace.trim().is_empty() {
            String::new()
        } else {
            format!(" (основное место работы — {})", view.workplace)
        };
        let given = format!(
            "Настоящая справка дана в\u{a0}том, что {}{post}{work}, с\u{a0}{} по\u{a0}{} {} руководителем {}.",
            view.name,
            view.from,
            view.to,
            view.was,
            of_community(&view.body, &view.community)
        );
        let period = format!("с\u{a0}{} по\u{a0}{}", view.from, view.to);
        // The paper of an institution: its name, the day and the number stand in the corner.
        let corner = vec![
            vec![Blank::new("Районный информационно-", 0.0)],
            vec![Blank::new("методический кабинет", 0.0)],
            Blank::day().into(),
            vec![Blank::new("№", 30.0)],
        ];
        let title = format!("Справка о работе руководителя с {} по {}", view.from, view.to);
        let paper = Self::of(&view.community, view.example, title)
            .with(Block::Addressed { post: view.addressee.unwrap_or_default(), name: None, corner })
            .heading("СПРАВКА")
            .centred(in_lines(["о работе руководителя за период".to_owned(), period]), 1.0)
            .text(given);
        let paper = if view.duties.is_empty() {
            paper.text("Записей о работе за этот период нет.")
        } else {
            let columns =
                [Column::words("Обязанность\n(п. 4.3 Положения)", 58.0), Column::words("Выполнено", 112.0)];
            let row = |duty: Duty| vec![duty.duty, duty.done.join("\n")];
            paper
                .text("За этот период выполнено:")
                .with(Block::Gap { size: 0.5 })
                .with(Table::new(columns, view.duties.into_iter().map(row)))
        };
        let why = "Справка дана для решения вопроса о стимулирующих выплатах по основному месту работы (п. 4.4 \
                   Положения о профессиональном педагогическом сообществе).";
        paper
            .ending(Block::Gap { size: 0.8 })
            .ending(Block::Text { text: why.to_owned() })
            .signed(&view.signature)
    }
}
