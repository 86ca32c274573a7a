//! Years that are a last day: 到2030年, and 2027年 in a plan of several, “十四五”末; what comes once a year.

use crate::plan::Date;
use crate::plan::meant::day::read_day;
use crate::plan::meant::is_numeral;

use super::figures::figures;
use super::listed::{begins, words};
use super::numbers::is_digit;
use super::period::years_within;
use super::stages::Found;
use super::within::{DAYS_OF_A_YEAR, Within};

/// 到2030年: the end of that year is likely meant.
pub(super) fn by_year<'t>(before: &str, rest: &'t str, period: Within) -> Option<Found<'t>> {
    let (_, after) = figures(rest).filter(|(year, _)| year.chars().count() == 4)?;
    let after = after.strip_prefix('年')?;
    // 2027年，入驻企业达到150家 in a plan of several years.
    let begins_so = || before.trim_end().is_empty() || before.ends_with(['，', '；', '。', '、', ',', '于']);
    let reached = || begins(after, words!("达到 提高到 提升到 降至 降到 建成 实现 完成 力争 超过 突破 分别达到"));
    let years = || period.has_years() && (begins_so() || reached());
    if !before.ends_with(['到', '至']) && !years() {
        return None;
    }
    if after.starts_with(|c: char| is_digit(c) || is_numeral(c) || "底末内前初上下第度".contains(c)) {
        return None;
    }
    let says = rest.get(..rest.len() - after.len())?;
    let known = period.words();
    let end = read_day(&format!("{says}底"), known).ok().map(|read| read.date);
    Some(Found { says, end: end.filter(|end| period.contains(*end)), start: None, sure: false })
}

/// 每年10月底前: in a period of a year at most it comes once, and is likely that day.
pub(super) fn yearly(says: &str, period: Within) -> Found<'_> {
    let once = period.days() < DAYS_OF_A_YEAR;
    let day = says.strip_prefix("每年").and_then(|day| day.strip_suffix('前')).filter(|_| once);
    let end = day.and_then(|day| Found::of(day, says.get("每年".len()..).unwrap_or(""), period).end);
    let says = if end.is_some() { day.unwrap_or(says) } else { says };
    Found { says, end, start: None, sure: false }
}

/// 5年内, in a plan of five years: its last day. In another one nothing says from when.
pub(super) fn within_years<'t>(before: &str, rest: &'t str, period: Within) -> Option<Found<'t>> {
    let (count, length) = years_within(rest).filter(|_| !before.ends_with(is_digit) && !before.ends_with('近'))?;
    let whole = period.last_of(count);
    Some(Found { says: rest.get(..length)?, end: whole, start: None, sure: false })
}

/// The five-year plans and their last years.
const PLANS: [(&str, i32); 4] = [("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)];

/// “十四五”末: the end of its last year.
pub(super) fn plan_end(rest: &str, period: Within) -> Option<Found<'_>> {
    let bare = rest.strip_prefix('“')?;
    let (year, behind) = PLANS.iter().find_map(|(name, year)| Some((*year, bare.strip_prefix(name)?)))?;
    let end = ["”期末", "”末", "”时期末", "”规划期末"].iter().find_map(|word| behind.strip_prefix(word))?;
    let date = format!("{year}-12-31").parse::<Date>().ok().filter(|date| period.contains(*date));
    Some(Found { says: rest.get(..rest.len() - end.len())?, end: date, start: None, sure: true })
}
