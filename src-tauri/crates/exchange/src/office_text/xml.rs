//! Walking over the elements of a part. Names are told by their local part: Word has two families of namespaces.

use roxmltree::{Document, Node, ParsingOptions};

use super::TextError;

/// Each element and each text is a node; the longest protocol has some thousands.
const MOST_NODES: u32 = 1_500_000;

pub(super) fn parsed(text: &str) -> Result<Document<'_>, TextError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|fault| match fault {
        roxmltree::Error::NodesLimitReached => TextError::Bomb,
        _ => TextError::Broken,
    })
}

pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && name(*child) == wanted)
}

pub(super) fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// An attribute whatever its namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}

/// `w:val` of a child: `<w:jc w:val="center"/>`.
pub(super) fn value_of<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    child(node, wanted).and_then(|found| attribute(found, "val"))
}

/// A property that is on by standing there: `<w:b/>`, off by `<w:b w:val="0"/>`.
pub(super) fn switch(node: Node<'_, '_>, wanted: &str) -> Option<bool> {
    let found = child(node, wanted)?;
    Some(!matches!(attribute(found, "val"), Some("0" | "false" | "off" | "none")))
}
