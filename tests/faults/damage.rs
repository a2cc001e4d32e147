//! A damaged file: whatever was changed in it, a command shows what was there before or refuses. Nothing that was
//! changed is shown as good, and the file stays as it was found.

use std::fs;
use std::path::Path;

use crate::answer::Answer;
use crate::figures::{Figures, is_long, rounds};
use crate::random::Random;
use crate::year::{VIEWS, Year, files, seen};

const PAGE: usize = 4096;
const SECTOR: usize = 512;

/// What befalls the bytes of a file.
#[derive(Debug, Clone, Copy)]
enum Damage {
    FlippedBit,
    ZeroedSector,
    RandomPage,
    CutOff,
    Header,
    SwappedPages,
}

impl Damage {
    const ALL: [Self; 6] = [
        Self::FlippedBit,
        Self::ZeroedSector,
        Self::RandomPage,
        Self::CutOff,
        Self::Header,
        Self::SwappedPages,
    ];

    fn befalls(self, whole: &[u8], random: &mut Random) -> Vec<u8> {
        // A sector of zeros that is zeroed is no damage.
        loop {
            let damaged = self.tries(whole, random);
            if damaged != whole {
                return damaged;
            }
        }
    }

    fn tries(self, whole: &[u8], random: &mut Random) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        match self {
            Self::FlippedBit => {
                let at = random.below(bytes.len());
                bytes[at] ^= 1 << random.below(8);
            }
            Self::ZeroedSector => {
                let at = random.below(bytes.len() / SECTOR) * SECTOR;
                bytes[at..at + SECTOR].fill(0);
            }
            Self::RandomPage => {
                let at = random.below(bytes.len() / PAGE) * PAGE;
                bytes[at..at + PAGE].copy_from_slice(&random.bytes(PAGE));
            }
            Self::CutOff => bytes.truncate(random.below(bytes.len())),
            Self::Header => {
                let from = random.below(100);
                let count = 1 + random.below(16);
                let noise = random.bytes(count);
                bytes[from..from + count].copy_from_slice(&noise);
            }
            Self::SwappedPages => {
                let pages = bytes.len() / PAGE;
                let (one, other) = (random.below(pages) * PAGE, random.below(pages) * PAGE);
                bytes[one..one + PAGE].copy_from_slice(&whole[other..other + PAGE]);
                bytes[other..other + PAGE].copy_from_slice(&whole[one..one + PAGE]);
            }
        }
        bytes
    }
}

/// The bytes of the damaged file lie in the folder still, under its name or where they were set aside.
fn is_kept(folder: &Path, damaged: &[u8]) -> bool {
    files(folder).values().any(|bytes| bytes == damaged)
}

fn befall(file: &str, fault: &'static str, seed: u64) {
    let year = Year::new();
    let whole = fs::read(year.path(file)).unwrap();
    let right = VIEWS.map(|(_, words)| seen(year.copied().path(), words).unwrap());
    let again = VIEWS.map(|(_, words)| seen(year.copied().path(), words).unwrap());
    assert!(right == again, "an undamaged year shows the same each time");

    let mut figures = Figures::of(fault);
    let mut random = Random::seeded(seed);
    for damage in Damage::ALL {
        for round in 0..rounds(10, 200) {
            figures.round();
            let damaged = damage.befalls(&whole, &mut random);
            let mut all_refused = true;
            for (at, (name, words)) in VIEWS.iter().enumerate() {
                // In the short form the two that read everything, and the others in turn.
                if !(is_long() || at == 1 || at == [0, 2, 3, 4][round % 4]) {
                    continue;
                }
                let folder = year.copied();
                fs::write(folder.path().join(file), &damaged).unwrap();
                let place = format!("{damage:?} {round}, {name}");
                match seen(folder.path(), words) {
                    Ok(shown) if shown == right[at] => {
                        all_refused = false;
                        figures.saw("shown whole");
                    }
                    Ok(shown) => {
                        let other: Vec<&String> =
                            shown.keys().filter(|key| shown.get(*key) != right[at].get(*key)).collect();
                        figures.wrong(format!("{place}: shown as good, but changed: {other:?}"));
                    }
                    Err(Answer::Refused(_)) => {
                        figures.saw("refused");
                        if !is_kept(folder.path(), &damaged) {
                            figures.wrong(format!("{place}: the damaged file was not kept"));
                        }
                    }
                    Err(Answer::Broken(told)) => figures.wrong(format!("{place}: {told}")),
                    Err(Answer::Done(_)) => {}
                }
            }
            if all_refused {
                figures.saw("seen by every command");
            }
        }
    }
    figures.tell();
}

#[test]
fn damage_of_the_records_is_never_shown_as_good() {
    befall("year.db", "damage of the records", 0x5eed_0001);
}

#[test]
fn damage_of_the_attached_files_is_never_shown_as_good() {
    befall("year.files.db", "damage of the attached files", 0x5eed_0002);
}
