//! Days in words: `2020-11`, `11月底`, `上周五`. A word that could mean two days is refused, never guessed.

use chrono::{Datelike, Weekday};

use crate::plan::{Date, Period};
pub(crate) use crate::words::half_width;

/// What words of time are relative to.
#[derive(Debug, Clone, Copy)]
pub struct DayWords {
    /// Today, in the plan's own offset.
    pub today: Date,
    /// The plan's period: it decides which year `11月底` means. `None` when there is no plan yet.
    pub period: Option<Period>,
}

/// Why words mean no single day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    /// They could mean several days.
    #[error("ambiguous")]
    Ambiguous,
    /// There is no such day.
    #[error("no such day")]
    NoSuchDay,
    /// They mean no day that is known here.
    #[error("not understood")]
    Unknown,
}

/// The one day that a text means: a month means its last day.
///
/// # Errors
/// When the text means no day, or could mean several.
pub fn read_day(text: &str, words: DayWords) -> Result<Date, WordsFault> {
    let text = half_width(text);
    let text = text.as_str();
    match text.parse::<Date>().or_else(|fault| loosely_written(text).unwrap_or(Err(fault))) {
        Ok(day) => return Ok(day),
        Err(crate::plan::DateFault::NoSuchDay) => return Err(WordsFault::NoSuchDay),
        Err(crate::plan::DateFault::Form) => {}
    }
    let today = words.today;
    let relative = match text {
        "今天" | "今日" | "today" => Some(0),
        "昨天" | "昨日" | "yesterday" => Some(-1),
        "前天" => Some(-2),
        "明天" | "明日" | "tomorrow" => Some(1),
        _ => None,
    };
    if let Some(days) = relative {
        return today.plus_days(days).ok_or(WordsFault::NoSuchDay);
    }
    match text {
        "上月底" | "上月末" => return today.month_start().plus_days(-1).ok_or(WordsFault::NoSuchDay),
        "本月底" | "月底" | "月末" => return Ok(today.month_end()),
        _ => {}
    }
    of_week(text, today).or_else(|| of_calendar(text, words)).unwrap_or(Err(WordsFault::Unknown))
}

/// `2020/11/24`, `2020.11.24`, `2020-1-4`, `20201124`: other ways to write a day that can be read in one way.
fn loosely_written(text: &str) -> Option<Result<Date, crate::plan::DateFault>> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = match text.split(['/', '.', '-']).collect::<Vec<_>>() {
        parts if parts.len() == 3 => parts,
        _ if text.len() == 8 && digits(text) => {
            let (year, rest) = text.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            vec![year, month, day]
        }
        _ => return None,
    };
    let [year, month, day] = parts.as_slice() else { return None };
    let fits = year.len() == 4 && month.len() <= 2 && day.len() <= 2 && [*year, *month, *day].into_iter().all(digits);
    fits.then(|| format!("{year}-{month:0>2}-{day:0>2}").parse())
}

/// `上周五`, `本周五`, `下周五`: weeks run from Monday to Sunday. A bare `周五` could be either side of today.
fn of_week(text: &str, today: Date) -> Option<Result<Date, WordsFault>> {
    let (weeks, rest) = [("上", -1), ("本", 0), ("这", 0), ("下", 1), ("", 0)]
        .into_iter()
        .find_map(|(word, weeks)| Some(((word, weeks), text.strip_prefix(word)?)))?;
    let day = ["周", "星期", "礼拜"].iter().find_map(|week| rest.strip_prefix(week))?;
    let day = ["一", "二", "三", "四", "五", "六", "日"]
        .iter()
        .position(|name| *name == day || (*name == "日" && day == "天"))?;
    if weeks.0.is_empty() {
        return Some(Err(WordsFault::Ambiguous));
    }
    let monday = i64::from(today.weekday().days_since(Weekday::Mon));
    let day = i64::try_from(day).unwrap_or(0);
    Some(today.plus_days(weeks.1 * 7 - monday + day).ok_or(WordsFault::NoSuchDay))
}

/// `2020-11`, `2020年11月`, `2020年11月24日`, `11月底`, `11月24日`, `年底`.
fn of_calendar(text: &str, words: DayWords) -> Option<Result<Date, WordsFault>> {
    let (year, rest) = match text.split_once('年').or_else(|| text.split_once('-')) {
        Some((year, rest)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            (year.parse().ok(), rest)
        }
        Some(("", rest)) if rest == "底" || rest == "末" => (None, rest),
        Some(_) => return None,
        None => (None, text),
    };
    if matches!(rest, "底" | "末") {
        return Some(end_of_year(year, words));
    }
    let (month, day) = match rest.split_once('月') {
        Some((month, day)) => (month, day),
        None if year.is_some() && rest.len() == 2 => (rest, ""),
        None => return None,
    };
    let month: u32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = match day.strip_suffix(['日', '号']).unwrap_or(day) {
        "" | "底" | "末" | "份" | "份底" => None,
        day => Some(day.parse::<u32>().ok()?),
    };
    Some(day_of(year, month, day, words))
}

fn end_of_year(year: Option<i32>, words: DayWords) -> Result<Date, WordsFault> {
    day_of(year, 12, None, words)
}

/// A day of a month; without a year, of the only year in which the period has that month.
fn day_of(year: Option<i32>, month: u32, day: Option<u32>, words: DayWords) -> Result<Date, WordsFault> {
    let in_year = |year: i32| {
        let first = chrono::NaiveDate::from_ymd_opt(year, month, 1).map(Date)?;
        day.map_or_else(|| Some(first.month_end()), |day| first.0.with_day(day).map(Date))
    };
    if let Some(year) = year {
        return in_year(year).ok_or(WordsFault::NoSuchDay);
    }
    let period = words.period.ok_or(WordsFault::Ambiguous)?;
    let years: Vec<i32> = (period.start.year()..=period.end.year())
        .filter(|year| {
            let number = i64::from(*year) * 12 + i64::from(month) - 1;
            period.start.month_number() <= number && number <= period.end.month_number()
        })
        .collect();
    match years.as_slice() {
        [only] => in_year(*only).ok_or(WordsFault::NoSuchDay),
        _ => Err(WordsFault::Ambiguous),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> DayWords {
        let day = |text: &str| text.parse().unwrap();
        DayWords { today: day("2020-11-24"), period: Some(Period { start: day("2020-07-01"), end: day("2020-12-31") }) }
    }

    #[test]
    fn words_that_mean_one_day_are_read() {
        for (text, day) in [
            ("2020-11-24", "2020-11-24"),
            ("2020/11/24", "2020-11-24"),
            ("2020.11.4", "2020-11-04"),
            ("2020-1-4", "2020-01-04"),
            ("20201124", "2020-11-24"),
            ("２０２０-11-24", "2020-11-24"),
            ("２０２０－１１－２４", "2020-11-24"),
            ("2020 年 11 月 24 日", "2020-11-24"),
            ("前天", "2020-11-22"),
            ("11月24号", "2020-11-24"),
            ("2020-11", "2020-11-30"),
            ("2020年11月", "2020-11-30"),
            ("2020年11月3日", "2020-11-03"),
            ("11月底", "2020-11-30"),
            ("11月份", "2020-11-30"),
            ("11月3日", "2020-11-03"),
            ("年底", "2020-12-31"),
            ("2021年底", "2021-12-31"),
            ("昨天", "2020-11-23"),
            ("上周五", "2020-11-20"),
            ("本周日", "2020-11-29"),
            ("下星期一", "2020-11-30"),
            ("上月底", "2020-10-31"),
            ("月底", "2020-11-30"),
        ] {
            assert_eq!(read_day(text, words()).map(|day| day.to_string()), Ok(day.to_owned()), "{text}");
        }
    }

    #[test]
    fn other_words_are_never_guessed() {
        for (text, fault) in [
            ("周五", WordsFault::Ambiguous),
            ("3月底", WordsFault::Ambiguous),
            ("2020-11-31", WordsFault::NoSuchDay),
            ("2020/11/31", WordsFault::NoSuchDay),
            ("11/24", WordsFault::Unknown),
            ("11月31日", WordsFault::NoSuchDay),
            ("13月底", WordsFault::Unknown),
            ("近期", WordsFault::Unknown),
            ("", WordsFault::Unknown),
            ("上旬", WordsFault::Unknown),
            ("11", WordsFault::Unknown),
        ] {
            assert_eq!(read_day(text, words()), Err(fault), "{text}");
        }
        assert_eq!(read_day("11月底", DayWords { period: None, ..words() }), Err(WordsFault::Ambiguous));
    }
}
