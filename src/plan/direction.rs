//! Which way a metric is judged.

use schemars::JsonSchema;
use serde::Deserialize;

use super::quantity::Scalar;
use crate::words::Language;

/// On which side of its target a bound is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Never above it.
    Most,
    /// Never below it.
    Least,
}

/// Which way a metric is judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Direction {
    /// Counts up to its target.
    #[default]
    AtLeast,
    /// A bound to keep: never above the target. For a grade: never worse.
    AtMost,
    /// A bound to keep: never below the target, which is held and not reached.
    Hold,
}

impl Direction {
    /// Whether it is kept or broken, and makes no progress.
    pub const fn is_bound(self) -> bool {
        match self {
            Direction::AtLeast => false,
            Direction::AtMost | Direction::Hold => true,
        }
    }

    /// Its name in the files and in the machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            Direction::AtLeast => "at_least",
            Direction::AtMost => "at_most",
            Direction::Hold => "hold",
        }
    }

    /// A target with its unit: `92户`, `不超过15分钟`, `不劣于Ⅴ`. A grade is `graded`; a number is not.
    pub fn said(self, lang: Language, graded: bool, target: &Scalar, unit: &str) -> String {
        let (before, after) = self.around(lang, graded);
        format!("{before}{target}{unit}{after}")
    }

    /// What is said before a target, and after its unit.
    pub const fn around(self, lang: Language, graded: bool) -> (&'static str, &'static str) {
        match (self, graded) {
            (Direction::AtLeast, _) => ("", ""),
            (Direction::AtMost, false) => (lang.pick("不超过", "at most "), ""),
            (Direction::Hold, false) => (lang.pick("保持不低于", "never below "), ""),
            (Direction::AtMost | Direction::Hold, true) => (lang.pick("不劣于", ""), lang.pick("", " or better")),
        }
    }
}
