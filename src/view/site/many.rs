//! The index of several plans: the whole in a sentence, a row a plan that leads to its own site, the worst matters, and what all tasks are
//! searched in.

use std::collections::HashMap;

use maud::{DOCTYPE, Markup, html};
use serde::Serialize;
use serde_json::{Value, json};

use super::drawing::{Drawing, Kept, Proofs, tag};
use super::frame::head;
use super::index::{PLAN, as_script, found_row, plan_data, words as find_words};
use super::pages::{SiteFile, assets};
use super::pieces::{labelled, light, lights_bar, progress, text, wide};
use crate::assess::{Light, Totals};
use crate::plan::{Date, Language, LightStyles};
use crate::report::rollup::{RolledAlert, RolledPlan, Rollup};
use crate::report::site::{Folders, Site};
use crate::say;
use crate::view::common::{UNKNOWN, as_of, name_in, unit};
use crate::view::{rollup_changes, rollup_headline};
use crate::words;
use crate::words::Worded;

/// A plan as the index knows it: what its own site says, and no more.
#[derive(Debug)]
pub struct PlanAmong {
    /// Its folder, as `--plan` takes it.
    path: String,
    id: String,
    title: String,
    issuer: String,
    sample: bool,
    day: Date,
    tasks: usize,
    totals: Option<Totals>,
    lights: LightStyles,
    /// The pages of tasks that are not named by their ids.
    pages: HashMap<String, String>,
    /// What it is searched by; the folder comes later.
    plan: Value,
    rows: Vec<Value>,
}

/// The plans of an index, in its order.
#[derive(Debug, Default)]
pub struct ManyPlans {
    folders: Folders,
    plans: Vec<(String, PlanAmong)>,
    /// The places of the plans, by their paths.
    places: HashMap<String, usize>,
}

impl PlanAmong {
    /// What a plan's own site says.
    pub fn of(site: &Site<'_>, path: &str, lang: Language) -> PlanAmong {
        let (proofs, places) = (Proofs::new(), HashMap::new());
        let drawing = &Drawing { site, lang, kept: Kept::Among, places: &places, proofs: &proofs };
        let pages = site.tasks.iter().filter(|task| task.page != task.id);
        let plan = &site.header.plan;
        PlanAmong {
            path: path.to_owned(),
            id: plan.id.to_owned(),
            title: plan.title.to_owned(),
            issuer: plan.issuer.to_owned(),
            sample: plan.sample,
            day: site.header.as_of,
            tasks: site.tasks.len(),
            totals: site.totals.clone(),
            lights: site.head.lights.clone(),
            pages: pages.map(|task| (task.id.to_owned(), task.page.clone())).collect(),
            plan: plan_data(site, lang),
            rows: site.tasks.iter().map(|task| found_row(drawing, task)).collect(),
        }
    }
}

impl ManyPlans {
    /// Takes a plan; returns the folder of its site.
    pub fn add(&mut self, mut plan: PlanAmong) -> String {
        let (folder, number) = (self.folders.give(&plan.id), self.plans.len());
        put(&mut plan.plan, 0, json!(folder));
        plan.rows.iter_mut().for_each(|row| put(row, PLAN, json!(number)));
        self.places.insert(plan.path.clone(), number);
        self.plans.push((folder.clone(), plan));
        folder
    }

    fn at(&self, path: &str) -> Option<&(String, PlanAmong)> {
        self.plans.get(*self.places.get(path)?)
    }
}

/// Puts something in its place in a row of data.
fn put(row: &mut Value, place: usize, value: Value) {
    if let Some(held) = row.as_array_mut().and_then(|row| row.get_mut(place)) {
        *held = value;
    }
}

/// What is searched.
#[derive(Serialize)]
struct Found<'p> {
    words: Value,
    plans: Vec<&'p Value>,
    rows: Vec<&'p Value>,
}

/// The files of the index. What only the office sees of the whole is in the report; without it the index is for everybody. `day` is told
/// where there is no plan.
pub fn many(plans: &ManyPlans, report: Option<&Rollup>, day: Date, lang: Language) -> Vec<SiteFile> {
    let mut files = assets(Kept::Folder);
    let file = |path: &str, text: String| SiteFile { path: path.to_owned(), bytes: text.into_bytes() };
    let (known, rows) =
        (plans.plans.iter().map(|(_, plan)| &plan.plan), plans.plans.iter().flat_map(|(_, plan)| &plan.rows));
    let found = Found { words: find_words(lang), plans: known.collect(), rows: rows.collect() };
    files.push(file("assets/tasks.js", as_script(&serde_json::to_string(&found).unwrap_or_default())));
    let content = match report {
        Some(report) => office(plans, report, lang),
        None => public(plans, lang),
    };
    let last = plans.plans.iter().map(|(_, plan)| plan.day).max();
    files.push(file("index.html", page(plans, report, (last.unwrap_or(day), lang), &content)));
    files
}

fn page(plans: &ManyPlans, report: Option<&Rollup>, (day, lang): (Date, Language), content: &Markup) -> String {
    let title = title(plans.plans.len() + report.map_or(0, |report| report.unreadable.len()), lang);
    let samples = plans.plans.iter().any(|(_, plan)| plan.sample);
    let whole = html! {
        (DOCTYPE)
        html lang=(tag(lang)) {
            (head(Kept::Folder, "", &title, false))
            body {
                a.skip href="#main" { (lang.pick("跳到正文", "Skip to the content")) }
                header.top {
                    @if samples { p.sample { strong { (lang.pick("示例数据", "Sample data")) } " " (lang.pick("标有示例的计划，进展均为虚构，仅供演示", "the journals of plans that bear the tag are fictional")) } }
                    div.bar {
                        p.plan { a href="index.html" { (title) } }
                        p.day { (as_of(lang, day)) @if report.is_none() { (lang.pick(" · 公开版", " · public edition")) } }
                        button #search type="button" hidden aria-keyshortcuts="/" { (lang.pick("搜索", "Search")) kbd aria-hidden="true" { "/" } }
                        button #theme type="button" hidden aria-pressed="false" { (lang.pick("深色", "Dark")) }
                    }
                }
                main #main tabindex="-1" { (content) }
                footer {
                    @if let Some(report) = report {
                        @for note in &report.closing_notes { p.note { (text(note)) } }
                        p { (lang.pick("带 * 的内容原文未载明，为推定。", "What bears * is not in the document but assumed.")) }
                    }
                }
            }
        }
    };
    whole.into_string()
}

fn title(plans: usize, lang: Language) -> String {
    say!(lang, "{plans} 个计划", "{plans} plans")
}

/// The index for everybody: the plans, and how many tasks each has; their lights where a plan publishes them.
fn public(plans: &ManyPlans, lang: Language) -> Markup {
    let lights = plans.plans.iter().any(|(_, plan)| plan.totals.is_some());
    let table = html! {
        table.parts {
            thead { tr {
                th scope="col" { (lang.pick("计划", "Plan")) }
                th scope="col" { (lang.pick("发文机关", "Issuer")) }
                th.n scope="col" { (lang.pick("任务", "Tasks")) }
                @if lights { th scope="col" { (lang.pick("亮灯", "Lights")) } }
            } }
            tbody { @for (folder, plan) in &plans.plans {
                tr {
                    th scope="row" { (plan_link(folder, plan, &plan.title, lang)) }
                    td { (text(&plan.issuer)) }
                    (labelled(lang.pick("任务", "Tasks"), Some("n"), &html! { (plan.tasks) }))
                    @if lights { td { @if let Some(totals) = &plan.totals { (told(&plan.lights, totals, lang)) } } }
                }
            } }
        }
    };
    let title = title(plans.plans.len(), lang);
    html! { h1 { (title) } (wide(lang.pick("各计划", "Plans"), &table)) }
}

/// The lights that there are, each with its word and its count.
fn told(styles: &LightStyles, totals: &Totals, lang: Language) -> Markup {
    let there = Light::WORST_FIRST.into_iter().filter(|light| totals.count(*light) > 0);
    html! { @for one in there { (light(styles, lang, Some(one))) " " (totals.count(one)) " " } }
}

fn plan_link(folder: &str, plan: &PlanAmong, name: &str, lang: Language) -> Markup {
    let sample = if plan.sample { words::sample_tag(lang) } else { "" };
    html! { a href={ (folder) "/index.html" } title=(text(&plan.title)) { (text(name)) } (sample) }
}

fn office(plans: &ManyPlans, report: &Rollup, lang: Language) -> Markup {
    let count = report.plans.len() + report.unreadable.len();
    html! {
        h1 { (title(count, lang)) }
        p.lead { (text(&rollup_headline(report, lang))) }
        (lights_bar(&report.lights, &report.totals))
        @if let Some((day, changes)) = rollup_changes(report, lang) {
            p { (say!(lang, "较上周（{day}）：{changes}。", "Since {day}, a week ago: {changes}.")) }
        }
        section { h2 { (lang.pick("各计划", "The plans")) } (rows(plans, report, lang)) }
        @if !report.worst.is_empty() {
            section { h2 { (lang.pick("最需要关注", "The worst")) } (worst(plans, report, lang)) }
        }
        @if !report.unreadable.is_empty() {
            section { h2 { (lang.pick("无法读取的计划", "Plans that cannot be read")) }
                ul { @for plan in &report.unreadable {
                    @let (path, why) = (text(&plan.path), plan.why(lang));
                    li { (say!(lang, "{path}：{}", "{path}: {}", text(&why))) }
                } }
            }
        }
    }
}

/// A row a plan.
fn rows(plans: &ManyPlans, report: &Rollup, lang: Language) -> Markup {
    let words = Words::new(lang);
    let table = html! {
        table.parts {
            thead { tr {
                th scope="col" { (lang.pick("计划", "Plan")) }
                th.n scope="col" { (words.tasks) }
                @for light in Light::WORST_FIRST { th.n scope="col" { (text(&name_in(&report.lights, lang, light))) } }
                th scope="col" { (lang.pick("构成", "Lights")) }
                th scope="col" { (words.progress) }
                th.n scope="col" { (words.pace) }
                th.n scope="col" { (words.overdue) }
                th.n scope="col" { (words.unreported) }
                th scope="col" { (words.last) }
            } }
            tbody { @for row in &report.plans { @if let Some((folder, plan)) = plans.at(&row.path) {
                tr { (row_cells(row, (folder, plan), &words, lang)) }
            } } }
        }
    };
    wide(lang.pick("各计划", "The plans"), &table)
}

/// What the columns are called, at their heads and in cards.
struct Words {
    tasks: &'static str,
    progress: &'static str,
    pace: &'static str,
    overdue: &'static str,
    unreported: &'static str,
    last: &'static str,
}

impl Words {
    fn new(lang: Language) -> Words {
        Words {
            tasks: lang.pick("任务", "Tasks"),
            progress: lang.pick("平均完成率", "Progress"),
            pace: lang.pick("序时进度", "Pace"),
            overdue: lang.pick("逾期", "Overdue"),
            unreported: lang.pick("未报送", "Unreported"),
            last: lang.pick("最近报送", "Last report"),
        }
    }
}

fn row_cells(row: &RolledPlan, (folder, plan): (&str, &PlanAmong), words: &Words, lang: Language) -> Markup {
    let (totals, reach) = (&row.figures.totals, &row.figures.reach);
    let number =
        |name: &str, count: usize| labelled(name, Some(if count == 0 { "n zero" } else { "n" }), &html! { (count) });
    let said = |known: Option<String>| html! { (known.unwrap_or_else(|| UNKNOWN.to_owned())) };
    html! {
        th scope="row" { (plan_link(folder, plan, &row.name, lang)) }
        (number(words.tasks, totals.tasks))
        @for light in Light::WORST_FIRST { (number(&name_in(&row.lights, lang, light), totals.count(light))) }
        td.bars { (lights_bar(&row.lights, totals)) }
        (labelled(words.progress, None, &progress(totals.progress, reach.expected)))
        (labelled(words.pace, Some("n"), &said(reach.expected.map(|share| share.percent()))))
        (number(words.overdue, reach.overdue))
        (number(words.unreported, reach.unreported))
        (labelled(words.last, Some("when"), &said(reach.last_entry.map(|day| day.to_string()))))
    }
}

/// The worst matters, each leading to its task's page.
fn worst(plans: &ManyPlans, report: &Rollup, lang: Language) -> Markup {
    let table = html! {
        table.tasks {
            thead { tr {
                th scope="col" { (lang.pick("亮灯", "Light")) }
                th scope="col" { (lang.pick("处置", "Action")) }
                th scope="col" { (lang.pick("计划", "Plan")) }
                th scope="col" { (lang.pick("编号", "ID")) }
                th scope="col" { (lang.pick("工作任务", "Task")) }
                th scope="col" { (lang.pick("牵头单位", "Lead")) }
                th scope="col" { (lang.pick("情况", "Why")) }
            } }
            tbody { @for of in &report.worst {
                @if let Some((row, (folder, plan))) = report.plans.get(of.row).zip(plans.at(&of.path)) {
                    tr { (worst_cells(of, row, (folder, plan), lang)) }
                }
            } }
        }
    };
    wide(lang.pick("最需要关注的任务", "Tasks that need attention"), &table)
}

fn worst_cells(of: &RolledAlert, row: &RolledPlan, (folder, plan): (&str, &PlanAmong), lang: Language) -> Markup {
    let alert = &of.of;
    let page = plan.pages.get(alert.task).map_or(alert.task, String::as_str);
    let lead = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    html! {
        td.light-cell { (light(&row.lights, lang, alert.light)) }
        td { (alert.escalation.map_or("", |action| action.word(lang))) }
        td { (plan_link(folder, plan, &row.name, lang)) }
        td.id { (alert.task) }
        td.w { a href={ (folder) "/task/" (page) ".html" } { (text(alert.title)) } }
        td { (text(&lead)) }
        td.w { (text(&alert.message)) }
    }
}
