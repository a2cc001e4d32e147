//! What a school with Windows gets, made on Linux: a ZIP that runs from any folder, and an installer of our own. Both are opened
//! and tried under wine before they are called finished. WebView2 itself comes with Windows, or lies beside the installer.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::contents::LICENCES;
use super::notices;
use crate::files;
use crate::page::Page;
use crate::process::{Outcome, Problem, capture, cargo, command, run as started};
use crate::setup::{BUILD, WINDOWS, WINDOWS_PACKAGES, prepare};
use crate::tasks::windows::cross::{Cross, TARGET};
use crate::tasks::windows::wine::Wine;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What each may weigh, since it is carried on a stick and sent by mail.
const BUDGET_MB: f64 = 15.0;
/// Beside it the program keeps its records there, and nowhere else.
const DATA: &str = "Данные";
const PROGRAMS: [&str; 2] = ["pps-workplace", "pps-cli"];

/// Builds the programs for Windows, packs both and tries them.
pub(crate) fn run(root: &Path) -> Outcome {
    prepare(&[BUILD, WINDOWS, WINDOWS_PACKAGES])?;
    let cross = Cross::prepare(root)?;
    let wine = Wine::prepare(root, cross.folder())?;
    Page::prepare(root)?.build()?;
    println!("The programs are built as they are shipped; the first time this takes half an hour.");
    let mut build = cargo(root);
    build.args(["build", "--release", "--workspace", "--features", "custom-protocol"]);
    build.args(PROGRAMS.iter().flat_map(|name| ["--bin", *name]));
    cross.tell_plainly(&mut build);
    started(&mut build)?;

    let staged = root.join("target/package/windows");
    files::fresh_folder(&staged)?;
    let parts = staged.join("parts");
    gather(root, &cross, &parts)?;
    let zip = portable(root, &parts, &staged)?;
    let installer = installer(root, &parts, &staged)?;
    try_portable(&zip, &wine, &staged)?;
    try_installer(&installer, &wine, &staged)?;

    println!("\nFor Windows:");
    for package in [&zip, &installer] {
        let megabytes = files::size(package)? as f64 / 1e6;
        let verdict = if megabytes <= BUDGET_MB { "within" } else { "OVER" };
        println!("    {}  {megabytes:.1} MB, {verdict} the budget of {BUDGET_MB} MB", package.display());
    }
    Ok(())
}

/// Everything that both packages hold, in one folder.
fn gather(root: &Path, cross: &Cross, parts: &Path) -> Outcome {
    let copy = |from: &Path, to: &str| files::write(&parts.join(to), &files::read_bytes(from)?);
    for name in PROGRAMS {
        copy(&cross.program("release", name), &format!("{name}.exe"))?;
    }
    // Tauri's build leaves Microsoft's loader beside the program.
    copy(
        &cross.program("release", "pps-workplace").with_file_name("WebView2Loader.dll"),
        "WebView2Loader.dll",
    )?;
    copy(&root.join("assets/icons/icon.ico"), "pps.ico")?;
    for (source, name) in LICENCES {
        copy(&root.join(source), &format!("licences/{name}"))?;
    }
    files::write(&parts.join("licences/libraries.txt"), notices::collect(root, Some(TARGET))?.as_bytes())
}

/// A ZIP with one folder, which runs where it is unpacked.
fn portable(root: &Path, parts: &Path, staged: &Path) -> Outcome<PathBuf> {
    let name = "ППС рабочее место руководителя";
    let folder = staged.join("portable").join(name);
    files::mirror(parts, &folder)?;
    files::write(
        &folder.join("Прочтите.html"),
        &files::read_bytes(&root.join("assets/package/windows/readme.html"))?,
    )?;
    files::fresh_folder(&folder.join(DATA))?;
    let zip = staged.join(format!("pps-workplace-{VERSION}-windows.zip"));
    let mut pack = command("zip", &staged.join("portable"));
    // Names in UTF-8 and marked as such, as the desktop of Windows reads them.
    pack.env("LC_ALL", "C.UTF-8").args(["-q", "-9", "-X", "-r", "-UN=UTF8"]).arg(&zip).arg(name);
    started(&mut pack)?;
    Ok(zip)
}

fn installer(root: &Path, parts: &Path, staged: &Path) -> Outcome<PathBuf> {
    let out = staged.join(format!("pps-workplace-{VERSION}-setup.exe"));
    let mut bytes = 0;
    for part in files::under(parts)? {
        bytes += files::size(&parts.join(part))?;
    }
    let mut makensis = command("makensis", staged);
    makensis.args(["-V2", "-WX", "-INPUTCHARSET", "UTF8"]).arg(format!("-DVERSION={VERSION}"));
    makensis.arg(format!("-DSIZE={}", bytes / 1024)).arg(format!("-DSOURCE={}", parts.display()));
    makensis.arg(format!("-DOUT={}", out.display()));
    started(makensis.arg(root.join("assets/package/windows/installer.nsi")))?;
    Ok(out)
}

/// Unpacks the ZIP and works with what is in it.
fn try_portable(zip: &Path, wine: &Wine, staged: &Path) -> Outcome {
    let folder = staged.join("tried");
    files::fresh_folder(&folder)?;
    started(command("unzip", &folder).env("LC_ALL", "C.UTF-8").arg("-q").arg(zip))?;
    let inside = folder.join("ППС рабочее место руководителя");
    if !inside.join(DATA).is_dir() {
        return Err(Problem::new(format!("the ZIP does not hold the folder «{DATA}»")));
    }
    works(wine, &inside, "the ZIP")
}

/// What is installed makes the example year and reads it.
fn works(wine: &Wine, folder: &Path, what: &str) -> Outcome {
    for file in ["pps-workplace.exe", "pps-cli.exe", "WebView2Loader.dll", "licences/libraries.txt"] {
        if !folder.join(file).is_file() {
            return Err(Problem::new(format!("{what} does not bring {file}")));
        }
    }
    let at = folder.join("проба");
    files::fresh_folder(&at)?;
    let cli = folder.join("pps-cli.exe");
    capture(wine.command(&at, &cli).args(["--db", "year.db", "example"]))?;
    let found = capture(wine.command(&at, &cli).args(["--db", "year.db", "check", "--on", "2026-09-02"]))?;
    files::remove_folder(&at)?;
    if found.contains("п.\u{a0}4.8") {
        println!("{what} was opened and its programs work.");
        Ok(())
    } else {
        Err(Problem::new(format!("pps-cli out of {what} does not find what it should:\n{found}")))
    }
}

/// Installs, installs over it, removes; the records have to outlive it all.
fn try_installer(installer: &Path, wine: &Wine, staged: &Path) -> Outcome {
    let account = wine.account()?;
    let program = account.join("AppData/Local/Programs/pps-workplace");
    let records = account.join("AppData/Local/ru.pps.workplace/year.db");
    let beside = program.join(DATA).join("year.db");
    let page = account.join("AppData/Local/ru.pps.workplace.page/x/profile");
    for folder in [&program, &account.join("AppData/Local/ru.pps.workplace")] {
        files::fresh_folder(folder)?;
        files::remove_folder(folder)?;
    }
    let silently = |file: &Path| started(wine.command(staged, file).arg("/S"));
    let kept = |when: &str| match [&records, &beside].iter().all(|file| file.is_file()) {
        true => Ok(()),
        false => Err(Problem::new(format!("the records are gone after {when}"))),
    };

    silently(installer)?;
    works(wine, &program, "the installer")?;
    for file in [&records, &beside, &page, &program.join("licences/of-an-older-version.txt")] {
        files::write(file, b"records")?;
    }
    silently(installer)?;
    works(wine, &program, "the installer, run again,")?;
    kept("an upgrade")?;
    if program.join("licences/of-an-older-version.txt").exists() {
        return Err(Problem::new("an upgrade leaves files of the older version behind"));
    }
    let listed = registered(wine, staged)?;
    if !listed.contains(VERSION) || !listed.contains("uninstall.exe") {
        return Err(Problem::new(format!("Windows does not list the program as installed:\n{listed}")));
    }

    // The remover copies itself elsewhere and goes on there; told where it is, it stays and is waited for.
    let mut remove = wine.command(staged, program.join("uninstall.exe"));
    remove.arg("/S").arg(format!("_?=C:\\{}", windows_path(&program, wine)));
    started(&mut remove)?;
    kept("removal")?;
    for gone in ["pps-workplace.exe", "pps-cli.exe", "WebView2Loader.dll", "licences"] {
        if program.join(gone).exists() {
            return Err(Problem::new(format!("removal leaves {gone} behind")));
        }
    }
    if page.exists() {
        return Err(Problem::new("removal leaves the page's own folder behind"));
    }
    if registered(wine, staged).is_ok() {
        return Err(Problem::new("Windows still lists the removed program"));
    }
    println!("Installed, installed over, removed under wine; the records stayed.");
    Ok(())
}

/// What the list of installed programs has of this one.
fn registered(wine: &Wine, staged: &Path) -> Outcome<String> {
    let key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ru.pps.workplace";
    let mut ask: Command = wine.command(staged, "reg");
    ask.args(["query", key]).stderr(std::process::Stdio::null());
    let output = ask.output().map_err(|error| Problem::new(format!("wine could not be asked: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() { Ok(text) } else { Err(Problem::new("the key is not there")) }
}

/// A path on the disk «C:» as Windows writes it, without the disk.
fn windows_path(path: &Path, wine: &Wine) -> String {
    let inside = path.strip_prefix(wine.disk_c()).unwrap_or(path);
    inside.to_string_lossy().replace('/', "\\")
}
