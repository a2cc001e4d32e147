use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::child::{ARGUMENT, Answer, Asked, Form};
use super::limits::MOST_BYTES;
use super::{Sheet, TableError, ending_of, read_pasted, read_table_file};
use crate::office_text::{OfficeText, TextError, read_office_text};
use crate::platform::{Ended, how_it_ended, this_program};

/// Who reads a table that somebody else made.
#[derive(Debug, Clone)]
pub struct TableReader(By);

#[derive(Debug, Clone)]
enum By {
    Child { program: Option<PathBuf>, limits: ReadingLimits },
    ThisProcess,
}

/// What a child may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingLimits {
    /// Bytes of memory beside what the program has when it starts.
    pub memory: u64,
    /// Seconds of the processor, so that a child ends for which nobody waits any more; not held on Windows.
    pub processor: u64,
    /// How long a person waits; then the child is killed.
    pub waiting: Duration,
    /// Bytes of its answer.
    pub answer: u64,
}

impl Default for ReadingLimits {
    fn default() -> Self {
        Self {
            // The heaviest workbooks that the other limits let through to an end were seen to need 320 MB.
            memory: 512 * 1024 * 1024,
            processor: 20,
            waiting: Duration::from_secs(25),
            answer: 64 * 1024 * 1024,
        }
    }
}

impl TableReader {
    /// This program, started again for each table. Its `main` has to begin with [`super::read_as_child`].
    #[must_use]
    pub fn this_program_again() -> Self {
        Self(By::Child { program: None, limits: ReadingLimits::default() })
    }

    /// Another program, started in the same way, under other limits.
    #[must_use]
    pub fn program(program: PathBuf, limits: ReadingLimits) -> Self {
        Self(By::Child { program: Some(program), limits })
    }

    /// This process itself, without limits of memory and time. It is for tests of libraries: the program that runs
    /// there is the test's own and would not read anything when started again.
    #[must_use]
    pub fn this_process() -> Self {
        Self(By::ThisProcess)
    }

    /// Reads the tables of a file by the ending of its name.
    ///
    /// # Errors
    /// What [`read_table_file`] refuses; reading takes too much memory or time, or cannot be started.
    pub fn file(&self, path: &Path, bytes: Vec<u8>) -> Result<Vec<Sheet>, TableError> {
        match &self.0 {
            By::ThisProcess => read_table_file(path, &bytes),
            By::Child { program, limits } => {
                ask(program.as_deref(), limits, Form::File { ending: ending_of(path) }, bytes)
            }
        }
    }

    /// Reads what was pasted: plain text, and the clipboard's HTML where there is some.
    ///
    /// # Errors
    /// What [`read_pasted`] refuses; reading takes too much memory or time, or cannot be started.
    pub fn pasted(&self, plain: &str, html: Option<&str>) -> Result<Vec<Sheet>, TableError> {
        match &self.0 {
            By::ThisProcess => read_pasted(plain, html),
            By::Child { program, limits } => {
                let form = Form::Pasted { plain: plain.len(), html: html.is_some() };
                let bytes = [plain, html.unwrap_or_default()].concat().into_bytes();
                ask(program.as_deref(), limits, form, bytes)
            }
        }
    }

    /// Reads a text of Word, all of it.
    ///
    /// # Errors
    /// What [`read_office_text`] refuses; reading takes too much memory or time, or cannot be started.
    pub fn text(&self, bytes: Vec<u8>) -> Result<OfficeText, TextError> {
        match &self.0 {
            By::ThisProcess => read_office_text(&bytes),
            By::Child { program, limits } => Ok(ask(program.as_deref(), limits, Form::Text, bytes)?),
        }
    }
}

/// Starts the child, gives it the bytes and hears its answer. The child is gone when this returns.
fn ask<T: DeserializeOwned>(
    program: Option<&Path>,
    limits: &ReadingLimits,
    form: Form,
    bytes: Vec<u8>,
) -> Answer<T> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    let asked = Asked { memory: limits.memory, seconds: limits.processor, form };
    let mut question = serde_json::to_vec(&asked).map_err(|_| TableError::NoAnswer)?;
    question.push(b'\n');
    let program = program.map_or_else(this_program, |program| Ok(program.to_owned()));
    let mut command = Command::new(program.map_err(|_| TableError::NoAnswer)?);
    // What a child that breaks says on standard error is no sentence for a person.
    command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|_| TableError::NoAnswer)?;
    let heard = hear(&mut child, limits, question, bytes);
    // Its output has ended, or the time has. On a process that has ended already this changes nothing.
    let _ = child.kill();
    let ended = child.wait().map_err(|_| TableError::NoAnswer)?;
    let said = heard?;
    if said.len() as u64 > limits.answer {
        return Err(TableError::Bomb);
    }
    // A whole answer is JSON from the first byte to the last; what was cut off, or is mixed with anything else, is none.
    serde_json::from_slice(&said).unwrap_or_else(|_| {
        Err(match how_it_ended(ended) {
            Ended::OutOfMemory => TableError::Bomb,
            Ended::OutOfTime => TableError::TooSlow,
            Ended::Panicked => TableError::Broken,
            Ended::Otherwise => TableError::NoAnswer,
        })
    })
}

/// All that the child says until it ends, and no more than one byte beyond the limit. Nobody joins the two threads:
/// they end when the child does.
fn hear(
    child: &mut Child,
    limits: &ReadingLimits,
    question: Vec<u8>,
    bytes: Vec<u8>,
) -> Result<Vec<u8>, TableError> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(TableError::NoAnswer);
    };
    let (answer, wait) = channel();
    let most = limits.answer.saturating_add(1);
    apart("table-asks", move || {
        // A child that refuses early closes its ear; its answer says why.
        let _ = input.write_all(&question).and_then(|()| input.write_all(&bytes));
    })?;
    apart("table-hears", move || {
        let mut said = Vec::new();
        let whole = output.take(most).read_to_end(&mut said);
        // Nobody waits any more where the time is over.
        let _ = answer.send(whole.map(|_| said));
    })?;
    match wait.recv_timeout(limits.waiting) {
        Ok(said) => said.map_err(|_| TableError::NoAnswer),
        Err(_) => Err(TableError::TooSlow),
    }
}

fn apart(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), TableError> {
    let started = thread::Builder::new().name(name.to_owned()).spawn(work);
    started.map(drop).map_err(|_| TableError::NoAnswer)
}
