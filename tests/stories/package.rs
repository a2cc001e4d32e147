//! The package for РИМК.

use std::fs;
use std::path::Path;

use pps_app::AppError;
use pps_app::domain::NaiveDate;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, PlanId};
use pps_app::domain::records::{AttachmentRole, Community, Plan, Record, SubmittedPaper};
use pps_app::open_data::load_into;
use pps_app::package::{
    Delivery, Destination, PackageDraft, PackageForm, Watch, leftovers, papers_set, remove_leftovers, verify,
    verify_sealed,
};
use pps_tests::{Fixture, StandingClock, day, full_year, text};
use uuid::Uuid;

fn hand_over(fixture: &Fixture, on: NaiveDate, form: PackageForm) -> std::path::PathBuf {
    hand_over_without(fixture, on, form, &[]).unwrap()
}

fn hand_over_without(
    fixture: &Fixture,
    on: NaiveDate,
    form: PackageForm,
    leave_out: &[&str],
) -> Result<std::path::PathBuf, AppError> {
    let leave_out = leave_out.iter().map(|path| (*path).to_owned()).collect();
    let delivery = Delivery { leave_out, ..Delivery::whole(fixture.community, SchoolYear(2025), on) };
    let written = fixture.workplace.hand_over(
        &delivery,
        &Destination::new(fixture.folder(), form),
        &mut Watch::silent(),
    )?;
    Ok(written.path)
}

/// One file that anybody can read.
const OPEN_ZIP: PackageForm = PackageForm::Zip { password: None };

fn folder(fixture: &Fixture) -> Destination {
    Destination::new(fixture.folder(), PackageForm::Folder)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn two_communities_of_one_short_name_share_a_stick() {
    let (first, second) = (Fixture::example(), of_the_same_short_name());
    assert_ne!(first.community, second.community);
    let stick = tempfile::tempdir().unwrap();
    let written = |fixture: &Fixture| {
        let delivery = Delivery::whole(fixture.community, SchoolYear(2025), day("2026-08-20"));
        let to = Destination::new(stick.path(), PackageForm::Folder);
        fixture.workplace.hand_over(&delivery, &to, &mut Watch::silent()).unwrap()
    };
    let usual = written(&first);
    assert_eq!((usual.remark(), usual.taken.as_deref()), (None, None));
    let beside = written(&second);
    assert_ne!(usual.path, beside.path);
    let remark = beside.remark().unwrap();
    assert!(
        remark.contains("«ППС_Функциональная грамотность_2025-2026»") && remark.ends_with("»."),
        "{remark}"
    );
    // Each is whole, and each finds its own again.
    for (fixture, before) in [(&first, &usual), (&second, &beside)] {
        assert_eq!(&written(fixture).path, &before.path);
        assert!(verify(&before.path).unwrap().is_sound());
    }
    assert_eq!(names(stick.path()).len(), 2);
}

/// Another community that is called as that of the example, with a plan.
fn of_the_same_short_name() -> Fixture {
    let id = CommunityId(Uuid::from_u128(7));
    let records = full_year().into_iter().filter_map(|record| match record {
        Record::Community(community) => {
            Some(Community { id, base: None, officials: Vec::new(), ..community }.into())
        }
        Record::Plan(plan) if plan.school_year == SchoolYear(2025) => {
            let (adopted, approved, meetings) = (None, None, Vec::new());
            let plan =
                Plan { id: PlanId(Uuid::from_u128(8)), community: id, adopted, approved, meetings, ..plan };
            Some(plan.into())
        }
        _ => None,
    });
    Fixture::of(records.collect())
}

#[test]
fn the_folder_holds_the_papers_of_the_year() {
    let fixture = Fixture::example();
    let package = hand_over(&fixture, day("2026-08-20"), PackageForm::Folder);
    assert_eq!(package.file_name().unwrap(), "ППС_Функциональная грамотность_2025-2026");
    assert_eq!(
        names(&package),
        [
            "Аналитический отчёт за 2025-2026 учебный год.pdf",
            "Опись.pdf",
            "План работы на 2025-2026 учебный год.pdf",
            "Приложения",
            "Протокол № 1 от 05.09.2025.pdf",
            "Протокол № 2 от 16.01.2026.pdf",
            "Протокол № 3 от 22.05.2026.pdf",
            "Реестр протоколов.pdf",
            "Служебное (не открывать)",
            "Состав ППС.pdf",
        ]
    );
    assert!(verify(&package).unwrap().is_sound());
    let inventory = text(&fs::read(package.join("Опись.pdf")).unwrap());
    for name in names(&package).iter().filter(|name| name.ends_with(".pdf") && *name != "Опись.pdf") {
        assert!(inventory.contains(name.as_str()), "no «{name}» in:\n{inventory}");
    }
    for reference in
        ["от 05.09.2025 № 1", "от 16.01.2026 № 2", "утверждён 12.09.2025", "Всего: 18 документов"]
    {
        assert!(inventory.contains(reference), "no «{reference}» in:\n{inventory}");
    }
}

#[test]
fn two_protocols_with_one_number_get_two_files_that_the_delivery_sheet_names() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let mut third = records.meetings.values().find(|meeting| meeting.number() == Some(3)).unwrap().clone();
    third.date = day("2026-01-16");
    third.protocol.as_mut().unwrap().number = Some(2);
    let seen = fixture.workplace.record(third.id.0).unwrap().map(|(_, revision)| revision);
    fixture.workplace.save(third.into(), seen).unwrap();
    let package = hand_over(&fixture, day("2026-08-20"), PackageForm::Folder);
    let second = "Протокол № 2 от 16.01.2026 (2).pdf";
    assert!(names(&package).iter().any(|name| name == second), "{:?}", names(&package));
    assert!(text(&fs::read(package.join("Опись.pdf")).unwrap()).contains(second));
}

#[test]
fn in_september_there_is_no_report_yet() {
    let fixture = Fixture::example();
    let package = hand_over(&fixture, day("2025-09-08"), PackageForm::Folder);
    let names = names(&package);
    assert!(!names.iter().any(|name| name.contains("отчёт")), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("Протокол № 1")), "{names:?}");
    assert!(!names.iter().any(|name| name.starts_with("Протокол № 2")), "{names:?}");
}

#[test]
fn a_changed_and_an_extra_file_are_found() {
    let fixture = Fixture::example();
    let package = hand_over(&fixture, day("2026-08-20"), PackageForm::Folder);
    let plan = package.join("План работы на 2025-2026 учебный год.pdf");
    let mut bytes = fs::read(&plan).unwrap();
    bytes[100] ^= 1;
    fs::write(&plan, bytes).unwrap();
    fs::write(package.join("лишний.txt"), "x").unwrap();
    fs::remove_file(package.join("Состав ППС.pdf")).unwrap();
    let problems = verify(&package).unwrap().problems;
    assert_eq!(problems.len(), 3, "{problems:?}");
}

#[test]
fn the_zip_holds_the_same_and_the_same_day_gives_the_same_bytes() {
    let (first, second) = (Fixture::example(), Fixture::example());
    let on = day("2026-08-20");
    let one = hand_over(&first, on, OPEN_ZIP);
    let two = hand_over(&second, on, OPEN_ZIP);
    assert!(verify(&one).unwrap().is_sound());
    assert!(fs::read(one).unwrap() == fs::read(two).unwrap());
}

#[test]
fn rimk_can_load_the_open_data_of_a_package() {
    let fixture = Fixture::example();
    let package = hand_over(&fixture, day("2026-08-20"), PackageForm::Folder);
    let data = package.join("Служебное (не открывать)").join("Данные.json");
    let target = fixture.path("rimk.db");
    let loaded = load_into(&target, &data, &*StandingClock::on("2026-09-01")).unwrap();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    assert!(loaded.records > 60 && loaded.files == 0, "{loaded:?}");
    let rimk = pps_app::Workplace::open(&target, StandingClock::on("2026-09-01")).unwrap();
    let read = rimk.community_records(fixture.community).unwrap();
    assert_eq!(read.activities, records.activities);
    assert_eq!(read.meetings, records.meetings);
}

#[test]
fn nothing_is_handed_over_of_a_year_without_records() {
    let fixture = Fixture::example();
    let delivery = Delivery::whole(fixture.community, SchoolYear(2029), day("2030-01-01"));
    let refused = fixture.workplace.hand_over(&delivery, &folder(&fixture), &mut Watch::silent());
    assert_eq!(refused.unwrap_err().code(), "nothing_to_hand_over");
}

#[test]
fn the_list_before_writing_names_the_papers_that_are_written() {
    let fixture = Fixture::example();
    let on = day("2026-08-20");
    let listed = fixture.workplace.package_draft(fixture.community, SchoolYear(2025), on).unwrap().papers();
    let package = hand_over(&fixture, on, PackageForm::Folder);
    let mut paths: Vec<_> = listed.iter().map(|paper| paper.path.clone()).collect();
    paths.sort();
    let no_papers = ["Опись.pdf", "Служебное (не открывать)", "Приложения"];
    let mut written: Vec<_> =
        names(&package).into_iter().filter(|name| !no_papers.contains(&name.as_str())).collect();
    let annexes = names(&package.join("Приложения"));
    written.extend(annexes.into_iter().map(|name| format!("Приложения/{name}")));
    written.sort();
    assert_eq!(paths, written);
    assert!(listed.iter().all(|paper| !paper.title.is_empty()), "{listed:?}");
    let submits: Vec<_> = listed.iter().filter_map(|paper| paper.submits).collect();
    assert_eq!(submits, [SubmittedPaper::Plan, SubmittedPaper::Report]);
}

#[test]
fn what_the_report_rests_on_goes_with_it_and_not_before() {
    let fixture = Fixture::example();
    let listed = |on: &str| {
        let draft = fixture.workplace.package_draft(fixture.community, SchoolYear(2025), day(on)).unwrap();
        draft.papers().into_iter().map(|paper| paper.path).collect::<Vec<_>>()
    };
    assert!(!listed("2026-01-20").iter().any(|path| path.starts_with("Приложения/")));
    let listed = listed("2026-08-20");
    let annexes: Vec<_> = listed.iter().filter_map(|path| path.strip_prefix("Приложения/")).collect();
    for begins in ["Журнал консультаций", "Экспертное заключение", "Дорожная карта", "Реестр событий"]
    {
        assert!(annexes.iter().any(|name| name.starts_with(begins)), "{begins}: {annexes:#?}");
    }

    let package = hand_over(&fixture, day("2026-08-20"), PackageForm::Folder);
    assert!(verify(&package).unwrap().is_sound());
    let mut written = names(&package.join("Приложения"));
    let mut wanted: Vec<_> = annexes.iter().map(|name| (*name).to_owned()).collect();
    written.sort();
    wanted.sort();
    assert_eq!(written, wanted);
    let sheet = text(&fs::read(package.join("Опись.pdf")).unwrap());
    assert!(sheet.contains("Журнал консультаций"), "{sheet}");

    // Who keeps no journal carries none.
    let plain = of_the_same_short_name();
    let draft = plain.workplace.package_draft(plain.community, SchoolYear(2025), day("2026-08-20")).unwrap();
    assert!(draft.papers().iter().all(|paper| !paper.path.starts_with("Приложения/")));
}

#[test]
fn what_is_left_out_is_neither_written_nor_named_by_the_delivery_sheet() {
    const PROTOCOL: &str = "Протокол № 2 от 16.01.2026.pdf";
    const ROSTER: &str = "Состав ППС.pdf";
    let fixture = Fixture::example();
    let on = day("2026-08-20");
    let package = hand_over_without(&fixture, on, PackageForm::Folder, &[PROTOCOL, ROSTER]).unwrap();
    let written = names(&package);
    assert!(!written.iter().any(|name| name == PROTOCOL || name == ROSTER), "{written:?}");
    assert!(verify(&package).unwrap().is_sound());
    let sheet = fs::read(package.join("Опись.pdf")).unwrap();
    let shown = text(&sheet);
    assert!(shown.contains("Всего: 16 документов"), "{shown}");
    assert!(!shown.contains(PROTOCOL) && shown.contains("Протокол № 1 от 05.09.2025.pdf"), "{shown}");
    assert!(package.join("Служебное (не открывать)").join("Данные.json").exists());

    let draft = fixture.workplace.package_draft(fixture.community, SchoolYear(2025), on).unwrap();
    let printed = draft.sheet(&[PROTOCOL.to_owned(), ROSTER.to_owned()]).unwrap().pdf().unwrap();
    assert!(printed == sheet, "the sheet to be signed differs from the one on the stick");

    let zip = hand_over_without(&fixture, on, OPEN_ZIP, &[PROTOCOL]).unwrap();
    assert!(verify(&zip).unwrap().is_sound());
}

#[test]
fn a_package_written_again_keeps_nothing_that_is_left_out_now() {
    const ROSTER: &str = "Состав ППС.pdf";
    let fixture = Fixture::example();
    let on = day("2026-08-20");
    assert!(hand_over(&fixture, on, PackageForm::Folder).join(ROSTER).exists());
    let package = hand_over_without(&fixture, on, PackageForm::Folder, &[ROSTER]).unwrap();
    assert!(!package.join(ROSTER).exists());
    assert!(verify(&package).unwrap().is_sound());
}

#[test]
fn leaving_out_everything_or_what_is_not_there_is_refused_and_writes_nothing() {
    let fixture = Fixture::example();
    let on = day("2026-08-20");
    let listed = fixture.workplace.package_draft(fixture.community, SchoolYear(2025), on).unwrap().papers();
    let all: Vec<&str> = listed.iter().map(|paper| paper.path.as_str()).collect();
    let nothing = hand_over_without(&fixture, on, PackageForm::Folder, &all).unwrap_err();
    assert_eq!(nothing.code(), "nothing_chosen");
    assert!(nothing.to_string().contains("отметьте хотя бы один"), "{nothing}");

    // The protocol was renumbered after the list was shown: it must not go because its name is another one.
    let gone = hand_over_without(&fixture, on, PackageForm::Folder, &["Протокол № 9 от 16.01.2026.pdf"])
        .unwrap_err();
    assert_eq!(gone.code(), "not_in_package");
    assert!(gone.to_string().contains("Протокол № 9 от 16.01.2026.pdf"), "{gone}");
    assert!(!names(fixture.folder()).iter().any(|name| name.starts_with("ППС_")));
}

#[test]
fn each_paper_is_set_once_from_the_list_to_the_printed_sheet() {
    let fixture = Fixture::example();
    let (on, before) = (day("2026-08-20"), papers_set());
    let draft = fixture.workplace.package_draft(fixture.community, SchoolYear(2025), on).unwrap();
    // The list names the papers and sets none.
    assert_eq!(papers_set(), before);
    let composed = draft.papers().iter().filter(|paper| !paper.path.starts_with("Сканы/")).count();
    let watch = &mut Watch::silent();
    fixture.workplace.write_package(&draft, &[], &folder(&fixture), watch).unwrap();
    draft.sheet(&[]).unwrap();
    // Each paper, and the delivery sheet.
    assert_eq!(papers_set() - before, composed + 1);
}

#[test]
fn what_was_mended_after_the_list_was_shown_is_looked_at_again_before_it_goes() {
    let fixture = Fixture::example();
    let on = day("2026-08-20");
    let draft = fixture.workplace.package_draft(fixture.community, SchoolYear(2025), on).unwrap();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let mut meeting = records.meetings.values().next().unwrap().clone();
    meeting.venue = "Другая школа".to_owned();
    let (_, seen) = fixture.workplace.record(meeting.id.0).unwrap().unwrap();
    fixture.workplace.save(meeting.into(), Some(seen)).unwrap();
    let write = |draft: &PackageDraft| {
        let watch = &mut Watch::silent();
        fixture.workplace.write_package(draft, &[], &folder(&fixture), watch)
    };
    assert_eq!(write(&draft).unwrap_err().code(), "package_changed");
    // As it was again, it is what was shown.
    fixture.workplace.undo().unwrap();
    assert!(verify(&write(&draft).unwrap().path).unwrap().is_sound());
}

#[test]
fn scans_larger_than_a_piece_come_out_of_the_data_file_as_they_are() {
    let fixture = Fixture::example();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let meeting = records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().id.0;
    let scan: Vec<u8> = (0..9_000_000_u32).map(|at| (at / 7).to_le_bytes()[0]).collect();
    let path = fixture.path("Протокол № 2 с подписями.pdf");
    fs::write(&path, &scan).unwrap();
    fixture.workplace.attach_files(meeting, AttachmentRole::SignedScan, &[path]).unwrap();
    let on = day("2026-08-20");
    let package = hand_over(&fixture, on, PackageForm::Folder);
    assert!(fs::read(package.join("Сканы").join("Протокол № 2 с подписями.pdf")).unwrap() == scan);
    assert!(verify(&package).unwrap().is_sound());
    assert!(verify(&hand_over(&fixture, on, OPEN_ZIP)).unwrap().is_sound());
}

#[test]
fn a_letter_is_closed_by_a_password_that_every_program_reads_alike() {
    let fixture = Fixture::example();
    let on = day("2026-08-20");
    let closed = |password: &str| PackageForm::Zip { password: Some(password.to_owned()) };
    for (password, code) in [("1234567", "weak_seal"), ("берёза летит", "seal_letters")] {
        let refused = hand_over_without(&fixture, on, closed(password), &[]).unwrap_err();
        assert_eq!(refused.code(), code, "{refused}");
    }
    let password = fixture.workplace.proposed_password();
    assert!(
        password.len() == 19 && password.chars().all(|sign| sign.is_ascii_digit() || sign == '-'),
        "{password}"
    );
    let letter = hand_over(&fixture, on, closed(&password));
    assert_eq!(verify(&letter).unwrap_err().code(), "sealed");
    assert_eq!(verify_sealed(&letter, Some("другой")).unwrap_err().code(), "wrong_password");
    assert!(verify_sealed(&letter, Some(&password)).unwrap().is_sound());
}

#[test]
fn what_a_cut_off_writing_left_is_shown_and_goes_with_consent() {
    let fixture = Fixture::example();
    let half = fixture.folder().join("ППС_Функциональная грамотность_2025-2026.part");
    fs::create_dir_all(half.join("Служебное (не открывать)")).unwrap();
    fs::write(half.join("Опись.pdf"), "оп").unwrap();
    let foreign = fixture.folder().join("диплом.part");
    fs::create_dir(&foreign).unwrap();
    let refused = hand_over_without(&fixture, day("2026-08-20"), PackageForm::Folder, &[]).unwrap_err();
    assert_eq!(refused.code(), "leftover");
    let found = leftovers(fixture.folder()).unwrap();
    assert_eq!(found.iter().map(|it| it.path.clone()).collect::<Vec<_>>(), [half]);
    assert!(remove_leftovers(fixture.folder()).unwrap().is_empty());
    assert!(leftovers(fixture.folder()).unwrap().is_empty() && foreign.exists());
    hand_over(&fixture, day("2026-08-20"), PackageForm::Folder);
}
