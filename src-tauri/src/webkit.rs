//! What WebKit has to be told on Linux and Tauri does not pass on: how to draw, to check spelling, which menu to show, what
//! to do when the page breaks.

use std::cell::Cell;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, WebviewWindow, WebviewWindowBuilder, Wry};
use webkit2gtk::gio::prelude::{ActionExt, Cast};
use webkit2gtk::gio::{Action, SimpleAction};
use webkit2gtk::{
    ContextMenu, ContextMenuAction, ContextMenuExt, ContextMenuItem, ContextMenuItemExt, HitTestResult,
    HitTestResultExt, WebContextExt, WebView, WebViewExt,
};

use crate::closing::Closing;

/// Languages whose dictionaries are used where they are installed; names and terms in Latin letters occur in Russian texts.
const DICTIONARIES: [&str; 2] = ["ru_RU", "en_US"];
/// A page that breaks again within this time would break for ever.
const BREAKS_AGAIN: Duration = Duration::from_secs(20);

/// Words are checked once the page stands: the dictionaries take a tenth of a second to read. A window that has not asked for
/// its first picture by the time that the page's process runs waits for it half a second, for nothing.
pub(crate) fn check_spelling_later(
    builder: WebviewWindowBuilder<'_, Wry, AppHandle>,
) -> WebviewWindowBuilder<'_, Wry, AppHandle> {
    builder.on_page_load(|window, load| {
        if load.event() == PageLoadEvent::Finished {
            // A window that is going away has no need of it.
            drop(window.with_webview(|webview| check_spelling(&webview.inner())));
        }
    })
}

/// Sets up the view of a window.
pub(crate) fn set_up(window: &WebviewWindow) -> tauri::Result<()> {
    let closing = Arc::clone(window.state::<Arc<Closing>>().inner());
    window.with_webview(move |webview| {
        let view = webview.inner();
        view.connect_context_menu(|_, menu, _, place| !offer_own_menu(menu, place));
        come_back_when_broken(&view, closing);
    })
}

/// WebKit's own word for drawing by the processor.
const NO_GRAPHICS_CARD: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// The page is paper and text. Where a PC has no working graphics card, WebKit imitates one: rooms then take several times
/// as long to show, and the program holds a quarter more memory. It has to hear of it before the first page begins to
/// load: said while that is on its way, the mouse wheel is dead; said later, the memory is taken already
/// (docs/decisions/0014). Tauri begins to load before it hands the view out, so it is said through the environment.
///
/// To be called before anything else has started a thread, or read the environment.
pub(crate) fn draw_without_the_graphics_card() {
    // Whoever has set the variable has a reason; where it cannot be set, the card or its imitation draws.
    let _ = webkit2gtk::glib::setenv(NO_GRAPHICS_CARD, "1", false);
}

/// A program that is started from here draws as it likes.
pub(crate) fn forget_for(program: &mut Command) {
    program.env_remove(NO_GRAPHICS_CARD);
}

/// Without a dictionary of a language nothing of it is checked, and nothing is said about it.
fn check_spelling(view: &WebView) {
    if let Some(context) = view.context() {
        context.set_spell_checking_languages(&DICTIONARIES);
        context.set_spell_checking_enabled(true);
    }
}

/// Whether words are checked in Russian. WebKit keeps of the languages that it was told those whose dictionaries it has found.
pub(crate) fn checks_russian(view: &WebView) -> bool {
    let found = view.context().map(|context| context.spell_checking_languages()).unwrap_or_default();
    found.iter().any(|language| language.starts_with("ru"))
}

/// Puts our own few lines in place of WebKit's menu, which is half English under a Russian system. Answers whether there is
/// anything to show: on the bare page there is not.
fn offer_own_menu(menu: &ContextMenu, place: &HitTestResult) -> bool {
    let editable = place.context_is_editable();
    if !editable && !place.context_is_selection() {
        return false;
    }
    let theirs = menu.items();
    menu.remove_all();
    for item in &theirs {
        if item.stock_action() == ContextMenuAction::SpellingGuess {
            menu.append(item);
        } else if let Some(word) = word_for_spelling(item) {
            menu.append(&renamed(item, word));
        }
    }
    if !menu.items().is_empty() {
        menu.append(&ContextMenuItem::new_separator());
    }
    let acts: &[_] = if editable {
        &[
            (ContextMenuAction::Cut, "Вырезать"),
            (ContextMenuAction::Copy, "Копировать"),
            (ContextMenuAction::Paste, "Вставить"),
            (ContextMenuAction::SelectAll, "Выделить всё"),
        ]
    } else {
        &[(ContextMenuAction::Copy, "Копировать")]
    };
    for (act, word) in acts {
        match theirs.iter().find(|item| item.stock_action() == *act) {
            Some(item) => menu.append(&renamed(item, word)),
            None => menu.append(&ContextMenuItem::from_stock_action_with_label(*act, word)),
        }
    }
    true
}

/// What a line about spelling is called here; a guess is called by its own word. To learn a word or to pass it by, WebKit wants
/// it selected; where it is not, the line could do nothing and is left out.
fn word_for_spelling(item: &ContextMenuItem) -> Option<&'static str> {
    match item.stock_action() {
        ContextMenuAction::NoGuessesFound => Some("Нет вариантов"),
        ContextMenuAction::IgnoreSpelling if can_be_done(item) => Some("Пропустить это слово"),
        ContextMenuAction::LearnSpelling if can_be_done(item) => Some("Добавить слово в словарь"),
        _ => None,
    }
}

fn can_be_done(item: &ContextMenuItem) -> bool {
    item.gaction().is_none_or(|action: Action| action.is_enabled())
}

/// The same line under another name. What cannot be done now stays pale.
fn renamed(item: &ContextMenuItem, word: &str) -> ContextMenuItem {
    let ours = ContextMenuItem::from_stock_action_with_label(item.stock_action(), word);
    if let Some(action) = ours.gaction().and_then(|action| action.downcast::<SimpleAction>().ok()) {
        action.set_enabled(can_be_done(item));
    }
    ours
}

/// A page whose process has ended (no memory, a fault of WebKit) is opened anew: all that was saved is there. Until it stands
/// again nobody waits for its answer.
fn come_back_when_broken(view: &WebView, closing: Arc<Closing>) {
    let last: Cell<Option<Instant>> = Cell::new(None);
    view.connect_web_process_terminated(move |view, _| {
        closing.page_has_gone();
        let again = last.replace(Some(Instant::now())).is_some_and(|before| before.elapsed() < BREAKS_AGAIN);
        if !again {
            view.reload();
        }
    });
}
