//! The program is killed while a command writes: `kill -9`, or the plug is pulled out of the wall and the disk keeps
//! what it was told to keep.

use std::thread;
use std::time::Duration;

use crate::acts::ACTS;
use crate::answer::typed;
use crate::figures::{Figures, rounds};
use crate::random::Random;
use crate::year::Year;

#[test]
fn a_command_that_is_killed_is_done_or_not_begun_and_blocks_nothing() {
    let year = Year::new();
    let mut figures = Figures::of("kill -9 while a command writes");
    let mut random = Random::seeded(0x5eed_0003);
    for act in ACTS {
        let known = act.known(&year);
        for round in 0..rounds(3, 40) {
            figures.round();
            let folder = known.prepared();
            let mut child = typed(folder.path(), act.words).spawn().unwrap();
            // Up to a little after the end, so that the last steps are hit too.
            let longest = usize::try_from(known.takes.as_micros()).unwrap();
            let wait = Duration::from_micros(random.below(longest * 11 / 10 + 1) as u64);
            thread::sleep(wait);
            child.kill().unwrap();
            let ended = child.wait().unwrap();
            if ended.code().is_none() {
                figures.saw("killed at work");
            }
            let outcome = known.settled(folder.path(), ended.success());
            figures.check(format_args!("{} {round}, killed after {wait:?}", act.name), outcome);
        }
    }
    figures.tell();
}
