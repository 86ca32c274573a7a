//! Tables within the type area: narrow columns as wide as their words, the rest shared by the columns of text.

use docx_rs::{
    AlignmentType, Paragraph, Table as DocxTable, TableAlignmentType, TableCell, TableLayoutType, TableRow, VAlignType,
    WidthType,
};
use unicode_width::UnicodeWidthStr;

use super::style::{Face, fonts};
use super::{plain, sheet, toned};
use crate::render::page::{Cell, Column, Table};

/// The width of a Latin letter of the table's text (小四, 12 pt), and what stands around a cell's text.
const LETTER: usize = 130;
const AROUND: usize = 360;
/// No column is narrower, nor a column of short words wider, in letters.
const FEWEST: usize = 4;
const MOST: usize = 16;

/// Draws a table.
pub(super) fn table(table: &Table) -> DocxTable {
    let widths = widths(table);
    let header = row(&widths, table.columns.iter().map(|column| heading(&column.header)));
    let rows = table.rows.iter().map(|cells| {
        let cells = cells.iter().zip(&table.columns).map(|(cell, column)| text(cell, column));
        row(&widths, cells)
    });
    DocxTable::new(std::iter::once(header).chain(rows).collect())
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .width(sheet::TEXT, WidthType::Dxa)
        .align(TableAlignmentType::Center)
}

fn row(widths: &[usize], cells: impl Iterator<Item = Paragraph>) -> TableRow {
    let cells = cells.zip(widths).map(|(cell, width)| {
        TableCell::new().width(*width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(cell)
    });
    TableRow::new(cells.collect()).cant_split()
}

fn heading(text: &str) -> Paragraph {
    let run = plain(text).fonts(fonts(Face::Heading));
    Paragraph::new().style("TableText").align(AlignmentType::Center).add_run(run)
}

fn text(cell: &Cell, column: &Column) -> Paragraph {
    let side = if column.wraps { AlignmentType::Left } else { AlignmentType::Center };
    Paragraph::new().style("TableText").align(side).add_run(toned(&cell.text, cell.tone))
}

/// The columns' widths, together the width of the type area.
fn widths(table: &Table) -> Vec<usize> {
    let longest = |at: usize, header: &str| {
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.width());
        cells.chain([header.width()]).max().unwrap_or(0).max(FEWEST)
    };
    let wanted: Vec<(bool, usize)> =
        table.columns.iter().enumerate().map(|(at, column)| (column.wraps, longest(at, &column.header))).collect();
    let width = |letters: usize| letters.min(MOST) * LETTER + AROUND;
    let fixed: usize = wanted.iter().filter(|(wraps, _)| !wraps).map(|(_, letters)| width(*letters)).sum();
    let (fluid, shared): (usize, usize) = (
        wanted.iter().filter(|(wraps, _)| *wraps).map(|(_, letters)| root(*letters)).sum(),
        sheet::TEXT.saturating_sub(fixed),
    );
    let mut widths: Vec<usize> = wanted
        .iter()
        .map(|(wraps, letters)| match wraps {
            true => shared * root(*letters) / fluid.max(1),
            false if fluid == 0 => sheet::TEXT * width(*letters) / fixed.max(1),
            false => width(*letters),
        })
        .collect();
    let rest = sheet::TEXT.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// A long text gets more room than a short one, but not all of it.
fn root(letters: usize) -> usize {
    letters.isqrt().max(1)
}
