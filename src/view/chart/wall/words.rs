//! What a wall chart says.

use chrono::Datelike;

use crate::assess::Basis;
use crate::plan::{Date, Language};
use crate::report::chart::{TimeAxis, Wall, WallRow, WallTarget};
use crate::say;
use crate::view::common::marked;

/// The heads of the columns.
pub(super) struct Heads {
    pub(super) light: &'static str,
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) targets: &'static str,
    pub(super) lead: &'static str,
    pub(super) progress: &'static str,
    pub(super) deadline: &'static str,
}

/// The heads of the columns.
pub(super) fn heads(lang: Language) -> Heads {
    let pick = |zh, en| lang.pick(zh, en);
    Heads {
        light: pick("亮灯", "Light"),
        id: pick("编号", "Id"),
        title: pick("工作任务", "Task"),
        targets: pick("目标", "Target"),
        lead: pick("牵头单位", "Lead"),
        progress: pick("完成率", "Done"),
        deadline: pick("时限", "Due"),
    }
}

/// `195 项`.
pub(super) fn task_count(lang: Language, tasks: usize) -> String {
    let plural = if tasks == 1 { "" } else { "s" };
    say!(lang, "{tasks} 项", "{tasks} task{plural}")
}

/// The unit that answers, marked where it is assumed.
pub(super) fn lead(row: &WallRow<'_>, lang: Language) -> String {
    match row.lead_short.or(row.lead) {
        Some(name) => marked(name, row.lead_assumed),
        None => say!(lang, "（未定）", "(none)"),
    }
}

/// The deadline, in lines: without the year where there is but one, and how late it is.
pub(super) fn deadline(row: &WallRow<'_>, wall: &Wall<'_>, lang: Language) -> Vec<String> {
    let day = match (row.deadline, row.deadline_basis) {
        (None, _) => marked(lang.pick("持续推进", "ongoing"), row.kind_assumed),
        (Some(day), Some(Basis::Period)) if day == wall.header.plan.period.end => {
            lang.pick("计划期末", "period's end").to_owned()
        }
        (Some(day), basis) => marked(&short_day(day, &wall.axis), basis == Some(Basis::Assumed)),
    };
    [Some(day), row.days_late.map(|days| late(days, lang))].into_iter().flatten().collect()
}

/// `逾期 25 天`.
pub(in crate::view::chart) fn late(days: i64, lang: Language) -> String {
    let plural = if days == 1 { "" } else { "s" };
    say!(lang, "逾期 {days} 天", "{days} day{plural} late")
}

/// A day, without the year where the chart has but one.
pub(super) fn short_day(day: Date, axis: &TimeAxis) -> String {
    let one_year = axis.first.year() == axis.last.year() && day.year() == axis.first.year();
    if one_year { format!("{:02}-{:02}", day.0.month(), day.0.day()) } else { day.to_string() }
}

/// What is to be reached: `完成集中居住户数 92户`.
pub(super) fn targets(row: &WallRow<'_>, lang: Language) -> String {
    row.targets.iter().map(|target| target_of(target, lang)).collect::<Vec<_>>().join(lang.pick("；", "; "))
}

fn target_of(target: &WallTarget<'_>, lang: Language) -> String {
    let WallTarget { name, unit, direction, target: value, assumed, graded } = target;
    let asked = direction.said(lang, *graded, value, unit);
    marked(&format!("{name} {asked}"), *assumed)
}

/// `7月`, with the year where there is room for it.
pub(in crate::view) fn month(lang: Language, day: Date, whole: bool) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month) = (day.year(), day.0.month());
    let name = usize::try_from(day.0.month0()).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or_default();
    if whole { say!(lang, "{year}年{month}月", "{name} {year}") } else { say!(lang, "{month}月", "{name}") }
}
