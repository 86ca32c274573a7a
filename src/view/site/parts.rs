//! Sections and units: a list of them, and a page each with its tasks.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{labelled, lights_bar, mean, next, part_link, task_title, wide};
use super::table::{self, Column};
use crate::assess::{Light, Totals};
use crate::plan::Language;
use crate::report::site::Part;
use crate::say;
use crate::view::common::{light_name, marked};
use crate::view::totals::known_progress;

/// The list of sections.
pub(super) fn sections(drawing: &Drawing<'_>) -> String {
    list(drawing, PartOf::Sections, "section", &drawing.site.sections)
}

/// The list of units.
pub(super) fn units(drawing: &Drawing<'_>) -> String {
    list(drawing, PartOf::Units, "unit", &drawing.site.units)
}

fn list(drawing: &Drawing<'_>, part: PartOf, folder: &str, parts: &[Part<'_>]) -> String {
    let title = part.name(drawing.lang);
    let place = Place { root: "", part, title, plan_words: false };
    frame::page(drawing, &place, &parts_table(drawing, folder, title, &mut parts.iter()))
}

/// Sections or units in a table, with the lights of their tasks.
pub(super) fn parts_table<'p>(
    drawing: &Drawing<'_>,
    folder: &str,
    label: &str,
    parts: &mut dyn Iterator<Item = &'p Part<'p>>,
) -> Markup {
    let (lang, head, site) = (drawing.lang, drawing.site.head, drawing.site);
    let lights = !site.is_public();
    let helps = folder == "unit";
    let number = lang.pick(if helps { "牵头" } else { "任务" }, if helps { "Leads" } else { "Tasks" });
    let table = html! {
        table.parts {
            thead { tr {
                th scope="col" { (lang.pick(if helps { "单位" } else { "板块" }, if helps { "Unit" } else { "Section" })) }
                th.n scope="col" { (number) }
                @if helps { th.n scope="col" { (helped_word(lang)) } }
                @if lights {
                    @for light in Light::WORST_FIRST { th.n scope="col" { (light_name(head, lang, light)) } }
                    th scope="col" { (lang.pick("构成", "Lights")) }
                    th scope="col" { (progress_word(lang)) }
                    th scope="col" { (next_word(lang)) }
                }
            } }
            tbody {
                @for part in parts {
                    tr {
                        th scope="row" { (name(drawing, folder, part)) }
                        (count(number, part.totals.as_ref().map_or(part.tasks.len(), |totals| totals.tasks)))
                        @if helps { (count(helped_word(lang), part.helps.len())) }
                        @if let (true, Some(totals)) = (lights, &part.totals) { (counts(drawing, part, totals)) }
                    }
                }
            }
        }
    };
    wide(label, &table)
}

fn helped_word(lang: Language) -> &'static str {
    lang.pick("配合", "Helps")
}

fn progress_word(lang: Language) -> &'static str {
    lang.pick("平均完成率", "Progress")
}

fn next_word(lang: Language) -> &'static str {
    lang.pick("最近时限", "Next deadline")
}

fn name(drawing: &Drawing<'_>, folder: &str, part: &Part<'_>) -> Markup {
    let name = match folder {
        "section" => format!("{} {}", part.key, part.title),
        _ => marked(&part.title, part.assumed),
    };
    part_link(drawing, "", folder, part, &name)
}

/// A count; none is faint, and left out of a card.
fn count(name: &str, count: usize) -> Markup {
    labelled(name, Some(if count == 0 { "n zero" } else { "n" }), &html! { (count) })
}

fn counts(drawing: &Drawing<'_>, part: &Part<'_>, totals: &Totals) -> Markup {
    let (lang, head) = (drawing.lang, drawing.site.head);
    html! {
        @for light in Light::WORST_FIRST {
            (count(&light_name(head, lang, light), totals.count(light)))
        }
        td.bars { (lights_bar(&head.lights, totals)) }
        (labelled(progress_word(lang), None, &mean(totals)))
        (labelled(next_word(lang), None, &html! { (next(lang, part.next_deadline, part.next_deadline_basis)) }))
    }
}

/// A section's page.
pub(super) fn section(drawing: &Drawing<'_>, part: &Part<'_>) -> String {
    let title = format!("{} {}", part.key, part.title);
    let mut themes: Vec<(Option<&str>, Option<&str>, Vec<usize>)> = Vec::new();
    for place in part.tasks.iter().copied() {
        let Some(task) = drawing.site.task(place) else { continue };
        match themes.iter_mut().find(|(theme, ..)| *theme == task.theme) {
            Some((_, _, tasks)) => tasks.push(place),
            None => themes.push((task.theme, task.theme_title, vec![place])),
        }
    }
    // The worst tasks come first in their theme, the themes in the plan's order.
    themes.sort_by_key(|(.., tasks)| tasks.iter().min().copied());
    let content = html! {
        (standing(drawing, part))
        @for (theme, title, tasks) in &themes {
            @let name = [theme.unwrap_or(""), title.unwrap_or("")].join(" ");
            @if title.is_some() { h2 lang=[drawing.plan_lang()] { (super::pieces::text(&name)) } }
            (table_of(drawing, if title.is_some() { &name } else { &part.title }, tasks, None))
        }
    };
    frame::page(drawing, &Place { root: "../", part: PartOf::Sections, title: &title, plan_words: true }, &content)
}

/// A unit's page.
pub(super) fn unit(drawing: &Drawing<'_>, part: &Part<'_>) -> String {
    let (lang, leads, helps) = (drawing.lang, part.tasks.len(), part.helps.len());
    let leads = say!(lang, "牵头任务 {leads} 项", "Leads {leads}");
    let helps_title = say!(lang, "配合任务 {helps} 项", "Helps with {helps}");
    let content = html! {
        (standing(drawing, part))
        h2 { (leads) }
        @if !part.tasks.is_empty() { (table_of(drawing, &leads, &part.tasks, Some(Column::Lead))) }
        @if helps > 0 { h2 { (helps_title) } (helped(drawing, part)) }
    };
    let title = marked(&part.title, part.assumed);
    frame::page(drawing, &Place { root: "../", part: PartOf::Units, title: &title, plan_words: true }, &content)
}

/// The tasks that a unit helps with: their own leads answer for them.
fn helped(drawing: &Drawing<'_>, part: &Part<'_>) -> Markup {
    let tasks = || part.helps.iter().filter_map(|place| drawing.site.task(*place));
    html! {
        ul.due {
            @for task in tasks() {
                li { (super::pieces::light(&drawing.site.head.lights, drawing.lang, task.light)) " " (task.id) " " (task_title(drawing, "../", task)) }
            }
        }
    }
}

fn standing(drawing: &Drawing<'_>, part: &Part<'_>) -> Markup {
    let (lang, head) = (drawing.lang, drawing.site.head);
    let totals = part.totals.as_ref().filter(|totals| !drawing.site.is_public() && totals.tasks > 0);
    html! {
        @if let Some(totals) = totals {
            (lights_bar(&head.lights, totals))
            p.lead {
                @for light in Light::WORST_FIRST.into_iter().filter(|light| totals.count(*light) > 0) {
                    (super::pieces::light(&head.lights, lang, Some(light))) " " (totals.count(light)) "　"
                }
                (known_progress(totals, lang))
            }
        }
    }
}

fn table_of(drawing: &Drawing<'_>, label: &str, tasks: &[usize], less: Option<Column>) -> Markup {
    let tasks = tasks.iter().filter_map(|place| drawing.site.task(*place));
    table::tasks(drawing, "../", label, tasks, less)
}
