//! Files kept with a record: a copy of an order, photographs of a seminar, a program in Word.

use std::fs;
use std::path::{Path, PathBuf};

use pps_documents::scans::ScannedPdf;
use pps_domain::ids::{AttachmentId, CommunityId, PersonId};
use pps_domain::records::{Attachment, AttachmentRole, Kind, Record};
use pps_store::StoreError;
use thiserror::Error;
use uuid::Uuid;

use crate::error::AppError;
use crate::files::{FileTrouble, read_whole, shown_name};
use crate::views::Changes;
use crate::workplace::Workplace;

const MEGABYTE: u64 = 1024 * 1024;

/// A file larger than this is a film or a whole book, which a data file on a stick should not carry.
pub const LARGEST: u64 = 50 * MEGABYTE;

/// What programs of an office and of a phone write. The system is asked to open these and nothing else, since
/// a program or a script would be run and not shown.
const OPENED: &[(&str, &str)] = &[
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("rtf", "application/rtf"),
    ("txt", "text/plain"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("csv", "text/csv"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("bmp", "image/bmp"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("webp", "image/webp"),
    ("heic", "image/heic"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("zip", "application/zip"),
];

/// Why a file was not attached or not opened.
#[derive(Debug, Error)]
pub enum AttachError {
    /// The file is too large.
    #[error(
        "Файл «{name}» больше 50\u{a0}МБ: приложите его в меньшем размере, а сам файл храните отдельно, на флешке."
    )]
    TooLarge {
        /// Its name.
        name: String,
    },
    /// The file holds nothing.
    #[error("Файл «{name}» пустой: проверьте, тот ли это файл, и приложите его снова.")]
    Empty {
        /// Its name.
        name: String,
    },
    /// The record holds no files.
    #[error(
        "Эта запись ещё не сохранена или удалена, и приложить файл не к чему: дождитесь слова «Сохранено» или \
         верните запись из корзины."
    )]
    NowhereToAttach,
    /// There is no such file.
    #[error("Этого файла уже нет: верните его из корзины в «Настройках».")]
    Gone,
    /// The system would run the file and not show it.
    #[error(
        "Файл «{name}» отсюда не открывается: он может оказаться программой. Сохраните его в папку и откройте \
         оттуда, если знаете, кто его прислал."
    )]
    NotShown {
        /// Its name.
        name: String,
    },
}

impl Workplace {
    /// Keeps files with a record, all of them or none, as one operation.
    ///
    /// # Errors
    /// A file cannot be read or is too large, or the record is not there.
    pub fn attach_files(
        &self,
        belongs_to: Uuid,
        role: AttachmentRole,
        paths: &[PathBuf],
    ) -> Result<Changes, AppError> {
        self.attach_files_called(belongs_to, role, paths, None)
    }

    /// The same, with a name in place of the files' own: a certificate is called by its course.
    ///
    /// # Errors
    /// As for [`Workplace::attach_files`].
    pub fn attach_files_called(
        &self,
        belongs_to: Uuid,
        role: AttachmentRole,
        paths: &[PathBuf],
        called: Option<&str>,
    ) -> Result<Changes, AppError> {
        let (record, _) = self.record(belongs_to)?.ok_or(AttachError::NowhereToAttach)?;
        let community = match &record {
            Record::Person(person) => self.community_of(person.id)?,
            other => other.community(),
        };
        let community = community.ok_or(AttachError::NowhereToAttach)?;
        // Read once to see that all of them can be, and again one by one: never more than one is held in memory.
        for path in paths {
            read_limited(path, LARGEST)?;
        }
        let files: Vec<(String, PathBuf)> =
            paths.iter().enumerate().map(|(at, path)| (name_of(path, called, at), path.clone())).collect();
        let name = operation_name(files.iter().map(|(name, _)| name.as_str()));
        let (today, ids) = (self.clock.today(), self.new_ids(files.len()));
        self.write(self.operation(name), move |writer| {
            for (id, (name, path)) in ids.into_iter().zip(files) {
                let bytes =
                    fs::read(&path).map_err(|fault| StoreError::Io(format!("файл «{name}»: {fault}")))?;
                let media_type = media_type(&name, &bytes);
                let sha256 = writer.put_file(&bytes, media_type)?;
                let attachment = Attachment {
                    id: id.into(),
                    community,
                    belongs_to,
                    role,
                    name,
                    sha256,
                    size: bytes.len() as u64,
                    pages: None,
                    media_type: media_type.to_owned(),
                    added: Some(today),
                };
                writer.put(attachment, None)?;
            }
            Ok(())
        })
    }

    /// A community of which the person is or was a member: a card belongs to none of its own.
    fn community_of(&self, person: PersonId) -> Result<Option<CommunityId>, AppError> {
        let memberships = self.read(|reader| reader.of_kind(Kind::Membership))?;
        let of_person = memberships.into_iter().filter_map(|record| match record {
            Record::Membership(member) if member.person == person => Some(member),
            _ => None,
        });
        Ok(of_person.max_by_key(|member| member.from).map(|member| member.community))
    }

    /// An attached file with its bytes.
    ///
    /// # Errors
    /// It is not there any more, or its bytes were changed on the disk.
    pub fn attached_file(&self, id: AttachmentId) -> Result<(Attachment, Vec<u8>), AppError> {
        let Some((Record::Attachment(attachment), _)) = self.record(id.0)? else {
            return Err(AttachError::Gone.into());
        };
        let sha256 = attachment.sha256.clone();
        let bytes = self.read(move |reader| reader.file(&sha256))?;
        let bytes = bytes.ok_or_else(|| StoreError::FileMissing(attachment.name.clone()))?;
        Ok((attachment, bytes))
    }
}

/// Refuses to hand to the system what it might run.
///
/// # Errors
/// The file's name has another ending than those of documents and pictures.
pub fn may_be_opened(name: &str) -> Result<(), AppError> {
    if by_ending(name).is_some() {
        Ok(())
    } else {
        Err(AttachError::NotShown { name: name.to_owned() }.into())
    }
}

/// Reads a file that is to be attached.
pub(crate) fn read_limited(path: &Path, most: u64) -> Result<Vec<u8>, AppError> {
    let name = || shown_name(path);
    match read_whole(path, most) {
        Ok(bytes) if bytes.is_empty() => Err(AttachError::Empty { name: name() }.into()),
        Err(AppError::Read { trouble: FileTrouble::TooLarge(_), .. }) => {
            Err(AttachError::TooLarge { name: name() }.into())
        }
        other => other,
    }
}

/// A file's own name without what no name should hold: control signs, and those that turn text around and let
/// «gpj.exe» look like «exe.jpg».
pub(crate) fn plain_name(path: &Path) -> String {
    let turns = |sign: char| matches!(sign, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    shown_name(path).chars().filter(|sign| !sign.is_control() && !turns(*sign)).collect()
}

/// The file's own name, or the one that it is given with its own ending; the second of several says that it is one.
fn name_of(path: &Path, called: Option<&str>, before: usize) -> String {
    let own = plain_name(path);
    let Some(called) = called else { return own };
    let number = if before == 0 { String::new() } else { format!(" ({})", before + 1) };
    let ending = own.rsplit_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
    pps_exchange::safe_name(&format!("{called}{number}{ending}"))
}

fn media_type(name: &str, bytes: &[u8]) -> &'static str {
    match bytes {
        _ if ScannedPdf::is_pdf(bytes) => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        _ => by_ending(name).unwrap_or("application/octet-stream"),
    }
}

fn by_ending(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    OPENED.iter().find(|(known, _)| *known == ending).map(|(_, media_type)| *media_type)
}

fn operation_name<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    const NAMED: usize = 3;
    let more = names.len().saturating_sub(NAMED);
    let one = names.len() == 1;
    let named = names.take(NAMED).map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ");
    match (one, more) {
        (true, _) => format!("Приложен файл {named}"),
        (false, 0) => format!("Приложены файлы {named}"),
        (false, more) => format!("Приложены файлы {named} и ещё {more}"),
    }
}
