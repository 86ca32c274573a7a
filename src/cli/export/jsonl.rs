//! Rows for other engines: one JSON object a line.

use crate::assess::Assessment;
use crate::desk::finding::{from_here, here};
use crate::desk::flow::Flow;
use crate::desk::session::Session;
use crate::paper::json_lines;
use crate::report::filter::Filter;
use crate::report::rows::{PlanMark, What, alert_rows, entry_rows, notice_rows, task_rows};

use super::request::{Format, Request};

pub(super) const FORMAT: Format = Format { name: "jsonl", splits: false, write };

/// Writes the rows of one plan.
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let Request { desk, session, assessment, filter, what, .. } = *request;
    let shelf = &session.opened.shelf;
    let path = match shelf.folder() {
        Some(folder) => from_here(folder, &here(desk)?),
        None => shelf.path_from_top(""),
    };
    session.say_closing(&session.header("", assessment));
    let mut flow = Flow::new(desk)?;
    flow.json(&rows(session, assessment, filter, (what, &path))?)?;
    flow.end()
}

/// The rows of a plan that lies there.
pub(super) fn rows(
    session: &Session,
    assessment: &Assessment<'_>,
    filter: &Filter,
    (what, path): (What, &str),
) -> serde_json::Result<String> {
    let Session { plan, opened, lang, .. } = session;
    let mark = PlanMark::new(&plan.head, path, assessment.as_of);
    match what {
        What::Tasks => json_lines(task_rows(plan, assessment, mark, filter, *lang)),
        What::Entries => json_lines(entry_rows(plan, &opened.journal, assessment, mark, filter)),
        What::Alerts => json_lines(alert_rows(plan, assessment, mark, filter, *lang)),
        What::Notices => json_lines(notice_rows(plan, assessment, mark, filter)),
    }
}
