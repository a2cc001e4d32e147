use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::calendar::{Month, SchoolYear};
use crate::community_records::CommunityRecords;
use crate::figures::{Figures, Share};
use crate::records::{Kind, ReportSection};
use crate::russian::{date_in_table, plural, quoted};

/// Something that is empty or contradictory before the report is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "figures/"))]
pub struct LeftOver {
    /// What is left, a Russian sentence.
    pub words: String,
    /// The kind of the record where it is mended.
    pub kind: Kind,
    /// The record; none where it is yet to be made.
    pub id: Option<Uuid>,
    /// The section of the report, where the words are to be mended there.
    pub section: Option<ReportSection>,
}

impl LeftOver {
    fn of(kind: Kind, id: impl Into<Uuid>, words: String) -> Self {
        Self { words, kind, id: Some(id.into()), section: None }
    }

    fn prose(records: &CommunityRecords, year: SchoolYear, section: ReportSection, words: String) -> Self {
        let id = records.report(year).map(|report| report.id.0);
        Self { words, kind: Kind::Report, id, section: Some(section) }
    }
}

/// What is left to be done before the report of a year is handed over.
#[must_use]
pub fn left_over(records: &CommunityRecords, year: SchoolYear, on: NaiveDate) -> Vec<LeftOver> {
    let mut left = Vec::new();
    for meeting in records.meetings_held(year, on) {
        let day = date_in_table(meeting.date);
        if meeting.protocol.is_none() {
            let words = format!("Нет протокола заседания {day}.");
            left.push(LeftOver::of(Kind::Meeting, meeting.id, words));
        } else if !meeting.signed_by(on) {
            let name = match meeting.number() {
                Some(number) => format!("Протокол №\u{a0}{number} от {day}"),
                None => format!("Протокол заседания {day}"),
            };
            left.push(LeftOver::of(Kind::Meeting, meeting.id, format!("{name} не подписан.")));
        }
    }
    // The report is written when lessons end: until then a row is left only where its term has passed, and nobody
    // asks for conclusions.
    let ends = records.community.settings.second_half_ends.within(year);
    let over = Month::of(ends).first_day() <= on;
    if let Some(plan) = records.plan(year) {
        for activity in records.activities_of(plan.id) {
            let term = activity.term_on(year, on);
            let due = term.map_or(over, |term| term.end(year).map_or(over, |end| end < on));
            if due && activity.mark_on(year, on).is_none() {
                let words = format!("Нет отметки о выполнении: {}.", quoted(&activity.text));
                left.push(LeftOver::of(Kind::Activity, activity.id, words));
            }
        }
        for task in plan.tasks.iter().filter(|task| over && task.state.is_none()) {
            let words = format!("Не сказано, выполнена ли задача: {}.", quoted(&task.text));
            left.push(LeftOver::of(Kind::Plan, plan.id, words));
        }
    }
    let report = records.report(year);
    let text = |section| report.and_then(|report| report.prose.get(&section)).map_or("", String::as_str);
    for (section, words) in [
        (ReportSection::Conclusions, "В отчёте нет выводов."),
        (ReportSection::NextTasks, "В отчёте нет задач на следующий год."),
    ] {
        if over && text(section).trim().is_empty() {
            left.push(LeftOver::prose(records, year, section, words.to_owned()));
        }
    }
    let figures = Figures::of(records, year, on);
    for (section, text) in report.iter().flat_map(|report| &report.prose) {
        for words in disagreements(*section, text, &figures) {
            left.push(LeftOver::prose(records, year, *section, words));
        }
    }
    left
}

/// Words that say that a figure is not of this whole year; such figures are left alone.
const OF_ANOTHER: [&str; 8] =
    ["прошл", "предыдущ", "следующ", "полугоди", "планир", "будет", "будут", "направлени"];

/// Figures of a prose text that disagree with the derived ones, as far as that can be told for certain: only a
/// number right before its word counts, in the form that goes with it, and only in a clause on the year itself.
fn disagreements(section: ReportSection, text: &str, figures: &Figures) -> Vec<String> {
    let mut found = Vec::new();
    let title = section.title();
    for clause in text.split(['.', ',', ';', '(', ')', '\n']) {
        let lower = clause.to_lowercase();
        if OF_ANOTHER.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let held = figures.meetings.rows.len();
        let counted = number_before(&lower, |number| plural(number, "заседание", "заседания", "заседаний"));
        if let Some(number) = counted.filter(|number| *number != held) {
            found.push(format!(
                "В разделе «{title}» сказано «{number}\u{a0}{}», а по записям их {held}.",
                plural(number, "заседание", "заседания", "заседаний")
            ));
        }
        let total = figures.plan.total();
        let known = [&total.planned, &total.done, &total.late, &total.in_part, &total.cancelled]
            .into_iter()
            .chain([&total.not_done, &total.moved, &total.unmarked])
            .any(|rows| number_before(&lower, activities).is_none_or(|number| number == rows.len()));
        if section == ReportSection::PlanAndFact
            && !known
            && let Some(number) = number_before(&lower, activities)
        {
            found.push(format!(
                "В разделе «{title}» сказано «{number}\u{a0}{}», а по плану их {}, выполнено {}.",
                activities(number),
                total.planned.len(),
                total.done.len()
            ));
        }
    }
    if section == ReportSection::Meetings {
        found.extend(attendance(text, figures));
    }
    found
}

fn activities(number: usize) -> &'static str {
    plural(number, "мероприятие", "мероприятия", "мероприятий")
}

/// A percentage that is neither that of the year nor of any meeting or organisation.
fn attendance(text: &str, figures: &Figures) -> Option<String> {
    let meetings = &figures.meetings;
    let shares = meetings.rows.iter().map(|row| row.attendance);
    let shares = shares.chain(meetings.by_organisation.iter().map(|row| row.attendance));
    let known: Vec<usize> = shares.chain([meetings.attendance]).filter_map(Share::percent).collect();
    if known.is_empty() {
        return None;
    }
    let wrong = text.split(['.', ';', '\n']).find_map(|sentence| {
        let lower = sentence.to_lowercase();
        let told = (lower.contains("присутств") || lower.contains("посещаем"))
            && !OF_ANOTHER.iter().any(|word| lower.contains(word));
        let before = told.then(|| lower.split('%').next()).flatten().filter(|before| *before != lower)?;
        let digits = before.trim_end().rsplit(|sign: char| !sign.is_ascii_digit()).next()?;
        digits.parse::<usize>().ok().filter(|number| !known.contains(number))
    })?;
    Some(format!(
        "В разделе «{}» сказано «{wrong}\u{a0}%», а по протоколам присутствовало {}.",
        ReportSection::Meetings.title(),
        meetings.attendance.in_words()
    ))
}

/// The number that stands right before its word.
fn number_before(text: &str, word: impl Fn(usize) -> &'static str) -> Option<usize> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let [number, noun] = pair else { return None };
        let number: usize = number.parse().ok()?;
        (noun.trim_matches(|sign: char| !sign.is_alphabetic()) == word(number)).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::MeetingRow;
    use rstest::rstest;

    fn three_meetings() -> Figures {
        let mut figures = crate::proposals::tests_figures();
        for number in 1..=3 {
            let attendance = Share { part: 9, whole: 10 };
            figures.meetings.attendance += attendance;
            figures.meetings.rows.push(MeetingRow {
                meeting: crate::proposals::tests_id(number).into(),
                attendance,
                decisions: 0,
                assignments: Share::default(),
            });
        }
        figures
    }

    #[rstest]
    #[case("Проведено 3 заседания, присутствовало 90 %.", 0)]
    #[case("Проведено 4\u{a0}заседания.", 1)]
    #[case("В прошлом году 4 заседания.", 0)]
    #[case("На заседании № 2 заседание закрыто.", 0)]
    #[case("Посещаемость 85 %.", 1)]
    #[case("Посещаемость в прошлом году 85 %.", 0)]
    #[case("Освоили приём 85 %.", 0)]
    fn a_figure_that_disagrees_is_told_only_where_that_is_certain(#[case] text: &str, #[case] count: usize) {
        let found = disagreements(ReportSection::Meetings, text, &three_meetings());
        assert_eq!(found.len(), count, "{found:?}");
    }
}
