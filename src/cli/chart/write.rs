//! A drawn chart in the format that was asked for.

use super::args::{ChartArgs, ChartFormat};
use crate::desk::Desk;
use crate::desk::drawing::{Drawn, write_html, write_pdf, write_svg};
use crate::desk::session::Session;

/// Writes a chart in a format.
pub(super) fn write(
    desk: &Desk,
    args: &ChartArgs,
    session: &Session,
    format: ChartFormat,
    drawn: &Drawn,
) -> anyhow::Result<()> {
    match format {
        ChartFormat::Svg => write_svg(desk, session, drawn, args.page),
        ChartFormat::Pdf => write_pdf(desk, session.lang, drawn),
        ChartFormat::Html | ChartFormat::Json => write_html(desk, session.lang, drawn),
    }
}
