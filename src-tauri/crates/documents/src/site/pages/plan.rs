//! План: only one that is approved. Who answers for a row and what came of it are the community's own.

use pps_domain::calendar::Term;
use pps_domain::records::{Activity, Direction};
use pps_domain::russian::date_in_prose;

use super::super::contents::{Contents, Piece, SitePart};
use super::super::{PLAN_FILE, Source};
use super::said::schools;
use crate::papers::people::filled;

pub(in super::super) fn add(source: &Source<'_>, contents: &mut Contents) {
    let Source { records, year, on, publication } = source;
    let Some(plan) = records.plan(*year) else { return };
    let title = format!("План работы на {year} учебный год");
    let Some(approved) = plan.approved.as_ref().filter(|approved| approved.date <= *on && !plan.preliminary)
    else {
        contents.leave_out(SitePart::Plan, title, "план не утверждён");
        return;
    };
    let mut piece = Piece::new(SitePart::Plan, &title);
    let html = &mut piece.html;
    html.said("p", &format!("Утверждён {}", date_in_prose(approved.date)));
    html.element("p", &[], |line| line.link(PLAN_FILE, "Скачать план в PDF"));
    let term = |term: Option<&Term>| term.map(|term| publication.said(&term.in_table())).unwrap_or_default();
    let meetings: Vec<Vec<String>> = plan
        .meetings
        .iter()
        .map(|meeting| {
            let questions = meeting.questions.iter().map(|question| publication.said(&question.text));
            let topic = filled([publication.said(&meeting.topic)].into_iter().chain(questions)).join("\n");
            vec![topic, term(meeting.term.as_ref())]
        })
        .collect();
    if !meetings.is_empty() {
        html.said("h2", "Заседания");
        html.table("Заседания", &["Тема и вопросы", "Срок"], &meetings);
    }
    let rows = records.activities_of(plan.id);
    for direction in Direction::ALL {
        let cells = |row: &&Activity| {
            let schools = schools(source, row.organisations.iter().copied());
            let who = filled([publication.said(&row.participants), schools]).join(", ");
            vec![publication.said(&row.text), term(row.term.as_ref()), who, publication.said(&row.expected)]
        };
        let of: Vec<Vec<String>> = rows.iter().filter(|row| row.direction == direction).map(cells).collect();
        if of.is_empty() {
            continue;
        }
        let name = format!("{} направление", direction.in_words());
        html.said("h2", &name);
        // A column in which nothing stands says nothing.
        let heads = ["Мероприятие", "Срок", "Участники", "Ожидаемый результат"];
        let kept: Vec<usize> = (0..heads.len())
            .filter(|at| of.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let heads: Vec<&str> = kept.iter().filter_map(|at| heads.get(*at).copied()).collect();
        let rows: Vec<Vec<String>> =
            of.iter().map(|row| kept.iter().filter_map(|at| row.get(*at).cloned()).collect()).collect();
        html.table(&name, &heads, &rows);
    }
    contents.pieces.push(piece);
}
