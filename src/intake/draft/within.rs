//! The days over which a plan runs, and the year that its document means where it names none.

use crate::plan::meant::day::DayWords;
use crate::plan::meant::is_numeral;
use crate::plan::{Date, Period};

use super::head::{Basis, DraftHead};
use super::numbers::is_digit;
use super::period::day;

/// More days are more than a year.
pub(super) const DAYS_OF_A_YEAR: i64 = 366;
/// A year is written with so many characters.
const YEAR: usize = 4;

/// The days over which a plan runs, as its document's words of time are read by them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Within {
    period: Period,
    /// The days among which those are whose year is not said.
    yearless: Period,
    /// Whether the document says which year it is.
    known: bool,
}

impl Within {
    /// Where the period is a guess, a day without a year is one of the year of issue, and none before the issue.
    pub(super) fn of(head: &DraftHead) -> Within {
        let period = head.period.value;
        // A guess of whole years; another names its term.
        let years = period.start == day(period.start.year(), 1, 1) && period.end == day(period.end.year(), 12, 31);
        let guessed = head.period.basis == Basis::Assumed && years;
        let dated = head.issued.basis != Basis::Assumed;
        let from = if dated { head.issued.value.month_start() } else { period.start };
        let yearless = if guessed { Period { start: from, end: day(from.year(), 12, 31) } } else { period };
        Within { period, yearless, known: !guessed || dated }
    }

    /// Whether a day lies in the period.
    pub(super) fn contains(self, date: Date) -> bool {
        self.period.contains(date)
    }

    /// How words of time are read that say nothing of the day on which they are.
    pub(super) fn words(self) -> DayWords {
        DayWords { today: None, period: Some(self.yearless) }
    }

    /// The year in which the plan begins.
    pub(super) fn first_year(self) -> i32 {
        self.period.start.year()
    }

    /// The last day of the year, where the plan runs over one year and no more.
    pub(super) fn year_end(self) -> Option<Date> {
        let end = day(self.period.end.year(), 12, 31);
        (self.known && self.period.end == end && self.period.start == day(end.year(), 1, 1)).then_some(end)
    }

    /// Whether the plan runs over more than one year.
    pub(super) fn has_years(self) -> bool {
        self.days() > DAYS_OF_A_YEAR
    }

    /// The last day of a plan of so many years, which are known.
    pub(super) fn last_of(self, years: i32) -> Option<Date> {
        let whole = self.period.start == day(self.first_year(), 1, 1)
            && self.period.end == day(self.first_year() + years - 1, 12, 31);
        (self.known && whole).then_some(self.period.end)
    }

    /// How many days the plan runs.
    pub(super) fn days(self) -> i64 {
        self.period.end.days_since(self.period.start)
    }

    /// Whether the year of words of time is known: they say it, or the document does.
    pub(super) fn knows_year(self, says: &str) -> bool {
        let year = says.chars().take_while(|c| is_digit(*c) || is_numeral(*c)).count();
        self.known || year == YEAR
    }
}

impl From<Period> for Within {
    fn from(period: Period) -> Within {
        Within { period, yearless: period, known: true }
    }
}
