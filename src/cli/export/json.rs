//! The report as JSON.

use super::Edition;
use crate::desk::Desk;
use crate::desk::output::emit_json;
use crate::report::status::Status;

/// Writes `workplan.status/1`, or `workplan.published/1`.
pub(super) fn write(desk: &Desk, edition: &Edition<'_, Status<'_>>) -> anyhow::Result<()> {
    match edition {
        Edition::Office(report) => emit_json(desk, report.as_ref()),
        Edition::Public(published) => emit_json(desk, published.as_ref()),
    }
}
