//! What several pages say alike.

use pps_domain::ids::{OrganisationId, PersonId};
use pps_domain::russian::capitalised;

use super::super::Source;
use super::super::contents::PieceFile;
use super::super::html::Html;
use crate::papers::people::{filled, shown};
use crate::papers::sentences::stopped;

/// «Ларина С. Ю., учитель математики, Пощуповская СШ» of somebody who may be named.
pub(super) fn person(source: &Source<'_>, person: PersonId) -> String {
    let (records, on) = (source.records, source.on);
    let post = records.facts(person, on).map(|facts| facts.post.clone()).unwrap_or_default();
    let school = records.workplace(person, on).map(|school| school.shown_name().to_owned());
    filled([records.surname_first(person, on), post, school.unwrap_or_default()]).join(", ")
}

/// Those of the people who may be named.
pub(super) fn who_may(source: &Source<'_>, people: &[PersonId]) -> Vec<PersonId> {
    people.iter().copied().filter(|person| source.publication.names(*person)).collect()
}

/// A typed text as a sentence, without names.
pub(super) fn sentence(source: &Source<'_>, text: &str) -> String {
    capitalised(&stopped(&source.publication.said(text)))
}

pub(super) fn schools(source: &Source<'_>, schools: impl IntoIterator<Item = OrganisationId>) -> String {
    let mut names: Vec<String> = Vec::new();
    for school in schools {
        let name = shown(source.records, school);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// Links to the files of a piece.
pub(super) fn files(html: &mut Html, files: &[PieceFile]) {
    if files.is_empty() {
        return;
    }
    html.element("ul", &[("class", "files")], |list| {
        for file in files {
            list.element("li", &[], |item| {
                item.link(&file.path, &format!("Скачать «{}»", file.name));
                item.text(&format!(" ({})", size(file.size)));
            });
        }
    });
}

/// «34 КБ», «1,2 МБ»
pub(super) fn size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    if bytes < KILO * KILO {
        return format!("{}\u{a0}КБ", bytes.div_ceil(KILO));
    }
    let tenths = (bytes * 10).div_ceil(KILO * KILO);
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole}\u{a0}МБ"),
        (whole, part) => format!("{whole},{part}\u{a0}МБ"),
    }
}

/// A link, or the words of a source.
pub(super) fn source_of(source: &Source<'_>, html: &mut Html, typed: &str) {
    let typed = typed.trim();
    let is_link = (typed.starts_with("https://") || typed.starts_with("http://"))
        && !typed.contains(char::is_whitespace)
        && !source.publication.hides_in(typed);
    if is_link {
        html.link(typed, typed);
    } else {
        html.text(&source.publication.said(typed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_rounded_up() {
        for (bytes, said) in [
            (1, "1\u{a0}КБ"),
            (1_048_576, "1\u{a0}МБ"),
            (1_048_577, "1,1\u{a0}МБ"),
            (52_428_800, "50\u{a0}МБ"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
