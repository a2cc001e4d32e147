//! Open JSON of one community, for РИМК: in the same shape as everything, without bin and history, which are
//! nobody's business outside.

use pps_domain::ids::CommunityId;
use pps_domain::records::{Kind, Record};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{FORMAT, FileLine, VERSION};
use crate::codec::canonical::pretty;
use crate::codec::to_value;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::sql::{blob, record};

impl Reader<'_> {
    /// The records of a community with the people and organisations that they name. The same records give the
    /// same bytes, and what comes out can be loaded like any other open JSON.
    ///
    /// # Errors
    /// An attachment names bytes that are not there ([`StoreError::FileMissing`]), or a fault of the disk or the
    /// file.
    pub fn dump_of(&self, community: CommunityId) -> Result<String, StoreError> {
        let mut found: Vec<Record> = Vec::new();
        let mut take = |live: record::Live| -> Result<(), StoreError> {
            found.push(live.record()?);
            Ok(())
        };
        let id: Uuid = community.0;
        record::each(self.connection, "WHERE community = ?1", [blob(&id)], &mut take)?;
        record::each(self.connection, include_str!("../reached.sql"), [blob(&id)], &mut take)?;
        found.sort_by_key(|record| (record.kind(), record.id()));
        found.dedup_by_key(|record| record.id());

        let mut records: Map<String, Value> = Map::new();
        let mut files: Vec<FileLine> = Vec::new();
        for one in &found {
            let list = records.entry(one.kind().word()).or_insert_with(|| json!([]));
            if let Value::Array(list) = list {
                list.push(to_value(one)?);
            }
            if let Record::Attachment(attachment) = one {
                self.check_bytes(attachment)?;
                files.push(FileLine {
                    media_type: attachment.media_type.clone(),
                    sha256: attachment.sha256.clone(),
                    size: attachment.size,
                });
            }
        }
        files.sort_by(|a, b| a.sha256.cmp(&b.sha256));
        files.dedup_by(|a, b| a.sha256 == b.sha256);
        let formats: Map<String, Value> =
            Kind::ALL.iter().map(|kind| (kind.word().to_owned(), kind.format().into())).collect();
        let whole = json!({
            "bin": {},
            "files": files,
            "format": FORMAT,
            "formats": formats,
            "history": [],
            "records": records,
            "version": VERSION,
        });
        let mut text = pretty(&whole);
        text.push('\n');
        Ok(text)
    }
}
