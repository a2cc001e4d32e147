//! Search over the example year.

use pps_app::search::joined;
use pps_tests::Fixture;
use rstest::rstest;

#[rstest]
#[case("заседаний", "Заседания ППС (три)")]
#[case("Щерб", "Щербакова-Дёмина Анастасия Владимировна")]
#[case("елкина", "Ёлкина Юлия Андреевна")]
#[case("дорожной картой", "Протокол № 1 от 05.09.2025")]
#[case("банк практик Ларина", "Протокол № 2 от 16.01.2026")]
fn words_find_records_by_stem_and_beginning(#[case] words: &str, #[case] title: &str) {
    let fixture = Fixture::example();
    let found = fixture.workplace.search(words, None).unwrap();
    let titles: Vec<_> = found.iter().map(|word| joined(&word.title).replace('\u{a0}', " ")).collect();
    assert!(titles.iter().any(|found| found == title), "{titles:?}");
}

#[rstest]
#[case("")]
#[case("\"")]
#[case("* OR NOT (")]
#[case("NEAR(а, б)")]
#[case("title:х")]
#[case("🙂 مرحبا 漢字")]
fn nothing_typed_is_an_error(#[case] words: &str) {
    assert!(Fixture::example().workplace.search(words, None).unwrap().is_empty());
}
