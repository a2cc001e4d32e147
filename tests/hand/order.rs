//! Tab leads through the fields in the order of writing: a text typed at each of them lands there and nowhere else, and
//! removes nothing.

use std::time::{Duration, Instant};

use rstest::rstest;

use crate::started::{Folder, Started};

/// What has the focus: whether text can be typed into it, and the words of a button.
const HERE: &str = "(() => { const one = document.activeElement; if (!one || one === document.body) return ['lost', '']; \
     const types = one.matches('textarea:not([readonly]), input:not([type=checkbox]):not([type=radio]):not([readonly])'); \
     const inside = !!one.closest('.room__inside'); \
     return [inside ? (types ? 'field' : one.tagName === 'SELECT' ? 'choice' : 'other') : 'outside', \
     (one.innerText || one.getAttribute('aria-label') || '').replaceAll('\\u00a0', ' ').trim()]; })()";

/// Whether what had the focus before stands last on the page: from there Tab leaves the page.
const WAS_THE_LAST: &str = "(() => { const all = [...document.querySelectorAll('a[href], button, input, textarea, select, \
     summary, [tabindex=\"0\"]')].filter(one => !one.disabled && one.offsetParent); \
     return all.at(-1) === window.before || all.indexOf(window.before) < 0; })()";

/// Whether the field with the caret is seen whole; one that is taller than half the window shows where one writes.
const IN_SIGHT: &str = "(() => { const seen = document.activeElement.getBoundingClientRect(); \
     return (seen.top >= 0 && seen.bottom <= innerHeight + 1) || seen.height > innerHeight / 2; })()";

/// No form is longer than this.
const MOST_STOPS: usize = 150;

fn records(folder: &Folder) -> usize {
    let all = folder.records();
    all.people.len()
        + all.memberships.len()
        + all.orders.len()
        + all.activities.len()
        + all.meetings.len()
        + all.organisations.len()
        + all
            .meetings
            .values()
            .flat_map(|meeting| &meeting.protocol)
            .map(|one| one.items.len())
            .sum::<usize>()
}

#[rstest]
#[case::settings("Настройки", "")]
#[case::a_member("Состав", "document.querySelector('.roster tbody tr:nth-child(3) a')")]
#[case::a_new_member("Состав", "document.querySelector('a[href$=\"people/new\"]')")]
#[case::an_order("Документы", "")]
#[case::a_row_of_the_plan("План", "document.querySelector('table a[href*=\"plan/\"]')")]
#[case::the_report("Отчёт", "")]
fn tab_goes_from_field_to_field_and_nothing_is_removed(#[case] room: &str, #[case] opens: &str) {
    let folder = Folder::with_a_full_year();
    let before = records(&folder);
    let window = Started::on(&folder);
    window.goes_to(room);
    if !opens.is_empty() {
        window.clicks(opens);
    }
    window.sees("document.querySelectorAll('.room__inside input, .room__inside textarea').length > 0");
    window.asks("document.querySelector('.room__inside').focus()");
    let mut after_field = false;
    let mut fields = 0;
    for stop in 0..MOST_STOPS {
        window.asks("window.before = document.activeElement");
        window.hand.presses("tab");
        let (kind, words) = here(&window);
        if kind == "lost" && window.asks(WAS_THE_LAST) == true {
            break;
        }
        assert_ne!(kind, "lost", "stop {stop}: the focus is nowhere");
        if kind == "outside" && fields > 0 {
            break;
        }
        // A letter typed a moment too late must not take anything away.
        let takes_away = ["Удалить", "Убрать", "Вывести"].iter().any(|word| words.starts_with(word));
        if takes_away && after_field {
            let rest = window.asks(
                "(() => { const row = document.activeElement.closest('fieldset, [role=group], .fields, form'); \
                 if (!row) return 0; return [...row.querySelectorAll('input:not([disabled]), textarea:not([disabled])')] \
                 .filter(one => one.offsetParent && one.type !== 'checkbox' && one.type !== 'radio' && \
                 (document.activeElement.compareDocumentPosition(one) & 4) && one.closest('.fields') === \
                 document.activeElement.closest('.fields')).length; })()"
            );
            assert_eq!(rest, 0, "stop {stop}: «{words}» stands before fields of its row");
        }
        after_field = kind == "field";
        if kind != "field" {
            continue;
        }
        fields += 1;
        // The room follows within a frame or two.
        window.sees(IN_SIGHT);
        window.hand.types("а б");
        window.sees("document.activeElement.value.includes('а б')");
        // What cannot be read stays typed in its field and stops nothing else.
        window.hand.presses("escape");
    }
    assert!(fields > 0, "no field was reached");
    window.signals("-TERM");
    window.ends();
    assert!(records(&folder) >= before, "something was removed");
}

/// What has the focus when the key has come through; where nothing gets it, that is told after a while.
fn here(window: &Started) -> (String, String) {
    let patience = Instant::now() + Duration::from_secs(20);
    loop {
        let moved = window.asks("document.activeElement !== window.before");
        let seen = window.asks(HERE);
        if (moved == true && seen[0] != "lost") || Instant::now() > patience {
            return (text(&seen[0]), text(&seen[1]));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
