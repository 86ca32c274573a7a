//! What a ledger's tasks wait for, in the ledger's own words: numbers of rows, keys, titles.

use std::collections::{HashMap, HashSet};

use crate::intake::ledger::{Row, name_key};
use crate::plan::TaskId;
use crate::plan::meant::column::Field;

/// The tasks that a ledger's own words mean.
#[derive(Default)]
pub(super) struct Links {
    /// What rows are called in each of the fields; nothing where one has become a section or a theme.
    named: [HashMap<String, Option<TaskId>>; NAMES.len()],
}

/// What a row is called, the surest first: a number is one of the column of numbers where there is such a column.
const NAMES: [Field; 4] = [Field::Id, Field::Key, Field::Outline, Field::Title];

/// What the texts of a row mean that say for what its task waits.
#[derive(Default)]
pub(super) struct Waits {
    pub(super) ids: Vec<TaskId>,
    /// What means no row.
    pub(super) unknown: Vec<String>,
    /// What means a row that is a section or a theme.
    pub(super) parts: Vec<String>,
    /// What says more than that the one comes after the other: 4SS+1 wk.
    pub(super) lagged: Vec<String>,
}

impl Links {
    /// Learns what a row is called, where it has no number of its own by its place among the rows; one that is no task has no id.
    pub(super) fn learn(&mut self, row: &Row<'_>, place: usize, id: Option<&TaskId>) {
        for (field, named) in NAMES.into_iter().zip(&mut self.named) {
            let place = (field == Field::Id).then(|| place.to_string());
            if let Some(name) = row.text(field).map(|text| name_key(&text)).or(place) {
                named.entry(name).or_insert_with(|| id.cloned());
            }
        }
    }

    /// What some texts mean.
    pub(super) fn meant(&self, texts: &[String]) -> Waits {
        let mut waits = Waits::default();
        for text in texts {
            if let Some(found) = self.one(text) {
                waits.take(found, text);
                continue;
            }
            let parts = text.split([',', '，', '、', ';', '；', '\n']).map(str::trim);
            for part in parts.filter(|part| !part.is_empty()) {
                let bare = without_lag(part);
                let whole = self.one(part);
                let is_lagged = whole.is_none() && !["", "FS"].contains(&part.get(bare.len()..).unwrap_or(""));
                match whole.or_else(|| self.one(bare)) {
                    Some(found) => {
                        waits.take(found, part);
                        waits.lagged.extend(is_lagged.then(|| part.to_owned()));
                    }
                    None => waits.unknown.push(part.to_owned()),
                }
            }
        }
        waits
    }

    fn one(&self, text: &str) -> Option<&Option<TaskId>> {
        let name = name_key(text);
        self.named.iter().find_map(|named| named.get(&name))
    }
}

impl Waits {
    fn take(&mut self, found: &Option<TaskId>, text: &str) {
        match found {
            Some(id) if self.ids.contains(id) => {}
            Some(id) => self.ids.push(id.clone()),
            None => self.parts.push(text.to_owned()),
        }
    }
}

/// Whether a task waits for another, by way of others or not.
pub(super) fn waits_for(one: &TaskId, other: &TaskId, depends: &HashMap<TaskId, Vec<TaskId>>) -> bool {
    let (mut open, mut seen) = (vec![one], HashSet::new());
    while let Some(id) = open.pop() {
        if id == other {
            return true;
        }
        if seen.insert(id) {
            open.extend(depends.get(id).into_iter().flatten());
        }
    }
    false
}

/// `4FS+2 days`: the row alone.
fn without_lag(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    end.and_then(|end| text.get(..end)).filter(|number| !number.is_empty()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lag_is_no_part_of_the_row_that_is_waited_for() {
        for (text, row) in
            [("4FS+2 days", "4"), ("12", "12"), ("3FS+2 个工作日", "3"), ("1.2SS", "1.2"), ("REC-2", "REC-2")]
        {
            assert_eq!(without_lag(text), row);
        }
    }
}
