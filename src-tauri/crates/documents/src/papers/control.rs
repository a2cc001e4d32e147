//! Контроль исполнения: поручения, план и дорожные карты одним списком (п. 3.1.6).

use chrono::NaiveDate;
use pps_domain::calendar::Term;
use pps_domain::community_records::CommunityRecords;
use pps_domain::control::{Decided, Standing, Watched, watched};
use pps_domain::russian::{capitalised, counted, date_in_prose};

use super::people::leader_signature;
use super::sentences::{in_lines, marked, moved, stopped, whose};
use crate::ask::Ask;
use crate::model::{Block, Column, Document, Group, Table};
use crate::{Paper, PaperError};

/// All that is watched in the year, as it stands on the day.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (records, year, on) = (ask.records, ask.year(), ask.on());
    let lines = watched(records, year, on);
    let of = format!("за {year} учебный год");
    let paper = Document::new(records, format!("Контроль исполнения {of}"))
        .landscape()
        .heading("КОНТРОЛЬ ИСПОЛНЕНИЯ")
        .centred(in_lines([whose(&records.community.words(), &records.community.name), of]), 0.5)
        .centred(format!("на {}", date_in_prose(on)), 0.9);
    let paper = if lines.is_empty() {
        paper.with(Block::line("На контроле ничего нет."))
    } else {
        paper.with(table(records, &lines, on))
    };
    Ok(Paper::Document(paper.total(total(&lines).as_ref(), 0.6).signed(&leader_signature(records, on))))
}

fn table(records: &CommunityRecords, lines: &[Watched<'_>], on: NaiveDate) -> Table {
    let columns = [
        Column::numbers("№", 9.0),
        Column::words("Что сделать", 84.0),
        Column::words("Откуда", 44.0),
        Column::words("Срок", 38.0),
        Column::words("Ответственный", 40.0),
        Column::words("Состояние", 48.0),
    ];
    let standings = Standing::ALL.into_iter();
    let groups = standings.filter_map(|standing| {
        let before = lines.iter().position(|line| line.standing == standing)?;
        Some(Group { before, title: standing.in_words().to_owned() })
    });
    let late = lines.iter().enumerate().filter(|(_, line)| line.standing == Standing::Late);
    let loud = late.map(|(place, _)| place).collect();
    let rows = lines.iter().map(|line| row(records, line, on));
    Table { groups: groups.collect(), loud, ..Table::numbered(columns, rows) }
}

fn row(records: &CommunityRecords, line: &Watched<'_>, on: NaiveDate) -> [String; 5] {
    let approved = line.work.term.map(Term::in_table);
    let terms = approved.into_iter().chain(line.work.moves_by(on).map(moved));
    let (people, in_words) = line.answering();
    let named_on = match line.decided {
        Decided::Assignment(placed) => placed.meeting.date,
        Decided::Activity(_) | Decided::RoadMap(..) => on,
    };
    let state = match (line.work.mark_on(on), line.days_late(on)) {
        (Some(mark), _) => marked(mark),
        (None, Some(days)) => {
            let days = usize::try_from(days).unwrap_or_default();
            format!("{}, {}", line.state.in_words(), counted(days, "день", "дня", "дней"))
        }
        (None, None) => line.state.in_words().to_owned(),
    };
    [
        stopped(line.text()),
        capitalised(&line.source(records)),
        terms.collect::<Vec<_>>().join("\n"),
        records.answering(people, in_words, named_on),
        state,
    ]
}

/// «Всего на контроле 25: срок прошёл — 2, в работе — 3, отмечено — 20.»
fn total(lines: &[Watched<'_>]) -> Option<String> {
    let parts: Vec<String> = Standing::ALL
        .into_iter()
        .filter_map(|standing| {
            let count = lines.iter().filter(|line| line.standing == standing).count();
            (count > 0).then(|| format!("{}\u{a0}— {count}", standing.in_words().to_lowercase()))
        })
        .collect();
    (!lines.is_empty()).then(|| format!("Всего на контроле {}: {}.", lines.len(), parts.join(", ")))
}
