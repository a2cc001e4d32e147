//! What a cell with a number shows. A cell of Excel holds a number and, apart from it, how it is shown: 0,8 as «80 %»,
//! 45 901 as «сентябрь 2025». What the person sees is what was meant, so that is what is read; a day is written as
//! «14.11.2025» and a month by its whole name, since these are what a plan says.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use pps_domain::calendar::day;
use pps_domain::russian::{day_and_month, month_name};
use ssfmt::ast::{DatePart, FormatPart};
use ssfmt::{FormatOptions, Locale, NumberFormat};

/// Excel itself allows no longer one.
const LONGEST_CODE: usize = 255;

/// The days that Excel can show: from 1 January 1900 to 31 December 9999.
const DAYS: std::ops::Range<f64> = 1.0..2_958_466.0;

/// A number as its cell shows it, by the code of its format.
pub(super) fn shown(value: f64, code: &str, since_1904: bool) -> String {
    let plain = code.is_empty() || code.len() > LONGEST_CODE || code == "@";
    let format =
        if plain || code.eq_ignore_ascii_case("general") { None } else { NumberFormat::parse(code).ok() };
    let Some(format) = format else { return general(value) };
    let shows = Shows::of(&format);
    if shows.anything() {
        return moment(value, since_1904).map_or_else(|| general(value), |moment| moment.shown(shows));
    }
    let text = tidy(&format.format(value, &options()));
    // A format may show nothing at all; what the cell holds is not lost for that.
    if text.chars().any(char::is_alphanumeric) { text } else { general(value) }
}

/// Which parts of a moment a format shows, where it is one of moments.
pub(super) fn shows(code: &str) -> Option<Shows> {
    let format = Some(code).filter(|code| code.len() <= LONGEST_CODE)?;
    let shows = Shows::of(&NumberFormat::parse(format).ok()?);
    shows.anything().then_some(shows)
}

/// A number as it is, without a tail that only comes of counting in binary.
pub(super) fn general(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{:.0}", value + 0.0);
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string().replace('.', ",")
}

fn options() -> FormatOptions {
    let locale = Locale { decimal_separator: ',', thousands_separator: '\u{a0}', ..Locale::default() };
    FormatOptions { locale, ..FormatOptions::default() }
}

/// Without the blanks that only align numbers in a column, and with a space before the percent sign.
fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    match text.strip_suffix('%') {
        Some(number) if number.ends_with(|c: char| c.is_ascii_digit()) => format!("{number}\u{a0}%"),
        _ => text,
    }
}

/// Which parts of a moment a format shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each part is shown or is not")]
pub(super) struct Shows {
    pub(super) day: bool,
    pub(super) month: bool,
    pub(super) year: bool,
    pub(super) time: bool,
    /// A length of time: hours may be more than 24.
    pub(super) length: bool,
}

impl Shows {
    fn of(format: &NumberFormat) -> Self {
        let mut shows = Self::default();
        for part in format.sections().first().into_iter().flat_map(|section| &section.parts) {
            match part {
                FormatPart::DatePart(part) => match part {
                    DatePart::Day | DatePart::Day2 | DatePart::DayAbbr | DatePart::DayFull => {
                        shows.day = true
                    }
                    DatePart::Month
                    | DatePart::Month2
                    | DatePart::MonthAbbr
                    | DatePart::MonthFull
                    | DatePart::MonthLetter => shows.month = true,
                    DatePart::Hour
                    | DatePart::Hour2
                    | DatePart::Minute
                    | DatePart::Minute2
                    | DatePart::Second
                    | DatePart::Second2
                    | DatePart::SubSecond(_) => shows.time = true,
                    _ => shows.year = true,
                },
                FormatPart::Elapsed(_) => shows.length = true,
                FormatPart::AmPm(_) => shows.time = true,
                _ => {}
            }
        }
        shows
    }

    pub(super) fn anything(self) -> bool {
        self.day || self.month || self.year || self.time || self.length
    }
}

/// A day with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: u32,
    /// Whether the number is less than a day, so that there is no date in it.
    pub(super) time_only: bool,
}

/// The moment that a number of days stands for.
pub(super) fn moment(value: f64, since_1904: bool) -> Option<Moment> {
    if !(0.0..DAYS.end).contains(&value) {
        return None;
    }
    // Half a second is added, since 14:30 is a periodic fraction of a day.
    let near = value + 0.5 / 86_400.0;
    let (year, month, day, hour, minute, second, _) =
        ExcelDateTime::new(near, ExcelDateTimeType::DateTime, since_1904).to_ymd_hms_milli();
    Some(Moment {
        year: year.into(),
        month: month.into(),
        day: day.into(),
        hour: hour.into(),
        minute: minute.into(),
        second: second.into(),
        time_only: near < DAYS.start,
    })
}

impl Moment {
    /// «14.11.2025», «сентябрь 2025», «15 октября», «14:30»: as much as is shown, and the time of a day where there is
    /// one.
    pub(super) fn shown(self, shows: Shows) -> String {
        if shows.length {
            return self.length();
        }
        let clock = format!("{:02}:{:02}", self.hour, self.minute);
        let clock = if self.second == 0 { clock } else { format!("{clock}:{:02}", self.second) };
        let dated = (shows.day || shows.month || shows.year) && !self.time_only;
        if !dated {
            return clock;
        }
        let date = match (shows.day, shows.month, shows.year) {
            (false, true, true) => format!("{} {}", month_name(self.month), self.year),
            (false, true, false) => month_name(self.month).to_owned(),
            (false, false, _) => self.year.to_string(),
            // The year that the cell holds is the one in which the day was typed; nobody sees or means it.
            (true, true, false) => day_and_month(day(self.year, self.month, self.day)),
            _ => format!("{:02}.{:02}.{}", self.day, self.month, self.year),
        };
        let midnight = (self.hour, self.minute, self.second) == (0, 0, 0);
        if shows.time && !midnight { format!("{date} {clock}") } else { date }
    }

    /// «36:30» for a day and a half of an hour.
    fn length(self) -> String {
        let days = if self.time_only { 0 } else { self.days_since_1900() };
        let clock = format!("{}:{:02}", days * 24 + i64::from(self.hour), self.minute);
        if self.second == 0 { clock } else { format!("{clock}:{:02}", self.second) }
    }

    fn days_since_1900(self) -> i64 {
        (day(self.year, self.month, self.day) - day(1899, 12, 31)).num_days()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(45901.0, "mmm\\.yy", "сентябрь 2025")]
    #[case(45901.0, "[$-419]mmmm\\ yyyy;@", "сентябрь 2025")]
    #[case(45901.0, "mmmm", "сентябрь")]
    #[case(45901.0, "mmm-yy", "сентябрь 2025")]
    #[case(45945.0, "DD.MMM", "15\u{a0}октября")]
    #[case(45945.0, "d-mmm", "15\u{a0}октября")]
    #[case(45945.0, "mm-dd-yy", "15.10.2025")]
    #[case(45945.0, "dd/mm/yy;@", "15.10.2025")]
    #[case(45945.0, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "15.10.2025")]
    #[case(45945.0, "[$-FC19]dd\\ mmmm\\ yyyy\\ \\г\\.;@", "15.10.2025")]
    #[case(45945.0, "yyyy", "2025")]
    #[case(45945.0, "dd.mm.yyyy\\ h:mm", "15.10.2025")]
    #[case(45_945.604_166_666_664, "dd.mm.yyyy\\ h:mm", "15.10.2025 14:30")]
    #[case(0.604_166_666_666_667, "h:mm", "14:30")]
    #[case(0.604_166_666_666_667, "h:mm AM/PM", "14:30")]
    #[case(0.604_166_666_666_667, "dd.mm.yyyy", "14:30")]
    #[case(0.375, "[$-F400]h:mm:ss\\ AM/PM", "09:00")]
    #[case(1.520_833_333_333, "[h]:mm", "36:30")]
    #[case(0.0625, "[h]:mm", "1:30")]
    #[case(0.8, "0%", "80\u{a0}%")]
    #[case(0.125, "0.0%", "12,5\u{a0}%")]
    #[case(0.125, "0.00%", "12,50\u{a0}%")]
    #[case(25.0, "0\" человек\"", "25 человек")]
    #[case(7.0, "\"№ \"0", "№ 7")]
    #[case(7.0, "000", "007")]
    #[case(1500.5, "#,##0.00\" руб.\"", "1\u{a0}500,50 руб.")]
    #[case(
        1500.5,
        "_-* #,##0.00\\ \"₽\"_-;\\-* #,##0.00\\ \"₽\"_-;_-* \"-\"??\\ \"₽\"_-;_-@_-",
        "1\u{a0}500,50 ₽"
    )]
    #[case(-3.0, "0", "-3")]
    #[case(12.0, "General", "12")]
    #[case(12.5, "General", "12,5")]
    #[case(0.1 + 0.2, "General", "0,3")]
    #[case(45975.0, "General", "45975")]
    #[case(79_101_234_567.0, "General", "79101234567")]
    #[case(5.0, ";;;", "5")]
    #[case(5.0, "\"", "5")]
    #[case(-1.0, "dd.mm.yyyy", "-1")]
    #[case(
        1e300,
        "dd.mm.yyyy",
        "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
    )]
    fn a_number_is_read_as_its_cell_shows_it(#[case] value: f64, #[case] code: &str, #[case] text: &str) {
        assert_eq!(shown(value, code, false), text);
    }

    #[test]
    fn days_of_an_old_mac_count_from_1904() {
        assert_eq!(shown(44439.0, "mmmm yyyy", true), "сентябрь 2025");
    }
}
