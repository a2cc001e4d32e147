//! Small things about XML that every reader of a zipped document needs. An entity of one's own is never unfolded, so a
//! text cannot grow while it is read.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::{Reader, XmlVersion};

use super::TableError;

/// A reader that tells an empty element as a beginning and an end, and forgives ends that do not fit.
pub(crate) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    reader
}

/// The value of an attribute, whatever prefix its name has.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// An attribute that counts something.
pub(crate) fn count(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says yes, as «1» or «true».
pub(crate) fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.trim(), "1" | "true"))
}

/// The sign that «&amp;» or «&#171;» stands for; nothing for one that the document made up.
pub(crate) fn referred(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(sign)) => Some(sign.to_string()),
        _ => resolve_predefined_entity(reference).map(str::to_owned),
    }
}

/// The text of a part; what is no text in it becomes a mark. Nothing is copied where all of it is.
pub(crate) fn text_of_part(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|fault| String::from_utf8_lossy(fault.as_bytes()).into_owned())
}

pub(crate) fn broken(_: quick_xml::Error) -> TableError {
    TableError::Broken
}
