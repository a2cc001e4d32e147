//! Lists of people as schools send them: names in three columns, schools in several spellings, people of one name.

use pps_app::domain::import::TableKind;
use pps_app::domain::records::{Category, CourseState};
use pps_app::importing::{NamesakeAnswer, RowState, TableAsked};

use super::{ALL, Fixture, pasted, remarks};

/// Names, posts and schools of all cards but the leader's.
fn cards(fixture: &Fixture) -> Vec<String> {
    let records = fixture.community_records();
    let mut members: Vec<_> = records.memberships.values().collect();
    members.sort_by_key(|member| member.place);
    let said = members.iter().skip(1).map(|member| {
        let facts = &records.people[&member.person].facts[0];
        let school =
            facts.organisation.map(|id| records.organisations[&id].name.as_str()).unwrap_or_default();
        format!("{} | {} | {school}", facts.name.full(), facts.post)
    });
    said.collect()
}

#[test]
fn a_school_in_four_spellings_is_one_and_has_the_fullest_name() {
    let fixture = Fixture::new(false);
    let table = "ФИО\tДолжность\tОО\n\
                 Орлова Анна Петровна\tучитель\tНовая СШ\n\
                 Зуева Инна Олеговна\tучитель\tМБОУ \"Новая СШ\"\n\
                 Котова Яна Игоревна\tучитель\tМБОУ Новая СШ\n\
                 Рябова Ева Ильинична\tучитель\tМБОУ «Новая СШ»\n";
    let (draft, asked) = (pasted(table), fixture.asked(TableKind::Members));
    assert_eq!(fixture.look(&draft, &asked).of(&[RowState::Ready]), [0, 1, 2, 3]);
    fixture.add(&draft, &asked, ALL);
    let cards = cards(&fixture);
    assert!(cards.iter().all(|card| card.ends_with("| учитель | МБОУ «Новая СШ»")), "{cards:?}");
    assert_eq!(fixture.community_records().organisations.len(), 2, "the leader's school and this one");
}

#[test]
fn a_school_that_is_only_alike_is_asked_about() {
    let fixture = Fixture::new(false);
    let table = "ФИО\tОО\n\
                 Орлова Анна Петровна\tМБОУ «Новая СШ»\n\
                 Зуева Инна Олеговна\tНовая средняя школа\n\
                 Котова Яна Игоревна\tМБОУ «СШ № 2»\n\
                 Рябова Ева Ильинична\tМБОУ «СШ № 10»\n";
    let (draft, asked) = (pasted(table), fixture.asked(TableKind::Members));
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.of(&[RowState::Doubtful]), [0, 1]);
    assert!(remarks(&preview)[1].contains("похожа на «МБОУ «Новая СШ»»"), "{:?}", remarks(&preview));
    fixture.add(&draft, &asked, ALL);
    assert_eq!(fixture.community_records().organisations.len(), 5, "numbers make different schools");
}

#[test]
fn people_of_one_name_and_different_schools_are_asked_about() {
    let fixture = Fixture::new(false);
    let first = "ФИО\tДолжность\tОО\nКузнецова Анна Петровна\tучитель химии\tМБОУ «СШ № 1»\n";
    let asked = fixture.asked(TableKind::Members);
    fixture.add(&pasted(first), &asked, ALL);
    let table = "ФИО\tДолжность\tОО\n\
                 Кузнецова Анна Петровна\tучитель физики\tМБОУ «СШ № 2»\n\
                 Кузнецова Анна Петровна\tучитель химии\tСШ №1\n\
                 Зуева Инна Олеговна\tучитель\tМБОУ «СШ № 1»\n";
    let draft = pasted(table);
    let preview = fixture.look(&draft, &asked);
    let states: Vec<RowState> = preview.rows.iter().map(|row| row.state).collect();
    assert_eq!(states, [RowState::Asked, RowState::Repeat, RowState::Ready]);
    let question = &preview.rows[0].namesake.as_ref().unwrap().question;
    assert_eq!(
        question,
        "В составе уже есть Кузнецова Анна Петровна, учитель химии, МБОУ «СШ № 1». Это тот же человек?"
    );
    let refused = fixture.workplace.add_table_rows(&draft, &asked, &[0]).unwrap_err();
    assert!(refused.to_string().contains("Это тот же человек?"), "{refused}");

    let answered = |same| TableAsked { namesakes: vec![NamesakeAnswer { row: 0, same }], ..asked.clone() };
    assert_eq!(fixture.look(&draft, &answered(true)).rows[0].state, RowState::Asked, "nothing to add");
    let another = answered(false);
    assert_eq!(fixture.look(&draft, &another).rows[0].state, RowState::Ready);
    fixture.add(&draft, &another, &[RowState::Ready]);
    assert_eq!(
        cards(&fixture),
        [
            "Кузнецова Анна Петровна | учитель химии | МБОУ «СШ № 1»",
            "Кузнецова Анна Петровна | учитель физики | МБОУ «СШ № 2»",
            "Зуева Инна Олеговна | учитель | МБОУ «СШ № 1»",
        ]
    );
}

#[test]
fn two_rows_of_one_name_are_one_person_only_where_nothing_speaks_against_it() {
    let fixture = Fixture::new(false);
    let table = "ФИО\tДолжность\tОО\n\
                 Орлова Вера Петровна\tучитель\tМБОУ «СШ № 1»\n\
                 Орлова Вера Петровна\tучитель\tМБОУ «СШ № 2»\n\
                 Орлова Вера Петровна\tучитель\t—\n";
    let preview = fixture.look(&pasted(table), &fixture.asked(TableKind::Members));
    let states: Vec<RowState> = preview.rows.iter().map(|row| row.state).collect();
    assert_eq!(states, [RowState::Ready, RowState::Asked, RowState::Repeat]);
    assert!(preview.rows[1].namesake.as_ref().unwrap().question.starts_with("В таблице выше стоит"));
}

#[test]
fn a_roster_of_a_district_comes_in_whole_and_what_has_no_place_is_said() {
    let fixture = Fixture::new(false);
    let table = "№\tФ.И.О.\tДолжность, предмет\tОУ\tКатегория, дата присвоения\tСтаж общий/ педагогический\tКурсы\tТелефон\n\
                 1\tАвдеева Нина Петровна\tлогопед\tМБДОУ № 3\tвысшая, 24.12.2021\t31/28\t2023, «Коррекция письма», РИРО, 72 ч.\t2-12-34\n\
                 2\tДёмина Ирина Ивановна\tучитель\tМБОУ «СШ № 1»\tII\tменее 5 лет\tпланируется в 2026\t\n\
                 3\tВОРОНИН ПАВЕЛ ИЛЬИЧ (совместитель)\tзавуч\tМБОУ «СШ № 1»\tб\\к\t12/25\tнет\t\n";
    let (draft, asked) = (pasted(table), fixture.asked(TableKind::Members));
    let preview = fixture.look(&draft, &asked);
    assert_eq!(preview.of(&[RowState::Doubtful]), [1, 2]);
    let said = remarks(&preview).join("\n");
    for part in ["второй в карточке нет", "менее 5 лет", "12/25"] {
        assert!(said.contains(part), "{part} is not said in {said}");
    }
    fixture.add(&draft, &asked, ALL);
    let records = fixture.community_records();
    let person = |surname: &str| {
        records.people.values().find(|person| person.facts[0].name.surname == surname).unwrap()
    };
    let (first, second, third) = (person("Авдеева"), person("Дёмина"), person("Воронин"));
    assert_eq!((first.facts[0].works_since, first.facts[0].pedagogical_since), (Some(1994), Some(1997)));
    assert_eq!(first.facts[0].category_since.map(|date| date.to_string()).as_deref(), Some("2021-12-24"));
    assert_eq!(second.courses[0].state, CourseState::Planned);
    assert!(third.facts[0].part_time);
    assert_eq!((first.facts[0].category, first.contact.as_str()), (Category::Highest, "2-12-34"));
    let course = &first.courses[0];
    assert_eq!(
        (course.title.as_str(), course.provider.as_str(), course.hours),
        ("Коррекция письма", "РИРО", Some(72))
    );
    assert_eq!((second.facts[0].category, second.facts[0].works_since), (Category::NotApplicable, None));
    assert!(third.courses.is_empty());
    assert_eq!(
        (third.facts[0].name.full().as_str(), third.facts[0].category),
        ("Воронин Павел Ильич", Category::None)
    );
}

#[test]
fn a_school_across_the_list_and_a_signature_below_it_are_told_apart() {
    let fixture = Fixture::new(false);
    let table = "№\tФИО\tДолжность\n\
                 МБОУ «Вакинская СШ»\t\t\n\
                 1\tОрлова Анна Петровна\tучитель\n\
                 2\tЗуева Инна Олеговна\tзавуч\n\
                 Список составил секретарь\t\t\n";
    let (draft, asked) = (pasted(table), fixture.asked(TableKind::Members));
    let preview = fixture.look(&draft, &asked);
    let heads: Vec<Option<&str>> = preview.rows.iter().map(|row| row.heads.as_deref()).collect();
    assert_eq!(heads, [Some("организация строк ниже"), None, None, Some("не войдёт: здесь нет имени")]);
    fixture.add(&draft, &asked, ALL);
    assert!(cards(&fixture).iter().all(|card| card.ends_with("| МБОУ «Вакинская СШ»")));
}
