//! How the rows of a plan are shown before they are added.

use std::collections::BTreeMap;

use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::PersonId;
use pps_domain::import::{ActivityRow, AskedName, Divider, Doubt, ReadActivity, ReadMeeting, TableColumn};
use pps_domain::records::{Direction, Mark};

use super::chosen::Chosen;
use super::{AskedPerson, Candidate, RowState, ShownGuess, TableRow};

/// Rows that the plan has already, or that stand further up in the table.
type Seen<'a> = BTreeMap<(String, String), &'a str>;

pub(super) fn shown_rows(
    rows: &[ActivityRow],
    chosen: &Chosen,
    known: &CommunityRecords,
    year: SchoolYear,
) -> Vec<TableRow> {
    let mut seen = in_the_plan(known, year);
    let columns = &chosen.columns;
    let mut shown = Vec::with_capacity(rows.len());
    for (at, (read, cells)) in rows.iter().zip(&chosen.rows).enumerate() {
        let heading = || TableRow::new(at, cells, columns, RowState::Heading);
        let row = match read {
            ActivityRow::Repeated => heading(),
            ActivityRow::Continues(of) => {
                let number = chosen.numbers.get(*of).copied().unwrap_or(of + 1);
                TableRow { heads: Some(format!("вошла в строку {number}")), ..heading() }
            }
            ActivityRow::Divider(divider) => {
                let may_be_row = divider.section.is_some() || divider.note;
                TableRow { heads: Some(heads(divider)), may_be_row, is_note: divider.note, ..heading() }
            }
            ActivityRow::Activity(read) => {
                let mut row = TableRow::new(at, cells, columns, RowState::Ready);
                say(&mut row, read, columns, known, year);
                row.asked = shown_names(&read.asked, known, year);
                row.title.clone_from(&read.text);
                let sure = read.guessed.as_ref().is_none_or(|guessed| guessed.sure);
                let key = key(&read.text, read.term.as_ref());
                settle(&mut row, columns, &read.doubts, read.refusal.clone(), sure, key, &mut seen);
                row
            }
            ActivityRow::Meeting(read) => {
                let mut row = TableRow::new(at, cells, columns, RowState::Ready);
                say_meeting(&mut row, read, columns, known, year);
                row.asked = shown_names(&read.asked, known, year);
                row.title.clone_from(&read.topic);
                row.meeting = true;
                let key = key(&read.topic, read.term.as_ref());
                settle(&mut row, columns, &read.doubts, read.refusal.clone(), true, key, &mut seen);
                row
            }
        };
        shown.push(row);
    }
    shown
}

fn key(text: &str, term: Option<&Term>) -> (String, String) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (line.to_lowercase().replace('ё', "е"), term.map(Term::in_table).unwrap_or_default())
}

fn in_the_plan(known: &CommunityRecords, year: SchoolYear) -> Seen<'static> {
    let mut seen = Seen::new();
    let Some(plan) = known.plan(year) else { return seen };
    for activity in known.activities.values().filter(|activity| activity.plan == plan.id) {
        let why = "Такая строка в плане уже есть; отметьте её, если нужна ещё одна.";
        seen.insert(key(&activity.text, activity.term.as_ref()), why);
    }
    for meeting in &plan.meetings {
        let why = "Такое заседание в плане уже есть; отметьте его, если нужно ещё одно.";
        seen.insert(key(&meeting.topic, meeting.term.as_ref()), why);
    }
    seen
}

fn settle(
    row: &mut TableRow,
    columns: &[TableColumn],
    doubts: &[Doubt],
    refusal: Option<Doubt>,
    sure: bool,
    key: (String, String),
    seen: &mut Seen<'_>,
) {
    for doubt in doubts {
        row.remark(columns, doubt.clone());
    }
    let unclear = !doubts.is_empty() || !sure || !row.asked.is_empty();
    row.state = if let Some(refusal) = refusal {
        row.remark(columns, refusal);
        RowState::Refused
    } else if let Some(why) = seen.get(&key) {
        row.remarks.push((*why).to_owned());
        RowState::Repeat
    } else if unclear {
        RowState::Doubtful
    } else {
        RowState::Ready
    };
    if !key.0.is_empty() {
        let above = "Такая же строка стоит в таблице выше; отметьте её, если нужны обе.";
        seen.entry(key).or_insert(above);
    }
}

/// What a text across the table was taken for.
fn heads(divider: &Divider) -> String {
    if divider.note {
        return "под таблицей, не войдёт".to_owned();
    }
    let said = [
        divider.section.as_ref().map(|name| format!("раздел плана «{name}»")),
        divider.direction.map(|direction| format!("направление {}", direction.clause())),
        divider.term.as_ref().map(|term| format!("срок строк ниже: {}", term.in_table())),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How each cell was understood.
fn say(
    row: &mut TableRow,
    read: &ReadActivity,
    columns: &[TableColumn],
    known: &CommunityRecords,
    year: SchoolYear,
) {
    let direction = |direction: Direction| format!("{} {}", direction.clause(), direction.in_words());
    row.direction = read.direction;
    row.guessed = read.guessed.as_ref().map(ShownGuess::of);
    row.left = read.left.iter().copied().collect();
    row.read_as(columns, TableColumn::Direction, read.direction.map(direction).unwrap_or_default());
    row.read_as(columns, term_column(columns), read.term.as_ref().map(Term::in_table).unwrap_or_default());
    row.read_as(
        columns,
        TableColumn::Responsible,
        who(&read.responsible, &read.responsible_in_words, known, year),
    );
    row.read_as(columns, TableColumn::Mark, marked(read));
    let tasks = known.plan(year).map(|plan| plan.tasks.as_slice()).unwrap_or_default();
    let task = tasks.iter().find(|task| Some(task.id) == read.task);
    row.read_as(columns, TableColumn::Task, task.map(|task| task.text.clone()).unwrap_or_default());
}

fn say_meeting(
    row: &mut TableRow,
    read: &ReadMeeting,
    columns: &[TableColumn],
    known: &CommunityRecords,
    year: SchoolYear,
) {
    row.left = read.left.iter().copied().collect();
    row.read_as(columns, term_column(columns), read.term.as_ref().map(Term::in_table).unwrap_or_default());
    let questions = read.questions.iter().zip(1..).map(|(question, number)| {
        let speakers = who(&question.speakers, &question.speakers_in_words, known, year);
        let text = format!("{number}. {}", question.text);
        if speakers.is_empty() { text } else { format!("{text} — {speakers}") }
    });
    let questions = questions.collect::<Vec<_>>().join("\n");
    if columns.contains(&TableColumn::Questions) {
        row.read_as(columns, TableColumn::Questions, questions);
    } else if !read.questions.is_empty() {
        row.read_as(columns, TableColumn::Text, format!("{}\n{questions}", read.topic));
    }
}

/// The first column that says when.
fn term_column(columns: &[TableColumn]) -> TableColumn {
    let known = [TableColumn::Term, TableColumn::TermFrom, TableColumn::Month];
    known.into_iter().find(|column| columns.contains(column)).unwrap_or(TableColumn::Term)
}

fn who(people: &[PersonId], words: &str, known: &CommunityRecords, year: SchoolYear) -> String {
    let people = known.surnames_first(people, year.end());
    [people.as_str(), words].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

fn shown_names(names: &[AskedName], known: &CommunityRecords, year: SchoolYear) -> Vec<AskedPerson> {
    let candidate = |person: &PersonId| {
        let facts = known.facts(*person, year.end())?;
        let organisation = facts.organisation.and_then(|id| known.organisations.get(&id));
        let name = facts.name.full();
        let name = organisation.map_or_else(|| name.clone(), |one| format!("{name}, {}", one.shown_name()));
        Some(Candidate { id: *person, name })
    };
    let shown = names.iter().map(|name| AskedPerson {
        text: name.text.clone(),
        candidates: name.candidates.iter().filter_map(candidate).collect(),
    });
    shown.collect()
}

/// «перенесено на март (болезнь эксперта); выполнено 19.03.2026»
fn marked(read: &ReadActivity) -> String {
    let moves = read.moves.iter().map(|moved| match moved.reason.as_str() {
        "" => format!("перенесено на {}", moved.to.in_table()),
        reason => format!("перенесено на {}: {reason}", moved.to.in_table()),
    });
    let mark = read.mark.iter().map(|mark: &Mark| {
        let date = mark.date.map(pps_domain::russian::partial_in_table);
        let said = [mark.result.as_str(), mark.reason.as_str()].into_iter().filter(|text| !text.is_empty());
        let said: Vec<&str> = said.collect();
        let state = [mark.state.in_words().to_owned()].into_iter().chain(date).collect::<Vec<_>>().join(" ");
        if said.is_empty() { state } else { format!("{state}: {}", said.join(", ")) }
    });
    moves.chain(mark).collect::<Vec<_>>().join("; ")
}
