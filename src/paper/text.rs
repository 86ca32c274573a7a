//! Pages as plain lines, to be pasted into a chat: no table, no marks, and the reader's program wraps.

use super::page::{Block, Line, Page, Table, colon_after};

/// A page as plain lines. A table becomes one line a row.
pub fn text(page: &Page) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Title(line) | Block::Paragraph(line) => lines.push(line.text()),
            Block::Heading(line) | Block::Subheading(line) => {
                lines.push(String::new());
                lines.push(line.text());
            }
            Block::Items(items) => lines.extend(items.iter().map(|item| item.text())),
            Block::Words(words) => lines.push(words.iter().map(Line::text).collect::<Vec<_>>().join(" ")),
            Block::Fields(fields) => {
                lines.extend(fields.iter().map(|(name, line)| format!("{name}{}{}", colon_after(name), line.text())))
            }
            Block::Verbatim(drawn) => lines.extend(drawn.iter().cloned()),
            Block::Table(table) => lines.extend(rows(table)),
            Block::Tables(tables) => {
                for (title, table) in tables {
                    lines.extend([String::new(), title.text()]);
                    lines.extend(rows(table));
                }
            }
            Block::Frame(title, framed) => {
                lines.push(title.text());
                lines.extend(framed.iter().map(Line::text));
            }
            Block::Bars(bars) => {
                lines.push(bars.title.clone());
                lines.extend(bars.lines());
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn rows(table: &Table) -> impl Iterator<Item = String> + '_ {
    table.rows.iter().map(|row| {
        let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
        cells.join(" ")
    })
}
