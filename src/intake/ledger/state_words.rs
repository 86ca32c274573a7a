//! The words by which ledgers, those of other programs among them, name a task's state.

use crate::assess::State;
use crate::plan::{Closing, EntryState};
use crate::words::Worded;

/// What a word says of a task's state.
pub(crate) enum Meant {
    /// A state.
    State(State),
    /// That it is not done, and nothing else: `open`.
    Open,
}

/// Words of other programs.
const ELSEWHERE: &[(State, &[&str])] = &[
    (
        State::NotStarted,
        &["to do", "todo", "new", "backlog", "planned", "ready", "selected for development", "尚未开始", "未动工"],
    ),
    (
        State::InProgress,
        &[
            "doing",
            "working on it",
            "in review",
            "review",
            "in qa",
            "wip",
            "started",
            "active",
            "testing",
            "办理中",
            "开展中",
            "落实中",
        ],
    ),
    (State::Blocked, &["on hold", "stuck", "impeded", "deferred", "waiting for others", "暂停", "搁置"]),
    (
        State::Cancelled,
        &[
            "won't do",
            "wont do",
            "won't fix",
            "wontfix",
            "not planned",
            "duplicate",
            "invalid",
            "rejected",
            "abandoned",
            "不再实施",
            "deleted",
        ],
    ),
    (
        State::Done,
        &["complete", "completed", "finished", "resolved", "fixed", "merged", "已落实", "完结", "已完结", "是", "true"],
    ),
];
const OPEN: &[&str] = &["open", "reopened", "pending", "waiting", "incomplete", "recurring", "否", "false"];

/// What a word says, whether or not a report may name it. Where the unit's own word is enough, what another program calls
/// closed is done.
pub(crate) fn state_meant(text: &str, closing: Closing) -> Option<Meant> {
    let word = text.trim().to_lowercase().replace('’', "'");
    if word == "closed" && closing == Closing::Direct {
        return Some(Meant::State(State::Done));
    }
    let reopened = || (EntryState::read(text)? == EntryState::Reopened).then_some(State::InProgress);
    let elsewhere = || ELSEWHERE.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(state, _)| *state);
    let is_open = OPEN.contains(&word.as_str());
    State::read(text).or_else(reopened).or_else(elsewhere).map(Meant::State).or(is_open.then_some(Meant::Open))
}
