//! The edition of a paper without personal data, to be put on a site or shown to strangers. It is one change of the
//! records before the paper is built, so that every paper of the catalogue has it; the texts that were frozen when a paper
//! was signed or handed over are gone through once more when it is built.

use pps_domain::community_records::CommunityRecords;
use pps_domain::personal::{Edition, NameMask};
use pps_domain::records::{Kind, Record};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::{Block, Document};
use crate::papers::{Plan, Protocol, Stamp};
use crate::{Ask, Paper, PaperError};

/// What stands at the foot of each sheet.
pub(crate) const MARK: &str = "Редакция без персональных данных";

impl Ask<'_> {
    /// Asks the same of records without personal data.
    pub(crate) fn of_edition<T>(
        &self,
        take: impl FnOnce(&Ask<'_>, &NameMask) -> Result<T, PaperError>,
    ) -> Result<T, PaperError> {
        let Edition { records, mask } = Edition::of(self.records, self.on());
        let records = with_texts(records, &mask)?;
        take(&Ask { records: &records, ..*self }, &mask)
    }
}

/// The records with no name in what somebody has typed.
fn with_texts(records: CommunityRecords, mask: &NameMask) -> Result<CommunityRecords, PaperError> {
    let mut edition = records.clone();
    for record in records.all() {
        let kind = record.kind();
        if let Some(masked) = in_texts(&record, kind, mask).map_err(failed)? {
            edition.insert(masked);
        }
    }
    Ok(edition)
}

fn in_texts(record: &Record, kind: Kind, mask: &NameMask) -> Result<Option<Record>, serde_json::Error> {
    let mut tagged = serde_json::to_value(record)?;
    let mut value = tagged.get_mut("record").map(Value::take).unwrap_or_default();
    if hide_names(&mut value, mask) { kind.read(value).map(Some) } else { Ok(None) }
}

/// Takes the names out of all texts of a value, and says whether there were any.
fn hide_names(value: &mut Value, mask: &NameMask) -> bool {
    match value {
        Value::String(text) => match mask.masked_for_all(text) {
            std::borrow::Cow::Owned(masked) => {
                *text = masked;
                true
            }
            std::borrow::Cow::Borrowed(_) => false,
        },
        Value::Array(items) => items.iter_mut().fold(false, |any, item| hide_names(item, mask) | any),
        Value::Object(fields) => fields.values_mut().fold(false, |any, field| hide_names(field, mask) | any),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn failed(source: serde_json::Error) -> PaperError {
    PaperError::Data { title: MARK.to_owned(), source }
}

impl Paper {
    /// The paper with its mark, without names in what was frozen, and with lines to sign on that name nobody.
    pub(crate) fn without_personal_data(self, mask: &NameMask) -> Result<Self, PaperError> {
        Ok(match self {
            Self::Protocol(view) => {
                let mut view: Protocol = hidden(&view, mask)?;
                view.signatures.iter_mut().for_each(|signature| signature.name.clear());
                view.absent.iter_mut().for_each(|absent| absent.reason = None);
                Self::Protocol(Protocol { without_personal_data: true, ..view })
            }
            Self::Plan(view) => {
                let mut view: Plan = hidden(&view, mask)?;
                view.signature.name.clear();
                for stamp in [&mut view.adoption, &mut view.approval].into_iter().flatten() {
                    unsigned(stamp);
                }
                Self::Plan(Plan { without_personal_data: true, ..view })
            }
            Self::Document(view) => {
                let mut view: Document = hidden(&view, mask)?;
                view.blocks.iter_mut().chain(&mut view.ending).for_each(without_signatories);
                Self::Document(Document { without_personal_data: true, ..view })
            }
        })
    }
}

fn hidden<T: Serialize + DeserializeOwned>(view: &T, mask: &NameMask) -> Result<T, PaperError> {
    let mut value = serde_json::to_value(view).map_err(failed)?;
    hide_names(&mut value, mask);
    serde_json::from_value(value).map_err(failed)
}

fn unsigned(stamp: &mut Stamp) {
    if let Some(hand) = &mut stamp.hand {
        hand.name.clear();
    }
}

/// Leaves the lines to sign on, and nobody's name beside them.
fn without_signatories(block: &mut Block) {
    match block {
        Block::Signatures { signatures, .. } => {
            signatures.iter_mut().for_each(|signature| signature.name.clear());
        }
        Block::Acceptance { handed_by } => handed_by.name.clear(),
        Block::Addressed { name: Some(name), .. } => name.clear(),
        Block::Stamps { left, right } => [left, right].into_iter().flatten().for_each(unsigned),
        Block::Whole { blocks } => blocks.iter_mut().for_each(without_signatories),
        _ => {}
    }
}
