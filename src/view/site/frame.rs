//! What every page has: its head, the way to the other pages, and its foot.

use maud::{DOCTYPE, Markup, html};

use super::drawing::{Drawing, Kept, tag};
use super::pieces::text;
use crate::plan::Language;
use crate::report::notes;
use crate::say;
use crate::view::common::as_of;

/// Where a page is.
pub(super) struct Place<'p> {
    /// What leads from the page to the site's folder.
    pub(super) root: &'static str,
    /// The part of the site to which it belongs.
    pub(super) part: PartOf,
    /// Its title; empty for the first page.
    pub(super) title: &'p str,
    /// Whether the title is the plan's words.
    pub(super) plan_words: bool,
}

/// The parts of a site.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PartOf {
    Overview,
    Week,
    Tasks,
    Timeline,
    Sections,
    Units,
    Calendar,
    Alerts,
    Score,
    Document,
}

impl PartOf {
    const ALL: [PartOf; 10] = [
        PartOf::Overview,
        PartOf::Week,
        PartOf::Tasks,
        PartOf::Timeline,
        PartOf::Sections,
        PartOf::Units,
        PartOf::Calendar,
        PartOf::Alerts,
        PartOf::Score,
        PartOf::Document,
    ];

    fn file(self) -> &'static str {
        match self {
            PartOf::Overview => "index.html",
            PartOf::Week => "week.html",
            PartOf::Tasks => "tasks.html",
            PartOf::Timeline => "timeline.html",
            PartOf::Sections => "sections.html",
            PartOf::Units => "units.html",
            PartOf::Calendar => "calendar.html",
            PartOf::Alerts => "alerts.html",
            PartOf::Score => "score.html",
            PartOf::Document => "document.html",
        }
    }

    pub(super) fn name(self, lang: Language) -> &'static str {
        match self {
            PartOf::Overview => lang.pick("总览", "Overview"),
            PartOf::Week => lang.pick("本周", "This week"),
            PartOf::Tasks => lang.pick("任务表", "Tasks"),
            PartOf::Timeline => lang.pick("进度图", "Timeline"),
            PartOf::Sections => lang.pick("板块", "Sections"),
            PartOf::Units => lang.pick("单位", "Units"),
            PartOf::Calendar => lang.pick("日历", "Calendar"),
            PartOf::Alerts => lang.pick("预警", "Alerts"),
            PartOf::Score => lang.pick("考评", "Score"),
            PartOf::Document => lang.pick("原文", "Document"),
        }
    }

    fn is_there(self, drawing: &Drawing<'_>) -> bool {
        match self {
            PartOf::Overview | PartOf::Tasks | PartOf::Sections | PartOf::Calendar => true,
            PartOf::Week => drawing.site.office.as_ref().is_some_and(|office| office.week.is_some()),
            PartOf::Timeline | PartOf::Units | PartOf::Alerts => !drawing.site.is_public(),
            PartOf::Document => drawing.site.document.is_some(),
            PartOf::Score => !drawing.site.is_public(),
        }
    }
}

/// What leads from a plan's own folder to the index of several plans.
const TO_INDEX: &str = "../../index.html";

/// What a page may load: files beside it, and nothing else.
pub(super) fn policy(kept: Kept) -> &'static str {
    match kept {
        Kept::Folder | Kept::Among => {
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
        }
        Kept::Served => {
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
        }
    }
}

/// A whole page.
pub(super) fn page(drawing: &Drawing<'_>, place: &Place<'_>, content: &Markup) -> String {
    let (lang, plan) = (drawing.lang, &drawing.site.header.plan);
    let plan_title = text(plan.title);
    let title = match place.title {
        "" => plan_title.clone().into_owned(),
        own => say!(lang, "{own} · {plan_title}", "{own} · {plan_title}", own = text(own)),
    };
    let needs_index = place.part == PartOf::Tasks && place.root.is_empty();
    let whole = html! {
        (DOCTYPE)
        html lang=(tag(lang)) {
            (head(drawing.kept, place.root, &title, needs_index))
            body {
                a.skip href="#main" { (lang.pick("跳到正文", "Skip to the content")) }
                header.top {
                    @if plan.sample { p.sample { strong { (lang.pick("示例数据", "Sample data")) } " " (sample(lang)) } }
                    div.bar {
                        p.plan lang=[drawing.plan_lang()] { a href={ (place.root) "index.html" } { (plan_title) } }
                        p.day { (as_of(lang, drawing.site.header.as_of)) (edition(drawing)) }
                        button #search type="button" hidden aria-keyshortcuts="/" { (lang.pick("搜索", "Search")) kbd aria-hidden="true" { "/" } }
                        button #theme type="button" hidden aria-pressed="false" { (lang.pick("深色", "Dark")) }
                    }
                    (ways(drawing, place))
                }
                main #main tabindex="-1" {
                    @if !place.title.is_empty() {
                        h1 lang=[drawing.plan_lang().filter(|_| place.plan_words)] { (text(place.title)) }
                    }
                    (content)
                }
                (foot(drawing, place))
            }
        }
    };
    whole.into_string()
}

/// The head of a page.
pub(super) fn head(kept: Kept, root: &str, title: &str, index: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy(kept));
            meta name="viewport" content="width=device-width,initial-scale=1";
            title { (title) }
            link rel="icon" href={ (root) "assets/icon.svg" };
            link rel="stylesheet" href={ (root) "assets/site.css" };
            @if index { script src={ (root) "assets/tasks.js" } {} }
            script src={ (root) "assets/find.js" } {}
            script src={ (root) "assets/site.js" } {}
            @if kept == Kept::Served { script src={ (root) "assets/reload.js" } {} }
        }
    }
}

fn sample(lang: Language) -> &'static str {
    lang.pick("本计划的进展均为虚构，仅供演示", "the journal of this plan is fictional")
}

fn edition(drawing: &Drawing<'_>) -> String {
    if drawing.site.is_public() { say!(drawing.lang, " · 公开版", " · public edition") } else { String::new() }
}

fn ways(drawing: &Drawing<'_>, place: &Place<'_>) -> Markup {
    let there = PartOf::ALL.into_iter().filter(|part| part.is_there(drawing));
    html! {
        nav.ways aria-label=(drawing.lang.pick("主导航", "Main")) {
            @if drawing.kept == Kept::Among { a href={ (place.root) (TO_INDEX) } { (drawing.lang.pick("全部计划", "All plans")) } }
            @for part in there {
                a href={ (place.root) (part.file()) } aria-current=[current(part, place)] { (part.name(drawing.lang)) }
            }
        }
    }
}

fn current(part: PartOf, place: &Place<'_>) -> Option<&'static str> {
    (part == place.part).then_some(if place.root.is_empty() { "page" } else { "true" })
}

/// The foot says no more on the many pages than what is needed to read them.
fn foot(drawing: &Drawing<'_>, place: &Place<'_>) -> Markup {
    let (lang, header) = (drawing.lang, &drawing.site.header);
    let plan = &header.plan;
    let (issued, start, end) = (plan.issued, plan.period.start, plan.period.end);
    // The head says it already.
    let said = notes::note_sample(lang);
    html! {
        footer {
            @if place.root.is_empty() {
                p {
                    span lang=[drawing.plan_lang()] { (text(plan.issuer)) } " "
                    (say!(lang, "{issued} 印发，计划期 {start} 至 {end}", "issued {issued}, for {start} to {end}"))
                }
            }
            p {
                @if let Some(id) = &header.revision { (as_of(lang, header.as_of)) (notes::revision_tag(lang, id)) " " }
                @if drawing.site.head.source.is_some() {
                    (lang.pick("带 * 的内容原文未载明，为推定。", "What bears * is not in the document but assumed."))
                }
            }
            @for note in header.notes_on_paper().filter(|note| !drawing.site.is_public() && **note != said) { p.note { (text(note)) } }
        }
    }
}
