//! What every page has around its own text.

use pps_domain::russian::date_in_prose;

use super::super::contents::SitePart;
use super::super::html::Html;
use super::super::shown::{ShownBefore, ShownPage, sum};
use super::super::{SiteFile, Source};

/// The page of what is new.
pub(super) const NEW: &str = "new.html";

/// A page, and what is to be kept of it. It is dated by the day since which it has said the same: one that has not
/// changed is the same file as before and need not be carried again.
pub(super) fn page(
    source: &Source<'_>,
    parts: &[SitePart],
    before: Option<&ShownBefore>,
    path: &'static str,
    title: &str,
    body: &Html,
) -> (SiteFile, ShownPage) {
    let community = source.publication.said(source.records.community.shown_name());
    let full = source.publication.said(&source.records.community.name);
    let mut shown = ShownPage { sum: String::new(), since: source.on };
    let mut html = Html::default();
    html.element("html", &[("lang", "ru")], |page| {
        page.line();
        page.element("head", &[], |head| {
            head.single("meta", &[("charset", "utf-8")]);
            head.line();
            head.single("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            head.line();
            head.said("title", &format!("{title} — {community}"));
            head.line();
            head.single("link", &[("rel", "stylesheet"), ("href", "style.css")]);
            head.line();
        });
        page.line();
        page.element("body", &[], |all| {
            all.line();
            all.element("a", &[("class", "skip"), ("href", "#content")], |link| link.text("К содержанию"));
            all.line();
            all.element("header", &[], |header| {
                if source.records.community.is_example() {
                    header.element("p", &[("class", "example")], |mark| mark.text("Учебный пример"));
                }
                header.element("p", &[("class", "site")], |name| name.text(&full));
                header.element("nav", &[("aria-label", "Страницы сообщества")], |nav| {
                    nav.element("ul", &[], |list| {
                        let pages = parts.iter().map(|part| (part.path(), part.title()));
                        for (to, name) in pages.chain([(NEW, "Новое")]) {
                            list.element("li", &[], |item| {
                                let here: &[_] = if to == path {
                                    &[("href", to), ("aria-current", "page")]
                                } else {
                                    &[("href", to)]
                                };
                                item.element("a", here, |link| link.text(name));
                            });
                        }
                    });
                });
            });
            all.line();
            all.element("main", &[("id", "content")], |main| {
                main.line();
                main.add(body);
            });
            all.line();
            shown.sum = sum(all.as_str());
            let since = before.and_then(|before| before.said_since(path, &shown.sum));
            shown.since = since.unwrap_or(source.on);
            all.element("footer", &[], |footer| {
                footer.said("p", &format!("Обновлено {}", date_in_prose(shown.since)));
            });
            all.line();
        });
        page.line();
    });
    let text = format!("<!DOCTYPE html>\n{}\n", html.into_text());
    (SiteFile { path: path.to_owned(), bytes: text.into_bytes() }, shown)
}
