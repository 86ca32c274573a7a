//! What became of the notices.

use crate::paper::{Block, Line, Page, Tone};
use crate::plan::Language;
use crate::report::diff::{Diff, NoticeChange, NoticeEvent};
use crate::say;
use crate::words;

/// Adds what became of the notices; nothing where nothing did.
pub(super) fn add(page: &mut Page, report: &Diff<'_>, lang: Language) {
    let changes = &report.notices;
    if changes.is_empty() {
        return;
    }
    page.heading(say!(lang, "通知单", "Notices"));
    page.add(Block::Items(changes.iter().map(|change| line(change, lang)).collect()));
}

fn line(change: &NoticeChange<'_>, lang: Language) -> Line {
    let (number, level, unit) = (change.number, change.level.as_notice(lang), change.unit);
    let tasks = words::list(lang, &change.tasks);
    let day = change.date.map(|day| day.to_string()).unwrap_or_default();
    let said = match change.event {
        NoticeEvent::Issued => say!(lang, "{day} 发出{level}", "{level}, issued {day}"),
        NoticeEvent::Received => say!(lang, "{day} 签收", "received {day}"),
        NoticeEvent::Void => say!(lang, "{day} 作废", "void since {day}"),
        NoticeEvent::Rewritten => lang.pick("改写", "rewritten").to_owned(),
        NoticeEvent::Removed => lang.pick("删除", "taken out").to_owned(),
    };
    let tone = match change.event {
        NoticeEvent::Rewritten | NoticeEvent::Removed => Tone::Red,
        NoticeEvent::Issued | NoticeEvent::Received | NoticeEvent::Void => Tone::Plain,
    };
    Line::default()
        .with(say!(lang, "{number}（{unit}）：", "{number} ({unit}): "), Tone::Plain)
        .with(said, tone)
        .with(say!(lang, "，任务 {tasks}", "; tasks {tasks}"), Tone::Plain)
}
