//! What a package holds besides the window's program, and what it asks of the system: one list, from which Tauri's
//! tool is told and against which the finished package is checked.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::files;
use crate::process::Outcome;

const NAME: &str = "pps-workplace";

/// Licences of what comes with the program: where each text lies in the repository, and its name in the package.
const LICENCES: &[(&str, &str)] = &[
    ("assets/package/copyright", "copyright"),
    ("LICENSE-MIT", "MIT.txt"),
    ("LICENSE-APACHE", "Apache-2.0.txt"),
    ("assets/fonts/tinos/LICENSE.txt", "fonts/Tinos.txt"),
    ("ui/node_modules/@fontsource/pt-sans/LICENSE", "fonts/PT-Sans.txt"),
    ("ui/node_modules/@fontsource/pt-serif/LICENSE", "fonts/PT-Serif.txt"),
];

/// What Tauri's tool puts there by itself, from `tauri.conf.json`.
const BY_TAURI: &[&str] = &[
    "usr/bin/pps-workplace",
    "usr/share/applications/pps-workplace.desktop",
    "usr/share/icons/hicolor/128x128/apps/pps-workplace.png",
];

/// What every package must ask of the system, whatever else it asks: the window and the way to the printer.
const DEB_NEEDS: &[&str] = &["libwebkit2gtk-4.1-0", "xdg-utils"];
/// Libraries by their file names, because ALT and РЕД ОС name the packages differently.
const RPM_NEEDS: &[&str] = &["libwebkit2gtk-4.1.so.0()(64bit)", "xdg-utils"];

struct Part {
    source: PathBuf,
    linux: String,
    windows: String,
}

/// Everything that is handed to Tauri's tool.
pub(crate) struct Contents {
    parts: Vec<Part>,
    glibc: Option<(u32, u32)>,
}

impl Contents {
    /// The list for programs in the folder `release`; `libraries` is the text with the licences of all libraries.
    pub(crate) fn new(root: &Path, release: &Path, libraries: &Path) -> Outcome<Self> {
        let cli = format!("pps-cli{}", std::env::consts::EXE_SUFFIX);
        let program = |name: &str| release.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let mut parts =
            vec![Part { source: release.join(&cli), linux: "usr/bin/pps-cli".into(), windows: cli }];
        let texts = LICENCES.iter().map(|(source, name)| (root.join(source), *name));
        for (source, name) in texts.chain([(libraries.to_path_buf(), "libraries.txt")]) {
            let (linux, windows) = (format!("usr/share/doc/{NAME}/{name}"), format!("licences/{name}"));
            parts.push(Part { source, linux, windows });
        }
        let glibc = [NAME, "pps-cli"]
            .into_iter()
            .map(|name| Ok(glibc_of(&files::read_bytes(&program(name))?)))
            .collect::<Outcome<Vec<_>>>()?;
        Ok(Self { parts, glibc: glibc.into_iter().flatten().max() })
    }

    /// What is laid over `tauri.conf.json`. It is not written there, because Tauri would look for the finished
    /// programs each time the window is compiled.
    pub(crate) fn config(&self) -> Value {
        let files: Map<String, Value> =
            self.parts.iter().map(|part| (format!("/{}", part.linux), json!(part.source))).collect();
        let resources: Map<String, Value> = self
            .parts
            .iter()
            .map(|part| (part.source.to_string_lossy().into_owned(), json!(part.windows)))
            .collect();
        if cfg!(not(target_os = "linux")) {
            return json!({ "bundle": { "resources": resources } });
        }
        let mut deb = vec!["xdg-utils".to_owned()];
        let mut rpm = deb.clone();
        // On an older system the program would not even start, and its message would help nobody.
        if let Some((major, minor)) = self.glibc {
            deb.push(format!("libc6 (>= {major}.{minor})"));
            rpm.push(format!("libc.so.6(GLIBC_{major}.{minor})(64bit)"));
        }
        json!({ "bundle": { "linux": {
            "deb": { "depends": deb, "files": files },
            "rpm": { "depends": rpm, "files": files },
        } } })
    }

    /// What a listing of the package does not name.
    pub(crate) fn missing(&self, listing: &str) -> Vec<String> {
        let named: Vec<&str> = listing.lines().filter_map(path_in).collect();
        let ours = self.parts.iter().map(|part| part.linux.as_str());
        BY_TAURI.iter().copied().chain(ours).filter(|path| !named.contains(path)).map(str::to_owned).collect()
    }
}

/// What a package does not ask of the system although it should.
pub(crate) fn unnamed(kind: &str, required: &str) -> Vec<String> {
    let wanted = if kind == "rpm" { RPM_NEEDS } else { DEB_NEEDS };
    wanted
        .iter()
        .filter(|need| !required.contains(**need))
        .map(|need| format!("the need of {need}"))
        .collect()
}

/// The path in one line of `dpkg-deb -c` («-rwxr-xr-x 0/0 … ./usr/bin/x») or of `rpm -qlp` («/usr/bin/x»).
fn path_in(line: &str) -> Option<&str> {
    let path = line.split_whitespace().last()?;
    Some(path.trim_start_matches('.').trim_start_matches('/'))
}

/// The newest version of the C library that a program names, which is the oldest that it can do with.
fn glibc_of(program: &[u8]) -> Option<(u32, u32)> {
    const MARK: &[u8] = b"GLIBC_";
    let names = program.windows(MARK.len()).enumerate().filter(|(_, bytes)| *bytes == MARK);
    names
        .filter_map(|(at, _)| {
            let rest = &program[at + MARK.len()..];
            let end = rest.iter().position(|byte| !byte.is_ascii_digit() && *byte != b'.')?;
            let version = std::str::from_utf8(&rest[..end]).ok()?;
            let mut numbers = version.split('.').map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents() -> Contents {
        let part = |name: &str| Part {
            source: format!("/repo/{name}").into(),
            linux: format!("usr/bin/{name}"),
            windows: format!("{name}.exe"),
        };
        Contents { parts: vec![part("pps-cli")], glibc: Some((2, 34)) }
    }

    #[test]
    fn the_newest_version_of_the_c_library_counts_by_numbers_and_not_by_letters() {
        let program = b"\0GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.2.5\0GLIBC_PRIVATE\0GLIBC_";
        assert_eq!(glibc_of(program), Some((2, 34)));
        assert_eq!(glibc_of(b"nothing of the kind"), None);
    }

    #[test]
    fn both_listings_are_read_and_what_is_absent_is_named() {
        let all = BY_TAURI.iter().copied().chain(["usr/bin/pps-cli"]);
        let deb: String =
            all.clone().map(|path| format!("-rwxr-xr-x 0/0  7 2026-08-20 10:00 ./{path}\n")).collect();
        let rpm: String = all.map(|path| format!("/{path}\n")).collect();
        assert!(contents().missing(&deb).is_empty());
        assert!(contents().missing(&rpm).is_empty());
        let without = deb.replace("./usr/bin/pps-cli\n", "./usr/bin/pps-cli-old\n");
        assert_eq!(contents().missing(&without), ["usr/bin/pps-cli"]);
    }

    #[test]
    fn a_package_that_asks_for_no_window_is_refused() {
        assert!(unnamed("deb", "Depends: xdg-utils, libwebkit2gtk-4.1-0, libgtk-3-0").is_empty());
        assert_eq!(unnamed("deb", "Depends: xdg-utils"), ["the need of libwebkit2gtk-4.1-0"]);
        assert_eq!(unnamed("rpm", "libwebkit2gtk-4.1.so.0()(64bit)"), ["the need of xdg-utils"]);
    }

    #[test]
    fn the_tool_is_told_the_files_and_the_needs() {
        let config = contents().config();
        let bundle = &config["bundle"];
        if cfg!(target_os = "linux") {
            assert_eq!(bundle["linux"]["deb"]["files"]["/usr/bin/pps-cli"], "/repo/pps-cli");
            assert_eq!(bundle["linux"]["deb"]["depends"][1], "libc6 (>= 2.34)");
            assert_eq!(bundle["linux"]["rpm"]["depends"][1], "libc.so.6(GLIBC_2.34)(64bit)");
        } else {
            assert_eq!(bundle["resources"]["/repo/pps-cli"], "pps-cli.exe");
        }
    }
}
