//! A draft beside its document, as one web page that needs nothing else.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::plan::Language;
use crate::report::review::{Review, ReviewCounts, ReviewLine, ReviewPiece, ReviewRole, ReviewTask, ReviewWhy};
use crate::say;
use crate::words::{Worded, visible};

/// The page loads nothing, and runs nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Draws the page.
pub fn review(review: &Review, lang: Language) -> String {
    let title = visible(&review.title);
    let file = visible(&review.file);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.pick("zh-CN", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (say!(lang, "核对草案 · {title}", "The draft to be judged · {title}")) }
                style { (PreEscaped(include_str!("review.css"))) }
            }
            body {
                header {
                    p.faint { (say!(lang, "计划草案核对单 · 原文：{file}", "A draft to be judged · document: {file}")) }
                    h1 { (title) }
                    (counts(&review.counts, lang))
                    @if let Some(open) = &review.open {
                        p { strong { (lang.pick("待填", "To be filled in")) } (lang.pick("（原文没有写明）：", " (the document does not say): ")) (open) }
                    }
                    (key(lang))
                }
                main {
                    (unsure(review, lang))
                    (without_lead(review, lang))
                    table {
                        thead { tr { th.doc scope="col" { (lang.pick("原文", "The document")) } th scope="col" { (lang.pick("由此起草的任务，或为什么没有", "The tasks drafted from it, or why there are none")) } } }
                        tbody { @for line in &review.lines { (row(line, lang)) } }
                    }
                }
                footer { p { (lang.pick(
                    "左栏一字不漏。虚线框内和带 * 的为推定，须逐条核对；核对后用 workplan set、workplan amend 改正，或直接改 tasks/ 下的文件。",
                    "Nothing of the document is left out on the left. What stands in a dashed frame, and with *, is guessed: settle it one by one with `workplan set`, `workplan amend`, or in the files under tasks/.",
                )) } }
            }
        }
    };
    page.into_string()
}

fn counts(counts: &ReviewCounts, lang: Language) -> Markup {
    let ReviewCounts { tasks, led, units, numbers, days, unsure, sentences, ordered, uncovered } = *counts;
    let shown = [
        (tasks, lang.pick("任务", "tasks"), false),
        (units, lang.pick("责任单位", "units"), false),
        (numbers, lang.pick("指标数字", "numbers"), false),
        (days, lang.pick("写明时限", "days"), false),
        (unsure, lang.pick("拿不准", "not sure"), unsure > 0),
        (tasks - led, lang.pick("没有牵头单位", "without a lead"), led < tasks),
    ];
    html! {
        ul.counts { @for (count, name, warns) in shown { li.warn[warns] { b { (count) } (name) } } }
        p.faint {
            (say!(lang, "原文 {sentences} 句：部署任务 {ordered} 句，其余列入背景（context）", "{sentences} sentences: {ordered} order work, the others are context"))
            @if uncovered > 0 { strong.none { (say!(lang, "，未分解 {uncovered} 句", ", {uncovered} uncovered")) } }
        }
    }
}

fn key(lang: Language) -> Markup {
    let roles = [
        (ReviewRole::Order, lang.pick("成为任务的原文", "words of a task")),
        (ReviewRole::Number, lang.pick("取作指标的数字", "a number taken as target")),
        (ReviewRole::Day, lang.pick("取作时限的日期", "a day taken as deadline")),
        (ReviewRole::Unit, lang.pick("责任单位", "a unit")),
        (ReviewRole::Unsure, lang.pick("拿不准，没有采用", "not sure: not taken")),
        (ReviewRole::Context, lang.pick("背景，不成为任务", "context: no task")),
    ];
    html! { ul.key { @for (role, name) in roles { li { span class=(class(role)) { (name) } } } } }
}

/// What was not sure, with the way to it.
fn unsure(review: &Review, lang: Language) -> Markup {
    let tasks = || review.lines.iter().flat_map(|line| &line.tasks).filter(|task| !task.unsure.is_empty());
    html! {
        @if tasks().next().is_some() {
            h2 { (lang.pick("拿不准的，请先看", "Not sure: look at these first")) }
            ul.open { @for task in tasks() { li {
                a href={ "#t" (task.id) } { (task.id) } " " (visible(&task.title)) "："
                @for words in &task.unsure { span.unsure { (visible(words)) } " " }
            } } }
        }
        @else { p.faint { (lang.pick("没有拿不准的字句", "No words were left unsure")) } }
    }
}

/// The tasks without a lead, where they are the few.
fn without_lead(review: &Review, lang: Language) -> Markup {
    const MOST: usize = 30;
    let open = || review.lines.iter().flat_map(|line| &line.tasks).filter(|task| task.lead.is_none());
    let is_few = (1..=MOST).contains(&open().count()) && review.counts.led > 0;
    html! {
        @if is_few {
            h2 { (lang.pick("没有牵头单位的", "Without a lead")) }
            p.ids { @for task in open() { a href={ "#t" (task.id) } title=(visible(&task.title)) { (task.id) } " " } }
        }
    }
}

fn row(line: &ReviewLine, lang: Language) -> Markup {
    let words = html! { @for (at, piece) in line.pieces.iter().enumerate() { (words_of(piece, at == 0)) } };
    html! {
        tr {
            td.doc { @if line.heads { b.head { (words) } } @else { (words) } }
            td {
                @if !line.tasks.is_empty() { ul.tasks { @for task in &line.tasks { (card(task, lang)) } } }
                @else { @for why in &line.why { span.why { (reason(*why, lang)) } } }
            }
        }
    }
}

/// Why a line has become no task.
fn reason(why: ReviewWhy, lang: Language) -> &'static str {
    match why {
        ReviewWhy::Front => lang.pick("文件开头：抬头、主送、引言等", "the head of the document"),
        ReviewWhy::Heading => lang.pick("标题", "a heading"),
        ReviewWhy::Beside => lang.pick("责任单位、时限，归入相邻任务", "who and by when, of the tasks beside it"),
        ReviewWhy::Table => lang.pick("表头、合计等，不是任务", "of a table, and no row of work"),
        ReviewWhy::Told => lang.pick("讲情况、意义、过去，不部署任务", "tells what is or was"),
        ReviewWhy::NoOrder => lang.pick("没有部署工作的词语", "no word that orders work"),
    }
}

/// Words in the colour of what they became; the cells of a row stand apart. Tabs with which a line begins part nothing.
fn words_of(piece: &ReviewPiece, first: bool) -> Markup {
    let class = class(piece.role);
    html! {
        @for (at, cell) in piece.text.split('\t').enumerate() {
            @if at > 0 && !(first && piece.text.split('\t').take(at).all(|cell| cell.trim().is_empty())) { span.cell {} }
            @if !cell.is_empty() { span class=(class) { (visible(cell)) } }
        }
    }
}

fn class(role: ReviewRole) -> &'static str {
    match role {
        ReviewRole::Context => "context",
        ReviewRole::Order => "order",
        ReviewRole::Number => "number",
        ReviewRole::Day => "day",
        ReviewRole::Unit => "unit",
        ReviewRole::Unsure => "unsure",
        ReviewRole::Uncovered => "uncovered",
    }
}

fn card(task: &ReviewTask, lang: Language) -> Markup {
    html! {
        li id={ "t" (task.id) } {
            span.id { (task.id) }
            strong { (visible(&task.title)) @if task.title_guessed { "*" } }
            div.facts {
                span.guess { (task.kind.word(lang)) "*" }
                @match &task.lead {
                    Some(lead) => span.unit { (visible(lead)) @if task.units_guessed { "*" } },
                    None => span.none { (lang.pick("没有牵头单位", "no lead")) },
                }
                @for unit in &task.support { span { (lang.pick("配合：", "support: ")) span.unit { (visible(unit)) @if task.units_guessed { "*" } } } }
                @for (name, who) in [(lang.pick("责任人：", "person: "), &task.person), (lang.pick("分管领导：", "leader: "), &task.leader)] {
                    @if let Some(who) = who { span { (name) (visible(who)) } }
                }
                @for metric in &task.metrics { span.number { (visible(metric)) "*" } }
                @if let Some(day) = task.start { span { (say!(lang, "{day} 起", "from {day}")) } }
                @if let Some(duty) = task.recurs { span.day { (duty.said(lang)) } }
                @if let Some(day) = task.deadline { span.day { (day) @if task.day_guessed { "*" } } }
                @for words in &task.unsure { span.unsure { (lang.pick("待核：", "settle: ")) (visible(words)) } }
            }
        }
    }
}
