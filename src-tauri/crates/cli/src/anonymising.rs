//! `pps-cli anonymise`.

use std::io::{self, Write};

use pps_app::Workplace;
use pps_app::anonymising::{Forgetting, NamedInText, ToForget};

use crate::commands::Refusal;

/// What goes beside the name itself.
pub(crate) struct Chosen {
    pub(crate) texts: bool,
    pub(crate) files: bool,
    pub(crate) dry_run: bool,
}

impl Chosen {
    pub(crate) fn forget(
        &self,
        workplace: &Workplace,
        name: &str,
        out: &mut impl Write,
    ) -> Result<(), Refusal> {
        let to_forget = workplace.to_forget(workplace.person_named(name)?)?;
        if self.dry_run {
            return Ok(shown(out, &to_forget)?);
        }
        let ToForget { person, name, texts, files, .. } = to_forget;
        let texts = texts.into_iter().map(|text| text.id).filter(|_| self.texts);
        // A file that stays is at least not called by the name.
        let renamed = files.iter().map(|file| file.id).filter(|_| self.texts && !self.files);
        let forgetting = Forgetting {
            person,
            texts: texts.chain(renamed).collect(),
            files: files.iter().map(|file| file.id).filter(|_| self.files).collect(),
        };
        let forgotten = workplace.forget(&forgetting)?;
        writeln!(out, "Обезличено: {name} — теперь {}.", forgotten.label)?;
        if !forgotten.left.is_empty() {
            writeln!(out, "Имя ещё стоит в текстах:")?;
            listed(out, &forgotten.left)?;
        }
        writeln!(out, "Подписанные и сданные бумаги остались как есть.")?;
        writeln!(
            out,
            "В прежних запасных копиях имя осталось: удалите их, если оно не должно сохраниться нигде."
        )?;
        Ok(())
    }
}

fn shown(out: &mut impl Write, to_forget: &ToForget) -> io::Result<()> {
    let ToForget { name, label, texts, files, .. } = to_forget;
    writeln!(out, "{name} станет: {label}.")?;
    if !texts.is_empty() {
        writeln!(out, "Имя стоит в текстах:")?;
        listed(out, texts)?;
    }
    if !files.is_empty() {
        writeln!(out, "Файлы:")?;
    }
    files.iter().try_for_each(|file| writeln!(out, "    {}", file.name))
}

fn listed(out: &mut impl Write, texts: &[NamedInText]) -> io::Result<()> {
    for NamedInText { title, standing, passages, .. } in texts {
        let standing = if standing.is_empty() { String::new() } else { format!(" ({standing})") };
        writeln!(out, "    {title}{standing}")?;
        for passage in passages {
            writeln!(out, "        {passage}")?;
        }
    }
    Ok(())
}
