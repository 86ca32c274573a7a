//! What can be wrong with a file before it is a plan.

use std::ops::Range;

use crate::plan::MetricFault;
use crate::words::Refusal;
use crate::words::fields::Place;

/// Something wrong in one file.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The file, as its place among those that were opened.
    pub file: usize,
    /// The bytes at fault.
    pub span: Range<usize>,
    /// What is wrong with them.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum FaultKind {
    /// The system would not let us read it.
    Unreadable(Refusal),
    /// A file's name is not UTF-8; as much of it as can be shown.
    FileName(String),
    /// A folder, a pipe or a device that is named like a file of the plan.
    NotAFile,
    /// A link, or a path in the plan, that leads out of the repository.
    OutsideRepository(String),
    /// A file that the plan names does not exist.
    NoSuchFile(String),
    /// Larger than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    TooLarge(u64),
    /// Not UTF-8, and what it probably is.
    Encoding(&'static str),
    /// A byte order mark before the first character.
    ByteOrderMark,
    /// A character that no text has.
    ControlCharacter(char),
    /// Not YAML; the parser's own words.
    Syntax(String),
    /// A line that is indented further than the one that it continues.
    Misaligned,
    /// Nothing between two commas of a list.
    EmptyItem,
    /// Where git has left both sides of a merge.
    Conflict,
    /// Deeper, or more often repeated, than is read.
    TooDeep,
    /// A second document in one file.
    SeveralDocuments,
    /// A tab in the indentation.
    Tab,
    /// A full-width space in the indentation.
    WideSpace,
    /// `：` after a key.
    WideColon {
        /// The key as written.
        key: String,
    },
    /// No space after the colon of a key.
    NoSpace {
        /// The key as written.
        key: String,
    },
    /// Another kind of value is wanted.
    WrongType(Shape),
    /// A key that nothing reads.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The nearest one that is read.
        near: Option<String>,
        /// The field that it names, where that stands elsewhere.
        elsewhere: Option<(Place, &'static str)>,
    },
    /// A key that must be there.
    MissingKey(String),
    /// A key that is there twice.
    DuplicateKey(String),
    /// None of the words that the field takes.
    UnknownWord {
        /// The word as written.
        word: String,
        /// The words that the field takes.
        known: Vec<String>,
    },
    /// A date that is not written `YYYY-MM-DD`.
    DateForm(String),
    /// A date that no calendar has.
    NoSuchDay(String),
    /// A year or a day of a calendar file that is not written as one.
    CalendarDay(String),
    /// A notice's number, or its series, that is not written as documents have them.
    NoticeNumber(String),
    /// A number that is not written in plain digits.
    NumberForm(String),
    /// A task id that does not follow the form of ids.
    IdForm(String),
    /// An offset from UTC that is not written `+08:00`.
    OffsetForm(String),
    /// A field that no amendment changes.
    AmendedField(String),
    /// A metric whose numbers make no sense together.
    Metric {
        /// What is wrong with them.
        fault: MetricFault,
        /// The number or grade to blame, as written.
        written: String,
    },
    /// A row of a checklist that cannot be understood.
    ChecklistRow(RowFault),
    /// An item that stands in its checklist twice.
    RepeatedItem {
        /// The item.
        item: String,
        /// The line on which it stands first.
        line: u64,
    },
}

/// Why a row of a checklist cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// The first row names no column of items, or none of closing dates.
    Header,
    /// The row names no item.
    Item,
    /// The row has another number of cells than the first row.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the first row has.
        wanted: usize,
    },
    /// There are more columns than any list has.
    Columns(usize),
    /// A quotation mark is not closed: it swallows the rows below it.
    OpenQuote,
    /// The reader's own words.
    Other(String),
}

/// The kinds of value that a field may want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Some words.
    Text,
    /// A number.
    Number,
    /// A whole number from 0.
    WholeNumber,
    /// `true` or `false`.
    YesNo,
    /// A list.
    List,
    /// Keys and values.
    Map,
}
