//! The report as JSON.

use super::Edition;
use crate::cli::Global;
use crate::cli::output::emit_json;
use crate::report::status::Status;

/// Writes `workplan.status/1`, or `workplan.published/1`.
pub(super) fn write(global: &Global, edition: &Edition<'_, Status<'_>>) -> anyhow::Result<()> {
    match edition {
        Edition::Office(report) => emit_json(global, report.as_ref()),
        Edition::Public(published) => emit_json(global, published.as_ref()),
    }
}
