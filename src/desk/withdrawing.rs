//! Which entry is meant to be withdrawn, and what follows from that for the plan.

use inquire::Select;

use crate::desk::asking::on_terminal;
use crate::desk::output::Listed;
use crate::desk::writing::{Draft, not_edited};
use crate::plan::{AmendedField, Date, Entry, Language, Task, Withdrawal};
use crate::report::show::EntryLine;
use crate::say;
use crate::view::entry_said;
use crate::words;

/// What is known of the entry that is meant.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meant {
    /// Its day; the last one on which the task has an entry, where none is given.
    pub(crate) date: Option<Date>,
    /// Who reported.
    pub(crate) by: Option<String>,
    /// Its mark.
    pub(crate) mark: Option<String>,
}

/// The entry of a task that is meant. Where several could be, whoever sits at the terminal is asked.
pub(crate) fn entry_meant(draft: &Draft, task: &Task, meant: &Meant) -> anyhow::Result<Entry> {
    let lang = draft.lang;
    let is_own = |entry: &&Entry| entry.task == task.id && entry.says_anything();
    let by = |entry: &&Entry| meant.by.as_ref().is_none_or(|by| entry.by.as_ref() == Some(by));
    let of_task: Vec<&Entry> = draft.rewrite.opened().journal.counting().filter(is_own).filter(by).collect();
    let id = &task.id;
    let Some(date) = meant.date.or_else(|| of_task.iter().map(|entry| entry.date).max()) else {
        anyhow::bail!(say!(lang, "{id} 没有可作废的记录", "{id} has no entry to withdraw"));
    };
    let mark = |entry: &&Entry| meant.mark.as_ref().is_none_or(|mark| *mark == entry.mark());
    let found: Vec<&Entry> = of_task.iter().copied().filter(|entry| entry.date == date).filter(mark).collect();
    match found.as_slice() {
        [only] => Ok((*only).clone()),
        [] => anyhow::bail!(nothing_of(lang, task, date, &of_task)),
        several => which(lang, task, several),
    }
}

fn nothing_of(lang: Language, task: &Task, date: Date, of_task: &[&Entry]) -> String {
    let id = &task.id;
    let mut days: Vec<String> = of_task.iter().map(|entry| entry.date.to_string()).collect();
    days.dedup();
    let days = words::list(lang, days.iter().rev().take(5));
    say!(
        lang,
        "{id} 在 {date} 没有这样的记录；有记录的日期：{days}",
        "{id} has no such entry of {date}; it has entries of {days}"
    )
}

/// One of several entries of a day.
fn which(lang: Language, task: &Task, several: &[&Entry]) -> anyhow::Result<Entry> {
    let line = |entry: &Entry| format!("{}  {}", entry.mark(), entry_said(&EntryLine::of(Some(task), entry), lang));
    let lines: Vec<String> = several.iter().map(|entry| words::visible(&line(entry)).into_owned()).collect();
    if on_terminal() {
        let chosen = Select::new(lang.pick("作废哪一条", "Which entry"), lines.clone()).prompt()?;
        let at = lines.iter().position(|line| *line == chosen);
        if let Some(entry) = at.and_then(|at| several.get(at)) {
            return Ok((*entry).clone());
        }
    }
    let day = several.first().map(|entry| entry.date.to_string()).unwrap_or_default();
    let (id, list) = (&task.id, lines.iter().map(|line| format!("\n  {line}")).collect::<String>());
    Err(Listed(say!(
        lang,
        "{id} 当天有几条记录，请写明作废哪一条，如 workplan withdraw {id} --date {day} --entry {} --reason 原因：{list}",
        "{id} has several entries of that day; say which, as workplan withdraw {id} --date {day} --entry {} --reason WHY:{list}",
        several.first().map(|entry| entry.mark()).unwrap_or_default()
    ))
    .into())
}

/// That an entry is withdrawn, for a reason. Its mark is always given: a merge may bring another entry of that day.
pub(crate) fn withdrawal(entry: &Entry, reason: &str) -> Withdrawal {
    Withdrawal { date: entry.date, entry: Some(entry.mark()), reason: reason.trim().to_owned() }
}

/// Puts back what a withdrawn amendment has changed in the task.
pub(crate) fn put_back(draft: &mut Draft, task: &Task, entry: &Entry) -> anyhow::Result<()> {
    let lang = draft.lang;
    let Some(amendment) = entry.amendment.as_deref().filter(|amendment| amendment.field != AmendedField::State) else {
        return Ok(());
    };
    let same_field = |other: &&Entry| {
        let amended = other.amendment.as_deref();
        other.task == task.id && amended.is_some_and(|other| other.field == amendment.field)
    };
    let last = draft.rewrite.opened().journal.counting().filter(same_field).last();
    if let Some(later) = last.filter(|last| *last != entry) {
        let (id, name, date) = (&task.id, words::field_name(lang, &amendment.field.to_string()), later.date);
        anyhow::bail!(say!(
            lang,
            "{id} 的{name}其后于 {date} 又作过调整，请先作废那一次：workplan withdraw {id} --date {date} --reason 原因",
            "{id}: {name} was amended again on {date}; withdraw that first: workplan withdraw {id} --date {date} --reason WHY"
        ));
    }
    let from = amendment.from.clone();
    draft.rewrite.set(&task.id, &amendment.field, &from).map_err(|error| not_edited(lang, &error))
}
