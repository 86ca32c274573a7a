//! Which chart is drawn.

use std::process::ExitCode;

use crate::desk::Desk;
use crate::desk::session::Session;

use super::args::{ChartArgs, ChartKind};
use super::{small, wall};

pub(in crate::cli) fn run(desk: &Desk, args: &ChartArgs) -> anyhow::Result<ExitCode> {
    args.refuse_misfits(desk)?;
    let session = Session::open(desk)?;
    let assessment = session.assess(args.as_of.as_deref())?;
    let filter = args.filters.filter(session, assessment.as_of)?;
    match args.chart {
        ChartKind::Wall => wall::run(desk, args, session, &assessment, &filter)?,
        ChartKind::Burnup | ChartKind::Lights => small::run(desk, args, session, &assessment, &filter)?,
    }
    Ok(ExitCode::SUCCESS)
}
