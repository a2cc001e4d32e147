use roxmltree::Node;

use super::reader::{DEEPEST, Reader, chosen, plain};
use super::styles::{InList, Letters, centred};
use super::xml::{attribute, child, elements, name, value_of};
use super::{LeftOut, LeftOutKind, TextBlock, TextError, TextParagraph};

/// The longest paragraph, in characters.
const LONGEST: usize = 200_000;

/// A paragraph while its runs are read.
#[derive(Default)]
struct Growing {
    text: String,
    /// Letters of it, and how many of them are bold.
    letters: usize,
    bold: usize,
    /// What is not taken, piece by piece.
    left_out: Vec<(LeftOutKind, String)>,
    /// Fields that are open, and for each whether its result has begun: what stands before is no text.
    fields: Vec<bool>,
    /// Paragraphs and tables of text boxes that hang on it.
    boxes: Vec<TextBlock>,
    pictures: usize,
}

impl Growing {
    fn say(&mut self, text: &str, letters: Letters) {
        if self.fields.contains(&false) {
            return;
        }
        if letters.hidden == Some(true) {
            self.leave_out(LeftOutKind::Hidden, text);
        } else if letters.struck == Some(true) {
            self.leave_out(LeftOutKind::StruckOut, text);
        } else {
            let count = text.chars().filter(|sign| !sign.is_whitespace()).count();
            self.letters += count;
            self.bold += if letters.bold == Some(true) { count } else { 0 };
            self.text.push_str(text);
        }
    }

    fn leave_out(&mut self, what: LeftOutKind, text: &str) {
        match self.left_out.last_mut() {
            Some((last, before)) if *last == what => before.push_str(text),
            _ => self.left_out.push((what, text.to_owned())),
        }
    }
}

impl Reader {
    /// Reads a paragraph; one without text is left out, but counted where it has a number.
    pub(super) fn paragraph(
        &mut self,
        node: Node<'_, '_>,
        depth: usize,
        blocks: &mut Vec<TextBlock>,
    ) -> Result<(), TextError> {
        let properties = child(node, "pPr");
        let style_id = properties.and_then(|node| value_of(node, "pStyle"));
        let style = self.styles.style(style_id);
        let mut growing = Growing::default();
        self.runs(node, style.letters, depth, &mut growing)?;
        let Growing { text, letters, bold, left_out, boxes, pictures, .. } = growing;
        let mark = properties.and_then(|node| child(node, "rPr"));
        let mark_gone = Letters::of(mark).hidden == Some(true)
            || mark.is_some_and(|mark| child(mark, "del").or_else(|| child(mark, "moveFrom")).is_some());
        let gone = text.trim().is_empty() && mark_gone;
        for (what, text) in left_out {
            self.leave_out(what, &text);
        }
        for _ in 0..pictures {
            self.left_out.push(LeftOut { what: LeftOutKind::Picture, text: String::new() });
        }
        let number = if gone { String::new() } else { self.number(properties, style_id, &style.in_list) };
        let text = text.trim().to_owned();
        let outlined = properties.and_then(|node| value_of(node, "outlineLvl"));
        let heading =
            style.heading || outlined.is_some_and(|level| level.parse::<u8>().is_ok_and(|at| at < 9));
        let paragraph = TextParagraph {
            heading: heading && !text.is_empty(),
            bold: letters > 0 && bold == letters,
            centred: centred(properties).or(style.centred) == Some(true),
            number,
            text,
        };
        if !paragraph.text.is_empty() || !paragraph.number.is_empty() {
            blocks.push(paragraph.into());
        }
        blocks.extend(boxes);
        Ok(())
    }

    fn number(&mut self, properties: Option<Node<'_, '_>>, style: Option<&str>, of_style: &InList) -> String {
        let own = InList::of(properties);
        let Some(list) = own.list.clone().or_else(|| of_style.list.clone()) else { return String::new() };
        // «0» takes the paragraph out of the list of its style.
        if list == "0" {
            return String::new();
        }
        let linked = style.and_then(|style| self.numbering.level_of_style(&list, style));
        let level =
            own.level.or(linked.filter(|_| own.list.is_none())).or(of_style.level).unwrap_or_default();
        self.numbering.next(&list, level)
    }

    fn runs(
        &mut self,
        node: Node<'_, '_>,
        of_style: Letters,
        depth: usize,
        growing: &mut Growing,
    ) -> Result<(), TextError> {
        if depth > DEEPEST || growing.text.len() > LONGEST {
            return Err(TextError::Bomb);
        }
        for node in elements(node) {
            match name(node) {
                "r" => self.run(node, of_style, depth + 1, growing)?,
                "ins" | "moveTo" | "hyperlink" | "smartTag" | "customXml" | "fldSimple" | "dir" | "bdo"
                | "sdt" | "sdtContent" => self.runs(node, of_style, depth + 1, growing)?,
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.runs(chosen, of_style, depth + 1, growing)?;
                    }
                }
                "del" | "moveFrom" => growing.leave_out(LeftOutKind::Deleted, &plain(node)),
                "oMath" | "oMathPara" => growing.say(&plain(node), of_style),
                _ => {}
            }
        }
        Ok(())
    }

    fn run(
        &mut self,
        node: Node<'_, '_>,
        of_style: Letters,
        depth: usize,
        growing: &mut Growing,
    ) -> Result<(), TextError> {
        let properties = child(node, "rPr");
        let of_letters = self.styles.letters(properties.and_then(|node| value_of(node, "rStyle")));
        let letters = Letters::of(properties).over(of_letters).over(of_style);
        self.pieces(node, letters, depth, growing)
    }

    fn pieces(
        &mut self,
        node: Node<'_, '_>,
        letters: Letters,
        depth: usize,
        growing: &mut Growing,
    ) -> Result<(), TextError> {
        if depth > DEEPEST {
            return Err(TextError::Bomb);
        }
        for node in elements(node) {
            match name(node) {
                "t" => growing.say(node.text().unwrap_or_default(), letters),
                "delText" => growing.leave_out(LeftOutKind::Deleted, node.text().unwrap_or_default()),
                "tab" | "ptab" => growing.say("\t", letters),
                "br" | "cr" => growing.say("\n", letters),
                "noBreakHyphen" => growing.say("-", letters),
                "sym" => growing.say(&sign(node), letters),
                "fldChar" => match attribute(node, "fldCharType") {
                    Some("begin") => growing.fields.push(false),
                    Some("separate") => growing.fields.last_mut().into_iter().for_each(|begun| *begun = true),
                    Some("end") => drop(growing.fields.pop()),
                    _ => {}
                },
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.pieces(chosen, letters, depth + 1, growing)?;
                    }
                }
                "drawing" | "pict" => self.drawn(node, depth, growing)?,
                "object" => {
                    self.left_out.push(LeftOut { what: LeftOutKind::Embedded, text: String::new() });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The text of a box is text; a picture is told.
    fn drawn(&mut self, node: Node<'_, '_>, depth: usize, growing: &mut Growing) -> Result<(), TextError> {
        // A box in a box is read with the outer one.
        let boxes: Vec<Node<'_, '_>> =
            node.descendants().filter(|node| name(*node) == "txbxContent").collect();
        let outer = boxes.iter().filter(|one| {
            let mut above = one.ancestors().skip(1).take_while(|above| *above != node);
            !above.any(|above| name(above) == "txbxContent")
        });
        for one in outer {
            self.blocks(*one, depth + 1, &mut growing.boxes)?;
        }
        if boxes.is_empty() && node.descendants().any(|node| matches!(name(node), "blip" | "imagedata")) {
            growing.pictures += 1;
        }
        Ok(())
    }
}

/// A sign of a font: a letter where it is one, a round mark where the font is made of signs.
fn sign(node: Node<'_, '_>) -> String {
    let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let letter = code.filter(|code| !(0xe000..=0xf8ff).contains(code)).and_then(char::from_u32);
    letter.unwrap_or('•').to_string()
}
