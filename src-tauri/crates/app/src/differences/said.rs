//! One difference as a sentence.

use pps_domain::russian::{cited, uncapitalised};
use uuid::Uuid;

use super::Difference;

/// A text longer than this is shown around its change only.
const SHOWN_WHOLE: usize = 120;
/// How much is shown before and after a change in a long text.
const AROUND: usize = 30;

/// A field: how a sentence about it begins, and what it is called where one place is named.
#[derive(Debug, Clone)]
pub(super) struct FieldName {
    /// «Вопрос 1, СЛУШАЛИ»
    sentence: String,
    /// «СЛУШАЛИ, вопрос 1»: from the nearest to the farthest.
    place: String,
    /// The question, decision or task that holds it.
    part: Option<Uuid>,
    marking: bool,
}

impl FieldName {
    /// A field inside a part: «Вопрос 1, СЛУШАЛИ» and «СЛУШАЛИ, вопрос 1».
    pub(super) fn within(sentence: String, place: String, part: Uuid) -> Self {
        Self { sentence, place, part: Some(part), marking: false }
    }

    /// A field of an entry of a list: «Курсы: «Чтение», Часов» and «часов, «Чтение»»; «Перенос срока, Почему» and
    /// «почему, перенос срока» where the entry is known by nothing.
    pub(super) fn under(
        &self,
        entry: Option<String>,
        short: Option<String>,
        label: &str,
        part: Option<Uuid>,
    ) -> Self {
        let sentence = match entry {
            Some(entry) => format!("{}: {entry}, {label}", self.sentence),
            None => format!("{}, {}", self.sentence, uncapitalised(label)),
        };
        let place = format!("{}, {}", uncapitalised(label), short.as_ref().unwrap_or(&self.place));
        Self { sentence, place, part: part.or(self.part), marking: false }
    }

    /// A field of what became of a decision, which is not seen in the protocol.
    pub(super) fn of_marking(self) -> Self {
        Self { marking: true, ..self }
    }

    /// The same field, called otherwise where one place is named.
    pub(super) fn placed(self, label: &str) -> Self {
        Self { place: uncapitalised(label), ..self }
    }

    /// The difference that says this of the field: «СЛУШАЛИ: {said}».
    pub(super) fn says(&self, said: &str) -> Difference {
        self.sentence_is(format!("{}: {said}", self.sentence))
    }

    /// The difference with a sentence of its own.
    pub(super) fn sentence_is(&self, sentence: String) -> Difference {
        let Self { place, part, marking, .. } = self.clone();
        Difference { place, part, marking, sentence }
    }
}

impl From<&str> for FieldName {
    fn from(label: &str) -> Self {
        Self { sentence: label.to_owned(), place: uncapitalised(label), part: None, marking: false }
    }
}

/// «Тема: было «О чтении», стало «О письме»»; nothing where nothing changed.
pub(super) fn changed(field: impl Into<FieldName>, before: &str, after: &str) -> Option<Difference> {
    let (before, after) = (before.trim(), after.trim());
    let said = match (before.is_empty(), after.is_empty()) {
        _ if before == after => return None,
        (true, _) => format!("вписано {}", cited(after)),
        (_, true) => format!("убрано {}", cited(before)),
        _ => {
            let (before, after) = narrowed(before, after);
            format!("было {}, стало {}", cited(&before), cited(&after))
        }
    };
    Some(field.into().says(&said))
}

/// The differences of a list whose entries have no identity but their text.
pub(super) fn listed(field: impl Into<FieldName>, before: &[String], after: &[String]) -> Vec<Difference> {
    let field = field.into();
    let gone = without(before, after);
    let new = without(after, before);
    match (gone.as_slice(), new.as_slice()) {
        ([], []) if before == after => Vec::new(),
        ([], []) => vec![field.says("изменён порядок")],
        ([one], [other]) => changed(field, one, other).into_iter().collect(),
        _ => {
            let gone = gone.iter().map(|one| field.says(&format!("убрано {}", cited(one))));
            gone.chain(new.iter().map(|one| field.says(&format!("добавлено {}", cited(one))))).collect()
        }
    }
}

fn without(these: &[String], those: &[String]) -> Vec<String> {
    let mut left = those.to_vec();
    let mut found = Vec::new();
    for one in these.iter().filter(|one| !one.trim().is_empty()) {
        match left.iter().position(|other| other == one) {
            Some(place) => drop(left.swap_remove(place)),
            None => found.push(one.clone()),
        }
    }
    found
}

/// Long texts without what is the same at their beginning and end, save a few words.
fn narrowed(before: &str, after: &str) -> (String, String) {
    let (first, second): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    if first.len().max(second.len()) <= SHOWN_WHOLE {
        return (before.to_owned(), after.to_owned());
    }
    let same = first.iter().zip(&second).take_while(|(one, other)| one == other).count();
    let rest = first.len().min(second.len()) - same;
    let ends = first.iter().rev().zip(second.iter().rev());
    let same_end = ends.take(rest).take_while(|(one, other)| one == other).count();
    // The cuts are made between words.
    let begin = cut(&first[..same]);
    let tail: Vec<char> = first[first.len() - same_end..].iter().rev().copied().collect();
    let end = cut(&tail);
    let part = |text: &[char]| {
        let middle: String = text[begin..text.len() - end].iter().collect();
        let (open, close) = (if begin > 0 { "…" } else { "" }, if end > 0 { "…" } else { "" });
        format!("{open}{}{close}", middle.trim())
    };
    (part(&first), part(&second))
}

/// How much of what is the same is left out, so that whole words stay around the change.
fn cut(same: &[char]) -> usize {
    let latest = same.len().saturating_sub(AROUND);
    same[..latest].iter().rposition(|sign| sign.is_whitespace()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", "О чтении", "Тема: вписано «О чтении»")]
    #[case("О чтении", " ", "Тема: убрано «О чтении»")]
    #[case("в «Слове»", "в «Речи»", "Тема: было «в „Слове“», стало «в „Речи“»")]
    fn a_change_is_a_sentence(#[case] before: &str, #[case] after: &str, #[case] said: &str) {
        assert_eq!(changed("Тема", before, after).unwrap().sentence, said);
        assert_eq!(changed("Тема", after, after), None);
    }

    #[test]
    fn a_long_text_is_shown_around_its_change() {
        let long = |word: &str| format!("{} {word} {}", "слово ".repeat(40).trim(), "ещё ".repeat(40).trim());
        let said = changed("СЛУШАЛИ", &long("восьми"), &long("девяти")).unwrap().sentence;
        assert!(said.contains(" восьми ещё") && said.contains(" девяти ещё"), "{said}");
        assert!(said.contains("было «…слово") && said.chars().count() < 220, "{said}");
        // One text within the other, and the same word over and over, leave something to be shown.
        let twice = format!("{0} {0}", long("и"));
        let said = changed("СЛУШАЛИ", &long("и"), &twice).unwrap().sentence;
        assert!(said.starts_with("СЛУШАЛИ: было «"), "{said}");
    }

    #[rstest]
    #[case(&["а", "б"], &["а", "в"], &["Пункты: было «б», стало «в»"])]
    #[case(&["а"], &["а", "б"], &["Пункты: добавлено «б»"])]
    #[case(&["а", "а"], &["а"], &["Пункты: убрано «а»"])]
    #[case(&["а", "б"], &["б", "а"], &["Пункты: изменён порядок"])]
    #[case(&["а"], &["а"], &[])]
    fn lists_tell_what_came_and_went(#[case] before: &[&str], #[case] after: &[&str], #[case] said: &[&str]) {
        let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let told = listed("Пункты", &owned(before), &owned(after));
        assert_eq!(told.iter().map(|member| member.sentence.as_str()).collect::<Vec<_>>(), said);
        assert!(told.iter().all(|member| member.place == "пункты"), "{told:?}");
    }
}
