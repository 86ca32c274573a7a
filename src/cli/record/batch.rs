//! A batch of reports out of a file: every fault with its row, and all of it or nothing.

use std::collections::HashSet;
use std::process::ExitCode;

use crate::check;
use crate::cli::Global;
use crate::cli::output::{Doubtful, Listed};
use crate::cli::writing::{Draft, Extent, change, not_edited};
use crate::lang;
use crate::plan::{Entry, Language};
use crate::say;
use crate::store::Origin;

use super::facts::FactFault;
use super::rows::{COLUMNS, RowFault, rows, text_of};
use super::{RecordArgs, doubts_about, task_of};

/// Enters a batch.
pub(super) fn record(global: &Global, args: &RecordArgs, from: &str, force: bool) -> anyhow::Result<ExitCode> {
    let text = text_of(from)?;
    change(global, &args.write, &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let (mut rows, mut faults) = rows(from, &text, lang);
        rows.retain(|row| !row.facts.say_nothing());
        for row in rows.iter_mut().filter(|row| row.facts.date.trim().is_empty()) {
            match &args.date {
                Some(date) => row.facts.date.clone_from(date),
                None => faults.push(RowFault {
                    line: row.line,
                    key: Some("date"),
                    message: say!(
                        lang,
                        "没有日期；请填写，或用 --date 统一指定",
                        "no date: write one, or give --date for all"
                    ),
                }),
            }
        }
        let mut entries = Vec::new();
        for row in &rows {
            match row.facts.entry(draft.rewrite.opened(), draft.today, lang) {
                Ok(entry) => entries.push((row.line, entry)),
                Err(wrong) => faults.extend(wrong.into_iter().map(|fault| at_row(row.line, fault))),
            }
        }
        faults.sort_by_key(|fault| fault.line);
        refuse(from, &faults, lang)?;
        append(draft, from, entries, force)
    })
}

/// Appends what the journal does not hold yet.
fn append(draft: &mut Draft, from: &str, entries: Vec<(usize, Entry)>, force: bool) -> anyhow::Result<String> {
    let lang = draft.lang;
    let found = entries.len();
    let held = &draft.rewrite.opened().journal.entries;
    let new: Vec<(usize, Entry)> = entries.into_iter().filter(|(_, entry)| !held.contains(entry)).collect();
    let known = found - new.len();
    if !force {
        undoubted(draft, from, &new)?;
    }
    let (lines, entries): (Vec<usize>, Vec<Entry>) = new.into_iter().unzip();
    let origins = draft.rewrite.append(&entries).map_err(|error| not_edited(&error))?;
    refuse(from, &in_the_journal(draft, &origins, &lines), lang)?;
    let count = entries.len();
    let tasks = entries.iter().map(|entry| &entry.task).collect::<HashSet<_>>().len();
    Ok(match known {
        0 => say!(lang, "{count} 条记录，涉及 {tasks} 项任务", "{count} entries about {tasks} tasks"),
        known => say!(
            lang,
            "{count} 条记录，涉及 {tasks} 项任务；另有 {known} 条台账中已有，未重复写入",
            "{count} entries about {tasks} tasks; {known} more were in the journal already"
        ),
    })
}

fn undoubted(draft: &Draft, from: &str, new: &[(usize, Entry)]) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    for (at, (line, entry)) in new.iter().enumerate() {
        let before: Vec<&Entry> = new.iter().take(at).map(|(_, entry)| entry).collect();
        let doubts = doubts_about(draft, task_of(draft, entry)?, entry, &before);
        lines.extend(doubts.iter().map(|doubt| format!("{from}:{line}: {}", lang::doubt(draft.lang, doubt))));
    }
    if lines.is_empty() { Ok(()) } else { Err(Doubtful(lines).into()) }
}

/// What the checks find wrong with the new entries, each at its row.
fn in_the_journal(draft: &Draft, origins: &[Origin], lines: &[usize]) -> Vec<RowFault> {
    let opened = draft.rewrite.opened();
    let found = check::run(opened, draft.lang);
    let errors = found.iter().filter(|found| found.severity == check::Gravity::Error);
    let faults = errors.filter_map(|error| {
        let root = opened.nodes(error.file_index)?;
        let item = root.items().iter().position(|item| item.span.contains(&error.span.start))?;
        let row = origins.iter().position(|origin| (origin.file, origin.item) == (error.file_index, item))?;
        let message = format!("{} {}（{}）", error.code, error.message, error.hint);
        Some(RowFault { line: *lines.get(row)?, key: None, message })
    });
    faults.collect()
}

fn at_row(line: usize, fault: FactFault) -> RowFault {
    // Some messages say themselves what they are about.
    let named = matches!(fault.key, "task" | "by" | "checkpoints" | "reply_to");
    RowFault { line, key: (!named).then_some(fault.key), message: fault.message }
}

fn refuse(from: &str, faults: &[RowFault], lang: Language) -> anyhow::Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let shown = |fault: &RowFault| {
        let column = COLUMNS.iter().find(|known| Some(known.key) == fault.key);
        let column = column.map(|known| say!(lang, "{}：", "{}: ", lang::pick(lang, known.zh, known.key)));
        format!("\n{from}:{}: {}{}", fault.line, column.unwrap_or_default(), fault.message)
    };
    let (count, list) = (faults.len(), faults.iter().map(shown).collect::<String>());
    let plural = if count == 1 { "" } else { "s" };
    Err(anyhow::Error::new(Listed(say!(
        lang,
        "{count} 处有误，全部没有写入{list}",
        "{count} fault{plural}; nothing was written{list}"
    ))))
}
