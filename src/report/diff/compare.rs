//! The comparison of two states of a plan.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use super::holding::FieldChange;
use super::journal::{self, Left, RewrittenEntry};
use super::notices::{self, NoticeChange, NoticeEvent};
use super::pairs::Pairs;
use super::rows::{self, ChecklistChange};
use super::rules;
use super::side::Side;
use super::task_change::{ChangedTask, changed};
use crate::plan::{Date, Entry, Journal, Plan, Task, TaskId, renumbered};
use crate::report::show::EntryLine;
use crate::report::show::WithdrawsLine;

/// What changed between two states of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparison<'a> {
    /// Tasks that are new, in the newer plan's order.
    pub added: Vec<TaskLabel<'a>>,
    /// Tasks that are gone, in the older plan's order.
    pub removed: Vec<TaskLabel<'a>>,
    /// Tasks that are not as they were, in the newer plan's order.
    pub changed: Vec<ChangedTask<'a>>,
    /// What `plan.yaml` says otherwise: `alerts.due_soon`, `units`, `period.end`.
    pub plan: Vec<FieldChange>,
    /// Tasks whose id vanished while another appeared with the same words of the document.
    pub renumbered: Vec<Renumbered<'a>>,
    /// What happened to the journal.
    pub journal: JournalChange<'a>,
    /// What happened to the rows of the checklists.
    pub checklists: Vec<ChecklistChange<'a>>,
    /// All of it, counted.
    pub totals: DiffTotals,
    /// What became of the notices; in the document it stands after what was there before.
    #[serde(skip)]
    pub notices: Vec<NoticeChange<'a>>,
}

/// A task that only one side has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TaskLabel<'a> {
    /// The task's id.
    pub id: &'a str,
    /// The task's title.
    pub title: &'a str,
    /// The unit that answers.
    pub lead: Option<&'a str>,
    /// Whether that is an assumption.
    pub lead_assumed: bool,
    /// The last day on which it is in time.
    pub deadline: Date,
    /// Whether that is an assumption.
    pub deadline_assumed: bool,
    /// The unit's short name.
    #[serde(skip)]
    pub lead_short: Option<&'a str>,
    /// Whether the title is an assumption.
    #[serde(skip)]
    pub title_assumed: bool,
}

/// A task under another id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Renumbered<'a> {
    /// The id that vanished.
    pub from: &'a str,
    /// The id that appeared.
    pub to: &'a str,
    /// The task's title.
    pub title: &'a str,
}

/// What happened to the journal, which is only ever added to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JournalChange<'a> {
    /// How many entries are new, by task.
    pub added: Vec<EntriesOf<'a>>,
    /// Entries that say something else than they did.
    pub rewritten: Vec<RewrittenEntry<'a>>,
    /// Entries that were taken out.
    pub removed: Vec<RemovedEntry<'a>>,
}

/// New entries of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntriesOf<'a> {
    /// The task's id.
    pub task: &'a str,
    /// The task's title.
    pub title: &'a str,
    /// How many entries are new.
    pub entries: usize,
    /// How many of them are amendments.
    pub amendments: usize,
    /// What of them says that others were never so.
    pub withdrawals: Vec<WithdrawsLine<'a>>,
}

/// An entry that was taken out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RemovedEntry<'a> {
    /// The task it was about.
    pub task: &'a str,
    /// The task's title.
    pub title: &'a str,
    /// What it said.
    pub entry: EntryLine<'a>,
}

/// A comparison, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DiffTotals {
    /// Tasks that are new.
    pub added: usize,
    /// Tasks that are gone.
    pub removed: usize,
    /// Tasks that were called off.
    pub cancelled: usize,
    /// Other tasks that changed.
    pub changed: usize,
    /// Those of them that are due later.
    pub postponed: usize,
    /// Those of these for which no amendment is on record.
    pub postponed_unapproved: usize,
    /// Tasks with another id.
    pub renumbered: usize,
    /// Fields of `plan.yaml` that changed.
    pub plan: usize,
    /// Entries that are new.
    pub entries_added: usize,
    /// Entries that were rewritten.
    pub entries_rewritten: usize,
    /// Entries that were taken out.
    pub entries_removed: usize,
    /// Rows of checklists that were closed.
    pub rows_closed: usize,
    /// Rows that are open again.
    pub rows_reopened: usize,
    /// Rows that were closed on another day.
    pub rows_redated: usize,
    /// Rows that are new.
    pub rows_added: usize,
    /// Rows that are gone.
    pub rows_removed: usize,
    /// Notices that were issued.
    pub notices_issued: usize,
    /// Notices that units have taken over.
    pub notices_received: usize,
    /// Notices that are void.
    pub notices_void: usize,
    /// Notices that say something else, or are gone.
    pub notices_rewritten: usize,
}

/// Compares two states of a plan, each with its journal.
pub fn compare<'a>(from: (&'a Plan, &'a Journal), to: (&'a Plan, &'a Journal)) -> Comparison<'a> {
    let pairs = Pairs::new(from.0, to.0);
    let (before, now) = (Side::new(from.0, from.1), Side::new(to.0, to.1));
    let left = Left::over(&from.1.entries, &to.1.entries);
    let changes = |(old, new): (&'a Task, &'a Task)| changed((&before, old), (&now, new), &left.to);
    let place: HashMap<&str, usize> =
        to.0.tasks.iter().enumerate().map(|(place, task)| (task.id.as_str(), place)).collect();
    let mut changed: Vec<ChangedTask<'a>> = pairs.all().filter_map(changes).collect();
    changed.sort_by_key(|task| place.get(task.id));
    let mut comparison = Comparison {
        added: pairs.added.iter().map(|task| TaskLabel::new(&now, task)).collect(),
        removed: pairs.removed.iter().map(|task| TaskLabel::new(&before, task)).collect(),
        changed,
        plan: rules::changes(&from.0.head, &to.0.head),
        renumbered: pairs.renumbered.iter().map(|(old, new)| Renumbered::new(old, new)).collect(),
        journal: JournalChange::new(left, &pairs, (from.0, to.0)),
        checklists: rows::changes(&pairs, (from.1, to.1)),
        totals: DiffTotals::default(),
        notices: notices::changes(from.1, to.1),
    };
    comparison.totals = comparison.count();
    comparison
}

impl Comparison<'_> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.totals == DiffTotals::default()
    }

    /// Keeps what is about the tasks that are wanted, by their ids on either side. What `plan.yaml` says is about all.
    pub fn retain(&mut self, wanted: impl Fn(&str) -> bool) {
        self.added.retain(|task| wanted(task.id));
        self.removed.retain(|task| wanted(task.id));
        self.changed.retain(|task| wanted(task.id));
        self.renumbered.retain(|task| wanted(task.from) || wanted(task.to));
        self.journal.added.retain(|entries| wanted(entries.task));
        self.journal.rewritten.retain(|entry| wanted(entry.task));
        self.journal.removed.retain(|entry| wanted(entry.task));
        self.checklists.retain(|list| wanted(list.task));
        self.notices.retain(|notice| notice.tasks.iter().any(|task| wanted(task)));
        self.totals = self.count();
    }

    /// Leaves out what `plan.yaml` says.
    pub fn forget_rules(&mut self) {
        self.plan.clear();
        self.totals = self.count();
    }

    fn count(&self) -> DiffTotals {
        let counted = || self.changed.iter().filter(|task| !task.cancelled);
        let postponed = || counted().filter_map(|task| task.postponed());
        let rows = |of: fn(&ChecklistChange<'_>) -> usize| self.checklists.iter().map(of).sum();
        let notices = |of: &[NoticeEvent]| self.notices.iter().filter(|notice| of.contains(&notice.event)).count();
        DiffTotals {
            added: self.added.len(),
            removed: self.removed.len(),
            cancelled: self.changed.len() - counted().count(),
            changed: counted().count(),
            postponed: postponed().count(),
            postponed_unapproved: postponed().filter(|change| change.unapproved).count(),
            renumbered: self.renumbered.len(),
            plan: self.plan.len(),
            entries_added: self.journal.added.iter().map(|of| of.entries).sum(),
            entries_rewritten: self.journal.rewritten.len(),
            entries_removed: self.journal.removed.len(),
            rows_closed: rows(|list| list.closed),
            rows_reopened: rows(|list| list.reopened),
            rows_redated: rows(|list| list.redated),
            rows_added: rows(|list| list.added),
            rows_removed: rows(|list| list.removed),
            notices_issued: notices(&[NoticeEvent::Issued]),
            notices_received: notices(&[NoticeEvent::Received]),
            notices_void: notices(&[NoticeEvent::Void]),
            notices_rewritten: notices(&[NoticeEvent::Rewritten, NoticeEvent::Removed]),
        }
    }
}

impl<'a> Comparison<'a> {
    /// Of a merge that was compared with one parent: keeps what differs from another as well. What the journal lacks is
    /// known already.
    pub fn keep_shared(&mut self, mut other: Comparison<'a>) {
        let is_new = |tasks: &[TaskLabel<'_>], id: &str| tasks.iter().any(|task| task.id == id);
        // What one parent lacks is compared with the other, which has it.
        let (one_lacks, other_lacks) = (std::mem::take(&mut self.added), std::mem::take(&mut other.added));
        for mut task in std::mem::take(&mut self.changed) {
            let beside = other.changed.iter().find(|beside| beside.id == task.id);
            if let Some(beside) = beside {
                task.changes.retain(|change| beside.changes.iter().any(|there| there.field == change.field));
            }
            if !task.changes.is_empty() && (beside.is_some() || is_new(&other_lacks, task.id)) {
                self.changed.push(task);
            }
        }
        self.changed.extend(other.changed.into_iter().filter(|task| is_new(&one_lacks, task.id)));
        self.added = one_lacks.into_iter().filter(|task| is_new(&other_lacks, task.id)).collect();
        self.removed.retain(|task| is_new(&other.removed, task.id));
        self.renumbered.retain(|task| other.renumbered.contains(task));
        self.notices.retain(|notice| other.notices.contains(notice));
        self.plan.retain(|change| other.plan.iter().any(|there| there.field == change.field));
        self.totals = self.count();
    }

    /// Of a merge: a task that it gave another id, because two sides had given one id to two, is not new.
    pub fn tell_renumbered(&mut self, from: &'a Plan, to: &'a Plan) {
        for (old, new) in renumbered(&from.tasks, &to.tasks) {
            let task = |plan: &'a Plan, id: &TaskId| plan.tasks.iter().find(|task| task.id == *id);
            let (Some(old), Some(new)) = (task(from, &old), task(to, &new)) else { continue };
            let place = self.added.iter().position(|added| added.id == new.id.as_str());
            if let Some(place) = place {
                self.added.remove(place);
                self.renumbered.push(Renumbered::new(old, new));
            }
        }
        self.totals = self.count();
    }
}

impl<'a> TaskLabel<'a> {
    fn new(side: &Side<'a>, task: &'a Task) -> TaskLabel<'a> {
        let unit = task.lead.as_ref().and_then(|lead| side.plan.head.unit(lead));
        TaskLabel {
            id: task.id.as_str(),
            title: &task.title,
            lead: task.lead.as_ref().map(|lead| lead.as_str()),
            lead_assumed: side.assumes(task, "lead"),
            deadline: side.deadline(task),
            deadline_assumed: side.assumes(task, "deadline"),
            lead_short: unit.and_then(|unit| unit.short.as_deref()),
            title_assumed: side.assumes(task, "title"),
        }
    }
}

impl<'a> Renumbered<'a> {
    fn new(from: &'a Task, to: &'a Task) -> Renumbered<'a> {
        Renumbered { from: from.id.as_str(), to: to.id.as_str(), title: &to.title }
    }
}

impl<'a> JournalChange<'a> {
    fn new(mut left: Left<'a>, pairs: &Pairs<'a>, (from, to): (&'a Plan, &'a Plan)) -> JournalChange<'a> {
        let by_id = |plan: &'a Plan| plan.tasks.iter().map(|task| (&task.id, task)).collect::<HashMap<_, _>>();
        let (old_tasks, new_tasks) = (by_id(from), by_id(to));
        let renumbered: HashMap<&TaskId, &TaskId> =
            pairs.renumbered.iter().map(|(old, new)| (&old.id, &new.id)).collect();
        let title =
            |tasks: &HashMap<&TaskId, &'a Task>, id: &TaskId| tasks.get(id).map_or("", |task| task.title.as_str());
        let rewritten = left.rewritten(|id| renumbered.get(id).copied().unwrap_or(id));
        let rewritten = rewritten.into_iter().map(|(was, is)| RewrittenEntry {
            task: was.task.as_str(),
            title: title(&old_tasks, &was.task),
            date: was.date,
            changes: journal::changes(was, is),
        });
        let removed = left.from.iter().map(|entry: &&'a Entry| {
            let task = old_tasks.get(&entry.task).copied();
            let title = task.map_or("", |task| task.title.as_str());
            RemovedEntry { task: entry.task.as_str(), title, entry: EntryLine::of(task, entry) }
        });
        JournalChange {
            rewritten: rewritten.collect(),
            removed: removed.collect(),
            added: added(&left.to, to, |id| {
                title(if new_tasks.contains_key(id) { &new_tasks } else { &old_tasks }, id)
            }),
        }
    }
}

/// The new entries of each task, in the plan's order; last those of tasks that are gone.
fn added<'a>(entries: &[&'a Entry], plan: &'a Plan, title: impl Fn(&TaskId) -> &'a str) -> Vec<EntriesOf<'a>> {
    let place: HashMap<&TaskId, usize> = plan.tasks.iter().enumerate().map(|(at, task)| (&task.id, at)).collect();
    let mut counts: BTreeMap<(usize, &'a TaskId), (usize, usize, Vec<WithdrawsLine<'a>>)> = BTreeMap::new();
    for entry in entries {
        let key = (place.get(&entry.task).copied().unwrap_or(usize::MAX), &entry.task);
        let count = counts.entry(key).or_default();
        count.0 += 1;
        count.1 += usize::from(entry.amendment.is_some());
        count.2.extend(entry.withdraws.as_deref().map(WithdrawsLine::new));
    }
    let of = |((_, task), (entries, amendments, withdrawals)): ((usize, &'a TaskId), _)| EntriesOf {
        task: task.as_str(),
        title: title(task),
        entries,
        amendments,
        withdrawals,
    };
    counts.into_iter().map(of).collect()
}
