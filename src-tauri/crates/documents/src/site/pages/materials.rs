//! Материалы: those that may be shown, with their files.

use pps_domain::records::{EducationLevel, Material, Speaker};
use pps_domain::russian::{capitalised, date_in_table};

use super::super::Source;
use super::super::contents::{Contents, Piece, SitePart, anchor, files_of};
use super::super::latin::FileNames;
use super::said::{files, person, source_of};
use crate::papers::people::filled;

pub(in super::super) fn add(source: &Source<'_>, names: &mut FileNames, contents: &mut Contents) {
    let known = source.records.materials.values().filter(|material| material.date <= source.on);
    let mut known: Vec<&Material> = known.collect();
    known.sort_by_key(|material| std::cmp::Reverse((material.date, material.id)));
    for material in known {
        let title = match material.title.trim() {
            "" => "Материал без названия".to_owned(),
            title => source.publication.said(title),
        };
        if !material.for_site {
            contents.leave_out(SitePart::Materials, title, "не отмечено «Можно показать на сайте»");
            continue;
        }
        let piece = piece(source, material, title, names);
        contents.pieces.push(piece);
    }
}

fn piece(source: &Source<'_>, material: &Material, title: String, names: &mut FileNames) -> Piece {
    let publication = &source.publication;
    let mut piece = Piece::new(SitePart::Materials, &title);
    let id = anchor('m', material.id.0);
    let author = match material.author {
        Some(Speaker::Person(author)) if publication.names(author) => Some(author),
        _ => None,
    };
    piece.files = files_of(source, material.id.0, names);
    let facts = [
        ("Вид", capitalised(&publication.said(&material.kind))),
        ("Уровень образования", EducationLevel::several(&material.levels)),
        ("Дата", date_in_table(material.date)),
        ("Автор", author.map(|author| person(source, author)).unwrap_or_default()),
        ("Метки", filled(material.tags.iter().map(|tag| publication.said(tag))).join(", ")),
    ];
    let piece_files = &piece.files;
    piece.html.element("article", &[("id", &id)], |article| {
        article.said("h2", &title);
        article.facts(&facts);
        if !material.source.trim().is_empty() {
            article.element("p", &[], |line| {
                line.text("Источник: ");
                source_of(source, line, &material.source);
            });
        }
        files(article, piece_files);
    });
    piece.people.extend(author);
    piece.anchor = Some(id);
    piece.day = Some(material.date);
    piece
}
