//! The calendar: a month after the other, and what is due on its days.

use chrono::Datelike;
use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{lead, light, task_title, text};
use crate::assess::moved;
use crate::plan::Date;
use crate::report::site::{Day, Due, DueOf, Month, OfficeDay};
use crate::say;
use crate::view::chart::month_name;

/// So many things that are due on one day are named; the page of all tasks knows the others.
const MOST: usize = 200;

/// The page of the calendar.
pub(super) fn page(drawing: &Drawing<'_>) -> String {
    let lang = drawing.lang;
    let months = &drawing.site.months;
    let this_month = drawing.site.header.as_of.month_start();
    let (past, now) = months.split_at(months.partition_point(|month| month.first < this_month));
    let content = html! {
        @if !drawing.site.is_public() {
            p.faint { (lang.pick("休：放假；班：调休上班；数字角标为当日到期项数", "off: a day off; work: a worked weekend; small figures count what is due")) }
        }
        nav.months aria-label=(lang.pick("各月", "Months")) {
            @for month in &drawing.site.months { a href={ "#" (anchor(month)) } { (month_name(lang, month.first, month.first.0.month0() == 0)) } " " }
        }
        @for month in now { (month_of(drawing, month)) }
        @if !past.is_empty() {
            details.past open[now.is_empty()] {
                summary { (lang.pick("此前各月", "The months before")) }
                @for month in past { (month_of(drawing, month)) }
            }
        }
    };
    let place = Place { root: "", part: PartOf::Calendar, title: PartOf::Calendar.name(lang), plan_words: false };
    frame::page(drawing, &place, &content)
}

fn month_of(drawing: &Drawing<'_>, month: &Month<'_>) -> Markup {
    let lang = drawing.lang;
    let (year, number) = (month.first.year(), month.first.0.month());
    let name = say!(lang, "{year}年{number}月", "{year}-{number:02}");
    let due = || month.days.iter().filter(|day| !day.due.is_empty());
    html! {
        section.month aria-labelledby=(anchor(month)) {
            h2 id=(anchor(month)) { (name) }
            (grid(drawing, month, &name))
            div.list {
                @if due().next().is_none() { p.faint { (lang.pick("本月没有到期事项", "Nothing is due in this month")) } }
                @for day in due() { (due_on(drawing, day)) }
            }
        }
    }
}

fn anchor(month: &Month<'_>) -> String {
    format!("m{}-{}", month.first.year(), month.first.0.month())
}

fn grid(drawing: &Drawing<'_>, month: &Month<'_>, name: &str) -> Markup {
    let lang = drawing.lang;
    let lead = usize::try_from(month.first.weekday().num_days_from_monday()).unwrap_or(0);
    let cells: Vec<Option<&Day<'_>>> = std::iter::repeat_n(None, lead).chain(month.days.iter().map(Some)).collect();
    let days: [&str; 7] = match lang {
        crate::plan::Language::Chinese => ["一", "二", "三", "四", "五", "六", "日"],
        crate::plan::Language::English => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    };
    html! {
        table.grid {
            caption.away { (name) }
            thead { tr { @for day in days { th scope="col" { (day) } } } }
            tbody {
                @for week in cells.chunks(7) {
                    tr {
                        @for day in week { (grid_cell(drawing, *day)) }
                        @for _ in week.len()..7 { td {} }
                    }
                }
            }
        }
    }
}

fn grid_cell(drawing: &Drawing<'_>, day: Option<&Day<'_>>) -> Markup {
    let Some(day) = day else { return html! { td {} } };
    let lang = drawing.lang;
    let (class, word) = match day.office {
        None | Some(OfficeDay::Working) => ("", ""),
        Some(OfficeDay::Weekend) => ("off", ""),
        Some(OfficeDay::Holiday) => ("off", lang.pick("休", "off")),
        Some(OfficeDay::MakeUp) => ("work", lang.pick("班", "work")),
    };
    let today = (day.date == drawing.site.header.as_of).then_some("date");
    let (number, count) = (day.date.0.day(), day.due.len());
    html! {
        td class=[(!class.is_empty()).then_some(class)] aria-current=[today] {
            @if count > 0 { a href={ "#d" (day.date) } { (number) " " sup { (count) } } } @else { (number) }
            @if !word.is_empty() { small { (word) } }
        }
    }
}

fn due_on(drawing: &Drawing<'_>, day: &Day<'_>) -> Markup {
    let lang = drawing.lang;
    let (weekday, count) = (day.date.weekday_word(lang), day.due.len());
    let hidden = count.saturating_sub(MOST);
    html! {
        h3 id={ "d" (day.date) } { (day.date) " " (weekday) span.faint { (say!(lang, "　{count} 项", "  {count}")) } }
        ul.due {
            @for due in day.due.iter().take(MOST) { (due_line(drawing, day.date, due)) }
            @if hidden > 0 {
                li { a href={ "tasks.html#due=" (day.date) } { (say!(lang, "另有 {hidden} 项", "{hidden} more")) } }
            }
        }
    }
}

fn due_line(drawing: &Drawing<'_>, day: Date, due: &Due<'_>) -> Markup {
    let Some(task) = drawing.site.task(due.task) else { return html! {} };
    let lang = drawing.lang;
    html! {
        li class=[due.over.then_some("over")] {
            @if drawing.site.totals.is_some() { (light(&drawing.site.head.lights, lang, task.light)) " " }
            (task.id) " " (task_title(drawing, "", task))
            @if let DueOf::Checkpoint(title) = due.of {
                (say!(lang, "：节点“{title}”", ": checkpoint “{title}”", title = text(title)))
            }
            @if due.assumed { "*" }
            @if let Some(moved) = moved(lang, day, due.meant) { span.faint { (say!(lang, "（{moved}）", " ({moved})")) } }
            @if due.cancelled {
                span.faint { (lang.pick("（已撤销）", " (called off)")) }
            } @else if due.over {
                span.faint { (lang.pick("（已完成）", " (done)")) }
            }
            @if task.inside.is_some() { " " span.faint { (lead(drawing, "", task, true)) } }
        }
    }
}
