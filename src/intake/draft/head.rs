//! What is known of a drafted plan as a whole, and where it comes from.

use crate::plan::{Date, Period, Section, Unit};

/// What is said about the plan beside its document. It goes before what the document says.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The plan's short name.
    pub id: String,
    /// The title.
    pub title: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// The days over which the plan runs.
    pub period: Option<Period>,
    /// The units that tasks may name.
    pub units: Vec<Unit>,
    /// The sections of a plan without a document.
    pub sections: Vec<Section>,
}

/// Where a part of the plan's head comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The person who asked for the plan said so.
    Given,
    /// It was read out of the document.
    Read,
    /// Nothing says so: a person must settle it.
    Assumed,
}

/// A part of the plan's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known<T> {
    /// What it is.
    pub value: T,
    /// Where it comes from.
    pub basis: Basis,
}

impl<T> Known<T> {
    /// What was given goes first, then what was read, then a stand-in.
    pub(crate) fn settle(given: Option<T>, read: Option<T>, assumed: impl FnOnce() -> T) -> Known<T> {
        let of = |value: T, basis| Known { value, basis };
        match (given, read) {
            (Some(value), _) => of(value, Basis::Given),
            (None, Some(value)) => of(value, Basis::Read),
            (None, None) => of(assumed(), Basis::Assumed),
        }
    }
}

/// What the plan's head says of the document as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftHead {
    /// The plan's short name.
    pub id: String,
    /// The title.
    pub title: Known<String>,
    /// Who issued it.
    pub issuer: Known<String>,
    /// The document's own number.
    pub number: Option<String>,
    /// The day of issue.
    pub issued: Known<Date>,
    /// The days over which the plan runs.
    pub period: Known<Period>,
    /// How public the document is.
    pub disclosure: Option<String>,
    /// The units that were given.
    pub units: Vec<Unit>,
    /// The sections that were given.
    pub sections: Vec<Section>,
}
