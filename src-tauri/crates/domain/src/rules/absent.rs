//! Who has a part in a protocol though the attendance says that he or she was away.

use super::Finding;
use super::meetings::protocol_name;
use crate::community_records::CommunityRecords;
use crate::ids::PersonId;
use crate::records::{AgendaItem, Meeting, Speaker};
use crate::russian::{capitalised, uncapitalised};

/// The chair, the secretary, those who reported and spoke, as far as they are marked absent. Whoever came for a part of
/// the meeting was there. A report that was sent as a text may be heard without the one who wrote it, however the
/// meeting was held.
pub(super) fn absent(records: &CommunityRecords, meeting: &Meeting) -> Option<Finding> {
    let away = |person: &PersonId| {
        meeting.listed().any(|member| member.person == *person && !member.presence.is_present())
    };
    let chair_word = records.community.settings.chair_word.trim();
    let chair_word =
        if chair_word.is_empty() { "председатель".to_owned() } else { uncapitalised(chair_word) };
    let presided = meeting.chair.map(|chair| (chair_word, chair));
    let wrote = meeting.secretary.map(|secretary| ("секретарь".to_owned(), secretary));
    let questions = meeting.protocol.iter().flat_map(|protocol| &protocol.items).zip(1..);
    let spoke = questions.flat_map(|(item, number)| speakers(item, number));
    let mut named: Vec<String> = Vec::new();
    for (part, person) in presided.into_iter().chain(wrote).chain(spoke).filter(|(_, person)| away(person)) {
        let said = format!("{part} {}", records.surname_first(person, meeting.date));
        if !named.contains(&said) {
            named.push(said);
        }
    }
    if named.is_empty() {
        return None;
    }
    let name = capitalised(&protocol_name(meeting));
    // A name that ends with an initial already has its full stop.
    let named = named.join(", ");
    let message = format!("{name}: в списке отсутствующих {}.", named.trim_end_matches('.'));
    let hint = "Отметьте, что человек присутствовал, или укажите, кто был вместо него.";
    Some(Finding::office(message, hint.to_owned()))
}

/// The members who reported and spoke on a question.
fn speakers(item: &AgendaItem, number: usize) -> Vec<(String, PersonId)> {
    let known = |part: String, speaker: &Speaker| match speaker {
        Speaker::Person(person) => Some((part, *person)),
        Speaker::Named(_) => None,
    };
    let sent = item.heard.to_lowercase().contains("прилага");
    let reporters = item.reporters.iter().filter(|_| !sent);
    let reported =
        reporters.filter_map(|reporter| known(format!("докладчик вопроса {number}"), &reporter.speaker));
    let spoke = item
        .spoke
        .iter()
        .filter_map(|speech| known(format!("в выступлениях по вопросу {number}"), &speech.speaker));
    reported.chain(spoke).collect()
}
