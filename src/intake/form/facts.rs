//! What a person says about a task, in words, and the entry that it makes.

use crate::plan::meant::day::day;
use crate::plan::meant::half_width;
use crate::plan::{Date, Entry, Language, Plan, Task, Values};
use crate::report::filter::task_named;
use crate::say;
use crate::store::Opened;
use crate::words::{folded, says_none, shell_word};

use super::names::{checkpoint_named, evidence_path, notice_named, state_named, unit_or_person};
use super::values::{percent_in, split_value, value_of};

/// What a person says about a task. Empty texts say nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub(crate) task: String,
    /// The task's title, by which it is found where its id is not (spreadsheets take `22-07` for a date).
    pub(crate) title: String,
    pub(crate) date: String,
    pub(crate) by: String,
    /// `NAME=VALUE`, or the value alone where the task has one metric.
    pub(crate) values: Vec<String>,
    pub(crate) state: String,
    pub(crate) checkpoints: Vec<String>,
    pub(crate) note: String,
    pub(crate) issue: String,
    pub(crate) next: String,
    pub(crate) evidence: Vec<String>,
    /// The number of the notice that is answered.
    pub(crate) reply_to: String,
    /// How far the work has come: `60`, `60%`, `六成`.
    pub(crate) percent: String,
}

/// The command that says the same.
pub(crate) fn typed_again(facts: &Facts) -> String {
    let one =
        |option: &str, text: &str| (!text.trim().is_empty()).then(|| format!("--{option} {}", shell_word(text.trim())));
    let options = [
        ("date", &facts.date),
        ("by", &facts.by),
        ("state", &facts.state),
        ("percent", &facts.percent),
        ("note", &facts.note),
        ("issue", &facts.issue),
        ("next", &facts.next),
        ("reply-to", &facts.reply_to),
    ];
    let values = facts.values.iter().filter(|value| !split_value(value).1.is_empty());
    let parts = options.iter().filter_map(|(option, text)| one(option, text));
    let parts = parts.chain(values.filter_map(|value| one("value", value)));
    let parts = parts.chain(facts.checkpoints.iter().filter_map(|step| one("checkpoint", step)));
    let parts = parts.chain(facts.evidence.iter().filter_map(|path| one("evidence", path)));
    let words: Vec<String> =
        std::iter::once(format!("workplan record {}", shell_word(&facts.task))).chain(parts).collect();
    words.join(" ")
}

/// A fact of which no entry can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactFault {
    /// The entry's key.
    pub(crate) key: &'static str,
    /// What is wrong, and what to write.
    pub(crate) message: String,
}

impl Facts {
    /// Whether anything is said beyond what it is about.
    pub(crate) fn say_nothing(&self) -> bool {
        let texts = [&self.state, &self.note, &self.next, &self.reply_to, &self.percent];
        let lists = [&self.checkpoints, &self.evidence];
        texts.iter().all(|text| text.trim().is_empty())
            && says_none(&self.issue)
            && lists.iter().all(|list| list.iter().all(|text| text.trim().is_empty()))
            && self.values.iter().all(|value| split_value(value).1.is_empty())
    }

    /// The entry that the facts make, or everything that is wrong with them.
    pub(crate) fn entry(&self, opened: &Opened, today: Date, lang: Language) -> Result<Entry, Vec<FactFault>> {
        let Some(plan) = &opened.plan else { return Err(Vec::new()) };
        let mut faults = Vec::new();
        let task = self.task_in(plan, lang).map_err(|message| vec![FactFault { key: "task", message }])?;
        let mut take = |key: &'static str, message: String| faults.push(FactFault { key, message });
        let date = match self.date.trim() {
            "" => Some(today),
            text => day(&plan.head, text, today, lang).map_err(|why| take("date", why)).ok(),
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
        let mut evidence = Vec::new();
        for path in self.evidence.iter().filter_map(|path| text(path)) {
            match evidence_path(opened, &path, lang) {
                Ok(path) => evidence.push(path),
                Err(message) => take("evidence", message),
            }
        }
        let percent = match self.percent.trim() {
            "" => None,
            text => percent_in(task, text, lang).map_err(|message| take("percent", message)).ok(),
        };
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
                issue: text(&self.issue).filter(|text| !says_none(text)),
                next: text(&self.next),
                evidence,
                reply_to,
                amendment: None,
                percent,
                withdraws: None,
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
            let mut same = plan.tasks.iter().filter(|task| !title.is_empty() && folded(&task.title) == folded(title));
            same.next().filter(|_| same.next().is_none())
        };
        let task = by_id.or_else(|error| by_title().ok_or(error));
        task.map_err(|error| error.said(lang, lang.pick("任务", "task"), &self.task))
    }
}
