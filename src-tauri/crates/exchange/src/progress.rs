//! Progress to show and a flag to stop.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::ExchangeError;

/// What is being done at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Bytes go to the disk.
    Writing,
    /// What was written is read back and compared.
    ReadingBack,
    /// A package is verified.
    Verifying,
}

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress<'a> {
    /// What is being done.
    pub stage: Stage,
    /// Bytes done; when writing, each byte counts twice: written and read back.
    pub done: u64,
    /// Bytes in all; 0 where nobody knows yet.
    pub total: u64,
    /// The file that is worked on, as a path inside the package.
    pub file: &'a str,
}

/// Hears of the progress, and may stop the work.
pub struct Watch<'a> {
    report: Box<dyn FnMut(&Progress<'_>) + 'a>,
    cancel: Option<&'a AtomicBool>,
    done: u64,
    total: u64,
}

impl<'a> Watch<'a> {
    /// Calls `report` after each portion of at most a quarter of a megabyte.
    pub fn new(report: impl FnMut(&Progress<'_>) + 'a) -> Self {
        Self { report: Box::new(report), cancel: None, done: 0, total: 0 }
    }

    /// Nobody looks.
    pub fn silent() -> Self {
        Self::new(|_| {})
    }

    /// Stops the work soon after the flag is set; what was there before stays as it was. Once the
    /// new package has its name, the flag is not looked at any more.
    #[must_use]
    pub fn stopped_by(mut self, flag: &'a AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    pub(crate) fn start(&mut self, total: u64) {
        self.done = 0;
        self.total = total;
    }

    pub(crate) fn step(&mut self, stage: Stage, file: &str, bytes: u64) -> Result<(), ExchangeError> {
        self.done = self.done.saturating_add(bytes);
        (self.report)(&Progress { stage, done: self.done, total: self.total, file });
        self.check()
    }

    pub(crate) fn check(&self) -> Result<(), ExchangeError> {
        match self.cancel {
            Some(flag) if flag.load(Ordering::Relaxed) => Err(ExchangeError::Cancelled),
            _ => Ok(()),
        }
    }
}
