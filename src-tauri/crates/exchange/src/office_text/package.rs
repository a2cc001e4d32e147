//! The parts of a .docx. Which file is the text is said by the relations, not by its name: the newest Word calls it
//! otherwise.

use std::io::{Cursor, ErrorKind, Read};

use encoding_rs::UTF_8;
use zip::ZipArchive;

use super::TextError;
use super::xml::{attribute, elements, parsed};

/// All parts that are read, together.
const MOST_UNFOLDED: u64 = 48 * 1024 * 1024;

/// A document has some thirty parts and its pictures.
const MOST_PARTS: usize = 4_000;

/// The parts that hold text, and what says how it looks.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) document: String,
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
    /// Heads and feet of pages.
    pub(super) margins: Vec<String>,
    /// Footnotes and endnotes.
    pub(super) notes: Vec<String>,
    pub(super) comments: Vec<String>,
}

pub(super) fn open(bytes: &[u8]) -> Result<Parts, TextError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TextError::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(TextError::Bomb);
    }
    let mut archive = Package { archive, left: MOST_UNFOLDED };
    let roots = archive.text("_rels/.rels")?.ok_or(TextError::Broken)?;
    let main = relations(&roots, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.ok_or(TextError::Broken)?.target;
    let document = archive.text(&main)?.ok_or(TextError::Broken)?;
    let mut parts = Parts { document, ..Parts::default() };
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let beside = format!("{folder}/_rels/{file}.rels");
    let Some(text) = archive.text(beside.trim_start_matches('/'))? else { return Ok(parts) };
    for Relation { kind, target } in relations(&text, folder)? {
        match kind.as_str() {
            "styles" => parts.styles = archive.text(&target)?,
            "numbering" => parts.numbering = archive.text(&target)?,
            "header" | "footer" => parts.margins.extend(archive.text(&target)?),
            "footnotes" | "endnotes" => parts.notes.extend(archive.text(&target)?),
            "comments" => parts.comments.extend(archive.text(&target)?),
            _ => {}
        }
    }
    Ok(parts)
}

struct Relation {
    /// The last word of its type: «styles».
    kind: String,
    target: String,
}

fn relations(text: &str, folder: &str) -> Result<Vec<Relation>, TextError> {
    let document = parsed(text)?;
    let within =
        elements(document.root_element()).filter(|node| attribute(*node, "TargetMode") != Some("External"));
    let relations = within.filter_map(|node| {
        let kind = attribute(node, "Type")?.rsplit('/').next()?.to_owned();
        Some(Relation { kind, target: place(folder, attribute(node, "Target")?) })
    });
    Ok(relations.collect())
}

/// Where a target lies: «styles.xml» beside the document, «/word/styles.xml» from the root, «../x.xml» above.
fn place(folder: &str, target: &str) -> String {
    if let Some(rooted) = target.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl Package<'_> {
    /// A part as text; none where there is no such part. What a directory declares is a promise: the bytes are counted
    /// as they come.
    fn text(&mut self, name: &str) -> Result<Option<String>, TextError> {
        let Some(place) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(place).map_err(|_| TextError::Broken)?;
        let mut content = Vec::new();
        part.take(self.left + 1).read_to_end(&mut content).map_err(|fault| match fault.kind() {
            ErrorKind::OutOfMemory => TextError::Bomb,
            _ => TextError::Broken,
        })?;
        self.left = self.left.checked_sub(content.len() as u64).ok_or(TextError::Bomb)?;
        let (text, _, wrong) = UTF_8.decode(&content);
        if wrong { Err(TextError::Broken) } else { Ok(Some(text.into_owned())) }
    }
}
