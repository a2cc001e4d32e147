//! The package for РИМК: written and verified.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pps_app::domain::russian::counted;
use pps_app::package::{
    Delivery, Destination, Leftover, LeftoverState, OnLeftovers, PackageForm, Watch, leftovers, verify_sealed,
};
use pps_app::{Workplace, read_first_line};

use crate::commands::Refusal;

/// How the package is to be written.
pub(crate) struct HandOver {
    pub(crate) to: PathBuf,
    pub(crate) zip: bool,
    pub(crate) seal_with_password_from: Option<PathBuf>,
    pub(crate) remove_leftovers: bool,
}

impl HandOver {
    /// Writes the package, and says what it is and what else lies there. Answers with where it lies.
    pub(crate) fn run(
        self,
        workplace: &Workplace,
        delivery: &Delivery,
        out: &mut impl Write,
    ) -> Result<PathBuf, Refusal> {
        let password = self.seal_with_password_from.as_deref().map(read_first_line).transpose()?;
        let form = if self.zip { PackageForm::Zip { password } } else { PackageForm::Folder };
        let on_leftovers = if self.remove_leftovers { OnLeftovers::Remove } else { OnLeftovers::Ask };
        let destination = Destination { place: self.to, form, on_leftovers };
        let written = workplace.hand_over(delivery, &destination, &mut Watch::silent());
        let written = written.map_err(|fault| match fault.code() {
            "leftover" => Refusal::Leftover(names_of(&leftovers(&destination.place).unwrap_or_default())),
            _ => fault.into(),
        })?;
        writeln!(out, "Записано и проверено.")?;
        writeln!(out, "{}", written.path.display())?;
        if let Some(remark) = written.remark() {
            writeln!(out, "{remark}")?;
        }
        for leftover in leftovers(&destination.place)? {
            writeln!(out, "{}", said(&leftover))?;
        }
        Ok(written.path)
    }
}

/// Verifies a package and lists what is wrong with it.
pub(crate) fn verified(
    package: &Path,
    password_from: Option<&Path>,
    out: &mut impl Write,
) -> Result<ExitCode, Refusal> {
    let password = password_from.map(read_first_line).transpose()?;
    let verification = verify_sealed(package, password.as_deref())?;
    if verification.is_sound() {
        writeln!(out, "Пакет цел: файлов {}, все на месте и не изменены, лишнего нет.", verification.files)?;
        return Ok(ExitCode::SUCCESS);
    }
    // The list is the answer; the one sentence on standard error says what to do with it.
    for problem in &verification.problems {
        writeln!(out, "{problem}")?;
    }
    let count = counted(verification.problems.len(), "неполадка", "неполадки", "неполадок");
    Err(Refusal::Spoilt(count))
}

fn names_of(leftovers: &[Leftover]) -> String {
    let names: Vec<_> = leftovers.iter().map(|leftover| format!("«{}»", leftover.name)).collect();
    names.join(", ")
}

fn said(leftover: &Leftover) -> String {
    let name = &leftover.name;
    match leftover.state {
        LeftoverState::Broken => format!("Осталось от прерванной записи: «{name}»."),
        LeftoverState::Complete => {
            format!("Остался прежний пакет «{name}»; его уберёт «--remove-leftovers» при следующей записи.")
        }
        LeftoverState::Linked => format!(
            "«{name}» может быть тем же пакетом под другим именем, программа его не трогает; проверьте накопитель \
             средствами системы и удалите эту папку или файл сами."
        ),
        LeftoverState::Unreadable(trouble) => format!("«{name}» не читается: {trouble}."),
    }
}
