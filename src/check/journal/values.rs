//! The reported values with their metrics, and which of them cannot be meant.

use std::collections::HashMap;

use crate::check::finding::At;
use crate::check::inspection::{Inspection, Report};
use crate::plan::{Date, Measure, Metric, Quantity, Reading, Scalar};

/// A reported value that its metric can read.
pub(super) struct Value<'o> {
    pub(super) report: Report<'o>,
    pub(super) metric: &'o Metric,
    /// As it was written.
    pub(super) written: &'o Scalar,
    pub(super) reading: Reading,
}

/// A value that can hardly be meant.
pub(super) enum Doubt {
    /// Less than where the metric starts.
    BelowBaseline,
    /// More than ten times the target.
    Tenfold,
    /// Less than what was reported before.
    Falling { before: Quantity, on: Date },
}

impl Value<'_> {
    pub(super) fn at(&self, inspection: &Inspection<'_, '_>) -> At {
        inspection.at_entry(self.report.at).key("values").key(&self.metric.name)
    }
}

/// Every value that its metric can read, oldest first.
pub(super) fn values<'o>(inspection: &Inspection<'o, '_>) -> Vec<Value<'o>> {
    let mut values = Vec::new();
    for report in inspection.reports().filter(|report| !inspection.is_maimed(&report.task.1.id)) {
        for (name, written) in &report.entry.values.0 {
            if let Some(metric) = inspection.metric(report.task, name)
                && let Ok(reading) = metric.read(written)
            {
                values.push(Value { report, metric, written, reading });
            }
        }
    }
    values
}

/// The values that can hardly be meant, each with the one doubt that explains it best. A doubtful value is
/// no measure for the next one: a slip is said once.
pub(super) fn doubts<'o>(inspection: &Inspection<'o, '_>) -> Vec<(Value<'o>, Doubt)> {
    let mut last: HashMap<(usize, &str), (Quantity, Date)> = HashMap::new();
    let mut doubts = Vec::new();
    for value in values(inspection) {
        let key = (value.report.task.0, value.metric.name.as_str());
        let doubt = doubt(&value, last.get(&key).copied());
        let slip = matches!(doubt, Some(Doubt::BelowBaseline | Doubt::Tenfold));
        if let (false, Reading::Number(number)) = (slip, value.reading) {
            last.insert(key, (number, value.report.entry.date));
        }
        if let Some(doubt) = doubt {
            doubts.push((value, doubt));
        }
    }
    doubts
}

fn doubt(value: &Value<'_>, last: Option<(Quantity, Date)>) -> Option<Doubt> {
    match (&value.metric.measure, value.reading) {
        (Measure::Count { baseline, target }, Reading::Number(number)) => {
            if number < *baseline {
                return Some(Doubt::BelowBaseline);
            }
            if is_tenfold(number, *target) {
                return Some(Doubt::Tenfold);
            }
            last.filter(|(before, _)| number < *before).map(|(before, on)| Doubt::Falling { before, on })
        }
        (Measure::Bound { target, .. }, Reading::Number(number)) => {
            is_tenfold(number, *target).then_some(Doubt::Tenfold)
        }
        (Measure::Grade { baseline, .. }, Reading::Grade(step)) => (step < *baseline).then_some(Doubt::BelowBaseline),
        // A grade may well fall: it is no running total.
        (Measure::GradeBound { .. }, _)
        | (Measure::Grade { .. }, Reading::Number(_))
        | (Measure::Count { .. } | Measure::Bound { .. }, Reading::Grade(_)) => None,
    }
}

fn is_tenfold(number: Quantity, target: Quantity) -> bool {
    target > Quantity::ZERO && number > target.tenfold()
}
