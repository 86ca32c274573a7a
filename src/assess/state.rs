//! What the journal says of a task. Derived, never stored.

use serde::Serialize;

use crate::plan::{AmendedField, CarriedFrom, Entry, EntryState, FieldValue};
use crate::words::{Term, Worded, terms};

/// What the journal says of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum State {
    /// Nothing was ever reported.
    NotStarted,
    /// Work goes on.
    InProgress,
    /// Something stands in the way.
    Blocked,
    /// The unit reports that the work is finished.
    Done,
    /// A reviewer has closed it (销号).
    Closed,
    /// A reviewer has sent it back (退回).
    Returned,
    /// Called off; counted nowhere.
    Cancelled,
}

impl State {
    /// Every state.
    pub const ALL: [State; 7] = [
        State::NotStarted,
        State::InProgress,
        State::Blocked,
        State::Done,
        State::Closed,
        State::Returned,
        State::Cancelled,
    ];

    /// The state's name in the files and in the machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            State::NotStarted => "not_started",
            State::InProgress => "in_progress",
            State::Blocked => "blocked",
            State::Done => "done",
            State::Closed => "closed",
            State::Returned => "returned",
            State::Cancelled => "cancelled",
        }
    }

    /// What an entry's word means.
    fn of(word: EntryState) -> State {
        match word {
            EntryState::InProgress | EntryState::Reopened => State::InProgress,
            EntryState::Blocked => State::Blocked,
            EntryState::Done => State::Done,
            EntryState::Closed => State::Closed,
            EntryState::Returned => State::Returned,
            EntryState::Cancelled => State::Cancelled,
        }
    }

    /// The state after the given entries, oldest first: the last one that names a state wins; where none does, the
    /// state in which the task was carried over; where there is none either, a report of any kind or a closed row of a checklist means that work goes on.
    pub(super) fn after(entries: &[&Entry], rows_closed: bool, carried: Option<&CarriedFrom>) -> State {
        let carried = || carried.and_then(|carried| carried.state).map(State::of);
        if let Some(named) = entries.iter().rev().find_map(|entry| named_state(entry)).or_else(carried) {
            return named;
        }
        let work_shows = rows_closed || entries.iter().any(|entry| entry.is_report());
        if work_shows { State::InProgress } else { State::NotStarted }
    }
}

impl Worded for State {
    const TERMS: &'static [Term] = terms::STATES;

    fn all() -> &'static [State] {
        &State::ALL
    }

    fn key(self) -> &'static str {
        self.name()
    }
}

/// The state that an entry names, if it names one.
pub(crate) fn named_state(entry: &Entry) -> Option<State> {
    let cancelled = entry.amendment.as_deref().is_some_and(|amendment| {
        amendment.field == AmendedField::State && amendment.to == FieldValue::One("cancelled".to_owned())
    });
    if cancelled { Some(State::Cancelled) } else { entry.state.map(State::of) }
}
