//! Новое: what has come or changed since the last time.

use pps_domain::russian::date_in_prose;

use super::super::ShownBefore;
use super::super::contents::{Contents, Piece, SitePart};
use super::super::html::Html;
use super::super::shown::sum;

/// Whether a piece is new since then.
pub(in super::super) fn is_new(piece: &Piece, before: Option<&ShownBefore>) -> bool {
    before.is_none_or(|before| before.lacks(&piece.place(), &sum(piece.html.as_str())))
}

pub(super) fn page(contents: &Contents, before: Option<&ShownBefore>) -> Html {
    let mut html = Html::default();
    html.said("h1", "Новое");
    match before {
        None => html.said("p", "Страницы сообщества открыты."),
        Some(ShownBefore(shown)) => {
            html.said("p", &format!("Что появилось или изменилось после {}", date_in_prose(shown.on)))
        }
    }
    let mut any = false;
    for part in SitePart::ALL {
        let fresh: Vec<&Piece> = contents.of_part(part).filter(|piece| is_new(piece, before)).collect();
        if fresh.is_empty() {
            continue;
        }
        any = true;
        html.said("h2", part.title());
        html.element("ul", &[], |list| {
            for piece in fresh {
                list.element("li", &[], |item| item.link(&piece.place(), &piece.title));
            }
        });
    }
    if !any {
        html.said("p", "Нового нет.");
    }
    html
}
