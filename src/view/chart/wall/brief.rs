//! Tasks of which there is nothing to draw, in columns: number and title, under who answers for them.

use crate::paper::svg::{Anchor, Area, Canvas, Colour, Ink, fit_line, width};
use crate::report::chart::WallRow;
use crate::say;
use crate::view::common::marked;

use super::super::palette::{BLACK, GREY, RULE};
use super::arrange::{self, Heading};
use super::columns::{PAD, TEXT};
use super::plot::Plot;

/// From one line to the next, at least and at most.
pub(super) const LINE: (i32, i32) = (44, 58);
/// A column is as wide as its longest line, between these.
const COLUMN: (i32, i32) = (640, 1300);
/// Fewer lines than these do not begin on a page that holds something else.
pub(super) const FEWEST_LINES: usize = 5;

/// Everything that is to be named.
pub(super) struct Named<'p, 's> {
    pub(super) heading: Heading,
    tasks: Vec<Task<'p, 's>>,
    columns: usize,
}

struct Task<'p, 's> {
    row: &'p WallRow<'s>,
    owner: String,
    /// How many this owner has, where it is the first of them.
    first_of: Option<usize>,
}

/// As much of it as stands on one page.
pub(super) struct Brief<'p, 's> {
    columns: Vec<Vec<Line<'p, 's>>>,
    pub(super) line: i32,
}

enum Line<'p, 's> {
    Owner(String),
    Task(&'p WallRow<'s>),
}

impl<'p, 's> Named<'p, 's> {
    /// The tasks that a chart only names.
    pub(super) fn new(plot: &Plot<'p, 's>) -> Named<'p, 's> {
        let owners = arrange::brief(plot.wall, plot.lang);
        let tasks: Vec<Task<'_, '_>> = owners
            .into_iter()
            .flat_map(|(owner, rows)| {
                let count = rows.len();
                let first = move |at: usize| (at == 0).then_some(count);
                let task = move |(at, row)| Task { row, owner: owner.clone(), first_of: first(at) };
                rows.into_iter().enumerate().map(task)
            })
            .collect();
        let heading = arrange::brief_heading(plot.wall, tasks.len(), plot.lang);
        let widest =
            tasks.iter().map(|task| width(task.row.id, TEXT) + width(&titled(task.row), TEXT)).max().unwrap_or(0);
        let column = (widest + 3 * PAD).clamp(COLUMN.0, COLUMN.1);
        let columns = usize::try_from((plot.right() - plot.left()) / column).unwrap_or(1).min(tasks.len()).max(1);
        Named { heading, tasks, columns }
    }

    /// Whether nothing is left to be named.
    pub(super) fn is_told(&self) -> bool {
        self.tasks.is_empty()
    }

    /// As much as fits into so many lines, in columns of one length; the rest is kept.
    pub(super) fn take(&mut self, plot: &Plot<'_, '_>, most: usize) -> Brief<'p, 's> {
        let least = self.tasks.len().div_ceil(self.columns).clamp(2, most.max(2));
        let all = (least..most).map(|lines| self.set(plot, lines)).find(|(_, used)| *used == self.tasks.len());
        let (columns, used) = all.unwrap_or_else(|| self.set(plot, most.max(2)));
        self.tasks.drain(..used);
        Brief { columns, line: LINE.0 }
    }

    /// The tasks in columns of so many lines, and how many found room. A column begins with whose tasks they are.
    fn set(&self, plot: &Plot<'_, '_>, lines: usize) -> (Vec<Vec<Line<'p, 's>>>, usize) {
        let mut left = self.tasks.iter().peekable();
        let mut columns = Vec::new();
        for _ in 0..self.columns {
            let mut column = Vec::new();
            while let Some(task) = left.peek() {
                let named = task.first_of.is_some() || column.is_empty();
                if column.len() + 1 + usize::from(named) > lines {
                    break;
                }
                if named {
                    column.push(Line::Owner(owner(plot, task)));
                }
                column.push(Line::Task(task.row));
                left.next();
            }
            columns.push(column);
        }
        let used = self.tasks.len() - left.count();
        (columns, used)
    }
}

fn owner(plot: &Plot<'_, '_>, task: &Task<'_, '_>) -> String {
    let owner = &task.owner;
    match task.first_of {
        Some(count) => say!(plot.lang, "{owner}　{count} 项", "{owner}: {count}"),
        None => say!(plot.lang, "{owner}（续）", "{owner} (continued)"),
    }
}

impl Brief<'_, '_> {
    /// How many lines its longest column has.
    pub(super) fn lines(&self) -> i32 {
        self.columns.iter().map(Vec::len).max().and_then(|lines| i32::try_from(lines).ok()).unwrap_or(0)
    }

    /// How high it is.
    pub(super) fn height(&self) -> i32 {
        self.lines() * self.line + 2 * PAD
    }

    /// Draws it over the whole width.
    pub(super) fn draw(&self, canvas: &mut Canvas, plot: &Plot<'_, '_>, top: i32) {
        let all = i32::try_from(self.columns.len()).unwrap_or(1).max(1);
        let wide = (plot.right() - plot.left()) / all;
        let ids = self.columns.iter().flatten().filter_map(|line| match line {
            Line::Owner(_) => None,
            Line::Task(row) => Some(width(row.id, TEXT)),
        });
        let title = ids.max().unwrap_or(0).min(wide / 2) + PAD;
        for (at, column) in (0..).zip(&self.columns) {
            let area = Area::new(plot.left() + at * wide, top, wide, self.height());
            if at > 0 {
                canvas.line((area.x, top), (area.x, area.bottom()), Ink::stroke(RULE, 2));
            }
            for (line, place) in column.iter().zip(0..) {
                let baseline = top + PAD + place * self.line + self.line / 2 + 12;
                draw_line(canvas, line, area, (title, baseline));
            }
        }
    }
}

fn draw_line(canvas: &mut Canvas, line: &Line<'_, '_>, area: Area, (title, baseline): (i32, i32)) {
    let left = area.x + PAD;
    match line {
        Line::Owner(name) => {
            let behind = Area::new(area.x + 2, baseline - 32, area.width - 3, 44);
            canvas.rect(behind, Ink::fill(Colour(0xeef1f4)));
            let name = fit_line(name, TEXT, area.width - 3 * PAD);
            canvas.text((left, baseline), TEXT, Anchor::Start, BLACK, &name);
        }
        Line::Task(row) => {
            let id = fit_line(row.id, TEXT, title - PAD);
            canvas.text((left, baseline), TEXT, Anchor::Start, GREY, &id);
            let name = fit_line(&titled(row), TEXT, area.width - title - 2 * PAD);
            canvas.text((left + title, baseline), TEXT, Anchor::Start, BLACK, &name);
        }
    }
}

/// The title, marked where it, or that the work has no finish, is an assumption.
fn titled(row: &WallRow<'_>) -> String {
    marked(row.title, row.title_assumed || row.kind_assumed)
}
