//! Ходатайство об изменении состава ППС (п. 1.4).

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::{BodyWords, Membership};
use pps_domain::rules::{RosterChange, is_ordered};
use pps_domain::russian::{alphabetical, date_in_prose, date_in_table};
use serde::{Deserialize, Serialize};

use super::addressed::head_of_education;
use super::people::{filled, leader_signature, post, workplace};
use super::roster::{by_order, roster_order};
use super::sentences::of_community;
use super::{Addressee, Signature};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Table};
use crate::{Paper, PaperError};

/// What the head of education is asked to put into an order. The leader issues none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Petition {
    /// Marks the paper «УЧЕБНЫЙ ПРИМЕР».
    pub example: bool,
    /// The community's full name.
    pub community: String,
    /// What the body calls itself.
    pub body: BodyWords,
    /// The head of education.
    pub addressee: Addressee,
    /// The day in words.
    pub on: String,
    /// «приказом начальника управления … от 29 августа 2025 г. № 97/1», by which the roster is approved now.
    pub order: Option<String>,
    /// Who is to be included.
    pub included: Vec<PetitionRow>,
    /// Who is to be excluded.
    pub excluded: Vec<PetitionRow>,
    /// The leader's signature.
    pub signature: Signature,
}

/// One person to be included or excluded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PetitionRow {
    /// What the words typed for it are kept by.
    pub key: String,
    /// The full name.
    pub name: String,
    /// The post and the subject.
    pub post: String,
    /// The organisation.
    pub organisation: String,
    /// From which day: «12.01.2026».
    pub from: String,
    /// «заявление от 12.01.2026»; empty leaves room for a pen.
    pub basis: String,
}

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    Ok(Paper::Document(Petition::from_records(ask.records, ask.on())?.with_words(&ask.request.words).into()))
}

impl Petition {
    /// Whom to include and whom to exclude, since nothing but a record says so yet. A change that lies ahead is
    /// asked for too: a petition that comes after it is late.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(records: &CommunityRecords, on: NaiveDate) -> Result<Self, PaperError> {
        let mut members: Vec<&Membership> = records.memberships.values().collect();
        let joined = |member: &Membership| asked(records, member, RosterChange::Joined).is_some();
        let left =
            |member: &Membership| asked(records, member, RosterChange::Left).and_then(|to| to.succ_opt());
        // Whoever came and has gone again without an order was never in an ordered roster.
        let passing = |member: &Membership| joined(member) && left(member).is_some_and(|from| from <= on);
        members.retain(|member| !passing(member));
        let included = rows(records, &members, "in", |member| joined(member).then_some(member.from));
        let excluded = rows(records, &members, "out", left);
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            body: records.community.words(),
            addressee: head_of_education(records, on),
            on: date_in_prose(on),
            order: roster_order(records, on).map(by_order),
            included,
            excluded,
            signature: leader_signature(records, on),
        })
    }
}

/// The day of a change for which an order is still to be asked. Nothing is asked about the time before the community
/// was kept here.
fn asked(records: &CommunityRecords, member: &Membership, change: RosterChange) -> Option<NaiveDate> {
    let kept = |day: &NaiveDate| records.community.kept_since.is_none_or(|since| since <= *day);
    let day = change.date(member).filter(kept)?;
    (!is_ordered(records, member, change, NaiveDate::MAX)).then_some(day)
}

fn rows(
    records: &CommunityRecords,
    members: &[&Membership],
    way: &str,
    day: impl Fn(&Membership) -> Option<NaiveDate>,
) -> Vec<PetitionRow> {
    let mut rows: Vec<_> = members.iter().filter_map(|member| Some((day(member)?, *member))).collect();
    rows.sort_by_cached_key(|(day, member)| {
        (*day, alphabetical(&records.full_name(member.person, *day)), member.id)
    });
    let row = |(day, member): (NaiveDate, &Membership)| PetitionRow {
        key: format!("{way} {}", member.id),
        name: records.full_name(member.person, day),
        post: post(records, member.person, day),
        organisation: workplace(records, member.person, day),
        from: date_in_table(day),
        basis: String::new(),
    };
    rows.into_iter().map(row).collect()
}

impl From<Petition> for Document {
    fn from(view: Petition) -> Self {
        let to_type = view.to_type();
        let title = format!("Ходатайство об изменении состава на {}", view.on);
        let about = format!("об изменении состава {}", of_community(&view.body, &view.community));
        let paper = Self { to_type: Some(to_type), ..Self::of(&view.community, view.example, title) }
            .with(view.addressee.block())
            .heading("ХОДАТАЙСТВО")
            .centred(about, 1.0);
        if view.included.is_empty() && view.excluded.is_empty() {
            return paper.text(format!(
                "Ходатайствовать не о чем: на\u{a0}{} приказ есть на\u{a0}каждое изменение в\u{a0}составе.",
                view.on
            ));
        }
        let order = view.order.filter(|order| !order.trim().is_empty());
        let order = order.map(|order| format!(", утверждённый {order}")).unwrap_or_default();
        let changes = [("Включить в состав:", view.included), ("Исключить из состава:", view.excluded)];
        let asked = changes.into_iter().filter(|(_, rows)| !rows.is_empty());
        paper
            .text(format!(
                "В соответствии с пунктом 1.4 Положения о профессиональном педагогическом сообществе прошу внести \
                 приказом изменения в состав{order}:"
            ))
            .with_all(asked.flat_map(|(title, rows)| {
                [Block::opening(title), Block::Gap { size: 0.2 }, table(rows).into()]
            }))
            .signed_and_dated(&view.signature)
    }
}

fn table(rows: Vec<PetitionRow>) -> Table {
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("Фамилия, имя, отчество", 44.0),
        Column::words("Должность, организация", 57.0),
        Column::numbers("С какой даты", 24.0),
        Column::words("Основание", 36.0),
    ];
    let row =
        |row: PetitionRow| [row.name, filled([row.post, row.organisation]).join(", "), row.from, row.basis];
    Table::numbered(columns, rows.into_iter().map(row))
}
