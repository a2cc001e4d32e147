//! `cargo xtask run`: the main job is done on the command line, where it can be seen without a screen: the example
//! year becomes papers and a package for РИМК. Where there is a screen, the window opens after it.

use std::path::{Path, PathBuf};

use crate::files;
use crate::page::Page;
use crate::process::{self, IS_WINDOWS, Outcome, Problem, capture, cargo, command, target_folder};
use crate::setup::{BUILD, prepare};

/// The school year of the example, and the day on which it is looked at: the year is done, the report is due.
const YEAR: &str = "2025";
const DAY: &str = "2026-08-20";
const DAY_IN_WORDS: &str = "20 августа 2026 г.";

/// Builds everything and makes the example in `target/example`.
pub(crate) fn run(root: &Path, words: &[String]) -> Outcome {
    if !words.is_empty() {
        return Err(Problem::new("it takes no options"));
    }
    prepare(&[BUILD])?;
    Page::prepare(root)?.build()?;
    println!("The programs are built; the first time this takes some minutes.");
    // Both together, so that the crates that they share are compiled once and with the same features.
    process::run(cargo(root).args(["build", "--workspace", "--bin", "pps-cli", "--bin", "pps-workplace"]))?;
    let example = Example::new(root)?;
    example.make()?;
    if has_screen() { example.open_window(root) } else { Ok(()) }
}

/// Whether a window can be shown. Windows always has a screen; elsewhere the session says so.
fn has_screen() -> bool {
    IS_WINDOWS || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some())
}

struct Example {
    cli: PathBuf,
    window: PathBuf,
    folder: PathBuf,
}

impl Example {
    fn new(root: &Path) -> Outcome<Self> {
        let built = target_folder(root);
        let program =
            |name: &str| built.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let (cli, window) = (program("pps-cli"), program("pps-workplace"));
        let folder = root.join("target/example");
        files::fresh_folder(&folder)?;
        Ok(Self { cli, window, folder })
    }

    /// Runs `pps-cli` on the example's database; gives what it printed.
    fn on_year(&self, words: &[&str]) -> Outcome<String> {
        let mut cli = command(&self.cli, &self.folder);
        capture(cli.args(["--db", "year.db"]).args(words))
    }

    /// Opens the window on a data folder of its own, which no run makes anew: trying it out touches nobody's year,
    /// and what was typed is there the next time.
    fn open_window(&self, root: &Path) -> Outcome {
        let data = root.join("target/window");
        println!("\nОткрывается окно программы; его записи лежат в {}", data.display());
        process::run(command(&self.window, root).arg("--data").arg(data))
    }

    fn make(&self) -> Outcome {
        println!("\nПример учебного года: вносим записи…");
        self.on_year(&["example"])?;

        let papers = self.folder.join("Бумаги");
        files::fresh_folder(&papers)?;
        let to = papers.to_string_lossy().into_owned();
        let names = self.on_year(&["papers", "--year", YEAR, "--on", DAY, "--to", &to])?;
        names.lines().for_each(|name| println!("    {name}"));

        let stick = self.folder.join("Флешка");
        files::fresh_folder(&stick)?;
        let to = stick.to_string_lossy().into_owned();
        let printed = self.on_year(&["hand-over", "--year", YEAR, "--on", DAY, "--to", &to])?;
        let package = package_path(&printed)?;
        print!("{}", capture(command(&self.cli, &self.folder).arg("verify").arg(package))?);

        println!("\nГотово. Год вымышленный, день примера: {DAY_IN_WORDS}");
        println!("    Бумаги к подписи:    {}", papers.display());
        println!("    Папка для РИМК:      {package}");
        println!("    Записи года:         {}", self.folder.join("year.db").display());
        println!("Папка для РИМК прочитана заново и проверена: все файлы на месте и не изменены.");
        Ok(())
    }
}

/// The package's path is the last line that `hand-over` prints.
fn package_path(printed: &str) -> Outcome<&str> {
    let last = printed.lines().rev().map(str::trim).find(|line| !line.is_empty());
    last.ok_or_else(|| Problem::new("`pps-cli hand-over` did not say where the package is"))
}

#[cfg(test)]
mod tests {
    use super::package_path;

    #[test]
    fn the_package_is_the_last_line_that_says_anything() {
        assert_eq!(
            package_path("Записано 9 файлов\n/tmp/ППС_x_2025-2026\n\n").unwrap(),
            "/tmp/ППС_x_2025-2026"
        );
        assert!(package_path("\n").is_err());
    }
}
