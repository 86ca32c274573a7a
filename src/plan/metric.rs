//! Named quantities and grades with a target.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::direction::{Direction, Side};
use super::quantity::{Quantity, Scalar, Weight};

/// A named quantity or grade with a target.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "MetricFile")]
pub struct Metric {
    /// The name under which values are reported; unique in its task.
    pub name: String,
    /// What is counted: 户, 个村; empty for a grade.
    pub unit: String,
    /// The target, and what it is measured against.
    pub measure: Measure,
    /// The words of the source that set the target.
    pub says: Option<String>,
    /// How much the metric counts in the task's progress.
    pub weight: Weight,
    /// The checklist whose closed rows are the value, relative to the plan's folder.
    pub checklist: Option<String>,
}

/// What a metric's values are measured against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A number that counts up from `baseline` to `target`.
    Count {
        /// Where it starts.
        baseline: Quantity,
        /// Where it is to arrive.
        target: Quantity,
    },
    /// A number that is to stay on one side of `target`: kept or broken, never in progress.
    Bound {
        /// The most, or the least, that is allowed.
        target: Quantity,
        /// Which of the two.
        side: Side,
    },
    /// A grade that rises step by step; the numbers are places in `grades`, worst first.
    Grade {
        /// The grades, from worst to best.
        grades: Vec<Grade>,
        /// Where it starts.
        baseline: usize,
        /// Where it is to arrive.
        target: usize,
    },
    /// A grade that is never to be worse than `target`.
    GradeBound {
        /// The grades, from worst to best.
        grades: Vec<Grade>,
        /// The worst that is allowed.
        target: usize,
        /// How the file says it: for grades both mean the same.
        side: Side,
    },
}

/// One step of a graded metric.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "GradeFile")]
pub struct Grade {
    /// The grade's name.
    pub name: String,
    /// Other spellings of it: `V` for `Ⅴ`.
    pub aliases: Vec<String>,
}

impl Grade {
    fn answers_to(&self, word: &str) -> bool {
        self.name == word || self.aliases.iter().any(|alias| alias == word)
    }
}

/// A reported value, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Reading {
    /// A number.
    Number(Quantity),
    /// A place in the metric's grades.
    Grade(usize),
}

/// Why a reported value is none of its metric's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingFault {
    /// The metric wants a number.
    NotANumber,
    /// The metric wants one of its grades.
    NotAGrade,
}

/// Why a metric's target and baseline make no sense together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MetricFault {
    /// `target` is not a number, and there are no `grades`.
    #[error("the target is not a number")]
    TargetNotANumber,
    /// `baseline` is not a number, and there are no `grades`.
    #[error("the baseline is not a number")]
    BaselineNotANumber,
    /// `target` is not among `grades`.
    #[error("the target is not among the grades")]
    TargetNotAGrade,
    /// `baseline` is not among `grades`.
    #[error("the baseline is not among the grades")]
    BaselineNotAGrade,
    /// `target` does not lie above `baseline`.
    #[error("the target does not lie above the baseline")]
    TargetNotAbove,
    /// A bound makes no progress, so it has no baseline.
    #[error("a bound has no baseline")]
    BoundWithBaseline,
}

impl MetricFault {
    /// Every fault.
    pub const ALL: [MetricFault; 6] = [
        MetricFault::TargetNotANumber,
        MetricFault::BaselineNotANumber,
        MetricFault::TargetNotAGrade,
        MetricFault::BaselineNotAGrade,
        MetricFault::TargetNotAbove,
        MetricFault::BoundWithBaseline,
    ];

    /// Why a metric, written in YAML, makes no sense; `None` where it does, or where it is no metric at all.
    pub(crate) fn of(yaml: &str) -> Option<MetricFault> {
        Metric::try_from(serde_yaml::from_str::<MetricFile>(yaml).ok()?).err()
    }

    /// The key of the metric that is to blame.
    pub fn key(self) -> &'static str {
        match self {
            MetricFault::TargetNotANumber | MetricFault::TargetNotAGrade | MetricFault::TargetNotAbove => "target",
            MetricFault::BaselineNotANumber | MetricFault::BaselineNotAGrade | MetricFault::BoundWithBaseline => {
                "baseline"
            }
        }
    }
}

impl Metric {
    /// What a reported value means to this metric.
    ///
    /// # Errors
    /// When a number is wanted and something else was given, or the grade is unknown.
    pub fn read(&self, value: &Scalar) -> Result<Reading, ReadingFault> {
        match (&self.measure, value) {
            (Measure::Count { .. } | Measure::Bound { .. }, Scalar::Number(number)) => Ok(Reading::Number(*number)),
            (Measure::Count { .. } | Measure::Bound { .. }, Scalar::Word(_)) => Err(ReadingFault::NotANumber),
            (Measure::Grade { grades, .. } | Measure::GradeBound { grades, .. }, value) => {
                step_of(grades, value).map(Reading::Grade).ok_or(ReadingFault::NotAGrade)
            }
        }
    }

    /// The metric's grades, worst first; none for a number.
    pub fn grades(&self) -> &[Grade] {
        match &self.measure {
            Measure::Count { .. } | Measure::Bound { .. } => &[],
            Measure::Grade { grades, .. } | Measure::GradeBound { grades, .. } => grades,
        }
    }

    /// Which way the metric is judged.
    pub fn direction(&self) -> Direction {
        match self.measure {
            Measure::Count { .. } | Measure::Grade { .. } => Direction::AtLeast,
            Measure::Bound { side, .. } | Measure::GradeBound { side, .. } => match side {
                Side::Most => Direction::AtMost,
                Side::Least => Direction::Hold,
            },
        }
    }

    /// The target as it is written.
    pub fn target(&self) -> Scalar {
        match &self.measure {
            Measure::Count { target, .. } | Measure::Bound { target, .. } => Scalar::Number(*target),
            Measure::Grade { target, .. } | Measure::GradeBound { target, .. } => self.show(Reading::Grade(*target)),
        }
    }

    /// The baseline as it is written; none for a bound.
    pub fn baseline(&self) -> Option<Scalar> {
        match &self.measure {
            Measure::Count { baseline, .. } => Some(Scalar::Number(*baseline)),
            Measure::Grade { baseline, .. } => Some(self.show(Reading::Grade(*baseline))),
            Measure::Bound { .. } | Measure::GradeBound { .. } => None,
        }
    }

    /// A reading as it is written.
    pub fn show(&self, reading: Reading) -> Scalar {
        match reading {
            Reading::Number(number) => Scalar::Number(number),
            Reading::Grade(step) => {
                Scalar::Word(self.grades().get(step).map(|grade| grade.name.clone()).unwrap_or_default())
            }
        }
    }

    /// The same metric, beginning at another value.
    ///
    /// # Errors
    /// When its target does not lie above that.
    pub fn with_baseline(&self, baseline: &Scalar) -> Result<Metric, MetricFault> {
        let grades = (!self.grades().is_empty()).then(|| self.grades().to_vec());
        let measure = Measure::new(&self.target(), Some(baseline), self.direction(), grades)?;
        Ok(Metric { measure, ..self.clone() })
    }

    /// The same metric as one to be held: ongoing work has nothing to reach, so `不低于26个村` means that it stays so.
    #[must_use]
    pub fn held(self) -> Metric {
        let measure = match self.measure {
            Measure::Count { target, .. } => Measure::Bound { target, side: Side::Least },
            Measure::Grade { grades, target, .. } => Measure::GradeBound { grades, target, side: Side::Least },
            bound @ (Measure::Bound { .. } | Measure::GradeBound { .. }) => bound,
        };
        Metric { measure, ..self }
    }

    /// The same metric with another target, as it held before or after an amendment.
    ///
    /// # Errors
    /// When that target is none for this metric.
    pub fn with_target(&self, target: &Scalar) -> Result<Metric, MetricFault> {
        let grades = (!self.grades().is_empty()).then(|| self.grades().to_vec());
        let measure = Measure::new(target, self.baseline().as_ref(), self.direction(), grades)?;
        Ok(Metric { measure, ..self.clone() })
    }
}

impl Measure {
    fn new(
        target: &Scalar,
        baseline: Option<&Scalar>,
        direction: Direction,
        grades: Option<Vec<Grade>>,
    ) -> Result<Measure, MetricFault> {
        if direction.is_bound() && baseline.is_some() {
            return Err(MetricFault::BoundWithBaseline);
        }
        match grades {
            None => Measure::of_numbers(target, baseline, direction),
            Some(grades) => Measure::of_grades(target, baseline, direction, grades),
        }
    }

    fn of_numbers(target: &Scalar, baseline: Option<&Scalar>, direction: Direction) -> Result<Measure, MetricFault> {
        let Scalar::Number(target) = *target else { return Err(MetricFault::TargetNotANumber) };
        let baseline = match baseline {
            None => Quantity::ZERO,
            Some(Scalar::Number(number)) => *number,
            Some(Scalar::Word(_)) => return Err(MetricFault::BaselineNotANumber),
        };
        match direction {
            Direction::AtMost => Ok(Measure::Bound { target, side: Side::Most }),
            Direction::Hold => Ok(Measure::Bound { target, side: Side::Least }),
            Direction::AtLeast if target > baseline => Ok(Measure::Count { baseline, target }),
            Direction::AtLeast => Err(MetricFault::TargetNotAbove),
        }
    }

    fn of_grades(
        target: &Scalar,
        baseline: Option<&Scalar>,
        direction: Direction,
        grades: Vec<Grade>,
    ) -> Result<Measure, MetricFault> {
        let target = step_of(&grades, target).ok_or(MetricFault::TargetNotAGrade)?;
        let baseline = match baseline {
            None => 0,
            Some(word) => step_of(&grades, word).ok_or(MetricFault::BaselineNotAGrade)?,
        };
        match direction {
            Direction::AtMost => Ok(Measure::GradeBound { grades, target, side: Side::Most }),
            Direction::Hold => Ok(Measure::GradeBound { grades, target, side: Side::Least }),
            Direction::AtLeast if target > baseline => Ok(Measure::Grade { grades, baseline, target }),
            Direction::AtLeast => Err(MetricFault::TargetNotAbove),
        }
    }
}

fn step_of(grades: &[Grade], word: &Scalar) -> Option<usize> {
    let word = word.to_string();
    grades.iter().position(|grade| grade.answers_to(&word))
}

/// A metric as the file writes it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Metric")]
struct MetricFile {
    /// The name under which values are reported; unique in its task.
    name: String,
    /// What is counted: 户, 个村.
    #[serde(default)]
    unit: String,
    /// The number or grade to reach (or, with `at_most` and `hold`, to keep).
    target: Scalar,
    /// Where it starts: 0, or the worst grade, where nothing is said.
    baseline: Option<Scalar>,
    /// `at_least` (default) counts up to the target; `at_most` (never above) and `hold` (never below) are bounds to keep.
    #[serde(default)]
    direction: Direction,
    /// The words of `source` that set the target. Without them `metrics.NAME` must stand under `assumed`.
    says: Option<String>,
    /// The grades of a graded metric, from worst to best.
    grades: Option<Vec<Grade>>,
    /// How much the metric counts in the task's progress; 1 where nothing is said.
    #[serde(default)]
    weight: Weight,
    /// A CSV file whose closed rows are the value, relative to the plan's folder.
    checklist: Option<String>,
}

impl JsonSchema for Metric {
    fn schema_name() -> Cow<'static, str> {
        MetricFile::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        MetricFile::json_schema(generator)
    }
}

impl TryFrom<MetricFile> for Metric {
    type Error = MetricFault;

    fn try_from(file: MetricFile) -> Result<Metric, MetricFault> {
        let measure = Measure::new(&file.target, file.baseline.as_ref(), file.direction, file.grades)?;
        Ok(Metric {
            name: file.name,
            unit: file.unit,
            measure,
            says: file.says,
            weight: file.weight,
            checklist: file.checklist,
        })
    }
}

/// A grade as the file writes it: a name, or a name with other spellings.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Grade")]
enum GradeFile {
    Name(String),
    Spelled(SpelledGrade),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SpelledGrade {
    /// The grade's name.
    name: String,
    /// Other spellings that mean the same grade.
    aliases: Vec<String>,
}

impl JsonSchema for Grade {
    fn schema_name() -> Cow<'static, str> {
        GradeFile::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        GradeFile::json_schema(generator)
    }
}

impl From<GradeFile> for Grade {
    fn from(file: GradeFile) -> Grade {
        match file {
            GradeFile::Name(name) => Grade { name, aliases: Vec::new() },
            GradeFile::Spelled(SpelledGrade { name, aliases }) => Grade { name, aliases },
        }
    }
}
