//! A new task: its id, its metrics, and what of it the document does not say.

use std::collections::HashMap;

use crate::plan::meant::bound::{directed, named};
use crate::plan::meant::half_width;
use crate::plan::meant::number::{NumberFault, approximate_hint, in_its_unit, number};
use crate::plan::{Direction, Language, Metric, Plan, Task, TaskId, UnitName, Weight};
use crate::say;
use crate::store::Opened;

/// The highest number that a task of each theme has, or ever had: ids are not used again.
pub(crate) struct Numbers {
    highest: HashMap<String, (u32, usize)>,
}

impl Numbers {
    /// The numbers of a plan's tasks, and of those that the journal still speaks of.
    pub(crate) fn of(opened: &Opened) -> Numbers {
        let mut numbers = Numbers { highest: HashMap::new() };
        let tasks = opened.plan.iter().flat_map(|plan| &plan.tasks).map(|task| &task.id);
        tasks.chain(opened.journal.entries.iter().map(|entry| &entry.task)).for_each(|id| numbers.take(id));
        numbers
    }

    /// An id that is used from now on.
    pub(crate) fn take(&mut self, id: &TaskId) {
        let Some((theme, digits)) = id.as_str().rsplit_once('-') else { return };
        let Ok(number) = digits.parse::<u32>() else { return };
        let highest = self.highest.entry(theme.to_owned()).or_insert((0, 0));
        *highest = (*highest).max((number, digits.len()));
    }

    /// The id behind the highest of a theme, as wide as that one is; `None` where no id can begin so.
    pub(crate) fn next(&mut self, theme: &str) -> Option<TaskId> {
        let (number, width) = match self.highest.get(theme) {
            Some((number, width)) => (number.checked_add(1)?, *width),
            None => (1, 2),
        };
        let id = TaskId::new(&format!("{theme}-{number:0width$}"))?;
        self.take(&id);
        Some(id)
    }
}

/// The next free id of a theme, or of a section that has none.
///
/// # Errors
/// When no id can begin so.
pub(crate) fn next_id(opened: &Opened, theme: &str, lang: Language) -> Result<TaskId, String> {
    Numbers::of(opened)
        .next(theme)
        .ok_or_else(|| say!(lang, "专题 {theme} 的编号不能用于任务编号", "no task id begins with {theme}"))
}

/// `整治户数=30户`: a name, a number, and what is counted; what `source` says of it is quoted.
///
/// # Errors
/// When the text is no such thing.
pub(crate) fn metric_of(text: &str, source: Option<&str>, lang: Language) -> Result<Metric, String> {
    let (name, target) = named(text).ok_or_else(|| no_metric(text, lang))?;
    metric((name, target, Direction::AtLeast), source).map_err(|fault| match fault {
        NumberFault::Approximate => {
            let why = approximate_hint(lang);
            say!(lang, "指标“{text}”：{why}", "the metric `{text}`: {why}")
        }
        NumberFault::OtherUnit | NumberFault::NotANumber => no_metric(text, lang),
    })
}

/// A metric of which the number, the unit or the way it is judged is written anew: `30户`, `<=15分钟`. What is not written stays.
///
/// # Errors
/// When the text is no target.
pub(crate) fn metric_again(held: &Metric, text: &str, source: Option<&str>, lang: Language) -> Result<Metric, String> {
    let mut new = metric((&held.name, text, held.direction()), source).map_err(|fault| match fault {
        NumberFault::Approximate => approximate_hint(lang).to_owned(),
        NumberFault::OtherUnit | NumberFault::NotANumber => no_metric(text, lang),
    })?;
    if new.unit.is_empty() {
        new.unit.clone_from(&held.unit);
    }
    let begun = held.baseline().filter(|_| new.baseline().is_some());
    let new = begun.and_then(|baseline| new.with_baseline(&baseline).ok()).unwrap_or(new);
    Ok(Metric { weight: held.weight, checklist: held.checklist.clone(), ..new })
}

fn no_metric(text: &str, lang: Language) -> String {
    say!(
        lang,
        "指标“{text}”请写成“名称=数值单位”，如 整治户数=30户；上限写 步行时间<=15分钟",
        "write the metric `{text}` as NAME=TARGET, like 整治户数=30户; a bound as 步行时间<=15分钟"
    )
}

/// A metric by its name, its target as it is written, and the way it is judged where the target does not say it.
fn metric((name, target, direction): (&str, &str, Direction), source: Option<&str>) -> Result<Metric, NumberFault> {
    if name.is_empty() {
        return Err(NumberFault::NotANumber);
    }
    let (said, target) = directed(target);
    let quantity = in_its_unit(target).map_or_else(|| number(target), Ok)?;
    let says = source.filter(|source| source.contains(target)).map(|_| target.to_owned());
    let yaml = serde_json::json!({
        "name": name, "unit": quantity.unit, "target": quantity.value.to_string(), "says": says,
        "direction": said.unwrap_or(direction),
    });
    serde_json::from_value(yaml).map_err(|_| NumberFault::NotANumber)
}

/// A weight, as a person writes it.
///
/// # Errors
/// When it is none.
pub(crate) fn weight_of(text: &str, lang: Language) -> Result<Weight, String> {
    half_width(text).parse().map_err(|_| {
        say!(
            lang,
            "权重“{text}”应为大于 0、不超过 1000 的数字",
            "the weight `{text}` must be a number above 0 and up to 1000"
        )
    })
}

/// The fields of a task that its quote of the document does not say; none where there is no document.
pub(crate) fn assumed(plan: &Plan, task: &Task) -> Vec<String> {
    if !plan.has_document() {
        return Vec::new();
    }
    let stated = |unit: &UnitName| task.source.as_deref().is_some_and(|source| source.contains(unit.as_str()));
    let mut fields = Vec::new();
    if task.lead.as_ref().is_some_and(|lead| !stated(lead)) {
        fields.push("lead".to_owned());
    }
    if task.support.iter().any(|unit| !stated(unit)) {
        fields.push("support".to_owned());
    }
    if task.start.is_some() {
        fields.push("start".to_owned());
    }
    if task.deadline.is_some() && task.deadline_says.is_none() {
        fields.push("deadline".to_owned());
    }
    let unstated = task.metrics.iter().filter(|metric| metric.says.is_none());
    fields.extend(unstated.map(|metric| format!("metrics.{}", metric.name)));
    fields
}

/// Forgets what was assumed of fields that the task no longer has.
pub(crate) fn prune_assumed(task: &mut Task) {
    let assumed = std::mem::take(&mut task.assumed);
    let mut kept: Vec<String> = Vec::new();
    for field in assumed {
        if has(task, &field) && !kept.contains(&field) {
            kept.push(field);
        }
    }
    task.assumed = kept;
}

fn has(task: &Task, field: &str) -> bool {
    match field {
        "source" => task.source.is_some(),
        "lead" => task.lead.is_some(),
        "support" => !task.support.is_empty(),
        "origin" => task.origin.is_some(),
        "person" => task.person.is_some(),
        "leader" => task.leader.is_some(),
        "places" => !task.places.is_empty(),
        "start" => task.start.is_some(),
        "deadline" => task.deadline.is_some(),
        "recurs" => task.recurs.is_some(),
        "checkpoints" => !task.checkpoints.is_empty(),
        "depends" => !task.depends.is_empty(),
        "tags" => !task.tags.is_empty(),
        "note" => task.note.is_some(),
        "metrics" => !task.metrics.is_empty(),
        field => !field.starts_with("metrics.") || task.metric_part(field).is_some(),
    }
}
