//! Pages as Markdown, to be pasted into a document.

use super::page::{Block, Line, Page, Table, colon_after};

/// A page as Markdown.
pub fn markdown(page: &Page) -> String {
    let mut out = String::new();
    for block in &page.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        draw(&mut out, block);
    }
    out
}

fn draw(out: &mut String, block: &Block) {
    match block {
        Block::Title(line) => out.push_str(&format!("# {}\n", inline(line))),
        Block::Heading(line) => out.push_str(&format!("## {}\n", inline(line))),
        Block::Subheading(line) => out.push_str(&format!("### {}\n", inline(line))),
        Block::Paragraph(line) => out.push_str(&format!("{}\n", inline(line))),
        Block::Items(lines) => lines.iter().for_each(|line| out.push_str(&format!("- {}\n", inline(line)))),
        Block::Words(words) => out.push_str(&format!("{}\n", words.iter().map(inline).collect::<Vec<_>>().join(" "))),
        Block::Fields(fields) => {
            fields.iter().for_each(|(name, line)| {
                out.push_str(&format!("- **{}**{}{}\n", escaped(name), colon_after(name), inline(line)))
            });
        }
        Block::Verbatim(lines) => out.push_str(&format!("```text\n{}\n```\n", lines.join("\n"))),
        Block::Table(table) => draw_table(out, table),
        Block::Tables(tables) => {
            for (title, table) in tables {
                out.push_str(&format!("## {}\n\n", inline(title)));
                draw_table(out, table);
                out.push('\n');
            }
            out.truncate(out.trim_end().len() + 1);
        }
        Block::Frame(title, lines) => {
            out.push_str(&format!("> **{}**\n>\n", inline(title)));
            lines.iter().for_each(|line| out.push_str(&format!("> - {}\n", inline(line))));
        }
        Block::Bars(bars) => {
            out.push_str(&format!("{}\n\n", escaped(&bars.title)));
            bars.lines().for_each(|line| out.push_str(&format!("- {}\n", escaped(&line))));
        }
    }
}

fn draw_table(out: &mut String, table: &Table) {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&row(table.columns.iter().map(|column| escaped(&column.header)).collect()));
    let rule = table.columns.iter().map(|column| if column.numeric { "---:" } else { "---" }.to_owned());
    out.push_str(&row(rule.collect()));
    for cells in &table.rows {
        out.push_str(&row(cells.iter().map(|cell| escaped(&cell.text)).collect()));
    }
}

fn inline(line: &Line) -> String {
    escaped(&line.text())
}

/// The text with everything that Markdown or HTML would obey written out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
