//! Records that contradict themselves: kept as typed, and named.

use chrono::NaiveDate;

use super::meetings::protocol_name;
use super::{Finding, Supervision};
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::records::Kind;
use crate::russian::{capitalised, date_in_table, partial_in_table};

pub(super) fn check(records: &CommunityRecords, year: SchoolYear, on: NaiveDate, found: &mut Vec<Finding>) {
    for meeting in records.meetings_held(year, on) {
        let signed = meeting.protocol.as_ref().and_then(|protocol| protocol.signed.as_ref());
        if let Some(signed) = signed.filter(|signed| signed.date < meeting.date) {
            let name = capitalised(&protocol_name(meeting));
            let message = format!("{name} подписан раньше заседания, {}.", date_in_table(signed.date));
            let hint = "Проверьте день подписания и дату заседания.".to_owned();
            found.push(Finding::office(message, hint).about(Kind::Meeting, meeting.id));
        }
    }
    for survey in records.surveys.values() {
        let more = survey.rows.iter().any(|row| row.count > survey.asked);
        if survey.school_year == year && survey.held.has_come(on) && more {
            let held = partial_in_table(survey.held);
            let message = format!("В замере ({held}) ответов о затруднении больше, чем анкет.");
            let hint = "Проверьте число анкет и ответов.".to_owned();
            found.push(Finding::office(message, hint).about(Kind::Survey, survey.id));
        }
    }
}

pub(super) fn check_memberships(
    records: &CommunityRecords,
    on: NaiveDate,
    watch: &Supervision,
    found: &mut Vec<Finding>,
) {
    if !watch.covers(on) {
        return;
    }
    for membership in records.memberships.values() {
        if membership.to.is_some_and(|to| to < membership.from) {
            let name = records.surname_first(membership.person, on);
            let message = format!("{name}: последний день в составе раньше первого.");
            let hint = "Проверьте даты в «Составе».".to_owned();
            found.push(Finding::office(message, hint).about(Kind::Membership, membership.id));
        }
    }
}
