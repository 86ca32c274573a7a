//! Checklists: rows by item, and of a row that both sides have changed, its cells.

use std::collections::{HashMap, HashSet};

use crate::store::{csv_record, header_of};

use super::chunk::{Chunk, Winner, won_by};
use super::order::{Order, order};
use super::sides::{Sides, settle};

/// A row with its item's name.
#[derive(Debug, Clone)]
struct Row<'t> {
    item: String,
    /// The whole row with its line break.
    line: &'t str,
    /// The cells as they are written.
    cells: Vec<&'t str>,
}

/// A checklist, taken apart.
#[derive(Debug)]
struct List<'t> {
    header: &'t str,
    rows: Vec<Row<'t>>,
    /// Rows of nothing but commas at the end, as spreadsheets leave them.
    tail: &'t str,
}

/// Merges checklists. `None` where the way they are written leaves doubt.
pub(super) fn merge_rows(texts: &Sides<&str>) -> Option<Vec<Chunk>> {
    let chunks = merged(texts)?;
    let said = [Winner::Ours, Winner::Theirs].map(|winner| won_by(&chunks, winner));
    let [ours, theirs] = said.each_ref().map(|text| meanings(text));
    let meant = texts.map(meanings).whole()?;
    holds(&meant, &ours?, &theirs?).then_some(chunks)
}

fn merged(texts: &Sides<&str>) -> Option<Vec<Chunk>> {
    let lists = texts.map(taken_apart).whole()?;
    let by_item =
        lists.as_ref().map(|list| list.rows.iter().map(|row| (row.item.as_str(), row)).collect::<HashMap<_, _>>());
    let row = |item: &str| by_item.as_ref().map(|rows| rows.get(item).copied());
    let names = lists.as_ref().map(|list| list.rows.iter().map(|row| (row.item.clone(), row.item.clone())).collect());
    let every = lists.each().into_iter().flat_map(|list| &list.rows).map(|row| &row.item);
    let gone = |item: &str| {
        let row = row(item).map(|row| row.map(|row| row.line));
        settle(row, |one, other| one == other).is_some_and(|settled| settled.is_none())
    };
    let kept: HashSet<String> = every.filter(|item| !gone(item)).cloned().collect();
    // A list that is new on both sides has no header to begin with.
    let headers = lists.as_ref().map(|list| list.header);
    let mut chunks = vec![Chunk::text(headers.settled()?)];
    for item in order(&names, &kept, Order::Meant)? {
        chunks.push(merged_row(row(&item)));
    }
    chunks.push(Chunk::text(lists.as_ref().map(|list| list.tail).settled()?));
    Some(chunks)
}

fn merged_row(row: Sides<Option<&Row<'_>>>) -> Chunk {
    let line = |row: Option<&Row<'_>>| row.map_or(String::new(), |row| row.line.to_owned());
    if let Some(settled) = settle(row, |one, other| one.map(|row| row.line) == other.map(|row| row.line)) {
        return Chunk::Text(line(settled));
    }
    let cells = || -> Option<String> {
        let rows = row.whole()?;
        let same_length = rows.each().into_iter().all(|row| row.cells.len() == rows.base.cells.len());
        let cells = (0..rows.base.cells.len()).map(|at| cell(rows.map(|row| row.cells.get(at).copied()).whole()?));
        same_length.then_some(())?;
        Some(format!("{}\n", cells.collect::<Option<Vec<_>>>()?.join(",")))
    };
    match cells() {
        Some(text) => Chunk::Text(text),
        None => Chunk::Conflict { ours: line(row.ours), theirs: line(row.theirs) },
    }
}

/// A cell as it is written by the side that has changed what it says.
fn cell(cells: Sides<&str>) -> Option<&str> {
    cells.settled().or_else(|| settle(cells, |one, other| unquoted(one) == unquoted(other)))
}

fn taken_apart(text: &str) -> Option<List<'_>> {
    if text.is_empty() {
        return Some(List { header: "", rows: Vec::new(), tail: "" });
    }
    let columns = header_of(text)?;
    let (_, mut at) = csv_record(text, 0);
    let mut list = List { header: text.get(..at)?, rows: Vec::new(), tail: "" };
    let mut seen = HashSet::new();
    while at < text.len() {
        let (cells, next) = csv_record(text, at);
        let cells: Vec<&str> = cells.into_iter().map(|cell| text.get(cell)).collect::<Option<_>>()?;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            list.tail = text.get(at..)?;
            let is_empty = list.tail.chars().all(|c| matches!(c, ',' | '\n' | ' '));
            return is_empty.then_some(list);
        }
        let item = unquoted(cells.get(columns.item)?).to_owned();
        if item.is_empty() || cells.len() != columns.names.len() || !seen.insert(item.clone()) {
            return None;
        }
        list.rows.push(Row { item, line: text.get(at..next)?, cells });
        at = next;
    }
    Some(list)
}

fn unquoted(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

type Meanings = HashMap<String, Vec<String>>;

/// What the rows say, as another reader of CSV understands them; the header stands under no name.
fn meanings(text: &str) -> Option<Meanings> {
    let Some(columns) = header_of(text) else { return text.is_empty().then(Meanings::new) };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut meanings = Meanings::from([(String::new(), columns.names.clone())]);
    for record in reader.records() {
        let cells: Vec<String> = record.ok()?.iter().map(str::to_owned).collect();
        let item = cells.get(columns.item)?.clone();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if meanings.insert(item, cells).is_some() {
            return None;
        }
    }
    Some(meanings)
}

/// Whether the merged rows say what they must, if either side wins its conflicts.
fn holds(sides: &Sides<Meanings>, ours: &Meanings, theirs: &Meanings) -> bool {
    let every = sides.each().into_iter().chain([ours, theirs]).flat_map(HashMap::keys);
    every.collect::<HashSet<_>>().into_iter().all(|item| {
        let row = sides.as_ref().map(|rows| rows.get(item));
        let said = (ours.get(item), theirs.get(item));
        if let Some(settled) = settle(row, |one, other| one == other) {
            return said == (settled, settled);
        }
        said == (row.ours, row.theirs) || holds_of_cells(&row, said)
    })
}

fn holds_of_cells(row: &Sides<Option<&Vec<String>>>, said: (Option<&Vec<String>>, Option<&Vec<String>>)) -> bool {
    let (Some(rows), Some(one), Some(other)) = (row.whole(), said.0, said.1) else { return false };
    one == other
        && rows.each().into_iter().all(|cells| cells.len() == one.len())
        && (0..one.len()).all(|at| rows.map(|cells| cells.get(at)).settled() == Some(one.get(at)))
}
