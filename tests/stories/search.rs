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

#[test]
fn a_search_asks_the_file_which_records_they_are_and_reads_none() {
    let fixture = Fixture::example();
    let Fixture { workplace, community, .. } = &fixture;
    let from_the_file = workplace.search("заседание", Some(*community)).unwrap();
    // The page asks for the records when the file is opened.
    workplace.seen(*community).unwrap();
    let ask = |words: &str| {
        let search = || workplace.search(words, Some(*community)).unwrap();
        workplace.statements_of(search).unwrap()
    };
    let (found, statements) = ask("заседание");
    assert_eq!(found, from_the_file);
    assert!(found.len() > 1, "{found:#?}");
    assert!(!statements.iter().any(|statement| statement.contains("record.body")), "{statements:#?}");
    // However many are found, the words of the question are looked up and the index is asked once. People and schools are
    // asked for besides, whether the community names them.
    let (one, few) = ask("банк практик Ларина");
    let (many, most) = ask("на");
    assert!(many.len() > one.len(), "{} and {}", one.len(), many.len());
    let own = |statements: Vec<String>| statements.iter().filter(|said| !said.contains("EXISTS")).count();
    assert!(own(most) <= own(few), "a statement for each that is found");
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
