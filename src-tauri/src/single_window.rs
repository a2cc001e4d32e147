//! One window for a data folder: the second start brings the first window to the front and ends.
//!
//! The lock of the store keeps two programs from writing one file; this is only the politeness before it. So nothing
//! here is a reason not to start: where the system gives no socket, the store still refuses the second program.

use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, Listener, ListenerOptions, Name, Stream};
use sha2::{Digest, Sha256};

/// What one start says to the other, both ways. Whatever else is said on the socket is not one of ours.
const WORD: &[u8; 4] = b"pps1";
/// How long the second start waits for the first to answer: one that hangs must not hide the program for ever.
const PATIENCE: Duration = Duration::from_secs(3);

/// Which start this is.
pub(crate) enum Start {
    /// The first, or nobody can say; with the ear for the next ones, where there is one.
    First(Option<Listener>),
    /// The window is open already and has been brought to the front.
    Second,
}

/// Finds out whether a window is open on the folder, and brings it to the front where it is.
pub(crate) fn claim(folder: &Path) -> Start {
    let Ok(name) = name_of(folder) else { return Start::First(None) };
    match ListenerOptions::new().name(name.borrow()).create_sync() {
        Ok(listener) => Start::First(Some(listener)),
        Err(fault) if is_taken(&fault) && call(name).is_ok() => Start::Second,
        Err(_) => Start::First(None),
    }
}

/// Answers later starts for as long as the program runs; `show` brings the window to the front.
pub(crate) fn answer(listener: Listener, show: impl Fn() + Send + Sync + 'static) {
    let show = Arc::new(show);
    thread::spawn(move || {
        for caller in listener.incoming().flatten() {
            let show = Arc::clone(&show);
            // Each on a thread of its own: one that says nothing keeps nobody waiting. Windows knows no limit of time
            // for what is read from such a socket.
            thread::spawn(move || {
                // A caller that breaks off has gone.
                if answered(caller).is_ok() {
                    show();
                }
            });
        }
    });
}

/// Whether somebody listens under the name already. Windows says it by refusing the second one.
fn is_taken(fault: &io::Error) -> bool {
    matches!(fault.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied)
}

fn answered(mut caller: Stream) -> io::Result<()> {
    let mut said = [0; WORD.len()];
    caller.read_exact(&mut said)?;
    if &said != WORD {
        return Err(io::ErrorKind::InvalidData.into());
    }
    caller.write_all(WORD)
}

/// Asks the window that is open to come to the front. The waiting is limited here and not on the socket, where Windows
/// cannot.
fn call(name: Name<'static>) -> io::Result<()> {
    let (answer, wait) = channel();
    thread::spawn(move || {
        // Nobody waits any more where it took too long.
        let _ = answer.send(ask(name));
    });
    wait.recv_timeout(PATIENCE).unwrap_or(Err(io::ErrorKind::TimedOut.into()))
}

fn ask(name: Name<'static>) -> io::Result<()> {
    let mut window = Stream::connect(name)?;
    window.write_all(WORD)?;
    let mut said = [0; WORD.len()];
    window.read_exact(&mut said)?;
    if &said == WORD { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// The name of the socket follows the folder, whichever way it was written; a path itself may be too long for one.
fn name_of(folder: &Path) -> io::Result<Name<'static>> {
    let folder = folder.canonicalize()?;
    let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("ru.pps.workplace.{digits}").to_ns_name::<GenericNamespaced>()
}

#[cfg(test)]
mod tests {
    use super::{Start, answer, claim, name_of};
    use interprocess::local_socket::Stream;
    use interprocess::local_socket::prelude::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    #[test]
    fn the_second_start_on_a_folder_shows_the_first_window_and_another_folder_is_free() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let Start::First(Some(listener)) = claim(one.path()) else { panic!("nobody was there") };
        let (shown, wait) = channel();
        answer(listener, move || shown.send(()).unwrap());
        // The same folder, written another way.
        assert!(matches!(claim(&one.path().join(".")), Start::Second));
        wait.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(matches!(claim(other.path()), Start::First(Some(_))));
    }

    #[test]
    fn a_caller_that_says_nothing_keeps_no_other_start_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(Some(listener)) = claim(folder.path()) else { panic!("nobody was there") };
        let (shown, wait) = channel();
        answer(listener, move || shown.send(()).unwrap());
        let silent = Stream::connect(name_of(folder.path()).unwrap()).unwrap();
        assert!(matches!(claim(folder.path()), Start::Second));
        wait.recv_timeout(Duration::from_secs(10)).unwrap();
        drop(silent);
    }

    #[test]
    fn a_window_that_hangs_does_not_hide_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(Some(listener)) = claim(folder.path()) else { panic!("nobody was there") };
        // Nobody answers: the listener is there and its window is not.
        assert!(matches!(claim(folder.path()), Start::First(None)));
        drop(listener);
    }
}
