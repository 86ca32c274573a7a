//! The table's head, repeated on every page: the columns' names, months, weeks, holidays and the as-of day; and what
//! goes down from it behind the rows.

use chrono::{Datelike, Weekday};

use crate::paper::svg::{Anchor, Area, Canvas, Colour, Ink, Lane, Path, WHITE, fit_line, width};
use crate::plan::Date;
use crate::say;

use super::super::palette::{BLACK, GREY, RULE, TODAY};
use super::columns::{PAD, TEXT};
use super::plot::{DAYS, HEAD, MONTHS, Plot, REST, SMALL, TABLE_TOP, WEEKS, edges};
use super::words;

/// Between two labels of a scale.
const GAP: i32 = 8;
/// Where a day is narrower, weekends are not shaded.
const NARROWEST_DAY: i32 = 5;

/// Draws the head, and the shades and lines behind the rows down to `bottom`.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, bottom: i32) {
    let whole = Area::new(plot.left(), TABLE_TOP, plot.right() - plot.left(), HEAD);
    canvas.rect(whole, Ink::fill(Colour(0xeef1f4)));
    shades(canvas, plot, bottom);
    edges(canvas, plot, TABLE_TOP, HEAD);
    names(canvas, plot);
    months(canvas, plot, bottom);
    weeks(canvas, plot, bottom);
    rest(canvas, plot);
    canvas.line((plot.left(), plot.rows_top()), (plot.right(), plot.rows_top()), Ink::stroke(BLACK, 4));
}

fn names(canvas: &mut Canvas, plot: &Plot<'_, '_>) {
    let (columns, heads) = (&plot.columns, words::heads(plot.lang));
    let named = [
        (columns.light, heads.light),
        (Some(columns.id), heads.id),
        (Some(columns.title), heads.title),
        (columns.targets, heads.targets),
        (columns.lead, heads.lead),
        (columns.progress, heads.progress),
        (Some(columns.deadline), heads.deadline),
    ];
    for (column, name) in named.into_iter().filter_map(|(column, name)| Some((column?, name))) {
        let centre = column.x + column.width / 2;
        let name = fit_line(name, TEXT, column.width - PAD);
        canvas.text((centre, TABLE_TOP + HEAD / 2 + 12), TEXT, Anchor::Middle, BLACK, &name);
    }
}

/// Days off behind the rows: holidays darker than weekends.
fn shades(canvas: &mut Canvas, plot: &Plot<'_, '_>, bottom: i32) {
    let top = TABLE_TOP + MONTHS + WEEKS + DAYS;
    for run in &plot.wall.axis.days_off {
        let (from, to) = (plot.scale.begin(run.start), plot.scale.end(run.end));
        if run.holiday || plot.scale.width(1) >= NARROWEST_DAY {
            let shade = if run.holiday { Colour(0xd9dde2) } else { Colour(0xf1f2f4) };
            canvas.rect(Area::new(from, top, to - from, bottom - top), Ink::fill(shade));
        }
    }
}

/// A row of labels, each over its own span: those that fit, and none over another.
fn months(canvas: &mut Canvas, plot: &Plot<'_, '_>, bottom: i32) {
    let mut free = plot.scale.left;
    for first in months_of(plot) {
        let (from, to) = (plot.scale.begin(first), plot.scale.end(first.month_end()));
        let narrow = to - from < width("0", SMALL);
        if from > plot.scale.left && !narrow {
            let line = Path::default().start(from, TABLE_TOP).down_by(MONTHS).start(from, plot.rows_top());
            canvas.path(line.down_to(bottom), Ink::stroke(Colour(0x8c8c8c), 3));
        }
        let labels = [words::month(plot.lang, first, true), words::month(plot.lang, first, false)];
        let Some(label) = labels.into_iter().find(|label| width(label, TEXT) + GAP <= to - from) else {
            free = year(canvas, plot, first, free);
            continue;
        };
        canvas.text(((from + to) / 2, TABLE_TOP + 36), TEXT, Anchor::Middle, BLACK, &label);
    }
}

/// Where months are too narrow for a name: the year, at its first month, where there is room for it.
fn year(canvas: &mut Canvas, plot: &Plot<'_, '_>, first: Date, free: i32) -> i32 {
    let x = plot.scale.begin(first) + GAP / 2;
    let label = first.year().to_string();
    let end = x + width(&label, TEXT);
    if first.0.month() != 1 || x < free || end > plot.scale.right {
        return free;
    }
    canvas.text((x, TABLE_TOP + 36), TEXT, Anchor::Start, BLACK, &label);
    end + GAP
}

/// The first days of the axis' months; of its years, where it has more months than could be told apart.
fn months_of(plot: &Plot<'_, '_>) -> impl Iterator<Item = Date> + use<> {
    let (first, last) = (plot.wall.axis.first, plot.wall.axis.last);
    let step = if plot.wall.axis.days() > 366 * 20 { 12 * (1 + plot.wall.axis.days() / (366 * 60)) } else { 1 };
    let next = move |day: &Date| {
        let months = u32::try_from(step).ok()?;
        day.month_start().0.checked_add_months(chrono::Months::new(months)).map(Date)
    };
    let begin =
        if step > 1 { first.0.with_month(1).and_then(|day| day.with_day(1)).map_or(first, Date) } else { first };
    std::iter::successors(Some(begin), next).take_while(move |day| *day <= last)
}

/// Weeks with their numbers and first days, where there is room.
fn weeks(canvas: &mut Canvas, plot: &Plot<'_, '_>, bottom: i32) {
    if plot.scale.width(7) < width("53", SMALL) {
        return;
    }
    let (first, last) = (plot.wall.axis.first, plot.wall.axis.last);
    let mondays =
        std::iter::successors(Some(first), |day| day.plus_days(7 - i64::from(day.weekday().num_days_from_monday())));
    for day in mondays.take_while(|day| *day <= last) {
        let from = plot.scale.begin(day);
        let sunday = day.plus_days(6 - i64::from(day.weekday().num_days_from_monday())).unwrap_or(day);
        let to = plot.scale.end(sunday.min(last));
        if day.weekday() == Weekday::Mon && day > first {
            canvas.line((from, TABLE_TOP + MONTHS), (from, bottom), Ink::stroke(RULE, 1));
        }
        let number = day.0.iso_week().week();
        let long = say!(plot.lang, "{number}周", "W{number}");
        let label = [long, number.to_string()].into_iter().find(|label| width(label, SMALL) + GAP <= to - from);
        let centre = (from + to) / 2;
        if let Some(label) = label {
            canvas.text((centre, TABLE_TOP + MONTHS + 31), SMALL, Anchor::Middle, BLACK, &label);
        }
        let date = day.0.day().to_string();
        if width(&date, SMALL) + GAP <= to - from {
            canvas.text((centre, TABLE_TOP + MONTHS + WEEKS + 30), SMALL, Anchor::Middle, GREY, &date);
        }
    }
}

/// The as-of day, holidays and days made up, on one line; the as-of day first.
fn rest(canvas: &mut Canvas, plot: &Plot<'_, '_>) {
    let baseline = plot.rows_top() - 11;
    let mut lane = Lane::new(plot.scale.left, plot.scale.right);
    let day = plot.wall.header.as_of;
    if plot.wall.axis.contains(day) {
        let label = say!(plot.lang, "截至 {}", "as of {}", words::short_day(day, &plot.wall.axis));
        let room = width(&label, SMALL) + 16;
        if let Some(x) = lane.place(plot.scale.middle(day), room) {
            canvas.rect(Area::new(x, plot.rows_top() - REST + 3, room, REST - 6), Ink::fill(TODAY));
            canvas.text((x + 8, baseline), SMALL, Anchor::Start, WHITE, &label);
        }
    }
    let off = plot.wall.axis.days_off.iter().filter(|run| run.holiday);
    let off = off.map(|run| ((plot.scale.begin(run.start) + plot.scale.end(run.end)) / 2, plot.lang.pick("休", "off")));
    let worked = plot.wall.axis.made_up.iter().map(|day| (plot.scale.middle(*day), plot.lang.pick("班", "work")));
    for (x, label) in off.chain(worked) {
        if let Some(x) = lane.place(x, width(label, SMALL)) {
            canvas.text((x, baseline), SMALL, Anchor::Start, BLACK, label);
        }
    }
    unknown_years(canvas, plot, &mut lane, baseline);
}

/// Says over the days of a year whose calendar is unknown that it is.
fn unknown_years(canvas: &mut Canvas, plot: &Plot<'_, '_>, lane: &mut Lane, baseline: i32) {
    let label = plot.lang.pick("放假安排未知", "days off unknown");
    let room = width(label, SMALL);
    for year in &plot.wall.axis.unknown_years {
        let bound = |month, day| chrono::NaiveDate::from_ymd_opt(*year, month, day).map(Date);
        let (Some(first), Some(last)) = (bound(1, 1), bound(12, 31)) else { continue };
        let (from, to) = (plot.scale.begin(first), plot.scale.end(last));
        let fits = to - from >= room + 2 * GAP;
        if let Some(x) = lane.place((from + to) / 2, room).filter(|_| fits) {
            canvas.text((x, baseline), SMALL, Anchor::Start, TODAY, label);
        }
    }
}
