//! What the window works with: the open data file, the paper that is shown, the way to the system.

mod closed;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use pps_app::documents::Composed;
use pps_app::error::ErrorView;
use pps_app::importing::TableDraft;
use pps_app::importing::protocol::ProtocolDraft;
use pps_app::package::PackageDraft;
use pps_app::views::{OpenFile, Opening};
use pps_app::{AppError, Clock, Key, Workplace};

use crate::platform::Platform;

/// The leader's own year.
const OWN: &str = "year.db";
/// The example, a file of its own.
const EXAMPLE: &str = "example.db";

/// So many pasted tables are kept while the person looks something up in another room.
const MOST_TABLES: usize = 3;

/// The start of the program is over by then, so that the weekly check of the file makes nobody wait.
const BEFORE_THE_CHECK: Duration = Duration::from_secs(20);

/// What the window works with.
pub(crate) struct AppState {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    open: Mutex<Option<Arc<Workplace>>>,
    /// The key of the leader's own file; none until the person has proved to have it.
    key: Mutex<Option<Key>>,
    /// Held while a file is opened or closed.
    turn: Mutex<()>,
    /// A file that was locked while a command still ran on it.
    leaving: Mutex<Weak<Workplace>>,
    shown: Mutex<Option<Shown>>,
    /// The tables that are looked at before they are added, the newest last: of a plan and of a roster one may lie open
    /// in each room.
    tables: Mutex<Vec<(u32, Arc<TableDraft>)>>,
    /// The old protocol that is looked at before it is added.
    protocol: Mutex<Option<(u32, Arc<ProtocolDraft>)>>,
    /// The package that is looked at before it is written.
    package: Mutex<Option<(u32, Arc<PackageDraft>)>>,
    /// The delivery sheet of the package that was written last, to be printed.
    sheet: Mutex<Option<(u32, Arc<Composed>)>>,
    tokens: AtomicU32,
    places: Mutex<Vec<PathBuf>>,
    /// The file with which the program was opened, until the page has asked for it.
    brought: Mutex<Option<PathBuf>>,
    /// Set while a package is being written and the person wants it stopped.
    pub(crate) stop: Arc<AtomicBool>,
    /// Dialogs and the printer.
    pub(crate) platform: Box<dyn Platform>,
}

/// What the window begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FirstScreen {
    /// There are records.
    Rooms,
    /// There are none yet.
    FirstStart,
}

/// The paper that is shown beside the form.
struct Shown {
    token: u32,
    composed: Arc<Composed>,
}

impl AppState {
    pub(crate) fn new(folder: PathBuf, clock: Arc<dyn Clock>, platform: Box<dyn Platform>) -> Self {
        Self {
            folder,
            clock,
            open: Mutex::new(None),
            key: Mutex::new(None),
            turn: Mutex::new(()),
            leaving: Mutex::new(Weak::new()),
            shown: Mutex::new(None),
            tables: Mutex::new(Vec::new()),
            protocol: Mutex::new(None),
            package: Mutex::new(None),
            sheet: Mutex::new(None),
            tokens: AtomicU32::new(1),
            places: Mutex::new(Vec::new()),
            brought: Mutex::new(None),
            stop: Arc::new(AtomicBool::new(false)),
            platform,
        }
    }

    /// What the window will show, where that is known before anything is read; a password is asked before all else.
    pub(crate) fn first_screen(&self) -> Option<FirstScreen> {
        if !self.own().exists() {
            return Some(FirstScreen::FirstStart);
        }
        let open = pps_app::password::is_locked(&self.own()).is_ok_and(|locked| !locked);
        open.then_some(FirstScreen::Rooms)
    }

    /// Opens the leader's own file where there is one. What is open already stays open.
    pub(crate) fn opening(&self) -> Opening {
        let _turn = self.turn();
        self.open_now()
    }

    fn open_now(&self) -> Opening {
        if lock(&self.open).is_none() && self.own().exists() {
            self.wait_for_leaving();
            match Workplace::open_with(&self.own(), &self.key(), Arc::clone(&self.clock)) {
                Ok(workplace) => {
                    self.put(workplace);
                    self.check_later();
                }
                Err(fault) => return self.answer(None, Some(fault.view())),
            }
        }
        self.shown_opening()
    }

    /// Opens the example, which is made where it is not there yet.
    pub(crate) fn open_example(&self) -> Result<Opening, AppError> {
        let _turn = self.turn();
        self.close();
        let path = self.folder.join(EXAMPLE);
        let clock = Arc::clone(&self.clock);
        let example = if path.exists() {
            Workplace::open(&path, clock)?
        } else {
            Workplace::create_example(&path, clock)?
        };
        self.put(example);
        Ok(self.shown_opening())
    }

    /// Goes back from the example to the leader's own file, or to the first start where there is none.
    pub(crate) fn open_own(&self) -> Opening {
        let _turn = self.turn();
        self.close();
        self.open_now()
    }

    /// Does the first start.
    pub(crate) fn create_community(&self, first: &pps_app::views::FirstSteps) -> Result<Opening, AppError> {
        let _turn = self.turn();
        self.close();
        let workplace = Workplace::create_community(&self.own(), Arc::clone(&self.clock), first)?;
        self.put(workplace);
        Ok(self.shown_opening())
    }

    /// The open file.
    pub(crate) fn workplace(&self) -> Result<Arc<Workplace>, ErrorView> {
        lock(&self.open).clone().ok_or_else(|| ErrorView {
            code: "nothing_open".to_owned(),
            message: "Файл данных ещё не открыт. Создайте сообщество или откройте учебный пример.".to_owned(),
            fields: Vec::new(),
        })
    }

    /// Keeps the paper that is shown, so that its pages can be drawn one by one.
    pub(crate) fn show(&self, composed: Composed) -> u32 {
        let token = self.tokens.fetch_add(1, Ordering::Relaxed);
        *lock(&self.shown) = Some(Shown { token, composed: Arc::new(composed) });
        token
    }

    /// The paper with the token; none where another one is shown by now.
    pub(crate) fn shown(&self, token: u32) -> Option<Arc<Composed>> {
        lock(&self.shown)
            .as_ref()
            .filter(|shown| shown.token == token)
            .map(|shown| Arc::clone(&shown.composed))
    }

    /// Keeps a table while it is looked at; the oldest goes when there are too many.
    pub(crate) fn keep_table(&self, draft: TableDraft) -> u32 {
        let token = self.tokens.fetch_add(1, Ordering::Relaxed);
        let mut tables = lock(&self.tables);
        if tables.len() >= MOST_TABLES {
            tables.remove(0);
        }
        tables.push((token, Arc::new(draft)));
        token
    }

    /// The table with the token; none where it has gone.
    pub(crate) fn table(&self, token: u32) -> Option<Arc<TableDraft>> {
        let tables = lock(&self.tables);
        tables.iter().find(|(kept, _)| *kept == token).map(|(_, draft)| Arc::clone(draft))
    }

    /// Forgets a table.
    pub(crate) fn forget_table(&self, token: u32) {
        lock(&self.tables).retain(|(kept, _)| *kept != token);
    }

    /// Keeps an old protocol while it is looked at.
    pub(crate) fn keep_protocol(&self, draft: Arc<ProtocolDraft>) -> u32 {
        let token = self.tokens.fetch_add(1, Ordering::Relaxed);
        *lock(&self.protocol) = Some((token, draft));
        token
    }

    /// The old protocol with the token; none where another one is looked at by now.
    pub(crate) fn protocol(&self, token: u32) -> Option<Arc<ProtocolDraft>> {
        named(&self.protocol, token)
    }

    /// Forgets an old protocol.
    pub(crate) fn forget_protocol(&self, token: u32) {
        let mut kept = lock(&self.protocol);
        if kept.as_ref().is_some_and(|(known, _)| *known == token) {
            *kept = None;
        }
    }

    /// Keeps a package while it is looked at.
    pub(crate) fn keep_package(&self, draft: PackageDraft) -> u32 {
        let token = self.tokens.fetch_add(1, Ordering::Relaxed);
        *lock(&self.package) = Some((token, Arc::new(draft)));
        token
    }

    /// The package with the token; none where another one is looked at by now.
    pub(crate) fn package(&self, token: u32) -> Option<Arc<PackageDraft>> {
        named(&self.package, token)
    }

    /// Keeps the delivery sheet of a package that was written.
    pub(crate) fn keep_sheet(&self, package: u32, sheet: Arc<Composed>) {
        *lock(&self.sheet) = Some((package, sheet));
    }

    /// The delivery sheet of the package with the token; none where another one was written since.
    pub(crate) fn sheet(&self, package: u32) -> Option<Arc<Composed>> {
        named(&self.sheet, package)
    }

    /// Keeps a folder that was chosen in a dialog; the page gets a token, never a path to send back.
    pub(crate) fn keep_place(&self, path: PathBuf) -> u32 {
        let mut places = lock(&self.places);
        if let Some(known) = places.iter().position(|place| *place == path) {
            return known as u32;
        }
        places.push(path);
        places.len() as u32 - 1
    }

    /// The folder behind a token.
    pub(crate) fn place(&self, token: u32) -> Option<PathBuf> {
        lock(&self.places).get(token as usize).cloned()
    }

    /// Keeps the file with which the program was opened until the page asks for it; the last one counts.
    pub(crate) fn bring(&self, file: Option<PathBuf>) {
        if file.is_some() {
            *lock(&self.brought) = file;
        }
    }

    /// The file with which the program was opened, once.
    pub(crate) fn take_brought(&self) -> Option<PathBuf> {
        lock(&self.brought).take()
    }

    /// The clock of the program.
    pub(crate) fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Where the data files lie.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The leader's own file, whether it is open or there at all.
    pub(crate) fn own(&self) -> PathBuf {
        self.folder.join(OWN)
    }

    fn put(&self, workplace: Workplace) {
        *lock(&self.open) = Some(Arc::new(workplace));
    }

    /// Checks the leader's own file once it has been looked at for a while. One that was closed meanwhile is checked when
    /// it is opened next.
    fn check_later(&self) {
        let Some(open) = lock(&self.open).as_ref().map(Arc::downgrade) else { return };
        thread::spawn(move || {
            thread::sleep(BEFORE_THE_CHECK);
            if let Some(Err(fault)) = open.upgrade().map(|workplace| workplace.check_weekly()) {
                tracing::warn!(code = fault.code(), "the file was not checked");
            }
        });
    }

    /// The last holder closes the file; a command that still runs keeps it open until it is done.
    fn close(&self) {
        *lock(&self.shown) = None;
        lock(&self.tables).clear();
        *lock(&self.protocol) = None;
        *lock(&self.package) = None;
        *lock(&self.sheet) = None;
        *lock(&self.open) = None;
    }

    fn shown_opening(&self) -> Opening {
        let open = lock(&self.open).clone();
        match open.map(|workplace| workplace.open_file()).transpose() {
            Ok(file) => self.answer(file, None),
            Err(fault) => self.answer(None, Some(fault.view())),
        }
    }

    fn answer(&self, file: Option<OpenFile>, fault: Option<ErrorView>) -> Opening {
        Opening { today: self.clock.today(), file, fault }
    }
}

/// Names the folder of the data.
const DATA: &str = "--data";

/// The file with which the program is to be opened, as a double click on a copy gives it: the first word that is no option,
/// wherever the program is started from.
pub(crate) fn file_to_open(arguments: &[OsString]) -> Option<PathBuf> {
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        if word == DATA {
            words.next();
        } else if !word.is_empty() && !word.as_encoded_bytes().starts_with(b"-") {
            return std::path::absolute(word).ok();
        }
    }
    None
}

/// The folder of the data files: `--data DIR`, else `Данные` beside the program where it exists (a portable
/// copy on a stick), else the account's local application data.
pub(crate) fn data_folder(arguments: &[OsString], program: Option<&Path>, local: PathBuf) -> PathBuf {
    let named = arguments.iter().position(|word| word == DATA).and_then(|at| arguments.get(at + 1));
    if let Some(named) = named {
        return PathBuf::from(named);
    }
    portable_folder(program).filter(|folder| folder.is_dir()).unwrap_or(local)
}

/// Whether the data files lie beside the program, to be carried about with it.
pub(crate) fn is_portable(folder: &Path) -> bool {
    std::env::current_exe().is_ok_and(|program| portable_folder(Some(&program)).as_deref() == Some(folder))
}

fn portable_folder(program: Option<&Path>) -> Option<PathBuf> {
    program.and_then(Path::parent).map(|folder| folder.join("Данные"))
}

/// What is kept under a token.
fn named<T>(kept: &Mutex<Option<(u32, Arc<T>)>>, token: u32) -> Option<Arc<T>> {
    lock(kept).as_ref().filter(|(known, _)| *known == token).map(|(_, thing)| Arc::clone(thing))
}

/// A panic while the lock was held leaves whole values behind, since each is replaced in one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{data_folder, file_to_open};
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    #[test]
    fn the_folder_is_named_or_portable_or_the_accounts_own() {
        let local = PathBuf::from("/local");
        let named = words(&["--data", "/named"]);
        assert_eq!(data_folder(&named, None, local.clone()), Path::new("/named"));
        assert_eq!(data_folder(&words(&["--data"]), None, local.clone()), local);
        let stick = tempfile::tempdir().unwrap();
        let program = stick.path().join("pps");
        assert_eq!(data_folder(&[], Some(&program), local.clone()), local);
        std::fs::create_dir(stick.path().join("Данные")).unwrap();
        assert_eq!(data_folder(&[], Some(&program), local), stick.path().join("Данные"));
    }

    #[test]
    fn the_file_of_a_double_click_is_told_from_options_and_from_the_folder_of_the_data() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("year 2026-05-03 14-03-22 по кнопке.db");
        let copy = copy.to_str().unwrap();
        assert_eq!(file_to_open(&words(&["--data", "/named"])), None);
        assert_eq!(file_to_open(&words(&["--data", "/named", copy])), Some(copy.into()));
        assert_eq!(file_to_open(&words(&["--quiet", "", copy, "/other"])), Some(copy.into()));
        let here = std::env::current_dir().unwrap().join("copy.db");
        assert_eq!(file_to_open(&words(&["copy.db"])), Some(here));
    }

    fn words(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }
}
