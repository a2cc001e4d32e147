//! The organisations of a list: one school that is spelt in several ways is one, and what is only alike is asked about.

use pps_domain::ids::OrganisationId;
use pps_domain::import::{
    almost_same_organisation, almost_same_organisation_name, fullest_name, same_organisation,
    same_organisation_name,
};
use pps_domain::records::{Organisation, OrganisationKind};

/// Which organisation the names of a table mean.
#[derive(Debug, Default)]
pub(super) struct Schools {
    known: Vec<Organisation>,
    /// Those that the table names and nobody knows, each in all its spellings.
    new: Vec<Vec<String>>,
}

impl Schools {
    pub(super) fn new<'a>(known: Vec<Organisation>, named: impl Iterator<Item = &'a str>) -> Self {
        let mut new: Vec<Vec<String>> = Vec::new();
        for name in named.filter(|name| !name.is_empty()) {
            if known.iter().any(|known| same_organisation(name, known)) {
                continue;
            }
            let spelt = |spellings: &&mut Vec<String>| {
                spellings.iter().any(|other| other == name || same_organisation_name(name, other))
            };
            match new.iter_mut().find(spelt) {
                Some(spellings) if !spellings.iter().any(|other| other == name) => {
                    spellings.push(name.to_owned())
                }
                Some(_) => {}
                None => new.push(vec![name.to_owned()]),
            }
        }
        Self { known, new }
    }

    /// The organisation that is known by a name.
    pub(super) fn known(&self, name: &str) -> Option<&Organisation> {
        self.known.iter().find(|known| same_organisation(name, known))
    }

    /// The fullest spelling of a new organisation in the table.
    pub(super) fn spelt<'a>(&'a self, name: &'a str) -> &'a str {
        let spellings = self.new.iter().find(|spellings| spellings.iter().any(|other| other == name));
        spellings.and_then(|spellings| fullest_name(spellings.iter().map(String::as_str))).unwrap_or(name)
    }

    /// An organisation that is new by its name and almost one that is known, or that stands in the table.
    pub(super) fn question(&self, name: &str) -> Option<String> {
        if name.is_empty() || self.known(name).is_some() {
            return None;
        }
        let known = self.known.iter().find(|known| almost_same_organisation(name, known));
        let mut others = self.new.iter().filter(|spellings| !spellings.iter().any(|other| other == name));
        let near = known.map(|known| known.shown_name().to_owned()).or_else(|| {
            let other = others
                .find(|spellings| spellings.iter().any(|other| almost_same_organisation_name(name, other)))?;
            fullest_name(other.iter().map(String::as_str)).map(str::to_owned)
        })?;
        Some(format!(
            "Организация «{name}» новая, но похожа на «{near}»; если это она, впишите её название так же."
        ))
    }

    /// A new organisation of this name.
    pub(super) fn made(&self, id: OrganisationId, name: &str) -> Organisation {
        Organisation {
            id,
            name: self.spelt(name).to_owned(),
            short_name: String::new(),
            kind: OrganisationKind::School,
            low_results: false,
            unfavourable_conditions: false,
        }
    }
}
