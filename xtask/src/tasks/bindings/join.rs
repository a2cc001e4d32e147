//! Many files of one type each become a handful: one for each folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::process::{Outcome, Problem};

/// Where a type lies that names no folder: most of them are parts of records.
const RECORDS: &str = "records";

const NOTE: &str = "// Generated from Rust by `cargo xtask bindings`: a change here is lost.\n";

#[derive(Default)]
struct Joined {
    /// By its name, the declaration with the comment above it.
    declarations: BTreeMap<String, String>,
    needed: BTreeSet<String>,
    /// Lines that import of a library, as they came.
    foreign: BTreeSet<String>,
}

/// The joined files by name, of the single files by their path.
pub(super) fn join(types: &[(PathBuf, String)]) -> Outcome<BTreeMap<String, String>> {
    let mut lies_in: BTreeMap<String, String> = BTreeMap::new();
    let mut files: BTreeMap<String, Joined> = BTreeMap::new();
    for (path, text) in types {
        let (name, folder) = name_and_folder(path)?;
        if let Some(other) = lies_in.insert(name.clone(), folder.clone()) {
            return Err(Problem::new(format!("two types are called {name}, in {other} and in {folder}")));
        }
        let (head, declaration) = text
            .split_once("\n\n")
            .ok_or_else(|| Problem::new(format!("{} is not as ts-rs writes a type", path.display())))?;
        let file = files.entry(folder).or_default();
        let (own, foreign): (Vec<&str>, Vec<&str>) = head
            .lines()
            .filter(|line| line.starts_with("import"))
            .partition(|line| line.contains("from \"."));
        file.needed.extend(own.into_iter().filter_map(imported).map(str::to_owned));
        file.foreign.extend(foreign.into_iter().map(str::to_owned));
        file.declarations.insert(name, declaration.trim().to_owned());
    }
    Ok(files.iter().map(|(name, file)| (format!("{name}.ts"), written(name, file, &lies_in))).collect())
}

fn name_and_folder(path: &Path) -> Outcome<(String, String)> {
    let text = |part: &std::ffi::OsStr| part.to_string_lossy().into_owned();
    let name = path.file_stem().map(text).unwrap_or_default();
    let folder = path.parent().map(|folder| text(folder.as_os_str())).unwrap_or_default();
    match folder.as_str() {
        "" => Ok((name, RECORDS.to_owned())),
        nested if nested.contains(['/', '\\']) => {
            Err(Problem::new(format!("{nested} is a folder in a folder: name one in `export_to`")))
        }
        _ => Ok((name, folder)),
    }
}

/// `import type { Kind } from "../Kind";` names `Kind`.
fn imported(line: &str) -> Option<&str> {
    Some(line.strip_prefix("import type { ")?.split_once(" }")?.0)
}

fn written(name: &str, file: &Joined, lies_in: &BTreeMap<String, String>) -> String {
    let mut elsewhere: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for needed in &file.needed {
        let target = lies_in.get(needed).map_or(RECORDS, String::as_str);
        if target != name {
            elsewhere.entry(target).or_default().push(needed);
        }
    }
    let mut text = NOTE.to_owned();
    for line in &file.foreign {
        text.push_str(line);
        text.push('\n');
    }
    for (target, names) in elsewhere {
        text.push_str(&format!("import type {{ {} }} from \"./{target}\";\n", names.join(", ")));
    }
    for declaration in file.declarations.values() {
        text.push('\n');
        text.push_str(declaration);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "// This file was generated.\n";

    fn file(path: &str, imports: &str, declaration: &str) -> (PathBuf, String) {
        (PathBuf::from(path), format!("{HEAD}{imports}\n{declaration}\n"))
    }

    #[test]
    fn types_of_a_folder_become_one_file_and_import_only_other_files() {
        let types = [
            file("Plan.ts", "", "export type Plan = string;"),
            file(
                "views/Changed.ts",
                "import type { Seen } from \"./Seen\";\n",
                "export type Changed = Seen;",
            ),
            file(
                "views/Seen.ts",
                "import type { Plan } from \"../Plan\";\n",
                "/**\n * Seen.\n */\nexport type Seen = Plan;",
            ),
        ];
        let joined = join(&types).unwrap();
        assert_eq!(joined.keys().collect::<Vec<_>>(), ["records.ts", "views.ts"]);
        assert_eq!(joined["records.ts"], format!("{NOTE}\nexport type Plan = string;\n"));
        assert_eq!(
            joined["views.ts"],
            format!(
                "{NOTE}import type {{ Plan }} from \"./records\";\n\nexport type Changed = Seen;\n\n/**\n * Seen.\n \
                 */\nexport type Seen = Plan;\n"
            )
        );
    }

    #[test]
    fn two_types_of_one_name_are_refused() {
        let types = [
            file("Plan.ts", "", "export type Plan = string;"),
            file("views/Plan.ts", "", "export type Plan = 1;"),
        ];
        assert!(join(&types).unwrap_err().to_string().contains("Plan"));
    }
}
