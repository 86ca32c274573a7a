//! A task's page: everything about it.

use maud::{Markup, html};

use super::alerts::severity;
use super::course::course;
use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::notices;
use super::now::now;
use super::pieces::{labelled, lead, light, linked, part_link, progress, task_title, text, wide};
use super::proof::proof;
use super::table::target_of;
use crate::assess::{Basis, Share};
use crate::report::site::{DocLine, DocSentence, Inside, Part, SiteTask};
use crate::say;
use crate::view::common::{UNKNOWN, due_day, marked, percent};
use crate::view::entry::entry_said_alone;
use crate::view::fields::value;
use crate::view::show;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{self, heading};

const ROOT: &str = "../";

/// A task's page.
pub(super) fn page(drawing: &Drawing<'_>, place: usize, task: &SiteTask<'_>) -> String {
    let title = format!("{} {}", task.id, marked(task.title, task.title_assumed));
    let content = html! {
        (verdict(drawing, task))
        @if let Some(inside) = &task.inside { (alerts(drawing, inside)) (now(drawing, inside)) (notices::about(drawing, inside)) }
        (facts(drawing, task))
        @match &task.inside {
            Some(inside) => { (metrics(drawing, inside)) (checkpoints(drawing, inside)) (journal(drawing, inside)) },
            None => (targets(drawing, task)),
        }
        (source(drawing, task))
        (neighbours(drawing, place))
    };
    frame::page(drawing, &Place { root: ROOT, part: PartOf::Tasks, title: &title, plan_words: true }, &content)
}

fn verdict(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> Markup {
    let (lang, site) = (drawing.lang, drawing.site);
    let line = task.inside.as_ref().map(|inside| &inside.line);
    html! {
        @if site.totals.is_some() {
            p.lead {
                (light(&site.head.lights, lang, task.light))
                @if let Some(line) = line.filter(|line| line.light.is_some()) { "　" (line.state.word(lang)) }
            }
        }
    }
}

fn facts(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> Markup {
    let (lang, site) = (drawing.lang, drawing.site);
    let section = task.section.and_then(|section| site.sections.get(section));
    html! {
        dl.facts {
            @if let Some(section) = section { (fact(&heading(lang, fields::Place::Standing, "section"), &section_of(drawing, section, task))) }
            @match &task.inside {
                Some(inside) => (inside_facts(drawing, task, inside)),
                None => (fact(&heading(lang, fields::Place::Task, "deadline"), &html! { (public_deadline(drawing, task)) })),
            }
            @for (own, value) in task.fields.said() {
                div { dt lang=[drawing.plan_lang()] { (text(own.name())) } dd { span lang=[drawing.plan_lang()] { (text(&own.shown(value))) } } }
            }
        }
    }
}

fn section_of(drawing: &Drawing<'_>, section: &Part<'_>, task: &SiteTask<'_>) -> Markup {
    html! {
        (part_link(drawing, ROOT, "section", section, &format!("{} {}", section.key, section.title)))
        @if let Some(title) = task.theme_title { " / " span lang=[drawing.plan_lang()] { (text(title)) } }
    }
}

fn fact(name: &str, value: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}

fn said(drawing: &Drawing<'_>, name: &str, value: &str) -> Markup {
    if value.is_empty() {
        html! {}
    } else {
        fact(name, &html! { span lang=[drawing.plan_lang()] { (text(value)) } })
    }
}

fn inside_facts(drawing: &Drawing<'_>, task: &SiteTask<'_>, inside: &Inside<'_>) -> Markup {
    let (lang, line) = (drawing.lang, &inside.line);
    let named =
        |name: Option<&str>, field: &str| name.map_or_else(String::new, |name| marked(name, line.assumes(field)));
    let listed = |names: &[&str], field: &str| crate::view::common::marked_list(lang, names, line.assumes(field));
    let places: Vec<&str> = line.places.iter().map(String::as_str).collect();
    let left = || html! { (show::left(line, lang)) };
    html! {
        (fact(&heading(lang, fields::Place::Task, "kind"), &html! { (marked(line.kind.word(lang), line.assumes("kind"))) }))
        (fact(&heading(lang, fields::Place::Task, "lead"), &lead(drawing, ROOT, task, false)))
        (said(drawing, &heading(lang, fields::Place::Task, "support"), &listed(&line.support, "support")))
        (said(drawing, &heading(lang, fields::Place::Task, "person"), &named(line.person, "person")))
        (said(drawing, &heading(lang, fields::Place::Task, "leader"), &named(line.leader, "leader")))
        (said(drawing, &heading(lang, fields::Place::Task, "places"), &listed(&places, "places")))
        (fact(&heading(lang, fields::Place::Standing, "span"), &html! { (text(&show::span(line, lang))) }))
        @match line.finished_on {
            Some(day) => (fact(&heading(lang, fields::Place::Standing, "finished_on"), &html! { (day) })),
            None => @if line.light.is_some() { (fact(&heading(lang, fields::Place::Standing, "left"), &left())) },
        }
        (fact(&heading(lang, fields::Place::Standing, "progress"), &progress_of(line.progress, line.expected, &show::progress(line, lang))))
        @if !line.depends.is_empty() { (fact(&heading(lang, fields::Place::Task, "depends"), &waits_for(drawing, inside))) }
        (said(drawing, &heading(lang, fields::Place::Task, "tags"), &words::list(lang, line.tags)))
        (said(drawing, &heading(lang, fields::Place::Task, "origin"), line.origin.unwrap_or("")))
        (said(drawing, &heading(lang, fields::Place::Task, "carried_from"), &show::carried_from(line, lang)))
        (said(drawing, &heading(lang, fields::Place::Task, "note"), line.note.unwrap_or("")))
    }
}

fn progress_of(done: Option<Share>, pace: Option<Share>, words: &str) -> Markup {
    html! { (words) @if done.is_some() { " " span.barred { (progress(done, pace)) } } }
}

fn waits_for(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    html! {
        @for id in &inside.line.depends {
            span.dep { (id) @if inside.line.assumes("depends") { "*" } " " @if let Some(task) = drawing.named(id) { (task_title(drawing, ROOT, task)) } }
        }
    }
}

fn public_deadline(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> String {
    let lang = drawing.lang;
    let Some(day) = task.deadline else { return super::table::deadline(task, lang) };
    match (task.deadline_says.map(text), task.deadline_basis) {
        (Some(says), _) => say!(lang, "{day}（原文“{says}”）", "{day} (the document says “{says}”)"),
        (None, Basis::Period) => say!(lang, "{day}（计划期末）", "{day} (the end of the plan's period)"),
        (None, Basis::Assumed) => say!(lang, "{day}（推定）", "{day} (assumed)"),
        (None, Basis::Stated | Basis::Confirmed | Basis::None) => day.to_string(),
    }
}

/// The words that order the task, in their sentence and between the sentences around it.
fn source(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> Markup {
    let lang = drawing.lang;
    let Some(quote) = task.source else { return html! {} };
    let around = around(drawing, &task.sentences);
    let alone = drawing.site.is_public() || around.is_empty();
    html! {
        section {
            h2 { (lang.pick("原文依据", "What the document says")) }
            blockquote lang=[drawing.plan_lang()] {
                p { @if alone { mark { (text(quote)) } } @else { @for (sentence, own) in &around { (excerpt(sentence, quote.trim(), *own)) } } }
            }
            @if let Some(number) = task.sentences.first() {
                p { a href={ (ROOT) "document.html#s" (number) } { (say!(lang, "在原文中查看", "See it in the document")) } }
            }
        }
    }
}

/// A sentence; of a sentence of the task's own, its words are marked.
fn excerpt(sentence: &DocSentence, quote: &str, own: bool) -> Markup {
    let whole: String = sentence.pieces.iter().map(|piece| piece.text.as_str()).collect();
    match whole.split_once(quote).filter(|_| own && !quote.is_empty()) {
        Some((before, after)) => html! { (text(before)) mark { (text(quote)) } (text(after)) },
        None if own => html! { mark { (text(&whole)) } },
        None => html! { (text(&whole)) },
    }
}

/// The task's sentences, and one before and after them in their paragraph.
fn around<'d>(drawing: &Drawing<'d>, numbers: &[usize]) -> Vec<(&'d DocSentence, bool)> {
    let lines = drawing.site.document.as_ref().map_or(&[][..], |document| &document.lines);
    let first = |line: &DocLine| line.sentences.first().map_or(0, |sentence| sentence.number);
    let mut own: Vec<usize> = numbers
        .iter()
        .filter_map(|number| lines.partition_point(|line| first(line) <= *number).checked_sub(1))
        .collect();
    own.dedup();
    let near = |number: usize| numbers.iter().any(|own| own.abs_diff(number) <= 1);
    let sentences = own.into_iter().filter_map(|line| lines.get(line)).flat_map(|line| &line.sentences);
    let told = sentences.filter(|sentence| near(sentence.number));
    told.map(|sentence| (sentence, numbers.contains(&sentence.number))).collect()
}

fn targets(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> Markup {
    let lang = drawing.lang;
    if task.targets.is_empty() {
        return html! {};
    }
    html! {
        section { h2 { (lang.pick("量化指标", "Metrics")) }
            table {
                thead { tr {
                    th scope="col" { (lang.pick("指标", "Metric")) }
                    th scope="col" { (heading(lang, fields::Place::Metric, "target")) }
                    th scope="col" { (heading(lang, fields::Place::Metric, "says")) }
                } }
                tbody lang=[drawing.plan_lang()] {
                    @for target in &task.targets {
                        tr { th scope="row" { (text(target.name)) } td { (text(&target_of(target, lang))) } td { (text(target.says.unwrap_or(""))) } }
                    }
                }
            }
        }
    }
}

fn alerts(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    let lang = drawing.lang;
    html! {
        @if !inside.line.alerts.is_empty() {
            section { h2.away { (lang.pick("预警", "Alerts")) }
                ul.alerts {
                    @for alert in &inside.line.alerts {
                        li {
                            (severity(alert.severity, lang)) " " strong { (alert.code.word(lang)) }
                            @if let Some(escalation) = alert.escalation { " · " (escalation.word(lang)) }
                            (lang.pick("：", ": ")) (linked(drawing, ROOT, &alert.message))
                        }
                    }
                }
            }
        }
    }
}

fn metrics(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    let (lang, line) = (drawing.lang, &inside.line);
    if line.metrics.is_empty() {
        return html! {};
    }
    let label = lang.pick("量化指标", "Metrics");
    let (target_word, value_word) =
        (heading(lang, fields::Place::Metric, "target"), heading(lang, fields::Place::Entry, "values"));
    let (progress_word, day_word) =
        (heading(lang, fields::Place::Standing, "progress"), heading(lang, fields::Place::Standing, "reported_on"));
    let says_word = heading(lang, fields::Place::Metric, "says");
    let table = html! {
        table.cards {
            thead { tr {
                th scope="col" { (lang.pick("指标", "Metric")) }
                @for word in [&target_word, &value_word, &progress_word, &day_word, &says_word] { th scope="col" { (word) } }
            } }
            tbody lang=[drawing.plan_lang()] {
                @for (metric, target) in line.metrics.iter().zip(inside_targets(inside, drawing)) {
                    tr {
                        th scope="row" { (text(metric.name)) }
                        (labelled(&target_word, None, &html! { (text(&target)) }))
                        (labelled(&value_word, None, &html! { (text(&value(metric))) }))
                        (labelled(&progress_word, None, &html! { (percent(metric.progress)) }))
                        (labelled(&day_word, None, &html! { (metric.reported_on.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string())) }))
                        (labelled(&says_word, None, &html! { (text(metric.says.unwrap_or(""))) }))
                    }
                }
            }
        }
    };
    html! {
        section { h2 { (label) }
            (wide(label, &table))
            @if !inside.courses.is_empty() {
                @for own in &inside.courses {
                    @if let Some(metric) = line.metrics.get(own.metric) {
                        (course(own, metric.name, (line.start, line.deadline.unwrap_or(drawing.site.header.as_of)), drawing.site.header.as_of, lang))
                    }
                }
            }
        }
    }
}

fn inside_targets(inside: &Inside<'_>, drawing: &Drawing<'_>) -> Vec<String> {
    let lang = drawing.lang;
    let words = |metric: &crate::report::task_line::MetricLine<'_>| show::target_in_full(metric, lang);
    inside.line.metrics.iter().map(words).collect()
}

fn checkpoints(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    let (lang, line) = (drawing.lang, &inside.line);
    if line.checkpoints.is_empty() {
        return html! {};
    }
    let assumed = line.assumes("checkpoints");
    let (due_word, reached_word) =
        (heading(lang, fields::Place::Checkpoint, "due"), heading(lang, fields::Place::Standing, "reached_on"));
    html! {
        section { h2 { (lang.pick("节点", "Checkpoints")) }
            table.cards {
                thead { tr {
                    th scope="col" { (lang.pick("节点", "Checkpoint")) }
                    th scope="col" { (due_word) }
                    th scope="col" { (reached_word) }
                } }
                tbody {
                    @for step in &line.checkpoints {
                        tr {
                            th scope="row" lang=[drawing.plan_lang()] { (text(step.title)) }
                            (labelled(&due_word, None, &html! { (due_day(lang, (step.due, step.due_meant), assumed)) }))
                            (labelled(&reached_word, None, &html! { (show::reached(step, lang)) }))
                        }
                    }
                }
            }
        }
    }
}

fn journal(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    let lang = drawing.lang;
    html! {
        section { h2 { (lang.pick("进展台账", "Journal")) }
            @if inside.entries.is_empty() { p { (lang.pick("尚无记录", "No entries")) } }
            @else {
                ol.journal reversed {
                    @for entry in inside.entries.iter().rev() {
                        li class=[entry.amendment.is_some().then_some("amended")] {
                            time datetime=(entry.date) { (entry.date) } " "
                            span lang=[drawing.plan_lang()] { (text(&entry_said_alone(entry, lang))) }
                            @for path in entry.evidence { " " (proof(drawing, path)) }
                        }
                    }
                }
            }
        }
    }
}

fn neighbours(drawing: &Drawing<'_>, place: usize) -> Markup {
    let lang = drawing.lang;
    let before = place.checked_sub(1).and_then(|place| drawing.site.task(place));
    let after = drawing.site.task(place + 1);
    html! {
        nav.near aria-label=(lang.pick("相邻任务", "Tasks beside it")) {
            @if let Some(task) = before { span { (lang.pick("上一项 ", "Before: ")) (task.id) " " (task_title(drawing, ROOT, task)) } }
            @if let Some(task) = after { span { (lang.pick("下一项 ", "After: ")) (task.id) " " (task_title(drawing, ROOT, task)) } }
        }
    }
}
