//! The records of a community as they stand in an edition without personal data: to be put on a site or shown to
//! strangers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::NameMask;
use super::anonymised::{highest, numbered};
use crate::community_records::CommunityRecords;
use crate::ids::PersonId;
use crate::records::{Absence, AgendaItem, Guest, Presence, Speaker};
use crate::russian::{FullName, is_patronymic, uncapitalised};

/// Records without the names of people, and the names that must not stand in their texts either.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The records: people are «участник 1», «участник 2» … in the order of the roster, officials have no names, guests
    /// are «приглашённый 1». What figures are counted of stays; whoever lists people leaves out the facts of those who
    /// are anonymised. The texts that somebody typed are as they were: [`Edition::mask`] is for those.
    pub records: CommunityRecords,
    /// The names that were taken out, with what stands for each.
    pub mask: NameMask,
}

impl Edition {
    /// The edition of a day.
    #[must_use]
    pub fn of(records: &CommunityRecords, on: NaiveDate) -> Self {
        Self::naming(records, on, &BTreeSet::new())
    }

    /// The edition of a day in which these people keep their names.
    #[must_use]
    pub fn naming(records: &CommunityRecords, on: NaiveDate, named: &BTreeSet<PersonId>) -> Self {
        let mut mask = NameMask::default();
        let mut edition = records.clone();
        for (id, label) in labels(records, on).into_iter().filter(|(id, _)| !named.contains(id)) {
            if let Some(person) = edition.people.get_mut(&id) {
                for facts in &mut person.facts {
                    mask.add(&facts.name, &label);
                    facts.name = FullName { surname: label.clone(), ..FullName::default() };
                }
                person.contact.clear();
                person.consent = None;
                person.anonymised = true;
            }
        }
        // Ten comes after nine, though not in the alphabet.
        for (member, place) in records.roster(on).into_iter().zip(1..) {
            if let Some(member) = edition.memberships.get_mut(&member.id) {
                member.place = place;
            }
        }
        for official in &mut edition.community.officials {
            let label = uncapitalised(official.title.trim());
            mask.add(&official.name, if label.is_empty() { "должностное лицо" } else { &label });
            official.name = FullName::default();
        }
        let mut guests = Guests::default();
        for meeting in edition.meetings.values_mut() {
            for Guest { name, .. } in &mut meeting.guests {
                *name = guests.named(name, &mut mask);
            }
            for member in &mut meeting.attendance {
                if let Presence::Absent(absence) = &mut member.presence {
                    *absence = Absence::default();
                }
            }
            let items = meeting.protocol.iter().flat_map(|protocol| &protocol.items);
            items.flat_map(AgendaItem::speakers).for_each(|speaker| guests.speaks(speaker, &mut mask));
        }
        let consultants = edition.consultations.values().filter_map(|given| given.consultant.as_ref());
        consultants.for_each(|speaker| guests.speaks(speaker, &mut mask));
        speaking_elsewhere(records).for_each(|speaker| guests.speaks(speaker, &mut mask));
        let curators = edition.routes.values().filter_map(|route| route.curator.as_ref());
        curators.for_each(|speaker| guests.speaks(speaker, &mut mask));
        answering_in_words(records).for_each(|words| guests.answers(words, &mut mask));
        Self { records: edition, mask }
    }
}

/// All texts in which somebody who answers or speaks is named in words.
fn answering_in_words(records: &CommunityRecords) -> impl Iterator<Item = &str> {
    let rows = records.activities.values().map(|row| &row.responsible_in_words);
    let planned = records.plans.values().flat_map(|plan| &plan.meetings);
    let planned = planned.flat_map(|meeting| {
        let questions = meeting.questions.iter().map(|question| &question.speakers_in_words);
        std::iter::once(&meeting.responsible_in_words).chain(questions)
    });
    let items = records.meetings.values().flat_map(|meeting| &meeting.protocol);
    let decisions = items.flat_map(|protocol| &protocol.items).flat_map(|item| &item.decisions);
    let decisions = decisions.map(|decision| &decision.responsible_in_words);
    let events = records.events.values().map(|event| &event.leaders_in_words);
    let visits = records.lesson_visits.values().map(|visit| &visit.visitors_in_words);
    let practices = records.practices.values().map(|practice| &practice.authors_in_words);
    // «Яндекс Учебник» made a material, and is nobody's name.
    let authors = records.materials.values().filter_map(|material| match &material.author {
        Some(Speaker::Named(author)) => Some(author),
        Some(Speaker::Person(_)) | None => None,
    });
    let judged = records.expertises.values().map(|judged| &judged.authors_in_words);
    let steps = records.road_maps.values().flat_map(|road_map| &road_map.rows);
    let steps = steps.map(|row| &row.responsible_in_words);
    let journals = events.chain(visits).chain(practices).chain(authors).chain(judged).chain(steps);
    rows.chain(planned).chain(decisions).chain(journals).map(String::as_str)
}

/// Whoever took part in an event, taught a visited lesson or judged a work.
fn speaking_elsewhere(records: &CommunityRecords) -> impl Iterator<Item = &Speaker> {
    let events = records.events.values().flat_map(|event| &event.participants);
    let events = events.filter_map(|participant| participant.who.as_ref());
    let teachers = records.lesson_visits.values().filter_map(|visit| visit.teacher.as_ref());
    let experts = records.expertises.values().flat_map(|judged| &judged.experts);
    let experts = experts.filter_map(|expert| expert.speaker.as_ref());
    events.chain(teachers).chain(experts)
}

/// What each person is called. Who is anonymised already keeps the number.
fn labels(records: &CommunityRecords, on: NaiveDate) -> BTreeMap<PersonId, String> {
    let mut taken: BTreeSet<u32> = records.people.values().map(highest).collect();
    let mut labels = BTreeMap::new();
    let members = records.roster(on).into_iter().map(|member| member.person);
    let mut next = 1;
    for id in members.chain(records.people.keys().copied()) {
        let Some(person) = records.people.get(&id).filter(|_| !labels.contains_key(&id)) else { continue };
        let own = highest(person);
        if own > 0 {
            labels.insert(id, numbered(own));
            continue;
        }
        while taken.contains(&next) {
            next += 1;
        }
        taken.insert(next);
        labels.insert(id, numbered(next));
    }
    labels
}

/// People who are named and have no card.
#[derive(Default)]
struct Guests(Vec<FullName>);

impl Guests {
    fn named(&mut self, name: &FullName, mask: &mut NameMask) -> FullName {
        if name.surname.trim().is_empty() {
            return name.clone();
        }
        let known = self.0.iter().position(|known| known == name);
        let place = known.unwrap_or_else(|| {
            self.0.push(name.clone());
            self.0.len() - 1
        });
        let label = format!("приглашённый {}", place + 1);
        mask.add(name, &label);
        FullName { surname: label, ..FullName::default() }
    }

    fn speaks(&mut self, speaker: &Speaker, mask: &mut NameMask) {
        if let Speaker::Named(words) = speaker
            && let Some(name) = name_among(words)
            && !mask.stands_in(words)
        {
            self.named(&name, mask);
        }
    }

    /// Whoever is named among «директор ОО, методист РИМК Панина Е. В.»: only what is a name for certain, since most of
    /// such words name a post or a body.
    fn answers(&mut self, words: &str, mask: &mut NameMask) {
        for part in words.split([',', ';', '\n']).filter(|part| !mask.stands_in(part)).collect::<Vec<_>>() {
            let certain = |name: &FullName| name.given.ends_with('.') || is_patronymic(&name.patronymic);
            if let Some(name) = name_among(part).filter(certain) {
                self.named(&name, mask);
            }
        }
    }
}

/// The name among words such as «методист РИМК Панина Е. В.»; none in «представители школ».
fn name_among(words: &str) -> Option<FullName> {
    let words: Vec<&str> =
        words.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | ')')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let initials = |word: &str| {
        word.ends_with('.')
            && word.trim_end_matches('.').split(['.', '-']).all(|part| part.chars().count() == 1)
    };
    let is_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let at_initials = words.iter().position(|word| initials(word));
    if let Some(at) = at_initials {
        let run = words.iter().skip(at).take_while(|word| initials(word)).count();
        let given: Vec<String> =
            words.iter().skip(at).take(run).map(|word| word.replace('.', ". ")).collect();
        let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|word| is_name(word));
        let surname = before.or_else(|| words.get(at + run).filter(|word| is_name(word)))?;
        return Some(FullName::parse(&format!("{surname} {}", given.join(" "))));
    }
    let names: Vec<&str> =
        words.iter().copied().skip_while(|word| !is_name(word)).take_while(|word| is_name(word)).collect();
    let most = words.len() - names.len();
    match names.as_slice() {
        [surname] if most == 0 => Some(FullName::parse(surname)),
        [_, _] | [_, _, _] => Some(FullName::parse(&names.join(" "))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_name_among_words_for_who_answers_goes_and_posts_and_bodies_stay() {
        let (mut guests, mut mask) = (Guests::default(), NameMask::default());
        let words = "директор ОО, методист РИМК Панина Е. В.; Рабочая группа, Отдел Образования Района";
        guests.answers(words, &mut mask);
        let masked = mask.masked_for_all(words).replace('\u{a0}', " ");
        assert_eq!(
            masked,
            "директор ОО, методист РИМК приглашённый 1; Рабочая группа, Отдел Образования Района"
        );
    }

    #[rstest]
    #[case("Панина Е. В.", Some("Панина Е. В."))]
    #[case("методист РИМК Панина\u{a0}Е.\u{a0}В.", Some("Панина Е. В."))]
    #[case("Е.В. Панина", Some("Панина Е. В."))]
    #[case("заведующая Панина Елена Викторовна", Some("Панина Елена Викторовна"))]
    #[case("Панина", Some("Панина"))]
    #[case("представители школ", None)]
    #[case("Родители учеников", None)]
    #[case("", None)]
    fn a_name_is_found_among_words(#[case] words: &str, #[case] name: Option<&str>) {
        let found = name_among(words).map(|name| name.full());
        assert_eq!(found.as_deref(), name);
    }
}
