//! What several pages draw: lights, shares, links to tasks, tables that may be wider than the page.

use std::borrow::Cow;

use maud::{Markup, html};

use super::drawing::Drawing;
use crate::assess::{Light, Share, Totals};
use crate::paper::Tone;
use crate::plan::{Language, LightStyles};
use crate::report::site::{Part, SiteTask};
use crate::say;
use crate::view::common::{UNKNOWN, due, marked, name_in, tone_in};
use crate::view::totals::share_of;
use crate::words::{Worded, visible};

/// A text of the plan, with nothing in it that would be obeyed rather than read.
pub(super) fn text(own: &str) -> Cow<'_, str> {
    visible(own)
}

/// A light: its shape, which tells it in black and white, its colour and its word. Of a task that was called off, the
/// state.
pub(super) fn light(styles: &LightStyles, lang: Language, light: Option<Light>) -> Markup {
    let called_off = || crate::assess::State::Cancelled.word(lang).to_owned();
    let word = light.map_or_else(called_off, |light| name_in(styles, lang, light));
    html! { span class={ "light " (light_class(styles, light)) } { (text(&word)) } }
}

/// The classes that give a light its shape and its colour.
pub(super) fn light_class(styles: &LightStyles, light: Option<Light>) -> String {
    let tone = tone_class(tone_in(styles, light));
    light.map_or_else(|| tone.to_owned(), |light| format!("l-{} {tone}", light.name()))
}

/// The class of a tone.
pub(super) fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Strong | Tone::Faint => "t-none",
        Tone::Blue => "t-blue",
        Tone::Green => "t-green",
        Tone::Yellow => "t-yellow",
        Tone::Red => "t-red",
        Tone::Grey => "t-grey",
        Tone::Magenta => "t-magenta",
        Tone::Cyan => "t-cyan",
    }
}

/// How far something has come, in figures and as a bar with a mark at the pace.
pub(super) fn progress(done: Option<Share>, pace: Option<Share>) -> Markup {
    let Some(share) = done else { return html! { (UNKNOWN) } };
    html! {
        span.pct { (share.percent()) }
        svg.pb viewBox="0 0 60 6" aria-hidden="true" {
            rect.t width="60" height="6" {}
            rect.d width=(tenths(share, 60.0)) height="6" {}
            @if let Some(pace) = pace { rect.p x=(tenths(pace, 59.0)) width="1" height="6" {} }
        }
    }
}

/// A share of a length, with one digit after the point.
pub(super) fn tenths(share: Share, whole: f64) -> String {
    let tenths = (share.rounded(4) * whole * 10.0).round() / 10.0;
    format!("{tenths}")
}

/// The lights of some tasks as a bar; what it says stands beside it in figures.
pub(super) fn lights_bar(styles: &LightStyles, totals: &Totals) -> Markup {
    let all = totals.tasks.max(1);
    let mut at = 0;
    let spans: Vec<(Light, usize, usize)> = Light::WORST_FIRST
        .into_iter()
        .map(|light| {
            let start = at;
            at += totals.count(light);
            (light, start, totals.count(light))
        })
        .filter(|(_, _, count)| *count > 0)
        .collect();
    let part = |count: usize| format!("{:.2}", count as f64 * 100.0 / all as f64);
    html! {
        svg.lb viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
            @for (light, start, count) in spans {
                rect class=(tone_class(tone_in(styles, Some(light)))) x=(part(start)) width=(part(count)) height="4" {}
            }
        }
    }
}

/// A light's share of the tasks: `4 项，12.1%`.
pub(super) fn share_words(totals: &Totals, light: Light) -> String {
    share_of(totals.count(light), totals.tasks)
}

/// The address of a task's page.
pub(super) fn task_href(root: &str, task: &SiteTask<'_>) -> String {
    format!("{root}task/{}.html", task.page)
}

/// A link to a task by its title.
pub(super) fn task_title(drawing: &Drawing<'_>, root: &str, task: &SiteTask<'_>) -> Markup {
    html! { a href=(task_href(root, task)) lang=[drawing.plan_lang()] { (text(&marked(task.title, task.title_assumed))) } }
}

/// A link to a task by its id, with its title for whoever points at it.
pub(super) fn task_chip(drawing: &Drawing<'_>, root: &str, task: &SiteTask<'_>) -> Markup {
    let class = light_class(&drawing.site.head.lights, task.light);
    html! { a class={ "chip " (class) } href=(task_href(root, task)) title=(text(task.title)) { (task.id) } }
}

/// A link to a unit's or section's page.
pub(super) fn part_link(drawing: &Drawing<'_>, root: &str, folder: &str, part: &Part<'_>, name: &str) -> Markup {
    html! { a href={ (root) (folder) "/" (part.page) ".html" } lang=[drawing.plan_lang()] { (text(name)) } }
}

/// The unit that leads a task, as a link, with its mark where it is assumed.
pub(super) fn lead(drawing: &Drawing<'_>, root: &str, task: &SiteTask<'_>, short: bool) -> Markup {
    let unit = task.inside.as_ref().and_then(|inside| Some((drawing.site.units.get(inside.unit?)?, inside)));
    let Some((unit, inside)) = unit.filter(|(unit, _)| !unit.key.is_empty()) else {
        return html! { (drawing.lang.pick("（未定）", "(none)")) };
    };
    let name = unit.short.filter(|_| short).unwrap_or(unit.key);
    html! { (part_link(drawing, root, "unit", unit, name)) @if inside.line.assumes("lead") { "*" } }
}

/// A text in which the ids of tasks lead to them.
pub(super) fn linked(drawing: &Drawing<'_>, root: &str, own: &str) -> Markup {
    let own = text(own);
    let in_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = &*own;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| in_id(c) == in_id(first);
        let (part, behind) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
        parts.push(part);
        rest = behind;
    }
    html! {
        @for part in parts {
            @let id = part.trim_end_matches('.');
            @match drawing.named(id) {
                Some(task) => { a href=(task_href(root, task)) title=(text(task.title)) { (id) } (part.strip_prefix(id).unwrap_or("")) },
                None => (part),
            }
        }
    }
}

/// How a count differs from the one of a week ago: `+1`, `−2`, or that it does not.
pub(super) fn change(now: usize, before: usize, lang: Language) -> String {
    let by = now.abs_diff(before);
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => say!(lang, "较上周 +{by}", "+{by} in a week"),
        std::cmp::Ordering::Less => say!(lang, "较上周 −{by}", "−{by} in a week"),
        std::cmp::Ordering::Equal => say!(lang, "较上周持平", "as a week ago"),
    }
}

/// What a cell of a table is called where the table's head is not shown: on a phone, where each row is a card.
pub(super) fn labelled(name: &str, class: Option<&str>, content: &Markup) -> Markup {
    html! { td class=[class] data-label=[Some(name).filter(|name| !name.is_empty())] { (content) } }
}

/// A table that scrolls in itself where the page is too narrow, also by keyboard.
pub(super) fn wide(label: &str, table: &Markup) -> Markup {
    html! { div.wide role="region" aria-label=(text(label)) tabindex="0" { (table) } }
}

/// A nearest deadline in a table, with its mark.
pub(super) fn next(lang: Language, day: Option<crate::plan::Date>, basis: crate::assess::Basis) -> String {
    day.map_or_else(|| UNKNOWN.to_owned(), |_| due(lang, day, basis))
}

/// The mean progress of some tasks.
pub(super) fn mean(totals: &Totals) -> Markup {
    progress(totals.progress, None)
}
