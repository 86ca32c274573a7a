//! Working days: which days an office works, by the calendars that the state publishes.

mod week_words;
mod working_days;

pub use crate::plan::meant::day::{DayFault, DayWords, Named, ReadDay, read_day};
pub use week_words::{WeekFault, read_week, week_name, week_of};
pub use working_days::{Calendar, CalendarFault, CalendarFile, UnknownYear, YearFile};
