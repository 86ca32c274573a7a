//! The wall chart.

use super::super::Global;
use super::super::edition::for_the_public;
use super::super::output::emit_json;
use super::super::session::Session;
use super::write::{Drawn, write};
use super::{ChartArgs, ChartFormat};
use crate::assess::Assessment;
use crate::render::chart::wall_svgs;
use crate::report::chart::{Wall, public_wall, wall};
use crate::report::filter::Filter;
use crate::say;

pub(super) fn run(
    global: &Global,
    args: &ChartArgs,
    session: &Session,
    assessment: &Assessment<'_>,
    filter: &Filter,
) -> anyhow::Result<()> {
    let by = args.by(session.lang)?;
    if args.edition.public {
        return drawn(global, args, session, &public_wall(&for_the_public(session, assessment, filter)?));
    }
    let header = session.header("", assessment);
    let calendar = &session.opened.calendar;
    let report = wall(&session.plan, assessment, calendar, header, (filter, by), session.lang);
    drawn(global, args, session, &report)
}

fn drawn(global: &Global, args: &ChartArgs, session: &Session, report: &Wall<'_>) -> anyhow::Result<()> {
    let (lang, paper) = (session.lang, args.paper());
    let format = args.format(global);
    if format == ChartFormat::Json {
        return emit_json(global, report);
    }
    let title = report.header.plan.title;
    let drawn = Drawn {
        title: say!(lang, "{title}挂图作战图", "{title}: wall chart"),
        svgs: wall_svgs(report, paper, lang),
        millimetres: paper.millimetres(),
        as_of: report.header.as_of,
    };
    write(global, args, session, format, &drawn)
}
