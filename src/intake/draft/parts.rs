//! What the pieces of a document are: words, notes, rows of tables.

use std::collections::HashMap;
use std::ops::Range;

use super::amounts::Amount;
use super::fields::Fields;

/// What a piece of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words.
    Text,
    /// What is said of the tasks beside it.
    Note(Box<Fields>),
    /// Who answers for what follows it in its paragraph: 县审计局：….
    Front(Box<Fields>),
    /// A row of a table: a task for each matter in it.
    Row(Vec<Row>),
    /// A row of a table that stands over those below it.
    Band,
    /// Nothing that orders work: a table's heads and numbers.
    Idle,
}

/// A row that orders a piece of work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The document's words that order it: the cells that say what is to be done, and until when.
    pub(super) quote: Range<usize>,
    /// What the task's own cell says, where another cell says more of it.
    pub(super) title: Option<String>,
    /// What the other cells say.
    pub(super) fields: Fields,
    /// The words of the row from which the numbers are to be read.
    pub(super) words: Range<usize>,
    /// Cells among those words of which no number is to be read.
    pub(super) apart: Vec<Range<usize>>,
    /// The numbers that stand in columns of their own.
    pub(super) amounts: Vec<Amount>,
    /// Whether the table says what is to be reached in the year: by its end, where nothing else is said.
    pub(super) yearly: bool,
    /// What is to be reached in the course of it, by columns of quarters or days: 一季度：完成招标.
    pub(super) steps: Vec<String>,
    /// The kind of work under which it stands, where the table has a column of them.
    pub(super) band: Option<String>,
    /// Whether other matters of its cell are rows, too, so that the row's day is not that of one that names its own.
    pub(super) shared: bool,
    /// Whether units and deadline stand in a row above, whose cells reach down.
    pub(super) inherited: bool,
}

/// A line that belongs to a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its bytes, without white space around them.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) part: Part,
}

/// The lines of the document, from 1, that belong to a table.
pub(super) type Lines = HashMap<usize, Line>;

/// Whether a line is the row of a table that was pasted as text.
pub(super) fn is_row(line: &str) -> bool {
    line.trim().matches(is_rule).count() >= 2
}

/// What parts the cells of a row.
pub(super) fn is_rule(c: char) -> bool {
    matches!(c, '\t' | '|' | '│' | '｜')
}
