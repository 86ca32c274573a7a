//! What holds of every chart: it is XML, no text meets another, none leaves the page or is too small to be read, no label is
//! left out, and the same chart is the same bytes.

use proptest::prelude::*;
use proptest::sample::select;

use crate::assess::{Basis, Light, LightCounts, Share};
use crate::paper::svg::{Drawing, width};
use crate::plan::calendar::Calendar;
use crate::plan::{Date, Direction, Head, Language, Period, Scalar};
use crate::report::chart::{
    Burnup, BurnupPoint, Edition, LightsByWeek, LightsPoint, PacePoint, TimeAxis, Wall, WallBy, WallCheckpoint,
    WallGroup, WallPeriod, WallRow, WallTarget,
};
use crate::report::header::{Header, PlanLine};

use super::wall::{labelled, late as words_for_late};
use super::{Paper, burnup_drawing, charts_html, lights_drawing, wall_drawings};

const HEAD: &str = "\
format: workplan/1
id: small
title: 金泽镇人民政府2020年下半年工作安排
issuer: 金泽镇人民政府
issued: 2020-07-17
period: { start: 2020-07-01, end: 2020-12-31 }
lights: { green: { word: 正常推进中 }, red: { colour: magenta } }
units: [{ name: 规划建设和生态环境办公室, short: 规建办 }]
sections: [{ id: '1', title: 全力抓好经济建设 }]
";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn head() -> &'static Head {
    Box::leak(Box::new(serde_yaml::from_str(HEAD).unwrap()))
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn header(title: &'static str, as_of: Date, sample: bool) -> Header<'static> {
    let plan = PlanLine { title, sample, ..PlanLine::new(head()) };
    let notes = vec!["示例数据：本计划的进展均为虚构，仅供演示".to_owned(), title.to_owned()];
    Header {
        schema: "test",
        plan,
        as_of,
        revision: Some("0123456789abcdef".into()),
        notes,
        keepers_note: None,
        closing_note: None,
    }
}

/// A text of an SVG and the box in which it stands.
#[derive(Debug)]
#[allow(dead_code, reason = "the text is for the message of a failure")]
struct Text {
    text: String,
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    size: i32,
}

/// The page's size and its texts.
fn texts(svg: &str) -> ((i32, i32), Vec<Text>) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let root = document.root_element();
    let size: Vec<i32> = root.attribute("viewBox").unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(["svg", "title", "desc", "rect", "path", "circle", "text"].contains(&name), "{name}");
        assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on") && attribute.name() != "href"));
    }
    let text = |node: roxmltree::Node<'_, '_>| {
        let number = |name: &str| node.attribute(name).unwrap().parse::<i32>().unwrap();
        let (size, text) = (number("font-size"), node.text().unwrap().to_owned());
        let wide = width(&text, size);
        let left = match node.attribute("text-anchor") {
            Some("middle") => number("x") - wide / 2,
            Some("end") => number("x") - wide,
            None => number("x"),
            Some(other) => panic!("{other}"),
        };
        let (top, bottom) = (number("y") - size * 88 / 100, number("y") + size * 12 / 100);
        Text { text, left, right: left + wide, top, bottom, size }
    };
    let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    ((size[2], size[3]), texts.map(text).collect())
}

fn assert_legible(svg: &str) {
    let ((width, height), texts) = texts(svg);
    for (at, text) in texts.iter().enumerate() {
        let inside = text.left >= 0 && text.top >= 0 && text.right <= width && text.bottom <= height;
        assert!(inside, "off the page {width} × {height}: {text:?}");
        for other in &texts[..at] {
            let apart = text.right <= other.left
                || other.right <= text.left
                || text.bottom <= other.top
                || other.bottom <= text.top;
            assert!(apart, "one over the other: {text:?} {other:?}");
        }
    }
}

/// Whether every text is at least so many points high on so wide a paper.
fn assert_large(svg: &str, millimetres: i32, points: f64) {
    let ((width, _), texts) = texts(svg);
    for text in texts {
        let high = f64::from(text.size * millimetres) / f64::from(width) * 72.0 / 25.4;
        assert!(high >= points, "{high} points: {text:?}");
    }
}

fn title() -> impl Strategy<Value = &'static str> {
    let words = "[一二三村镇户推进完成，。、（）“”Ⅲ0-9%a-zA-Z ]{5,120}|[a-zA-Z]{5,120}|[0-9]{5,120}|\\PC{5,60}";
    let hostile = select(vec![
        "</text><script>alert(1)</script>&amp;\"'",
        "a\u{0}b\u{1b}[31m\u{202e}gnp.exe\u{2066}\u{fffe}\u{ffff}",
        "\u{fdfd}\u{fdfd}\u{fdfd} 👨‍👩‍👧‍👦🇨🇳 e\u{301}\u{301}\u{301} שלום",
        "",
    ]);
    prop_oneof![words.prop_map(leak), hostile]
}

fn date() -> impl Strategy<Value = Date> {
    prop_oneof![
        9 => (-20_i64..220).prop_map(|days| day("2020-07-01").plus_days(days).unwrap()),
        1 => select(vec![day("0001-01-01"), day("9999-12-31"), day("2027-03-01")]),
    ]
}

prop_compose! {
    fn checkpoint()(title in title(), due in date(), reached in any::<bool>(), late in any::<bool>())
        -> WallCheckpoint<'static> {
        WallCheckpoint { title, due, reached_on: reached.then_some(due), late: late && !reached }
    }
}

prop_compose! {
    fn period()(start in date(), days in 0_i64..120, reported in any::<bool>(), missed in any::<bool>()) -> WallPeriod {
        WallPeriod { start, end: start.plus_days(days).unwrap_or(start), reported, missed: missed && !reported }
    }
}

fn progress() -> impl Strategy<Value = Option<Share>> {
    select(vec![None, Some(Share::ZERO), Share::of_counts(1, 100_000), Share::of_counts(2, 3), Some(Share::ONE)])
}

prop_compose! {
    fn row()(
        title in title(), lead in title(), assumed in any::<bool>(), continuous in any::<bool>(), start in date(),
        deadline in date(), original in prop::option::of(date()), progress in progress(), days in 0_i64..400,
        light in prop::option::weighted(0.9, select(Light::ALL.to_vec())),
        checkpoints in prop::collection::vec(checkpoint(), 0..6),
        basis in select(vec![Basis::Stated, Basis::Period, Basis::Assumed]), own in any::<bool>(),
        periods in prop::collection::vec(period(), 0..8),
    ) -> WallRow<'static> {
        let deadline = (!continuous || own).then_some(deadline);
        let brief = deadline.is_none() && checkpoints.is_empty() && light == Some(Light::Grey);
        WallRow {
            id: "example-22-07", title, title_assumed: assumed, lead: Some(lead), lead_assumed: assumed,
            continuous: Some(continuous), kind_assumed: assumed, start: Some(start), start_assumed: assumed,
            deadline, deadline_basis: deadline.map(|_| basis), original_deadline: original.filter(|_| deadline.is_some()), progress,
            days_late: deadline.filter(|_| days > 300).map(|_| days), light, cancelled: light.is_none(),
            targets: vec![WallTarget {
                name: title, unit: "户", direction: Direction::AtMost, target: Scalar::new("92"), assumed, graded: false,
            }],
            checkpoints, checkpoints_assumed: assumed, periods, brief, lead_short: None,
        }
    }
}

prop_compose! {
    fn a_wall()(
        rows in prop::collection::vec(row(), 0..90), title in title(), as_of in date(), sample in any::<bool>(),
        edition in select(vec![Edition::Office, Edition::Public, Edition::PublicWithLights]),
        by in select(vec![WallBy::Section, WallBy::Lead]), end in select(vec!["2020-12-31", "2021-12-31", "2027-06-30", "2099-12-31"]),
    ) -> Wall<'static> {
        let lights = edition.shows_lights().then(|| LightCounts::of(rows.iter().map(|row| row.light)));
        let office = edition.shows_standing();
        let rows = rows.into_iter().map(|row| if office { row } else {
            WallRow { start: None, continuous: None, progress: None, checkpoints: vec![], periods: vec![], original_deadline: None, days_late: None,
                lead: None, light: row.light.filter(|_| edition.shows_lights()), cancelled: false, ..row }
        });
        let mut groups: Vec<WallGroup<'static>> = Vec::new();
        for (at, row) in rows.enumerate() {
            if at % 12 == 0 {
                groups.push(WallGroup { key: "1", title: title.to_owned(), assumed: true, lights, rows: vec![] });
            }
            groups.last_mut().unwrap().rows.push(row);
        }
        let period = Period { start: day("2020-07-01"), end: day(end) };
        let days = groups.iter().flat_map(|group| &group.rows).filter_map(|row| row.deadline);
        Wall {
            header: header(title, as_of, sample), edition, by, axis: TimeAxis::new(period, days, &Calendar::china()),
            passed: Share::of_counts(1, 2), pace: office.then_some(head().pace), lights, week_ago: lights, groups, head: head(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn on_a_wall_chart_no_text_meets_another_or_leaves_the_page(
        wall in a_wall(), paper in select(vec![Paper::A3, Paper::A0]), lang in select(vec![Language::Chinese, Language::English]),
    ) {
        let (drawings, labels) = labelled(&wall, paper, lang);
        let svgs: Vec<String> = drawings.iter().map(Drawing::svg).collect();
        let again: Vec<String> = wall_drawings(&wall, paper, lang).iter().map(Drawing::svg).collect();
        prop_assert_eq!(&svgs, &again);
        svgs.iter().for_each(|svg| assert_legible(svg));
        let points = if paper == Paper::A3 { 9.0 } else { 24.0 };
        svgs.iter().for_each(|svg| assert_large(svg, paper.millimetres().0, points));
        let rows = || wall.groups.iter().flat_map(|group| &group.rows);
        let said: Vec<String> = svgs.iter().flat_map(|svg| texts(svg).1).map(|text| text.text).collect();
        let late = |days: i64| words_for_late(days, lang);
        for days in rows().filter_map(|row| row.days_late) {
            let with = rows().filter(|row| row.days_late == Some(days)).count();
            prop_assert_eq!(said.iter().filter(|text| **text == late(days)).count(), with, "{} days", days);
        }
        let steps = rows().filter(|row| !row.cancelled).map(|row| row.checkpoints.len() + usize::from(row.original_deadline.is_some()));
        prop_assert_eq!(labels.len(), steps.sum::<usize>());
        prop_assert!(labels.iter().all(|label| said.contains(label) && label.chars().any(|c| c.is_ascii_digit())), "{:?}", labels);
        let all = svgs.concat();
        let ids = all.matches(">example-22-07<").count();
        prop_assert_eq!(ids, wall.groups.iter().map(|group| group.rows.len()).sum::<usize>());
        prop_assert!(!all.contains("<script") && !charts_html("</title><script>", &drawings, (420, 297), lang).contains("<script"));
        if wall.header.plan.sample {
            let tag = if lang == Language::Chinese { ">【示例数据】<" } else { ">[sample data]<" };
            prop_assert!(svgs.iter().all(|svg| svg.contains(tag)));
        }
    }

    #[test]
    fn in_a_small_chart_no_text_meets_another_or_leaves_the_page(
        title in title(), counts in prop::collection::vec(0_usize..200, 5), weeks in 0_usize..30, divided in 1_usize..40, as_of in date(),
        lang in select(vec![Language::Chinese, Language::English]), progress in progress(), sample in any::<bool>(),
    ) {
        let [blue, green, yellow, red, grey] = counts[..] else { unreachable!() };
        let lights = LightCounts { tasks: counts.iter().sum(), blue, green, yellow, red, grey, cancelled: 3 };
        let date = |week: usize| day("2020-07-05").plus_days(7 * i64::try_from(week).unwrap()).unwrap();
        let points = (0..weeks).map(|week| LightsPoint { date: date(week), lights }).collect();
        let report = LightsByWeek { header: header(title, as_of, sample), edition: Edition::Office, weeks: 30, points, week_ago: Some(LightCounts { red: 5, ..lights }), head: head() };
        assert_legible(&lights_drawing(&report, lang).svg());
        let scope = |week: usize| if week.is_multiple_of(2) { lights.tasks } else { lights.tasks / divided };
        let tasks = if weeks == 0 { 0 } else { scope(weeks - 1) };
        let point = |week| BurnupPoint { date: date(week), done: blue, tasks: scope(week), progress, progress_known: Some(grey) };
        let pace = |week| PacePoint { date: date(week), share: Share::of_counts(i64::try_from(week).unwrap(), 27).unwrap() };
        let period = head().period;
        let report = Burnup {
            header: header(title, as_of, sample), edition: Edition::Office, axis: TimeAxis::new(period, [].into_iter(), &Calendar::china()),
            pace_basis: head().pace, tasks, continuous: Some(red), points: (0..weeks).map(point).collect(),
            pace: (0..27).map(pace).collect(),
        };
        assert_legible(&burnup_drawing(&report, lang).svg());
    }
}
