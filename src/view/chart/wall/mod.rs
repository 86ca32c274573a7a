//! The wall chart (挂图作战): tasks as rows under the headings of their sections or units, along the plan's weeks; as
//! many pages as it needs.

mod bar;
mod columns;
mod head;
mod legend;
mod pages;
mod row;
mod scale;
mod title;
mod words;

use crate::paper::svg::{Area, Canvas, Drawing, Ink, Path, Sheet};
use crate::plan::Language;
use crate::report::chart::Wall;

use super::Paper;
use super::palette::{BLACK, RULE};
use columns::Columns;
use legend::Legend;
use pages::{Item, pages};
use scale::Scale;

/// What stays free at each edge of the paper.
const MARGIN: i32 = 100;
/// Where the table begins, under the title.
const TABLE_TOP: i32 = 262;
/// What stays free behind the last day, for the marks on it.
const AFTER: i32 = 14;
/// The size of the texts in rows.
const TEXT: i32 = 31;
/// The size of the texts at marks.
const SMALL: i32 = 24;

/// The pages of a wall chart.
pub fn wall_drawings(wall: &Wall<'_>, paper: Paper, lang: Language) -> Vec<Drawing> {
    let sheet = sheet(paper);
    let plot = Plot::new(wall, sheet, paper, lang);
    let legend = Legend::new(&plot);
    let room = sheet.height - MARGIN - legend.height() - plot.rows_top();
    let pages = pages(&plot, room);
    let of = pages.len();
    let draw = |(at, items): (usize, &Vec<Item<'_, '_>>)| draw_page(&plot, &legend, items, (at + 1, of));
    pages.iter().enumerate().map(draw).collect()
}

/// A0 is drawn twice as large: what is one unit on A3 is two there.
fn sheet(paper: Paper) -> Sheet {
    let (width_mm, height_mm) = paper.millimetres();
    let shrunk = match paper {
        Paper::A3 => 1,
        Paper::A0 => 2,
    };
    Sheet { width_mm, height_mm, width: width_mm * 10 / shrunk, height: height_mm * 10 / shrunk }
}

pub(super) use words::month as month_name;

/// What every part of a page looks at.
struct Plot<'p, 's> {
    wall: &'p Wall<'s>,
    lang: Language,
    sheet: Sheet,
    columns: Columns,
    scale: Scale<'p>,
}

impl<'p, 's> Plot<'p, 's> {
    fn new(wall: &'p Wall<'s>, sheet: Sheet, paper: Paper, lang: Language) -> Plot<'p, 's> {
        let inner = Area::new(MARGIN, TABLE_TOP, sheet.width - 2 * MARGIN, 0);
        let columns = Columns::new(wall, inner, paper, lang);
        let scale = Scale::new(&wall.axis, columns.chart.x, columns.chart.right() - AFTER);
        Plot { wall, lang, sheet, columns, scale }
    }

    fn left(&self) -> i32 {
        MARGIN
    }

    fn right(&self) -> i32 {
        self.sheet.width - MARGIN
    }

    /// Where the rows begin.
    fn rows_top(&self) -> i32 {
        TABLE_TOP + head::HEIGHT
    }
}

fn draw_page(plot: &Plot<'_, '_>, legend: &Legend, items: &[Item<'_, '_>], (page, of): (usize, usize)) -> Drawing {
    let mut canvas = Canvas::new(plot.sheet);
    let top = plot.rows_top();
    let bottom = top + items.iter().map(Item::height).sum::<i32>();
    title::draw(&mut canvas, plot, (page, of));
    head::draw(&mut canvas, plot, bottom);
    let mut y = top;
    for item in items {
        match item {
            Item::Band(band) => row::draw_band(&mut canvas, plot, band, y),
            Item::Row(row) => row::draw(&mut canvas, plot, row, y),
        }
        y += item.height();
    }
    let whole = Area::new(plot.left(), TABLE_TOP, plot.right() - plot.left(), bottom - TABLE_TOP);
    canvas.rect(whole, Ink::stroke(BLACK, 4));
    legend.draw(&mut canvas, plot, bottom);
    canvas.finish(&words::page_name(plot, page, of), &words::description(plot))
}

/// The lines between the columns.
fn edges(canvas: &mut Canvas, plot: &Plot<'_, '_>, top: i32, height: i32) {
    let lines = plot.columns.edges().fold(Path::default(), |path, x| path.start(x, top).down_by(height));
    canvas.path(lines, Ink::stroke(RULE, 2));
}
