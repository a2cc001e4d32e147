//! The wheel and the scroll bar move every room.

use pps_tests::Picture;

use crate::started::{Folder, Started};

/// Every room of the rail, and what leads deeper into it where its first look is shorter than the window.
const ROOMS: &[&str] = &[
    "Обзор",
    "Заседания",
    "План",
    "Отчёт",
    "Состав",
    "Решения",
    "Документы",
    "Передача в РИМК",
    "Настройки",
    "Справка",
];

/// What scrolls by itself and is longer than its place: the largest of them.
const LONGEST: &str = "[...document.querySelectorAll('#room, #room *')].filter(one => one.scrollHeight > one.clientHeight + 40 \
     && /auto|scroll/.test(getComputedStyle(one).overflowY) && one.clientWidth > 200) \
     .sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0]";

/// Points of the screen that must change when a room moves by several lines.
const MOVED: usize = 5_000;

#[test]
fn the_wheel_scrolls_every_room() {
    let folder = Folder::with_a_full_year();
    let window = Started::on(&folder);
    let mut scrolled = Vec::new();
    for room in ROOMS {
        window.goes_to(room);
        if window.asks(&format!("!!({LONGEST})")) != true {
            continue;
        }
        let place = window.middle_of(LONGEST);
        let before = window.picture();
        window.hand.turns_wheel(place, 6);
        window.sees(&format!("({LONGEST}).scrollTop > 50"));
        window.until(&format!("the picture of «{room}» moves"), || {
            differing(&before, &window.picture()) > MOVED
        });
        window.hand.turns_wheel(place, -12);
        window.sees(&format!("({LONGEST}).scrollTop === 0"));
        scrolled.push(*room);
    }
    // A room may grow shorter than the window one day; but not half of them.
    assert!(scrolled.len() >= 7, "only these rooms are longer than the window: {scrolled:?}");
}

#[test]
fn a_scroll_bar_is_dragged() {
    let folder = Folder::with_a_full_year();
    let window = Started::on(&folder);
    window.goes_to("Настройки");
    let bar = format!(
        "(() => {{ const one = {LONGEST}; const seen = one.getBoundingClientRect(); \
         return [seen.right - 5, seen.top + 20, seen.bottom - 30]; }})()"
    );
    let seen = window.asks(&bar);
    let at = |index: usize| seen[index].as_f64().unwrap() as i16;
    let (top, bottom) = (window.on_screen((at(0), at(1))), window.on_screen((at(0), at(2))));
    window.hand.drags(top, bottom);
    window.sees(&format!("({LONGEST}).scrollTop > 200"));
}

fn differing(before: &Picture, now: &Picture) -> usize {
    before.dots.chunks_exact(3).zip(now.dots.chunks_exact(3)).filter(|(a, b)| a != b).count()
}
