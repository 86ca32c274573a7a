//! The unit says that something stands in the way, or a reviewer sent the work back.

use crate::plan::{EntryState, Escalation};

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::assess::state::State;

pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let named = match standing.state {
        State::Blocked => EntryState::Blocked,
        State::Returned => EntryState::Returned,
        State::NotStarted | State::InProgress | State::Done | State::Closed | State::Cancelled => return Vec::new(),
    };
    // The day on which this spell began: later entries may say the same again.
    let naming = standing.entries.iter().rev().filter(|entry| entry.state.is_some());
    let since = naming.take_while(|entry| entry.state == Some(named)).last().map(|entry| entry.date);
    vec![Alert {
        code: AlertCode::Blocked,
        severity: Severity::Warning,
        escalation: Some(Escalation::Remind),
        detail: AlertDetail::Blocked { state: standing.state, since },
    }]
}
