//! The child that reads a table, or a text of Word: the program started again with one argument. It is asked on standard input (a line of
//! JSON, then the bytes) and answers with JSON on standard output. It opens no file, asks no network and knows no data
//! file.

use std::io::{self, BufRead, BufWriter, ErrorKind, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use super::limits::MOST_BYTES;
use super::{Sheet, TableError, read_pasted, read_table_file};
use crate::office_text::read_office_text;
use crate::platform::limit_this_process;

/// What makes the program a child. Nobody types it: the program passes it to itself.
pub(super) const ARGUMENT: &str = "--read-table-from-standard-input";

/// The first line that the child hears.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    /// How many bytes of memory it may take beside what it has.
    pub(super) memory: u64,
    /// For how many seconds it may keep the processor.
    pub(super) seconds: u64,
    /// What the bytes are that follow.
    pub(super) form: Form,
}

/// What the bytes are.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Form {
    /// A file; how it is read depends on the ending of its name.
    File { ending: String },
    /// What was pasted: so many bytes of plain text, and the clipboard's HTML after it where there was some.
    Pasted { plain: usize, html: bool },
    /// A text of Word, all of it.
    Text,
}

/// What the child says: tables, or a text where it was asked for one.
pub(super) type Answer<T> = Result<T, TableError>;

/// The longest first line; an ending of a name is all that varies in it.
const LONGEST_LINE: u64 = 4_096;

/// Reads a table and answers, where this process was started for that; a program asks first of all, before it opens a
/// window, a log or a file. None where the program was started by a person.
#[must_use]
pub fn read_as_child() -> Option<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    let child = words.next().is_some_and(|word| word == ARGUMENT) && words.next().is_none();
    // What goes wrong here has nobody to be told to: without a whole answer the parent knows enough.
    child.then(|| match answer(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn answer(mut input: impl BufRead, output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    let Asked { memory, seconds, form } = serde_json::from_slice(&line)?;
    limit_this_process(memory, seconds)?;
    let mut bytes = Vec::new();
    match input.take(MOST_BYTES + 1).read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(fault) if fault.kind() == ErrorKind::OutOfMemory => {
            return say(&Answer::<Vec<Sheet>>::Err(TableError::Bomb), output);
        }
        Err(fault) => return Err(fault),
    }
    match form {
        Form::Text => say(&read_office_text(&bytes).map_err(TableError::Text), output),
        Form::File { ending } => {
            say(&read_table_file(&Path::new("таблица").with_extension(ending), &bytes), output)
        }
        Form::Pasted { plain, html } => {
            let rest = bytes.split_off(plain.min(bytes.len()));
            let html = html.then(|| text(rest)).transpose()?;
            say(&read_pasted(&text(bytes)?, html.as_deref()), output)
        }
    }
}

fn say<T: Serialize>(answer: &Answer<T>, output: impl Write) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    serde_json::to_writer(&mut output, answer)?;
    output.flush()
}

fn text(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|fault| io::Error::new(ErrorKind::InvalidData, fault))
}
