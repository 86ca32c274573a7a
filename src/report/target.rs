//! What is asked of a task's metric, whatever was reached of it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Direction, Language, Scalar};

use super::task_line::MetricLine;

/// What is asked of a metric, not how it stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "PublishedMetric")]
pub struct Target<'s> {
    /// The name.
    pub name: &'s str,
    /// What is counted.
    pub unit: &'s str,
    /// Which way it is judged.
    pub direction: Direction,
    /// The number or grade to reach, or to keep.
    pub target: Scalar,
    /// The words that set the target.
    pub says: Option<&'s str>,
    /// Whether the target is an assumption.
    pub assumed: bool,
    /// Whether the target is a grade.
    #[serde(skip)]
    pub graded: bool,
}

impl Target<'_> {
    /// The target with its unit, in words: `92户`, `不超过15分钟`.
    pub fn asked(&self, lang: Language) -> String {
        lang::target(lang, self.direction, self.graded, &self.target, self.unit)
    }
}

impl<'s> From<&MetricLine<'s>> for Target<'s> {
    fn from(metric: &MetricLine<'s>) -> Target<'s> {
        Target {
            name: metric.name,
            unit: metric.unit,
            direction: metric.direction,
            target: metric.target.clone(),
            says: metric.says,
            assumed: metric.assumed,
            graded: metric.grades.is_some(),
        }
    }
}
