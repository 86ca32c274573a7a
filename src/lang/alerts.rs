//! What an alert says.

use super::{pick, state as state_word};
use crate::assess::{Alert, AlertCode, AlertDetail, Standing, State};
use crate::plan::{Language, Metric, Reading};
use crate::say;

/// The tag of an alert, as it stands in brackets before a line.
pub fn alert_name(lang: Language, code: AlertCode) -> &'static str {
    match code {
        AlertCode::Overdue => pick(lang, "逾期", "overdue"),
        AlertCode::DueSoon => pick(lang, "临期", "due soon"),
        AlertCode::Behind => pick(lang, "滞后", "behind"),
        AlertCode::Blocked => pick(lang, "受阻", "blocked"),
        AlertCode::BoundBroken => pick(lang, "超限", "bound broken"),
        AlertCode::CheckpointOverdue => pick(lang, "节点逾期", "checkpoint overdue"),
        AlertCode::Dependency => pick(lang, "前置未完", "dependency"),
        AlertCode::Unreported => pick(lang, "未报送", "unreported"),
        AlertCode::AwaitingClosure => pick(lang, "待销号", "awaiting closure"),
    }
}

/// The sentence of an alert about a task.
pub fn alert_message(lang: Language, standing: &Standing<'_>, alert: &Alert) -> String {
    let deadline = standing.deadline.date;
    match &alert.detail {
        AlertDetail::Overdue { days, working_days: Some(working) } => say!(
            lang,
            "应于 {deadline} 完成,已逾期 {days} 天({working} 个工作日)",
            "due {deadline}, {days} days overdue ({working} working days)"
        ),
        AlertDetail::Overdue { days, working_days: None } => {
            say!(lang, "应于 {deadline} 完成,已逾期 {days} 天", "due {deadline}, {days} days overdue")
        }
        AlertDetail::DueSoon { days: 0, .. } => say!(lang, "今天({deadline})到期", "due today, {deadline}"),
        AlertDetail::DueSoon { days, working_days: Some(working) } => say!(
            lang,
            "{deadline} 到期,还剩 {days} 天({working} 个工作日)",
            "due {deadline}, {days} days left ({working} working days)"
        ),
        AlertDetail::DueSoon { days, working_days: None } => {
            say!(lang, "{deadline} 到期,还剩 {days} 天", "due {deadline}, {days} days left")
        }
        AlertDetail::Behind { expected, progress } => {
            let (done, wanted, points) = (progress.percent(), expected.percent(), expected.points_above(*progress));
            say!(
                lang,
                "完成 {done},序时进度 {wanted},落后 {points} 个百分点",
                "{done} done where the pace calls for {wanted}: {points} points behind"
            )
        }
        AlertDetail::Blocked { state, since } => {
            let word = state_word(lang, *state);
            match since {
                Some(since) if *state == State::Returned => say!(lang, "{since} 被退回", "{word} on {since}"),
                Some(since) => say!(lang, "{since} 起{word}", "{word} since {since}"),
                None => word.to_owned(),
            }
        }
        AlertDetail::BoundBroken { metric } => {
            let pair = standing.task.metrics.get(*metric).zip(standing.metrics.get(*metric));
            pair.map(|(metric, stands)| bound(lang, metric, stands.value)).unwrap_or_default()
        }
        AlertDetail::CheckpointOverdue { checkpoint, days } => {
            let step = standing.task.checkpoints.get(*checkpoint);
            let (title, due) = step.map(|step| (step.title.as_str(), step.due.to_string())).unwrap_or_default();
            say!(
                lang,
                "节点“{title}”应于 {due} 完成,已逾期 {days} 天",
                "checkpoint `{title}` was due {due}, {days} days overdue"
            )
        }
        AlertDetail::Dependency { on, overdue: true } => {
            say!(lang, "所等待的 {on} 已逾期", "waits for {on}, which is overdue")
        }
        AlertDetail::Dependency { on, overdue: false } => {
            say!(lang, "所等待的 {on} 时限晚于本任务", "waits for {on}, which is due later")
        }
        AlertDetail::Unreported { last_report: None, .. } => say!(lang, "至今未报送进展", "never reported"),
        AlertDetail::Unreported { last_report: Some(last), .. } => {
            say!(lang, "上期未报送进展,最近一次为 {last}", "not reported in the last period; last heard of on {last}")
        }
        AlertDetail::AwaitingClosure => {
            say!(lang, "已达到完成条件,待审核销号", "finished, waiting for a reviewer to close it")
        }
    }
}

fn bound(lang: Language, metric: &Metric, value: Option<Reading>) -> String {
    let value = value.map(|value| metric.show(value).to_string()).unwrap_or_default();
    let (name, target, unit) = (&metric.name, metric.target(), &metric.unit);
    if metric.grades().is_empty() {
        say!(
            lang,
            "{name} {value}{unit},超过上限 {target}{unit}",
            "{name} is {value}{unit}, above the bound of {target}{unit}"
        )
    } else {
        say!(lang, "{name}为{value},劣于{target}", "{name} is {value}, worse than {target}")
    }
}
