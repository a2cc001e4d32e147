//! The names that a package may have in a place besides its own: what is being written, and what was replaced.

use std::collections::HashSet;

use crate::names::fold;

/// How the names of most packages begin.
const OURS: &str = "ППС";

/// Why something lies under another name than its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It was being written.
    Part,
    /// It was replaced.
    Old,
}

impl Role {
    fn ending(self) -> &'static str {
        match self {
            Self::Part => ".part",
            Self::Old => ".old",
        }
    }
}

/// Of which package a name speaks that is not a package's own: «ППС_Исток.2.part» of «ППС_Исток».
pub(crate) fn package_of(name: &str) -> Option<&str> {
    let rest = [Role::Part, Role::Old].iter().find_map(|role| name.strip_suffix(role.ending()))?;
    let numbered = rest.rsplit_once('.').filter(|(_, number)| number.parse::<u32>().is_ok());
    let package = numbered.map_or(rest, |(package, _)| package);
    (package.starts_with(OURS) || ends_with_a_year(package)).then_some(package)
}

/// Whether a name ends as those of all packages do, «РМО_Химия_2025-2026». What ends and begins otherwise is nobody's
/// leftover.
fn ends_with_a_year(package: &str) -> bool {
    let name = package.strip_suffix(".zip").unwrap_or(package);
    let Some((front, years)) = name.rsplit_once('_') else { return false };
    let year = |digits: &str| digits.parse::<u16>().ok().filter(|_| digits.len() == 4);
    let years = years.split_once('-').and_then(|(first, next)| year(first).zip(year(next)));
    front.contains('_') && years.is_some_and(|(first, next)| first.checked_add(1) == Some(next))
}

/// A name that nothing has had in this place, so that nothing has to give way to it.
pub(crate) fn fresh(package: &str, role: Role, taken: &HashSet<String>) -> String {
    let ending = role.ending();
    let mut name = format!("{package}{ending}");
    let mut number = 2_u32;
    while taken.contains(&fold(&name)) {
        name = format!("{package}.{number}{ending}");
        number += 1;
    }
    name
}

/// Whether a name is what FAT shows of an entry whose long name was lost in a cut: «ППС_ФУ~1».
pub(crate) fn is_short_alias(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    stem.rsplit_once('~').is_some_and(|(front, number)| {
        !front.is_empty() && stem.chars().count() <= 8 && number.parse::<u32>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_of_a_leftover_is_known_by_its_name() {
        for (name, package) in [
            ("ППС_Исток.part", Some("ППС_Исток")),
            ("ППС_Исток.2.old", Some("ППС_Исток")),
            ("ППС_Исток.zip.part", Some("ППС_Исток.zip")),
            ("ППС_Исток.zip.12.old", Some("ППС_Исток.zip")),
            ("ППС_Исток", None),
            ("РМО_Химия_2025-2026.part", Some("РМО_Химия_2025-2026")),
            ("РМО_Химия_2025-2026.zip.2.old", Some("РМО_Химия_2025-2026.zip")),
            ("РМО_Химия_2025.part", None),
            ("РМО_Химия_2025-2027.part", None),
            ("Отчёт_2025-2026.part", None),
            ("диплом.part", None),
        ] {
            assert_eq!(package_of(name), package, "{name}");
        }
    }

    #[test]
    fn a_fresh_name_is_one_that_nothing_has() {
        let taken: HashSet<String> = [fold("ППС.PART"), fold("ППС.2.part")].into();
        assert_eq!(fresh("ППС", Role::Part, &taken), "ППС.3.part");
        assert_eq!(fresh("ППС", Role::Old, &taken), "ППС.old");
    }

    #[test]
    fn what_fat_shows_without_the_long_name_is_recognised() {
        assert!(is_short_alias("ППС_ФУ~1") && is_short_alias("PPS_F~12.ZIP"));
        assert!(
            !is_short_alias("ППС_Функциональная~1") && !is_short_alias("план.pdf") && !is_short_alias("~1")
        );
    }
}
