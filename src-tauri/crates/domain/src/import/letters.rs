//! Letters as people's keyboards leave them: Latin ones that look like Cyrillic ones, «ё» as «е».

/// Lower case, «ё» as «е»; nothing else is changed, so that places in the text stay comparable by eye.
pub(crate) fn folded_letters(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// The text with Latin letters inside Russian words put right: «выполненo» with a Latin «o» reads like any other.
pub(crate) fn with_cyrillic(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_alphabetic() {
            word.push(letter);
            continue;
        }
        let cyrillic = word.chars().any(is_cyrillic);
        mended.extend(word.drain(..).map(|c| if cyrillic { look_alike(c) } else { c }));
        mended.push(letter);
    }
    mended.pop();
    mended
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

fn look_alike(letter: char) -> char {
    const LATIN: &str = "aceopxykABCEHKMOPTXy";
    const CYRILLIC: &str = "асеорхукАВСЕНКМОРТХу";
    LATIN.chars().zip(CYRILLIC.chars()).find(|(latin, _)| *latin == letter).map_or(letter, |(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_in_russian_words_are_put_right() {
        assert_eq!(with_cyrillic("не выполненo, CДОТ и Zoom"), "не выполнено, СДОТ и Zoom");
    }
}
