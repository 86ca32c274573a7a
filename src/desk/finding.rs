//! Which folder is the plan that is meant.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::desk::Desk;
use crate::plan::Language;
use crate::say;
use crate::store::{FindError, find_plan};

/// The folder of the plan that is meant.
pub(crate) fn folder(desk: &Desk) -> anyhow::Result<PathBuf> {
    let here = std::env::current_dir().context(desk.lang.pick("无法确定当前目录", "cannot tell the current folder"))?;
    find_plan(desk.plan.as_deref(), &here).map_err(|error| anyhow::anyhow!(find_failure(desk.lang, &error, &here)))
}

/// Why no plan was found.
pub(crate) fn find_failure(lang: Language, error: &FindError, here: &Path) -> String {
    match error {
        FindError::NotAPlan(folder) => {
            let folder = folder.display();
            say!(
                lang,
                "{folder} 中没有 plan.yaml，请检查 --plan（或 WORKPLAN_PLAN）的写法",
                "{folder} holds no plan.yaml: check --plan (or WORKPLAN_PLAN)"
            )
        }
        FindError::None => say!(
            lang,
            "没有找到计划：当前目录及上级没有 plan.yaml，plans/ 下也没有；请用 --plan 指定目录",
            "no plan found: no plan.yaml here or above, none under plans/; name one with --plan"
        ),
        FindError::Several(plans) => {
            let shown = |plan: &PathBuf| plan.strip_prefix(here).unwrap_or(plan).display().to_string();
            let list = plans.iter().map(shown).collect::<Vec<_>>().join(lang.pick("、", ", "));
            say!(
                lang,
                "有多个计划，请用 --plan 指定一个：{list}",
                "there are several plans; name one with --plan: {list}"
            )
        }
    }
}
