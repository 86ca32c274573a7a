//! A document in PDF as blocks.

use hayro_syntax::{LoadPdfError, Pdf};

use super::furniture::without_furniture;
use super::glyphs::drawn;
use super::lines::{Line, in_columns, lines};
use super::paragraphs::{Joined, Part, joined};
use super::ruled::{Ruled, tables};
use super::unpacking::is_fit;
use crate::intake::document::block::{Block, Table};
use crate::intake::document::fault::DocumentFault;
use crate::intake::document::remark::Remark;

/// The most pages of a document.
const MOST_PAGES: usize = 2_000;
/// The most that the streams of a file may hold.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// The document's paragraphs and tables, and what of it is not read.
pub(in crate::intake::document) fn read(bytes: Vec<u8>) -> Result<(Vec<Block>, Vec<Remark>), DocumentFault> {
    if !is_fit(&bytes) {
        return Err(DocumentFault::TooLarge(MOST_BYTES));
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => DocumentFault::Protected,
        LoadPdfError::Invalid => DocumentFault::Damaged("PDF".to_owned()),
    })?;
    let (mut pages, mut ruled, mut width) = (Vec::new(), Vec::new(), 0.0_f64);
    let (mut scanned, mut unreadable) = (0, 0);
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let mut drawn = drawn(page);
        scanned += usize::from(drawn.glyphs.iter().all(|glyph| glyph.text.trim().is_empty()));
        unreadable += drawn.unreadable;
        width = width.max(drawn.width);
        ruled.push(tables(&drawn.rules, &mut drawn.glyphs));
        pages.push(lines(drawn.glyphs));
    }
    if scanned == pages.len() {
        return Err(DocumentFault::Scanned(pages.len()));
    }
    without_furniture(&mut pages);
    let columns = pages.iter().filter(|lines| in_columns(lines)).count();
    let parts = pages.into_iter().zip(ruled).map(|(lines, tables)| merged(lines, tables)).collect();
    let told = |count: usize, remark: fn(usize) -> Remark| (count > 0).then(|| remark(count));
    let remarks =
        [told(scanned, Remark::Scanned), told(unreadable, Remark::Unreadable), told(columns, Remark::Columns)];
    Ok((blocks(joined(parts, width)), remarks.into_iter().flatten().collect()))
}

/// The lines and the tables of a page in their order.
fn merged(lines: Vec<Line>, tables: Vec<Ruled>) -> Vec<Part<Ruled>> {
    let mut parts = Vec::new();
    let mut tables = tables.into_iter().peekable();
    for line in lines {
        while let Some(table) = tables.next_if(|table| table.top > line.y) {
            parts.push(Part::Table(table));
        }
        parts.push(Part::Line(line));
    }
    parts.extend(tables.map(Part::Table));
    parts
}

/// The blocks; a table that goes on over the end of a page is one, and the head that comes again is taken once.
fn blocks(joined: Vec<Joined<Ruled>>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Option<Vec<f64>> = None;
    for part in joined {
        match part {
            Joined::Paragraph(words) => {
                before = None;
                blocks.push(Block::Paragraph(words));
            }
            Joined::Table(Ruled { mut table, columns, .. }) => match blocks.last_mut() {
                Some(Block::Table(first)) if before.as_ref().is_some_and(|before| same(before, &columns)) => {
                    if is_head_again(first, &table) {
                        table.rows.remove(0);
                    }
                    first.rows.append(&mut table.rows);
                }
                _ => {
                    blocks.push(Block::Table(table));
                    before = Some(columns);
                }
            },
        }
    }
    blocks
}

fn same(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < 4.0)
}

fn is_head_again(first: &Table, next: &Table) -> bool {
    let texts =
        |table: &Table| table.rows.first().map(|row| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>());
    texts(first).is_some() && texts(first) == texts(next)
}
