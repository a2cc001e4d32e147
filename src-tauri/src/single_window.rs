//! One window for a data folder: the second start brings the first window to the front and ends.
//!
//! The lock of the store keeps two programs from writing one file; this is only the politeness before it. So nothing
//! here is a reason not to start: where the system gives no socket, the store still refuses the second program.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
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
/// No path is longer; whoever announces more is not one of ours.
const LONGEST_PATH: u32 = 32 * 1024;

/// Which start this is.
pub(crate) enum Start {
    /// The first, or nobody can say; with the ear for the next ones, where there is one.
    First(Option<Listener>),
    /// The window is open already and has been brought to the front.
    Second,
}

/// Finds out whether a window is open on the folder; where it is, brings it to the front and hands it the file that this start
/// was to open.
pub(crate) fn claim(folder: &Path, file: Option<&Path>) -> Start {
    let Ok(name) = name_of(folder) else { return Start::First(None) };
    // It is asked before it is listened: not every Windows refuses a second listener under one name.
    match call(name.clone(), file) {
        Ok(()) => return Start::Second,
        Err(fault) if fault.kind() == io::ErrorKind::TimedOut => return Start::First(None),
        // Nobody is there.
        Err(_) => {}
    }
    match ListenerOptions::new().name(name.borrow()).create_sync() {
        Ok(listener) => Start::First(Some(listener)),
        // Another start came between.
        Err(fault) if is_taken(&fault) && call(name, file).is_ok() => Start::Second,
        Err(_) => Start::First(None),
    }
}

/// Answers later starts for as long as the program runs; `show` brings the window to the front and gets the file that the
/// later start was to open.
pub(crate) fn answer(listener: Listener, show: impl Fn(Option<PathBuf>) + Send + Sync + 'static) {
    let show = Arc::new(show);
    thread::spawn(move || {
        for caller in listener.incoming().flatten() {
            let show = Arc::clone(&show);
            // Each on a thread of its own: one that says nothing keeps nobody waiting. Windows knows no limit of time
            // for what is read from such a socket.
            thread::spawn(move || {
                // A caller that breaks off has gone.
                if let Ok(file) = answered(caller) {
                    show(file);
                }
            });
        }
    });
}

/// Whether somebody listens under the name already. Windows says it by refusing the second one.
fn is_taken(fault: &io::Error) -> bool {
    matches!(fault.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied)
}

fn answered(mut caller: Stream) -> io::Result<Option<PathBuf>> {
    let mut said = [0; WORD.len()];
    caller.read_exact(&mut said)?;
    if &said != WORD {
        return Err(io::ErrorKind::InvalidData.into());
    }
    caller.write_all(WORD)?;
    // An older version of the program says no more than the word.
    Ok(told_file(&mut caller).unwrap_or_default())
}

/// The file that the other start was to open: the length of its path, then the path.
fn told_file(caller: &mut Stream) -> io::Result<Option<PathBuf>> {
    let mut length = [0; 4];
    caller.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length == 0 || length > LONGEST_PATH {
        return Ok(None);
    }
    let mut path = vec![0; length as usize];
    caller.read_exact(&mut path)?;
    Ok(String::from_utf8(path).ok().map(PathBuf::from))
}

fn tell_file(window: &mut Stream, file: Option<&str>) -> io::Result<()> {
    let path = file.unwrap_or_default().as_bytes();
    let length = u32::try_from(path.len()).unwrap_or_default();
    window.write_all(&length.to_le_bytes())?;
    window.write_all(path)
}

/// Asks the window that is open to come to the front. The waiting is limited here and not on the socket, where Windows
/// cannot.
fn call(name: Name<'static>, file: Option<&Path>) -> io::Result<()> {
    let file = file.and_then(Path::to_str).map(str::to_owned);
    let (answer, wait) = channel();
    thread::spawn(move || {
        // Nobody waits any more where it took too long.
        let _ = answer.send(ask(name, file.as_deref()));
    });
    wait.recv_timeout(PATIENCE).unwrap_or(Err(io::ErrorKind::TimedOut.into()))
}

fn ask(name: Name<'static>, file: Option<&str>) -> io::Result<()> {
    let mut window = Stream::connect(name)?;
    window.write_all(WORD)?;
    let mut said = [0; WORD.len()];
    window.read_exact(&mut said)?;
    if &said != WORD {
        return Err(io::ErrorKind::InvalidData.into());
    }
    // A window of an older version has gone by now, and is in front all the same.
    let _ = tell_file(&mut window, file);
    Ok(())
}

/// The name of the socket follows the folder; a path itself may be too long for one.
fn name_of(folder: &Path) -> io::Result<Name<'static>> {
    let digits = digits_of(folder)?;
    format!("ru.pps.workplace.{digits}").to_ns_name::<GenericNamespaced>()
}

/// What tells a folder from all others, whichever way its path was written.
pub(crate) fn digits_of(folder: &Path) -> io::Result<String> {
    let folder = folder.canonicalize()?;
    let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::{Start, WORD, answer, claim, name_of};
    use interprocess::local_socket::Stream;
    use interprocess::local_socket::prelude::*;
    use std::io::{Read, Write};
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    #[test]
    fn the_second_start_on_a_folder_shows_the_first_window_and_another_folder_is_free() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let Start::First(Some(listener)) = claim(one.path(), None) else { panic!("nobody was there") };
        let (shown, wait) = channel();
        answer(listener, move |file| shown.send(file).unwrap());
        // The same folder, written another way.
        assert!(matches!(claim(&one.path().join("."), None), Start::Second));
        assert_eq!(wait.recv_timeout(Duration::from_secs(10)).unwrap(), None);
        let copy = Path::new("/флешка/Копии/year 2026-05-03 14-03-22 по кнопке.db");
        assert!(matches!(claim(one.path(), Some(copy)), Start::Second));
        assert_eq!(wait.recv_timeout(Duration::from_secs(10)).unwrap().as_deref(), Some(copy));
        assert!(matches!(claim(other.path(), None), Start::First(Some(_))));
    }

    #[test]
    fn a_caller_that_says_nothing_keeps_no_other_start_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(Some(listener)) = claim(folder.path(), None) else { panic!("nobody was there") };
        let (shown, wait) = channel();
        answer(listener, move |_| shown.send(()).unwrap());
        let silent = Stream::connect(name_of(folder.path()).unwrap()).unwrap();
        assert!(matches!(claim(folder.path(), None), Start::Second));
        wait.recv_timeout(Duration::from_secs(10)).unwrap();
        drop(silent);
    }

    #[test]
    fn a_window_that_hangs_does_not_hide_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(Some(listener)) = claim(folder.path(), None) else { panic!("nobody was there") };
        // Nobody answers: the listener is there and its window is not.
        assert!(matches!(claim(folder.path(), None), Start::First(None)));
        drop(listener);
    }

    #[test]
    fn an_older_program_that_says_the_word_alone_is_answered_and_a_path_without_end_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let Start::First(Some(listener)) = claim(folder.path(), None) else { panic!("nobody was there") };
        let (shown, wait) = channel();
        answer(listener, move |file| shown.send(file).unwrap());
        for more in [&b""[..], &u32::MAX.to_le_bytes()] {
            let mut older = Stream::connect(name_of(folder.path()).unwrap()).unwrap();
            older.write_all(&[WORD, more].concat()).unwrap();
            older.read_exact(&mut [0; WORD.len()]).unwrap();
            drop(older);
            assert_eq!(wait.recv_timeout(Duration::from_secs(10)).unwrap(), None);
        }
    }
}
