//! Empty forms for `record --from`: one line for each task that is not finished.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::Standing;
use crate::plan::{Language, Metric};
use crate::say;
use crate::store::flow_scalar;
use crate::words::{visible, visible_json};

use super::rows::{columns, header_of};

/// The columns' headers.
pub(crate) fn header(lang: Language) -> Vec<String> {
    columns().map(|field| header_of(field, lang).to_owned()).collect()
}

/// The cells of a task's row, as far as they are filled in already.
pub(crate) fn cells(standing: &Standing<'_>) -> Vec<String> {
    let cell = |key: &str| match key {
        "task" => standing.task.id.to_string(),
        "title" => standing.task.title.clone(),
        "target" => targets(standing),
        "values" => blanks(standing),
        _ => String::new(),
    };
    columns().map(|field| cell(field.key)).collect()
}

/// The metrics that are reported by hand.
fn by_hand<'s>(standing: &'s Standing<'_>) -> impl Iterator<Item = &'s Metric> {
    standing.task.metrics.iter().filter(|metric| metric.checklist.is_none())
}

fn targets(standing: &Standing<'_>) -> String {
    let several = by_hand(standing).count() > 1;
    let target = |metric: &Metric| {
        let number = format!("{}{}", metric.target(), metric.unit);
        if several { format!("{}={number}", metric.name) } else { number }
    };
    by_hand(standing).map(target).collect::<Vec<_>>().join("；")
}

/// Where a task has several metrics, their names with nothing behind them.
fn blanks(standing: &Standing<'_>) -> String {
    if by_hand(standing).count() < 2 {
        return String::new();
    }
    by_hand(standing).map(|metric| format!("{}=", metric.name)).collect::<Vec<_>>().join("；")
}

/// The form as YAML, to be filled in between the lines.
pub(crate) fn yaml(lang: Language, open: &[&Standing<'_>]) -> String {
    let mut out = say!(
        lang,
        "# 每项任务一段。删去行首的“# ”并填写；没有的行不用填。数值为累计数。\n# state（状态）可写：推进中、受阻、已完成、重新启动\n",
        "# One block a task. Take away the `# ` before what you fill in; leave the rest. Values are cumulative.\n# state: in_progress, blocked, done, reopened\n"
    );
    for standing in open {
        let task = &standing.task;
        out += &format!("\n# {}\n- task: {}\n", visible(&task.title), task.id);
        out += "#   date: 2020-11-20\n";
        if by_hand(standing).next().is_some() {
            let names: Vec<String> =
                by_hand(standing).map(|metric| format!("{}: ", flow_scalar(&metric.name))).collect();
            let (names, targets) = (names.join(", "), targets(standing));
            let targets = visible(&targets);
            out += &say!(
                lang,
                "#   values: {{ {names}}}  # 目标 {targets}\n",
                "#   values: {{ {names}}}  # target {targets}\n"
            );
        }
        out += &say!(
            lang,
            "#   state: 推进中\n#   note: 进展情况\n#   issue: 存在问题\n#   next: 下一步措施\n",
            "#   state: in_progress\n#   note: what was done\n#   issue: what stands in the way\n#   next: what comes next\n"
        );
    }
    out
}

/// A line of a batch in JSON, with the keys in the order of an entry's.
#[derive(Serialize)]
struct Line<'s> {
    task: &'s str,
    title: &'s str,
    date: Option<&'s str>,
    by: Option<&'s str>,
    values: BTreeMap<&'s str, Option<&'s str>>,
    state: Option<&'s str>,
    checkpoints: [&'s str; 0],
    note: Option<&'s str>,
    issue: Option<&'s str>,
    next: Option<&'s str>,
    evidence: [&'s str; 0],
    reply_to: Option<&'s str>,
}

/// The form as JSON, a line for each task.
///
/// # Errors
/// When a line cannot be written as JSON.
pub(crate) fn json_lines(open: &[&Standing<'_>]) -> serde_json::Result<String> {
    let mut out = String::new();
    for standing in open {
        let line = Line {
            task: standing.task.id.as_str(),
            title: &standing.task.title,
            date: None,
            by: None,
            values: by_hand(standing).map(|metric| (metric.name.as_str(), None)).collect(),
            state: None,
            checkpoints: [],
            note: None,
            issue: None,
            next: None,
            evidence: [],
            reply_to: None,
        };
        out += &format!("{}\n", visible_json(&serde_json::to_string(&line)?));
    }
    Ok(out)
}
