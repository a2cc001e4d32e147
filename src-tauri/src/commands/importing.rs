//! Tables of Word and Excel: read, looked at, added.

use std::sync::Arc;

use pps_app::importing::{TableAsked, TableDraft, TablePreview, TableReader};
use pps_app::page::Changed;

use super::attachments::{StagingState, chosen};
use super::{Answer, DeskState, aside, refusal, told};
use crate::desk::Desk;
use crate::outside::FileKind;

/// What can be read.
const KINDS: &[FileKind] =
    &[FileKind { name: "Таблицы Excel и CSV", endings: &["xlsx", "csv", "tsv", "txt"] }];

/// Reads what was pasted.
#[tauri::command]
pub(crate) async fn read_table(
    desk: DeskState<'_>,
    asked: TableAsked,
    text: String,
    html: Option<String>,
) -> Answer<TablePreview> {
    aside(&desk, move |desk| {
        let draft = TableDraft::pasted(&reader(), &text, html.as_deref()).map_err(told)?;
        first_look(desk, draft, &asked)
    })
    .await
}

/// Reads a file that was dropped or that the person chooses now; none where he or she chose none.
#[tauri::command]
pub(crate) async fn read_table_file(
    desk: DeskState<'_>,
    staging: StagingState<'_>,
    asked: TableAsked,
    dropped: Option<u32>,
) -> Answer<Option<TablePreview>> {
    let staging = Arc::clone(&staging);
    aside(&desk, move |desk| {
        let paths = chosen(desk, &staging, dropped, "Из какого файла взять таблицу", KINDS)?;
        let [path] = paths.as_slice() else {
            if paths.is_empty() {
                return Ok(None);
            }
            let message = "Выбрано несколько файлов, а таблица берётся из одного. Выберите один файл.";
            return Err(refusal("several_files", message.to_owned()));
        };
        first_look(desk, TableDraft::file(&reader(), path).map_err(told)?, &asked).map(Some)
    })
    .await
}

/// Looks at the same table again.
#[tauri::command]
pub(crate) async fn look_at_table(
    desk: DeskState<'_>,
    token: u32,
    asked: TableAsked,
) -> Answer<TablePreview> {
    aside(&desk, move |desk| shown(desk, token, &asked)).await
}

/// Adds the ticked rows.
#[tauri::command]
pub(crate) async fn add_table_rows(
    desk: DeskState<'_>,
    token: u32,
    asked: TableAsked,
    rows: Vec<usize>,
) -> Answer<Changed> {
    aside(&desk, move |desk| {
        let draft = draft(desk, token)?;
        let changed = desk.workplace()?.add_table_rows(&draft, &asked, &rows).map_err(told)?;
        desk.forget_table(token);
        Ok(changed)
    })
    .await
}

/// Forgets a table.
#[tauri::command]
pub(crate) async fn forget_table(desk: DeskState<'_>, token: u32) -> Answer<()> {
    aside(&desk, move |desk| {
        desk.forget_table(token);
        Ok(())
    })
    .await
}

/// The window's own program reads tables, as a child: what breaks there breaks no window.
fn reader() -> TableReader {
    TableReader::this_program_again()
}

/// Keeps a table and shows it. One that cannot be shown is not kept.
fn first_look(desk: &Desk, draft: TableDraft, asked: &TableAsked) -> Answer<TablePreview> {
    let mut preview = desk.workplace()?.look_at_table(&draft, asked).map_err(told)?;
    preview.token = desk.keep_table(draft);
    Ok(preview)
}

fn shown(desk: &Desk, token: u32, asked: &TableAsked) -> Answer<TablePreview> {
    let draft = draft(desk, token)?;
    let mut preview = desk.workplace()?.look_at_table(&draft, asked).map_err(told)?;
    preview.token = token;
    Ok(preview)
}

fn draft(desk: &Desk, token: u32) -> Answer<Arc<TableDraft>> {
    desk.table(token).ok_or_else(|| {
        refusal(
            "table_gone",
            "Эта таблица уже не под рукой. Вставьте её или выберите файл ещё раз.".to_owned(),
        )
    })
}
