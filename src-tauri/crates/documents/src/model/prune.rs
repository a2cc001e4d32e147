//! What is empty leaves no trace, and what is left gets its numbers.

use super::{Blank, Block, Document};

impl Block {
    /// Sets words and rules to write on apart, which typed text cannot: spaces at its ends are no text.
    fn space_blanks(&mut self) {
        match self {
            Self::Blanks { parts, .. } => space(parts),
            Self::Addressed { corner, .. } => corner.iter_mut().for_each(|line| space(line)),
            Self::Whole { blocks } => blocks.iter_mut().for_each(Self::space_blanks),
            _ => {}
        }
    }

    /// Whether there is something to print: what is empty leaves no trace.
    fn is_shown(&self) -> bool {
        let has = |text: &str| !text.trim().is_empty();
        match self {
            Self::Heading { text, .. }
            | Self::Centred { text, .. }
            | Self::Line { text, .. }
            | Self::Text { text }
            | Self::Remark { text }
            | Self::Opening { text } => has(text),
            Self::Facts { items } | Self::Labelled { items } => items.iter().any(|fact| has(&fact.value)),
            Self::List { items, .. } => items.iter().any(|item| has(item)),
            Self::Table(table) => table.stays || !table.rows.is_empty(),
            Self::People { people } => !people.is_empty(),
            Self::Agenda { questions } => !questions.is_empty(),
            Self::Blanks { parts, .. } => !parts.is_empty(),
            Self::Addressed { post, name, corner } => has(post) || name.is_some() || !corner.is_empty(),
            Self::Stamps { left, right } => left.is_some() || right.is_some(),
            Self::Rules { count } => *count > 0,
            Self::Whole { blocks } => blocks.iter().any(Self::is_shown),
            Self::Attendance { bars } => !bars.is_empty(),
            Self::PlanFact { bars } => !bars.is_empty(),
            Self::Difficulties { rows, .. } => !rows.is_empty(),
            Self::Years { measures, .. } => !measures.is_empty(),
            Self::Signatures { .. }
            | Self::Acceptance { .. }
            | Self::Discussed(_)
            | Self::Stands { .. }
            | Self::TitlePage(_)
            | Self::Gap { .. }
            | Self::PageBreak {} => true,
        }
    }
}

/// «Начало: ____      Окончание: ____», but «« __ » ______ 20__ г.» and «за ____, против ____».
fn space(parts: &mut [Blank]) {
    let mut after_rule = false;
    for part in parts {
        let before = match part.text.chars().next() {
            Some(first) if after_rule && first.is_uppercase() => "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} ",
            Some(',' | '»' | '.') | None => "",
            Some(_) if after_rule => " ",
            Some(_) => "",
        };
        let close =
            part.text.is_empty() || part.text.ends_with(|last: char| last == '«' || last.is_ascii_digit());
        let after = if part.room > 0.0 && !close { " " } else { "" };
        part.text = format!("{before}{}{after}", part.text);
        after_rule = part.room > 0.0;
    }
}

impl Document {
    /// The paper without what is empty. Numbered headings get their numbers in order; one under which nothing stands is
    /// left out with what marks its place.
    pub(crate) fn pruned(mut self) -> Self {
        self.blocks.retain(Block::is_shown);
        self.blocks.iter_mut().for_each(Block::space_blanks);
        let numbered = |block: &Block| matches!(block, Block::Heading { number: Some(_), .. });
        let (mut kept, mut number) = (Vec::with_capacity(self.blocks.len()), 0);
        let mut blocks = self.blocks.into_iter().peekable();
        while let Some(mut block) = blocks.next() {
            if numbered(&block) {
                let ends = |next: &Block| numbered(next) || matches!(next, Block::Stands { .. });
                if blocks.peek().is_none_or(ends) {
                    if matches!(kept.last(), Some(Block::Stands { .. })) {
                        kept.pop();
                    }
                    continue;
                }
                number += 1;
                if let Block::Heading { number: own, .. } = &mut block {
                    *own = Some(number);
                }
            }
            kept.push(block);
        }
        Self { blocks: kept, ..self }
    }
}
