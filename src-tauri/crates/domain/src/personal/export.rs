//! What left the program: a paper that was saved or printed, a package, a copy of the data. The journal of these is kept
//! among the acts of the history, which nobody can take back or change unseen; an act is told by its name, so the name
//! holds all of it.

/// Something that was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// «Протокол № 2 от 16.01.2026.pdf»
    pub what: String,
    /// «флешка KINGSTON», «папка «Документы»», «печать».
    pub place: String,
    /// Whether it names people.
    pub personal: bool,
}

const BEGINS: &str = "Выдано: ";
const TO: &str = " → ";
const WITH: &str = " (с персональными данными)";
const WITHOUT: &str = " (без персональных данных)";

impl Export {
    /// The name of the act: «Выдано: План работы.pdf → флешка KINGSTON (с персональными данными)».
    #[must_use]
    pub fn name(&self) -> String {
        let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace(TO.trim(), "—");
        let personal = if self.personal { WITH } else { WITHOUT };
        format!("{BEGINS}{}{TO}{}{personal}", said(&self.what), said(&self.place))
    }

    /// What an act of this name gave out; none of any other act.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let said = name.strip_prefix(BEGINS)?;
        let (said, personal) = match said.strip_suffix(WITH) {
            Some(said) => (said, true),
            None => (said.strip_suffix(WITHOUT)?, false),
        };
        let (what, place) = said.split_once(TO)?;
        Some(Self { what: what.to_owned(), place: place.to_owned(), personal })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_act_says_what_went_where() {
        let export = Export {
            what: "План работы.pdf".to_owned(),
            place: "флешка KINGSTON".to_owned(),
            personal: true,
        };
        assert_eq!(export.name(), "Выдано: План работы.pdf → флешка KINGSTON (с персональными данными)");
        assert_eq!(Export::from_name("Изменён протокол № 2"), None);
    }

    proptest! {
        #[test]
        fn what_is_said_is_read_back(what in "[а-я №.()→]{0,12}", place in "[а-я «»→]{0,8}", personal: bool) {
            let name = Export { what, place, personal }.name();
            let read = Export::from_name(&name);
            prop_assert!(read.is_some(), "{}", name);
            prop_assert_eq!(read.map(|export| export.name()), Some(name));
        }
    }
}
