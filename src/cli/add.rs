//! `workplan add`: a task that the document did not order, or that was overlooked.

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use super::typed::{Offering, one_of};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::intake::new_task::{assumed, metric_of, next_id};
use crate::plan::{Direction, Kind, Language, Metric, Plan, Task, UnitName, Weight};
use crate::report::filter::{place_named, section_named, theme_named, working_unit_named};
use crate::report::names::NameError;
use crate::say;
use crate::words;

/// The arguments of `workplan add`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan add --theme 22 --title 青西郊野公园导览牌更新 --lead 规建办 --deadline 2020-12-15\n  workplan add --section 2 --theme 美丽乡村 --title 完成30户庭院整治 --metric 整治户数=30户\n\n编号取本专题的下一个空号，并放在本专题各任务之后。原文没有写明的（牵头单位、时限、目标值等）自动记为推定。",
    "Examples:\n  workplan add --theme 22 --title 青西郊野公园导览牌更新 --lead 规建办 --deadline 2020-12-15\n  workplan add --section 2 --theme 美丽乡村 --title 完成30户庭院整治 --metric 整治户数=30户\n\nThe id is the next free one of its theme, and the task stands behind the theme's others. What the document does not say (lead, deadline, target) is marked as assumed.",
))]
pub(super) struct AddArgs {
    #[arg(long, value_name = both!("板块", "SECTION"), required_unless_present = "theme", help = both!("板块的编号或标题中的字；给出专题时可省略", "A section's id or a part of its title; may be left out with --theme"))]
    section: Option<String>,
    #[arg(long, value_name = both!("专题", "THEME"), help = both!("专题的编号或标题中的字；板块没有专题时省略", "A theme's id or a part of its title; none where the section has none"))]
    theme: Option<String>,
    #[arg(long, value_name = both!("名称", "TITLE"), help = both!("任务名称", "The task's title"))]
    title: String,
    #[arg(long, value_name = both!("原文", "TEXT"), help = both!("原文中的语句，一字不差", "The document's words that order it, exactly"))]
    source: Option<String>,
    #[arg(long, value_name = both!("类型", "KIND"), hide_possible_values = true, value_parser = Offering::terms::<Kind>(), help = both!("类型：milestone、measured、continuous；默认有目标值的为 measured，只有上限的为 continuous，否则为 milestone", "How it is judged: milestone, measured, continuous; by default measured with a target to reach, continuous with bounds alone, else milestone"))]
    kind: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("牵头单位，可用简称", "The unit that answers; a short form will do"))]
    lead: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("配合单位；可重复", "A unit that helps; may be repeated"))]
    support: Vec<String>,
    #[arg(long, value_name = both!("地点", "PLACE"), help = both!("地点；可重复", "A place; may be repeated"))]
    place: Vec<String>,
    #[arg(long, value_name = both!("名称=数值单位", "NAME=TARGET"), help = both!("量化指标，如 整治户数=30户（上限写 步行时间<=15分钟）；可重复", "A metric with its target and unit, as 整治户数=30户 (a bound: 步行时间<=15分钟); may be repeated"))]
    metric: Vec<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("开始时间；默认计划期首日", "Its first day; the period's first by default"))]
    start: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("完成时限；默认计划期末日", "Its deadline; the period's last day by default"))]
    deadline: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), requires = "deadline", requires = "source", help = both!("原文中写明时限的字", "The words of the source that set the deadline"))]
    deadline_says: Option<String>,
    #[arg(long, value_name = both!("编号", "ID"), help = both!("前置任务；可重复", "A task that it waits for; may be repeated"))]
    depends: Vec<String>,
    #[arg(long, value_name = both!("标签", "TAG"), help = both!("标签；可重复", "A tag; may be repeated"))]
    tag: Vec<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("备注（内部）", "An internal remark"))]
    note: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &AddArgs) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let task = args.task(draft, lang)?;
        let marked = words::list(lang, task.assumed.iter().map(|field| words::field_name(lang, field)));
        let what = match task.assumed.as_slice() {
            [] => say!(lang, "新增任务 {} {}", "new task {} {}", task.id, task.title),
            _ => say!(
                lang,
                "新增任务 {} {}（记为推定：{marked}）",
                "new task {} {} (marked as assumed: {marked})",
                task.id,
                task.title
            ),
        };
        draft.rewrite.add(vec![task]).map_err(|error| not_edited(desk.lang, &error))?;
        Ok(what)
    })
}

/// A refusal of what the plan has not got, and how it is made.
fn first_make(refusal: anyhow::Error, why: &NameError, make: &str, text: &str, lang: Language) -> anyhow::Error {
    let NameError::Unknown(_) = why else { return refusal };
    let text = words::shell_word(text);
    anyhow::anyhow!(say!(
        lang,
        "{refusal}；确实没有的，先新增：workplan {make} {text}",
        "{refusal}; if there is none, make it first: workplan {make} {text}"
    ))
}

impl AddArgs {
    fn task(&self, draft: &Draft, lang: Language) -> anyhow::Result<Task> {
        let plan = draft.plan(lang)?;
        let unit = |option: &str, text: &str| {
            let name = working_unit_named(plan, text, draft.today).map(UnitName);
            name.map_err(|error| first_make(no_such(lang, option, text, &error), &error, "unit add", text, lang))
        };
        let theme = self.theme_in(plan, lang)?;
        let metrics: Vec<Metric> = self
            .metric
            .iter()
            .map(|text| metric_of(text, self.source.as_deref(), lang).map_err(anyhow::Error::msg))
            .collect::<anyhow::Result<_>>()?;
        let known_place = |text: &String| match plan.head.places.is_empty() {
            true => Ok(text.clone()),
            false => place_named(plan, text).map_err(|error| no_such(lang, "--place", text, &error)),
        };
        let depends = |text: &String| {
            let task = crate::report::filter::task_named(plan, text);
            task.map(|task| task.id.clone()).map_err(|error| no_such(lang, "--depends", text, &error))
        };
        // What must never exceed something is no end to be reached.
        let bounds = metrics.iter().all(|metric| metric.direction() == Direction::AtMost);
        let by_metric = match metrics.as_slice() {
            [] => Kind::Milestone,
            _ if bounds => Kind::Continuous,
            _ => Kind::Measured,
        };
        let task = Task {
            id: next_id(draft.rewrite.opened(), &theme, lang).map_err(anyhow::Error::msg)?,
            title: self.title.trim().to_owned(),
            source: self.source.clone(),
            kind: self.kind.as_deref().map_or(Ok(by_metric), |text| one_of("--kind", text, lang))?,
            lead: self.lead.as_deref().map(|text| unit("--lead", text)).transpose()?,
            support: self.support.iter().map(|text| unit("--support", text)).collect::<anyhow::Result<_>>()?,
            person: None,
            leader: None,
            places: self.place.iter().map(known_place).collect::<anyhow::Result<_>>()?,
            metrics,
            start: draft.day(lang, self.start.as_deref())?,
            deadline: draft.day(lang, self.deadline.as_deref())?,
            deadline_says: self.deadline_says.clone(),
            checkpoints: Vec::new(),
            depends: self.depends.iter().map(depends).collect::<anyhow::Result<_>>()?,
            weight: Weight::default(),
            tags: self.tag.clone(),
            note: self.note.clone(),
            assumed: Vec::new(),
        };
        Ok(Task { assumed: assumed(&task), ..task })
    }

    /// The id of the theme, or of the section that has none.
    fn theme_in(&self, plan: &Plan, lang: Language) -> anyhow::Result<String> {
        let named = |find: fn(&Plan, &str) -> Result<String, NameError>, option: &str, text: &str| {
            find(plan, text).map_err(|error| {
                let under = if option == "--theme" { "section add --under 2" } else { "section add" };
                first_make(no_such(lang, option, text, &error), &error, under, text, lang)
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
                anyhow::bail!(say!(lang, "板块 {section} 中没有专题 {theme}", "section {section} has no theme {theme}"))
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
                anyhow::bail!(say!(lang, "请用 --theme 指明专题：{themes}", "name the theme with --theme: {themes}"))
            }
            (None, None) => {
                anyhow::bail!(lang.pick("请用 --section 或 --theme 指明位置", "say where, with --section or --theme"))
            }
        }
    }
}
