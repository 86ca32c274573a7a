//! What a task would hold after an amendment, tried on a task that holds nothing else.

use crate::check::inspection::Inspection;
use crate::plan::{AmendedField, FieldValue, Task, UnfitValue};

/// The value as the task's field would hold it: a list of one as a list, a target as its metric writes it, units and
/// places by the names of now.
///
/// # Errors
/// When the field cannot hold it.
pub(super) fn held<'o>(
    inspection: &Inspection<'o, '_>,
    field: &AmendedField,
    task: (usize, &'o Task),
    value: &FieldValue,
) -> Result<FieldValue, UnfitValue> {
    let metric = match field {
        AmendedField::Target(name) => inspection.metric(task, name).cloned(),
        AmendedField::Deadline
        | AmendedField::Start
        | AmendedField::Lead
        | AmendedField::Support
        | AmendedField::Title
        | AmendedField::Kind
        | AmendedField::Places
        | AmendedField::State => None,
    };
    // The whole task may be long, and its amendments many.
    let mut trial = Task::silent(task.1.id.clone(), task.1.kind);
    trial.metrics = metric.into_iter().collect();
    field.set(&mut trial, value)?;
    inspection.plan.head.rename_in(&mut trial);
    Ok(field.of(&trial))
}
