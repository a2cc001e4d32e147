//! Writing HTML: everything that a person typed goes through [`Html::text`] or an attribute, and both escape it. There
//! is no way to put in markup that was typed.

/// A piece of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl Html {
    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// A text, with a line for each of its lines.
    pub(super) fn text(&mut self, text: &str) {
        for (place, line) in text.lines().enumerate() {
            if place > 0 {
                self.0.push_str("<br>");
            }
            self.escaped(line);
        }
    }

    /// An element with what is in it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element that holds nothing: `<meta …>`.
    pub(super) fn single(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(name, attributes);
    }

    /// An element with a text; nothing where the text is blank.
    pub(super) fn said(&mut self, name: &'static str, text: &str) {
        if !text.trim().is_empty() {
            self.element(name, &[], |inside| inside.text(text.trim()));
        }
    }

    /// A link.
    pub(super) fn link(&mut self, to: &str, text: &str) {
        self.element("a", &[("href", to)], |inside| inside.text(text));
    }

    /// A list of one text each; nothing where there are none.
    pub(super) fn list(&mut self, texts: &[String]) {
        if !texts.is_empty() {
            self.element("ul", &[], |list| texts.iter().for_each(|text| list.said("li", text)));
        }
    }

    /// «Подпись — значение», in order; those without a value are left out.
    pub(super) fn facts(&mut self, facts: &[(&str, String)]) {
        let told: Vec<_> = facts.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        if told.is_empty() {
            return;
        }
        self.element("dl", &[], |list| {
            for (label, value) in told {
                list.said("dt", label);
                list.said("dd", value);
            }
        });
    }

    /// A table with a head; nothing where it has no rows.
    pub(super) fn table(&mut self, caption: &str, heads: &[&str], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        // On a phone a wide table is moved sideways, by the keyboard too.
        let looks = [("class", "wide"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")];
        self.element("div", &looks, |frame| {
            frame.element("table", &[], |table| {
                table.element("caption", &[("class", "unseen")], |inside| inside.text(caption));
                table.element("thead", &[], |head| {
                    head.element("tr", &[], |row| {
                        for title in heads {
                            row.element("th", &[("scope", "col")], |cell| cell.text(title));
                        }
                    });
                });
                table.element("tbody", &[], |body| {
                    for cells in rows {
                        body.element("tr", &[], |row| {
                            for cell in cells {
                                row.element("td", &[], |inside| inside.text(cell));
                            }
                        });
                    }
                });
            });
        });
    }

    /// Adds what was written apart.
    pub(super) fn add(&mut self, piece: &Self) {
        self.0.push_str(&piece.0);
    }

    /// Begins a new line of the file, for whoever reads it.
    pub(super) fn line(&mut self) {
        self.0.push('\n');
    }

    fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            self.escaped(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    fn escaped(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\t' => self.0.push(' '),
                // Signs that are not seen and may turn the text around them.
                '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
                sign if sign.is_control() => {}
                sign => self.0.push(sign),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_never_markup() {
        let mut html = Html::default();
        html.said("p", "<script>alert(\"1\")</script> & 'два'\u{202e}\u{7}\nстрока");
        html.link("x.html?a=1&b=\"2\"", "<b>");
        assert_eq!(
            html.as_str(),
            "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;два&#39;<br>строка</p>\
             <a href=\"x.html?a=1&amp;b=&quot;2&quot;\">&lt;b&gt;</a>"
        );
    }

    #[test]
    fn what_is_blank_leaves_no_trace() {
        let mut html = Html::default();
        html.said("p", "  ");
        html.list(&[]);
        html.facts(&[("Автор", String::new())]);
        html.table("План", &["№"], &[]);
        assert_eq!(html.as_str(), "");
    }
}
