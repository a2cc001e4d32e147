use rusqlite::Connection;
use uuid::Uuid;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Writer;
pub(crate) fn forget(_c: &Connection, _id: Uuid) -> Result<(), StoreError> { Ok(()) }
pub(crate) fn update(_w: &Writer<'_>) -> Result<(), StoreError> { Ok(()) }
pub(crate) fn refresh(_r: &Reader<'_>) -> Result<(), StoreError> { Ok(()) }
