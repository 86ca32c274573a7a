//! Pages on a terminal, or as plain text of a fixed width.

use rayon::prelude::*;

use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Width};

use super::page::{Block, Cell, Column, Line, Page, Table, Tone};
use super::palette::colours;
use super::wrap::{Ambiguous, narrowest, wrap};
use crate::threads;

/// What a page is drawn on.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// How many columns it has.
    pub columns: usize,
    /// Whether it shows colours.
    pub colour: bool,
    /// How it draws characters of doubtful width.
    pub ambiguous: Ambiguous,
}

impl Screen {
    fn width(self, text: &str) -> usize {
        self.ambiguous.width(text)
    }

    fn wrap(self, text: &str, columns: usize) -> Vec<String> {
        wrap(text, columns, self.ambiguous)
    }
}

/// Columns between two columns of a table.
const GAP: usize = 2;
/// How far the lines of a list are indented.
const INDENT: &str = "  ";
/// Rows drawn at a time.
const BATCH: usize = 256;
/// Batches drawn before they are put together: more would only take memory.
const BATCHES_AT_ONCE: usize = 16;
/// So many rows tell how narrow a text column may become.
const SAMPLE: usize = 200;
/// A text column is not squeezed below this; other columns go first.
const NARROWEST_TEXT: usize = 18;
/// On a screen where even that is too much, a text column keeps so much.
const SQUEEZED_TEXT: usize = 8;
/// Lines of a text are reckoned in tenths.
const TENTHS: usize = 10;
/// Stands behind a character that is drawn wider than `comfy_table` reckons, while that lays a table out. No text holds it: it is
/// no character.
const FILLER: char = '\u{fdd0}';

/// A page as lines for a screen.
pub fn terminal(page: &Page, screen: Screen) -> String {
    let mut out = String::new();
    let mut after_heading = true;
    for block in &page.blocks {
        let spaced = matches!(
            block,
            Block::Heading(_) | Block::Subheading(_) | Block::Table(_) | Block::Fields(_) | Block::Frame(..)
        ) && !after_heading;
        if spaced && !out.is_empty() {
            out.push('\n');
        }
        after_heading = matches!(block, Block::Heading(_) | Block::Subheading(_));
        match block {
            Block::Title(line) | Block::Heading(line) | Block::Subheading(line) => {
                draw_lines(&mut out, &strong(line), screen, "")
            }
            Block::Paragraph(line) => draw_lines(&mut out, line, screen, ""),
            Block::Items(lines) => lines.iter().for_each(|line| draw_item(&mut out, line, screen)),
            Block::Words(words) => draw_words(&mut out, words, screen),
            Block::Fields(fields) => draw_fields(&mut out, fields, screen),
            Block::Verbatim(lines) => lines.iter().for_each(|line| {
                out.push_str(line);
                out.push('\n');
            }),
            Block::Table(table) => {
                let fitted = Fitted::new(&table.columns, &[&table.rows], screen);
                draw_table(&mut out, table, &fitted, screen);
            }
            Block::Tables(tables) => draw_tables(&mut out, tables, screen),
            Block::Frame(title, lines) => {
                draw_lines(&mut out, &strong(title), screen, "");
                lines.iter().for_each(|line| draw_item(&mut out, line, screen));
            }
            Block::Bars(bars) => {
                draw_lines(&mut out, &Line::plain(&bars.title), screen, "");
                bars.lines().for_each(|line| draw_item(&mut out, &Line::plain(line), screen));
            }
        }
    }
    out
}

fn strong(line: &Line) -> Line {
    let tone = |tone: Tone| if tone == Tone::Plain { Tone::Strong } else { tone };
    Line { pieces: line.pieces.iter().map(|(text, of)| (text.clone(), tone(*of))).collect() }
}

/// Draws a line, wrapped; what follows the first is indented by `hang`.
fn draw_lines(out: &mut String, line: &Line, screen: Screen, hang: &str) {
    let lines = screen.wrap(&line.text(), screen.columns.saturating_sub(hang.len()).max(1));
    let mut pieces = line.pieces.clone();
    for (index, text) in lines.iter().enumerate() {
        out.push_str(if index > 0 { hang } else { "" });
        paint_along(out, text, &mut pieces, screen.colour);
        out.push('\n');
    }
}

/// Draws a line of a list: indented, and what follows its first line further so.
fn draw_item(out: &mut String, line: &Line, screen: Screen) {
    let mut drawn = String::new();
    let inner = Screen { columns: screen.columns.saturating_sub(INDENT.len()).max(NARROWEST_TEXT), ..screen };
    draw_lines(&mut drawn, line, inner, INDENT);
    for text in drawn.lines() {
        out.push_str(INDENT);
        out.push_str(text);
        out.push('\n');
    }
}

/// Draws words one after the other, as many to a line as fit.
fn draw_words(out: &mut String, words: &[Line], screen: Screen) {
    let mut columns = 0;
    for word in words {
        let word = word.text();
        let wide = screen.width(&word);
        if columns > 0 && columns + GAP + wide > screen.columns {
            out.push('\n');
            columns = 0;
        } else if columns > 0 {
            out.push_str("  ");
            columns += GAP;
        }
        out.push_str(&word);
        columns += wide;
    }
    out.push('\n');
}

/// Writes a wrapped line in the tones of the pieces that it was made of. Wrapping drops only spaces.
fn paint_along(out: &mut String, text: &str, pieces: &mut Vec<(String, Tone)>, colour: bool) {
    let mut rest = text;
    while !rest.is_empty() {
        let Some((piece, tone)) = pieces.first_mut() else {
            out.push_str(rest);
            return;
        };
        let common = common_prefix(rest, piece);
        if common == 0 {
            // A space that wrapping dropped, or a piece that is used up.
            let skip = piece.chars().next().map_or(0, char::len_utf8);
            piece.drain(..skip);
            if piece.is_empty() {
                pieces.remove(0);
            }
            continue;
        }
        let (now, later) = rest.split_at_checked(common).unwrap_or((rest, ""));
        out.push_str(&painted(now, *tone, colour));
        piece.drain(..common);
        if piece.is_empty() {
            pieces.remove(0);
        }
        rest = later;
    }
}

fn common_prefix(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

fn painted(text: &str, tone: Tone, colour: bool) -> String {
    if !colour || tone == Tone::Plain {
        return text.to_owned();
    }
    let style = style_of(tone);
    format!("{style}{text}{style:#}")
}

fn style_of(tone: Tone) -> anstyle::Style {
    let style = anstyle::Style::new();
    match tone {
        Tone::Strong => style.bold(),
        Tone::Faint => style.dimmed(),
        tone => style.fg_color(colours(tone).map(|colours| colours.terminal.into())),
    }
}

fn draw_fields(out: &mut String, fields: &[(String, Line)], screen: Screen) {
    let label = fields.iter().map(|(name, _)| screen.width(name)).max().unwrap_or(0) + GAP;
    for (name, line) in fields {
        let pad = " ".repeat(label - screen.width(name));
        let mut drawn = String::new();
        let inner = Screen { columns: screen.columns.saturating_sub(label).max(NARROWEST_TEXT), ..screen };
        draw_lines(&mut drawn, line, inner, "");
        for (index, text) in drawn.lines().enumerate() {
            let before = if index == 0 { painted(name, Tone::Faint, screen.colour) + &pad } else { " ".repeat(label) };
            out.push_str((before + text).trim_end());
            out.push('\n');
        }
    }
}

/// Draws a table. Its rows are drawn a batch at a time, several side by side when there are many: the
/// widths are settled before, so that the batches line up.
fn draw_table(out: &mut String, table: &Table, fitted: &Fitted, screen: Screen) {
    let before = out.len();
    out.push_str(&draw_rows(table, fitted, table.rows.get(..BATCH).unwrap_or(&table.rows), true, screen));
    let rest = table.rows.get(BATCH..).unwrap_or(&[]);
    // The other batches will be about as long as the first.
    out.reserve((out.len() - before) * rest.len().div_ceil(BATCH));
    threads::ready();
    for rows in rest.chunks(BATCH * BATCHES_AT_ONCE) {
        let drawn: Vec<String> =
            rows.par_chunks(BATCH).map(|rows| draw_rows(table, fitted, rows, false, screen)).collect();
        out.extend(drawn);
    }
}

/// Draws tables whose columns line up from one to the next.
fn draw_tables(out: &mut String, tables: &[(Line, Table)], screen: Screen) {
    let Some((_, first)) = tables.first() else { return };
    let rows: Vec<&[Vec<Cell>]> = tables.iter().map(|(_, table)| table.rows.as_slice()).collect();
    let fitted = Fitted::new(&first.columns, &rows, screen);
    for (title, table) in tables {
        out.push('\n');
        draw_lines(out, &strong(title), screen, "");
        draw_table(out, table, &fitted, screen);
    }
}

fn draw_rows(table: &Table, fitted: &Fitted, rows: &[Vec<Cell>], header: bool, screen: Screen) -> String {
    let mut drawing = comfy_table::Table::new();
    drawing.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    drawing.style_mut().header_separator.fill = Some('-');
    if screen.colour {
        drawing.enforce_styling();
    } else {
        drawing.force_no_tty();
    }
    if header {
        let headers = fitted.columns.iter().filter_map(|(place, _)| table.columns.get(*place));
        drawing.set_header(
            headers.map(|column| comfy_table::Cell::new(filled(&column.header, screen)).add_attribute(Attribute::Bold)),
        );
    }
    for row in rows {
        drawing.add_row(fitted.columns.iter().filter_map(|(place, columns)| {
            let (cell, wraps) = (row.get(*place)?, table.columns.get(*place)?.wraps);
            Some(drawn_cell(cell, if wraps { *columns } else { usize::MAX }, screen))
        }));
    }
    for (index, (place, columns)) in fitted.columns.iter().enumerate() {
        let Some(column) = drawing.column_mut(index) else { continue };
        let last = index + 1 == fitted.columns.len();
        let gap = if last { 0 } else { GAP };
        column.set_padding((0, u16::try_from(gap).unwrap_or(0)));
        let width = u16::try_from(columns + gap).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        if table.columns.get(*place).is_some_and(|column| column.numeric) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut drawn = String::new();
    for line in drawing.lines() {
        drawn.extend(line.trim_end().chars().filter(|c| *c != FILLER));
        drawn.push('\n');
    }
    drawn
}

/// A text with as many characters as it takes columns.
fn filled(text: &str, screen: Screen) -> String {
    text.chars().flat_map(|c| std::iter::once(c).chain(screen.ambiguous.widens(c).then_some(FILLER))).collect()
}

fn drawn_cell(cell: &Cell, columns: usize, screen: Screen) -> comfy_table::Cell {
    let drawn = comfy_table::Cell::new(filled(&screen.wrap(&cell.text, columns).join("\n"), screen));
    match cell.tone {
        Tone::Strong => drawn.add_attribute(Attribute::Bold),
        Tone::Faint => drawn.add_attribute(Attribute::Dim),
        tone => match colours(tone) {
            Some(colours) => drawn.fg(Color::AnsiValue(anstyle::Ansi256Color::from_ansi(colours.terminal).0)),
            None => drawn,
        },
    }
}

/// The columns of a table that fit a screen, with their widths.
struct Fitted {
    columns: Vec<(usize, usize)>,
}

impl Fitted {
    /// Drops the most dispensable column until the rest fits, squeezes the text columns where it still does not, then shares what
    /// is left among them.
    fn new(columns: &[Column], rows: &[&[Vec<Cell>]], screen: Screen) -> Fitted {
        let natural: Vec<usize> = (0..columns.len()).map(|place| natural_width(columns, rows, place, screen)).collect();
        let mut kept: Vec<usize> = (0..columns.len()).collect();
        let full = |place: usize| natural.get(place).copied().unwrap_or(0);
        let least = |place: usize| least_width(columns, rows, (place, full(place)), screen);
        while total(kept.iter().map(|place| least(*place))) > screen.columns {
            let dispensable = |place: &usize| columns.get(*place).map_or(0, |column| column.dispensable);
            let Some(first) = kept.iter().copied().filter(|place| dispensable(place) > 0).max_by_key(dispensable)
            else {
                break;
            };
            kept.retain(|place| *place != first);
        }
        let squeezed = total(kept.iter().map(|place| least(*place))) > screen.columns;
        let wraps = |place: usize| columns.get(place).is_some_and(|column| column.wraps);
        let least = |place: usize| if squeezed && wraps(place) { full(place).min(SQUEEZED_TEXT) } else { least(place) };
        let mut columns: Vec<(usize, usize)> = kept.iter().map(|place| (*place, least(*place))).collect();
        let mut spare = screen.columns.saturating_sub(total(columns.iter().map(|(_, columns)| *columns)));
        // A column at a time to whichever text would be broken into most lines.
        let lines = |(place, now): &(usize, usize)| (full(*place) * TENTHS).div_ceil((*now).max(1));
        while spare > 0 {
            let wanting = columns.iter_mut().filter(|(place, now)| *now < full(*place));
            let Some((_, now)) = wanting.max_by_key(|column| lines(column)) else { break };
            *now += 1;
            spare -= 1;
        }
        Fitted { columns }
    }
}

fn total(columns: impl ExactSizeIterator<Item = usize>) -> usize {
    let gaps = columns.len().saturating_sub(1) * GAP;
    columns.sum::<usize>() + gaps
}

fn natural_width(columns: &[Column], rows: &[&[Vec<Cell>]], place: usize, screen: Screen) -> usize {
    let header = columns.get(place).map_or(0, |column| screen.width(&column.header));
    cells(rows, place).map(|cell| screen.width(&cell.text)).max().unwrap_or(0).max(header)
}

fn cells<'t>(rows: &'t [&'t [Vec<Cell>]], place: usize) -> impl Iterator<Item = &'t Cell> {
    rows.iter().flat_map(|rows| rows.iter()).filter_map(move |row| row.get(place))
}

/// A text column may shrink, but not so far that a piece of it must be torn.
fn least_width(columns: &[Column], rows: &[&[Vec<Cell>]], (place, natural): (usize, usize), screen: Screen) -> usize {
    let Some(column) = columns.get(place).filter(|column| column.wraps) else { return natural };
    let pieces = cells(rows, place).take(SAMPLE).map(|cell| narrowest(&cell.text, screen.ambiguous)).max().unwrap_or(0);
    natural.min(NARROWEST_TEXT.max(pieces.min(2 * NARROWEST_TEXT)).max(screen.width(&column.header)))
}
