//! A task as plain values, and a difference put into them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use workplan::plan::{Metric, Plan, Task};
use workplan::report::diff::{ChangedTask, Comparison};

pub(crate) type Fields = Map<String, Value>;

/// The tasks of a plan by id, each as plain values; what goes without saying is not in them.
pub(crate) fn tasks(plan: &Plan) -> BTreeMap<String, Fields> {
    plan.tasks.iter().map(|task| (task.id.to_string(), fields(task))).collect()
}

fn fields(task: &Task) -> Fields {
    let texts = |things: Vec<String>| sorted(json!(things));
    let metrics = task.metrics.iter().map(|metric| (metric.name.clone(), Value::Object(metric_fields(metric))));
    let steps = task.checkpoints.iter().map(|step| (step.id.clone(), json!({ "title": step.title, "due": step.due })));
    let value = json!({
        "title": task.title,
        "source": task.source,
        "kind": task.kind.name(),
        "lead": task.lead.as_ref().map(ToString::to_string),
        "support": texts(task.support.iter().map(ToString::to_string).collect()),
        "person": task.person,
        "leader": task.leader,
        "places": texts(task.places.clone()),
        "start": task.start,
        "deadline": task.deadline,
        "deadline_says": task.deadline_says,
        "recurs": task.recurs.map(|duty| duty.to_string()),
        "depends": texts(task.depends.iter().map(ToString::to_string).collect()),
        "serves": texts(task.serves.iter().map(ToString::to_string).collect()),
        "weight": task.weight.to_string().parse::<f64>().unwrap(),
        "tags": texts(task.tags.clone()),
        "note": task.note,
        "assumed": texts(task.assumed.clone()),
        "metrics": metrics.collect::<Map<_, _>>(),
        "checkpoints": steps.collect::<Map<_, _>>(),
    });
    let Value::Object(fields) = value else { unreachable!() };
    tidy(fields)
}

fn metric_fields(metric: &Metric) -> Fields {
    let grade = |grade: &workplan::plan::Grade| [vec![grade.name.clone()], grade.aliases.clone()].concat().join("/");
    let value = json!({
        "target": metric.target(),
        "baseline": metric.baseline(),
        "unit": metric.unit,
        "direction": metric.direction(),
        "grades": metric.grades().iter().map(grade).collect::<Vec<_>>(),
        "says": metric.says,
        "weight": metric.weight.to_string().parse::<f64>().unwrap(),
        "checklist": metric.checklist,
    });
    let Value::Object(fields) = value else { unreachable!() };
    fields
}

fn sorted(list: Value) -> Value {
    let Value::Array(mut list) = list else { return list };
    list.sort_by_key(ToString::to_string);
    Value::Array(list)
}

/// Numbers alike, lists in one order, and nothing that goes without saying.
fn tidy(fields: Fields) -> Fields {
    let tidy_one = |(name, value): (String, Value)| {
        let value = match value {
            Value::Number(number) => json!(number.as_f64()),
            Value::Object(parts) => Value::Object(tidy(parts)),
            list if name != "grades" => sorted(list),
            grades => grades,
        };
        (name, value)
    };
    let usual = |(name, value): &(String, Value)| {
        value.is_null()
            || *value == json!([])
            || *value == json!("")
            || *value == json!({})
            || (name == "weight" && *value == json!(1.0))
            || (name == "baseline" && *value == json!(0.0))
            || (name == "direction" && *value == json!("at_least"))
    };
    fields.into_iter().map(tidy_one).filter(|field| !usual(field)).collect()
}

/// The older plan's tasks with the difference put into them. Of new tasks a comparison gives the name alone, so they
/// are taken from the newer plan.
pub(crate) fn applied(comparison: &Comparison<'_>, from: &Plan, to: &Plan) -> BTreeMap<String, Fields> {
    let (mut held, there) = (tasks(from), tasks(to));
    comparison.removed.iter().for_each(|task| drop(held.remove(task.id)));
    for task in &comparison.renumbered {
        let fields = held.remove(task.from).unwrap();
        held.insert(task.to.to_owned(), fields);
    }
    for task in &comparison.changed {
        let fields = held.remove(task.id).unwrap();
        held.insert(task.id.to_owned(), changed(fields, task));
    }
    held.extend(comparison.added.iter().map(|task| (task.id.to_owned(), there[task.id].clone())));
    held
}

fn changed(mut fields: Fields, task: &ChangedTask<'_>) -> Fields {
    for change in task.changes.iter().filter(|change| change.field != "state") {
        let value = serde_json::to_value(&change.to).unwrap();
        match change.field.split_once('.').filter(|(list, _)| ["metrics", "checkpoints"].contains(list)) {
            Some((list, rest)) => {
                let (name, part) = rest.rsplit_once('.').unwrap();
                let list = fields.entry(list).or_insert_with(|| json!({}));
                list[name][part] = value;
            }
            // Their parts say it all.
            None if ["metrics", "checkpoints"].contains(&change.field.as_str()) => {}
            None => drop(fields.insert(change.field.clone(), value)),
        }
    }
    tidy(fields)
}
