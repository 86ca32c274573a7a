//! A draft beside the document of which it was made: what became of each of its words.

use crate::plan::{Date, Kind, Recurrence};

/// A draft to be judged.
#[derive(Debug)]
pub struct Review {
    /// The plan's title.
    pub title: String,
    /// The document, as it was handed in.
    pub file: String,
    /// What there is, counted.
    pub counts: ReviewCounts,
    /// The parts of the head that the document does not say, as the draft names them.
    pub open: Option<String>,
    /// The document, line by line.
    pub lines: Vec<ReviewLine>,
}

/// What a draft comes to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ReviewCounts {
    /// How many tasks there are.
    pub tasks: usize,
    /// How many of them have a lead.
    pub led: usize,
    /// How many units are named.
    pub units: usize,
    /// How many numbers became targets.
    pub numbers: usize,
    /// How many days became deadlines.
    pub days: usize,
    /// How many words were left to be settled.
    pub unsure: usize,
    /// How many sentences the document has.
    pub sentences: usize,
    /// How many of them order work.
    pub ordered: usize,
    /// How many are neither a task's nor context.
    pub uncovered: usize,
}

/// A line of the document.
#[derive(Debug)]
pub struct ReviewLine {
    /// Whether it is a heading of a section or theme.
    pub heads: bool,
    /// Its pieces; cells of a row are parted by tabs.
    pub pieces: Vec<ReviewPiece>,
    /// The tasks whose words begin in it.
    pub tasks: Vec<ReviewTask>,
    /// Why none of its words order work, where that is so.
    pub why: Vec<ReviewWhy>,
}

/// Why words order no work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewWhy {
    /// They stand before all else.
    Front,
    /// They are a heading.
    Heading,
    /// They say of the tasks beside them who, and by when.
    Beside,
    /// They belong to a table, and are no row of work.
    Table,
    /// They stand where the document looks back, or says what is.
    Told,
    /// None of them orders work.
    NoOrder,
}

/// Words that became one thing.
#[derive(Debug, PartialEq, Eq)]
pub struct ReviewPiece {
    /// The words.
    pub text: String,
    /// What they became.
    pub role: ReviewRole,
}

/// What words became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewRole {
    /// Context: no work.
    Context,
    /// Words that order a task.
    Order,
    /// A number that became a target.
    Number,
    /// A day that became a deadline.
    Day,
    /// A unit.
    Unit,
    /// Words of which nothing was made, and which are to be settled.
    Unsure,
    /// Neither a task's nor context.
    Uncovered,
}

/// A drafted task.
#[derive(Debug)]
pub struct ReviewTask {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether the title is not the document's own words.
    pub title_guessed: bool,
    /// How it is judged; always guessed.
    pub kind: Kind,
    /// Its lead.
    pub lead: Option<String>,
    /// Whether its units are those of a row above.
    pub units_guessed: bool,
    /// The units that help.
    pub support: Vec<String>,
    /// The person in charge.
    pub person: Option<String>,
    /// The leader over it.
    pub leader: Option<String>,
    /// Its targets, as words: name, number, unit.
    pub metrics: Vec<String>,
    /// Its first day.
    pub start: Option<Date>,
    /// How often it is to be reported on.
    pub recurs: Option<Recurrence>,
    /// Its deadline.
    pub deadline: Option<Date>,
    /// Whether another day may be meant.
    pub day_guessed: bool,
    /// Words to be settled.
    pub unsure: Vec<String>,
}
