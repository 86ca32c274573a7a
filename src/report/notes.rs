//! Warnings to the reader of a report.

use std::collections::BTreeSet;

use crate::git::SHORT_ID;
use crate::plan::{Date, Language, Period};
use crate::say;
use crate::words::list;

/// The plan's journal is fictional.
pub fn note_sample(lang: Language) -> String {
    say!(lang, "示例数据：本计划的进展均为虚构，仅供演示", "sample data: the journal of this plan is fictional")
}

/// The tag that every report of a revision carries.
pub fn revision_tag(lang: Language, id: &str) -> String {
    let id: String = id.chars().take(SHORT_ID).collect();
    say!(lang, "（版本 {id}）", " (revision {id})")
}

/// The clone is a shallow one: its history is cut off at a commit.
pub fn note_cut_off(lang: Language, id: &str, date: Date) -> String {
    let id: String = id.chars().take(SHORT_ID).collect();
    say!(
        lang,
        "本仓库是浅克隆，历史截断于 {date} 的 {id}，此前的修订不在其中；用 git fetch --unshallow 取回",
        "this clone is shallow: its history is cut off at {id} of {date}; git fetch --unshallow gets the rest"
    )
}

/// The as-of day lies outside the plan's period.
pub fn note_outside_period(lang: Language, as_of: Date, period: Period) -> String {
    let (start, end) = (period.start, period.end);
    say!(
        lang,
        "截至日期 {as_of} 不在计划期 {start} 至 {end} 内",
        "{as_of} is outside the plan's period, {start} to {end}"
    )
}

/// The first of the days reported on lies outside the plan's period.
pub fn note_begins_outside_period(lang: Language, first: Date, period: Period) -> String {
    let (start, end) = (period.start, period.end);
    say!(
        lang,
        "{first} 起的部分日期不在计划期 {start} 至 {end} 内",
        "some of the days from {first} on are outside the plan's period, {start} to {end}"
    )
}

/// Of some years no calendar is known.
pub fn note_unknown_years(lang: Language, years: &BTreeSet<i32>) -> String {
    let years = match (years.first(), years.last()) {
        (Some(first), Some(last)) if years.len() > 2 => say!(lang, "{first} 至 {last}", "{first} to {last}"),
        _ => list(lang, years.iter().map(ToString::to_string)),
    };
    say!(
        lang,
        "{years} 年的放假调休安排未知，该年工作日按周一至周五计算",
        "the days off of {years} are unknown: Mondays to Fridays were counted as its working days"
    )
}

/// The plan has warnings.
pub fn note_warnings(lang: Language, warnings: usize) -> String {
    say!(
        lang,
        "计划文件有 {warnings} 处警告，详见 workplan check",
        "the plan has {warnings} warnings: see `workplan check`"
    )
}
