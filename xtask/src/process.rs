//! Starting other programs and saying clearly what went wrong with them.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whether this is Windows; the one place of xtask that asks.
pub(crate) const IS_WINDOWS: bool = cfg!(windows);

/// One sentence for the person at the terminal: what happened and, where it helps, what to do.
#[derive(Debug)]
pub(crate) struct Problem(String);

impl Problem {
    /// A problem with its sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What a task comes to.
pub(crate) type Outcome<T = ()> = Result<T, Problem>;

/// The root of the repository: tasks may be called from any folder inside it.
pub(crate) fn repository() -> Outcome<PathBuf> {
    // The manifest of this crate was at a known place when it was compiled; a moved clone is compiled anew.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf);
    root.filter(|root| root.join("Cargo.toml").exists()).ok_or_else(|| {
        Problem::new(
            "the repository was moved after xtask was built; run `cargo clean -p xtask` and try again",
        )
    })
}

/// A command that never waits for the keyboard: CI has none.
pub(crate) fn command(program: impl AsRef<Path>, folder: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// The cargo that started this program, so that nested calls use the same toolchain.
pub(crate) fn cargo(root: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(PathBuf::from(cargo), root);
    // `cargo run` describes this package to the programs it starts; build scripts of others must not see it.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
            command.env_remove(name);
        }
    }
    command
}

/// Where cargo puts what it builds; engineers who share a machine name other places.
pub(crate) fn target_folder(root: &Path) -> PathBuf {
    root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut line = name.to_string_lossy().into_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    line
}

fn not_started(command: &Command, error: &std::io::Error) -> Problem {
    Problem::new(format!("`{}` could not be started: {error}", shown(command)))
}

/// Runs a command whose output goes straight to the terminal.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Problem::new(format!("`{}` failed ({status})", shown(command))))
    }
}

/// Runs a command quietly; gives whether it ended well and what it wrote, both streams together.
pub(crate) fn output(command: &mut Command) -> Outcome<(bool, String)> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    let text = [output.stdout, output.stderr].concat();
    Ok((output.status.success(), String::from_utf8_lossy(&text).into_owned()))
}

/// Runs a command quietly and gives its standard output; when it fails, what it wrote is shown in full.
pub(crate) fn capture(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    eprint!("{text}{}", String::from_utf8_lossy(&output.stderr));
    Err(Problem::new(format!("`{}` failed ({})", shown(command), output.status)))
}

/// Runs a command, shows its standard error as it comes, and hands each of its lines to `see` as well.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome {
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).split(b'\n') {
            let Ok(line) = line else { break };
            let line = String::from_utf8_lossy(&line);
            // A closed terminal is no reason to stop the tests.
            let _ = writeln!(std::io::stderr(), "{line}");
            see(&line);
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Problem::new(format!("`{}` failed ({status})", shown(command))))
    }
}

/// Where a program is on PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if IS_WINDOWS { &[".exe", ".cmd"] } else { &[""] };
    std::env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))))
        .find(|candidate| candidate.is_file())
}

/// Whether a command ends well; its output is of no interest.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_with_its_arguments() {
        let problem = run(command("cargo", Path::new(".")).arg("no-such-command").stderr(Stdio::null()));
        let sentence = problem.unwrap_err().to_string();
        assert!(sentence.contains("cargo no-such-command"), "{sentence}");
    }

    #[test]
    fn an_absent_program_is_a_sentence_and_not_a_panic() {
        let sentence = run(&mut command("no-such-program-at-all", Path::new("."))).unwrap_err().to_string();
        assert!(sentence.contains("could not be started"), "{sentence}");
    }

    #[test]
    fn watched_lines_arrive_and_failure_stays_failure() {
        let mut lines = Vec::new();
        let outcome = watch(command("cargo", Path::new(".")).arg("no-such-command"), |line| {
            lines.push(line.to_owned())
        });
        assert!(outcome.is_err());
        assert!(lines.iter().any(|line| line.contains("no-such-command")), "{lines:?}");
    }

    #[test]
    fn programs_are_found_on_path_only_where_they_are() {
        assert!(on_path("cargo").is_some());
        assert!(on_path("no-such-program-at-all").is_none());
    }
}
