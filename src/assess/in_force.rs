//! The plan as it held at a day: amendments made later are undone.

use serde::Serialize;

use crate::plan::{AmendedField, Amendment, Date, Entry, Head, Kind, Task};

use super::pace;
use super::share::Share;
use super::world::World;

/// The last day on which a task is in time, and how we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The day, as it is stated.
    pub date: Date,
    /// The day that it means: another one where it is a day off and the plan says so (`on_day_off`).
    pub meant: Date,
    /// How we know; never [`Basis::None`].
    pub basis: Basis,
    /// Calendar days to the day that it means; negative past it.
    pub days_left: i64,
    /// Working days to the day that it means, negative past it.
    pub working_days_left: i64,
    /// The share of the work that the passed time calls for.
    pub expected: Share,
}

/// How a deadline is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Basis {
    /// The document's words, or an approved amendment, set it.
    Stated,
    /// Nothing sets it: the plan's period ends then, and so must a task that ends.
    Period,
    /// It was assumed; the document does not say it.
    Assumed,
    /// It was assumed, and a person has settled it since.
    Confirmed,
    /// There is none: ongoing work goes on.
    None,
}

impl Basis {
    /// Whether time can run out for a task of that kind: ongoing work has no finish, unless somebody has stated a day.
    pub fn binds(self, kind: Kind) -> bool {
        match self {
            Basis::Stated | Basis::Confirmed => true,
            Basis::Period | Basis::Assumed => kind != Kind::Continuous,
            Basis::None => false,
        }
    }
}

impl Deadline {
    /// A deadline seen from the day for which the plan is judged, of work that begins on `start`.
    pub(super) fn seen(world: &World<'_>, start: Date, (date, basis): (Date, Basis)) -> Deadline {
        let (as_of, meant) = (world.as_of, world.meant(date));
        Deadline {
            date,
            meant,
            basis,
            days_left: meant.days_since(as_of),
            working_days_left: world.calendar.working_days_left(as_of, meant),
            expected: pace::passed(world.plan.head.pace, world.calendar, start, meant, as_of),
        }
    }
}

/// A task as it held at a day: nearly always the one in the plan, so that one is not copied.
#[derive(Debug)]
pub enum Held<'a> {
    /// As its file has it.
    Now(&'a Task),
    /// As it was before a later amendment.
    Then(Box<Task>),
}

impl Held<'_> {
    /// The task before an amendment that was made later, in the names of now.
    fn before(self, amendment: &Amendment, head: &Head) -> Self {
        let mut task = match self {
            Held::Now(task) => Box::new(task.clone()),
            Held::Then(task) => task,
        };
        // `check` refuses an amendment whose value does not fit, so nothing is lost by passing over it.
        let _ = amendment.field.set(&mut task, &amendment.from);
        head.rename_in(&mut task);
        Held::Then(task)
    }
}

impl std::ops::Deref for Held<'_> {
    type Target = Task;

    fn deref(&self) -> &Task {
        match self {
            Held::Now(task) => task,
            Held::Then(task) => task,
        }
    }
}

/// A task as it held at a day, and what follows from how it came to hold so.
pub(super) struct InForce<'a> {
    pub(super) task: Held<'a>,
    /// The day, and how it is known; `None` of ongoing work that no day ends.
    pub(super) deadline: Option<(Date, Basis)>,
    pub(super) original_deadline: Option<Date>,
    pub(super) assumed: Vec<&'a str>,
    pub(super) amended: Vec<String>,
}

/// What held on the day, given the task as its file has it now and all of its entries.
pub(super) fn in_force<'a>(world: &World<'a>, task: &'a Task, entries: &[&'a Entry]) -> InForce<'a> {
    let (head, as_of) = (&world.plan.head, world.as_of);
    let may_assume = task.may_assume(head);
    let amendments: Vec<(Date, &'a Amendment)> =
        entries.iter().filter_map(|entry| Some((entry.date, entry.amendment.as_deref()?))).collect();
    let later = amendments.iter().rev().take_while(|(date, _)| *date > as_of);
    let held = later.fold(Held::Now(task), |held, (_, amendment)| held.before(amendment, head));
    let made = || amendments.iter().filter(|(date, _)| *date <= as_of).map(|(_, amendment)| *amendment);
    let amended: Vec<String> = made().map(|amendment| amendment.field.assumed_name()).collect();
    let is_amended = |field: &str| amended.iter().any(|amended| amended == field);
    // What is settled on a later day is still assumed.
    let later = task.confirmed.iter().filter(|confirmation| confirmation.date > as_of);
    let to_be_confirmed = later.flat_map(|confirmation| &confirmation.fields);
    let mut assumed: Vec<&'a str> =
        task.assumed.iter().chain(to_be_confirmed).map(String::as_str).filter(|field| !is_amended(field)).collect();
    let mut settled = task.confirmed.iter().filter(|confirmation| confirmation.date <= as_of);
    let is_confirmed = settled.any(|confirmation| confirmation.fields.iter().any(|field| field == "deadline"));
    let basis =
        match (is_amended("deadline"), held.deadline_says.is_some(), assumed.contains(&"deadline"), held.deadline) {
            (_, _, _, None) if held.kind == Kind::Continuous => Basis::None,
            (_, _, _, None) => Basis::Period,
            // What a person typed is said by a person.
            _ if !may_assume => Basis::Stated,
            (true, _, _, _) | (_, true, _, _) => Basis::Stated,
            (_, _, true, _) => Basis::Assumed,
            (false, false, false, Some(_)) if is_confirmed => Basis::Confirmed,
            // The plan that it was carried over from has stated it.
            (false, false, false, Some(_)) if task.carried_from.is_some() => Basis::Stated,
            // A date that nothing vouches for, perhaps because the amendment that set it is yet to come.
            (false, false, false, Some(_)) => Basis::Assumed,
        };
    if basis == Basis::Assumed && !assumed.contains(&"deadline") {
        assumed.push("deadline");
    }
    if !may_assume {
        assumed.clear();
    }
    let original = made().find(|amendment| amendment.field == AmendedField::Deadline);
    let original_deadline = original.map(|amendment| match &amendment.from {
        crate::plan::FieldValue::One(text) => text.parse().unwrap_or(head.period.end),
        crate::plan::FieldValue::Nothing | crate::plan::FieldValue::Many(_) => head.period.end,
    });
    let deadline = (basis != Basis::None).then(|| (held.deadline.unwrap_or(head.period.end), basis));
    InForce { task: held, deadline, original_deadline, assumed, amended }
}
