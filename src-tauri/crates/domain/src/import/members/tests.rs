use super::*;
use crate::calendar::day;
use proptest::prelude::*;
use rstest::rstest;

const YEAR: SchoolYear = SchoolYear(2025);

fn read(headings: &[&str], rows: &[&[&str]]) -> Vec<MemberRow> {
    let row = |cells: &[&str]| -> Vec<String> { cells.iter().map(|cell| (*cell).to_owned()).collect() };
    let mut all = vec![row(headings)];
    all.extend(rows.iter().map(|cells| row(cells)));
    let heading = crate::import::find_heading(&all, TableKind::Members).expect("headings");
    read_members(&all[heading.rows.end..], &heading.columns, YEAR, day(2025, 10, 1))
}

fn person(headings: &[&str], cells: &[&str]) -> ReadMember {
    match read(headings, &[cells]).remove(0) {
        MemberRow::Read(read) => *read,
        MemberRow::Heading => panic!("{cells:?} is a person"),
    }
}

fn sentences(read: &ReadMember) -> Vec<&str> {
    read.doubts.iter().map(|doubt| doubt.sentence.as_str()).collect()
}

#[rstest]
#[case("1. Соколова Марина Викторовна", "Соколова Марина Викторовна")]
#[case("СОКОЛОВА МАРИНА ВИКТОРОВНА", "Соколова Марина Викторовна")]
#[case("СОКОЛОВА-ДЁМИНА Марина Викторовна", "СОКОЛОВА-ДЁМИНА Марина Викторовна")]
#[case("СОКОЛОВА-ДЁМИНА МАРИНА", "Соколова-Дёмина Марина")]
#[case("Марина Викторовна Соколова", "Соколова Марина Викторовна")]
#[case("Мамедов Али Гусейн оглы", "Мамедов Али Гусейн оглы")]
#[case("МАМЕДОВ АЛИ ГУСЕЙН ОГЛЫ", "Мамедов Али Гусейн оглы")]
#[case("Иванова (Сидорова) Анна Петровна", "Иванова (Сидорова) Анна Петровна")]
#[case("Cоколова Mарина Викторовна", "Соколова Марина Викторовна")]
#[case("Ким Лев", "Ким Лев")]
#[case("Соколова\nМарина Викторовна", "Соколова Марина Викторовна")]
#[case("Соколова\nМарина\nВикторовна", "Соколова Марина Викторовна")]
#[case("Иванова\n(Сидорова)\nАнна Петровна", "Иванова (Сидорова) Анна Петровна")]
fn names_come_as_a_card_has_them(#[case] cell: &str, #[case] name: &str) {
    let read = person(&["ФИО", "Должность"], &[cell, "учитель"]);
    assert_eq!((read.name.full().as_str(), sentences(&read)), (name, Vec::new()));
}

#[rstest]
#[case("Воронин П.С.", "Воронин", "не написаны полностью")]
#[case("П. С. Воронин", "Воронин", "не написаны полностью")]
#[case("Бычкова Елена Юрьевна (декрет)", "Бычкова", "«декрет» — для этого в карточке места нет.")]
#[case("Список составил секретарь", "Список", "не похоже на имя")]
#[case("Учителя начальных классов", "Учителя", "не похоже на имя")]
#[case("Бычкова Елена Юрьевна учитель", "Бычкова", "«учитель» стоит после имени")]
fn what_a_name_lacks_or_has_beside_it_is_said(#[case] cell: &str, #[case] surname: &str, #[case] said: &str) {
    let read = person(&["ФИО", "Должность"], &[cell, "методист"]);
    assert_eq!(read.name.surname, surname);
    assert_eq!(read.doubts.len(), 1, "{read:?}");
    assert!(read.doubts[0].sentence.contains(said), "{read:?}");
}

#[test]
fn a_role_before_a_name_is_a_role() {
    let read = person(&["ФИО", "Должность"], &["Руководитель РМО: Ветрова Галина Николаевна", "учитель"]);
    assert_eq!((read.name.surname.as_str(), read.role), ("Ветрова", Some(Role::Leader)));
    assert!(read.doubts.is_empty());
}

#[test]
fn a_name_in_three_columns_is_one() {
    let headings = ["№", "Фамилия", "Имя", "Отчество", "Должность", "ОО"];
    let rows: &[&[&str]] = &[
        &["1", "Орлова", "Анна", "Петровна", "учитель", "МБОУ «Вакинская СШ»"],
        &["2", "Орлова", "Вера", "Петровна", "учитель", "МБОУ «Вакинская СШ»"],
        &["3", "Ким", "Лев", "", "учитель", "МБОУ «Вакинская СШ»"],
    ];
    let names: Vec<String> = read(&headings, rows)
        .into_iter()
        .map(|row| match row {
            MemberRow::Read(read) if read.doubts.is_empty() => read.name.full(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["Орлова Анна Петровна", "Орлова Вера Петровна", "Ким Лев"]);
}

#[test]
fn work_and_post_in_one_column_are_parted() {
    let headings = ["Ф.И.О. учителя", "Педагогический стаж", "Место работы, должность", "Категория"];
    let read = person(&headings, &["Орлова Анна Петровна", "12", "МБОУ «Вакинская СШ», учитель", "первая"]);
    assert_eq!((read.post.as_str(), read.organisation.as_str()), ("учитель", "МБОУ «Вакинская СШ»"));
    assert_eq!((read.works_since, read.pedagogical_since), (Some(2013), Some(2013)));
    assert_eq!((read.category, sentences(&read)), (Category::First, Vec::new()));
}

#[test]
fn seniority_stands_in_one_column_or_in_two() {
    let one = person(&["ФИО", "Стаж общий/ педагогический"], &["Орлова Анна", "31/28"]);
    let two = person(&["ФИО", "Стаж (общий)", "Стаж (пед.)"], &["Орлова Анна", "31", "28"]);
    for read in [one, two] {
        assert_eq!((read.works_since, read.pedagogical_since), (Some(1994), Some(1997)), "{read:?}");
    }
    let slip = person(&["ФИО", "Стаж (общий)", "Стаж (пед.)"], &["Орлова Анна", "12", "25"]);
    assert_eq!((slip.works_since, slip.pedagogical_since, slip.doubts.len()), (None, None, 1), "{slip:?}");
}

#[test]
fn a_school_across_the_list_is_that_of_the_people_below() {
    let rows: &[&[&str]] = &[
        &["МБОУ «Вакинская СШ»", "", ""],
        &["1", "Орлова Анна Петровна", "учитель"],
        &["", "МБОУ «Рыбновская СШ № 3»", ""],
        &["2", "Зуева Инна Олеговна", "учитель"],
    ];
    let rows = read(&["№", "ФИО", "Должность"], rows);
    let schools: Vec<Option<String>> = rows
        .into_iter()
        .map(|row| match row {
            MemberRow::Read(read) => {
                assert!(read.organisation_above && read.doubts.is_empty());
                Some(read.organisation)
            }
            MemberRow::Heading => None,
        })
        .collect();
    let expected = [None, Some("МБОУ «Вакинская СШ»"), None, Some("МБОУ «Рыбновская СШ № 3»")];
    assert_eq!(schools, expected.map(|school| school.map(str::to_owned)));
}

#[test]
fn a_school_that_is_left_out_is_that_of_the_row_above_and_said() {
    let rows: &[&[&str]] = &[
        &["Авдеева Нина Петровна", "МБДОУ № 3"],
        &["Бычкова Елена Юрьевна", ""],
        &["Дёмина Ирина Ивановна", "—"],
    ];
    let read: Vec<ReadMember> = read(&["Ф.И.О.", "ОУ"], rows)
        .into_iter()
        .filter_map(|row| match row {
            MemberRow::Read(read) => Some(*read),
            MemberRow::Heading => None,
        })
        .collect();
    assert_eq!(read[1].organisation, "МБДОУ № 3");
    assert!(sentences(&read[1])[0].contains("взята из строки выше"), "{read:?}");
    assert_eq!(read[2].organisation, "", "a dash says that there is none");
}

#[test]
fn a_roster_of_a_district_is_read_whole() {
    let headings = [
        "№ п/п",
        "Ф.И.О.",
        "Должность, предмет",
        "ОУ",
        "Квалификационная категория, дата присвоения",
        "Стаж общий/ педагогический",
        "Курсы повышения квалификации (год, тема, часы)",
        "Телефон",
    ];
    let read = person(
        &headings,
        &[
            "1",
            "Авдеева Нина Петровна",
            "учитель-логопед",
            "МБДОУ «Детский сад № 3»",
            "высшая, 24.12.2021",
            "31/28",
            "2023, «Коррекция письма», РИРО, 72 ч.",
            "8 (491) 123-45-67",
        ],
    );
    assert_eq!(read.post, "учитель-логопед");
    assert_eq!((read.category, read.works_since), (Category::Highest, Some(1994)));
    assert_eq!((read.courses[0].title.as_str(), read.courses[0].hours), ("Коррекция письма", Some(72)));
    assert_eq!(read.contact, "8 (491) 123-45-67");
    assert_eq!(read.category_since, Some(PartialDate::Day(day(2021, 12, 24))));
    assert_eq!(sentences(&read), Vec::<&str>::new());
}

#[test]
fn what_reports_ask_of_staff_has_columns_of_its_own() {
    let headings = [
        "ФИО",
        "Категория",
        "Дата присвоения категории",
        "Общий стаж",
        "Педагогический стаж",
        "Совместитель",
        "Классы",
        "Награды",
        "Тема самообразования",
    ];
    let cells = [
        "Авдеева Нина Петровна",
        "первая",
        "25.02.2024",
        "31",
        "28",
        "да",
        "5–9",
        "Почётная грамота МО РО, 2019",
        "Смысловое чтение",
    ];
    let read = person(&headings, &cells);
    assert_eq!(read.category_since, Some(PartialDate::Day(day(2024, 2, 25))));
    assert_eq!(
        (read.works_since, read.pedagogical_since, read.in_specialty_since),
        (Some(1994), Some(1997), None)
    );
    assert!(read.part_time);
    assert_eq!((read.classes.as_str(), read.self_education.as_str()), ("5–9", "Смысловое чтение"));
    assert_eq!(read.awards, [("Почётная грамота МО РО, 2019".to_owned(), Some(PartialDate::Year(2019)))]);
    assert_eq!(sentences(&read), Vec::<&str>::new());
    let beside = person(&["ФИО", "Должность"], &["Бычкова Елена Юрьевна (совместитель)", "учитель"]);
    assert!(beside.part_time && beside.doubts.is_empty());
}

#[test]
fn a_post_beside_the_name_is_taken_or_said() {
    let taken = person(&["ФИО, должность", "ОО"], &["Орлова Анна Петровна, учитель", "СШ № 1"]);
    assert_eq!((taken.post.as_str(), sentences(&taken)), ("учитель", Vec::new()));
    let below = person(&["ФИО", "ОО"], &["Орлова Анна\nПетровна\nучитель", "СШ № 1"]);
    assert_eq!((below.name.full().as_str(), below.post.as_str()), ("Орлова Анна Петровна", "учитель"));
    let twice = person(&["ФИО", "Должность"], &["Орлова Анна Петровна, завуч", "учитель"]);
    assert_eq!(twice.post, "учитель");
    assert_eq!(sentences(&twice), ["«завуч» стоит в другом столбце и в карточку не войдёт."]);
}

/// What people put into the cell of a name, in any order.
fn name_cells() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "Соколова",
        "Марина",
        "Викторовна",
        "М.В.",
        "(совместитель)",
        "(Иванова)",
        "(секретарь)",
        "учитель",
        "завуч",
        "\n",
        ", ",
        " ",
        "МБОУ «Вакинская СШ»",
        "РИМК",
        "оглы",
        "декрет",
        "1. ",
        " — ",
        "ЁЛКИНА",
        "(с 12.01.2026)",
    ]);
    proptest::collection::vec(pieces, 1..8).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    /// Every word of a name's cell is in the card or in a sentence.
    #[test]
    fn no_word_beside_a_name_is_lost(cell in name_cells(), post in proptest::bool::ANY) {
        let headings: &[&str] = if post { &["ФИО", "Должность"] } else { &["ФИО", "Стаж"] };
        let MemberRow::Read(read) = read(headings, &[&[&cell, ""]]).remove(0) else { return Ok(()) };
        let ReadMember { name, post, organisation, doubts, refusal, .. } = *read;
        let sentences = doubts.into_iter().chain(refusal).map(|doubt| doubt.sentence);
        let known = [name.full(), post, organisation].into_iter().chain(sentences).collect::<Vec<_>>().join(" ");
        let known = folded(&known);
        for word in folded(&cell).split(' ').filter(|word| word.chars().any(char::is_alphabetic)) {
            // These are read as a role and a date.
            let read_otherwise = matches!(word, "секретарь" | "с" | "совместитель");
            prop_assert!(read_otherwise || known.contains(word), "{word:?} of {cell:?} is not in {known:?}");
        }
    }
}

#[test]
fn cells_that_nothing_names_are_one_line_of_a_person() {
    let cells = ["1", "Ким Юлия Андреевна", "учитель физики", "МБОУ «СШ № 1»", "первая"];
    let rows = [cells.map(str::to_owned).to_vec()];
    let read = read_member_lines(&rows, YEAR, day(2025, 10, 1)).remove(0);
    assert_eq!((read.post.as_str(), read.organisation.as_str()), ("учитель физики", "МБОУ «СШ № 1»"));
    assert_eq!((read.category, sentences(&read)), (Category::First, Vec::new()));
}
