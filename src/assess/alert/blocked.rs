//! The unit says that something stands in the way, or a reviewer sent the work back.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::assess::state::State;
use crate::plan::{Date, EntryState, Escalation, Language};
use crate::say;
use crate::words::Worded;
use crate::words::terms::term;

use super::case::{Case, Rule};

pub(super) const RULE: Rule = Rule { code: AlertCode(&term("blocked", "受阻", "blocked", &[])), found, said };

fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    if named(case.standing.state).is_none() {
        return Vec::new();
    }
    vec![Alert {
        code: RULE.code,
        severity: Severity::Warning,
        escalation: Some(Escalation::Remind),
        about: About::Task,
    }]
}

/// What an entry calls the state, where it calls for attention.
fn named(state: State) -> Option<EntryState> {
    match state {
        State::Blocked => Some(EntryState::Blocked),
        State::Returned => Some(EntryState::Returned),
        State::NotStarted | State::InProgress | State::Done | State::Closed | State::Cancelled => None,
    }
}

fn said(lang: Language, standing: &Standing<'_>, _: &About) -> String {
    let word = standing.state.word(lang);
    match since(standing) {
        Some(since) if standing.state == State::Returned => say!(lang, "{since} 被退回", "{word} on {since}"),
        Some(since) => say!(lang, "{since} 起{word}", "{word} since {since}"),
        None => word.to_owned(),
    }
}

/// The day on which this spell began: later entries may say the same again.
fn since(standing: &Standing<'_>) -> Option<Date> {
    let named = named(standing.state)?;
    let naming = standing.entries.iter().rev().filter(|entry| entry.state.is_some());
    naming.take_while(|entry| entry.state == Some(named)).last().map(|entry| entry.date)
}
