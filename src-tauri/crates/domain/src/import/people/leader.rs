//! «Руководитель РМО»: who is named by a role in this community. The head of another body is nobody of ours.

use super::cell::{Gap, Word};
use crate::records::Role;

/// What this community is called where a role in it is named.
#[derive(Debug, Clone, Default)]
pub(super) struct OwnBody {
    /// «рмо», «сообщества»
    words: Vec<String>,
}

/// A role that is named in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedRole {
    pub role: Role,
    /// The word after the last one.
    pub end: usize,
}

impl OwnBody {
    pub(super) fn of(name: &str, short_name: &str) -> Self {
        // The program itself calls every community so.
        let mut words = vec!["ппс".to_owned(), "сообщества".to_owned()];
        let mut add = |word: &str| words.push(word.to_owned());
        for name in [name, short_name] {
            let folded = crate::import::folded(name);
            for word in name.split(|sign: char| !sign.is_alphabetic()) {
                let lower = word.to_lowercase();
                if word.chars().all(char::is_uppercase) && lower.ends_with("мо") {
                    add(&lower);
                }
            }
            if folded.contains("объединени") {
                add("объединения");
            }
            let methodical = folded.contains("методическ") && folded.contains("объединени");
            let kinds = [
                ("районн", "рмо"),
                ("городск", "гмо"),
                ("школьн", "шмо"),
                ("муниципальн", "ммо"),
                ("окружн", "омо"),
            ];
            for (kind, body) in kinds {
                if methodical && folded.split(' ').any(|word| word.starts_with(kind)) {
                    add(body);
                }
            }
            if methodical && folded.starts_with("методическ") {
                add("мо");
            }
        }
        Self { words }
    }

    /// A role of this community that is named from a word on.
    pub(super) fn role_at(&self, words: &[Word], at: usize) -> Option<NamedRole> {
        let (role, mut end) = role_word(words, at)?;
        let begins = at == 0 || words[at - 1].gap > Gap::Close;
        let mut named = false;
        while words[end - 1].gap == Gap::Close
            && let Some(word) = words.get(end)
        {
            let describes = [
                "районн",
                "городск",
                "школьн",
                "муниципальн",
                "методическ",
                "педагогическ",
                "профессиональн",
            ];
            if self.words.contains(&word.letters) {
                named = true;
                end += 1;
            } else if describes.iter().any(|beginning| word.letters.starts_with(beginning)) && !named {
                end += 1;
            } else {
                break;
            }
        }
        // «руководитель РМО физики», «руководитель проекта»: of something else.
        let goes_on = words[end - 1].gap == Gap::Close
            && words.get(end).is_some_and(|next| (next.capitals || !next.capital) && next.letters != "и");
        let whole = named || (begins && end == at + role_length(words, at));
        (whole && !goes_on).then_some(NamedRole { role, end })
    }
}

/// «руководитель», «рук.», «рук-ль», «председатель», «секретарь», in any case but of one person.
fn role_word(words: &[Word], at: usize) -> Option<(Role, usize)> {
    let word = words.get(at)?;
    let one = |stem: &str| {
        word.letters.strip_prefix(stem).is_some_and(|ending| matches!(ending, "ь" | "я" | "ю" | "ем"))
    };
    let end = at + role_length(words, at);
    if one("руководител") || one("председател") || word.letters == "рук" {
        Some((Role::Leader, end))
    } else if one("секретар") {
        Some((Role::Secretary, end))
    } else {
        None
    }
}

fn role_length(words: &[Word], at: usize) -> usize {
    let shortened = words.get(at).is_some_and(|word| word.letters == "рук" && word.gap == Gap::Close);
    if shortened && words.get(at + 1).is_some_and(|word| word.letters == "ль") { 2 } else { 1 }
}
