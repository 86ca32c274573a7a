//! Tables that are ruled: the rules make a grid, and letters fall into its cells.

use super::glyphs::{Glyph, Rule};
use super::lines::lines;
use super::paragraphs::join;
use crate::intake::document::block::{Cell, MAX_COLUMNS, Table};

/// A table at its place.
#[derive(Debug)]
pub(super) struct Ruled {
    pub(super) table: Table,
    /// Where its columns are parted.
    pub(super) columns: Vec<f64>,
    /// Its upper end.
    pub(super) top: f64,
}

/// Rules that are so near lie on each other, in points.
const NEAR: f64 = 3.0;
/// The most rules of a page that may make tables.
const MOST: usize = 5_000;
/// The most cells of a table.
const MOST_CELLS: usize = 20_000;

/// The tables of a page; their letters are taken out of the others.
pub(super) fn tables(rules: &[Rule], glyphs: &mut Vec<Glyph>) -> Vec<Ruled> {
    if rules.len() > MOST {
        return Vec::new();
    }
    let mut tables: Vec<Ruled> = groups(rules).iter().filter_map(|group| table(group, glyphs)).collect();
    tables.sort_by(|one, other| other.top.total_cmp(&one.top));
    tables
}

/// Rules that touch each other, however far round.
fn groups(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let (across, down): (Vec<Rule>, Vec<Rule>) = rules.iter().partition(|rule| rule.across);
    let all: Vec<Rule> = across.iter().chain(&down).copied().collect();
    let mut group: Vec<usize> = (0..all.len()).collect();
    for (one, first) in across.iter().enumerate() {
        for (other, second) in down.iter().enumerate() {
            let meet = second.at >= first.from - NEAR
                && second.at <= first.to + NEAR
                && first.at >= second.from - NEAR
                && first.at <= second.to + NEAR;
            if meet {
                let (one, other) = (root(&group, one), root(&group, across.len() + other));
                if let Some(place) = group.get_mut(one.max(other)) {
                    *place = one.min(other);
                }
            }
        }
    }
    let mut groups: Vec<(usize, Vec<Rule>)> = Vec::new();
    for (at, rule) in all.into_iter().enumerate() {
        let of = root(&group, at);
        match groups.iter_mut().find(|(known, _)| *known == of) {
            Some((_, rules)) => rules.push(rule),
            None => groups.push((of, vec![rule])),
        }
    }
    groups.into_iter().map(|(_, rules)| rules).collect()
}

fn root(group: &[usize], mut at: usize) -> usize {
    while let Some(above) = group.get(at).copied().filter(|above| *above != at) {
        at = above;
    }
    at
}

fn table(rules: &[Rule], glyphs: &mut Vec<Glyph>) -> Option<Ruled> {
    let rows = places(rules.iter().filter(|rule| rule.across));
    let columns = places(rules.iter().filter(|rule| !rule.across));
    let rows: Vec<f64> = rows.into_iter().rev().collect();
    if rows.len() < 2 || columns.len() < 3 || columns.len() > MAX_COLUMNS || rows.len() * columns.len() > MOST_CELLS {
        return None;
    }
    let (top, bottom) = (rows.first().copied()?, rows.last().copied()?);
    let (left, right) = (columns.first().copied()?, columns.last().copied()?);
    let (inside, outside): (Vec<Glyph>, Vec<Glyph>) = std::mem::take(glyphs).into_iter().partition(|glyph| {
        let (x, y) = middle(glyph);
        x > left - NEAR && x < right + NEAR && y < top + NEAR && y > bottom - NEAR
    });
    *glyphs = outside;
    let mut cells = cells(rules, &rows, &columns);
    let mut held: Vec<Vec<Glyph>> = cells.iter().map(|_| Vec::new()).collect();
    let band = |y: f64| rows.iter().position(|row| y > *row).unwrap_or(rows.len()).saturating_sub(1);
    let strip = |x: f64| columns.iter().rposition(|column| x >= *column).unwrap_or(0);
    for glyph in inside {
        let (x, y) = middle(&glyph);
        let (row, column) = (band(y).min(rows.len() - 2), strip(x).min(columns.len() - 2));
        let at = cells.iter().position(|(first, cell)| {
            (*first..first + cell.rows).contains(&row) && (cell.column..cell.column + cell.columns).contains(&column)
        });
        held.get_mut(at?)?.push(glyph);
    }
    let mut table = Table { rows: vec![Vec::new(); rows.len() - 1] };
    for ((row, cell), glyphs) in cells.iter_mut().zip(held) {
        cell.text = text(glyphs);
        table.rows.get_mut(*row)?.push(cell.clone());
    }
    Some(Ruled { table, columns, top })
}

fn middle(glyph: &Glyph) -> (f64, f64) {
    (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.35)
}

/// Where rules lie, from the least; those that lie on each other once.
fn places<'r>(rules: impl Iterator<Item = &'r Rule>) -> Vec<f64> {
    let mut places: Vec<f64> = rules.map(|rule| rule.at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|one, before| *one - *before < NEAR);
    places
}

/// The cells with their first rows: places between which no rule goes are one.
fn cells(rules: &[Rule], rows: &[f64], columns: &[f64]) -> Vec<(usize, Cell)> {
    let goes = |across: bool, at: f64, middle: f64| {
        rules.iter().any(|rule| {
            rule.across == across
                && (rule.at - at).abs() < NEAR
                && rule.from - NEAR <= middle
                && middle <= rule.to + NEAR
        })
    };
    let between = |places: &[f64], at: usize| Some(places.get(at)?.midpoint(*places.get(at + 1)?));
    let mut taken = vec![vec![false; columns.len()]; rows.len()];
    let mut cells = Vec::new();
    for row in 0..rows.len() - 1 {
        for column in 0..columns.len() - 1 {
            if taken.get(row).and_then(|row| row.get(column)) != Some(&false) {
                continue;
            }
            let (mut wide, mut high) = (1, 1);
            let across = |next: usize| Some(goes(false, *columns.get(next)?, between(rows, row)?));
            while column + wide < columns.len() - 1 && across(column + wide) == Some(false) {
                wide += 1;
            }
            let down = |next: usize| Some(goes(true, *rows.get(next)?, between(columns, column)?));
            while row + high < rows.len() - 1 && down(row + high) == Some(false) {
                high += 1;
            }
            let covered = taken.iter_mut().skip(row).take(high);
            covered.for_each(|line| line.iter_mut().skip(column).take(wide).for_each(|place| *place = true));
            cells.push((row, Cell { text: String::new(), column, columns: wide, rows: high }));
        }
    }
    cells
}

/// The words of a cell: its lines are broken where the cell ends, which means nothing.
fn text(glyphs: Vec<Glyph>) -> String {
    let mut text = String::new();
    lines(glyphs).iter().for_each(|line| join(&mut text, &line.text));
    text
}
