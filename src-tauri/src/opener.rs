//! What the system does with a file: shows it, prints it, opens its folder. The desktop knows which program is for it; this
//! finds out whether there was one, and says in words what to do where there was not.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a refusal is waited for. An opener that runs longer has become the program itself, or waits for it.
const PATIENCE: Duration = Duration::from_secs(4);
/// How often it is looked whether the opener has ended.
const GLANCE: Duration = Duration::from_millis(20);

/// Why a file or a folder was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotOpened {
    /// It is not there any more.
    Gone,
    /// The desktop knows no program for it.
    NoProgram,
    /// The system has no means to open anything.
    NoOpener,
    /// It may not be read.
    Denied,
    /// Anything else.
    Otherwise,
}

impl fmt::Display for NotOpened {
    /// The middle of a sentence: why.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gone => "файла или папки уже нет на месте",
            Self::NoProgram => "на компьютере не нашлось программы, которая такое открывает",
            Self::NoOpener => {
                "в системе нет средства, которым открывают файлы (xdg-open); его ставит тот, кто обслуживает компьютер"
            }
            Self::Denied => "нет прав открыть это место",
            Self::Otherwise => "система не смогла это открыть",
        })
    }
}

impl From<io::Error> for NotOpened {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::NotFound => Self::Gone,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Otherwise,
        }
    }
}

/// Opens a file or a folder with what the desktop has for it.
pub(crate) fn open(path: &Path) -> Result<(), NotOpened> {
    if !path.try_exists()? {
        return Err(NotOpened::Gone);
    }
    let opener = if cfg!(target_os = "windows") { "explorer" } else { "xdg-open" };
    let mut command = Command::new(opener);
    #[cfg(target_os = "linux")]
    crate::webkit::forget_for(&mut command);
    wait_for(command.arg(path))
}

fn wait_for(opener: &mut Command) -> Result<(), NotOpened> {
    let started = opener.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    let mut process = started.map_err(|fault| match fault.kind() {
        io::ErrorKind::NotFound => NotOpened::NoOpener,
        _ => fault.into(),
    })?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = process.try_wait()? {
            return answer(status);
        }
        thread::sleep(GLANCE);
    }
    // Whoever opened it is at work; its end is waited for, so that the system may forget it.
    thread::spawn(move || process.wait());
    Ok(())
}

/// What the opener says by the way it ended. That of Windows says the same however it went.
fn answer(status: ExitStatus) -> Result<(), NotOpened> {
    if status.success() || cfg!(target_os = "windows") {
        return Ok(());
    }
    Err(match status.code() {
        Some(2) => NotOpened::Gone,
        Some(3 | 4) => NotOpened::NoProgram,
        _ => NotOpened::Otherwise,
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::path::Path;
    use std::process::Command;

    use super::{NotOpened, open, wait_for};

    #[test]
    fn what_the_opener_says_becomes_a_reason() {
        for (code, expected) in [
            ("0", Ok(())),
            ("1", Err(NotOpened::Otherwise)),
            ("2", Err(NotOpened::Gone)),
            ("3", Err(NotOpened::NoProgram)),
            ("4", Err(NotOpened::NoProgram)),
        ] {
            let opener = wait_for(Command::new("sh").args(["-c", &format!("exit {code}")]));
            assert_eq!(opener, expected, "{code}");
        }
        assert_eq!(wait_for(&mut Command::new("/there/is/no/opener")), Err(NotOpened::NoOpener));
        assert_eq!(open(Path::new("/there/is/no/such.pdf")), Err(NotOpened::Gone));
    }

    #[test]
    fn every_reason_is_said_in_russian() {
        for reason in [
            NotOpened::Gone,
            NotOpened::NoProgram,
            NotOpened::Denied,
            NotOpened::Otherwise,
            NotOpened::NoOpener,
        ] {
            let said = reason.to_string().replace("xdg-open", "");
            assert!(!said.contains(|letter: char| letter.is_ascii_alphabetic()), "{said}");
        }
    }
}
