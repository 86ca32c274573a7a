//! The ledger as Markdown.

use super::{Edition, Layout};
use crate::desk::Desk;
use crate::desk::output::{Format, emit_page};
use crate::report::status::Status;
use crate::view;

/// Writes the ledger, or what the public may see of it, as Markdown.
pub(super) fn write(desk: &Desk, edition: &Edition<'_, Status<'_>>, layout: &Layout) -> anyhow::Result<()> {
    let page = match edition {
        Edition::Office(report) => view::ledger_page(report, layout.grouped, layout.lang),
        Edition::Public(published) => view::published(published, layout.lang),
    };
    emit_page(desk, Format::Md, &page)
}
