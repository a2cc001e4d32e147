//! School years, half-years, partly known dates and terms. All dates are civil.

mod clock_time;
mod doubt;
mod holidays;
mod partial;
mod said;
mod school_year;
mod shift;
mod term;
mod term_in_year;
mod typed;
mod typed_term;
mod working_days;

pub use clock_time::{ClockTime, NotATime, read_clock_time};
pub use doubt::{DateAnswer, TermAnswer, YearsAround, answer_date, answer_term};
pub use holidays::{HolidaySeason, Holidays};
pub use partial::{DateFault, Month, PartialDate};
pub use school_year::{HalfYear, SchoolYear};
pub use term::Term;
pub(crate) use typed::named_month;
pub use typed::{NotADate, read_date, read_said_date};
pub use typed_term::{read_term, read_term_by};
pub use working_days::after_working_days;

use chrono::NaiveDate;

/// The day `year`-`month`-`day`, pulled to the nearest day that exists: a year outside 1–9999 to its bound,
/// 31 June to 30 June. Settings and odd input therefore never end the program.
#[must_use]
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    let (year, month) = (year.clamp(1, 9999), month.clamp(1, 12));
    (1..=day.clamp(1, 31))
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .unwrap_or(NaiveDate::MIN)
}
