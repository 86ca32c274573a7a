//! The first page: where the plan stands, what needs attention, what is due next.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::notices;
use super::parts::parts_table;
use super::pieces::{lead, light, light_class, lights_bar, part_link, share_words, task_title, text, wide};
use crate::assess::{Light, Totals};
use crate::report::site::{Day, DueOf, Office, SiteTask};
use crate::report::task_line::TaskLine;
use crate::say;
use crate::view::common::{light_name, percent, unit};
use crate::view::status::{reasons, why};
use crate::view::totals::known_progress;
use crate::words::Worded;

/// So many things that are due on one day are named.
const NAMED: usize = 5;

/// The first page.
pub(super) fn page(drawing: &Drawing<'_>) -> String {
    let (site, lang) = (drawing.site, drawing.lang);
    let content = html! {
        h1 lang=[drawing.plan_lang()] { (text(site.header.plan.title)) }
        (summary(drawing))
        @if let Some(totals) = &site.totals { (lights(drawing, totals)) }
        @if let Some(office) = &site.office { (attention(drawing, office)) (notices::under_way(drawing, office)) (figures(drawing)) }
        div.columns {
            (upcoming(drawing))
            @if let Some(office) = &site.office { (silent(drawing, office)) }
        }
        section { h2 { (lang.pick("各板块", "By section")) }
            (parts_table(drawing, "section", lang.pick("各板块", "By section"), &site.sections))
        }
    };
    let place = Place { root: "", part: PartOf::Overview, title: "", plan_words: true };
    frame::page(drawing, &place, &content)
}

fn summary(drawing: &Drawing<'_>) -> Markup {
    let (site, lang) = (drawing.site, drawing.lang);
    let tasks = site.tasks.len();
    let Some(office) = &site.office else {
        return html! { p.lead { (say!(lang, "共 {tasks} 项任务", "{tasks} tasks")) } };
    };
    let (passed, basis) = (percent(office.passed), site.head.pace.said(lang));
    html! {
        p.lead {
            @if let Some(totals) = &site.totals {
                @let tasks = totals.tasks;
                (say!(lang, "共 {tasks} 项任务，", "{tasks} tasks; ")) (known_progress(totals, lang)) (lang.pick("；", "; "))
            }
            (say!(lang, "时间已过 {passed}（{basis}）", "{passed} of the time has passed ({basis})"))
        }
    }
}

fn lights(drawing: &Drawing<'_>, totals: &Totals) -> Markup {
    let (head, lang) = (drawing.site.head, drawing.lang);
    html! {
        section { h2 { (lang.pick("亮灯情况", "Lights")) }
            (lights_bar(head, totals))
            ul.lights {
                @for light in Light::ALL {
                    li class=(light_class(head, Some(light))) {
                        a href={ "tasks.html#light=" (light.name()) } {
                            span.word { (text(&light_name(head, lang, light))) }
                            span.count { (totals.count(light)) }
                            span.share { (share_words(totals, light)) }
                            span.means { (light.meaning(lang)) }
                        }
                    }
                }
            }
        }
    }
}

fn attention(drawing: &Drawing<'_>, office: &Office<'_>) -> Markup {
    let lang = drawing.lang;
    let own = &office.attention;
    let silent: usize = own.silent.iter().map(|unit| unit.tasks).sum();
    let count = own.pressing.len() + silent;
    let hidden = own.pressing.len().saturating_sub(own.shown.len());
    let reasons = reasons(&own.reasons, silent, lang);
    html! {
        section { h2 { (say!(lang, "需要关注 {count} 项", "Needs attention: {count}")) }
            @if !reasons.is_empty() { p.faint { (reasons) } }
            @if !own.shown.is_empty() { (attention_table(drawing, &own.shown)) }
            @if hidden > 0 {
                p { a href="alerts.html" { (say!(lang, "另有 {hidden} 项，见预警", "{hidden} more, under alerts")) } }
            }
        }
    }
}

fn attention_table(drawing: &Drawing<'_>, lines: &[TaskLine<'_>]) -> Markup {
    let lang = drawing.lang;
    let named = |id: &str| drawing.site.tasks.iter().find(|task| task.id == id);
    let tasks = lines.iter().filter_map(|line| Some((line, named(line.id)?)));
    let table = html! {
        table.tasks.att {
            thead { tr {
                th scope="col" { (lang.pick("亮灯", "Light")) }
                th.x scope="col" { (lang.pick("处置", "Action")) }
                th scope="col" { (lang.pick("编号", "ID")) }
                th scope="col" { (lang.pick("工作任务", "Task")) }
                th scope="col" { (lang.pick("牵头单位", "Lead")) }
                th scope="col" { (lang.pick("情况", "Why")) }
            } }
            tbody { @for (line, task) in tasks { (attention_row(drawing, line, task)) } }
        }
    };
    wide(lang.pick("需要关注的任务", "Tasks that need attention"), &table)
}

fn attention_row(drawing: &Drawing<'_>, line: &TaskLine<'_>, task: &SiteTask<'_>) -> Markup {
    let lang = drawing.lang;
    let action = line.worst_alert().and_then(|alert| alert.escalation);
    html! {
        tr {
            td { (light(drawing.site.head, lang, task.light)) }
            td.x { (action.map_or("", |action| action.word(lang))) }
            td { (task.id) }
            td.w { (task_title(drawing, "", task)) }
            td { (lead(drawing, "", task, true)) }
            td.w { (text(&why(line, lang))) }
        }
    }
}

fn upcoming(drawing: &Drawing<'_>) -> Markup {
    let lang = drawing.lang;
    let mut days = drawing.site.upcoming_days().peekable();
    html! {
        section { h2 { (lang.pick("近期到期", "Due next")) }
            @if days.peek().is_none() { p { (lang.pick("没有", "Nothing")) } }
            ol.days { @for day in days { (due_day(drawing, day)) } }
        }
    }
}

/// How the plan went so far; the figures say in words what they show, and their numbers are those of this page.
fn figures(drawing: &Drawing<'_>) -> Markup {
    let lang = drawing.lang;
    html! {
        section {
            h2 { (lang.pick("进度走势", "Over time")) }
            div.figures {
                img src="assets/burnup.svg" alt=(lang.pick("完成任务数与时间进度", "Tasks finished against the pace")) loading="lazy";
                img src="assets/lights.svg" alt=(lang.pick("逐周亮灯情况", "The lights week by week")) loading="lazy";
            }
        }
    }
}

fn due_day(drawing: &Drawing<'_>, day: &Day<'_>) -> Markup {
    let lang = drawing.lang;
    let open = || day.due.iter().filter(|due| !due.over);
    let hidden = open().count().saturating_sub(NAMED);
    let weekday = day.date.weekday_word(lang);
    html! {
        li {
            a.date href={ "calendar.html#d" (day.date) } { (day.date) } " " span.faint { (weekday) }
            ul {
                @for due in open().take(NAMED) {
                    @if let Some(task) = drawing.site.task(due.task) {
                        li {
                            span.id { (task.id) } " " (task_title(drawing, "", task)) @if due.assumed { "*" }
                            @if let DueOf::Checkpoint(title) = due.of {
                                (say!(lang, "：节点“{title}”", ": checkpoint “{title}”", title = text(title)))
                            }
                        }
                    }
                }
                @if hidden > 0 {
                    li { a href={ "calendar.html#d" (day.date) } { (say!(lang, "另有 {hidden} 项", "{hidden} more")) } }
                }
            }
        }
    }
}

fn silent(drawing: &Drawing<'_>, office: &Office<'_>) -> Markup {
    let lang = drawing.lang;
    let units = &office.attention.silent;
    html! {
        section { h2 { (lang.pick("未报送单位", "Units that sent nothing")) }
            p.faint { (lang.pick("常态类任务上期未报送，按牵头单位", "Continuous tasks not reported in the last period, by unit")) }
            @if units.is_empty() { p { (lang.pick("没有", "None")) } }
            ul.units {
                @for one in units {
                    li {
                        @match drawing.site.units.iter().find(|unit| Some(unit.key) == one.lead) {
                            Some(part) => { (part_link(drawing, "", "unit", part, one.lead_short.unwrap_or(part.key))) @if one.lead_assumed { "*" } }
                            None => { (unit(lang, one.lead, one.lead_short, one.lead_assumed)) }
                        }
                        " " span.num { (one.tasks) }
                    }
                }
            }
        }
    }
}
