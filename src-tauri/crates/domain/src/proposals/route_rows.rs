//! Rows proposed for a route (ИОМ): what answers each of its difficulties.

use chrono::NaiveDate;
use serde::Serialize;

use super::next_plan::same;
use crate::calendar::Term;
use crate::community_records::CommunityRecords;
use crate::ids::DifficultyId;
use crate::records::{Activity, ActivityForm, MarkState, Route};

/// A row proposed for a route. Until it is taken nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export, export_to = "derived/"))]
pub struct ProposedRouteRow {
    /// The difficulty that it answers.
    pub difficulty: DifficultyId,
    /// The difficulty in words.
    pub deficit: String,
    /// What is to be done.
    pub measure: String,
    /// In which form.
    pub form: String,
    /// Where.
    pub place: String,
    /// When.
    pub term: Option<Term>,
}

/// A row for each difficulty of the route that no row answers yet: what the plan does about it, and where the plan does
/// nothing, a consultation.
#[must_use]
pub fn route_rows(records: &CommunityRecords, route: &Route, on: NaiveDate) -> Vec<ProposedRouteRow> {
    let year = route.school_year;
    let plan = records.plan(year);
    let activities = plan.map(|plan| records.activities_of(plan.id)).unwrap_or_default();
    // What was cancelled or is over helps nobody who begins now.
    let helps = |activity: &&&Activity| {
        let over = activity.term_on(year, on).is_some_and(|term| term.has_passed(year, on));
        let mark = activity.mark_on(year, on).map(|mark| mark.state);
        !over && !matches!(mark, Some(MarkState::Cancelled | MarkState::NotDone))
    };
    let answered = |deficit: &str| route.rows.iter().any(|row| same(&row.deficit) == same(deficit));
    let open = route.difficulties.iter().filter_map(|id| records.difficulties.get(id));
    let open = open.filter(|difficulty| !difficulty.title.trim().is_empty() && !answered(&difficulty.title));
    let rows = open.flat_map(|difficulty| {
        let row = |measure: &str, form: &str, place: &str, term: Option<&Term>| ProposedRouteRow {
            difficulty: difficulty.id,
            deficit: difficulty.title.clone(),
            measure: measure.to_owned(),
            form: form.to_owned(),
            place: place.to_owned(),
            term: term.cloned(),
        };
        let of_plan = activities.iter().filter(|activity| activity.difficulties.contains(&difficulty.id));
        let mut rows: Vec<_> = of_plan
            .filter(helps)
            .map(|activity| row(&activity.text, &activity.form, &activity.venue, activity.term_on(year, on)))
            .collect();
        if rows.is_empty() {
            let form = ActivityForm::Consultation.in_words();
            rows.push(row("Консультации куратора и разбор уроков", form, "", None));
        }
        rows
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{SchoolYear, day};
    use crate::proposals::tests_id;
    use crate::records::{Community, Difficulty};

    /// A plan with a row for the first difficulty, and a route that names both.
    fn records() -> (CommunityRecords, Route) {
        let id = tests_id;
        let community: Community =
            serde_json::from_value(serde_json::json!({"id": id(9), "name": "ППС"})).unwrap();
        let mut records = CommunityRecords::new(community);
        for (number, title) in [(1, "Работа с текстом"), (2, "Мотивация")] {
            let difficulty =
                Difficulty { id: id(number).into(), community: id(9).into(), title: title.to_owned() };
            records.insert(difficulty.into());
        }
        let plan: crate::records::Plan =
            serde_json::from_value(serde_json::json!({"id": id(3), "community": id(9), "school_year": 2025}))
                .unwrap();
        records.insert(plan.into());
        let activity: Activity = serde_json::from_value(serde_json::json!({
            "id": id(4), "community": id(9), "plan": id(3), "direction": "3.1.7", "text": "Вебинар «Чтение»",
            "form": "вебинар", "difficulties": [id(1)], "term": {"form": "until", "date": "2026-02-12"},
        }))
        .unwrap();
        records.insert(activity.into());
        let route: Route = serde_json::from_value(serde_json::json!({
            "id": id(5), "community": id(9), "school_year": 2025, "difficulties": [id(1), id(2)],
        }))
        .unwrap();
        (records, route)
    }

    #[test]
    fn a_difficulty_is_answered_by_the_plan_or_by_a_consultation() {
        let (records, route) = records();
        let rows = route_rows(&records, &route, day(2025, 10, 24));
        let said: Vec<_> = rows.iter().map(|row| (row.deficit.as_str(), row.form.as_str())).collect();
        assert_eq!(said, [("Работа с текстом", "вебинар"), ("Мотивация", "консультация")]);
        assert_eq!(rows[0].measure, "Вебинар «Чтение»");
        // The webinar is over: it is proposed to nobody who begins then.
        let later = route_rows(&records, &route, day(2026, 3, 1));
        assert_eq!(later[0].form, "консультация");
        assert_eq!(SchoolYear::containing(day(2026, 3, 1)), route.school_year);
    }

    #[test]
    fn what_a_row_answers_already_is_not_proposed_again() {
        let (records, mut route) = records();
        let row = serde_json::json!({"id": tests_id(6), "deficit": "работа с  текстом."});
        route.rows.push(serde_json::from_value(row).unwrap());
        let rows = route_rows(&records, &route, day(2025, 10, 24));
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].deficit, "Мотивация");
    }
}
