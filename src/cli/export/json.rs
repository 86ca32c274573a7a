//! The report as JSON.

use crate::desk::output::emit_json;

use super::request::{Edition, Format, Request};

pub(super) const FORMAT: Format = Format { name: "json", splits: false, write };

/// Writes `workplan.status/2`, or `workplan.published/1`.
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    match request.tasks()? {
        Edition::Office(report) => emit_json(request.desk, report.as_ref()),
        Edition::Public(published) => emit_json(request.desk, published.as_ref()),
    }
}
