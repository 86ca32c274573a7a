//! Which folder is the plan that is meant.

use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::plan::Language;
use crate::say;
use crate::store::{FindError, find_plan};
use crate::words;

/// The folder of the plan that is meant.
pub(crate) fn folder(desk: &Desk) -> anyhow::Result<PathBuf> {
    let here = here(desk)?;
    find_plan(desk.plan.as_deref(), &here, desk.day)
        .map_err(|error| anyhow::anyhow!(find_failure(desk.lang, &error, &here)))
}

/// The folder in which the reader stands. Where it was deleted, it matters only if the plan is looked for from there.
pub(crate) fn here(desk: &Desk) -> anyhow::Result<PathBuf> {
    let lang = desk.lang;
    standing(desk.plan.as_deref()).map_err(|_| {
        anyhow::anyhow!(say!(
            lang,
            "当前目录已被删除或无法读取；请换一个目录，或用 --plan 写明计划的完整路径",
            "the current folder is gone or cannot be read; go to another one, or give the plan's whole path with --plan"
        ))
    })
}

/// The current folder, or, where it is gone, the one that was named by its whole path.
pub(crate) fn standing(named: Option<&Path>) -> std::io::Result<PathBuf> {
    let whole = named.filter(|named| named.is_absolute());
    std::env::current_dir().or_else(|error| whole.map(Path::to_owned).ok_or(error))
}

/// A plan's folder as `--plan` takes it from where one stands.
pub(crate) fn from_here(folder: &Path, here: &Path) -> String {
    match folder.strip_prefix(here) {
        Ok(inside) if inside.as_os_str().is_empty() => ".".to_owned(),
        Ok(inside) => words::shown_path(inside),
        Err(_) => words::shown_path(folder),
    }
}

/// Why no plan was found.
pub(crate) fn find_failure(lang: Language, error: &FindError, here: &Path) -> String {
    match error {
        FindError::NotAPlan(folder) => {
            let folder = words::shown_path(folder);
            say!(
                lang,
                "{folder} 中没有 plan.yaml，附近也没有代号为此的计划，请检查 --plan（或 WORKPLAN_PLAN）的写法",
                "{folder} holds no plan.yaml, and no plan nearby has that id: check --plan (or WORKPLAN_PLAN)"
            )
        }
        FindError::None => say!(
            lang,
            "没有找到计划：当前目录及上级没有 plan.yaml，plans/ 下也没有；请用 --plan 指定目录；新建计划用 workplan init",
            "no plan found: no plan.yaml here or above, none under plans/; name one with --plan, or make one: workplan init"
        ),
        FindError::Several(plans) => {
            let shown = |plan: &PathBuf| words::shown_path(plan.strip_prefix(here).unwrap_or(plan));
            let list = plans.iter().map(shown).collect::<Vec<_>>().join(lang.pick("、", ", "));
            say!(
                lang,
                "有多个计划，不能确定是哪一个，请用 --plan 指定（目录或计划代号）：{list}",
                "there are several plans, and which is meant is not certain; name one with --plan, by its folder or its id: {list}"
            )
        }
    }
}
