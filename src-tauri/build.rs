//! Prepares what Tauri needs at compile time: the access list of the window and the icons.

use std::path::Path;

/// What the page may ask for; each is allowed by name in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "opening",
    "open_example",
    "open_own",
    "create_community",
    "people_in_list",
    "records",
    "new_ids",
    "save",
    "delete_record",
    "restore_record",
    "save_all",
    "usual_first_day",
    "remove_member",
    "delete_all",
    "restore_all",
    "bin",
    "undo",
    "redo",
    "steps",
    "read_date",
    "read_term",
    "overview",
    "search",
    "mark_texts",
    "compose_paper",
    "page_image",
    "save_paper",
    "print_paper",
    "attach_files",
    "open_attachment",
    "save_attachment",
    "look_at_attachment",
    "attachment_page",
    "add_scans",
    "scans",
    "change_scans",
    "scan_image",
    "attach_scans",
    "sign_protocol",
    "unsign_protocol",
    "submit",
    "reopen_report",
    "report_standing",
    "report_figures",
    "report_prose",
    "left_over",
    "plan_proposals",
    "take_proposals",
    "history",
    "edition",
    "bring_back",
    "read_table",
    "read_table_file",
    "look_at_table",
    "add_table_rows",
    "forget_table",
    "choose_folder",
    "places",
    "package_contents",
    "hand_over",
    "cancel_hand_over",
    "print_delivery_sheet",
    "reveal_file",
    "open_file",
    "reveal_data",
    "listen_to_closing",
    "closing_heard",
    "close_window",
    "drafts",
    "keep_drafts",
    "letter_size",
];

fn main() {
    println!("cargo::rerun-if-changed=src-tauri/capabilities");
    // The page is embedded into the program, so a new page must make a new program.
    println!("cargo::rerun-if-changed=ui/dist");

    if !Path::new("ui/dist/index.html").exists() {
        println!(
            "cargo::error=the page is not built (ui/dist is missing): run `cargo xtask run` or `cargo xtask test`, \
             which build it, or `npm ci --ignore-scripts && npm run build` in ui/"
        );
        return;
    }

    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        // Own commands escape the access list unless they are named here.
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error=Tauri could not prepare the window: {error:#}");
    }
}
