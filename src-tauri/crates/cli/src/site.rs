//! Pages for the site: written, with what is on them and what is not.

use std::io::Write;
use std::path::{Path, PathBuf};

use pps_app::Workplace;
use pps_app::domain::russian::date_in_table;
use pps_app::package::{OnLeftovers, Watch, leftovers};
use pps_app::site::{FRESH_FOLDER, SITE_FOLDER, SiteRequest, UPLOAD_LIST};

use crate::commands::Refusal;

/// Writes the pages, and says where they lie, who is named and what stays at home. Answers with where they lie and
/// whether they name anybody.
pub(crate) fn write(
    workplace: &Workplace,
    request: &SiteRequest,
    to: &Path,
    remove_leftovers: bool,
    out: &mut impl Write,
) -> Result<(PathBuf, bool), Refusal> {
    let view = workplace.site_view(request, Some(to))?;
    let on_leftovers = if remove_leftovers { OnLeftovers::Remove } else { OnLeftovers::Ask };
    let written = workplace.write_site(request, Some(&view.seen), to, on_leftovers, &mut Watch::silent());
    let written = written.map_err(|fault| match fault.code() {
        "leftover" => {
            let names = leftovers(to).unwrap_or_default().into_iter().map(|left| format!("«{}»", left.name));
            Refusal::Leftover(names.collect::<Vec<_>>().join(", "))
        }
        _ => fault.into(),
    })?;
    writeln!(out, "Записано и проверено.")?;
    writeln!(out, "{}", written.path.display())?;
    writeln!(
        out,
        "Страницы — в папке «{SITE_FOLDER}», первая — index.html; что загрузить — «{UPLOAD_LIST}»."
    )?;
    let fresh = view.fresh;
    match view.since.map(date_in_table) {
        None => writeln!(out, "Это первая выгрузка сюда: новые все файлы, их {fresh}.")?,
        Some(since) => writeln!(
            out,
            "Новых и изменённых после {since} файлов: {fresh}; они же отдельно — в папке «{FRESH_FOLDER}»."
        )?,
    }
    if let Some(remark) = written.remark() {
        writeln!(out, "{remark}")?;
    }
    let named = if view.named.is_empty() { "никто".to_owned() } else { view.named.join(", ") };
    writeln!(out, "Названы: {}.", named.trim_end_matches('.'))?;
    for left in &view.left_out {
        writeln!(out, "Не вошло: {} — {}.", left.title, left.why)?;
    }
    Ok((written.path, !view.named.is_empty()))
}
