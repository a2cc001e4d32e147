//! The figures and words of the report, what is left before it is handed over, and the next year's plan.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use pps_documents::papers;
use pps_domain::calendar::SchoolYear;
use pps_domain::figures::ReportFigures;
use pps_domain::ids::{CommunityId, SectionId};
use pps_domain::proposals::{self, LeftOver, PlanProposal, new_difficulty};
use pps_domain::records::{Activity, Plan, PlanSection, Record, ReportSection};
use pps_domain::russian::counted;
use uuid::Uuid;

use crate::error::AppError;
use crate::views::Changes;
use crate::workplace::Workplace;

impl Workplace {
    /// The figures of a report, each with the records behind it; those of the paper where it was handed over.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn report_figures(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<ReportFigures, AppError> {
        let known = self.community_records(community)?;
        let kept = self.figures_in_force(&known, year, on)?;
        Ok(kept.unwrap_or_else(|| ReportFigures::of(&known, year, on)))
    }

    /// The sections of the report for which the records of a year say something, whether they are chosen or not.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn filled_sections(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Vec<ReportSection>, AppError> {
        Ok(papers::filled_sections(&*self.community_records(community)?, year, on))
    }

    /// A few sentences for a section of the report; empty where the records say nothing of it.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn report_prose(
        &self,
        community: CommunityId,
        year: SchoolYear,
        section: ReportSection,
        on: NaiveDate,
    ) -> Result<String, AppError> {
        Ok(proposals::prose(&*self.community_records(community)?, section, year, on))
    }

    /// What is left before the report is handed over.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn left_over(
        &self,
        community: CommunityId,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Vec<LeftOver>, AppError> {
        Ok(proposals::left_over(&*self.community_records(community)?, year, on))
    }

    /// Rows proposed for the plan of `year`, of what the year before left.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn plan_proposals(
        &self,
        community: CommunityId,
        year: SchoolYear,
    ) -> Result<Vec<PlanProposal>, AppError> {
        let known = self.community_records(community)?;
        Ok(proposals::for_plan(&known, year, self.today(&known)))
    }

    /// Takes proposals into the plan of `year`, which is made as a preliminary one where there is none: one
    /// operation. What is no longer proposed is left out: somebody took it a moment ago.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn take_proposals(
        &self,
        community: CommunityId,
        year: SchoolYear,
        ids: Vec<Uuid>,
    ) -> Result<Changes, AppError> {
        let known = self.community_records(community)?;
        let wanted: BTreeSet<Uuid> = ids.into_iter().collect();
        let mut taken = proposals::for_plan(&known, year, self.today(&known));
        taken.retain(|one| wanted.contains(&one.id));
        let rows = counted(taken.len(), "мероприятие", "мероприятия", "мероприятий");
        let name = format!("В план на {year} взято {rows} из предложенных");
        if taken.is_empty() {
            return Ok(self.changes(name, Vec::new()));
        }
        let mut records: Vec<Record> = Vec::new();
        // A plan that is begun takes over the sections of the year before.
        let mut taken_over: BTreeMap<SectionId, SectionId> = BTreeMap::new();
        let plan = match known.plan(year) {
            Some(plan) => plan.id,
            None => {
                let mut plan = self.preliminary(community, year);
                for section in known.plan(year.previous()).iter().flat_map(|before| &before.sections) {
                    let id = self.clock.new_id().into();
                    taken_over.insert(section.id, id);
                    plan.sections.push(PlanSection { id, name: section.name.clone() });
                }
                let id = plan.id;
                records.push(plan.into());
                id
            }
        };
        // A statement of a questionnaire becomes a difficulty, which the next survey and the plan can name.
        records.extend(taken.iter().filter_map(|row| new_difficulty(&known, row)).map(Record::from));
        let last = known.activities_of(plan).iter().map(|row| row.place).max().unwrap_or(0);
        for (row, place) in taken.into_iter().zip(last.saturating_add(1)..) {
            let id = self.clock.new_id().into();
            let before = known.activities.get(&row.record.into()).and_then(|earlier| earlier.section);
            let section = row.section.or_else(|| taken_over.get(&before?).copied());
            records.push(
                Activity {
                    id,
                    community,
                    plan,
                    direction: row.direction,
                    place,
                    text: row.text,
                    task: row.task,
                    section,
                    form: row.form,
                    goal: row.goal,
                    term: row.term,
                    time: row.time,
                    venue: row.venue,
                    moves: Vec::new(),
                    responsible: row.responsible,
                    responsible_in_words: row.responsible_in_words,
                    organisations: row.organisations,
                    participants: row.participants,
                    expected: row.expected,
                    difficulties: row.difficulties,
                    meetings: Vec::new(),
                    decisions: Vec::new(),
                    mark: None,
                }
                .into(),
            );
        }
        self.take_in(&name, records)
    }

    fn preliminary(&self, community: CommunityId, school_year: SchoolYear) -> Plan {
        Plan {
            id: self.clock.new_id().into(),
            community,
            school_year,
            preliminary: true,
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
