//! The edition for the public as a Word document.

use crate::desk::output::emit_binary;
use crate::desk::word;
use crate::view;

use super::request::{Edition, Format, Request};

pub(super) const FORMAT: Format = Format { name: "docx", splits: false, write };

/// Writes what the public may see. The office's ledger is too wide for a page of text.
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let (lang, desk) = (request.lang(), request.desk);
    match request.tasks()? {
        Edition::Office(_) => anyhow::bail!(desk.lang.pick(
            "docx 只用于公开版（加 --public）；任务分解表请用 xlsx，周报、月报用 workplan week --format docx",
            "docx is for the edition for the public (add --public); the ledger is a workbook (xlsx), and reports are `workplan week --format docx`"
        )),
        Edition::Public(published) => {
            let letter = view::public_letter(view::published(&published, lang), &published, lang);
            emit_binary(desk, &word::document(lang, &letter)?, desk.lang.pick("公开版.docx", "public.docx"))
        }
    }
}
