//! 序时进度: the progress that the passed time calls for.

use crate::plan::calendar::Calendar;
use crate::plan::{Date, PaceBasis};

use super::share::Share;

/// The share of `[start, deadline]` that has passed at the end of `as_of`: 0 before its first day, 1 from
/// its last day on.
pub(super) fn passed(basis: PaceBasis, calendar: &Calendar, start: Date, deadline: Date, as_of: Date) -> Share {
    if as_of >= deadline {
        return Share::ONE;
    }
    if as_of < start {
        return Share::ZERO;
    }
    let share = match basis {
        PaceBasis::WorkingDays => {
            Share::of_counts(calendar.working_days(start, as_of), calendar.working_days(start, deadline))
        }
        PaceBasis::Months => Share::of_counts(months_ended(start, as_of), months_ended(start, deadline.month_end())),
        PaceBasis::Days => None,
    };
    // A span without a working day still passes, day by day.
    let by_days = || Share::of_counts(as_of.days_since(start) + 1, deadline.days_since(start) + 1);
    share.or_else(by_days).unwrap_or(Share::ONE)
}

/// Calendar months, from that of `start` on, whose last day is not after `day`.
fn months_ended(start: Date, day: Date) -> i64 {
    let this_one = i64::from(day == day.month_end());
    day.month_number() - start.month_number() + this_one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed_at(basis: PaceBasis, start: &str, deadline: &str, as_of: &str) -> String {
        let day = |text: &str| text.parse().unwrap();
        passed(basis, &Calendar::china(), day(start), day(deadline), day(as_of)).rounded(6).to_string()
    }

    #[test]
    fn the_passed_share_at_its_boundaries() {
        use PaceBasis::{Days, Months, WorkingDays};
        for (basis, start, deadline, as_of, share) in [
            (WorkingDays, "2020-07-01", "2020-12-31", "2020-06-30", "0"),
            (WorkingDays, "2020-07-01", "2020-12-31", "2020-07-01", "0.007813"),
            (WorkingDays, "2020-07-01", "2020-12-31", "2020-11-24", "0.789063"),
            (WorkingDays, "2020-07-01", "2020-12-31", "2020-12-30", "0.992188"),
            (WorkingDays, "2020-07-01", "2020-12-31", "2020-12-31", "1"),
            (WorkingDays, "2020-07-01", "2020-12-31", "2021-01-01", "1"),
            (WorkingDays, "2020-10-01", "2020-10-08", "2020-10-04", "0.5"),
            // 106 working days of 2026 by its calendar, of 128; 42 weekdays of 2027.
            (WorkingDays, "2026-07-01", "2027-03-01", "2026-12-01", "0.623529"),
            (Months, "2020-07-01", "2020-12-31", "2020-07-30", "0"),
            (Months, "2020-07-01", "2020-12-31", "2020-07-31", "0.166667"),
            (Months, "2020-07-01", "2020-12-31", "2020-11-29", "0.666667"),
            (Months, "2020-07-01", "2020-12-31", "2020-11-30", "0.833333"),
            (Months, "2020-01-01", "2020-12-31", "2020-11-30", "0.916667"),
            (Months, "2020-07-01", "2020-11-10", "2020-11-09", "0.8"),
            (Months, "2020-07-01", "2020-11-10", "2020-11-10", "1"),
            (Days, "2020-07-01", "2020-07-10", "2020-07-01", "0.1"),
            (Days, "2020-07-01", "2020-07-10", "2020-07-09", "0.9"),
            (Days, "2020-07-01", "2020-07-01", "2020-07-01", "1"),
        ] {
            assert_eq!(passed_at(basis, start, deadline, as_of), share, "{basis:?} {start}..{deadline} at {as_of}");
        }
    }
}
