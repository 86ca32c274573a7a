//! What comes out of somebody's file: all of it is written, or none, and what is wrong with any part is said of its place.

use std::collections::{HashMap, HashSet};

use crate::assess::{Doubt, doubts};
use crate::check::{self, Gravity};
use crate::desk::output::{Doubtful, Listed, note};
use crate::desk::writing::{Draft, not_edited};
use crate::intake::import::{Heard, Taken};
use crate::intake::place::{Place, Placed, PlacedFault};
use crate::plan::{Date, Entry, Language, Plan, Task, TaskId, counting};
use crate::report::filter::working_unit_named;
use crate::say;
use crate::store::{EditError, Origin};
use crate::view;

/// Enters what was heard of ledgers. `progress_only` leaves what differs from the plan itself.
pub(crate) fn enter(draft: &mut Draft, heard: Heard, progress_only: bool, force: bool) -> anyhow::Result<String> {
    let lang = draft.lang;
    let Heard { entries, report, mut faults, changes, mut remarks, known, passed_over, parts } = heard;
    let refused = if progress_only { 0 } else { changes.len() };
    if progress_only { &mut remarks } else { &mut faults }.extend(changes);
    refuse(&faults, lang).map_err(|error| with_advice(error, refused, lang))?;
    say_all(&remarks, lang);
    if parts > 0 {
        let plural = if parts == 1 { " is" } else { "s are" };
        note(
            lang,
            &say!(
                lang,
                "{parts} 行是计划的板块或专题，不是任务，已略过",
                "{parts} row{plural} a section or a theme of the plan and no task: passed over"
            ),
        );
    }
    if passed_over > 0 {
        note(
            lang,
            &say!(
                lang,
                "{passed_over} 行不是本计划的任务，也没有填报内容，已略过",
                "{passed_over} rows are about no task of the plan, and nothing is filled in: passed over"
            ),
        );
    }
    draft.shows = Some(view::new_entries(&report, lang));
    let what = append(draft, entries, force)?;
    Ok(match known {
        0 => what,
        1 => say!(lang, "{what}；1 项任务与台账一致，没有新内容", "{what}; of 1 task nothing new is said"),
        known => {
            say!(lang, "{what}；{known} 项任务与台账一致，没有新内容", "{what}; of {known} tasks nothing new is said")
        }
    })
}

/// What was refused, and how the progress alone may be had where the plan itself was to be changed.
fn with_advice(error: anyhow::Error, changes: usize, lang: Language) -> anyhow::Error {
    let (Some(Listed(list)), true) = (error.downcast_ref(), changes > 0) else { return error };
    let tail = say!(
        lang,
        "只取进展、不取对计划内容的改动的，加 --progress-only",
        "to take the progress alone, and leave changes of the plan, add --progress-only"
    );
    Listed(format!("{list}\n{tail}")).into()
}

/// Adds the tasks of ledgers, and the sections and units that they name. `file` is what is typed to read them once more.
pub(crate) fn add(draft: &mut Draft, taken: Taken, file: &str) -> anyhow::Result<String> {
    let lang = draft.lang;
    refuse(&taken.faults, lang)?;
    refuse(&of_retired(draft.plan(lang)?, &taken, draft.today, lang), lang)?;
    say_all(&taken.remarks, lang);
    if taken.progress {
        note(
            lang,
            &say!(
                lang,
                "表中的进展（当前值、状态、进展情况等）没有导入；任务写入后，用 workplan import {file} --date 日期 记入台账",
                "the ledger's progress (values, states, reports) is not taken; once the tasks are written, enter it with `workplan import {file} --date DAY`"
            ),
        );
    }
    declare(draft, &taken).map_err(|error| not_edited(lang, &error))?;
    let (count, held) = (taken.tasks.len(), taken.held);
    let places: HashMap<TaskId, Place> =
        taken.tasks.iter().map(|(place, task)| (task.id.clone(), place.clone())).collect();
    let tasks = taken.tasks.into_iter().map(|(_, task)| task).collect();
    draft.rewrite.add(tasks).map_err(|error| not_edited(lang, &error))?;
    refuse(&in_the_plan(draft, &places), lang)?;
    draft.shows = Some(view::new_tasks(&taken.report, lang));
    let plural = if count == 1 { "" } else { "s" };
    Ok(match held {
        0 => say!(lang, "新增任务 {count} 项", "{count} new task{plural}"),
        held => say!(
            lang,
            "新增任务 {count} 项；另有 {held} 项计划中已有，未改动",
            "{count} new task{plural}; {held} more are in the plan already, and stay as they are"
        ),
    })
}

/// New tasks for units that are no more.
fn of_retired(plan: &Plan, taken: &Taken, day: Date, lang: Language) -> Vec<PlacedFault> {
    let faults = taken.tasks.iter().flat_map(|(place, task)| {
        let units = task.lead.iter().chain(&task.support);
        let refused = units.filter(|unit| plan.head.unit(unit).is_some()).filter_map(|unit| {
            let error = working_unit_named(plan, unit.as_str(), day).err()?;
            let message = error.said(lang, lang.pick("单位", "unit"), unit.as_str());
            Some(PlacedFault { place: place.clone(), message })
        });
        refused.collect::<Vec<_>>()
    });
    faults.collect()
}

fn declare(draft: &mut Draft, taken: &Taken) -> Result<(), EditError> {
    for unit in &taken.units {
        draft.rewrite.declare_unit(unit.clone())?;
    }
    for field in &taken.fields {
        draft.rewrite.declare_field(field)?;
    }
    for section in &taken.sections {
        draft.rewrite.declare_section(section.clone())?;
    }
    taken.themes.iter().try_for_each(|(section, theme)| draft.rewrite.declare_theme(section, theme.clone()))
}

fn say_all(remarks: &[PlacedFault], lang: Language) {
    remarks.iter().for_each(|remark| note(lang, &format!("{}: {}", remark.place, remark.message)));
}

/// Refuses everything, with every fault, in the order in which a reader finds them.
pub(crate) fn refuse(faults: &[PlacedFault], lang: Language) -> anyhow::Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let mut faults: Vec<&PlacedFault> = faults.iter().collect();
    faults.sort_by(|one, other| one.place.cmp(&other.place));
    let count = faults.len();
    let list: String = faults.iter().map(|fault| format!("\n{}: {}", fault.place, fault.message)).collect();
    let plural = if count == 1 { "" } else { "s" };
    Err(anyhow::Error::new(Listed(say!(
        lang,
        "{count} 处有误，全部没有写入{list}",
        "{count} fault{plural}; nothing was written{list}"
    ))))
}

/// Appends what the journal does not hold yet, and says how many entries that was, about how many tasks.
pub(crate) fn append(draft: &mut Draft, entries: Vec<Placed>, force: bool) -> anyhow::Result<String> {
    let lang = draft.lang;
    let found = entries.len();
    let mut held: HashMap<(&TaskId, Date), Vec<&Entry>> = HashMap::new();
    // What was withdrawn may be said anew.
    for entry in draft.rewrite.opened().journal.counting() {
        held.entry((&entry.task, entry.date)).or_default().push(entry);
    }
    let is_held = |entry: &Entry| held.get(&(&entry.task, entry.date)).is_some_and(|held| held.contains(&entry));
    let new: Vec<Placed> = entries.into_iter().filter(|new| !is_held(&new.entry)).collect();
    let known = found - new.len();
    refuse_flood(&new, lang)?;
    if !force {
        undoubted(draft, &new)?;
    }
    let (places, entries): (Vec<Place>, Vec<Entry>) = new.into_iter().map(|new| (new.place, new.entry)).unzip();
    let origins = draft.rewrite.append(&entries).map_err(|error| not_edited(draft.lang, &error))?;
    refuse(&in_the_journal(draft, &origins, &places), lang)?;
    let count = entries.len();
    let tasks = entries.iter().map(|entry| &entry.task).collect::<HashSet<_>>().len();
    let (entry, task) = (if count == 1 { "entry" } else { "entries" }, if tasks == 1 { "task" } else { "tasks" });
    Ok(match known {
        0 => say!(lang, "{count} 条记录，涉及 {tasks} 项任务", "{count} {entry} about {tasks} {task}"),
        known => say!(
            lang,
            "{count} 条记录，涉及 {tasks} 项任务；另有 {known} 条台账中已有，未重复写入",
            "{count} {entry} about {tasks} {task}; {known} more in the journal already"
        ),
    })
}

/// No task is reported on so often at once; each report is compared with all the others.
const MOST_ABOUT_ONE_TASK: usize = 1_000;

fn refuse_flood(new: &[Placed], lang: Language) -> anyhow::Result<()> {
    let mut counts: HashMap<&TaskId, usize> = HashMap::new();
    for Placed { place, entry } in new {
        let count = counts.entry(&entry.task).or_default();
        *count += 1;
        if *count > MOST_ABOUT_ONE_TASK {
            anyhow::bail!(say!(
                lang,
                "{place}：任务 {} 的记录超过 {MOST_ABOUT_ONE_TASK} 条，没有写入；请核对文件",
                "{place}: more than {MOST_ABOUT_ONE_TASK} reports on {}; nothing was written: look at the file",
                entry.task
            ));
        }
    }
    Ok(())
}

fn undoubted(draft: &Draft, new: &[Placed]) -> anyhow::Result<()> {
    let tasks: HashMap<&TaskId, &Task> = draft.plan(draft.lang)?.tasks.iter().map(|task| (&task.id, task)).collect();
    let mut told: HashMap<&TaskId, Vec<&Entry>> = HashMap::new();
    for entry in draft.rewrite.opened().journal.counting() {
        told.entry(&entry.task).or_default().push(entry);
    }
    let mut lines = Vec::new();
    for Placed { place, entry } in new {
        let told = told.entry(&entry.task).or_default();
        let task = tasks.get(&entry.task).copied().map_or_else(|| task_of(draft, entry), Ok)?;
        let doubts = doubts_among(draft, task, entry, told.iter().copied());
        lines.extend(doubts.iter().map(|doubt| format!("{place}: {}", doubt.said(draft.lang))));
        told.push(entry);
    }
    if lines.is_empty() { Ok(()) } else { Err(Doubtful(lines).into()) }
}

/// What the checks find wrong with the new entries, each at its place.
fn in_the_journal(draft: &Draft, origins: &[Origin], places: &[Place]) -> Vec<PlacedFault> {
    let opened = draft.rewrite.opened();
    let found = check::run(opened, draft.lang);
    let errors = found.iter().filter(|found| found.severity == Gravity::Error);
    let faults = errors.filter_map(|error| {
        let root = opened.nodes(error.file_index)?;
        let item = root.items().iter().position(|item| item.span.contains(&error.span.start))?;
        let entry = origins.iter().position(|origin| (origin.file, origin.item) == (error.file_index, item))?;
        let message = format!("{} {}（{}）", error.code, error.message, error.hint);
        Some(PlacedFault { place: places.get(entry)?.clone(), message })
    });
    faults.collect()
}

/// What the checks find wrong with the new tasks, each at its row.
fn in_the_plan(draft: &Draft, places: &HashMap<TaskId, Place>) -> Vec<PlacedFault> {
    let opened = draft.rewrite.opened();
    let found = check::run(opened, draft.lang);
    let errors = found.iter().filter(|found| found.severity == Gravity::Error);
    let faults = errors.filter_map(|error| {
        let root = opened.nodes(error.file_index)?;
        let item = root.items().iter().find(|item| item.span.contains(&error.span.start))?;
        let place = places.get(&TaskId::new(item.get("id")?.text()?)?)?;
        Some(PlacedFault {
            place: place.clone(),
            message: format!("{} {}（{}）", error.code, error.message, error.hint),
        })
    });
    faults.collect()
}

/// The task that an entry is about.
pub(crate) fn task_of<'d>(draft: &'d Draft, entry: &Entry) -> anyhow::Result<&'d Task> {
    let task = draft.plan(draft.lang)?.tasks.iter().find(|task| task.id == entry.task);
    task.ok_or_else(|| anyhow::anyhow!(say!(draft.lang, "没有任务 {}", "there is no task {}", entry.task)))
}

/// What makes one look twice at an entry, among those of the journal.
pub(crate) fn doubts_about(draft: &Draft, task: &Task, entry: &Entry) -> Vec<Doubt> {
    let entries = &draft.rewrite.opened().journal.entries;
    let of_task = entries.iter().filter(|other| other.task == entry.task);
    // What it withdraws itself is no longer in its way.
    let with: Vec<Entry> = of_task.chain([entry]).cloned().collect();
    let mut told: Vec<&Entry> = counting(&with).collect();
    told.pop();
    doubts_among(draft, task, entry, told.into_iter())
}

/// The same among the entries of its task.
fn doubts_among<'e>(draft: &Draft, task: &Task, entry: &Entry, told: impl Iterator<Item = &'e Entry>) -> Vec<Doubt> {
    let mut earlier: Vec<&Entry> = told.filter(|other| other.date <= entry.date).collect();
    earlier.sort_by_key(|other| other.date);
    doubts(task, &earlier, entry, draft.today)
}
