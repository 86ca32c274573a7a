//! What a person is told of a plan that was carried over.

use crate::plan::{Head, Period, Task, TaskId};
use crate::words::Language;
use crate::{say, words};

use super::next::Carried;

/// One line: what goes on and what does not.
pub(crate) fn told(carried: &Carried, old: &Head, lang: Language) -> String {
    let Carried { tasks, finished, cancelled, notices, .. } = carried;
    let (tasks, notices, id) = (tasks.len(), notices.len(), words::visible(&old.id));
    let issues = carried.tasks.iter().filter(|task| issue_of(task).is_some()).count();
    let waiting = match (issues, notices) {
        (0, 0) => String::new(),
        _ => say!(
            lang,
            "；带入未解决的问题 {issues} 项、未回复的督办单 {notices} 份",
            "; with open problems: {issues}, notices without an answer: {notices}"
        ),
    };
    say!(
        lang,
        "由 {id} 结转任务 {tasks} 项（已完成 {finished} 项、已取消 {cancelled} 项不结转）{waiting}",
        "carried over from {id}: tasks {tasks} (left behind: finished {finished}, cancelled {cancelled}){waiting}"
    )
}

/// What is to be looked at: what was left out, and days that have passed.
pub(crate) fn notes(carried: &Carried, period: Period, plan: &str, lang: Language) -> Vec<String> {
    let mut notes = Vec::new();
    if !carried.unbound.is_empty() {
        let pairs =
            carried.unbound.iter().map(|(task, waited)| say!(lang, "{task}（原待 {waited}）", "{task} ({waited})"));
        let pairs = words::list(lang, pairs);
        notes.push(say!(
            lang,
            "前置任务已完成或已取消、不再列为前置的：{pairs}",
            "what these waited for is finished or called off, so they wait no more: {pairs}"
        ));
    }
    if !carried.met.is_empty() {
        let named = carried.met.iter().map(|(task, metric)| format!("{task} {metric}"));
        let named = words::list(lang, named);
        notes.push(say!(
            lang,
            "累计值已达目标、未作基数（基数照旧）的指标：{named}",
            "at their target already, so their baseline stays: {named}"
        ));
    }
    let late: Vec<&TaskId> = carried.tasks.iter().filter(|task| is_past(task, period)).map(|task| &task.id).collect();
    if let Some(first) = late.first() {
        let (count, ids) = (late.len(), words::list(lang, late.iter().map(|id| id.as_str())));
        notes.push(say!(
            lang,
            "完成时限早于本期首日的 {count} 项（已逾期，时限照原样保留）：{ids}；经批准改期的：workplan amend {first} 完成时限 日期 --reason 原因 --approved-by 批准人{plan}",
            "deadlines before the period's first day, kept as they are (the tasks are overdue), {count}: {ids}; where another is approved: workplan amend {first} deadline DATE --reason WHY --approved-by WHO{plan}"
        ));
    }
    notes
}

/// Whether a task's deadline lies before the plan's days.
fn is_past(task: &Task, period: Period) -> bool {
    task.deadline.is_some_and(|deadline| deadline < period.start)
}

fn issue_of(task: &Task) -> Option<&str> {
    task.carried_from.as_deref()?.issue.as_deref()
}
