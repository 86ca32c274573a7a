//! Workbooks of LibreOffice (`.ods`), as tables.

use std::collections::BTreeSet;

use super::block::{Cell, MAX_COLUMNS, MAX_SPAN, Table};
use super::docx::{part_of, tree};
use super::fault::DocumentFault;
use super::tree::{Element, Node};

/// The most rows of a sheet that are looked at, and the most empty ones between two.
const MAX_ROWS: usize = 50_000;

/// A sheet, and what of it is not shown or struck through.
#[derive(Debug, Default)]
pub(crate) struct OdsSheet {
    pub(crate) name: String,
    pub(crate) table: Table,
    pub(crate) hidden: bool,
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<u32>,
    pub(crate) struck_rows: BTreeSet<u32>,
}

/// The sheets.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<OdsSheet>, DocumentFault> {
    let content = part_of(bytes, "content.xml")?.ok_or_else(|| DocumentFault::Damaged("content.xml".to_owned()))?;
    let content = tree(&content)?;
    let Some(book) = content.find("spreadsheet") else { return Ok(Vec::new()) };
    let tables = book.elements().filter(|element| element.name == "table");
    let styles = Styles::of(&content);
    Ok(tables.map(|table| read(table, &styles)).collect())
}

/// The names of the styles that matter here.
#[derive(Debug, Default)]
struct Styles {
    hidden: BTreeSet<String>,
    struck: BTreeSet<String>,
}

impl Styles {
    fn of(content: &Element) -> Styles {
        let mut styles = Styles::default();
        let Some(all) = content.find("automatic-styles") else { return styles };
        for style in all.elements() {
            let Some(name) = style.attribute("name") else { continue };
            let says = |part: &str, key: &str| style.find(part).and_then(|part| part.attribute(key));
            if says("table-properties", "display") == Some("false") {
                styles.hidden.insert(name.to_owned());
            }
            if says("text-properties", "text-line-through-style").is_some_and(|line| line != "none") {
                styles.struck.insert(name.to_owned());
            }
        }
        styles
    }
}

fn read(table: &Element, styles: &Styles) -> OdsSheet {
    let named = |key: &str, of: &BTreeSet<String>| table.attribute(key).is_some_and(|name| of.contains(name));
    let mut sheet = OdsSheet {
        name: table.attribute("name").unwrap_or("").to_owned(),
        hidden: named("style-name", &styles.hidden),
        ..OdsSheet::default()
    };
    hidden_columns(table, &mut 0, &mut sheet.hidden_columns);
    rows(table, (&mut sheet, styles), &mut 0);
    sheet
}

/// Columns stand in the table, or in groups of columns.
fn hidden_columns(within: &Element, next: &mut usize, hidden: &mut BTreeSet<u32>) {
    for column in within
        .elements()
        .filter(|element| element.name.starts_with("table-column") || element.name == "table-header-columns")
    {
        if column.name != "table-column" {
            hidden_columns(column, next, hidden);
            continue;
        }
        let last = next.saturating_add(number(column, "number-columns-repeated")).min(MAX_COLUMNS);
        if is_hidden(column) {
            hidden.extend((*next..last).filter_map(|column| u32::try_from(column).ok()));
        }
        *next = last;
    }
}

fn is_hidden(element: &Element) -> bool {
    matches!(element.attribute("visibility"), Some("collapse" | "filter"))
}

/// Rows stand in the table, or in groups of rows.
fn rows(within: &Element, (sheet, styles): (&mut OdsSheet, &Styles), gap: &mut usize) {
    for row in within.elements() {
        if row.name != "table-row" {
            if row.name.starts_with("table-") && row.name.contains("row") {
                rows(row, (&mut *sheet, styles), gap);
            }
            continue;
        }
        let again = number(row, "number-rows-repeated").min(MAX_ROWS);
        let cells = cells(row);
        if cells.is_empty() {
            *gap = gap.saturating_add(again);
            continue;
        }
        let read = &mut sheet.table;
        let empty = (*gap).min(MAX_ROWS.saturating_sub(read.rows.len()));
        read.rows.extend(std::iter::repeat_n(Vec::new(), empty));
        *gap = 0;
        let more = again.min(MAX_ROWS.saturating_sub(read.rows.len()));
        let first = read.rows.len();
        read.rows.extend(std::iter::repeat_n(cells, more));
        let here = (first..read.rows.len()).filter_map(|row| u32::try_from(row).ok());
        if is_hidden(row) {
            sheet.hidden_rows.extend(here.clone());
        }
        let struck = |cell: &Element| cell.attribute("style-name").is_some_and(|name| styles.struck.contains(name));
        if row.elements().any(|cell| struck(cell) && !value(cell).is_empty()) {
            sheet.struck_rows.extend(here);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_or_struck_through_is_known() {
        let xml = r#"<c><automatic-styles><style style:name="off"><table-properties table:display="false"/></style><style style:name="gone"><text-properties style:text-line-through-style="solid"/></style></automatic-styles><spreadsheet><table table:name="a"><table-column table:number-columns-repeated="2"/><table-column table:visibility="collapse"/><table-row><table-cell><p>x</p></table-cell></table-row><table-row table:visibility="collapse"><table-cell table:style-name="gone"><p>y</p></table-cell></table-row></table><table table:name="b" table:style-name="off"/></spreadsheet></c>"#;
        let content = tree(xml).unwrap();
        let styles = Styles::of(&content);
        let sheets: Vec<OdsSheet> = content.find("spreadsheet").unwrap().elements().map(|t| read(t, &styles)).collect();
        assert_eq!(sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<bool>>(), [false, true]);
        let first = &sheets[0];
        assert_eq!((&first.hidden_columns, &first.hidden_rows), (&BTreeSet::from([2]), &BTreeSet::from([1])));
        assert_eq!(first.struck_rows, BTreeSet::from([1]));
    }
}
