//! Terms as they stand in real plans, and what a person reads in them.

use pps_domain::calendar::{SchoolYear, Term, read_term};

const YEAR: SchoolYear = SchoolYear(2025);

/// «m:2025-09», «s:2025-09..2025-12», «D:2025-08-27..2025-08-28», «year» …
fn code(term: &Term) -> String {
    match term {
        Term::Day { date } => format!("d:{date}"),
        Term::Days { from, to, .. } => format!("D:{from}..{to}"),
        Term::Until { date } => format!("u:{date}"),
        Term::Months { months, .. } => {
            format!("m:{}", months.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
        }
        Term::Span { from, to, .. } => format!("s:{from}..{to}"),
        Term::Monthly { .. } => "monthly".to_owned(),
        Term::Quarterly { .. } => "quarterly".to_owned(),
        Term::WholeYear { .. } => "year".to_owned(),
        Term::Words { text } => format!("w:{text}"),
    }
}

/// `h:` names the months that are meant about: any term of them will do, words will not. `~` allows for words.
fn fits(wanted: &str, got: &str) -> bool {
    if let Some(about) = wanted.strip_suffix('~') {
        return got == about || got.starts_with("w:");
    }
    match wanted.strip_prefix("h:") {
        Some("год") => !got.starts_with("w:"),
        Some(about) => !got.starts_with("w:") && got.contains(&about[..7]),
        None => wanted == got,
    }
}

#[test]
fn terms_of_real_plans_are_read() {
    let mut wrong = Vec::new();
    let table = include_str!("fixtures/terms.tsv");
    for (typed, wanted) in table.lines().skip(1).filter_map(|line| line.split_once('\t')) {
        let got = read_term(typed, YEAR).map(|term| code(&term)).unwrap_or_default();
        if !fits(wanted, &got) {
            wrong.push(format!("«{typed}»: {wanted}, but {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
