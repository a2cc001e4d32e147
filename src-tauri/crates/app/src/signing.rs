//! Marking a protocol as signed. Its text is kept then as it stood on the paper, so that nothing that is changed
//! later (a name, a post, a setting) rewrites what people have signed.

use chrono::NaiveDate;
use pps_documents::{Paper, papers};
use pps_domain::ids::MeetingId;
use pps_domain::records::{Attachment, AttachmentRole, Meeting, Record, Signature};
use pps_domain::russian::date_in_table;
use pps_store::Revision;
use pps_store::codec::canonical::canonical;
use thiserror::Error;
use uuid::Uuid;

use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

/// Its text is JSON, but for a person it is a paper of the program's own.
const MEDIA_TYPE: &str = "application/json";

/// Why a protocol was not marked as signed, or its signed text not found.
#[derive(Debug, Error)]
pub enum SigningError {
    /// There is no such meeting.
    #[error("Этого заседания уже нет; верните его из корзины в «Настройках».")]
    NoMeeting,
    /// There is no protocol to be signed.
    #[error(
        "У заседания {date} ещё нет протокола; напишите его или внесите готовый, а потом отметьте подписание."
    )]
    NoProtocol {
        /// Its day.
        date: String,
    },
    /// The protocol has no number.
    #[error("У протокола заседания {date} нет номера; впишите номер, а потом отметьте подписание.")]
    NoNumber {
        /// Its day.
        date: String,
    },
    /// The text is kept already.
    #[error(
        "{protocol} уже отмечен подписанным; если подписали другой текст, сначала снимите отметку о подписании."
    )]
    AlreadySigned {
        /// «Протокол № 2 от 16.01.2026»
        protocol: String,
    },
    /// An earlier text was to stand in the place of the signed one.
    #[error(
        "{protocol} подписан, и прежний текст его не заменит; внесите исправление («Исправленному верить») или \
         сначала снимите отметку о подписании."
    )]
    TextIsSigned {
        /// «Протокол № 2 от 16.01.2026»
        protocol: String,
    },
    /// There is no mark to be taken off.
    #[error("{protocol} не отмечен подписанным, снимать нечего; обновите окно.")]
    NotSigned {
        /// «Протокол № 2 от 16.01.2026»
        protocol: String,
    },
    /// The kept text is not there.
    #[error(
        "Текст подписанного протокола не найден в файле данных или повреждён; восстановите архивную копию или \
         снимите отметку о подписании, сверьте протокол с бумагой и поставьте её снова."
    )]
    TextGone,
    /// The text could not be written down.
    #[error("Текст протокола не удалось сохранить ({0}); сообщите разработчику.")]
    NotKept(String),
}

impl Workplace {
    /// Marks the protocol of a meeting as signed on a day and keeps its text as it stands on the paper: one
    /// operation. `seen` is the revision that the person saw.
    ///
    /// # Errors
    /// There is no protocol with a number, it is signed already, or it was changed meanwhile.
    pub fn sign_protocol(
        &self,
        meeting: MeetingId,
        date: NaiveDate,
        seen: Revision,
    ) -> Result<Changes, AppError> {
        let mut record = self.meeting(meeting)?;
        let named = named(&record);
        let day = date_in_table(record.date);
        let Some(protocol) = record.protocol.as_mut() else {
            return Err(SigningError::NoProtocol { date: day }.into());
        };
        if protocol.number.is_none() {
            return Err(SigningError::NoNumber { date: day }.into());
        }
        if protocol.signed.as_ref().is_some_and(|signed| signed.paper.is_some()) {
            return Err(SigningError::AlreadySigned { protocol: named }.into());
        }
        let text = self.text_of(&record)?;
        let operation = self.operation(format!("Подписан {}", lowered(&named)));
        let (today, id) = (self.clock.today(), self.clock.new_id());
        self.write(operation, move |writer| {
            let sha256 = writer.put_file(text.as_bytes(), MEDIA_TYPE)?;
            let attachment = Attachment {
                id: id.into(),
                community: record.community,
                belongs_to: record.id.0,
                role: AttachmentRole::SignedText,
                name: file_name(&record),
                sha256: sha256.clone(),
                size: text.len() as u64,
                pages: None,
                media_type: MEDIA_TYPE.to_owned(),
                added: Some(today),
            };
            if let Some(protocol) = record.protocol.as_mut() {
                protocol.signed = Some(Signature { date, paper: Some(sha256) });
            }
            // The meeting goes first: where somebody has changed it meanwhile, that is what is to be told.
            writer.put(record, Some(seen))?;
            writer.put(attachment, None).map(drop)
        })
    }

    /// Takes the mark «Подписан» off and puts the kept text into the bin: one operation.
    ///
    /// # Errors
    /// The protocol is not marked, or was changed meanwhile.
    pub fn unsign_protocol(&self, meeting: MeetingId, seen: Revision) -> Result<Changes, AppError> {
        let mut record = self.meeting(meeting)?;
        let named = named(&record);
        let signed = record.protocol.as_mut().and_then(|protocol| protocol.signed.take());
        let signed = signed.ok_or_else(|| SigningError::NotSigned { protocol: named.clone() })?;
        let name = format!("Снята отметка о подписании: {}", lowered(&named));
        let texts = self.signed_texts(&record, signed.paper.as_deref())?;
        self.write(self.operation(name), move |writer| {
            writer.put(record, Some(seen))?;
            texts.iter().try_for_each(|text| writer.delete(*text))
        })
    }

    /// The view of a protocol as it was signed.
    pub(crate) fn frozen(&self, sha256: String) -> Result<papers::Protocol, AppError> {
        let bytes = self.read(move |reader| reader.file(&sha256))?.ok_or(SigningError::TextGone)?;
        match serde_json::from_slice(&bytes) {
            Ok(Paper::Protocol(view)) => Ok(view),
            Ok(_) => Err(SigningError::TextGone.into()),
            Err(fault) => {
                tracing::error!(%fault, "the text of a signed protocol is not one");
                Err(SigningError::TextGone.into())
            }
        }
    }

    /// The text of the paper: the same protocol gives the same bytes, whichever program wrote them.
    fn text_of(&self, meeting: &Meeting) -> Result<String, AppError> {
        let records = self.community_records(meeting.community)?;
        let mut view = papers::Protocol::from_records(&records, meeting.id)?;
        // What is mended later stands in the records and comes after the signatures.
        view.corrections.clear();
        let value = serde_json::to_value(Paper::Protocol(view));
        let value = value.map_err(|fault| SigningError::NotKept(fault.to_string()))?;
        Ok(canonical(&value))
    }

    /// The files that keep the signed text of a meeting.
    fn signed_texts(&self, meeting: &Meeting, sha256: Option<&str>) -> Result<Vec<Uuid>, AppError> {
        let records = self.community_records(meeting.community)?;
        let kept = records.attachments_of(meeting.id.0).into_iter();
        let texts = kept.filter(|file| file.role == AttachmentRole::SignedText);
        Ok(texts.filter(|file| Some(file.sha256.as_str()) == sha256).map(|file| file.id.0).collect())
    }

    pub(crate) fn meeting(&self, id: MeetingId) -> Result<Meeting, AppError> {
        match self.record(id.0)? {
            Some((Record::Meeting(meeting), _)) => Ok(meeting),
            _ => Err(SigningError::NoMeeting.into()),
        }
    }
}

/// «Протокол № 2 от 16.01.2026»
pub(crate) fn named(meeting: &Meeting) -> String {
    let date = date_in_table(meeting.date);
    match meeting.number() {
        Some(number) => format!("Протокол №\u{a0}{number} от {date}"),
        None => format!("Протокол заседания {date}"),
    }
}

fn lowered(named: &str) -> String {
    named.replacen("Протокол", "протокол", 1)
}

/// «Протокол № 2 (подписанный текст).json»
fn file_name(meeting: &Meeting) -> String {
    let number = meeting.number().map(|number| format!(" № {number}")).unwrap_or_default();
    format!("Протокол{number} (подписанный текст).json")
}
