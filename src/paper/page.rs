//! A page: what every format draws.

use crate::words::visible;

/// A page, from top to bottom.
#[derive(Debug, Default)]
pub struct Page {
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug)]
pub enum Block {
    /// The page's title.
    Title(Line),
    /// The title of a part.
    Heading(Line),
    /// The title of a part of a part.
    Subheading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// Lines that belong together, one below the other.
    Items(Vec<Line>),
    /// Words that stay whole, one after the other.
    Words(Vec<Line>),
    /// Names with their values.
    Fields(Vec<(String, Line)>),
    /// Lines drawn as they are: a chart.
    Verbatim(Vec<String>),
    /// A table.
    Table(Table),
    /// Tables with the same columns, each under a title of its own.
    Tables(Vec<(Line, Table)>),
    /// Lines in a frame, under a title: what must not be missed.
    Frame(Line, Vec<Line>),
    /// A chart of bars.
    Bars(Bars),
}

/// Bars, one below the other, on one scale.
#[derive(Debug, Default)]
pub struct Bars {
    /// What is counted.
    pub title: String,
    /// What the values behind the bars are.
    pub behind: Vec<String>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A bar of the chart.
#[derive(Debug)]
pub struct Bar {
    /// What stands before it.
    pub label: String,
    /// How long it is, from its beginning on: pieces of one tone each, as shares of the whole scale.
    pub pieces: Vec<BarPiece>,
    /// Where a mark stands that it should have reached, as a share of the whole scale.
    pub mark: Option<f64>,
    /// What stands behind it.
    pub values: Vec<String>,
}

/// A piece of a bar.
#[derive(Debug)]
pub struct BarPiece {
    /// How long it is, as a share of the whole scale.
    pub share: f64,
    /// How it stands out.
    pub tone: Tone,
    /// What stands in it, where there is room.
    pub text: String,
}

impl Bars {
    /// The same without the bars, one a line: what is counted, and how much it is.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.bars.iter().map(|bar| format!("{}{}{}", bar.label, colon_after(&bar.label), bar.values.join(" ")))
    }
}

/// A piece of text with tones.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Pieces of text, each of one tone.
    pub pieces: Vec<(String, Tone)>,
}

/// How a piece of text stands out. Never alone: the words say the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Faint,
    Blue,
    Green,
    Yellow,
    Red,
    Grey,
    Magenta,
    Cyan,
}

/// A table.
#[derive(Debug, Default)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    fn says(&self, sign: &str) -> bool {
        self.rows.iter().flatten().any(|cell| cell.text.contains(sign))
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// The header.
    pub header: String,
    /// Whether numbers stand in it, to be lined up on the right.
    pub numeric: bool,
    /// Whether its text may be wrapped.
    pub wraps: bool,
    /// When a table is too wide, the column with the highest number goes first; 0 always stays.
    pub dispensable: u8,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// How it stands out.
    pub tone: Tone,
}

impl Page {
    /// Adds a part.
    pub fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a paragraph of plain text.
    pub fn say(&mut self, text: impl AsRef<str>) {
        self.add(Block::Paragraph(Line::plain(text)));
    }

    /// Whether anything on it carries the mark of an assumption.
    pub fn has_marks(&self) -> bool {
        self.says("*")
    }

    /// Whether a sign stands anywhere on it.
    pub fn says(&self, sign: &str) -> bool {
        let any = |lines: &[Line]| lines.iter().any(|line| line.says(sign));
        self.blocks.iter().any(|block| match block {
            Block::Title(line) | Block::Heading(line) | Block::Subheading(line) | Block::Paragraph(line) => {
                line.says(sign)
            }
            Block::Items(lines) | Block::Words(lines) => any(lines),
            Block::Verbatim(lines) => lines.iter().any(|line| line.contains(sign)),
            Block::Fields(fields) => fields.iter().any(|(_, line)| line.says(sign)),
            Block::Table(table) => table.says(sign),
            Block::Tables(tables) => tables.iter().any(|(title, table)| title.says(sign) || table.says(sign)),
            Block::Frame(title, lines) => title.says(sign) || any(lines),
            Block::Bars(bars) => bars.bars.iter().any(|bar| bar.label.contains(sign)),
        })
    }

    /// The same page with every piece of text rewritten.
    pub(crate) fn rewritten(mut self, rewrite: &dyn Fn(&str) -> String) -> Page {
        let line = |line: &mut Line| line.pieces.iter_mut().for_each(|(text, _)| *text = rewrite(text));
        let table = |table: &mut Table| {
            table.columns.iter_mut().for_each(|column| column.header = rewrite(&column.header));
            table.rows.iter_mut().flatten().for_each(|cell| cell.text = rewrite(&cell.text));
        };
        for block in &mut self.blocks {
            match block {
                Block::Title(one) | Block::Heading(one) | Block::Subheading(one) | Block::Paragraph(one) => line(one),
                Block::Items(lines) | Block::Words(lines) => lines.iter_mut().for_each(line),
                Block::Fields(fields) => fields.iter_mut().for_each(|(_, one)| line(one)),
                Block::Verbatim(_) => {}
                Block::Table(one) => table(one),
                Block::Tables(several) => several.iter_mut().for_each(|(title, one)| {
                    line(title);
                    table(one);
                }),
                Block::Frame(title, lines) => lines.iter_mut().chain([title]).for_each(line),
                Block::Bars(chart) => chart.bars.iter_mut().for_each(|bar| bar.label = rewrite(&bar.label)),
            }
        }
        self
    }

    /// Adds the title of a part.
    pub fn heading(&mut self, text: impl AsRef<str>) {
        self.add(Block::Heading(Line::plain(text)));
    }
}

impl Line {
    /// Text without a tone. Control characters in it are made visible.
    pub fn plain(text: impl AsRef<str>) -> Line {
        Line::default().with(text, Tone::Plain)
    }

    /// The line with another piece at its end.
    #[must_use]
    pub fn with(mut self, text: impl AsRef<str>, tone: Tone) -> Line {
        self.pieces.push((visible(text.as_ref()).into_owned(), tone));
        self
    }

    pub(super) fn says(&self, sign: &str) -> bool {
        self.pieces.iter().any(|(text, _)| text.contains(sign))
    }

    /// The text without its tones.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(text, _)| text.as_str()).collect()
    }
}

impl Column {
    /// A column of short words.
    pub fn short(header: impl AsRef<str>) -> Column {
        Column { header: visible(header.as_ref()).into_owned(), numeric: false, wraps: false, dispensable: 0 }
    }

    /// A column of numbers.
    pub fn number(header: impl AsRef<str>) -> Column {
        Column { numeric: true, ..Column::short(header) }
    }

    /// A column of text that may be wrapped.
    pub fn text(header: impl AsRef<str>) -> Column {
        Column { wraps: true, ..Column::short(header) }
    }

    /// The same column, to be left out as the so-manieth from last when a table is too wide.
    #[must_use]
    pub fn dispensable(self, dispensable: u8) -> Column {
        Column { dispensable, ..self }
    }
}

impl Cell {
    /// A cell without a tone. Control characters in it are made visible.
    pub fn plain(text: impl AsRef<str>) -> Cell {
        Cell::toned(text, Tone::Plain)
    }

    /// A cell with a tone.
    pub fn toned(text: impl AsRef<str>, tone: Tone) -> Cell {
        Cell { text: visible(text.as_ref()).into_owned(), tone }
    }
}

/// The colon between a name and its value: full-width after Chinese.
pub(crate) fn colon_after(name: &str) -> &'static str {
    if name.is_ascii() { ": " } else { "：" }
}
