//! Letters put together to lines.

use super::glyphs::Glyph;

/// A line of text on a page.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Its height on the page; up is more.
    pub(super) y: f64,
    pub(super) size: f64,
    /// Whether a gap parts it, as columns are parted.
    pub(super) parted: bool,
}

/// So much lower than another a letter may stand in its line, in shares of the size: a raised figure does.
const SAME_LINE: f64 = 0.45;
/// A gap that parts words, in shares of the size.
const WORD_GAP: f64 = 0.25;
/// A gap that parts anything.
const WIDE_GAP: f64 = 1.0;
/// A gap that parts columns.
const COLUMN_GAP: f64 = 1.5;
/// On a page of columns at least so many lines are parted, and half of all.
const FEWEST: usize = 4;

/// Whether a page is set in columns, or holds a table without rules: its lines run over what does not belong together.
pub(super) fn in_columns(lines: &[Line]) -> bool {
    let parted = lines.iter().filter(|line| line.parted).count();
    parted >= FEWEST && parted * 2 >= lines.len()
}

/// The lines, from the top.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    let mut top = (f64::INFINITY, 0.0_f64);
    for glyph in glyphs {
        let same = top.0 - glyph.y <= SAME_LINE * top.1.max(glyph.size);
        match lines.last_mut().filter(|_| same) {
            Some(line) => {
                top.1 = top.1.max(glyph.size);
                line.push(glyph);
            }
            None => {
                top = (glyph.y, glyph.size);
                lines.push(vec![glyph]);
            }
        }
    }
    lines.into_iter().filter_map(line).collect()
}

fn line(mut glyphs: Vec<Glyph>) -> Option<Line> {
    glyphs.sort_by(|one, other| one.x.total_cmp(&other.x));
    let seen = || glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
    let left = seen().map(|glyph| glyph.x).min_by(f64::total_cmp)?;
    let right = seen().map(|glyph| glyph.x + glyph.width).max_by(f64::total_cmp)?;
    let mut sizes: Vec<f64> = seen().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    let y = seen().filter(|glyph| glyph.size >= size * 0.9).map(|glyph| glyph.y).min_by(f64::total_cmp).unwrap_or(0.0);
    let (mut text, mut parted) = (String::new(), false);
    let mut before: Option<&Glyph> = None;
    for glyph in &glyphs {
        if let Some(before) = before {
            // What is drawn twice, a little aside, is bold.
            if before.text == glyph.text && glyph.x - before.x < 0.3 * glyph.width.min(before.width) {
                continue;
            }
            let gap = (glyph.x - before.x - before.width) / size.max(1.0);
            parted |= gap > COLUMN_GAP && !text.trim().is_empty();
            let words = |c: char| c.is_ascii_alphanumeric() || c == '(';
            let latin = text.ends_with(|c: char| c.is_ascii_graphic()) && glyph.text.starts_with(words);
            if gap > WIDE_GAP || (gap > WORD_GAP && latin) {
                text.push(' ');
            }
        }
        text.push_str(&glyph.text);
        before = Some(glyph);
    }
    Some(Line { text: text.trim().to_owned(), left, right, y, size, parted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_columns_is_known() {
        let line = |parted: bool| Line { text: String::new(), left: 0.0, right: 100.0, y: 0.0, size: 12.0, parted };
        let page =
            |parted: usize, whole: usize| -> Vec<Line> { (0..parted + whole).map(|at| line(at < parted)).collect() };
        assert!(in_columns(&page(6, 4)));
        assert!(!in_columns(&page(3, 0)), "a line of signatures or two");
        assert!(!in_columns(&page(5, 20)));
    }
}
