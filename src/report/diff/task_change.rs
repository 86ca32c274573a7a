//! A task that changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::fields;
use super::holding::{FieldChange, Holding};
use super::side::{Side, amendment};
use crate::assess::State;
use crate::plan::{AmendedField, Date, Entry, OwnField, Quantity, Task};

/// A task that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangedTask<'a> {
    /// The task's id, on the newer side.
    pub id: &'a str,
    /// The task's title, on the newer side.
    pub title: &'a str,
    /// What changed.
    pub changes: Vec<Change<'a>>,
    /// Whether the task was called off.
    pub cancelled: bool,
    /// The unit that answers, on the newer side.
    pub lead: Option<&'a str>,
    /// Whether that is an assumption.
    pub lead_assumed: bool,
    /// The unit's short name.
    #[serde(skip)]
    pub lead_short: Option<&'a str>,
    /// Whether the title is an assumption.
    #[serde(skip)]
    pub title_assumed: bool,
}

/// A field of a task that holds something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change<'a> {
    /// The field, named as in amendments and under `assumed`.
    pub field: String,
    /// What it held; `null` where nothing was said.
    pub from: Holding,
    /// What it holds.
    pub to: Holding,
    /// The approved amendment that is on record for it; `null` where there is none.
    pub amendment: Option<AmendmentNote<'a>>,
    /// Of a list: what is new in it.
    pub added: Option<Vec<String>>,
    /// Of a list: what is no longer in it.
    pub removed: Option<Vec<String>>,
    /// Which way a day or a number moved.
    pub moved: Option<Moved>,
    /// By how many calendar days a day moved. A deadline that is not stated is the end of the plan's period.
    pub days: Option<i64>,
    /// Whether an amendment could have approved the change, and none did.
    pub unapproved: bool,
    /// Whether what it held was an assumption.
    pub from_assumed: bool,
    /// Whether what it holds is one.
    pub to_assumed: bool,
    /// What a metric's target counts, or a number under a field of the plan's own.
    #[serde(skip)]
    pub unit: String,
    /// What a field of the plan's own is called.
    #[serde(skip)]
    pub own: Option<String>,
}

/// The amendment beside a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AmendmentNote<'a> {
    /// The day from which the change holds.
    pub date: Date,
    /// Why.
    pub reason: &'a str,
    /// Who approved it.
    pub approved_by: &'a str,
}

/// Which way something moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Moved {
    /// A later day.
    Later,
    /// An earlier day.
    Earlier,
    /// A greater number, or a better grade.
    Raised,
    /// A smaller number, or a worse grade.
    Lowered,
}

/// What changed of a task; nothing where it is as it was. `entries` are those of the newer journal alone.
pub(super) fn changed<'a>(
    (before, from): (&Side<'_>, &Task),
    (now, to): (&Side<'a>, &'a Task),
    entries: &[&'a Entry],
) -> Option<ChangedTask<'a>> {
    let (was, is) = (before.state(from), now.state(to));
    let called_off = |state: Option<State>| state == Some(State::Cancelled);
    // What has another name only is as it was.
    let from = &now.plan.in_names_of_now(from);
    let mut found = fields::changes(from, to);
    if called_off(was) != called_off(is) {
        let held = |state: Option<State>| state.map_or(Holding::Nothing, |state| super::holding::text(state.name()));
        let state = FieldChange::between("state", held(was), held(is));
        found.splice(0..0, state);
    }
    if found.is_empty() {
        return None;
    }
    let change = |change: FieldChange| Change::new(change, (before, from), (now, to), entries);
    let unit = to.lead.as_ref().and_then(|lead| now.plan.head.unit(lead));
    Some(ChangedTask {
        id: to.id.as_str(),
        title: &to.title,
        changes: found.into_iter().map(change).collect(),
        cancelled: called_off(is) && !called_off(was),
        lead: to.lead.as_ref().map(|lead| lead.as_str()),
        lead_assumed: now.assumes(to, "lead"),
        lead_short: unit.and_then(|unit| unit.short.as_deref()),
        title_assumed: now.assumes(to, "title"),
    })
}

impl ChangedTask<'_> {
    /// The change of the deadline, if it is later than it was.
    pub fn postponed(&self) -> Option<&Change<'_>> {
        self.changes.iter().find(|change| change.field == "deadline" && change.moved == Some(Moved::Later))
    }
}

impl<'a> Change<'a> {
    fn new(
        change: FieldChange,
        (before, from): (&Side<'_>, &Task),
        (now, to): (&Side<'a>, &'a Task),
        entries: &[&'a Entry],
    ) -> Change<'a> {
        let amendable = AmendedField::new(&change.field).filter(|field| is_amendable(field, from, to, &change));
        let entry = amendable.as_ref().and_then(|field| amendment(entries, to, field));
        let note = entry.and_then(|entry| {
            let amendment = entry.amendment.as_deref()?;
            let (reason, approved_by) = (amendment.reason.as_str(), amendment.approved_by.as_str());
            Some(AmendmentNote { date: entry.date, reason, approved_by })
        });
        let days = match change.field.as_str() {
            "deadline" => Some(now.deadline(to).days_since(before.deadline(from))),
            _ => match (&change.from, &change.to) {
                (Holding::Day(from), Holding::Day(to)) => Some(to.days_since(*from)),
                _ => None,
            },
        };
        let own = own(&change.field, now).or_else(|| own(&change.field, before));
        Change {
            moved: days.map_or_else(|| raised(&change, from, to), shifted),
            days,
            unapproved: amendable.is_some() && note.is_none(),
            amendment: note,
            from_assumed: change.from != Holding::Nothing && before.assumes(from, &change.field),
            to_assumed: change.to != Holding::Nothing && now.assumes(to, &change.field),
            unit: own.map_or_else(|| unit(&change.field, from, to), |own| own.unit().to_owned()),
            own: own.map(|own| own.name().to_owned()),
            field: change.field,
            from: change.from,
            to: change.to,
            added: change.added,
            removed: change.removed,
        }
    }
}

/// Whether an amendment may make the change: not a metric's that is new or gone, and not a state's but calling off.
fn is_amendable(field: &AmendedField, from: &Task, to: &Task, change: &FieldChange) -> bool {
    match field {
        AmendedField::Target(metric) => from.metric(metric).is_some() && to.metric(metric).is_some(),
        AmendedField::State => change.to == Holding::Text(State::Cancelled.name().to_owned()),
        AmendedField::Deadline
        | AmendedField::Start
        | AmendedField::Lead
        | AmendedField::Support
        | AmendedField::Title
        | AmendedField::Kind
        | AmendedField::Places => true,
    }
}

/// What the metric counts whose number a field is.
/// The field of the plan's own that a change is of, as a side declares it.
fn own<'s>(field: &str, side: &Side<'s>) -> Option<&'s OwnField> {
    let key = field.strip_prefix("fields.")?;
    side.plan.head.fields.iter().find(|own| own.key == key)
}

fn unit(field: &str, from: &Task, to: &Task) -> String {
    let part = field.strip_prefix("metrics.");
    let name = part.and_then(|part| part.strip_suffix(".target").or_else(|| part.strip_suffix(".baseline")));
    let metric = name.and_then(|name| to.metric(name).or_else(|| from.metric(name)));
    metric.map_or_else(String::new, |metric| metric.unit.clone())
}

fn shifted(days: i64) -> Option<Moved> {
    match days.signum() {
        1 => Some(Moved::Later),
        -1 => Some(Moved::Earlier),
        _ => None,
    }
}

/// Which way a number went, or a grade of the same metric.
fn raised(change: &FieldChange, from: &Task, to: &Task) -> Option<Moved> {
    let rank = |task: &Task, held: &Holding| match held {
        Holding::Number(number) => Some(*number),
        Holding::Text(grade) => {
            let metric = change.field.strip_prefix("metrics.")?.strip_suffix(".target")?;
            let grades = task.metric(metric)?.grades();
            grades.iter().position(|known| known.name == *grade).map(Quantity::count)
        }
        Holding::Nothing | Holding::Flag(_) | Holding::Day(_) | Holding::List(_) | Holding::Order(_) => None,
    };
    // Grades are compared along one list: two lists have no common order.
    let (before, after) = (rank(to, &change.from).or_else(|| rank(from, &change.from)), rank(to, &change.to));
    match before?.cmp(&after?) {
        std::cmp::Ordering::Less => Some(Moved::Raised),
        std::cmp::Ordering::Greater => Some(Moved::Lowered),
        std::cmp::Ordering::Equal => None,
    }
}
