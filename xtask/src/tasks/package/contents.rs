//! What a package holds besides the window's program, and what it asks of the system: one list, from which Tauri's
//! tool is told and against which the finished package is checked.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::needs::{GTK, Needs};
use crate::process::Outcome;

const NAME: &str = "pps-workplace";

/// Licences of what comes with the program: where each text lies in the repository, and its name in the package.
pub(super) const LICENCES: &[(&str, &str)] = &[
    ("assets/package/copyright", "copyright"),
    ("LICENSE-MIT", "MIT.txt"),
    ("LICENSE-APACHE", "Apache-2.0.txt"),
    ("assets/fonts/tinos/LICENSE.txt", "fonts/Tinos.txt"),
    ("ui/node_modules/@fontsource/pt-sans/LICENSE", "fonts/PT-Sans.txt"),
    ("ui/node_modules/@fontsource/pt-serif/LICENSE", "fonts/PT-Serif.txt"),
];

/// What the desktops of Linux look for: by what a copy is known, so that a double click opens it, and what a shop of programs
/// shows. The menu entry comes by itself.
const FOR_DESKTOPS: &[(&str, &str)] = &[
    ("assets/package/ru.pps.workplace.xml", "usr/share/mime/packages/ru.pps.workplace.xml"),
    ("assets/package/ru.pps.workplace.metainfo.xml", "usr/share/metainfo/ru.pps.workplace.metainfo.xml"),
];

/// What Tauri's tool puts there by itself, from `tauri.conf.json`.
const BY_TAURI: &[&str] = &[
    "usr/bin/pps-workplace",
    "usr/share/applications/pps-workplace.desktop",
    "usr/share/icons/hicolor/128x128/apps/pps-workplace.png",
];

/// What every package must ask of the system, whatever else it asks: the window and the way to the printer. What follows is
/// only recommended: spelling, a program that shows PDF, letters as wide as Times New Roman.
const DEB_NEEDS: &[&str] = &[
    "libwebkit2gtk-4.1-0 (>= ",
    "libc6 (>= ",
    GTK,
    "xdg-utils",
    "Recommends: hunspell-ru, evince | pdf-viewer, fonts-liberation",
];
/// Libraries by their file names, because ALT and РЕД ОС name the packages differently; what is recommended, by what it does.
const RPM_NEEDS: &[&str] = &[
    "libwebkit2gtk-4.1.so.0()(64bit)",
    "libgtk-3.so.0()(64bit)",
    "libc.so.6(GLIBC_",
    "xdg-utils",
    "hunspell-ru",
    "mimehandler(application/pdf)",
    "font(liberationserif)",
];

struct Part {
    source: PathBuf,
    linux: String,
    /// None where only the desktops of Linux want it.
    windows: Option<String>,
}

/// Everything that is handed to Tauri's tool.
pub(crate) struct Contents {
    parts: Vec<Part>,
    needs: Needs,
}

impl Contents {
    /// The list for programs in the folder `release`; `libraries` is the text with the licences of all libraries.
    pub(crate) fn new(root: &Path, release: &Path, libraries: &Path) -> Outcome<Self> {
        let cli = format!("pps-cli{}", std::env::consts::EXE_SUFFIX);
        let program = |name: &str| release.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let mut parts =
            vec![Part { source: release.join(&cli), linux: "usr/bin/pps-cli".into(), windows: Some(cli) }];
        let texts = LICENCES.iter().map(|(source, name)| (root.join(source), *name));
        for (source, name) in texts.chain([(libraries.to_path_buf(), "libraries.txt")]) {
            let (linux, windows) = (format!("usr/share/doc/{NAME}/{name}"), format!("licences/{name}"));
            parts.push(Part { source, linux, windows: Some(windows) });
        }
        parts.extend(FOR_DESKTOPS.iter().map(|(source, linux)| Part {
            source: root.join(source),
            linux: (*linux).to_owned(),
            windows: None,
        }));
        let needs = Needs::of(&[program(NAME), program("pps-cli")])?;
        Ok(Self { parts, needs })
    }

    /// What is laid over `tauri.conf.json`. It is not written there, because Tauri would look for the finished
    /// programs each time the window is compiled.
    pub(crate) fn config(&self) -> Value {
        let files: Map<String, Value> =
            self.parts.iter().map(|part| (format!("/{}", part.linux), json!(part.source))).collect();
        let resources: Map<String, Value> = self
            .parts
            .iter()
            .filter_map(|part| {
                Some((part.source.to_string_lossy().into_owned(), json!(part.windows.as_ref()?)))
            })
            .collect();
        if cfg!(not(target_os = "linux")) {
            return json!({ "bundle": { "resources": resources } });
        }
        let mut deb = vec!["xdg-utils".to_owned()];
        let mut rpm = deb.clone();
        // On an older system the program would not even start, and its message would help nobody.
        if let Some((major, minor)) = self.needs.glibc {
            deb.push(format!("libc6 (>= {major}.{minor})"));
            rpm.push(format!("libc.so.6(GLIBC_{major}.{minor})(64bit)"));
        }
        if let Some(version) = &self.needs.webkit {
            deb.push(format!("libwebkit2gtk-4.1-0 (>= {version})"));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn contents() -> Contents {
        let part = |name: &str| Part {
            source: format!("/repo/{name}").into(),
            linux: format!("usr/bin/{name}"),
            windows: Some(format!("{name}.exe")),
        };
        let needs = Needs { glibc: Some((2, 34)), webkit: Some("2.41.90".into()) };
        Contents { parts: vec![part("pps-cli")], needs }
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
        let deb = "Depends: xdg-utils, libc6 (>= 2.35), libwebkit2gtk-4.1-0 (>= 2.41.90), libgtk-3-0 | libgtk-3-0t64\n\
                   Recommends: hunspell-ru, evince | pdf-viewer, fonts-liberation\n";
        assert!(unnamed("deb", deb).is_empty());
        let plain = deb.replace("libwebkit2gtk-4.1-0 (>= 2.41.90)", "libwebkit2gtk-4.1-0");
        assert_eq!(unnamed("deb", &plain), ["the need of libwebkit2gtk-4.1-0 (>= "]);
        let rpm = RPM_NEEDS.join("\n");
        assert!(unnamed("rpm", &rpm).is_empty());
        assert_eq!(unnamed("rpm", &rpm.replace("xdg-utils\n", "")), ["the need of xdg-utils"]);
    }

    #[test]
    fn the_tool_is_told_the_files_and_the_needs() {
        let config = contents().config();
        let bundle = &config["bundle"];
        if cfg!(target_os = "linux") {
            assert_eq!(bundle["linux"]["deb"]["files"]["/usr/bin/pps-cli"], "/repo/pps-cli");
            assert_eq!(bundle["linux"]["deb"]["depends"][1], "libc6 (>= 2.34)");
            assert_eq!(bundle["linux"]["deb"]["depends"][2], "libwebkit2gtk-4.1-0 (>= 2.41.90)");
            assert_eq!(bundle["linux"]["rpm"]["depends"][1], "libc.so.6(GLIBC_2.34)(64bit)");
        } else {
            assert_eq!(bundle["resources"]["/repo/pps-cli"], "pps-cli.exe");
        }
    }
}
