//! The register of protocols from the meetings of a year.

use chrono::NaiveDate;
use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::records::Meeting;
use pps_domain::russian::date_in_table;

use super::people::{filled, leader_signature};
use super::{Register, RegisterRow};
use crate::PaperError;

impl Register {
    /// The protocols of the meetings that have been held by the day.
    ///
    /// # Errors
    ///
    /// None now; the result keeps the builders of all papers alike.
    pub fn from_records(
        records: &CommunityRecords,
        year: SchoolYear,
        on: NaiveDate,
    ) -> Result<Self, PaperError> {
        let held = records.meetings_held(year, on);
        Ok(Self {
            example: records.community.is_example(),
            community: records.community.name.clone(),
            school_year: year.to_string(),
            rows: held
                .into_iter()
                .filter(|meeting| meeting.protocol.is_some())
                .map(|one| row(one, on))
                .collect(),
            signature: leader_signature(records, on),
        })
    }
}

fn row(meeting: &Meeting, on: NaiveDate) -> RegisterRow {
    let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
    let topics = filled(items.clone().map(|item| item.topic.clone()));
    let signed = meeting.protocol.as_ref().and_then(|protocol| protocol.signed.as_ref());
    let (present, listed) = meeting.present_of();
    RegisterRow {
        number: meeting.number().map(|number| number.to_string()).unwrap_or_default(),
        date: date_in_table(meeting.date),
        // A protocol that was kept on paper only has a topic and no questions.
        topic: if topics.is_empty() { meeting.topic.clone() } else { numbered(&topics) },
        present: if listed > 0 { format!("{present} из {listed}") } else { String::new() },
        decisions: items.map(|item| item.decisions.len()).sum::<usize>().to_string(),
        signed: signed
            .filter(|signed| signed.date <= on)
            .map(|signed| date_in_table(signed.date))
            .unwrap_or_default(),
    }
}

/// Several questions are numbered, so that each begins where it is seen to begin.
fn numbered(topics: &[String]) -> String {
    if let [only] = topics {
        return only.clone();
    }
    let topics = topics.iter().zip(1..).map(|(topic, place)| format!("{place}. {topic}"));
    topics.collect::<Vec<_>>().join("\n")
}
