//! What the marks mean, and the notes, under the table of every page.

use crate::assess::{Basis, Light, Share};
use crate::paper::svg::{Anchor, Area, Canvas, Colour, Ink, Path, WHITE, fit, fit_line, width};
use crate::report::chart::WallCheckpoint;
use crate::say;
use crate::view::common::light_name;

use super::super::palette::{BLACK, GREY, TODAY, fill, mark, tint};
use super::bar::diamond;
use super::plot::{Plot, SMALL};
use super::tick;

/// From one line of the legend to the next.
const LINE: i32 = 48;
/// From one line of the notes to the next.
const NOTE: i32 = 40;
/// Between the table and the legend.
const ABOVE: i32 = 14;
/// The room of a sample before its meaning.
const SAMPLE: i32 = 74;
/// Between two items.
const GAP: i32 = 36;

/// The legend, set in lines.
pub(super) struct Legend {
    lines: Vec<Vec<Item>>,
    notes: Vec<String>,
}

struct Item {
    sign: Sign,
    text: String,
}

#[derive(Clone, Copy)]
enum Sign {
    Light(Light),
    Done,
    NothingDone,
    Unknown,
    Stated,
    Assumed,
    Period,
    Original,
    AssumedStart,
    Heard,
    Missed,
    Pending,
    Late,
    Reached,
    NotReached,
    NotReachedInTime,
    Today,
    Holiday,
    None,
}

impl Legend {
    /// The legend of what a chart shows, and nothing else.
    pub(super) fn new(plot: &Plot<'_, '_>) -> Legend {
        let room = plot.right() - plot.left();
        let mut lines: Vec<Vec<Item>> = vec![Vec::new()];
        let mut used = 0;
        for (sign, text) in items(plot) {
            let text = fit_line(&text, SMALL, room - SAMPLE);
            let wide = sign.room() + width(&text, SMALL) + GAP;
            if used + wide > room && used > 0 {
                lines.push(Vec::new());
                used = 0;
            }
            used += wide;
            lines.extend_last(Item { sign, text });
        }
        let notes =
            plot.wall.header.notes_on_paper().flat_map(|note| fit(&noted(plot, note), SMALL, room, 2)).collect();
        Legend { lines, notes }
    }

    /// How much room it takes under the table.
    pub(super) fn height(&self) -> i32 {
        let count = |lines: usize| i32::try_from(lines).unwrap_or(0);
        ABOVE + count(self.lines.len()) * LINE + count(self.notes.len()) * NOTE
    }

    /// Draws it under the table.
    pub(super) fn draw(&self, canvas: &mut Canvas, plot: &Plot<'_, '_>, top: i32) {
        let mut y = top + ABOVE + LINE / 2;
        for line in &self.lines {
            let mut x = plot.left();
            for Item { sign, text } in line {
                sign.draw(canvas, plot, (x, y));
                x += sign.room();
                canvas.text((x, y + 11), SMALL, Anchor::Start, BLACK, text);
                x += width(text, SMALL) + GAP;
            }
            y += LINE;
        }
        y += NOTE / 2 - LINE / 2;
        for note in &self.notes {
            canvas.text((plot.left(), y + 11), SMALL, Anchor::Start, TODAY, note);
            y += NOTE;
        }
    }
}

/// Adds to the last of several lists.
trait ExtendLast<T> {
    fn extend_last(&mut self, item: T);
}

impl<T> ExtendLast<T> for Vec<Vec<T>> {
    fn extend_last(&mut self, item: T) {
        if let Some(last) = self.last_mut() {
            last.push(item);
        }
    }
}

fn noted(plot: &Plot<'_, '_>, note: &str) -> String {
    say!(plot.lang, "注意：{note}", "Note: {note}")
}

fn items(plot: &Plot<'_, '_>) -> Vec<(Sign, String)> {
    let (wall, lang) = (plot.wall, plot.lang);
    let pick = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    let rows = || wall.groups.iter().flat_map(|group| &group.rows).filter(|row| !row.cancelled && !row.brief);
    let drawn = || rows().filter(|row| row.continuous != Some(true));
    let office = wall.edition.shows_standing();
    let with_basis = |basis| rows().any(|row| row.deadline_basis == Some(basis));
    let steps = || rows().flat_map(|row| &row.checkpoints);
    let mut items = Vec::new();
    let mut add = |shown: bool, sign: Sign, text: String| {
        if shown {
            items.push((sign, text));
        }
    };
    for light in Light::ALL {
        let (word, meaning) = (light_name(wall.head, lang, light), light.meaning(lang));
        add(wall.edition.shows_lights(), Sign::Light(light), say!(lang, "{word}：{meaning}", "{word}: {meaning}"));
    }
    add(
        office && drawn().any(|row| row.progress.is_some()),
        Sign::Done,
        pick("白道黑条：已报完成率", "black on white: progress reported"),
    );
    let nothing = drawn().any(|row| row.progress == Some(Share::ZERO));
    add(nothing, Sign::NothingDone, pick("完成率为0", "progress is 0"));
    let unknown = office && drawn().any(|row| row.progress.is_none());
    add(unknown, Sign::Unknown, pick("虚线框无白道：完成率未知（—）", "dashed, no white: progress unknown (—)"));
    add(
        with_basis(Basis::Stated) || with_basis(Basis::Confirmed),
        Sign::Stated,
        pick("原文或经批准的时限", "deadline stated or approved"),
    );
    add(with_basis(Basis::Assumed), Sign::Assumed, pick("推定的时限*", "deadline assumed*"));
    add(
        with_basis(Basis::Period),
        Sign::Period,
        pick(
            if wall.head.source.is_some() {
                "计划期末：原文未列时限"
            } else {
                "计划期末：未列时限"
            },
            "period's end: no deadline is stated",
        ),
    );
    add(
        rows().any(|row| row.original_deadline.is_some()),
        Sign::Original,
        pick("调整前的时限", "deadline before amendment"),
    );
    add(drawn().any(|row| row.start_assumed), Sign::AssumedStart, pick("推定的起始*", "start assumed*"));
    let periods = || rows().flat_map(|row| &row.periods);
    add(
        periods().any(|period| period.reported),
        Sign::Heard,
        pick("持续推进：当期已报送", "ongoing: reported in the period"),
    );
    add(periods().any(|period| period.missed), Sign::Missed, pick("当期未报送", "not reported in the period"));
    let pending = periods().any(|period| !period.reported && !period.missed);
    add(pending, Sign::Pending, pick("本期尚未报送", "the period is not over"));
    add(rows().any(|row| row.days_late.is_some()), Sign::Late, pick("逾期", "late"));
    add(steps().any(|step| step.reached_on.is_some()), Sign::Reached, pick("节点已完成", "checkpoint reached"));
    let pending = |step: &WallCheckpoint<'_>| step.reached_on.is_none() && !step.late;
    add(steps().any(pending), Sign::NotReached, pick("节点未到期", "checkpoint to come"));
    add(steps().any(|step| step.late), Sign::NotReachedInTime, pick("节点逾期", "checkpoint late"));
    add(wall.axis.contains(wall.header.as_of), Sign::Today, pick("截至日期", "the as-of day"));
    let has_holiday = wall.axis.days_off.iter().any(|run| run.holiday);
    let holiday = pick("休：法定节假日　班：调休上班", "off: public holiday; work: weekend worked");
    add(has_holiday, Sign::Holiday, holiday);
    add(true, Sign::None, pick("周次下为该周首日", "under the week: its first day"));
    add(wall.head.source.is_some(), Sign::None, pick("* 原文未载明，为推定", "* not in the document: assumed"));
    items
}

impl Sign {
    fn room(self) -> i32 {
        match self {
            Sign::Light(_) => SAMPLE + 40,
            Sign::None => 0,
            Sign::Reached
            | Sign::NotReached
            | Sign::NotReachedInTime
            | Sign::Today
            | Sign::Original
            | Sign::Heard
            | Sign::Missed
            | Sign::Pending => 42,
            Sign::Done
            | Sign::NothingDone
            | Sign::Unknown
            | Sign::Stated
            | Sign::Assumed
            | Sign::Period
            | Sign::AssumedStart
            | Sign::Late
            | Sign::Holiday => SAMPLE,
        }
    }

    fn draw(self, canvas: &mut Canvas, plot: &Plot<'_, '_>, (x, y): (i32, i32)) {
        let head = plot.wall.head;
        let bar = Area::new(x, y - 12, SAMPLE - 14, 24);
        let edge = bar.right();
        let plain = Ink::both(WHITE, GREY, 3);
        match self {
            Sign::Light(light) => {
                fill(canvas, head, Some(light), bar);
                canvas.rect(bar, Ink::stroke(tint(head, Some(light)).dark, 3));
                mark(canvas, head, Some(light), (edge + 26, y), 15);
            }
            Sign::Done => {
                canvas.rect(bar, Ink::fill(Colour(0xc8c8c8)));
                canvas.rect(Area::new(x, y - 7, bar.width, 14), Ink::fill(WHITE));
                canvas.rect(Area::new(x, y - 6, 36, 12), Ink::fill(BLACK));
                canvas.rect(bar, Ink::stroke(GREY, 3));
            }
            Sign::NothingDone => {
                canvas.rect(bar, Ink::fill(Colour(0xc8c8c8)));
                canvas.rect(Area::new(x, y - 7, bar.width, 14), Ink::fill(WHITE));
                canvas.rect(Area::new(x, y - 12, 8, 24), Ink::fill(BLACK));
                canvas.rect(bar, Ink::stroke(GREY, 3));
            }
            Sign::Unknown => canvas.rect(bar, Ink::both(Colour(0xc8c8c8), BLACK, 3).dashed(9, 7)),
            Sign::Stated | Sign::Assumed => {
                canvas.rect(Area::new(x, y - 9, SAMPLE - 14, 21), plain);
                canvas.line((edge - 3, y - 18), (edge - 3, y + 15), Ink::stroke(BLACK, 6));
                let flag =
                    Path::default().start(edge - 3, y - 18).line(edge - 23, y - 10).line(edge - 3, y - 2).close();
                let stated = matches!(self, Sign::Stated);
                canvas.path(flag, if stated { Ink::fill(BLACK) } else { Ink::both(WHITE, BLACK, 3) });
            }
            Sign::Period => {
                canvas.rect(bar, plain);
                canvas.line((edge - 2, y - 12), (edge - 2, y + 12), Ink::stroke(BLACK, 4));
            }
            Sign::Original => canvas.line((x + 15, y - 18), (x + 15, y + 18), Ink::stroke(BLACK, 3).dashed(6, 5)),
            Sign::AssumedStart => {
                canvas.rect(Area::new(x, y - 9, SAMPLE - 14, 21), plain);
                canvas.line((x + 3, y - 18), (x + 3, y + 15), Ink::stroke(BLACK, 6));
                let flag = Path::default().start(x + 3, y - 18).line(x + 23, y - 10).line(x + 3, y - 2).close();
                canvas.path(flag, Ink::both(WHITE, BLACK, 3));
            }
            Sign::Heard => tick::tick(canvas, (x + 16, y), 15),
            Sign::Missed => tick::missed(canvas, (x + 16, y), 15),
            Sign::Pending => tick::pending(canvas, (x + 16, y)),
            Sign::Late => canvas.line((x, y), (edge, y), Ink::stroke(TODAY, 6).dashed(12, 8)),
            Sign::Reached => diamond(canvas, (x + 16, y), 15, (true, false)),
            Sign::NotReached => diamond(canvas, (x + 16, y), 15, (false, false)),
            Sign::NotReachedInTime => diamond(canvas, (x + 16, y), 15, (false, true)),
            Sign::Today => canvas.line((x + 16, y - 18), (x + 16, y + 18), Ink::stroke(TODAY, 4)),
            Sign::Holiday => canvas.rect(bar, Ink::fill(Colour(0xd9dde2))),
            Sign::None => {}
        }
    }
}
