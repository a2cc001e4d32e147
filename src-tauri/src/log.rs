//! The log: a text file beside the data, for whoever mends the program. It holds nothing that a person has typed and no
//! path: of what the program tells only the sentence that stands in its source, the place of it, and fields with codes and
//! numbers are written. The person sends it himself or herself, from «Справка».

use std::fmt::{self, Write as _};
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use pps_app::{Clock, SystemClock};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// The log that is written.
const NOW: &str = "журнал.txt";
/// The one before it.
const BEFORE: &str = "журнал-прежний.txt";
/// A log as long as this becomes the one before.
const LONGEST: u64 = 256 * 1024;

/// Fields that may be written: what they hold is a word or a number of the program or of the system.
const SAFE: &[&str] = &["code", "kind", "pragma", "count"];

/// Writes the log of this process from now on.
pub(crate) fn begin(folder: &Path) {
    // A second one is begun by nothing but a test.
    let _ = tracing::subscriber::set_global_default(Log::in_folder(folder));
    let told_before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // What a panic says may quote a text; where it happened never does.
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        tracing::error!(code = place, "a panic");
        told_before(panic);
    }));
}

/// Everything that was written, the oldest first.
pub(crate) fn text(folder: &Path) -> String {
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    read(BEFORE) + &read(NOW)
}

struct Log {
    folder: PathBuf,
    open: Mutex<Option<File>>,
}

impl Log {
    fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), open: Mutex::new(None) }
    }

    /// A disk that refuses the log has nobody to tell it to.
    fn write(&self, line: &str) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.folder.join(NOW);
        if fs::metadata(&path).is_ok_and(|facts| facts.len() + line.len() as u64 > LONGEST) {
            *open = None;
            let _ = fs::rename(&path, self.folder.join(BEFORE));
        }
        if open.is_none() {
            *open = OpenOptions::new().create(true).append(true).open(&path).ok();
        }
        if let Some(file) = open.as_mut() {
            let _ = file.write_all(line.as_bytes());
        }
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN && metadata.target().starts_with("pps_")
    }

    fn event(&self, event: &Event<'_>) {
        let metadata = event.metadata();
        let mut told = Told::default();
        event.record(&mut told);
        let now = SystemClock.now().format("%Y-%m-%dT%H:%M:%SZ");
        let place = format!("{}:{}", metadata.target(), metadata.line().unwrap_or_default());
        self.write(&format!("{now} {} {place} {}{}\n", metadata.level(), told.message, told.fields));
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// What of an event may be written.
#[derive(Default)]
struct Told {
    message: String,
    fields: String,
}

impl Visit for Told {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        match field.name() {
            // The sentence of the source; it has no values in it, which `cargo xtask tidy` cannot see and reviewers must.
            "message" => self.message = format!("{value:?}"),
            name if SAFE.contains(&name) => {
                let _ = write!(self.fields, " {name}={value:?}");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logged(say: impl Fn()) -> String {
        let folder = tempfile::tempdir().unwrap();
        tracing::subscriber::with_default(Log::in_folder(folder.path()), say);
        text(folder.path())
    }

    #[test]
    fn codes_are_written_and_what_may_name_a_person_is_not() {
        let fault = "нет файла /home/larina/год.db";
        let log = logged(|| {
            tracing::warn!(%fault, code = 13, "the system refused");
            tracing::info!("nothing of note");
        });
        assert!(log.contains("the system refused code=13"), "{log}");
        assert!(!log.contains("larina") && !log.contains("nothing of note"), "{log}");
    }

    #[test]
    fn the_log_does_not_grow_without_end() {
        let log = logged(|| {
            for count in 0..8_000 {
                tracing::error!(count, "a sentence that is told again and again, to fill the file");
            }
        });
        assert!(log.len() as u64 <= 2 * LONGEST, "{}", log.len());
        assert!(log.contains("count=7999") && !log.contains("count=0\n"));
    }
}
