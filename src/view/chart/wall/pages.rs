//! Which rows stand on which page.

use crate::paper::svg::fit;
use crate::report::chart::{WallGroup, WallRow};

use super::columns::{PAD, TEXT, has_lane};
use super::plot::Plot;
use super::words;

/// From one line of a text to the next.
pub(super) const LEADING: i32 = 38;
/// The height of a row with one line.
const ROW: i32 = 58;
/// The height of a row with labels under its bar.
const ROW_WITH_LABELS: i32 = 86;
/// The height of a heading.
const BAND: i32 = 62;

/// What stands in the table.
pub(super) enum Item<'p, 's> {
    Band(Band<'p, 's>),
    Row(Row<'p, 's>),
}

/// A heading.
pub(super) struct Band<'p, 's> {
    pub(super) group: &'p WallGroup<'s>,
    /// Whether its rows began on a page before.
    pub(super) continued: bool,
}

/// A task, its texts set in lines.
pub(super) struct Row<'p, 's> {
    pub(super) row: &'p WallRow<'s>,
    pub(super) title: Vec<String>,
    pub(super) targets: Vec<String>,
    pub(super) height: i32,
}

impl Item<'_, '_> {
    /// How high it is.
    pub(super) fn height(&self) -> i32 {
        match self {
            Item::Band(_) => BAND,
            Item::Row(row) => row.height,
        }
    }
}

/// Sets the rows on pages of so much room. A heading is never the last of its page, and is repeated on the next one. A
/// chart without a task is one page.
pub(super) fn pages<'p, 's>(plot: &Plot<'p, 's>, room: i32) -> Vec<Vec<Item<'p, 's>>> {
    let mut pages: Vec<Vec<Item<'p, 's>>> = vec![Vec::new()];
    let mut left = room;
    for group in &plot.wall.groups {
        for (at, row) in group.rows.iter().enumerate() {
            let row = Row::new(plot, row);
            let band = if at == 0 { BAND } else { 0 };
            let turn = row.height + band > left && pages.last().is_some_and(|page| !page.is_empty());
            if turn {
                pages.push(Vec::new());
                left = room;
            }
            let Some(page) = pages.last_mut() else { continue };
            if at == 0 || turn {
                page.push(Item::Band(Band { group, continued: at > 0 }));
                left -= BAND;
            }
            left -= row.height;
            page.push(Item::Row(row));
        }
    }
    pages
}

impl<'p, 's> Row<'p, 's> {
    fn new(plot: &Plot<'p, 's>, row: &'p WallRow<'s>) -> Row<'p, 's> {
        let title = if row.title_assumed { format!("{}*", row.title) } else { row.title.to_owned() };
        let title = fit(&title, TEXT, plot.columns.title.width - 2 * PAD, 2);
        let targets =
            plot.columns.targets.map(|column| fit(&words::targets(row, plot.lang), TEXT, column.width - 2 * PAD, 2));
        let targets = targets.unwrap_or_default();
        let lines = i32::try_from(title.len().max(targets.len())).unwrap_or(1);
        let text = lines * LEADING + (ROW - LEADING);
        let height = if has_lane(row) { text.max(ROW_WITH_LABELS) } else { text.max(ROW) };
        Row { row, title, targets, height }
    }
}
