//! `workplan` alone: how the plan nearby stands, and what to type next.

use std::process::ExitCode;

use super::{line, usage};
use crate::desk::Desk;
use crate::desk::output::{Format, emit_page, for_a_person};
use crate::desk::session::Session;
use crate::report::next::next_steps;
use crate::report::status::{self, StatusQuery};
use crate::view;

/// On a terminal, the plan in a few sentences; elsewhere a command is missing.
pub(super) fn run(desk: &Desk) -> anyhow::Result<ExitCode> {
    if !for_a_person(desk) {
        return Ok(usage::without_a_command(line::command(desk.lang)));
    }
    let session = Session::open(desk)?;
    let day = session.day(None)?;
    let before = session.stood_before(day);
    let assessment = session.assess_at(day);
    let header = session.header(status::SCHEMA, &assessment);
    let query = StatusQuery { top: Some(0), ..StatusQuery::default() };
    let report = status::status(&session.plan, (&assessment, before.as_ref()), header, &query, session.lang);
    emit_page(desk, Format::Table, &view::front(&report, &next_steps(&report), session.lang))?;
    Ok(ExitCode::SUCCESS)
}
