//! What the headings of lists of people say, as schools write them: the words count, not their order and their endings.

use super::{TableColumn, folded};

/// A heading, word by word.
struct Heading<'a>(Vec<&'a str>);

impl Heading<'_> {
    /// Whether a word begins so.
    fn begins(&self, beginnings: &[&str]) -> bool {
        self.0.iter().any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
    }

    /// Whether one of the words stands there.
    fn has(&self, words: &[&str]) -> bool {
        self.0.iter().any(|word| words.contains(word))
    }

    /// Whether these words follow each other.
    fn goes(&self, words: &[&str]) -> bool {
        self.0.windows(words.len()).any(|here| here == words)
    }
}

/// What a column of a roster holds by its heading. Nothing is said of a heading that names what no card has.
pub(super) fn column_of_roster(heading: &str) -> Option<TableColumn> {
    let heading = folded(heading);
    let heading = Heading(heading.split(' ').collect());
    let first = heading.0.first().copied().unwrap_or_default();
    if let Some(column) = small(&heading) {
        return Some(column);
    }
    // «Дата рождения», «Образование, учреждение», «Срок действия категории»: of other things.
    let of_courses = heading.begins(&["курс", "кпк", "переподготов"]);
    let another = ["рожден", "диплом", "нагрузк", "адрес", "паспорт", "олимпиад"];
    let dated = first.starts_with("дат") || first.starts_with("срок") || first.starts_with("планир");
    if heading.begins(&another) || (dated && !of_courses) || matches!(first, "образование" | "примечание")
    {
        return None;
    }
    if heading.begins(&["телефон", "контакт", "почт", "mail", "email"]) || heading.has(&["тел", "моб"])
    {
        return Some(TableColumn::Contact);
    }
    name(&heading).or_else(|| work(&heading, of_courses, first))
}

/// What a card has besides name and work.
fn small(heading: &Heading<'_>) -> Option<TableColumn> {
    let first = heading.0.first().copied().unwrap_or_default();
    if heading.begins(&["самообраз"]) {
        Some(TableColumn::SelfEducation)
    } else if heading.begins(&["наград", "звани", "поощрен"]) {
        Some(TableColumn::Awards)
    } else if heading.begins(&["совместит"]) {
        Some(TableColumn::PartTime)
    } else if heading.has(&["класс", "классы", "классах", "класса"])
        && !heading.begins(&["руковод", "классн"])
    {
        Some(TableColumn::Classes)
    } else if first.starts_with("дат")
        && heading.begins(&["категори", "аттестац"])
        && !heading.begins(&["планир", "следующ", "действ", "окончан", "будущ"])
    {
        Some(TableColumn::CategorySince)
    } else {
        None
    }
}

fn name(heading: &Heading<'_>) -> Option<TableColumn> {
    let surname = heading.begins(&["фамили"]);
    let others = heading.begins(&["инициал", "отчеств"])
        || heading.has(&["имя", "имени"])
        || heading.goes(&["и", "о"]);
    if heading.has(&["фио"]) || heading.goes(&["ф", "и", "о"]) || (surname && others) {
        return Some(TableColumn::Name);
    }
    if surname {
        return Some(TableColumn::Surname);
    }
    if heading.has(&["имя"]) || heading.goes(&["и", "о"]) {
        return Some(TableColumn::GivenName);
    }
    heading.begins(&["отчеств"]).then_some(TableColumn::Patronymic)
}

fn work(heading: &Heading<'_>, of_courses: bool, first: &str) -> Option<TableColumn> {
    let post = heading.begins(&["должност", "профессия"]);
    let place = heading.has(&["оо", "оу", "доу", "доо", "сош", "мо"])
        || heading.begins(&["организаци", "учрежден", "школ"])
        || (heading.begins(&["мест"]) && heading.begins(&["работ"]));
    // «Должность в школе» is a post; «занимаемая должность» of an experience comes later.
    let place = place && !heading.goes(&["в", "школе"]) && !heading.goes(&["в", "оо"]);
    if heading.begins(&["роль", "статус"]) || heading.goes(&["обязанности", "в"]) {
        Some(TableColumn::Role)
    } else if of_courses || heading.begins(&["повышени"]) || heading.has(&["пк"]) {
        Some(TableColumn::Courses)
    } else if heading.begins(&["стаж"]) || heading.goes(&["год", "начала"]) {
        let whole = heading.begins(&["общ", "трудов"]);
        Some(if !whole && heading.begins(&["пед"]) {
            TableColumn::PedagogicalExperience
        } else if !whole && heading.begins(&["специальност", "должност", "занимаем"])
        {
            TableColumn::ExperienceInSpecialty
        } else {
            TableColumn::Experience
        })
    } else if heading.begins(&["категори", "аттестац", "квалификаци", "разряд"])
    {
        Some(TableColumn::Category)
    } else if post && place {
        Some(TableColumn::PostAndOrganisation)
    } else if post {
        Some(TableColumn::Post)
    } else if heading.begins(&["предмет", "дисциплин", "преподаваем"]) {
        Some(TableColumn::Subject)
    } else if place && !heading.has(&["мо"]) {
        Some(TableColumn::Organisation)
    } else {
        let people = [
            "участник",
            "участники",
            "педагог",
            "педагоги",
            "учитель",
            "учителя",
            "член",
            "члены",
            "сотрудник",
        ];
        (people.contains(&first) || heading.begins(&["работник"])).then_some(TableColumn::Name)
    }
}

/// A surname in a column of its own is the whole name where no other column has the rest of it.
pub(super) fn settle(columns: &mut [TableColumn]) {
    if columns.contains(&TableColumn::GivenName) || columns.contains(&TableColumn::Name) {
        return;
    }
    for column in columns.iter_mut().filter(|column| **column == TableColumn::Surname) {
        *column = TableColumn::Name;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(TableColumn::Name, &["Ф. И. О.", "ФИО", "Ф.И.О. учителя", "Фамилия, имя, отчество",
        "Фамилия, Имя, Отчество учителя", "Фамилия И.О.", "Фамилия, инициалы", "ФИО педагога", "Участник ППС",
        "Педагогический работник", "Ф.И.О. (полностью)", "Учитель"])]
    #[case(TableColumn::Surname, &["Фамилия", "Фамилия педагога"])]
    #[case(TableColumn::GivenName, &["Имя", "Имя, отчество", "И.О."])]
    #[case(TableColumn::Patronymic, &["Отчество", "Отчество (при наличии)"])]
    #[case(TableColumn::Post, &["Должность", "Должность, предмет", "Занимаемая должность", "Должность в школе"])]
    #[case(TableColumn::Organisation, &["ОО", "ОУ", "Образовательная организация", "Место работы", "Школа",
        "Наименование ОО", "Учреждение", "Место работы (ОО)", "Организация (полное название)"])]
    #[case(TableColumn::PostAndOrganisation, &["Место работы, должность", "Должность, место работы", "ОУ, должность",
        "Должность и место работы"])]
    #[case(TableColumn::Subject, &["Предмет", "Преподаваемый предмет", "Преподаваемые дисциплины"])]
    #[case(TableColumn::Experience, &["Стаж", "Стаж (лет)", "Стаж общий/ педагогический", "Общий стаж",
        "Стаж (общий)", "Стаж работы (общий, пед.)", "Год начала работы"])]
    #[case(TableColumn::PedagogicalExperience, &["Педагогический стаж", "Стаж (пед.)", "Пед. стаж",
        "Стаж педагогической работы"])]
    #[case(TableColumn::ExperienceInSpecialty, &["Стаж в занимаемой должности", "Стаж работы по специальности"])]
    #[case(TableColumn::CategorySince, &["Дата присвоения категории", "Дата аттестации", "Дата последней аттестации"])]
    #[case(TableColumn::PartTime, &["Совместитель", "Основной работник / совместитель", "Совместительство"])]
    #[case(TableColumn::Classes, &["Классы", "В каких классах работает", "Класс"])]
    #[case(TableColumn::Awards, &["Награды", "Звания, награды", "Почётное звание", "Награды и поощрения"])]
    #[case(TableColumn::SelfEducation, &["Тема самообразования", "Самообразование (тема)"])]
    #[case(TableColumn::Category, &["Категория", "Квалификационная категория, дата присвоения",
        "Кв. категория", "Аттестация", "Категория, дата аттестации"])]
    #[case(TableColumn::Courses, &["Последние курсы", "КПК", "Курсы повышения квалификации (год, тема, часы)",
        "Повышение квалификации", "Дата прохождения курсов", "КПК (год)"])]
    #[case(TableColumn::Role, &["Роль", "Статус в ППС"])]
    #[case(TableColumn::Contact, &["Телефон", "Контактный телефон", "тел./e-mail", "E-mail", "Электронная почта"])]
    fn headings_as_schools_write_them(#[case] column: TableColumn, #[case] headings: &[&str]) {
        for heading in headings {
            assert_eq!(column_of_roster(heading), Some(column), "{heading}");
        }
    }

    #[rstest]
    fn what_no_card_has_is_not_taken(
        #[values(
            "№ п/п",
            "Авторы учебников, УМК",
            "Дата рождения",
            "Учебная нагрузка",
            "Образование, что окончил",
            "Дата следующей аттестации",
            "Классное руководство",
            "Педагогическая нагрузка",
            "Срок действия категории",
            "Примечание",
            "Планируемая аттестация",
            ""
        )]
        heading: &str,
    ) {
        assert_eq!(column_of_roster(heading), None);
    }

    #[rstest]
    #[case(&["Фамилия", "Должность"], &[TableColumn::Name, TableColumn::Post])]
    #[case(&["Фамилия", "Имя", "Отчество"], &[TableColumn::Surname, TableColumn::GivenName, TableColumn::Patronymic])]
    fn a_surname_alone_is_the_name(#[case] headings: &[&str], #[case] expected: &[TableColumn]) {
        let mut columns: Vec<TableColumn> =
            headings.iter().filter_map(|said| column_of_roster(said)).collect();
        settle(&mut columns);
        assert_eq!(columns, expected);
    }
}
