//! Scans of any size pass through in pieces.

use std::cell::Cell;
use std::rc::Rc;

use pps_exchange::{
    ExchangeError, OnLeftovers, PIECE, Package, RealDisk, Source, SourceError, Watch, verify, write_folder,
    write_zip,
};
use sha2::{Digest as _, Sha256};

use crate::samples::{DAY, dated, names_in};

/// A scan that is never whole in memory, and knows how much of it was asked for at once.
struct Scan {
    size: u64,
    largest: Rc<Cell<usize>>,
    /// From here on other bytes come.
    changes_at: u64,
}

impl Scan {
    fn piece(&self, offset: u64, most: usize) -> Vec<u8> {
        let end = self.size.min(offset + most as u64);
        (offset..end).map(|at| if at < self.changes_at { at.to_le_bytes()[0] } else { 7 }).collect()
    }

    fn sha256(&self) -> String {
        let mut sum = Sha256::new();
        let mut at = 0;
        while at < self.size {
            sum.update(Scan { changes_at: u64::MAX, largest: Rc::default(), ..*self }.piece(at, 65_536));
            at += 65_536;
        }
        sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Source for Scan {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        *piece = self.piece(offset, PIECE);
        self.largest.set(self.largest.get().max(piece.capacity()));
        Ok(())
    }
}

fn package(size: u64, changes_at: u64) -> (Package<'static>, Rc<Cell<usize>>) {
    let largest = Rc::new(Cell::new(0));
    let scan = Scan { size, largest: Rc::clone(&largest), changes_at };
    let sum = scan.sha256();
    let mut package = Package::new("ППС");
    package.add_source("Сканы/Протокол.pdf", Rc::new(scan), &sum).unwrap();
    (package, largest)
}

#[test]
fn a_large_scan_is_asked_for_in_pieces() {
    let size = 3 * PIECE as u64 + 1;
    let place = tempfile::tempdir().unwrap();
    let (package, largest) = package(size, u64::MAX);
    let watch = &mut Watch::silent();
    let folder = write_folder(&package, place.path(), OnLeftovers::Ask, &RealDisk, watch).unwrap();
    let zip = write_zip(&package, place.path(), &dated(DAY), OnLeftovers::Ask, &RealDisk, watch).unwrap();
    for written in [folder, zip] {
        assert_eq!(written.bytes, size);
        assert!(verify(&written.path).unwrap().is_sound());
    }
    assert_eq!(largest.get(), PIECE, "no more than a piece is held");
}

#[test]
fn a_scan_that_is_not_what_was_announced_is_not_handed_over() {
    let place = tempfile::tempdir().unwrap();
    let (package, _) = package(PIECE as u64 + 10, PIECE as u64 + 5);
    let watch = &mut Watch::silent();
    let folder = write_folder(&package, place.path(), OnLeftovers::Ask, &RealDisk, watch);
    let zip = write_zip(&package, place.path(), &dated(DAY), OnLeftovers::Ask, &RealDisk, watch);
    for refused in [folder, zip] {
        assert!(matches!(refused, Err(ExchangeError::SourceChanged { .. })), "{refused:?}");
    }
    assert!(names_in(place.path()).is_empty());
    let mut other = Package::new("ППС");
    assert!(other.add_source("Скан.pdf", Rc::new(vec![1_u8]), "не сумма").is_err());
}
