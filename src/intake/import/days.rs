//! The days of a ledger's cells.

use chrono::NaiveDateTime;

use crate::intake::ledger::state_meant;
use crate::intake::sheet::{Cell, Value};
use crate::plan::meant::day::{DayWords, day, read_day, read_first_day};
use crate::plan::{Closing, Date, UtcOffset};

use super::rows::Reader;

impl Reader<'_> {
    /// The day on which work begins: of a month or a quarter, the first.
    pub(super) fn first_day_in(&self, cell: &Cell) -> Result<Date, String> {
        let words = DayWords { today: None, period: Some(self.plan.head.period) };
        match &cell.value {
            Value::Text(text) => {
                read_first_day(text.trim_end_matches('*').trim(), words).or_else(|_| self.day_in(cell))
            }
            Value::Number(..) | Value::Day(_) | Value::Error(_) | Value::Formula(_) | Value::TooFine(_) => {
                self.day_in(cell)
            }
        }
    }

    /// The day by which a cell says that work ends, and the one on which it begins where it names both: 3月至5月.
    pub(super) fn span_in(&self, cell: &Cell) -> Result<(Option<Date>, Date), String> {
        let words = DayWords { today: None, period: Some(self.plan.head.period) };
        let text = cell.value.text();
        let span = |joint: &str| {
            let (first, last) = text.split_once(joint)?;
            let first = read_first_day(first.trim(), words).ok()?;
            let last = read_day(last.trim(), words).ok()?.date;
            (first <= last).then_some((Some(first), last))
        };
        self.day_in(cell).map(|day| (None, day)).or_else(|why| JOINTS.iter().find_map(|joint| span(joint)).ok_or(why))
    }

    /// The day that a cell holds, or its words mean: 昨天 means none, for nobody knows when it was written.
    pub(super) fn day_in(&self, cell: &Cell) -> Result<Date, String> {
        match &cell.value {
            Value::Day(day) | Value::Number(_, Some(day)) => Ok(*day),
            Value::Number(text, None)
            | Value::Error(text)
            | Value::Formula(text)
            | Value::TooFine(text)
            | Value::Text(text) => {
                let text = text.trim_end_matches('*').trim();
                if let Some(day) = of_program(text, &self.plan.head.utc_offset) {
                    return Ok(day);
                }
                let read = |text: &str| day(&self.plan.head, text, None, self.lang);
                read(text).or_else(|why| in_full(text).and_then(|text| read(&text).ok()).ok_or(why))
            }
        }
    }
}

/// What stands between the first and the last day of a span.
const JOINTS: [&str; 13] = [" - ", " – ", " — ", " to ", "→", "至", "到", "——", "—", "–", "～", "~", "-"];

/// A day that is written short, or with something behind it that makes no other of it: 24年6月, 12.20, April 12, 2024 5:00 PM
/// (GMT+8), 2024年12月31日（已完成）.
fn in_full(text: &str) -> Option<String> {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
    let in_zone = || {
        let bare = text.trim_end_matches(')');
        let (day, zone) = bare.rsplit_once("GMT").or_else(|| bare.rsplit_once("UTC"))?;
        let is_zone = zone.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ':'));
        is_zone.then(|| day.trim_end_matches([' ', '(']).to_owned())
    };
    let with_year = || {
        let (year, rest) = text.split_once('年').filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))?;
        number(year).filter(|number| year.len() == 2 && *number >= 19).map(|_| format!("20{year}年{rest}"))
    };
    // 12.2 may be what a spreadsheet has made of 12.20.
    let with_dot = || {
        let (month, day) = text.split_once('.').filter(|(month, day)| month.len() <= 2 && day.len() == 2)?;
        let is_day = (1..=12).contains(&number(month)?) && (10..=31).contains(&number(day)?);
        is_day.then(|| format!("{month}月{day}日"))
    };
    in_zone().or_else(with_year).or_else(with_dot).or_else(|| beside_state(text).map(|(day, _)| day.to_owned()))
}

/// A day and the state that stands behind it in brackets.
pub(super) fn beside_state(text: &str) -> Option<(&str, &str)> {
    let (day, state) = text.trim().strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    state_meant(state, Closing::Direct).map(|_| (day.trim(), state))
}

/// A moment as programs write it. In the time of Greenwich it may be another day here; in any other, the day stands as it is
/// written.
fn of_program(text: &str, here: &UtcOffset) -> Option<Date> {
    // Milliseconds since 1970, as ClickUp writes them.
    if text.len() == 13 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let moment = text.parse().ok().and_then(chrono::DateTime::from_timestamp_millis)?;
        return Some(Date(moment.with_timezone(&here.0).date_naive()));
    }
    let plain = ["%Y%m%dT%H%M%SZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%.fZ"];
    let moment = plain.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    if let Some(moment) = moment {
        return Some(Date(moment.and_utc().with_timezone(&here.0).date_naive()));
    }
    // 2020-07-06-08:00-+0000, as TaskJuggler writes it.
    let (day, zone) = text.split_once("-+").or_else(|| text.split_once("--"))?;
    let is_zone = zone.len() == 4 && zone.bytes().all(|byte| byte.is_ascii_digit());
    NaiveDateTime::parse_from_str(day, "%Y-%m-%d-%H:%M").ok().filter(|_| is_zone).map(|moment| Date(moment.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_full() {
        for (text, full) in [
            ("24年6月", Some("2024年6月")),
            ("12.20", Some("12月20日")),
            ("6.30", Some("6月30日")),
            ("12.2", None),
            ("13.20", None),
            ("10年内", None),
            ("April 12, 2024 5:00 PM (GMT+8)", Some("April 12, 2024 5:00 PM")),
            ("4/30/2024, 12:00:00 AM GMT+0", Some("4/30/2024, 12:00:00 AM")),
            ("2024年12月31日（已完成）", Some("2024年12月31日")),
            ("2024年12月31日（延至次年）", None),
        ] {
            assert_eq!(in_full(text).as_deref(), full, "{text}");
        }
    }
}
