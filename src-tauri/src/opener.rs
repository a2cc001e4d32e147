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
    system::open(path)
}

/// Prints a PDF with the program that the desktop has for it, or shows it there, where printing it at once is not known.
pub(crate) fn print(pdf: &Path) -> Result<(), NotOpened> {
    if !pdf.try_exists()? {
        return Err(NotOpened::Gone);
    }
    system::print(pdf)
}

#[cfg(not(windows))]
mod system {
    use std::path::Path;
    use std::process::Command;

    use super::{NotOpened, wait_for};

    pub(super) fn open(path: &Path) -> Result<(), NotOpened> {
        let mut command = Command::new("xdg-open");
        #[cfg(target_os = "linux")]
        crate::webkit::forget_for(&mut command);
        wait_for(command.arg(path))
    }

    /// Desktops here know no word for printing: the program that shows the PDF has its own «Печать».
    pub(super) fn print(pdf: &Path) -> Result<(), NotOpened> {
        open(pdf)
    }
}

#[cfg(windows)]
mod system {
    use std::os::windows::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    use super::{NotOpened, wait_for};

    /// No black window for the moment of asking.
    const NO_CONSOLE: u32 = 0x0800_0000;
    /// Prints by the verb of the program that shows such files, where it has one. The path comes through the environment, so that
    /// nothing in it can be a command.
    const PRINT: &str = "$file = $env:PPS_FILE_TO_PRINT; \
        if ((New-Object System.Diagnostics.ProcessStartInfo $file).Verbs -contains 'Print') \
        { Start-Process -FilePath $file -Verb Print -WindowStyle Hidden } else { exit 3 }";

    pub(super) fn open(path: &Path) -> Result<(), NotOpened> {
        opener::open(path).map_err(|fault| match fault {
            opener::OpenError::Io(fault) => NotOpened::from(fault),
            _ => NotOpened::NoProgram,
        })
    }

    pub(super) fn print(pdf: &Path) -> Result<(), NotOpened> {
        let mut command = Command::new("powershell");
        command.args(["-NoProfile", "-NonInteractive", "-Command", PRINT]);
        command.env("PPS_FILE_TO_PRINT", pdf).creation_flags(NO_CONSOLE);
        wait_for(&mut command).or_else(|_| open(pdf))
    }
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

/// What the opener says by the way it ended.
fn answer(status: ExitStatus) -> Result<(), NotOpened> {
    if status.success() {
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
