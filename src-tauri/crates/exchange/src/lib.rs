//! The package for РИМК: safe names, careful writing with reading back, and verification.
//!
//! A package is a folder (or one ZIP) with the year's papers under plain Russian names and a
//! subfolder [`SERVICE_FOLDER`] that holds the open data and the manifest [`MANIFEST_FILE`]. The
//! manifest is in the format of `sha256sum`, so anyone can check a package without this program.
//!
//! The crate knows nothing of records, SQL or the window. It takes files as names and bytes, or as a [`Source`] that is
//! asked piece by piece, and it assumes the worst of what they are written on: a stick may be full, write-protected,
//! pulled out, or lie about what it has stored. Whatever happens, the previous package or the new one is whole on the
//! stick, and a half-written one never has the name of the package (see [`write_folder`]).
//!
//! Besides, [`spreadsheets`] reads tables that others made, and [`office_text`] texts.
//!
//! Everything that a person may read ([`ExchangeError`], [`Problem`], [`Trouble`]) displays itself as
//! a Russian sentence.

mod contents;
mod disk;
mod error;
mod folder;
mod hash;
mod io_error;
mod litter;
mod manifest;
mod names;
pub mod office_text;
mod open_data;
mod package;
mod place;
mod platform;
mod progress;
mod source;
pub mod spreadsheets;
mod unfit_name;
mod verified_write;
mod verify;
mod volumes;
mod zip_end;
mod zip_out;

pub use contents::Limits;
pub use disk::{Disk, Kind, PlaceLock, RealDisk, SeekRead, WrittenFile};
pub use error::ExchangeError;
pub use folder::{Written, write_folder};
pub use io_error::Trouble;
pub use manifest::{MANIFEST_FILE, SERVICE_FOLDER};
pub use names::{MAX_CHARS, NO_NAME, UniqueNames, package_name, safe_name};
pub use open_data::{OPEN_DATA_LIMIT, open_data_names, read_open_data, read_open_data_on};
pub use package::Package;
pub use place::{Form, Leftover, LeftoverState, OnLeftovers, leftovers, name_in_place, remove_leftovers};
pub use progress::{Progress, Stage, Watch};
pub use source::{PIECE, Source, SourceError};
pub use unfit_name::UnfitName;
pub use verify::{Problem, Verification, verify, verify_on, verify_sealed};
pub use volumes::{Volume, volume_over, volumes};
pub use zip_out::{ZipForm, write_zip};
