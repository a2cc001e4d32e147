//! What needs the leader's own file closed: a lock, another key, a copy in its place, what is rescued of it.

use std::path::Path;
use std::sync::{Arc, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use pps_app::views::Opening;
use pps_app::{AppError, Clock, Key};

use super::{AppState, lock};
use crate::commands::{Answer, error_view, refusal};

/// A command that is on its way is waited for as long as this.
const TO_LET_GO: Duration = Duration::from_secs(10);
const LOOK: Duration = Duration::from_millis(20);

impl AppState {
    /// The key of the leader's own file, as far as it is known here: without a password that of every file.
    pub(crate) fn key(&self) -> Key {
        lock(&self.key).clone().unwrap_or_else(Key::open)
    }

    /// Closes whatever is open and forgets the key. A command that still runs keeps the file open until it is done, which
    /// the next opening waits for: a lock makes nobody wait.
    pub(crate) fn lock_records(&self) -> Opening {
        let _turn = self.turn();
        *lock(&self.leaving) = lock(&self.open).as_ref().map(Arc::downgrade).unwrap_or_default();
        self.close();
        *lock(&self.key) = None;
        self.open_now()
    }

    /// Opens the leader's own file with the key that the person has proved to have.
    pub(crate) fn unlock(&self, key: Key) -> Opening {
        let _turn = self.turn();
        self.close();
        *lock(&self.key) = Some(key);
        self.open_now()
    }

    /// Does something to the leader's own file while it is closed, and opens it whatever came of it. What is done answers
    /// with the key under which the file stands from then on.
    pub(crate) fn while_closed<T>(
        &self,
        act: impl FnOnce(&Path, &Key, &Arc<dyn Clock>) -> Result<(T, Key), AppError>,
    ) -> Answer<(T, Opening)> {
        let _turn = self.turn();
        self.close_and_wait()?;
        let done = act(&self.own(), &self.key(), &self.clock).map(|(done, key)| {
            *lock(&self.key) = Some(key);
            done
        });
        let opening = self.open_now();
        Ok((done.map_err(error_view)?, opening))
    }

    /// One who opens or closes at a time.
    pub(super) fn turn(&self) -> std::sync::MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until a file that was locked while a command ran is let go of.
    pub(super) fn wait_for_leaving(&self) {
        let leaving = std::mem::replace(&mut *lock(&self.leaving), Weak::new());
        let patience = Instant::now() + TO_LET_GO;
        while leaving.strong_count() > 0 && Instant::now() < patience {
            thread::sleep(LOOK);
        }
    }

    fn close_and_wait(&self) -> Answer<()> {
        let open = lock(&self.open).clone();
        self.close();
        self.wait_for_leaving();
        let Some(mut open) = open else { return Ok(()) };
        let patience = Instant::now() + TO_LET_GO;
        loop {
            match Arc::try_unwrap(open) {
                Ok(workplace) => {
                    return workplace.close().map_err(error_view);
                }
                Err(held) => open = held,
            }
            if Instant::now() >= patience {
                *lock(&self.open) = Some(open);
                return Err(refusal(
                    "busy",
                    "Программа ещё делает запасную копию или собирает бумаги; подождите минуту и повторите."
                        .to_owned(),
                ));
            }
            thread::sleep(LOOK);
        }
    }
}
