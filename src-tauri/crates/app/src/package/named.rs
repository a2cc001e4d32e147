//! The names that the package of a community may have.

use pps_domain::calendar::SchoolYear;
use pps_domain::records::Community;
use pps_exchange::package_name;

/// Communities of one short name that may share a stick; nobody has more.
const MOST: usize = 20;

/// The usual name first; then those by which one is told from another community of the same short name: with the first
/// word of the district («Рыбновский»), with a number. All are short, so that the papers within can still be opened on
/// Windows.
pub(super) fn names(community: &Community, year: SchoolYear) -> Vec<String> {
    let year = year.to_string().replace('/', "-");
    let short = community.shown_name();
    let words = community.words();
    let body = words.called();
    let mut names = vec![package_name(body, short, &year)];
    if let Some(district) = community.district.split_whitespace().next() {
        names.push(package_name(body, &format!("{short} ({district})"), &year));
    }
    names.extend((2..MOST).map(|number| package_name(body, &format!("{short} ({number})"), &year)));
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.to_lowercase()));
    names
}

/// Whether open data are those of a community: its identifier stands in them, and no other community's data have it.
pub(super) fn speaks_of(data: &[u8], community: &str) -> bool {
    data.windows(community.len()).any(|window| window == community.as_bytes())
}
