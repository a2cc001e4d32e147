//! Code for Windows is run under wine alone, so each crate keeps it in one file that can be read as a whole.

use std::collections::BTreeMap;

use super::source::{Source, line_of};
use super::{Breach, File};

/// Breaches in all files together: the second file of a crate and those after it.
pub(crate) fn check(files: &[File]) -> Vec<Breach> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        let Some(line) = first_mention(&file.text) else { continue };
        let part = part_of(&file.path);
        match seen.get(&part) {
            None => {
                seen.insert(part, &file.path);
            }
            Some(first) => {
                let rule =
                    format!("code for Windows is kept in one file of a crate, and here that is {first}");
                breaches.push(Breach::new(&file.path, line, rule));
            }
        }
    }
    breaches
}

fn part_of(path: &str) -> String {
    let depth = if path.starts_with("src-tauri/crates/") { 3 } else { 1 };
    path.split('/').take(depth).collect::<Vec<_>>().join("/")
}

/// The line of the first condition that speaks of Windows.
fn first_mention(text: &str) -> Option<usize> {
    let source = Source::parse(text);
    let code = &source.code;
    code.match_indices("cfg").find_map(|(at, _)| {
        let open = at + code[at..].find('(')?;
        let name = code[at..open].trim_end_matches('!');
        // The string in `target_os = "windows"` is blanked in the code, so the comment-free text is searched.
        let condition = &source.uncommented[open..closing(code, open)];
        // This one attribute can stand nowhere but in main.rs, so it does not count.
        let counts = matches!(name, "cfg" | "cfg_attr")
            && condition.contains("windows")
            && !condition.contains("windows_subsystem");
        counts.then(|| line_of(code, at))
    })
}

fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' => depth += 1,
            b')' if depth <= 1 => return at,
            b')' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(files: &[(&str, &str)]) -> usize {
        let files: Vec<File> =
            files.iter().map(|(path, text)| File { path: (*path).into(), text: (*text).into() }).collect();
        check(&files).len()
    }

    #[test]
    fn a_second_file_in_one_crate_is_a_breach_and_in_another_crate_is_not() {
        let exchange = ("src-tauri/crates/exchange/src/a.rs", "#[cfg(windows)]\nfn f() {}");
        let again = ("src-tauri/crates/exchange/src/b.rs", "#[cfg(target_os = \"windows\")]\nfn g() {}");
        let store = ("src-tauri/crates/store/src/a.rs", "if cfg!(windows) {}");
        assert_eq!(breaches(&[exchange, again]), 1);
        assert_eq!(breaches(&[exchange, store]), 0);
    }

    #[test]
    fn every_way_of_asking_counts() {
        let first = ("xtask/src/a.rs", "#[cfg(not(windows))]\nfn f() {}");
        for text in [
            "#[cfg(all(unix, not(windows)))]",
            "#[cfg_attr(windows, path = \"x\")]",
            "cfg!(target_os = \"windows\")",
        ] {
            assert_eq!(breaches(&[first, ("xtask/src/b.rs", text)]), 1, "{text}");
        }
    }

    #[test]
    fn words_that_only_sound_alike_do_not_count() {
        let first = ("xtask/src/a.rs", "#[cfg(windows)]");
        for text in [
            "#[cfg(unix)]\nlet windows = bytes.windows(2);",
            "// #[cfg(windows)]",
            "\"cfg(windows)\"",
            "#![cfg_attr(windows, windows_subsystem = \"windows\")]",
        ] {
            assert_eq!(breaches(&[first, ("xtask/src/b.rs", text)]), 0, "{text}");
        }
    }
}
