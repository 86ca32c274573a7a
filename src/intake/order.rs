//! A task of a plan above, as a person writes it.

use crate::plan::{Language, Serves, TaskId};
use crate::say;

/// A task of a plan above: by the plan's id and its own: `qingpu-2020h2 3-05`.
pub(super) fn order_of(text: &str, lang: Language) -> Result<Serves, String> {
    let parts = text.trim().rsplit_once([' ', '/']);
    let order = parts.and_then(|(plan, task)| {
        let plan = Some(plan.trim().to_owned()).filter(|plan| !plan.is_empty())?;
        Some(Serves { plan, task: TaskId::new(task)? })
    });
    order.ok_or_else(|| {
        say!(
            lang,
            "“{text}”请写成“计划代号 任务编号”，如 qingpu-2020h2 3-05",
            "write `{text}` as the plan's id and the task's: qingpu-2020h2 3-05"
        )
    })
}
