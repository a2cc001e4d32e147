//! The page: its libraries, its checks, its build.

use std::path::{Path, PathBuf};

use crate::files;
use crate::process::{Outcome, Problem, output, run};
use crate::setup::{Node, npm_ci};
use crate::tally::Tally;

/// The folder `ui/` with its libraries installed and a Node.js to run its tools.
pub(crate) struct Page {
    node: Node,
    folder: PathBuf,
    built: PathBuf,
}

impl Page {
    /// Installs the libraries of the lock file, unless they are there already.
    pub(crate) fn prepare(root: &Path) -> Outcome<Self> {
        let page = Self { node: Node::find(root)?, folder: root.join("ui"), built: root.join("target/page") };
        // npm leaves no reliable sign of which lock file it installed, so a copy of it is kept beside.
        let lock = files::read(&page.folder.join("package-lock.json"))?;
        let installed = page.folder.join("node_modules/.installed-lock.json");
        if files::read(&installed).is_ok_and(|text| text == lock) {
            return Ok(page);
        }
        println!("The page's libraries are installed into ui/node_modules.");
        run(&mut npm_ci(&page.folder)?)?;
        files::write(&installed, lock.as_bytes())?;
        Ok(page)
    }

    /// Types in JSDoc, checked by TypeScript.
    pub(crate) fn check_types(&self) -> Outcome {
        run(self.node.tool(&self.folder, "typescript/bin/tsc").args(["-p", "."]))
    }

    /// ESLint, with a warning counted as an error.
    pub(crate) fn lint(&self) -> Outcome {
        run(self.node.tool(&self.folder, "eslint/bin/eslint.js").args(["--max-warnings", "0", "."]))
    }

    /// Prettier, without changing anything.
    pub(crate) fn check_format(&self) -> Outcome {
        let mut prettier = self.node.tool(&self.folder, "prettier/bin/prettier.cjs");
        run(prettier.args(["--check", "--log-level=warn", "."]))
    }

    /// Builds the page into `ui/dist`. An unchanged page is left alone there, or the program would be linked
    /// anew each time.
    pub(crate) fn build(&self) -> Outcome {
        let mut vite = self.node.tool(&self.folder, "vite/bin/vite.js");
        run(vite.args(["build", "--logLevel", "warn", "--emptyOutDir", "--outDir"]).arg(&self.built))?;
        let changed = files::mirror(&self.built, &self.folder.join("dist"))?;
        println!("The page is built ({} files changed).", changed.len());
        Ok(())
    }

    /// Runs the page's own tests.
    pub(crate) fn test(&self) -> Outcome<Tally> {
        let tests: Vec<PathBuf> = files::under(&self.folder.join("src"))?
            .into_iter()
            .filter(|path| path.to_string_lossy().ends_with(".test.js"))
            .map(|path| self.folder.join("src").join(path))
            .collect();
        if tests.is_empty() {
            return Ok(Tally::default());
        }
        // The TAP report is the same in every version and on every kind of terminal.
        let mut node = self.node.command(&self.folder);
        let (well, report) = output(node.args(["--test", "--test-reporter=tap"]).args(tests))?;
        let tally = tally(&report).ok_or_else(|| Problem::new(format!("Node.js ran no tests:\n{report}")))?;
        if !well {
            eprintln!("{report}");
        }
        println!("{tally} (tests of the page)");
        Ok(tally)
    }
}

/// The counts in the last lines of a TAP report.
fn tally(report: &str) -> Option<Tally> {
    let count =
        |name: &str| report.lines().rev().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
    Some(Tally { passed: count("# pass ")?, failed: count("# fail ")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_are_read_from_the_report() {
        let report = "ok 1 - a\n1..1\n# tests 31\n# pass 29\n# fail 2\n";
        assert_eq!(tally(report), Some(Tally { passed: 29, failed: 2 }));
        assert_eq!(tally("nothing of the kind"), None);
    }
}
