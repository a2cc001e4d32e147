use std::collections::BTreeMap;
use std::sync::Arc;

use pps_domain::calendar::{SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, PlanId};
use pps_domain::import::{ActivityRow, ActivityTable, EarlierDirections, People, ReadActivity, TableColumn};
use pps_domain::records::{Activity, Direction, Mark, Plan, Record};

use super::{Chosen, RowState, ShownGuess, TableAsked, TablePreview, TableRow};
use crate::error::AppError;
use crate::workplace::Workplace;

/// The rows of a table as rows of a plan.
pub(super) struct ReadPlan {
    pub(super) preview: TablePreview,
    rows: Vec<ActivityRow>,
    known: Arc<CommunityRecords>,
    community: CommunityId,
    year: SchoolYear,
}

impl Workplace {
    pub(super) fn read_activities(&self, chosen: &Chosen, asked: &TableAsked) -> Result<ReadPlan, AppError> {
        let year = SchoolYear(asked.year);
        let known = self.community_records(asked.community)?;
        let people = People::of(&known, year.eve(), year.end());
        let tasks = known.plan(year).map(|plan| plan.tasks.as_slice()).unwrap_or_default();
        let earlier = EarlierDirections::of(&known, year);
        let Chosen { columns, since_1904, .. } = chosen;
        let table = ActivityTable {
            columns,
            year,
            people: &people,
            tasks,
            direction: asked.direction,
            earlier: &earlier,
            since_1904: *since_1904,
        };
        let mut rows = table.read(&chosen.rows);
        for given in &asked.directions {
            if let Some(ActivityRow::Read(read)) = rows.get_mut(given.row) {
                read.direction = Some(given.direction);
                read.guessed = None;
                read.doubts.retain(|doubt| doubt.column != TableColumn::Direction);
                read.refusal = read.refusal.take().filter(|refusal| refusal.column != TableColumn::Direction);
            }
        }
        let shown = shown_rows(&rows, chosen, &known, year);
        let mut preview = TablePreview::new(chosen, asked.kind, shown);
        match known.plan(year) {
            Some(plan) if plan.approved.is_some() => preview.remarks.push(
                "План уже утверждён: добавленных строк не будет в утверждённом экземпляре. Согласуйте их с РИМК."
                    .to_owned(),
            ),
            Some(_) => {}
            None => {
                preview.remarks.push(format!("Плана на {year} учебный год ещё нет: он появится вместе со строками."));
            }
        }
        if columns.contains(&TableColumn::Task) && tasks.is_empty() {
            preview.remarks.push(
                "В плане ещё нет задач, поэтому столбец «Задача» не войдёт. Впишите задачи в план и прочитайте \
                 таблицу снова или выберите задачу в строке потом."
                    .to_owned(),
            );
        }
        Ok(ReadPlan { preview, rows, known, community: asked.community, year })
    }
}

fn shown_rows(
    rows: &[ActivityRow],
    chosen: &Chosen,
    known: &CommunityRecords,
    year: SchoolYear,
) -> Vec<TableRow> {
    let plan = known.plan(year).map(|plan| plan.id);
    let there = known.activities.values().filter(|activity| Some(activity.plan) == plan);
    let key = |text: &str, term: Option<&Term>| {
        (text.to_lowercase().replace('ё', "е"), term.map(Term::in_table).unwrap_or_default())
    };
    let mut seen: BTreeMap<(String, String), &str> = BTreeMap::new();
    for activity in there {
        let texts = key(
            activity.text.split_whitespace().collect::<Vec<_>>().join(" ").as_str(),
            activity.term.as_ref(),
        );
        seen.insert(texts, "Такая строка в плане уже есть; отметьте её, если нужна ещё одна.");
    }
    let columns = &chosen.columns;
    let mut shown = Vec::with_capacity(rows.len());
    for (at, (read, cells)) in rows.iter().zip(&chosen.rows).enumerate() {
        let ActivityRow::Read(read) = read else {
            shown.push(TableRow::new(at, cells, columns, RowState::Heading));
            continue;
        };
        let mut row = TableRow::new(at, cells, columns, RowState::Ready);
        row.direction = read.direction;
        row.guessed = read.guessed.as_ref().map(ShownGuess::of);
        say(&mut row, read, columns, known, year);
        let repeats = seen.get(&key(&read.text, read.term.as_ref())).copied();
        row.state = if let Some(refusal) = read.refusal.clone() {
            row.remark(columns, refusal);
            RowState::Refused
        } else if let Some(why) = repeats {
            row.remarks.push(why.to_owned());
            RowState::Repeat
        } else if read.doubts.is_empty() && read.guessed.as_ref().is_none_or(|guessed| guessed.sure) {
            RowState::Ready
        } else {
            RowState::Doubtful
        };
        if !read.text.is_empty() {
            let above = "Такая же строка стоит в таблице выше; отметьте её, если нужны обе.";
            seen.entry(key(&read.text, read.term.as_ref())).or_insert(above);
        }
        shown.push(row);
    }
    shown
}

/// How each cell was understood, and what was not.
fn say(
    row: &mut TableRow,
    read: &ReadActivity,
    columns: &[TableColumn],
    known: &CommunityRecords,
    year: SchoolYear,
) {
    let direction = |direction: Direction| format!("{} {}", direction.clause(), direction.in_words());
    row.read_as(columns, TableColumn::Direction, read.direction.map(direction).unwrap_or_default());
    row.read_as(columns, TableColumn::Term, read.term.as_ref().map(Term::in_table).unwrap_or_default());
    let people = known.surnames_first(&read.responsible, year.end());
    row.read_as(columns, TableColumn::Responsible, people);
    row.read_as(columns, TableColumn::Mark, marked(read));
    let tasks = known.plan(year).map(|plan| plan.tasks.as_slice()).unwrap_or_default();
    let task = tasks.iter().find(|task| Some(task.id) == read.task);
    row.read_as(columns, TableColumn::Task, task.map(|task| task.text.clone()).unwrap_or_default());
    for doubt in &read.doubts {
        row.remark(columns, doubt.clone());
    }
}

/// «перенесено на март (болезнь эксперта); выполнено 19.03.2026»
fn marked(read: &ReadActivity) -> String {
    let moves = read.moves.iter().map(|moved| match moved.reason.as_str() {
        "" => format!("перенесено на {}", moved.to.in_table()),
        reason => format!("перенесено на {}: {reason}", moved.to.in_table()),
    });
    let mark = read.mark.iter().map(|mark: &Mark| {
        let date = mark.date.map(|date| pps_domain::russian::date_in_table(date.first_day()));
        let said = [mark.result.as_str(), mark.reason.as_str()].into_iter().filter(|text| !text.is_empty());
        let said: Vec<&str> = said.collect();
        let state = [mark.state.in_words().to_owned()].into_iter().chain(date).collect::<Vec<_>>().join(" ");
        if said.is_empty() { state } else { format!("{state}: {}", said.join(", ")) }
    });
    moves.chain(mark).collect::<Vec<_>>().join("; ")
}

impl ReadPlan {
    /// The records of the ticked rows; a plan where the year has none yet.
    pub(super) fn records(&self, workplace: &Workplace, ticked: &[usize]) -> Vec<Record> {
        let mut records = Vec::new();
        let known = self.known.plan(self.year).map(|plan| plan.id);
        let plan = known.unwrap_or_else(|| {
            let plan = self.new_plan(workplace.clock.new_id().into());
            let id = plan.id;
            records.push(plan.into());
            id
        });
        let mut places: BTreeMap<Direction, i32> = BTreeMap::new();
        for activity in self.known.activities_of(plan) {
            places.insert(activity.direction, activity.place);
        }
        for at in ticked {
            let Some(ActivityRow::Read(read)) = self.rows.get(*at) else { continue };
            let Some(direction) = read.direction else { continue };
            let place = places.entry(direction).or_default();
            *place = place.saturating_add(1);
            let ReadActivity {
                text, task, form, term, participants, responsible, expected, moves, mark, ..
            } = (**read).clone();
            records.push(Record::from(Activity {
                id: workplace.clock.new_id().into(),
                community: self.community,
                plan,
                direction,
                place: *place,
                text,
                task,
                form,
                section: None,
                goal: String::new(),
                term,
                time: String::new(),
                venue: String::new(),
                moves,
                responsible,
                responsible_in_words: String::new(),
                organisations: Vec::new(),
                participants,
                expected,
                difficulties: Vec::new(),
                meetings: Vec::new(),
                decisions: Vec::new(),
                mark,
            }));
        }
        records
    }

    fn new_plan(&self, id: PlanId) -> Plan {
        Plan {
            id,
            community: self.community,
            school_year: self.year,
            preliminary: false,
            problem_zones: Vec::new(),
            topic: String::new(),
            goal: String::new(),
            tasks: Vec::new(),
            sections: Vec::new(),
            last_year: String::new(),
            meetings: Vec::new(),
            adopted: None,
            approved: None,
        }
    }
}
