use chrono::NaiveDate;

use super::letters::{folded_letters, with_cyrillic};
use super::{one_line, read_table_term};
use crate::calendar::{NotADate, PartialDate, SchoolYear, Term, read_date, read_term};
use crate::records::{Mark, MarkState, Move};

/// What a cell of «Отметка о выполнении» says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMark {
    /// The final state.
    pub mark: Option<Mark>,
    /// Transfers, in order.
    pub moves: Vec<Move>,
    /// What a person should look at, as sentences.
    pub doubts: Vec<String>,
    /// The words that went nowhere.
    pub unread: Vec<String>,
}

/// Participles and verbs by which a mark says that the work was done, without their endings.
const DONE: &[&str] = &[
    "выполн",
    "исполн",
    "провед",
    "состоял",
    "сделан",
    "реализован",
    "организован",
    "подготовлен",
    "разработан",
    "составлен",
    "заверш",
    "прош",
];

/// The endings that such a word has in a mark; «выполнение» is none of them.
const ENDINGS: &[&str] =
    &["", "о", "а", "ы", "ен", "ено", "ена", "ены", "ось", "ась", "ся", "ись", "ел", "ла", "ло", "ли"];

/// The same of work that is not finished: «не выполняется», «не проводилось».
const GOING_ON: &[&str] = &["выполня", "исполня", "провод", "проводи", "реализу", "реализовыва"];

/// Reads a mark: «выполнено 22.09.2025», «перенесено на март: болезнь эксперта; выполнено 19.03.2026».
#[must_use]
pub fn read_mark(cell: &str, year: SchoolYear) -> ReadMark {
    let text = with_cyrillic(&one_line(cell));
    let mut read = ReadMark::default();
    for part in
        text.split(';').map(str::trim).filter(|part| !part.trim_matches(['-', '—', '–', ' ']).is_empty())
    {
        read.part(part, year);
    }
    if !read.unread.is_empty() {
        let sentence = format!(
            "«{}» — по этим словам не понять, выполнено ли; отметка не попадёт в план. Напишите «выполнено», «выполнено \
             частично», «не выполнено» или «отменено».",
            read.unread.join("; ")
        );
        read.doubts.push(sentence);
    }
    read
}

/// Reads a cell of «Факт», «Дата проведения по факту»: a day or a month says that the work was done then.
#[must_use]
pub fn read_done(cell: &str, year: SchoolYear) -> ReadMark {
    let text = one_line(cell);
    match done_on(&text, year) {
        Some(date) => {
            let mark = Mark {
                state: MarkState::Done,
                date: Some(date),
                result: String::new(),
                reason: String::new(),
            };
            ReadMark { mark: Some(mark), ..ReadMark::default() }
        }
        None => read_mark(cell, year),
    }
}

fn done_on(text: &str, year: SchoolYear) -> Option<PartialDate> {
    match read_term(text, year)? {
        Term::Day { date } | Term::Days { to: date, .. } => Some(PartialDate::Day(date)),
        Term::Months { months, .. } => match months.as_slice() {
            [month] => Some(PartialDate::Month(*month)),
            _ => None,
        },
        _ => None,
    }
}

impl ReadMark {
    fn part(&mut self, part: &str, year: SchoolYear) {
        if is_transfer(part) {
            match transfer(part, year) {
                Some(moved) => self.moves.push(moved),
                None => {
                    self.doubts.push(format!(
                        "«{part}» — не сказано, на какой срок; перенос не попадёт в план. Напишите, например, «перенесено на март»."
                    ));
                }
            }
        } else if let Some((state, rest)) = state(part) {
            self.mark(state, rest, year);
        } else if let Some(share) = percent(part) {
            let state = if share >= 100.0 { MarkState::Done } else { MarkState::DoneInPart };
            self.doubts.push(format!("«{part}» — понято как «{}: {part}».", state.in_words()));
            self.mark = Some(Mark { state, date: None, result: part.to_owned(), reason: String::new() });
        } else if let Some(date) = done_on(part, year).filter(|_| self.mark.is_none()) {
            self.doubts.push(format!("«{part}» — понято как «выполнено {part}»."));
            let (result, reason) = (String::new(), String::new());
            self.mark = Some(Mark { state: MarkState::Done, date: Some(date), result, reason });
        } else if let Some(mark) = &mut self.mark {
            // «выполнено; лауреат»
            mark.result =
                if mark.result.is_empty() { part.to_owned() } else { format!("{}; {part}", mark.result) };
        } else {
            self.unread.push(part.to_owned());
        }
    }

    fn mark(&mut self, state: MarkState, rest: &str, year: SchoolYear) {
        let Taken { date, words, no_such_day } = taken_date(rest, year);
        if let Some(fault) = no_such_day {
            self.doubts.push(format!("{fault} Отметка войдёт без даты."));
        }
        // «выполнено на 80 %» is not all of it.
        let share =
            words.split_whitespace().find_map(|word| percent(word.trim_matches([',', '.', '(', ')'])));
        let share = share.or_else(|| percent(words.strip_prefix("на ").unwrap_or(&words)));
        let state = match (state, share) {
            (MarkState::Done, Some(share)) if share < 100.0 => MarkState::DoneInPart,
            (state, _) => state,
        };
        let because = rest.trim_start().starts_with([':', '(']);
        let (result, reason) = match state {
            MarkState::Done => (words, String::new()),
            MarkState::DoneInPart if because => (String::new(), words),
            MarkState::DoneInPart => (words, String::new()),
            MarkState::NotDone | MarkState::Cancelled => (String::new(), words),
        };
        self.mark = Some(Mark { state, date, result, reason });
    }
}

fn is_transfer(part: &str) -> bool {
    let folded = folded_letters(part);
    ["перенес", "перенос"].iter().any(|begins| folded.starts_with(begins))
}

/// «перенесено на март: болезнь эксперта», «перенесено с октября на март»
fn transfer(part: &str, year: SchoolYear) -> Option<Move> {
    let (_, after) = part.split_once(" на ")?;
    let known =
        |to: &str| read_table_term(to, year, false).filter(|term| !matches!(term, Term::Words { .. }));
    let parted = [
        (after, ""),
        after.split_once(':').unwrap_or((after, "")),
        after.split_once(" (").unwrap_or((after, "")),
        after.split_once(',').unwrap_or((after, "")),
    ];
    parted.into_iter().find_map(|(to, reason)| {
        let reason = reason.trim().trim_end_matches(')').to_owned();
        Some(Move { to: known(to.trim())?, reason, date: None })
    })
}

/// The state that a mark begins with, and what follows its words.
fn state(part: &str) -> Option<(MarkState, &str)> {
    let signs = ["+", "✓", "✔", "√", "☑", "v", "V"];
    if signs.contains(&part.trim_end_matches('.')) {
        return Some((MarkState::Done, ""));
    }
    let words = Words::of(part);
    let first = words.folded(0)?;
    let second = words.folded(1).unwrap_or_default();
    let is_done = |word: &str| {
        let stem = DONE.iter().find_map(|stem| word.strip_prefix(stem));
        stem.is_some_and(|ending| ENDINGS.contains(&ending))
    };
    let begun = |word: &str| GOING_ON.iter().any(|stem| word.starts_with(stem));
    let in_part = |at: usize| {
        let word = |more: usize| words.folded(at + more).unwrap_or_default();
        match (word(0), word(1), word(2), word(3)) {
            ("не", "в", "полном", of) if of.starts_with("объем") => Some(4),
            ("не", "полностью", ..) => Some(2),
            ("частично" | "отчасти", ..) => Some(1),
            _ => None,
        }
    };
    let says = |state: MarkState, taken: usize| Some((state, words.after(taken)));
    if let Some(taken) = in_part(0) {
        let more = usize::from(words.folded(taken).is_some_and(is_done));
        return says(MarkState::DoneInPart, taken + more);
    }
    match first {
        "не" if is_done(second) || begun(second) => says(MarkState::NotDone, 2),
        "нет" => says(MarkState::NotDone, 1),
        "да" | "есть" | "вып" => says(MarkState::Done, 1),
        _ if first.strip_prefix("не").is_some_and(is_done) => says(MarkState::NotDone, 1),
        _ if first.starts_with("отменен") || first == "отмена" => says(MarkState::Cancelled, 1),
        _ if is_done(first) => match in_part(1) {
            Some(taken) => says(MarkState::DoneInPart, 1 + taken),
            None if second == "полностью" => says(MarkState::Done, 2),
            None => says(MarkState::Done, 1),
        },
        _ => None,
    }
}

/// The words of a text with the places where they end.
struct Words<'a> {
    text: &'a str,
    words: Vec<(String, usize)>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let mut words: Vec<(String, usize)> = Vec::new();
        let mut word = String::new();
        for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            if letter.is_alphabetic() {
                word.extend(letter.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c }));
            } else if !word.is_empty() {
                words.push((std::mem::take(&mut word), at));
            }
        }
        Self { text, words }
    }

    fn folded(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|(word, _)| word.as_str())
    }

    fn after(&self, taken: usize) -> &'a str {
        let end = taken.checked_sub(1).and_then(|last| self.words.get(last)).map_or(0, |(_, end)| *end);
        self.text.get(end..).unwrap_or_default()
    }
}

/// «80%», «12,5 %»
fn percent(text: &str) -> Option<f64> {
    let number = text.trim().strip_suffix('%')?.trim().replace(',', ".");
    number.parse().ok().filter(|share| (0.0..=1000.0).contains(share))
}

/// A date among the words, and the words without it.
#[derive(Default)]
struct Taken {
    date: Option<PartialDate>,
    words: String,
    no_such_day: Option<NotADate>,
}

/// The day of a protocol («протокол № 2 от 16.01.2026») is not the day on which the work was done.
fn taken_date(text: &str, year: SchoolYear) -> Taken {
    let mut taken = Taken::default();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let before = kept.last().map(|word| folded_letters(word)).unwrap_or_default();
        let of_a_paper = matches!(before.as_str(), "от" | "№" | "п" | "п." | "до" | "к");
        let found = if taken.date.is_some() || of_a_paper { None } else { date_at(&words[at..], year) };
        match found {
            Some(Ok((date, length))) => {
                taken.date = Some(date);
                at += length;
                // «22.09.2025 г.»
                if words.get(at).is_some_and(|word| matches!(word.trim_matches([',', '.']), "г" | "года"))
                {
                    at += 1;
                }
            }
            Some(Err(fault)) => {
                taken.no_such_day = taken.no_such_day.or(Some(fault));
                kept.push(words[at]);
                at += 1;
            }
            None => {
                kept.push(words[at]);
                at += 1;
            }
        }
    }
    let kept = kept.join(" ");
    // A full stop that ends an abbreviation stays: «25 чел.»
    let abbreviated = kept
        .rsplit(' ')
        .next()
        .is_some_and(|last| last.ends_with('.') && last.chars().filter(|c| c.is_alphabetic()).count() <= 4);
    let bare = kept.trim_start_matches([',', ':', '.', '-', '—', '–', ' ', '(']);
    let bare = bare.trim_end_matches([',', ':', '-', '—', '–', ' ']);
    let bare = if abbreviated { bare } else { bare.trim_end_matches(['.', ' ']) };
    let bare = if text.trim_start().starts_with('(') { bare.trim_end_matches(')') } else { bare };
    bare.clone_into(&mut taken.words);
    taken
}

/// A date with which the words begin, and how many of them it takes: «22.09.2025», «16 января 2026», «в марте».
fn date_at(words: &[&str], year: SchoolYear) -> Option<Result<(PartialDate, usize), NotADate>> {
    let bare = |length: usize| {
        let text = words.get(..length)?.join(" ");
        let text = text.trim_matches([',', ';', '(', ')', ' ', ':']).trim_end_matches('.');
        let text = text.strip_suffix('г').map_or(text, |text| text.trim_end_matches(['.', ' ']));
        Some(text.to_owned())
    };
    if matches!(words.first(), Some(&("в" | "В" | "во"))) {
        let month = [3, 2].into_iter().find_map(|length| Some((month_in(&bare(length)?, year)?, length)));
        return month.map(Ok);
    }
    let by_words = [3, 2].into_iter().find_map(|length| {
        let text = bare(length)?;
        let spelled = text.split(' ').nth(1)?.chars().all(char::is_alphabetic);
        let date: NaiveDate = read_date(&text, year).ok().filter(|_| spelled)?;
        Some((PartialDate::Day(date), length))
    });
    if let Some(found) = by_words {
        return Some(Ok(found));
    }
    let text = bare(1)?;
    let numbers = |text: &str| text.split('.').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let dots = text.matches('.').count();
    if !(1..=2).contains(&dots) || !numbers(&text) || text.len() < 4 {
        return None;
    }
    match read_date(&text, year) {
        Ok(date) => Some(Ok((PartialDate::Day(date), 1))),
        Err(fault @ (NotADate::NoSuchDay { .. } | NotADate::NoSuchMonth(_))) if dots == 2 => Some(Err(fault)),
        Err(_) => None,
    }
}

fn month_in(text: &str, year: SchoolYear) -> Option<PartialDate> {
    match read_term(text, year)? {
        Term::Months { months, .. } => match months.as_slice() {
            [month] => Some(PartialDate::Month(*month)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Month, day};
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);

    /// «done 2025-09-22 | result | reason»
    fn said(read: &ReadMark) -> String {
        let mark = read.mark.as_ref().map_or_else(String::new, |mark| {
            let date = mark.date.map(|date| format!(" {date}")).unwrap_or_default();
            format!("{:?}{date} | {} | {}", mark.state, mark.result, mark.reason)
        });
        let moves = read.moves.iter().map(|moved| format!("→ {} {}", moved.to.in_table(), moved.reason));
        [mark].into_iter().chain(moves).filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ")
    }

    #[rstest]
    #[case("выполнено 22.09.2025", "Done 2025-09-22 |  | ")]
    #[case("выполнено 22.09.2025 г.", "Done 2025-09-22 |  | ")]
    #[case("выполнено 22.09.2025г.", "Done 2025-09-22 |  | ")]
    #[case("выполнено 22.09.25", "Done 2025-09-22 |  | ")]
    #[case("выполнено 16 января 2026 г.", "Done 2026-01-16 |  | ")]
    #[case("выполнено 16 января", "Done 2026-01-16 |  | ")]
    #[case("выполнено 1.10", "Done 2025-10-01 |  | ")]
    #[case("выполнено в марте", "Done 2026-03 |  | ")]
    #[case("выполнено в марте 2026 года", "Done 2026-03 |  | ")]
    #[case("выполнено в срок", "Done | в срок | ")]
    #[case("Выполнено.", "Done |  | ")]
    #[case("выполнена", "Done |  | ")]
    #[case("Исполнено 10.10.2025", "Done 2025-10-10 |  | ")]
    #[case("состоялось 10.10.2025", "Done 2025-10-10 |  | ")]
    #[case("проведён 10.10.2025, 25 чел.", "Done 2025-10-10 | 25 чел. | ")]
    #[case("выполнено, протокол № 2 от 16.01.2026", "Done | протокол № 2 от 16.01.2026 | ")]
    #[case(
        "выполнено 20.01.2026, протокол № 2 от 16.01.2026",
        "Done 2026-01-20 | протокол № 2 от 16.01.2026 | "
    )]
    #[case("Выполнено, 15 материалов", "Done | 15 материалов | ")]
    #[case("выполнено: лауреат, участник", "Done | лауреат, участник | ")]
    #[case("выполнено 14.11.2025, 23 участника", "Done 2025-11-14 | 23 участника | ")]
    #[case("выполнено на 80%", "DoneInPart | на 80% | ")]
    #[case("выполнено на 100 %", "Done | на 100 % | ")]
    #[case("выполнено полностью", "Done |  | ")]
    #[case("выполнено; частично", "DoneInPart |  | ")]
    #[case("частично выполнено: не все школы", "DoneInPart |  | не все школы")]
    #[case("выполнено не в полном объёме, 6 уроков, 25.03.2026", "DoneInPart 2026-03-25 | 6 уроков | ")]
    #[case("отменено: проект не представлен", "Cancelled |  | проект не представлен")]
    #[case("отменён", "Cancelled |  | ")]
    #[case("не выполнялось", "NotDone |  | ")]
    #[case("невыполнено", "NotDone |  | ")]
    #[case::a_latin_o("не выполненo", "NotDone |  | ")]
    #[case("не проводилось", "NotDone |  | ")]
    #[case("нет", "NotDone |  | ")]
    #[case(
        "не выполнено: ведущий на курсах, перенесён на следующий год",
        "NotDone |  | ведущий на курсах, перенесён на следующий год"
    )]
    #[case("да", "Done |  | ")]
    #[case("+", "Done |  | ")]
    #[case("v", "Done |  | ")]
    #[case("✓", "Done |  | ")]
    #[case("перенесено на март", "→ март ")]
    #[case("перенесено с октября на март", "→ март ")]
    #[case("перенос на март: болезнь эксперта", "→ март болезнь эксперта")]
    #[case(
        "перенесено на март: болезнь эксперта; выполнено 19.03.2026",
        "Done 2026-03-19 |  | ; → март болезнь эксперта"
    )]
    fn marks_as_tables_have_them(#[case] cell: &str, #[case] wanted: &str) {
        let read = read_mark(cell, YEAR);
        assert_eq!(said(&read), wanted);
        assert_eq!((read.doubts, read.unread), (Vec::<String>::new(), Vec::<String>::new()));
    }

    #[rstest]
    #[case("80%", "DoneInPart | 80% | ", "понято как «выполнено не в полном объёме: 80%»")]
    #[case("100 %", "Done | 100 % | ", "понято как «выполнено: 100 %»")]
    #[case("10.10.2025", "Done 2025-10-10 |  | ", "понято как «выполнено 10.10.2025»")]
    #[case("выполнено 31.02.2026", "Done | 31.02.2026 | ", "Такого дня нет")]
    #[case("перенесено", "", "не сказано, на какой срок")]
    #[case("0,8", "", "не понять, выполнено ли")]
    #[case("в работе", "", "не понять, выполнено ли")]
    #[case("данные собраны", "", "не понять, выполнено ли")]
    #[case("выполнение программы", "", "не понять, выполнено ли")]
    fn what_is_to_be_looked_at_is_said(#[case] cell: &str, #[case] wanted: &str, #[case] doubt: &str) {
        let read = read_mark(cell, YEAR);
        assert_eq!(said(&read), wanted);
        assert_eq!(read.doubts.len(), 1);
        assert!(read.doubts[0].contains(doubt), "{read:?}");
    }

    #[rstest]
    #[case("")]
    #[case("—")]
    fn an_empty_cell_says_nothing(#[case] cell: &str) {
        assert_eq!(read_mark(cell, YEAR), ReadMark::default());
    }

    #[rstest]
    #[case("15.10.2025", Some(PartialDate::Day(day(2025, 10, 15))))]
    #[case("октябрь", Some(PartialDate::Month(Month { year: 2025, month: 10 })))]
    fn a_day_of_fact_says_that_it_was_done(#[case] cell: &str, #[case] date: Option<PartialDate>) {
        let read = read_done(cell, YEAR);
        assert_eq!(read.mark.and_then(|mark| mark.date), date);
        assert!(read.doubts.is_empty());
    }
}
