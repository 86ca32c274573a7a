//! A title in lines: as few as it takes, about as long as each other, each ending with a word.

use crate::paper::wrap::{pieces, width};

/// What a line of the title holds, in half characters: 20 characters of 2号 are 155 mm.
const LINE: usize = 40;
/// How much worse than a line's even length it is to end within a word, or where none can end: squared differences of lengths, in
/// half characters.
const WITHIN: usize = 600;
const TORN: usize = 6_000;

/// The title's lines.
pub(super) fn title_lines(title: &str) -> Vec<&str> {
    let ends = pieces(title).scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    });
    let places: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let fewest = width(title).div_ceil(LINE).max(1);
    let lines = (fewest..=fewest + 1).find_map(|count| best(title, &places, count));
    lines.unwrap_or_else(|| vec![title])
}

/// The best way to so many lines, which may end at these places; `None` where there is none.
fn best<'t>(title: &'t str, places: &[usize], count: usize) -> Option<Vec<&'t str>> {
    let even = width(title).div_ceil(count);
    let line = |start: &usize, end: &usize| title.get(*start..*end).map(str::trim);
    // For each place, the cost of the best way to it, and the lines on the way.
    let mut ways: Vec<Option<(usize, Vec<&'t str>)>> = vec![None; places.len()];
    *ways.first_mut()? = Some((0, Vec::new()));
    for _ in 0..count {
        let way_to = |at: usize| {
            let end = places.get(at)?;
            let seam = title.split_at_checked(*end).map_or(0, |(before, after)| seam(before, after));
            let from = ways.iter().zip(places).take(at).filter_map(|(way, start)| {
                let ((cost, lines), line) = (way.as_ref()?, line(start, end)?);
                let long = width(line);
                (long <= LINE).then_some((cost + long.abs_diff(even).pow(2) + seam, lines, line))
            });
            let (cost, lines, line) = from.min_by_key(|(cost, ..)| *cost)?;
            Some((cost, lines.iter().copied().chain([line]).collect()))
        };
        ways = (0..places.len()).map(way_to).collect();
    }
    ways.pop()?.map(|(_, lines)| lines)
}

/// How bad it is to end a line between two texts: nothing where a word ends. Chinese does not show its words; those of which the
/// titles of official papers are made are known.
fn seam(before: &str, after: &str) -> usize {
    const STARTS: [&str; 14] = [
        "工作安排",
        "工作计划",
        "工作要点",
        "落实情况",
        "推进情况",
        "工作任务",
        "和",
        "与",
        "及",
        "“",
        "《",
        "（",
        "19",
        "20",
    ];
    const NEVER: [&str; 8] = ["的", "上半年", "下半年", "年", "季度", "安排", "情况", "要点"];
    const ENDS: [&str; 17] = [
        "人民政府",
        "办公室",
        "委员会",
        "上半年",
        "下半年",
        "年度",
        "季度",
        "关于",
        "做好",
        "抓紧办理",
        "限期办理",
        "、",
        "，",
        "：",
        "”",
        "》",
        "）",
    ];
    let starts = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    if after.is_empty() || before.ends_with(' ') || starts(&STARTS) {
        0
    } else if starts(&NEVER) {
        TORN
    } else if ENDS.iter().any(|end| before.ends_with(end)) {
        0
    } else {
        WITHIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_are_even_and_end_with_words() {
        for (title, lines) in [
            ("", vec![""]),
            ("小镇2020年下半年工作安排落实情况", vec!["小镇2020年下半年工作安排落实情况"]),
            ("金泽镇人民政府2020年下半年工作安排落实情况", vec!["金泽镇人民政府2020年下半年", "工作安排落实情况"]),
            (
                "金泽镇人民政府2020年下半年工作安排（示例）落实情况",
                vec!["金泽镇人民政府2020年下半年", "工作安排（示例）落实情况"],
            ),
            (
                "关于限期办理“龚都村92户农(渔)民相对集中居住”的督办单",
                vec!["关于限期办理", "“龚都村92户农(渔)民相对集中居住”的督办单"],
            ),
            ("关于2项工作任务推进情况的通报", vec!["关于2项工作任务推进情况的通报"]),
            (
                "Work plan of the town for the second half of 2020: how it stands",
                vec!["Work plan of the town for the", "second half of 2020: how it stands"],
            ),
        ] {
            assert_eq!(title_lines(title), lines, "{title}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_long(title in "[一二三村户，“”的年0-9a-c ]{0,70}") {
            let lines = title_lines(&title);
            let kept = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(kept(&lines.concat()), kept(&title));
            prop_assert!(lines.len() == 1 || lines.iter().all(|line| width(line) <= LINE), "{lines:?}");
        }
    }
}
