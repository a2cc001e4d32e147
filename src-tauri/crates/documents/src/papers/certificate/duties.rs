//! What the leader did in a period, duty by duty of п. 4.3.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use pps_domain::calendar::{PartialDate, SchoolYear, Term};
use pps_domain::community_records::CommunityRecords;
use pps_domain::figures::{Share, SurveyTotals};
use pps_domain::ids::PersonId;
use pps_domain::records::{
    Activity, BodyKind, Course, CourseState, DecisionKind, Direction, Kind, MarkState, Meeting, Plan,
    SubmittedPaper, Survey,
};
use pps_domain::russian::{counted, date_in_prose, partial_in_table, plural};

use super::Duty;
use crate::papers::sentences::quoted;

/// What the figures are counted over: what is dated within, and has come by the day.
pub(super) struct Period<'a> {
    pub(super) records: &'a CommunityRecords,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) on: NaiveDate,
}

impl<'a> Period<'a> {
    fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    pub(super) fn has_seen(&self, day: NaiveDate) -> bool {
        self.holds(day) && day <= self.on
    }

    pub(super) fn duties(&self) -> Vec<Duty> {
        use Direction::{
            Analysis, Consultation, Education, Expertise, Information, Management, Organisation,
        };
        let duty = |duty: &str, own: Vec<String>, journals: &[Kind], directions: &[Direction]| Duty {
            duty: duty.to_owned(),
            done: own
                .into_iter()
                .chain(self.journals(journals))
                .chain(directions.iter().filter_map(|direction| self.direction(*direction)))
                .collect(),
        };
        let body = self.records.community.words();
        let of_body = body.of_body();
        let analysis = match self.records.community.body_kind() {
            BodyKind::Pps => "Анализ деятельности педагогического сообщества".to_owned(),
            _ => format!("Анализ деятельности {}", body.noun_of()),
        };
        let duties = [
            duty(
                &format!("Планирование работы {of_body} на учебный год"),
                self.planning(),
                &[],
                &[Management],
            ),
            duty(
                &analysis,
                self.handed_over(SubmittedPaper::Report, |year| {
                    format!("Аналитический отчёт за {year} учебный год")
                }),
                &[Kind::LessonVisit],
                &[Analysis, Expertise],
            ),
            duty(
                "Выявление типичных трудностей руководителей и педагогов",
                self.surveys(),
                &[Kind::Consultation, Kind::Route],
                &[Consultation],
            ),
            duty(
                "Изучение нормативной документации, специальной и методической литературы",
                Vec::new(),
                &[Kind::Material, Kind::Practice],
                &[Information],
            ),
            duty(
                "Организация и проведение муниципальных мероприятий, формирование заказа на курсовую подготовку",
                self.courses(),
                &[Kind::Event],
                &[Organisation, Education],
            ),
            duty(&format!("Оформление документации {of_body}"), self.protocols(), &[], &[]),
            duty(&format!("Ответственность за работу {}", body.noun_of()), self.meetings(), &[], &[]),
        ];
        duties.into_iter().filter(|duty| !duty.done.is_empty()).collect()
    }

    /// The plans proper, one for each year.
    fn plans(&self) -> impl Iterator<Item = &'a Plan> {
        let years: BTreeSet<SchoolYear> = self.records.plans.values().map(|plan| plan.school_year).collect();
        let plans = years.into_iter().filter_map(|year| self.records.plan(year));
        plans.filter(|plan| !plan.preliminary)
    }

    /// The rows whose turn came in the period, each with its school year. A row belongs to the day on which
    /// something came of it, or else to the end of its term.
    fn rows(&self) -> Vec<(&'a Activity, SchoolYear)> {
        let belongs = |row: &Activity, year: SchoolYear| {
            let end = |term: Option<&Term>| term.and_then(|term| term.end(year));
            let day = match row.mark_on(year, self.on) {
                Some(mark) => mark.counts_from(row.term_on(year, self.on), year),
                None => end(row.term_on(year, self.on)),
            };
            self.holds(day.unwrap_or(year.end()))
        };
        let rows = self.plans().flat_map(|plan| {
            let year = plan.school_year;
            self.records.activities_of(plan.id).into_iter().map(move |row| (row, year))
        });
        rows.filter(|(row, year)| belongs(row, *year)).collect()
    }

    fn in_state(&self, rows: &[(&Activity, SchoolYear)], state: MarkState) -> usize {
        let marked = rows.iter().filter_map(|(row, year)| row.mark_on(*year, self.on));
        marked.filter(|mark| mark.state == state).count()
    }

    fn planning(&self) -> Vec<String> {
        let mut said = Vec::new();
        for plan in self.plans() {
            let adopted = plan.adopted.as_ref().map(|adoption| ("принят", adoption.date));
            let handed = self.handed(SubmittedPaper::Plan).into_iter();
            let handed =
                handed.filter(|(year, _)| *year == plan.school_year).map(|(_, day)| ("сдан в РИМК", day));
            let approved = plan.approved.as_ref().map(|approval| ("утверждён", approval.date));
            let mut steps: Vec<_> = adopted.into_iter().chain(handed).chain(approved).collect();
            steps.retain(|(_, day)| self.has_seen(*day));
            steps.sort_by_key(|(_, day)| *day);
            let steps: Vec<_> =
                steps.into_iter().map(|(word, day)| format!("{word} {}", date_in_prose(day))).collect();
            if !steps.is_empty() {
                said.push(format!("План на {} учебный год {}", plan.school_year, stop(&steps.join(", "))));
            }
        }
        said.extend(self.handed_over(SubmittedPaper::PreliminaryPlan, |year| {
            format!("Предварительный план на {} учебный год", year.next())
        }));
        let rows = self.rows();
        if !rows.is_empty() {
            let done = Share { part: self.in_state(&rows, MarkState::Done), whole: rows.len() };
            let states = [MarkState::DoneInPart, MarkState::Cancelled, MarkState::NotDone];
            let rest = states.map(|state| {
                let word = if state == MarkState::DoneInPart {
                    "не в полном объёме"
                } else {
                    state.in_words()
                };
                (word, self.in_state(&rows, state))
            });
            let open = rows.len() - done.part - rest.iter().map(|(_, count)| count).sum::<usize>();
            let rest = rest.into_iter().chain([("без отметки", open)]).filter(|(_, count)| *count > 0);
            let rest: String = rest.map(|(word, count)| format!(", {word} — {count}")).collect();
            said.push(format!(
                "Из мероприятий плана, срок которых пришёлся на период, выполнено {}{rest}.",
                done.in_words()
            ));
        }
        said
    }

    /// «Управленческое направление (п. 3.1.6): выполнено 2 из 3.»
    fn direction(&self, direction: Direction) -> Option<String> {
        let mut rows = self.rows();
        rows.retain(|(row, _)| row.direction == direction);
        let in_part = self.in_state(&rows, MarkState::DoneInPart);
        let in_part = if in_part > 0 {
            format!(", не в полном объёме — {in_part}")
        } else {
            String::new()
        };
        (!rows.is_empty()).then(|| {
            format!(
                "{} направление (п.\u{a0}{}): выполнено {} из {}{in_part}.",
                direction.in_words(),
                direction.clause(),
                self.in_state(&rows, MarkState::Done),
                counted(rows.len(), "мероприятия", "мероприятий", "мероприятий")
            )
        })
    }

    /// When a paper was handed over to РИМК in the period, and of which school year it was.
    fn handed(&self, paper: SubmittedPaper) -> Vec<(SchoolYear, NaiveDate)> {
        let handed =
            self.records.submissions.values().filter(|submission| submission.papers.contains(&paper));
        let mut handed: Vec<_> = handed.filter(|one| self.has_seen(one.date)).collect();
        handed.sort_by_key(|one| (one.date, one.id));
        handed.into_iter().map(|one| (one.school_year, one.date)).collect()
    }

    fn handed_over(&self, paper: SubmittedPaper, said: impl Fn(SchoolYear) -> String) -> Vec<String> {
        let sentence = |(year, day)| stop(&format!("{} сдан в РИМК {}", said(year), date_in_prose(day)));
        self.handed(paper).into_iter().map(sentence).collect()
    }

    fn surveys(&self) -> Vec<String> {
        let mut held: Vec<&Survey> =
            self.records.surveys.values().filter(|survey| self.has_seen(survey.held.first_day())).collect();
        held.sort_by_key(|survey| (survey.held.first_day(), survey.id));
        held.into_iter().map(|survey| self.survey(survey)).collect()
    }

    /// «Замер затруднений 17.10.2025: опрошено 11 человек; чаще всего отмечено «…» — 8 из 11.»
    fn survey(&self, survey: &Survey) -> String {
        let totals = SurveyTotals::of(self.records, survey);
        let asked = totals.asked;
        // Of equal ones the first, as the sheet has them.
        let worst = totals.rows.iter().rev().max_by(|one, other| one.share.cmp_part(other.share));
        let worst = worst.filter(|row| row.share.part > 0).map(|row| {
            let Share { part, whole } = row.share;
            format!("; чаще всего отмечено {} — {part} из {whole}", quoted(&row.title))
        });
        format!(
            "Замер затруднений {}: {} {}{}.",
            partial_in_table(survey.held),
            plural(asked, "опрошен", "опрошено", "опрошено"),
            counted(asked, "человек", "человека", "человек"),
            worst.unwrap_or_default()
        )
    }

    fn courses(&self) -> Vec<String> {
        let overlaps = self.records.memberships.values().filter(|membership| {
            membership.from <= self.to.min(self.on) && membership.to.is_none_or(|to| self.from <= to)
        });
        let members: BTreeSet<PersonId> = overlaps.map(|membership| membership.person).collect();
        let people = members.iter().filter_map(|person| self.records.people.get(person));
        let taught = people
            .filter(|person| {
                person
                    .courses
                    .iter()
                    .any(|course| course.state == CourseState::Finished && self.has_seen(taken(course)))
            })
            .count();
        if taught == 0 {
            return Vec::new();
        }
        vec![format!(
            "Курсы повышения квалификации {} {taught} из {}.",
            plural(taught, "окончил", "окончили", "окончили"),
            counted(members.len(), "участника", "участников", "участников")
        )]
    }

    fn held(&self) -> Vec<&'a Meeting> {
        let held = self
            .records
            .meetings
            .values()
            .filter(|meeting| meeting.held_by(self.on) && self.holds(meeting.date));
        held.collect()
    }

    fn protocols(&self) -> Vec<String> {
        let held = self.held();
        if held.is_empty() {
            return Vec::new();
        }
        let written = held.iter().filter(|meeting| meeting.protocol.is_some()).count();
        let signed = held.iter().filter(|meeting| meeting.signed_by(self.on)).count();
        vec![format!(
            "Протоколы составлены по {written} из {}, подписано {signed} из {}.",
            counted(held.len(), "заседания", "заседаний", "заседаний"),
            held.len()
        )]
    }

    fn meetings(&self) -> Vec<String> {
        let held = self.held();
        if held.is_empty() {
            return Vec::new();
        }
        let (mut attendance, mut done) = (Share::default(), Share::default());
        for meeting in &held {
            let (part, whole) = self.records.turnout(meeting);
            attendance += Share { part, whole };
            let decisions = self.records.decisions_of(meeting);
            for placed in
                decisions.iter().filter(|decision| decision.decision.kind == DecisionKind::Assignment)
            {
                let mark = placed.decision.mark_on(meeting.school_year, self.on);
                let part = usize::from(mark.is_some_and(|mark| mark.state == MarkState::Done));
                done += Share { part, whole: 1 };
            }
        }
        let foreseen = self
            .plans()
            .flat_map(|plan| plan.meetings.iter().map(move |meeting| (meeting, plan.school_year)));
        let foreseen = foreseen.filter(|(one, year)| {
            one.term.as_ref().and_then(|term| term.end(*year)).is_some_and(|end| self.holds(end))
        });
        let foreseen = match foreseen.count() {
            0 => String::new(),
            count => format!(" (по плану — {count})"),
        };
        let meetings = counted(held.len(), "заседание", "заседания", "заседаний");
        let came = if attendance.whole > 0 {
            format!(", присутствовало {}", attendance.in_words())
        } else {
            String::new()
        };
        let mut said = vec![format!("Проведено {meetings}{foreseen}{came}.")];
        if done.whole > 0 {
            said.push(format!("Поручений этих заседаний исполнено {}.", done.in_words()));
        }
        said
    }
}

/// The day to which a course is counted. Of a course of which only the year is known the school year may tell more.
fn taken(course: &Course) -> NaiveDate {
    let first = course.finished.first_day();
    match (course.finished, course.school_year) {
        (PartialDate::Year(_), Some(year)) if year.start() <= course.finished.last_day() => {
            first.max(year.start())
        }
        _ => first,
    }
}

/// A sentence that ends in a date has the stop of «г.» already.
fn stop(text: &str) -> String {
    if text.ends_with('.') { text.to_owned() } else { format!("{text}.") }
}
