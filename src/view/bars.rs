//! Progress against the pace, as bars of plain characters.
//!
//! Only ASCII: box-drawing and block characters are of ambiguous width, and half of the terminals set to Chinese
//! draw them two columns wide, so that nothing would stand where it should.

use crate::assess::Share;

use crate::words::visible;

/// A bar: how far, and how far it should be.
#[derive(Debug, Clone)]
pub(super) struct Bar {
    /// What stands before it.
    pub(super) label: String,
    /// How far; `None` while that is unknown.
    pub(super) done: Option<Share>,
    /// How far it should be; `None` while that is unknown.
    pub(super) pace: Option<Share>,
    /// What stands behind it.
    pub(super) caption: String,
}

/// Columns of a whole bar. With a day before it and a caption behind, it fits 80 columns.
const COLUMNS: usize = 40;

/// Bars under a scale: `#` is done, `.` is missing to the pace, `|` is the pace.
pub(super) fn chart(bars: &[Bar]) -> Vec<String> {
    let label = bars.iter().map(|bar| crate::paper::width(&bar.label)).max().unwrap_or(0);
    let blank = " ".repeat(label);
    let quarter = COLUMNS / 4;
    let mut lines = vec![
        format!("{blank}  0%{:>quarter$}{:>quarter$}{:>quarter$}{:>quarter$}", "25%", "50%", "75%", "100%"),
        format!("{blank}  +{}", format!("{}+", "-".repeat(quarter - 1)).repeat(4)),
    ];
    lines.extend(bars.iter().map(|bar| {
        let pad = " ".repeat(label - crate::paper::width(&bar.label));
        let line = format!("{}{pad}  [{}] {}", visible(&bar.label), drawn(bar), visible(&bar.caption));
        line.trim_end().to_owned()
    }));
    lines
}

fn drawn(bar: &Bar) -> String {
    let (done, pace) = (bar.done.map_or(0, filled), bar.pace.map(filled));
    let cell = |column: usize| match pace {
        // The mark stands on the last column that the pace fills, or on the first when it fills none.
        Some(pace) if column == pace.saturating_sub(1) => '|',
        _ if column < done => '#',
        Some(pace) if column < pace && bar.done.is_some() => '.',
        _ => ' ',
    };
    (0..COLUMNS).map(cell).collect()
}

/// How many columns a share fills: all only when it is all, one at least when it is not nothing.
fn filled(share: Share) -> usize {
    let columns = share.rounded(6) * COLUMNS as f64;
    if share > Share::ZERO && columns < 1.0 { 1 } else { columns as usize }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(done: Option<(i64, i64)>, pace: Option<(i64, i64)>) -> String {
        let share = |part: Option<(i64, i64)>| part.and_then(|(part, whole)| Share::of_counts(part, whole));
        drawn(&Bar { label: String::new(), done: share(done), pace: share(pace), caption: String::new() })
    }

    #[test]
    fn bars_at_their_boundaries() {
        for (done, pace, drawn) in [
            (None, None, ""),
            (None, Some((0, 1)), "|"),
            (None, Some((1, 2)), "                   |"),
            (Some((0, 1)), Some((1, 2)), "...................|"),
            (Some((1, 4)), Some((1, 2)), "##########.........|"),
            (Some((1, 2)), Some((1, 2)), "###################|"),
            (Some((1, 2)), Some((1, 4)), "#########|##########"),
            (Some((1, 1000)), Some((0, 1)), "|"),
            (Some((1, 1000)), None, "#"),
            (Some((999, 1000)), None, "#######################################"),
            (Some((1, 1)), None, "########################################"),
            (Some((1, 1)), Some((1, 1)), "#######################################|"),
        ] {
            assert_eq!(bar(done, pace).trim_end(), drawn, "{done:?} {pace:?}");
            assert_eq!(bar(done, pace).len(), COLUMNS);
        }
    }

    #[test]
    fn a_chart_is_drawn_the_same_in_every_terminal() {
        let done = Share::of_counts(61, 92);
        let bars = [("2020-08-21", None, "未知"), ("2020-11-20", done, "66.3%  61户")]
            .map(|(label, done, caption)| Bar { label: label.into(), done, pace: done, caption: caption.into() });
        let lines = chart(&bars);
        assert_eq!(
            lines,
            [
                "            0%       25%       50%       75%      100%",
                "            +---------+---------+---------+---------+",
                "2020-08-21  [                                        ] 未知",
                "2020-11-20  [#########################|              ] 66.3%  61户",
            ]
        );
        assert!(lines.iter().all(|line| crate::paper::width(line) <= 80));
    }
}
