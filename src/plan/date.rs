//! Days, as the files write them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::words::Language;

/// A calendar day, written `2020-11-24` and in no other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub NaiveDate);

/// Why a text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    /// The text does not have the form `YYYY-MM-DD`.
    #[error("a date is written YYYY-MM-DD")]
    Form,
    /// The form is right, but no calendar has that day.
    #[error("there is no such day")]
    NoSuchDay,
}

impl Date {
    /// The day so many days later (or earlier); `None` past the end of the calendar.
    pub fn plus_days(self, days: i64) -> Option<Date> {
        self.0.checked_add_signed(chrono::Duration::try_days(days)?).map(Date)
    }

    /// Calendar days from `earlier` to this day; negative when this day is the earlier one.
    pub fn days_since(self, earlier: Date) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The day as official papers write it: `2020年11月24日`, `24 November 2020`.
    pub fn long(self, lang: Language) -> String {
        self.0.format(lang.pick("%Y年%-m月%-d日", "%-d %B %Y")).to_string()
    }

    /// The word for the day of the week: `星期二`, `Tuesday`.
    pub fn weekday_word(self, lang: Language) -> &'static str {
        match self.weekday() {
            Weekday::Mon => lang.pick("星期一", "Monday"),
            Weekday::Tue => lang.pick("星期二", "Tuesday"),
            Weekday::Wed => lang.pick("星期三", "Wednesday"),
            Weekday::Thu => lang.pick("星期四", "Thursday"),
            Weekday::Fri => lang.pick("星期五", "Friday"),
            Weekday::Sat => lang.pick("星期六", "Saturday"),
            Weekday::Sun => lang.pick("星期日", "Sunday"),
        }
    }

    /// The last day of the day's month.
    pub fn month_end(self) -> Date {
        let (year, month) = (self.0.year(), self.0.month());
        let days = self.0.num_days_in_month();
        NaiveDate::from_ymd_opt(year, month, u32::from(days)).map_or(self, Date)
    }

    /// The first day of the day's month.
    pub fn month_start(self) -> Date {
        self.0.with_day(1).map_or(self, Date)
    }

    /// The same day so many months later, or the last one of a month that lacks it; `None` beyond the calendar.
    pub fn months_later(self, months: u32) -> Option<Date> {
        self.0.checked_add_months(chrono::Months::new(months)).map(Date)
    }

    /// Months since year 0: consecutive months differ by one.
    pub fn month_number(self) -> i64 {
        i64::from(self.0.year()) * 12 + i64::from(self.0.month0())
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }
}

impl FromStr for Date {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Date, DateFault> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(DateFault::Form);
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Date).map_err(|_| DateFault::NoSuchDay)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// The days from `start` to `end`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

impl Period {
    /// Whether the day lies in the period.
    pub fn contains(&self, day: Date) -> bool {
        self.start <= day && day <= self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_form_is_a_date() {
        assert_eq!("2020-11-30".parse::<Date>().map(|day| day.to_string()), Ok("2020-11-30".into()));
        for text in ["2020-11-31", "2021-02-29", "2020-00-10", "2020-13-01"] {
            assert_eq!(text.parse::<Date>(), Err(DateFault::NoSuchDay), "{text}");
        }
        for text in ["2020-1-1", "2020/11/30", "2020年11月", "+020-11-30", "2020-11-3０", " 2020-11-30", "", "20201130"]
        {
            assert_eq!(text.parse::<Date>(), Err(DateFault::Form), "{text}");
        }
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (day, end) in [("2020-02-01", "2020-02-29"), ("2021-02-28", "2021-02-28"), ("2020-12-31", "2020-12-31")] {
            assert_eq!(day.parse::<Date>().unwrap().month_end().to_string(), end);
        }
    }
}
