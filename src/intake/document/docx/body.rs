//! The text of a document: runs, paragraphs, tables.

use super::numbering::Numbering;
use super::styles::Styles;
use crate::intake::document::block::{Block, Cell, MAX_COLUMNS, MAX_SPAN, Table, one_line};
use crate::intake::document::remark::Remark;
use crate::intake::document::tree::{Element, Node};

/// A document that is being read.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    blocks: Vec<Block>,
    /// The words of paragraphs whose ends were deleted: they go on in the next.
    before: String,
    /// Whether a number without words is worth keeping.
    bare: bool,
    tracked: bool,
    hidden: bool,
    footnotes: usize,
}

/// What of an element is no text of the document: what was deleted, what shows a text a second time, what only describes.
const PASSED_OVER: [&str; 12] = [
    "del",
    "moveFrom",
    "Fallback",
    "instrText",
    "delText",
    "rPr",
    "pPr",
    "tblPr",
    "rt",
    "sectPr",
    "delInstrText",
    "sdtPr",
];

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles, numbering: Numbering) -> Body<'s> {
        let before = String::new();
        Body { styles, numbering, blocks: Vec::new(), before, bare: false, tracked: false, hidden: false, footnotes: 0 }
    }

    /// Reads paragraphs and tables, wherever they stand.
    pub(super) fn content(&mut self, content: &Element) {
        for element in content.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" if is_contents(element) => {}
                "del" | "moveFrom" => self.tracked = true,
                name if PASSED_OVER.contains(&name) => {}
                _ => self.content(element),
            }
        }
    }

    pub(super) fn read(mut self) -> (Vec<Block>, Vec<Remark>) {
        let rest = std::mem::take(&mut self.before);
        if !rest.trim().is_empty() {
            self.blocks.push(Block::Paragraph(rest));
        }
        let remarks = [
            self.tracked.then_some(Remark::Tracked),
            self.hidden.then_some(Remark::Hidden),
            (self.footnotes > 0).then_some(Remark::Footnotes(self.footnotes)),
        ];
        (self.blocks, remarks.into_iter().flatten().collect())
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let properties = paragraph.child("pPr");
        let style = properties.and_then(|properties| properties.child("pStyle")?.attribute("val"));
        if self.styles.is_contents(style) {
            return;
        }
        let mut words = std::mem::take(&mut self.before);
        let mut frames = Vec::new();
        self.runs(paragraph, &mut words, &mut frames);
        let number = self.number(properties, style);
        let end = properties.and_then(|properties| properties.child("rPr"));
        if end.is_some_and(|end| end.child("del").is_some()) {
            self.tracked = true;
            self.before = words;
        } else if !words.trim().is_empty() || (self.bare && number.as_ref().is_some_and(|number| !number.is_empty())) {
            self.blocks.push(Block::Paragraph(numbered(&number.unwrap_or_default(), &words)));
        }
        frames.into_iter().for_each(|frame| self.content(frame));
    }

    /// The number that Word makes for a paragraph.
    fn number(&mut self, properties: Option<&Element>, style: Option<&str>) -> Option<String> {
        let own = properties.and_then(|properties| properties.child("numPr"));
        let value = |name: &str| own.and_then(|own| own.child(name)?.attribute("val"));
        let level = value("ilvl").and_then(|level| level.parse::<usize>().ok());
        let (list, level) = match value("numId") {
            Some(list) => (list.to_owned(), level),
            None => {
                let (list, of_style) = self.styles.list(style)?;
                let level = level.or_else(|| self.numbering.level_of(&list, style)).or(of_style);
                (list, level)
            }
        };
        self.numbering.next(&list, level.unwrap_or(0))
    }

    /// Collects the words of a paragraph, and the text boxes that hang on it.
    fn runs<'e>(&mut self, content: &'e Element, words: &mut String, frames: &mut Vec<&'e Element>) {
        for element in content.elements() {
            match element.name.as_str() {
                "t" => element.children.iter().for_each(|node| match node {
                    Node::Text(text) => words.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c })),
                    Node::Element(_) => {}
                }),
                "tab" | "ptab" => words.push(' '),
                "br" | "cr" => words.push('\n'),
                "noBreakHyphen" => words.push('-'),
                "txbxContent" => frames.push(element),
                "footnoteReference" | "endnoteReference" => self.footnotes += 1,
                "del" | "moveFrom" => self.tracked = true,
                "r" if is_hidden(element) => self.hidden = true,
                name if PASSED_OVER.contains(&name) => {}
                name => {
                    self.tracked |= matches!(name, "ins" | "moveTo");
                    self.runs(element, words, frames);
                }
            }
        }
    }

    fn table(&mut self, table: &Element) {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        self.rows(table, &mut rows);
        self.blocks.push(Block::Table(Table { rows }));
    }

    /// The rows of a table; some stand in frames of their own.
    fn rows(&mut self, table: &Element, rows: &mut Vec<Vec<Cell>>) {
        for row in table.elements() {
            match row.name.as_str() {
                "tr" => {
                    let properties = row.child("trPr");
                    if properties.is_some_and(|properties| properties.child("del").is_some()) {
                        self.tracked = true;
                        continue;
                    }
                    let number = |name: &str| {
                        properties
                            .and_then(|properties| properties.child(name)?.attribute("val")?.parse::<usize>().ok())
                    };
                    let mut cells = Vec::new();
                    let mut column = number("gridBefore").unwrap_or(0).min(MAX_COLUMNS);
                    self.cells(row, &mut column, &mut cells, rows);
                    rows.push(cells);
                }
                name if PASSED_OVER.contains(&name) => {}
                _ => self.rows(row, rows),
            }
        }
    }

    fn cells(&mut self, row: &Element, column: &mut usize, cells: &mut Vec<Cell>, above: &mut [Vec<Cell>]) {
        for cell in row.elements() {
            match cell.name.as_str() {
                "tc" => {
                    let properties = cell.child("tcPr");
                    let span = properties.and_then(|properties| properties.child("gridSpan")?.attribute("val"));
                    let columns = span.and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, MAX_COLUMNS);
                    let merged = properties.and_then(|properties| properties.child("vMerge"));
                    let goes_on = merged.is_some_and(|merged| merged.attribute("val") != Some("restart"));
                    let text = self.text(cell);
                    if !(goes_on && reaches_down(above, *column)) && *column < MAX_COLUMNS {
                        cells.push(Cell { text, column: *column, columns, rows: 1 });
                    }
                    *column += columns;
                }
                name if PASSED_OVER.contains(&name) || name == "trPr" => {}
                _ => self.cells(cell, column, cells, above),
            }
        }
    }

    /// The text of a cell: a paragraph a line; of a table in it, a row a line.
    fn text(&mut self, cell: &Element) -> String {
        let outside = std::mem::take(&mut self.blocks);
        // A cell may hold nothing but the number that Word makes: 序号.
        self.bare = cell.elements().filter(|element| matches!(element.name.as_str(), "p" | "tbl" | "sdt")).count() == 1;
        self.content(cell);
        self.bare = false;
        let inside = std::mem::replace(&mut self.blocks, outside);
        let lines = inside.into_iter().flat_map(|block| match block {
            Block::Paragraph(words) => vec![words],
            Block::Table(table) => table.lines().iter().map(|line| one_line(&line.join(" "))).collect(),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Makes the cell above a column reach one row farther down; false where there is none that could.
fn reaches_down(above: &mut [Vec<Cell>], column: usize) -> bool {
    let count = above.len();
    for (at, row) in above.iter_mut().enumerate().rev().take(MAX_SPAN) {
        if let Some(cell) = row.iter_mut().find(|cell| cell.column == column) {
            let reaches = at + cell.rows == count;
            cell.rows += usize::from(reaches);
            return reaches;
        }
    }
    false
}

/// A number before words: a space where the words would run into it.
fn numbered(number: &str, words: &str) -> String {
    let number = number.trim();
    let part = if number.ends_with(|c: char| c.is_ascii()) { " " } else { "" };
    format!("{number}{part}{}", if number.is_empty() { words } else { words.trim_start() })
}

fn is_hidden(run: &Element) -> bool {
    let vanish = run.child("rPr").and_then(|properties| properties.child("vanish"));
    vanish.is_some_and(|vanish| !matches!(vanish.attribute("val"), Some("0" | "false" | "off")))
}

/// Whether a part of the document is its table of contents.
fn is_contents(part: &Element) -> bool {
    let gallery = part.child("sdtPr").and_then(|properties| properties.find("docPartGallery"));
    gallery.and_then(|gallery| gallery.attribute("val")) == Some("Table of Contents")
}
