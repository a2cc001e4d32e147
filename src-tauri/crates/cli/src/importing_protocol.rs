//! `import protocol`: an old protocol written in Word becomes a meeting with its questions.

use std::io::Write;

use pps_app::Workplace;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::CommunityId;
use pps_app::domain::russian::date_in_table;
use pps_app::importing::TableReader;
use pps_app::importing::protocol::{
    LeftText, ProtocolAsked, ProtocolDraft, ProtocolPreview, RecognisedItem, RecognisedProtocol, ShownLine,
};
use serde::Serialize;

use crate::commands::Refusal;
use crate::importing::Import;

/// What the trial answers as JSON.
#[derive(Serialize)]
struct Trial<'a> {
    recognised: &'a RecognisedProtocol,
    not_recognised: &'a [LeftText],
    remarks: &'a [String],
    refusal: Option<&'a str>,
    lines: &'a [ShownLine],
}

/// Says what was recognised, and adds it with its file.
pub(crate) fn import_protocol(
    import: &Import<'_>,
    workplace: &Workplace,
    community: CommunityId,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let asked = ProtocolAsked::new(community, SchoolYear(import.year));
    let draft = ProtocolDraft::file(&TableReader::this_program_again(), import.file)?;
    let preview = workplace.look_at_protocol(&draft, &asked)?;
    if import.json {
        let trial = Trial {
            recognised: &preview.recognised,
            not_recognised: &preview.not_recognised,
            remarks: &preview.remarks,
            refusal: preview.refusal.as_deref(),
            lines: &preview.lines,
        };
        serde_json::to_writer_pretty(&mut *out, &trial)?;
        writeln!(out)?;
        return Ok(());
    }
    print_preview(&preview, out)?;
    if import.dry_run {
        writeln!(out, "Ничего не добавлено: это проба.")?;
        return Ok(());
    }
    let changed = workplace.add_protocol(&draft, &asked)?;
    writeln!(out, "{}.", changed.name)?;
    Ok(())
}

fn print_preview(preview: &ProtocolPreview, out: &mut impl Write) -> Result<(), Refusal> {
    let read = &preview.recognised;
    let date = read.date.map(date_in_table).unwrap_or_default();
    let number = read.number.map(|number| number.to_string()).unwrap_or_default();
    let absent = read.absent.iter().map(|absence| match absence.reason.as_str() {
        "" => absence.name.clone(),
        reason => format!("{} ({reason})", absence.name),
    });
    let absent: Vec<String> = absent.collect();
    let said = [
        ("Дата", date),
        ("№", number),
        ("Начало", read.begins.clone().unwrap_or_default()),
        ("Окончание", read.ends.clone().unwrap_or_default()),
        ("Тема", read.topic.clone()),
        ("Город или посёлок", read.place.clone()),
        ("Место", read.venue.clone()),
        ("Председатель", read.chair.clone().unwrap_or_default()),
        ("Секретарь", read.secretary.clone().unwrap_or_default()),
        ("Присутствовали", read.present.join(", ")),
        ("Отсутствовали", absent.join(", ")),
        ("Приглашены", read.guests.join("; ")),
        ("Приглашены (числом)", read.guests_in_words.clone()),
    ];
    for (label, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
        writeln!(out, "{label}: {}", one_line(text))?;
    }
    for (item, number) in read.items.iter().zip(1..) {
        print_item(item, number, out)?;
    }
    for left in &preview.not_recognised {
        writeln!(out, "Не вошло: «{}». {}", one_line(&left.text), left.why)?;
    }
    for remark in &preview.remarks {
        writeln!(out, "{remark}")?;
    }
    Ok(())
}

fn print_item(item: &RecognisedItem, number: usize, out: &mut impl Write) -> Result<(), Refusal> {
    writeln!(out, "{number}. {}", one_line(&item.topic))?;
    if !item.reporters.is_empty() {
        writeln!(out, "    Докладчики: {}", item.reporters.join("; "))?;
    }
    if !item.heard.is_empty() {
        writeln!(out, "    Слушали: {}", one_line(&item.heard))?;
    }
    for speech in &item.spoke {
        writeln!(out, "    Выступили: {} — {}", speech.speaker, one_line(&speech.text))?;
    }
    for (decision, place) in item.decisions.iter().zip(1..) {
        writeln!(out, "    {number}.{place}. {}", one_line(&decision.text))?;
        let others = Some(decision.responsible_in_words.clone()).filter(|words| !words.is_empty());
        let who: Vec<String> = decision.responsible.iter().cloned().chain(others).collect();
        if !who.is_empty() {
            writeln!(out, "        Ответственные: {}", who.join(", "))?;
        }
        if let Some(term) = &decision.term {
            writeln!(out, "        Срок: {term}")?;
        }
    }
    if let Some(vote) = &item.vote {
        writeln!(out, "    Голосование: {vote}")?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
