//! The example's year handed over to a folder, and checked as РИМК checks it.

use std::path::Path;
use std::process::Command;

use crate::window::Data;

#[test]
fn the_year_of_the_example_is_handed_over_and_verified() {
    let stick = tempfile::tempdir().unwrap();
    Data::new().saving_to(stick.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Передача в РИМК").await;
        window.presses("Выбрать папку").await;
        window.presses("Записать в папку").await;
        window.sees("Записано. Если это флешка, её можно вынимать").await;
    });

    let package = std::fs::read_dir(stick.path()).unwrap().next().expect("a package").unwrap().path();
    let verified = Command::new(cli()).arg("verify").arg(&package).output().unwrap();
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(verified.status.success(), "{said}{}", String::from_utf8_lossy(&verified.stderr));
    // The sums are those of the system's own tool, which РИМК has without our program.
    let sums = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", "Служебное (не открывать)/SHA256SUMS"])
        .current_dir(&package)
        .output()
        .unwrap();
    assert!(sums.status.success(), "{}", String::from_utf8_lossy(&sums.stderr));
}

/// `pps-cli` of the same build. Cargo tells a test only the programs of its own package.
fn cli() -> std::path::PathBuf {
    let program = Path::new(crate::window::PROGRAM);
    program.with_file_name("pps-cli")
}
