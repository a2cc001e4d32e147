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

#[test]
fn what_a_cut_off_writing_left_is_shown_and_goes_by_a_button() {
    let stick = tempfile::tempdir().unwrap();
    let half = stick.path().join("ППС_Функциональная грамотность_2025-2026.part");
    std::fs::create_dir_all(half.join("Служебное (не открывать)")).unwrap();
    std::fs::write(half.join("Опись.pdf"), "оп").unwrap();
    Data::new().saving_to(stick.path()).in_window(async |window| {
        window.presses("Открыть учебный пример").await;
        window.sees("УЧЕБНЫЙ ПРИМЕР").await;
        window.presses("Передача в РИМК").await;
        window.presses("Выбрать папку").await;
        window.sees("Здесь остались следы прерванной записи").await;
        // Whoever writes without having read it is told once more, until the leftovers are gone.
        window.presses("Записать в папку").await;
        window.sees("разрешите программе убрать их").await;
        window.presses("Убрать").await;
        window.sees("Следы прерванной записи убраны").await;
        window.sees_no_more("разрешите программе убрать их").await;
        window.presses("Закрыть файл для письма паролем").await;
        window.sees("проводник Windows такие файлы не открывает").await;
        window.presses("Сохранить одним файлом для письма").await;
        window.sees("Файл для письма готов").await;
        window.sees("сообщите по телефону").await;
    });
    assert!(!half.exists());
    let letter = std::fs::read_dir(stick.path()).unwrap().next().expect("a letter").unwrap().path();
    let verified = Command::new(cli()).arg("verify").arg(&letter).output().unwrap();
    let said = String::from_utf8_lossy(&verified.stderr);
    assert!(!verified.status.success() && said.contains("закрыт паролем"), "{said}");
}

/// `pps-cli` of the same build. Cargo tells a test only the programs of its own package.
fn cli() -> std::path::PathBuf {
    let program = Path::new(crate::window::PROGRAM);
    program.with_file_name("pps-cli")
}
