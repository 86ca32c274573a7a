//! The fields of a task, its metrics and its checkpoints.

use super::holding::{FieldChange, Holding, day, list, name, scalar, text, words};
use crate::plan::{Checkpoint, Grade, Kind, Metric, Quantity, Task, Weight};

type Field<T> = (&'static str, fn(&T) -> Holding);

/// The fields of a task, in the order in which a reader asks for them.
const TASK: &[Field<Task>] = &[
    ("under", |task| words(task.under.as_ref())),
    ("title", |task| text(&task.title)),
    ("source", |task| words(task.source.as_ref())),
    ("origin", |task| words(task.origin.as_ref())),
    ("kind", |task| text(task.kind.name())),
    ("lead", |task| words(task.lead.as_ref().map(|unit| unit.as_str()))),
    ("support", |task| list(&task.support)),
    ("person", |task| words(task.person.as_ref())),
    ("leader", |task| words(task.leader.as_ref())),
    ("places", |task| list(&task.places)),
    ("start", |task| day(task.start)),
    ("deadline", |task| day(task.deadline)),
    ("deadline_says", |task| words(task.deadline_says.as_ref())),
    ("recurs", |task| words(task.recurs.map(|duty| duty.to_string()).as_ref())),
    ("metrics", |task| list(task.metrics.iter().map(|metric| &metric.name))),
    ("checkpoints", |task| list(task.checkpoints.iter().map(|step| &step.id))),
    ("depends", |task| list(&task.depends)),
    ("serves", |task| list(&task.serves)),
    ("weight", |task| weight(task.weight)),
    ("tags", |task| list(&task.tags)),
    ("note", |task| words(task.note.as_ref())),
    ("assumed", |task| list(&task.assumed)),
    ("confirmed", |task| list(task.confirmed.iter().flat_map(|confirmation| &confirmation.fields))),
    ("carried_from", |task| {
        words(task.carried_from.as_deref().map(|from| format!("{} {}", from.plan, from.task)).as_ref())
    }),
];

const METRIC: &[Field<Metric>] = &[
    ("target", |metric| scalar(&metric.target())),
    ("baseline", |metric| metric.baseline().as_ref().map_or(Holding::Nothing, scalar)),
    ("unit", |metric| text(&metric.unit)),
    ("direction", |metric| name(metric.direction())),
    ("grades", |metric| Holding::Order(metric.grades().iter().map(grade).collect())),
    ("says", |metric| words(metric.says.as_ref())),
    ("weight", |metric| weight(metric.weight)),
    ("checklist", |metric| words(metric.checklist.as_ref())),
];

const CHECKPOINT: &[Field<Checkpoint>] = &[("title", |step| text(&step.title)), ("due", |step| Holding::Day(step.due))];

/// What a task says, field by field, as changes from a task that says nothing.
pub fn said_by(task: &Task) -> Vec<FieldChange> {
    let other_kind = Kind::ALL.into_iter().find(|kind| *kind != task.kind).unwrap_or(task.kind);
    let silent = Task::silent(task.id.clone(), other_kind);
    let nothing = |change| FieldChange { from: Holding::Nothing, ..change };
    changes(&silent, task).into_iter().map(nothing).collect()
}

/// What differs between a task and the same task. Metrics are the same by name, checkpoints by id.
pub(super) fn changes(from: &Task, to: &Task) -> Vec<FieldChange> {
    if from == to {
        return Vec::new();
    }
    let mut changes: Vec<FieldChange> = TASK.iter().filter_map(|field| between("", field, from, to)).collect();
    for (prefix, old, new) in pairs(&from.metrics, &to.metrics, |metric| &metric.name) {
        changes.extend(parts(&format!("metrics.{prefix}."), METRIC, old, new));
    }
    for (prefix, old, new) in pairs(&from.checkpoints, &to.checkpoints, |step| &step.id) {
        changes.extend(parts(&format!("checkpoints.{prefix}."), CHECKPOINT, old, new));
    }
    changes.extend(own(from, to));
    changes
}

/// The plan's own fields: those of the newer side first, then those of which it says nothing any more.
fn own(from: &Task, to: &Task) -> Vec<FieldChange> {
    let gone = from.fields.0.iter().filter(|(key, _)| to.fields.get(key).is_none());
    let keys = to.fields.0.iter().chain(gone).map(|(key, _)| key);
    let change = |key: &String| {
        let held = |task: &Task| task.fields.get(key).map_or(Holding::Nothing, single);
        FieldChange::between(format!("fields.{key}"), held(from), held(to))
    };
    keys.filter_map(change).collect()
}

/// A value whose kind is not known here: a number or a day where it is written as one, so that `007` stays what it is.
fn single(value: &str) -> Holding {
    let number = value.parse::<Quantity>().ok().filter(|number| number.to_string() == value);
    number.map(Holding::Number).or_else(|| value.parse().ok().map(Holding::Day)).unwrap_or_else(|| text(value))
}

fn between<T>(prefix: &str, (name, of): &Field<T>, from: &T, to: &T) -> Option<FieldChange> {
    FieldChange::between(format!("{prefix}{name}"), of(from), of(to))
}

/// The changes of a part of a task. Of one that is new, or gone, what it holds; what goes without saying is not said.
fn parts<T>(prefix: &str, fields: &[Field<T>], from: Option<&T>, to: Option<&T>) -> Vec<FieldChange> {
    let one_sided = |(name, of): &Field<T>, from: Option<&T>, to: Option<&T>| {
        let held = |side: Option<&T>| side.map(of).filter(|held| !is_usual(name, held)).unwrap_or(Holding::Nothing);
        FieldChange::between(format!("{prefix}{name}"), held(from), held(to))
    };
    let change = |field: &Field<T>| match (from, to) {
        (Some(from), Some(to)) => between(prefix, field, from, to),
        (from, to) => one_sided(field, from, to),
    };
    fields.iter().filter_map(change).collect()
}

/// Whether a part of a metric holds what it would hold if nothing were said.
fn is_usual(field: &str, held: &Holding) -> bool {
    match held {
        Holding::Number(number) => {
            (field == "baseline" && *number == Quantity::ZERO)
                || (field == "weight" && *held == weight(Weight::default()))
        }
        Holding::Text(text) => text.is_empty() || (field == "direction" && text == "at_least"),
        Holding::Order(grades) => grades.is_empty(),
        Holding::Nothing | Holding::Flag(_) | Holding::Day(_) | Holding::List(_) => false,
    }
}

/// Parts of the same name, those of the newer side first, then those that it no longer has.
fn pairs<'t, T>(from: &'t [T], to: &'t [T], name: fn(&T) -> &String) -> Vec<(&'t str, Option<&'t T>, Option<&'t T>)> {
    let find = |list: &'t [T], wanted: &str| list.iter().find(|part| name(part) == wanted);
    let kept = to.iter().map(|part| (name(part).as_str(), find(from, name(part)), Some(part)));
    let gone = from.iter().filter(|part| find(to, name(part)).is_none());
    kept.chain(gone.map(|part| (name(part).as_str(), Some(part), None))).collect()
}

fn weight(weight: Weight) -> Holding {
    weight.to_string().parse().map_or(Holding::Nothing, Holding::Number)
}

/// A grade with its other spellings: `Ⅴ/V`.
fn grade(grade: &Grade) -> String {
    std::iter::once(&grade.name).chain(&grade.aliases).map(String::as_str).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fields::{self, Place};

    #[test]
    fn every_field_of_the_table_is_compared() {
        let keys = |place: Place, known_by: &[&str]| -> Vec<&str> {
            let mut keys: Vec<&str> = fields::of(place).iter().map(|field| field.key).collect();
            keys.retain(|key| !known_by.contains(key));
            keys.sort_unstable();
            keys
        };
        let sorted = |mut names: Vec<&'static str>| {
            names.sort_unstable();
            names
        };
        assert_eq!(sorted(TASK.iter().map(|(name, _)| *name).collect()), keys(Place::Task, &["id", "fields"]));
        assert_eq!(sorted(METRIC.iter().map(|(name, _)| *name).collect()), keys(Place::Metric, &["name"]));
        assert_eq!(sorted(CHECKPOINT.iter().map(|(name, _)| *name).collect()), keys(Place::Checkpoint, &["id"]));
    }
}
