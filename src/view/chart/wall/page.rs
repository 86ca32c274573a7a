//! The pages: what is drawn on each, from the title down.

use super::super::Paper;
use super::super::palette::BLACK;
use super::legend::Legend;
use super::pages::{Item, pages};
use super::plot::{MARGIN, Plot, TABLE_TOP};
use super::{head, row, title};
use crate::paper::svg::{Area, Canvas, Drawing, Ink, Sheet};
use crate::plan::Language;
use crate::report::chart::Wall;

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
    canvas.finish(&title::page_name(plot, page, of), &title::description(plot))
}
