//! How lights are drawn: a colour, a mark of its own shape and a hatching of its own, so that a copy in black and white
//! says the same.

use crate::assess::Light;
use crate::paper::Tone;
use crate::paper::svg::{Area, Canvas, Ink};
use crate::plan::Head;
use crate::view::common::light_tone;

/// Text and lines.
pub(super) const BLACK: &str = "#1a1a1a";
/// What is said beside.
pub(super) const GREY: &str = "#555555";
/// Lines of a table.
pub(super) const RULE: &str = "#c4c4c4";
/// The as-of day, and what is late.
pub(super) const TODAY: &str = "#c00000";

/// What is finished, as a blue light has it.
pub(super) const BLUE: &str = "#1f5fa8";
/// A mean, as a yellow light has it.
pub(super) const YELLOW: &str = "#8a6100";

/// A light's colours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tint {
    pub(super) dark: &'static str,
    pub(super) pale: &'static str,
}

/// A light's colours: the office's own where it has them.
pub(super) fn tint(head: &Head, light: Option<Light>) -> Tint {
    let (dark, pale) = match light_tone(head, light) {
        Tone::Blue => (BLUE, "#a9c8ea"),
        Tone::Green => ("#2e7d32", "#e4f2e2"),
        Tone::Yellow => (YELLOW, "#ffe9a6"),
        Tone::Red => ("#b3140f", "#f8cdc8"),
        Tone::Magenta => ("#8e1f86", "#efcdec"),
        Tone::Cyan => ("#006f7d", "#cdeef2"),
        Tone::Grey | Tone::Faint | Tone::Plain | Tone::Strong => ("#5c5c5c", "#ffffff"),
    };
    Tint { dark, pale }
}

/// A light's mark, within a circle: a tick, a triangle to the right, a warning sign, a cross, a dashed ring.
pub(super) fn mark(canvas: &mut Canvas, head: &Head, light: Option<Light>, (x, y): (i32, i32), r: i32) {
    let dark = tint(head, light).dark;
    let thick = (r / 4).max(3);
    match light {
        Some(Light::Blue) => {
            canvas.circle((x, y), r, Ink::fill(dark));
            let tick = format!("M{} {}L{} {}L{} {}", x - r / 2, y, x - r / 8, y + r / 2, x + r / 2, y - r / 2);
            canvas.path(&tick, Ink::stroke("#ffffff", thick));
        }
        Some(Light::Green) => {
            canvas.circle((x, y), r - 1, Ink::both("#ffffff", dark, 3));
            let (left, right, half) = (x - r / 3, x + r * 2 / 3, r / 2);
            canvas.path(&format!("M{left} {}L{right} {y}L{left} {}Z", y - half, y + half), Ink::fill(dark));
        }
        Some(Light::Yellow) => {
            let triangle = format!("M{x} {}L{} {}L{} {}Z", y - r, x + r, y + r - 2, x - r, y + r - 2);
            canvas.path(&triangle, Ink::both("#ffd23f", BLACK, 3));
            canvas.line((x, y - r / 3), (x, y + r / 4), Ink::stroke(BLACK, thick));
            canvas.rect(Area::new(x - thick / 2, y + r / 2, thick, thick), Ink::fill(BLACK));
        }
        Some(Light::Red) => {
            canvas.rect(Area::new(x - r, y - r, 2 * r, 2 * r), Ink::fill(dark));
            let h = r / 2;
            let cross = format!("M{} {}L{} {}M{} {}L{} {}", x - h, y - h, x + h, y + h, x - h, y + h, x + h, y - h);
            canvas.path(&cross, Ink::stroke("#ffffff", thick));
        }
        Some(Light::Grey) => canvas.circle((x, y), r - 1, Ink::both("#ffffff", dark, 3).dashed("5 4")),
        None => canvas.line((x - r, y), (x + r, y), Ink::stroke(dark, thick)),
    }
}

/// Fills an area with a light's colour and hatching.
pub(super) fn fill(canvas: &mut Canvas, head: &Head, light: Option<Light>, area: Area) {
    let Tint { dark, pale } = tint(head, light);
    canvas.rect(area, Ink::fill(pale));
    let thin = Ink::stroke(dark, 2);
    match light {
        Some(Light::Yellow) => canvas.path(&rising(area, 22), thin),
        Some(Light::Red) => canvas.path(&(rising(area, 18) + &falling(area, 18)), thin),
        Some(Light::Grey) => canvas.path(&upright(area, 24), thin),
        Some(Light::Blue | Light::Green) | None => {}
    }
}

/// Lines from below left to above right, so far apart; the same lines whatever the area.
fn rising(area: Area, step: i32) -> String {
    let (right, bottom) = (area.right(), area.bottom());
    sums(area.x + area.y, right + bottom, step)
        .map(|sum| {
            let (x1, y2) = ((sum - bottom).max(area.x), (sum - right).max(area.y));
            format!("M{x1} {}L{} {y2}", sum - x1, sum - y2)
        })
        .collect()
}

/// Lines from above left to below right.
fn falling(area: Area, step: i32) -> String {
    let (right, bottom) = (area.right(), area.bottom());
    sums(area.x - bottom, right - area.y, step)
        .map(|difference| {
            let (x1, x2) = ((difference + area.y).max(area.x), (difference + bottom).min(right));
            format!("M{x1} {}L{x2} {}", x1 - difference, x2 - difference)
        })
        .collect()
}

fn upright(area: Area, step: i32) -> String {
    sums(area.x, area.right(), step).map(|x| format!("M{x} {}V{}", area.y, area.bottom())).collect()
}

/// The multiples of `step` between two numbers, both left out.
fn sums(from: i32, to: i32, step: i32) -> impl Iterator<Item = i32> {
    (from.div_euclid(step) + 1..).map(move |number| number * step).take_while(move |sum| *sum < to)
}
