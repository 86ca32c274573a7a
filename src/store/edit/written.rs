//! Entries and tasks as lines of YAML, in the order of keys in which the files are written.

use crate::plan::{
    AmendedField, Amendment, CarriedFrom, Confirmation, Date, Entry, FieldValue, Measure, Metric, Notice,
    NoticePurpose, Quantity, Scalar, Task, TaskId, UnitName, Values, Weight, Withdrawal,
};
use crate::store::scalar::{block_scalar, flow_scalar};
use crate::words::Worded;
use crate::words::fields::{self, Place};

/// The keys of a task in the order in which they are written.
pub(super) fn task_keys() -> Vec<&'static str> {
    fields::of(Place::Task).iter().map(|field| field.key).collect()
}

/// An item to be written: keys with their values.
#[derive(Debug, Default)]
pub(super) struct Written {
    pairs: Vec<(&'static str, Value)>,
}

/// A value to be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A text, quoted where it must be.
    Text(String),
    /// YAML of one line.
    Yaml(String),
    /// Texts in brackets.
    List(Vec<String>),
    /// Ids in brackets.
    Ids(Vec<String>),
    /// A list with an item a line, each YAML of one line.
    Lines(Vec<String>),
    /// Keys with single values, as they are read.
    Pairs(Vec<(String, String)>),
}

impl Value {
    /// Its YAML, in one line.
    pub(super) fn flow(&self) -> String {
        match self {
            Value::Text(text) => flow_scalar(text),
            Value::Yaml(yaml) => yaml.clone(),
            Value::List(items) => list(items).unwrap_or_else(|| "[]".to_owned()),
            Value::Ids(items) | Value::Lines(items) => format!("[{}]", items.join(", ")),
            Value::Pairs(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| format!("{}: {}", flow_scalar(key), single(value)));
                format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

impl Written {
    /// The value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&Value> {
        self.pairs.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    fn text(&mut self, key: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.pairs.push((key, Value::Text(text.to_owned())));
        }
    }

    fn yaml(&mut self, key: &'static str, yaml: Option<String>) {
        if let Some(yaml) = yaml {
            self.pairs.push((key, Value::Yaml(yaml)));
        }
    }

    fn list(&mut self, key: &'static str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        if !items.is_empty() {
            self.pairs.push((key, Value::List(items)));
        }
    }

    /// As lines of a block, without indentation.
    pub(super) fn lines(&self) -> Vec<String> {
        let pairs = self.pairs.iter().flat_map(|(key, value)| match value {
            Value::Text(text) => vec![format!("{key}: {}", block_scalar(text))],
            Value::Yaml(_) | Value::List(_) | Value::Ids(_) | Value::Pairs(_) => {
                vec![format!("{key}: {}", value.flow())]
            }
            Value::Lines(lines) => {
                std::iter::once(format!("{key}:")).chain(lines.iter().map(|line| format!("  - {line}"))).collect()
            }
        });
        pairs.collect()
    }

    /// As a map within a flow list.
    pub(super) fn flow(&self) -> String {
        let pairs = self.pairs.iter().map(|(key, value)| format!("{key}: {}", value.flow()));
        format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
    }
}

/// An entry.
pub(super) fn entry(entry: &Entry) -> Written {
    let mut written = Written::default();
    written.yaml("date", Some(entry.date.to_string()));
    written.yaml("task", Some(entry.task.to_string()));
    written.text("by", entry.by.as_deref());
    written.yaml("values", values_in_brackets(&entry.values));
    written.yaml("percent", entry.percent.map(|percent| percent.to_string()));
    written.yaml("state", entry.state.map(|state| state.name().to_owned()));
    written.yaml("checkpoints", list(&entry.checkpoints));
    written.text("note", entry.note.as_deref());
    written.text("issue", entry.issue.as_deref());
    written.text("next", entry.next.as_deref());
    written.yaml("evidence", list(&entry.evidence));
    written.text("reply_to", entry.reply_to.as_ref().map(ToString::to_string).as_deref());
    written.yaml("amendment", entry.amendment.as_deref().map(amendment));
    written.yaml("withdraws", entry.withdraws.as_deref().map(withdrawal));
    written
}

/// A notice.
pub(super) fn notice(notice: &Notice) -> Written {
    let mut written = Written::default();
    written.text("number", Some(&notice.number.to_string()));
    written.yaml("date", Some(notice.date.to_string()));
    written.yaml("level", Some(notice.level.name().to_owned()));
    written.text("unit", Some(notice.unit.as_str()));
    written.yaml("tasks", in_brackets(notice.tasks.iter().map(TaskId::to_string)));
    written.yaml("reply_by", Some(notice.reply_by.to_string()));
    let purpose = notice.purpose;
    written.yaml("purpose", (purpose != NoticePurpose::Work).then(|| purpose.key().to_owned()));
    written.text("signed_by", notice.signed_by.as_deref());
    written.yaml("received", notice.received.map(|day| day.to_string()));
    written.text("received_by", notice.received_by.as_deref());
    written.yaml("voided", notice.voided.map(|day| day.to_string()));
    written.text("void_reason", notice.void_reason.as_deref());
    written
}

/// A task as it stands in the files, in one line.
pub fn task_in_a_line(one: &Task) -> String {
    task(one).flow()
}

/// A task.
pub(super) fn task(task: &Task) -> Written {
    let mut written = Written::default();
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    written.yaml("id", Some(task.id.to_string()));
    written.text("under", task.under.as_deref());
    written.text("title", Some(&task.title));
    written.text("source", task.source.as_deref());
    written.text("origin", task.origin.as_deref());
    written.yaml("kind", Some(task.kind.name().to_owned()));
    written.text("lead", task.lead.as_ref().map(UnitName::as_str));
    written.list("support", task.support.iter().map(UnitName::to_string));
    written.text("person", task.person.as_deref());
    written.text("leader", task.leader.as_deref());
    written.list("places", task.places.iter().cloned());
    if !task.metrics.is_empty() {
        written.pairs.push(("metrics", Value::Lines(task.metrics.iter().map(metric).collect())));
    }
    written.yaml("start", day(task.start));
    written.yaml("deadline", day(task.deadline));
    written.text("deadline_says", task.deadline_says.as_deref());
    let recurs = task.recurs.map(|duty| format!("{{ every: {}, by: {} }}", duty.every.key(), duty.by));
    written.yaml("recurs", recurs);
    if !task.checkpoints.is_empty() {
        let lines = task.checkpoints.iter().map(|step| {
            format!("{{ id: {}, title: {}, due: {} }}", flow_scalar(&step.id), flow_scalar(&step.title), step.due)
        });
        written.pairs.push(("checkpoints", Value::Lines(lines.collect())));
    }
    if !task.depends.is_empty() {
        written.pairs.push(("depends", Value::Ids(task.depends.iter().map(TaskId::to_string).collect())));
    }
    if !task.serves.is_empty() {
        let lines =
            task.serves.iter().map(|order| format!("{{ plan: {}, task: {} }}", flow_scalar(&order.plan), order.task));
        written.pairs.push(("serves", Value::Lines(lines.collect())));
    }
    written.yaml("weight", (task.weight != Weight::default()).then(|| task.weight.to_string()));
    written.list("tags", task.tags.iter().cloned());
    if !task.fields.0.is_empty() {
        written.pairs.push(("fields", Value::Pairs(task.fields.0.clone())));
    }
    written.text("note", task.note.as_deref());
    written.list("assumed", task.assumed.iter().cloned());
    if !task.confirmed.is_empty() {
        written.pairs.push(("confirmed", Value::Lines(task.confirmed.iter().map(confirmation).collect())));
    }
    written.yaml("carried_from", task.carried_from.as_deref().map(carried_from));
    written
}

/// The YAML of a single value: a number and a day as they are, a text quoted where it must be.
pub(super) fn single(value: &str) -> String {
    let is_plain = value.parse::<Quantity>().is_ok() || value.parse::<Date>().is_ok();
    if is_plain { value.to_owned() } else { flow_scalar(value) }
}

fn carried_from(from: &CarriedFrom) -> String {
    let CarriedFrom { plan, task, on, state, values, issue } = from;
    let mut written = Written::default();
    written.text("plan", Some(plan));
    written.yaml("task", Some(task.to_string()));
    written.yaml("on", on.map(|day| day.to_string()));
    written.yaml("state", state.map(|state| state.name().to_owned()));
    written.yaml("values", values_in_brackets(values));
    written.text("issue", issue.as_deref());
    written.flow()
}

fn values_in_brackets(values: &Values) -> Option<String> {
    let values = values.0.iter().map(|(name, value)| format!("{}: {}", flow_scalar(name), scalar(value)));
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| format!("{{ {} }}", values.join(", ")))
}

fn confirmation(confirmation: &Confirmation) -> String {
    let fields = list(&confirmation.fields).unwrap_or_else(|| "[]".to_owned());
    format!("{{ fields: {fields}, by: {}, date: {} }}", flow_scalar(&confirmation.by), confirmation.date)
}

/// The YAML of a field's value, in one line.
pub(super) fn field_value(field: &AmendedField, value: &FieldValue) -> String {
    match (value, field) {
        (FieldValue::Nothing, AmendedField::Support | AmendedField::Places) => "[]".to_owned(),
        (FieldValue::Nothing, _) => "null".to_owned(),
        (FieldValue::One(text), AmendedField::Deadline | AmendedField::Start) => text.clone(),
        (FieldValue::One(text), AmendedField::Target(_)) => scalar(&Scalar::new(text)),
        (
            FieldValue::One(text),
            AmendedField::Lead
            | AmendedField::Support
            | AmendedField::Title
            | AmendedField::Kind
            | AmendedField::Places
            | AmendedField::State,
        ) => flow_scalar(text),
        (FieldValue::Many(items), _) => list(items).unwrap_or_else(|| "[]".to_owned()),
    }
}

fn withdrawal(withdrawal: &Withdrawal) -> String {
    let mark = withdrawal.entry.as_ref().map(|mark| format!(", entry: {}", flow_scalar(mark))).unwrap_or_default();
    format!("{{ date: {}{mark}, reason: {} }}", withdrawal.date, flow_scalar(&withdrawal.reason))
}

fn amendment(amendment: &Amendment) -> String {
    let Amendment { field, from, to, reason, approved_by, duplicate_of } = amendment;
    let same =
        duplicate_of.as_ref().map(|id| format!(", duplicate_of: {}", flow_scalar(id.as_str()))).unwrap_or_default();
    // Of the state, nothing was said before; the key then says nothing either.
    let value = |key: &str, value: &FieldValue| match (value, field) {
        (FieldValue::Nothing, AmendedField::State) => String::new(),
        (value, _) => format!("{key}: {}, ", field_value(field, value)),
    };
    format!(
        "{{ field: {}, {}{}reason: {}, approved_by: {}{same} }}",
        flow_scalar(&field.to_string()),
        value("from", from),
        value("to", to),
        flow_scalar(reason),
        flow_scalar(approved_by)
    )
}

fn metric(metric: &Metric) -> String {
    let mut parts = vec![format!("name: {}", flow_scalar(&metric.name))];
    if !metric.unit.is_empty() {
        parts.push(format!("unit: {}", flow_scalar(&metric.unit)));
    }
    parts.push(format!("target: {}", scalar(&metric.target())));
    if let Some(baseline) = stated_baseline(metric) {
        parts.push(format!("baseline: {}", scalar(&baseline)));
    }
    if metric.direction().is_bound() {
        parts.push(format!("direction: {}", metric.direction().name()));
    }
    if let Some(says) = &metric.says {
        parts.push(format!("says: {}", flow_scalar(says)));
    }
    if !metric.grades().is_empty() {
        let grades = metric.grades().iter().map(|grade| match list(&grade.aliases) {
            None => flow_scalar(&grade.name),
            Some(aliases) => format!("{{ name: {}, aliases: {aliases} }}", flow_scalar(&grade.name)),
        });
        parts.push(format!("grades: [{}]", grades.collect::<Vec<_>>().join(", ")));
    }
    if metric.weight != Weight::default() {
        parts.push(format!("weight: {}", metric.weight));
    }
    if let Some(path) = &metric.checklist {
        parts.push(format!("checklist: {}", flow_scalar(path)));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// The baseline, where it is not the one that holds if nothing is said.
fn stated_baseline(metric: &Metric) -> Option<Scalar> {
    match &metric.measure {
        Measure::Count { baseline, .. } => (*baseline != Quantity::ZERO).then(|| metric.baseline())?,
        Measure::Grade { baseline, .. } => (*baseline > 0).then(|| metric.baseline())?,
        Measure::Bound { .. } | Measure::GradeBound { .. } => None,
    }
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Number(number) => number.to_string(),
        Scalar::Word(word) => flow_scalar(word),
    }
}

fn list(items: &[String]) -> Option<String> {
    in_brackets(items.iter().map(|item| flow_scalar(item)))
}

fn in_brackets(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}
