use chrono::NaiveDate;

use super::bare;
use crate::calendar::SchoolYear;
use crate::community_records::CommunityRecords;
use crate::control::road_map_name;
use crate::figures::{Difficulties, DifficultyCount, Figures, Growth, Meetings, Share};
use crate::records::{Activity, ActivityForm, MarkState, ReportSection, TaskState};
use crate::russian::{capitalised, counted, plural, quoted};

/// A few sentences proposed for a section of the report. Empty where the records say nothing of it: the program
/// invents no words.
#[must_use]
pub fn prose(records: &CommunityRecords, section: ReportSection, year: SchoolYear, on: NaiveDate) -> String {
    let figures = Figures::of(records, year, on);
    let sentences = match section {
        ReportSection::General => general(records, &figures),
        ReportSection::Staff => staff(records, &figures),
        ReportSection::Tasks => tasks(records, year),
        ReportSection::Meetings => meetings(&figures, &before(records, year)),
        ReportSection::PlanAndFact => plan_and_fact(records, &figures),
        ReportSection::Events => events(
            records,
            &figures,
            &[
                (ActivityForm::Seminar, ["семинар", "семинара", "семинаров"]),
                (ActivityForm::Workshop, ["практикум", "практикума", "практикумов"]),
                (ActivityForm::MasterClass, ["мастер-класс", "мастер-класса", "мастер-классов"]),
                (ActivityForm::Webinar, ["вебинар", "вебинара", "вебинаров"]),
                (ActivityForm::OpenLesson, ["открытый урок", "открытых урока", "открытых уроков"]),
            ],
        ),
        ReportSection::Contests => events(
            records,
            &figures,
            &[
                (ActivityForm::Contest, ["конкурс", "конкурса", "конкурсов"]),
                (ActivityForm::Conference, ["конференция", "конференции", "конференций"]),
            ],
        ),
        ReportSection::Support => {
            let forms = [
                (ActivityForm::Consultation, ["консультация", "консультации", "консультаций"]),
                (ActivityForm::Expertise, ["экспертиза", "экспертизы", "экспертиз"]),
            ];
            // Where expertise is kept in its journal, the rows of the plan are not counted beside it.
            let kept = !figures.expertise.concluded.is_empty();
            let mut said = events(records, &figures, if kept { &forms[..1] } else { &forms });
            said.extend(kept.then(|| format!("Проведена экспертиза: {}.", figures.expertise.in_words())));
            said
        }
        ReportSection::Courses => courses(&figures),
        ReportSection::Difficulties => difficulties(figures.difficulties.as_ref()),
        ReportSection::Conclusions => conclusions(&figures),
        ReportSection::NextTasks => return next_tasks(records, &figures).join("\n"),
        ReportSection::Growth => growth(&figures),
        ReportSection::Schools => road_maps(records, &figures),
        ReportSection::TitlePage | ReportSection::Annexes => Vec::new(),
    };
    sentences.join(" ")
}

/// Meetings of the year before, over the whole of it.
fn before(records: &CommunityRecords, year: SchoolYear) -> Meetings {
    let previous = year.previous();
    Figures::of(records, previous, previous.end()).meetings
}

fn people(count: usize) -> String {
    counted(count, "участник", "участника", "участников")
}

fn general(records: &CommunityRecords, figures: &Figures) -> Vec<String> {
    let staff = &figures.staff_at_end;
    let (members, schools) = (staff.members(), staff.organisations());
    if members == 0 {
        return Vec::new();
    }
    let verb = plural(members, "состоит", "состоят", "состоят");
    let from = match schools {
        0 => String::new(),
        _ => format!(" из {schools}\u{a0}{}", plural(schools, "организации", "организаций", "организаций")),
    };
    vec![format!("В {} {verb} {}{from}.", records.community.words().noun_in(), people(members))]
}

fn staff(records: &CommunityRecords, figures: &Figures) -> Vec<String> {
    let (start, end) = (figures.staff_at_start.members(), figures.staff_at_end.members());
    if end == 0 {
        return Vec::new();
    }
    let words = records.community.words();
    let body = words.noun_in();
    let mut said = Vec::new();
    let verb = |count| plural(count, "состоял", "состояли", "состояли");
    said.push(match start {
        0 => format!("На конец года в {body} {} {}.", verb(end), people(end)),
        _ if start == end => format!("Число участников за год не изменилось: {end}."),
        _ => {
            format!("На начало года в {body} {} {}, на конец\u{a0}— {end}.", verb(start), people(start))
        }
    });
    let joined = figures.staff_changes.iter().filter(|change| change.joined).count();
    let left = figures.staff_changes.len() - joined;
    let counts = |count| counted(count, "человек", "человека", "человек");
    let mut changes = Vec::new();
    if joined > 0 {
        changes.push(format!("в состав {} {}", plural(joined, "вошёл", "вошли", "вошли"), counts(joined)));
    }
    if left > 0 {
        changes.push(format!("из состава {} {}", plural(left, "вышел", "вышли", "вышли"), counts(left)));
    }
    if !changes.is_empty() {
        said.push(format!("За год {}.", changes.join(", ")));
    }
    let category = figures.staff_at_end.with_category();
    if category.part > 0 {
        let verb = plural(category.part, "имеет", "имеют", "имеют");
        said.push(format!("Первую или высшую категорию {verb} {}.", category.in_words()));
    }
    said
}

fn tasks(records: &CommunityRecords, year: SchoolYear) -> Vec<String> {
    let Some(plan) = records.plan(year).filter(|plan| !plan.tasks.is_empty()) else { return Vec::new() };
    let with = |state| plan.tasks.iter().filter(|task| task.state == Some(state)).count();
    let all = plan.tasks.len();
    let states = [
        (with(TaskState::Done), "", " полностью"),
        (with(TaskState::InPart), "", " частично"),
        (with(TaskState::NotDone), "не ", ""),
    ];
    let told: Vec<_> = states
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, not, how)| {
            format!("{not}{}{how} {count}", plural(count, "выполнена", "выполнены", "выполнено"))
        })
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    vec![format!("Из {all}\u{a0}{} года {}.", plural(all, "задачи", "задач", "задач"), told.join(", "))]
}

fn meetings(figures: &Figures, before: &Meetings) -> Vec<String> {
    let now = &figures.meetings;
    if now.rows.is_empty() {
        return Vec::new();
    }
    // «Проведено 3 заседания»: with a number the verb stands in the neuter; with one it does not differ.
    let mut first = format!("Проведено {}", counted(now.rows.len(), "заседание", "заседания", "заседаний"));
    if now.attendance.whole > 0 {
        first += &format!(", присутствовало {}", now.attendance.in_words());
        if before.attendance.whole > 0 {
            let Share { part, whole } = before.attendance;
            first += &format!(", в прошлом году {part} из {whole}");
        }
    }
    let mut said = vec![first + "."];
    let mut given = Share::default();
    for row in &now.rows {
        given += row.assignments;
    }
    if given.whole > 0 {
        let Share { part, whole } = given;
        said.push(format!(
            "Дано {}, выполнено {part}.",
            counted(whole, "поручение", "поручения", "поручений")
        ));
    }
    said
}

fn plan_and_fact(records: &CommunityRecords, figures: &Figures) -> Vec<String> {
    let total = figures.plan.total();
    let all = total.planned.len();
    if all == 0 {
        return Vec::new();
    }
    let done = Share { part: total.done.len(), whole: all };
    let mut first = format!(
        "Из {all}\u{a0}{} плана выполнено {}",
        plural(all, "мероприятия", "мероприятий", "мероприятий"),
        total.done.len()
    );
    if let Some(percent) = done.percent() {
        first += &format!(" ({percent}\u{a0}%)");
    }
    let rest = [
        ("не в полном объёме", &total.in_part),
        ("отменено", &total.cancelled),
        ("не выполнено", &total.not_done),
        ("перенесено", &total.moved),
        ("пока без отметки", &total.unmarked),
    ];
    for (words, rows) in rest.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        first += &format!(", {words}\u{a0}— {}", rows.len());
    }
    let mut said = vec![first + "."];
    for (words, rows) in [("Отменено", &total.cancelled), ("Не выполнено", &total.not_done)]
    {
        for activity in rows.iter().filter_map(|id| records.activities.get(id)) {
            let reason = activity.mark.as_ref().map(|mark| bare(&mark.reason)).unwrap_or_default();
            let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
            said.push(format!("{words}: {}{why}.", quoted(&activity.text)));
        }
    }
    said
}

fn events(records: &CommunityRecords, figures: &Figures, forms: &[(ActivityForm, [&str; 3])]) -> Vec<String> {
    let (year, on) = (figures.school_year, figures.on);
    let done = figures.plan.total().done;
    let held: Vec<&Activity> = done.iter().filter_map(|id| records.activities.get(id)).collect();
    let counts: Vec<_> = forms
        .iter()
        .filter_map(|(form, [one, few, many])| {
            let count = held.iter().filter(|activity| activity.known_form() == Some(*form)).count();
            (count > 0).then(|| counted(count, one, few, many))
        })
        .collect();
    if counts.is_empty() {
        return Vec::new();
    }
    let mut said = vec![format!("За год проведено: {}.", counts.join(", "))];
    for activity in
        held.iter().filter(|activity| forms.iter().any(|(form, _)| activity.known_form() == Some(*form)))
    {
        let result = activity.mark_on(year, on).filter(|mark| mark.state == MarkState::Done);
        let result = result.map(|mark| bare(&mark.result)).unwrap_or_default();
        if !result.is_empty() {
            said.push(format!("{}: {result}.", quoted(&activity.text)));
        }
    }
    said
}

fn road_maps(records: &CommunityRecords, figures: &Figures) -> Vec<String> {
    let running = figures.road_maps.iter().filter(|progress| progress.done.whole > 0);
    let said = running.filter_map(|progress| {
        let road_map = records.road_maps.get(&progress.road_map)?;
        Some(format!("{}: {}.", capitalised(&road_map_name(records, road_map)), progress.in_words()))
    });
    said.collect()
}

fn courses(figures: &Figures) -> Vec<String> {
    let mut who: Vec<_> = figures.courses.iter().map(|(person, _)| *person).collect();
    who.sort_unstable();
    who.dedup();
    if who.is_empty() {
        return Vec::new();
    }
    let verb = plural(who.len(), "прошёл", "прошли", "прошли");
    vec![format!("Курсы повышения квалификации за год {verb} {}.", people(who.len()))]
}

fn growth(figures: &Figures) -> Vec<String> {
    let Growth { attestations, self_education, routes_begun, routes_finished } = &figures.growth;
    let mut said = Vec::new();
    if !attestations.is_empty() {
        let verb = plural(attestations.len(), "прошёл", "прошли", "прошли");
        said.push(format!("Аттестацию за год {verb} {}.", people(attestations.len())));
    }
    if !self_education.is_empty() {
        let topics = counted(self_education.len(), "теме", "темам", "темам");
        said.push(format!("Самообразование шло по {topics}."));
    }
    let ways = |count: usize| counted(count, "маршрут", "маршрута", "маршрутов");
    let (begun, finished) = (routes_begun.len(), routes_finished.len());
    match (begun, finished) {
        (0, 0) => {}
        (0, _) => said.push(format!("Индивидуальных образовательных маршрутов завершено: {finished}.")),
        _ => said.push(format!(
            "Работа шла по индивидуальным образовательным маршрутам: {} {}, завершено\u{a0}— {finished}.",
            plural(begun, "начат", "начаты", "начато"),
            ways(begun)
        )),
    }
    said
}

fn title(row: &DifficultyCount) -> String {
    bare(&row.title)
}

/// Of two shares the greater, without a division.
fn grew(before: Share, last: Share) -> std::cmp::Ordering {
    (last.part * before.whole).cmp(&(before.part * last.whole))
}

fn difficulties(found: Option<&Difficulties>) -> Vec<String> {
    let Some(found) = found else { return Vec::new() };
    let mut said = Vec::new();
    let asked = found.rows.iter().filter_map(|row| Some((row, row.last.filter(|share| share.part > 0)?)));
    if let Some((row, share)) = asked.max_by_key(|(_, share)| share.percent()) {
        said.push(format!("Чаще всего педагоги называют {}: {}.", quoted(&title(row)), share.in_words()));
    }
    for (order, words) in [
        (std::cmp::Ordering::Less, "Реже, чем в прошлый раз, называют"),
        (std::cmp::Ordering::Greater, "Чаще, чем в прошлый раз, называют"),
    ] {
        let rows: Vec<_> = found
            .rows
            .iter()
            .filter_map(|row| Some((row, row.before?, row.last?)))
            .filter(|(_, before, last)| grew(*before, *last) == order)
            .map(|(row, before, last)| {
                format!(
                    "{} (было {} из {}, стало {} из {})",
                    quoted(&title(row)),
                    before.part,
                    before.whole,
                    last.part,
                    last.whole
                )
            })
            .collect();
        if !rows.is_empty() {
            said.push(format!("{words} {}.", rows.join(", ")));
        }
    }
    said
}

fn conclusions(figures: &Figures) -> Vec<String> {
    let mut said = Vec::new();
    let total = figures.plan.total();
    let done = Share { part: total.done.len(), whole: total.planned.len() };
    if done.whole > 0 {
        said.push(format!("Выполнено мероприятий плана: {}.", done.in_words()));
    }
    if figures.meetings.attendance.whole > 0 {
        said.push(format!("Посещаемость заседаний: {}.", figures.meetings.attendance.in_words()));
    }
    if let Some(first) = difficulties(figures.difficulties.as_ref()).into_iter().next() {
        said.push(first);
    }
    said
}

/// How many of the most frequent difficulties become tasks.
const LEADING: usize = 3;

/// Each task stands on a line of its own.
fn next_tasks(records: &CommunityRecords, figures: &Figures) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(found) = &figures.difficulties {
        let mut rows: Vec<_> =
            found.rows.iter().filter(|row| row.last.is_some_and(|one| one.part > 0)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.last.and_then(Share::percent)));
        said.extend(
            rows.into_iter()
                .take(LEADING)
                .map(|row| format!("Помочь педагогам преодолеть затруднение {}.", quoted(&title(row)))),
        );
    }
    let total = figures.plan.total();
    let rest = total.not_done.iter().chain(&total.in_part).filter_map(|id| records.activities.get(id));
    said.extend(rest.map(|activity| format!("Завершить начатое: {}.", quoted(&activity.text))));
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn share(part: usize, whole: usize) -> Share {
        Share { part, whole }
    }

    #[rstest]
    #[case(
        share(27, 30),
        share(25, 29),
        "Проведено 1\u{a0}заседание, присутствовало 27 из 30 (90\u{a0}%), в прошлом году 25 из 29."
    )]
    #[case(share(27, 30), share(0, 0), "Проведено 1\u{a0}заседание, присутствовало 27 из 30 (90\u{a0}%).")]
    #[case(share(0, 0), share(25, 29), "Проведено 1\u{a0}заседание.")]
    fn attendance_is_told_with_its_whole_and_last_year(
        #[case] now: Share,
        #[case] before: Share,
        #[case] words: &str,
    ) {
        let mut figures = crate::proposals::tests_figures();
        figures.meetings.rows.push(crate::figures::MeetingRow {
            meeting: crate::proposals::tests_id(1).into(),
            attendance: now,
            decisions: 0,
            assignments: Share::default(),
        });
        figures.meetings.attendance = now;
        let last = Meetings { attendance: before, ..Meetings::default() };
        assert_eq!(meetings(&figures, &last), [words]);
    }
}
