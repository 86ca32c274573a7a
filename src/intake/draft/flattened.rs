//! Tables that copying has flattened: their heads, and then their cells, in a line each.

use std::ops::Range;

use crate::plan::meant::column::Field;

use super::columns::{Column, begins_with_work, heads, take};
use super::days::says_when;
use super::fields::Fields;
use super::headings::{Form, number};
use super::listed::{begins, words};
use super::matters::rows as rows_of;
use super::offices::are_units;
use super::parts::{Line, Lines, Part, Row};

/// A cell in a line of its own.
#[derive(Clone)]
struct Cell<'t> {
    line: usize,
    span: Range<usize>,
    text: &'t str,
}

/// More heads than that are no table's.
const MOST_HEADS: usize = 10;

/// The lines that belong to flattened tables.
pub(super) fn lines(text: &str) -> Lines {
    let mut found = Lines::new();
    let cells = filled(text);
    let mut at = 0;
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        at += match header(rest) {
            Some(columns) => {
                rest.iter().take(columns.len()).for_each(|cell| idle(&mut found, cell));
                let beside = columns.iter().any(|column| matches!(column, Column::Beside(_)));
                columns.len()
                    + if beside {
                        rows(rest.get(columns.len()..).unwrap_or_default(), &columns, &mut found, text)
                    } else {
                        0
                    }
            }
            None => 1,
        };
    }
    found
}

fn filled(text: &str) -> Vec<Cell<'_>> {
    let mut start = 0;
    let lines = text.split('\n').zip(1..).map(|(line, number)| {
        let begin = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        let words = line.trim();
        Cell { line: number, span: begin..begin + words.len(), text: words }
    });
    lines.filter(|cell| !cell.text.is_empty()).collect()
}

fn idle(found: &mut Lines, cell: &Cell<'_>) {
    found.insert(cell.line, Line { span: cell.span.clone(), part: Part::Idle });
}

/// The columns that lines head, one each: a number, or units, among them.
fn header(cells: &[Cell<'_>]) -> Option<Vec<Column>> {
    let known = |cell: &&Cell<'_>| {
        let alone = heads(&[cell.text, "序号", "工作任务"]);
        let column = alone.and_then(|columns| columns.first().copied());
        column.is_some_and(|column| column != Column::Other) && number(cell.text).is_none()
    };
    let run: Vec<&str> = cells.iter().take(MOST_HEADS).take_while(known).map(|cell| cell.text).collect();
    if run.len() < 2 {
        return None;
    }
    let columns = heads(&run)?;
    // 推进项目建设, 落实重点任务 are two items of a list.
    let beside = columns.iter().any(|column| !matches!(column, Column::Task | Column::Content | Column::Other));
    let named = run.iter().any(|cell| Field::named(cell).is_some()) && !run.iter().any(|cell| begins_with_work(cell));
    ((beside || named) && columns.contains(&Column::Task)).then_some(columns)
}

/// Reads the rows of a table, and says how many lines they are.
fn rows(cells: &[Cell<'_>], columns: &[Column], found: &mut Lines, text: &str) -> usize {
    let mut at = 0;
    let mut row_number = 1;
    let mut band = None;
    let place = columns.iter().position(|column| *column == Column::Number);
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(place) = place else {
            let Some(taken) = by_count(rest, columns) else { break };
            read(rest.get(..taken).unwrap_or_default(), columns, &mut band, found, text);
            at += taken;
            continue;
        };
        // A page ends, and the heads stand again on the next one; 二、 goes on with the rows below it.
        let between = between(rest, columns, row_number);
        if between > 0 {
            rest.iter().take(between).filter(|cell| !is_heading(cell)).for_each(|cell| idle(found, cell));
            at += between;
            continue;
        }
        let Some(Numbered { before, row }) = by_number(rest, row_number, columns, place, text) else { break };
        let behind = columns.get(place + 1..).unwrap_or_default();
        let (front, own) = rest.get(..before + row).unwrap_or(rest).split_at_checked(before).unwrap_or((&[], rest));
        if let Some(kind) = front.first() {
            band = Some(kind.text.to_owned());
        }
        front.iter().chain(own.iter().take(1)).for_each(|cell| idle(found, cell));
        read(own.get(1..).unwrap_or_default(), behind, &mut band, found, text);
        at += before + row;
        row_number += 1;
    }
    at
}

/// A row that has a number.
struct Numbered {
    /// How many lines stand before its number: a kind of work, where another one begins.
    before: usize,
    /// How many lines it has from its number on.
    row: usize,
}

/// The row with that number; `place`: so many columns stand before the number, whose cells may be those of a row above.
fn by_number(cells: &[Cell<'_>], row: usize, columns: &[Column], place: usize, text: &str) -> Option<Numbered> {
    let before = cells.iter().take(place + 1).position(|cell| is(cell, row))?;
    let behind = columns.len() - place - 1;
    let own = cells.get(before + 1..)?;
    let apart = (0..own.len().min(columns.len() * 3))
        .find(|at| own.get(*at..).is_some_and(|rest| between(rest, columns, row + 1) > 0));
    let within = own.iter().take(apart.unwrap_or(columns.len() * 3));
    let length = match within.clone().position(|cell| is(cell, row + 1)) {
        // What is more than the row's own cells is the kind of the next one.
        Some(length) if (1..=place).contains(&length.saturating_sub(behind)) => behind,
        Some(length) => length,
        None if apart.is_some() => within.count(),
        // The last row ends with its last cell.
        None => last_row(own, columns.get(place + 1..).unwrap_or_default(), text),
    };
    Some(Numbered { before, row: length + 1 }).filter(|found| found.row >= 2)
}

/// How many lines the last row has: one a column, or more where cells are broken over lines and the rest then fits its columns.
fn last_row(cells: &[Cell<'_>], columns: &[Column], text: &str) -> usize {
    let most = cells.iter().take(columns.len() * 2).take_while(|cell| !ends_table(cell)).count();
    let dated = columns.iter().rposition(|column| *column == Column::Beside(Field::Deadline));
    let fits = |row: &[Cell<'_>]| {
        let due = |row: &[Cell<'_>]| dated.and_then(|at| row.get(at)).is_none_or(|cell| says_when(cell.text));
        match row.len() == columns.len() {
            true => named(row, columns) && due(row),
            false => joined(row, columns, text).is_some_and(|row| due(&row)),
        }
    };
    let whole = columns.len()..=most;
    whole.into_iter().find(|length| cells.get(..*length).is_some_and(fits)).unwrap_or_else(|| most.min(columns.len()))
}

/// Whether a cell is the number of that row.
fn is(cell: &Cell<'_>, row: usize) -> bool {
    cell.text.trim_end_matches(['.', '．', '、']).parse() == Ok(row)
}

/// How many lines stand between the rows of a table: the marks of a page, its heads once more, a heading over the rows that
/// follow with that number.
fn between(cells: &[Cell<'_>], columns: &[Column], row: usize) -> usize {
    let mut at = 0;
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        let again = || header(rest).filter(|own| own == columns).map(|own| own.len());
        at += match rest.first() {
            Some(first) if is_heading(first) || is_page(first.text) => 1,
            _ => match again() {
                Some(heads) => heads,
                None => break,
            },
        };
    }
    let goes_on = cells.iter().skip(at).take(columns.len()).any(|cell| is(cell, row));
    if goes_on { at } else { 0 }
}

/// 二、推进均衡.
fn is_heading(cell: &Cell<'_>) -> bool {
    number(cell.text).is_some_and(|(form, _)| form <= Form::HanBracket)
}

/// — 3 —, 第3页.
fn is_page(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "—-－–·第页".contains(c));
    bare.len() < text.len() && !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())
}

/// How many lines a row has without a number: one a column, where those of units name units.
fn by_count(cells: &[Cell<'_>], columns: &[Column]) -> Option<usize> {
    let row = cells.get(..columns.len())?;
    let fits = row.iter().zip(columns).all(|(cell, column)| {
        let units = are_units(cell.text);
        !ends_table(cell) && if is_unit(*column) { units } else { !units || *column != Column::Task }
    });
    fits.then_some(columns.len())
}

fn is_unit(column: Column) -> bool {
    matches!(column, Column::Beside(Field::Lead | Field::Responsible | Field::Support))
}

/// A line that stands behind a table.
fn ends_table(cell: &Cell<'_>) -> bool {
    is_heading(cell)
        || begins(cell.text, words!("附件 附表 备注 注： 注:"))
        || cell.text.ends_with('。') && cell.text.chars().count() > 120
}

/// What a row says beside its work that has a cell for each column, the `telling` ones first.
fn exact(row: &[Cell<'_>], columns: &[Column], telling: usize) -> Option<Fields> {
    let units = named(row, columns);
    let together = telling > 0 && columns.iter().take(telling).all(tells);
    if row.len() != columns.len() || !units || !together {
        return None;
    }
    let mut fields = Fields::default();
    for (cell, column) in row.iter().zip(columns).skip(telling) {
        take(&mut fields, *column, cell.text);
    }
    Some(fields)
}

/// Whether the cells in columns of units name units, or are a dash.
fn named(row: &[Cell<'_>], columns: &[Column]) -> bool {
    let empty = |cell: &Cell<'_>| !cell.text.contains(char::is_alphanumeric);
    row.iter().zip(columns).filter(|(_, column)| is_unit(**column)).all(|(cell, _)| are_units(cell.text) || empty(cell))
}

/// The cells of a row of which the longest are broken over lines; nothing where that is not clear.
fn joined<'t>(row: &[Cell<'t>], columns: &[Column], text: &'t str) -> Option<Vec<Cell<'t>>> {
    let join = |cells: &[Cell<'t>]| {
        let (first, last) = (cells.first()?, cells.last()?);
        let span = first.span.start..last.span.end;
        Some(Cell { line: first.line, text: text.get(span.clone())?, span })
    };
    let told = columns.iter().rposition(tells)?;
    let behind = columns.len() - told - 1;
    // 甲局、乙局、 goes on in the next line.
    let mut cells: Vec<Cell<'t>> = Vec::new();
    for cell in row {
        match cells.last_mut().filter(|last| last.text.ends_with(['、', '/'])) {
            Some(last) => *last = join(&[last.clone(), cell.clone()])?,
            None => cells.push(cell.clone()),
        }
    }
    let more = cells.len().checked_sub(columns.len())?;
    let last = cells.len() - behind;
    let (front, middle, rest) = (cells.get(..told)?, cells.get(told..=told + more)?, cells.get(last..)?);
    let whole: Vec<Cell<'t>> = front.iter().cloned().chain(join(middle)).chain(rest.iter().cloned()).collect();
    named(&whole, columns).then_some(whole)
}

/// Whether the cells of a column tell the work itself.
fn tells(column: &Column) -> bool {
    matches!(column, Column::Task | Column::Content)
}

/// The cells of a row: units go to the columns of units in their order, the last of the words before them is the task.
fn read(row: &[Cell<'_>], columns: &[Column], band: &mut Option<String>, found: &mut Lines, text: &str) {
    if let Some(whole) = Some(row).filter(|row| row.len() > columns.len()).and_then(|row| joined(row, columns, text)) {
        row.iter().for_each(|cell| idle(found, cell));
        return read(&whole, columns, band, found, text);
    }
    if columns.contains(&Column::Step) && fits(row, columns) {
        return read_apart(row, columns, band, found, text);
    }
    let telling = columns.iter().filter(|column| tells(column)).count();
    let exact = exact(row, columns, telling);
    let first_unit = || row.iter().position(|cell| are_units(cell.text)).filter(|at| *at > 0).unwrap_or(row.len());
    let named = if exact.is_some() { telling } else { first_unit() };
    let (words, beside) = row.split_at_checked(named).unwrap_or((row, &[]));
    let fields = exact.unwrap_or_else(|| by_kind(beside, columns));
    beside.iter().for_each(|cell| idle(found, cell));
    let (above, task) = words.split_at_checked(words.len().saturating_sub(telling)).unwrap_or((&[], words));
    if let Some(first) = above.first() {
        *band = Some(first.text.to_owned());
    }
    above.iter().for_each(|cell| idle(found, cell));
    let (Some(first), Some(last)) = (task.first(), task.last()) else { return };
    let title = (task.len() > 1).then(|| first.text.to_owned());
    let quote = first.span.start..last.span.end;
    let row = Row { words: quote.clone(), quote, title, fields, band: band.clone(), ..Row::default() };
    let rows = rows_of(row, last.span.clone(), false, text);
    found.insert(first.line, Line { span: first.span.clone(), part: Part::Row(rows) });
    task.iter().skip(1).for_each(|cell| idle(found, cell));
}

/// Whether a row has a cell for each column, and names units where they are to stand.
fn fits(row: &[Cell<'_>], columns: &[Column]) -> bool {
    row.len() == columns.len() && named(row, columns)
}

/// The cells of a row in which what is to be reached in the course of the work stands among what tells of it.
fn read_apart(row: &[Cell<'_>], columns: &[Column], band: &Option<String>, found: &mut Lines, text: &str) {
    let mut fields = Fields::default();
    row.iter().zip(columns).for_each(|(cell, column)| take(&mut fields, *column, cell.text));
    row.iter().for_each(|cell| idle(found, cell));
    let of = |wanted: fn(&Column) -> bool| {
        row.iter().zip(columns).filter(move |(_, column)| wanted(column)).map(|(cell, _)| cell)
    };
    let (Some(first), Some(last)) = (of(tells).next(), of(tells).next_back()) else { return };
    let quote = first.span.start..last.span.end;
    let apart = of(|column| *column == Column::Step).map(|cell| cell.span.clone()).collect();
    let title = (first.line < last.line).then(|| first.text.to_owned());
    let row = Row { words: quote.clone(), quote, title, fields, apart, band: band.clone(), ..Row::default() };
    found.insert(
        first.line,
        Line { span: first.span.clone(), part: Part::Row(rows_of(row, last.span.clone(), false, text)) },
    );
}

/// What the cells behind the work say: units go to the columns of units in their order.
fn by_kind(cells: &[Cell<'_>], columns: &[Column]) -> Fields {
    let mut fields = Fields::default();
    let mut open = columns.iter().filter(|column| matches!(column, Column::Beside(_)));
    for cell in cells {
        // A cell that names no unit is none of a column of units.
        let column = open.find(|column| !is_unit(**column) || are_units(cell.text));
        if let Some(column) = column {
            take(&mut fields, *column, cell.text);
        }
    }
    fields
}
