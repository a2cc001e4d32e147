//! Состав ППС на день (п. 1.4).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{BodyWords, Membership, Order, OrderKind, Role};
use pps_domain::russian::{counted, date_in_prose, document_number, issuer_in_genitive};
use serde::{Deserialize, Serialize};

use super::Signature;
use super::people::{leader_signature, post, workplace};
use super::sentences::{in_lines, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// The roster as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Roster {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// The day in words.
    pub on: String,
    /// «приказ начальника управления образования от 29.08.2025 № 97/1».
    pub order: Option<String>,
    /// The people.
    pub rows: Vec<RosterRow>,
    /// «10 человек из 9 организаций».
    pub total: Option<String>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One person of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RosterRow {
    /// The full name.
    pub name: String,
    /// «руководитель ППС», «секретарь»; nothing for an ordinary member.
    pub role: Option<String>,
    /// The post and the subject.
    pub post: String,
    /// The organisation.
    pub organisation: String,
    /// The qualification category.
    pub category: String,
    /// Years of work: «24 года».
    pub experience: String,
}

/// The roster on the day; that of a year that is over is the one of its last day.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let year = ask.year();
    Ok(Paper::Document(Roster::from_records(ask.records, ask.on().clamp(year.start(), year.end()))?.into()))
}

impl Roster {
    /// Who is a member on a day, with the names, posts and schools of that day.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(records: &CommunityRecords, on: NaiveDate) -> Result<Self, PaperError> {
        let rows = roster_rows(records, on);
        let schools: BTreeSet<_> = records
            .roster(on)
            .iter()
            .filter_map(|member| Some(records.workplace(member.person, on)?.id))
            .collect();
        let total = format!(
            "{} из {}",
            counted(rows.len(), "человек", "человека", "человек"),
            counted(schools.len(), "организации", "организаций", "организаций")
        );
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            body: records.community.words(),
            on: date_in_prose(on),
            order: roster_order(records, on).map(order_in_words),
            total: (!rows.is_empty()).then_some(total),
            rows,
            signature: leader_signature(records, on),
        })
    }
}

/// The rows of a roster, for this paper and for the annex of a plan.
pub(crate) fn roster_rows(records: &CommunityRecords, on: NaiveDate) -> Vec<RosterRow> {
    records.roster(on).into_iter().map(|member| row(records, member, on)).collect()
}

fn row(records: &CommunityRecords, member: &Membership, on: NaiveDate) -> RosterRow {
    let facts = records.facts(member.person, on);
    let role = if member.has_role(Role::Leader, on) {
        Some(format!("руководитель {}", records.community.words().of_body()))
    } else if member.has_role(Role::Secretary, on) {
        Some("секретарь".to_owned())
    } else {
        None
    };
    let named = !records.is_anonymised(member.person);
    let facts_named = facts.filter(|_| named);
    let counted_years = |years: Option<i32>| {
        let years = years.and_then(|years| usize::try_from(years).ok());
        years.map(|years| counted(years, "год", "года", "лет"))
    };
    let years = counted_years(facts_named.and_then(|facts| facts.experience(on)));
    let pedagogical = counted_years(facts_named.and_then(|facts| facts.pedagogical_experience(on)));
    RosterRow {
        name: records.full_name(member.person, on),
        role,
        post: post(records, member.person, on),
        organisation: workplace(records, member.person, on),
        category: facts_named.map_or("—", |facts| facts.category.in_words()).to_owned(),
        experience: match (years, pedagogical) {
            (whole, Some(own)) if whole.as_ref() != Some(&own) => {
                in_lines([whole.unwrap_or_default(), format!("(пед. {own})")])
            }
            (whole, _) => whole.unwrap_or_else(|| "—".to_owned()),
        },
    }
}

/// The order in force for the roster: the last one by the day that creates the community or changes
/// its roster. One that names another, later school year is not in force yet.
pub(crate) fn roster_order(records: &CommunityRecords, on: NaiveDate) -> Option<&Order> {
    let year = SchoolYear::containing(on);
    let orders = records.orders.values().filter(|order| order.date <= on);
    let of_roster = orders.filter(|order| {
        matches!(order.kind, OrderKind::Create | OrderKind::ChangeRoster | OrderKind::Reorganise)
            && order.school_year.is_none_or(|of| of <= year)
    });
    of_roster.max_by_key(|order| (order.date, order.id))
}

/// «приказом начальника управления …», to stand after «Состав утверждён».
pub(crate) fn by_order(order: &Order) -> String {
    order_in_words(order).replacen("приказ", "приказом", 1)
}

/// «приказ начальника управления образования и МП от 29 августа 2025 г. № 97/1».
pub(crate) fn order_in_words(order: &Order) -> String {
    let issued = issuer_in_genitive(&order.issued_by);
    let number = document_number(&order.number);
    let mut words = "приказ".to_owned();
    if !issued.is_empty() {
        words.push(' ');
        words.push_str(&issued);
    }
    words.push_str(" от ");
    words.push_str(&date_in_prose(order.date));
    if !number.is_empty() {
        words.push_str(" № ");
        words.push_str(&number);
    }
    words
}

impl From<Roster> for Document {
    fn from(view: Roster) -> Self {
        let columns = [
            Column::numbers("№", 8.0),
            Column::words("Фамилия, имя, отчество", 40.0),
            Column::words("Должность, предмет", 38.0),
            Column::words("Организация", 44.0),
            Column::words("Категория", 23.0),
            Column::words("Стаж", 17.0),
        ];
        let row = |row: RosterRow| {
            let name = in_lines([row.name, row.role.unwrap_or_default()]);
            [name, row.post, row.organisation, row.category, row.experience]
        };
        let order = view.order.map(|order| format!("Основание: {order}")).unwrap_or_default();
        let total =
            view.total.filter(|total| !total.trim().is_empty()).map(|total| format!("Всего: {total}"));
        Self::of(&view.community, view.example, format!("Состав {} на {}", view.body.of_body(), view.on))
            .heading("СОСТАВ")
            .with(Block::Centred { text: whose(&view.body, &view.community), above: None, below: None })
            .with(Block::Centred { text: format!("на {}", view.on), above: Some(0.5), below: Some(1.0) })
            .with(Block::Line { text: order, strong: false, small: false, above: None, below: Some(0.8) })
            .with(Table::numbered(columns, view.rows.into_iter().map(row)))
            .total(total.as_ref(), 0.8)
            .signed(&view.signature)
    }
}
