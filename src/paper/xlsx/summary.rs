//! A sheet with several tables of counts, and their charts beside them.

use rust_xlsxwriter::{Color, ConditionalFormatDataBar, ConditionalFormatType, Worksheet, XlsxError};

use super::chart::{WIDTH, chart, chart_height};
use super::sheet::{place, set_page, write_frame, write_header, write_row};
use super::style::{Face, Look, Place, Styles, colours};
use crate::paper::book::{Column, Part, Sheet};

/// No row is lower, in points.
const LOWEST: f64 = 27.0;
const HEADING_HEIGHT: f64 = 30.0;
/// Between the tables and the charts, and between two charts, in pixels.
const GAP: u32 = 16;

/// Draws a summary.
pub(super) fn draw(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    sheet: &Sheet,
    parts: &[Part],
) -> Result<(), XlsxError> {
    set_page(worksheet, &sheet.frame);
    let Some(columns) = parts.first().map(|part| &part.columns) else { return Ok(()) };
    // The charts have a column of their own, over which the title reaches.
    let beside = u16::try_from(WIDTH + 2 * GAP).unwrap_or(u16::MAX);
    let with_charts: Vec<Column> = columns.iter().cloned().chain([Column::short("", beside)]).collect();
    for (at, column) in with_charts.iter().enumerate() {
        worksheet.set_column_width_pixels(place(at), u32::from(column.width))?;
    }
    let top = write_frame(worksheet, styles, &sheet.frame, &with_charts)?;
    let (mut row, mut below) = (top, 0);
    for part in parts {
        let header = write_part(worksheet, styles, row, part)?;
        if let Some(drawn) = chart(&sheet.name, header, part) {
            worksheet.insert_chart_with_offset(top, place(columns.len()), &drawn, GAP, below)?;
            below += chart_height(part) + GAP;
        }
        // One row stays empty.
        row = header + rows(part) + 2;
    }
    Ok(())
}

/// Writes a table under its heading; gives the row of its header.
fn write_part(worksheet: &mut Worksheet, styles: &mut Styles, row: u32, part: &Part) -> Result<u32, XlsxError> {
    let heading = styles.of(Look { face: Face::Heading, ..Look::free(Face::Heading, Place::Left) });
    worksheet.write_string_with_format(row, 0, &part.heading, heading)?;
    worksheet.set_row_height(row, HEADING_HEIGHT)?;
    let header = row + 1;
    write_header(worksheet, styles, header, &part.columns)?;
    for (row, cells) in (header + 1..).zip(&part.rows) {
        write_row(worksheet, styles, row, &part.columns, cells, LOWEST)?;
    }
    for (at, tone) in &part.lanes {
        let lane = lane(halfway(colours(*tone).solid));
        worksheet.add_conditional_format(header + 1, place(*at), header + rows(part), place(*at), &lane)?;
    }
    Ok(header)
}

/// A bar in each cell, as long as its share: all of the cell is all of the whole.
fn lane(colour: u32) -> ConditionalFormatDataBar {
    ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(Color::RGB(colour))
        .set_solid_fill(true)
        .set_border_off(true)
}

/// A colour halfway to white: black digits are read on it.
fn halfway(colour: u32) -> u32 {
    const WHITE: u32 = 0xff_ff_ff;
    ((colour & 0xfe_fe_fe) >> 1) + ((WHITE & 0xfe_fe_fe) >> 1)
}

fn rows(part: &Part) -> u32 {
    u32::try_from(part.rows.len()).unwrap_or(u32::MAX)
}
