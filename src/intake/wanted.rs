//! A new task as a person wants it, in words, and the task that it makes.

use crate::plan::{Kind, Language, Metric, OwnValues, Plan, Task, UnitName, Weight};
use crate::report::filter::{place_named, section_named, task_named, theme_named, working_unit_named};
use crate::report::names::NameError;
use crate::say;
use crate::store::Opened;
use crate::words;
use crate::words::{Worded, squeezed};

use super::assign::{Around, checkpoint_of};
use super::new_task::{assumed, metric_of, next_id, weight_of};
use super::order::order_of;
use super::own::{no_own_field, own_value};
use super::recurs::recurs_of;
use crate::plan::meant::day::day;

/// A new task as a person wants it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    pub(crate) section: Option<String>,
    pub(crate) theme: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) lead: Option<String>,
    pub(crate) support: Vec<String>,
    pub(crate) person: Option<String>,
    pub(crate) leader: Option<String>,
    pub(crate) places: Vec<String>,
    pub(crate) metrics: Vec<String>,
    pub(crate) start: Option<String>,
    pub(crate) deadline: Option<String>,
    pub(crate) deadline_says: Option<String>,
    pub(crate) recurs: Option<String>,
    pub(crate) checkpoints: Vec<String>,
    pub(crate) depends: Vec<String>,
    pub(crate) serves: Vec<String>,
    pub(crate) weight: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) fields: Vec<String>,
    pub(crate) note: Option<String>,
}

impl Wanted {
    /// The task, with the next free id of its theme.
    ///
    /// # Errors
    /// When a word means nothing in the plan, or something is missing.
    pub(crate) fn task(&self, opened: &Opened, around: Around<'_>) -> Result<Task, String> {
        let Around { plan, today, lang, .. } = around;
        let missing = || lang.pick("请用 --title 写明任务名称", "say what the task is, with --title").to_owned();
        let unit = |option: &str, text: &str| {
            let name = working_unit_named(plan, text, today).map(UnitName);
            name.map_err(|error| first_make(error.said(lang, option, text), &error, "unit add", text, lang))
        };
        let depends = |text: &String| {
            let task = task_named(plan, text);
            task.map(|task| task.id.clone()).map_err(|error| error.said(lang, "--depends", text))
        };
        let on = |text: &Option<String>| text.as_deref().map(|text| day(&plan.head, text, today, lang)).transpose();
        let theme = self.theme_in(plan, lang)?;
        let metrics: Vec<Metric> =
            self.metrics.iter().map(|text| metric_of(text, self.source.as_deref(), lang)).collect::<Result<_, _>>()?;
        let kind = self.kind_of(&metrics, lang)?;
        let metrics = match kind {
            Kind::Continuous => metrics.into_iter().map(Metric::held).collect(),
            Kind::Milestone | Kind::Measured => metrics,
        };
        let title = given(self.title.as_ref()).ok_or_else(missing)?;
        let task = Task {
            under: None,
            id: next_id(opened, &theme, lang)?,
            title,
            source: self.source.clone(),
            origin: given(self.origin.as_ref()),
            kind,
            lead: self.lead.as_deref().map(|text| unit("--lead", text)).transpose()?,
            support: self.support.iter().map(|text| unit("--support", text)).collect::<Result<_, _>>()?,
            person: given(self.person.as_ref()),
            leader: given(self.leader.as_ref()),
            places: self.places.iter().map(|text| place(plan, text, lang)).collect::<Result<_, _>>()?,
            metrics,
            start: on(&self.start)?,
            deadline: on(&self.deadline)?,
            deadline_says: self.deadline_says.clone(),
            recurs: given(self.recurs.as_ref()).map(|text| recurs_of(&text, lang)).transpose()?,
            checkpoints: self.checkpoints.iter().map(|text| checkpoint_of(text, around)).collect::<Result<_, _>>()?,
            depends: self.depends.iter().map(depends).collect::<Result<_, _>>()?,
            serves: self.serves.iter().map(|text| order_of(text, lang)).collect::<Result<_, _>>()?,
            weight: self.weight.as_deref().map_or(Ok(Weight::default()), |text| weight_of(text, lang))?,
            tags: self.tags.clone(),
            fields: self.own_values(around)?,
            note: self.note.clone(),
            assumed: Vec::new(),
            confirmed: Vec::new(),
            carried_from: None,
        };
        Ok(Task { assumed: assumed(plan, &task), ..task })
    }

    /// What is said under the plan's own fields: `资金=120`.
    fn own_values(&self, around: Around<'_>) -> Result<OwnValues, String> {
        let Around { plan, today, lang, .. } = around;
        let mut values = OwnValues::default();
        for text in &self.fields {
            let (name, value) = text.split_once(['=', '＝']).ok_or_else(|| {
                say!(lang, "--field：“{text}”请写成“名称=内容”", "--field: write `{text}` as NAME=VALUE")
            })?;
            let field = plan.head.own_field(name).ok_or_else(|| no_own_field(&plan.head, name.trim(), lang))?;
            values.put(&field.key, own_value(field, value, (&plan.head, Some(today)), lang)?);
        }
        Ok(values)
    }

    /// The kind that is named; else the one that the metrics speak for.
    fn kind_of(&self, metrics: &[Metric], lang: Language) -> Result<Kind, String> {
        // What must never exceed something is no end to be reached.
        let bounds = metrics.iter().all(|metric| metric.direction().is_bound());
        let Some(text) = &self.kind else {
            return Ok(match metrics {
                [] => Kind::Milestone,
                _ if bounds => Kind::Continuous,
                _ => Kind::Measured,
            });
        };
        Kind::read(text).ok_or_else(|| {
            let known = words::list(lang, Kind::TERMS.iter().map(|term| term.typed(lang)));
            say!(lang, "--kind：没有“{text}”；可写：{known}", "--kind: there is no `{text}`; there are: {known}")
        })
    }

    /// The id of the theme, or of the section that has none.
    pub(crate) fn theme_in(&self, plan: &Plan, lang: Language) -> Result<String, String> {
        let named = |find: fn(&Plan, &str) -> Result<String, NameError>, option: &str, text: &str| {
            find(plan, text).map_err(|error| {
                if option == "--theme" && section_named(plan, text).is_ok() {
                    return say!(
                        lang,
                        "“{text}”是板块，请用 --section {text}",
                        "`{text}` is a section: --section {text}"
                    );
                }
                let under = if option == "--theme" { "section add --under 2" } else { "section add" };
                first_make(error.said(lang, option, text), &error, under, text, lang)
            })
        };
        let section = self.section.as_deref().map(|text| named(section_named, "--section", text)).transpose()?;
        let theme = self.theme.as_deref().map(|text| named(theme_named, "--theme", text)).transpose()?;
        let own = |id: &str| plan.head.sections.iter().find(|section| section.id == id);
        match (section, theme) {
            (Some(section), Some(theme)) => {
                let within = own(&section).is_some_and(|section| section.themes.iter().any(|known| known.id == theme));
                if within {
                    return Ok(theme);
                }
                Err(say!(lang, "板块 {section} 中没有专题 {theme}", "section {section} has no theme {theme}"))
            }
            (None, Some(theme)) => Ok(theme),
            (Some(section), None) => {
                let themes: Vec<String> = own(&section)
                    .iter()
                    .flat_map(|section| &section.themes)
                    .map(|theme| format!("{} {}", theme.id, theme.title))
                    .collect();
                if themes.is_empty() {
                    return Ok(section);
                }
                let themes = words::list(lang, themes);
                Err(say!(lang, "请用 --theme 指明专题：{themes}", "name the theme with --theme: {themes}"))
            }
            (None, None) => {
                Err(lang.pick("请用 --section 或 --theme 指明位置", "say where, with --section or --theme").to_owned())
            }
        }
    }
}

/// A refusal of what the plan has not got, and how it is made.
pub(crate) fn first_make(refusal: String, why: &NameError, make: &str, text: &str, lang: Language) -> String {
    let NameError::Unknown(_) = why else { return refusal };
    let text = words::shell_word(text);
    say!(
        lang,
        "{refusal}；确实没有的，先新增：workplan {make} {text}",
        "{refusal}; if there is none, make it first: workplan {make} {text}"
    )
}

fn given(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn place(plan: &Plan, text: &str, lang: Language) -> Result<String, String> {
    match plan.head.places.is_empty() {
        true => Ok(text.to_owned()),
        false => place_named(plan, text).map_err(|error| error.said(lang, "--place", text)),
    }
}

/// The task of the plan that has the same title, if there is one.
pub(crate) fn namesake<'p>(plan: &'p Plan, title: &str) -> Option<&'p Task> {
    plan.tasks.iter().find(|task| squeezed(&task.title) == squeezed(title))
}
