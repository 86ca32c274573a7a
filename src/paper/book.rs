//! A workbook: what the spreadsheet format draws.

use super::page::{Line, Tone};
use chrono::NaiveDate;

/// A workbook.
#[derive(Debug)]
pub struct Book {
    /// The document's title.
    pub title: String,
    /// Who issued it.
    pub company: String,
    /// The day for which everything is computed: the document's date.
    pub day: NaiveDate,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// What stands above, and below each printed page.
    pub frame: Frame,
    /// What is on it.
    pub body: Body,
}

/// What stands above a sheet, and below each of its printed pages.
#[derive(Debug)]
pub struct Frame {
    /// The title.
    pub title: String,
    /// Lines under the title.
    pub lines: Vec<Line>,
    /// Below each page: left and right.
    pub footer: (String, String),
    /// The page's number, as `第 &P 页`.
    pub page_number: String,
}

/// What is on a sheet.
#[derive(Debug)]
pub enum Body {
    /// One long table under a header that stays in sight.
    List(List),
    /// Several tables with the same columns one below the other, and their charts beside them.
    Summary(Vec<Part>),
    /// Rows of text for programs: no spreadsheet shows the sheet.
    Hidden(Vec<Vec<String>>),
}

/// A long table.
#[derive(Debug)]
pub struct List {
    /// The columns.
    pub columns: Vec<Column>,
    /// How many columns stay in sight on the left.
    pub fixed: u16,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// Headings over the whole width.
    pub bands: Vec<Band>,
    /// Said where there are no rows.
    pub nothing: String,
}

/// A heading over the whole width of a list.
#[derive(Debug)]
pub struct Band {
    /// The place of the row before which it stands.
    pub before: usize,
    /// What it says.
    pub title: String,
}

/// A table of a summary: names, then numbers.
#[derive(Debug)]
pub struct Part {
    /// What stands above it.
    pub heading: String,
    /// The columns, the same in every part.
    pub columns: Vec<Column>,
    /// The rows; the last adds the others up.
    pub rows: Vec<Vec<Cell>>,
    /// The columns that are drawn as stacked bars, each in its tone.
    pub bars: Vec<(usize, Tone)>,
    /// The columns whose shares are drawn as bars in their own cells, each in its tone.
    pub lanes: Vec<(usize, Tone)>,
}

/// A column of a sheet.
#[derive(Debug, Clone)]
pub struct Column {
    /// The header.
    pub header: String,
    /// How wide it is, in pixels of a screen at 100 %.
    pub width: u16,
    /// Whether its words begin on the left; in the middle otherwise. Such a column gives and takes room, so that a page is filled.
    pub prose: bool,
    /// Where it is seen.
    pub seen: Seen,
    /// Whether it is there to be filled in.
    pub open: bool,
}

/// Where a column is seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Seen {
    /// On the screen and on paper.
    #[default]
    Everywhere,
    /// On the screen; on paper only where one behind it is.
    OnScreen,
    /// By programs, and by whoever unhides it.
    Nowhere,
}

/// What may be filled in: the cell is open, while the others are locked.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    /// Said to whoever stands in the cell.
    pub prompt: String,
    /// What it takes.
    pub takes: Takes,
}

/// What a cell takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Takes {
    /// Any words.
    Words,
    /// One of some words.
    OneOf(Vec<String>),
    /// A number; not below 0 where there can be no such.
    Number {
        /// Whether it may lie below 0.
        negative: bool,
    },
    /// A day from one to another.
    Day(NaiveDate, NaiveDate),
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// What is in it.
    pub value: Value,
    /// Whether it is shown with the mark of an assumption, which is no part of the value.
    pub marked: bool,
    /// Words shown behind the value, which are no part of it.
    pub note: &'static str,
    /// The colour behind it.
    pub tone: Tone,
    /// What may be filled in, where anything may.
    pub blank: Option<Blank>,
}

/// What is in a cell.
#[derive(Debug, Clone, Default)]
pub enum Value {
    /// Nothing: not known, or not to be said.
    #[default]
    Nothing,
    /// Text, harmless, with line breaks where it has several lines.
    Text(String),
    /// A permanent id: text, whatever number or day it looks like.
    Id(String),
    /// A number shown between words; one that is not known yet is empty, and will be shown so when it is filled in.
    Number {
        /// The number.
        number: Option<f64>,
        /// The words before it.
        before: String,
        /// The words after it: its unit.
        after: String,
    },
    /// A share, shown in percent.
    Share(Option<f64>),
    /// A day.
    Day(Option<NaiveDate>),
}

impl Column {
    /// A column of short words, numbers or days.
    pub fn short(header: impl Into<String>, width: u16) -> Column {
        Column { header: header.into(), width, prose: false, seen: Seen::Everywhere, open: false }
    }

    /// A column of text.
    pub fn prose(header: impl Into<String>, width: u16) -> Column {
        Column { prose: true, ..Column::short(header, width) }
    }
}

impl Cell {
    /// A cell of text; an empty text is nothing.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        Cell::of(if text.is_empty() { Value::Nothing } else { Value::Text(text) })
    }

    /// A cell with a count.
    pub fn count(count: usize) -> Cell {
        Cell::of(Value::Number { number: Some(count as f64), before: String::new(), after: String::new() })
    }

    /// A cell with a day.
    pub fn day(day: Option<NaiveDate>) -> Cell {
        Cell::of(Value::Day(day))
    }

    /// A cell with a value.
    pub fn of(value: Value) -> Cell {
        Cell { value, ..Cell::default() }
    }

    /// The same, with the mark of an assumption where it is one and there is anything to mark.
    #[must_use]
    pub fn marked(self, assumed: bool) -> Cell {
        Cell { marked: assumed && !self.value.is_empty(), ..self }
    }

    /// Whether the mark of an assumption is seen, be it beside the value or on one of its lines.
    fn is_marked(&self) -> bool {
        self.marked || matches!(&self.value, Value::Text(text) if text.contains('*'))
    }

    /// The same, with words shown behind it.
    #[must_use]
    pub fn noted(self, note: &'static str) -> Cell {
        Cell { note, ..self }
    }

    /// The same, to be filled in.
    #[must_use]
    pub fn blank(self, blank: Option<Blank>) -> Cell {
        Cell { blank, ..self }
    }

    /// The same, in a tone.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

impl Value {
    /// Whether nothing stands in the cell.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Nothing => true,
            Value::Text(text) | Value::Id(text) => text.is_empty(),
            Value::Number { number, .. } => number.is_none(),
            Value::Share(share) => share.is_none(),
            Value::Day(day) => day.is_none(),
        }
    }
}

impl Body {
    /// Whether anything on it carries the mark of an assumption.
    pub fn has_marks(&self) -> bool {
        self.has(Cell::is_marked)
    }

    /// Whether words are shown behind any value.
    pub fn has_notes(&self) -> bool {
        self.has(|cell| !cell.note.is_empty())
    }

    fn has(&self, is: impl Fn(&Cell) -> bool) -> bool {
        let any = |rows: &Vec<Vec<Cell>>| rows.iter().flatten().any(&is);
        match self {
            Body::List(list) => any(&list.rows),
            Body::Hidden(_) => false,
            Body::Summary(parts) => parts.iter().any(|part| any(&part.rows)),
        }
    }
}
