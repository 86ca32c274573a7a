//! What stands on which page.

use crate::paper::svg::fit;
use crate::report::chart::WallRow;

use super::arrange::{Heading, parts};
use super::brief::{self, Brief, Named};
use super::columns::{PAD, TEXT};
use super::label::{self, Label, labels};
use super::plot::{HEAD, Plot};
use super::words;

/// From one line of a text to the next.
pub(super) const LEADING: i32 = 40;
/// The height of a row with one line.
const ROW: i32 = 60;
/// The height of a row of ongoing work.
const COMPACT: i32 = 50;
/// The height of a bar with its flags, over labels.
pub(super) const BAR: i32 = 54;
/// The height of a heading.
const BAND: i32 = 66;
/// A row is made higher by so much at most to fill its page.
const STRETCH: i32 = 40;

/// What stands in the table.
pub(super) enum Item<'p, 's> {
    Band(Band),
    Row(Row<'p, 's>),
    Brief(Brief<'p, 's>),
}

/// A heading.
pub(super) struct Band {
    pub(super) heading: Heading,
    /// Whether its rows began on a page before.
    pub(super) continued: bool,
}

/// A task, its texts set in lines.
pub(super) struct Row<'p, 's> {
    pub(super) row: &'p WallRow<'s>,
    pub(super) title: Vec<String>,
    pub(super) targets: Vec<String>,
    pub(super) labels: Vec<Label>,
    pub(super) height: i32,
}

/// A page.
#[derive(Default)]
pub(super) struct Page<'p, 's> {
    pub(super) items: Vec<Item<'p, 's>>,
}

impl Item<'_, '_> {
    /// How high it is.
    pub(super) fn height(&self) -> i32 {
        match self {
            Item::Band(_) => BAND,
            Item::Row(row) => row.height,
            Item::Brief(brief) => brief.height(),
        }
    }
}

/// Sets everything on pages of so much room. A heading is never the last of its page, and is repeated on the next one. A
/// chart without a task is one page.
pub(super) fn pages<'p, 's>(plot: &Plot<'p, 's>, room: i32) -> Vec<Page<'p, 's>> {
    let mut pages = with_rows(plot, room);
    add_named(plot, &mut pages, Named::new(plot), room);
    pages.iter_mut().for_each(|page| page.fill(room));
    pages
}

fn with_rows<'p, 's>(plot: &Plot<'p, 's>, room: i32) -> Vec<Page<'p, 's>> {
    let mut pages = vec![Page::default()];
    let mut left = room;
    for part in parts(plot.wall, plot.lang) {
        for (at, row) in part.rows.into_iter().enumerate() {
            let row = Row::new(plot, row);
            let band = if at == 0 { BAND } else { 0 };
            let turn = row.height + band > left && pages.last().is_some_and(|page| !page.items.is_empty());
            if turn {
                pages.push(Page::default());
                left = room;
            }
            let Some(page) = pages.last_mut() else { continue };
            if at == 0 || turn {
                page.items.push(Item::Band(Band { heading: part.heading.clone(), continued: at > 0 }));
                left -= BAND;
            }
            left -= row.height;
            page.items.push(Item::Row(row));
        }
    }
    pages
}

/// Adds what is only named: under the rows where a few lines find room there, else on pages of its own.
fn add_named<'p, 's>(plot: &Plot<'p, 's>, pages: &mut Vec<Page<'p, 's>>, mut named: Named<'p, 's>, room: i32) {
    let mut continued = false;
    while !named.is_told() {
        let left = pages.last().map_or(0, |page| page.room(room) - page.used());
        let lines = usize::try_from((left - BAND - 2 * PAD) / brief::LINE.0).unwrap_or(0);
        if lines < brief::FEWEST_LINES && pages.last().is_some_and(|page| !page.items.is_empty()) {
            pages.push(Page::default());
            continue;
        }
        let Some(page) = pages.last_mut() else { return };
        page.items.push(Item::Band(Band { heading: named.heading.clone(), continued }));
        page.items.push(Item::Brief(named.take(plot, lines)));
        continued = true;
    }
}

impl Page<'_, '_> {
    /// Whether days are drawn on it.
    pub(super) fn has_days(&self) -> bool {
        self.items.is_empty() || self.items.iter().any(|item| matches!(item, Item::Row(_)))
    }

    /// How much room it has, given that of a page on which days are drawn: others need no head.
    fn room(&self, room: i32) -> i32 {
        if self.items.iter().any(|item| matches!(item, Item::Row(_))) { room } else { room + HEAD }
    }

    fn used(&self) -> i32 {
        self.items.iter().map(Item::height).sum()
    }

    /// Makes the rows higher, so that the page is filled.
    fn fill(&mut self, room: i32) {
        let left = self.room(room) - self.used();
        let rows = self.items.iter().filter(|item| matches!(item, Item::Row(_))).count();
        let more = left / i32::try_from(rows.max(1)).unwrap_or(i32::MAX);
        for item in &mut self.items {
            match item {
                Item::Row(row) => row.height += more.clamp(0, STRETCH),
                Item::Brief(brief) if rows == 0 => {
                    brief.line = (brief.line + left / brief.lines().max(1)).clamp(brief::LINE.0, brief::LINE.1);
                }
                Item::Brief(_) | Item::Band(_) => {}
            }
        }
    }
}

impl<'p, 's> Row<'p, 's> {
    fn new(plot: &Plot<'p, 's>, row: &'p WallRow<'s>) -> Row<'p, 's> {
        let title = if row.title_assumed { format!("{}*", row.title) } else { row.title.to_owned() };
        let title = fit(&title, TEXT, plot.columns.title.width - 2 * PAD, 2);
        let targets =
            plot.columns.targets.map(|column| fit(&words::targets(row, plot.lang), TEXT, column.width - 2 * PAD, 2));
        let targets = targets.unwrap_or_default();
        let deadline = words::deadline(row, plot.wall, plot.lang).len();
        let lines = i32::try_from(title.len().max(targets.len()).max(deadline)).unwrap_or(1);
        let text = lines * LEADING + (ROW - LEADING);
        let labels = labels(plot, row);
        let height = match label_lines(&labels) {
            0 if lines <= 1 && row.continuous == Some(true) => COMPACT,
            0 => text.max(ROW),
            labels => text.max(BAR + labels * label::LINE + PAD),
        };
        Row { row, title, targets, labels, height }
    }

    /// How many lines of labels it has.
    pub(super) fn label_lines(&self) -> i32 {
        label_lines(&self.labels)
    }
}

fn label_lines(labels: &[Label]) -> i32 {
    labels.iter().map(|label| label.line + 1).max().unwrap_or(0)
}
