//! Rules about crates: who may depend on whom, read from `cargo metadata`.

use std::path::Path;

use serde_json::Value;

use super::Breach;
use crate::process::{Outcome, Problem, capture, cargo};

/// One of our crates: which of the others it may use, and which third-party crates it must not.
struct Rule {
    name: &'static str,
    ours: &'static [&'static str],
    never: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule {
        name: "pps-domain",
        ours: &[],
        never: &["rusqlite", "tauri", "tokio", "typst", "rand", "getrandom", "serde_json", "tempfile"],
    },
    Rule { name: "pps-store", ours: &["pps-domain"], never: &["tauri", "typst", "printpdf", "rfd"] },
    Rule { name: "pps-documents", ours: &["pps-domain"], never: &["tauri", "rusqlite", "rfd"] },
    Rule { name: "pps-exchange", ours: &["pps-domain"], never: &["tauri", "rusqlite", "typst", "rfd"] },
    Rule {
        name: "pps-app",
        ours: &["pps-domain", "pps-store", "pps-documents", "pps-exchange"],
        never: &["tauri", "rusqlite", "typst", "rfd"],
    },
    Rule { name: "pps-cli", ours: &["pps-app"], never: &["tauri", "rusqlite", "typst", "rfd"] },
    Rule { name: "pps-workplace", ours: &["pps-app"], never: &["rusqlite", "typst"] },
    Rule { name: "xtask", ours: &[], never: &["tauri", "rusqlite", "typst"] },
    // Tests look at everything.
    Rule {
        name: "pps-tests",
        ours: &["pps-domain", "pps-store", "pps-documents", "pps-exchange", "pps-app"],
        never: &["tauri"],
    },
];

/// Crates that reach the network. The program is offline, so none of ours may name one.
const NETWORK: &[&str] =
    &["reqwest", "ureq", "hyper", "curl", "attohttpc", "tauri-plugin-updater", "tauri-plugin-http"];

/// Every breach in the workspace's manifests.
pub(crate) fn check(root: &Path) -> Outcome<Vec<Breach>> {
    let text = capture(cargo(root).args(["metadata", "--no-deps", "--format-version", "1", "--offline"]))?;
    let metadata = serde_json::from_str(&text).map_err(|error| {
        Problem::new(format!("`cargo metadata` printed something else than JSON: {error}"))
    })?;
    Ok(breaches(&metadata))
}

fn breaches(metadata: &Value) -> Vec<Breach> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    packages.iter().flat_map(of_package).collect()
}

fn of_package(package: &Value) -> Vec<Breach> {
    let name = package["name"].as_str().unwrap_or_default();
    let breach = |rule: String| Breach { place: format!("Cargo.toml of {name}"), rule };
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        return vec![breach("a new crate needs a rule in xtask/src/tidy/crates.rs".into())];
    };
    let dependencies = package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut found = Vec::new();
    // What is used for tests alone does not reach the person's computer.
    for dependency in dependencies.iter().filter(|dependency| dependency["kind"] != "dev") {
        let used = dependency["name"].as_str().unwrap_or_default();
        let feature = |wanted: &str| {
            dependency["features"].as_array().is_some_and(|all| all.iter().any(|one| one == wanted))
        };
        let ours = RULES.iter().any(|rule| rule.name == used);
        if ours && !rule.ours.contains(&used) {
            found.push(breach(format!("must not use {used}: docs/architecture.md shows the direction")));
        }
        if rule.never.contains(&used) || NETWORK.contains(&used) {
            found.push(breach(format!("must not use {used}")));
        }
        if used == "chrono" && name != "pps-app" && (feature("clock") || feature("now")) {
            found.push(breach("must not switch on chrono's clock".into()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rules_broken(package: Value) -> Vec<String> {
        breaches(&json!({ "packages": [package] })).into_iter().map(|breach| breach.rule).collect()
    }

    fn package(name: &str, uses: &str) -> Value {
        json!({ "name": name, "dependencies": [{ "name": uses, "kind": null, "features": [] }] })
    }

    #[test]
    fn the_direction_is_kept() {
        assert!(rules_broken(package("pps-store", "pps-domain")).is_empty());
        assert!(rules_broken(package("pps-app", "pps-documents")).is_empty());
        for (name, uses) in [
            ("pps-domain", "pps-store"),
            ("pps-store", "pps-documents"),
            ("pps-exchange", "pps-store"),
            ("pps-cli", "pps-store"),
            ("pps-workplace", "pps-domain"),
            ("pps-app", "pps-cli"),
        ] {
            assert_eq!(rules_broken(package(name, uses)).len(), 1, "{name} → {uses}");
        }
    }

    #[test]
    fn forbidden_crates_are_seen() {
        assert_eq!(rules_broken(package("pps-domain", "rusqlite")), ["must not use rusqlite"]);
        assert_eq!(rules_broken(package("pps-app", "tauri")).len(), 1);
        assert_eq!(rules_broken(package("pps-workplace", "reqwest")).len(), 1);
        assert!(rules_broken(package("pps-store", "rusqlite")).is_empty());
    }

    #[test]
    fn the_clock_of_chrono_is_for_the_use_cases() {
        let clock = |name: &str| json!({ "name": name, "dependencies": [{ "name": "chrono", "kind": null, "features": ["clock"] }] });
        assert_eq!(rules_broken(clock("pps-domain")).len(), 1);
        assert!(rules_broken(clock("pps-app")).is_empty());
    }

    #[test]
    fn a_dependency_of_tests_is_free_and_a_new_crate_is_not() {
        let dev = json!({ "name": "pps-domain", "dependencies": [{ "name": "serde_json", "kind": "dev", "features": [] }] });
        assert!(rules_broken(dev).is_empty());
        assert_eq!(rules_broken(json!({ "name": "pps-new", "dependencies": [] })).len(), 1);
    }
}
