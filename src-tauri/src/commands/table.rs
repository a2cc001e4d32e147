// Every command of the page, by the file of this folder that holds it. What is derived of the table: the handler
// (`mod.rs`), what the window may ask for (`build.rs`, which reads this file too) and the page's
// `ui/src/api/types/commands.ts` (`signatures.rs`).
macro_rules! with_commands {
    ($take:ident) => {
        $take! {
            opening: opening, open_example, open_own, create_community, proposed_body, people_in_list;
            records: records, new_ids, save, save_all, delete_record, restore_record, delete_all, restore_all,
                remove_member, usual_first_day, bin, undo, redo, steps, read_date, read_term;
            overview: overview, derived, search, mark_texts;
            control: control, criteria_sets;
            papers: compose_paper, page_image, save_paper, print_paper;
            attachments: attach_files, open_attachment, save_attachment, look_at_attachment, attachment_page;
            scans: add_scans, scans, change_scans, scan_image, attach_scans;
            signing: sign_protocol, unsign_protocol;
            submission: submit, reopen_report, report_standing;
            reporting: report_figures, filled_sections, report_prose, left_over, plan_proposals, take_proposals;
            surveys: supplied_questionnaires, take_questionnaire, survey_results, take_answer_files;
            history: history, bring_back;
            anonymising: to_forget, forget;
            exports: exports;
            importing: read_table, read_table_file, look_at_table, add_table_rows, forget_table,
                read_pasted_tables;
            old_protocol: read_protocol_file, look_at_protocol, add_protocol, forget_protocol;
            package: choose_folder, places, look_at_place, remove_leftovers, propose_password, package_contents, hand_over,
                cancel_hand_over, print_delivery_sheet;
            site: choose_site_folder, site_contents, write_site;
            saved_files: reveal_file, open_file, reveal_data;
            backups: backups, back_up_now, back_up_if_due, look_into_backup, restore_backup, choose_second_place,
                forget_second_place, choose_copy_folder, back_up_into, choose_carried_copy, take_carried_copy,
                place_of_data;
            brought: brought_copy, look_into_brought;
            password: has_password, lock, unlock, unlock_with_recovery_key, set_password, remove_password,
                password_advice, print_recovery_key;
            recovery: recovery_copy, recover;
            page_notes: page_notes, keep_page_notes;
            closing: listen_to_closing, closing_heard, close_window, drafts, keep_drafts;
            letters: letter_size;
            spelling: missing_dictionary;
            log: save_log;
        }
    };
}
