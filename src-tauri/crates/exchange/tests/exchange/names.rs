//! Names that every stick and every system accepts.

use pps_exchange::{MAX_CHARS, NO_NAME, Package, UniqueNames, package_name, safe_name};
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case::plain("Протокол № 2 от 16.01.2026.pdf", "Протокол № 2 от 16.01.2026.pdf")]
#[case::guillemets_stay("Отчёт ППС «Исток».pdf", "Отчёт ППС «Исток».pdf")]
#[case::year("План на 2025/2026.pdf", "План на 2025-2026.pdf")]
#[case::straight_quotes(r#"МБОУ "СОШ № 5" (приказ).pdf"#, "МБОУ «СОШ № 5» (приказ).pdf")]
#[case::forbidden(r"а<б>в:г\д|е?ж*з", "а(б)в-г-д-е_ж_з")]
#[case::line_end("Тема:\r\nдве строки\t.pdf", "Тема- две строки.pdf")]
#[case::trailing("Итоги. . ", "Итоги")]
#[case::leading("  .скрытый.pdf", "скрытый.pdf")]
#[case::space_before_ending("Итоги .pdf", "Итоги.pdf")]
#[case::empty("", NO_NAME)]
#[case::nothing_left(" .\u{200F}. ", NO_NAME)]
#[case::direction("отчёт\u{202E}fdp.exe", "отчётfdp.exe")]
#[case::soft_hyphen("пе\u{AD}дагог\u{200B}и", "педагоги")]
#[case::mac("Трои\u{306}ка, е\u{308}лка", "Тройка, ёлка")]
#[case::mac_capital("И\u{306}од", "Йод")]
#[case::con("con.pdf", "_con.pdf")]
#[case::con_space("CON .tar.gz", "_CON .tar.gz")]
#[case::lpt("LPT³", "_LPT³")]
#[case::com_zero_to_nine("Com1.txt", "_Com1.txt")]
#[case::not_reserved("COM10", "COM10")]
#[case::not_reserved_word("Концерт.pdf", "Концерт.pdf")]
fn a_name_becomes_safe(#[case] raw: &str, #[case] expected: &str) {
    assert_eq!(safe_name(raw), expected);
}

#[test]
fn a_long_name_is_cut_before_its_ending() {
    let name = safe_name(&format!("{}.pdf", "Очень длинная тема ".repeat(20)));
    assert!(name.ends_with(".pdf") && !name.ends_with(" .pdf"), "{name}");
    assert!(name.chars().count() <= MAX_CHARS && name.chars().count() > MAX_CHARS - 4, "{name}");
}

#[rstest]
#[case::accent("а\u{301}")]
#[case::family("👩\u{200D}👩\u{200D}👧")]
#[case::flag("🇷🇺")]
#[case::tone("👍🏽")]
fn a_letter_is_never_cut_in_half(#[case] letter: &str) {
    for lead in 0..8 {
        let lead = "а".repeat(lead);
        let name = safe_name(&format!("{lead}{}", letter.repeat(120)));
        let rest = name.strip_prefix(&lead).unwrap();
        assert!(!rest.is_empty() && rest.len() % letter.len() == 0, "{lead:?}: {name:?}");
    }
}

#[test]
fn the_folder_is_named_after_the_community_and_the_year() {
    assert_eq!(
        package_name("ППС", "Функциональная грамотность", "2025/2026"),
        "ППС_Функциональная грамотность_2025-2026"
    );
    assert_eq!(package_name("ППС", "", "2025-2026"), format!("ППС_{NO_NAME}_2025-2026"));
    let long = package_name("ППС", &"Грамотность ".repeat(30), "2025-2026");
    assert!(long.starts_with("ППС_Грамотность") && long.ends_with("_2025-2026"), "{long}");
    assert!(long.chars().count() <= MAX_CHARS);
    assert_eq!(package_name("РМО", "РМО учителей химии", "2025-2026"), "РМО_учителей химии_2025-2026");
    assert_eq!(package_name("РМО", "Химия", "2025-2026"), "РМО_Химия_2025-2026");
    let own = package_name(&"районная кафедра ".repeat(20), &"Химия ".repeat(30), "2025-2026");
    assert!(own.ends_with("_2025-2026") && own.chars().count() <= MAX_CHARS, "{own}");
}

#[test]
fn a_taken_name_is_numbered_before_its_ending() {
    let mut names = UniqueNames::new();
    assert_eq!(names.take("Скан.pdf"), "Скан.pdf");
    assert_eq!(names.take("СКАН.PDF"), "СКАН (2).PDF");
    assert_eq!(names.take("скан.pdf"), "скан (3).pdf");
    assert_eq!(names.take("Скан (2).pdf"), "Скан (2) (2).pdf");
    assert!(names.is_taken("сКаН.pDf") && !names.is_taken("план.pdf"));
}

/// What the documentation of Windows and FAT32 demands, written independently of the code.
fn is_allowed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap().trim_end().to_uppercase();
    let device = ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str())
        || (1..=9).any(|n| stem == format!("COM{n}") || stem == format!("LPT{n}"))
        || ["¹", "²", "³"].iter().any(|n| stem == format!("COM{n}") || stem == format!("LPT{n}"));
    !name.is_empty()
        && !device
        && !name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*'])
        && !name.chars().any(|c| c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c))
        && !name.starts_with([' ', '.'])
        && !name.ends_with([' ', '.'])
        && name.chars().count() <= 100
        && name.encode_utf16().count() <= 255
        && format!("{name}.zip.part").len() <= 255
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[а-яА-ЯёЁa-zA-Z0-9 .,№«»()_-]{0,12}",
        2 => r#"[<>:"/\\|?*\x00-\x1f. ]{1,4}"#,
        1 => "(CON|nul|Com1|LPT²|aux)",
        1 => "[\u{300}-\u{310}\u{200B}-\u{202E}\u{FEFF}]{1,3}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_becomes_an_allowed_name_and_stays_it(raw in any_text()) {
        let name = safe_name(&raw);
        prop_assert!(is_allowed(&name), "{raw:?} → {name:?}");
        prop_assert_eq!(safe_name(&name), name);
    }

    #[test]
    fn names_differ_without_regard_to_case(raw in proptest::collection::vec("[аАбБ.ßςΣ ]{0,3}", 1..30)) {
        let mut names = UniqueNames::new();
        let mut seen = std::collections::HashSet::new();
        for raw in &raw {
            let name = names.take(raw);
            prop_assert!(is_allowed(&name), "{name:?}");
            prop_assert!(seen.insert(name.to_uppercase()), "{name:?} was given out twice");
        }
    }

    #[test]
    fn every_paper_of_a_package_keeps_its_own_place(
        papers in proptest::collection::vec(("[аА/бБ.]{0,6}", any::<bool>()), 1..30)
    ) {
        let mut package = Package::new("ППС");
        let mut seen = std::collections::HashSet::new();
        for (path, open) in &papers {
            let got = if *open { package.add_open_data(path, vec![]) } else { package.add_paper(path, vec![]) };
            prop_assert!(got.split('/').all(is_allowed), "{got:?}");
            prop_assert!(seen.insert(got.to_lowercase()), "{got:?} was given out twice");
        }
        // No file may have the name of a folder either.
        let paths: Vec<String> = package.paths().map(str::to_lowercase).collect();
        prop_assert_eq!(paths.len(), papers.len());
        for path in &paths {
            let inside = format!("{path}/");
            prop_assert!(!paths.iter().any(|other| other.starts_with(&inside)), "{path:?} is a file and a folder");
        }
    }
}
