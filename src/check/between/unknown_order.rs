//! A task that carries out an order which no plan at hand gives.

use crate::check::{Check, Finds, Words};
use crate::plan::{Language, Serves};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E701",
    name: "unknown-order",
    zh: "serves 所列的计划或任务不在所查的计划中（check --plans）",
    en: "a task that serves a plan or a task which is not among the plans looked at (check --plans)",
    wrong: "serves: [{ plan: qingpu-2020h2, task: 3-55 }]",
    right: "serves: [{ plan: qingpu-2020h2, task: 3-05 }]",
    finds: Finds::Links,
};

/// The plan is not among those looked at.
pub(super) fn no_plan(lang: Language, serves: &Serves) -> Words {
    let plan = &serves.plan;
    Words {
        message: say!(lang, "所查的计划中没有代号为“{plan}”的", "no plan that was looked at has the id `{plan}`"),
        hint: say!(
            lang,
            "核对代号（plan.yaml 的 id）；上级计划在别处的，用 --plans 一并指定",
            "check the id (in plan.yaml); where the plan above is elsewhere, name its folder with --plans too"
        ),
    }
}

/// The plan has no such task.
pub(super) fn no_task(lang: Language, serves: &Serves) -> Words {
    let Serves { plan, task } = serves;
    Words {
        message: say!(lang, "计划“{plan}”中没有任务 {task}", "the plan `{plan}` has no task {task}"),
        hint: say!(lang, "核对编号；上级任务改了编号的，以上级计划为准", "check the id; the plan above is what counts"),
    }
}
