//! The ledger as Markdown.

use crate::desk::output::{self, emit_page};
use crate::view;

use super::request::{Edition, Format, Request};

pub(super) const FORMAT: Format = Format { name: "md", splits: false, write };

/// Writes the ledger, or what the public may see of it, as Markdown.
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let page = match request.tasks()? {
        Edition::Office(report) => view::ledger_page(&report, request.by.is_some(), request.lang()),
        Edition::Public(published) => view::published(&published, request.lang()),
    };
    emit_page(request.desk, output::Format::Md, &page)
}
