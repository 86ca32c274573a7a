//! Charts of bars, as cells that are filled: they need no picture, are printed by every program, and can be changed by hand. No
//! bar depends on its colour: each has its words and numbers beside it.

use super::runs::{Ink, heading, paragraph, plain, run};
use super::sheet;
use super::styles::{self, Face, Side};
use super::table::{Edge, cell, row, table_of};
use super::xml::{Element, el, val};
use crate::paper::page::{Bar, Bars, Tone};
use crate::paper::palette::{Sheet, colours};
use crate::paper::wrap::width;

/// The bars' scale is so many columns of the table, each so wide.
const STEPS: usize = 60;
const STEP: usize = 58;
/// Behind the bars.
const VALUES: usize = 2_260;
const LABELS: usize = sheet::TEXT - STEPS * STEP - VALUES;
/// Above and below the chart.
const RULE: Edge = Edge { width: 6, colour: 0 };
/// A number of so many letters has room in so wide a piece.
const LETTER: usize = 110;

/// A chart of bars.
pub(super) fn bars(chart: &Bars) -> Element {
    let value = VALUES / chart.behind.len().max(1);
    let columns: Vec<usize> = std::iter::once(LABELS + VALUES - value * chart.behind.len())
        .chain([STEP; STEPS])
        .chain(chart.behind.iter().map(|_| value))
        .collect();
    let margins = ["w:left", "w:right"].map(|side| el(side).at("w:w", 40).at("w:type", "dxa"));
    let rules = ["w:top", "w:bottom"].map(|side| (side, RULE));
    let head = |text: &str, side: Side| {
        let ink = Ink { face: Some(Face::Heading), ..Ink::default() };
        vec![paragraph(&styles::CHART_TEXT, [el("w:keepNext"), side.element()], heading(text, ink))]
    };
    let title = cell(LABELS + STEPS * STEP, STEPS + 1, [], head(&chart.title, Side::Left));
    let behind = chart.behind.iter().map(|text| cell(value, 1, [], head(text, Side::Right)));
    let head = row([], std::iter::once(title).chain(behind));
    let last = chart.bars.len().saturating_sub(1);
    let rows = chart.bars.iter().enumerate().map(|(at, bar)| drawn(bar, value, at == last));
    table_of(&columns, &rules, [el("w:tblCellMar").with(margins)]).with([head]).with(rows)
}

/// A row with a bar. The chart stays on one page.
fn drawn(bar: &Bar, value: usize, is_last: bool) -> Element {
    let text = |runs: Element, side: Side| {
        let keep = (!is_last).then(|| el("w:keepNext"));
        vec![paragraph(&styles::CHART_TEXT, keep.into_iter().chain([side.element()]), [runs])]
    };
    let label = cell(LABELS, 1, [], text(plain(&bar.label), Side::Left));
    let values = bar.values.iter().map(|said| cell(value, 1, [], text(plain(said), Side::Right)));
    let pieces = laid_out(bar).into_iter().map(|piece| {
        let colour = colours(piece.tone).map(|colours| colours.sheet);
        let fits = width(piece.text) * LETTER <= piece.steps * STEP;
        let ink = Ink { colour: colour.map(|colour| colour.on_solid), ..Ink::default() };
        let inside = run(if fits { piece.text } else { "" }, ink);
        let properties = piece_properties(&piece, colour, is_last);
        cell(piece.steps * STEP, piece.steps, properties, text(inside, Side::Center))
    });
    row([], std::iter::once(label).chain(pieces).chain(values))
}

/// A line above and below each piece in the paper's colour parts the bars.
fn piece_properties(piece: &Piece<'_>, colour: Option<Sheet>, is_last: bool) -> Vec<Element> {
    const GAP: Edge = Edge { width: 24, colour: 0xffffff };
    const BETWEEN: Edge = Edge { width: 6, colour: 0xffffff };
    const MARK: Edge = Edge { width: 18, colour: 0 };
    let right = if piece.marked { MARK } else { BETWEEN };
    let below = if is_last { RULE } else { GAP };
    let edges = el("w:tcBorders").with([GAP.on("w:top"), below.on("w:bottom"), right.on("w:right")]);
    let fill =
        colour.map(|colour| val("w:shd", "clear").at("w:color", "auto").at("w:fill", format!("{:06X}", colour.solid)));
    std::iter::once(edges).chain(fill).collect()
}

/// A piece of a bar, or of what is left of the scale, in columns of the table.
#[derive(Debug, PartialEq)]
struct Piece<'b> {
    steps: usize,
    tone: Tone,
    text: &'b str,
    /// Whether the mark stands at its end.
    marked: bool,
}

/// The bar's pieces and the rest of the scale, cut at the mark. What is not nothing is seen.
fn laid_out(bar: &Bar) -> Vec<Piece<'_>> {
    let step = |share: f64| (share.clamp(0.0, 1.0) * STEPS as f64).round() as usize;
    let mark = bar.mark.map(step).filter(|mark| *mark > 0);
    let (mut pieces, mut at, mut sum) = (Vec::new(), 0, 0.0);
    let rest = (1.0, Tone::Plain, "");
    let solid = bar.pieces.iter().map(|piece| (piece.share, piece.tone, piece.text.as_str()));
    for (share, tone, text) in solid.chain([rest]) {
        sum += share;
        let end = step(sum).max(at + usize::from(share > 0.0)).min(STEPS);
        for (start, end) in cut((at, end), mark) {
            let text = if start == at { text } else { "" };
            pieces.push(Piece { steps: end - start, tone, text, marked: Some(end) == mark });
        }
        at = end;
    }
    pieces
}

fn cut((start, end): (usize, usize), mark: Option<usize>) -> Vec<(usize, usize)> {
    match mark {
        Some(mark) if start < mark && mark < end => vec![(start, mark), (mark, end)],
        _ if start < end => vec![(start, end)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::page::BarPiece;
    use proptest::prelude::*;

    fn bar(shares: &[f64], mark: Option<f64>) -> Bar {
        let pieces = shares.iter().map(|share| BarPiece { share: *share, tone: Tone::Red, text: "1".into() });
        Bar { label: String::new(), pieces: pieces.collect(), mark, values: Vec::new() }
    }

    #[test]
    fn pieces_are_as_long_as_their_shares_and_cut_at_the_mark() {
        for (shares, mark, found) in [
            (&[][..], None, vec![(60, false)]),
            (&[0.0], None, vec![(60, false)]),
            (&[0.001], None, vec![(1, false), (59, false)]),
            (&[1.0], None, vec![(60, false)]),
            (&[0.5, 0.25], None, vec![(30, false), (15, false), (15, false)]),
            (&[0.5], Some(0.25), vec![(15, true), (15, false), (30, false)]),
            (&[0.5], Some(0.5), vec![(30, true), (30, false)]),
            (&[0.5], Some(0.75), vec![(30, false), (15, true), (15, false)]),
            (&[1.0], Some(1.0), vec![(60, true)]),
            (&[1.0], Some(0.0), vec![(60, false)]),
        ] {
            let bar = bar(shares, mark);
            let pieces: Vec<(usize, bool)> = laid_out(&bar).iter().map(|piece| (piece.steps, piece.marked)).collect();
            assert_eq!(pieces, found, "{shares:?} {mark:?}");
        }
    }

    proptest! {
        #[test]
        fn a_row_is_as_wide_as_the_scale(shares in prop::collection::vec(0.0..0.4, 0..6), mark in prop::option::of(0.0..1.0)) {
            let bar = bar(&shares, mark);
            prop_assert_eq!(laid_out(&bar).iter().map(|piece| piece.steps).sum::<usize>(), STEPS);
        }
    }
}
