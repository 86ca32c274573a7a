//! What a state column says: words of the files, of clerks, and verdicts that are no states.

use crate::assess::State;
use crate::meant::half_width;
use crate::plan::EntryState;
use crate::words::Worded;

/// Words that judge the pace: the program does that itself.
pub(super) fn is_verdict(text: &str) -> bool {
    let words =
        ["达进度", "超进度", "欠进度", "滞后", "逾期", "超期", "临期", "序时进度", "达到序时进度", "未达序时进度"];
    words.contains(&half_width(text).as_str())
}

/// The state that a word means, whether or not a report may name it.
pub(super) fn state_meant(text: &str) -> Option<State> {
    let reopened = || (EntryState::read(text)? == EntryState::Reopened).then_some(State::InProgress);
    State::read(text).or_else(reopened)
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
            ("重新启动", Some(State::InProgress)),
            ("差不多", None),
            ("未完成", None),
            ("not done", None),
        ] {
            assert_eq!(state_meant(text), state, "{text}");
        }
        assert!(is_verdict("欠进度") && is_verdict("滞后") && !is_verdict("推进中"));
    }
}
