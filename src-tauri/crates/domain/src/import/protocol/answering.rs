//! Who is to do what was decided and by when, as it stands within the text of a decision.

use super::mentions::mentions;
use super::reading::find_folded;
use crate::import::folded;

/// «Ответственный: …» or «срок — …» within a text.
pub(super) struct Mark {
    pub(super) from: usize,
    pub(super) value: usize,
    pub(super) is_term: bool,
}

pub(super) fn marks_in(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (word, is_term) in
        [("ответственн", false), ("отв.", false), ("отв:", false), ("исполнител", false), ("срок", true)]
    {
        let mut from = 0;
        while let Some(found) = find_folded(&text[from..], word) {
            let (start, end) = (from + found.start, from + found.end);
            from = end;
            let before = text[..start].trim_end_matches([' ', '\u{a0}']);
            let apart = before.is_empty()
                || before.ends_with(['.', ';', ',', '(', '—', '–', '-', '\n', '\t', ':', '»', ')']);
            let mut rest = &text[if word.ends_with([':', '.']) { end - 1 } else { end }..];
            rest = rest.trim_start_matches(|sign: char| sign.is_alphabetic());
            for more in
                ["за исполнение", "за выполнение", "исполнения", "выполнения", "исполнитель", "лицо", "лица"]
            {
                let bare = rest.trim_start();
                if let Some(place) = find_folded(bare, more).filter(|place| place.start == 0) {
                    rest = &bare[place.end..];
                }
            }
            let value = rest.trim_start_matches([':', '-', '–', '—', '.', ' ', '\u{a0}', '\t']);
            let signed = rest.trim_start().starts_with([':', '-', '–', '—', '.']);
            let named = !is_term && mentions(value).first().is_some_and(|place| place.start == 0);
            if apart && (signed || named || (is_term && value.starts_with("до "))) && !value.is_empty() {
                marks.push(Mark { from: start, value: text.len() - value.len(), is_term });
            }
        }
    }
    marks.sort_by_key(|mark| mark.from);
    marks.dedup_by_key(|mark| mark.value);
    marks
}

/// The first sentence and what follows it. A full stop after an initial or «г.» ends none, unless a word with a capital
/// letter follows a year.
pub(super) fn sentence(text: &str) -> (&str, &str) {
    for (at, _) in text.match_indices(". ") {
        let word = text[..at].rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
        let next = text[at + 2..].trim_start();
        let capital =
            next.starts_with(char::is_uppercase) && next.chars().nth(1).is_some_and(char::is_lowercase);
        let year = matches!(word, "г" | "гг") && text[..at].contains(|sign: char| sign.is_ascii_digit());
        // «Ким Ю. Контроль …»: a verb or a noun follows rarely; names follow commas.
        let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        if capital
            && (word.chars().count() > 2
                || year
                || initial && mentions(next).first().is_none_or(|place| place.start != 0))
        {
            let second_initial = initial
                && text[..at].trim_end().rsplit(' ').next().is_some_and(|last| {
                    last.contains('.') || mentions(&text[..=at]).last().is_some_and(|place| place.end > at)
                });
            if !initial || second_initial {
                return (&text[..at], next);
            }
        }
    }
    (text, "")
}

/// Whether a term says no more than the days and months that were read of it.
pub(super) fn is_only_term(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "до",
        "с",
        "со",
        "по",
        "к",
        "в",
        "во",
        "и",
        "не",
        "позднее",
        "позже",
        "срок",
        "г",
        "гг",
        "год",
        "года",
        "году",
        "числа",
        "месяц",
        "месяца",
        "течение",
        "учебного",
        "неделя",
        "неделю",
        "декада",
        "половина",
        "конец",
        "конца",
        "начало",
    ];
    folded(value).split(' ').all(|word| {
        let bare = word.trim_matches(|sign: char| sign.is_ascii_digit());
        bare.is_empty() || WORDS.contains(&bare) || is_month(bare)
    })
}

fn is_month(word: &str) -> bool {
    (1..=12).any(|month| {
        let name = crate::russian::month_name(month);
        let stem: String = name.chars().take(name.chars().count().saturating_sub(1).max(3)).collect();
        word.starts_with(&stem) && word.chars().count() <= name.chars().count() + 2
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(
        "Соколова М. В. Контроль возложить на директора",
        "Соколова М. В",
        "Контроль возложить на директора"
    )]
    #[case("до 1 марта 2026 г. Справку сдать", "до 1 марта 2026 г", "Справку сдать")]
    #[case("Соколова М. В., Ким Ю. А.", "Соколова М. В., Ким Ю. А.", "")]
    #[case("до 01.03.2026", "до 01.03.2026", "")]
    fn the_value_ends_where_its_sentence_does(#[case] text: &str, #[case] value: &str, #[case] rest: &str) {
        assert_eq!(sentence(text), (value, rest));
    }
}
