//! The ledger as a workbook.

use super::{Edition, Layout};
use crate::desk::Desk;
use crate::report::ledger::Ledger;

/// Writes the ledger, or what the public may see of it, as a workbook.
#[cfg(feature = "xlsx")]
pub(super) fn write(desk: &Desk, edition: &Edition<'_, Ledger<'_>>, layout: &Layout) -> anyhow::Result<()> {
    use crate::desk::output::emit_binary;
    use crate::paper::xlsx;
    use crate::say;
    use crate::view;

    let book = match edition {
        Edition::Office(ledger) => view::workbook(ledger, layout.by_lead, layout.lang),
        Edition::Public(published) => view::published_workbook(published, layout.lang),
    };
    let bytes = xlsx(&book).map_err(|why| {
        anyhow::anyhow!(say!(layout.lang, "无法生成工作簿：{why}", "the workbook cannot be made: {why}"))
    })?;
    emit_binary(desk, &bytes, desk.lang.pick("任务分解表.xlsx", "tasks.xlsx"))
}

/// Says that this build makes no workbooks.
#[cfg(not(feature = "xlsx"))]
pub(super) fn write(desk: &Desk, _: &Edition<'_, Ledger<'_>>, layout: &Layout) -> anyhow::Result<()> {
    let _ = layout.by_lead;
    anyhow::bail!(
        desk.lang.pick(
            "本程序编译时未包含 xlsx 格式，请改用 --format csv",
            "this build has no format xlsx; use --format csv"
        )
    )
}
