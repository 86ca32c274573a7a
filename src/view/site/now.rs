//! What one asks of a task first: what was last heard of it, what stands in the way, what comes next.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::pieces::text;
use super::proof::proof;
use crate::report::show::EntryLine;
use crate::report::site::Inside;
use crate::say;
use crate::view::entry::entry_said;
use crate::view::show;
use crate::words::fields::{Place, heading};

/// The card.
pub(super) fn now(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    let (lang, line) = (drawing.lang, &inside.line);
    let last = inside.entries.iter().rev().find(|entry| is_report(entry));
    let said = |name: &str, class: &str, value: Option<&str>| {
        html! { @if let Some(value) = value { div class=(class) { dt { (name) } dd { span lang=[drawing.plan_lang()] { (text(value)) } } } } }
    };
    let report = show::recurs(line, lang);
    html! {
        section.card aria-labelledby="now" {
            h2 #now { (lang.pick("目前情况", "Now")) }
            dl.facts {
                div {
                    dt { (lang.pick("最近报送", "Last report")) }
                    dd { @match last {
                        Some(entry) => { time datetime=(entry.date) { (entry.date) } " " span lang=[drawing.plan_lang()] { (text(&done(entry, lang))) } },
                        None => (lang.pick("未报送过", "never heard of")),
                    } }
                }
                (said(&heading(lang, Place::Entry, "issue"), "open", line.latest.issue))
                (said(&heading(lang, Place::Entry, "next"), "", line.latest.next.filter(|_| line.finished_on.is_none())))
                (said(&heading(lang, Place::Task, "recurs"), "", Some(report.as_str()).filter(|report| !report.is_empty())))
                @if !line.latest.evidence.is_empty() {
                    div {
                        dt { (heading(lang, Place::Entry, "evidence")) }
                        dd { @for path in &line.latest.evidence { (proof(drawing, path)) " " } }
                    }
                }
            }
        }
    }
}

fn is_report(entry: &EntryLine<'_>) -> bool {
    !entry.withdrawn && entry.amendment.is_none() && entry.withdraws.is_none()
}

/// What was done, without the problem, the next step and the evidence: they stand by themselves.
fn done(entry: &EntryLine<'_>, lang: crate::plan::Language) -> String {
    let done = crate::view::entry::progress_parts(entry, lang);
    match (entry.by, done.is_empty()) {
        (_, true) => entry_said(entry, lang),
        (Some(by), false) => {
            let done = done.join(&say!(lang, "；", "; "));
            say!(lang, "{by}：{done}", "{by}: {done}")
        }
        (None, false) => done.join(&say!(lang, "；", "; ")),
    }
}
