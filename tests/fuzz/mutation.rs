//! Changes of an input: bytes, words of the format, pieces of other inputs.

/// A stream of chance that the same seed gives again (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the limit; zero where the limit is.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap();
        usize::try_from(self.next() % limit).unwrap()
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length + 1);
        from..from + self.below((length - from).min(64) + 1)
    }
}

/// Pieces that break readers of any format.
const NASTY: [&str; 24] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{2028}",
    "\u{10ffff}",
    "е\u{301}",
    "👩‍👩‍👧",
    "İ",
    "ß",
    "\r\n",
    "\t",
    "\"",
    "'",
    "\\",
    "-1",
    "0",
    "99999999999999999999",
    "1e999",
    "NaN",
    "2026-02-30",
    "31.12.9999",
    "../",
    "\\ud800",
];

/// One to eight changes of an input from the corpus.
pub(crate) fn mutated(corpus: &[Vec<u8>], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut input = corpus[chance.below(corpus.len())].clone();
    for _ in 0..=chance.below(8) {
        change(&mut input, corpus, words, chance);
    }
    // Length is tried by tests of its own; here it would only slow down.
    input.truncate(64 * 1024);
    input
}

fn change(input: &mut Vec<u8>, corpus: &[Vec<u8>], words: &[&str], chance: &mut Chance) {
    let at = chance.below(input.len() + 1);
    match chance.below(9) {
        0 if at < input.len() => input[at] ^= 1 << chance.below(8),
        1 if at < input.len() => input[at] = chance.next().to_le_bytes()[0],
        2 => drop(input.drain(chance.range(input.len()))),
        3 => insert(input, at, NASTY[chance.below(NASTY.len())].as_bytes()),
        4 | 5 if !words.is_empty() => insert(input, at, words[chance.below(words.len())].as_bytes()),
        6 => {
            let piece = input[chance.range(input.len())].repeat(1 + chance.below(20));
            insert(input, at, &piece);
        }
        7 => {
            let other = &corpus[chance.below(corpus.len())];
            let piece = other[chance.range(other.len())].to_vec();
            insert(input, at, &piece);
        }
        8 => input.truncate(at),
        _ => insert(input, at, &[chance.next().to_le_bytes()[0]]),
    }
}

fn insert(input: &mut Vec<u8>, at: usize, piece: &[u8]) {
    input.splice(at..at, piece.iter().copied());
}
