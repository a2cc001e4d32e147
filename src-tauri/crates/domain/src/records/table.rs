//! The macro behind the table of kinds: identifiers, the enumerations, the shelves of a community, and each question
//! that is asked of any record.

macro_rules! records {
    (
        $(#[$first_doc:meta])* $first_word:ident: $first:ident($first_id:ident);
        $($(#[$doc:meta])* $word:ident: $name:ident($id:ident) in $shelf:ident),+ $(,)?
    ) => {
        /// The identifiers of records.
        pub mod ids {
            crate::ids::typed_ids! { $(#[$first_doc])* $first_id, $($(#[$doc])* $id),+ }
        }
        use ids::{$($id),+};

        /// The kind of a record, by the word that names it in open data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $(#[$first_doc])* $first, $($(#[$doc])* $name),+ }

        impl Kind {
            /// All kinds, in the order in which open data lists them: what is named comes before what names it.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$name),+];

            /// «meeting»
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { Self::$first => stringify!($first_word), $(Self::$name => stringify!($word)),+ }
            }

            /// The kind named by a word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.word() == word)
            }

            /// What it is called and where it is seen.
            #[must_use]
            pub fn words(self) -> &'static Words {
                match self {
                    Self::$first => &<$first as Entity>::WORDS,
                    $(Self::$name => &<$name as Entity>::WORDS),+
                }
            }

            /// The fields of its records, in the order of the form.
            #[must_use]
            pub fn fields(self) -> &'static [Field] {
                match self { Self::$first => $first::FIELDS, $(Self::$name => $name::FIELDS),+ }
            }

            /// The format in which its records are written.
            #[must_use]
            pub fn format(self) -> u32 {
                match self { Self::$first => $first::FORMAT, $(Self::$name => $name::FORMAT),+ }
            }

            /// Reads a record of the kind.
            ///
            /// # Errors
            /// What is read is no such record.
            pub fn read<'de, D: Deserializer<'de>>(self, data: D) -> Result<Record, D::Error> {
                match self {
                    Self::$first => $first::deserialize(data).map(Record::from),
                    $(Self::$name => $name::deserialize(data).map(Record::from)),+
                }
            }
        }

        /// Any record.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "page", derive(ts_rs::TS), ts(export))]
        #[serde(tag = "kind", content = "record", rename_all = "snake_case")]
        pub enum Record { $(#[$first_doc])* $first($first), $($(#[$doc])* $name($name)),+ }

        impl From<$first> for Record {
            fn from(record: $first) -> Self { Self::$first(record) }
        }

        $(impl From<$name> for Record {
            fn from(record: $name) -> Self { Self::$name(record) }
        })+

        impl Record {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self { Self::$first(_) => Kind::$first, $(Self::$name(_) => Kind::$name),+ }
            }

            /// Its identifier.
            #[must_use]
            pub fn id(&self) -> Uuid {
                match self { Self::$first(record) => record.id.0, $(Self::$name(record) => record.id.0),+ }
            }

            fn entity(&self) -> &dyn Answers {
                match self { Self::$first(record) => record, $(Self::$name(record) => record),+ }
            }

            fn entity_mut(&mut self) -> &mut dyn Answers {
                match self { Self::$first(record) => record, $(Self::$name(record) => record),+ }
            }
        }

        /// Work done for a row of a plan, by the record that tells of it.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct RowWork {
            /// The row.
            pub activity: crate::ids::ActivityId,
            /// The kind of the record.
            pub kind: Kind,
            /// The record.
            pub id: Uuid,
            /// When it happened or is foreseen; none where no day is known.
            pub date: Option<chrono::NaiveDate>,
            /// What came of it: «23 участника».
            pub outcome: String,
        }

        /// All records of one community: its own, and the people and organisations that they name.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct CommunityRecords {
            /// The community.
            pub community: Community,
            $($(#[$doc])* pub $shelf: BTreeMap<$id, $name>),+
        }

        impl CommunityRecords {
            /// A community with nothing in it yet.
            #[must_use]
            pub fn new(community: Community) -> Self {
                Self { community, $($shelf: BTreeMap::new()),+ }
            }

            /// Puts a record in its place. Records of other communities are left out.
            pub fn insert(&mut self, record: Record) {
                if record.community().is_some_and(|community| community != self.community.id) {
                    return;
                }
                match record {
                    Record::$first(record) => self.community = record,
                    $(Record::$name(record) => drop(self.$shelf.insert(record.id, record))),+
                }
            }

            /// Takes a record out; the community itself stays.
            pub fn remove(&mut self, id: Uuid) {
                $(self.$shelf.remove(&$id(id));)+
            }

            /// What was done for rows of the plan, by the records that say which row they answer.
            #[must_use]
            pub fn work_for_rows(&self) -> Vec<RowWork> {
                let mut work = Vec::new();
                $(work.extend(self.$shelf.values().filter_map(|record| {
                    let activity = Entity::serves(record)?;
                    // Of an event that may still be ahead the day is known, and whether it has come is asked later.
                    let date = Entity::happened(record).or_else(|| Entity::date(record));
                    let outcome = Entity::outcome(record);
                    Some(RowWork { activity, kind: Kind::$name, id: record.id.0, date, outcome })
                }));)+
                work
            }

            /// A record of any kind.
            #[must_use]
            pub fn get(&self, id: Uuid) -> Option<Record> {
                if self.community.id.0 == id {
                    return Some(self.community.clone().into());
                }
                $(if let Some(record) = self.$shelf.get(&$id(id)) {
                    return Some(record.clone().into());
                })+
                None
            }

            /// All records, the community first.
            pub fn all(&self) -> impl Iterator<Item = Record> + '_ {
                let own = std::iter::once(Record::from(self.community.clone()));
                own$(.chain(self.$shelf.values().cloned().map(Record::from)))+
            }
        }
    };
}

/// Passes a question that is asked of any record on to its kind.
macro_rules! ask {
    ($($(#[$doc:meta])* $visible:vis fn $called:ident => $asked:ident($($argument:ident: $of:ty),*) $(-> $answer:ty)?;)+) => {
        /// What a kind answers of a record, where the kind is not known beforehand.
        pub(super) trait Answers {
            $(fn $asked(&self, $($argument: $of),*) $(-> $answer)?;)+
            fn unlink(&mut self, gone: &BTreeSet<Uuid>);
            fn paper_numbers(&mut self) -> Vec<&mut String>;
        }

        impl<T: Entity> Answers for T {
            $(fn $asked(&self, $($argument: $of),*) $(-> $answer)? { Entity::$asked(self, $($argument),*) })+
            fn unlink(&mut self, gone: &BTreeSet<Uuid>) { Entity::unlink(self, gone); }
            fn paper_numbers(&mut self) -> Vec<&mut String> { Entity::paper_numbers(self) }
        }

        impl Record {
            $($(#[$doc])* $visible fn $called(&self, $($argument: $of),*) $(-> $answer)? {
                self.entity().$asked($($argument),*)
            })+

            /// No longer names parts that are gone.
            pub fn unlink(&mut self, gone: &BTreeSet<Uuid>) {
                self.entity_mut().unlink(gone);
            }

            fn paper_numbers(&mut self) -> Vec<&mut String> {
                self.entity_mut().paper_numbers()
            }
        }
    };
}
