//! The extract, piece by piece in the order of `templates/extract.typ`.

use super::body::{Body, Paragraph};
use super::protocol::{agenda, chaired, discussed, letterhead};
use super::styles::Style;
use super::text::filled;
use crate::papers::{Extract, Question};

pub(super) fn extract(view: &Extract) -> Body {
    let mut body = Body::default();
    letterhead(&mut body, view.superior.as_deref(), &view.community);
    body.add(Paragraph::new(Style::Heading1, "ВЫПИСКА ИЗ ПРОТОКОЛА"));
    let of = format!("заседания от {} №\u{A0}{}", view.date, view.number);
    body.title(Style::Centred, &of, 106);
    body.title(Style::Centred, view.place.as_deref().unwrap_or_default(), 0);
    chaired(&mut body, &view.chair_word, view.chair.as_ref(), view.secretary.as_ref());
    if let Some(count) = filled(view.present_count.as_ref()) {
        body.add(Paragraph::new(Style::Plain, &format!("Присутствовали: {count}")));
    }
    agenda(&mut body, numbered(view));
    for (number, question) in numbered(view) {
        discussed(&mut body, question, number, false);
    }
    for mended in &view.corrections {
        body.add(Paragraph::new(Style::Body, mended));
    }
    body.signed(std::slice::from_ref(&view.signature), Some("Верно"), Some(Paragraph::blank_day()));
    body
}

/// The questions under the numbers that they have in the protocol.
fn numbered(view: &Extract) -> impl Iterator<Item = (u32, &Question)> {
    view.questions.iter().map(|one| (u32::try_from(one.number).unwrap_or(u32::MAX), &one.question))
}
