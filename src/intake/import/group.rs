//! The rows of a ledger that speak of one task.

use crate::intake::ledger::{Ledger, Row, Shares, share_told};
use crate::intake::place::Place;
use crate::intake::sheet::Value;
use crate::plan::meant::column::Field;
use crate::plan::{Date, Task};

use super::sheets::PROGRESS;

/// The rows that speak of one task, for one day, from one reporter.
pub(super) struct Group<'r, 's> {
    pub(super) task: &'r Task,
    pub(super) date: Date,
    pub(super) by: Option<String>,
    pub(super) first: (&'r Ledger<'s>, &'r Row<'s>),
    pub(super) rows: Vec<(&'r Ledger<'s>, &'r Row<'s>)>,
    pub(super) file: &'r str,
}

impl Group<'_, '_> {
    /// What a field says, row by row; what several rows say alike counts once.
    pub(super) fn texts(&self, field: Field) -> Vec<(Place, String)> {
        let mut texts: Vec<(Place, String)> = Vec::new();
        for (ledger, row) in &self.rows {
            if let Some(text) = row.text(field).filter(|text| !texts.iter().any(|(_, known)| known == text)) {
                texts.push((ledger.place_of(self.file, row, field), text));
            }
        }
        texts
    }

    /// What a field says in all; several texts on lines of their own.
    pub(super) fn whole(&self, field: Field) -> Option<String> {
        let texts: Vec<String> = self.texts(field).into_iter().map(|(_, text)| text).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// Where a field stands, in the first row that says anything of it.
    pub(super) fn place(&self, field: Field) -> Place {
        let said = self.texts(field).into_iter().next().map(|(place, _)| place);
        let (ledger, row) = self.first;
        said.unwrap_or_else(|| ledger.place_of(self.file, row, field))
    }

    /// Where the first row stands.
    pub(super) fn row_place(&self) -> Place {
        self.first.0.place_of_row(self.file, self.first.1.at)
    }

    /// How the ledger writes how far the work has come.
    pub(super) fn shares(&self) -> Shares {
        self.first.0.header.shares
    }

    /// How far the work has come, in the ledger's words: in the column for it, or as a state, 完成80%.
    pub(super) fn share(&self) -> Option<String> {
        let fine = || {
            let mut cells = self.rows.iter().filter_map(|(_, row)| row.cell(Field::Percent));
            cells.find_map(|cell| if let Value::TooFine(text) = &cell.value { Some(text.clone()) } else { None })
        };
        self.whole(Field::Percent).or_else(fine).or_else(|| self.told_share())
    }

    /// How far the work has come, where that is told in the place of a state.
    pub(super) fn told_share(&self) -> Option<String> {
        self.whole(Field::State).as_deref().and_then(share_told).map(str::to_owned)
    }

    /// Whether the column of states asks whether the task is closed: 是否销号.
    pub(super) fn asks_whether_closed(&self) -> bool {
        let name = |ledger: &Ledger<'_>| ledger.header.column(Field::State).map(|at| ledger.header.name(at).to_owned());
        self.rows.iter().filter_map(|(ledger, _)| name(ledger)).any(|name| name.contains('否') && name.contains("销号"))
    }

    /// What the rows say of the work's being given up.
    pub(super) fn given_up(&self) -> Option<String> {
        self.rows.iter().find_map(|(ledger, row)| ledger.given_up(row.at))
    }

    /// Whether a ledger has the column.
    pub(super) fn asks_for(&self, field: Field) -> bool {
        self.rows.iter().any(|(ledger, _)| ledger.header.column(field).is_some())
    }

    /// Whether the rows report anything but a state.
    pub(super) fn reports(&self) -> bool {
        let reported = || PROGRESS.into_iter().filter(|field| *field != Field::State);
        self.rows.iter().any(|(_, row)| reported().any(|field| row.text(field).is_some()))
    }

    /// Whether the ledger has the column, with nothing in it.
    pub(super) fn leaves_empty(&self, field: Field) -> bool {
        self.rows.iter().all(|(ledger, row)| ledger.header.column(field).is_some() && row.text(field).is_none())
    }
}
