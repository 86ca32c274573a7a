//! The first page: the verdict in a sentence, the worst first, what is otherwise than a week ago; then the units, how it went,
//! what is due next.

use maud::{Markup, html};

use super::alerts::unheard;
use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::notices;
use super::parts::parts_table;
use super::pieces::{
    change, labelled, lead, light, light_class, lights_bar, linked, share_words, task_title, text, wide,
};
use super::trend::figures;
use crate::assess::{Light, Totals};
use crate::report::since::{LightChange, Since};
use crate::report::site::{Day, DueOf, Office, SiteTask};
use crate::report::task_line::TaskLine;
use crate::say;
use crate::view::common::{light_name, percent};
use crate::view::status::{reasons, why};
use crate::view::totals::known_progress;
use crate::words::Worded;

/// So many things that are due on one day are named.
const NAMED: usize = 5;
/// So many tasks are named that came to one light since a week ago.
const CHANGED: usize = 8;

/// The first page.
pub(super) fn page(drawing: &Drawing<'_>) -> String {
    let (site, lang) = (drawing.site, drawing.lang);
    let content = html! {
        (headline(drawing))
        @if let Some(totals) = &site.totals { (lights(drawing, totals)) }
        @if let Some(office) = &site.office {
            (attention(drawing, office))
            (unheard(drawing))
            div.columns {
                @if let Some(since) = &office.since { (changes(drawing, since)) }
                (upcoming(drawing))
            }
            (notices::under_way(drawing, office))
            section { h2 { (lang.pick("各单位", "By unit")) }
                (parts_table(drawing, "unit", lang.pick("各单位", "By unit"), &mut site.units.iter().filter(|unit| !unit.tasks.is_empty())))
            }
            (figures(drawing, office))
        }
        @if site.office.is_none() { (upcoming(drawing)) }
        section { h2 { (lang.pick("各板块", "By section")) }
            (parts_table(drawing, "section", lang.pick("各板块", "By section"), &mut site.sections.iter()))
        }
    };
    let place = Place { root: "", part: PartOf::Overview, title: "", plan_words: true };
    frame::page(drawing, &place, &content)
}

/// The verdict: how many lights are red and yellow, and whether that is more than a week ago. The plan's title where no lights
/// are shown.
fn headline(drawing: &Drawing<'_>) -> Markup {
    let (site, lang) = (drawing.site, drawing.lang);
    let tasks = site.tasks.len();
    let Some((office, totals)) = site.office.as_ref().zip(site.totals.as_ref()) else {
        return html! {
            h1 lang=[drawing.plan_lang()] { (text(site.header.plan.title)) }
            p.lead { (say!(lang, "共 {tasks} 项任务", "{tasks} tasks")) }
        };
    };
    let (tasks, done) = (totals.tasks, totals.count(Light::Blue));
    let said = [Light::Red, Light::Yellow].map(|light| counted(drawing, office, totals, light));
    let said = said.join(&say!(lang, "，", ", "));
    let (passed, basis) = (percent(office.passed), site.head.pace.said(lang));
    html! {
        h1 { (say!(lang, "{said}；{tasks} 项任务已完成 {done} 项", "{said}; {done} of {tasks} tasks finished")) }
        p.lead {
            (say!(lang, "时间已过 {passed}（{basis}）；", "{passed} of the time has passed ({basis}); ")) (known_progress(totals, lang))
            @if let Some(since) = &office.since { @let day = since.as_of; (say!(lang, "。“上周”指 {day}", ". A week ago was {day}")) }
        }
    }
}

/// `红灯 4 项（较上周 +1）`.
fn counted(drawing: &Drawing<'_>, office: &Office<'_>, totals: &Totals, light: Light) -> String {
    let (lang, count) = (drawing.lang, totals.count(light));
    let word = light_name(drawing.site.head, lang, light);
    let word = text(&word);
    match &office.since {
        Some(since) => {
            let change = change(count, since.totals.count(light), lang);
            say!(lang, "{word} {count} 项（{change}）", "{count} {word} ({change})")
        }
        None => say!(lang, "{word} {count} 项", "{count} {word}"),
    }
}

fn lights(drawing: &Drawing<'_>, totals: &Totals) -> Markup {
    let (head, lang) = (drawing.site.head, drawing.lang);
    let since = drawing.site.office.as_ref().and_then(|office| office.since.as_ref());
    html! {
        section { h2.away { (lang.pick("亮灯情况", "Lights")) }
            (lights_bar(&head.lights, totals))
            ul.lights {
                @for light in Light::WORST_FIRST {
                    li class=(light_class(&head.lights, Some(light))) {
                        a href={ "tasks.html#light=" (light.name()) } {
                            span.word { (text(&light_name(head, lang, light))) }
                            span.count { (totals.count(light)) }
                            span.share { (share_words(totals, light)) }
                            @if let Some(since) = since { span.since { (change(totals.count(light), since.totals.count(light), lang)) } }
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
    let count = own.pressing.len();
    let hidden = count.saturating_sub(own.shown.len());
    let reasons = reasons(&own.reasons, lang);
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
    let tasks = lines.iter().filter_map(|line| Some((line, drawing.named(line.id)?)));
    let table = html! {
        table.tasks {
            thead { tr {
                th scope="col" { (lang.pick("亮灯", "Light")) }
                th scope="col" { (lang.pick("处置", "Action")) }
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
            td.light-cell { (light(&drawing.site.head.lights, lang, task.light)) }
            td { (action.map_or("", |action| action.word(lang))) }
            td.id { (task.id) }
            td.w { (task_title(drawing, "", task)) }
            td { (lead(drawing, "", task, true)) }
            (labelled("", Some("w why"), &linked(drawing, "", &why(line, lang))))
        }
    }
}

/// The tasks that have another light than a week ago, by the light that they have now.
fn changes(drawing: &Drawing<'_>, since: &Since<'_>) -> Markup {
    let (lang, day) = (drawing.lang, since.as_of);
    let came_to = |light: Light| since.changed.iter().filter(move |task| task.to == Some(light));
    let lights = || Light::WORST_FIRST.into_iter().filter(|light| came_to(*light).next().is_some());
    html! {
        section { h2 { (say!(lang, "一周来的变化", "Since a week ago")) }
            @if lights().next().is_none() { p { (say!(lang, "与 {day} 相比，没有任务变灯", "No light has changed since {day}")) } }
            ul.changes { @for light in lights() { (changed_to(drawing, light, &came_to(light).collect::<Vec<_>>())) } }
        }
    }
}

fn changed_to(drawing: &Drawing<'_>, now: Light, tasks: &[&LightChange<'_>]) -> Markup {
    let (lang, head, count) = (drawing.lang, drawing.site.head, tasks.len());
    let hidden = count.saturating_sub(CHANGED);
    let before = |task: &LightChange<'_>| match task.from {
        Some(light) => light_name(head, lang, light),
        None => crate::assess::State::Cancelled.word(lang).to_owned(),
    };
    html! {
        li {
            (light(&head.lights, lang, Some(now))) " " (say!(lang, "新增 {count} 项", "{count} more"))
            ul {
                @for one in tasks.iter().take(CHANGED) {
                    @if let Some(task) = drawing.named(one.task) {
                        @let was = before(one);
                        li { span.id { (task.id) } " " (task_title(drawing, "", task)) span.faint { (say!(lang, "（原为{was}）", " (was {was})")) } }
                    }
                }
                @if hidden > 0 {
                    li { a href={ "tasks.html#light=" (now.name()) } { (say!(lang, "另有 {hidden} 项", "{hidden} more")) } }
                }
            }
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
