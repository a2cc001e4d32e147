//! Writing open JSON.

use std::collections::BTreeMap;

use pps_domain::records::{Kind, Record};
use serde_json::{Map, Value, json};

use super::{FORMAT, FileLine, OperationLine, RevisionLine, VERSION};
use crate::codec::canonical::{hex, pretty};
use crate::codec::{Stored, decode, in_russian, strict, to_value};
use crate::error::StoreError;
use crate::instant;
use crate::reader::Reader;
use crate::sql::{bin, operation, record, revision};

type ByKind = BTreeMap<Kind, Vec<Value>>;

impl Reader<'_> {
    /// Everything as open JSON: keys sorted, one value per line, no time of writing, so the same data give the
    /// same bytes. The bytes of attached files lie apart; they are listed here and read with [`Reader::file`]. A record that is
    /// not as it was written is left out and told: it keeps nobody from the others.
    ///
    /// # Errors
    /// An attachment, in force or in the bin, names bytes that are not there: what came out could never be loaded
    /// again. Besides that a fault of the disk or the file.
    pub fn dump(&self) -> Result<(String, Vec<StoreError>), StoreError> {
        self.check_attached()?;
        let formats: Map<String, Value> =
            Kind::ALL.iter().map(|kind| (kind.word().to_owned(), kind.format().into())).collect();
        let mut unread = Vec::new();
        let whole = json!({
            "bin": self.bin_lines()?,
            "files": self.file_lines()?,
            "format": FORMAT,
            "formats": formats,
            "history": self.history_lines()?,
            "records": self.record_lines(&mut unread)?,
            "version": VERSION,
        });
        let mut text = pretty(&whole);
        text.push('\n');
        Ok((text, unread))
    }

    /// Every attachment must have its bytes, because loading asks for them.
    fn check_attached(&self) -> Result<(), StoreError> {
        let binned = bin::all(self.connection)?.into_iter().filter(|one| one.kind == Kind::Attachment);
        let binned = binned.map(|one| one.record()).collect::<Result<Vec<_>, StoreError>>()?;
        record::each::<StoreError>(self.connection, "WHERE kind = ?1", [Kind::Attachment.word()], |live| {
            match live.record() {
                Ok(Record::Attachment(attachment)) => self.check_bytes(&attachment),
                _ => Ok(()),
            }
        })?;
        for record in &binned {
            if let Record::Attachment(attachment) = record {
                self.check_bytes(attachment)?;
            }
        }
        Ok(())
    }

    fn record_lines(&self, unread: &mut Vec<StoreError>) -> Result<Value, StoreError> {
        let mut lines = ByKind::new();
        record::each::<StoreError>(self.connection, "ORDER BY id", [], |live| {
            match live.proved().and_then(|stored| plain(live.kind, stored)) {
                Ok(record) => lines.entry(live.kind).or_default().push(record),
                Err(fault) => unread.push(fault),
            }
            Ok(())
        })?;
        Ok(by_word(lines))
    }

    fn bin_lines(&self) -> Result<Value, StoreError> {
        let mut lines = ByKind::new();
        let mut binned = bin::all(self.connection)?;
        binned.sort_by_key(|one| one.id);
        for one in binned {
            let record = plain(one.kind, one.proved()?)?;
            let line = json!({ "deleted": instant::to_text(one.deleted), "record": record });
            lines.entry(one.kind).or_default().push(line);
        }
        Ok(by_word(lines))
    }

    fn file_lines(&self) -> Result<Vec<Value>, StoreError> {
        let lines = self.files()?.into_iter().map(|entry| {
            line(&FileLine { media_type: entry.media_type, sha256: entry.sha256, size: entry.size })
        });
        lines.collect()
    }

    fn history_lines(&self) -> Result<Vec<Value>, StoreError> {
        let mut lines = Vec::new();
        operation::each::<StoreError>(self.connection, |row| {
            let revisions = revision::of_operation(self.connection, row.number)?;
            let revisions = revisions.into_iter().map(|row| {
                let (before_format, before) = row.before.map(|side| (side.format, side.text)).unzip();
                let (after_format, after) = row.after.map(|side| (side.format, side.text)).unzip();
                let (kind, record, sha256) = (row.kind, row.record, hex(&row.sha256));
                RevisionLine { after, after_format, before, before_format, kind, record, sha256 }
            });
            lines.push(line(&OperationLine {
                at: instant::to_text(row.at),
                id: row.id,
                name: row.name,
                revisions: revisions.collect(),
                sha256: hex(&row.sha256),
                undoes: row.undoes,
                undone_by: row.undone_by,
            })?);
            Ok(())
        })?;
        Ok(lines)
    }
}

/// A record as an object in its current format.
fn plain(kind: Kind, stored: &Stored) -> Result<Value, StoreError> {
    if stored.format == kind.format() {
        return strict::parse(stored.text.as_bytes())
            .map_err(|fault| StoreError::Damaged(in_russian(&fault)));
    }
    Ok(to_value(&decode(kind, stored)?)?)
}

fn line(line: &impl serde::Serialize) -> Result<Value, StoreError> {
    serde_json::to_value(line).map_err(|fault| StoreError::Damaged(in_russian(&fault)))
}

fn by_word(lines: ByKind) -> Value {
    Value::Object(lines.into_iter().map(|(kind, list)| (kind.word().to_owned(), list.into())).collect())
}
