//! The days of a ledger's cells.

use chrono::NaiveDateTime;

use crate::intake::sheet::{Cell, Value};
use crate::plan::meant::day::{DayWords, day, read_day, read_first_day};
use crate::plan::{Date, UtcOffset};

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
                day(&self.plan.head, text, None, self.lang)
            }
        }
    }
}

/// What stands between the first and the last day of a span.
const JOINTS: [&str; 13] = [" - ", " – ", " — ", " to ", "→", "至", "到", "——", "—", "–", "～", "~", "-"];

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
