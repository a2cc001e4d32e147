//! The words that say what a line of a protocol is: «СЛУШАЛИ:», «По первому вопросу», «Присутствовали:», «Срок —».

use crate::russian::{Word, words};

/// What follows a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Protocol,
    Date,
    Place,
    Time,
    Begins,
    Ends,
    Form,
    Topic,
    Chair,
    Secretary,
    Present,
    Absent,
    Guests,
    Quorum,
    Agenda,
    Question,
    Reporter,
    Heard,
    Spoke,
    Decided,
    Recommended,
    Vote,
    Responsible,
    Term,
    Annex,
}

/// A label with what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Labelled<'a> {
    pub(super) label: Label,
    /// «по второму вопросу»: 2.
    pub(super) question: Option<u32>,
    /// What stands in brackets right after it: «(8 из 10)».
    pub(super) aside: &'a str,
    pub(super) rest: &'a str,
}

/// How much has to be seen for a word to be a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// A colon or a dash, or nothing after it.
    Sign,
    /// Nothing: «Слушали Соколову».
    Nothing,
    /// A sign, or a name: «Председатель Соколова М. В.».
    Name,
}

/// The words of labels by their beginnings; a word with a full stop at its end is whole.
const LABELS: &[(&str, Label, Needs)] = &[
    ("протокол вел", Label::Secretary, Needs::Name),
    ("протокол составил", Label::Secretary, Needs::Name),
    ("протокол", Label::Protocol, Needs::Nothing),
    ("дата и место проведения", Label::Date, Needs::Sign),
    ("дата проведения", Label::Date, Needs::Sign),
    ("дата заседания", Label::Date, Needs::Sign),
    ("дата", Label::Date, Needs::Sign),
    ("место проведения", Label::Place, Needs::Sign),
    ("место заседания", Label::Place, Needs::Sign),
    ("место", Label::Place, Needs::Sign),
    ("время проведения", Label::Time, Needs::Sign),
    ("время", Label::Time, Needs::Sign),
    ("начало заседания", Label::Begins, Needs::Nothing),
    ("время начала", Label::Begins, Needs::Nothing),
    ("начало", Label::Begins, Needs::Nothing),
    ("окончание заседания", Label::Ends, Needs::Nothing),
    ("время окончания", Label::Ends, Needs::Nothing),
    ("окончание", Label::Ends, Needs::Nothing),
    ("форма проведения", Label::Form, Needs::Sign),
    ("форма заседания", Label::Form, Needs::Sign),
    ("форма", Label::Form, Needs::Sign),
    ("тема заседания", Label::Topic, Needs::Sign),
    ("тема", Label::Topic, Needs::Sign),
    ("председательствующ", Label::Chair, Needs::Name),
    ("председательствовал", Label::Chair, Needs::Name),
    ("председатель заседания", Label::Chair, Needs::Name),
    ("председатель собрания", Label::Chair, Needs::Name),
    ("председатель", Label::Chair, Needs::Name),
    ("вела заседание", Label::Chair, Needs::Name),
    ("вел заседание", Label::Chair, Needs::Name),
    ("ведущ", Label::Chair, Needs::Name),
    ("руководитель", Label::Chair, Needs::Name),
    ("секретарь заседания", Label::Secretary, Needs::Name),
    ("секретарь", Label::Secretary, Needs::Name),
    ("на заседании присутствовал", Label::Present, Needs::Nothing),
    ("всего присутствовал", Label::Present, Needs::Nothing),
    ("присутствовал", Label::Present, Needs::Nothing),
    ("присутствуют", Label::Present, Needs::Nothing),
    ("присутствующие", Label::Present, Needs::Sign),
    ("приняли участие", Label::Present, Needs::Sign),
    ("участники заседания", Label::Present, Needs::Sign),
    ("участники", Label::Present, Needs::Sign),
    ("отсутствовал", Label::Absent, Needs::Nothing),
    ("отсутствуют", Label::Absent, Needs::Nothing),
    ("отсутствующ", Label::Absent, Needs::Nothing),
    ("приглашен", Label::Guests, Needs::Nothing),
    ("гости", Label::Guests, Needs::Sign),
    ("кворум", Label::Quorum, Needs::Nothing),
    ("повестка дня заседания", Label::Agenda, Needs::Sign),
    ("повестка дня", Label::Agenda, Needs::Sign),
    ("повестка заседания", Label::Agenda, Needs::Sign),
    ("повестка", Label::Agenda, Needs::Sign),
    ("порядок дня", Label::Agenda, Needs::Sign),
    ("вопросы повестки", Label::Agenda, Needs::Sign),
    ("вопросы для обсуждения", Label::Agenda, Needs::Sign),
    ("рассматриваемые вопросы", Label::Agenda, Needs::Sign),
    ("содокладчик", Label::Reporter, Needs::Name),
    ("докладчик", Label::Reporter, Needs::Name),
    ("докладывает", Label::Reporter, Needs::Name),
    ("докл.", Label::Reporter, Needs::Name),
    ("выступающ", Label::Reporter, Needs::Name),
    ("слушали", Label::Heard, Needs::Nothing),
    ("заслушали", Label::Heard, Needs::Nothing),
    ("заслушана", Label::Heard, Needs::Nothing),
    ("в обсуждении приняли участие", Label::Spoke, Needs::Nothing),
    ("в обсуждении выступил", Label::Spoke, Needs::Nothing),
    ("в прениях выступил", Label::Spoke, Needs::Nothing),
    ("выступил", Label::Spoke, Needs::Nothing),
    ("выступали", Label::Spoke, Needs::Nothing),
    ("обсуждение", Label::Spoke, Needs::Sign),
    ("обсудили", Label::Spoke, Needs::Sign),
    ("решили", Label::Decided, Needs::Nothing),
    ("решено", Label::Decided, Needs::Nothing),
    ("решение заседания", Label::Decided, Needs::Sign),
    ("решение", Label::Decided, Needs::Sign),
    ("решения", Label::Decided, Needs::Sign),
    ("постановили", Label::Decided, Needs::Nothing),
    ("постановление", Label::Decided, Needs::Sign),
    ("постановил", Label::Decided, Needs::Nothing),
    ("приняли решение", Label::Decided, Needs::Nothing),
    ("принято решение", Label::Decided, Needs::Nothing),
    ("приняты решения", Label::Decided, Needs::Nothing),
    ("рекомендовать", Label::Recommended, Needs::Sign),
    ("рекомендовали", Label::Recommended, Needs::Sign),
    ("рекомендации", Label::Recommended, Needs::Sign),
    ("результаты голосования", Label::Vote, Needs::Sign),
    ("итоги голосования", Label::Vote, Needs::Sign),
    ("голосовали", Label::Vote, Needs::Nothing),
    ("проголосовали", Label::Vote, Needs::Nothing),
    ("голосование", Label::Vote, Needs::Sign),
    ("ответственный исполнитель", Label::Responsible, Needs::Name),
    ("ответственн за исполнение", Label::Responsible, Needs::Name),
    ("ответственн", Label::Responsible, Needs::Name),
    ("отв.", Label::Responsible, Needs::Name),
    ("исполнител", Label::Responsible, Needs::Name),
    ("срок исполнения", Label::Term, Needs::Sign),
    ("срок выполнения", Label::Term, Needs::Sign),
    ("сроки", Label::Term, Needs::Sign),
    ("срок", Label::Term, Needs::Sign),
    ("приложени", Label::Annex, Needs::Sign),
];

/// Which label a line begins with.
pub(super) fn label_of(line: &str, strong: bool) -> Option<Labelled<'_>> {
    let found: Vec<Word> = words(line).take(9).collect();
    let (skipped, question) = question_before(&found);
    let own = found.get(skipped..).unwrap_or_default();
    let named = LABELS.iter().find_map(|(phrase, label, needs)| {
        let count = fits(own, phrase)?;
        let end = own.get(count - 1)?.place.end;
        let (aside, rest, signed) = after(line, end);
        let capitals = line[own[0].place.start..own[0].place.end].chars().all(|sign| !sign.is_lowercase())
            && own[0].folded.chars().count() > 3;
        let name = || starts_with_name(rest);
        let enough = match needs {
            Needs::Nothing => true,
            Needs::Sign => signed || rest.is_empty() || ((capitals || strong) && label_is_verb(*label)),
            Needs::Name => signed || rest.is_empty() || name(),
        };
        enough.then_some(Labelled { label: *label, question, aside, rest })
    });
    named.or_else(|| {
        let question = question.filter(|_| skipped > 0)?;
        let end = found.get(skipped - 1)?.place.end;
        let (aside, rest, _) = after(line, end);
        Some(Labelled { label: Label::Question, question: Some(question), aside, rest })
    })
}

fn label_is_verb(label: Label) -> bool {
    matches!(label, Label::Decided | Label::Recommended | Label::Agenda | Label::Present)
}

/// How many words of the line a phrase takes.
fn fits(line: &[Word], phrase: &str) -> Option<usize> {
    let stems: Vec<&str> = phrase.split(' ').collect();
    let fit = stems.len() <= line.len()
        && stems.iter().zip(line).all(|(stem, word)| match stem.strip_suffix('.') {
            Some(whole) => word.folded == whole,
            // A stem of three letters would be the beginning of anything.
            None => word.folded.starts_with(stem) && word.folded.chars().count() <= stem.chars().count() + 4,
        });
    fit.then_some(stems.len())
}

/// «По первому вопросу», «По вопросу № 1 повестки дня», «Вопрос 1», «Первый вопрос»: the words it takes, and which
/// question.
fn question_before(line: &[Word]) -> (usize, Option<u32>) {
    let word = |at: usize| line.get(at).map(|word| word.folded.as_str()).unwrap_or_default();
    let is_question = |at: usize| word(at).starts_with("вопрос") && word(at).chars().count() <= 8;
    let by = usize::from(word(0) == "по");
    let (taken, number) = if is_question(by) && ordinal(word(by + 1)).is_some() {
        (by + 2, ordinal(word(by + 1)))
    } else if ordinal(word(by)).is_some() && is_question(by + 1) {
        (by + 2, ordinal(word(by)))
    } else if ordinal(word(by)).is_some()
        && matches!(word(by + 1), "му" | "ому" | "й" | "ый")
        && is_question(by + 2)
    {
        (by + 3, ordinal(word(by)))
    } else {
        return (0, None);
    };
    let agenda = usize::from(word(taken).starts_with("повестк"));
    let day = usize::from(agenda == 1 && word(taken + 1) == "дня");
    (taken + agenda + day, number)
}

fn ordinal(word: &str) -> Option<u32> {
    const STEMS: [&str; 10] =
        ["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"];
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    if word.is_empty() || word.chars().count() > 11 {
        return None;
    }
    let number = word.parse().ok().filter(|number| (1..=40).contains(number));
    let place = || STEMS.iter().position(|stem| word.starts_with(stem));
    let roman = || ROMAN.iter().position(|number| *number == word);
    number.or_else(|| place().or_else(roman).and_then(|place| u32::try_from(place + 1).ok()))
}

/// What stands in brackets after a label, what follows, and whether a colon, a dash or a full stop divides them.
fn after(line: &str, end: usize) -> (&str, &str, bool) {
    let mut rest = line[end..].trim_start_matches(['»', '"', ' ', '\u{a0}']);
    let mut aside = "";
    if let Some(within) = rest.strip_prefix('(')
        && let Some((inner, follows)) = within.split_once(')')
    {
        aside = inner.trim();
        rest = follows.trim_start();
    }
    let bare = rest.trim_start_matches([':', '.', '-', '—', '–', '−', '\t', ' ', '\u{a0}']);
    let signed = rest.starts_with([':', '-', '—', '–', '−', '\t', '.']);
    (aside, bare.trim_end(), signed)
}

fn starts_with_name(text: &str) -> bool {
    super::mentions::mentions(text).first().is_some_and(|place| {
        // «Председатель РМО учителей химии Соколова М. В.»
        place.start == 0
            || text[..place.start].split_whitespace().count() <= 6
                && !text[..place.start].contains(['.', ';'])
    }) || text.starts_with('_')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("СЛУШАЛИ: Соколову М. В.", Some((Label::Heard, None, "Соколову М. В.")))]
    #[case("Слушали Соколову М. В.", Some((Label::Heard, None, "Соколову М. В.")))]
    #[case("По первому вопросу слушали Ким", Some((Label::Heard, Some(1), "Ким")))]
    #[case("По 2 вопросу: «Разное»", Some((Label::Question, Some(2), "«Разное»")))]
    #[case("ПО ТРЕТЬЕМУ ВОПРОСУ ПОВЕСТКИ ДНЯ", Some((Label::Question, Some(3), "")))]
    #[case("Вопрос № 2. Об итогах", Some((Label::Question, Some(2), "Об итогах")))]
    #[case("По вопросу питания выступила", None)]
    #[case("Присутствовали (8 из 10): Ким", Some((Label::Present, None, "Ким")))]
    #[case("Присутствовало 12 человек", Some((Label::Present, None, "12 человек")))]
    #[case("Повестка дня:", Some((Label::Agenda, None, "")))]
    #[case("ПОВЕСТКА", Some((Label::Agenda, None, "")))]
    #[case("РЕШЕНИЕ: принять", Some((Label::Decided, None, "принять")))]
    #[case("Решение вопроса отложить", None)]
    #[case("Решили провести семинар", Some((Label::Decided, None, "провести семинар")))]
    #[case("Рекомендовать школам направить", None)]
    #[case("РЕКОМЕНДОВАТЬ:", Some((Label::Recommended, None, "")))]
    #[case("Председатель Соколова М. В.", Some((Label::Chair, None, "Соколова М. В.")))]
    #[case("Председатель – Соколова", Some((Label::Chair, None, "Соколова")))]
    #[case("Руководитель предложил принять план", None)]
    #[case("Отв.: Ким Ю. А.", Some((Label::Responsible, None, "Ким Ю. А.")))]
    #[case("Срок – до 1 марта", Some((Label::Term, None, "до 1 марта")))]
    #[case("Сроки проведения перенести", None)]
    #[case("Тема урока была выбрана", None)]
    #[case("Выступила Ларина С. Ю.", Some((Label::Spoke, None, "Ларина С. Ю.")))]
    #[case("Об итогах года", None)]
    fn labels_of_lines(#[case] line: &str, #[case] label: Option<(Label, Option<u32>, &str)>) {
        let found = label_of(line, false).map(|found| (found.label, found.question, found.rest));
        assert_eq!(found, label);
    }
}
