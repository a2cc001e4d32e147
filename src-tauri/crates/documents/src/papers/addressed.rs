//! To whom a paper goes: a post and a name in the dative, «Начальнику управления образования Е. П. Кондрашовой».

use chrono::NaiveDate;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::OfficialPost;
use pps_domain::russian::FullName;
use serde::{Deserialize, Serialize};

use super::people::optional;
use crate::model::Block;

/// Who receives a paper, in the dative.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "commands/"))]
#[serde(default)]
pub struct Addressee {
    /// «Начальнику управления образования и МП».
    pub post: String,
    /// «Е. П. Кондрашовой»; empty leaves a line to write it by hand.
    pub name: String,
}

impl Addressee {
    /// Where it stands on a paper.
    pub(crate) fn block(self) -> Block {
        Block::Addressed { post: self.post, name: Some(self.name), corner: Vec::new() }
    }
}

/// The head of education as of a day.
pub(crate) fn head_of_education(records: &CommunityRecords, on: NaiveDate) -> Addressee {
    to_official(records, OfficialPost::HeadOfEducation, "Начальник управления образования", on)
}

/// The head of РИМК as of a day.
pub(crate) fn head_of_rimk(records: &CommunityRecords, on: NaiveDate) -> Addressee {
    to_official(records, OfficialPost::HeadOfRimk, "Заведующий РИМК", on)
}

fn to_official(records: &CommunityRecords, post: OfficialPost, usual: &str, on: NaiveDate) -> Addressee {
    let head = records.community.official(post, on);
    let title = head.and_then(|head| optional(&head.title));
    Addressee {
        post: to_post(title.as_deref().unwrap_or(usual)),
        name: head.and_then(|head| to_name(&head.name)).unwrap_or_default(),
    }
}

/// «Директору МБОУ «…»»; a kindergarten has a заведующий at its head.
pub(crate) fn to_head_of(organisation: &str) -> String {
    let organisation = organisation.trim();
    let kind = organisation.split(char::is_whitespace).next().unwrap_or_default();
    // «МБОУ», «МАОУ» have no cases; «Рыбновская школа» would need one.
    let abbreviated = kind.chars().count() > 2 && kind.chars().all(char::is_uppercase);
    if abbreviated && kind.ends_with("ДОУ") {
        format!("Заведующему\n{organisation}")
    } else if abbreviated || organisation.starts_with('«') {
        format!("Директору\n{organisation}")
    } else {
        format!("Руководителю организации:\n{organisation}")
    }
}

/// A post in the dative. Posts are few and their first word is known; any other is named after «Кому:», which
/// asks for no case.
fn to_post(post: &str) -> String {
    const KNOWN: [(&str, &str); 11] = [
        ("начальник", "начальнику"),
        ("заведующий", "заведующему"),
        ("заведующая", "заведующей"),
        ("руководитель", "руководителю"),
        ("директор", "директору"),
        ("председатель", "председателю"),
        ("заместитель", "заместителю"),
        ("глава", "главе"),
        ("исполняющий", "исполняющему"),
        ("исполняющая", "исполняющей"),
        ("и.", "и."),
    ];
    let post = post.trim();
    let (first, rest) = post.split_once(char::is_whitespace).unwrap_or((post, ""));
    let known = KNOWN.iter().find(|(word, _)| *word == first.to_lowercase());
    match known {
        Some((_, dative)) => format!("{} {}", capital(dative), rest.trim()).trim().to_owned(),
        None => format!("Кому: {post}"),
    }
}

/// A text with a capital at its beginning.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// «Е. П. Кондрашовой»: the surnames whose dative leaves no doubt, once the patronymic tells whether it is a
/// man's or a woman's. Any other name is better written by hand than declined wrongly.
fn to_name(name: &FullName) -> Option<String> {
    let woman = is_woman(name)?;
    let parts = name.surname.trim().split('-').map(|part| to_surname(part, woman));
    let surname = parts.collect::<Option<Vec<_>>>()?.join("-");
    Some(FullName { surname, ..name.clone() }.initials_first())
}

fn to_surname(surname: &str, woman: bool) -> Option<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| surname.ends_with(ending));
    let but_last = |count: usize| {
        let end = surname.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
        &surname[..end]
    };
    if ends(&["ко", "ых", "их"]) {
        return Some(surname.to_owned());
    }
    if woman {
        return match () {
            () if ends(&["ова", "ева", "ёва", "ина", "ына"]) => {
                Some(format!("{}ой", but_last(1)))
            }
            () if ends(&["ская", "цкая"]) => Some(format!("{}ой", but_last(2))),
            () => None,
        };
    }
    match () {
        () if ends(&["ов", "ев", "ёв", "ин", "ын"]) => Some(format!("{surname}у")),
        () if ends(&["ский", "цкий"]) => Some(format!("{}ому", but_last(2))),
        () => None,
    }
}

/// Whether it is a woman's name, where the patronymic tells.
pub(crate) fn is_woman(name: &FullName) -> Option<bool> {
    let patronymic = name.patronymic.trim().to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| patronymic.ends_with(ending));
    if ends(&["вна", "ична", "инична", "кызы"]) {
        Some(true)
    } else if ends(&["ич", "оглы"]) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Начальник управления образования и МП", "Начальнику управления образования и МП")]
    #[case("заведующая РИМК", "Заведующей РИМК")]
    #[case("Директор", "Директору")]
    #[case("И. о. начальника управления", "И. о. начальника управления")]
    #[case("Ведущий специалист", "Кому: Ведущий специалист")]
    fn a_post_is_put_into_the_dative(#[case] post: &str, #[case] dative: &str) {
        assert_eq!(to_post(post), dative);
    }

    #[rstest]
    #[case::woman("Кондрашова Елена Петровна", Some("Е. П. Кондрашовой"))]
    #[case::adjective("Вишневская Анна Ильинична", Some("А. И. Вишневской"))]
    #[case::double("Щербакова-Дёмина Анна Львовна", Some("А. Л. Щербаковой-Дёминой"))]
    #[case::man("Гришин Алексей Петрович", Some("А. П. Гришину"))]
    #[case::mans_adjective("Троицкий Пётр Ильич", Some("П. И. Троицкому"))]
    #[case::indeclinable("Павленко Пётр Ильич", Some("П. И. Павленко"))]
    #[case::doubtful("Гребенюк Анна Львовна", None)]
    #[case::mans_or_not("Смородина Пётр Ильич", None)]
    #[case::initials("Кондрашова Е. П.", None)]
    #[case::nobody("", None)]
    fn a_name_is_declined_only_without_doubt(#[case] name: &str, #[case] dative: Option<&str>) {
        let dative_name = to_name(&FullName::parse(name)).map(|name| name.replace('\u{a0}', " "));
        assert_eq!(dative_name.as_deref(), dative);
    }

    #[rstest]
    #[case("МБОУ «Рыбновская СШ № 3»", "Директору\nМБОУ «Рыбновская СШ № 3»")]
    #[case("МБДОУ «Солнышко»", "Заведующему\nМБДОУ «Солнышко»")]
    #[case("Рыбновская школа", "Руководителю организации:\nРыбновская школа")]
    fn the_head_of_an_organisation_is_named(#[case] organisation: &str, #[case] dative: &str) {
        assert_eq!(to_head_of(organisation), dative);
    }
}
