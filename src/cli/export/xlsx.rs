//! The ledger as a workbook.

use super::request::{Format, Request};

pub(super) const FORMAT: Format = Format { name: "xlsx", splits: true, write };

/// Writes the ledger, or what the public may see of it, as a workbook.
#[cfg(feature = "xlsx")]
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    use crate::desk::output::emit_binary;
    use crate::paper::xlsx;
    use crate::say;
    use crate::view;

    use super::request::Edition;

    let lang = request.lang();
    let book = match request.whole()? {
        Edition::Office(ledger) => view::workbook(&ledger, lang),
        Edition::Public(published) => view::published_workbook(&published, lang),
    };
    let bytes = xlsx(&book)
        .map_err(|why| anyhow::anyhow!(say!(lang, "无法生成工作簿：{why}", "the workbook cannot be made: {why}")))?;
    emit_binary(request.desk, &bytes, request.desk.lang.pick("任务分解表.xlsx", "tasks.xlsx"))
}

/// Says that this build makes no workbooks.
#[cfg(not(feature = "xlsx"))]
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let _ = Request::whole;
    anyhow::bail!(
        request.desk.lang.pick(
            "本程序编译时未包含 xlsx 格式，请改用 --format csv",
            "this build has no format xlsx; use --format csv"
        )
    )
}
