//! What the domain declares, for the page: kinds of records, journals, clauses of the regulation. Written with the page's types by `cargo xtask bindings`.

use std::path::PathBuf;

use pps_domain::records::{Journal, Kind};
use pps_domain::rules::CLAUSES;
use pps_domain::supplied::LESSON_ASPECTS;
use serde_json::json;

/// Fields are read in the order of the form, so a list of kinds is written and not a map by name.
#[test]
fn export_bindings_kinds() {
    let Some(folder) = std::env::var_os("TS_RS_EXPORT_DIR").map(PathBuf::from) else { return };
    let kinds = Kind::ALL.iter().map(|kind| {
        let words = serde_json::to_string(kind.words()).unwrap();
        let fields: Vec<_> = kind
            .fields()
            .iter()
            .map(|field| format!("    {},\n", serde_json::to_string(field).unwrap()))
            .collect();
        format!("  {kind}: {{\n    words: {words},\n    fields: [\n{}    ],\n  }},\n", fields.concat())
    });
    let text = format!(
        "// Generated from Rust by `cargo xtask bindings`: a change here is lost.\n\
         /** @import {{Field, Kind, Words}} from \"./records\" */\n\n\
         /** What each kind of record is called, and its fields in the order of the form. */\n\
         export const KINDS = /** @type {{{{ [kind in Kind]: {{words: Words, fields: Field[]}} }}}} */ ({{\n{}}});\n",
        kinds.collect::<String>()
    );
    std::fs::write(folder.join("kinds.js"), text).unwrap();
}

/// The journals of the methodical work, in the order in which they are offered.
#[test]
fn export_bindings_journals() {
    let Some(folder) = std::env::var_os("TS_RS_EXPORT_DIR").map(PathBuf::from) else { return };
    let journals = Journal::ALL.iter().map(|journal| {
        let (id, room, title) = (journal.word(), journal.room(), journal.title());
        let (clauses, why) = (journal.clauses(), journal.why());
        format!("  {},\n", json!({ "id": id, "room": room, "title": title, "clauses": clauses, "why": why }))
    });
    let text = format!(
        "// Generated from Rust by `cargo xtask bindings`: a change here is lost.\n\
         /** @import {{Journal}} from \"./records\" */\n\n\
         /** The journals of the methodical work: its room, its name, the clauses that it serves, what it is good for. */\n\
         export const JOURNALS = /** @type {{{{id: Journal, room: string, title: string, clauses: string, why: string}}[]}} */ ([\n{}]);\n",
        journals.collect::<String>()
    );
    std::fs::write(folder.join("journals.js"), text).unwrap();
}

/// What a sheet of a lesson's analysis begins with.
#[test]
fn export_bindings_lesson_aspects() {
    let Some(folder) = std::env::var_os("TS_RS_EXPORT_DIR").map(PathBuf::from) else { return };
    let aspects = LESSON_ASPECTS.iter().map(|text| format!("  {},\n", json!(text)));
    let text = format!(
        "// Generated from Rust by `cargo xtask bindings`: a change here is lost.\n\n\
         /** What is looked at in a lesson, to begin with. */\n\
         export const LESSON_ASPECTS = /** @type {{readonly string[]}} */ ([\n{}]);\n",
        aspects.collect::<String>()
    );
    std::fs::write(folder.join("lesson-aspects.js"), text).unwrap();
}

/// The clauses of the regulation, for whoever asks what a room or a finding serves.
#[test]
fn export_bindings_clauses() {
    let Some(folder) = std::env::var_os("TS_RS_EXPORT_DIR").map(PathBuf::from) else { return };
    let clauses = CLAUSES.iter().map(|clause| format!("  {},\n", serde_json::to_string(clause).unwrap()));
    let text = format!(
        "// Generated from Rust by `cargo xtask bindings`: a change here is lost.\n\
         /** @import {{Clause}} from \"./findings\" */\n\n\
         /** The clauses of the regulation that the program serves. @type {{Clause[]}} */\n\
         export const CLAUSES = [\n{}];\n",
        clauses.collect::<String>()
    );
    std::fs::write(folder.join("clauses.js"), text).unwrap();
}
