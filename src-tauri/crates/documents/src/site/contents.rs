//! What stands on the pages, piece by piece, and what stays at home.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use pps_domain::ids::{AttachmentId, PersonId, Uuid};
use pps_domain::records::AttachmentRole;
use pps_domain::russian::alphabetical;
use serde::Serialize;

use super::html::Html;
use super::latin::{FileNames, ending};
use super::pages::{about, documents, materials, news, plan, practices};
use super::shown::{Shown, sum};
use super::{AttachedFile, PLAN_FILE, Source};

/// A page of the site, in the order in which the pages stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(rename_all = "snake_case")]
pub enum SitePart {
    /// О сообществе.
    About,
    /// План.
    Plan,
    /// Новости.
    News,
    /// Материалы.
    Materials,
    /// Банк практик.
    Practices,
    /// Документы.
    Documents,
}

impl SitePart {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::About, Self::Plan, Self::News, Self::Materials, Self::Practices, Self::Documents];

    /// «Банк практик»
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::About => "О сообществе",
            Self::Plan => "План",
            Self::News => "Новости",
            Self::Materials => "Материалы",
            Self::Practices => "Банк практик",
            Self::Documents => "Документы",
        }
    }

    /// «practices.html»
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::About => "index.html",
            Self::Plan => "plan.html",
            Self::News => "news.html",
            Self::Materials => "materials.html",
            Self::Practices => "practices.html",
            Self::Documents => "documents.html",
        }
    }
}

/// A piece of a page, to be told before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub struct SitePiece {
    /// On which page.
    pub part: SitePart,
    /// What it is.
    pub title: String,
    /// The attached files that go with it, as they are called here.
    pub files: Vec<String>,
    /// Whether it is new since the last time, or says something else.
    pub new: bool,
}

/// What stays at home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
pub struct SiteLeftOut {
    /// On which page it would stand.
    pub part: SitePart,
    /// What it is.
    pub title: String,
    /// Why, as a part of a sentence: «нет согласия авторов».
    pub why: &'static str,
}

/// A piece of a page with its text.
pub(super) struct Piece {
    pub(super) part: SitePart,
    pub(super) title: String,
    /// «m-1f2e…», by which a link leads to it; none for a page that is one piece.
    pub(super) anchor: Option<String>,
    /// By this day it stands among the news.
    pub(super) day: Option<NaiveDate>,
    pub(super) html: Html,
    pub(super) files: Vec<PieceFile>,
    /// Who is named in it.
    pub(super) people: Vec<PersonId>,
    /// Whoever else is named, as typed.
    pub(super) others: Vec<String>,
}

impl Piece {
    pub(super) fn new(part: SitePart, title: &str) -> Self {
        Self {
            part,
            title: title.to_owned(),
            anchor: None,
            day: None,
            html: Html::default(),
            files: Vec::new(),
            people: Vec::new(),
            others: Vec::new(),
        }
    }

    /// «materials.html#m-1f2e…»
    pub(super) fn place(&self) -> String {
        match &self.anchor {
            Some(anchor) => format!("{}#{anchor}", self.part.path()),
            None => self.part.path().to_owned(),
        }
    }
}

/// An attached file of a piece.
pub(super) struct PieceFile {
    pub(super) path: String,
    /// As it is called here.
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) id: AttachmentId,
}

/// By what a link leads to a record: its kind's letter and the part of its identifier that chance has made.
pub(super) fn anchor(letter: char, id: Uuid) -> String {
    let hex = id.simple().to_string();
    format!("{letter}-{}", hex.get(20..).unwrap_or_default())
}

/// The files of a record that may be shown: proofs, scans and kept texts are the community's own.
pub(super) fn files_of(source: &Source<'_>, record: Uuid, names: &mut FileNames) -> Vec<PieceFile> {
    let files = source.records.attachments_of(record).into_iter();
    let files = files.filter(|file| file.role == AttachmentRole::Document);
    let found = files.map(|file| {
        let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
        let name = names.take(&source.publication.said(stem), &ending(&file.name));
        PieceFile {
            path: format!("files/{name}"),
            name: source.publication.said(&file.name),
            size: file.size,
            id: file.id,
        }
    });
    found.collect()
}

/// Everything that stands on the pages.
pub(super) struct Contents {
    pub(super) pieces: Vec<Piece>,
    pub(super) left_out: Vec<SiteLeftOut>,
    on: NaiveDate,
}

impl Contents {
    pub(super) fn of(source: &Source<'_>) -> Self {
        let mut names = FileNames::default();
        names.take("plan", "pdf");
        debug_assert!(PLAN_FILE.ends_with("plan.pdf"));
        let mut contents = Self { pieces: Vec::new(), left_out: Vec::new(), on: source.on };
        contents.pieces.push(about::piece(source));
        plan::add(source, &mut contents);
        news::add(source, &mut contents);
        materials::add(source, &mut names, &mut contents);
        practices::add(source, &mut names, &mut contents);
        documents::add(source, &mut names, &mut contents);
        contents
    }

    pub(super) fn of_part(&self, part: SitePart) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| piece.part == part)
    }

    pub(super) fn leave_out(&mut self, part: SitePart, title: String, why: &'static str) {
        self.left_out.push(SiteLeftOut { part, title, why });
    }

    /// The pages that have something on them.
    pub(super) fn parts(&self) -> Vec<SitePart> {
        SitePart::ALL.into_iter().filter(|part| self.of_part(*part).next().is_some()).collect()
    }

    pub(super) fn shown(&self) -> Shown {
        let sums = self.pieces.iter().map(|piece| (piece.place(), sum(piece.html.as_str())));
        Shown { on: self.on, pieces: sums.collect::<BTreeMap<_, _>>(), pages: BTreeMap::new() }
    }

    pub(super) fn attached(&self) -> Vec<AttachedFile> {
        let files = self.pieces.iter().flat_map(|piece| &piece.files);
        files.map(|file| AttachedFile { path: file.path.clone(), attachment: file.id }).collect()
    }

    pub(super) fn pieces(&self, lacks: impl Fn(&Piece) -> bool) -> Vec<SitePiece> {
        let pieces = self.pieces.iter().map(|piece| SitePiece {
            part: piece.part,
            title: piece.title.clone(),
            files: piece.files.iter().map(|file| file.name.clone()).collect(),
            new: lacks(piece),
        });
        pieces.collect()
    }

    /// Everybody whose name may stand on the pages.
    pub(super) fn named(&self, source: &Source<'_>) -> Vec<String> {
        let people: BTreeSet<PersonId> = self
            .pieces
            .iter()
            .flat_map(|piece| &piece.people)
            .copied()
            .chain(source.publication.named())
            .collect();
        let people = people.into_iter().map(|person| source.records.surname_first(person, source.on));
        let others = self.pieces.iter().flat_map(|piece| &piece.others).cloned();
        let mut named: Vec<String> = people.chain(others).collect();
        named.sort_by_cached_key(|name| alphabetical(name));
        named.dedup();
        named
    }

    pub(super) fn is_named(&self, source: &Source<'_>, person: PersonId) -> bool {
        source.publication.names(person) || self.pieces.iter().any(|piece| piece.people.contains(&person))
    }
}
