/// What names are put in order by, as in a dictionary: letters of either case are one, «ё» stands with «е» and only after
/// it where nothing else differs, a double surname stands after the simple one, other signs only divide words. The page
/// has the same rule (`alphabetical` in `words/alphabet.js`), held to the same table of cases.
#[must_use]
pub fn alphabetical(text: &str) -> (String, String) {
    let lower = text.to_lowercase();
    let parts = lower.split(|sign: char| sign != '-' && !sign.is_alphanumeric());
    let exact = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (exact.replace('ё', "е"), exact)
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
