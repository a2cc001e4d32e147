//! What lies platform the window and cannot be driven by a test: native dialogs, the printer, the file
//! manager.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use rfd::{AsyncFileDialog, FileHandle};
use tauri::AppHandle;

use crate::opener::{NotOpened, open, print};

/// Dialogs, the printer, the file manager. Tests put their own in place of the system's.
pub(crate) trait Platform: Send + Sync {
    /// Asks where to save a PDF; none where the person changed his or her mind.
    fn save_pdf(&self, name: &str) -> Option<PathBuf>;
    /// Asks where to save a file of any kind; none where the person changed his or her mind.
    fn save_file(&self, name: &str) -> Option<PathBuf>;
    /// Asks for files, of these kinds where any are given; empty where the person changed his or her mind.
    fn choose_files(&self, title: &str, kinds: &[FileKind]) -> Vec<PathBuf>;
    /// Asks for a folder, saying what for.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;
    /// Hands a file to the program that the system knows for it.
    fn open(&self, file: &Path) -> Result<(), NotOpened>;
    /// Hands a PDF to the system, which prints it, or shows it with its own «Печать».
    fn print(&self, pdf: &Path) -> Result<(), NotOpened>;
    /// Shows a folder, or the folder where a file lies, in the system's file manager.
    fn reveal(&self, path: &Path) -> Result<(), NotOpened>;
}

/// A kind of files in a dialog.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FileKind {
    /// «Снимки и PDF»
    pub(crate) name: &'static str,
    /// Without the dot.
    pub(crate) endings: &'static [&'static str],
}

/// The system's own.
pub(crate) struct NativePlatform {
    app: AppHandle,
}

impl NativePlatform {
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app }
    }

    /// Asks for one path.
    fn ask<D: Future<Output = Option<FileHandle>> + Send + 'static>(
        &self,
        dialog: impl FnOnce() -> D + Send + 'static,
    ) -> Option<PathBuf> {
        self.wait_for(dialog).map(|file| file.path().to_path_buf())
    }

    /// Shows a dialog from the window's thread, as the toolkit demands, and waits for it on this one.
    fn wait_for<T, D: Future<Output = Option<T>> + Send + 'static>(
        &self,
        dialog: impl FnOnce() -> D + Send + 'static,
    ) -> Option<T> {
        let (answer, wait) = channel();
        let shown = self.app.run_on_main_thread(move || {
            // Nobody waits any more where the window has gone.
            let _ = answer.send(dialog());
        });
        shown.ok()?;
        tauri::async_runtime::block_on(wait.recv().ok()?)
    }
}

impl Platform for NativePlatform {
    fn save_pdf(&self, name: &str) -> Option<PathBuf> {
        let name = name.to_owned();
        self.ask(move || {
            let dialog = AsyncFileDialog::new().set_title("Сохранить PDF");
            dialog.add_filter("Документ PDF", &["pdf"]).set_file_name(name).save_file()
        })
    }

    fn save_file(&self, name: &str) -> Option<PathBuf> {
        let name = name.to_owned();
        self.ask(move || AsyncFileDialog::new().set_title("Сохранить файл").set_file_name(name).save_file())
    }

    fn choose_files(&self, title: &str, kinds: &[FileKind]) -> Vec<PathBuf> {
        let (title, kinds) = (title.to_owned(), kinds.to_vec());
        let chosen = self.wait_for(move || {
            let dialog = AsyncFileDialog::new().set_title(title);
            kinds
                .into_iter()
                .fold(dialog, |dialog, kind| dialog.add_filter(kind.name, kind.endings))
                .pick_files()
        });
        chosen.unwrap_or_default().iter().map(|file| file.path().to_path_buf()).collect()
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        let title = title.to_owned();
        self.ask(move || AsyncFileDialog::new().set_title(title).pick_folder())
    }

    fn print(&self, pdf: &Path) -> Result<(), NotOpened> {
        print(pdf)
    }

    fn open(&self, file: &Path) -> Result<(), NotOpened> {
        open(file)
    }

    fn reveal(&self, path: &Path) -> Result<(), NotOpened> {
        if path.is_dir() {
            return open(path);
        }
        let folder = path.parent().filter(|folder| folder.is_dir());
        open(folder.ok_or(NotOpened::Gone)?)
    }
}
