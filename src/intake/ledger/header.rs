//! The header: found by its names, never by its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::sheet::Grid;
use crate::plan::OwnField;
use crate::plan::meant::column::Field;

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

/// By which words columns are known: those of every ledger, the plan's own fields, and what a user has said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Naming<'n> {
    pub(crate) own: &'n [OwnField],
    pub(crate) mappings: &'n [Mapping],
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
    fields: BTreeMap<Field, u32>,
    names: BTreeMap<u32, String>,
    /// Columns with a name that nobody knows.
    pub(crate) unknown: Vec<u32>,
    /// Pairs of columns that hold the same.
    pub(crate) twice: Vec<(Field, u32, u32)>,
    /// What users have said of columns that are not there.
    pub(crate) unused: Vec<String>,
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
            fields.len() >= 2 && (fields.contains(&Field::Id) || fields.contains(&Field::Title))
        };
        // Of equals the first counts.
        let (row, _) = rows
            .filter(|(_, fields)| is_header(fields))
            .max_by_key(|(row, fields)| (fields.len(), std::cmp::Reverse(*row)))?;
        Some(Header::at(grid, row, naming))
    }

    fn at(grid: &Grid, row: u32, naming: Naming<'_>) -> Header {
        let columns: Vec<u32> =
            grid.rows().find(|(at, _)| *at == row).into_iter().flat_map(|(_, cells)| cells.keys().copied()).collect();
        // A column that is merged with cells below makes the header that high.
        let last = columns.iter().map(|column| grid.last_row_of(row, *column)).max().unwrap_or(row);
        let last = last.min(row + HIGHEST - 1);
        let mut header = Header {
            first: row,
            last,
            fields: BTreeMap::new(),
            names: BTreeMap::new(),
            unknown: Vec::new(),
            twice: Vec::new(),
            unused: Vec::new(),
        };
        for column in columns {
            let mut texts: Vec<String> =
                (row..=last).filter_map(|row| grid.cell(row, column)).filter_map(text_of).collect();
            texts.dedup();
            let lower = texts.last().cloned().unwrap_or_default();
            let field = [lower.clone(), texts.concat(), texts.first().cloned().unwrap_or_default()]
                .iter()
                .find_map(|text| naming.meant(text));
            header.take(column, lower, field);
        }
        let is_there = |mapping: &&Mapping| header.names.values().any(|name| same_name(name, &mapping.header));
        header.unused =
            naming.mappings.iter().filter(|mapping| !is_there(mapping)).map(|mapping| mapping.header.clone()).collect();
        header
    }

    fn take(&mut self, column: u32, name: String, field: Option<Option<Field>>) {
        match field {
            None if !name.is_empty() => self.unknown.push(column),
            // Passed over as the user wishes, or as nobody reads it.
            None | Some(None | Some(Field::Computed)) => {}
            Some(Some(field)) => match self.fields.get(&field) {
                None => drop(self.fields.insert(field, column)),
                // One header, merged over two columns.
                Some(first) if self.names.get(first) == Some(&name) && column == first + 1 => {
                    self.unknown.push(column);
                }
                Some(first) => self.twice.push((field, *first, column)),
            },
        }
        self.names.insert(column, name);
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

    /// What the ledger itself calls a column.
    pub(crate) fn name(&self, column: u32) -> &str {
        self.names.get(&column).map_or("", String::as_str)
    }
}
