//! The burn-up: tasks finished up to all there are, beside the pace, and the mean of the progress that is known. 100 % is
//! where all of them are done.

use crate::assess::Share;
use crate::paper::svg::{Anchor, Colour, Drawing, Ink, Path, fit_line, width};
use crate::plan::{Date, Language};
use crate::report::chart::{Burnup, BurnupPoint};
use crate::say;

use super::figure::{Figure, TEXT};
use super::palette::{BLACK, BLUE, GREY, TODAY, YELLOW};

const DONE: Colour = BLUE;
const MEAN: Colour = YELLOW;
const SCOPE: Colour = BLACK;

/// The figure.
pub fn burnup_drawing(burnup: &Burnup<'_>, lang: Language) -> Drawing {
    let what = say!(lang, "完成任务数与时间进度", "Tasks finished against the pace");
    let mut figure = Figure::new(&burnup.header, lang, &what, 190);
    let most = burnup.points.iter().map(|point| point.tasks).fold(burnup.tasks, usize::max).max(1);
    figure.counts(most, lang);
    shares(&mut figure, burnup, most);
    let days: Vec<_> = months(burnup).map(|day| (day, begin(&figure, burnup, day))).collect();
    figure.months(lang, &days);
    today(&mut figure, burnup);
    let pace = burnup.pace.iter().map(|point| (point.date, point.share));
    let pace = [(burnup.axis.first, Share::ZERO)].into_iter().chain(pace).collect::<Vec<_>>();
    curve(&mut figure, (burnup, most), &pace, Ink::stroke(GREY, 4).dashed(14, 9));
    let known = burnup.points.iter().filter_map(|point| Some((point.date, point.progress?)));
    curve(&mut figure, (burnup, most), &known.collect::<Vec<_>>(), Ink::stroke(MEAN, 4).dashed(3, 7));
    let at_first = burnup.points.first().map_or(0, |point| point.tasks);
    steps(&mut figure, (burnup, most), at_first, |point| point.tasks, Ink::stroke(SCOPE, 4));
    let end = steps(&mut figure, (burnup, most), 0, |point| point.done, Ink::stroke(DONE, 7));
    if let Some(end) = end {
        figure.canvas.circle(end, 9, Ink::fill(DONE));
    }
    legend(&mut figure, burnup, lang);
    let said = summary(burnup, lang);
    let y = figure.legend_top() + 124;
    figure.sentence(y, &said, 2);
    figure.finish(&said)
}

/// Where the end of a day lies.
fn place(figure: &Figure, burnup: &Burnup<'_>, day: Date) -> i32 {
    let days = burnup.axis.days().max(1);
    let along = (day.days_since(burnup.axis.first) + 1).clamp(0, days);
    figure.plot.x + i32::try_from(i64::from(figure.plot.width) * along / days).unwrap_or(0)
}

/// Where a day begins.
fn begin(figure: &Figure, burnup: &Burnup<'_>, day: Date) -> i32 {
    day.plus_days(-1).map_or(figure.plot.x, |before| place(figure, burnup, before))
}

/// The axis' first day, and the first days of its other months.
fn months(burnup: &Burnup<'_>) -> impl Iterator<Item = Date> + use<> {
    let last = burnup.axis.last;
    let next = |day: &Date| day.month_end().plus_days(1);
    std::iter::successors(Some(burnup.axis.first), next).take_while(move |day| *day <= last)
}

fn today(figure: &mut Figure, burnup: &Burnup<'_>) {
    if burnup.axis.contains(burnup.header.as_of) {
        let x = place(figure, burnup, burnup.header.as_of);
        let (top, bottom) = (figure.plot.y - 14, figure.plot.bottom());
        figure.canvas.line((x, top), (x, bottom), Ink::stroke(TODAY, 3));
    }
}

/// The shares at the right: 0, a half, and all where all tasks are done.
fn shares(figure: &mut Figure, burnup: &Burnup<'_>, most: usize) {
    let all = all_done(figure, burnup, most);
    // Where most tasks were called off, there is no room for all three.
    for (share, label, lowest) in [(0, "0%", 40), (1, "50%", 80), (2, "100%", 0)] {
        if all < lowest {
            continue;
        }
        let y = figure.plot.bottom() - all * share / 2;
        figure.canvas.text((figure.plot.right() + 10, y + 11), TEXT, Anchor::Start, GREY, label);
    }
}

/// How high it is to where all tasks that there are now are done.
fn all_done(figure: &Figure, burnup: &Burnup<'_>, most: usize) -> i32 {
    let tasks = if burnup.tasks == 0 { most } else { burnup.tasks };
    figure.plot.bottom() - figure.height_of(tasks, most)
}

fn curve(figure: &mut Figure, (burnup, most): (&Burnup<'_>, usize), points: &[(Date, Share)], ink: Ink) {
    let all = f64::from(all_done(figure, burnup, most));
    let spot = |(day, share): &(Date, Share)| {
        let rise = (share.rounded(4) * all).round() as i32;
        (
            if *share == Share::ZERO && *day == burnup.axis.first {
                figure.plot.x
            } else {
                place(figure, burnup, *day)
            },
            figure.plot.bottom() - rise,
        )
    };
    figure.canvas.path(joined(points.iter().map(spot)), ink);
}

/// A count that changes at each week's end, from what it was at the beginning; where it stands last.
fn steps(
    figure: &mut Figure,
    (burnup, most): (&Burnup<'_>, usize),
    from: usize,
    count: fn(&BurnupPoint) -> usize,
    ink: Ink,
) -> Option<(i32, i32)> {
    let mut path = Path::default().start(figure.plot.x, figure.height_of(from, most));
    let mut end = None;
    for point in &burnup.points {
        let (x, y) = (place(figure, burnup, point.date), figure.height_of(count(point), most));
        path = path.across(x).down_to(y);
        end = Some((x, y));
    }
    figure.canvas.path(path, ink);
    end
}

fn joined(spots: impl Iterator<Item = (i32, i32)>) -> Path {
    let step = |path: Path, (at, (x, y))| if at == 0 { path.start(x, y) } else { path.line(x, y) };
    spots.enumerate().fold(Path::default(), step)
}

fn legend(figure: &mut Figure, burnup: &Burnup<'_>, lang: Language) {
    let y = figure.legend_top() + 20;
    let basis = burnup.pace_basis.said(lang);
    let mut items = vec![
        (Ink::stroke(SCOPE, 4), say!(lang, "任务总数（左轴）", "all tasks (left)")),
        (Ink::stroke(DONE, 7), say!(lang, "已完成任务数（左轴）", "tasks finished (left)")),
        (Ink::stroke(GREY, 4).dashed(14, 9), say!(lang, "时间进度（{basis}，右轴）", "pace {basis} (right)")),
    ];
    if burnup.points.iter().any(|point| point.progress.is_some()) {
        items.push((Ink::stroke(MEAN, 4).dashed(3, 7), say!(lang, "平均完成率（右轴）", "mean progress (right)")));
    }
    let (mut x, mut y) = (figure.left(), y);
    for (ink, text) in items {
        let wide = 60 + width(&text, TEXT);
        if x > figure.left() && x + wide > figure.right() {
            (x, y) = (figure.left(), y + 44);
        }
        figure.canvas.line((x, y), (x + 52, y), ink);
        let text = fit_line(&text, TEXT, figure.right() - x - 60);
        figure.canvas.text((x + 60, y + 11), TEXT, Anchor::Start, BLACK, &text);
        x += wide + 40;
    }
}

/// What the figure says, in words: and of how many tasks anything is known.
pub(in crate::view) fn summary(burnup: &Burnup<'_>, lang: Language) -> String {
    let Some(last) = burnup.points.last() else {
        return say!(lang, "计划期尚未开始。", "The plan's period has not begun.");
    };
    let (day, done, tasks) = (last.date, last.done, last.tasks);
    let mut said =
        say!(lang, "截至 {day}，{tasks} 项任务中已完成 {done} 项", "{day}: {done} of {tasks} tasks finished");
    match (last.progress, last.progress_known) {
        (Some(progress), Some(known)) => {
            let progress = progress.percent();
            said += &say!(
                lang,
                "；平均完成率 {progress}，只计有数据的 {known} 项",
                "; mean progress {progress}, of the {known} tasks where it is known"
            );
        }
        (None, Some(_)) => said += &say!(lang, "；完成率尚无数据", "; no progress is known yet"),
        (_, None) => {}
    }
    if let Some(continuous) = burnup.continuous.filter(|count| *count > 0) {
        said += &say!(
            lang,
            "；另有 {continuous} 项持续推进，不计入完成数",
            "; {continuous} ongoing tasks have no finish and are not counted as such"
        );
    }
    said + lang.pick("。", ".")
}
