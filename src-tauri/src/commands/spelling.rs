//! Whether words with mistakes are underlined: that needs a dictionary of the system.

use pps_app::error::ErrorView;
use tauri::AppHandle;

/// What is missing for Russian words to be checked, in a sentence; empty where they are. Only Linux leaves the dictionary to a
/// package of its own.
#[tauri::command]
pub(crate) async fn missing_dictionary(app: AppHandle) -> Result<String, ErrorView> {
    #[cfg(target_os = "linux")]
    {
        use tauri::Manager;

        let (answer, wait) = std::sync::mpsc::channel();
        for window in app.webview_windows().values() {
            let answer = answer.clone();
            // Where it cannot be told, nothing is said.
            let _ = window.with_webview(move |webview| {
                let _ = answer.send(crate::webkit::checks_russian(&webview.inner()));
            });
        }
        drop(answer);
        let heard = tokio::task::spawn_blocking(move || wait.recv()).await;
        let missing = matches!(heard, Ok(Ok(false)));
        Ok(if missing { SENTENCE.to_owned() } else { String::new() })
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = app;
        Ok(String::new())
    }
}

#[cfg(target_os = "linux")]
const SENTENCE: &str = "Ошибки в словах не подчёркиваются: в системе нет русского словаря. Попросите того, кто обслуживает \
                        компьютер, установить пакет hunspell-ru, и откройте программу заново.";
