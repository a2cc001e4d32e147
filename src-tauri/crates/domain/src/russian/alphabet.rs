use unicode_normalization::UnicodeNormalization;

/// What names are put in order by, as in a dictionary: letters of either case are one, «ё» stands with «е» and only after
/// it where nothing else differs, a double surname stands after the simple one, other signs only divide words. Numbers go
/// by their size: «СШ № 2» stands before «СШ № 10». The page has the same rule (`alphabetical` in `words/alphabet.js`), held to the same table of cases.
#[must_use]
pub fn alphabetical(text: &str) -> (String, String) {
    let lower = text.nfc().collect::<String>().to_lowercase();
    let parts = lower.split(|sign: char| sign != '-' && !sign.is_alphanumeric());
    let parts = parts.filter(|part| !part.is_empty()).map(by_size);
    let exact = parts.collect::<Vec<_>>().join(" ");
    (exact.replace('ё', "е"), exact)
}

/// Numbers of the same length, so that letters compare them by their size.
fn by_size(word: &str) -> String {
    const LENGTH: usize = 12;
    let mut padded = String::with_capacity(word.len() + LENGTH);
    let mut rest = word;
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        let end = number.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(number.len());
        padded.push_str(before);
        padded.extend(std::iter::repeat_n('0', LENGTH.saturating_sub(end)));
        padded.push_str(&number[..end]);
        rest = &number[end..];
    }
    padded + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_order_of_the_page() {
        let lists: Vec<Vec<String>> =
            serde_json::from_str(include_str!("../../cases/alphabetical.json")).unwrap();
        for expected in lists {
            let mut sorted = expected.clone();
            sorted.reverse();
            sorted.sort_by_cached_key(|name| alphabetical(name));
            assert_eq!(sorted, expected);
        }
    }
}
