//! Copies, recovery and the password from the command line.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use pps_app::backups::{self, BackupPlace, BackupState, Backups, Why};
use pps_app::password::{self, RecoveryKey};
use pps_app::recovery::recover;
use pps_app::{Clock, Key, SystemClock, Workplace};

use crate::arguments::PasswordAct;
use crate::commands::{Refusal, print_json};

/// The variables from which passwords are read where nobody sits at the keyboard.
const PASSWORD: &str = "PPS_PASSWORD";
const NEW_PASSWORD: &str = "PPS_NEW_PASSWORD";
const RECOVERY_KEY: &str = "PPS_RECOVERY_KEY";

/// The key of a data file: none is asked for where no password is set.
pub(crate) fn key_of(db: &Path) -> Result<Key, Refusal> {
    // What is not there or not ours is told by the opening that follows.
    if !password::is_locked(db).unwrap_or(false) {
        return Ok(Key::open());
    }
    Ok(password::unlock(db, &typed(PASSWORD, "Пароль")?, &SystemClock)?)
}

/// Makes a copy and tells where it lies.
pub(crate) fn back_up(workplace: &Workplace, to: Option<&Path>, out: &mut impl Write) -> Result<(), Refusal> {
    if let Some(place) = to {
        let path = backups::back_up_to(workplace, place)?;
        writeln!(out, "Копия записана и проверена.")?;
        writeln!(out, "{}", path.display())?;
        return Ok(());
    }
    workplace.back_up(Why::Asked)?;
    let all = workplace.backups()?;
    writeln!(out, "Копия записана и проверена.")?;
    if let Some(newest) = all.list.iter().find(|copy| copy.place == BackupPlace::Computer) {
        writeln!(out, "{}", Path::new(&all.folder).join(&newest.name).display())?;
    }
    Ok(())
}

/// Shows the copies that are there.
pub(crate) fn list(db: &Path, json: bool, out: &mut impl Write) -> Result<(), Refusal> {
    let all = backups::backups(db, &key_of(db)?)?;
    if json {
        return print_json(out, &all);
    }
    if all.list.is_empty() {
        writeln!(out, "Запасных копий ещё нет.")?;
    }
    for copy in &all.list {
        let state = match (&copy.state, &copy.inside) {
            (BackupState::Whole, Some(inside)) => {
                let last = inside.last_change.as_deref().unwrap_or("изменений нет");
                format!("протоколов {}, последнее изменение: {last}", inside.protocols)
            }
            (BackupState::Locked, _) => "под другим паролем".to_owned(),
            _ => "повреждена".to_owned(),
        };
        writeln!(out, "{}", copy.name)?;
        writeln!(out, "    {state}")?;
    }
    Ok(())
}

/// Puts a copy back.
pub(crate) fn restore(db: &Path, copy: Option<&Path>, out: &mut impl Write) -> Result<(), Refusal> {
    let key = key_of(db)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let restored = match copy.filter(|copy| copy.is_file()) {
        Some(file) => {
            let copy_key = if password::is_locked(file).unwrap_or(false) && !backups::opens(file, &key) {
                password::unlock(file, &typed(PASSWORD, "Пароль копии")?, clock.as_ref())?
            } else {
                key.clone()
            };
            backups::restore_file(db, &key, file, &copy_key, &clock)?
        }
        None => {
            let all = backups::backups(db, &key)?;
            let (place, name) = chosen(&all, copy)?;
            backups::restore(db, &key, place, &name, &clock)?
        }
    };
    writeln!(out, "Копия возвращена.")?;
    if let Some(kept) = restored.kept {
        writeln!(out, "То, что было, сохранено копией: {kept}")?;
    }
    if let Some(folder) = restored.set_aside {
        writeln!(out, "Повреждённый файл лежит нетронутым: {}", folder.display())?;
    }
    Ok(())
}

fn chosen(all: &Backups, copy: Option<&Path>) -> Result<(BackupPlace, String), Refusal> {
    let wanted = copy.map(|copy| copy.to_string_lossy().into_owned());
    let mut fitting = all.list.iter().filter(|copy| match &wanted {
        Some(name) => copy.name == *name,
        None => copy.state == BackupState::Whole,
    });
    let found = fitting.next().ok_or(pps_app::AppError::NoSuchBackup)?;
    Ok((found.place, found.name.clone()))
}

/// Saves what a damaged file still holds and tells how much.
pub(crate) fn rescue(db: &Path, out: &mut impl Write) -> Result<(), Refusal> {
    let key = key_of(db)?;
    let done = recover(db, &key, &SystemClock)?;
    writeln!(out, "Спасено записей: {}, прикреплённых файлов: {}.", done.saved, done.files)?;
    if let Some(copy) = &done.copy {
        writeln!(
            out,
            "Из них новее копии от {copy}: {}; взято из копии: {}.",
            done.from_damaged, done.from_copy
        )?;
    }
    if done.all_read {
        writeln!(out, "Повреждённый файл прочитан целиком.")?;
    }
    for doubtful in &done.doubtful {
        writeln!(out, "Проверьте: {doubtful}")?;
    }
    for lost in &done.lost {
        writeln!(out, "Не спасено: {lost}")?;
    }
    writeln!(out, "Повреждённый файл лежит нетронутым: {}", done.set_aside)?;
    Ok(())
}

/// Sets, changes or takes away the password.
pub(crate) fn password(db: &Path, what: PasswordAct, out: &mut impl Write) -> Result<(), Refusal> {
    let clock = SystemClock;
    let key = match what {
        PasswordAct::Recover => {
            password::unlock_with_recovery_key(db, &typed(RECOVERY_KEY, "Ключ восстановления")?, &clock)?
        }
        PasswordAct::Set | PasswordAct::Remove => key_of(db)?,
    };
    if what == PasswordAct::Remove {
        password::remove_password(db, &key)?;
        writeln!(out, "Пароль снят.")?;
        return Ok(());
    }
    let (_, RecoveryKey { groups, left }) =
        password::set_password(db, &key, &typed(NEW_PASSWORD, "Новый пароль")?, &clock)?;
    writeln!(out, "Пароль поставлен. Ключ восстановления — запишите его на бумаге, больше он не покажется:")?;
    writeln!(out, "{}", groups.join(" "))?;
    if let Some(left) = left {
        writeln!(out, "{left}")?;
    }
    Ok(())
}

/// A secret from the variable, or typed.
fn typed(variable: &str, asked: &str) -> Result<String, Refusal> {
    if let Ok(given) = std::env::var(variable) {
        return Ok(given);
    }
    let mut line = String::new();
    write!(io::stderr(), "{asked}: ")?;
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
