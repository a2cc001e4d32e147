//! The journal of what was given out: which papers, packages and copies left the program, when and where to.

use std::path::Path;

use pps_documents::papers::ExportRow;
use pps_domain::personal::Export;
use serde::Serialize;
use ts_rs::TS;

use crate::error::AppError;
use crate::sticks::stick_of;
use crate::workplace::Workplace;

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "views/")]
pub struct ExportLine {
    /// «16.01.2026 14:03»
    pub at: String,
    /// «Протокол № 2 от 16.01.2026.pdf»
    pub what: String,
    /// «флешка KINGSTON»
    pub place: String,
    /// Whether it names people.
    pub personal: bool,
}

/// Where something went.
#[derive(Debug, Clone, Copy)]
pub enum ExportedTo<'a> {
    /// A file or a folder that was written.
    File(&'a Path),
    /// The printer, by way of the program for PDF.
    Printer,
}

impl Workplace {
    /// Notes that something was given out. What was written is there all the same: where the note cannot be made, only the
    /// log tells.
    pub fn note_export(&self, what: &str, to: ExportedTo<'_>, personal: bool) {
        let place = match to {
            ExportedTo::File(path) => place_in_words(path),
            ExportedTo::Printer => "печать".to_owned(),
        };
        let export = Export { what: what.to_owned(), place, personal };
        if let Err(fault) = self.file.note_export(self.clock.now(), export) {
            tracing::warn!(%fault, "what was given out is not in the journal");
        }
    }

    /// What was given out, the last first.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn exports(&self) -> Result<Vec<ExportLine>, AppError> {
        let exports = self.read(|reader| reader.exports())?;
        let lines = exports.into_iter().map(|(at, Export { what, place, personal })| {
            let at = self.clock.local(at).format("%d.%m.%Y %H:%M").to_string();
            ExportLine { at, what, place, personal }
        });
        Ok(lines.collect())
    }

    /// The same as the printed journal has it, the first first.
    pub(crate) fn export_rows(&self) -> Result<Vec<ExportRow>, AppError> {
        let rows = self.exports()?.into_iter().rev().map(|line| ExportRow {
            at: line.at,
            what: line.what,
            place: line.place,
            personal: line.personal,
        });
        Ok(rows.collect())
    }
}

/// «флешка KINGSTON», «папка «Документы»»: no whole path, which would name the person whose account it is.
fn place_in_words(path: &Path) -> String {
    in_words(path, stick_of(path))
}

fn in_words(path: &Path, stick: Option<String>) -> String {
    if let Some(label) = stick {
        return format!("флешка {label}");
    }
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    folder.map_or_else(|| "папка".to_owned(), |folder| format!("папка «{folder}»"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_without_the_path_to_it() {
        assert_eq!(place_in_words(Path::new("/home/ivanova/Документы/План.pdf")), "папка «Документы»");
        assert_eq!(in_words(Path::new("/stick/ППС/Опись.pdf"), Some("KINGSTON".into())), "флешка KINGSTON");
        assert_eq!(place_in_words(Path::new("План.pdf")), "папка");
    }
}
