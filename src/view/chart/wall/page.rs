//! The pages: what is drawn on each, from the title down.

use super::super::Paper;
use super::super::palette::BLACK;
use super::legend::Legend;
use super::pages::{Item, Page, pages};
use super::plot::{MARGIN, Plot, TABLE_TOP, WIDTH};
use super::{head, row, title};
use crate::paper::svg::{Area, Canvas, Drawing, Ink, Sheet};
use crate::plan::Language;
use crate::report::chart::Wall;

/// The smallest that a wall chart is drawn, in hundredths: its texts are then 9 points high on A3.
const SMALLEST: i32 = 100;
/// So much larger it is drawn where it takes no more pages for that.
const LARGER: [i32; 4] = [140, 130, 120, 110];
/// With more pages than these, none is empty enough to be looked at for that.
const FEW: usize = 6;

/// The pages of a wall chart, as large as it can be drawn on as few of them as it needs.
pub fn wall_drawings(wall: &Wall<'_>, paper: Paper, lang: Language) -> Vec<Drawing> {
    laid(wall, paper, lang).drawings()
}

fn laid<'p, 's>(wall: &'p Wall<'s>, paper: Paper, lang: Language) -> Laid<'p, 's> {
    let smallest = Laid::new(wall, paper, SMALLEST, lang);
    let (pages, few) = (smallest.pages.len(), smallest.pages.len() <= FEW);
    let fits = |laid: &Laid<'_, '_>| laid.pages.len() <= pages;
    let larger = LARGER.into_iter().filter(|_| few).map(|size| Laid::new(wall, paper, size, lang)).find(fits);
    larger.unwrap_or(smallest)
}

/// The pages, and the labels under all bars.
#[cfg(test)]
pub(in crate::view::chart) fn labelled(wall: &Wall<'_>, paper: Paper, lang: Language) -> (Vec<Drawing>, Vec<String>) {
    let laid = laid(wall, paper, lang);
    let items = laid.pages.iter().flat_map(|page| &page.items);
    let labels = items.filter_map(|item| match item {
        Item::Row(row) => Some(row.labels.iter().map(|label| label.text.clone())),
        Item::Band(_) | Item::Brief(_) => None,
    });
    (laid.drawings(), labels.flatten().collect())
}

/// A wall chart that is laid out.
struct Laid<'p, 's> {
    plot: Plot<'p, 's>,
    legend: Legend,
    pages: Vec<Page<'p, 's>>,
}

impl<'p, 's> Laid<'p, 's> {
    fn new(wall: &'p Wall<'s>, paper: Paper, size: i32, lang: Language) -> Laid<'p, 's> {
        let sheet = sheet(paper, size);
        let plot = Plot::new(wall, sheet, lang);
        let legend = Legend::new(&plot);
        let room = sheet.height - MARGIN - legend.height() - plot.rows_top();
        let pages = pages(&plot, room);
        Laid { plot, legend, pages }
    }

    fn drawings(&self) -> Vec<Drawing> {
        let of = self.pages.len();
        let draw = |(at, page)| draw_page(&self.plot, &self.legend, page, (at, of));
        (1..).zip(&self.pages).map(draw).collect()
    }
}

/// A0 is A3, enlarged: both are laid out alike.
fn sheet(paper: Paper, size: i32) -> Sheet {
    let (width_mm, height_mm) = paper.millimetres();
    let width = WIDTH * SMALLEST / size;
    Sheet { width_mm, height_mm, width, height: width * height_mm / width_mm }
}

fn draw_page(plot: &Plot<'_, '_>, legend: &Legend, page: &Page<'_, '_>, (at, of): (usize, usize)) -> Drawing {
    let mut canvas = Canvas::new(plot.sheet);
    let top = if page.has_days() { plot.rows_top() } else { TABLE_TOP };
    let bottom = top + page.items.iter().map(Item::height).sum::<i32>();
    title::draw(&mut canvas, plot, (at, of));
    if page.has_days() {
        let named = page.items.iter().skip_while(|item| !matches!(item, Item::Brief(_)));
        let named: i32 = named.map(Item::height).sum();
        head::draw(&mut canvas, plot, bottom - named);
    }
    let mut y = top;
    for item in &page.items {
        match item {
            Item::Band(band) => row::draw_band(&mut canvas, plot, band, y),
            Item::Row(row) => row::draw(&mut canvas, plot, row, y),
            Item::Brief(brief) => brief.draw(&mut canvas, plot, y),
        }
        y += item.height();
    }
    let whole = Area::new(plot.left(), TABLE_TOP, plot.right() - plot.left(), bottom - TABLE_TOP);
    canvas.rect(whole, Ink::stroke(BLACK, 4));
    legend.draw(&mut canvas, plot, bottom);
    canvas.finish(&title::page_name(plot, at, of), &title::description(plot))
}
