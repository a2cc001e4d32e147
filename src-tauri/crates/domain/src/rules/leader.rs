//! пп. 4.1 and 4.2: the leader.

use chrono::NaiveDate;

use super::{Finding, Severity, Supervision};
use crate::community_records::CommunityRecords;
use crate::records::{Category, Kind, Role};

/// Years in the specialty that п. 4.2 asks of a teacher.
const YEARS_IN_SPECIALTY: i32 = 3;

pub(super) fn check(
    records: &CommunityRecords,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    if !watch.covers(on) {
        return;
    }
    let Some(leader) = records.holder(Role::Leader, on) else {
        let message = format!("Не указан руководитель {}.", records.community.words().noun_of());
        let hint = "Откройте «Состав» и отметьте руководителя с датой.".to_owned();
        found.push(Finding::regulation("4.1", Severity::Warning, message, hint));
        return;
    };
    let Some(facts) = records.facts(leader, on) else { return };
    let head = facts.heads_organisation || facts.heads_methodical_body;
    let category = matches!(facts.category, Category::First | Category::Highest);
    let years = facts.experience_in_specialty(on);
    let experienced = years.is_some_and(|years| years >= YEARS_IN_SPECIALTY);
    if head || (category && experienced) {
        return;
    }
    let name = records.surname_first(leader, on);
    let (lack, hint) = if !category {
        ("нет первой или высшей категории", "Проверьте категорию и должность в «Составе».")
    } else if years.is_none() {
        ("не указано, с какого года работает по специальности", "Внесите этот год в «Составе».")
    } else {
        (
            "по специальности меньше трёх лет",
            "Проверьте в «Составе», с какого года работает по специальности.",
        )
    };
    let message = format!(
        "Руководитель {} {name} не возглавляет ОО или МО, и {lack}.",
        records.community.words().noun_of()
    );
    let finding = Finding::regulation("4.2", Severity::Warning, message, hint.to_owned());
    found.push(finding.about(Kind::Person, leader));
}
