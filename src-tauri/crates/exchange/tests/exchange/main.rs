//! Packages on real folders, on disks that fail at every step, and on disks that lie.

#[cfg(test)]
mod archive;
#[cfg(test)]
mod cuts;
#[cfg(test)]
mod disks;
#[cfg(test)]
mod fat;
#[cfg(test)]
mod fat_sectors;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod names;
#[cfg(test)]
mod open_data;
#[cfg(test)]
mod owners;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod sealed;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod streams;
#[cfg(test)]
mod verify;
