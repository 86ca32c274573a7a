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
        &[
            "complete",
            "completed",
            "finished",
            "resolved",
            "fixed",
            "merged",
            "已落实",
            "完结",
            "已完结",
            "是",
            "yes",
            "true",
            "待销号",
            "申请销号",
            "待销项",
        ],
    ),
];
const OPEN: &[&str] = &[
    "open",
    "reopened",
    "pending",
    "waiting",
    "incomplete",
    "recurring",
    "否",
    "false",
    "no",
    "未完成",
    "尚未完成",
    "没完成",
    "未办结",
    "未落实",
    "未整改",
    "未销号",
    "未销项",
];
/// Marks that stand for a word, or before one.
const DONE_MARKS: [char; 5] = ['√', '✓', '✔', '☑', '✅'];
const OPEN_MARKS: [char; 5] = ['×', '✗', '✘', '✕', '☐'];

/// What a word says, whether or not a report may name it. Where the unit's own word is enough, what another program calls
/// closed is done.
pub(crate) fn state_meant(text: &str, closing: Closing) -> Option<Meant> {
    if let Some((rest, is_done)) = marked(text) {
        let rest = (!rest.is_empty()).then(|| state_meant(rest, closing));
        let fits = |meant: &Meant| is_done == matches!(meant, Meant::State(State::Done | State::Closed));
        let alone = if is_done { Meant::State(State::Done) } else { Meant::Open };
        return rest.map_or(Some(alone), |meant| meant.filter(fits));
    }
    let word = text.trim().to_lowercase().replace('’', "'");
    if word == "closed" && closing == Closing::Direct {
        return Some(Meant::State(State::Done));
    }
    let reopened = || (EntryState::read(text)? == EntryState::Reopened).then_some(State::InProgress);
    let elsewhere = || ELSEWHERE.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(state, _)| *state);
    let is_open = OPEN.contains(&word.as_str());
    State::read(text).or_else(reopened).or_else(elsewhere).map(Meant::State).or(is_open.then_some(Meant::Open))
}

/// What stands behind a mark, and whether the mark says that it is done: √, ×未完成.
fn marked(text: &str) -> Option<(&str, bool)> {
    let text = text.trim();
    let done = text.strip_prefix(DONE_MARKS).map(|rest| (rest.trim(), true));
    done.or_else(|| text.strip_prefix(OPEN_MARKS).map(|rest| (rest.trim(), false)))
}

/// How far the work has come, where a state is told so: 完成80%.
pub(crate) fn share_told(text: &str) -> Option<&str> {
    let share = ["已完成", "完成", "已"].iter().find_map(|word| text.trim().strip_prefix(word)).unwrap_or(text).trim();
    let digits = share.strip_suffix(['%', '％'])?;
    digits.parse::<f64>().is_ok_and(|share| (0.0..=100.0).contains(&share)).then_some(share)
}
