//! The ledger as CSV.

use super::{Edition, Layout};
use crate::desk::Desk;
use crate::desk::output::emit_csv;
use crate::report::status::Status;
use crate::view;

/// Writes the ledger, or what the public may see of it, as CSV.
pub(super) fn write(desk: &Desk, edition: &Edition<'_, Status<'_>>, layout: &Layout) -> anyhow::Result<()> {
    let table = match edition {
        Edition::Office(report) => view::ledger(report.head, report.sorted_tasks(), &[], layout.lang),
        Edition::Public(published) => view::published_ledger(published, layout.lang),
    };
    emit_csv(desk, &table)
}
