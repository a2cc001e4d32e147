//! Names that every stick and every system accepts.
//!
//! FAT32, exFAT and NTFS forbid some characters, Windows forbids some whole names, and FAT32 takes
//! «План.pdf» and «ПЛАН.PDF» for the same file. A name that is refused on the school's PC, or
//! that silently replaces another paper, is worse than a slightly changed one.

use std::collections::HashSet;

/// The longest name in characters, so that the whole path stays readable in a dialog.
pub const MAX_CHARS: usize = 100;

/// The longest name in bytes of UTF-8. Linux allows 255; the rest is kept for `.zip.part`.
const MAX_BYTES: usize = 240;

/// The longest ending («.xlsx») that is kept whole when a name has to be cut.
const MAX_EXTENSION: usize = 12;

/// What a file is called when nothing is left of its name.
pub const NO_NAME: &str = "Без названия";

/// Makes any text a name that FAT32, exFAT, NTFS and Linux accept, changing as little as possible.
///
/// A slash becomes a hyphen («2025/2026» → «2025-2026»), straight quotes become guillemets, marks
/// that turn the direction of text are dropped, because they can make «fdp.exe» look like a PDF.
/// The function gives the same name when it is applied twice.
pub fn safe_name(raw: &str) -> String {
    let mut name = fit(&clean(raw), "");
    // A cut may lay bare what looks like an ending, and the space before it is then dropped too. Each round only
    // shortens the name, so this comes to an end.
    loop {
        let again = fit(&name, "");
        if again == name {
            return name;
        }
        name = again;
    }
}

/// The name of a package: `ППС_<short name>_<school year>`, or with another body («РМО») in front; only the short name
/// is ever cut. A short name that begins with the body does not say it twice.
pub fn package_name(body: &str, short_name: &str, school_year: &str) -> String {
    let year = safe_name(school_year);
    let body = cut(&clean(body), MAX_CHARS / 2, MAX_BYTES / 2).trim_end().to_owned();
    let affixes = body.chars().count() + "__".len() + year.chars().count();
    let affix_bytes = body.len() + "__".len() + year.len();
    let short = clean(short_name);
    let short = short.strip_prefix(&format!("{body} ")).unwrap_or(&short);
    let short =
        cut(short, MAX_CHARS.saturating_sub(affixes), MAX_BYTES.saturating_sub(affix_bytes)).trim_end();
    safe_name(&format!("{body}_{short}_{year}"))
}

/// Gives out names that differ even where capital and small letters are the same.
#[derive(Debug, Default, Clone)]
pub struct UniqueNames {
    taken: HashSet<String>,
}

impl UniqueNames {
    /// No name is taken yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the name safe, adds « (2)», « (3)» … before its ending if it is taken, and takes it.
    pub fn take(&mut self, raw: &str) -> String {
        let name = safe_name(raw);
        if self.taken.insert(fold(&name)) {
            return name;
        }
        let mut number = 2_usize;
        loop {
            let candidate = fit(&name, &format!(" ({number})"));
            if self.taken.insert(fold(&candidate)) {
                return candidate;
            }
            number += 1;
        }
    }

    /// Whether a name, in any case of its letters, is taken.
    pub fn is_taken(&self, name: &str) -> bool {
        self.taken.contains(&fold(name))
    }
}

/// The form in which two names are equal if a stick may take them for one.
///
/// Capital letters first, then small ones, letter by letter: so «ß» and «SS», «ς» and «σ» agree as
/// well, which is stricter than any file system and therefore safe.
pub(crate) fn fold(name: &str) -> String {
    name.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// A name from a stranger's package as it may stand in a message: on one line, of bounded length, and
/// unable to turn the text around it.
pub(crate) fn shown(name: &str) -> String {
    let mut text: String = name
        .chars()
        .take(160)
        .map(|c| if c.is_control() || is_invisible(c) { '\u{FFFD}' } else { c })
        .collect();
    if name.chars().nth(160).is_some() {
        text.push('…');
    }
    text
}

fn clean(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            // A Mac types «й» and «ё» as two characters; on the school's PC that is another name.
            '\u{306}' if text.ends_with(['и', 'И']) => replace_last(&mut text, 'и', 'й', 'Й'),
            '\u{308}' if text.ends_with(['е', 'Е']) => replace_last(&mut text, 'е', 'ё', 'Ё'),
            '/' | '\\' | '|' | ':' => text.push('-'),
            '<' => text.push('('),
            '>' => text.push(')'),
            '?' | '*' => text.push('_'),
            '"' => text.push(if opens_quote(&text) { '«' } else { '»' }),
            c if c.is_whitespace() || c.is_control() => {
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            c if is_invisible(c) || is_noncharacter(c) => {}
            c => text.push(c),
        }
    }
    // A leading dot hides the paper on Linux; a trailing dot or space is dropped by Windows.
    let text = text.trim_start_matches([' ', '.']).trim_end_matches([' ', '.']);
    if text.is_empty() {
        return NO_NAME.to_owned();
    }
    if is_reserved(text) { format!("_{text}") } else { text.to_owned() }
}

fn replace_last(text: &mut String, small_base: char, small: char, capital: char) {
    let last = text.pop();
    text.push(if last == Some(small_base) { small } else { capital });
}

fn opens_quote(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '_' | '-'))
}

/// Marks that are not seen but change how the text around them is read.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (u32::from(c) & 0xFFFE) == 0xFFFE
}

/// Names that Windows gives to devices, with any ending: «con.pdf» cannot be created there.
pub(crate) fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_uppercase();
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$") {
        return true;
    }
    let number = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let mut rest = number.unwrap_or("").chars();
    matches!(rest.next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.next().is_none()
}

/// Cuts the stem so that stem, `suffix` and ending together keep to the limits.
fn fit(name: &str, suffix: &str) -> String {
    let (stem, extension) = split_extension(name);
    let chars = MAX_CHARS - suffix.chars().count() - extension.chars().count();
    let bytes = MAX_BYTES - suffix.len() - extension.len();
    let stem = cut(stem, chars, bytes).trim_end_matches([' ', '.']);
    format!("{stem}{suffix}{extension}")
}

/// Splits «Протокол № 2.pdf» into «Протокол № 2» and «.pdf». What follows the last dot of
/// «Протокол от 16.01.2026 г» is no ending that anything depends on, but keeping it does no harm.
fn split_extension(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 => {
            let (stem, extension) = name.split_at(at);
            let plain = extension.chars().skip(1).all(char::is_alphanumeric);
            if plain && extension.chars().count() <= MAX_EXTENSION { (stem, extension) } else { (name, "") }
        }
        _ => (name, ""),
    }
}

/// The longest beginning within both limits that does not break a letter from its accent, an emoji
/// from its parts, or a flag in half.
fn cut(text: &str, max_chars: usize, max_bytes: usize) -> &str {
    let end = text
        .char_indices()
        .enumerate()
        .find(|(count, (at, c))| *count >= max_chars || at + c.len_utf8() > max_bytes)
        .map_or(text.len(), |(_, (at, _))| at);
    if end == text.len() {
        return text;
    }
    let whole = (1..=end).rev().find(|&at| text.is_char_boundary(at) && may_break(text, at));
    // A «letter» longer than the limit is not text that a person typed; cutting it harms nobody.
    &text[..whole.unwrap_or(end)]
}

fn may_break(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let next_extends = after.chars().next().is_some_and(extends_previous);
    let joined = before.ends_with('\u{200D}');
    let flags = before.chars().rev().take_while(|c| is_flag_letter(*c)).count();
    let splits_flag = flags % 2 == 1 && after.chars().next().is_some_and(is_flag_letter);
    !next_extends && !joined && !splits_flag
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

fn extends_previous(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
        || matches!(c, '\u{200D}' | '\u{20D0}'..='\u{20FF}' | '\u{2DE0}'..='\u{2DFF}' | '\u{A66F}'..='\u{A67D}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}')
        || matches!(c, '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}
