//! The words of a page's text, as paragraphs and tables.

use super::main_text::{is_passed_over, leads_elsewhere};
use crate::intake::document::block::{Block, Cell, MAX_COLUMNS, MAX_SPAN, Table, one_line, squeezed};
use crate::intake::document::tree::{Element, Node};

/// Elements that begin a paragraph and end it.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "ul",
];

/// Words that are being read.
#[derive(Default)]
pub(super) struct Words {
    blocks: Vec<Block>,
    paragraph: String,
}

impl Words {
    /// Reads what stands in an element.
    pub(super) fn read(&mut self, element: &Element) {
        self.nodes(element, element.name == "pre");
    }

    pub(super) fn blocks(mut self) -> Vec<Block> {
        self.end();
        self.blocks
    }

    fn nodes(&mut self, element: &Element, kept: bool) {
        let mut number = element.attribute("start").and_then(|start| start.parse::<i64>().ok()).unwrap_or(1);
        for node in &element.children {
            match node {
                // A line end in the page's text is no more than a space; between Chinese words it is nothing.
                Node::Text(text) if kept => self.paragraph.push_str(text),
                Node::Text(text) => self.text(text),
                Node::Element(inner) if is_passed_over(inner) => {}
                Node::Element(inner) => {
                    if inner.name == "li" && element.name == "ol" {
                        self.end();
                        number = inner.attribute("value").and_then(|value| value.parse().ok()).unwrap_or(number);
                        self.paragraph = format!("{number}. ");
                        number = number.saturating_add(1);
                        self.nodes(inner, kept);
                        self.end();
                    } else {
                        self.element(inner, kept);
                    }
                }
            }
        }
    }

    fn element(&mut self, element: &Element, kept: bool) {
        match element.name.as_str() {
            "br" => self.paragraph.push('\n'),
            "table" => self.table(element),
            name if BLOCKS.contains(&name) => {
                if leads_elsewhere(element) {
                    return self.end();
                }
                self.end();
                self.nodes(element, kept || name == "pre");
                self.end();
            }
            _ => self.nodes(element, kept),
        }
    }

    fn text(&mut self, text: &str) {
        let mut lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
        self.paragraph.push_str(lines.next().unwrap_or(""));
        for line in lines {
            let line = line.trim_start_matches([' ', '\t']);
            let ends = self.paragraph.trim_end_matches([' ', '\t']).len();
            self.paragraph.truncate(ends);
            let latin =
                self.paragraph.ends_with(|c: char| c.is_ascii_graphic()) && !line.starts_with(|c: char| !c.is_ascii());
            if latin {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(line);
        }
    }

    /// Ends a paragraph. What a site says of its owner is no part of the text.
    fn end(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        let lines = words.lines().map(squeezed).filter(|line| !line.is_empty() && !is_imprint(line));
        let words = lines.collect::<Vec<_>>().join("\n");
        // An item without words leaves its number alone.
        let bare = words.strip_suffix('.').is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()));
        let is_nothing = words.is_empty() || bare;
        if !is_nothing {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    fn table(&mut self, table: &Element) {
        self.end();
        let mut rows = Vec::new();
        rows_of(table, &mut rows);
        let frames = rows.iter().any(|row| cells_of(row).any(|cell| cell.find("table").is_some()));
        let wide = rows.iter().map(|row| cells_of(row).count()).max().unwrap_or(0) > 1;
        let captions = table.elements().filter(|part| part.name == "caption");
        captions.for_each(|caption| {
            self.nodes(caption, false);
            self.end();
        });
        if frames || !wide {
            // Tables that hold tables, or one column, only lay the page out.
            for cell in
                rows.iter().flat_map(|row| cells_of(row)).filter(|cell| !is_passed_over(cell) && !leads_elsewhere(cell))
            {
                self.nodes(cell, false);
                self.end();
            }
            return;
        }
        let shown = rows.into_iter().filter(|row| !is_passed_over(row));
        let mut taken: Vec<usize> = Vec::new();
        let rows = shown.map(|row| row_of(row, &mut taken)).collect();
        self.blocks.push(Block::Table(Table { rows }));
    }
}

/// The cells of a row in their columns. `taken` says of each column for how many more rows a cell above covers it.
fn row_of(row: &Element, taken: &mut Vec<usize>) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut column = 0;
    let mut covers: Vec<(usize, usize, usize)> = Vec::new();
    for cell in cells_of(row) {
        while taken.get(column).is_some_and(|rows| *rows > 0) {
            column += 1;
        }
        if column >= MAX_COLUMNS {
            break;
        }
        let number = |name: &str| cell.attribute(name).and_then(|span| span.trim().parse::<usize>().ok()).unwrap_or(1);
        let columns = number("colspan").clamp(1, MAX_COLUMNS);
        let rows = number("rowspan").clamp(1, MAX_SPAN);
        let mut words = Words::default();
        words.read(cell);
        let lines = words.blocks().into_iter().map(|block| match block {
            Block::Paragraph(words) => words,
            Block::Table(table) => {
                table.lines().iter().map(|line| one_line(&line.join(" "))).collect::<Vec<_>>().join("\n")
            }
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        cells.push(Cell { text, column, columns, rows });
        covers.push((column, columns, rows));
        column += columns;
    }
    taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    for (first, columns, rows) in covers {
        if taken.len() < first + columns {
            taken.resize(first + columns, 0);
        }
        taken.iter_mut().skip(first).take(columns).for_each(|left| *left = rows - 1);
    }
    cells
}

fn rows_of<'e>(element: &'e Element, rows: &mut Vec<&'e Element>) {
    for inner in element.elements() {
        match inner.name.as_str() {
            "tr" => rows.push(inner),
            "tbody" | "thead" | "tfoot" => rows_of(inner, rows),
            _ => {}
        }
    }
}

fn cells_of(row: &Element) -> impl Iterator<Item = &Element> {
    row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th"))
}

/// Whether a line says who runs the site.
fn is_imprint(line: &str) -> bool {
    const SIGNS: [&str; 5] = ["ICP备", "ICP证", "公网安备", "网站标识码", "Copyright ©"];
    SIGNS.iter().any(|sign| line.contains(sign)) || (line.starts_with("版权所有") && line.chars().count() < 40)
}
