//! The parts of a metric that can be assumed one by one.

/// A part of a metric that can be assumed on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetricPart {
    /// The target: named by the metric alone, `metrics.户数`.
    Target,
    /// Where it starts: `metrics.户数.baseline`.
    Baseline,
    /// Which way it is judged: `metrics.户数.direction`.
    Direction,
    /// How much it counts: `metrics.户数.weight`.
    Weight,
}

impl MetricPart {
    /// Every part.
    pub const ALL: [MetricPart; 4] =
        [MetricPart::Target, MetricPart::Baseline, MetricPart::Direction, MetricPart::Weight];

    /// Its key in the files.
    pub const fn key(self) -> &'static str {
        match self {
            MetricPart::Target => "target",
            MetricPart::Baseline => "baseline",
            MetricPart::Direction => "direction",
            MetricPart::Weight => "weight",
        }
    }

    /// The part of the metric of that name that a field, named as under `assumed`, means.
    pub fn of(field: &str, metric: &str) -> Option<MetricPart> {
        let part = field.strip_prefix("metrics.")?.strip_prefix(metric)?;
        match part.strip_prefix('.') {
            None => part.is_empty().then_some(MetricPart::Target),
            Some(key) => MetricPart::ALL.into_iter().skip(1).find(|part| part.key() == key),
        }
    }
}
