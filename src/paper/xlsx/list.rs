//! A sheet with one long table.

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

use super::form;
use super::room::fitted;
use super::sheet::{place, set_page, write_frame, write_header, write_row};
use super::style::{Face, Look, Place, Styles};
use crate::paper::book::{Cell, Column, Frame, List, Seen};
use crate::paper::csv::is_formula;

/// No row is lower, in points.
const LOWEST: f64 = 24.0;

/// Draws a list: the title, the lines, the header that stays in sight and stands on every page, the rows.
pub(super) fn draw(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    frame: &Frame,
    list: &List,
) -> Result<(), XlsxError> {
    set_page(worksheet, frame);
    let columns = fitted(&list.columns);
    for (at, column) in columns.iter().enumerate() {
        worksheet.set_column_width_pixels(place(at), u32::from(column.width))?;
        if column.seen == Seen::Nowhere {
            worksheet.set_column_hidden(place(at))?;
        }
    }
    let printed = columns.iter().rposition(|column| column.seen == Seen::Everywhere).map_or(columns.len(), |at| at + 1);
    let header = write_frame(worksheet, styles, frame, columns.get(..printed).unwrap_or(&columns))?;
    write_header(worksheet, styles, header, &columns)?;
    worksheet.set_freeze_panes(header + 1, list.fixed)?;
    worksheet.set_repeat_rows(header, header)?;
    if list.rows.is_empty() {
        let format = styles.of(Look::free(Face::Line, Place::Left));
        worksheet.write_string_with_format(header + 1, 0, &list.nothing, &format.clone().unset_text_wrap())?;
        return Ok(());
    }
    let rows = write_rows(worksheet, styles, header + 1, &columns, list)?;
    let (row, last) = (rows.last().map_or(header, |(row, _)| *row), place(columns.len().saturating_sub(1)));
    worksheet.autofilter(header, 0, row, last)?;
    if printed < columns.len() {
        worksheet.set_print_area(0, 0, row, place(printed.saturating_sub(1)))?;
    }
    form::draw(worksheet, &columns, &rows)?;
    // Ids are text and mean to be.
    worksheet.ignore_error_range(header + 1, 0, row, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Writes the rows and the bands between them; gives each row with its place on the sheet.
fn write_rows<'l>(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    first: u32,
    columns: &[Column],
    list: &'l List,
) -> Result<Vec<(u32, &'l Vec<Cell>)>, XlsxError> {
    let mut row = first;
    let mut written = Vec::new();
    for (at, cells) in list.rows.iter().enumerate() {
        for band in list.bands.iter().filter(|band| band.before == at) {
            let format = styles.of(Look { quoted: is_formula(&band.title), ..Look::band() });
            worksheet.write_string_with_format(row, 0, &band.title, format)?;
            for column in 1..place(columns.len()) {
                worksheet.write_blank(row, column, format)?;
            }
            worksheet.set_row_height(row, LOWEST)?;
            row += 1;
        }
        write_row(worksheet, styles, row, columns, cells, LOWEST)?;
        written.push((row, cells));
        row += 1;
    }
    Ok(written)
}
