//! The number before a line, as a person or Word wrote it: «1.», «2)», «1.2.», «а)», «III.», «—».

/// A number before a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) kind: NumberKind,
    /// «1.2» is 1 and 2; the place of a letter or a Roman number; nothing for a dash.
    pub(super) steps: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberKind {
    Figures,
    Letter,
    Roman,
    Mark,
}

impl Number {
    /// The number before a text, and the text after it.
    pub(super) fn before(text: &str) -> (Option<Self>, &str) {
        let text = text.trim_start();
        let read = mark(text).or_else(|| figures(text)).or_else(|| letter(text)).or_else(|| roman(text));
        read.map_or((None, text), |(number, rest)| (Some(number), rest.trim_start()))
    }

    /// The first step of a number in figures or Roman letters.
    pub(super) fn first(&self) -> Option<u32> {
        matches!(self.kind, NumberKind::Figures | NumberKind::Roman)
            .then(|| self.steps.first().copied())
            .flatten()
    }

    /// Whether two lines are of one list: «1.» and «2.», not «1.» and «1.1.» or «—».
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.kind == other.kind && self.steps.len() == other.steps.len()
    }
}

fn mark(text: &str) -> Option<(Number, &str)> {
    let rest = text.strip_prefix(['-', '–', '—', '•', '·', '▪', '*', '−'])?;
    let spaced = rest.starts_with(char::is_whitespace);
    spaced.then_some((Number { kind: NumberKind::Mark, steps: Vec::new() }, rest))
}

/// «1.», «1)», «1.2.», «1.2 »; a day, a time and a bare number are none.
fn figures(text: &str) -> Option<(Number, &str)> {
    let mut steps: Vec<u32> = Vec::new();
    let mut rest = text;
    let closed = loop {
        let digits = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        if digits == 0 {
            break !steps.is_empty();
        }
        if digits > 2 || (digits == 2 && rest.starts_with('0')) {
            return None;
        }
        steps.push(rest[..digits].parse().ok()?);
        rest = &rest[digits..];
        if let Some(after) = rest.strip_prefix(')') {
            rest = after;
            break true;
        }
        match rest.strip_prefix('.') {
            Some(after) => rest = after,
            None => break false,
        }
    };
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let letter = rest.starts_with(|sign: char| sign.is_alphabetic() || matches!(sign, '«' | '"' | '(' | '_'));
    let is_number = match (closed, steps.len()) {
        (true, _) => spaced || letter,
        // «1.2 Провести», but not «14.30 в актовом зале» nor «8 человек».
        (false, 2..) => {
            spaced
                && !rest.trim().is_empty()
                && steps.iter().skip(1).all(|step| (1..=20).contains(step))
                && steps[0] < 8
        }
        _ => false,
    };
    is_number.then_some((Number { kind: NumberKind::Figures, steps }, rest))
}

/// «а)»
fn letter(text: &str) -> Option<(Number, &str)> {
    let first = text.chars().next().filter(|letter| letter.is_lowercase())?;
    let rest = text[first.len_utf8()..].strip_prefix(')')?;
    let place = ('а'..='я')
        .position(|letter| letter == first)
        .or_else(|| ('a'..='z').position(|letter| letter == first));
    let step = u32::try_from(place? + 1).ok()?;
    Some((Number { kind: NumberKind::Letter, steps: vec![step] }, rest))
}

/// «III.»; Latin letters, or Russian ones that look alike.
fn roman(text: &str) -> Option<(Number, &str)> {
    const NUMBERS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let end = text.find(['.', ')'])?;
    let word = text[..end].replace('І', "I").replace('Х', "X");
    let place = NUMBERS.iter().position(|number| *number == word)?;
    let rest = &text[end + 1..];
    let whole = rest.is_empty() || rest.starts_with(char::is_whitespace);
    // «И. И. Иванов» has no such letters, «X. Y. Name» has.
    let initials = rest.trim_start().chars().nth(1) == Some('.');
    (whole && !initials).then(|| {
        (Number { kind: NumberKind::Roman, steps: vec![u32::try_from(place + 1).unwrap_or(1)] }, rest)
    })
}

/// A text that is numbered within a line («1) признать …; 2) утвердить …»), divided; otherwise the text alone.
pub(super) fn divided(text: &str) -> Vec<(Option<Number>, String)> {
    let mut starts: Vec<(usize, Number)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, sign) in text.char_indices() {
        let may = before.is_none_or(|sign| sign.is_whitespace() || matches!(sign, ';' | '.' | ':'));
        before = Some(sign);
        if !may || !sign.is_ascii_digit() {
            continue;
        }
        let (Some(number), rest) = Number::before(&text[at..]) else { continue };
        // «2. Рыбное» after «г.», «14.00. Начало»: only what goes on counting divides.
        let follows = match starts.last() {
            None => number.steps.last() == Some(&1),
            Some((_, last)) => {
                last.is_like(&number)
                    && last.steps[..last.steps.len() - 1] == number.steps[..number.steps.len() - 1]
                    && last.steps.last().map(|step| step + 1) == number.steps.last().copied()
            }
        };
        if follows && number.kind == NumberKind::Figures && !rest.is_empty() {
            starts.push((at, number));
        }
    }
    if starts.len() < 2 {
        let (number, rest) = Number::before(text);
        return vec![(number, rest.trim().to_owned())];
    }
    let mut pieces = Vec::new();
    let head = text[..starts[0].0].trim();
    if !head.is_empty() {
        pieces.push((None, head.to_owned()));
    }
    for (place, (at, number)) in starts.iter().enumerate() {
        let end = starts.get(place + 1).map_or(text.len(), |(next, _)| *next);
        let (_, said) = Number::before(&text[*at..end]);
        pieces.push((Some(number.clone()), said.trim().trim_end_matches(';').trim_end().to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1. Об итогах", Some(vec![1]), "Об итогах")]
    #[case("2) утвердить", Some(vec![2]), "утвердить")]
    #[case("1.2. признать", Some(vec![1, 2]), "признать")]
    #[case("1.2 признать", Some(vec![1, 2]), "признать")]
    #[case("1.СЛУШАЛИ:", Some(vec![1]), "СЛУШАЛИ:")]
    #[case("в) третье", Some(vec![3]), "третье")]
    #[case("III. Разное", Some(vec![3]), "Разное")]
    #[case("— сдать отчёт", Some(vec![]), "сдать отчёт")]
    #[case("16.01.2026 г.", None, "16.01.2026 г.")]
    #[case("16 января 2026 г.", None, "16 января 2026 г.")]
    #[case("14.30 в актовом зале", None, "14.30 в актовом зале")]
    #[case("8 человек", None, "8 человек")]
    #[case("-8 человек", None, "-8 человек")]
    #[case("И. И. Иванов", None, "И. И. Иванов")]
    fn a_number_before_a_line(#[case] text: &str, #[case] steps: Option<Vec<u32>>, #[case] rest: &str) {
        let (number, said) = Number::before(text);
        assert_eq!((number.map(|number| number.steps), said), (steps, rest));
    }

    #[rstest]
    #[case("1) признать; 2) утвердить до 2.03.2026; 3) сдать", &["признать", "утвердить до 2.03.2026", "сдать"])]
    #[case("1.1. Признать. 1.2. Утвердить.", &["Признать.", "Утвердить."])]
    #[case("провести: 1. семинар 2. урок", &["провести:", "семинар", "урок"])]
    #[case("1. Признать работу 2 школ", &["Признать работу 2 школ"])]
    fn a_line_with_numbers_within_is_divided(#[case] text: &str, #[case] pieces: &[&str]) {
        let divided: Vec<String> = divided(text).into_iter().map(|(_, said)| said).collect();
        assert_eq!(divided, pieces);
    }
}
