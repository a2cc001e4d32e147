use std::collections::HashMap;

use html5ever::tokenizer::Tag;

/// How an element is shown, as far as it matters here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ShownAs {
    /// Not at all.
    pub(super) hidden: bool,
    pub(super) struck: bool,
    /// The number or the dot that Word writes before a line of a list.
    pub(super) list_mark: bool,
}

impl ShownAs {
    /// By a declaration of styles.
    fn of(style: &str) -> Self {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
        let hidden = ["display:none", "mso-hide:all", "visibility:hidden", "visibility:collapse"];
        Self {
            hidden: hidden.iter().any(|words| style.contains(words)),
            struck: style
                .split(';')
                .any(|one| one.starts_with("text-decoration") && one.contains("line-through")),
            list_mark: style.contains("mso-list:ignore"),
        }
    }

    pub(super) fn within(self, other: Self) -> Self {
        Self {
            hidden: self.hidden || other.hidden,
            struck: self.struck || other.struck,
            list_mark: self.list_mark || other.list_mark,
        }
    }
}

/// The classes of a page that hide or strike out.
#[derive(Debug, Default)]
pub(super) struct Classes(HashMap<String, ShownAs>);

impl Classes {
    /// Learns the rules of a `<style>`: of each only which classes it is for, and whether it hides or strikes out.
    pub(super) fn learn(&mut self, style: &str) {
        for rule in style.split('}') {
            let Some((selectors, declarations)) = rule.split_once('{') else { continue };
            let shown = ShownAs::of(declarations);
            if shown == ShownAs::default() {
                continue;
            }
            for selector in selectors.split(',') {
                // «td.xl65» and «.xl65», not what stands within such an element.
                let selector = selector.trim().rsplit(['\n', '>', ';']).next().unwrap_or_default().trim();
                if let Some((element, class)) = selector.rsplit_once('.')
                    && !element.contains(char::is_whitespace)
                    && !class.contains([' ', ':'])
                {
                    let known = self.0.entry(class.to_lowercase()).or_default();
                    *known = known.within(shown);
                }
            }
        }
    }

    /// How a tag shows what stands within.
    pub(super) fn of(&self, name: &str, tag: &Tag) -> ShownAs {
        let struck = matches!(name, "s" | "strike" | "del");
        let hidden = attribute(tag, "hidden").is_some();
        let mut shown = ShownAs { struck, hidden, list_mark: false };
        if let Some(style) = attribute(tag, "style") {
            shown = shown.within(ShownAs::of(style));
        }
        if !self.0.is_empty() {
            for class in attribute(tag, "class").unwrap_or_default().split_whitespace() {
                let known = self.0.get(&class.to_lowercase()).copied();
                shown = shown.within(known.unwrap_or_default());
            }
        }
        shown
    }
}

pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    let mut attributes = tag.attrs.iter();
    attributes.find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// `colspan="3"`, `rowspan=2`.
pub(super) fn span(tag: &Tag, name: &str, most: usize) -> usize {
    let digits = attribute(tag, name).unwrap_or_default().trim();
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(if digits.is_empty() { 1 } else { most }).clamp(1, most)
}
