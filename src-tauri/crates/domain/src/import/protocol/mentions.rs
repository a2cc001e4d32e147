//! Names of people within a text: «Соколова М. В.», «М. В. Соколовой», «Соколову Марину Викторовну».

use std::ops::Range;

/// A word of the text: only letters and hyphens.
struct Token<'a> {
    place: Range<usize>,
    text: &'a str,
}

/// How words begin that stand before names and are no surnames.
const NO_SURNAMES: &[&str] = &[
    "учител",
    "директор",
    "замест",
    "завуч",
    "методист",
    "педагог",
    "воспитат",
    "преподават",
    "завед",
    "руководител",
    "председател",
    "секретар",
    "член",
    "участник",
    "специалист",
    "начальник",
    "психолог",
    "логопед",
    "библиотек",
    "советник",
    "докладчик",
    "выступ",
    "слушал",
    "ответствен",
    "присутств",
    "отсутств",
    "приглаш",
    "протокол",
    "тьютор",
    "главн",
    "старш",
    "социальн",
    "решил",
    "поручить",
    "рекоменд",
    "благодар",
    "исполнител",
    "школ",
    "гость",
    "гости",
];

/// Where the names of a text stand, in order.
pub(super) fn mentions(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match mention(text, &tokens, at) {
            // «СШ им. С. А. Есенина» is a school.
            Some(count)
                if at > 0 && matches!(tokens[at - 1].text.to_lowercase().as_str(), "им" | "имени") =>
            {
                at += count;
            }
            Some(count) => {
                let end = tokens[at + count - 1].place.end;
                // The full stop of the last initial is its own.
                let initial = tokens[at + count - 1].text.chars().count() == 1;
                let dot = initial && text[end..].starts_with('.');
                found.push(tokens[at].place.start..end + usize::from(dot));
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// How many words from here are a name.
fn mention(text: &str, tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let word = |place: usize| tokens.get(at + place).map(|token| token.text);
    let joined = |place: usize| {
        let (one, next) = (tokens.get(at + place), tokens.get(at + place + 1));
        one.zip(next).is_some_and(|(one, next)| {
            let between = &text[one.place.end..next.place.start];
            let initial = is_initial(one.text);
            between
                .chars()
                .all(|sign| sign.is_whitespace() && sign != '\n' && sign != '\t' || (initial && sign == '.'))
                && (!between.is_empty())
        })
    };
    let dotted = |place: usize| {
        tokens
            .get(at + place)
            .is_some_and(|token| is_initial(token.text) && text[token.place.end..].starts_with('.'))
    };
    // «Соколова М. В.»
    if is_surname(word(0)?) && joined(0) && dotted(1) {
        return Some(if joined(1) && dotted(2) { 3 } else { 2 });
    }
    // «М. В. Соколова»
    if dotted(0) && joined(0) {
        if dotted(1) && joined(1) && word(2).is_some_and(is_surname) {
            return Some(3);
        }
        return word(1).is_some_and(is_surname).then_some(2);
    }
    // «Соколова Марина Викторовна», «Марина Викторовна Соколова»
    if is_surname(word(0)?) && joined(0) && joined(1) {
        let (second, third) = (word(1)?, word(2)?);
        if is_surname(second) && is_patronymic(third) {
            return Some(3);
        }
        if is_patronymic(second) && is_surname(third) {
            return Some(3);
        }
        let fourth = word(3).filter(|_| joined(2)).map(str::to_lowercase);
        if is_surname(second) && is_surname(third) && matches!(fourth.as_deref(), Some("оглы" | "кызы"))
        {
            return Some(4);
        }
    }
    None
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn is_surname(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.chars().count() >= 2
        && word.starts_with(char::is_uppercase)
        && !NO_SURNAMES.iter().any(|stem| lower.starts_with(stem))
}

fn is_patronymic(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stems = ["вич", "ович", "евич", "ич"];
    let he = ["", "а", "у", "ем", "е", "ем"];
    let she = ["вна", "вны", "вне", "вну", "вной", "чна", "чны", "чне", "чну", "чной"];
    word.starts_with(char::is_uppercase)
        && word.chars().count() >= 5
        && (she.iter().any(|ending| lower.ends_with(ending))
            || stems.iter().any(|stem| he.iter().any(|ending| lower.ends_with(&format!("{stem}{ending}")))))
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut from = None;
    let within =
        |sign: char| sign.is_alphabetic() || matches!(sign, '-' | '‑' | '\u{301}' | '\u{306}' | '\u{308}');
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match (within(sign), from) {
            (true, None) if sign.is_alphabetic() => from = Some(at),
            (false, Some(start)) => {
                let word = text[start..at].trim_end_matches(['-', '‑']);
                tokens.push(Token { place: start..start + word.len(), text: word });
                from = None;
            }
            _ => {}
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Соколова М. В.", &["Соколова М. В."])]
    #[case("Соколову М.В. – об итогах", &["Соколову М.В."])]
    #[case("М. В. Соколова, А.П. Гришин", &["М. В. Соколова", "А.П. Гришин"])]
    #[case("Соколова Марина Викторовна, учитель", &["Соколова Марина Викторовна"])]
    #[case("Марину Викторовну Соколову", &["Марину Викторовну Соколову"])]
    #[case("слушали Соколову Марину Викторовну", &["Соколову Марину Викторовну"])]
    #[case("Щербакова-Дёмина А. В. и Ким Ю.", &["Щербакова-Дёмина А. В.", "Ким Ю."])]
    #[case("Директору А. П. Гришину поручить", &["А. П. Гришину"])]
    #[case("Мамедов Али Гусейн оглы", &["Мамедов Али Гусейн оглы"])]
    #[case("СШ им. С. А. Есенина", &[])]
    #[case("Рыбновская СШ № 3", &[])]
    #[case("г. Рыбное", &[])]
    #[case("Соколова\nМ. В.", &[])]
    fn names_are_found_in_a_text(#[case] text: &str, #[case] found: &[&str]) {
        let mentions: Vec<&str> = mentions(text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(mentions, found);
    }
}
