//! How lights are drawn: a colour, a mark of its own shape and a hatching of its own, so that a copy in black and white
//! says the same.

use crate::assess::Light;
use crate::paper::Tone;
use crate::paper::palette::{self, Drawn, colours};
use crate::paper::svg::{Area, Canvas, Colour, Ink, Path, WHITE};
use crate::plan::Head;
use crate::view::common::light_tone;

/// Text and lines.
pub(super) const BLACK: Colour = Colour(0x1a1a1a);
/// What is said beside.
pub(super) const GREY: Colour = Colour(0x555555);
/// Lines of a table.
pub(super) const RULE: Colour = Colour(0xc4c4c4);
/// The as-of day, and what is late.
pub(super) const TODAY: Colour = Colour(0xc00000);

/// What is finished, as a blue light has it.
pub(super) const BLUE: Colour = Colour(palette::BLUE);
/// A mean, as a yellow light has it.
pub(super) const YELLOW: Colour = Colour(palette::YELLOW);

/// A light's colours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tint {
    pub(super) dark: Colour,
    pub(super) pale: Colour,
}

/// A light's colours: the office's own where it has them.
pub(super) fn tint(head: &Head, light: Option<Light>) -> Tint {
    tint_of(light_tone(head, light))
}

/// A tone's colours; of one that has none, those of grey.
fn tint_of(tone: Tone) -> Tint {
    let colours = colours(tone).or_else(|| colours(Tone::Grey));
    colours.map_or(Tint { dark: GREY, pale: WHITE }, |colours| {
        let Drawn { dark, pale } = colours.drawn;
        Tint { dark: Colour(dark), pale: Colour(pale) }
    })
}

/// A light's mark, within a circle: a tick, a triangle to the right, a warning sign, a cross, a dashed ring.
pub(super) fn mark(canvas: &mut Canvas, head: &Head, light: Option<Light>, (x, y): (i32, i32), r: i32) {
    let dark = tint(head, light).dark;
    let thick = (r / 4).max(3);
    match light {
        Some(Light::Blue) => {
            canvas.circle((x, y), r, Ink::fill(dark));
            let tick = Path::default().start(x - r / 2, y).line(x - r / 8, y + r / 2).line(x + r / 2, y - r / 2);
            canvas.path(tick, Ink::stroke(WHITE, thick));
        }
        Some(Light::Green) => {
            canvas.circle((x, y), r - 1, Ink::both(WHITE, dark, 3));
            let (left, right, half) = (x - r / 3, x + r * 2 / 3, r / 2);
            let triangle = Path::default().start(left, y - half).line(right, y).line(left, y + half).close();
            canvas.path(triangle, Ink::fill(dark));
        }
        Some(Light::Yellow) => {
            let triangle = Path::default().start(x, y - r).line(x + r, y + r - 2).line(x - r, y + r - 2).close();
            canvas.path(triangle, Ink::both(Colour(0xffd23f), BLACK, 3));
            canvas.line((x, y - r / 3), (x, y + r / 4), Ink::stroke(BLACK, thick));
            canvas.rect(Area::new(x - thick / 2, y + r / 2, thick, thick), Ink::fill(BLACK));
        }
        Some(Light::Red) => {
            canvas.rect(Area::new(x - r, y - r, 2 * r, 2 * r), Ink::fill(dark));
            let h = r / 2;
            let falling = Path::default().start(x - h, y - h).line(x + h, y + h);
            canvas.path(falling.start(x - h, y + h).line(x + h, y - h), Ink::stroke(WHITE, thick));
        }
        Some(Light::Grey) => canvas.circle((x, y), r - 1, Ink::both(WHITE, dark, 3).dashed(5, 4)),
        None => canvas.line((x - r, y), (x + r, y), Ink::stroke(dark, thick)),
    }
}

/// Fills an area with a light's colour and hatching.
pub(super) fn fill(canvas: &mut Canvas, head: &Head, light: Option<Light>, area: Area) {
    let Tint { dark, pale } = tint(head, light);
    canvas.rect(area, Ink::fill(pale));
    let thin = Ink::stroke(dark, 2);
    match light {
        Some(Light::Yellow) => canvas.path(rising(Path::default(), area, 22), thin),
        Some(Light::Red) => canvas.path(falling(rising(Path::default(), area, 18), area, 18), thin),
        // Of what nobody has reported on there is little to see.
        Some(Light::Grey) => canvas.path(upright(Path::default(), area, 66), Ink::stroke(RULE, 2)),
        Some(Light::Blue | Light::Green) | None => {}
    }
}

/// Lines from below left to above right, so far apart; the same lines whatever the area.
fn rising(path: Path, area: Area, step: i32) -> Path {
    let (right, bottom) = (area.right(), area.bottom());
    sums(area.x + area.y, right + bottom, step).fold(path, |path, sum| {
        let (x1, y2) = ((sum - bottom).max(area.x), (sum - right).max(area.y));
        path.start(x1, sum - x1).line(sum - y2, y2)
    })
}

/// Lines from above left to below right.
fn falling(path: Path, area: Area, step: i32) -> Path {
    let (right, bottom) = (area.right(), area.bottom());
    sums(area.x - bottom, right - area.y, step).fold(path, |path, difference| {
        let (x1, x2) = ((difference + area.y).max(area.x), (difference + bottom).min(right));
        path.start(x1, x1 - difference).line(x2, x2 - difference)
    })
}

fn upright(path: Path, area: Area, step: i32) -> Path {
    sums(area.x, area.right(), step).fold(path, |path, x| path.start(x, area.y).down_to(area.bottom()))
}

/// The multiples of `step` between two numbers, both left out.
fn sums(from: i32, to: i32, step: i32) -> impl Iterator<Item = i32> {
    (from.div_euclid(step) + 1..).map(move |number| number * step).take_while(move |sum| *sum < to)
}
