//! Russian words for dates, names and numbers.

mod alphabet;
mod dates;
mod declined;
mod document_number;
mod genitive;
mod name_cases;
mod names;
mod plurals;
mod quotes;
mod several;
mod shortened;
mod typed_names;
mod words;

pub use alphabet::alphabetical;
pub use dates::{date_in_prose, date_in_table, day_and_month, in_month, month_name, partial_in_table};
pub use declined::{Declined, declined};
pub use document_number::document_number;
pub use genitive::issuer_in_genitive;
pub use name_cases::{NameGender, also_a_womans, in_other_cases};
pub use names::FullName;
pub use plurals::{counted, of_count, plural};
pub use quotes::quoted;
pub use several::names_several;
pub use shortened::{capitalised, cited, shortened, uncapitalised};
pub(crate) use typed_names::is_patronymic;
pub use typed_names::name_in_text;
pub use words::{Word, each_word, folded, words, words_beginning};
