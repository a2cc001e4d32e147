//! Rules about the page: which layer may import which, and no text that becomes markup.

use std::collections::{BTreeMap, BTreeSet};

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
    for (at, target) in imports(&file.text) {
        if let Some(rule) = broken_rule(&file.path, &resolve(&file.path, &target)) {
            breaches.push(Breach::new(
                &file.path,
                line_of(&file.text, at),
                format!("imports {target}: {rule}"),
            ));
        }
    }
    breaches
}

/// `api`, `components`, `features`, `frame`, `rooms`, `state`, `styles`, `words`, or nothing for the files beside them.
fn layer_of(path: &str) -> &str {
    let inside = path.strip_prefix("ui/src/").unwrap_or_default();
    inside.split_once('/').map_or("", |(layer, _)| layer)
}

/// The room that a file belongs to; none for the list of them all.
fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix("ui/src/rooms/")?.split_once('/').map(|(room, _)| room)
}

/// The layers, each with those that it may import beside itself: words ◄ components ◄ features ◄ rooms ◄ frame, and state
/// on api.
const LAYERS: &[(&str, &[&str], &str)] = &[
    ("words", &[], "words know nothing but words"),
    ("api", &[], "src/api shows nothing and keeps nothing"),
    ("state", &["api", "words"], "what is kept knows nothing of what is shown"),
    ("styles", &[], "styles know nothing of what uses them"),
    (
        "components",
        &["words", "styles"],
        "components know neither the shell nor the records nor the rooms nor what these share",
    ),
    (
        "features",
        &["words", "components", "state", "api", "styles"],
        "what several rooms share knows none of them",
    ),
    (
        "rooms",
        &["words", "components", "features", "state", "api", "styles"],
        "a room knows nothing of the frame around it",
    ),
];

fn broken_rule(from: &str, target: &str) -> Option<&'static str> {
    let layer = layer_of(from);
    if target.starts_with("@tauri-apps/") {
        return (layer != "api").then_some("only src/api speaks to the shell");
    }
    if layer == "api" && (target == "preact" || target.starts_with("preact/")) {
        return Some("src/api shows nothing and keeps nothing");
    }
    // The shapes of records are everybody's but the components', which know no records.
    let shapes = target.starts_with("ui/src/api/types/") && layer != "components";
    if !target.starts_with("ui/src/") || shapes {
        return None;
    }
    let to = layer_of(target);
    if let (Some(room), Some(other)) = (room_of(from), room_of(target))
        && room != other
    {
        return Some("a room imports no other room; what two need is a feature beside them");
    }
    let (_, below, rule) = LAYERS.iter().find(|(name, ..)| *name == layer)?;
    (to != layer && !below.contains(&to)).then_some(rule)
}

/// Files that import each other in a circle: none of them can be read, or left out, without all the others.
pub(crate) fn circles(files: &[File]) -> Vec<Breach> {
    let page = files.iter().filter(|file| file.path.starts_with("ui/src/"));
    let edges: BTreeMap<String, BTreeSet<String>> = page
        .map(|file| {
            let real = imports(&file.text).into_iter().filter(|(at, _)| !is_comment(&file.text, *at));
            (file.path.clone(), real.map(|(_, target)| resolve(&file.path, &target)).collect())
        })
        .collect();
    let mut breaches = Vec::new();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for path in edges.keys() {
        let around = reached(&edges, path);
        if !around.contains(path.as_str()) || known.contains(path.as_str()) {
            continue;
        }
        let circle: Vec<&str> =
            around.into_iter().filter(|other| reached(&edges, other).contains(path.as_str())).collect();
        known.extend(&circle);
        breaches.push(Breach::new(path, 1, format!("imports in a circle: {}", circle.join(", "))));
    }
    breaches
}

/// Everything that a file imports, and what that imports in its turn.
fn reached<'a>(edges: &'a BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<&'a str> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut left: Vec<&str> = edges.get(from).into_iter().flatten().map(String::as_str).collect();
    while let Some(next) = left.pop() {
        if edges.contains_key(next) && found.insert(next) {
            left.extend(edges.get(next).into_iter().flatten().map(String::as_str));
        }
    }
    found
}

/// Whether a place lies in a comment: the types of JSDoc are gone when the page runs.
fn is_comment(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default().trim_start();
    line.starts_with("/*") || line.starts_with('*')
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
    fn a_room_imports_no_other_room_and_none_knows_the_frame() {
        let plan = "ui/src/rooms/plan/Plan.jsx";
        assert_eq!(breaches(plan, "import { Next } from \"../overview/Next.jsx\";").len(), 1);
        assert_eq!(breaches(plan, "import { Bar } from \"../../frame/Bar.jsx\";").len(), 1);
        assert_eq!(breaches(plan, "/** @import {Lines} from \"../overview/lines.js\" */").len(), 1);
        assert!(breaches(plan, "import { rows } from \"./rows.js\";").is_empty());
        let all = "ui/src/rooms/index.js";
        assert!(breaches(all, "import { Plan } from \"./plan/Plan.jsx\";").is_empty());
    }

    #[test]
    fn what_is_kept_and_said_knows_nothing_of_what_is_shown() {
        let icon = "import { Icon } from \"../components/icon/Icon.jsx\";";
        assert_eq!(breaches("ui/src/state/records.js", icon).len(), 1);
        assert_eq!(breaches("ui/src/words/dates.js", icon).len(), 1);
        let state = "import { records } from \"../state/records.js\";";
        assert_eq!(breaches("ui/src/words/dates.js", state).len(), 1);
        assert_eq!(breaches("ui/src/components/icon.jsx", state).len(), 1);
        let types = "/** @import {Term} from \"../api/types/records\" */";
        assert!(breaches("ui/src/words/terms.js", types).is_empty());
    }

    #[test]
    fn a_circle_of_imports_is_seen_and_one_of_types_is_none() {
        let file = |path: &str, text: &str| File { path: format!("ui/src/{path}"), text: text.into() };
        let change = file("features/a/change.js", "import { naming } from \"./naming.js\";");
        let naming = file("features/a/naming.js", "import { change } from \"./change.js\";");
        let types = file("features/a/naming.js", "/** @import {Of} from \"./change.js\" */");
        let user = file("rooms/b/B.jsx", "import { change } from \"../../features/a/change.js\";");
        let found = circles(&[user, change, naming]);
        assert_eq!(found.len(), 1);
        assert!(found[0].rule.contains("features/a/change.js, ui/src/features/a/naming.js"), "{}", found[0]);
        let change = file("features/a/change.js", "import { naming } from \"./naming.js\";");
        assert!(circles(&[change, types]).is_empty());
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
