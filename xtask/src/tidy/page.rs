//! Rules about the page: which layer may import which, and no text that becomes markup.

use super::source::{line_of, stands_alone};
use super::{Breach, File};

/// Ways by which text becomes markup or code. What a person typed is only ever shown as text.
const MARKUP: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "dangerouslySetInnerHTML",
    "document.write",
    "eval(",
    "new Function",
];

/// A test that is left out must not look like one.
const LEFT_OUT: &[&str] =
    &["test.skip", "test.only", "test.todo", "it.skip", "it.only", "describe.skip", "describe.only"];

/// Every breach in one file of the page.
pub(crate) fn check(file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !(file.path.ends_with(".js") || file.path.ends_with(".jsx")) {
        return breaches;
    }
    for (words, rule) in [(MARKUP, "text must stay text"), (LEFT_OUT, "a test is run or it is removed")] {
        for word in words {
            for (at, _) in file.text.match_indices(word).filter(|(at, _)| stands_alone(&file.text, *at, word))
            {
                breaches.push(Breach::new(&file.path, line_of(&file.text, at), format!("`{word}`: {rule}")));
            }
        }
    }
    let layer = layer_of(&file.path);
    for (at, target) in imports(&file.text) {
        if let Some(rule) = broken_rule(layer, &resolve(&file.path, &target)) {
            breaches.push(Breach::new(
                &file.path,
                line_of(&file.text, at),
                format!("imports {target}: {rule}"),
            ));
        }
    }
    breaches
}

/// `api`, `components`, `features`, `rooms`, `styles`, or nothing for the files beside them.
fn layer_of(path: &str) -> &str {
    let inside = path.strip_prefix("ui/src/").unwrap_or_default();
    inside.split_once('/').map_or("", |(layer, _)| layer)
}

fn broken_rule(layer: &str, target: &str) -> Option<&'static str> {
    if target.starts_with("@tauri-apps/") {
        return (layer != "api").then_some("only src/api speaks to the shell");
    }
    let to = layer_of(target);
    match (layer, to) {
        ("components", "api" | "features" | "rooms") => {
            Some("components know neither the shell nor the rooms nor what these share")
        }
        ("features", "rooms") => Some("what several rooms share knows none of them"),
        ("api", "components" | "features" | "rooms" | "styles") => Some("src/api shows nothing"),
        ("api", _) if target == "preact" || target.starts_with("preact/") => Some("src/api shows nothing"),
        ("styles", "api" | "components" | "features" | "rooms") => {
            Some("styles know nothing of what uses them")
        }
        _ => None,
    }
}

/// Every imported module, those in JSDoc types included, with the place of its name.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for word in ["from", "import"] {
        for (at, _) in text.match_indices(word).filter(|(at, _)| stands_alone(text, *at, word)) {
            let after = text[at + word.len()..].trim_start_matches([' ', '(', '\n']);
            let Some(quote) = after.chars().next().filter(|first| matches!(first, '"' | '\'')) else {
                continue;
            };
            if let Some((target, _)) = after[1..].split_once(quote) {
                found.push((at, target.to_owned()));
            }
        }
    }
    found
}

/// A relative import as a path from the root; any other one as it is.
fn resolve(from: &str, target: &str) -> String {
    if !target.starts_with('.') {
        return target.trim_start_matches('/').to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: &str) -> Vec<String> {
        check(&File { path: path.into(), text: text.into() }).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn components_know_neither_the_shell_nor_the_rooms() {
        let button = "ui/src/components/button/Button.jsx";
        assert_eq!(breaches(button, "import { save } from \"../../api/save.js\";").len(), 1);
        assert_eq!(breaches(button, "import { Plan } from '../../rooms/plan/Plan.jsx';").len(), 1);
        assert_eq!(breaches(button, "/** @type {import(\"../../api/types/Person\").Person} */").len(), 1);
        assert_eq!(
            breaches(button, "const room = await import(\n  \"../../rooms/plan/Plan.jsx\");").len(),
            1
        );
        assert!(
            breaches(button, "import \"./button.css\";\nimport { Icon } from \"../icon/Icon.jsx\";")
                .is_empty()
        );
    }

    #[test]
    fn what_several_rooms_share_knows_none_of_them() {
        let files = "ui/src/features/files/AttachedFiles.jsx";
        assert_eq!(breaches(files, "import { Plan } from \"../../rooms/plan/Plan.jsx\";").len(), 1);
        assert!(breaches(files, "import { Icon } from \"../../components/icon/Icon.jsx\";").is_empty());
        let icon = "ui/src/components/icon/Icon.jsx";
        assert_eq!(breaches(icon, "import { acts } from \"../../features/files/acts.js\";").len(), 1);
    }

    #[test]
    fn only_the_api_speaks_to_the_shell_and_it_shows_nothing() {
        let shell = "import { invoke } from \"@tauri-apps/api/core\";";
        assert_eq!(breaches("ui/src/rooms/plan/Plan.jsx", shell).len(), 1);
        assert_eq!(breaches("ui/src/main.jsx", shell).len(), 1);
        assert!(breaches("ui/src/api/plan.js", shell).is_empty());
        assert_eq!(breaches("ui/src/api/plan.js", "import { render } from \"preact\";").len(), 1);
        assert_eq!(
            breaches("ui/src/api/plan.js", "import { Plan } from \"../rooms/plan/Plan.jsx\";").len(),
            1
        );
    }

    #[test]
    fn rooms_may_use_all_below_them() {
        let text = "import { plan } from \"../../api/plan.js\";\nimport { Icon } from \"../../components/icon/Icon.jsx\";";
        assert!(breaches("ui/src/rooms/plan/Plan.jsx", text).is_empty());
    }

    #[test]
    fn markup_from_text_is_seen_with_its_line() {
        let found = breaches("ui/src/rooms/plan/Plan.jsx", "const a = 1;\nnode.innerHTML = text;");
        assert_eq!(found, ["ui/src/rooms/plan/Plan.jsx:2: `innerHTML`: text must stay text"]);
        assert_eq!(breaches("ui/src/x.jsx", "<p dangerouslySetInnerHTML={{ __html: text }} />").len(), 1);
        assert_eq!(breaches("ui/src/x.js", "eval(text)").len(), 1);
        assert!(breaches("ui/src/x.js", "retrieval(text)").is_empty());
    }

    #[test]
    fn a_test_that_is_left_out_is_seen() {
        assert_eq!(breaches("ui/src/x.test.js", "test.only(\"a\", () => {});").len(), 1);
    }
}
