//! The pages: a frame that all have, and what stands in it.

pub(super) mod about;
pub(super) mod documents;
mod frame;
pub(super) mod materials;
mod new;
pub(super) mod news;
pub(super) mod plan;
pub(super) mod practices;
mod said;

pub(super) use new::is_new;

use super::contents::{Contents, SitePart};
use super::html::Html;
use super::{Shown, ShownBefore, SiteFile, Source};

const STYLE: &str = include_str!("../style.css");

/// All pages and their style.
pub(super) fn all(
    source: &Source<'_>,
    contents: &Contents,
    before: Option<&ShownBefore>,
    shown: &mut Shown,
) -> Vec<SiteFile> {
    let parts = contents.parts();
    let mut page = |path: &'static str, title: &str, body: &Html| {
        let (file, page) = frame::page(source, &parts, before, path, title, body);
        shown.pages.insert(path.to_owned(), page);
        file
    };
    let mut files: Vec<SiteFile> = parts
        .iter()
        .map(|part| {
            let mut body = Html::default();
            if *part != SitePart::About {
                body.said("h1", &heading(source, *part));
            }
            for piece in contents.of_part(*part) {
                body.add(&piece.html);
                body.line();
            }
            if *part == SitePart::About {
                contents_list(&mut body, contents, &parts);
            }
            page(part.path(), part.title(), &body)
        })
        .collect();
    let body = new::page(contents, before);
    files.push(page(frame::NEW, "Новое", &body));
    files.push(SiteFile { path: "style.css".to_owned(), bytes: STYLE.as_bytes().to_vec() });
    files
}

fn heading(source: &Source<'_>, part: SitePart) -> String {
    match part {
        SitePart::Plan => format!("План работы на {} учебный год", source.year),
        SitePart::News => format!("Новости, {} учебный год", source.year),
        _ => part.title().to_owned(),
    }
}

/// What is on the other pages, at the end of the first.
fn contents_list(body: &mut Html, contents: &Contents, parts: &[SitePart]) {
    let others: Vec<_> = parts.iter().filter(|part| **part != SitePart::About).collect();
    if others.is_empty() {
        return;
    }
    body.said("h2", "На страницах сообщества");
    body.element("ul", &[], |list| {
        for part in others {
            list.element("li", &[], |item| {
                item.link(part.path(), part.title());
                let count = contents.of_part(*part).count();
                if count > 1 {
                    item.text(&format!(": {count}"));
                }
            });
        }
    });
}
