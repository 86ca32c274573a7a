//! Tables: within the type area, each column as wide as what stands in it asks for.

use unicode_width::UnicodeWidthStr;

use super::runs::{Ink, heading, paragraph, toned};
use super::sheet;
use super::styles::{self, Face, Side};
use super::xml::{Element, el, val};
use crate::paper::page::{Cell, Column, Table};

/// A line along the side of a cell or a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// In eighths of a point.
    pub(super) width: u32,
    /// As `0xrrggbb`.
    pub(super) colour: u32,
}

impl Edge {
    /// As a property, on that side.
    pub(super) fn on(self, side: &'static str) -> Element {
        let Edge { width, colour } = self;
        val(side, "single").at("w:sz", width).at("w:space", 0).at("w:color", format!("{colour:06X}"))
    }
}

/// A table within the type area, without its rows. `properties` may be where it floats, or what stands around its cells' text.
pub(super) fn table_of(
    columns: &[usize],
    edges: &[(&'static str, Edge)],
    properties: impl IntoIterator<Item = Element>,
) -> Element {
    let (before, after): (Vec<Element>, Vec<Element>) =
        properties.into_iter().partition(|property| property.is_called("w:tblpPr"));
    let borders = el("w:tblBorders").with(edges.iter().map(|(side, edge)| edge.on(side)));
    let properties = el("w:tblPr")
        .with(before)
        .with([el("w:tblW").at("w:w", sheet::TEXT).at("w:type", "dxa"), Side::Center.element(), borders])
        .with([el("w:tblLayout").at("w:type", "fixed")])
        .with(after);
    el("w:tbl").with([properties, el("w:tblGrid").with(columns.iter().map(|width| el("w:gridCol").at("w:w", width)))])
}

/// The same with thin black lines around and between all of its cells.
pub(super) fn ruled(columns: &[usize]) -> Element {
    const EDGE: Edge = Edge { width: 2, colour: 0 };
    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    table_of(columns, &sides.map(|side| (side, EDGE)), [])
}

/// A row, which no page break cuts.
pub(super) fn row(properties: impl IntoIterator<Item = Element>, cells: impl IntoIterator<Item = Element>) -> Element {
    el("w:tr").with([el("w:trPr").with([el("w:cantSplit")]).with(properties)]).with(cells)
}

/// A cell over so many columns of the grid, its text in the middle.
pub(super) fn cell(
    width: usize,
    columns: usize,
    properties: impl IntoIterator<Item = Element>,
    inside: Vec<Element>,
) -> Element {
    cell_at("center", (width, columns), properties, inside)
}

/// A cell whose text stands at its top, centre or bottom.
pub(super) fn cell_at(
    place: &'static str,
    (width, columns): (usize, usize),
    properties: impl IntoIterator<Item = Element>,
    inside: Vec<Element>,
) -> Element {
    let width = el("w:tcW").at("w:w", width).at("w:type", "dxa");
    let span = (columns > 1).then(|| val("w:gridSpan", columns));
    let properties = el("w:tcPr").with([width]).with(span).with(properties).with([val("w:vAlign", place)]);
    el("w:tc").with([properties]).with(inside)
}

/// A page's table. Its first row stands on every page that the table reaches.
pub(super) fn table(table: &Table) -> Element {
    let widths = widths(table);
    let cells = |texts: Vec<Element>| {
        let sized = texts.into_iter().zip(&widths);
        sized.map(|(text, width)| cell(*width, 1, [], vec![text])).collect::<Vec<Element>>()
    };
    let head = row([el("w:tblHeader")], cells(table.columns.iter().map(column_head).collect()));
    let rows = table.rows.iter().map(|line| {
        row([], cells(line.iter().zip(&table.columns).map(|(cell, column)| cell_text(cell, column)).collect()))
    });
    ruled(&widths).with([head]).with(rows)
}

fn column_head(column: &Column) -> Element {
    let ink = Ink { face: Some(Face::Heading), ..Ink::default() };
    paragraph(&styles::TABLE_TEXT, [Side::Center.element()], heading(&column.header, ink))
}

fn cell_text(cell: &Cell, column: &Column) -> Element {
    let side = if column.wraps { Side::Left } else { Side::Center };
    paragraph(&styles::TABLE_TEXT, [side.element()], [toned(&cell.text, cell.tone)])
}

/// The columns' widths, together the width of the type area: narrow columns are as wide as their words, and the columns of
/// text share the rest.
fn widths(table: &Table) -> Vec<usize> {
    /// The width of a Latin letter of the table's text (小四, 12 pt), and what stands around a cell's text.
    const LETTER: usize = 130;
    const AROUND: usize = 260;
    /// No column is narrower, nor a column of short words wider, in letters.
    const FEWEST: usize = 4;
    const MOST: usize = 16;
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
