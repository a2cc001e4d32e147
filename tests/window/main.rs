//! The real program in a real window, driven as a person drives it.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod august;
mod axe;
mod desktop;
mod window;

mod acts;
mod anonymising;
mod backups;
mod body;
mod brought;
mod by_hand;
mod closing;
mod consultations;
mod courses;
mod damage;
mod ease;
mod events;
mod expertise;
mod fields;
mod history;
mod joining;
mod many_rows;
mod materials;
mod methodical_year;
mod named_parts;
mod native_dialog;
mod offline;
mod old_protocol;
mod opening;
mod package;
mod password;
mod people;
mod plan_room;
mod plan_table;
mod protocol;
mod refusals;
mod road_maps;
mod rosters;
mod routes;
mod search;
mod second_start;
mod september;
mod spelling;
mod surveys;
mod typed_tables;
mod undoing;
mod writing;
