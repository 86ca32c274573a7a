//! Rows of work that was given up: a program calls it closed, as it does what was done, and says elsewhere why.

use crate::assess::State;
use crate::intake::sheet::Grid;
use crate::plan::Closing;
use crate::plan::meant::column::Field;

use super::header::Header;
use super::state_words::{Meant, state_meant};
use super::table::Ledger;
use super::texts::text_of;

/// Columns that tell it in words.
const REASONS: [&str; 5] = ["resolution", "statereason", "closereason", "解决结果", "关闭原因"];
/// Columns in which a yes or a day tells it.
const GONE: [&str; 5] = ["archived", "canceled", "cancelled", "deleted", "是否归档"];
/// Columns in which a no tells it.
const ALIVE: [&str; 2] = ["active", "活动"];

/// What other programs give as a reason, beside the words for a state.
const WHY: [&str; 8] = [
    "declined",
    "obsolete",
    "cannot reproduce",
    "no longer needed",
    "out of scope",
    "won't implement",
    "superseded",
    "withdrawn",
];

impl Header {
    /// Columns that tell of work that was given up, among those of which nobody knows more.
    fn reasons(&self) -> impl Iterator<Item = (u32, String)> {
        let named = self.unknown.iter().map(|column| (*column, bare(self.name(*column))));
        named.filter(|(_, name)| [&REASONS[..], &GONE[..], &ALIVE[..]].concat().contains(&name.as_str()))
    }

    /// What a row says of the work's being given up, in the ledger's words.
    fn given_up(&self, grid: &Grid, row: u32) -> Option<String> {
        let said = |column: u32| grid.cell(row, column).and_then(text_of);
        let state = self.column(Field::State).and_then(said).filter(|text| is_cancelled(text));
        let reason = |(column, name): (u32, String)| {
            let text = said(column)?;
            let is_no = ["no", "false", "0", "否"].contains(&text.to_lowercase().as_str());
            let tells = match name.as_str() {
                name if REASONS.contains(&name) => is_cancelled(&text),
                name if GONE.contains(&name) => !is_no,
                _ => is_no,
            };
            tells.then(|| format!("{}: {text}", self.name(column)))
        };
        state.or_else(|| self.reasons().find_map(reason))
    }
}

impl Ledger<'_> {
    /// What a row says of the work's being given up, in the ledger's words.
    pub(crate) fn given_up(&self, row: u32) -> Option<String> {
        self.header.given_up(&self.sheet.grid, row)
    }
}

fn is_cancelled(text: &str) -> bool {
    let word = text.trim().to_lowercase().replace('_', " ").replace('’', "'");
    matches!(state_meant(&word, Closing::Direct), Some(Meant::State(State::Cancelled))) || WHY.contains(&word.as_str())
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && *c != '_').collect::<String>().to_lowercase()
}
