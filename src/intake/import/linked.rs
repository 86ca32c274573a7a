//! What a ledger's tasks wait for, in the ledger's own words: numbers of rows, keys, titles.

use std::collections::{HashMap, HashSet};

use crate::intake::ledger::{Row, name_key};
use crate::plan::TaskId;
use crate::plan::meant::column::Field;

/// The tasks that a ledger's own words mean.
#[derive(Default)]
pub(super) struct Links {
    named: HashMap<String, TaskId>,
}

impl Links {
    /// Learns what a row is called: where it has no number of its own, by its place among the rows.
    pub(super) fn learn(&mut self, row: &Row<'_>, place: usize, id: &TaskId) {
        if row.text(Field::Id).is_none() {
            self.named.entry(place.to_string()).or_insert_with(|| id.clone());
        }
        for field in [Field::Id, Field::Key, Field::Outline, Field::Title] {
            if let Some(text) = row.text(field) {
                self.named.entry(name_key(&text)).or_insert_with(|| id.clone());
            }
        }
    }

    /// The tasks that some texts mean, and the parts that mean none.
    pub(super) fn meant(&self, texts: &[String]) -> (Vec<TaskId>, Vec<String>) {
        let (mut found, mut unknown) = (Vec::new(), Vec::new());
        for text in texts {
            match self.one(text) {
                Some(id) => found.push(id),
                None => {
                    for part in
                        text.split([',', '，', '、', ';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty())
                    {
                        match self.one(part).or_else(|| self.one(without_lag(part))) {
                            Some(id) => found.push(id),
                            None => unknown.push(part.to_owned()),
                        }
                    }
                }
            }
        }
        let mut once: Vec<TaskId> = Vec::new();
        for id in found {
            if !once.contains(&id) {
                once.push(id);
            }
        }
        (once, unknown)
    }

    fn one(&self, text: &str) -> Option<TaskId> {
        self.named.get(&name_key(text)).cloned()
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
