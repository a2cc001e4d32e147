//! «Обезличить»: forgetting the name of a person who has left or asks for it (152-ФЗ).

use std::collections::BTreeSet;

use pps_domain::ids::PersonId;
use pps_domain::personal::{NameMask, next_label};
use pps_domain::records::{Attachment, AttachmentRole, Kind, Person, Record};
use pps_domain::russian::{FullName, folded};
use pps_store::{Anonymising, Mention, Standing, StoreError};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use uuid::Uuid;

use crate::drafts::hide_names_in_drafts;
use crate::error::AppError;
use crate::workplace::Workplace;

/// What forgetting a person's name would come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct ToForget {
    /// Who it is.
    pub person: PersonId,
    /// «Соколова Марина Викторовна»
    pub name: String,
    /// What will stand in place of the name: «участник 3».
    pub label: String,
    /// Other records whose texts hold the name.
    pub texts: Vec<NamedInText>,
    /// Files that belong to the person, or whose names say so.
    pub files: Vec<FileOfPerson>,
}

/// A record whose texts hold the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct NamedInText {
    /// Its kind.
    pub kind: Kind,
    /// Which one.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// Where the name stands, where that is not the record as it is: «в корзине», «в прежних текстах».
    pub standing: &'static str,
    /// The words around the name.
    pub passages: Vec<String>,
}

/// An attached file that tells of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct FileOfPerson {
    /// Which one.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// Whose name is to be forgotten, and where else.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, export_to = "commands/")]
pub struct Forgetting {
    /// The person.
    pub person: PersonId,
    /// The records whose texts are to be rewritten too.
    pub texts: Vec<Uuid>,
    /// The files that are to go for good.
    pub files: Vec<Uuid>,
}

/// That a name was forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct Forgotten {
    /// «участник 3»
    pub label: String,
    /// What still holds the name, because nobody chose it.
    pub left: Vec<NamedInText>,
}

/// Why nobody was forgotten.
#[derive(Debug, Error)]
pub enum AnonymisingError {
    /// Nobody is called so.
    #[error("Участника «{0}» в файле данных нет; напишите фамилию и имя, как в «Составе».")]
    Unknown(String),
    /// Several people are called so.
    #[error("Так зовут нескольких: {}; напишите имя полностью.", .0.join(", "))]
    Several(Vec<String>),
    /// The name is not kept any more.
    #[error("Этот участник уже обезличен: {0}.")]
    Already(String),
}

impl Workplace {
    /// The person of the name; the surname alone may do.
    ///
    /// # Errors
    /// Nobody is called so, or several people are.
    pub fn person_named(&self, name: &str) -> Result<PersonId, AppError> {
        let sought = folded(name.trim());
        let people = self.people()?;
        let called = |person: &&Person| {
            let names = person.facts.iter().map(|facts| folded(&facts.name.full()));
            person.has_name()
                && names.into_iter().any(|full| full == sought || full.starts_with(&format!("{sought} ")))
        };
        let found: Vec<&Person> = people.iter().filter(called).collect();
        match found.as_slice() {
            [person] => Ok(person.id),
            [] => Err(AnonymisingError::Unknown(name.trim().to_owned()).into()),
            several => {
                Err(AnonymisingError::Several(several.iter().map(|person| latest_name(person)).collect())
                    .into())
            }
        }
    }

    /// What forgetting the name would come to.
    ///
    /// # Errors
    /// There is no such person, or the name is not kept any more.
    pub fn to_forget(&self, person: PersonId) -> Result<ToForget, AppError> {
        let people = self.people()?;
        let known = people.iter().find(|known| known.id == person).ok_or(StoreError::NotFound(person.0))?;
        if !known.has_name() {
            return Err(AnonymisingError::Already(known.label()).into());
        }
        let (mentions, attachments, memberships) = self.read(move |reader| {
            let memberships = reader.of_kind(Kind::Membership)?;
            Ok((reader.mentions(person)?, reader.of_kind(Kind::Attachment)?, memberships))
        })?;
        let of_person = |record: &Record| match record {
            Record::Membership(member) => (member.person == person).then_some(member.id.0),
            _ => None,
        };
        let owners: BTreeSet<Uuid> = memberships.iter().filter_map(of_person).chain([person.0]).collect();
        let (files, texts): (Vec<Mention>, Vec<Mention>) =
            mentions.into_iter().partition(|mention| mention.kind == Kind::Attachment);
        let named: BTreeSet<Uuid> = files.iter().map(|mention| mention.id).collect();
        let is_persons = |file: &Attachment| {
            file.role != AttachmentRole::SignedText
                && (owners.contains(&file.belongs_to) || named.contains(&file.id.0))
        };
        let attached = attachments.into_iter().filter_map(|record| match record {
            Record::Attachment(file) if is_persons(&file) => {
                Some(FileOfPerson { id: file.id.0, name: file.name })
            }
            _ => None,
        });
        let attached: Vec<FileOfPerson> = attached.collect();
        // A file that lies in the bin or was called so once is no file that can be looked at.
        let gone = files.into_iter().filter(|mention| attached.iter().all(|file| file.id != mention.id));
        let texts = texts.into_iter().chain(gone).map(NamedInText::from).collect();
        Ok(ToForget { person, name: latest_name(known), label: next_label(&people), texts, files: attached })
    }

    /// Forgets the name of a person, in the record, its history, the bin, the names of acts, the search and what waits
    /// beside the file. It cannot be taken back.
    ///
    /// # Errors
    /// There is no such person, or a fault of the disk.
    pub fn forget(&self, forgetting: &Forgetting) -> Result<Forgotten, AppError> {
        let ToForget { person, label, .. } = self.to_forget(forgetting.person)?;
        let mask = {
            let label = label.clone();
            self.read(move |reader| reader.names_of(person, &label))?
        };
        let files: BTreeSet<Uuid> = forgetting.files.iter().copied().collect();
        // A file that stays is still called otherwise, where that was chosen.
        let texts = forgetting.texts.iter().copied().filter(|id| !files.contains(id)).collect();
        let what = Anonymising { person, label: label.clone(), texts, files };
        self.file.anonymise(self.operation(format!("Обезличен: {label}")), what)?;
        hide_names_in_drafts(self.file.path(), self.key(), person.0, &mask)?;
        let left = self.still_named(&mask)?;
        Ok(Forgotten { label, left })
    }

    /// What still holds one of the names.
    fn still_named(&self, mask: &NameMask) -> Result<Vec<NamedInText>, AppError> {
        let mask = mask.clone();
        let left = self.read(move |reader| reader.naming(&mask))?;
        Ok(left.into_iter().map(NamedInText::from).collect())
    }

    fn people(&self) -> Result<Vec<Person>, AppError> {
        let records = self.read(|reader| reader.of_kind(Kind::Person))?;
        let people = records.into_iter().filter_map(|record| match record {
            Record::Person(person) => Some(person),
            _ => None,
        });
        Ok(people.collect())
    }
}

impl From<Mention> for NamedInText {
    fn from(mention: Mention) -> Self {
        let Mention { kind, id, title, standing, passages } = mention;
        let standing = match standing {
            Standing::Now => "",
            Standing::Binned => "в корзине",
            Standing::Earlier => "в прежних текстах",
        };
        Self { kind, id, title, standing, passages }
    }
}

fn latest_name(person: &Person) -> String {
    let last = person.facts.iter().max_by_key(|facts| facts.from);
    last.map(|facts| FullName::full(&facts.name)).unwrap_or_default()
}
