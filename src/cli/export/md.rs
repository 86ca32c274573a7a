//! The ledger as Markdown.

use super::{Edition, Layout};
use crate::cli::Global;
use crate::cli::output::{Format, emit_page};
use crate::render::view;

/// Writes the ledger, or what the public may see of it, as Markdown.
pub(super) fn write(global: &Global, edition: &Edition<'_>, layout: &Layout) -> anyhow::Result<()> {
    let page = match edition {
        Edition::Office(ledger) => view::ledger_page(&ledger.tasks, layout.grouped, layout.lang),
        Edition::Public(published) => view::published(published, layout.lang),
    };
    emit_page(global, Format::Md, &page)
}
