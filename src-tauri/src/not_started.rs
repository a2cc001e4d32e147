//! Why no window opened, told where a person sees it: started from a menu, a program has no standard error.

use std::env::current_exe;
use std::path::{Path, PathBuf};

/// How Microsoft calls the installer that needs no internet; a school keeps it beside the program.
const RUNTIME_INSTALLER: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

/// Shows the sentence in a box of the system and waits until it is read.
pub fn tell(sentence: &str) {
    // A test has nobody who would press the button.
    if !cfg!(feature = "rehearsal") {
        show(sentence);
    }
}

/// Says what is missing where the system has nothing to draw a page with; `version` is what the system answers about it.
pub(crate) fn missing_runtime<E>(version: Result<String, E>) -> Option<String> {
    let beside = current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf));
    version.is_err().then(|| runtime_sentence(beside.as_deref()))
}

fn runtime_sentence(beside: Option<&Path>) -> String {
    let installer = beside.map(|folder| folder.join(RUNTIME_INSTALLER)).filter(|file| file.is_file());
    format!(
        "Окно не открылось: на компьютере нет WebView2, части Windows, которая рисует страницы. {} Ваши записи целы.",
        what_to_do(installer)
    )
}

fn what_to_do(installer: Option<PathBuf>) -> String {
    match installer {
        Some(file) => format!(
            "Запустите файл {}, он поставит её без интернета, и откройте программу ещё раз.",
            file.display()
        ),
        None => format!(
            "Скачайте на другом компьютере с сайта Microsoft файл {RUNTIME_INSTALLER} («автономный установщик»), \
             запустите его здесь и откройте программу ещё раз."
        ),
    }
}

#[cfg(target_os = "linux")]
fn show(sentence: &str) {
    use gtk::prelude::{DialogExt, GtkWindowExt};

    // Without a display there is nothing to show a box on, and standard error has the sentence.
    if gtk::init().is_err() {
        return;
    }
    let none: Option<&gtk::Window> = None;
    let (flags, kind) = (gtk::DialogFlags::MODAL, gtk::MessageType::Error);
    let dialog = gtk::MessageDialog::new(none, flags, kind, gtk::ButtonsType::Close, sentence);
    dialog.set_title(TITLE);
    dialog.run();
}

#[cfg(not(target_os = "linux"))]
fn show(sentence: &str) {
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
    dialog.set_title(TITLE).set_description(sentence).show();
}

const TITLE: &str = "ППС: рабочее место руководителя";

#[cfg(test)]
mod tests {
    use super::{RUNTIME_INSTALLER, missing_runtime, runtime_sentence};

    #[test]
    fn a_missing_runtime_is_told_with_what_to_do() {
        assert_eq!(missing_runtime::<()>(Ok("140.0".to_owned())), None);
        assert!(missing_runtime(Err(())).unwrap().contains("автономный установщик"));
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(RUNTIME_INSTALLER), b"installer").unwrap();
        let sentence = runtime_sentence(Some(folder.path()));
        assert!(sentence.contains("без интернета") && sentence.contains(RUNTIME_INSTALLER), "{sentence}");
    }
}
