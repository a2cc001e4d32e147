//! Tables of Word and Excel: read, looked at, added.

use std::sync::Arc;

use pps_app::importing::{PastedTables, TableAsked, TableDraft, TablePreview, TableReader, TableToType};
use pps_app::views::Changes;

use super::attachments::{StagingState, chosen};
use super::{Answer, StateRef, error_view, refusal, run_blocking};
use crate::app_state::AppState;
use crate::platform::FileKind;

/// What can be read.
const KINDS: &[FileKind] = &[FileKind {
    name: "Таблицы и документы",
    endings: &["xlsx", "xls", "xlsm", "ods", "docx", "csv", "tsv", "txt", "html", "htm"],
}];

/// Reads what was pasted.
#[tauri::command]
pub(crate) async fn read_table(
    state: StateRef<'_>,
    asked: TableAsked,
    text: String,
    html: Option<String>,
) -> Answer<TablePreview> {
    run_blocking(&state, move |state| {
        let draft = TableDraft::pasted(&reader(), &text, html.as_deref()).map_err(error_view)?;
        first_look(state, draft, &asked)
    })
    .await
}

/// Reads a file that was dropped or that the person chooses now; none where he or she chose none.
#[tauri::command]
pub(crate) async fn read_table_file(
    state: StateRef<'_>,
    staging: StagingState<'_>,
    asked: TableAsked,
    dropped: Option<u32>,
) -> Answer<Option<TablePreview>> {
    let staging = Arc::clone(&staging);
    run_blocking(&state, move |state| {
        let paths = chosen(state, &staging, dropped, "Из какого файла взять таблицу", KINDS)?;
        let [path] = paths.as_slice() else {
            if paths.is_empty() {
                return Ok(None);
            }
            let message = "Выбрано несколько файлов, а таблица берётся из одного. Выберите один файл.";
            return Err(refusal("several_files", message.to_owned()));
        };
        first_look(state, TableDraft::file(&reader(), path).map_err(error_view)?, &asked).map(Some)
    })
    .await
}

/// Reads tables that were pasted under a text.
#[tauri::command]
pub(crate) async fn read_pasted_tables(
    state: StateRef<'_>,
    text: String,
    html: Option<String>,
    meant: TableToType,
) -> Answer<PastedTables> {
    run_blocking(&state, move |state| {
        let pasted = state.workplace()?.pasted_tables(&reader(), &text, html.as_deref(), meant);
        pasted.map_err(error_view)
    })
    .await
}

/// Looks at the same table again.
#[tauri::command]
pub(crate) async fn look_at_table(
    state: StateRef<'_>,
    token: u32,
    asked: TableAsked,
) -> Answer<TablePreview> {
    run_blocking(&state, move |state| shown(state, token, &asked)).await
}

/// Adds the ticked rows.
#[tauri::command]
pub(crate) async fn add_table_rows(
    state: StateRef<'_>,
    token: u32,
    asked: TableAsked,
    rows: Vec<usize>,
) -> Answer<Changes> {
    run_blocking(&state, move |state| {
        let draft = draft(state, token)?;
        let changed = state.workplace()?.add_table_rows(&draft, &asked, &rows).map_err(error_view)?;
        state.forget_table(token);
        Ok(changed)
    })
    .await
}

/// Forgets a table.
#[tauri::command]
pub(crate) async fn forget_table(state: StateRef<'_>, token: u32) -> Answer<()> {
    run_blocking(&state, move |state| {
        state.forget_table(token);
        Ok(())
    })
    .await
}

/// The window's own program reads tables, as a child: what breaks there breaks no window.
fn reader() -> TableReader {
    TableReader::this_program_again()
}

/// Keeps a table and shows it. One that cannot be shown is not kept.
fn first_look(state: &AppState, draft: TableDraft, asked: &TableAsked) -> Answer<TablePreview> {
    let mut preview = state.workplace()?.look_at_table(&draft, asked).map_err(error_view)?;
    preview.token = state.keep_table(draft);
    Ok(preview)
}

fn shown(state: &AppState, token: u32, asked: &TableAsked) -> Answer<TablePreview> {
    let draft = draft(state, token)?;
    let mut preview = state.workplace()?.look_at_table(&draft, asked).map_err(error_view)?;
    preview.token = token;
    Ok(preview)
}

fn draft(state: &AppState, token: u32) -> Answer<Arc<TableDraft>> {
    state.table(token).ok_or_else(|| {
        refusal(
            "table_gone",
            "Эта таблица уже не под рукой. Вставьте её или выберите файл ещё раз.".to_owned(),
        )
    })
}
