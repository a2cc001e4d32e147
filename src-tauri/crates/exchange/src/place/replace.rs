//! The steps by which a new package gets the name of the previous one.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use super::leftovers::{Leftover, LeftoverState, OnLeftovers, leftovers, twins};
use super::names::{Role, fresh, is_short_alias, package_of};
use super::wipe::wipe;
use crate::contents::{Contents as _, FolderContents, Limits, ZipContents};
use crate::disk::{Disk, Kind};
use crate::error::ExchangeError;
use crate::io_error::Trouble;
use crate::litter::is_litter;
use crate::manifest::manifest_path;
use crate::names::fold;
use crate::progress::Watch;

/// As what a package lies in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folder.
    Folder,
    /// One ZIP file.
    Zip,
}

/// A package on its way to its place.
pub(crate) struct Placing<'a> {
    pub(crate) disk: &'a dyn Disk,
    /// The folder or stick.
    pub(crate) place: &'a Path,
    /// The name that the package shall have there.
    pub(crate) name: &'a str,
    pub(crate) form: Form,
    pub(crate) on_leftovers: OnLeftovers,
}

/// Writes the package under the path that it is given, flushes it and reads it back; the second argument says that the
/// package has its name already and is only to be read once more.
pub(crate) type Fill<'f> = &'f mut dyn FnMut(&Path, bool, &mut Watch<'_>) -> Result<(), ExchangeError>;

/// A package in its place.
pub(crate) struct Placed {
    pub(crate) path: PathBuf,
    /// What the program would not or could not remove.
    pub(crate) leftovers: Vec<PathBuf>,
}

impl Placing<'_> {
    /// Writes a package beside its place, proves it, and only then gives it the name.
    ///
    /// 1. Broken leftovers go first: what they claim may be free, and must not be given to the new package.
    /// 2. The new package is written under a name that nothing had, flushed, read back.
    /// 3. The previous one steps aside to another such name; flushed. The new one is whole meanwhile.
    /// 4. The new one gets the name; flushed. The previous one is whole meanwhile.
    /// 5. The new one is known to be there; the previous one goes, unless it may share its bytes with something.
    pub(crate) fn run(
        &self,
        room: u64,
        fill: Fill<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<Placed, ExchangeError> {
        let lock = self.disk.lock(self.place).map_err(self.writing())?;
        let _lock = lock.ok_or(ExchangeError::PlaceBusy)?;
        let found = leftovers(self.disk, self.place)?;
        let superseded = self.clear(&found)?;
        let replaces = self.look_before()?;
        self.check_room(room)?;
        watch.check()?;

        let names = self.disk.list(self.place).map_err(self.writing())?;
        let linked = self.linked(&names, &found);
        let mut taken: HashSet<String> =
            names.iter().map(|(name, _)| fold(&name.to_string_lossy())).collect();
        taken.insert(fold(self.name));
        let part = self.place.join(fresh(self.name, Role::Part, &taken));
        let old = replaces.then(|| self.place.join(fresh(self.name, Role::Old, &taken)));
        let target = self.place.join(self.name);

        let filled = fill(&part, false, watch).and_then(|()| self.sync(&part).map_err(self.writing()));
        if let Err(error) = filled {
            // What failed once may fail again here; the next run finds what is left.
            let _ = wipe(self.disk, &part);
            return Err(self.full_of_names(error, room));
        }
        if let Err(error) = self.give_name(&part, &target, old.as_deref()) {
            let _ = self.stand_back(&part, &target, old.as_deref());
            return Err(self.writing()(error));
        }
        self.prove_name(&target)?;

        let mut kept = Vec::new();
        // The new package is safe; failing to tidy up is worth a word, not an error.
        let mut remove = |path: PathBuf, linked: bool| {
            if linked || wipe(self.disk, &path).is_err() {
                kept.push(path);
            }
        };
        superseded.into_iter().for_each(|path| remove(path, false));
        old.into_iter().for_each(|path| remove(path, linked.contains(&target)));
        kept.extend(
            found.into_iter().filter(|leftover| leftover.state == LeftoverState::Linked).map(|l| l.path),
        );
        kept.sort();
        kept.dedup();
        let _ = self.disk.sync_folder(self.place);
        // Where there was doubt about anything, only reading everything once more ends it.
        if !linked.is_empty() {
            fill(&target, true, watch)?;
        }
        Ok(Placed { path: target, leftovers: kept })
    }

    fn writing(&self) -> impl FnOnce(io::Error) -> ExchangeError + use<> {
        ExchangeError::writing(self.name)
    }

    /// Removes broken leftovers with consent, and answers with whole packages that the new one supersedes.
    fn clear(&self, found: &[Leftover]) -> Result<Vec<PathBuf>, ExchangeError> {
        let of = |state| found.iter().filter(move |leftover| leftover.state == state);
        for leftover in found {
            // What it claims may be free, as with a broken one; and it may as well be the only whole package.
            if let LeftoverState::Unreadable(trouble) = leftover.state {
                let source = io::Error::other("what an earlier run left is unreadable");
                return Err(ExchangeError::Read { at: leftover.name.clone(), trouble, source });
            }
        }
        if self.on_leftovers == OnLeftovers::Ask {
            return match of(LeftoverState::Broken).next() {
                Some(broken) => Err(ExchangeError::Leftover { name: broken.name.clone() }),
                None => Ok(Vec::new()),
            };
        }
        for broken in of(LeftoverState::Broken) {
            wipe(self.disk, &broken.path).map_err(ExchangeError::writing(&broken.name))?;
        }
        if of(LeftoverState::Broken).next().is_some() {
            self.disk.sync_folder(self.place).map_err(self.writing())?;
        }
        let own = |leftover: &&Leftover| package_of(&leftover.name) == Some(self.name);
        Ok(of(LeftoverState::Complete).filter(own).map(|leftover| leftover.path.clone()).collect())
    }

    /// What may share its bytes with something else here; looked for only where an earlier run was cut off.
    fn linked(&self, names: &[(std::ffi::OsString, Kind)], found: &[Leftover]) -> Vec<PathBuf> {
        let cut = found.iter().any(|leftover| leftover.state != LeftoverState::Broken)
            || names.iter().any(|(name, _)| name.to_str().is_some_and(is_short_alias));
        if cut { twins(self.disk, self.place, names) } else { Vec::new() }
    }

    /// A list of names that is full is told from a stick that is full.
    fn full_of_names(&self, error: ExchangeError, room: u64) -> ExchangeError {
        match &error {
            ExchangeError::Write { at, trouble: Trouble::NoRoom, .. }
                if at == self.name
                    && matches!(self.disk.free_space(self.place), Ok(Some(free)) if free >= room) =>
            {
                ExchangeError::NoRoomForNames { name: self.name.to_owned() }
            }
            _ => error,
        }
    }

    fn give_name(&self, part: &Path, target: &Path, old: Option<&Path>) -> io::Result<()> {
        if let Some(old) = old {
            self.disk.rename(target, old)?;
            self.sync(old)?;
        }
        self.disk.rename(part, target)?;
        // Without flushing the renamed thing itself a power cut on FAT32 left every file in it empty.
        self.sync(target)
    }

    /// Waits until the disk has a package of ours and its name.
    fn sync(&self, path: &Path) -> io::Result<()> {
        match self.form {
            Form::Folder => self.disk.sync_folder(path)?,
            Form::Zip => self.disk.sync_file(path)?,
        }
        self.disk.sync_folder(self.place)
    }

    /// After a failed step: gives the previous package its name back, and removes the new one if it is certain that it
    /// did not get its name.
    ///
    /// A call that reported an error may still have been carried out, so what is on the disk decides, not what was asked
    /// for. The previous package moves only while the new one is whole.
    fn stand_back(&self, part: &Path, target: &Path, old: Option<&Path>) -> io::Result<()> {
        let there = |path: &Path| Ok::<_, io::Error>(self.disk.kind(path)?.is_some());
        if !there(part)? {
            // The new one has the name; what it replaced stays until the next run.
            return Ok(());
        }
        if let Some(old) = old
            && !there(target)?
        {
            self.disk.rename(old, target)?;
        }
        if old.is_some() {
            self.sync(target)?;
        }
        wipe(self.disk, part)
    }

    /// The name must lead to a package that can be opened, before anything that it replaced goes.
    fn prove_name(&self, target: &Path) -> Result<(), ExchangeError> {
        let differs = || ExchangeError::ReadBackDiffers { file: self.name.to_owned() };
        let limits = Limits::default();
        let opened = match self.form {
            Form::Folder => {
                FolderContents::open(self.disk, target, &limits).and_then(|mut it| it.manifest().map(drop))
            }
            Form::Zip => ZipContents::open(self.disk, target, &limits).map(drop),
        };
        opened.map_err(|error| match error {
            ExchangeError::Read { at, trouble, source } => ExchangeError::Write { at, trouble, source },
            _ => differs(),
        })
    }

    /// Whether the name holds a package that may be replaced without losing anything but what this program wrote itself.
    fn look_before(&self) -> Result<bool, ExchangeError> {
        let target = self.place.join(self.name);
        let foreign = || ExchangeError::Foreign { name: self.name.to_owned() };
        match (self.disk.kind(&target).map_err(self.writing())?, self.form) {
            (None, _) => Ok(false),
            (Some(Kind::Folder), Form::Folder) => self.look_into_folder(&target).map(|()| true),
            (Some(Kind::File), Form::Zip) => {
                match ZipContents::open(self.disk, &target, &Limits::default()) {
                    Ok(contents) if contents.find(&manifest_path()).is_some() => Ok(true),
                    Err(error @ ExchangeError::Read { .. }) => Err(error),
                    Ok(_) | Err(_) => Err(foreign()),
                }
            }
            (Some(_), _) => Err(foreign()),
        }
    }

    fn look_into_folder(&self, target: &Path) -> Result<(), ExchangeError> {
        let mut contents = FolderContents::open(self.disk, target, &Limits::default())?;
        let listed = match contents.manifest() {
            Ok(listed) => listed,
            Err(ExchangeError::NotAPackage { .. }) => {
                return Err(ExchangeError::Foreign { name: self.name.to_owned() });
            }
            Err(ExchangeError::BadManifest { .. }) => {
                return Err(ExchangeError::DamagedOld { name: self.name.to_owned() });
            }
            Err(error) => return Err(error),
        };
        let manifest = manifest_path();
        for item in contents.items() {
            let ours = match item.kind {
                Kind::File => {
                    listed.contains_key(&item.path)
                        || item.path == manifest
                        || is_litter(&item.path, item.kind)
                }
                Kind::Folder => true,
                Kind::Other => false,
            };
            if !ours {
                return Err(ExchangeError::ForeignInside { file: crate::names::shown(&item.path) });
            }
        }
        Ok(())
    }

    /// Refuses before anything is written, so that a full stick costs no time.
    fn check_room(&self, needed: u64) -> Result<(), ExchangeError> {
        match self.disk.free_space(self.place).map_err(self.writing())? {
            Some(free) if free < needed => Err(ExchangeError::NoRoom { needed, free }),
            _ => Ok(()),
        }
    }
}
