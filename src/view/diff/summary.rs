//! What changed, in one sentence and in counts.

use crate::paper::Line;
use crate::plan::Language;
use crate::report::diff::{Comparison, DiffTotals};
use crate::say;

/// `2 项新增，1 项撤销，5 项调整（延期 3 项，其中 1 项未见批准）`. A task is called off when it is gone, or cancelled.
pub(super) fn line(comparison: &Comparison<'_>, lang: Language) -> String {
    let totals = &comparison.totals;
    if comparison.is_empty() {
        return say!(lang, "没有改动", "Nothing changed");
    }
    let (added, off) = (totals.added, totals.removed + totals.cancelled);
    let (changed, renumbered) = (totals.changed, totals.renumbered);
    let postponed = postponed(totals, lang);
    let parts = [
        (added, say!(lang, "{added} 项新增", "{added} new")),
        (off, say!(lang, "{off} 项撤销", "{off} called off")),
        (changed, say!(lang, "{changed} 项调整{postponed}", "{changed} changed{postponed}")),
        (renumbered, say!(lang, "{renumbered} 项改号", "{renumbered} renumbered")),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    if parts.is_empty() {
        return say!(lang, "任务没有增减和调整", "No task was added, changed or called off");
    }
    parts.join(lang.pick("，", ", "))
}

fn postponed(totals: &DiffTotals, lang: Language) -> String {
    let (postponed, unapproved) = (totals.postponed, totals.postponed_unapproved);
    match (postponed, unapproved) {
        (0, _) => String::new(),
        (_, 0) => say!(lang, "（延期 {postponed} 项，均有批准）", " ({postponed} due later, all approved)"),
        _ if postponed == unapproved => {
            say!(lang, "（延期 {postponed} 项，均未见批准）", " ({postponed} due later, none approved)")
        }
        _ => say!(
            lang,
            "（延期 {postponed} 项，其中 {unapproved} 项未见批准）",
            " ({postponed} due later, {unapproved} of them without approval)"
        ),
    }
}

/// That the journal was tampered with.
pub(super) fn tampering(totals: &DiffTotals, lang: Language) -> Option<String> {
    let (rewritten, removed) = (totals.entries_rewritten, totals.entries_removed);
    let parts = [
        (rewritten, say!(lang, "{rewritten} 条被改写", "rewritten: {rewritten}")),
        (removed, say!(lang, "{removed} 条被删除", "taken out: {removed}")),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    let list = parts.join(lang.pick("，", ", "));
    (!parts.is_empty()).then(|| {
        say!(
            lang,
            "【台账被改动】台账只增不改，但原有记录中 {list}，请核实",
            "[journal tampered with] a journal is only ever added to; entries {list}"
        )
    })
}

/// Everything that was counted.
pub(super) fn counts(totals: &DiffTotals, lang: Language) -> Vec<(String, Line)> {
    let counts = [
        (say!(lang, "新增任务", "new tasks"), totals.added),
        (say!(lang, "删去的任务", "tasks taken out"), totals.removed),
        (say!(lang, "经台账撤销", "cancelled"), totals.cancelled),
        (say!(lang, "调整的任务", "changed tasks"), totals.changed),
        (say!(lang, "其中：延期", "of them due later"), totals.postponed),
        (say!(lang, "延期未见批准", "of these without approval"), totals.postponed_unapproved),
        (say!(lang, "编号改动", "renumbered"), totals.renumbered),
        (say!(lang, "计划设置及规则", "fields of the plan"), totals.plan),
        (say!(lang, "台账新增", "new entries"), totals.entries_added),
        (say!(lang, "台账被改写", "entries rewritten"), totals.entries_rewritten),
        (say!(lang, "台账被删除", "entries taken out"), totals.entries_removed),
        (say!(lang, "清单销项", "rows closed"), totals.rows_closed),
        (say!(lang, "清单恢复未销", "rows reopened"), totals.rows_reopened),
        (say!(lang, "清单销项日期改动", "rows redated"), totals.rows_redated),
        (say!(lang, "清单新增项", "new rows"), totals.rows_added),
        (say!(lang, "清单减少项", "rows taken out"), totals.rows_removed),
        (say!(lang, "通知单发出", "notices issued"), totals.notices_issued),
        (say!(lang, "通知单签收", "notices received"), totals.notices_received),
        (say!(lang, "通知单作废", "notices void"), totals.notices_void),
        (say!(lang, "通知单被改动", "notices rewritten"), totals.notices_rewritten),
    ];
    let said = counts.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(name, count)| (name, Line::plain(count.to_string()))).collect()
}
