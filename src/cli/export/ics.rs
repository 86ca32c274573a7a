//! Deadlines and dated steps as a calendar.

use crate::assess::Assessment;
use crate::cli::edition::for_the_public;
use crate::desk::Desk;
use crate::desk::output::emit;
use crate::desk::session::Session;
use crate::render;
use crate::report::agenda::{agenda, published_agenda};
use crate::report::filter::Filter;

/// Writes the calendar of the tasks that pass the filter, or what the public may see of it.
pub(super) fn write(
    desk: &Desk,
    session: &'static Session,
    assessment: &Assessment<'_>,
    filter: &Filter,
    public: bool,
) -> anyhow::Result<()> {
    let lang = session.lang;
    let text = if public {
        render::ics(&published_agenda(&for_the_public(session, assessment, filter)?), lang)
    } else {
        let _ = session.header("", assessment);
        render::ics(&agenda(&session.plan, assessment, &session.opened.calendar, filter, lang), lang)
    };
    emit(desk, &text)
}
