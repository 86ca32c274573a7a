//! Deadlines and dated steps as a calendar.

use crate::assess::Assessment;
use crate::desk::Desk;
use crate::desk::edition::for_the_public;
use crate::desk::output::emit;
use crate::desk::session::Session;
use crate::report::agenda::{agenda, published_agenda};
use crate::report::filter::Filter;
use crate::view;

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
        view::ics(&published_agenda(&for_the_public(session, assessment, filter)?), lang)
    } else {
        let _ = session.header("", assessment);
        view::ics(&agenda(&session.plan, assessment, &session.opened.calendar, filter, lang), lang)
    };
    emit(desk, &text)
}
