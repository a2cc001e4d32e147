/// Whether words that name who is to do something name several: «учителя-предметники», «директор и завуч», but not
/// «директор школы» or «рабочая группа».
#[must_use]
pub fn names_several(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let listed = words.contains([',', ';', '\n']) || words.contains(" и ");
    let first: String = words.chars().take_while(|sign| sign.is_alphabetic()).collect();
    let plural =
        first.ends_with(['и', 'ы', 'е']) || matches!(first.as_str(), "учителя" | "директора" | "мастера");
    listed || (plural && !matches!(first.as_str(), "или" | "и"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("учителя-предметники", true)]
    #[case("Директора школ", true)]
    #[case("все участники", true)]
    #[case("руководители ОО", true)]
    #[case("директор, завуч", true)]
    #[case("директор и завуч", true)]
    #[case("директор ОО", false)]
    #[case("рабочая группа", false)]
    #[case("РИМК", false)]
    #[case("администрация школы", false)]
    #[case("", false)]
    fn several_are_named(#[case] words: &str, #[case] several: bool) {
        assert_eq!(names_several(words), several);
    }
}
