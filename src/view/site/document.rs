//! The document, with every sentence linked to its tasks.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{task_chip, task_href, text};
use crate::report::site::{Counts, DocLine, DocSentence, Document, Role};
use crate::say;

/// The page of the document.
pub(super) fn page(drawing: &Drawing<'_>, document: &Document) -> String {
    let lang = drawing.lang;
    let content = html! {
        @if let Some(counts) = &document.counts { p.faint { (counted(drawing, document, counts)) } }
        @else { p.faint { (lang.pick("以下为各任务所依据的原文", "The words of the document that order the tasks")) } }
        article.doc lang=[drawing.plan_lang()] { @for line in &document.lines { (line_of(drawing, line)) } }
    };
    let place = Place { root: "", part: PartOf::Document, title: PartOf::Document.name(lang), plan_words: false };
    frame::page(drawing, &place, &content)
}

fn counted(drawing: &Drawing<'_>, document: &Document, counts: &Counts) -> String {
    let path = text(document.path.as_deref().unwrap_or(""));
    let Counts { total, ordered, context, uncovered } = *counts;
    say!(
        drawing.lang,
        "原文 {path}：共 {total} 句，部署任务 {ordered} 句，不部署任务 {context} 句，未分解 {uncovered} 句。点击字句进入任务",
        "{path}: {total} sentences, {ordered} order work, {context} are context, {uncovered} uncovered. Words lead to their tasks"
    )
}

fn line_of(drawing: &Drawing<'_>, line: &DocLine) -> Markup {
    let sentences = html! { @for sentence in &line.sentences { (sentence_of(drawing, sentence)) } };
    match line.role {
        Role::Title => html! { p.doctitle { (sentences) } },
        Role::Section => html! { h2 { (sentences) } },
        Role::Text => html! { p { (sentences) } },
    }
}

/// A sentence: words that order a task lead to it, and the tasks stand behind it.
fn sentence_of(drawing: &Drawing<'_>, sentence: &DocSentence) -> Markup {
    let class = if sentence.heads { "s theme" } else { "s" };
    html! {
        span class=(class) id={ "s" (sentence.number) } {
            @for piece in &sentence.pieces {
                @match piece.task.and_then(|place| drawing.site.task(place)) {
                    Some(task) => a.w href=(task_href("", task)) { (text(&piece.text)) },
                    None => (text(&piece.text)),
                }
            }
            @for task in sentence.tasks.iter().filter_map(|place| drawing.site.task(*place)) { " " (task_chip(drawing, "", task)) }
            @if sentence.uncovered { " " span.tag.t-red { (drawing.lang.pick("未分解", "uncovered")) } }
        }
    }
}
