//! О сообществе.

use pps_domain::records::Role;
use pps_domain::russian::counted;

use super::super::Source;
use super::super::contents::{Piece, SitePart};
use super::said::{person, schools};
use crate::papers::people::{filled, shown};

pub(in super::super) fn piece(source: &Source<'_>) -> Piece {
    let Source { records, year, on, publication } = source;
    let community = &records.community;
    let day = (*on).clamp(year.start(), year.end());
    let roster = records.roster(day);
    let plan = records.plan(*year);
    let said = |text: &str| publication.said(text);
    let mut piece = Piece::new(SitePart::About, "О сообществе");
    let leader = records.holder(Role::Leader, day).filter(|leader| publication.names(*leader));
    let workplaces =
        roster.iter().filter_map(|member| records.workplace(member.person, day).map(|school| school.id));
    let workplaces: Vec<_> = workplaces.collect();
    let names = schools(source, workplaces.iter().copied());
    let members = (!roster.is_empty()).then(|| counted(roster.len(), "участник", "участника", "участников"));
    let zones = plan.map(|plan| filled(plan.problem_zones.iter().map(|zone| said(zone))).join("; "));
    let facts = [
        ("Вышестоящий орган", said(&community.higher_body)),
        ("Район", said(&community.district)),
        ("На базе", community.base.map(|base| shown(records, base)).unwrap_or_default()),
        ("Учебный год", year.to_string()),
        ("Руководитель", leader.map(|leader| person(source, leader)).unwrap_or_default()),
        ("В составе", members.unwrap_or_default()),
        ("Школы", names),
        ("Методическая тема", plan.map(|plan| said(&plan.topic)).unwrap_or_default()),
        ("Цель", plan.map(|plan| said(&plan.goal)).unwrap_or_default()),
        ("Проблемные зоны", zones.unwrap_or_default()),
    ];
    let html = &mut piece.html;
    html.said("h1", &said(&community.name));
    html.facts(&facts);
    let tasks: Vec<String> = plan.iter().flat_map(|plan| &plan.tasks).map(|task| said(&task.text)).collect();
    if !tasks.is_empty() {
        html.said("h2", "Задачи года");
        html.list(&tasks);
    }
    piece.people.extend(leader);
    piece
}
