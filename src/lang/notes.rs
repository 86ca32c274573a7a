//! Warnings to the reader of a report.

use std::collections::BTreeSet;

use super::pick;
use crate::plan::{Date, Language, Period};
use crate::report::status::GroupBy;
use crate::say;

/// The plan's journal is fictional.
pub fn note_sample(lang: Language) -> String {
    say!(lang, "示例数据：本计划的进展均为虚构，仅供演示", "sample data: the journal of this plan is fictional")
}

/// The tag that every report of a sample carries.
pub fn sample_tag(lang: Language) -> &'static str {
    pick(lang, "【示例数据】", " [sample data]")
}

/// The tag that every report of a revision carries.
pub fn revision_tag(lang: Language, id: &str) -> String {
    let id: String = id.chars().take(SHORT_ID).collect();
    say!(lang, "（版本 {id}）", " (revision {id})")
}

/// So much of a commit's id is shown to a person.
pub const SHORT_ID: usize = 10;

/// What stands beside each task of a sample in a table that is taken away.
pub fn sample_word(lang: Language) -> &'static str {
    pick(lang, "示例数据", "sample data")
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

/// Working days of some years are unknown.
pub fn note_unknown_years(lang: Language, years: &BTreeSet<i32>) -> String {
    let years = match (years.first(), years.last()) {
        (Some(first), Some(last)) if years.len() > 2 => say!(lang, "{first} 至 {last}", "{first} to {last}"),
        _ => super::list(lang, years.iter().map(ToString::to_string)),
    };
    say!(
        lang,
        "{years} 年的放假调休安排未知，涉及的工作日数和按工作日计的序时进度无法计算",
        "the working days of {years} are unknown, so nothing that needs them is computed"
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

/// The name of the group of tasks that name no unit or place.
pub fn nobody(lang: Language, by: GroupBy) -> &'static str {
    match by {
        GroupBy::Place => pick(lang, "（未点名地点）", "(no place named)"),
        GroupBy::Section | GroupBy::Theme | GroupBy::Lead | GroupBy::Kind => pick(lang, "（未定）", "(none)"),
    }
}

/// It could not be done.
pub fn failure(lang: Language, why: &str) -> String {
    say!(lang, "错误：{why}", "error: {why}")
}

/// Why the system refused, in words that say what to do; the system's own where we have none.
pub fn io_failure(lang: Language, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => say!(lang, "文件或目录不存在", "there is no such file or folder"),
        ErrorKind::PermissionDenied => say!(lang, "没有权限", "permission denied"),
        ErrorKind::StorageFull => say!(lang, "磁盘已满", "the disk is full"),
        ErrorKind::QuotaExceeded => say!(lang, "磁盘配额已用完", "the disk quota is used up"),
        ErrorKind::FileTooLarge => say!(lang, "文件超过系统允许的大小", "the file is larger than the system allows"),
        ErrorKind::ReadOnlyFilesystem => say!(lang, "磁盘为只读", "the disk is read-only"),
        ErrorKind::IsADirectory => say!(lang, "这是一个目录", "it is a folder"),
        ErrorKind::NotADirectory => say!(lang, "路径中有一段不是目录", "a part of the path is no folder"),
        _ => error.to_string(),
    }
}
