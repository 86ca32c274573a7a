//! The lines below a header: rows of the ledger and headings. Totals, footnotes and repeated headers are none.

use std::collections::BTreeMap;

use crate::intake::sheet::{Cell, Grid};
use crate::plan::TaskId;
use crate::plan::meant::column::Field;

use super::header::Header;
use super::texts::{squeezed, text_of, unmarked};

/// A line below the header.
#[derive(Debug)]
pub(crate) enum Line<'s> {
    /// A text over the whole width, with its row: a part of the ledger begins.
    Heading(u32, String),
    /// A row.
    Row(Row<'s>),
    /// A row that is no part of the ledger, with its first text: a total, a note, the header once more.
    Aside(u32, String),
}

/// A row of the ledger.
#[derive(Debug, Clone)]
pub(crate) struct Row<'s> {
    /// The row in its grid.
    pub(crate) at: u32,
    cells: BTreeMap<Field, &'s Cell>,
    /// What further columns say of fields that several may say.
    further: Vec<(Field, &'s Cell)>,
    /// The field of numbers that stay with their tasks.
    number: Option<Field>,
    /// Whether other rows bear the same number.
    is_shared: bool,
}

impl<'s> Row<'s> {
    /// The cell of a field, if anything is in it.
    pub(crate) fn cell(&self, field: Field) -> Option<&'s Cell> {
        self.cells.get(&field).copied()
    }

    /// What a field says, if it says anything.
    pub(crate) fn text(&self, field: Field) -> Option<String> {
        let texts = self.texts(field);
        (!texts.is_empty()).then(|| texts.join("；"))
    }

    /// What each column of a field says.
    pub(crate) fn texts(&self, field: Field) -> Vec<String> {
        let further = self.further.iter().filter(|(own, _)| *own == field).map(|(_, cell)| *cell);
        let texts = self.cell(field).into_iter().chain(further).filter_map(text_of);
        if field.may_be_marked() { texts.map(|text| unmarked(&text).to_owned()).collect() } else { texts.collect() }
    }

    /// The number that the ledger itself gives the task, where such numbers stay.
    pub(crate) fn number(&self) -> Option<String> {
        self.number.and_then(|field| self.text(field))
    }

    /// The same, where the task is known by it: no other row bears it.
    pub(crate) fn own_number(&self) -> Option<String> {
        self.number().filter(|_| !self.is_shared)
    }

    /// The fields with something in them.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (Field, &'s Cell)> {
        self.cells.iter().map(|(field, cell)| (*field, *cell))
    }
}

const TOTALS: &[&str] = &["合计", "小计", "总计", "共计", "累计", "total", "subtotal", "sum"];
const FOOTNOTES: &[&str] =
    &["注:", "注：", "备注:", "备注：", "说明:", "说明：", "填表", "填报", "制表", "审核", "联系人", "*", "note:"];

pub(super) fn lines<'s>(grid: &'s Grid, header: &Header) -> Vec<Line<'s>> {
    let below = grid.rows().filter(|(row, _)| *row > header.last);
    let mut lines: Vec<Line<'_>> = below.filter_map(|(row, cells)| line(grid, header, row, cells)).collect();
    head_groups(grid, header, &mut lines);
    lines
}

/// A lone text right above the header, where the header is repeated below another one: each is the name of a group.
fn head_groups<'s>(grid: &'s Grid, header: &Header, lines: &mut Vec<Line<'s>>) {
    let lone = |at: u32| {
        let (_, cells) = grid.rows().find(|(row, _)| *row == at)?;
        let first = cells.values().next().filter(|first| cells.values().all(|cell| cell.origin == first.origin))?;
        Some(first.value.text())
    };
    let repeats: Vec<u32> = lines
        .iter()
        .filter_map(|line| match line {
            Line::Aside(row, _) if is_repeated(grid, header, *row) => Some(*row),
            Line::Aside(..) | Line::Row(_) | Line::Heading(..) => None,
        })
        .collect();
    let mut found = false;
    for line in lines.iter_mut() {
        let Line::Row(row) = line else { continue };
        let at = row.at;
        if repeats.contains(&(at + 1))
            && let Some(text) = lone(at)
        {
            *line = Line::Heading(at, text);
            found = true;
        }
    }
    let above = header.first.checked_sub(1).filter(|_| found);
    if let Some((at, text)) = above.and_then(|at| Some((at, lone(at)?))) {
        lines.insert(0, Line::Heading(at, text));
    }
}

fn is_repeated(grid: &Grid, header: &Header, row: u32) -> bool {
    let same = |(_, column): &(Field, u32)| {
        grid.cell(row, *column).is_some_and(|cell| squeezed(header.name(*column)) == squeezed(&cell.value.text()))
    };
    header.fields().filter(same).count() >= 2
}

fn line<'s>(grid: &Grid, header: &Header, row: u32, cells: &'s BTreeMap<u32, Cell>) -> Option<Line<'s>> {
    let (first_column, first) = cells.first_key_value()?;
    let first_text = squeezed(&first.value.text()).to_lowercase();
    let in_row: BTreeMap<Field, &Cell> =
        header.fields().filter_map(|(field, column)| Some((field, cells.get(&column)?))).collect();
    let further = header.further().iter().filter_map(|(field, column)| Some((*field, cells.get(column)?))).collect();
    let aside = || Some(Line::Aside(row, first.value.text()));
    let mut row = Row { at: row, cells: in_row, further, number: header.number, is_shared: false };
    row.is_shared = row.number().is_some_and(|number| header.shared.contains(&number));
    let lone = cells.values().all(|cell| cell.origin == first.origin);
    // What belongs to merged cells of a row above is no heading of its own.
    if lone && first.origin.0 == row.at {
        if FOOTNOTES.iter().any(|mark| first_text.starts_with(mark)) || is_total(&first_text) {
            return aside();
        }
        let merged = cells.len() > 1;
        return if merged || !is_task(header, *first_column, &first.value.text()) {
            Some(Line::Heading(row.at, first.value.text()))
        } else {
            Some(Line::Row(row))
        };
    }
    if let Some(title) = ends_open(&row) {
        return Some(Line::Heading(row.at, title));
    }
    if heads_others(cells) {
        return aside();
    }
    if is_foot(&row, &first_text) {
        let texts: BTreeMap<(u32, u32), String> = cells.values().map(|cell| (cell.origin, cell.value.text())).collect();
        return Some(Line::Aside(row.at, texts.into_values().collect::<Vec<_>>().join(" ")));
    }
    let total = [Field::Id, Field::Title, Field::Section].iter().filter_map(|field| row.text(*field));
    if is_total(&first_text) || total.map(|text| squeezed(&text).to_lowercase()).any(|text| is_total(&text)) {
        return aside();
    }
    if is_repeated(grid, header, row.at) {
        return aside();
    }
    if let Some(title) = header.numbered.then(|| section(&row)).flatten() {
        return Some(Line::Heading(row.at, title));
    }
    if row.cells.values().any(|cell| text_of(cell).is_some()) { Some(Line::Row(row)) } else { aside() }
}

/// What a row with a Chinese number heads: 一 | 产业类.
fn section(row: &Row<'_>) -> Option<String> {
    let number = row.text(Field::Id).filter(|number| heads_section(number))?;
    let title = [Field::Title, Field::Section, Field::Theme].into_iter().find_map(|field| row.text(field))?;
    let number = number.trim_end_matches(['、', '.', '．']);
    Some(if number.starts_with(['（', '(']) { format!("{number}{title}") } else { format!("{number}、{title}") })
}

/// Whether a number is one of those that head sections: 一, （二）.
pub(super) fn heads_section(number: &str) -> bool {
    let bare = number.trim_matches(['（', '）', '(', ')', '、', '.', '．']);
    !bare.is_empty() && bare.chars().all(|c| "一二三四五六七八九十".contains(c))
}

/// 填报人：甲　审核人：乙: who has made the ledger, in cells of a row below it.
fn is_foot(row: &Row<'_>, first_text: &str) -> bool {
    let is_mark = |text: &str| text.contains([':', '：']) && FOOTNOTES.iter().any(|mark| text.starts_with(mark));
    is_mark(first_text) && row.text(Field::Title).is_none_or(|title| title.contains([':', '：']))
}

/// The title of a row that says nothing else, and ends with a colon: a section, as Asana wrote it.
fn ends_open(row: &Row<'_>) -> Option<String> {
    let others = row.cells().filter(|(field, _)| !matches!(field, Field::Id | Field::Key | Field::Title));
    let is_bare = others.filter_map(|(_, cell)| text_of(cell)).next().is_none();
    let title = row.text(Field::Title).filter(|_| is_bare)?;
    Some(title.strip_suffix([':', '：'])?.trim().to_owned()).filter(|title| !title.is_empty())
}

/// Whether a row heads columns of other rows among those of the ledger: the subitems of monday.
fn heads_others(cells: &BTreeMap<u32, Cell>) -> bool {
    const LEAST: usize = 3;
    let texts: Vec<String> = cells.values().map(|cell| cell.value.text()).collect();
    let is_name = |text: &&String| Field::named_with(&[], text).is_some();
    let all = texts.get(1..).unwrap_or_default();
    texts.first().is_some_and(|first| first.eq_ignore_ascii_case("subitems"))
        && all.len() >= LEAST
        && all.iter().all(|text| is_name(&text))
}

fn is_total(text: &str) -> bool {
    const LONGEST: usize = 8;
    TOTALS.iter().any(|word| text.starts_with(word)) && text.chars().count() <= LONGEST
}

/// Whether the only text of a row is a task without more to it, rather than a heading.
fn is_task(header: &Header, column: u32, text: &str) -> bool {
    if header.column(Field::Id) == Some(column) {
        return TaskId::new(text).is_some() || text.chars().all(|c| c.is_ascii_digit());
    }
    header.column(Field::Title) == Some(column) && !begins_as_heading(text)
}

/// `一、`, `（二）`, `第三部分`.
fn begins_as_heading(text: &str) -> bool {
    super::heading_number(text).is_some()
}
