use std::sync::Arc;

use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::{CommunityId, PlanId, SectionId};
use pps_domain::import::{
    ActivityRow, ActivityTable, Doubt, EarlierDirections, People, ReadActivity, ReadMeeting, TableColumn,
};
use pps_domain::records::{Activity, Plan, PlanSection, PlannedMeeting, PlannedQuestion, Record};
use pps_domain::russian::counted;
use pps_store::Revision;

use super::chosen::Chosen;
use super::shown_plan::shown_rows;
use super::{TableAsked, TablePreview};
use crate::error::AppError;
use crate::workplace::Workplace;

/// The rows of a table as rows and meetings of a plan.
pub(super) struct ReadPlan {
    pub(super) preview: TablePreview,
    rows: Vec<ActivityRow>,
    known: Arc<CommunityRecords>,
    community: CommunityId,
    year: SchoolYear,
    /// The plan of the year as it was read, where there is one.
    plan: Option<(Plan, Revision)>,
}

impl Workplace {
    pub(super) fn read_activities(&self, chosen: &Chosen, asked: &TableAsked) -> Result<ReadPlan, AppError> {
        let year = SchoolYear(asked.year);
        let known = self.community_records(asked.community)?;
        let people = People::of(&known, year.eve(), year.end());
        let plan = known.plan(year).cloned();
        let tasks = plan.as_ref().map(|plan| plan.tasks.as_slice()).unwrap_or_default();
        let earlier = EarlierDirections::of(&known, year);
        let Chosen { columns, heading, since_1904, .. } = chosen;
        let meetings = heading.as_ref().is_some_and(pps_domain::import::Heading::of_meetings)
            || columns.contains(&TableColumn::Questions);
        let people_chosen: Vec<_> =
            asked.people.iter().map(|named| (named.row, named.text.clone(), named.person)).collect();
        let table = ActivityTable {
            heading: heading.as_ref(),
            columns,
            meetings,
            year,
            people: &people,
            tasks,
            direction: asked.direction,
            earlier: &earlier,
            since_1904: *since_1904,
            holidays: &known.community.settings.holidays,
            as_rows: &asked.as_rows,
            chosen: &people_chosen,
        };
        let mut rows = table.read(&chosen.rows);
        as_the_person_says(&mut rows, asked, chosen);
        let shown = shown_rows(&rows, chosen, &known, year);
        let mut preview = TablePreview::new(chosen, asked.kind, shown);
        match &plan {
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
        if chosen.plain_text {
            preview.remarks.push(
                "Это текст, а не таблица: строки разобраны по смыслу. Проверьте каждую, прежде чем добавить."
                    .to_owned(),
            );
        }
        let plan = match plan {
            Some(plan) => {
                let seen = self.seen(asked.community)?.into_iter();
                let revision = seen
                    .filter(|seen| seen.record.id() == plan.id.0)
                    .map(|seen| Revision(seen.revision))
                    .next();
                revision.map(|revision| (plan, revision))
            }
            None => None,
        };
        Ok(ReadPlan { preview, rows, known, community: asked.community, year, plan })
    }
}

/// Directions that the person has chosen in the preview.
fn as_the_person_says(rows: &mut [ActivityRow], asked: &TableAsked, chosen: &Chosen) {
    for given in &asked.directions {
        if let Some(ActivityRow::Activity(read)) = rows.get_mut(given.row) {
            read.direction = Some(given.direction);
            read.guessed = None;
            read.doubts.retain(|doubt| doubt.column != TableColumn::Direction);
            read.left.retain(|at| chosen.columns.get(*at) != Some(&TableColumn::Direction));
            read.refusal = read.refusal.take().filter(|refusal| refusal.column != TableColumn::Direction);
        }
    }
    if chosen.plain_text {
        for row in rows {
            if let ActivityRow::Activity(read) = row {
                let sentence = "Строка текста, не таблицы: проверьте, так ли она понята.";
                read.doubts.push(Doubt { column: TableColumn::Text, sentence: sentence.to_owned() });
            }
        }
    }
}

impl ReadPlan {
    /// «Добавлено 17 мероприятий из таблицы», «Добавлено 4 заседания из таблицы»
    pub(super) fn named(&self, ticked: &[usize]) -> String {
        let meetings =
            ticked.iter().filter(|at| matches!(self.rows.get(**at), Some(ActivityRow::Meeting(_)))).count();
        let activities = ticked.len() - meetings;
        let said = [
            (activities > 0).then(|| counted(activities, "мероприятие", "мероприятия", "мероприятий")),
            (meetings > 0).then(|| counted(meetings, "заседание", "заседания", "заседаний")),
        ];
        format!("Добавлено {} из таблицы", said.into_iter().flatten().collect::<Vec<_>>().join(" и "))
    }

    /// The records of the ticked rows; a plan where the year has none yet, and its sections and meetings.
    pub(super) fn records(&self, workplace: &Workplace, ticked: &[usize]) -> Vec<(Record, Option<Revision>)> {
        let (mut plan, revision) = match &self.plan {
            Some((plan, revision)) => (plan.clone(), Some(*revision)),
            None => (self.new_plan(workplace.clock.new_id().into()), None),
        };
        let before = plan.clone();
        let mut place =
            self.known.activities_of(plan.id).iter().map(|row| row.place).max().unwrap_or_default();
        let mut activities: Vec<(Record, Option<Revision>)> = Vec::new();
        for at in ticked {
            match self.rows.get(*at) {
                Some(ActivityRow::Activity(read)) => {
                    place = place.saturating_add(1);
                    let section = read.section.as_deref().map(|name| section(&mut plan, name, workplace));
                    let row = self.activity(read, &plan, section, place, workplace);
                    activities.extend(row.map(|row| (Record::from(row), None)));
                }
                Some(ActivityRow::Meeting(read)) => plan.meetings.push(planned(read, workplace)),
                _ => {}
            }
        }
        let mut records = Vec::new();
        if revision.is_none() || plan != before {
            records.push((Record::from(plan), revision));
        }
        records.extend(activities);
        records
    }

    fn activity(
        &self,
        read: &ReadActivity,
        plan: &Plan,
        section: Option<SectionId>,
        place: i32,
        workplace: &Workplace,
    ) -> Option<Activity> {
        let direction = read.direction?;
        let ReadActivity {
            text,
            task,
            form,
            term,
            time,
            venue,
            goal,
            participants,
            responsible,
            responsible_in_words,
            expected,
            moves,
            mark,
            ..
        } = read.clone();
        Some(Activity {
            id: workplace.clock.new_id().into(),
            community: self.community,
            plan: plan.id,
            direction,
            place,
            text,
            task,
            section,
            form,
            goal,
            term,
            time,
            venue,
            moves,
            responsible,
            responsible_in_words,
            organisations: Vec::new(),
            participants,
            expected,
            difficulties: Vec::new(),
            meetings: Vec::new(),
            decisions: Vec::new(),
            mark,
        })
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
            tables: Vec::new(),
            adopted: None,
            approved: None,
        }
    }
}

/// The section of that name; a new one below the others where the plan has none.
fn section(plan: &mut Plan, name: &str, workplace: &Workplace) -> SectionId {
    let folded = |text: &str| text.to_lowercase().replace('ё', "е");
    if let Some(known) = plan.sections.iter().find(|known| folded(&known.name) == folded(name)) {
        return known.id;
    }
    let id = SectionId::from(workplace.clock.new_id());
    plan.sections.push(PlanSection { id, name: name.to_owned() });
    id
}

fn planned(read: &ReadMeeting, workplace: &Workplace) -> PlannedMeeting {
    let questions = read.questions.iter().map(|question| PlannedQuestion {
        text: question.text.clone(),
        speakers: question.speakers.clone(),
        speakers_in_words: question.speakers_in_words.clone(),
    });
    PlannedMeeting {
        id: workplace.clock.new_id().into(),
        topic: read.topic.clone(),
        questions: questions.collect(),
        form: read.form.clone(),
        term: read.term.clone(),
        time: read.time.clone(),
        venue: read.venue.clone(),
        responsible: read.responsible.clone(),
        responsible_in_words: read.responsible_in_words.clone(),
        expected: read.expected.clone(),
    }
}
