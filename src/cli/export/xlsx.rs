//! The ledger as a workbook.

#[cfg(feature = "xlsx")]
use {
    crate::paper::book::Book, crate::plan::Language, crate::report::ledger::Ledger, crate::report::whom::Whom,
    crate::say, std::path::Path,
};

use super::request::{Format, Request};

pub(super) const FORMAT: Format = Format { name: "xlsx", splits: true, write };

/// Writes the ledger, or what the public may see of it, as a workbook.
#[cfg(feature = "xlsx")]
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    use crate::desk::output::emit_binary;
    use crate::view;

    use super::request::Edition;

    let lang = request.lang();
    let book = match (request.whole()?, request.split, request.folder) {
        (Edition::Office(ledger), Some(whom), Some(folder)) => return write_parts(request, &ledger, whom, folder),
        (Edition::Office(ledger), ..) => view::workbook(&ledger, lang),
        (Edition::Public(published), ..) => view::published_workbook(&published, lang),
    };
    let bytes = drawn(&book, lang)?;
    emit_binary(request.desk, &bytes, request.desk.lang.pick("任务分解表.xlsx", "tasks.xlsx"))
}

/// Writes a workbook for each unit, leader or person.
#[cfg(feature = "xlsx")]
fn write_parts(request: &Request<'_>, ledger: &Ledger<'_>, whom: Whom, folder: &Path) -> anyhow::Result<()> {
    use crate::desk::each::{FileNames, tell_of_others, write_each};
    use crate::view;

    let lang = request.lang();
    let books: Vec<_> = view::part_workbooks(ledger, lang).collect();
    let now: Vec<&str> = books.iter().map(|(key, _)| *key).collect();
    let known = whom.known(&request.session.plan).into_iter().chain(now.iter().copied());
    let names = FileNames::new(known, &view::nobody(whom.group(), lang), "xlsx");
    let files = books.iter().map(|(key, book)| Ok((names.of(key), drawn(book, lang)?)));
    write_each(request.desk, request.session, folder, files)?;
    tell_of_others(lang, whom, &names.files_of_others(folder, &now));
    Ok(())
}

#[cfg(feature = "xlsx")]
fn drawn(book: &Book, lang: Language) -> anyhow::Result<Vec<u8>> {
    use crate::paper::xlsx;

    xlsx(book).map_err(|why| anyhow::anyhow!(say!(lang, "无法生成工作簿：{why}", "the workbook cannot be made: {why}")))
}

/// Says that this build makes no workbooks.
#[cfg(not(feature = "xlsx"))]
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let _ = (Request::whole, request.folder);
    anyhow::bail!(
        request.desk.lang.pick(
            "本程序编译时未包含 xlsx 格式，请改用 --format csv",
            "this build has no format xlsx; use --format csv"
        )
    )
}
