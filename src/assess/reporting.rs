//! Reporting periods: weeks, months, quarters.

use chrono::{Datelike, Weekday};

use crate::plan::{Date, Period, Reporting};

/// The last whole reporting period before the one in which the day lies.
pub(super) fn last_full_period(reporting: Reporting, day: Date) -> Option<Period> {
    let this_start = match reporting {
        Reporting::Weekly => day.plus_days(-i64::from(day.weekday().days_since(Weekday::Mon)))?,
        Reporting::Monthly => day.month_start(),
        Reporting::Quarterly => quarter_start(day)?,
    };
    let end = this_start.plus_days(-1)?;
    let start = match reporting {
        Reporting::Weekly => this_start.plus_days(-7)?,
        Reporting::Monthly => end.month_start(),
        Reporting::Quarterly => quarter_start(end)?,
    };
    Some(Period { start, end })
}

fn quarter_start(day: Date) -> Option<Date> {
    let first_month = day.0.month0() / 3 * 3;
    day.0.with_day(1)?.with_month0(first_month).map(Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_whole_period() {
        use Reporting::{Monthly, Quarterly, Weekly};
        for (reporting, day, start, end) in [
            (Weekly, "2020-11-23", "2020-11-16", "2020-11-22"),
            (Weekly, "2020-11-29", "2020-11-16", "2020-11-22"),
            (Monthly, "2020-11-01", "2020-10-01", "2020-10-31"),
            (Monthly, "2020-11-30", "2020-10-01", "2020-10-31"),
            (Monthly, "2021-01-01", "2020-12-01", "2020-12-31"),
            (Quarterly, "2020-12-31", "2020-07-01", "2020-09-30"),
            (Quarterly, "2021-01-01", "2020-10-01", "2020-12-31"),
        ] {
            let period = last_full_period(reporting, day.parse().unwrap()).unwrap();
            assert_eq!(
                (period.start.to_string(), period.end.to_string()),
                (start.into(), end.into()),
                "{reporting:?} {day}"
            );
        }
    }
}
