//! How a question was voted on: «Голосовали: «за» — 8, «против» — 0, «воздержались» — 1», «единогласно».

use crate::records::Vote;
use crate::russian::words;

/// The words that a vote is said with, by their beginnings.
const SAID_WITH: &[&str] = &[
    "решени",
    "принят",
    "приняли",
    "голос",
    "проголос",
    "результат",
    "итог",
    "единоглас",
    "за",
    "против",
    "воздерж",
    "чел",
    "нет",
    "открыт",
    "ноль",
    "и",
    "все",
];

/// The vote that a text says, where it says nothing else.
pub(super) fn vote_of(text: &str) -> Option<Vote> {
    let words: Vec<String> = words(text).map(|word| word.folded).collect();
    let known = |word: &String| {
        let number = word.chars().all(|sign| sign.is_ascii_digit());
        let short = word.chars().count() <= 3;
        number
            || SAID_WITH.iter().any(|said| {
                if short { word == said } else { said.chars().count() > 2 && word.starts_with(said) }
            })
    };
    if words.is_empty() || !words.iter().all(known) {
        return None;
    }
    let after = |stem: &str| -> Option<u32> {
        let at = words
            .iter()
            .position(|word| word == stem || (stem.chars().count() > 3 && word.starts_with(stem)))?;
        let next = words.get(at + 1)?;
        if matches!(next.as_str(), "нет" | "ноль") { Some(0) } else { next.parse().ok() }
    };
    let (for_it, against, abstained) = (after("за"), after("против"), after("воздерж"));
    match for_it {
        Some(for_it) => Some(Vote::Counted {
            r#for: for_it,
            against: against.unwrap_or_default(),
            abstained: abstained.unwrap_or_default(),
        }),
        None => words.iter().any(|word| word.starts_with("единоглас")).then_some(Vote::Unanimous),
    }
}

/// A text without the vote that its last sentence or its last brackets say, and the vote.
pub(super) fn vote_at_end(text: &str) -> (&str, Option<Vote>) {
    let bare = text.trim_end();
    if let Some(inner) = bare.trim_end_matches('.').strip_suffix(')')
        && let Some((before, aside)) = inner.rsplit_once('(')
        && let Some(vote) = vote_of(aside)
    {
        return (before.trim_end(), Some(vote));
    }
    let body = bare.trim_end_matches(['.', ';']);
    let cut = body.rmatch_indices(". ").map(|(at, _)| at).find_map(|at| {
        let vote = vote_of(&body[at + 2..])?;
        Some((at, vote))
    });
    match cut {
        // The full stop stays with the sentence that it ends.
        Some((at, vote)) => (&text[..=at], Some(vote)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn counted(r#for: u32, against: u32, abstained: u32) -> Option<Vote> {
        Some(Vote::Counted { r#for, against, abstained })
    }

    #[rstest]
    #[case("Голосовали: «за» — 8, «против» — 0, «воздержались» — 1", counted(8, 0, 1))]
    #[case("За – 12 чел., против – нет, воздержались – нет.", counted(12, 0, 0))]
    #[case("Результаты голосования: за 7 против 1 воздержавшихся 0", counted(7, 1, 0))]
    #[case("Решение принято единогласно.", Some(Vote::Unanimous))]
    #[case("единогласно", Some(Vote::Unanimous))]
    #[case("Голосовали единогласно: за – 9", counted(9, 0, 0))]
    #[case("За работу спасибо", None)]
    #[case("Решение принято", None)]
    #[case("Поручить за 3 дня", None)]
    fn votes_as_protocols_say_them(#[case] text: &str, #[case] vote: Option<Vote>) {
        assert_eq!(vote_of(text), vote);
    }

    #[rstest]
    #[case("Утвердить план. Принято единогласно.", "Утвердить план.", Some(Vote::Unanimous))]
    #[case("Утвердить план (единогласно).", "Утвердить план", Some(Vote::Unanimous))]
    #[case("Утвердить план.", "Утвердить план.", None)]
    fn a_vote_at_the_end_of_a_decision(#[case] text: &str, #[case] rest: &str, #[case] vote: Option<Vote>) {
        assert_eq!(vote_at_end(text), (rest, vote));
    }
}
