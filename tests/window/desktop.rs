//! What stands around the program on a desktop: a window manager, keys that do not go through the page, programs
//! that a test looks at from outside.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A window manager on a screen; native dialogs get their keys from it. It ends with the test.
pub(crate) struct WindowManager(Child);

impl WindowManager {
    pub(crate) fn start(display: &str) -> Self {
        let child = Command::new("openbox")
            .env("DISPLAY", display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed (`cargo xtask test` installs it)");
        // It has taken over when it can tell which windows there are.
        let patience = Instant::now() + Duration::from_secs(20);
        while xdotool(display, &["get_num_desktops"]).is_none() {
            assert!(Instant::now() < patience, "the window manager did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        Self(child)
    }
}

impl Drop for WindowManager {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Asks xdotool; none where it did not find what was asked for.
pub(crate) fn xdotool(display: &str, words: &[&str]) -> Option<String> {
    let output = Command::new("xdotool").env("DISPLAY", display).args(words).output();
    let output = output.expect("xdotool is installed (`cargo xtask test` installs it)");
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (output.status.success() && !said.is_empty()).then_some(said)
}

/// A program on PATH in place of the desktop's own that notes what it was asked to open, and keeps a copy of it.
pub(crate) struct Recorder {
    folder: TempDir,
}

impl Recorder {
    /// Named as the program that it stands for.
    pub(crate) fn named(program: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(program);
        let copy = folder.path().join("opened");
        fs::write(&path, format!("#!/bin/sh\ncp \"$1\" '{0}.part' && mv '{0}.part' '{0}'\n", copy.display()))
            .unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        Self { folder }
    }

    /// PATH with the recorder before everything else.
    pub(crate) fn path(&self) -> std::ffi::OsString {
        let before = std::env::var_os("PATH").unwrap_or_default();
        let mut all = vec![self.folder.path().to_owned()];
        all.extend(std::env::split_paths(&before));
        std::env::join_paths(all).unwrap()
    }

    /// The copy of what was opened last.
    pub(crate) fn opened(&self) -> PathBuf {
        self.folder.path().join("opened")
    }
}

/// The text of a PDF, on one line.
pub(crate) fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let output = output.expect("pdftotext is installed (`cargo xtask test` installs it)");
    assert!(output.status.success(), "{} is not a PDF", pdf.display());
    let text = String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
