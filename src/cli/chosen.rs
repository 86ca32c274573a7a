//! Which tasks a command changes: those that are named, or those that pass the filters.

use super::filters::{FilterArgs, no_such};
use crate::assess::{Standing, State, assess};
use crate::desk::writing::Draft;
use crate::plan::{Plan, Task};
use crate::report::filter::task_named;
use crate::say;
use crate::words::{self, listed};

/// Which of the tasks that pass the filters are left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Those that were called off.
    Cancelled,
    /// Those, and those that are finished.
    Finished,
}

/// The tasks that are meant, in the plan's order where filters choose them. Names and filters are not mixed.
pub(super) fn chosen(
    draft: &Draft,
    names: &[String],
    filters: &FilterArgs,
    leaving: Leaving,
) -> anyhow::Result<Vec<Task>> {
    let lang = draft.lang;
    let plan = draft.plan(lang)?;
    match (names, filters.is_empty()) {
        ([], true) => anyhow::bail!(lang.pick(
            "请写明任务编号，或用 --lead、--section 等筛选",
            "say which tasks: their ids, or filters such as --lead and --section"
        )),
        (names, true) => named(draft, plan, names),
        ([], false) => passing(draft, plan, filters, leaving),
        (_, false) => {
            let names = words::list(lang, names);
            anyhow::bail!(say!(
                lang,
                "写了任务“{names}”，又写了筛选条件；请只用一种",
                "both tasks ({names}) and filters are given; use one or the other"
            ))
        }
    }
}

/// The tasks that are named, each once.
pub(super) fn named(draft: &Draft, plan: &Plan, names: &[String]) -> anyhow::Result<Vec<Task>> {
    let lang = draft.lang;
    let mut tasks: Vec<Task> = Vec::new();
    for text in names {
        let parts: Vec<&str> = if task_named(plan, text).is_ok() { vec![text] } else { listed(text).collect() };
        for name in parts {
            let task = task_named(plan, name);
            let task = task.map_err(|error| no_such(lang, lang.pick("任务", "task"), name, &error))?;
            if tasks.iter().all(|known| known.id != task.id) {
                tasks.push(task.clone());
            }
        }
    }
    Ok(tasks)
}

fn passing(draft: &Draft, plan: &Plan, filters: &FilterArgs, leaving: Leaving) -> anyhow::Result<Vec<Task>> {
    let lang = draft.lang;
    let opened = draft.rewrite.opened();
    let filter = filters.filter_in(plan, draft.today, lang)?;
    let assessment = assess(plan, &opened.journal, &opened.calendar, draft.today);
    let is_meant = |standing: &&Standing<'_>| match leaving {
        _ if filters.names_states() => true,
        Leaving::Cancelled => standing.state != State::Cancelled,
        Leaving::Finished => standing.is_open(),
    };
    let standings = filter.chosen(&plan.head, &assessment.standings);
    let ids: Vec<&str> = standings.filter(is_meant).map(|standing| standing.task.id.as_str()).collect();
    if ids.is_empty() {
        anyhow::bail!(lang.pick("没有符合条件的任务，没有写入", "no task passes the filters; nothing was written"));
    }
    Ok(plan.tasks.iter().filter(|task| ids.contains(&task.id.as_str())).cloned().collect())
}

/// The tasks in a few words: `22-07 龚都村集中居住`, `3 项任务（22-07、22-08、22-09）`.
pub(super) fn said(draft: &Draft, tasks: &[&Task]) -> String {
    const MOST: usize = 10;
    let lang = draft.lang;
    if let [task] = tasks {
        return format!("{} {}", task.id, task.title);
    }
    let count = tasks.len();
    let mut ids = words::list(lang, tasks.iter().take(MOST).map(|task| task.id.as_str()));
    if count > MOST {
        ids.push_str(lang.pick("等", ", …"));
    }
    say!(lang, "{count} 项任务（{ids}）", "{count} tasks ({ids})")
}
