//! Pieces of texts that stand within a sentence.

/// «Тема» goes on in a sentence as «тема»; «СЛУШАЛИ» and «№ протокола» stay.
#[must_use]
pub fn uncapitalised(label: &str) -> String {
    let mut signs = label.chars();
    match (signs.next(), signs.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(signs).collect(),
        _ => label.to_owned(),
    }
}

/// «семинар» at the beginning of a line: «Семинар».
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// A text in quotes; those within it are the other ones, or one of them would close too early.
#[must_use]
pub fn cited(text: &str) -> String {
    format!("«{}»", text.trim().replace('«', "„").replace('»', "“"))
}

/// The beginning of a long text, cut between words: «Посещение уроков русского языка…».
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    // A space that must not be broken stays.
    let words = text.split(|sign: char| sign.is_whitespace() && sign != '\u{a0}');
    let text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let begin: String = text.chars().take(most).collect();
    let begin = begin.rsplit_once(' ').map_or(begin.as_str(), |(whole, _)| whole);
    format!("{}…", begin.trim_end_matches([',', '.', ';', ':', '—', ' ']))
}
