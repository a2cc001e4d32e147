//! The licences of all libraries that become a part of the program: most of them ask that their text goes with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::files;
use crate::process::{Outcome, Problem, capture, cargo};

/// One library: its name with version, the name of its licence, the texts that lie beside its source.
struct Library {
    name: String,
    licence: String,
    texts: Vec<String>,
}

/// One text with every library of the programs and of the page, and each licence once. The programs are those of this machine
/// or of another target.
pub(crate) fn collect(root: &Path, target: Option<&str>) -> Outcome<String> {
    let target = match target {
        Some(target) => target.to_owned(),
        None => host(&capture(cargo(root).arg("-vV"))?)?,
    };
    let mut libraries = of_programs(root, &target)?;
    libraries.extend(of_page(&root.join("ui"))?);
    libraries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(compose(&libraries))
}

fn of_programs(root: &Path, target: &str) -> Outcome<Vec<Library>> {
    let tree = capture(cargo(root).args([
        "tree",
        "--package",
        "pps-workplace",
        "--package",
        "pps-cli",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--target",
        target,
    ]))?;
    let linked = linked(&tree);
    // Without the filter cargo would fetch the crates of every other system as well.
    let metadata =
        capture(cargo(root).args(["metadata", "--format-version", "1", "--filter-platform", target]))?;
    let metadata: Value = serde_json::from_str(&metadata)
        .map_err(|error| Problem::new(format!("`cargo metadata` said something else than JSON: {error}")))?;
    let all = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let word = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    all.iter()
        // Our own crates come from no registry.
        .filter(|package| !package["source"].is_null())
        .map(|package| (format!("{} {}", word(package, "name"), word(package, "version")), package))
        .filter(|(name, _)| linked.contains(name))
        .map(|(name, package)| {
            let manifest = word(package, "manifest_path");
            let folder = Path::new(&manifest).parent().unwrap_or(root);
            let licence = word(package, "license");
            Ok(Library { texts: texts(folder, &licence)?, name, licence })
        })
        .collect()
}

/// The system that cargo builds for, out of what it says about itself.
fn host(about: &str) -> Outcome<String> {
    let named = about.lines().find_map(|line| line.strip_prefix("host: "));
    named.map(str::to_owned).ok_or_else(|| Problem::new("`cargo -vV` did not name its host"))
}

/// Names with versions in the lines of `cargo tree` («serde v1.0.2 (*)»).
fn linked(tree: &str) -> BTreeSet<String> {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some(format!("{} {}", words.next()?, words.next()?.trim_start_matches('v')))
        })
        .collect()
}

/// What npm's lock file names for the page itself and not for the tools that build it.
fn of_page(page: &Path) -> Outcome<Vec<Library>> {
    let lock: Value = serde_json::from_str(&files::read(&page.join("package-lock.json"))?)
        .map_err(|error| Problem::new(format!("ui/package-lock.json is not JSON: {error}")))?;
    shipped(&lock)
        .into_iter()
        .map(|(folder, name, licence)| {
            Ok(Library { texts: texts(&page.join(folder), &licence)?, name, licence })
        })
        .collect()
}

/// The folder, the name with version and the licence of each shipped library of npm's lock file.
fn shipped(lock: &Value) -> Vec<(String, String, String)> {
    let none = serde_json::Map::new();
    let packages = lock["packages"].as_object().unwrap_or(&none);
    packages
        .iter()
        .filter(|(folder, package)| {
            let is = |key: &str| package[key] == true;
            !folder.is_empty() && !is("dev") && !is("optional") && !is("devOptional")
        })
        .map(|(folder, package)| {
            let name = folder.rsplit("node_modules/").next().unwrap_or(folder);
            let word = |key: &str| package[key].as_str().unwrap_or_default();
            (folder.clone(), format!("{name} {}", word("version")), word("license").to_owned())
        })
        .collect()
}

/// The texts beside a library's source. Where it leaves a choice with MIT in it, MIT is taken: it is the shortest.
fn texts(folder: &Path, licence: &str) -> Outcome<Vec<String>> {
    let names: Vec<String> = files::names_in(folder)?.into_iter().filter(|name| is_licence(name)).collect();
    let chosen = chosen(&names, licence);
    chosen
        .into_iter()
        .map(|name| files::read_bytes(&folder.join(name)))
        // An author's name in an old encoding must not stop the packing.
        .map(|bytes| bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

fn is_licence(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "UNLICENSE"]
        .iter()
        .any(|start| name.starts_with(start))
}

fn chosen<'a>(names: &'a [String], licence: &str) -> Vec<&'a String> {
    let upper = |name: &String| name.to_uppercase();
    let has_choice = (licence.contains(" OR ") || licence.contains('/')) && !licence.contains(" AND ");
    let mit = names.iter().any(|name| upper(name).contains("MIT"));
    let keeps = |name: &&String| {
        !(has_choice && mit) || upper(name).contains("MIT") || upper(name).starts_with("NOTICE")
    };
    names.iter().filter(keeps).collect()
}

fn compose(libraries: &[Library]) -> String {
    let mut text = String::from("Библиотеки в составе программы и их лицензии\n\n");
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for library in libraries {
        text.push_str(&format!("{}: {}\n", library.name, library.licence));
        for licence in &library.texts {
            by_text.entry(licence.trim()).or_default().push(&library.name);
        }
    }
    for (licence, names) in by_text {
        text.push_str(&format!("\n{}\n{}\n\n{licence}\n", "=".repeat(72), names.join(", ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_read_from_the_tree() {
        let tree = "serde v1.0.2\nserde v1.0.2 (*)\npps-app v0.1.0 (/x)\n\nmacro v2.0.0 (proc-macro)\n";
        let expected = ["macro 2.0.0", "pps-app 0.1.0", "serde 1.0.2"];
        assert_eq!(linked(tree).into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn tools_of_the_page_are_not_shipped() {
        let lock = json!({ "packages": {
            "": { "name": "page" },
            "node_modules/preact": { "version": "11.0.0", "license": "MIT" },
            "node_modules/vite": { "version": "8.0.0", "license": "MIT", "dev": true },
            "node_modules/@a/b/node_modules/@c/d": { "version": "1.0.0", "license": "ISC" },
        } });
        let names: Vec<String> = shipped(&lock).into_iter().map(|(_, name, _)| name).collect();
        assert_eq!(names, ["@c/d 1.0.0", "preact 11.0.0"]);
    }

    #[test]
    fn the_shortest_licence_is_taken_only_where_there_is_a_choice() {
        let names = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"].map(str::to_owned);
        assert_eq!(chosen(&names, "MIT OR Apache-2.0"), ["LICENSE-MIT", "NOTICE"]);
        assert_eq!(chosen(&names, "MIT AND Apache-2.0").len(), 3);
        assert_eq!(chosen(&names[..1], "MIT OR Apache-2.0"), ["LICENSE-APACHE"]);
        assert!(is_licence("license.md") && is_licence("COPYING") && !is_licence("README.md"));
    }

    #[test]
    fn a_licence_of_many_stands_once() {
        let library = |name: &str| Library {
            name: name.into(),
            licence: "MIT".into(),
            texts: vec!["Permission is granted\n".into()],
        };
        let text = compose(&[library("a 1"), library("b 2")]);
        assert_eq!(text.matches("Permission is granted").count(), 1);
        assert!(text.contains("a 1: MIT\nb 2: MIT\n") && text.contains("a 1, b 2\n"), "{text}");
    }
}
