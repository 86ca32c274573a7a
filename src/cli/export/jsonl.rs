//! Rows for other engines: one JSON object a line.

use crate::assess::Assessment;
use crate::cli::filters::Unknown;
use crate::desk::finding::{from_here, here};
use crate::desk::flow::{Flow, unless_unread};
use crate::desk::many::{Many, tell_unreadable};
use crate::desk::output::warn;
use crate::desk::session::Session;
use crate::paper::json_lines;
use crate::report::filter::Filter;
use crate::report::rows::{PlanMark, What, alert_rows, entry_rows, notice_rows, task_rows};

use super::args::ExportArgs;
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
    unless_unread(flow.json(&rows(session, assessment, filter, (what, &path))?))?;
    flow.end()
}

/// Writes the rows of many plans, a plan's at once, as it is done. Returns whether all could be read.
pub(super) fn write_many(many: &Many, args: &ExportArgs, what: What) -> anyhow::Result<bool> {
    let mut flow = Flow::new(many.desk())?;
    let mut unknown = Unknown::default();
    let map = |path: &str, session: &Session| {
        let assessment = session.assess(args.as_of.as_deref())?;
        let known = args.filters.where_known(&session.plan, assessment.as_of, session.lang)?;
        let rows = known.filter.as_ref().map(|filter| rows(session, &assessment, filter, (what, path)));
        Ok((rows.transpose()?.unwrap_or_default(), known))
    };
    let unreadable = unless_unread(many.each(map, |(rows, known)| {
        unknown.add(known);
        flow.json(&rows)
    }))?;
    // An engine hands over some of its plans at a time: that these know no such name may be no slip, and is told.
    match args.names_folders() {
        true => unknown.nowhere(many.lang()).iter().for_each(|said| warn(many.lang(), said)),
        false => unknown.refuse(many.lang())?,
    }
    flow.end()?;
    tell_unreadable(many.lang(), &unreadable);
    Ok(unreadable.is_empty())
}

/// The rows of a plan that lies there.
fn rows(
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
