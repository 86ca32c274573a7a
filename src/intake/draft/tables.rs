//! The tables of a document: rows whose cells tabs or strokes part, and tables whose cells stand in a line each.

use std::ops::Range;

use crate::plan::meant::column::Field;

use crate::plan::meant::units::Role;

use super::amounts::{Amounts, is_place};
use super::brackets::without_bracket;
use super::columns::{Column, closer, heads, take};
use super::fields::Fields;
use super::flattened;
use super::headings::{Form, number};
use super::listed::{begins, words};
use super::matters::{is_numbered, rows};
use super::metrics::targets;
use super::parts::{Line, Lines, Part, Row, is_rule};
use super::sentences::one_line;

/// The lines that belong to tables.
pub(super) fn lines(text: &str) -> Lines {
    let mut found = flattened::lines(text);
    let mut table: Option<Table> = None;
    let mut start = 0;
    for (line, number) in text.split('\n').zip(1..) {
        let place = start;
        start += line.len() + 1;
        if found.contains_key(&number) {
            continue;
        }
        let cells = cells(line, place);
        table = match table.take() {
            _ if line.trim().is_empty() => None,
            Some(open) => open.next(&cells, text),
            None => Table::headed(&cells, text),
        };
        let part = table.as_mut().and_then(|table| table.part.take());
        if let (Some(part), Some(span)) = (part, whole(&cells)) {
            found.insert(number, Line { span, part });
        }
    }
    found
}

/// A table that is being read.
struct Table {
    columns: Vec<Column>,
    /// The heads of the columns, the last row of them.
    heads: Vec<String>,
    /// Whether rows that head the columns may still follow.
    heading: bool,
    band: Option<String>,
    /// Whether a row with one cell has been the first of its numbering: the next ones go on with it.
    counted: bool,
    above: Fields,
    /// What the line is that was read last.
    part: Option<Part>,
}

impl Table {
    fn headed(cells: &[Range<usize>], text: &str) -> Option<Table> {
        let columns = if cells.len() >= 2 { heads(&texts(cells, text)) } else { None }?;
        Some(Table {
            columns,
            heads: texts(cells, text).into_iter().map(str::to_owned).collect(),
            heading: true,
            band: None,
            counted: false,
            above: Fields::default(),
            part: Some(Part::Idle),
        })
    }

    /// The table with one line more; nothing where the line is none of it.
    fn next(mut self, cells: &[Range<usize>], text: &str) -> Option<Table> {
        let said = texts(cells, text);
        let filled = said.iter().filter(|cell| !cell.is_empty()).count();
        if self.heading
            && cells.len() >= 2
            && let Some(columns) = closer(&self.columns, &said)
        {
            for (at, head) in said.iter().enumerate().filter(|(_, head)| !head.is_empty()) {
                self.heads.resize(self.heads.len().max(at + 1), String::new());
                if let Some(known) = self.heads.get_mut(at) {
                    (*head).clone_into(known);
                }
            }
            return Some(Table { columns, part: Some(Part::Idle), ..self });
        }
        self.heading = false;
        // 二、 below a table in which nothing was 一、 goes on with the document.
        if let [only] = said.as_slice()
            && let Some((_, title)) = number(only)
        {
            let first =
                only.get(..only.len() - title.len()).is_some_and(|front| front.contains(['一', '1', '１', '①']));
            if !first && !self.counted {
                return None;
            }
            self.counted = true;
        }
        let is_rule_line = said.iter().all(|cell| cell.chars().all(|c| "-:—＝= ".contains(c)));
        self.part = Some(match filled {
            _ if is_rule_line || is_total(&said) || (cells.len() >= 2 && heads(&said).is_some()) => Part::Idle,
            1 if is_band(&said, self.columns.len()) => {
                self.band = None;
                Part::Band
            }
            _ if cells.len() < 2 => return None,
            _ => self.row(cells, text).map_or(Part::Idle, Part::Row),
        });
        Some(self)
    }

    /// Whether a row without a number, a kind or a name of its own goes on with the one above it, whose cells reach down.
    fn goes_on(&self, said: &dyn Fn(Column) -> Option<Range<usize>>) -> bool {
        let lacks = |column: Column| self.columns.contains(&column) && said(column).is_none();
        let numbered = self.columns.contains(&Column::Number);
        let unnamed = lacks(Column::Task) && said(Column::Content).is_some();
        unnamed || lacks(Column::Number) || (!numbered && lacks(Column::Band))
    }

    /// Gives a row that goes on the units of the one above it. Where the lead has a column of its own, its cell may reach down alone.
    fn inherit(&mut self, fields: &mut Fields, goes_on: bool) -> bool {
        let has = |field: Field| self.columns.contains(&Column::Beside(field));
        let whole = goes_on && !fields.names_units() && self.above.names_units();
        let led = has(Field::Lead) && has(Field::Support) && fields.lead.is_none() && self.above.lead.is_some();
        if whole {
            fields.add(self.above.clone());
        } else if goes_on && led {
            fields.lead.clone_from(&self.above.lead);
            fields.leader = fields.leader.take().or_else(|| self.above.leader.clone());
        }
        self.above = fields.clone();
        whole || (goes_on && led)
    }

    /// What the columns of quarters and days say of a row: 一季度：完成招标.
    fn steps(&self, cells: &[Range<usize>], text: &str) -> Vec<String> {
        let columns = cells.iter().zip(&self.columns).zip(&self.heads);
        let steps = columns.filter(|((cell, column), _)| **column == Column::Step && !cell.is_empty());
        let said = |cell: &Range<usize>| one_line(text.get(cell.clone()).unwrap_or(""));
        steps.map(|((cell, _), head)| format!("{}：{}", without_bracket(head), said(cell))).collect()
    }

    /// Whether a row is to be reached by the end of the year: 年度目标 says so, unless the last quarter says nothing.
    fn is_yearly(&self, cells: &[Range<usize>], text: &str) -> bool {
        let target = words!("年度目标 全年目标 年度目标任务 年度任务 全年任务");
        let last = self.columns.iter().rposition(|column| *column == Column::Step);
        let says = |at: usize| cells.get(at).and_then(|cell| text.get(cell.clone())).unwrap_or("");
        self.heads.iter().any(|head| target.names(head.trim()))
            && last.is_none_or(|at| says(at).contains(char::is_alphanumeric))
    }

    fn row(&mut self, cells: &[Range<usize>], text: &str) -> Option<Vec<Row>> {
        let columns = self.columns.clone();
        let said = |wanted: Column| {
            let at = columns.iter().position(|column| *column == wanted)?;
            cells.get(at).filter(|cell| !cell.is_empty()).cloned()
        };
        let of = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or("");
        let mut fields = Fields::default();
        for (cell, column) in cells.iter().zip(&self.columns) {
            take(&mut fields, *column, of(cell));
        }
        let task = said(Column::Task);
        let detailed = said(Column::Content).is_some();
        let goes_on = self.goes_on(&said);
        let mut inherited = self.inherit(&mut fields, goes_on);
        // 黄桷镇 under 乡镇: whose numbers they are.
        let place = self.columns.iter().position(|column| *column == Column::Task).and_then(|at| self.heads.get(at));
        if place.is_some_and(|head| is_place(head)) && !fields.names_units() {
            fields.name_units(task.as_ref().map_or("", &of), Role::Lead);
            inherited = true;
        }
        // 一、稳增长 beside what is to be done is a kind of work.
        let kind = |cell: &Range<usize>| number(of(cell)).filter(|(form, _)| detailed && *form <= Form::HanBracket);
        let own_band = said(Column::Band).map(|cell| of(&cell).to_owned());
        let own_band = own_band.or_else(|| Some(kind(task.as_ref()?)?.1.to_owned()));
        let task = task.filter(|cell| kind(cell).is_none());
        self.band = own_band.or_else(|| self.band.take());
        let content: Vec<Range<usize>> = cells
            .iter()
            .zip(&self.columns)
            .filter(|(cell, column)| **column == Column::Content && !cell.is_empty())
            .map(|(cell, _)| cell.clone())
            .collect();
        let steps = self.steps(cells, text);
        let apart = cells.iter().zip(&self.columns).filter(|(_, column)| **column == Column::Step);
        let apart = apart.map(|(cell, _)| cell.clone()).collect();
        let telling: Vec<Range<usize>> = task.iter().cloned().chain(content.iter().cloned()).collect();
        let words = bounds(&telling)?;
        let dated = self.columns.iter().position(|column| *column == Column::Beside(Field::Deadline));
        let dated = dated.and_then(|at| cells.get(at)).filter(|cell| !cell.is_empty() && fields.deadline.is_some());
        let quote = bounds(&telling.iter().cloned().chain(dated.cloned()).collect::<Vec<_>>())?;
        let counted = Amounts { text, cells, heads: &self.heads, name: of(telling.first()?) };
        let (amounts, yearly) = (counted.all(), self.is_yearly(cells, text));
        // Where a cell has several sentences, or numbers have cells of their own, only the whole row holds them all.
        let sentences = text.get(quote.clone()).is_some_and(|quote| quote.trim_end_matches('。').contains('。'));
        let stops = sentences || !amounts.is_empty();
        let quote = if stops { whole(cells)? } else { quote };
        let title = task.filter(|_| !content.is_empty()).map(|task| of(&task).to_owned());
        // Of several cells that tell of it, the one whose matters are numbered is split.
        let mut counted_cells = telling.iter().filter(|cell| is_numbered(of(cell)));
        let numbered = counted_cells.next().filter(|_| counted_cells.next().is_none()).cloned();
        let last = numbered.or_else(|| telling.last().cloned().filter(|_| telling.len() <= 2)).unwrap_or_default();
        let band = self.band.clone();
        let row = Row { quote, title, fields, words, apart, steps, amounts, yearly, band, shared: false, inherited };
        let behind = last.end;
        let mut found = rows(row, last, stops, text);
        // What the matters come to, in a cell behind them, is to be reached too.
        if found.len() > 1
            && let Some(first) = found.first().cloned()
        {
            let aims = telling.into_iter().filter(|cell| cell.start >= behind && targets(of(cell)).count() > 0);
            found.extend(aims.map(|cell| Row { quote: cell.clone(), words: cell, title: None, ..first.clone() }));
        }
        Some(found)
    }
}

/// Whether a row only counts those above it.
fn is_total(cells: &[&str]) -> bool {
    let first = cells.iter().find(|cell| !cell.is_empty()).map(|cell| cell.split_whitespace().collect::<String>());
    first.is_some_and(|first| begins(&first, words!("合计 小计 总计 共计")) && first.chars().count() <= LONGEST_TOTAL)
}

/// 合计：六大类26项任务, in characters.
const LONGEST_TOTAL: usize = 16;

/// Whether the only cell of a row stands over the rows below it.
fn is_band(cells: &[&str], columns: usize) -> bool {
    let longest = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
    let first = cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    columns >= 2 && first <= 1 && longest <= 30 && cells.iter().all(|cell| !cell.ends_with(['。', '；', ';']))
}

/// The cells of a line, without white space around them, as their bytes in the document.
fn cells(line: &str, start: usize) -> Vec<Range<usize>> {
    let outer = line.trim_matches(|c: char| c == '|' || c == '\r' || c == ' ');
    let parts = if outer.contains('\t') || !line.contains(is_rule) { outer } else { line.trim().trim_matches('|') };
    let offset = parts.as_ptr() as usize - line.as_ptr() as usize;
    let mut at = start + offset;
    let pieces = parts.split_inclusive(is_rule).chain(parts.ends_with(is_rule).then_some(""));
    pieces
        .map(|piece| {
            let begin = at;
            at += piece.len();
            let cell = piece.trim_end_matches(is_rule);
            let front = cell.len() - cell.trim_start().len();
            begin + front..begin + front + cell.trim().len()
        })
        .collect()
}

fn texts<'t>(cells: &[Range<usize>], text: &'t str) -> Vec<&'t str> {
    cells.iter().map(|cell| text.get(cell.clone()).unwrap_or("")).collect()
}

fn bounds(cells: &[Range<usize>]) -> Option<Range<usize>> {
    let start = cells.iter().map(|cell| cell.start).min()?;
    Some(start..cells.iter().map(|cell| cell.end).max()?)
}

fn whole(cells: &[Range<usize>]) -> Option<Range<usize>> {
    let filled: Vec<Range<usize>> = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect();
    bounds(&filled)
}
