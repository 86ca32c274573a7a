//! The wall chart.

use super::args::{ChartArgs, ChartFormat};
use super::write::write;
use crate::assess::Assessment;
use crate::desk::Desk;
use crate::desk::drawing::Drawn;
use crate::desk::edition::for_the_public;
use crate::desk::output::emit_json;
use crate::desk::session::Session;
use crate::report::chart::{ChartFacts, Wall, public_wall, wall};
use crate::report::filter::Filter;
use crate::say;
use crate::view::chart::wall_drawings;

pub(super) fn run(
    desk: &Desk,
    args: &ChartArgs,
    session: &Session,
    assessment: &Assessment<'_>,
    filter: &Filter,
) -> anyhow::Result<()> {
    let by = args.by(session.lang)?;
    if args.edition.public {
        return drawn(desk, args, session, &public_wall(&for_the_public(session, assessment, filter)?));
    }
    let header = session.header("", assessment);
    let facts =
        ChartFacts { plan: &session.plan, journal: &session.opened.journal, calendar: &session.opened.calendar };
    let report = wall(facts, assessment, header, (filter, by), session.lang);
    drawn(desk, args, session, &report)
}

fn drawn(desk: &Desk, args: &ChartArgs, session: &Session, report: &Wall<'_>) -> anyhow::Result<()> {
    let (lang, paper) = (session.lang, args.paper());
    let format = args.format(desk)?;
    if format == ChartFormat::Json {
        return emit_json(desk, report);
    }
    let title = report.header.plan.title;
    let drawn = Drawn {
        title: say!(lang, "{title}挂图作战图", "{title}: wall chart"),
        drawings: wall_drawings(report, paper, lang),
        millimetres: paper.millimetres(),
        as_of: report.header.as_of,
    };
    write(desk, args, session, format, &drawn)
}
