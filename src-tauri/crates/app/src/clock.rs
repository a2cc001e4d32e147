//! The only place that asks for the time and makes identifiers.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use uuid::Uuid;

/// Where the time and new identifiers come from; tests give their own.
pub trait Clock: Send + Sync {
    /// The instant.
    fn now(&self) -> DateTime<Utc>;
    /// The civil day where the person sits.
    fn today(&self) -> NaiveDate;
    /// The time of day where the person sits, for «Сохранено 14:03».
    fn time(&self) -> NaiveTime;
    /// What the clock on the wall showed at an instant.
    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&Local).naive_local()
    }
    /// A new identifier, ordered by time.
    fn new_id(&self) -> Uuid;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn time(&self) -> NaiveTime {
        Local::now().time()
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// The clock of the machine, showing another day: a year can be looked at as it will be. Instants are of that day too.
#[derive(Debug, Clone, Copy)]
pub struct ClockOnDay(pub NaiveDate);

impl Clock for ClockOnDay {
    fn now(&self) -> DateTime<Utc> {
        self.0.and_time(SystemClock.now().time()).and_utc()
    }

    fn today(&self) -> NaiveDate {
        self.0
    }

    fn time(&self) -> NaiveTime {
        SystemClock.time()
    }

    fn new_id(&self) -> Uuid {
        SystemClock.new_id()
    }
}
