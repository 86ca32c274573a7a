//! Lines put together to paragraphs.

use std::collections::BTreeMap;

use super::lines::Line;

/// A part of a page, from the top.
#[derive(Debug)]
pub(super) enum Part<T> {
    Line(Line),
    Table(T),
}

/// A part of the document.
#[derive(Debug)]
pub(super) enum Joined<T> {
    Paragraph(String),
    Table(T),
}

/// How the document is set.
struct Setting {
    left: f64,
    right: f64,
    size: f64,
    spacing: f64,
    middle: f64,
}

/// A line that is so much shorter than the others, in letters, is the last of its paragraph.
const SHORT: f64 = 2.2;
/// Lines that lie so much farther apart than others belong to two paragraphs.
const FARTHEST: f64 = 1.2;
/// A line that begins so much farther in, in letters, begins a paragraph.
const INDENT: f64 = 0.9;

/// The parts of all pages, with the lines of each paragraph as one. Lines go on over the end of a page.
pub(super) fn joined<T>(pages: Vec<Vec<Part<T>>>, width: f64) -> Vec<Joined<T>> {
    let lines = || {
        pages.iter().flatten().filter_map(|part| match part {
            Part::Line(line) => Some(line),
            Part::Table(_) => None,
        })
    };
    let setting = Setting {
        left: fraction(lines().map(|line| line.left), 0.1),
        right: fraction(lines().map(|line| line.right), 0.92),
        size: fraction(lines().map(|line| line.size), 0.5),
        spacing: spacing(&pages),
        middle: width / 2.0,
    };
    let mut joined: Vec<Joined<T>> = Vec::new();
    let mut before: Option<(Line, usize)> = None;
    for (number, page) in pages.into_iter().enumerate() {
        for part in page {
            match part {
                Part::Table(table) => {
                    before = None;
                    joined.push(Joined::Table(table));
                }
                Part::Line(line) => {
                    let goes_on =
                        before.as_ref().is_some_and(|(before, page)| setting.goes_on(before, &line, *page == number));
                    match joined.last_mut() {
                        Some(Joined::Paragraph(words)) if goes_on => join(words, &line.text),
                        _ => joined.push(Joined::Paragraph(line.text.clone())),
                    }
                    before = Some((line, number));
                }
            }
        }
    }
    joined
}

impl Setting {
    /// Whether the second line goes on with what the first says.
    fn goes_on(&self, one: &Line, other: &Line, same_page: bool) -> bool {
        let letter = self.size.max(1.0);
        let same_size = (one.size - other.size).abs() <= 0.12 * one.size.max(other.size);
        let near = !same_page || one.y - other.y <= FARTHEST * self.spacing.max(one.size.max(other.size));
        if !same_size || !near {
            return false;
        }
        let ended =
            one.text.trim_end_matches(['”', '’', '）', ')', '》']).ends_with(['。', '；', '：', '！', '？', ':', ';']);
        let centred = |line: &Line| {
            (line.left.midpoint(line.right) - self.middle).abs() < letter && line.left > self.left + 1.5 * letter
        };
        if centred(one) && centred(other) && one.size > self.size * 1.12 {
            return !ended;
        }
        let full = one.right >= self.right - SHORT * one.size;
        let farther = other.left > one.left + 0.6 * letter;
        let indented = other.left > self.left + INDENT * letter;
        // Of an item that hangs all lines begin alike; so do paragraphs of one full line each.
        let hangs = !ended && !begins_anew(&other.text);
        let numbered = begins_anew(&other.text) && (ended || one.text.ends_with(['）', ')']));
        full && !farther && (!indented || hangs) && !numbered
    }
}

/// Whether a line begins with a number of a part.
fn begins_anew(line: &str) -> bool {
    let chinese = |c: char| "一二三四五六七八九十百零〇".contains(c);
    let inner = line.trim_start_matches(['（', '(', '第']);
    let opened = inner.len() < line.len();
    let rest = inner.trim_start_matches(|c: char| chinese(c) || c.is_ascii_digit());
    let numbered = rest.len() < inner.len();
    let mut after = rest.chars();
    match (numbered, after.next(), after.next()) {
        (true, Some('、' | '）' | ')' | '章' | '节' | '条'), _) => true,
        (true, Some('.' | '．'), next) => !next.is_some_and(|c| c.is_ascii_digit()),
        (true, Some('是'), _) => !opened && inner.starts_with(chinese),
        _ => line.starts_with(['•', '●', '■', '◆', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨']),
    }
}

/// Joins words of two lines: between Chinese words the break stands for nothing.
pub(super) fn join(words: &mut String, more: &str) {
    let latin = words.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',')
        && more.starts_with(|c: char| c.is_ascii_alphabetic());
    if latin {
        words.push(' ');
    }
    words.push_str(more);
}

/// The value than which that share of all is smaller.
fn fraction(values: impl Iterator<Item = f64>, share: f64) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * share) as usize;
    values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// How far apart lines of one paragraph usually lie: as most lines do.
fn spacing<T>(pages: &[Vec<Part<T>>]) -> f64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    let pairs = pages.iter().flat_map(|page| page.windows(2));
    pairs.for_each(|pair| {
        if let [Part::Line(one), Part::Line(other)] = pair {
            *counts.entry(((one.y - other.y) * 2.0).round() as i64).or_default() += 1;
        }
    });
    let most = counts.into_iter().filter(|(gap, _)| *gap > 0).rev().max_by_key(|(_, count)| *count);
    most.map_or(0.0, |(gap, _)| gap as f64 / 2.0)
}
