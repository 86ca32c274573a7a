//! What an alert says.

use crate::assess::reason::{Alert, AlertDetail};
use crate::assess::standing::Standing;
use crate::assess::state::State;
use crate::plan::{Language, Metric, Reading};
use crate::say;
use crate::words::{Worded, day_count, working_day_count};

/// The sentence of an alert about a task. What is assumed carries its mark here too.
pub fn alert_message(lang: Language, standing: &Standing<'_>, alert: &Alert) -> String {
    let mark = |field: &str| if standing.assumed.contains(&field) { "*" } else { "" };
    let deadline = format!("{}{}", standing.deadline.date, mark("deadline"));
    match &alert.detail {
        AlertDetail::Overdue { days, working_days } => {
            let late = span(lang, *days, *working_days);
            say!(lang, "应于 {deadline} 完成，已逾期 {late}", "due {deadline}, {late} overdue")
        }
        AlertDetail::DueSoon { days: 0, .. } => say!(lang, "今天（{deadline}）到期", "due today, {deadline}"),
        AlertDetail::DueSoon { days, working_days } => {
            let left = span(lang, *days, *working_days);
            say!(lang, "{deadline} 到期，还剩 {left}", "due {deadline}, {left} left")
        }
        AlertDetail::Behind { expected, progress } => {
            let target = if any_target_assumed(standing) { "*" } else { "" };
            let (done, wanted, points) = (progress.percent(), expected.percent(), expected.points_above(*progress));
            say!(
                lang,
                "完成 {done}{target}，序时进度 {wanted}，落后 {points} 个百分点",
                "{done}{target} done where the pace calls for {wanted}: {points} points behind"
            )
        }
        AlertDetail::Blocked { state, since } => {
            let word = state.word(lang);
            match since {
                Some(since) if *state == State::Returned => say!(lang, "{since} 被退回", "{word} on {since}"),
                Some(since) => say!(lang, "{since} 起{word}", "{word} since {since}"),
                None => word.to_owned(),
            }
        }
        AlertDetail::BoundBroken { metric } => {
            let pair = standing.task.metrics.get(*metric).zip(standing.metrics.get(*metric));
            pair.map(|(metric, stands)| bound(lang, standing, metric, stands.value)).unwrap_or_default()
        }
        AlertDetail::CheckpointOverdue { checkpoint, days } => {
            let step = standing.task.checkpoints.get(*checkpoint);
            let (title, due) = step.map(|step| (step.title.as_str(), step.due.to_string())).unwrap_or_default();
            let (mark, late) = (mark("checkpoints"), span(lang, *days, None));
            say!(
                lang,
                "节点“{title}”应于 {due}{mark} 完成，已逾期 {late}",
                "checkpoint “{title}” was due {due}{mark}, {late} overdue"
            )
        }
        AlertDetail::Dependency { on, overdue } => {
            let mark = mark("depends");
            match overdue {
                true => say!(lang, "前置任务 {on}{mark} 已逾期", "waits for {on}{mark}, which is overdue"),
                false => say!(lang, "前置任务 {on}{mark} 时限晚于本任务", "waits for {on}{mark}, which is due later"),
            }
        }
        AlertDetail::Unreported { last_report: None, .. } => say!(lang, "至今未报送进展", "never reported"),
        AlertDetail::Unreported { last_report: Some(last), .. } => {
            say!(lang, "上期未报送进展，最近一次为 {last}", "not reported in the last period; last heard of on {last}")
        }
        AlertDetail::AwaitingClosure => {
            say!(lang, "已达到完成条件，待审核销号", "finished, waiting for a reviewer to close it")
        }
    }
}

/// `14 天（10 个工作日）`.
fn span(lang: Language, days: i64, working_days: Option<i64>) -> String {
    let days = day_count(lang, days);
    match working_days {
        Some(working) => {
            let working = working_day_count(lang, working);
            say!(lang, "{days}（{working}）", "{days} ({working})")
        }
        None => days,
    }
}

fn any_target_assumed(standing: &Standing<'_>) -> bool {
    standing.task.metrics.iter().any(|metric| target_mark(standing, metric) == "*")
}

fn target_mark(standing: &Standing<'_>, metric: &Metric) -> &'static str {
    let assumed = standing.assumed.iter().any(|field| field.strip_prefix("metrics.") == Some(metric.name.as_str()));
    if assumed { "*" } else { "" }
}

fn bound(lang: Language, standing: &Standing<'_>, metric: &Metric, value: Option<Reading>) -> String {
    let mark = target_mark(standing, metric);
    let value = value.map(|value| metric.show(value).to_string()).unwrap_or_default();
    let (name, target, unit) = (&metric.name, metric.target(), &metric.unit);
    if metric.grades().is_empty() {
        say!(
            lang,
            "{name}为 {value}{unit}，超过上限 {target}{unit}{mark}",
            "{name} is {value}{unit}, above the bound of {target}{unit}{mark}"
        )
    } else {
        say!(
            lang,
            "{name}为{value}{unit}，劣于{target}{unit}{mark}",
            "{name} is {value}{unit}, worse than {target}{unit}{mark}"
        )
    }
}
