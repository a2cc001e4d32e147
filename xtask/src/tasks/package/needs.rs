//! What the programs ask of the system, read out of the programs themselves: a package that promises less would install and
//! then not start, with a message that helps nobody.

use std::path::{Path, PathBuf};

use crate::files;
use crate::process::{Outcome, Problem, capture, command, on_path};

/// The C library of the oldest system that is promised anything, Ubuntu 22.04 (docs/distributions.md).
const OLDEST_GLIBC: (u32, u32) = (2, 35);
/// Where dpkg keeps which version of a library brought which name.
const SYMBOLS: &str = "/var/lib/dpkg/info";
const WEBKIT: &str = "libwebkit2gtk-4.1-0";

/// Versions that the programs cannot do without.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    pub(super) glibc: Option<(u32, u32)>,
    /// Of WebKitGTK, as Debian counts it; none where the system does not tell.
    pub(super) webkit: Option<String>,
}

impl Needs {
    /// Reads them out of finished programs.
    pub(super) fn of(programs: &[PathBuf]) -> Outcome<Self> {
        if cfg!(not(target_os = "linux")) {
            return Ok(Self::default());
        }
        if on_path("objdump").is_none() {
            return Err(Problem::new("`objdump` (binutils) is not on PATH: it tells what the programs need"));
        }
        let mut names = String::new();
        for program in programs {
            names += &capture(command("objdump", Path::new(".")).arg("-T").arg(program))?;
        }
        let glibc = glibc(&names);
        if let Some((major, minor)) = glibc.filter(|needed| *needed > OLDEST_GLIBC) {
            let (old_major, old_minor) = OLDEST_GLIBC;
            return Err(Problem::new(format!(
                "the programs need glibc {major}.{minor}, and Ubuntu 22.04 has {old_major}.{old_minor}: build on Debian 12 or \
                 older"
            )));
        }
        Ok(Self { glibc, webkit: symbols_of_webkit()?.and_then(|symbols| webkit(&names, &symbols)) })
    }
}

/// What dpkg knows of the names in WebKitGTK; none where the system has no dpkg.
fn symbols_of_webkit() -> Outcome<Option<String>> {
    if !Path::new(SYMBOLS).is_dir() {
        return Ok(None);
    }
    let names = files::names_in(Path::new(SYMBOLS))?;
    let ours = names.iter().find(|name| name.starts_with(WEBKIT) && name.ends_with(".symbols"));
    ours.map(|name| files::read(&Path::new(SYMBOLS).join(name))).transpose()
}

/// The newest version of the C library that `objdump -T` names («(GLIBC_2.34) dlsym»), which is the oldest that will do.
fn glibc(names: &str) -> Option<(u32, u32)> {
    let versions = names.split("GLIBC_").skip(1).filter_map(|rest| {
        let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(rest.len());
        let mut numbers = rest[..end].split('.').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    versions.max()
}

/// The version of WebKitGTK that brought the newest name which a program takes from it. The lines of `symbols` are
/// « webkit_web_view_new@Base 2.5.3».
fn webkit(names: &str, symbols: &str) -> Option<String> {
    let used: Vec<&str> = names
        .lines()
        .filter(|line| line.contains("*UND*"))
        .filter_map(|line| line.split_whitespace().last())
        .collect();
    let versions = symbols.lines().filter_map(|line| {
        let (name, rest) = line.trim_start().split_once('@')?;
        let version = rest.split_whitespace().nth(1)?;
        used.contains(&name).then_some(version)
    });
    versions.max_by_key(|version| numbers(version)).map(str::to_owned)
}

fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

/// The control file of a .deb with its needs put in order. Tauri's tool adds plain names to what it is told: the versioned ones
/// say more. GTK got another name where time was made 64 bits wide (Debian 13, Ubuntu 24.04).
pub(super) fn in_order(control: &str) -> String {
    let lines = control.lines().map(|line| match line.strip_prefix("Depends: ") {
        Some(needs) => {
            let all: Vec<&str> = needs.split(',').map(str::trim).collect();
            let kept = all.iter().filter(|need| {
                !all.iter().any(|other| other.strip_prefix(**need).is_some_and(|rest| rest.starts_with(" (")))
            });
            let named: Vec<&str> = kept.map(|need| if *need == "libgtk-3-0" { GTK } else { need }).collect();
            format!("Depends: {}", named.join(", "))
        }
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// GTK under both of its names.
pub(super) const GTK: &str = "libgtk-3-0 | libgtk-3-0t64";

#[cfg(test)]
mod tests {
    use super::{glibc, in_order, webkit};

    const NAMES: &str = "\
0000000000000000      DF *UND*\t0000000000000000 (GLIBC_2.9) open
0000000000000000      DF *UND*\t0000000000000000 (GLIBC_2.34) dlsym
0000000000000000      DF *UND*\t0000000000000000 (GLIBC_2.2.5) free
0000000000000000      DF *UND*\t0000000000000000  Base        webkit_web_view_new
0000000000000000      DF *UND*\t0000000000000000  Base        webkit_print
0000000000001000 g    DF .text\t0000000000000010  Base        webkit_newest
";

    #[test]
    fn the_newest_version_of_the_c_library_counts_by_numbers_and_not_by_letters() {
        assert_eq!(glibc(NAMES), Some((2, 34)));
        assert_eq!(glibc("nothing of the kind GLIBC_PRIVATE GLIBC_"), None);
    }

    #[test]
    fn the_version_of_webkit_is_that_of_the_newest_name_in_use() {
        let symbols = "libwebkit2gtk-4.1.so.0 libwebkit2gtk-4.1-0 #MINVER#\n webkit_web_view_new@Base 2.9.1\n \
                       webkit_print@Base 2.41.90\n webkit_newest@Base 2.46.0\n";
        assert_eq!(webkit(NAMES, symbols).as_deref(), Some("2.41.90"));
        assert_eq!(webkit(NAMES, ""), None);
    }

    #[test]
    fn a_plain_name_gives_way_to_the_one_with_a_version_and_gtk_has_both_names() {
        let control = "Package: pps-workplace\nDepends: xdg-utils, libwebkit2gtk-4.1-0 (>= 2.41.90), libwebkit2gtk-4.1-0, \
                       libgtk-3-0\nRecommends: hunspell-ru\n";
        assert_eq!(
            in_order(control),
            "Package: pps-workplace\nDepends: xdg-utils, libwebkit2gtk-4.1-0 (>= 2.41.90), libgtk-3-0 | \
             libgtk-3-0t64\nRecommends: hunspell-ru\n"
        );
    }
}
