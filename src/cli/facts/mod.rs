//! What a person says about a task, in words, and the entry that it makes.

mod names;
mod values;

use crate::cli::filters::no_such;
use crate::cli::session::day;
use crate::lang;
use crate::meant::half_width;
use crate::plan::{Date, Entry, Language, Plan, Task, Values};
use crate::report::filter::task_named;
use crate::say;
use crate::store::Opened;
use crate::words::folded;

pub(super) use names::{STATES, checkpoint_named, evidence_path, notice_named, state_named, unit_or_person};
pub(super) use values::value_in;
use values::{split_value, value_of};

/// What a person says about a task. Empty texts say nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) task: String,
    /// The task's title, by which it is found where its id is not (spreadsheets take `22-07` for a date).
    pub(super) title: String,
    pub(super) date: String,
    pub(super) by: String,
    /// `NAME=VALUE`, or the value alone where the task has one metric.
    pub(super) values: Vec<String>,
    pub(super) state: String,
    pub(super) checkpoints: Vec<String>,
    pub(super) note: String,
    pub(super) issue: String,
    pub(super) next: String,
    pub(super) evidence: Vec<String>,
    /// The number of the notice that is answered.
    pub(super) reply_to: String,
}

/// A fact of which no entry can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FactFault {
    /// The entry's key.
    pub(super) key: &'static str,
    /// What is wrong, and what to write.
    pub(super) message: String,
}

impl Facts {
    /// Whether anything is said beyond what it is about.
    pub(super) fn say_nothing(&self) -> bool {
        let texts = [&self.state, &self.note, &self.issue, &self.next, &self.reply_to];
        let lists = [&self.checkpoints, &self.evidence];
        texts.iter().all(|text| text.trim().is_empty())
            && lists.iter().all(|list| list.iter().all(|text| text.trim().is_empty()))
            && self.values.iter().all(|value| split_value(value).1.is_empty())
    }

    /// The entry that the facts make, or everything that is wrong with them.
    pub(super) fn entry(&self, opened: &Opened, today: Date, lang: Language) -> Result<Entry, Vec<FactFault>> {
        let Some(plan) = &opened.plan else { return Err(Vec::new()) };
        let mut faults = Vec::new();
        let task = self.task_in(plan, lang).map_err(|message| vec![FactFault { key: "task", message }])?;
        let mut take = |key: &'static str, message: String| faults.push(FactFault { key, message });
        let date = match self.date.trim() {
            "" => Some(today),
            text => day(&plan.head, text, today, lang).map_err(|why| take("date", why.to_string())).ok(),
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
            let mut same = plan.tasks.iter().filter(|task| !title.is_empty() && folded(&task.title) == folded(title));
            same.next().filter(|_| same.next().is_none()).map(|task| task.id.to_string())
        };
        let id = by_id.or_else(|error| by_title().ok_or(error));
        let id = id.map_err(|error| no_such(lang, lang::pick(lang, "任务", "task"), &self.task, &error).to_string())?;
        let task = plan.tasks.iter().find(|task| task.id.as_str() == id);
        task.ok_or_else(|| say!(lang, "没有任务 {id}", "there is no task {id}"))
    }
}
