//! The ledger as CSV.

use crate::desk::output::emit_csv;
use crate::view;

use super::request::{Edition, Format, Request};

pub(super) const FORMAT: Format = Format { name: "csv", splits: false, write };

/// Writes the ledger, or what the public may see of it, as CSV.
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let table = match request.tasks()? {
        Edition::Office(report) => {
            request.session.say_closing(&report.header);
            view::ledger(report.head, report.sorted_tasks(), &[], request.lang())
        }
        Edition::Public(published) => view::published_ledger(&published, request.lang()),
    };
    emit_csv(request.desk, &table)
}
