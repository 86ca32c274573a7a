//! Workbooks of LibreOffice (`.ods`), as tables.

use super::block::{Cell, MAX_COLUMNS, MAX_SPAN, Table};
use super::docx::{part_of, tree};
use super::fault::DocumentFault;
use super::tree::{Element, Node};

/// The most rows of a sheet that are looked at, and the most empty ones between two.
const MAX_ROWS: usize = 50_000;

/// The sheets with their names.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<(String, Table)>, DocumentFault> {
    let content = part_of(bytes, "content.xml")?.ok_or_else(|| DocumentFault::Damaged("content.xml".to_owned()))?;
    let content = tree(&content)?;
    let Some(book) = content.find("spreadsheet") else { return Ok(Vec::new()) };
    let tables = book.elements().filter(|element| element.name == "table");
    Ok(tables.map(|table| (table.attribute("name").unwrap_or("").to_owned(), read(table))).collect())
}

fn read(table: &Element) -> Table {
    let (mut read, mut gap) = (Table::default(), 0_usize);
    rows(table, &mut read, &mut gap);
    read
}

/// Rows stand in the table, or in groups of rows.
fn rows(within: &Element, read: &mut Table, gap: &mut usize) {
    for row in within.elements() {
        if row.name != "table-row" {
            if row.name.starts_with("table-") && row.name.contains("row") {
                rows(row, read, gap);
            }
            continue;
        }
        let again = number(row, "number-rows-repeated").min(MAX_ROWS);
        let cells = cells(row);
        if cells.is_empty() {
            *gap = gap.saturating_add(again);
            continue;
        }
        let empty = (*gap).min(MAX_ROWS.saturating_sub(read.rows.len()));
        read.rows.extend(std::iter::repeat_n(Vec::new(), empty));
        *gap = 0;
        let more = again.min(MAX_ROWS.saturating_sub(read.rows.len()));
        read.rows.extend(std::iter::repeat_n(cells, more));
    }
}

fn cells(row: &Element) -> Vec<Cell> {
    let (mut cells, mut column) = (Vec::new(), 0_usize);
    for cell in row.elements() {
        let again = number(cell, "number-columns-repeated");
        let text = if cell.name == "table-cell" { value(cell) } else { String::new() };
        for next in column..column.saturating_add(again).min(MAX_COLUMNS) {
            if text.is_empty() {
                break;
            }
            let columns = number(cell, "number-columns-spanned").min(MAX_COLUMNS);
            let rows = number(cell, "number-rows-spanned").min(MAX_SPAN);
            cells.push(Cell { text: text.clone(), column: next, columns, rows });
        }
        column = column.saturating_add(again);
    }
    cells
}

/// What a cell holds: a day as a day, a number in its digits, else what is shown.
fn value(cell: &Element) -> String {
    match cell.attribute("value-type") {
        Some("date") => cell.attribute("date-value").and_then(|day| day.get(..10)).unwrap_or("").to_owned(),
        Some("float") => cell.attribute("value").unwrap_or("").to_owned(),
        Some(_) | None => {
            let lines = cell.elements().filter(|element| element.name == "p").map(words);
            lines.collect::<Vec<_>>().join("\n").trim().to_owned()
        }
    }
}

fn words(element: &Element) -> String {
    let words = element.children.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(inner) if matches!(inner.name.as_str(), "s" | "tab") => " ".to_owned(),
        Node::Element(inner) if inner.name == "line-break" => "\n".to_owned(),
        Node::Element(inner) if inner.name == "annotation" => String::new(),
        Node::Element(inner) => words(inner),
    });
    words.collect()
}

fn number(element: &Element, name: &str) -> usize {
    element.attribute(name).and_then(|number| number.parse().ok()).unwrap_or(1).max(1)
}
