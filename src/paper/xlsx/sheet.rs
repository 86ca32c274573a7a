//! What every sheet has: the page, the title, the lines under it; and writing a cell.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::room::height;
use super::style::{Face, Look, Place, Styles, colours};
use crate::paper::book::{Cell, Column, Frame, Seen, Value};
use crate::paper::csv::is_formula;
use crate::paper::{Line, Tone};

/// A3.
const PAPER: u8 = 8;
/// In inches: left, right, top, bottom, and to the header and footer.
const MARGINS: [f64; 6] = [0.35, 0.35, 0.45, 0.55, 0.25, 0.28];
const TITLE_HEIGHT: f64 = 38.0;
/// What a footer takes, less what is said of the page.
const LONGEST_FOOTER: usize = 80;
/// What a cell takes, in UTF-16 units.
const LONGEST_TEXT: usize = 32_000;
/// What a number format takes.
const LONGEST_FORMAT: usize = 200;

/// Sets the page: A3 across, one page wide, numbered.
pub(super) fn set_page(worksheet: &mut Worksheet, frame: &Frame) {
    let [left, right, top, bottom, header, footer] = MARGINS;
    worksheet
        .set_paper_size(PAPER)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(left, right, top, bottom, header, footer)
        .set_print_center_horizontally(true)
        .set_screen_gridlines(false)
        .set_zoom(90);
    let (issuer, day) = &frame.footer;
    worksheet.set_footer(format!("&L{}&C{}&R{}", plain(issuer), frame.page_number, plain(day)));
}

/// A text in which a footer finds no orders. A digit at its start would be taken for a size.
fn plain(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_FOOTER).collect();
    short.replace('&', "&&")
}

/// Writes the title and the lines under it, across the columns; gives the row after them.
pub(super) fn write_frame(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    frame: &Frame,
    columns: &[Column],
) -> Result<u32, XlsxError> {
    let last = place(columns.len().saturating_sub(1));
    let seen = columns.iter().filter(|column| column.seen != Seen::Nowhere);
    let width: u32 = seen.map(|column| u32::from(column.width)).sum();
    let quoted = is_formula(&frame.title);
    let title = styles.of(Look { quoted, ..Look::free(Face::Title, Place::Middle) });
    worksheet.merge_range(0, 0, 0, last, &clipped(&frame.title), title)?;
    worksheet.set_row_height(0, TITLE_HEIGHT)?;
    let format = styles.of(Look::free(Face::Line, Place::Left)).clone();
    let mut row = 1;
    for line in &frame.lines {
        let text = clipped(&line.text());
        worksheet.merge_range(row, 0, row, last, &text, &format)?;
        if line.pieces.iter().any(|(_, tone)| *tone != Tone::Plain) {
            write_toned(worksheet, row, line, &format)?;
        }
        worksheet.set_row_height(row, height(&text, width, Face::Line))?;
        row += 1;
    }
    Ok(row)
}

/// A line whose pieces have colours of their own.
fn write_toned(worksheet: &mut Worksheet, row: u32, line: &Line, format: &Format) -> Result<(), XlsxError> {
    let pieces: Vec<(Format, &str)> = line
        .pieces
        .iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, tone)| (Face::Line.format().set_font_color(colours(*tone).solid), text.as_str()))
        .collect();
    let pieces: Vec<(&Format, &str)> = pieces.iter().map(|(format, text)| (format, *text)).collect();
    worksheet.write_rich_string_with_format(row, 0, &pieces, format)?;
    Ok(())
}

/// Writes the names of the columns.
pub(super) fn write_header(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    row: u32,
    columns: &[Column],
) -> Result<(), XlsxError> {
    let mut tallest: f64 = 0.0;
    for (at, column) in columns.iter().enumerate() {
        let format = styles.of(Look { open: column.open, ..Look::header() });
        worksheet.write_string_with_format(row, place(at), &column.header, format)?;
        // The button of the filter takes its part.
        tallest = tallest.max(height(&column.header, u32::from(column.width), Face::Heading));
    }
    worksheet.set_row_height(row, tallest + 8.0)?;
    Ok(())
}

/// Writes a row of cells, as high as the tallest of them.
pub(super) fn write_row(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    row: u32,
    columns: &[Column],
    cells: &[Cell],
    lowest: f64,
) -> Result<(), XlsxError> {
    let mut tallest = lowest;
    for (at, (cell, column)) in cells.iter().zip(columns).enumerate() {
        write_cell(worksheet, styles, row, place(at), column, cell)?;
        if let (Value::Text(text), Seen::Everywhere | Seen::OnScreen) = (&cell.value, column.seen) {
            let star = if cell.marked { "*" } else { "" };
            tallest = tallest.max(height(&format!("{text}{star}"), u32::from(column.width), Face::Body));
        }
    }
    worksheet.set_row_height(row, tallest)?;
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    styles: &mut Styles,
    row: u32,
    at: u16,
    column: &Column,
    cell: &Cell,
) -> Result<(), XlsxError> {
    let words = if column.prose { Place::Left } else { Place::Middle };
    let place = match cell.value {
        Value::Nothing | Value::Text(_) => words,
        Value::Id(_) | Value::Number { .. } | Value::Share(_) | Value::Day(_) => Place::Fitted,
    };
    let look = Look { tone: cell.tone, shown: shown(cell), open: cell.blank.is_some(), ..Look::body(place) };
    match &cell.value {
        Value::Text(text) | Value::Id(text) => {
            let look = Look { quoted: is_formula(text), ..look };
            worksheet.write_string_with_format(row, at, clipped(text), styles.of(look))?;
        }
        Value::Number { number: Some(number), before, after } if look.shown.len() > LONGEST_FORMAT => {
            let text = format!("{before}{number}{after}{}", if cell.marked { "*" } else { "" });
            let look = Look { shown: String::new(), place: words, ..look };
            worksheet.write_string_with_format(row, at, clipped(&text), styles.of(look))?;
        }
        Value::Number { number: Some(number), .. } | Value::Share(Some(number)) => {
            worksheet.write_number_with_format(row, at, *number, styles.of(look))?;
        }
        Value::Day(Some(date)) => match day(*date) {
            Some(day) => worksheet.write_datetime_with_format(row, at, &day, styles.of(look)).map(drop)?,
            None => worksheet.write_string_with_format(row, at, date.to_string(), styles.of(look)).map(drop)?,
        },
        Value::Nothing | Value::Number { number: None, .. } | Value::Share(None) | Value::Day(None) => {
            worksheet.write_blank(row, at, styles.of(look))?;
        }
    }
    Ok(())
}

/// How the value is shown. The mark of an assumption and the unit are a part of this, and none of the value, so that
/// sorting, summing and reading back find the value alone.
fn shown(cell: &Cell) -> String {
    let star = if cell.marked { "*" } else { "" };
    let ending = quoted(&format!("{star}{}", cell.note));
    match &cell.value {
        Value::Nothing => String::new(),
        Value::Text(_) if cell.marked => format!("@{ending}"),
        Value::Text(_) => String::new(),
        Value::Id(_) => format!("@{ending}"),
        Value::Number { before, after, .. } => {
            let (before, after) = (quoted(before), quoted(&format!("{after}{star}")));
            if before.is_empty() && after.is_empty() { String::new() } else { format!("{before}General{after}") }
        }
        // All and nothing have no tenths.
        Value::Share(_) => "[=1]0%;[=0]0%;0.0%".to_owned(),
        Value::Day(_) => format!("yyyy-mm-dd{ending}"),
    }
}

/// Words as a number format takes them: between quotes, a quote itself behind a backslash.
fn quoted(words: &str) -> String {
    let piece = |piece: &str| if piece.is_empty() { String::new() } else { format!("\"{piece}\"") };
    words.split('"').map(piece).collect::<Vec<_>>().join("\\\"")
}

/// The text, cut where a cell would not take it.
fn clipped(text: &str) -> String {
    if text.len() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut left = LONGEST_TEXT;
    let kept = text.chars().take_while(|c| {
        left = left.saturating_sub(c.len_utf16());
        left > 0
    });
    kept.chain(std::iter::once('…')).collect()
}

/// A column's place.
pub(super) fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The day as a spreadsheet knows it; `None` before 1900.
pub(super) fn day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let year = u16::try_from(year).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_a_number_format_are_quoted() {
        for (words, format) in
            [("户", "\"户\""), ("", ""), ("英寸\"*", "\"英寸\"\\\"\"*\""), ("\"", "\\\""), ("a\\b;@", "\"a\\b;@\"")]
        {
            assert_eq!(quoted(words), format, "{words}");
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(clipped("短"), "短");
        let long = clipped(&"𠀀".repeat(20_000));
        assert!(long.ends_with('…') && long.encode_utf16().count() <= LONGEST_TEXT + 1);
    }

    #[test]
    fn a_footer_takes_no_orders() {
        assert_eq!(plain("甲&P乙"), "甲&&P乙");
    }
}
