//! Numbers and days as spreadsheets hold them, both in one kind of number.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use chrono::NaiveDate;

use crate::plan::Date;

use super::grid::Value;

/// Whether a format shows hundredths: a `%` in quotes, or behind a backslash, is a word like any other.
pub(super) fn has_percent(code: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    code.chars().any(|c| {
        let is_sign = c == '%' && !quoted && !escaped;
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped && !quoted;
        is_sign
    })
}

/// So many decimals are kept of a number.
const KEPT: usize = 6;

/// A number in digits, without the noise of binary fractions.
pub(super) fn number_value(number: f64, percent: bool, is_1904: bool) -> Option<Value> {
    let counted = serial(number, is_1904);
    let shown = if percent { number * 100.0 } else { number };
    let bare = |decimals: usize| {
        let digits = format!("{shown:.decimals$}");
        let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { &digits };
        if digits == "-0" { "0".to_owned() } else { digits.to_owned() }
    };
    let sign = if percent { "%" } else { "" };
    // A spreadsheet keeps fifteen digits; what lies behind them is noise.
    let whole = format!("{shown:e}").rsplit_once('e').and_then(|(_, power)| power.parse::<i32>().ok()).unwrap_or(0);
    let exact = bare(usize::try_from(14 - whole).unwrap_or(0));
    if exact == bare(KEPT) { Some(Value::Number(exact + sign, counted)) } else { Some(Value::TooFine(exact + sign)) }
}

/// A day, or a span of time as a text.
pub(super) fn day(moment: ExcelDateTime) -> Option<Value> {
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).map(Date);
    match date {
        Some(date) if moment.is_datetime() && moment.as_f64() >= 1.0 => Some(Value::Day(date)),
        Some(_) | None => Some(Value::Text(format!("{hour}:{minute:02}"))),
    }
}

/// The day that a number counts to, where it is a whole one of this half of a century or the next.
fn serial(number: f64, is_1904: bool) -> Option<Date> {
    let plausible = number.fract() == 0.0 && (31_000.0..60_000.0).contains(&number);
    let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    plausible.then(|| NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).map(Date))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_they_are_meant() {
        for (number, percent, shown) in [
            (61.0, false, "61"),
            (66.5, false, "66.5"),
            (0.1 + 0.2, false, "0.3"),
            (0.66, true, "66%"),
            (-0.0, false, "0"),
            (1447.0, false, "1447"),
            (1e15, false, "1000000000000000"),
            (0.000_001, false, "0.000001"),
            (123_456_789.123, false, "123456789.123"),
        ] {
            let found = number_value(number, percent, false);
            assert!(matches!(found, Some(Value::Number(text, _)) if text == shown), "{number}");
        }
        for (number, percent, shown) in
            [(1e-7, false, "0.0000001"), (0.123_456_7, false, "0.1234567"), (2.0 / 3.0, true, "66.6666666666667%")]
        {
            let found = number_value(number, percent, false);
            assert!(matches!(found, Some(Value::TooFine(text)) if text == shown), "{number}");
        }
    }

    #[test]
    fn a_percent_sign_in_words_makes_no_hundredths() {
        for (code, percent) in [("0%", true), ("0.0%", true), ("0\"%\"", false), ("0\\%", false), ("0\"户\"%", true)] {
            assert_eq!(has_percent(code), percent, "{code}");
        }
    }

    #[test]
    fn a_number_counts_to_a_day_by_the_workbooks_own_beginning() {
        let shown = |number: f64, is_1904: bool| serial(number, is_1904).map(|day| day.to_string());
        assert_eq!(shown(44165.0, false).as_deref(), Some("2020-11-30"));
        assert_eq!(shown(42703.0, true).as_deref(), Some("2020-11-30"));
        assert_eq!(shown(44165.5, false), None);
        assert_eq!(shown(61.0, false), None);
    }
}
