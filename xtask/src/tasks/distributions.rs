//! `cargo xtask distributions`: the finished .deb in the bare roots of the systems that it is promised for. Each is installed,
//! used in the window, upgraded with data present and removed, as whoever looks after a school's PC does it.

mod root;
mod screen;
mod story;

use std::path::{Path, PathBuf};

use crate::files;
use crate::process::{self, Outcome, Problem, command, succeeds};
use crate::setup::{ROOTS, prepare, user_is_root};
use root::{Root, SYSTEMS, System};
use story::{Step, tell};

/// Where roots and pictures lie.
const FOLDER: &str = "target/roots";
/// What an upgrade starts from.
const OLDER: &str = "0.0.1";

/// Tries the package in every system, or in those that further words name, and prints a table.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    let systems = named(words)?;
    if cfg!(not(target_os = "linux")) {
        return Err(Problem::new("roots of Linux are made on Linux alone"));
    }
    if !user_is_root() {
        return Err(Problem::new("making a root and installing in it needs root; run it with sudo"));
    }
    prepare(&[ROOTS])?;
    let package = finished(root)?;
    let folder = root.join(FOLDER);
    let older = older(&package, &folder.join("older"))?;

    let mut failed = 0;
    let mut table = String::new();
    for system in systems {
        println!("\n{}", system.name);
        let steps = match Root::fresh(system, &folder) {
            Ok(mut fresh) => tell(&mut fresh, &older, &package),
            Err(why) => vec![Step::not_tried(why.to_string())],
        };
        failed += steps.iter().filter(|step| step.failed()).count();
        table += &format!("\n{}\n{}", system.name, rows(&steps));
    }
    println!("\n{}\n{table}", package.display());
    if failed == 0 { Ok(()) } else { Err(Problem::new(format!("{failed} steps failed"))) }
}

fn named(words: &[String]) -> Outcome<Vec<&'static System>> {
    let folders = || SYSTEMS.iter().map(|system| system.folder).collect::<Vec<_>>().join(", ");
    if words.is_empty() {
        return Ok(SYSTEMS.iter().collect());
    }
    words
        .iter()
        .map(|word| {
            let found = SYSTEMS.iter().find(|system| system.folder == word);
            found.ok_or_else(|| Problem::new(format!("`{word}` is none of {}", folders())))
        })
        .collect()
}

/// The .deb that `cargo xtask package` has made.
fn finished(root: &Path) -> Outcome<PathBuf> {
    let made = process::target_folder(root).join("release/bundle/deb");
    let found =
        files::under(&made)?.into_iter().find(|path| path.extension().is_some_and(|end| end == "deb"));
    let found =
        found.ok_or_else(|| Problem::new("there is no package yet; run `cargo xtask package` first"))?;
    Ok(made.join(found))
}

/// The same package under an older number: what there would be to upgrade from.
fn older(package: &Path, folder: &Path) -> Outcome<PathBuf> {
    files::fresh_folder(folder)?;
    let inside = folder.join("inside");
    process::run(command("dpkg-deb", folder).arg("-R").arg(package).arg(&inside))?;
    let control = inside.join("DEBIAN/control");
    files::write(&control, with_version(&files::read(&control)?, OLDER).as_bytes())?;
    let older = folder.join(format!("pps-workplace_{OLDER}_amd64.deb"));
    let options = ["--root-owner-group", "-Zgzip", "-z1", "--build"];
    if !succeeds(command("dpkg-deb", folder).args(options).arg(&inside).arg(&older)) {
        return Err(Problem::new("the package was not packed under an older number"));
    }
    Ok(older)
}

fn with_version(control: &str, version: &str) -> String {
    let lines = control.lines().map(|line| {
        if line.starts_with("Version: ") { format!("Version: {version}\n") } else { format!("{line}\n") }
    });
    lines.collect()
}

fn rows(steps: &[Step]) -> String {
    steps.iter().map(|step| format!("    {}\n", step.row())).collect()
}

#[cfg(test)]
mod tests {
    use super::{named, rows, with_version};
    use crate::tasks::distributions::story::Step;

    #[test]
    fn systems_are_named_by_their_folders() {
        assert_eq!(named(&["debian-13".to_owned()]).unwrap()[0].name, "Debian 13");
        assert!(named(&[]).unwrap().len() >= 3);
        assert!(named(&["windows".to_owned()]).unwrap_err().to_string().contains("debian-12, "));
    }

    #[test]
    fn only_the_number_of_the_package_becomes_older() {
        let control = "Package: pps-workplace\nVersion: 0.1.0\nDepends: libc6 (>= 2.35)\n";
        let older = "Package: pps-workplace\nVersion: 0.0.1\nDepends: libc6 (>= 2.35)\n";
        assert_eq!(with_version(control, "0.0.1"), older);
    }

    #[test]
    fn what_was_not_tried_is_no_failure_and_is_no_success_either() {
        let steps = [
            Step::not_tried("no key".into()),
            Step::done("window", Err("black".into())),
            Step::done("paper", Ok("2 pages".into())),
        ];
        assert_eq!(steps.iter().filter(|step| step.failed()).count(), 1);
        let rows = rows(&steps);
        assert!(rows.contains("not tried: no key") && rows.contains("FAILED: black"), "{rows}");
        assert!(rows.contains("2 pages") && !rows.contains("not tried: 2"), "{rows}");
    }
}
