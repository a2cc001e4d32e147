//! Банк практик: those whose authors have agreed, with the names of these authors.

use pps_domain::ids::PersonId;
use pps_domain::records::{Conclusion, EducationLevel, Practice};
use pps_domain::russian::{alphabetical, capitalised};

use super::super::Source;
use super::super::contents::{Contents, Piece, SitePart, anchor, files_of};
use super::super::latin::FileNames;
use super::said::{files, person, schools, sentence};
use crate::papers::people::filled;
use crate::papers::practices::recommended;

pub(in super::super) fn add(source: &Source<'_>, names: &mut FileNames, contents: &mut Contents) {
    let known = source.records.practices.values().filter(|practice| practice.date <= source.on);
    let mut known: Vec<&Practice> = known.collect();
    known.sort_by_cached_key(|practice| (alphabetical(&practice.title), practice.id));
    for practice in known {
        let title = match practice.title.trim() {
            "" => "Практика без названия".to_owned(),
            title => source.publication.said(title),
        };
        if !practice.agreed_by(source.on) {
            contents.leave_out(SitePart::Practices, title, "нет согласия авторов на публикацию");
            continue;
        }
        let piece = piece(source, practice, title, names);
        contents.pieces.push(piece);
    }
}

fn piece(source: &Source<'_>, practice: &Practice, title: String, names: &mut FileNames) -> Piece {
    let (records, publication) = (source.records, &source.publication);
    let mut piece = Piece::new(SitePart::Practices, &title);
    let id = anchor('p', practice.id.0);
    let is_named = |author: &PersonId| !records.is_anonymised(*author);
    let authors: Vec<PersonId> = practice.authors.iter().copied().filter(is_named).collect();
    let others = filled([practice.authors_in_words.trim().to_owned()]);
    let named = authors.iter().map(|author| person(source, *author)).chain(others.iter().cloned());
    piece.files = files_of(source, practice.id.0, names);
    let recommended = Some(recommended(records, practice)).filter(|by| {
        let meeting = practice.recommended_by.and_then(|meeting| records.meetings.get(&meeting));
        !by.is_empty() && meeting.is_some_and(|meeting| meeting.signed_by(source.on))
    });
    let facts = [
        ("Авторы", named.collect::<Vec<_>>().join("; ")),
        ("Школа", schools(source, practice.organisation)),
        ("Какую проблему решает", sentence(source, &practice.problem)),
        ("В чём суть", sentence(source, &practice.essence)),
        ("Что понадобится", sentence(source, &practice.resources)),
        ("Что получилось", sentence(source, &practice.result)),
        ("Уровень образования", EducationLevel::several(&practice.levels)),
        ("Метки", filled(practice.tags.iter().map(|tag| publication.said(tag))).join(", ")),
        ("Заключение", capitalised(&judged(source, practice).unwrap_or_default())),
        ("Рекомендована", recommended.unwrap_or_default()),
    ];
    let piece_files = &piece.files;
    piece.html.element("article", &[("id", &id)], |article| {
        article.said("h2", &title);
        article.facts(&facts);
        files(article, piece_files);
    });
    piece.people = authors;
    piece.others = others;
    piece.anchor = Some(id);
    piece.day = Some(practice.date);
    piece
}

/// What the experts came to, where they recommend the practice: with any other conclusion the authors have not agreed to
/// stand in public.
fn judged(source: &Source<'_>, practice: &Practice) -> Option<String> {
    let judged = source.records.expertises.get(&practice.expertise?)?;
    let recommends = judged.conclusion == Some(Conclusion::Recommend);
    judged.concluded_in_words(source.on).filter(|_| recommends)
}
