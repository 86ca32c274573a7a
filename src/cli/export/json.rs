//! The report as JSON.

use super::Edition;
use crate::cli::Global;
use crate::cli::output::emit_json;

/// Writes `workplan.status/1`, or `workplan.published/1`.
pub(super) fn write(global: &Global, edition: &Edition<'_>) -> anyhow::Result<()> {
    match edition {
        Edition::Office(ledger) => emit_json(global, &ledger.tasks),
        Edition::Public(published) => emit_json(global, published.as_ref()),
    }
}
