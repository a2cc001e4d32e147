//! Rows for the next plan that come of expertise, of road maps and of routes (ИОМ).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::next_plan::{PlanProposal, ProposalReason, same};
use crate::calendar::{SchoolYear, Term};
use crate::community_records::CommunityRecords;
use crate::control::of_road_map;
use crate::records::{ActivityForm, Conclusion, Direction, Expertise, ExpertiseObject, Kind, Speaker};
use crate::russian::{date_in_table, quoted};

/// Road maps that go on when the year is over.
pub(super) fn of_road_maps(
    records: &CommunityRecords,
    before: SchoolYear,
    on: NaiveDate,
) -> Vec<PlanProposal> {
    let going_on =
        records.road_maps.values().filter(|road_map| road_map.from <= on && road_map.goes_on_after(before));
    let mut going_on: Vec<_> = going_on.collect();
    going_on.sort_by_key(|road_map| (road_map.from, road_map.id));
    let proposed = going_on.into_iter().map(|road_map| {
        let next = before.next();
        // A last day within the new year is the term; otherwise the work lasts the year.
        let term = match road_map.until.filter(|until| next.contains(*until)) {
            Some(date) => Term::Until { date },
            None => Term::WholeYear { words: None },
        };
        let row = road_map.activity.and_then(|row| records.activities.get(&row));
        let until = road_map.until.map(|day| format!(" до {}", date_in_table(day))).unwrap_or_default();
        PlanProposal {
            origin: format!("Дорожная карта действует{until}"),
            term: Some(term),
            responsible: row.map(|row| row.responsible.clone()).unwrap_or_default(),
            responsible_in_words: row.map(|row| row.responsible_in_words.clone()).unwrap_or_default(),
            organisations: road_map.organisation.into_iter().collect(),
            expected: road_map.goal.clone(),
            ..PlanProposal::bare(
                road_map.id.0,
                Kind::RoadMap,
                ProposalReason::GoesOn,
                Direction::Management,
                format!("Выполнение {}", of_road_map(records, road_map)),
            )
        }
    });
    proposed.collect()
}

/// Routes (ИОМ) that nobody has finished when the year is over.
pub(super) fn of_routes(records: &CommunityRecords, before: SchoolYear, on: NaiveDate) -> Vec<PlanProposal> {
    let open = records.routes.values().filter(|route| route.school_year == before && route.is_open());
    let proposed = open.filter_map(|route| {
        let name = records.surname_first(route.person?, on);
        let ends = route.until.filter(|until| before.next().contains(*until));
        let curator = match route.curator {
            Some(Speaker::Person(person)) => vec![person],
            Some(Speaker::Named(_)) | None => Vec::new(),
        };
        Some(PlanProposal {
            origin: format!("ИОМ не завершён в {before}"),
            term: Some(ends.map_or(Term::WholeYear { words: None }, |date| Term::Until { date })),
            responsible: curator,
            expected: "ИОМ завершён".to_owned(),
            difficulties: route.difficulties.clone(),
            ..PlanProposal::bare(
                route.id.0,
                Kind::Route,
                ProposalReason::GoesOn,
                Direction::Consultation,
                format!("Сопровождение ИОМ: {name}"),
            )
        })
    });
    proposed.collect()
}

/// Works that are to be worked on and were not looked at again.
pub(super) fn of_expertise(
    records: &CommunityRecords,
    before: SchoolYear,
    on: NaiveDate,
) -> Vec<PlanProposal> {
    let concluded = records.expertises.values().filter(|judged| judged.is_concluded(on));
    let mut concluded: Vec<&Expertise> = concluded.collect();
    concluded.sort_by_key(|judged| (judged.date, judged.id));
    let mut proposed = Vec::new();
    let mut seen_again = BTreeSet::new();
    // From the last one: whatever comes earlier under the same title was looked at again.
    for judged in concluded.into_iter().rev() {
        let last = seen_again.insert(same(&judged.title));
        let of_year = before.contains(judged.date) && !judged.title.trim().is_empty();
        if !last || !of_year || judged.conclusion != Some(Conclusion::Rework) {
            continue;
        }
        let direction = match judged.object {
            ExpertiseObject::Product => Direction::Expertise,
            ExpertiseObject::Project => Direction::Management,
        };
        proposed.push(PlanProposal {
            origin: format!("Вывод экспертизы {}: доработать", date_in_table(judged.date)),
            form: ActivityForm::Expertise.in_words().to_owned(),
            responsible: judged.known_experts().collect(),
            organisations: judged.organisation.into_iter().collect(),
            expected: "экспертное заключение".to_owned(),
            ..PlanProposal::bare(
                judged.id.0,
                Kind::Expertise,
                ProposalReason::Rework,
                direction,
                format!("Повторная экспертиза: {}", quoted(&judged.title)),
            )
        });
    }
    proposed.reverse();
    proposed
}
