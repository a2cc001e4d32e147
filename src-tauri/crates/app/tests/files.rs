//! Files of a person: attached to records, bound into the signed scan of a protocol, refused.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;

use image::{DynamicImage, ImageFormat, Luma, Rgb};
use pps_app::attaching::{LARGEST, may_be_opened};
use pps_app::documents::scans::ScannedPdf;
use pps_app::domain::calendar::SchoolYear;
use pps_app::domain::ids::{CommunityId, MeetingId};
use pps_app::domain::records::{Attachment, AttachmentRole};
use pps_app::signed_scans::{ScanDraft, Shift};
use pps_app::{AppError, SystemClock, Workplace};
use rstest::rstest;
use tempfile::TempDir;
use uuid::Uuid;

/// The example year, and a folder of files beside it.
struct Fixture {
    folder: TempDir,
    workplace: Workplace,
    community: CommunityId,
    meeting: MeetingId,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workplace =
            Workplace::create_example(&folder.path().join("year.db"), Arc::new(SystemClock)).unwrap();
        let community = workplace.community(None).unwrap();
        let records = workplace.community_records(community).unwrap();
        let meeting = records.meetings.values().find(|meeting| meeting.number() == Some(2)).unwrap().id;
        Self { folder, workplace, community, meeting }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn attachments(&self, of: Uuid) -> Vec<Attachment> {
        let records = self.workplace.community_records(self.community).unwrap();
        records.attachments_of(of).into_iter().cloned().collect()
    }

    fn kept(&self, attachment: &Attachment) -> Vec<u8> {
        self.workplace.attached_file(attachment.id).unwrap().1
    }

    fn scan(&self, files: &[PathBuf]) -> Result<String, AppError> {
        self.workplace.attach_signed_scan(self.community, SchoolYear(2025), 2, files)
    }
}

/// A photograph that is dark in its upper half.
fn photograph(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let sheet =
        image::RgbImage::from_fn(
            300,
            400,
            |_, y| {
                if y < 200 { Rgb([30, 30, 40]) } else { Rgb([240, 240, 235]) }
            },
        );
    DynamicImage::ImageRgb8(sheet).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn darkness(picture: &[u8], x: f32, y: f32) -> u8 {
    let picture = image::load_from_memory(picture).unwrap().to_luma8();
    let at = |part: f32, side: u32| (part * side as f32) as u32;
    let Luma([light]) = *picture.get_pixel(at(x, picture.width()), at(y, picture.height()));
    255 - light
}

/// A PDF of one empty page.
fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\n\
      endobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
        .to_vec()
}

#[test]
fn a_certificate_lies_with_the_person_and_is_called_by_its_course() {
    let fixture = Fixture::new();
    let records = fixture.workplace.community_records(fixture.community).unwrap();
    let person = records.people.values().find(|person| person.courses.len() == 2).unwrap().id.0;
    let files = [fixture.file("scan0001.pdf", &pdf()), fixture.file("scan0002.pdf", &pdf())];
    let called = Some("Удостоверение — Физика: новое содержание");
    fixture.workplace.attach_files_called(person, AttachmentRole::Proof, &files, called).unwrap();
    let mut names: Vec<String> = fixture.attachments(person).into_iter().map(|file| file.name).collect();
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| name.starts_with("Удостоверение — Физика")), "{names:?}");
    assert!(names.iter().all(|name| name.ends_with(".pdf") && !name.contains(':')), "{names:?}");
    assert_ne!(names[0], names[1]);
}

#[test]
fn files_are_kept_with_an_order_as_one_operation() {
    let fixture = Fixture::new();
    let order =
        fixture.workplace.community_records(fixture.community).unwrap().orders.keys().next().unwrap().0;
    let before = fixture.attachments(order).len();
    let files = [fixture.file("Приказ № 97.pdf", &pdf()), fixture.file("Список.docx", b"PK\x03\x04word")];
    let name = fixture.workplace.attach_files(order, AttachmentRole::Document, &files).unwrap().name;
    assert_eq!(name, "Приложены файлы «Приказ № 97.pdf», «Список.docx»");

    let mut kept = fixture.attachments(order);
    assert_eq!(kept.len(), before + 2);
    kept.sort_by(|a, b| a.name.cmp(&b.name));
    let [first, second] = &kept[before..] else { panic!() };
    assert_eq!((first.name.as_str(), first.media_type.as_str()), ("Приказ № 97.pdf", "application/pdf"));
    assert!(second.media_type.ends_with("wordprocessingml.document"), "{}", second.media_type);
    assert_eq!(fixture.kept(second), b"PK\x03\x04word");
    assert_eq!(second.size, 8);

    let undone = fixture.workplace.undo().unwrap().unwrap().step.unwrap();
    assert_eq!(undone.words.to_lowercase(), name.replace("№ ", "№\u{a0}").to_lowercase());
    assert_eq!(fixture.attachments(order).len(), before, "both are taken back at once");
    fixture.workplace.redo().unwrap();
    assert_eq!(fixture.attachments(order).len(), before + 2);

    let deleted = fixture.workplace.delete(first.id.0).unwrap().name;
    assert!(deleted.starts_with("Удалён файл"), "{deleted}");
    assert!(matches!(fixture.workplace.attached_file(first.id), Err(AppError::Attach(_))));
    fixture.workplace.restore(first.id.0).unwrap();
    assert_eq!(fixture.kept(first), pdf());
}

#[test]
fn what_cannot_be_attached_is_named_and_nothing_is_kept() {
    let fixture = Fixture::new();
    let of = fixture.meeting.0;
    let good = fixture.file("Фото.jpg", &photograph(ImageFormat::Jpeg));
    let large = fixture.file("Фильм.mp4", b"");
    std::fs::File::options().write(true).open(&large).unwrap().set_len(LARGEST + 1).unwrap();
    let before = fixture.attachments(of);
    for (bad, said) in [
        (large, "Файл «Фильм.mp4» больше 50\u{a0}МБ: приложите его в меньшем размере"),
        (fixture.file("пусто.docx", b""), "Файл «пусто.docx» пустой: проверьте"),
        (fixture.folder.path().to_path_buf(), "это папка, а нужен файл"),
        (fixture.folder.path().join("нет.pdf"), "такого файла нет"),
    ] {
        let refused =
            fixture.workplace.attach_files(of, AttachmentRole::Document, &[good.clone(), bad]).unwrap_err();
        assert!(refused.to_string().contains(said), "{refused}");
        assert_eq!(fixture.attachments(of), before, "{refused}");
    }
    let nowhere = fixture.workplace.attach_files(Uuid::nil(), AttachmentRole::Document, &[good]).unwrap_err();
    assert!(nowhere.to_string().contains("приложить файл не к чему"), "{nowhere}");
}

#[rstest]
#[case("Приказ.PDF", true)]
#[case("Фото семинара.heic", true)]
#[case("презентация.pptx", true)]
#[case("установка.exe", false)]
#[case("приказ.pdf.desktop", false)]
#[case("макросы.docm", false)]
#[case("без окончания", false)]
fn only_documents_and_pictures_are_handed_to_the_system(#[case] name: &str, #[case] opened: bool) {
    assert_eq!(may_be_opened(name).is_ok(), opened);
}

#[test]
fn a_name_that_reads_backwards_is_put_straight() {
    let fixture = Fixture::new();
    let trick = fixture.file("фото\u{202E}gpj.exe", b"MZ");
    fixture.workplace.attach_files(fixture.meeting.0, AttachmentRole::Document, &[trick]).unwrap();
    let kept = fixture.attachments(fixture.meeting.0);
    assert!(kept.iter().any(|file| file.name == "фотоgpj.exe"));
}

#[test]
fn sheets_are_turned_put_in_order_and_bound() {
    let fixture = Fixture::new();
    let mut draft = ScanDraft::default();
    let files = [
        fixture.file("второй.png", &photograph(ImageFormat::Png)),
        fixture.file("лишний.jpg", &photograph(ImageFormat::Jpeg)),
        fixture.file("первый.jpg", &photograph(ImageFormat::Jpeg)),
    ];
    assert!(draft.add_files(&files).is_empty());
    let tokens: Vec<_> = draft.parts().into_iter().map(|part| part.token).collect();
    let [second, spare, first] = tokens[..] else { panic!("{tokens:?}") };
    draft.remove(spare);
    draft.shift(first, Shift::Earlier);
    draft.shift(first, Shift::Earlier);
    draft.turn(second);
    let names: Vec<_> = draft.parts().into_iter().map(|part| (part.name, part.turned)).collect();
    assert_eq!(names, [("первый.jpg".to_owned(), 0), ("второй.png".to_owned(), 1)]);
    let shown = draft.image(second, 0, 400).unwrap().unwrap();
    assert!(darkness(&shown, 0.9, 0.5) > 150 && darkness(&shown, 0.1, 0.5) < 50, "its top is at the right");
    assert!(draft.image(spare, 0, 400).unwrap().is_none());

    let before = fixture.attachments(fixture.meeting.0);
    let name = fixture.workplace.attach_scans(fixture.meeting, &draft).unwrap().name;
    let name = format!("{}.pdf", name.strip_prefix("Приложен скан: ").unwrap());
    let kept = fixture.attachments(fixture.meeting.0);
    let scan = kept.iter().find(|file| !before.contains(file)).unwrap();
    assert_eq!(
        (scan.name.as_str(), scan.pages, scan.role),
        (name.as_str(), Some(2), AttachmentRole::SignedScan)
    );
    assert!(scan.size < 2 * 400 * 1024);

    let shown = fixture.workplace.look_at(scan.id).unwrap();
    assert_eq!(shown.pages(), 2);
    let token = shown.parts()[0].token;
    let page = |page| shown.image(token, page, 800).unwrap().unwrap();
    assert!(
        darkness(&page(0), 0.5, 0.2) > 150 && darkness(&page(0), 0.5, 0.8) < 50,
        "the first stands upright"
    );
    assert!(darkness(&page(1), 0.9, 0.5) > 150 && darkness(&page(1), 0.1, 0.5) < 50, "the second is turned");

    assert!(
        fixture
            .workplace
            .undo()
            .unwrap()
            .unwrap()
            .step
            .unwrap()
            .words
            .starts_with("приложен скан: Протокол №\u{a0}2")
    );
    assert_eq!(fixture.attachments(fixture.meeting.0), before);
}

#[test]
fn a_pdf_is_kept_as_it_is_and_a_second_scan_has_a_name_of_its_own() {
    let fixture = Fixture::new();
    let first = fixture.scan(&[fixture.file("скан.pdf", &pdf())]).unwrap();
    let second = fixture.scan(&[fixture.file("снимок.jpg", &photograph(ImageFormat::Jpeg))]).unwrap();
    assert_ne!(first, second);
    let kept = fixture.attachments(fixture.meeting.0);
    let scan = kept.iter().find(|file| file.name == first).unwrap();
    assert_eq!(scan.pages, Some(1));
    assert_eq!(fixture.kept(scan), pdf());
}

#[cfg(unix)]
#[test]
fn a_hostile_file_is_refused_in_one_sentence_and_the_others_stay() {
    let fixture = Fixture::new();
    let mut bomb = Cursor::new(Vec::new());
    DynamicImage::ImageLuma8(image::GrayImage::new(9000, 9000))
        .write_to(&mut bomb, ImageFormat::Png)
        .unwrap();
    assert!(bomb.get_ref().len() < 500_000, "a bomb is a small file: {}", bomb.get_ref().len());
    let locked = fixture.folder.path().join("под замком.pdf");
    let plain = fixture.file("открытый.pdf", &pdf());
    let done = std::process::Command::new("qpdf")
        .args(["--encrypt", "тайна", "хозяин", "256", "--"])
        .args([&plain, &locked])
        .status()
        .unwrap();
    // qpdf repairs the table of the plain one and says so by its third code.
    assert!(matches!(done.code(), Some(0 | 3)), "{done}");
    let whole = photograph(ImageFormat::Jpeg);
    let bad = [
        (
            fixture.file("бомба.png", bomb.get_ref()),
            "«бомба.png» слишком велик (9000 × 9000 точек): уменьшите",
        ),
        (locked, "«под замком.pdf» закрыт паролем: сохраните его без пароля"),
        (fixture.file("битый.jpg", &whole[..whole.len() / 2]), "«битый.jpg» повреждён и не открывается"),
        (fixture.file("битый.pdf", b"%PDF-1.7\nnothing"), "«битый.pdf» повреждён и не открывается"),
        (fixture.file("протокол.docx", b"PK\x03\x04"), "«протокол.docx»\u{a0}— не снимок JPEG или PNG"),
        (fixture.file("большой.png", &vec![0x89; 26 * 1024 * 1024]), "«большой.png» больше 25\u{a0}МБ"),
    ];
    let good = fixture.file("лист.jpg", &whole);
    let mut files: Vec<_> = bad.iter().map(|(path, _)| path.clone()).collect();
    files.push(good.clone());
    let mut draft = ScanDraft::default();
    let refused = draft.add_files(&files);
    assert_eq!(refused.len(), bad.len());
    for (refused, (path, said)) in refused.iter().zip(&bad) {
        assert!(refused.to_string().contains(said), "{}: {refused}", path.display());
    }
    assert_eq!(draft.parts().len(), 1, "the good one stays");

    let before = fixture.attachments(fixture.meeting.0);
    for (path, said) in bad {
        let refused = fixture.scan(&[good.clone(), path]).unwrap_err().to_string();
        assert!(refused.contains(said), "{refused}");
    }
    assert!(fixture.workplace.attach_scans(fixture.meeting, &ScanDraft::default()).is_err());
    assert_eq!(fixture.attachments(fixture.meeting.0), before);
}

#[test]
fn a_draft_takes_no_more_than_two_hundred_pages() {
    let fixture = Fixture::new();
    let one = fixture.file("лист.pdf", &pdf());
    let mut draft = ScanDraft::default();
    let refused = draft.add_files(&vec![one; 201]);
    assert_eq!((refused.len(), draft.pages()), (1, 200));
    assert!(refused[0].to_string().starts_with("Страниц больше 200"), "{}", refused[0]);
    assert!(ScannedPdf::is_pdf(&pdf()));
}

#[test]
fn what_stands_under_the_name_of_a_community_comes_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let workplace = Workplace::create_example(&folder.path().join("year.db"), Arc::new(SystemClock)).unwrap();
    let cards = workplace.open_file().unwrap().communities;
    let districts: Vec<&str> = cards.iter().map(|card| card.district.as_str()).collect();
    assert_eq!(districts, ["Рыбновский муниципальный район Рязанской области"]);
}
