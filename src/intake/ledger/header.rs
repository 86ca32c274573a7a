//! The header: found by its names, never by its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::sheet::{Cell, Grid, Value};
use crate::plan::OwnField;
use crate::plan::meant::column::Field;

use super::shares::Shares;
use super::texts::{same_name, text_of};

/// How many rows may stand above a header.
const LOOKED_AT: usize = 100;
/// A header is at most so many rows high.
const HIGHEST: u32 = 3;

/// What a user has said that a column holds, in the words of the user; `None` means to pass over it.
#[derive(Debug, Clone)]
pub(crate) struct Mapping {
    pub(crate) header: String,
    pub(crate) field: Option<String>,
}

impl Mapping {
    /// Reads `推进说明=进展情况`; nothing behind the sign passes the column over.
    pub(crate) fn read(text: &str) -> Option<Mapping> {
        let (header, field) = text.rsplit_once(['=', '＝'])?;
        let field = Some(field.trim().to_owned()).filter(|field| !field.is_empty());
        Some(Mapping { header: header.trim().to_owned(), field })
    }

    /// The same as it is written.
    pub(crate) fn written(&self) -> String {
        format!("{}={}", self.header, self.field.as_deref().unwrap_or(""))
    }
}

/// By which words columns are known: those of every ledger, the plan's own fields, and what a user has said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Naming<'n> {
    pub(crate) own: &'n [OwnField],
    pub(crate) mappings: &'n [Mapping],
    /// How many of them were said for this ledger; the others are kept with the plan, and may be about others.
    pub(crate) said: usize,
}

impl Naming<'_> {
    /// The field that a word means.
    pub(crate) fn field(&self, word: &str) -> Option<Field> {
        Field::named_with(self.own, word)
    }

    /// What a header means: what the user has said, else what it is called. `Some(None)` is to be passed over.
    fn meant(&self, header: &str) -> Option<Option<Field>> {
        let given = self.mappings.iter().find(|mapping| same_name(&mapping.header, header));
        let given = given.map(|mapping| mapping.field.as_deref().and_then(|word| self.field(word)));
        given.or_else(|| self.field(header).map(Some))
    }
}

/// Where the header stands, and what its columns hold.
#[derive(Debug)]
pub(crate) struct Header {
    /// Its first row.
    pub(crate) first: u32,
    /// Its last row.
    pub(crate) last: u32,
    pub(super) fields: BTreeMap<Field, u32>,
    /// Further columns of fields that several may say.
    pub(super) further: Vec<(Field, u32)>,
    pub(super) names: BTreeMap<u32, String>,
    /// Whether the cells of a column of sections that are empty mean what stands above them.
    pub(crate) grouped: Option<Field>,
    /// Whether the ledger says that the first of several units leads.
    pub(crate) first_leads: bool,
    /// How the column of how far the work has come is written.
    pub(crate) shares: Shares,
    /// Columns with a name that nobody knows.
    pub(crate) unknown: Vec<u32>,
    /// Of such, those that are headed by a time: 6月底目标, 第三季度.
    pub(crate) by_time: Vec<u32>,
    /// Pairs of columns that hold the same.
    pub(crate) twice: Vec<(Field, u32, u32)>,
    /// What users have said of columns that are not there.
    pub(crate) unused: Vec<String>,
    /// The column of numbers that stay with their tasks, if there is one.
    pub(crate) number: Option<Field>,
    /// Such numbers that several rows bear.
    pub(super) shared: BTreeSet<String>,
    /// Whether rows with a Chinese number stand over others that count in digits.
    pub(super) numbered: bool,
    /// Rows below it that are no part of the ledger: totals, notes.
    pub(super) asides: BTreeSet<u32>,
}

impl Header {
    /// The row that names the most columns: two at least, and among them the task's id or its title.
    pub(super) fn find(grid: &Grid, naming: Naming<'_>) -> Option<Header> {
        let named = |row: u32| -> BTreeSet<Field> {
            let cells = grid.rows().find(|(at, _)| *at == row).into_iter().flat_map(|(_, cells)| cells.values());
            cells.filter_map(|cell| naming.meant(&cell.value.text()).flatten()).collect()
        };
        let rows = grid.rows().take(LOOKED_AT).map(|(row, _)| (row, named(row)));
        let is_header = |fields: &BTreeSet<Field>| {
            fields.len() >= 2 && [Field::Id, Field::Title, Field::Content].iter().any(|field| fields.contains(field))
        };
        // Of equals the first counts.
        let (row, _) = rows
            .filter(|(_, fields)| is_header(fields))
            .max_by_key(|(row, fields)| (fields.len(), std::cmp::Reverse(*row)))?;
        Some(Header::at(grid, row, naming))
    }

    fn at(grid: &Grid, row: u32, naming: Naming<'_>) -> Header {
        let last = last_row(grid, row, naming);
        let in_header = grid.rows().filter(|(at, _)| (row..=last).contains(at));
        let columns: BTreeSet<u32> = in_header.flat_map(|(_, cells)| cells.keys().copied()).collect();
        let mut header = Header {
            first: row,
            last,
            fields: BTreeMap::new(),
            further: Vec::new(),
            grouped: None,
            first_leads: false,
            shares: Shares::Hundredths,
            names: BTreeMap::new(),
            unknown: Vec::new(),
            by_time: Vec::new(),
            twice: Vec::new(),
            unused: Vec::new(),
            number: None,
            shared: BTreeSet::new(),
            numbered: false,
            asides: BTreeSet::new(),
        };
        for column in columns {
            let mut texts: Vec<String> =
                (row..=last).filter_map(|row| grid.cell(row, column)).filter_map(name_in).collect();
            texts.dedup();
            let lower = texts.last().cloned().unwrap_or_default();
            let field = [lower.clone(), texts.concat(), texts.first().cloned().unwrap_or_default()]
                .iter()
                .find_map(|text| naming.meant(text));
            header.take(column, lower, field);
        }
        header.settle(grid);
        let is_there = |mapping: &&Mapping| header.names.values().any(|name| same_name(name, &mapping.header));
        header.unused = naming
            .mappings
            .iter()
            .take(naming.said)
            .filter(|mapping| !is_there(mapping))
            .map(|mapping| mapping.header.clone())
            .collect();
        header
    }

    fn take(&mut self, column: u32, name: String, field: Option<Option<Field>>) {
        match field {
            None if !name.is_empty() => self.unknown.push(column),
            // Passed over as the user wishes, or as nobody reads it.
            None | Some(None | Some(Field::Computed)) => {}
            Some(Some(field)) => match self.fields.get(&field) {
                None => drop(self.fields.insert(field, column)),
                Some(_) if field.may_be_repeated() => self.further.push((field, column)),
                // One header, merged over two columns.
                Some(first) if self.names.get(first) == Some(&name) && column == first + 1 => {
                    self.unknown.push(column);
                }
                Some(first) => self.twice.push((field, *first, column)),
            },
        }
        self.names.insert(column, name);
    }

    /// Passes the second of two columns over that say the same.
    pub(crate) fn keep_first(&mut self, may_go: impl Fn(Field) -> bool) {
        let (gone, kept) = std::mem::take(&mut self.twice).into_iter().partition(|(field, ..)| may_go(*field));
        self.twice = kept;
        let gone: Vec<(Field, u32, u32)> = gone;
        self.unknown.extend(gone.into_iter().map(|(_, _, column)| column));
        self.unknown.sort_unstable();
    }

    /// Where a field stands.
    pub(crate) fn column(&self, field: Field) -> Option<u32> {
        self.fields.get(&field).copied()
    }

    /// Whether any of the fields has a column.
    pub(crate) fn has_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.fields.contains_key(field))
    }

    /// The fields with their columns.
    pub(super) fn fields(&self) -> impl Iterator<Item = (Field, u32)> {
        self.fields.iter().map(|(field, column)| (*field, *column))
    }

    /// The fields that have columns.
    pub(crate) fn known(&self) -> impl Iterator<Item = Field> {
        self.fields.keys().copied()
    }

    /// The fields that several columns say, with the columns behind the first.
    pub(super) fn further(&self) -> &[(Field, u32)] {
        &self.further
    }

    /// What the ledger itself calls a column.
    pub(crate) fn name(&self, column: u32) -> &str {
        self.names.get(&column).map_or("", String::as_str)
    }
}

/// The last row of a header: a column that is merged with cells below makes it that high, and so does a row of names under it
/// in which no task stands.
fn last_row(grid: &Grid, row: u32, naming: Naming<'_>) -> u32 {
    let cells = |at: u32| grid.rows().find(move |(row, _)| *row == at).into_iter().flat_map(|(_, cells)| cells);
    let merged = cells(row).map(|(column, _)| grid.last_row_of(row, *column)).max().unwrap_or(row);
    let is_task = |at: u32| {
        cells(at).any(|(column, cell)| {
            let above = grid.cell(row, *column).and_then(|cell| naming.meant(&cell.value.text())).flatten();
            cell.origin.0 == at && matches!(above, Some(Field::Id | Field::Title))
        })
    };
    let names = |at: u32| {
        let own = || cells(at).filter(move |(_, cell)| cell.origin.0 == at);
        let is_short = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.chars().count() <= LONGEST_NAME);
        let named = own().filter(|(_, cell)| naming.meant(&cell.value.text()).is_some()).count();
        own().all(|(_, cell)| is_short(cell)) && named > 0
    };
    let mut last = merged;
    while last + 1 < row + HIGHEST && !is_task(last + 1) && names(last + 1) {
        last += 1;
    }
    last.min(row + HIGHEST - 1)
}

/// The name in a cell of a header, without the mark by which forms say that it must be filled in.
fn name_in(cell: &Cell) -> Option<String> {
    text_of(cell).map(|text| text.trim_end_matches('*').trim_end().to_owned())
}

fn is_name(text: &str) -> bool {
    text.chars().count() <= LONGEST_NAME && !text.starts_with(|c: char| c.is_numeric())
}

/// No name of a column is longer.
const LONGEST_NAME: usize = 14;

/// A row that looks like a header, and names no task.
#[derive(Debug)]
pub(crate) struct Headless {
    /// The row.
    pub(crate) row: u32,
    /// What stands in it, and is no known name.
    pub(crate) unknown: Vec<String>,
    /// The fields that it names.
    pub(crate) known: Vec<Field>,
    /// Of those that are not, the first that heads long texts: what a task is called, most likely.
    pub(crate) longest: Option<String>,
}

impl Headless {
    /// The row that looks the most like a header: it has the most names that are known, else the most short texts.
    pub(crate) fn find(grid: &Grid, naming: Naming<'_>) -> Option<Headless> {
        let rated = grid.rows().take(LOOKED_AT).map(|(row, cells)| {
            let own = cells.iter().filter(|(column, cell)| cell.origin == (row, **column));
            let texts: Vec<(u32, String)> = own
                .filter(|(_, cell)| matches!(&cell.value, Value::Text(text) if is_name(text)))
                .map(|(column, cell)| (*column, cell.value.text()))
                .collect();
            let known = texts.iter().filter(|(_, text)| naming.meant(text).is_some()).count();
            (known, texts.len(), row, texts)
        });
        let (_, _, row, texts) = rated
            .filter(|(_, count, ..)| *count >= 2)
            .max_by_key(|(known, count, row, _)| (*known, *count, std::cmp::Reverse(*row)))?;
        let known = texts.iter().filter_map(|(_, text)| naming.meant(text).flatten()).collect();
        let unknown: Vec<(u32, String)> = texts.into_iter().filter(|(_, text)| naming.meant(text).is_none()).collect();
        let width = |column: u32| -> usize {
            let below = grid.rows().filter(|(at, _)| *at > row).filter_map(|(at, _)| grid.cell(at, column));
            below.map(|cell| cell.value.text().chars().count()).sum()
        };
        let widest = unknown.iter().map(|(column, _)| width(*column)).max().unwrap_or(0);
        let longest = unknown.iter().find(|(column, _)| width(*column) * 2 > widest).map(|(_, text)| text.clone());
        Some(Headless { row, known, unknown: unknown.into_iter().map(|(_, text)| text).collect(), longest })
    }
}
