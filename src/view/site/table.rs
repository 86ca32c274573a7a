//! Tasks in a table, and the page that searches, filters and sorts all of them.

use std::borrow::Cow;

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{labelled, lead, light, part_link, progress, task_title, text, wide};
use crate::assess::{Light, State};
use crate::plan::{Kind, Language, OwnField, OwnKind};
use crate::view::common::{UNKNOWN, due, light_name, marked};
use crate::words::Worded;

use crate::report::site::SiteTask;
use crate::report::target::Target;
use crate::say;

/// So many tasks stand on the page itself; of more, the sections' pages list them, and the page's script.
const MOST_ROWS: usize = 400;

/// A column of the table. The page's script draws the same ones.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Light,
    Id,
    Title,
    Lead,
    Target,
    Deadline,
    Left,
    Progress,
    State,
    /// A field of the plan's own, by its place among those that are shown.
    Own(usize),
}

impl Column {
    /// The columns of a site.
    pub(super) fn of(drawing: &Drawing<'_>) -> Vec<Column> {
        let lights = drawing.site.totals.is_some().then_some(Column::Light);
        let others: &[Column] = match drawing.site.is_public() {
            true => &[Column::Id, Column::Title, Column::Target, Column::Deadline],
            false => &[
                Column::Id,
                Column::Title,
                Column::Lead,
                Column::Deadline,
                Column::Left,
                Column::Progress,
                Column::State,
            ],
        };
        let own = (0..own_fields(drawing).count()).map(Column::Own);
        lights.into_iter().chain(others.iter().copied()).chain(own).collect()
    }

    /// The name by which addresses and styles know it.
    pub(super) fn key(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Column::Own(at) => return Cow::Owned(format!("own{at}")),
            Column::Light => "light",
            Column::Id => "id",
            Column::Title => "title",
            Column::Lead => "lead",
            Column::Target => "target",
            Column::Deadline => "deadline",
            Column::Left => "left",
            Column::Progress => "progress",
            Column::State => "state",
        })
    }

    /// What tells its cells from others: those that may break lines, numbers, and those that a card names.
    pub(super) fn class(self, drawing: &Drawing<'_>) -> Option<&'static str> {
        match self {
            Column::Own(at) => own_fields(drawing).nth(at).map(|field| match field.kind {
                OwnKind::Text => "own w",
                OwnKind::Number => "own n",
                OwnKind::Date => "own",
            }),
            Column::Title => Some("w"),
            Column::Target => Some("w target"),
            Column::Left => Some("n"),
            Column::Light => Some("light-cell"),
            Column::Id => Some("id"),
            Column::State | Column::Lead | Column::Deadline | Column::Progress => None,
        }
    }

    /// What its cells are called in a card; empty for those that need no name there.
    pub(super) fn card(self, drawing: &Drawing<'_>) -> String {
        match self {
            Column::Light | Column::Id | Column::Title | Column::Lead => String::new(),
            Column::Target | Column::Deadline | Column::Left | Column::Progress | Column::State | Column::Own(_) => {
                self.name(drawing)
            }
        }
    }

    /// Its heading.
    pub(super) fn name(self, drawing: &Drawing<'_>) -> String {
        let lang = drawing.lang;
        let name = match self {
            Column::Own(at) => {
                return own_fields(drawing)
                    .nth(at)
                    .map_or_else(String::new, |field| text(&field.heading(lang)).into_owned());
            }
            Column::Light => lang.pick("亮灯", "Light"),
            Column::Id => lang.pick("编号", "ID"),
            Column::Title => lang.pick("工作任务", "Task"),
            Column::Lead => lang.pick("牵头单位", "Lead"),
            Column::Target => lang.pick("目标值", "Target"),
            Column::Deadline => lang.pick("完成时限", "Deadline"),
            Column::Left => lang.pick("剩余工作日", "Working days left"),
            Column::Progress => lang.pick("完成率", "Progress"),
            Column::State => lang.pick("状态", "State"),
        };
        name.to_owned()
    }
}

/// Those of the plan's own fields that the site shows.
pub(super) fn own_fields<'d>(drawing: &Drawing<'d>) -> impl Iterator<Item = &'d OwnField> + use<'d> {
    let (head, public) = (drawing.site.head, drawing.site.is_public());
    head.fields.iter().filter(move |field| field.public || !public)
}

/// Tasks in a table; `label` says which, `less` which column would say the same in every row.
pub(super) fn tasks<'t>(
    drawing: &Drawing<'_>,
    root: &str,
    label: &str,
    tasks: impl Iterator<Item = &'t SiteTask<'t>>,
    less: Option<Column>,
) -> Markup {
    let columns: Vec<Column> = Column::of(drawing).into_iter().filter(|column| Some(*column) != less).collect();
    let table = html! {
        table.tasks {
            thead { tr { @for column in &columns { th scope="col" data-key=(column.key()) class=[column.class(drawing)] { (column.name(drawing)) } } } }
            tbody { @for task in tasks { (row(drawing, root, &columns, task)) } }
        }
    };
    wide(label, &table)
}

fn row(drawing: &Drawing<'_>, root: &str, columns: &[Column], task: &SiteTask<'_>) -> Markup {
    html! { tr { @for column in columns { (labelled(&column.card(drawing), column.class(drawing), &cell(drawing, root, *column, task))) } } }
}

fn cell(drawing: &Drawing<'_>, root: &str, column: Column, task: &SiteTask<'_>) -> Markup {
    let line = task.inside.as_ref().map(|inside| &inside.line);
    match column {
        Column::Light => light(&drawing.site.head.lights, drawing.lang, task.light),
        Column::Id => html! { (task.id) },
        Column::Title => task_title(drawing, root, task),
        Column::Lead => lead(drawing, root, task, true),
        Column::Target => said(drawing, &targets(task, drawing.lang)),
        Column::Deadline => html! { (deadline(task, drawing.lang)) },
        Column::Left => html! { (left(task)) },
        Column::Progress => line.map_or_else(|| html! { (UNKNOWN) }, |line| progress(line.progress, line.expected)),
        Column::State => html! { (line.map_or("", |line| line.state.word(drawing.lang))) },
        Column::Own(at) => said(drawing, own_value(task, at)),
    }
}

/// Words of the plan; nothing at all where there are none.
fn said(drawing: &Drawing<'_>, words: &str) -> Markup {
    html! { @if !words.is_empty() { span lang=[drawing.plan_lang()] { (text(words)) } } }
}

/// What the task says under one of the fields of the plan's own; nothing where that is not known.
fn own_value<'t>(task: &SiteTask<'t>, at: usize) -> &'t str {
    task.fields.0.get(at).and_then(|(_, value)| *value).unwrap_or("")
}

/// The deadline, with what is to be known of it.
pub(super) fn deadline(task: &SiteTask<'_>, lang: Language) -> String {
    due(lang, task.deadline, task.deadline_basis)
}

/// The working days that are left. Of ended work none are left or missing.
pub(super) fn left(task: &SiteTask<'_>) -> String {
    let line = task.inside.as_ref().map(|inside| &inside.line);
    match line.filter(|line| line.finished_on.is_none() && line.light.is_some()) {
        None => String::new(),
        Some(line) => line.working_days_left.map_or_else(String::new, |left| left.to_string()),
    }
}

/// What is to be reached or kept.
pub(super) fn targets(task: &SiteTask<'_>, lang: Language) -> String {
    let each = task.targets.iter().map(|target| format!("{} {}", target.name, target_of(target, lang)));
    each.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// A target with its unit, with its mark where it is assumed.
pub(super) fn target_of(target: &Target<'_>, lang: Language) -> String {
    marked(&target.asked(lang), target.assumed)
}

/// The page of all tasks.
pub(super) fn page(drawing: &Drawing<'_>) -> String {
    let (lang, site) = (drawing.lang, drawing.site);
    let count = site.tasks.len();
    let few = count <= MOST_ROWS;
    let content = html! {
        (form(drawing))
        p #count role="status" aria-live="polite" { (say!(lang, "共 {count} 项任务", "{count} tasks")) }
        @if few {
            (tasks(drawing, "", lang.pick("任务表", "Tasks"), worst_first(drawing).into_iter(), None))
        } @else {
            noscript { p { (lang.pick("任务较多，请从板块进入：", "There are many tasks; please go by section:")) } (by_section(drawing)) }
            (tasks(drawing, "", lang.pick("任务表", "Tasks"), std::iter::empty(), None))
        }
        p.more hidden { button #more type="button" {} " " button #all type="button" {} }
    };
    let place = Place { root: "", part: PartOf::Tasks, title: PartOf::Tasks.name(lang), plan_words: false };
    frame::page(drawing, &place, &content)
}

/// The tasks, the worst first where lights are shown.
fn worst_first<'d>(drawing: &Drawing<'d>) -> Vec<&'d SiteTask<'d>> {
    let mut tasks: Vec<&SiteTask<'_>> = drawing.site.tasks.iter().collect();
    if drawing.site.totals.is_some() {
        tasks.sort_by_key(|task| task.rank());
    }
    tasks
}

fn by_section(drawing: &Drawing<'_>) -> Markup {
    html! { ul { @for part in &drawing.site.sections { li { (part_link(drawing, "", "section", part, &part.title)) } } } }
}

/// The search and the filters; of no use without the script, which shows them.
fn form(drawing: &Drawing<'_>) -> Markup {
    let (lang, site) = (drawing.lang, drawing.site);
    let mut lights: Vec<(&str, String)> = Vec::new();
    if site.totals.is_some() {
        lights.extend(Light::ALL.into_iter().map(|light| (light.name(), light_name(site.head, lang, light))));
    }
    let sections = site.sections.iter().map(|part| (part.key, part.title.clone())).collect();
    let mut shown = vec![
        select("light", lang.pick("亮灯", "Light"), lights, lang, None),
        select("section", lang.pick("板块", "Section"), sections, lang, drawing.plan_lang()),
    ];
    if !site.is_public() {
        let units = site.units.iter().filter(|unit| !unit.tasks.is_empty() && !unit.key.is_empty());
        let units = units.map(|unit| (unit.key, unit.key.to_owned())).collect();
        let states = State::ALL.iter().map(|state| (state.name(), state.word(lang).to_owned())).collect();
        let kinds = Kind::ALL.iter().map(|kind| (kind.name(), kind.word(lang).to_owned())).collect();
        shown.push(select("unit", lang.pick("牵头单位", "Lead"), units, lang, drawing.plan_lang()));
        shown.push(select("state", lang.pick("状态", "State"), states, lang, None));
        shown.push(select("kind", lang.pick("类型", "Kind"), kinds, lang, None));
    }
    html! {
        form #find role="search" hidden {
            label.q {
                span { (lang.pick("搜索", "Search")) }
                input #q type="search" autocomplete="off" spellcheck="false";
            }
            details #filters open {
                summary { (lang.pick("筛选", "Filters")) }
                div.selects { @for one in shown { (one) } button #clear type="button" { (lang.pick("清除条件", "Clear")) } }
            }
        }
    }
}

fn select(key: &str, name: &str, options: Vec<(&str, String)>, lang: Language, of: Option<&str>) -> Markup {
    if options.is_empty() {
        return html! {};
    }
    html! {
        label {
            span { (name) }
            select data-key=(key) {
                option value="" { (lang.pick("全部", "All")) }
                @for (value, word) in options { option value=(text(value)) lang=[of] { (text(&word)) } }
            }
        }
    }
}
