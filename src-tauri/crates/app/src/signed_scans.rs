//! Photographs or scans of a signed protocol.

use std::path::PathBuf;

use pps_documents::scans::{BoundScans, Picture, bind_scans};
use pps_domain::calendar::SchoolYear;
use pps_domain::ids::CommunityId;
use pps_domain::records::{Attachment, AttachmentRole};
use pps_domain::russian::date_in_table;
use pps_store::StoreError;

use crate::error::AppError;
use crate::files::{read_whole, shown_name};
use crate::papers::protocol;
use crate::workplace::Workplace;

const PDF: &str = "application/pdf";

impl Workplace {
    /// Binds pictures into one A4 PDF and attaches it to the protocol as its signed scan. Answers with the name
    /// of the file.
    ///
    /// # Errors
    /// There is no such protocol, or a picture cannot be read; nothing is attached then.
    pub fn attach_signed_scan(
        &self,
        community: CommunityId,
        year: SchoolYear,
        number: u32,
        pictures: &[PathBuf],
    ) -> Result<String, AppError> {
        let archive = self.archive(community)?;
        let meeting = protocol(&archive, year, number)?;
        let date =
            archive.meetings.get(&meeting).map(|meeting| date_in_table(meeting.date)).unwrap_or_default();
        let mut read = Vec::new();
        for path in pictures {
            read.push((shown_name(path), read_whole(path)?));
        }
        let pictures: Vec<_> = read.iter().map(|(name, bytes)| Picture { name, bytes }).collect();
        let title = format!("Протокол № {number} от {date} (подписан)");
        let today = self.clock.today();
        let BoundScans { pdf, pages } = bind_scans(&title, &pictures, today)?;

        let pages = u32::try_from(pages).ok();
        let name = format!("{title}.pdf");
        let id = self.clock.new_id();
        let operation = self.operation(format!("Приложен скан: {title}"));
        let shown = name.clone();
        self.store.write(operation, move |writer| {
            let sha256 = writer.put_file(&pdf, PDF)?;
            let attachment = Attachment {
                id: id.into(),
                community,
                belongs_to: meeting.0,
                role: AttachmentRole::SignedScan,
                name,
                sha256,
                size: pdf.len() as u64,
                pages,
                media_type: PDF.to_owned(),
                added: Some(today),
            };
            writer.put(attachment, None)?;
            Ok::<_, StoreError>(())
        })?;
        Ok(shown)
    }
}
