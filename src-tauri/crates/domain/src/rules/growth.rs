//! Advice about what was planned for people and has no end: attestations and courses.

use chrono::NaiveDate;

use super::{Finding, Severity, Supervision};
use crate::community_records::CommunityRecords;
use crate::records::Person;
use crate::russian::partial_in_table;

/// What was planned for members and is over, while nobody has said what came of it.
pub(super) fn check(
    records: &CommunityRecords,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    if !watch.covers(on) {
        return;
    }
    let members = records.roster(on).into_iter().filter_map(|member| records.people.get(&member.person));
    let members: Vec<&Person> = members.collect();
    let named = |person: &Person, what: String| format!("{} ({what})", records.surname_first(person.id, on));
    let attestations = members.iter().flat_map(|person| {
        let late = person.attestations.iter().filter(|planned| planned.is_overdue(on));
        late.filter_map(|late| Some(named(person, partial_in_table(late.planned?))))
    });
    let attestations: Vec<String> = attestations.collect();
    if !attestations.is_empty() {
        let message = format!("Запланированная аттестация уже прошла: {}.", attestations.join(", "));
        let hint =
            "Впишите в карточку, когда она пройдена и с каким результатом, или другой срок.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint));
    }
    let courses = members.iter().flat_map(|person| {
        let late = person.courses.iter().filter(|course| course.is_overdue(on));
        late.map(|late| named(person, partial_in_table(late.finished)))
    });
    let courses: Vec<String> = courses.collect();
    if !courses.is_empty() {
        let message = format!("Запланированные курсы уже должны были кончиться: {}.", courses.join(", "));
        let hint = "Отметьте курсы пройденными, перенесите срок или удалите их.".to_owned();
        found.push(Finding::advice(Severity::Info, message, hint));
    }
}
