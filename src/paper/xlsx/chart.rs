//! The chart beside a table of counts: stacked bars in the colours of the lights.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill,
    ChartPatternFillType, ChartSeries, ChartSolidFill, ChartType, Color,
};

use super::sheet::place;
use super::style::colours;
use crate::paper::Tone;
use crate::paper::book::Part;

/// In pixels.
pub(super) const WIDTH: u32 = 540;
const BAR: u32 = 34;
const AROUND: u32 = 130;
const LOWEST: u32 = 220;
/// A few bars would be blown up to the size of the chart.
const GAP: u16 = 45;
/// No label where there is nothing to count.
const COUNT: &str = "0;;";

/// The height of a part's chart, in pixels.
pub(super) fn chart_height(part: &Part) -> u32 {
    let bars = u32::try_from(groups(part)).unwrap_or(u32::MAX);
    bars.saturating_mul(BAR).saturating_add(AROUND).max(LOWEST)
}

/// The chart of a table whose header stands in that row of that sheet; `None` of a table in which nothing is counted.
pub(super) fn chart(sheet: &str, header: u32, part: &Part) -> Option<Chart> {
    if groups(part) == 0 {
        return None;
    }
    let mut chart = Chart::new(ChartType::BarStacked);
    let last = header + u32::try_from(groups(part)).unwrap_or_default();
    for (at, tone) in &part.bars {
        let (column, colours) = (place(*at), colours(*tone));
        let mut series = ChartSeries::new();
        series
            .set_categories((sheet, header + 1, 0, last, 0))
            .set_values((sheet, header + 1, column, last, column))
            .set_name((sheet, header, column))
            .set_gap(GAP)
            .set_format(&mut fill(*tone))
            .set_data_label(
                ChartDataLabel::new()
                    .show_value()
                    .set_num_format(COUNT)
                    .set_font(ChartFont::new().set_size(10).set_color(Color::RGB(colours.on_solid))),
            );
        chart.push_series(&series);
    }
    chart.title().set_name(&part.heading).set_font(ChartFont::new().set_size(12).set_bold());
    // The writer calls the axis on the left y. The first group stands at the top, as in the table, the numbers below.
    chart.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max).set_font(ChartFont::new().set_size(10));
    let faint = Color::RGB(0xD0_D0_D0);
    let lines = ChartLine::new().set_color(faint).set_width(0.5).clone();
    chart
        .x_axis()
        .set_num_format("0")
        .set_min(0)
        .set_major_gridlines_line(&lines)
        .set_font(ChartFont::new().set_size(10));
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(ChartFont::new().set_size(10));
    chart.set_alt_text(&part.heading).set_width(WIDTH).set_height(chart_height(part));
    Some(chart)
}

/// The colour of a bar. Grey is striped: in black and white it would be green's neighbour.
fn fill(tone: Tone) -> ChartFormat {
    let solid = Color::RGB(colours(tone).solid);
    let mut format = ChartFormat::new();
    format.set_border(ChartLine::new().set_color(Color::RGB(0x40_40_40)).set_width(0.5));
    if tone == Tone::Grey {
        let stripes = ChartPatternFillType::DiagonalStripesWideUpwards;
        let white = Color::RGB(0xFF_FF_FF);
        format.set_pattern_fill(
            ChartPatternFill::new().set_pattern(stripes).set_foreground_color(solid).set_background_color(white),
        );
    } else {
        format.set_solid_fill(ChartSolidFill::new().set_color(solid));
    }
    format
}

/// How many rows are drawn: the last adds the others up.
fn groups(part: &Part) -> usize {
    part.rows.len().saturating_sub(1)
}
