use super::*;
use crate::russian::FullName;
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const NAMES: [&str; 12] = [
    "Соколова Марина Викторовна",
    "Фомин Дмитрий Сергеевич",
    "Щербакова-Дёмина Анастасия Владимировна",
    "Кузнецова Ольга Ивановна",
    "Кузнецова Анна Петровна",
    "Ёлкина Юлия Андреевна",
    "Мамедов Али Гусейн оглы",
    "Ким Юлия",
    "Зайцев Й. К.",
    "Мороз Инна Львовна",
    "Лапшин Олег Юрьевич",
    "Беляева (Орлова) Вера Ильинична",
];

fn people() -> People {
    let known = NAMES.iter().zip(0_u128..).map(|(name, number)| {
        let roles = match number {
            0 => vec![Role::Leader],
            1 => vec![Role::Secretary],
            _ => Vec::new(),
        };
        let parsed = match name.split_once(") ") {
            Some((surname, rest)) => {
                let rest = FullName::parse(&format!("- {rest}"));
                FullName { surname: format!("{surname})"), ..rest }
            }
            None => FullName::parse(name),
        };
        Known::new(Uuid::from_u128(number).into(), &parsed, roles)
    });
    let own = OwnBody::of("Районное методическое объединение учителей математики", "РМО математики");
    People { known: known.collect(), own }
}

fn numbers(ids: &[PersonId]) -> Vec<u128> {
    ids.iter().map(|id| id.0.as_u128()).collect()
}

#[rstest]
#[case("Соколова М. В.", &[0])]
#[case("Соколова М.В.", &[0])]
#[case("М. В. Соколова", &[0])]
#[case("МВ Соколова", &[0])]
#[case("Соколова МВ", &[0])]
#[case("Соколова М В", &[0])]
#[case("СОКОЛОВА М.В.", &[0])]
#[case("Соколова Марина Викторовна", &[0])]
#[case("Марина Викторовна Соколова", &[0])]
#[case("Марина Викторовна", &[0])]
#[case("соколова", &[0])]
#[case("Соколовой М. В.", &[0])]
#[case("Соколовой Марине Викторовне", &[0])]
#[case("Фоминым Д. С.", &[1])]
#[case("Фомину", &[1])]
#[case("Соколова М. В., Фомин Д.С.", &[0, 1])]
#[case("Фомин Д. С. и Соколова М. В.", &[1, 0])]
#[case("Соколова М.В. Фомин Д.С.", &[0, 1])]
#[case("М.В. Соколова Д.С. Фомин", &[0, 1])]
#[case("Соколова Фомин", &[0, 1])]
#[case("СоколоваМ.В.,ФоминД.С.", &[0, 1])]
#[case("Соколова М.В./Фомин Д.С.", &[0, 1])]
#[case("Соколова М.В.; Фомин Д.С.", &[0, 1])]
#[case("1. Соколова М.В. 2) Фомин Д.С.", &[0, 1])]
#[case("1) Соколова М.В.\n2) Фомин Д.С.", &[0, 1])]
#[case("Соколова\nМ.В.\nФомин\nД.С.", &[0, 1])]
#[case("Щербакова-Демина А. В.\nЕлкина Ю. А.", &[2, 5])]
#[case("Щербакова А. В.", &[2])]
#[case("Дёминой А. В.", &[2])]
#[case("Е\u{308}лкина Ю. А.", &[5])]
#[case("Cоколова M. B.", &[0])]
#[case("Кузнецова О. И.", &[3])]
#[case("Кузнецовой Анне Петровне", &[4])]
#[case("Мамедов А. Г.", &[6])]
#[case("Мамедов Али Гусейн оглы", &[6])]
#[case("Ким Ю. А.", &[7])]
#[case("Зайцев Йозеф Карлович", &[8])]
#[case("Зайцев И\u{306}. К.", &[8])]
#[case("Беляева В. И.", &[11])]
#[case("Орлова В. И.", &[11])]
#[case("Беляева (Орлова) В. И.", &[11])]
#[case("Соколова (Петрова) М. В.", &[0])]
#[case("руководитель ППС", &[0])]
#[case("Руководитель РМО", &[0])]
#[case("рук. РМО", &[0])]
#[case("Рук-ль РМО", &[0])]
#[case("Руководитель районного методического объединения", &[0])]
#[case("руководитель", &[0])]
#[case("Председатель РМО", &[0])]
#[case("председатель", &[0])]
#[case("секретарь РМО", &[1])]
#[case("руководитель РМО, секретарь", &[0, 1])]
#[case("Руководитель РМО Соколова М. В.", &[0])]
#[case("Соколова М. В. (руководитель РМО)", &[0])]
#[case("Соколова М. В., руководитель РМО", &[0])]
#[case("—", &[])]
#[case("", &[])]
fn people_as_tables_name_them(#[case] cell: &str, #[case] found: &[u128]) {
    let read = people().read(cell);
    assert_eq!(
        (numbers(&read.people), read.words.as_str(), read.doubts.as_slice()),
        (found.to_vec(), "", &[] as &[String])
    );
}

#[rstest]
#[case("учитель\nСоколова М.В.", &[0], "учитель")]
#[case("учитель Соколова М.В.", &[0], "учитель")]
#[case("Соколова М. В., учитель", &[0], "учитель")]
#[case("Фомин Д.С. (методист)", &[1], "методист")]
#[case("методист Фомин Д.С., учитель Соколова М.В.", &[1, 0], "методист, учитель")]
#[case("Директор школы Фомин Д.С.", &[1], "Директор школы")]
#[case("заведующий МБДОУ № 18, Соколова М. В., педагоги", &[0], "заведующий МБДОУ № 18, педагоги")]
#[case("заведующий\nМБДОУ №18\nСоколова М.В.", &[0], "заведующий МБДОУ №18")]
#[case("1. Зам. директора по ВР\n2. Руководитель МО\n3. Соколова М.В.", &[0], "Зам. директора по ВР, Руководитель МО")]
#[case("РИМК", &[], "РИМК")]
#[case("Директор, РИМК", &[], "Директор, РИМК")]
#[case("зам. директора по УВР", &[], "зам. директора по УВР")]
#[case("Зам. директора\nпо УВР", &[], "Зам. директора по УВР")]
#[case("рабочая группа", &[], "рабочая группа")]
#[case("Учителя-предметники", &[], "Учителя-предметники")]
#[case("Администрация школ", &[], "Администрация школ")]
#[case("Руководители ШМО", &[], "Руководители ШМО")]
#[case("Руководитель ШМО", &[], "Руководитель ШМО")]
#[case("руководитель РМО физики", &[], "руководитель РМО физики")]
#[case("руководитель проекта", &[], "руководитель проекта")]
#[case("председатель жюри", &[], "председатель жюри")]
#[case("руководитель Лапшин О.Ю.", &[10], "руководитель")]
#[case("Лапшин О.Ю. (руководитель РМО)", &[10], "руководитель РМО")]
#[case("все члены РМО и РИМК", &[], "все члены РМО и РИМК")]
#[case("Соколова М.В. и педагоги", &[0], "педагоги")]
#[case("Соколова М.В., а также педагоги", &[0], "педагоги")]
#[case("ответственные (Соколова М.В., директор)", &[0], "ответственные, директор")]
#[case("директор и завуч", &[], "директор и завуч")]
#[case("клуб «Мороз и солнце»", &[], "клуб «Мороз и солнце»")]
#[case("учитель (математика)", &[], "учитель (математика)")]
#[case("учителя 5-9 классов", &[], "учителя 5-9 классов")]
#[case("Члены ППС, эксперты", &[], "Члены ППС, эксперты")]
fn the_rest_stays_as_words(#[case] cell: &str, #[case] found: &[u128], #[case] words: &str) {
    let read = people().read(cell);
    assert_eq!(
        (numbers(&read.people), read.words.as_str(), read.doubts.as_slice()),
        (found.to_vec(), words, &[] as &[String])
    );
}

#[rstest]
#[case("Петрова А. А.", &[], "Петрова А. А.")]
#[case("А.А. Петрова", &[], "А.А. Петрова")]
#[case("Петрова", &[], "Петрова")]
#[case("Петрова Анна Андреевна", &[], "Петрова Анна Андреевна")]
#[case("Петрова Анна", &[], "Петрова Анна")]
#[case("методист Петрова", &[], "методист Петрова")]
#[case("Соколова А. В.", &[], "Соколова А. В.")]
#[case("Соколова М. П.", &[], "Соколова М. П.")]
#[case("Соколова Мария Викторовна", &[], "Соколова Мария Викторовна")]
#[case("Соколова Анна", &[], "Соколова Анна")]
#[case("Соколов П. П.", &[], "Соколов П. П.")]
#[case("Соколов М. В.", &[], "Соколов М. В.")]
#[case("Петрова А.А. Соколова М.В.", &[0], "Петрова А.А.")]
#[case("Соколова М.В. Петрова А.А.", &[0], "Петрова А.А.")]
#[case("Соколова М. В., Петрова А. А., методист РИМК", &[0], "Петрова А. А., методист РИМК")]
#[case("руководитель РМО Петрова А.А.", &[], "руководитель РМО Петрова А.А.")]
fn a_name_that_the_roster_lacks_stays_and_is_said(
    #[case] cell: &str,
    #[case] found: &[u128],
    #[case] words: &str,
) {
    let read = people().read(cell);
    assert_eq!((numbers(&read.people), read.words.as_str()), (found.to_vec(), words), "{read:?}");
    assert_eq!(read.doubts.len(), 1, "{read:?}");
    assert!(read.doubts[0].contains("в составе нет, останется словами"), "{read:?}");
}

#[rstest]
#[case("Кузнецова", "Кузнецова", &[3, 4])]
#[case("Соколова М.В., Кузнецова", "Кузнецова", &[3, 4])]
#[case("Фомина Д. С.", "Фомина Д. С.", &[1])]
#[case("Фомина", "Фомина", &[1])]
fn who_may_be_meant_is_asked(#[case] cell: &str, #[case] text: &str, #[case] candidates: &[u128]) {
    let people = people();
    let read = people.read(cell);
    assert_eq!(read.words, text);
    assert_eq!(read.asked.len(), 1, "{read:?}");
    assert_eq!(
        (read.asked[0].text.as_str(), numbers(&read.asked[0].candidates)),
        (text, candidates.to_vec())
    );
    assert_eq!(read.doubts.len(), 1);
    let chosen = read.asked[0].candidates[0];
    let again = people.read_chosen(cell, &[(text.to_owned(), chosen)]);
    assert_eq!((again.people.last(), again.words.as_str(), again.doubts.len()), (Some(&chosen), "", 0));
}

#[test]
fn unknown_names_are_said_together() {
    let read = people().read("Петрова А. А., Фомин Д. С., Иванов П. П., методист РИМК");
    assert_eq!(numbers(&read.people), [1]);
    assert_eq!(read.doubts, ["«Петрова А. А.», «Иванов П. П.» — в составе нет, останутся словами."]);
    assert_eq!(read.words, "Петрова А. А., Иванов П. П., методист РИМК");
}

#[test]
fn a_role_that_nobody_has_stays_as_words() {
    let mut people = people();
    people.known.iter_mut().for_each(|known| known.roles.clear());
    let read = people.read("руководитель РМО");
    assert_eq!(read.words, "руководитель РМО");
    assert_eq!(read.doubts, ["В составе руководитель не отмечен; в строке останутся слова."]);
}

/// Cells of names, posts and signs in any order.
fn cells() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "Соколова М. В.",
        "Фомин",
        "Кузнецова",
        "Петрова А.А.",
        "М.В. Соколова",
        "учитель",
        "РИМК",
        "(",
        ")",
        ", ",
        "\n",
        " ",
        " и ",
        "; ",
        "/",
        "1. ",
        "2) ",
        "руководитель",
        "РМО",
        "Зам. директора по ВР",
        "«",
        "»",
        "№ 18",
        "Ким Ю.",
        " — ",
        "Мороз",
        "оглы",
        "А.",
        "В",
    ]);
    prop_oneof![proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()), any::<String>(),]
}

proptest! {
    /// What is not a found name is in the words, but for the conjunction between two names.
    #[test]
    fn no_word_of_a_cell_is_lost(cell in cells()) {
        let people = people();
        let kept = cleaned(&cell);
        let gone = people.go_through(&kept, &[]);
        let read = people.read(&cell);
        let letters = |text: &str| super::super::folded(text);
        let rest = letters(&read.words);
        for word in words_of(&kept) {
            let found = gone.found.iter().any(|(start, end)| *start <= word.start && word.end <= *end);
            let said = letters(kept.get(word.start..word.end).unwrap_or_default());
            let joint = matches!(said.as_str(), "и" | "а" | "также" | "");
            let number = said.chars().all(|sign| !sign.is_alphabetic());
            prop_assert!(found || joint || number || rest.contains(&said), "{said:?} of {kept:?} is not in {rest:?}");
        }
    }
}
