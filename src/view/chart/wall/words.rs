//! What a wall chart says.

use chrono::Datelike;

use crate::assess::{Basis, Light};
use crate::lang;
use crate::plan::{Date, Language};
use crate::report::chart::{LightCounts, TimeAxis, WallRow, WallTarget};
use crate::say;
use crate::view::common::{UNKNOWN, as_of, light_name, marked, percent};

use super::Plot;

/// The heads of the columns.
pub(super) struct Heads {
    pub(super) light: &'static str,
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) targets: &'static str,
    pub(super) lead: &'static str,
    pub(super) progress: &'static str,
    pub(super) deadline: &'static str,
}

/// The heads of the columns.
pub(super) fn heads(lang: Language) -> Heads {
    let pick = |zh, en| lang::pick(lang, zh, en);
    Heads {
        light: pick("亮灯", "Light"),
        id: pick("编号", "Id"),
        title: pick("工作任务", "Task"),
        targets: pick("目标", "Target"),
        lead: pick("牵头单位", "Lead"),
        progress: pick("完成率", "Done"),
        deadline: pick("时限", "Due"),
    }
}

/// The chart's name on a page, for those who do not see it.
pub(super) fn page_name(plot: &Plot<'_, '_>, page: usize, of: usize) -> String {
    let (title, numbers) = (headline(plot), page_number(plot.lang, page, of));
    say!(plot.lang, "{title}（{numbers}）", "{title} ({numbers})")
}

/// The title of the whole.
pub(super) fn headline(plot: &Plot<'_, '_>) -> String {
    let title = plot.wall.header.plan.title;
    let sample = if plot.wall.header.plan.sample { lang::sample_tag(plot.lang) } else { "" };
    say!(plot.lang, "{title}挂图作战图{sample}", "{title}: wall chart{sample}")
}

/// `第 1 页，共 6 页`.
pub(super) fn page_number(lang: Language, page: usize, of: usize) -> String {
    say!(lang, "第 {page} 页，共 {of} 页", "page {page} of {of}")
}

/// The whole in two sentences, for those who do not see it.
pub(super) fn description(plot: &Plot<'_, '_>) -> String {
    let (wall, lang) = (plot.wall, plot.lang);
    let day = as_of(lang, wall.header.as_of);
    let tasks: usize = wall.groups.iter().map(|group| group.rows.len()).sum();
    let lights = wall.lights.map(|counts| {
        let count = |light| format!("{} {}", light_name(wall.head, lang, light), counts.count(light));
        let counts = lang::list(lang, Light::ALL.map(count));
        say!(lang, "：{counts}", ": {counts}")
    });
    let lights = lights.unwrap_or_default();
    say!(lang, "{day}，共 {tasks} 项任务{lights}。", "{day}: {tasks} tasks{lights}.")
}

/// What is said under the title.
pub(super) fn about(plot: &Plot<'_, '_>) -> String {
    let (wall, lang) = (plot.wall, plot.lang);
    let plan = &wall.header.plan;
    let (issuer, issued) = (plan.issuer, plan.issued);
    let (start, end) = (plan.period.start, plan.period.end);
    let mut said = say!(
        lang,
        "{issuer} {issued} 印发　计划期 {start} 至 {end}",
        "issued by {issuer} on {issued}; runs {start} to {end}"
    );
    if let Some(basis) = wall.pace {
        let (passed, basis) =
            (wall.passed.map_or_else(|| UNKNOWN.to_owned(), |share| share.percent()), lang::pace(lang, basis));
        said += &say!(lang, "　时间已过 {passed}（{basis}）", "; {passed} of the time has passed ({basis})");
    }
    if let Some(revision) = &wall.header.revision {
        said += &lang::revision_tag(lang, revision);
    }
    said
}

/// `蓝灯 12（6.2%）`.
pub(super) fn light_count(plot: &Plot<'_, '_>, counts: &LightCounts, light: Light) -> String {
    let (word, count) = (light_name(plot.wall.head, plot.lang, light), counts.count(light));
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let share = percent(crate::assess::Share::of_counts(number(count), number(counts.tasks)));
    say!(plot.lang, "{word} {count}（{share}）", "{word} {count} ({share})")
}

/// `195 项`.
pub(super) fn task_count(lang: Language, tasks: usize) -> String {
    let plural = if tasks == 1 { "" } else { "s" };
    say!(lang, "{tasks} 项", "{tasks} task{plural}")
}

/// The unit that answers, marked where it is assumed.
pub(super) fn lead(row: &WallRow<'_>, lang: Language) -> String {
    match row.lead_short.or(row.lead) {
        Some(name) => marked(name, row.lead_assumed),
        None => say!(lang, "（未定）", "(none)"),
    }
}

/// The deadline, without the year where there is but one.
pub(super) fn deadline(row: &WallRow<'_>, axis: &TimeAxis, lang: Language) -> String {
    match (row.deadline, row.continuous) {
        (_, Some(true)) => marked(lang::pick(lang, "持续推进", "ongoing"), row.kind_assumed),
        (Some(day), _) => marked(&short_day(day, axis), row.deadline_basis == Some(Basis::Assumed)),
        (None, _) => UNKNOWN.to_owned(),
    }
}

/// A day, without the year where the chart has but one.
pub(super) fn short_day(day: Date, axis: &TimeAxis) -> String {
    let one_year = axis.first.year() == axis.last.year() && day.year() == axis.first.year();
    if one_year { format!("{:02}-{:02}", day.0.month(), day.0.day()) } else { day.to_string() }
}

/// What is to be reached: `完成集中居住户数 92户`.
pub(super) fn targets(row: &WallRow<'_>, lang: Language) -> String {
    row.targets.iter().map(|target| target_of(target, lang)).collect::<Vec<_>>().join(lang::pick(lang, "；", "; "))
}

fn target_of(target: &WallTarget<'_>, lang: Language) -> String {
    let WallTarget { name, unit, direction, target: value, assumed, graded } = target;
    let asked = lang::target(lang, *direction, *graded, value, unit);
    marked(&format!("{name} {asked}"), *assumed)
}

/// `7月`, with the year where there is room for it.
pub(in crate::view::chart) fn month(lang: Language, day: Date, whole: bool) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month) = (day.year(), day.0.month());
    let name = usize::try_from(day.0.month0()).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or_default();
    if whole { say!(lang, "{year}年{month}月", "{name} {year}") } else { say!(lang, "{month}月", "{name}") }
}
