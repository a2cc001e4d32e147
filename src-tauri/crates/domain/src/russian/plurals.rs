/// The form that goes with a number: 1 вопрос, 2 вопроса, 5 вопросов, 11 вопросов, 21 вопрос.
#[must_use]
pub fn plural<'a>(count: usize, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// The number with its word: «21 вопрос».
#[must_use]
pub fn counted(count: usize, one: &str, few: &str, many: &str) -> String {
    format!("{count}\u{a0}{}", plural(count, one, few, many))
}

/// «восьми», for «у восьми участников»; beyond ten the number itself.
#[must_use]
pub fn of_count(count: usize) -> String {
    const WORDS: [&str; 11] =
        ["ноля", "одного", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, "вопросов")]
    #[case(1, "вопрос")]
    #[case(2, "вопроса")]
    #[case(4, "вопроса")]
    #[case(5, "вопросов")]
    #[case(11, "вопросов")]
    #[case(12, "вопросов")]
    #[case(14, "вопросов")]
    #[case(21, "вопрос")]
    #[case(22, "вопроса")]
    #[case(25, "вопросов")]
    #[case(101, "вопрос")]
    #[case(111, "вопросов")]
    #[case(1012, "вопросов")]
    fn the_word_follows_the_number(#[case] count: usize, #[case] word: &str) {
        assert_eq!(plural(count, "вопрос", "вопроса", "вопросов"), word);
    }
}
