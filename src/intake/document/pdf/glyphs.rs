//! The letters on a page and the rules between them, each with its place.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;
use super::forms::plain;

/// A letter at its place, in points; up is more.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
}

/// A straight rule, across or down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) across: bool,
    /// Where it lies: up if it goes across, to the right if it goes down.
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    /// Letters that stand for no character.
    pub(super) unreadable: usize,
    pub(super) width: f64,
}

/// A matrix as PDF writes it: `[a b c d e f]`.
type Matrix = [f64; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// The most letters, rules and instructions of a page that are looked at.
const MOST: usize = 400_000;
/// The deepest that drawings stand in drawings.
const DEEPEST: usize = 8;

/// What is drawn on a page.
pub(super) fn drawn(page: &Page<'_>) -> Drawn {
    let turned = page.initial_transform(false).as_coeffs();
    let mut drawing = Drawing { steps: MOST * 5, ..Drawing::default() };
    drawing.drawn.width = f64::from(page.render_dimensions().0);
    if let Some(content) = page.page_stream() {
        drawing.draw(content, page.resources(), turned, 0);
    }
    drawing.drawn
}

/// A page that is being drawn.
#[derive(Default)]
struct Drawing {
    drawn: Drawn,
    steps: usize,
    fonts: HashMap<(u32, i32), Rc<Font>>,
}

/// How text is set.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Drawing {
    fn draw(&mut self, content: &[u8], resources: &Resources<'_>, matrix: Matrix, deep: usize) {
        let size = 1.0;
        let mut state = State {
            matrix,
            font: None,
            size,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut kept: Vec<State> = Vec::new();
        let (mut text, mut line) = (SAME, SAME);
        let mut path = Path::default();
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.steps = self.steps.saturating_sub(1);
            if self.steps == 0 || self.drawn.glyphs.len() > MOST {
                return;
            }
            let numbers = numbers(&instruction);
            let number = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
            let operator: &[u8] = instruction.operator.as_ref();
            match operator {
                b"q" if kept.len() < 200 => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"cm" => state.matrix = times(six(&numbers), state.matrix),
                b"BT" => (text, line) = (SAME, SAME),
                b"Tf" => {
                    state.size = numbers.last().copied().unwrap_or(0.0);
                    let name = instruction.operands().next().cloned().and_then(Object::into_name);
                    state.font = name.and_then(|name| self.font(&name, resources));
                }
                b"Tc" => state.between_letters = number(0),
                b"Tw" => state.between_words = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Tm" => (text, line) = (six(&numbers), six(&numbers)),
                b"Td" | b"TD" => {
                    if operator == b"TD" {
                        state.leading = -number(1);
                    }
                    line = times([1.0, 0.0, 0.0, 1.0, number(0), number(1)], line);
                    text = line;
                }
                b"T*" => {
                    line = times([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    text = line;
                }
                b"Tj" | b"TJ" | b"'" | b"\"" => {
                    if matches!(operator, b"'" | b"\"") {
                        line = times([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                        text = line;
                    }
                    if operator == b"\"" {
                        (state.between_words, state.between_letters) = (number(0), number(1));
                    }
                    instruction.operands().for_each(|operand| self.show(operand, &state, &mut text));
                }
                b"Do" => {
                    let name = instruction.operands().next().cloned().and_then(Object::into_name);
                    let inner = name.and_then(|name| resources.get_x_object(&name));
                    if let Some(inner) = inner.filter(|_| deep < DEEPEST) {
                        self.draw_form(&inner, resources, state.matrix, deep);
                    }
                }
                _ => path.step(operator, &numbers, state.matrix, &mut self.drawn.rules),
            }
        }
    }

    fn draw_form(&mut self, form: &Stream<'_>, outside: &Resources<'_>, matrix: Matrix, deep: usize) {
        let dict = form.dict();
        if dict.get::<Name<'_>>("Subtype").as_deref() != Some(b"Form") {
            return;
        }
        let Ok(content) = form.decoded_data() else { return };
        // What is drawn again and again is counted each time.
        self.steps = self.steps.saturating_sub(content.len() / 100 + 1).max(1);
        let own: Option<Vec<f64>> =
            dict.get::<Array<'_>>("Matrix").map(|own| own.iter::<Number>().map(|n| n.as_f64()).collect());
        let matrix = own.map_or(matrix, |own| times(six(&own), matrix));
        match dict.get::<Dict<'_>>("Resources") {
            Some(own) => self.draw(&content, &Resources::new(own), matrix, deep + 1),
            None => self.draw(&content, outside, matrix, deep + 1),
        }
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let Some(id) = dict.obj_id() else { return Some(Rc::new(Font::of(&dict))) };
        let font = self.fonts.entry((id.obj_number, id.gen_number)).or_insert_with(|| Rc::new(Font::of(&dict)));
        Some(Rc::clone(font))
    }

    fn show(&mut self, operand: &Object<'_>, state: &State, text: &mut Matrix) {
        match operand {
            Object::String(bytes) => self.letters(bytes.as_bytes(), state, text),
            Object::Array(parts) => parts.iter::<Object<'_>>().for_each(|part| match part {
                Object::String(bytes) => self.letters(bytes.as_bytes(), state, text),
                Object::Number(back) => {
                    let further = -back.as_f64() / 1000.0 * state.size * state.stretch;
                    *text = times([1.0, 0.0, 0.0, 1.0, further, 0.0], *text);
                }
                _ => {}
            }),
            _ => {}
        }
    }

    fn letters(&mut self, bytes: &[u8], state: &State, text: &mut Matrix) {
        let Some(font) = &state.font else { return };
        for letter in font.letters(bytes) {
            let place =
                times([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise], times(*text, state.matrix));
            let [a, b, _, d, x, y] = place;
            let size = d.abs();
            let words = if letter.is_space { state.between_words } else { 0.0 };
            let further = (letter.width * state.size + state.between_letters + words) * state.stretch;
            *text = times([1.0, 0.0, 0.0, 1.0, further, 0.0], *text);
            // What stands aslant or upside down is a watermark or a stamp.
            if a <= 0.0 || b.abs() > 0.1 * a || size < 1.0 || !x.is_finite() || !y.is_finite() {
                continue;
            }
            match letter.text {
                Some(text) => self.drawn.glyphs.push(Glyph { text: plain(&text), x, y, width: letter.width * a, size }),
                None => self.drawn.unreadable += 1,
            }
        }
    }
}

/// The path that is being drawn.
#[derive(Default)]
struct Path {
    at: (f64, f64),
    begin: (f64, f64),
    rules: Vec<Rule>,
}

/// The widest that a filled rectangle is a rule.
const THICKEST: f64 = 3.0;

impl Path {
    fn step(&mut self, operator: &[u8], numbers: &[f64], matrix: Matrix, rules: &mut Vec<Rule>) {
        let point =
            |at: usize| numbers.get(at).copied().zip(numbers.get(at + 1).copied()).map(|point| moved(point, matrix));
        match operator {
            b"m" => {
                self.at = point(0).unwrap_or(self.at);
                self.begin = self.at;
            }
            b"l" => {
                let to = point(0).unwrap_or(self.at);
                self.line(self.at, to);
                self.at = to;
            }
            b"h" => {
                self.line(self.at, self.begin);
                self.at = self.begin;
            }
            b"re" => {
                if let [x, y, width, height] = *numbers {
                    let (one, other) = (moved((x, y), matrix), moved((x + width, y + height), matrix));
                    let (left, right) = (one.0.min(other.0), one.0.max(other.0));
                    let (low, high) = (one.1.min(other.1), one.1.max(other.1));
                    match (right - left < THICKEST, high - low < THICKEST) {
                        (false, true) => self.line((left, low.midpoint(high)), (right, low.midpoint(high))),
                        (true, false) => self.line((left.midpoint(right), low), (left.midpoint(right), high)),
                        (true, true) => {}
                        (false, false) => {
                            self.line((left, low), (right, low));
                            self.line((left, high), (right, high));
                            self.line((left, low), (left, high));
                            self.line((right, low), (right, high));
                        }
                    }
                }
            }
            b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" | b"f" | b"F" | b"f*" => {
                if rules.len() < MOST {
                    rules.append(&mut self.rules);
                }
                self.rules.clear();
            }
            b"n" => self.rules.clear(),
            _ => {}
        }
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (wide, high) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        if self.rules.len() > MOST || !(wide + high).is_finite() {
            return;
        }
        if high < 1.0 && wide > 4.0 {
            self.rules.push(Rule { across: true, at: from.1, from: from.0.min(to.0), to: from.0.max(to.0) });
        } else if wide < 1.0 && high > 4.0 {
            self.rules.push(Rule { across: false, at: from.0, from: from.1.min(to.1), to: from.1.max(to.1) });
        }
    }
}

fn numbers(instruction: &Instruction<'_, '_>) -> Vec<f64> {
    let numbers = instruction.operands().filter_map(|operand| match operand {
        Object::Number(number) => Some(number.as_f64()),
        _ => None,
    });
    numbers.take(8).collect()
}

fn six(numbers: &[f64]) -> Matrix {
    <Matrix>::try_from(numbers.get(..6).unwrap_or_default()).unwrap_or(SAME)
}

/// First one, then the other.
fn times(one: Matrix, other: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [k, l, m, n, o, p] = other;
    [a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p]
}

fn moved((x, y): (f64, f64), [a, b, c, d, e, f]: Matrix) -> (f64, f64) {
    (x * a + y * c + e, x * b + y * d + f)
}
