//! What is left of a cell when those who were found are taken out.

/// Joins what stands between the found names, without the signs that only parted it from them.
pub(super) fn rest_of(cell: &str, found: &[(usize, usize)]) -> String {
    let mut kept: Vec<String> = Vec::new();
    let mut from = 0;
    for (start, end) in found.iter().copied().chain([(cell.len(), cell.len())]) {
        for piece in pieces(cell.get(from..start).unwrap_or_default()) {
            if !kept.iter().any(|known| known.to_lowercase() == piece.to_lowercase()) {
                kept.push(piece);
            }
        }
        from = end;
    }
    kept.join(", ")
}

/// The lines of a text; one that only goes on is one with the line above.
fn pieces(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(['\n', '\r', '\t']) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match lines.last_mut() {
            Some(above) if goes_on(above, &line) => {
                above.push(' ');
                above.push_str(&line);
            }
            _ => lines.push(line),
        }
    }
    lines.iter().filter_map(|line| trimmed(line)).collect()
}

const PREPOSITIONS: &[&str] = &["по", "в", "во", "на", "с", "со", "и", "при", "для", "от", "из", "к"];

fn goes_on(above: &str, line: &str) -> bool {
    let last = above.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let first = line.split(' ').next().unwrap_or_default();
    let is_lower = first.chars().next().is_some_and(char::is_lowercase);
    let begins = (is_lower && PREPOSITIONS.contains(&first)) || first.starts_with(['«', '№', '(']);
    let body = first.chars().count() > 2
        && first.chars().all(char::is_uppercase)
        && !above.ends_with([',', ';', '.']);
    !above.is_empty() && !line.is_empty() && (PREPOSITIONS.contains(&last.as_str()) || begins || body)
}

/// Without the signs, numbers and conjunctions that joined it to the names around. Nothing where no letter is left.
fn trimmed(line: &str) -> Option<String> {
    let mut text = line;
    loop {
        let before = text;
        text =
            text.trim_matches([' ', ',', ';', '/', '\\', '-', '—', '–', ':', '•', '|', '+', '&', '\u{a0}']);
        text = text.trim_start_matches(['.', '*']);
        text = without_number(text);
        text = without_loose_brackets(text);
        for joint in ["и", "а также", "И"] {
            text = text
                .strip_prefix(joint)
                .filter(|rest| rest.is_empty() || rest.starts_with(' '))
                .unwrap_or(text);
            text = text
                .strip_suffix(joint)
                .filter(|rest| rest.is_empty() || rest.ends_with(' '))
                .unwrap_or(text);
        }
        if text == before {
            break;
        }
    }
    text.chars().any(char::is_alphabetic).then(|| text.to_owned())
}

/// «1. », «2) » at the head.
fn without_number(text: &str) -> &str {
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    if rest.len() == text.len() {
        return text;
    }
    // «1С» and «9-е классы» stay.
    rest.strip_prefix(['.', ')'])
        .filter(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit()))
        .unwrap_or(text)
}

/// «(методист)» is «методист»; a bracket whose other half went with a name goes too.
fn without_loose_brackets(text: &str) -> &str {
    let (mut depth, mut lowest) = (0_i32, 0_i32);
    let mut closes_at_end_only = text.starts_with('(');
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        lowest = lowest.min(depth);
        if depth == 0 && at + sign.len_utf8() < text.len() {
            closes_at_end_only = false;
        }
    }
    if closes_at_end_only && depth == 0 {
        return text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    }
    if lowest < 0 {
        return text.strip_prefix(')').or_else(|| text.strip_suffix(')')).unwrap_or(text);
    }
    if depth > 0 {
        return text.strip_suffix('(').or_else(|| text.strip_prefix('(')).unwrap_or(text);
    }
    text
}
