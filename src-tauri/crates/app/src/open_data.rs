//! Everything as open JSON, so that nobody needs this program to read what a leader has typed; and back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pps_domain::ids::CommunityId;
use pps_store::{Load, Loaded, load};

use crate::clock::Clock;
use crate::error::AppError;
use crate::files::{make_folder, read_whole, write_whole};
use crate::workplace::Workplace;

impl Workplace {
    /// Writes all records, their history and the list of files as open JSON, and the attached files into a folder
    /// beside it: `Y.json` and `Y.files/`. The same data give the same bytes. The JSON comes last, so that it
    /// never names a file that is not there.
    ///
    /// # Errors
    /// A fault of the store or of the disk; or some records could not be read, and everything else was written
    /// ([`AppError::Unread`]).
    pub fn dump(&self, out: &Path) -> Result<(), AppError> {
        let ((text, unread), files) = self.read(|reader| Ok((reader.dump()?, reader.files()?)))?;
        let folder = files_folder(out);
        if !files.is_empty() {
            make_folder(&folder)?;
        }
        for entry in files {
            let sha256 = entry.sha256.clone();
            let bytes = self.read(move |reader| reader.file(&sha256))?;
            let bytes = bytes.ok_or_else(|| pps_store::StoreError::FileMissing(entry.sha256.clone()))?;
            write_whole(&folder.join(file_name(&entry.sha256, &entry.media_type)), &bytes)?;
        }
        write_whole(out, text.as_bytes())?;
        match unread.len() {
            0 => Ok(()),
            count => Err(AppError::Unread { count, rest: "остальное выгружено" }),
        }
    }

    /// The open data of one community for РИМК, without history and bin. A package is made only of records that proved
    /// themselves.
    pub(crate) fn open_data_of(&self, community: CommunityId) -> Result<Vec<u8>, AppError> {
        let count = self.file.unread()?;
        if count > 0 {
            return Err(AppError::Unread { count, rest: "пакет не собран" });
        }
        self.read(move |reader| Ok(reader.dump_of(community)?.into_bytes()))
    }
}

/// Makes a data file from open JSON and the files beside it, all or nothing.
///
/// # Errors
/// What is wrong in the JSON and where; nothing was changed then.
pub fn load_into(target: &Path, dump: &Path, clock: &dyn Clock) -> Result<Loaded, AppError> {
    let text = read_whole(dump, LARGEST_DUMP)?;
    let folder = files_folder(dump);
    let fetch = |sha256: &str| fetch(&folder, sha256);
    let request = Load { dump: &text, files: &fetch, operation: clock.new_id(), at: clock.now() };
    Ok(load(&request, target)?)
}

/// The JSON of ten years of a large community takes a tenth of this.
const LARGEST_DUMP: u64 = 256 * 1024 * 1024;

/// Two hundred sheets bound into one file take half of this.
const LARGEST_FILE: u64 = 160 * 1024 * 1024;

/// `Y.json` → `Y.files`
fn files_folder(dump: &Path) -> PathBuf {
    dump.with_extension("files")
}

/// The hash, with an ending by which a person can open the file.
fn file_name(sha256: &str, media_type: &str) -> String {
    let ending = match media_type {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        _ => "bin",
    };
    format!("{sha256}.{ending}")
}

/// The bytes of a file by its hash, whatever its ending; none where it is not there.
fn fetch(folder: &Path, sha256: &str) -> io::Result<Option<Vec<u8>>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    for entry in entries {
        let path = entry?.path();
        if path.file_stem().is_some_and(|stem| stem == sha256) {
            return read_whole(&path, LARGEST_FILE)
                .map(Some)
                .map_err(|fault| io::Error::other(fault.to_string()));
        }
    }
    Ok(None)
}
