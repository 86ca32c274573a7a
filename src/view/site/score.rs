//! The ranking of the units, and under each where its points come from.

use std::collections::HashMap;

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{part_link, task_title, text, tone_class, wide};
use crate::plan::Merit;
use crate::report::score::{Score, ScoreItem, ScoreLine};
use crate::report::site::SiteTask;
use crate::say;
use crate::view::common::{marked, unit_of};
use crate::view::score::{
    costs, gains, heading, headline, of, place, points, ranked, rate, rule_line, takes_off, times, tone, unknown_lines,
    whom,
};
use crate::words;
use crate::words::Worded;

/// So many points of a unit are listed, what cost most first.
const MOST: usize = 300;

/// The tasks by their ids.
type Tasks<'d, 's> = HashMap<&'d str, &'d SiteTask<'s>>;

/// The page of the score.
pub(super) fn page(drawing: &Drawing<'_>, score: &Score<'_>) -> String {
    let lang = drawing.lang;
    let tasks: Tasks<'_, '_> = drawing.site.tasks.iter().map(|task| (task.id, task)).collect();
    let is_ranked = ranked(score).next().is_some();
    let content = html! {
        p.lead { (text(&headline(score, lang))) }
        @if is_ranked { (wide(PartOf::Score.name(lang), &ranking(drawing, score))) }
        p.faint { (text(&rule_line(&score.rule, lang))) }
        @for line in unknown_lines(score, lang) { p { (text(&line)) } }
        @if is_ranked {
            section { h2 { (lang.pick("逐项得分", "Point by point")) }
                @for line in ranked(score) { (explained(drawing, &tasks, line)) }
            }
        }
    };
    let place = Place { root: "", part: PartOf::Score, title: PartOf::Score.name(lang), plan_words: false };
    frame::page(drawing, &place, &content)
}

fn ranking(drawing: &Drawing<'_>, score: &Score<'_>) -> Markup {
    let (lang, takes_off) = (drawing.lang, takes_off(score));
    html! {
        table.tasks {
            thead { tr {
                th.n scope="col" { (lang.pick("名次", "Place")) }
                th scope="col" { (whom(score, lang)) }
                th.n scope="col" { (lang.pick("得分率", "Share")) }
                th.n scope="col" { (lang.pick("得分/应得", "Points")) }
                @for merit in Merit::GAINS { th.n scope="col" { (heading(merit, lang)) } }
                @if takes_off { th scope="col" { (lang.pick("扣分", "Taken off")) } }
            } }
            tbody { @for line in ranked(score) {
                tr {
                    td.n { (place(line)) }
                    td { (unit(drawing, line)) }
                    td.n { strong { (rate(line)) } }
                    td.n { (of(line)) }
                    @for count in gains(line) { td.n { (times(count)) } }
                    @if takes_off { td.w { (costs(line, lang)) } }
                }
            } }
        }
    }
}

/// The unit's short name with its mark, as a link to its page.
fn unit(drawing: &Drawing<'_>, line: &ScoreLine<'_>) -> Markup {
    let name = line.who.short.unwrap_or(line.name);
    match drawing.site.units.iter().find(|unit| unit.key == line.name) {
        Some(part) => html! { (part_link(drawing, "", "unit", part, name)) (marked("", line.assumed)) },
        None => html! { (text(&unit_of(drawing.lang, line.who))) },
    }
}

fn explained(drawing: &Drawing<'_>, tasks: &Tasks<'_, '_>, line: &ScoreLine<'_>) -> Markup {
    let lang = drawing.lang;
    let (place, unit, rate, of) = (place(line), unit_of(lang, line.who), rate(line), of(line));
    let hidden = line.items.len().saturating_sub(MOST);
    let title = say!(lang, "第 {place} 名 {unit} {rate}（{of} 分）", "{place}. {unit} {rate} ({of} points)");
    html! {
        details {
            summary { (text(&title)) }
            (wide(&unit, &items(drawing, tasks, line)))
            @if hidden > 0 { p { (say!(lang, "另有 {hidden} 项未列出，见 workplan score --explain", "{hidden} more: see `workplan score --explain`")) } }
        }
    }
}

fn items(drawing: &Drawing<'_>, tasks: &Tasks<'_, '_>, line: &ScoreLine<'_>) -> Markup {
    let lang = drawing.lang;
    html! {
        table.tasks {
            thead { tr {
                th.n scope="col" { (lang.pick("得分", "Points")) }
                th scope="col" { (lang.pick("事项", "What for")) }
                th scope="col" { (lang.pick("任务", "Task")) }
                th scope="col" { (lang.pick("依据", "Why")) }
            } }
            tbody { @for item in line.items.iter().take(MOST) {
                tr {
                    td.n { span class={ "tag " (tone_class(tone(item))) } { (points(item)) } }
                    td { (item.merit.word(lang)) }
                    td.w { (about(drawing, tasks, item)) }
                    td.w { (text(&item.message)) }
                }
            } }
        }
    }
}

/// The task as a link; the ids of a notice's.
fn about(drawing: &Drawing<'_>, tasks: &Tasks<'_, '_>, item: &ScoreItem<'_>) -> Markup {
    match item.name.as_ref().and_then(|name| tasks.get(name.id)) {
        Some(task) => html! { (task.id) " " (task_title(drawing, "", task)) },
        None => html! { (words::list(drawing.lang, &item.tasks)) },
    }
}
