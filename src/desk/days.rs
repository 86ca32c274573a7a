//! What day it is, and what day is meant.

use std::time::SystemTime;

use crate::plan::{Date, Head, Language, UtcOffset, meant};

/// 0001-01-01T00:00:00 and 9999-12-31T23:59:59, in seconds from 1970: what can be written as a date.
const FIRST_SECOND: i64 = -62_135_596_800;
const LAST_SECOND: i64 = 253_402_300_799;

/// The day asked for; today in the plan's own offset where none was.
pub(crate) fn as_of(head: &Head, asked: Option<&str>, lang: Language) -> anyhow::Result<Date> {
    let today = today(head.utc_offset);
    match asked {
        None => Ok(today),
        Some(text) => day(head, text, today, lang),
    }
}

/// Today where the plan is.
pub(crate) fn today(offset: UtcOffset) -> Date {
    day_at(SystemTime::now(), offset)
}

/// The day of a moment, wherever a clock stands: one beyond the years 1 to 9999 stands at their first or last day.
fn day_at(moment: SystemTime, offset: UtcOffset) -> Date {
    let seconds = match moment.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -1 - seconds),
    };
    let seconds = seconds.saturating_add(i64::from(offset.0.local_minus_utc())).clamp(FIRST_SECOND, LAST_SECOND);
    Date(chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default().date_naive())
}

/// The day that an argument means; what stands in a table is read without a today.
pub(crate) fn day(head: &Head, text: &str, today: impl Into<Option<Date>>, lang: Language) -> anyhow::Result<Date> {
    meant::day::day(head, text, today, lang).map_err(anyhow::Error::msg)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_may_stand_anywhere() {
        let epoch = SystemTime::UNIX_EPOCH;
        let [utc, east] = ["+00:00", "+08:00"].map(|offset| UtcOffset::new(offset).unwrap());
        let hours = |hours: u64| Duration::from_secs(hours * 3600);
        for (moment, offset, day) in [
            (epoch, utc, "1970-01-01"),
            (epoch + hours(16), east, "1970-01-02"),
            (epoch - Duration::from_nanos(1), utc, "1969-12-31"),
            (epoch - hours(9), east, "1969-12-31"),
            (epoch - hours(24 * 366 * 3000), utc, "0001-01-01"),
            (epoch + hours(24 * 366 * 9000), east, "9999-12-31"),
            (epoch + Duration::from_secs(i64::MAX as u64), east, "9999-12-31"),
        ] {
            assert_eq!(day_at(moment, offset).to_string(), day, "{moment:?}");
        }
    }
}
