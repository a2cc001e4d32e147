use super::{one_line, read_table_term};
use crate::calendar::{PartialDate, SchoolYear, Term, read_date};
use crate::records::{Mark, MarkState, Move};

/// What a cell of «Отметка о выполнении» says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMark {
    /// The final state.
    pub mark: Option<Mark>,
    /// Transfers, in order.
    pub moves: Vec<Move>,
    /// What was not understood.
    pub doubt: Option<String>,
}

/// Beginnings of a mark; a longer one stands before the shorter one that it begins with.
const STATES: &[(&str, MarkState)] = &[
    ("выполнено не в полном объеме", MarkState::DoneInPart),
    ("выполнено частично", MarkState::DoneInPart),
    ("частично выполнено", MarkState::DoneInPart),
    ("частично", MarkState::DoneInPart),
    ("не в полном объеме", MarkState::DoneInPart),
    ("не выполнено", MarkState::NotDone),
    ("не выполнен", MarkState::NotDone),
    ("не проведено", MarkState::NotDone),
    ("не состоялось", MarkState::NotDone),
    ("отменено", MarkState::Cancelled),
    ("отменен", MarkState::Cancelled),
    ("выполнено", MarkState::Done),
    ("выполнен", MarkState::Done),
    ("вып.", MarkState::Done),
    ("проведено", MarkState::Done),
    ("проведен", MarkState::Done),
    ("сделано", MarkState::Done),
    ("да", MarkState::Done),
    ("+", MarkState::Done),
];

/// Reads a mark: «выполнено 22.09.2025», «перенесено на март: болезнь эксперта; выполнено 19.03.2026».
#[must_use]
pub fn read_mark(cell: &str, year: SchoolYear) -> ReadMark {
    let text = one_line(cell);
    let mut read = ReadMark::default();
    let mut unknown = Vec::new();
    for part in
        text.split(';').map(str::trim).filter(|part| !part.trim_matches(['-', '—', '–', ' ']).is_empty())
    {
        if let Some(moved) = transfer(part, year) {
            read.moves.push(moved);
        } else if let Some(mark) = state(part, year) {
            read.mark = Some(mark);
        } else if let Some(mark) = &mut read.mark {
            // «выполнено; лауреат»
            let more =
                if mark.result.is_empty() { part.to_owned() } else { format!("{}; {part}", mark.result) };
            mark.result = more;
        } else {
            unknown.push(part);
        }
    }
    if !unknown.is_empty() {
        read.doubt = Some(format!(
            "«{}» — по этим словам не понять, выполнено ли; отметка не попадёт в план. Напишите «выполнено», «выполнено \
             частично», «не выполнено» или «отменено».",
            unknown.join("; ")
        ));
    }
    read
}

/// «перенесено на март: болезнь эксперта»
fn transfer(part: &str, year: SchoolYear) -> Option<Move> {
    let after = begins(part, "перенесено на ").or_else(|| begins(part, "перенесён на "))?;
    let (to, reason) = after.split_once(':').unwrap_or((after, ""));
    let to = read_table_term(to, year, false).filter(|term| !matches!(term, Term::Words { .. }))?;
    Some(Move { to, reason: reason.trim().to_owned(), date: None })
}

fn state(part: &str, year: SchoolYear) -> Option<Mark> {
    let (rest, state) = STATES.iter().find_map(|(word, state)| {
        let rest = begins(part, word)?;
        let ends = rest.chars().next().is_none_or(|next| !next.is_alphabetic());
        ends.then_some((rest, *state))
    })?;
    let (date, rest) = taken_date(rest, year);
    let (result, reason) = match state {
        MarkState::Done | MarkState::DoneInPart => (rest, String::new()),
        MarkState::NotDone | MarkState::Cancelled => (String::new(), rest),
    };
    Some(Mark { state, date: date.map(PartialDate::Day), result, reason })
}

/// The rest of a text after its beginning, whatever its letters' size and «ё».
fn begins<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let fold = |c: char| c.to_lowercase().next().map_or(c, |c| if c == 'ё' { 'е' } else { c });
    let mut rest = text.chars();
    for wanted in beginning.chars() {
        if fold(rest.next()?) != fold(wanted) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// A date among the words, and the words without it.
fn taken_date(text: &str, year: SchoolYear) -> (Option<chrono::NaiveDate>, String) {
    let mut date = None;
    let mut kept = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches([',', ';', '(', ')']).trim_end_matches('.');
        let dated = bare.matches('.').count() == 2 && bare.len() >= 8;
        match read_date(bare, year) {
            Ok(found) if dated && date.is_none() => date = Some(found),
            _ => kept.push(word),
        }
    }
    let kept = kept.join(" ");
    (date, kept.trim_matches([',', ':', '.', '-', '—', '–', ' ']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use rstest::rstest;

    const YEAR: SchoolYear = SchoolYear(2025);

    #[rstest]
    #[case("выполнено 22.09.2025", MarkState::Done, Some((2025, 9, 22)), "", "")]
    #[case("Выполнено, 15 материалов", MarkState::Done, None, "15 материалов", "")]
    #[case("выполнено: лауреат, участник", MarkState::Done, None, "лауреат, участник", "")]
    #[case("выполнено 14.11.2025, 23 участника", MarkState::Done, Some((2025, 11, 14)), "23 участника", "")]
    #[case("выполнено не в полном объёме, 6 уроков, 25.03.2026", MarkState::DoneInPart, Some((2026, 3, 25)), "6 уроков", "")]
    #[case("отменено: проект не представлен", MarkState::Cancelled, None, "", "проект не представлен")]
    #[case(
        "не выполнено: ведущий на курсах, перенесён на следующий год",
        MarkState::NotDone,
        None,
        "",
        "ведущий на курсах, перенесён на следующий год"
    )]
    #[case("+", MarkState::Done, None, "", "")]
    fn marks_as_tables_have_them(
        #[case] cell: &str,
        #[case] state: MarkState,
        #[case] date: Option<(i32, u32, u32)>,
        #[case] result: &str,
        #[case] reason: &str,
    ) {
        let read = read_mark(cell, YEAR);
        let date = date.map(|(y, m, d)| PartialDate::Day(day(y, m, d)));
        let mark = Mark { state, date, result: result.to_owned(), reason: reason.to_owned() };
        assert_eq!(read, ReadMark { mark: Some(mark), moves: Vec::new(), doubt: None });
    }

    #[test]
    fn a_transfer_is_a_move_and_not_a_state() {
        let read = read_mark("перенесено на март: болезнь эксперта; выполнено 19.03.2026", YEAR);
        assert_eq!(read.moves.len(), 1);
        assert_eq!(read.moves[0].to.in_table(), "март");
        assert_eq!(read.moves[0].reason, "болезнь эксперта");
        assert_eq!(read.mark.map(|mark| mark.state), Some(MarkState::Done));
        assert_eq!(read.doubt, None);
    }

    #[rstest]
    #[case("в работе", true)]
    #[case("данные собраны", true)]
    #[case("", false)]
    #[case("—", false)]
    fn what_is_no_mark_is_said(#[case] cell: &str, #[case] doubtful: bool) {
        let read = read_mark(cell, YEAR);
        assert_eq!((read.mark, read.doubt.is_some()), (None, doubtful));
    }
}
