use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::{ActName, Entity, Field, Find, Form, Gender, Links, Texts, Words, quoted};
use crate::calendar::SchoolYear;
use crate::ids::{AttachmentId, CommunityId};

/// A file attached to a record. The bytes lie apart, addressed by their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Identifier.
    pub id: AttachmentId,
    /// Whose.
    pub community: CommunityId,
    /// The record it belongs to: a meeting, an activity, an order …
    pub belongs_to: Uuid,
    /// What it is for.
    pub role: AttachmentRole,
    /// A plain Russian name with its ending: «Протокол № 2 (подписан).pdf».
    pub name: String,
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// How many sheets it has, where that is known.
    #[serde(default)]
    pub pages: Option<u32>,
    /// «application/pdf»
    pub media_type: String,
    /// The day it was added.
    #[serde(default)]
    pub added: Option<NaiveDate>,
}

/// What an attached file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum AttachmentRole {
    /// The signed paper, scanned or photographed.
    SignedScan,
    /// Proof that something was done.
    Proof,
    /// Any other document.
    Document,
    /// The text of a paper as it stood when it was signed or handed over, kept by the program itself.
    SignedText,
}

const ROLES: &[(&str, &str)] = &[
    ("signed_scan", "подписанный скан"),
    ("proof", "подтверждение"),
    ("document", "документ"),
    ("signed_text", "подписанный или сданный текст"),
];

impl Entity for Attachment {
    const WORDS: Words = Words {
        one: "файл",
        gender: Gender::Masculine,
        counted: ["файл", "файла", "файлов"],
        unnamed: "Файл без названия",
        act: ActName::Named("файл", Gender::Masculine),
        room: "documents",
        opens: "документы",
        card: false,
        within: true,
    };
    const FIELDS: &'static [Field] = &[
        Field::new("belongs_to", "К чему приложен", Form::AnyRecord),
        Field::new("role", "Роль", Form::Choice(ROLES)),
        Field::new("name", "Название файла", Form::Line),
        Field::hidden("sha256"),
        Field::hidden("size"),
        Field::hidden("pages"),
        Field::hidden("media_type"),
        Field::new("added", "Добавлено", Form::Day),
    ];
    const FORMAT: u32 = 2;

    fn community(&self) -> Option<CommunityId> {
        Some(self.community)
    }

    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    fn date(&self) -> Option<NaiveDate> {
        self.added
    }

    fn happened(&self) -> Option<NaiveDate> {
        None
    }

    fn title(&self, _: &mut Find<'_>) -> String {
        self.name.clone()
    }

    fn short_title(&self, _: &mut Find<'_>) -> String {
        quoted(&self.name, Self::WORDS.unnamed)
    }

    fn texts(&self, texts: &mut Texts) {
        texts.add(&self.name);
    }

    fn links(&self, links: &mut Links) {
        links.add("belongs_to", None, [self.belongs_to]);
    }
}
