//! A sheet with one long table.

use rust_xlsxwriter::{DataValidation, IgnoreError, Worksheet, XlsxError};

use super::sheet::{place, set_page, write_frame, write_header, write_row};
use super::style::{Face, Look, Place, Styles};
use crate::paper::book::{Choice, Frame, List};

/// No row is lower, in points.
const LOWEST: f64 = 24.0;
/// What a spreadsheet takes as a message, and as words to choose from.
const LONGEST_MESSAGE: usize = 250;

/// Draws a list: the title, the lines, the header that stays in sight and stands on every page, the rows.
pub(super) fn draw(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    frame: &Frame,
    list: &List,
) -> Result<(), XlsxError> {
    set_page(worksheet, frame);
    for (at, column) in list.columns.iter().enumerate() {
        worksheet.set_column_width_pixels(place(at), u32::from(column.width))?;
    }
    let header = write_frame(worksheet, styles, frame, &list.columns)?;
    write_header(worksheet, styles, header, &list.columns)?;
    worksheet.set_freeze_panes(header + 1, list.fixed)?;
    worksheet.set_repeat_rows(header, header)?;
    if list.rows.is_empty() {
        let format = styles.of(Look::free(Face::Line, Place::Left));
        worksheet.write_string_with_format(header + 1, 0, &list.nothing, &format.clone().unset_text_wrap())?;
        return Ok(());
    }
    let mut row = header;
    for cells in &list.rows {
        row += 1;
        write_row(worksheet, styles, row, &list.columns, cells, LOWEST)?;
    }
    let last = place(list.columns.len().saturating_sub(1));
    worksheet.autofilter(header, 0, row, last)?;
    if let Some(choice) = &list.choice {
        worksheet.add_data_validation(
            header + 1,
            place(choice.column),
            row,
            place(choice.column),
            &validation(choice)?,
        )?;
    }
    // Ids are text and mean to be.
    worksheet.ignore_error_range(header + 1, 0, row, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn validation(choice: &Choice) -> Result<DataValidation, XlsxError> {
    let refusal: String = choice.refusal.chars().take(LONGEST_MESSAGE).collect();
    DataValidation::new().allow_list_strings(&choice.words)?.set_error_message(refusal)
}
