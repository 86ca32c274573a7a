//! What became of notices: which were issued, received, or said to be void.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Date, Escalation, Journal, Notice, NoticeNumber};

/// What became of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeChange<'a> {
    /// Its number.
    pub number: &'a NoticeNumber,
    /// How loudly it speaks.
    pub level: Escalation,
    /// The unit that it went to.
    pub unit: &'a str,
    /// What it is about.
    pub tasks: Vec<&'a str>,
    /// What happened.
    pub event: NoticeEvent,
    /// The day of that; `null` of what should not have happened.
    pub date: Option<Date>,
}

/// What happened to a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum NoticeEvent {
    /// It was issued.
    Issued,
    /// The unit took it over.
    Received,
    /// It was said to be void.
    Void,
    /// It says something else than it did.
    Rewritten,
    /// It was taken out.
    Removed,
}

/// What became of the notices, in the order of the newer journal; last those that are gone.
pub(super) fn changes<'a>(from: &'a Journal, to: &'a Journal) -> Vec<NoticeChange<'a>> {
    let old: HashMap<&NoticeNumber, &Notice> = from.notices.iter().map(|notice| (&notice.number, notice)).collect();
    let new: HashMap<&NoticeNumber, &Notice> = to.notices.iter().map(|notice| (&notice.number, notice)).collect();
    let happened = to.notices.iter().flat_map(|notice| events(old.get(&notice.number).copied(), notice));
    let gone = from.notices.iter().filter(|notice| !new.contains_key(&notice.number));
    happened.chain(gone.map(|notice| NoticeChange::new(notice, NoticeEvent::Removed, None))).collect()
}

fn events<'a>(old: Option<&'a Notice>, new: &'a Notice) -> Vec<NoticeChange<'a>> {
    let is_new = |was: fn(&Notice) -> Option<Date>| was(new).filter(|_| old.and_then(was).is_none());
    let received = is_new(|notice| notice.received);
    let voided = is_new(|notice| notice.voided);
    let change = |event, date| NoticeChange::new(new, event, date);
    let mut events = Vec::new();
    match old {
        None => events.push(change(NoticeEvent::Issued, Some(new.date))),
        Some(old) if *new != old.with_added(new) => events.push(change(NoticeEvent::Rewritten, None)),
        Some(_) => {}
    }
    events.extend(received.map(|day| change(NoticeEvent::Received, Some(day))));
    events.extend(voided.map(|day| change(NoticeEvent::Void, Some(day))));
    events
}

impl<'a> NoticeChange<'a> {
    fn new(notice: &'a Notice, event: NoticeEvent, date: Option<Date>) -> NoticeChange<'a> {
        NoticeChange {
            number: &notice.number,
            level: notice.level,
            unit: notice.unit.as_str(),
            tasks: notice.tasks.iter().map(|task| task.as_str()).collect(),
            event,
            date,
        }
    }
}
