//! What a person says about a task, in words, and the entry that it makes.

use crate::calendar::{DayWords, read_day};
use crate::cli::filters::no_such;
use crate::cli::session::day_fault;
use crate::lang;
use crate::meant::half_width;
use crate::meant::notice::notice_number;
use crate::meant::number::number;
use crate::meant::word::{grade, word};
use crate::plan::{Date, Entry, EntryState, Head, Language, Metric, NoticeNumber, Plan, Scalar, Task, Values};
use crate::report::filter::{task_named, unit_named};
use crate::report::names::{NameError, Named, pick};
use crate::say;
use crate::store::Opened;

/// What a person says about a task. Empty texts say nothing.
#[derive(Debug, Clone, Default)]
pub(in crate::cli) struct Facts {
    pub(in crate::cli) task: String,
    /// The task's title, by which it is found where its id is not (spreadsheets take `22-07` for a date).
    pub(in crate::cli) title: String,
    pub(in crate::cli) date: String,
    pub(in crate::cli) by: String,
    /// `NAME=VALUE`, or the value alone where the task has one metric.
    pub(in crate::cli) values: Vec<String>,
    pub(in crate::cli) state: String,
    pub(in crate::cli) checkpoints: Vec<String>,
    pub(in crate::cli) note: String,
    pub(in crate::cli) issue: String,
    pub(in crate::cli) next: String,
    pub(in crate::cli) evidence: Vec<String>,
    /// The number of the notice that is answered.
    pub(in crate::cli) reply_to: String,
}

/// A fact of which no entry can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct FactFault {
    /// The entry's key.
    pub(in crate::cli) key: &'static str,
    /// What is wrong, and what to write.
    pub(in crate::cli) message: String,
}

/// The states that a report may name; the others have commands of their own.
pub(in crate::cli) const STATES: [EntryState; 4] =
    [EntryState::InProgress, EntryState::Blocked, EntryState::Done, EntryState::Reopened];

impl Facts {
    /// Whether anything is said beyond what it is about.
    pub(in crate::cli) fn say_nothing(&self) -> bool {
        let texts = [&self.state, &self.note, &self.issue, &self.next, &self.reply_to];
        let lists = [&self.checkpoints, &self.evidence];
        texts.iter().all(|text| text.trim().is_empty())
            && lists.iter().all(|list| list.iter().all(|text| text.trim().is_empty()))
            && self.values.iter().all(|value| split_value(value).1.is_empty())
    }

    /// The entry that the facts make, or everything that is wrong with them.
    pub(in crate::cli) fn entry(&self, opened: &Opened, today: Date, lang: Language) -> Result<Entry, Vec<FactFault>> {
        let Some(plan) = &opened.plan else { return Err(Vec::new()) };
        let mut faults = Vec::new();
        let task = self.task_in(plan, lang).map_err(|message| vec![FactFault { key: "task", message }])?;
        let mut take = |key: &'static str, message: String| faults.push(FactFault { key, message });
        let date = match self.date.trim() {
            "" => Some(today),
            text => day_in(&plan.head, text, today, lang).map_err(|message| take("date", message)).ok(),
        };
        let by = match self.by.trim() {
            "" => None,
            text => unit_or_person(plan, text, lang).map_err(|message| take("by", message)).ok(),
        };
        let mut values = Values::default();
        for text in &self.values {
            match value_of(task, text, lang) {
                Ok(None) => {}
                Ok(Some((name, _))) if values.get(&name).is_some() => {
                    take("values", say!(lang, "“{name}”写了两次", "{name} is given twice"));
                }
                Ok(Some(value)) => values.0.push(value),
                Err(message) => take("values", message),
            }
        }
        let state = match self.state.trim() {
            "" => None,
            text => state_named(text, lang).map_err(|message| take("state", message)).ok(),
        };
        let mut checkpoints = Vec::new();
        for text in self.checkpoints.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            match checkpoint_named(task, text, lang) {
                Ok(id) => checkpoints.push(id),
                Err(message) => take("checkpoints", message),
            }
        }
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let evidence = self.evidence.iter().filter_map(|path| text(path));
        let evidence = evidence.map(|path| evidence_path(opened, &path)).collect();
        let reply_to = match self.reply_to.trim() {
            "" => None,
            text => notice_named(opened, task, text, lang).map_err(|message| take("reply_to", message)).ok(),
        };
        match date {
            Some(date) if faults.is_empty() => Ok(Entry {
                date,
                task: task.id.clone(),
                by,
                values,
                state,
                checkpoints,
                note: text(&self.note),
                issue: text(&self.issue),
                next: text(&self.next),
                evidence,
                reply_to,
                amendment: None,
            }),
            _ => Err(faults),
        }
    }

    fn task_in<'p>(&self, plan: &'p Plan, lang: Language) -> Result<&'p Task, String> {
        // An id typed with a Chinese keyboard's digits.
        let by_id =
            task_named(plan, &self.task).or_else(|error| task_named(plan, &half_width(&self.task)).map_err(|_| error));
        let by_title = || {
            let title = self.title.trim();
            let mut same = plan.tasks.iter().filter(|task| !title.is_empty() && task.title == title);
            same.next().filter(|_| same.next().is_none()).map(|task| task.id.to_string())
        };
        let id = by_id.or_else(|error| by_title().ok_or(error));
        let id = id.map_err(|error| no_such(lang, lang::pick(lang, "任务", "task"), &self.task, &error).to_string())?;
        let task = plan.tasks.iter().find(|task| task.id.as_str() == id);
        task.ok_or_else(|| say!(lang, "没有任务 {id}", "there is no task {id}"))
    }
}

/// The notice that a text means: its number, however the brackets are typed.
fn notice_named(opened: &Opened, task: &Task, text: &str, lang: Language) -> Result<NoticeNumber, String> {
    let known = &opened.journal.notices;
    let meant = notice_number(text).filter(|number| known.iter().any(|notice| notice.number == *number));
    meant.ok_or_else(|| {
        let own = known.iter().filter(|notice| notice.tasks.contains(&task.id)).map(|notice| notice.number.to_string());
        let (own, id) = (lang::list(lang, own), &task.id);
        match own.as_str() {
            "" => say!(
                lang,
                "没有文号为“{text}”的督办单，也没有涉及任务 {id} 的；发过的见 workplan notice --list",
                "there is no notice `{text}`, and none about {id}: see `workplan notice --list`"
            ),
            own => say!(
                lang,
                "没有文号为“{text}”的督办单；涉及任务 {id} 的有：{own}",
                "there is no notice `{text}`; those about {id}: {own}"
            ),
        }
    })
}

/// The day that a text means, in words of a person.
pub(in crate::cli) fn day_in(head: &Head, text: &str, today: Date, lang: Language) -> Result<Date, String> {
    read_day(&half_width(text), DayWords { today, period: Some(head.period) })
        .map_err(|fault| day_fault(text, fault, lang))
}

/// The unit that a short form means; any other name as it is, for reviewers need be no units: but one that is a slip of
/// the keyboard away from a unit's is questioned.
pub(in crate::cli) fn unit_or_person(plan: &Plan, text: &str, lang: Language) -> Result<String, String> {
    match unit_named(plan, text) {
        Ok(name) => Ok(name),
        Err(NameError::Unknown(_)) => match unit_nearly_named(plan, text) {
            None => Ok(text.to_owned()),
            Some(near) => Err(say!(
                lang,
                "没有单位“{text}”，是否应为“{near}”？",
                "there is no unit `{text}`; did you mean `{near}`?"
            )),
        },
        Err(error @ NameError::Ambiguous(_)) => {
            Err(no_such(lang, lang::pick(lang, "单位", "unit"), text, &error).to_string())
        }
    }
}

/// The name of a unit, short or whole, of which one character differs.
fn unit_nearly_named<'p>(plan: &'p Plan, text: &str) -> Option<&'p str> {
    const SHORTEST: usize = 3;
    let names = plan.head.units.iter().flat_map(|unit| unit.short.as_deref().into_iter().chain([unit.name.as_str()]));
    let mut long = names.filter(|name| name.chars().count() >= SHORTEST);
    long.find(|name| strsim::damerau_levenshtein(name, text) == 1)
}

/// `NAME=VALUE` in its parts; the name is empty where there is none.
fn split_value(text: &str) -> (&str, &str) {
    match text.rsplit_once(['=', '＝']) {
        Some((name, value)) => (name.trim(), value.trim()),
        None => ("", text.trim()),
    }
}

/// The metric and the value that a text means; `None` where it gives no value.
fn value_of(task: &Task, text: &str, lang: Language) -> Result<Option<(String, Scalar)>, String> {
    let (name, value) = split_value(text);
    if value.is_empty() {
        return Ok(None);
    }
    let metric = metric_named(task, name, lang)?;
    let scalar = Scalar::new(value);
    if metric.read(&scalar).is_ok() {
        return Ok(Some((metric.name.clone(), scalar)));
    }
    let meant = if metric.grades().is_empty() { number_with_unit(metric, value) } else { grade_named(metric, value) };
    match meant {
        Some(scalar) => Ok(Some((metric.name.clone(), scalar))),
        None if metric.grades().is_empty() && number(value).is_some_and(|number| !number.unit.is_empty()) => Err(say!(
            lang,
            "“{}”以“{}”计，“{value}”的单位不符；请核对后只写数字",
            "{} counts in {}, and `{value}` is in something else; check it, and write digits only",
            metric.name,
            metric.unit
        )),
        None if metric.grades().is_empty() => Err(say!(
            lang,
            "“{}”的值“{value}”不是数字，请只写数字（单位 {}）",
            "the value `{value}` of {} is not a number; write digits only (in {})",
            metric.name,
            metric.unit
        )),
        None => {
            let grades = lang::list(lang, metric.grades().iter().map(|grade| &grade.name));
            Err(say!(
                lang,
                "“{}”的等级“{value}”不在 {grades} 之中",
                "`{value}` is no grade of {}: {grades}",
                metric.name
            ))
        }
    }
}

/// `61户`, `６１`, `1,447`: a number that can only be that one, in the metric's own unit or none.
fn number_with_unit(metric: &Metric, text: &str) -> Option<Scalar> {
    let number = number(text).filter(|number| number.unit.is_empty() || number.unit == metric.unit)?;
    Some(Scalar::Number(number.value))
}

fn grade_named(metric: &Metric, text: &str) -> Option<Scalar> {
    let names: Vec<String> = metric.grades().iter().map(|grade| grade.name.clone()).collect();
    let meant = grade(text, &names)?;
    // A near miss of a grade's name is another grade as likely as not; a bare number may be a count.
    let is_spelling = text.chars().count() <= 3 && !text.contains(|c: char| c.is_numeric() && c.is_ascii());
    is_spelling.then(|| Scalar::Word(meant.to_owned()))
}

/// The metric that a name means; without one, the only metric that no checklist counts.
fn metric_named<'t>(task: &'t Task, name: &str, lang: Language) -> Result<&'t Metric, String> {
    let by_hand: Vec<&Metric> = task.metrics.iter().filter(|metric| metric.checklist.is_none()).collect();
    let names = || lang::list(lang, by_hand.iter().map(|metric| &metric.name));
    if task.metrics.is_empty() {
        return Err(say!(lang, "任务 {} 没有量化指标，不能填数值", "task {} has no metric, so no value", task.id));
    }
    let metric = match (by_hand.as_slice(), name) {
        ([only], "") => *only,
        ([], "") => task.metrics.first().ok_or_else(names)?,
        (_, "") => {
            return Err(say!(
                lang,
                "任务 {} 有多个指标，请写“指标=数值”：{}",
                "task {} has several metrics; write NAME=VALUE: {}",
                task.id,
                names()
            ));
        }
        (_, name) => {
            let named = task.metrics.iter().map(|metric| Named { name: &metric.name, also: None });
            let found = pick(name, named).map_err(|_| {
                let all = lang::list(lang, task.metrics.iter().map(|metric| &metric.name));
                say!(lang, "没有指标“{name}”，该任务的指标是：{all}", "no metric is named `{name}`; there are: {all}")
            })?;
            task.metric(&found).ok_or_else(names)?
        }
    };
    match metric.checklist {
        None => Ok(metric),
        Some(_) => Err(say!(
            lang,
            "“{}”由清单计数，请用 workplan checklist {} close 销项",
            "{} is counted by its checklist: use `workplan checklist {} close`",
            metric.name,
            task.id
        )),
    }
}

fn state_named(text: &str, lang: Language) -> Result<EntryState, String> {
    let all = [EntryState::Closed, EntryState::Returned, EntryState::Cancelled];
    let names: Vec<String> = STATES.iter().chain(&all).map(|state| state.name().to_owned()).collect();
    let meant = word(text, &names).and_then(EntryState::named);
    match meant {
        Some(state @ (EntryState::InProgress | EntryState::Blocked | EntryState::Done | EntryState::Reopened)) => {
            Ok(state)
        }
        Some(EntryState::Closed | EntryState::Returned) => {
            Err(say!(lang, "销号、退回请用 workplan close", "to close a task or send it back, use `workplan close`"))
        }
        Some(EntryState::Cancelled) => Err(say!(
            lang,
            "撤销任务请用 workplan amend 编号 cancel",
            "to call a task off, use `workplan amend ID cancel`"
        )),
        None => {
            let words = STATES.iter().map(|state| match lang {
                Language::Chinese => lang::entry_state(lang, *state),
                Language::English => state.name(),
            });
            let words = lang::list(lang, words);
            Err(say!(lang, "没有状态“{text}”，可写：{words}", "there is no state `{text}`; there are: {words}"))
        }
    }
}

fn checkpoint_named(task: &Task, text: &str, lang: Language) -> Result<String, String> {
    let named = task.checkpoints.iter().map(|step| Named { name: &step.id, also: Some(&step.title) });
    pick(text, named).map_err(|error| {
        if task.checkpoints.is_empty() {
            say!(lang, "任务 {} 没有节点", "task {} has no checkpoints", task.id)
        } else {
            no_such(lang, lang::pick(lang, "节点", "checkpoint"), text, &error).to_string()
        }
    })
}

/// The path as the journal writes it: from the plan's folder. One that exists from where the user stands is
/// turned into that.
pub(in crate::cli) fn evidence_path(opened: &Opened, given: &str) -> String {
    let with_slashes = given.replace('\\', "/");
    let Some(folder) = opened.shelf.folder() else { return with_slashes };
    if given.contains("://") || folder.join(given).exists() {
        return with_slashes;
    }
    let Ok(real) = std::fs::canonicalize(given) else { return with_slashes };
    let (mut from, mut to) = (folder.components().peekable(), real.components().peekable());
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let ups = from.map(|_| "..".to_owned());
    let downs = to.map(|part| part.as_os_str().to_string_lossy().into_owned());
    ups.chain(downs).collect::<Vec<_>>().join("/")
}
