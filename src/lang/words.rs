//! Fixed words: lights, states, kinds, days of the week.

use chrono::Weekday;

use super::pick;
use crate::assess::{Light, Severity, State};
use crate::plan::{Date, Direction, EntryState, Escalation, Kind, Language, PaceBasis, Scalar};
use crate::report::status::GroupBy;

/// A light's word.
pub fn light(lang: Language, light: Light) -> &'static str {
    match light {
        Light::Blue => pick(lang, "蓝灯", "blue"),
        Light::Green => pick(lang, "绿灯", "green"),
        Light::Yellow => pick(lang, "黄灯", "yellow"),
        Light::Red => pick(lang, "红灯", "red"),
        Light::Grey => pick(lang, "灰灯", "grey"),
    }
}

/// What a light means.
pub fn light_meaning(lang: Language, light: Light) -> &'static str {
    match light {
        Light::Blue => pick(lang, "已完成", "finished"),
        Light::Green => pick(lang, "正常推进", "on track"),
        Light::Yellow => pick(lang, "预警", "warning"),
        Light::Red => pick(lang, "逾期、严重滞后或超限", "overdue, far behind, or a bound broken"),
        Light::Grey => pick(lang, "尚无报送", "never reported"),
    }
}

/// A state's word.
pub fn state(lang: Language, state: State) -> &'static str {
    match state {
        State::NotStarted => pick(lang, "未启动", "not started"),
        State::InProgress => pick(lang, "推进中", "in progress"),
        State::Blocked => pick(lang, "受阻", "blocked"),
        State::Done => pick(lang, "已完成", "done"),
        State::Closed => pick(lang, "已销号", "closed"),
        State::Returned => pick(lang, "已退回", "returned"),
        State::Cancelled => pick(lang, "已撤销", "cancelled"),
    }
}

/// A kind's word.
pub fn kind(lang: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Milestone => pick(lang, "节点类", "milestone"),
        Kind::Measured => pick(lang, "量化类", "measured"),
        Kind::Continuous => pick(lang, "常态类", "continuous"),
    }
}

/// A severity's word.
pub fn severity(lang: Language, severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => pick(lang, "严重", "critical"),
        Severity::Warning => pick(lang, "警示", "warning"),
        Severity::Info => pick(lang, "提示", "info"),
    }
}

/// An escalation's word.
pub fn escalation(lang: Language, escalation: Escalation) -> &'static str {
    match escalation {
        Escalation::Circulate => pick(lang, "通报", "circulate"),
        Escalation::Supervise => pick(lang, "督办", "supervise"),
        Escalation::Urge => pick(lang, "催办", "urge"),
        Escalation::Remind => pick(lang, "提醒", "remind"),
    }
}

/// How the passed share is reckoned.
pub fn pace(lang: Language, basis: PaceBasis) -> &'static str {
    match basis {
        PaceBasis::WorkingDays => pick(lang, "按工作日计", "by working days"),
        PaceBasis::Months => pick(lang, "按月计", "by months"),
        PaceBasis::Days => pick(lang, "按日历天计", "by calendar days"),
    }
}

/// A day as official papers write it.
pub fn long_day(lang: Language, day: Date) -> String {
    let form = pick(lang, "%Y年%-m月%-d日", "%-d %B %Y");
    day.0.format(form).to_string()
}

/// The so-manieth of a list: 一, 二, … in Chinese.
pub fn ordinal(lang: Language, number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |digit: usize| DIGITS.get(digit).copied().unwrap_or_default();
    match (lang, number) {
        (Language::Chinese, 1..10) => digit(number).to_owned(),
        (Language::Chinese, 10..20) => format!("十{}", digit(number % 10)),
        (Language::Chinese, 20..100) => format!("{}十{}", digit(number / 10), digit(number % 10)),
        (Language::Chinese | Language::English, _) => number.to_string(),
    }
}

/// What a notice of that level is called.
pub fn notice_level(lang: Language, level: Escalation) -> &'static str {
    match level {
        Escalation::Remind => pick(lang, "提醒函", "remind"),
        Escalation::Urge => pick(lang, "催办通知", "urge"),
        Escalation::Supervise => pick(lang, "督办单", "supervise"),
        Escalation::Circulate => pick(lang, "通报", "circulate"),
    }
}

/// A day of the week.
pub fn weekday(lang: Language, day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Mon => pick(lang, "星期一", "Monday"),
        Weekday::Tue => pick(lang, "星期二", "Tuesday"),
        Weekday::Wed => pick(lang, "星期三", "Wednesday"),
        Weekday::Thu => pick(lang, "星期四", "Thursday"),
        Weekday::Fri => pick(lang, "星期五", "Friday"),
        Weekday::Sat => pick(lang, "星期六", "Saturday"),
        Weekday::Sun => pick(lang, "星期日", "Sunday"),
    }
}

/// The state that an entry names.
pub fn entry_state(lang: Language, state: EntryState) -> &'static str {
    match state {
        EntryState::InProgress => pick(lang, "推进中", "in progress"),
        EntryState::Blocked => pick(lang, "受阻", "blocked"),
        EntryState::Done => pick(lang, "已完成", "done"),
        EntryState::Closed => pick(lang, "销号", "closed"),
        EntryState::Returned => pick(lang, "退回", "returned"),
        EntryState::Reopened => pick(lang, "重新启动", "reopened"),
        EntryState::Cancelled => pick(lang, "撤销", "cancelled"),
    }
}

/// What tasks are grouped by.
pub fn group_by(lang: Language, by: GroupBy) -> &'static str {
    match by {
        GroupBy::Section => pick(lang, "板块", "Section"),
        GroupBy::Theme => pick(lang, "专题", "Theme"),
        GroupBy::Lead => pick(lang, "牵头单位", "Lead"),
        GroupBy::Place => pick(lang, "地点", "Place"),
        GroupBy::Kind => pick(lang, "类型", "Kind"),
    }
}

/// A field of a task: one that may be amended or assumed.
pub fn field_name(lang: Language, field: &str) -> String {
    let target = field.strip_prefix("metrics.").map(|field| field.strip_suffix(".target").unwrap_or(field));
    let word = match field {
        "deadline" => pick(lang, "完成时限", "deadline"),
        "start" => pick(lang, "开始时间", "start"),
        "lead" => pick(lang, "牵头单位", "lead"),
        "support" => pick(lang, "配合单位", "support"),
        "title" => pick(lang, "任务名称", "title"),
        "kind" => pick(lang, "类型", "kind"),
        "places" => pick(lang, "地点", "places"),
        "state" => pick(lang, "状态", "state"),
        "person" => pick(lang, "责任人", "person"),
        "leader" => pick(lang, "分管领导", "leader"),
        "checkpoints" => pick(lang, "节点", "checkpoints"),
        "depends" => pick(lang, "前置任务", "dependencies"),
        "weight" => pick(lang, "权重", "weight"),
        "tags" => pick(lang, "标签", "tags"),
        "source" => pick(lang, "原文", "source"),
        "metrics" => pick(lang, "量化指标", "metrics"),
        other => other,
    };
    match target {
        Some(metric) => crate::say!(lang, "“{metric}”目标值", "target of {metric}"),
        None => word.to_owned(),
    }
}

/// So many calendar days.
pub fn day_count(lang: Language, days: i64) -> String {
    let plural = if days == 1 { "" } else { "s" };
    crate::say!(lang, "{days} 天", "{days} day{plural}")
}

/// So many working days.
pub fn working_day_count(lang: Language, days: i64) -> String {
    let plural = if days == 1 { "" } else { "s" };
    crate::say!(lang, "{days} 个工作日", "{days} working day{plural}")
}

/// Things in a row: `甲、乙`, `a, b`.
pub fn list(lang: Language, things: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let things: Vec<String> = things.into_iter().map(|thing| thing.as_ref().to_owned()).collect();
    things.join(pick(lang, "、", ", "))
}

/// A target with its unit: `92户`, `不超过15分钟`, `不劣于Ⅴ`. A grade is `graded`; a number is not.
pub fn target(lang: Language, direction: Direction, graded: bool, target: &Scalar, unit: &str) -> String {
    let (before, after) = target_words(lang, direction, graded);
    format!("{before}{target}{unit}{after}")
}

/// What is said before a target, and after its unit.
pub fn target_words(lang: Language, direction: Direction, graded: bool) -> (&'static str, &'static str) {
    match (direction, graded) {
        (Direction::AtLeast, _) => ("", ""),
        (Direction::AtMost, false) => (pick(lang, "不超过", "at most "), ""),
        (Direction::AtMost, true) => (pick(lang, "不劣于", ""), pick(lang, "", " or better")),
    }
}
