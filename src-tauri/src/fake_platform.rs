//! For the window's tests alone (feature `rehearsal`, which what is shipped lacks): dialogs that answer by
//! themselves, and a day of one's own. Each is taken from the environment; without it the system's own is used.

use std::env::{split_paths, var_os};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pps_app::domain::NaiveDate;
use pps_app::{Clock, ClockOnDay, SystemClock};

use crate::opener::NotOpened;
use crate::platform::{FileKind, NativePlatform, Platform};

/// The day, `YYYY-MM-DD`.
const TODAY: &str = "PPS_REHEARSAL_TODAY";
/// The folder into which every file is saved under the name that is offered, and which is chosen as the stick.
/// The word `panic` makes the dialog break, as a fault in the program would.
const FOLDER: &str = "PPS_REHEARSAL_FOLDER";

/// A socket by which a test asks the page what stands where, while it presses keys and buttons of the screen itself.
#[cfg(unix)]
const EYES: &str = "PPS_REHEARSAL_EYES";

/// The files that are chosen in every dialog for files, joined as in `PATH`.
const FILES: &str = "PPS_REHEARSAL_FILES";

/// The clock of the tests.
pub(crate) fn clock() -> Arc<dyn Clock> {
    let day = var_os(TODAY).and_then(|day| day.to_str()?.parse::<NaiveDate>().ok());
    day.map_or_else(|| Arc::new(SystemClock) as Arc<dyn Clock>, |day| Arc::new(ClockOnDay(day)))
}

/// Answers each line of JavaScript on the socket with what it comes to, as one line of JSON. The page knows nothing of
/// it: unlike a browser's driver it leaves the window as a person starts it.
#[cfg(unix)]
pub(crate) fn be_seen(window: tauri::WebviewWindow) {
    use std::io::{BufRead, BufReader, Write};
    use std::os::unix::net::UnixListener;
    use std::sync::mpsc::channel;

    let Some(listener) = var_os(EYES).and_then(|path| UnixListener::bind(path).ok()) else { return };
    std::thread::spawn(move || {
        for asked in listener.incoming().flatten() {
            let mut line = String::new();
            // Whoever only knocks asks nothing.
            if BufReader::new(&asked).read_line(&mut line).unwrap_or_default() == 0 {
                continue;
            }
            let (answer, wait) = channel();
            let shown = window.eval_with_callback(line, move |seen| {
                // Whoever asked may have gone.
                let _ = answer.send(seen);
            });
            if let (Ok(()), Ok(seen)) = (shown, wait.recv()) {
                let _ = writeln!(&asked, "{seen}");
            }
        }
    });
}

/// The system, with dialogs that answer by themselves.
pub(crate) struct FakePlatform {
    system: NativePlatform,
}

impl FakePlatform {
    pub(crate) fn of(system: NativePlatform) -> Self {
        Self { system }
    }
}

fn folder() -> Option<PathBuf> {
    let folder = var_os(FOLDER)?;
    assert!(folder != "panic", "разрыв для проверки");
    Some(PathBuf::from(folder))
}

impl Platform for FakePlatform {
    fn save_pdf(&self, name: &str) -> Option<PathBuf> {
        folder().map_or_else(|| self.system.save_pdf(name), |folder| Some(folder.join(name)))
    }

    fn save_file(&self, name: &str) -> Option<PathBuf> {
        folder().map_or_else(|| self.system.save_file(name), |folder| Some(folder.join(name)))
    }

    fn choose_files(&self, title: &str, kinds: &[FileKind]) -> Vec<PathBuf> {
        match var_os(FILES) {
            Some(files) => split_paths(&files).collect(),
            None => self.system.choose_files(title, kinds),
        }
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        folder().or_else(|| self.system.choose_folder(title))
    }

    fn print(&self, pdf: &Path) -> Result<(), NotOpened> {
        self.system.print(pdf)
    }

    fn open(&self, file: &Path) -> Result<(), NotOpened> {
        self.system.open(file)
    }

    fn reveal(&self, path: &Path) -> Result<(), NotOpened> {
        self.system.reveal(path)
    }
}
