//! `cargo xtask package`: what a person installs. Tauri's own tool packs the finished program; what it made is
//! opened again here, because a package is only as good as what comes out of it.

mod contents;
mod needs;
mod notices;
mod windows;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;
use crate::page::Page;
use crate::process::{self, IS_WINDOWS, Outcome, Problem, capture, cargo, command, on_path, target_folder};
use crate::setup::{BUILD, Node, PACKAGE, locked_tool, prepare};
use contents::Contents;

/// An installer is carried on a stick and by mail; WebView2 for Windows comes on top of it.
const BUDGET_MB: f64 = 20.0;

/// Builds what is shipped, packs it, opens the packages and says where they lie.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    if words == ["windows"] {
        return if IS_WINDOWS { Err(Problem::new(HERE_TOO)) } else { windows::run(root) };
    }
    if !words.is_empty() {
        return Err(Problem::new(
            "it takes one word at most: `windows`, for what a school with Windows gets",
        ));
    }
    let kinds = kinds(IS_WINDOWS);
    println!("Made here: {kinds}. {}", elsewhere(IS_WINDOWS));
    prepare(&[BUILD, PACKAGE])?;
    Page::prepare(root)?.build()?;
    let bundler = locked_tool(root, "bundler", "Tauri's tool that makes installers")?;

    let release = build(root)?;
    let staged = root.join("target/package");
    files::fresh_folder(&staged)?;
    let libraries = staged.join("libraries.txt");
    files::write(&libraries, notices::collect(root, None)?.as_bytes())?;
    let contents = Contents::new(root, &release, &libraries)?;

    let made = release.join("bundle");
    files::fresh_folder(&made)?;
    let config = staged.join("bundle.json");
    files::write(&config, contents.config().to_string().as_bytes())?;
    process::run(&mut bundle(root, &bundler, kinds, &config)?)?;

    let packages = finished(&made)?;
    for package in &packages {
        press(package, &staged)?;
        check(package, &contents, &staged)?;
    }
    println!("\nThe packages:");
    for package in &packages {
        println!("    {}", size_line(package, files::size(package)?));
    }
    Ok(())
}

/// Builds the programs as they are shipped, and gives the folder in which they lie.
pub(crate) fn build(root: &Path) -> Outcome<PathBuf> {
    println!("The programs are built as they are shipped; the first time this takes a quarter of an hour.");
    let programs = ["--bin", "pps-workplace", "--bin", "pps-cli"];
    let build = ["build", "--release", "--workspace", "--features", "custom-protocol"];
    process::run(cargo(root).args(build).args(programs))?;
    Ok(target_folder(root).join("release"))
}

const HERE_TOO: &str = "`windows` packs for Windows on Linux; here the command without it makes an installer";

/// What can be made on a system, in the words of Tauri's tool.
fn kinds(windows: bool) -> &'static str {
    if windows { "nsis" } else { "deb,rpm" }
}

fn elsewhere(windows: bool) -> &'static str {
    if windows {
        "On Linux the same command makes a .deb and an .rpm."
    } else {
        "With the word `windows` it makes a ZIP and an installer (NSIS) for Windows; on Windows itself Tauri's installer, which brings \
         WebView2 with it and was never run."
    }
}

fn bundle(root: &Path, bundler: &Path, kinds: &str, config: &Path) -> Outcome<Command> {
    let mut tauri = Node::find(root)?.command(root);
    tauri.arg(bundler.join("node_modules/@tauri-apps/cli/tauri.js"));
    // The program is packed byte for byte as it was built: the mark of the package's kind serves an updater, and
    // there is none.
    tauri.args(["bundle", "--ci", "--no-sign", "--no-binary-patching", "--bundles", kinds, "--config"]);
    tauri.arg(config);
    Ok(tauri)
}

/// The packages among all that the tool leaves behind.
fn finished(made: &Path) -> Outcome<Vec<PathBuf>> {
    let packages: Vec<PathBuf> = files::under(made)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "deb" || kind == "rpm" || kind == "exe"))
        .map(|path| made.join(path))
        .collect();
    let wanted = kinds(IS_WINDOWS).split(',').count();
    if packages.len() == wanted {
        return Ok(packages);
    }
    let seen = packages.len();
    Err(Problem::new(format!("{wanted} packages were expected in {}, and {seen} are there", made.display())))
}

/// Packs a .deb anew, with its needs in order and with xz. Tauri's tool knows gzip alone, whose memory is too short to see that the two programs
/// are the same for the most part: the package would be twice as large and over the budget.
fn press(package: &Path, staged: &Path) -> Outcome {
    if package.extension().is_none_or(|kind| kind != "deb") {
        return Ok(());
    }
    if on_path("dpkg-deb").is_none() {
        println!("`dpkg-deb` is not on PATH, so the .deb stays as large as gzip leaves it.");
        return Ok(());
    }
    let inside = staged.join("inside");
    files::fresh_folder(&inside)?;
    process::run(command("dpkg-deb", staged).arg("-R").arg(package).arg(&inside))?;
    let control = inside.join("DEBIAN/control");
    files::write(&control, needs::in_order(&files::read(&control)?).as_bytes())?;
    let options = ["--root-owner-group", "-Zxz", "-z9", "--build"];
    process::run(command("dpkg-deb", staged).args(options).arg(&inside).arg(package))
}

/// Opens a package where this machine can and compares what is in it with what should be.
fn check(package: &Path, contents: &Contents, staged: &Path) -> Outcome {
    let here = package.parent().unwrap_or(Path::new("."));
    let kind = package.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    let (opener, listing, needs) = match kind {
        "deb" => ("dpkg-deb", &["-c"][..], &["-f"][..]),
        "rpm" => ("rpm", &["-qlp"][..], &["-qp", "--requires", "--recommends"][..]),
        _ => return Ok(()),
    };
    if on_path(opener).is_none() {
        println!("`{opener}` is not on PATH, so the .{kind} was not opened.");
        return Ok(());
    }
    let listed = capture(command(opener, here).args(listing).arg(package))?;
    let required = capture(command(opener, here).args(needs).arg(package))?;
    let missing = [contents.missing(&listed), contents::unnamed(kind, &required)].concat();
    if !missing.is_empty() {
        return Err(Problem::new(format!("the .{kind} lacks:\n    {}", missing.join("\n    "))));
    }
    if kind == "deb" {
        let opened = staged.join("opened");
        start(package, &opened)?;
        validate(&opened)?;
    }
    println!("The .{kind} was opened: everything is in it.");
    Ok(())
}

/// Starts the command line out of the package, as the person will.
fn start(package: &Path, opened: &Path) -> Outcome {
    files::fresh_folder(opened)?;
    process::run(command("dpkg-deb", opened).arg("-x").arg(package).arg(opened))?;
    capture(command(opened.join("usr/bin/pps-cli"), opened).arg("--help")).map(drop)
}

/// Asks the desktop's own tools whether they understand the menu entry, the kind of files and the description.
fn validate(opened: &Path) -> Outcome {
    let share = opened.join("usr/share");
    for (tool, options, asked) in [
        ("desktop-file-validate", &[][..], "applications/pps-workplace.desktop"),
        ("appstreamcli", &["validate", "--no-net"][..], "metainfo/ru.pps.workplace.metainfo.xml"),
        ("update-mime-database", &[][..], "mime"),
    ] {
        capture(command(tool, opened).args(options).arg(share.join(asked)))?;
    }
    Ok(())
}

fn size_line(package: &Path, bytes: u64) -> String {
    let megabytes = bytes as f64 / 1e6;
    let verdict = if megabytes <= BUDGET_MB { "within" } else { "OVER" };
    format!("{}  {megabytes:.1} MB, {verdict} the budget of {BUDGET_MB} MB", package.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_compared_with_the_budget() {
        let deb = Path::new("/x/pps.deb");
        assert_eq!(size_line(deb, 12_340_000), "/x/pps.deb  12.3 MB, within the budget of 20 MB");
        assert!(size_line(deb, 20_100_000).contains("OVER"));
    }

    #[test]
    fn each_system_makes_its_own_kinds() {
        assert_eq!((kinds(false), kinds(true)), ("deb,rpm", "nsis"));
        assert!(elsewhere(false).contains("NSIS") && elsewhere(true).contains(".deb"));
    }
}
