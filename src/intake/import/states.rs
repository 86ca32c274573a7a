//! The states of ledgers, those of other programs among them.

use crate::assess::State;
use crate::plan::meant::column::Field;
use crate::plan::meant::half_width;
use crate::plan::{Closing, EntryState};

use super::group::Group;
use crate::intake::ledger::{Meant, state_meant};

/// The state as a report names it, if a unit may.
pub(super) fn reported(state: State) -> Option<EntryState> {
    match state {
        State::InProgress => Some(EntryState::InProgress),
        State::Blocked => Some(EntryState::Blocked),
        State::Done => Some(EntryState::Done),
        State::NotStarted | State::Closed | State::Returned | State::Cancelled => None,
    }
}

/// Whether a ledger without a column of states gives the day on which a task was finished, where nobody has to review it.
pub(super) fn finishes(group: &Group<'_, '_>, closing: Closing) -> bool {
    let has_day = group.whole(Field::FinishedOn).is_some_and(|text| text.contains(|c: char| c.is_numeric()));
    closing == Closing::Direct && !group.asks_for(Field::State) && has_day
}

/// Whether the rows say that the task is done.
pub(super) fn is_done(group: &Group<'_, '_>, closing: Closing) -> bool {
    let is_done = |text: String| matches!(state_meant(&text, closing), Some(Meant::State(State::Done)));
    let says = finishes(group, closing) || group.whole(Field::State).is_some_and(is_done);
    says && group.given_up().is_none() && !(closing == Closing::Reviewed && group.asks_whether_closed())
}

/// Words that judge the pace: the program does that itself.
pub(super) fn is_verdict(text: &str) -> bool {
    let words =
        ["达进度", "超进度", "欠进度", "滞后", "逾期", "超期", "临期", "序时进度", "达到序时进度", "未达序时进度"];
    words.contains(&half_width(text).as_str())
}

/// Whether a word says what is known: a closed task is done as well.
pub(super) fn is_same(known: State, meant: State) -> bool {
    known == meant || (known == State::Closed && meant == State::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_state_column_are_understood() {
        for (text, state) in [
            ("已完成", Some(State::Done)),
            ("提前完成", Some(State::Done)),
            ("推进中", Some(State::InProgress)),
            ("正常推进", Some(State::InProgress)),
            ("未启动", Some(State::NotStarted)),
            ("not started", Some(State::NotStarted)),
            ("in progress", Some(State::InProgress)),
            ("受阻", Some(State::Blocked)),
            ("已销号", Some(State::Closed)),
            ("已退回", Some(State::Returned)),
            ("已撤销", Some(State::Cancelled)),
            ("To Do", Some(State::NotStarted)),
            ("On Hold", Some(State::Blocked)),
            ("Completed", Some(State::Done)),
            ("CLOSED", Some(State::Done)),
            ("In Review", Some(State::InProgress)),
            ("Won’t Do", Some(State::Cancelled)),
            ("Backlog", Some(State::NotStarted)),
            ("√", Some(State::Done)),
            ("✓ 已完成", Some(State::Done)),
            ("待销号", Some(State::Done)),
            ("×", None),
            ("√未完成", None),
            ("未完成", None),
            ("OPEN", None),
            ("差不多", None),
        ] {
            let meant = match state_meant(text, Closing::Direct) {
                Some(Meant::State(state)) => Some(state),
                Some(Meant::Open) | None => None,
            };
            assert_eq!(meant, state, "{text}");
        }
        assert!(matches!(state_meant("closed", Closing::Reviewed), Some(Meant::State(State::Closed))));
        assert!(is_verdict("欠进度") && is_verdict("滞后") && !is_verdict("推进中"));
    }
}
