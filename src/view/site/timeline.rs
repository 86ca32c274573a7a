//! The tasks along the plan's days, each a link to its page: what has an end as a bar, the worst first; ongoing work by its
//! reports, and what was never heard of as a count.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{lead, light, light_class, part_link, task_title, text};
use super::plot::{Days, across, line, months, tenth};
use super::table::deadline;
use crate::plan::{Date, Kind};
use crate::report::site::{Inside, Office, Part, SiteTask};
use crate::report::task_line::CheckpointLine;
use crate::say;
use crate::view::common::percent;
use crate::words::day_count;

/// So many tasks of a section are drawn; its own page lists the others.
const MOST: usize = 200;
/// How high a row's bar is drawn, and the middle of it.
const HEIGHT: f64 = 18.0;
const MIDDLE: f64 = 9.0;

/// The page of the timeline.
pub(super) fn page(drawing: &Drawing<'_>, office: &Office<'_>) -> String {
    let lang = drawing.lang;
    let title = PartOf::Timeline.name(lang);
    let days = Days { first: office.axis.first, last: office.axis.last };
    let content = html! {
        p.faint {
            (lang.pick(
                "横条：起止时间，着色部分为完成率，红色细条为逾期；菱形：节点，实心已完成，红框已逾期；竖点：持续推进任务的报送；红线：截至日期",
                "Bars: from start to deadline; filled: done; thin and red: overdue. Diamonds: checkpoints (full: reached, red: late). Short marks: reports on ongoing work. Red line: the as-of day",
            ))
        }
        div.time {
            div.scale-row aria-hidden="true" { svg.area height="20" { (months(days, -2.0, lang)) } }
            @for section in &drawing.site.sections { (section_of(drawing, days, section)) }
        }
    };
    frame::page(drawing, &Place { root: "", part: PartOf::Timeline, title, plan_words: false }, &content)
}

fn section_of(drawing: &Drawing<'_>, days: Days, section: &Part<'_>) -> Markup {
    let lang = drawing.lang;
    let told = || {
        let tasks = section.tasks.iter().filter_map(|place| drawing.site.task(*place));
        tasks.filter_map(|task| Some((task, task.inside.as_ref()?)))
    };
    let ongoing = |inside: &Inside<'_>| inside.line.kind == Kind::Continuous;
    let unheard = told().filter(|(_, inside)| ongoing(inside) && inside.line.last_report.is_none()).count();
    let rows = told().filter(|(_, inside)| !ongoing(inside) || inside.line.last_report.is_some());
    let (ending, reported): (Vec<_>, Vec<_>) = rows.partition(|(_, inside)| !ongoing(inside));
    let shown = || ending.iter().chain(&reported).take(MOST);
    let hidden = (ending.len() + reported.len()).saturating_sub(MOST);
    html! {
        section {
            h2 { (part_link(drawing, "", "section", section, &format!("{} {}", section.key, section.title))) }
            @if shown().next().is_some() {
                div.board {
                    svg.area.lines aria-hidden="true" { (lines(days, drawing.site.header.as_of)) }
                    ul.rows { @for (task, inside) in shown() { (row(drawing, days, task, inside)) } }
                }
            }
            @if unheard + hidden > 0 {
                p.faint {
                    @if unheard > 0 { (say!(lang, "另有持续推进任务 {unheard} 项尚无报送。", "Ongoing tasks never heard of: {unheard}. ")) }
                    @if hidden > 0 { (say!(lang, "另有 {hidden} 项未列出。", "{hidden} more are not drawn. ")) }
                    (part_link(drawing, "", "section", section, lang.pick("查看本板块", "See the section")))
                }
            }
        }
    }
}

fn row(drawing: &Drawing<'_>, days: Days, task: &SiteTask<'_>, inside: &Inside<'_>) -> Markup {
    let (ongoing, as_of) = (inside.line.kind == Kind::Continuous, drawing.site.header.as_of);
    html! {
        li {
            div.what {
                (light(&drawing.site.head.lights, drawing.lang, task.light)) " " span.id { (task.id) } " " (task_title(drawing, "", task))
                span.how { (lead(drawing, "", task, true)) " · " (how(drawing, task, inside)) }
            }
            svg.area height=(tenth(HEIGHT)) aria-hidden="true" {
                @if days.contains(as_of) { (line("now", (days.end(as_of), 0.0), (days.end(as_of), HEIGHT))) }
                @if ongoing { (reports(drawing, days, task, inside)) } @else { (bar(drawing, days, task, inside)) }
            }
        }
    }
}

/// In words what the bar shows.
fn how(drawing: &Drawing<'_>, task: &SiteTask<'_>, inside: &Inside<'_>) -> String {
    let (lang, line) = (drawing.lang, &inside.line);
    if line.kind == Kind::Continuous {
        let last = line.last_report.map_or_else(String::new, |day| day.to_string());
        return say!(lang, "持续推进，最近报送 {last}", "ongoing, last heard of on {last}");
    }
    let (day, done) = (deadline(task, lang), percent(line.progress));
    let due = say!(lang, "时限 {day}，完成 {done}", "due {day}, {done} done");
    match (line.finished_on, late(inside, drawing.site.header.as_of)) {
        (Some(day), _) => say!(lang, "{day} 完成", "finished on {day}"),
        (None, Some(days)) => {
            let days = day_count(lang, days);
            say!(lang, "{due}，逾期 {days}", "{due}, {days} late")
        }
        (None, None) => due,
    }
}

/// Calendar days past the deadline of work that has not ended.
fn late(inside: &Inside<'_>, as_of: Date) -> Option<i64> {
    let line = &inside.line;
    let open = line.finished_on.is_none() && line.light.is_some();
    Some(as_of.days_since(line.deadline_meant?)).filter(|days| open && *days > 0)
}

/// The months and the as-of day, from the first row to the last.
fn lines(days: Days, as_of: Date) -> Markup {
    let upright = |class: &str, x: f64| html! { line class=(class) x1=(across(x)) x2=(across(x)) y1="0" y2="100%" {} };
    html! {
        @for month in days.months() { (upright("rule", days.begin(month))) }
        @if days.contains(as_of) { (upright("now", days.end(as_of))) }
    }
}

fn bar(drawing: &Drawing<'_>, days: Days, task: &SiteTask<'_>, inside: &Inside<'_>) -> Markup {
    let (told, as_of) = (&inside.line, drawing.site.header.as_of);
    let Some(deadline) = task.deadline else { return html! {} };
    let (from, to) = (days.begin(told.start.min(deadline)), days.end(deadline));
    let wide = (to - from).max(0.4);
    let done = told.progress.map_or(0.0, |share| share.rounded(4)) * wide;
    let class = light_class(&drawing.site.head.lights, task.light);
    html! {
        rect class={ "whole " (class) } x=(across(from)) width=(across(wide)) y="4" height="10" rx="1.5" {}
        rect class={ "bar " (class) } x=(across(from)) width=(across(done)) y="4" height="10" rx="1.5" {}
        @if late(inside, as_of).is_some() { rect.late x=(across(to)) width=(across((days.end(as_of) - to).max(0.3))) y="7" height="4" {} }
        @for step in &told.checkpoints { (checkpoint(days, step, as_of)) }
    }
}

fn checkpoint(days: Days, step: &CheckpointLine<'_>, as_of: Date) -> Markup {
    let class = match step.reached_on {
        Some(_) => "step reached",
        None if step.due_meant < as_of => "step missed",
        None => "step",
    };
    html! {
        svg x=(across(days.end(step.due))) y=(tenth(MIDDLE)) overflow="visible" {
            path class=(class) d="M0-6L6 0 0 6-6 0Z" { title { (text(step.title)) " " (step.due) } }
        }
    }
}

/// A mark at each day on which something was reported.
fn reports(drawing: &Drawing<'_>, days: Days, task: &SiteTask<'_>, inside: &Inside<'_>) -> Markup {
    let class = light_class(&drawing.site.head.lights, task.light);
    let reported = inside.entries.iter().filter(|entry| !entry.withdrawn && entry.amendment.is_none());
    html! {
        (line("rule", (0.0, MIDDLE), (100.0, MIDDLE)))
        @for entry in reported {
            rect class={ "bar " (class) } x=(across(days.begin(entry.date))) y="3" width="5" height="12" rx="1" {}
        }
    }
}
