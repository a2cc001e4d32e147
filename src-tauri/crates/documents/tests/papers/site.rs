//! Pages for the site: every link leads somewhere, nobody is named who has not agreed, the same records give the same
//! bytes, and the pages are built as a reader of any kind expects.

use std::collections::BTreeSet;

use pps_documents::site::{PLAN_FILE, ShownBefore, Site};
use pps_domain::community_records::CommunityRecords;
use pps_domain::ids::Uuid;
use pps_domain::records::{Attachment, AttachmentRole, Conclusion, Consent, Record};
use serde_json::json;

use crate::reader;
use crate::records::{YEAR, records};

/// The example year with files of a material and of a practice, one of which names somebody.
fn with_files() -> CommunityRecords {
    let mut records = records();
    let community = records.community.id;
    let material = records.materials.values().next().unwrap().id.0;
    let practice =
        records.practices.values().find(|practice| practice.title.contains("Светофор")).unwrap().id.0;
    let files = [
        (1, material, "Памятка Тишкина Р. И..PDF", AttachmentRole::Document),
        (2, practice, "con.docx", AttachmentRole::Document),
        (3, practice, "Согласие автора.pdf", AttachmentRole::Proof),
    ];
    let act = records.legal_acts.values().find(|act| act.own_regulation).unwrap().id.0;
    let files = files.into_iter().chain([
        (4, act, "Положение о ППС.pdf", AttachmentRole::Document),
        (5, repealed(&records), "Старое письмо.pdf", AttachmentRole::Document),
    ]);
    for (number, belongs_to, name, role) in files {
        let attachment = json!({
            "id": format!("01990000-0099-7000-8000-00000000000{number}"), "community": community,
            "belongs_to": belongs_to, "role": role, "name": name, "sha256": "0".repeat(64), "size": 1_300_000,
            "media_type": "application/pdf",
        });
        records.insert(Record::Attachment(serde_json::from_value::<Attachment>(attachment).unwrap()));
    }
    records
}

/// The letter of the shelf that is no longer in force.
fn repealed(records: &CommunityRecords) -> Uuid {
    records.legal_acts.values().find(|act| act.in_force_until.is_some()).unwrap().id.0
}

fn site(records: &CommunityRecords) -> Site {
    Site::of(records, YEAR, reader::day(), None)
}

fn page<'a>(site: &'a Site, path: &str) -> &'a str {
    let page = site.pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&page.bytes).unwrap()
}

/// The values of an attribute on a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let sign = format!(" {attribute}=\"");
    html.split(sign.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn html_pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let pages = site.pages.iter().filter(|page| page.path.ends_with(".html"));
    pages.map(|page| (page.path.as_str(), std::str::from_utf8(&page.bytes).unwrap()))
}

#[test]
fn every_link_leads_to_something_that_is_there() {
    let site = site(&with_files());
    let mut there: BTreeSet<String> = site.pages.iter().map(|page| page.path.clone()).collect();
    there.extend(site.attached.iter().map(|file| file.path.clone()));
    there.insert(PLAN_FILE.to_owned());
    let mut links = 0;
    for (path, html) in html_pages(&site) {
        for link in values(html, "href") {
            links += 1;
            if link.starts_with("https://") {
                continue;
            }
            assert!(!link.starts_with('/') && !link.contains(".."), "{path}: {link} is not relative");
            let (file, anchor) = link.split_once('#').map_or((link, None), |(file, id)| (file, Some(id)));
            let file = if file.is_empty() { path } else { file };
            assert!(there.contains(file), "{path}: {link} leads nowhere");
            if let Some(anchor) = anchor {
                let ids = values(page(&site, file), "id");
                assert!(ids.contains(&anchor), "{path}: {link} leads to no place of {file}");
            }
        }
    }
    assert!(links > 100, "{links}");
}

#[test]
fn nobody_is_named_who_has_not_agreed() {
    let records = with_files();
    let site = site(&records);
    let authors: BTreeSet<_> = records
        .practices
        .values()
        .filter(|practice| practice.author_agrees.is_some())
        .flat_map(|practice| practice.authors.iter().copied())
        .collect();
    // The beginnings that all cases of a surname have; teachers of visited lessons and guests are in no roster.
    let stem = |surname: &str| surname.chars().take(surname.chars().count() - 1).collect::<String>();
    let people = records.people.values().map(|person| (Some(person.id), stem(&person.facts[0].name.surname)));
    let others = ["Панин", "Родин", "Мухин", "Кравцов", "Сорокин"].map(|name| (None, name.to_owned()));
    let mut names = 0;
    for (person, name) in people.chain(others) {
        for file in &site.pages {
            let text = String::from_utf8_lossy(&file.bytes);
            let agreed = file.path == "practices.html" && person.is_some_and(|id| authors.contains(&id));
            assert!(agreed || !text.contains(&name), "{name} is named in {}", file.path);
        }
        assert!(!site.attached.iter().any(|file| file.path.contains("tishkin")), "{:?}", site.attached);
        names += 1;
    }
    assert_eq!(names, 16);
    // Those who are named are told before anything is written.
    assert!(site.named.iter().any(|name| name.starts_with("Ларина")), "{:?}", site.named);
    assert!(!site.named.iter().any(|name| name.starts_with("Мещерякова")), "{:?}", site.named);
    assert!(
        site.left_out.iter().any(|left| left.title == "Две звезды и одно пожелание"),
        "{:?}",
        site.left_out
    );
}

#[test]
fn a_person_who_agreed_is_named_and_others_still_are_not() {
    let mut records = records();
    let leader =
        records.people.values_mut().find(|person| person.facts[0].name.surname == "Соколова").unwrap();
    leader.consent = Some(Consent { date: reader::day(), basis: String::new(), site: true });
    let site = site(&records);
    assert!(page(&site, "index.html").contains("Соколова"));
    assert!(!page(&site, "index.html").contains("Гришин"));
    // A consent without the word for the site says nothing of it.
    records.people.values_mut().for_each(|person| {
        person.consent = Some(Consent { date: reader::day(), basis: String::new(), site: false });
    });
    assert!(!page(&self::site(&records), "index.html").contains("Соколова"));
}

#[test]
fn files_have_small_latin_names_and_proofs_stay_at_home() {
    let site = site(&with_files());
    let paths: Vec<&str> = site.attached.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), 3, "{paths:?}");
    assert!(paths.contains(&"files/polozhenie-o-pps.pdf"), "{paths:?}");
    assert!(paths.contains(&"files/con-fayl.docx"), "{paths:?}");
    let plain = |path: &str| {
        path.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-./".contains(&byte))
    };
    assert!(site.pages.iter().map(|page| page.path.as_str()).chain(paths).all(plain));
    let materials = page(&site, "materials.html");
    assert!(materials.contains("1,3\u{a0}МБ"), "{materials}");
}

#[test]
fn the_same_records_give_the_same_bytes_and_what_is_new_is_told() {
    let records = records();
    let first = site(&records);
    assert_eq!(first, site(&records));
    assert!(page(&first, "new.html").contains("materials.html#m-"));
    // The next time only what has come or changed since.
    let before = ShownBefore(first.shown.clone());
    let same = Site::of(&records, YEAR, reader::day(), Some(&before));
    assert!(page(&same, "new.html").contains("Нового нет"));
    assert!(same.pieces.iter().all(|piece| !piece.new));
    let mut changed = records.clone();
    changed.materials.values_mut().next().unwrap().title = "Совсем другая памятка".to_owned();
    let next = Site::of(&changed, YEAR, reader::day(), Some(&before));
    let new: Vec<&str> =
        next.pieces.iter().filter(|piece| piece.new).map(|piece| piece.title.as_str()).collect();
    assert_eq!(new, ["Совсем другая памятка"]);
    assert!(page(&next, "new.html").contains("Совсем другая памятка"));
}

#[test]
fn only_what_is_signed_and_approved_is_shown() {
    let mut records = records();
    records.plans.values_mut().for_each(|plan| plan.approved = None);
    let meeting = records.meetings.values_mut().find(|meeting| meeting.number() == Some(3)).unwrap();
    meeting.protocol.as_mut().unwrap().signed = None;
    let site = site(&records);
    assert!(site.plan_day().is_none() && !site.pages.iter().any(|page| page.path == "plan.html"));
    assert!(!page(&site, "news.html").contains("22 мая 2026"));
    let why: Vec<_> = site.left_out.iter().map(|left| left.why).collect();
    assert!(why.contains(&"план не утверждён") && why.contains(&"протокол не подписан"), "{why:?}");
    // A community that keeps nothing of this has a page about itself, and no empty ones.
    records.plans.clear();
    records.meetings.clear();
    records.events.clear();
    records.materials.clear();
    records.practices.clear();
    records.orders.clear();
    records.legal_acts.clear();
    let bare = self::site(&records);
    let paths: Vec<_> = bare.pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["index.html", "new.html", "style.css"]);
}

#[test]
fn documents_in_force_stand_by_kind_with_their_file_or_their_address() {
    let mut records = with_files();
    for act in records.legal_acts.values_mut() {
        act.link = "https://example.org/akt".to_owned();
    }
    let site = site(&records);
    let documents = page(&site, "documents.html");
    let shelf = documents.split("<section id=\"normative\">").nth(1).unwrap();
    let order = shelf.find("№\u{a0}287").unwrap();
    let regulation = shelf.find("№\u{a0}39/1").unwrap();
    assert!(order < regulation, "an order stands before a regulation: {shelf}");
    assert!(shelf[regulation..].contains("href=\"files/polozhenie-o-pps.pdf\""), "{shelf}");
    // What has its file needs no address; what has none is found by it.
    assert_eq!(shelf.matches("https://example.org/akt\"").count(), 1, "{shelf}");
    assert!(shelf[..regulation].contains("https://example.org/akt\""), "{shelf}");
    assert!(!shelf.contains("школьных мониторингов"), "{shelf}");
    assert!(!site.attached.iter().any(|file| file.path.contains("staroe")), "{:?}", site.attached);
    let left = site.left_out.iter().find(|left| left.title.contains("школьных мониторингов")).unwrap();
    assert_eq!(left.why, "документ больше не действует");
    let piece = site.pieces.iter().find(|piece| piece.title == "Нормативные документы").unwrap();
    assert_eq!(piece.files, ["Положение о ППС.pdf"]);
    // It is news when something comes to the shelf.
    let before = ShownBefore(site.shown.clone());
    records.legal_acts.values_mut().for_each(|act| act.in_force_until = None);
    let next = Site::of(&records, YEAR, reader::day(), Some(&before));
    assert!(page(&next, "new.html").contains("documents.html#normative"));
}

#[test]
fn a_page_that_says_the_same_is_the_same_file_on_a_later_day() {
    let records = records();
    let first = site(&records);
    let before = ShownBefore(first.shown.clone());
    let later = reader::day() + chrono::Days::new(5);
    let next = Site::of(&records, YEAR, later, Some(&before));
    for file in &first.pages {
        let same = next.pages.iter().any(|page| page == file);
        assert_eq!(same, file.path != "new.html", "{}", file.path);
    }
    assert_eq!(next.plan_day(), Some(reader::day()));
    let mut changed = records.clone();
    changed.materials.values_mut().for_each(|material| material.title = "Другая памятка".to_owned());
    let changed = Site::of(&changed, YEAR, later, Some(&before));
    assert!(page(&changed, "materials.html").contains("Обновлено 25"));
    assert!(page(&changed, "practices.html").contains("Обновлено 20"));
    // What was kept by a program that knew no pages tells of none.
    let mut kept = serde_json::to_value(&first.shown).unwrap();
    kept.as_object_mut().unwrap().remove("pages");
    let kept = ShownBefore(serde_json::from_value(kept).unwrap());
    let unknown = Site::of(&records, YEAR, later, Some(&kept));
    assert!(page(&unknown, "plan.html").contains("Обновлено 25"));
}

#[test]
fn an_expertise_that_recommends_a_practice_is_told_and_no_other() {
    let mut records = records();
    let said = "Экспертное заключение от 19.03.2026: рекомендовать, 17 из 20\u{a0}баллов";
    assert_eq!(page(&site(&records), "practices.html").matches(said).count(), 1);
    records.expertises.values_mut().for_each(|judged| judged.conclusion = Some(Conclusion::Rework));
    assert!(!page(&site(&records), "practices.html").contains("заключение"));
}

#[test]
fn hostile_words_stay_words() {
    let mut records = records();
    let nasty = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    for material in records.materials.values_mut() {
        material.title = nasty.to_owned();
        material.source = format!("https://example.org/\"onmouseover=alert(1)/{}", "a".repeat(400));
        material.tags = vec![nasty.to_owned()];
    }
    records.community.name = nasty.to_owned();
    let site = site(&records);
    for (path, html) in html_pages(&site) {
        for sign in ["<script", "<img", "\" onmouseover", "\"onmouseover"] {
            assert!(!html.contains(sign), "{path}: {sign}");
        }
    }
}

/// What an accessible page needs, by rules of our own; axe-core was run over the same pages by hand.
#[test]
fn each_page_is_built_as_any_reader_expects() {
    let site = site(&with_files());
    for (path, html) in html_pages(&site) {
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"ru\">"), "{path}");
        for needed in
            ["<meta charset=\"utf-8\">", "name=\"viewport\"", "<main id=\"content\">", "Обновлено 20"]
        {
            assert!(html.contains(needed), "{path}: {needed}");
        }
        for refused in ["<script", "style=", "onclick", "http://", "javascript:"] {
            assert!(!html.contains(refused), "{path}: {refused}");
        }
        assert_eq!(html.matches("<h1>").count(), 1, "{path}");
        assert_eq!(html.matches("aria-current=\"page\"").count(), 1, "{path}");
        let mut level = 0;
        for piece in html.split("<h").skip(1) {
            let Some(next) = piece.chars().next().and_then(|sign| sign.to_digit(10)) else { continue };
            assert!(next <= level + 1, "{path}: a heading of level {next} stands after one of level {level}");
            level = next;
        }
        for element in ["article", "ul", "ol", "li", "dl", "table", "a", "p"] {
            let open =
                html.matches(&format!("<{element}>")).count() + html.matches(&format!("<{element} ")).count();
            assert_eq!(open, html.matches(&format!("</{element}>")).count(), "{path}: <{element}>");
        }
        let ids = values(html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: ids are not unique");
    }
}
