//! A cell of people, word by word.

/// What stands between a word and the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing, spaces, full stops, a hyphen: the words may be one name.
    Close,
    /// A line end within.
    Line,
    /// A comma, a bracket, a dash: another one begins.
    Apart,
}

/// A word of a cell, or the part of one that begins with a capital: «ВетроваГ» are two.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its letters as they are compared: small, without «ё», Latin ones that look Russian as Russian.
    pub letters: String,
    /// How many letters it has.
    pub length: usize,
    /// Begins with a capital.
    pub capital: bool,
    /// Consists of capitals.
    pub capitals: bool,
    /// A full stop follows at once.
    pub stopped: bool,
    /// What follows.
    pub gap: Gap,
    /// Stands in quotation marks.
    pub quoted: bool,
}

impl Word {
    /// One capital letter.
    pub(super) fn is_initial(&self) -> bool {
        self.length == 1 && self.capital
    }
}

/// The words of a cell in their order.
pub(super) fn words_of(cell: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut quotes = 0_usize;
    let mut before: Option<char> = None;
    let mut open = false;
    for (at, sign) in cell.char_indices() {
        let goes_on = sign.is_alphanumeric() || matches!(sign, '\u{300}'..='\u{36f}');
        if goes_on {
            // «ВетроваГ.Н.»
            let glued = sign.is_uppercase() && before.is_some_and(char::is_lowercase);
            if !open || glued {
                words.push(Word {
                    start: at,
                    end: at,
                    letters: String::new(),
                    length: 0,
                    capital: sign.is_uppercase(),
                    capitals: true,
                    stopped: false,
                    gap: Gap::Close,
                    quoted: quotes > 0,
                });
                open = true;
            }
            if let Some(word) = words.last_mut() {
                word.end = at + sign.len_utf8();
                word.length += 1;
                word.capitals &= sign.is_uppercase();
                fold(sign, &mut word.letters);
            }
        } else {
            match sign {
                '«' | '„' => quotes += 1,
                '»' | '“' => quotes = quotes.saturating_sub(1),
                _ => {}
            }
            if let Some(word) = words.last_mut() {
                word.stopped |= open && sign == '.';
                word.gap = word.gap.max(gap_of(sign));
            }
            open = false;
        }
        before = Some(sign);
    }
    words
}

fn gap_of(sign: char) -> Gap {
    match sign {
        '\n' | '\r' => Gap::Line,
        '.' | '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => Gap::Close,
        _ if sign.is_whitespace() && sign != '\t' => Gap::Close,
        _ => Gap::Apart,
    }
}

fn fold(sign: char, letters: &mut String) {
    for small in seen_as(sign).to_lowercase() {
        letters.push(if small == 'ё' { 'е' } else { small });
    }
}

/// A name in which some letters were typed in the other alphabet. A word that is Latin throughout stays.
pub(in crate::import) fn in_russian_letters(name: &str) -> String {
    let word = |word: &str| -> String {
        let russian = word.chars().any(|sign| matches!(sign, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
        let initial = word.chars().filter(|sign| sign.is_alphabetic()).count() == 1;
        if russian || initial { word.chars().map(seen_as).collect() } else { word.to_owned() }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Letters of the other alphabet that nobody can tell from Russian ones.
fn seen_as(sign: char) -> char {
    match sign {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        _ => sign,
    }
}
