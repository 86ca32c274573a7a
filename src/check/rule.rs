//! What a check is.

use serde::Serialize;

use crate::plan::{Language, Period};
use crate::store::FaultKind;

use super::commit::Comparison;
use super::finding::Words;
use super::inspection::Inspection;

/// A check: what it finds, and how it says so.
pub struct Check {
    /// The stable code: `E…` makes the plan unusable, `W…` does not.
    pub code: &'static str,
    /// A short name in English.
    pub name: &'static str,
    /// What it finds, in Chinese.
    pub zh: &'static str,
    /// What it finds, in English.
    pub en: &'static str,
    /// Lines that it finds fault with.
    pub wrong: &'static str,
    /// The same lines as they should be.
    pub right: &'static str,
    pub(super) finds: Finds,
}

/// How a check finds.
pub(super) enum Finds {
    /// It explains faults that reading the files has found.
    Fault(fn(&FaultKind, &Reader) -> Option<Words>),
    /// It looks at the plan, the journal and the source.
    Plan(fn(&mut Inspection<'_, '_>)),
    /// It does both.
    Both(fn(&FaultKind, &Reader) -> Option<Words>, fn(&mut Inspection<'_, '_>)),
    /// It looks at what a commit would change.
    Commit(fn(&mut Comparison<'_>)),
    /// It is found where many plans are looked at, by [`links`](super::between::links).
    Links,
}

/// Who reads an explanation, and in what plan: `11月底` is a day only where the period has one November.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader {
    pub(super) lang: Language,
    pub(super) period: Option<Period>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Gravity {
    /// The plan cannot be used.
    Error,
    /// The plan can be used.
    Warning,
}

impl Check {
    /// How bad what it finds is.
    pub fn gravity(&self) -> Gravity {
        if self.code.starts_with('W') { Gravity::Warning } else { Gravity::Error }
    }

    /// What it finds, in one line.
    pub fn about(&self, lang: Language) -> &'static str {
        match lang {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}
