//! Installing system packages where that is possible, and saying clearly what to do where it is not.

use std::path::Path;

use super::packages::Need;
use crate::process::{Outcome, Problem, command, on_path, run, succeeds};

/// Makes sure that everything in the lists is there.
pub(crate) fn prepare(lists: &[&'static [Need]]) -> Outcome {
    // Windows brings its own WebView2, and nothing there is called pkg-config.
    if cfg!(not(target_os = "linux")) {
        return Ok(());
    }
    let missing = |lists: &[&'static [Need]]| -> Vec<&'static Need> {
        lists.iter().flat_map(|list| list.iter()).filter(|need| !need.met()).collect()
    };
    let lacking = missing(lists);
    if lacking.is_empty() {
        return Ok(());
    }

    println!("This machine lacks:");
    for need in &lacking {
        println!("    {:<24} for {}", need.debian.join(" "), need.why);
    }
    let how = Installer::of_this_machine();
    let refusal = match &how {
        Err(why) => Some(why.clone()),
        Ok(installer) => installer.install(&lacking).err().map(|problem| problem.to_string()),
    };
    let still = missing(lists);
    match refusal {
        None if still.is_empty() => Ok(()),
        None => Err(advice("apt-get ended well, yet something is still not found", &still)),
        Some(why) => Err(advice(&why, &still)),
    }
}

/// How packages can be installed here.
struct Installer {
    through_sudo: bool,
}

impl Installer {
    fn of_this_machine() -> Result<Self, String> {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        if !like_debian(&release) || on_path("apt-get").is_none() {
            return Err("packages are installed only on Debian and systems like it".into());
        }
        if user_is_root() {
            return Ok(Self { through_sudo: false });
        }
        let here = Path::new(".");
        if on_path("sudo").is_some() && succeeds(command("sudo", here).args(["-n", "true"])) {
            return Ok(Self { through_sudo: true });
        }
        Err("installing needs root, and sudo would ask for a password".into())
    }

    fn install(&self, lacking: &[&Need]) -> Outcome {
        let names = lacking.iter().flat_map(|need| need.debian);
        println!("They are installed now by apt-get.");
        self.apt_get(&["update", "-q"], &[])?;
        let names: Vec<&str> = names.copied().collect();
        self.apt_get(&["install", "-y", "-q", "--no-install-recommends"], &names)
    }

    fn apt_get(&self, options: &[&str], names: &[&str]) -> Outcome {
        // Through `env`, because sudo does not hand variables on.
        let words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
        let mut apt = if self.through_sudo {
            let mut sudo = command("sudo", Path::new("."));
            sudo.arg("-n").args(words);
            sudo
        } else {
            let mut env = command(words[0], Path::new("."));
            env.args(&words[1..]);
            env
        };
        run(apt.args(options).args(names))
    }
}

/// Whether the system installs Debian packages under Debian's names. ALT has an apt-get too, with other names.
fn like_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .any(|id| matches!(id, "debian" | "ubuntu"))
}

/// Whether everything may be done here.
pub(crate) fn user_is_root() -> bool {
    command("id", Path::new(".")).arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// What to do by hand, for each system that schools have.
fn advice(why: &str, lacking: &[&Need]) -> Problem {
    let names = |of: fn(&Need) -> &'static [&'static str]| -> String {
        lacking.iter().flat_map(|need| of(need)).copied().collect::<Vec<_>>().join(" ")
    };
    Problem::new(format!(
        "{why}.\nInstall these by hand, as root, and run the same command again:\n\
         \x20   Debian, Ubuntu, Astra Linux:  apt-get install --no-install-recommends {}\n\
         \x20   ALT (ALT Linux):              apt-get install {}\n\
         \x20   РЕД ОС:                       dnf install {}\n\
         (Only Debian 12 is tried; on the others the names may differ with the release.)",
        names(|need| need.debian),
        names(|need| need.alt),
        names(|need| need.redos),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::packages::{BUILD, PACKAGE, ROOTS, TEST};
    use super::*;

    #[test]
    fn debian_and_its_relatives_are_known_and_alt_is_not_taken_for_one() {
        assert!(like_debian("NAME=x\nID=debian\n"));
        assert!(like_debian("ID=astra\nID_LIKE=\"debian\"\n"));
        assert!(like_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!like_debian("ID=altlinux\n"));
        assert!(!like_debian("ID=redos\nID_LIKE=\"rhel centos fedora\"\n"));
        assert!(!like_debian(""));
    }

    #[test]
    fn advice_names_every_missing_package_for_every_system() {
        let all: Vec<&Need> = BUILD.iter().chain(TEST).chain(PACKAGE).chain(ROOTS).collect();
        let sentence = advice("no network", &all).to_string();
        for need in all {
            for name in need.debian.iter().chain(need.alt).chain(need.redos) {
                assert!(sentence.contains(name), "{name} is not in: {sentence}");
            }
        }
        assert!(sentence.starts_with("no network."));
    }
}
