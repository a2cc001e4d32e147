//! Spaces that must not break, and breaks where there are no spaces.
//!
//! People type «№ 3» and «И. О. Фамилия» with ordinary spaces. On paper those must not fall apart
//! at the end of a line, and a link of three hundred characters must not run off the sheet.

/// Marks a place where a very long word may be broken. The template turns it into a zero-width
/// gap, so it never reaches the text layer of the file.
pub const BREAK: char = '\u{200B}';

const NO_BREAK: char = '\u{A0}';

/// A chain of words bound to each other grows no longer than this, or it could not fit a line.
const LONGEST_CHAIN: usize = 26;

/// Cyrillic words up to this length are left to hyphenation.
const LONGEST_WORD: usize = 30;

/// Other runs (Latin, digits, punctuation) are not hyphenated by Russian rules.
const LONGEST_FOREIGN_RUN: usize = 14;

/// Binds short words, numbers, dates and initials with non-breaking spaces and opens very long
/// words to line breaks. Words are neither lost nor joined: only the kind of the space changes.
#[must_use]
pub fn bind(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + text.len() / 16);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            result.push('\n');
        }
        bind_line(line, &mut result);
    }
    result
}

fn bind_line(line: &str, result: &mut String) {
    let mut chain = 0;
    let mut before_left = "";
    let mut left = "";
    for (space, word) in words(line) {
        let length = word.chars().count();
        if left.is_empty() {
            chain = length;
        } else {
            let typed = space == Some(NO_BREAK);
            let bound =
                chain + 1 + length <= LONGEST_CHAIN && (typed || belongs_together(before_left, left, word));
            result.push(if bound { NO_BREAK } else { ' ' });
            chain = if bound { chain + 1 + length } else { length };
        }
        open_long_word(word, result);
        before_left = left;
        left = word;
    }
}

/// Splits a line into words, each with the space before it. Several spaces in a row are one: people
/// push words apart with them, and a justified line would show holes.
fn words(line: &str) -> impl Iterator<Item = (Option<char>, &str)> {
    line.split_inclusive([' ', NO_BREAK])
        .scan(None, |before, piece| {
            let word = piece.trim_end_matches([' ', NO_BREAK]);
            let space = *before;
            *before = piece[word.len()..].chars().next();
            Some((space, word))
        })
        .filter(|(_, word)| !word.is_empty())
}

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const UNITS: [&str; 16] = [
    "г.", "гг.", "г", "ч", "ч.", "чел.", "мин", "мин.", "руб.", "л.", "с.", "экз.", "лет", "кл.", "%", "шт.",
];

/// A line must not end with one of these when a date or a number follows: «от 29 августа», «8 из 11».
const BEFORE_NUMBER: [&str; 8] = ["от", "до", "по", "на", "за", "из", "со", "не"];

/// A school's kind belongs to its name: «Вакинская СШ».
const SCHOOL_KINDS: [&str; 6] = ["СШ", "ОШ", "НШ", "СОШ", "ООШ", "НОШ"];

/// Longer words are not bound to the number before them: a justified line would show holes.
const LONGEST_COUNTED_WORD: usize = 12;

const BEFORE_NUMBER_OR_NAME: [&str; 15] =
    ["г.", "п.", "пп.", "ч.", "с.", "ст.", "ул.", "д.", "им.", "вх.", "исх.", "каб.", "гл.", "рис.", "табл."];

fn belongs_together(before_left: &str, left: &str, right: &str) -> bool {
    let bare_left = left.trim_start_matches(['«', '(', '„', '"', '[', '“']);
    let bare_right = right.trim_end_matches([',', ';', ':', '.', ')', '»', '!', '?']);
    let starts_with_digit = right.starts_with(|c: char| c.is_ascii_digit());
    let starts_upper = right.trim_start_matches('«').starts_with(char::is_uppercase);

    if right == "—" || right == "–" {
        return true;
    }
    if bare_left == "№" || bare_left == "§" {
        return true;
    }
    if is_one_letter_word(bare_left) {
        return true;
    }
    if is_initials(bare_left) && (is_initials(bare_right_keeping_dot(right)) || is_surname(bare_right)) {
        return true;
    }
    if is_surname(bare_left) && is_initials(bare_right_keeping_dot(right)) {
        return true;
    }
    if BEFORE_NUMBER.contains(&bare_left.to_lowercase().as_str()) && starts_with_digit {
        return true;
    }
    if is_surname(bare_left) && SCHOOL_KINDS.contains(&bare_right) {
        return true;
    }
    if is_abbreviation(bare_left) && right.starts_with('«') {
        return true;
    }
    if is_count(bare_left) && before_left != "№" && is_counted(bare_right) {
        return true;
    }
    if BEFORE_NUMBER_OR_NAME.contains(&bare_left) && (starts_with_digit || starts_upper) {
        return true;
    }
    let left_is_number = ends_with_number(bare_left);
    if left_is_number && (UNITS.contains(&bare_right_keeping_dot(right)) || UNITS.contains(&bare_right)) {
        return true;
    }
    if is_day(bare_left) && MONTHS.contains(&bare_right) {
        return true;
    }
    MONTHS.contains(&bare_left)
        && is_day(before_left.trim_start_matches(['«', '(']))
        && bare_right.len() == 4
        && bare_right.bytes().all(|b| b.is_ascii_digit())
}

fn bare_right_keeping_dot(right: &str) -> &str {
    right.trim_end_matches([',', ';', ':', ')', '»', '!', '?'])
}

fn is_one_letter_word(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(only), None)
        if "вкосуиаяВКОСУИАЯ".contains(only))
}

/// «М.» or «М.В.».
fn is_initials(word: &str) -> bool {
    let mut letters = word.chars();
    let one = |letters: &mut std::str::Chars<'_>| {
        letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
    };
    one(&mut letters) && (letters.as_str().is_empty() || one(&mut letters) && letters.as_str().is_empty())
}

fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.all(|c| c.is_alphabetic() || c == '-')
}

/// «МБОУ», «ППС»: what stands before a name in quotes.
fn is_abbreviation(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

/// «6», «23», «150», but not a year.
fn is_count(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// «уроков» after «6», and «из» of «8 из 11»; other short words only follow by chance.
fn is_counted(word: &str) -> bool {
    let length = word.chars().count();
    word == "из" || (3..=LONGEST_COUNTED_WORD).contains(&length) && word.chars().all(char::is_alphabetic)
}

fn ends_with_number(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

fn is_day(word: &str) -> bool {
    let word = word.trim_end_matches('»');
    (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Copies a word, with [`BREAK`] where it may be broken if it is too long for any line.
fn open_long_word(word: &str, result: &mut String) {
    // Bytes are never fewer than characters, so this keeps ordinary words from any further work.
    if word.len() <= LONGEST_FOREIGN_RUN {
        result.push_str(word);
        return;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut start = 0;
    while start < letters.len() {
        let end = part_end(&letters, start, |at| stands_between_letters(&letters, at));
        open_part(&letters[start..end], end == letters.len(), result);
        start = end;
    }
}

/// Where the part that begins at `start` ends: just after the first place that `splits`.
fn part_end(letters: &[char], start: usize, splits: impl Fn(usize) -> bool) -> usize {
    (start..letters.len()).find(|at| splits(*at)).map_or(letters.len(), |at| at + 1)
}

/// A hyphen or a slash between letters is a place where Typst itself breaks a line.
fn stands_between_letters(letters: &[char], at: usize) -> bool {
    matches!(letters[at], '-' | '/')
        && at > 0
        && letters[at - 1].is_alphanumeric()
        && letters.get(at + 1).is_some_and(|next| next.is_alphanumeric())
}

fn open_part(part: &[char], last: bool, result: &mut String) {
    if part.len() <= LONGEST_FOREIGN_RUN || (part.len() <= LONGEST_WORD && is_hyphenated_by_rules(part)) {
        result.extend(part);
        return;
    }
    let mut start = 0;
    while start < part.len() {
        // A link or an address is broken after its own punctuation, if that is enough.
        let end = part_end(part, start, |at| "._@:?&=,;".contains(part[at]));
        let anywhere = end - start > LONGEST_FOREIGN_RUN;
        for at in start..end {
            result.push(part[at]);
            let ends_word = last && at + 1 == part.len();
            let next_is_mark = part.get(at + 1).is_some_and(|next| is_mark(*next));
            if (anywhere || at + 1 == end) && !ends_word && !next_is_mark {
                result.push(BREAK);
            }
        }
        start = end;
    }
}

/// Whether Russian hyphenation finds places in this part: it knows Cyrillic letters only.
fn is_hyphenated_by_rules(part: &[char]) -> bool {
    part.split(|c| matches!(c, '\u{400}'..='\u{52F}')).all(|foreign| foreign.len() <= 3)
}

/// Combining marks stay with their letter.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::number("протокол № 3", "протокол №~3")]
    #[case::initials_first("слово М. В. Соколова сказала", "слово М.~В.~Соколова сказала")]
    #[case::surname_first("Соколова М. В., Гришин А. П.", "Соколова~М.~В., Гришин~А.~П.")]
    #[case::double_surname("Щербакова-Дёмина А. В.", "Щербакова-Дёмина~А.~В.")]
    #[case::date("до 15 сентября 2026 г. сдать", "до~15~сентября~2026~г. сдать")]
    #[case::quoted_day("от «15» сентября 2026 г.", "от «15»~сентября~2026~г.")]
    #[case::dash("план — это", "план~— это")]
    #[case::preposition("работа в школе и дома", "работа в~школе и~дома")]
    #[case::preposition_in_brackets("(в школе)", "(в~школе)")]
    #[case::hours("72 ч, 90 %, 5 чел.", "72~ч, 90~%, 5~чел.")]
    #[case::clause("по п. 4.8 Положения", "по п.~4.8 Положения")]
    #[case::named_after("СШ им. С. А. Есенина", "СШ им.~С.~А.~Есенина")]
    #[case::date_after_a_preposition("приказ от 29 августа 2025 г.", "приказ от~29~августа~2025~г.")]
    #[case::share("у 8 из 11 опрошенных", "у~8~из~11~опрошенных")]
    #[case::counted("выполнено, 15 материалов", "выполнено, 15~материалов")]
    #[case::year_is_no_count("план 2025 выполнен", "план 2025 выполнен")]
    #[case::number_is_no_count("протокол № 3 принят", "протокол №~3 принят")]
    #[case::legal_form("в МБОУ «Вакинская СШ» прошло", "в~МБОУ~«Вакинская~СШ» прошло")]
    #[case::school("из Батуринской СШ.", "из Батуринской~СШ.")]
    #[case::two_spaces("много  слов", "много слов")]
    #[case::leading_space(" слово ", "слово")]
    #[case::lines("в школе\nи дома", "в~школе\nи~дома")]
    #[case::empty("", "")]
    fn binds_what_belongs_together(#[case] typed: &str, #[case] printed: &str) {
        assert_eq!(bind(typed).replace(NO_BREAK, "~"), printed);
    }

    #[test]
    fn a_chain_never_outgrows_a_line() {
        let typed = "и в с к о у а я ".repeat(40);
        let longest = bind(&typed).split(' ').map(|chain| chain.chars().count()).max();
        assert!(longest <= Some(LONGEST_CHAIN));
        let typed = "слово\u{A0}".repeat(40);
        let longest = bind(&typed).split(' ').map(|chain| chain.chars().count()).max();
        assert!(longest <= Some(LONGEST_CHAIN));
    }

    #[rstest]
    #[case::ordinary("высококвалифицированный")]
    #[case::compound("учебно-воспитательной/организационно-методической")]
    #[case::quoted("«Функциональная")]
    fn leaves_ordinary_words_alone(#[case] word: &str) {
        assert_eq!(bind(word), word);
    }

    #[rstest]
    #[case::cyrillic("щ".repeat(300))]
    #[case::latin("w".repeat(300))]
    #[case::underscores("_".repeat(80))]
    #[case::hyphens("-".repeat(80))]
    #[case::mixed("aб".repeat(80))]
    #[case::accents("о\u{301}".repeat(80))]
    fn opens_a_word_without_end(#[case] word: String) {
        let opened = bind(&word);
        let longest = opened.split(BREAK).map(|piece| piece.chars().count()).max();
        assert!(longest <= Some(LONGEST_FOREIGN_RUN), "{longest:?}");
        assert_eq!(opened.replace(BREAK, ""), word);
        assert!(!opened.ends_with(BREAK));
    }

    #[test]
    fn a_link_breaks_after_its_punctuation() {
        let opened = bind("kuznetsova.olga@rybnoe-school.ru").replace(BREAK, "|");
        assert_eq!(opened, "kuznetsova.|olga@|rybnoe-|school.ru");
    }

    #[test]
    fn only_the_kind_of_a_space_changes() {
        let typed = "Протокол № 3 от 15 сентября 2026 г. — о работе М. В. Соколовой в школе";
        assert_eq!(bind(typed).replace(NO_BREAK, " "), typed);
    }
}
