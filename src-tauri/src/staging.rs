//! Files on their way into the program: dropped onto the window, put in order, looked at. The page gets tokens
//! for all of them, never a path.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pps_app::domain::ids::MeetingId;
use pps_app::signed_scans::ScanDraft;
use serde::Serialize;
use tauri::{DragDropEvent, Emitter, Manager, Window, WindowEvent};
use ts_rs::TS;

/// What the page listens to: files are above the window, were dropped, or went away again.
const EVENT: &str = "files";

/// Files on their way into the program.
#[derive(Default)]
pub(crate) struct Staging {
    dropped: Mutex<Dropped>,
    /// Scans that are being put in order, by meeting: whoever looks at another meeting meanwhile finds them again.
    scans: Mutex<BTreeMap<MeetingId, ScanDraft>>,
    /// The attached file that is looked at.
    looked_at: Mutex<(u32, Option<Arc<ScanDraft>>)>,
    /// Folders with copies that were handed to other programs.
    copies: Mutex<Vec<PathBuf>>,
}

/// The files that were dropped last.
#[derive(Default)]
struct Dropped {
    token: u32,
    paths: Vec<PathBuf>,
}

/// What happens with files above the window; the place is in points of the screen.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "commands/")]
#[serde(tag = "state", rename_all = "snake_case")]
enum Dragged {
    Over { x: f64, y: f64 },
    Dropped { x: f64, y: f64, token: u32 },
    Gone,
}

impl Staging {
    /// Passes on what the system says about files above the window; clears up when the window has gone.
    pub(crate) fn watch(window: &Window, event: &WindowEvent) {
        let event = match event {
            WindowEvent::DragDrop(event) => event,
            WindowEvent::Destroyed => return window.state::<Arc<Self>>().remove_copies(),
            _ => return,
        };
        let dragged = match event {
            DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
                Dragged::Over { x: position.x, y: position.y }
            }
            DragDropEvent::Drop { paths, position } => {
                let token = window.state::<Arc<Self>>().keep_dropped(paths.clone());
                Dragged::Dropped { x: position.x, y: position.y, token }
            }
            _ => Dragged::Gone,
        };
        // A page that has gone needs to know nothing.
        let _ = window.emit(EVENT, dragged);
    }

    /// Remembers a folder with a copy, to be removed when the window closes.
    pub(crate) fn keep_copy(&self, folder: PathBuf) {
        lock(&self.copies).push(folder);
    }

    fn remove_copies(&self) {
        for folder in std::mem::take(&mut *lock(&self.copies)) {
            // A copy that another program still holds open stays; the system clears its folder some day.
            let _ = std::fs::remove_dir_all(folder);
        }
    }

    fn keep_dropped(&self, paths: Vec<PathBuf>) -> u32 {
        let mut dropped = lock(&self.dropped);
        dropped.token += 1;
        dropped.paths = paths;
        dropped.token
    }

    /// The files behind a token, which is good for one time.
    pub(crate) fn take_dropped(&self, token: u32) -> Option<Vec<PathBuf>> {
        let mut dropped = lock(&self.dropped);
        (dropped.token == token && !dropped.paths.is_empty()).then(|| std::mem::take(&mut dropped.paths))
    }

    /// Works with the scans of a meeting that are being put in order.
    pub(crate) fn scans<T>(&self, meeting: MeetingId, work: impl FnOnce(&mut ScanDraft) -> T) -> T {
        work(lock(&self.scans).entry(meeting).or_default())
    }

    /// Forgets the scans of a meeting.
    pub(crate) fn forget_scans(&self, meeting: MeetingId) {
        lock(&self.scans).remove(&meeting);
    }

    /// Keeps an attached file while it is looked at.
    pub(crate) fn look_at(&self, file: ScanDraft) -> u32 {
        let mut looked_at = lock(&self.looked_at);
        looked_at.0 += 1;
        looked_at.1 = Some(Arc::new(file));
        looked_at.0
    }

    /// The file that is looked at under a token; none where it is another one by now.
    pub(crate) fn looked_at(&self, token: u32) -> Option<Arc<ScanDraft>> {
        let looked_at = lock(&self.looked_at);
        looked_at.1.clone().filter(|_| looked_at.0 == token)
    }
}

/// A panic while the lock was held leaves whole values behind: a draft is changed by one step at a time.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::Staging;

    #[test]
    fn copies_go_with_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("pps-1");
        std::fs::create_dir(&copy).unwrap();
        std::fs::write(copy.join("Приказ.pdf"), b"%PDF-1.7").unwrap();
        let staging = Staging::default();
        staging.keep_copy(copy.clone());
        staging.remove_copies();
        assert!(!copy.exists() && folder.path().exists());
    }

    #[test]
    fn dropped_files_are_taken_once_and_only_by_their_own_token() {
        let staging = Staging::default();
        let paths = vec![PathBuf::from("/снимок.jpg")];
        let first = staging.keep_dropped(paths.clone());
        let second = staging.keep_dropped(paths.clone());
        assert_eq!(staging.take_dropped(first), None, "others were dropped since");
        assert_eq!(staging.take_dropped(second), Some(paths));
        assert_eq!(staging.take_dropped(second), None);
        assert_eq!(staging.take_dropped(0), None);
    }
}
