//! The program in a window, and what a person can do with it.

use std::cell::Cell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use pps_tests::{Driver, Picture, Screen};
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long anything may take before the test gives up; on an idle machine everything takes a fraction of it.
const PATIENCE: Duration = Duration::from_secs(40);
/// How long a whole story may take.
const STORY: Duration = Duration::from_secs(300);

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_pps-workplace");

/// A folder with the program's data, which outlives the windows opened on it, and the world around the program.
pub(crate) struct Data {
    folder: TempDir,
    world: Vec<(&'static str, OsString)>,
    size: (u32, u32),
    file: Option<PathBuf>,
}

impl Data {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), world: Vec::new(), size: (1366, 768), file: None }
    }

    /// The program takes this for today.
    pub(crate) fn on(self, day: &str) -> Self {
        self.with("PPS_REHEARSAL_TODAY", day)
    }

    /// Files are saved here, and this is the stick that is chosen.
    pub(crate) fn saving_to(self, folder: &Path) -> Self {
        self.with("PPS_REHEARSAL_FOLDER", folder)
    }

    /// Something else of the environment.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.world.push((name, value.into()));
        self
    }

    /// On a screen of another size.
    pub(crate) fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// The program is started with this file, as by a double click on it.
    pub(crate) fn opened_with(mut self, file: &Path) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Opens the program on the folder and does something with its window; closes the window whatever happens.
    pub(crate) fn in_window<T>(&self, act: impl AsyncFnOnce(&Window) -> T) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let screen = Screen::sized(self.size);
            let driver = Driver::start(&screen, &self.world);
            let page = driver.open_with(Path::new(PROGRAM), self.path(), self.file.as_deref()).await;
            page.set_window_rect(0, 0, self.size.0, self.size.1).await.expect("the window takes the screen");
            let display = screen.display.clone();
            let window =
                Window { page: page.clone(), display, data: self.path().to_owned(), dead: Cell::new(false) };
            window.comes_to_rest().await;
            // A failed assertion inside unwinds through here, and the guards then end the driver and the screen.
            let acted = tokio::time::timeout(STORY, act(&window)).await;
            let closed = page.close().await;
            assert!(closed.is_ok() || window.dead.get(), "the session closes: {closed:?}");
            acted.expect("the story ends in time")
        })
    }
}

/// An open window.
pub(crate) struct Window {
    page: Client,
    /// The screen on which it stands, for what lies outside the page.
    pub(crate) display: String,
    data: PathBuf,
    dead: Cell<bool>,
}

impl Window {
    /// Waits until the page has drawn what it shows first: what is pressed while a part of it is being drawn anew, as a person
    /// hardly could, is lost.
    pub(crate) async fn comes_to_rest(&self) {
        // The frame that stands before the rooms are there is not the page yet, and a room may still be on its way.
        let drawn = "return document.querySelector('[data-shell], #room[aria-busy]') ? '' : document.querySelector('#page')?.innerHTML ?? ''";
        let before = std::cell::RefCell::new(serde_json::Value::Null);
        self.until("the page has come to rest", async || {
            let now = self.asks(drawn).await;
            let same = now.as_str().is_some_and(|text| !text.is_empty()) && *before.borrow() == now;
            *before.borrow_mut() = now;
            same
        })
        .await;
    }

    /// Waits until something with the text is seen on the page.
    pub(crate) async fn sees(&self, text: &str) {
        let path = format!("//body//*[{}]", holds(text));
        if self.waits_for(&path).await.is_none() {
            panic!("«{text}» is not on the page:\n{}", self.text().await);
        }
    }

    /// Waits until nothing on the page shows the text any more.
    pub(crate) async fn sees_no_more(&self, text: &str) {
        let shown = "return document.body.innerText.replaceAll('\u{a0}', ' ').includes(arguments[0])";
        self.until(&format!("«{text}» goes"), async || {
            self.page.execute(shown, vec![json!(text)]).await.unwrap() == false
        })
        .await;
    }

    /// Presses the button, link or tick with the text.
    pub(crate) async fn presses(&self, text: &str) {
        self.presses_any("self::button[not(@disabled)] or self::a or self::summary or self::label", text)
            .await;
    }

    /// Presses the button of the question that stands over the room. One of the room with like words lies beneath it, and the
    /// driver's press at its place would fall on whatever is above.
    pub(crate) async fn answers(&self, text: &str) {
        self.presses_any("self::button[ancestor::dialog[@open]]", text).await;
    }

    /// Presses the button after which the window goes; the driver would not hear how that ended.
    pub(crate) async fn presses_last(&self, text: &str) {
        let path = format!("//button[{}]", holds(text));
        let button = self.waits_for(&path).await.unwrap_or_else(|| panic!("no button «{text}»"));
        let press = "const [button] = arguments; setTimeout(() => button.click(), 50);";
        self.page.execute(press, vec![serde_json::to_value(&button).unwrap()]).await.unwrap();
    }

    /// Goes to the beginning of a room: the rail leads back to where the room was left, and pressed once more to its start.
    pub(crate) async fn begins_room(&self, room: &str) {
        self.presses(room).await;
        let here =
            format!("return !!document.querySelector('.rail [aria-current]')?.innerText.includes('{room}')");
        self.until(&format!("«{room}» is open"), async || self.asks(&here).await == true).await;
        self.presses(room).await;
    }

    /// Follows the link with the text, where a tick beside it has the same words.
    pub(crate) async fn follows(&self, text: &str) {
        self.presses_any("self::a", text).await;
    }

    async fn presses_any(&self, kinds: &str, text: &str) {
        let path = format!("//*[{kinds}][{}]", holds(text));
        let patience = Instant::now() + PATIENCE;
        loop {
            // The same words may stand in several places, some of them folded.
            for found in self.page.find_all(Locator::XPath(&path)).await.unwrap_or_default() {
                match self.pressed(&found).await {
                    Ok(()) => return,
                    Err(fault) => assert!(may_pass(&fault), "«{text}» was not pressed: {fault:?}"),
                }
            }
            assert!(Instant::now() < patience, "no button «{text}» on the page:\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn pressed(&self, element: &Element) -> Result<(), CmdError> {
        // The driver takes a sliver at the lower edge for a visible element, and its click then misses; what a
        // message covers is moved to the middle, as a person would.
        let into_view = "arguments[0].scrollIntoView({ block: 'center' })";
        // A room that is given its look back moves for some frames; the eye waits for that.
        let still = "return !document.querySelector('[data-returning]')";
        self.until("the room stands still", async || self.asks(still).await == true).await;
        self.page.execute(into_view, vec![serde_json::to_value(element).unwrap()]).await?;
        element.click().await
    }

    /// Brings the paper into sight: in a narrow window it is one press away, in a wide one it stands beside.
    pub(crate) async fn looks_at_the_paper(&self) {
        if self.asks("return document.documentElement.dataset.width").await != "wide" {
            self.presses("Как напечатается").await;
        }
    }

    /// Types into the field with the label, in place of what stands there, and leaves it.
    pub(crate) async fn types(&self, label: &str, text: &str) {
        self.types_in("", label, text).await;
    }

    /// The same within a named group: a fieldset by its legend, a group by its label, a question by its number.
    pub(crate) async fn types_in(&self, group: &str, label: &str, text: &str) {
        // A field may be drawn anew between being found and being pressed, and then the caret is not in it; a person
        // would follow it and press again.
        let patience = Instant::now() + PATIENCE;
        while !self.takes_the_caret(&self.field(group, label).await).await.unwrap_or_else(|fault| {
            assert!(may_pass(&fault), "«{label}»: {fault}");
            false
        }) {
            assert!(Instant::now() < patience, "«{label}» does not take the caret");
        }
        self.types_here(text).await;
        self.keys(&[], &char::from(Key::Tab).to_string()).await;
    }

    /// Presses a field and selects what stands in it; answers whether the caret is there.
    async fn takes_the_caret(&self, field: &Element) -> Result<bool, CmdError> {
        self.pressed(field).await?;
        let select = "const [field] = arguments; if (document.activeElement !== field) return false; \
                      field.select(); return true;";
        Ok(self.page.execute(select, vec![serde_json::to_value(field).unwrap()]).await? == true)
    }

    /// What stands in the field with the label.
    pub(crate) async fn reads(&self, label: &str) -> String {
        loop {
            match self.field("", label).await.prop("value").await {
                Ok(value) => return value.unwrap_or_default(),
                Err(fault) => assert!(is_stale(&fault), "«{label}»: {fault}"),
            }
        }
    }

    /// The input, text area or list that a label names.
    pub(crate) async fn field(&self, group: &str, label: &str) -> Element {
        let inside = if group.is_empty() {
            String::new()
        } else {
            let named = holds(group);
            format!(
                "//*[@aria-label='{group}' or (self::fieldset and legend[{named}]) or (self::details and summary//h3[{named}])]"
            )
        };
        let path = format!("{inside}//*[@id = //label[{}]/@for]", holds(label));
        match self.waits_for(&path).await {
            Some(field) => field,
            None => panic!("no field «{label}» in «{group}» on the page:\n{}", self.text().await),
        }
    }

    /// Presses a key with others held.
    pub(crate) async fn keys(&self, held: &[Key], key: &str) {
        let key = key.chars().next().unwrap();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &one in held {
            actions = actions.then(KeyAction::Down { value: one.into() });
        }
        actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for &one in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: one.into() });
        }
        self.page.perform_actions(actions).await.unwrap();
    }

    /// Takes hold of a thing with the mouse and carries it over another, each given as a selector of CSS, and lets it go
    /// there unless it is to be held.
    pub(crate) async fn carries(&self, from: &str, to: &str, hold: bool) {
        let at = async |css: &str| self.page.find(Locator::Css(css)).await.unwrap();
        let glide = Some(Duration::from_millis(100));
        let over = |element, x| PointerAction::MoveToElement { element, duration: glide, x, y: 0.0 };
        let mut way = MouseActions::new("mouse".to_owned())
            .then(over(at(from).await, 0.0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(over(at(from).await, 12.0))
            .then(over(at(to).await, 0.0))
            .then(PointerAction::Pause { duration: Duration::from_millis(100) });
        if !hold {
            way = way.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.page.perform_actions(way).await.unwrap();
    }

    /// Lets go of what is held.
    pub(crate) async fn lets_go(&self) {
        let up = MouseActions::new("mouse".to_owned()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.page.perform_actions(up).await.unwrap();
    }

    /// Types into whatever has the focus.
    pub(crate) async fn types_here(&self, text: &str) {
        self.page.active_element().await.unwrap().send_keys(text).await.unwrap();
    }

    /// Walks with Tab until the field, tick or button with the label has the focus, as one who has no mouse does.
    pub(crate) async fn goes_to(&self, label: &str) {
        for _ in 0..120 {
            self.keys(&[], &char::from(Key::Tab).to_string()).await;
            if self.here().await.contains(label) {
                return;
            }
        }
        panic!("Tab does not lead to «{label}»:\n{}", self.text().await);
    }

    /// Waits until the field with the label has the focus.
    pub(crate) async fn is_at(&self, label: &str) {
        self.until(&format!("«{label}» has the focus"), async || self.here().await.contains(label)).await;
    }

    /// What the thing with the focus is called.
    async fn here(&self) -> String {
        let script = "const at = document.activeElement;
             return (at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText ?? '')
                 .replaceAll('\u{a0}', ' ')";
        self.asks(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Types in place of what stands in the field that has the focus.
    pub(crate) async fn types_over(&self, text: &str) {
        self.keys(&[Key::Control], "a").await;
        self.types_here(text).await;
    }

    /// Chooses one of the list with the label.
    pub(crate) async fn chooses(&self, label: &str, option: &str) {
        let patience = Instant::now() + PATIENCE;
        let named = holds(label);
        let path = format!(
            "//select[@id = //label[{named}]/@for or ancestor::label[{named}]]//option[{}]",
            holds(option)
        );
        loop {
            let found = self.waits_for(&path).await;
            let found = found.unwrap_or_else(|| panic!("no «{option}» in «{label}»"));
            match self.pressed(&found).await {
                Ok(()) => return,
                Err(fault) => assert!(
                    may_pass(&fault) && Instant::now() < patience,
                    "«{option}» was not chosen: {fault:?}"
                ),
            }
        }
    }

    /// Which of the list with the label is chosen.
    pub(crate) async fn chosen(&self, label: &str) -> String {
        let list = serde_json::to_value(&self.field("", label).await).unwrap();
        let script = "return arguments[0].selectedOptions[0].label";
        self.page.execute(script, vec![list]).await.unwrap().as_str().unwrap().to_owned()
    }

    /// The program is killed, as when the power goes.
    pub(crate) fn dies(&self) {
        self.gets_signal("KILL");
    }

    /// The program gets a signal from which it ends, at once or when it has done its work.
    pub(crate) fn gets_signal(&self, signal: &str) {
        assert!(
            Command::new("kill").arg(format!("-{signal}")).arg(self.process()).status().unwrap().success()
        );
        self.dead.set(true);
    }

    /// Somebody closes the window; waits until the program has ended.
    pub(crate) async fn closes_after(&self, close: impl Future<Output = ()>) {
        let process = Path::new("/proc").join(self.process());
        close.await;
        self.dead.set(true);
        let patience = Instant::now() + PATIENCE;
        while process.exists() {
            assert!(Instant::now() < patience, "the window does not close");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The number of the program's process.
    fn process(&self) -> OsString {
        let ours = |process: &Path| {
            let words = std::fs::read(process.join("cmdline")).unwrap_or_default();
            let words = String::from_utf8_lossy(&words).into_owned();
            words.starts_with(PROGRAM) && words.contains(self.data.to_str().unwrap())
        };
        let processes = std::fs::read_dir("/proc").unwrap().map(|entry| entry.unwrap().path());
        let program = processes.into_iter().find(|process| ours(process)).expect("the program is running");
        program.file_name().unwrap().to_owned()
    }

    /// The folder of the data.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// Waits until all that was typed is on the disk.
    pub(crate) async fn all_saved(&self) {
        let script = "return !document.querySelector('[data-unsaved]') \
                      && !document.body.innerText.includes('Записывается')";
        self.until("everything is saved", async || self.asks(script).await == true).await;
    }

    /// Runs a piece of script in the page and answers with what it returns.
    pub(crate) async fn asks(&self, script: &str) -> Value {
        self.page.execute(script, Vec::new()).await.unwrap()
    }

    /// Runs a piece of script that answers by its last argument, a function.
    pub(crate) async fn asks_later(&self, script: &str) -> Value {
        self.page.execute_async(script, Vec::new()).await.unwrap()
    }

    /// All that is written on the page.
    pub(crate) async fn text(&self) -> String {
        let body = self.page.find(Locator::Css("body")).await.unwrap();
        body.text().await.unwrap().replace('\u{a0}', " ")
    }

    /// Saves a picture of the page.
    pub(crate) async fn pictures(&self, file: &Path) {
        // What was changed in the page stands on the screen a frame or two later.
        self.asks_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0](true)))").await;
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let Picture { width, height, dots } = Picture::of(&self.display);
        image::RgbImage::from_raw(width, height, dots).unwrap().save(file).unwrap();
    }

    /// Waits until something holds.
    pub(crate) async fn until(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let patience = Instant::now() + PATIENCE;
        while !holds().await {
            assert!(Instant::now() < patience, "{what}: not in time; the page:\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn waits_for(&self, path: &str) -> Option<Element> {
        let patience = Instant::now() + PATIENCE;
        loop {
            match self.page.wait().at_most(PATIENCE).for_element(Locator::XPath(path)).await {
                Ok(found) => return Some(found),
                // The page was drawn anew while the driver looked through it: it looks again.
                Err(fault) if is_stale(&fault) && Instant::now() < patience => {}
                Err(_) => return None,
            }
        }
    }
}

/// Whether the page has drawn the element anew since it was found.
fn is_stale(fault: &CmdError) -> bool {
    matches!(fault, CmdError::Standard(told) if told.error() == "stale element reference")
}

/// Whether another moment may help: the element was drawn anew, is covered by a message, or lies in a fold.
fn may_pass(fault: &CmdError) -> bool {
    let CmdError::Standard(told) = fault else { return false };
    ["element click intercepted", "element not interactable"].contains(&told.error().as_str())
        || is_stale(fault)
}

/// Waits for a file that another program writes.
pub(crate) async fn file_appears(path: &Path) -> PathBuf {
    let patience = Instant::now() + PATIENCE;
    while !std::fs::metadata(path).is_ok_and(|file| file.len() > 0) {
        assert!(Instant::now() < patience, "{} did not appear", path.display());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    path.to_owned()
}

/// The condition that an element holds a text; spaces that do not break are spaces to a reader. No text of ours
/// holds an apostrophe.
fn holds(text: &str) -> String {
    format!("contains(normalize-space(translate(., '\u{a0}', ' ')), '{text}')")
}
