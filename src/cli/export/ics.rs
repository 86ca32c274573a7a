//! Deadlines and dated steps as a calendar.

use crate::desk::edition::for_the_public;
use crate::desk::output::emit;
use crate::report::agenda::{agenda, published_agenda};
use crate::view;

use super::request::{Format, Request};

pub(super) const FORMAT: Format = Format { name: "ics", splits: false, write };

/// Writes the calendar of the tasks that pass the filter, or what the public may see of it.
fn write(request: &Request<'_>) -> anyhow::Result<()> {
    let Request { desk, session, assessment, filter, public, .. } = *request;
    let lang = session.lang;
    let text = if public {
        view::ics(&published_agenda(&for_the_public(session, assessment, filter)?), lang)
    } else {
        session.say_closing(&session.header("", assessment));
        view::ics(&agenda(&session.plan, assessment, &session.opened.calendar, filter, lang), lang)
    };
    emit(desk, &text)
}
