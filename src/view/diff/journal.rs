//! What happened to the journal and the checklists.

use super::{names, words};
use crate::paper::{Block, Line, Page, Tone};
use crate::plan::Language;
use crate::report::diff::{ChecklistChange, Diff, EntriesOf, RemovedEntry, RewrittenEntry};
use crate::say;
use crate::view::entry::entry_line;

/// Adds what should not have happened first, then what is new.
pub(super) fn add(page: &mut Page, report: &Diff<'_>, lang: Language) {
    let journal = &report.comparison.journal;
    let mut tampered: Vec<Line> = journal.rewritten.iter().map(|entry| rewritten(entry, lang)).collect();
    tampered.extend(journal.removed.iter().map(|entry| removed(entry, lang)));
    if !tampered.is_empty() {
        page.heading(say!(lang, "台账被改动的记录", "Entries rewritten or taken out"));
        page.add(Block::Items(tampered));
    }
    if !journal.added.is_empty() {
        let (all, tasks) = (report.comparison.totals.entries_added, journal.added.len());
        page.heading(say!(lang, "台账新增 {all} 条，涉及 {tasks} 项任务", "New entries: {all}, about tasks: {tasks}"));
        page.add(Block::Items(journal.added.iter().map(|of| entries(of, lang)).collect()));
    }
    let lists = &report.comparison.checklists;
    if !lists.is_empty() {
        page.heading(say!(lang, "清单", "Checklists"));
        page.add(Block::Items(lists.iter().map(|list| rows(list, lang)).collect()));
    }
}

fn rewritten(entry: &RewrittenEntry<'_>, lang: Language) -> Line {
    let (task, title, date) = (entry.task, entry.title, entry.date);
    let changes = entry.changes.iter().map(|change| {
        let (field, said) = (names::entry_field(lang, &change.field), words::plain_change(change, lang));
        say!(lang, "{field} {said}", "{field} {said}")
    });
    let changes = changes.collect::<Vec<_>>().join(lang.pick("；", "; "));
    let line = Line::default().with(say!(lang, "【改写】", "[rewritten] "), Tone::Red);
    line.with(say!(lang, "{task} {title}，{date}：{changes}", "{task} {title}, {date}: {changes}"), Tone::Plain)
}

fn removed(entry: &RemovedEntry<'_>, lang: Language) -> Line {
    let (task, title, said) = (entry.task, entry.title, entry_line(&entry.entry, lang).text());
    let line = Line::default().with(say!(lang, "【删除】", "[taken out] "), Tone::Red);
    line.with(say!(lang, "{task} {title}，{said}", "{task} {title}, {said}"), Tone::Plain)
}

fn entries(of: &EntriesOf<'_>, lang: Language) -> Line {
    let (task, title, entries, amendments) = (of.task, of.title, of.entries, of.amendments);
    let withdrawn = of.withdrawals.iter().map(|other| {
        let (date, reason) = (other.date, other.reason);
        say!(lang, "；作废 {date} 的记录：{reason}", "; withdraws the entry of {date}: {reason}")
    });
    let said = match amendments {
        0 => say!(lang, "{task} {title}：{entries} 条", "{task} {title}: {entries}"),
        _ => say!(
            lang,
            "{task} {title}：{entries} 条，其中调整 {amendments} 条",
            "{task} {title}: {entries} (amendments: {amendments})"
        ),
    };
    Line::plain(said + &withdrawn.collect::<String>())
}

fn rows(list: &ChecklistChange<'_>, lang: Language) -> Line {
    let (closed, reopened, redated) = (list.closed, list.reopened, list.redated);
    let (added, removed) = (list.added, list.removed);
    let parts = [
        (closed, say!(lang, "销项 {closed} 个", "{closed} closed")),
        (reopened, say!(lang, "恢复未销 {reopened} 个", "{reopened} reopened")),
        (redated, say!(lang, "销项日期改动 {redated} 个", "{redated} redated")),
        (added, say!(lang, "新增 {added} 个", "{added} new")),
        (removed, say!(lang, "减少 {removed} 个", "{removed} taken out")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part);
    let parts = parts.collect::<Vec<_>>().join(lang.pick("，", ", "));
    let (task, title, path) = (list.task, list.title, list.checklist);
    Line::plain(say!(lang, "{task} {title}（{path}）：{parts}", "{task} {title} ({path}): {parts}"))
}
